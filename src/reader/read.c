/*
 * read.c - read a window: the transformer's layers.
 *
 *   in   pieces and small inputs of a window
 *   out  a state for each position
 *
 * Each layer (N positions, H numbers):
 *
 * 1. Queries, keys and values of all heads: one matrix. Queries and keys are
 *    kept in 16 bits, a step for each position and head; keys at once in the
 *    order in which dot16 wants its weights.
 * 2. For each head, values become 16 bits too, a step for each column. Then a
 *    tile of positions at a time: scores, shares (soft-max as whole numbers,
 *    so that their sum is exact), and the values' mean by them.
 * 3. A tile of positions at a time: out, norm, up, gelu, down, norm.
 *
 * Positions are padded to a multiple of 16 as keys (with no share) and of 4 as
 * rows (nobody reads those).
 */
#include <string.h>

#include "reader/kernel.h"

enum { TILE = 32, ALIGN = 64 };

/* Scratch; N positions padded to a multiple of 16. */
struct reading {
    const ws_reader *reader;
    const ws_kernel *kernel;
    uint32_t count;    /* positions */
    uint32_t padded;   /* N */
    float *x;          /* [N][hidden] states */
    float *value;      /* [N][hidden] */
    float *mean;       /* [N][hidden] of values, by shares */
    int16_t *query;    /* [N][hidden] */
    float *query_step; /* [N][heads] */
    int16_t *key;      /* [heads][N / 16][size / 2][16][2] */
    float *key_step;   /* [heads][N] */
    int16_t *packed;   /* [size / 16][N / 2][16][2] values of a head */
    int16_t *share;    /* [TILE][N] */
    int32_t *sum;      /* [TILE][most outputs, or N] */
    float *y;          /* likewise */
    int16_t *whole;    /* [TILE][most inputs] */
};

/* Aligned room for count items of size bytes. */
static void *room_for(ws_arena *arena, size_t count, size_t size)
{
    unsigned char *room = ws_arena_alloc(arena, count * size + ALIGN, 1);

    if (room == NULL)
        return NULL;
    return room + (ALIGN - (uintptr_t)room % ALIGN) % ALIGN;
}

static bool make_room(ws_arena *arena, struct reading *w)
{
    size_t hidden = w->reader->hidden;
    size_t n = w->padded;
    size_t most = w->reader->wide > 3 * hidden ? w->reader->wide : 3 * hidden;

    most = most > n ? most : n;
    w->x = room_for(arena, n * hidden, sizeof *w->x);
    w->value = room_for(arena, n * hidden, sizeof *w->value);
    w->mean = room_for(arena, n * hidden, sizeof *w->mean);
    w->query = room_for(arena, n * hidden, sizeof *w->query);
    w->query_step =
        room_for(arena, n * w->reader->heads, sizeof *w->query_step);
    w->key = room_for(arena, n * hidden, sizeof *w->key);
    w->key_step = room_for(arena, n * w->reader->heads, sizeof *w->key_step);
    w->packed = room_for(arena, n * WS_WEIGHTS_HEAD, sizeof *w->packed);
    w->share = room_for(arena, TILE * n, sizeof *w->share);
    w->sum = room_for(arena, TILE * most, sizeof *w->sum);
    w->y = room_for(arena, TILE * most, sizeof *w->y);
    w->whole = room_for(arena, TILE * most, sizeof *w->whole);
    bool states = w->x != NULL && w->value != NULL && w->mean != NULL &&
                  w->query != NULL && w->query_step != NULL;
    bool keys = w->key != NULL && w->key_step != NULL && w->packed != NULL &&
                w->share != NULL;
    return states && keys && w->sum != NULL && w->y != NULL && w->whole != NULL;
}

