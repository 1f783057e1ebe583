/* test_reader.c - weights, pieces, and states that are the same on each path.
 *
 * No corpus and no weights file: see reader_model.h.
 */
#include <stdio.h>

#include "reader_model.h"
#include "support.h"

#include "reader/weights.h"

static whosaid_status open_status(const struct tiny *tiny, size_t size)
{
    const ws_reader *reader;
    ws_arena arena;
    whosaid_status status;

    ws_arena_init(&arena, NULL);
    status = ws_reader_open(&arena, tiny->bytes, size, &reader);
    assert_true((status == WHOSAID_OK) == (reader != NULL));
    ws_arena_free(&arena);
    return status;
}

static const ws_reader *open_tiny(ws_arena *arena, const struct tiny *tiny)
{
    const ws_reader *reader = NULL;

    ws_arena_init(arena, NULL);
    assert_int_equal(ws_reader_open(arena, tiny->bytes, tiny->size, &reader),
                     WHOSAID_OK);
    return reader;
}

/* Change four bytes, look whether they are refused, change them back. */
static void refused_with(struct tiny *tiny, size_t at, uint32_t number)
{
    unsigned char kept[4];

    memcpy(kept, tiny->bytes + at, sizeof kept);
    tiny_number(tiny, at, number);
    if (open_status(tiny, tiny->size) != WHOSAID_ERR_ARGUMENT)
        fail_msg("%u at %zu is not refused", number, at);
    memcpy(tiny->bytes + at, kept, sizeof kept);
}

static uint32_t number_of(const struct tiny *tiny, size_t at)
{
    const unsigned char *bytes = tiny->bytes + at;

    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 |
           (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static void refuses_what_is_no_weights(void **state)
{
    struct tiny tiny = tiny_reader();
    struct tiny moved = tiny;

    (void)state;
    assert_int_equal(open_status(&tiny, tiny.size), WHOSAID_OK);
    for (size_t size = 0; size < 1024; size++)
        assert_int_equal(open_status(&tiny, size), WHOSAID_ERR_ARGUMENT);
    for (size_t less = 1; less < tiny.size; less += 997)
        assert_int_equal(open_status(&tiny, tiny.size - less),
                         WHOSAID_ERR_ARGUMENT);
    moved.bytes = NULL;
    assert_int_equal(open_status(&moved, tiny.size), WHOSAID_ERR_ARGUMENT);
    moved.bytes = tiny.bytes + 4;
    memmove(moved.bytes, tiny.bytes, tiny.size);
    assert_int_equal(open_status(&moved, tiny.size), WHOSAID_ERR_ARGUMENT);
    free(tiny.bytes);
}

static void refuses_sizes_and_places_that_lie(void **state)
{
    static const uint32_t wrong[] = {0, 1, 0x7FFFFFFF, 0xFFFFFFFF};
    struct tiny tiny = tiny_reader();

    (void)state;
    for (size_t at = 0; at < TINY_TABLE - 4; at += 4) {
        for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
            if (number_of(&tiny, at) != wrong[i])
                refused_with(&tiny, at, wrong[i]);
        }
        /* A changed number of heads can be as good as the one that was. */
        refused_with(&tiny, at, number_of(&tiny, at) + 1);
    }
    for (size_t i = 0; i < TINY_SECTIONS; i++) {
        size_t at = TINY_TABLE + 8 * i;

        refused_with(&tiny, at, number_of(&tiny, at) + 4);
        refused_with(&tiny, at, (uint32_t)(tiny.size + 63) / 64 * 64);
        refused_with(&tiny, at, 0xFFFFFFC0);
        refused_with(&tiny, at + 4, number_of(&tiny, at + 4) + 1);
        refused_with(&tiny, at + 4, 0xFFFFFFFF);
        refused_with(&tiny, at + 4, 0);
    }
    free(tiny.bytes);
}

/* Where a section begins. */
static size_t section_at(const struct tiny *tiny, size_t section)
{
    return number_of(tiny, TINY_TABLE + 8 * section);
}

static void refuses_indices_and_floats_out_of_range(void **state)
{
    static const size_t floats[] = {1, 3, 4, 5, 10, 11, 12, 14, 21, 32};
    struct tiny tiny = tiny_reader();
    size_t ends = section_at(&tiny, 6);
    size_t slots = section_at(&tiny, 8);

    (void)state;
    refused_with(&tiny, ends, 1);
    refused_with(&tiny, ends + 8, 0);
    refused_with(&tiny, ends + 8, number_of(&tiny, ends + 4));
    refused_with(&tiny, ends + 8, 0x7FFFFFFF);
    refused_with(&tiny, ends + 4 * (size_t)TINY_PIECES, 100);
    refused_with(&tiny, slots, TINY_PIECES);
    for (size_t i = 0; i < sizeof floats / sizeof *floats; i++) {
        size_t at = section_at(&tiny, floats[i]);

        refused_with(&tiny, at, 0x7FC00000); /* no number */
        refused_with(&tiny, at + 4, 0x7F800000);
        refused_with(&tiny, at + 8, 0xC7800100); /* under -65536 */
    }
    memset(tiny.bytes + slots, 0, TINY_SLOTS * sizeof(uint16_t));
    assert_int_equal(open_status(&tiny, tiny.size), WHOSAID_ERR_ARGUMENT);
    free(tiny.bytes);
}

struct cut_case {
    const char *word;
    const char *pieces;
};

/* Pieces as text, ## before those that go on. */
static void spell(const ws_reader *reader, const uint16_t *piece,
                  uint32_t count, char got[256])
{
    int used = 0;

    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = reader->piece_at[piece[i]];
        uint32_t end = reader->piece_at[piece[i] + 1];

        used += snprintf(
            got + used, (size_t)(256 - used), "%s%s%.*s", i > 0 ? " " : "",
            reader->piece_text[at] == WS_KIND_GOES_ON ? "##" : "",
            (int)(end - at - 1), (const char *)reader->piece_text + at + 1);
        assert_in_range(used, 1, 255);
    }
}

