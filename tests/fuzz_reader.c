/*
 * fuzz_reader.c - weights with bytes changed, then a word and a window: what
 * opens must be read within its bounds.
 *
 * The first byte says how many changes follow, four bytes each: where (three)
 * and what; the rest is a word.
 */
#include "fuzz.h"
#include "reader_model.h"

static void use(const ws_reader *reader, const uint8_t *word, size_t len)
{
    float states[3 * WS_READER_HIDDEN];
    uint16_t piece[WS_READER_PIECES];
    uint32_t count = ws_reader_cut(reader, (const char *)word, len, piece);
    ws_window window;
    ws_arena scratch;

    require(count >= 1 && count <= WS_READER_PIECES);
    for (uint32_t i = 0; i < count; i++)
        require(piece[i] < reader->vocabulary || piece[i] == WS_PIECE_UNK);
    tiny_window(&window, 3);
    memcpy(window.piece, piece, (count < 3 ? count : 3) * sizeof *piece);
    ws_arena_init(&scratch, NULL);
    require(ws_reader_read(&scratch, reader, &window, states) == WHOSAID_OK);
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        require(states[i] >= -1e9f && states[i] <= 1e9f);
    ws_arena_free(&scratch);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tiny tiny = tiny_reader();
    size_t changes = size > 0 ? data[0] % 16 : 0;
    const ws_reader *reader;
    ws_arena arena;
    size_t at = size > 0;

    for (; changes > 0 && at + 4 <= size; changes--, at += 4) {
        size_t where = (size_t)data[at] | (size_t)data[at + 1] << 8 |
                       (size_t)data[at + 2] << 16;
        tiny.bytes[where % tiny.size] = data[at + 3];
    }
    ws_arena_init(&arena, NULL);
    if (ws_reader_open(&arena, tiny.bytes, tiny.size, &reader) == WHOSAID_OK)
        use(reader, data + at, size - at);
    ws_arena_free(&arena);
    free(tiny.bytes);
    return 0;
}