/* The sum of a position's embeddings, normed. */
static void embed(const struct reading *w, const ws_window *window, uint32_t at)
{
    const ws_reader *reader = w->reader;
    size_t hidden = reader->hidden;
    uint32_t piece = window->piece[at];
    const int8_t *position = reader->position + at * hidden;
    const int8_t *word;
    float word_scale;
    float *x = w->x + at * hidden;

    if (piece >= reader->vocabulary)
        piece = WS_PIECE_UNK;
    word = reader->word + piece * hidden;
    word_scale = reader->word_scale[piece];
    for (size_t i = 0; i < hidden; i++) {
        x[i] = (float)word[i] * word_scale +
               (float)position[i] * reader->position_scale[at];
    }
    memset(w->y, 0, hidden * sizeof *w->y);
    for (uint32_t input = 0; input < WS_READER_INPUTS; input++) {
        uint32_t row = ws_reader_small[input];
        uint32_t end = ws_reader_small[input + 1];

        if (window->input[input][at] < end - row)
            row += window->input[input][at];
        for (size_t i = 0; i < hidden; i++)
            w->y[i] += reader->small[row * hidden + i];
    }
    w->kernel->norm(&reader->norm, w->y, hidden, x);
}

/* y = linear of x, rows of them; rows is padded to fours. */
static void apply(const struct reading *w, const ws_linear *linear,
                  const float *x, size_t rows, float *y)
{
    size_t padded = (rows + WS_ROWS - 1) / WS_ROWS * WS_ROWS;
    ws_row row[TILE];

    for (size_t r = 0; r < padded; r++) {
        unsigned char *whole = (unsigned char *)w->whole;

        row[r] =
            w->kernel->quantise(x + r * linear->ins, linear->ins,
                                whole + r * linear->ins * w->kernel->bytes);
    }
    w->kernel->dot8(linear, w->whole, padded, w->sum);
    for (size_t r = 0; r < rows; r++) {
        w->kernel->finish(linear, row[r], w->sum + r * linear->outs,
                          y + r * linear->outs);
    }
}

/* A position's key of a head goes where dot16 wants it. */
static void put_key(const struct reading *w, size_t head, size_t at,
                    const int16_t *whole)
{
    size_t size = w->reader->hidden / w->reader->heads;
    int16_t *to =
        w->key + head * size * w->padded + at / 16 * 16 * size + at % 16 * 2;

    for (size_t i = 0; i < size; i += 2) {
        to[16 * i] = whole[i];
        to[16 * i + 1] = whole[i + 1];
    }
}

/* Queries, keys and values of a tile. */
static void project(const struct reading *w, const ws_layer *layer, size_t from,
                    size_t rows)
{
    size_t hidden = w->reader->hidden;
    size_t heads = w->reader->heads;
    size_t size = hidden / heads;
    int16_t whole[WS_WEIGHTS_HEAD];

    apply(w, &layer->qkv, w->x + from * hidden, rows, w->y);
    for (size_t r = 0; r < rows; r++) {
        const float *y = w->y + r * 3 * hidden;
        size_t at = from + r;

        for (size_t head = 0; head < heads; head++) {
            w->query_step[at * heads + head] = w->kernel->level(
                y + head * size, size, w->query + at * hidden + head * size);
            w->key_step[head * w->padded + at] =
                w->kernel->level(y + hidden + head * size, size, whole);
            put_key(w, head, at, whole);
        }
        memcpy(w->value + at * hidden, y + 2 * hidden, hidden * sizeof *y);
    }
}

/* Values of a head, 16 bits in dot16's order; step is set for each column. */
static void pack_values(const struct reading *w, size_t head,
                        float step[WS_WEIGHTS_HEAD])
{
    size_t hidden = w->reader->hidden;
    size_t size = hidden / w->reader->heads;
    const float *value = w->value + head * size;
    float none[WS_WEIGHTS_HEAD] = {0};
    float fast[WS_WEIGHTS_HEAD];

    memset(step, 0, WS_WEIGHTS_HEAD * sizeof *step);
    for (size_t at = 0; at < w->count; at++) {
        for (size_t i = 0; i < size; i++) {
            float v = value[at * hidden + i];
            v = v < 0.0f ? -v : v;
            step[i] = v > step[i] ? v : step[i];
        }
    }
    for (size_t i = 0; i < size; i++) {
        fast[i] = step[i] > 1e-20f ? (float)WS_VALUE / step[i] : 0.0f;
        step[i] /= (float)WS_VALUE;
    }
    for (size_t at = 0; at < w->padded; at += 2) {
        const float *x = at < w->count ? value + at * hidden : none;
        const float *y = at + 1 < w->count ? value + (at + 1) * hidden : none;

        for (size_t i = 0; i < size; i += 16)
            w->kernel->pair(x + i, y + i, fast + i,
                            w->packed + i * w->padded + at * 16);
    }
}