static void cuts_words_into_the_longest_pieces(void **state)
{
    static const struct cut_case cases[] = {
        {"said",                         "said"             },
        {"Saying",                       "say ##ing"        },
        {"SAYS",                         "say ##s"          },
        {"Jos\xc3\xa9",                  "jose"             },
        {"Jose\xcc\x81",                 "jose"             },
        {"\xe2\x80\x9cSay.\xe2\x80\x9d", "\" say . \""      },
        {"Jose\xe2\x80\x99s",            "jose ' [UNK]"     },
        {"\xc2\xab"
         "a\xe2\x80\xba",       "\" a '"           },
        {"a\xe2\x80\x94"
         "b",                   "a \xe2\x80\x94 b" },
        {"ba-bn",                        "b ##a - b ##n"    },
        {"zebra",                        "[UNK]"            },
        {"saz",                          "[UNK]"            },
        {"[CLS]",                        "[UNK] [UNK] [UNK]"},
        {"",                             "[UNK]"            },
        {"  ",                           "[UNK]"            },
        {"\xff",                         "[UNK]"            },
        {"say said",                     "say said"         },
    };
    struct tiny tiny = tiny_reader();
    const ws_reader *reader;
    ws_arena arena;

    (void)state;
    reader = open_tiny(&arena, &tiny);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t len = strlen(cases[i].word);
        char *word = exact_copy(cases[i].word, len);
        uint16_t piece[WS_READER_PIECES];
        uint32_t count = ws_reader_cut(reader, word, len, piece);
        char got[256];

        spell(reader, piece, count, got);
        assert_string_equal(got, cases[i].pieces);
        free(word);
    }
    ws_arena_free(&arena);
    free(tiny.bytes);
}

static void cuts_no_word_into_too_many(void **state)
{
    struct tiny tiny = tiny_reader();
    const ws_reader *reader;
    ws_arena arena;
    char word[600];

    (void)state;
    reader = open_tiny(&arena, &tiny);
    for (size_t kind = 0; kind < 3; kind++) {
        static const char *const parts[] = {"b", ".", "\xc3\xa1"};
        size_t step = strlen(parts[kind]);

        for (size_t i = 0; i + step <= sizeof word; i += step)
            memcpy(word + i, parts[kind], step);
        for (size_t len = 1; len <= sizeof word; len++) {
            char *copy = exact_copy(word, len);
            uint16_t piece[WS_READER_PIECES];
            uint32_t count = ws_reader_cut(reader, copy, len, piece);

            assert_in_range(count, 1, WS_READER_PIECES);
            for (uint32_t i = 0; i < count; i++)
                assert_true(piece[i] < TINY_PIECES);
            free(copy);
        }
    }
    ws_arena_free(&arena);
    free(tiny.bytes);
}

