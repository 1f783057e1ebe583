/*
 * kernel.h - the reader's inner loops, one set for each instruction set.
 *
 * Integer sums are exact and float operations go number by number, or over
 * LANES sums in a fixed order: every set gives the same bits. No sum leaves
 * 32 bits (see weights.h for the bounds of sizes).
 */
#ifndef WS_READER_KERNEL_H
#define WS_READER_KERNEL_H

#include "reader/weights.h"

enum {
    WS_ROWS = 4,     /* rows come in fours */
    WS_BYTE = 255,   /* highest number of a quantised input */
    WS_LEVEL = 8191, /* of a quantised query or key: 32 * LEVEL^2 < 2^31 */
    WS_SHARE = 8191, /* of a share of attention */
    WS_VALUE = 682   /* of a value: 384 * SHARE * VALUE < 2^31 */
};

/* A row of inputs: number i is low + step * whole[i], whole[i] in
 * 0..BYTE. How a set keeps the whole numbers is its own. */
typedef struct ws_row {
    float low;
    float step;
} ws_row;

/* Values of a head, one row a position. */
typedef struct ws_values {
    const float *value; /* the first row */
    size_t stride;      /* numbers from row to row */
    size_t size;        /* of a row, a multiple of 16 */
    size_t count;       /* rows */
    size_t padded;      /* rows of 0 are added up to so many: an even number */
} ws_values;

/* A matrix of 16 bits. */
typedef struct ws_words {
    const int16_t *weight; /* [outs / 16][ins / 2][16][2] */
    size_t ins;            /* even */
    size_t outs;           /* a multiple of 16 */
} ws_words;

/* Weights that come next, to be fetched while others are at work. */
typedef struct ws_ahead {
    const char *at;
    size_t left; /* bytes */
    size_t part; /* of them at a time, a multiple of 64 */
} ws_ahead;

/* So many bytes in so many parts. */
static inline ws_ahead ws_ahead_of(const void *at, size_t bytes, size_t parts)
{
    size_t part = parts > 0 ? bytes / parts : bytes;

    return (ws_ahead){at, bytes, (part + 63) / 64 * 64};
}

static inline void ws_ahead_fetch(ws_ahead *ahead)
{
    size_t bytes = ahead->part < ahead->left ? ahead->part : ahead->left;

    for (size_t i = 0; i < bytes; i += 64)
        __builtin_prefetch(ahead->at + i);
    ahead->at += bytes;
    ahead->left -= bytes;
}

typedef struct ws_kernel {
    size_t bytes; /* of a whole number, 1 or 2 */

    /* Quantise count numbers, a multiple of 16. */
    ws_row (*quantise)(const float *x, size_t count, void *whole);

    /* out[r][o] = sum of linear's weights of o times row r; rows * ins whole
     * numbers, which are spoiled, rows a multiple of ROWS. */
    void (*dot8)(const ws_linear *linear, void *whole, size_t rows,
                 int32_t *out);

    /* The same for 16 bits, rows stride numbers apart. */
    void (*dot16)(const ws_words *words, const int16_t *in, size_t stride,
                  size_t rows, int32_t *out);

    /* out[o] = sum of in times row o of weights, each ins of them, a multiple
     * of 32. */
    void (*row8)(const int8_t *weight, const int16_t *in, size_t ins,
                 size_t outs, int32_t *out);

    /* y = what the sums of one row stand for. */
    void (*finish)(const ws_linear *linear, ws_row row, const int32_t *sum,
                   float *y);

    /* x = half x (1 + erf(x / sqrt 2)). */
    void (*gelu)(float *x, size_t count);

    /* x = norm(x + y) * gain + bias. */
    void (*norm)(const ws_norm *norm, const float *y, size_t count, float *x);

    /* Shares of attention: share[i] = SHARE * 2^(factor * (l - most)), where
     * l = score[i] * scale[i], for i < count, 0 up to the next multiple of
     * 16; room [that] is overwritten. Returns their sum. */
    int32_t (*shares)(const int32_t *score, const float *scale, float factor,
                      size_t count, float *room, int16_t *share);

    /* Quantise times size numbers (a multiple of 16) to -LEVEL..LEVEL, a step
     * for each of times. */
    void (*level)(const float *x, size_t size, size_t times, int16_t *whole,
                  float *step);

    /* Quantise values to -VALUE..VALUE, a step for each column, in the order of
     * dot16's weights: [size / 16][padded / 2][16][2]. */
    void (*pack)(const ws_values *values, float *step, int16_t *packed);
} ws_kernel;

extern const ws_kernel ws_kernel_plain;
#ifdef __x86_64__
extern const ws_kernel ws_kernel_avx2;
extern const ws_kernel ws_kernel_vnni;
extern const ws_kernel ws_kernel_amx;

/* Whether this machine has AMX for bytes and lets this process use it. */
bool ws_kernel_has_amx(void);

/* Its row8, which the sets above it use too. */
void ws_avx2_row8(const int8_t *weight, const int16_t *in, size_t ins,
                  size_t outs, int32_t *out);

/* dot8 of matrices that fit. */
bool ws_amx_fits(const ws_linear *linear);
void ws_amx_dot8(const ws_linear *linear, void *whole, size_t rows,
                 int32_t *out);
#endif
#ifdef __aarch64__
extern const ws_kernel ws_kernel_neon;
extern const ws_kernel ws_kernel_dot;

/* Whether this machine has SDOT. */
bool ws_kernel_has_dot(void);
#endif

/* The loops of a path; one that this build lacks is PLAIN. */
const ws_kernel *ws_kernel_of(ws_path path);

#endif /* WS_READER_KERNEL_H */
