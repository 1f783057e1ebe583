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
 * In the last layer keys and values are made of all positions, all else only of
 * those whose states are wanted, which come to the front for it.
 *
 * Positions are padded to a multiple of 16 as keys (with no share) and of 4 as
 * rows (nobody reads those).
 */
#include <string.h>

#include "reader/kernel.h"

enum { TILE = 64, ALIGN = 64 };

/* Scratch; N positions padded to a multiple of 16. */
struct reading {
    const ws_reader *reader;
    const ws_kernel *kernel;
    uint32_t count;    /* positions, */
    uint32_t rows;     /* of which so many go on: all, or the wanted ones */
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

/* A row's inputs as whole numbers. */
static ws_row quantise(const struct reading *w, size_t ins, const float *x,
                       size_t r)
{
    unsigned char *whole = (unsigned char *)w->whole;

    return w->kernel->quantise(x, ins, whole + r * ins * w->kernel->bytes);
}

static size_t in_fours(size_t rows)
{
    return (rows + WS_ROWS - 1) / WS_ROWS * WS_ROWS;
}

/* y = linear of x, rows of them; rows is padded to fours. */
static void apply(const struct reading *w, const ws_linear *linear,
                  const float *x, size_t rows, float *y)
{
    size_t padded = in_fours(rows);
    ws_row row[TILE];

    for (size_t r = 0; r < padded; r++)
        row[r] = quantise(w, linear->ins, x + r * linear->ins, r);
    w->kernel->dot8(linear, w->whole, padded, w->sum);
    for (size_t r = 0; r < rows; r++) {
        w->kernel->finish(linear, row[r], w->sum + r * linear->outs,
                          y + r * linear->outs);
    }
}

/* Outputs [from, to) of a linear, multiples of 16. */
static ws_linear part_of(const ws_linear *linear, size_t from, size_t to)
{
    return (ws_linear){linear->weight + from * linear->ins,
                       linear->scale + from,
                       linear->sum + from,
                       linear->bias + from,
                       linear->ins,
                       (uint32_t)(to - from)};
}

/* A position's key of a head goes where dot16 wants it. */
static void put_key(const struct reading *w, size_t head, size_t at,
                    const int16_t *whole)
{
    size_t size = w->reader->hidden / w->reader->heads;
    int16_t *to =
        w->key + head * size * w->padded + at / 16 * 16 * size + at % 16 * 2;

    for (size_t i = 0; i < size; i += 2)
        memcpy(to + 16 * i, whole + i, 2 * sizeof *to);
}

/* A position's queries, of all heads. */
static void put_queries(const struct reading *w, size_t at, const float *y)
{
    size_t hidden = w->reader->hidden;
    size_t heads = w->reader->heads;

    w->kernel->level(y, hidden / heads, heads, w->query + at * hidden,
                     w->query_step + at * heads);
}

/* Keys and values of a tile, and queries where these are of all positions. */
static void project(const struct reading *w, const ws_layer *layer, bool ask,
                    size_t from, size_t rows)
{
    size_t hidden = w->reader->hidden;
    size_t heads = w->reader->heads;
    size_t size = hidden / heads;
    ws_linear part = part_of(&layer->qkv, ask ? 0 : hidden, 3 * hidden);
    int16_t whole[WS_READER_HIDDEN];
    float step[WS_READER_HIDDEN];

    apply(w, &part, w->x + from * hidden, rows, w->y);
    for (size_t r = 0; r < rows; r++) {
        const float *y = w->y + r * part.outs;
        size_t at = from + r;

        if (ask) {
            put_queries(w, at, y);
            y += hidden;
        }

        w->kernel->level(y, size, heads, whole, step);
        for (size_t head = 0; head < heads; head++) {
            w->key_step[head * w->padded + at] = step[head];
            put_key(w, head, at, whole + head * size);
        }
        memcpy(w->value + at * hidden, y + hidden, hidden * sizeof *y);
    }
}

/* Queries of a tile. */
static void ask(const struct reading *w, const ws_layer *layer, size_t from,
                size_t rows)
{
    size_t hidden = w->reader->hidden;
    ws_linear queries = part_of(&layer->qkv, 0, hidden);

    apply(w, &queries, w->x + from * hidden, rows, w->y);
    for (size_t r = 0; r < rows; r++)
        put_queries(w, from + r, w->y + r * hidden);
}

/* Attention of a head for a tile of positions. */
static void attend(const struct reading *w, size_t head, size_t from,
                   size_t rows, const float step[WS_WEIGHTS_HEAD])
{
    size_t hidden = w->reader->hidden;
    size_t heads = w->reader->heads;
    size_t size = hidden / heads;
    size_t n = w->padded;
    size_t padded = in_fours(rows);
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

/* Gelu of the outputs of up, then down: each row's numbers are made inputs
 * while they are at hand. */
static void fold(const struct reading *w, const ws_layer *layer, const float *x,
                 size_t rows, float *y)
{
    const ws_linear *up = &layer->up;
    const ws_linear *down = &layer->down;
    size_t padded = in_fours(rows);
    ws_row row[TILE];

    for (size_t r = 0; r < padded; r++)
        row[r] = quantise(w, up->ins, x + r * up->ins, r);
    w->kernel->dot8(up, w->whole, padded, w->sum);
    for (size_t r = 0; r < padded; r++) {
        w->kernel->finish(up, row[r], w->sum + r * up->outs, y);
        w->kernel->gelu(y, up->outs);
        row[r] = quantise(w, down->ins, y, r);
    }
    w->kernel->dot8(down, w->whole, padded, w->sum);
    for (size_t r = 0; r < rows; r++)
        w->kernel->finish(down, row[r], w->sum + r * down->outs,
                          y + r * down->outs);
}

/* All behind attention, for a tile. */
static void feed(const struct reading *w, const ws_layer *layer, size_t from,
                 size_t rows)
{
    size_t hidden = w->reader->hidden;
    float *x = w->x + from * hidden;

    apply(w, &layer->out, w->mean + from * hidden, rows, w->y);
    for (size_t r = 0; r < rows; r++)
        w->kernel->norm(&layer->norm1, w->y + r * hidden, hidden,
                        x + r * hidden);
    fold(w, layer, x, rows, w->y);
    for (size_t r = 0; r < rows; r++)
        w->kernel->norm(&layer->norm2, w->y + r * hidden, hidden,
                        x + r * hidden);
}

static size_t tile_of(size_t count, size_t from)
{
    return count - from < TILE ? count - from : TILE;
}

/* Bring the states that are wanted to the front. */
static void gather(struct reading *w, const bool *wanted)
{
    size_t hidden = w->reader->hidden;

    w->rows = 0;
    for (uint32_t at = 0; at < w->count; at++)
        if (wanted[at])
            memmove(w->x + w->rows++ * hidden, w->x + at * hidden,
                    hidden * sizeof *w->x);
}

static void read_layer(struct reading *w, const ws_layer *layer,
                       const bool *wanted)
{
    size_t hidden = w->reader->hidden;
    ws_values values = {NULL, hidden, hidden / w->reader->heads, w->count,
                        w->padded};
    bool last = layer + 1 == w->reader->layer + w->reader->layers;
    float step[WS_WEIGHTS_HEAD];

    for (size_t from = 0; from < w->count; from += TILE)
        project(w, layer, !last, from, tile_of(w->count, from));
    if (last)
        gather(w, wanted);
    for (size_t from = 0; last && from < w->rows; from += TILE)
        ask(w, layer, from, tile_of(w->rows, from));
    for (size_t head = 0; head < w->reader->heads; head++) {
        values.value = w->value + head * values.size;
        w->kernel->pack(&values, step, w->packed);
        for (size_t from = 0; from < w->rows; from += TILE)
            attend(w, head, from, tile_of(w->rows, from), step);
    }
    for (size_t from = 0; from < w->rows; from += TILE)
        feed(w, layer, from, tile_of(w->rows, from));
}

whosaid_status ws_reader_read(ws_arena *scratch, const ws_reader *reader,
                              const ws_window *window, float *state)
{
    struct reading w = {0};
    size_t hidden = reader->hidden;
    const float *x;

    if (window->count == 0 || window->count > WS_READER_WINDOW)
        return WHOSAID_ERR_ARGUMENT;
    w.reader = reader;
    w.kernel = ws_kernel_of(reader->path);
    w.count = window->count;
    w.rows = window->count;
    w.padded = (window->count + 15) / 16 * 16;
    if (!make_room(scratch, &w))
        return WHOSAID_ERR_NOMEM;
    for (uint32_t at = 0; at < w.count; at++)
        embed(&w, window, at);
    for (uint32_t i = 0; i < reader->layers; i++)
        read_layer(&w, &reader->layer[i], window->wanted);
    memset(state, 0, (size_t)w.count * WS_READER_HIDDEN * sizeof *state);
    x = w.x;
    for (uint32_t at = 0; at < w.count; at++) {
        if (!window->wanted[at])
            continue;
        memcpy(state + (size_t)at * WS_READER_HIDDEN, x, hidden * sizeof *x);
        x += hidden;
    }
    return WHOSAID_OK;
}