/* FNV-1a of the bits of all states, 64 bits. */
static uint64_t read_with(const ws_reader *reader, ws_path path, uint32_t count)
{
    ws_reader other = *reader;
    float *states = calloc((size_t)count * WS_READER_HIDDEN, sizeof *states);
    uint64_t hash = 1469598103934665603U;
    ws_window window;
    ws_arena scratch;

    assert_non_null(states);
    tiny_window(&window, count);
    other.path = path;
    ws_arena_init(&scratch, NULL);
    assert_int_equal(ws_reader_read(&scratch, &other, &window, states),
                     WHOSAID_OK);
    for (size_t i = 0; i < (size_t)count * WS_READER_HIDDEN; i++) {
        uint32_t bits;

        memcpy(&bits, &states[i], sizeof bits);
        hash = (hash ^ bits) * 1099511628211U;
        assert_true(states[i] > -100.0f && states[i] < 100.0f);
    }
    ws_arena_free(&scratch);
    free(states);
    return hash;
}

static void reads_as(const ws_reader *reader, ws_path path, uint32_t count,
                     uint64_t hash)
{
    uint64_t got;

    if (!ws_path_here(path))
        return;
    got = read_with(reader, path, count);
    if (got != hash) {
        fail_msg("%u positions, path %d: 0x%016llx", count, (int)path,
                 (unsigned long long)got);
    }
}

/* The hashes were found once: they are to be the same on every machine, with
 * every compiler. */
static void reads_the_same_bits_on_every_path(void **state)
{
    static const struct {
        uint32_t count;
        uint64_t hash;
    } cases[] = {
        {1,   0x28daeab97bc5c4ca},
        {2,   0xd6e1440d56929138},
        {15,  0x3fd14b5481270672},
        {16,  0x9fa585de4d070fc7},
        {17,  0x75319f1a424d5542},
        {33,  0xba684c7e6706329f},
        {100, 0x89c7e770b73c7eee},
        {384, 0xfd2461bfd38abb5c},
    };
    struct tiny tiny = tiny_reader();
    const ws_reader *reader;
    ws_arena arena;

    (void)state;
    reader = open_tiny(&arena, &tiny);
    assert_true(ws_path_here(reader->path));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (int path = 0; path < WS_PATHS; path++)
            reads_as(reader, (ws_path)path, cases[i].count, cases[i].hash);
    }
    ws_arena_free(&arena);
    free(tiny.bytes);
}

/* States that are wanted are those that they are among all; the others are 0. */
static void reads_some_as_all(const ws_reader *reader, ws_path path)
{
    enum { COUNT = 50 };
    static float all[COUNT * WS_READER_HIDDEN];
    static float some[COUNT * WS_READER_HIDDEN];
    static const float none[WS_READER_HIDDEN];
    ws_reader other = *reader;
    ws_window window;
    ws_arena scratch;

    tiny_window(&window, COUNT);
    other.path = path;
    ws_arena_init(&scratch, NULL);
    assert_int_equal(ws_reader_read(&scratch, &other, &window, all),
                     WHOSAID_OK);
    for (size_t step = 1; step < 2 * (size_t)COUNT; step = 2 * step + 1) {
        for (size_t i = 0; i < COUNT; i++)
            window.wanted[i] = i % step == step - 1;
        assert_int_equal(ws_reader_read(&scratch, &other, &window, some),
                         WHOSAID_OK);
        for (size_t i = 0; i < COUNT; i++) {
            size_t at = i * WS_READER_HIDDEN;

            assert_memory_equal(some + at, window.wanted[i] ? all + at : none,
                                sizeof none);
        }
    }
    ws_arena_free(&scratch);
}

