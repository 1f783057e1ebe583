/*
 * weights.c - open the reader's weights.
 *
 *   in   the bytes of whosaid-reader.bin, mapped or read
 *   out  views of its sections
 *
 * 1. The sizes of the header are held against what the code can take.
 * 2. They tell how many bytes each section has; the table must say the same,
 *    and where each begins must be in the file and aligned.
 * 3. What is used as an index (places of pieces, slots) and all floats are
 *    looked through: no later loop need ask again.
 *
 * Not here: the file's parts in detail. See weights.h.
 */
#include "reader/weights.h"

#include <string.h>

enum { MAGIC = 8, NUMBERS = 10, TABLE = MAGIC + 4 * NUMBERS, ALIGN = 64 };

const uint8_t ws_reader_small[WS_READER_INPUTS + 1] = {0, 4, 8, 11, 19, 25};

struct loader {
    const unsigned char *bytes;
    size_t size;
    uint32_t section; /* the next one */
    uint32_t sections;
    bool bad;
};

static uint32_t number_at(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 |
           (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/* The next section, of any size: size is set. */
static const void *next_any(struct loader *from, size_t *size)
{
    const unsigned char *row = from->bytes + TABLE + (size_t)8 * from->section;
    size_t at;

    *size = 0;
    if (from->bad || from->section >= from->sections) {
        from->bad = true;
        return from->bytes;
    }
    from->section++;
    at = number_at(row);
    *size = number_at(row + 4);
    if (at % ALIGN != 0 || at > from->size || *size > from->size - at) {
        from->bad = true;
        *size = 0;
        return from->bytes;
    }
    return from->bytes + at;
}

/* The next section, which has count items of size bytes. */
static const void *next_of(struct loader *from, size_t count, size_t size)
{
    size_t got;
    const void *section = next_any(from, &got);

    if (got != count * size)
        from->bad = true;
    return section;
}

/* Floats of use: finite, and no sum of them overflows. */
static const float *next_floats(struct loader *from, size_t count)
{
    const float *section = next_of(from, count, sizeof *section);

    for (size_t i = 0; !from->bad && i < count; i++) {
        if (!(section[i] >= -65536.0f && section[i] <= 65536.0f))
            from->bad = true;
    }
    return section;
}

static ws_norm next_norm(struct loader *from, uint32_t hidden)
{
    ws_norm norm;

    norm.gain = next_floats(from, (size_t)2 * hidden);
    norm.bias = norm.gain + hidden;
    return norm;
}

static ws_linear next_linear(struct loader *from, uint32_t ins, uint32_t outs)
{
    ws_linear linear;

    linear.weight = next_of(from, (size_t)outs * ins, 1);
    linear.scale = next_floats(from, (size_t)3 * outs);
    linear.sum = linear.scale + outs;
    linear.bias = linear.sum + outs;
    linear.ins = ins;
    linear.outs = outs;
    return linear;
}

/* Places of pieces rise and end with the text; every slot names a piece, and
 * one at least is empty, so that a search ends. */
static void check_pieces(struct loader *from, ws_reader *reader, size_t text)
{
    uint32_t empty = 0;

    if (from->bad || reader->piece_at[0] != 0 ||
        reader->piece_at[reader->vocabulary] != text) {
        from->bad = true;
        return;
    }
    for (uint32_t i = 0; i < reader->vocabulary; i++) {
        uint32_t at = reader->piece_at[i];
        uint32_t end = reader->piece_at[i + 1];

        if (end <= at || end > text || end - at > WS_WEIGHTS_KEY) {
            from->bad = true;
            return;
        }
        if (end - at > reader->longest)
            reader->longest = end - at;
    }
    for (uint32_t i = 0; i < reader->slots; i++) {
        if (reader->slot[i] == WS_WEIGHTS_EMPTY)
            empty++;
        else if (reader->slot[i] >= reader->vocabulary)
            from->bad = true;
    }
    if (empty == 0)
        from->bad = true;
}

static void load_inputs(struct loader *from, ws_reader *reader)
{
    uint32_t hidden = reader->hidden;
    uint32_t pieces = reader->vocabulary;
    size_t text;

    reader->word = next_of(from, (size_t)pieces * hidden, 1);
    reader->word_scale = next_floats(from, pieces);
    reader->position = next_of(from, (size_t)WS_READER_WINDOW * hidden, 1);
    reader->position_scale = next_floats(from, WS_READER_WINDOW);
    reader->small = next_floats(from, (size_t)WS_WEIGHTS_SMALL * hidden);
    reader->norm = next_norm(from, hidden);
    reader->piece_at = next_of(from, (size_t)pieces + 1, sizeof(uint32_t));
    reader->piece_text = next_any(from, &text);
    reader->slot = next_of(from, reader->slots, sizeof(uint16_t));
    check_pieces(from, reader, text);
}

static void load_rest(struct loader *from, ws_reader *reader)
{
    uint32_t hidden = reader->hidden;
    size_t both = (size_t)2 * hidden;

    reader->head = next_of(from, (size_t)WS_HEADS * WS_READER_KEY * both, 1);
    reader->head_scale =
        next_floats(from, (size_t)WS_HEADS * 2 * WS_READER_KEY);
    reader->distance = next_floats(from, (size_t)2 * WS_READER_BUCKETS);
    reader->logit = next_floats(from, WS_LOGITS * (both + 1));
    for (uint32_t i = 0; i < reader->layers; i++) {
        ws_layer *layer = &reader->layer[i];

        layer->qkv = next_linear(from, hidden, 3 * hidden);
        layer->out = next_linear(from, hidden, hidden);
        layer->up = next_linear(from, hidden, reader->wide);
        layer->down = next_linear(from, reader->wide, hidden);
        layer->norm1 = next_norm(from, hidden);
        layer->norm2 = next_norm(from, hidden);
    }
}

/* Whether the code can take these sizes. */
static bool fits(const ws_reader *reader)
{
    uint32_t hidden = reader->hidden;
    uint32_t heads = reader->heads;

    return hidden > 0 && hidden <= WS_READER_HIDDEN && heads > 0 &&
           heads <= WS_READER_HIDDEN && hidden % (16 * heads) == 0 &&
           hidden / heads <= WS_WEIGHTS_HEAD && reader->layers > 0 &&
           reader->layers <= WS_WEIGHTS_LAYERS && reader->wide > 0 &&
           reader->wide <= WS_WEIGHTS_WIDE && reader->wide % 16 == 0 &&
           reader->vocabulary > WS_PIECE_MASK &&
           reader->vocabulary < WS_WEIGHTS_EMPTY &&
           reader->slots > reader->vocabulary && reader->slots <= 1U << 17 &&
           (reader->slots & (reader->slots - 1)) == 0;
}

static ws_path best_path(void)
{
    ws_path best = WS_PATH_PLAIN;

    for (int path = WS_PATH_PLAIN; path < WS_PATHS; path++) {
        if (ws_path_here((ws_path)path))
            best = (ws_path)path;
    }
    return best;
}

/* The header's numbers; false where they are not those of such weights. The
 * sections are read as this machine's own numbers, so the magic is, too. */
static bool read_sizes(struct loader *from, ws_reader *reader)
{
    static const uint32_t version = WS_WEIGHTS_VERSION;
    uint32_t number[NUMBERS];

    if (from->size < TABLE || (uintptr_t)from->bytes % ALIGN != 0 ||
        memcmp(from->bytes, "WSREADER", MAGIC) != 0 ||
        memcmp(from->bytes + MAGIC, &version, sizeof version) != 0)
        return false;
    for (uint32_t i = 0; i < NUMBERS; i++)
        number[i] = number_at(from->bytes + MAGIC + (size_t)4 * i);
    from->sections = number[2];
    reader->hidden = number[3];
    reader->layers = number[4];
    reader->heads = number[5];
    reader->wide = number[6];
    reader->vocabulary = number[7];
    reader->slots = number[8];
    return number[1] == from->size && number[9] == 0 && fits(reader) &&
           from->sections == 13 + 10 * reader->layers &&
           from->size - TABLE >= (size_t)8 * from->sections;
}

whosaid_status ws_reader_open(ws_arena *arena, const unsigned char *bytes,
                              size_t size, const ws_reader **reader)
{
    struct loader from = {bytes, size, 0, 0, false};
    ws_reader *made;

    *reader = NULL;
    if (bytes == NULL)
        return WHOSAID_ERR_ARGUMENT;
    made = WS_NEW(arena, ws_reader, 1);
    if (made == NULL)
        return WHOSAID_ERR_NOMEM;
    if (!read_sizes(&from, made))
        return WHOSAID_ERR_ARGUMENT;
    made->layer = WS_NEW(arena, ws_layer, made->layers);
    if (made->layer == NULL)
        return WHOSAID_ERR_NOMEM;
    load_inputs(&from, made);
    load_rest(&from, made);
    if (from.bad)
        return WHOSAID_ERR_ARGUMENT;
    made->path = best_path();
    *reader = made;
    return WHOSAID_OK;
}