/* Attention of a head for a tile of positions. */
static void attend(const struct reading *w, size_t head, size_t from,
                   size_t rows, const float step[WS_WEIGHTS_HEAD])
{
    size_t hidden = w->reader->hidden;
    size_t heads = w->reader->heads;
    size_t size = hidden / heads;
    size_t n = w->padded;
    size_t padded = (rows + WS_ROWS - 1) / WS_ROWS * WS_ROWS;
    /* log2(e) / sqrt(size); sizes are 16 and 32 */
    float factor = size == 16 ? 0.36067376f : 0.25503482f;
    ws_words keys = {w->key + head * size * n, size, n};
    ws_words values = {w->packed, n, size};
    int32_t total[TILE];

    w->kernel->dot16(&keys, w->query + from * hidden + head * size, hidden,
                     padded, w->sum);
    for (size_t r = 0; r < rows; r++) {
        total[r] =
            w->kernel->shares(w->sum + r * n, w->key_step + head * n,
                              w->query_step[(from + r) * heads + head] * factor,
                              w->count, w->y, w->share + r * n);
    }
    w->kernel->dot16(&values, w->share, n, padded, w->sum);
    for (size_t r = 0; r < rows; r++) {
        float *mean = w->mean + (from + r) * hidden + head * size;
        float fast = 1.0f / (float)total[r];

        for (size_t i = 0; i < size; i++)
            mean[i] = (float)w->sum[r * size + i] * step[i] * fast;
    }
}

/* All behind attention, for a tile. */
static void feed(const struct reading *w, const ws_layer *layer, size_t from,
                 size_t rows)
{
    size_t hidden = w->reader->hidden;
    size_t wide = w->reader->wide;
    float *x = w->x + from * hidden;

    apply(w, &layer->out, w->mean + from * hidden, rows, w->y);
    for (size_t r = 0; r < rows; r++)
        w->kernel->norm(&layer->norm1, w->y + r * hidden, hidden,
                        x + r * hidden);
    apply(w, &layer->up, x, rows, w->y);
    w->kernel->gelu(w->y, rows * wide);
    apply(w, &layer->down, w->y, rows, w->y);
    for (size_t r = 0; r < rows; r++)
        w->kernel->norm(&layer->norm2, w->y + r * hidden, hidden,
                        x + r * hidden);
}

static size_t tile_at(const struct reading *w, size_t from)
{
    return w->count - from < TILE ? w->count - from : TILE;
}

static void read_layer(const struct reading *w, const ws_layer *layer)
{
    float step[WS_WEIGHTS_HEAD];

    for (size_t from = 0; from < w->count; from += TILE)
        project(w, layer, from, tile_at(w, from));
    for (size_t head = 0; head < w->reader->heads; head++) {
        pack_values(w, head, step);
        for (size_t from = 0; from < w->count; from += TILE)
            attend(w, head, from, tile_at(w, from), step);
    }
    for (size_t from = 0; from < w->count; from += TILE)
        feed(w, layer, from, tile_at(w, from));
}

whosaid_status ws_reader_read(ws_arena *scratch, const ws_reader *reader,
                              const ws_window *window, float *state)
{
    struct reading w = {0};
    size_t hidden = reader->hidden;

    if (window->count == 0 || window->count > WS_READER_WINDOW)
        return WHOSAID_ERR_ARGUMENT;
    w.reader = reader;
    w.kernel = ws_kernel_of(reader->path);
    w.count = window->count;
    w.padded = (window->count + 15) / 16 * 16;
    if (!make_room(scratch, &w))
        return WHOSAID_ERR_NOMEM;
    for (uint32_t at = 0; at < w.count; at++)
        embed(&w, window, at);
    for (uint32_t i = 0; i < reader->layers; i++)
        read_layer(&w, &reader->layer[i]);
    for (uint32_t at = 0; at < w.count; at++) {
        float *to = state + (size_t)at * WS_READER_HIDDEN;

        memset(to, 0, WS_READER_HIDDEN * sizeof *to);
        memcpy(to, w.x + at * hidden, hidden * sizeof *to);
    }
    return WHOSAID_OK;
}