static void reads_states_that_are_wanted(void **state)
{
    struct tiny tiny = tiny_reader();
    const ws_reader *reader;
    ws_arena arena;

    (void)state;
    reader = open_tiny(&arena, &tiny);
    for (int path = 0; path < WS_PATHS; path++)
        if (ws_path_here((ws_path)path))
            reads_some_as_all(reader, (ws_path)path);
    ws_arena_free(&arena);
    free(tiny.bytes);
}

static void gives_vectors_and_scores(void **state)
{
    struct tiny tiny = tiny_reader();
    float states[2 * WS_READER_HIDDEN];
    float query[WS_READER_KEY];
    float key[WS_READER_KEY];
    const ws_reader *reader;
    ws_window window;
    ws_arena arena;
    float near;
    float far;

    (void)state;
    reader = open_tiny(&arena, &tiny);
    tiny_window(&window, 2);
    assert_int_equal(ws_reader_read(&arena, reader, &window, states),
                     WHOSAID_OK);
    ws_reader_project(reader, WS_HEAD_MENTION_QUERY, states,
                      states + WS_READER_HIDDEN, query);
    ws_reader_project(reader, WS_HEAD_MENTION_KEY, states,
                      states + WS_READER_HIDDEN, key);
    near = ws_reader_score(reader, WS_HEAD_MENTION_QUERY, query, key, 1);
    far = ws_reader_score(reader, WS_HEAD_MENTION_QUERY, query, key, -300);
    /* Only the bias by distance differs: 0..1 is bucket 16, 251.. 13. */
    near -= reader->distance[16];
    far -= reader->distance[13];
    assert_true(near - far < 1e-5f && far - near < 1e-5f);
    for (int logit = 0; logit < WS_LOGITS; logit++) {
        float got = ws_reader_logit_of(reader, (ws_reader_logit)logit, states,
                                       states + WS_READER_HIDDEN);
        assert_true(got > -100.0f && got < 100.0f);
    }
    ws_arena_free(&arena);
    free(tiny.bytes);
}

static void refuses_windows_of_no_size(void **state)
{
    struct tiny tiny = tiny_reader();
    const ws_reader *reader;
    ws_window window = {0};
    ws_arena arena;
    float states[1];

    (void)state;
    reader = open_tiny(&arena, &tiny);
    assert_int_equal(ws_reader_read(&arena, reader, &window, states),
                     WHOSAID_ERR_ARGUMENT);
    window.count = WS_READER_WINDOW + 1;
    assert_int_equal(ws_reader_read(&arena, reader, &window, states),
                     WHOSAID_ERR_ARGUMENT);
    ws_arena_free(&arena);
    free(tiny.bytes);
}

static void says_so_when_memory_runs_out(void **state)
{
    struct tiny tiny = tiny_reader();
    static float states[20 * WS_READER_HIDDEN];
    whosaid_status status = WHOSAID_ERR_NOMEM;
    ws_window window;

    (void)state;
    tiny_window(&window, 20);
    for (size_t at = 1; status == WHOSAID_ERR_NOMEM; at++) {
        struct failing failing = {0, at, 0};
        whosaid_allocator source = failing_source(&failing);
        const ws_reader *reader;
        ws_arena arena;

        ws_arena_init(&arena, &source);
        status = ws_reader_open(&arena, tiny.bytes, tiny.size, &reader);
        if (status == WHOSAID_OK)
            status = ws_reader_read(&arena, reader, &window, states);
        assert_true(status == WHOSAID_OK || status == WHOSAID_ERR_NOMEM);
        ws_arena_free(&arena);
        assert_int_equal(failing.live, 0);
        assert_in_range(at, 1, 1000);
    }
    assert_int_equal(status, WHOSAID_OK);
    free(tiny.bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_what_is_no_weights),
        cmocka_unit_test(refuses_sizes_and_places_that_lie),
        cmocka_unit_test(refuses_indices_and_floats_out_of_range),
        cmocka_unit_test(cuts_words_into_the_longest_pieces),
        cmocka_unit_test(cuts_no_word_into_too_many),
        cmocka_unit_test(reads_the_same_bits_on_every_path),
        cmocka_unit_test(reads_states_that_are_wanted),
        cmocka_unit_test(gives_vectors_and_scores),
        cmocka_unit_test(refuses_windows_of_no_size),
        cmocka_unit_test(says_so_when_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
