/*
 * kernel_arm.c - the reader's inner loops for NEON, with and without SDOT.
 *
 * SDOT multiplies signed bytes: inputs are kept less 128, and each sum begins
 * with 128 times the sum of its weights. Without it, products of bytes are 16
 * bits wide and pairs of them are added to sums of 32 at once.
 */
#include "reader/kernel.h"

#ifdef __aarch64__

#include <arm_neon.h>
#ifdef __linux__
#include <sys/auxv.h>
#endif

#include "reader/lanes.h"

/* Old clangs know SDOT only where the whole build may use it. */
#if defined(__ARM_FEATURE_DOTPROD)
#define WS_SDOT
#define SDOT
#elif defined(__clang__) && __clang_major__ >= 17
#define WS_SDOT
#define SDOT __attribute__((target("dotprod")))
#elif !defined(__clang__)
#define WS_SDOT
#define SDOT __attribute__((target("arch=armv8.2-a+dotprod")))
#endif

/* Sums of one row and sixteen outputs. */
struct sums {
    int32x4_t part[4];
};

static ws_row neon_quantise(const float *x, size_t count, void *whole)
{
    ws_row row = ws_lanes_quantise(x, count, whole);
    uint8_t *byte = whole;

    for (size_t i = 0; i < count; i++)
        byte[i] ^= 0x80;
    return row;
}

/* What a row's sums begin with: whole numbers, as floats exact. */
static inline void begin(const float *ones, struct sums *sums)
{
    for (int i = 0; i < 4; i++)
        sums->part[i] = vshlq_n_s32(vcvtq_s32_f32(vld1q_f32(ones + 4 * i)), 7);
}

static inline void store(const struct sums *sums, int32_t *out)
{
    for (int i = 0; i < 4; i++)
        vst1q_s32(out + 4 * i, sums->part[i]);
}

static inline int8x16_t four_bytes(const int8_t *in)
{
    int32_t four;

    memcpy(&four, in, sizeof four);
    return vreinterpretq_s8_s32(vdupq_n_s32(four));
}

#ifdef WS_SDOT

/* Sixteen outputs of four rows, four inputs at a time. */
SDOT static void dot_tile(const int8_t *weight, size_t ins, const int8_t *in,
                          const float *ones, size_t outs, int32_t *out)
{
    struct sums sums[WS_ROWS];

    begin(ones, &sums[0]);
    sums[1] = sums[0];
    sums[2] = sums[0];
    sums[3] = sums[0];
    for (size_t k = 0; k < ins; k += 4) {
        const int8_t *w = weight + 16 * k;
        int8x16_t a = vld1q_s8(w);
        int8x16_t b = vld1q_s8(w + 16);
        int8x16_t c = vld1q_s8(w + 32);
        int8x16_t d = vld1q_s8(w + 48);

        for (size_t r = 0; r < WS_ROWS; r++) {
            int8x16_t x = four_bytes(in + r * ins + k);

            sums[r].part[0] = vdotq_s32(sums[r].part[0], a, x);
            sums[r].part[1] = vdotq_s32(sums[r].part[1], b, x);
            sums[r].part[2] = vdotq_s32(sums[r].part[2], c, x);
            sums[r].part[3] = vdotq_s32(sums[r].part[3], d, x);
        }
    }
    for (size_t r = 0; r < WS_ROWS; r++)
        store(&sums[r], out + r * outs);
}

static void dot_dot8(const ws_linear *linear, void *whole, size_t rows,
                     int32_t *out)
{
    size_t ins = linear->ins;
    size_t outs = linear->outs;

    for (size_t o = 0; o < outs; o += 16) {
        for (size_t r = 0; r < rows; r += WS_ROWS)
            dot_tile(linear->weight + o * ins, ins,
                     (const int8_t *)whole + r * ins, linear->sum + o, outs,
                     out + r * outs + o);
    }
}

#endif

/* Four outputs, four inputs: eight products twice, pairs added. */
static inline void neon_step(int8x16_t w, int8x8_t x, int32x4_t *low,
                             int32x4_t *high)
{
    *low = vpadalq_s16(*low, vmull_s8(vget_low_s8(w), x));
    *high = vpadalq_s16(*high, vmull_s8(vget_high_s8(w), x));
}

/* Sixteen outputs of one row; a sum is in two neighbours until the end. */
static void neon_tile(const int8_t *weight, size_t ins, const int8_t *in,
                      const float *ones, int32_t *out)
{
    struct sums sums;
    int32x4_t low[4];
    int32x4_t high[4];

    for (int i = 0; i < 4; i++) {
        low[i] = vdupq_n_s32(0);
        high[i] = low[i];
    }
    for (size_t k = 0; k < ins; k += 4) {
        const int8_t *w = weight + 16 * k;
        int8x8_t x = vget_low_s8(four_bytes(in + k));

        neon_step(vld1q_s8(w), x, &low[0], &high[0]);
        neon_step(vld1q_s8(w + 16), x, &low[1], &high[1]);
        neon_step(vld1q_s8(w + 32), x, &low[2], &high[2]);
        neon_step(vld1q_s8(w + 48), x, &low[3], &high[3]);
    }
    begin(ones, &sums);
    for (int i = 0; i < 4; i++)
        sums.part[i] = vaddq_s32(sums.part[i], vpaddq_s32(low[i], high[i]));
    store(&sums, out);
}

static void neon_dot8(const ws_linear *linear, void *whole, size_t rows,
                      int32_t *out)
{
    size_t ins = linear->ins;
    size_t outs = linear->outs;

    for (size_t o = 0; o < outs; o += 16) {
        for (size_t r = 0; r < rows; r++)
            neon_tile(linear->weight + o * ins, ins,
                      (const int8_t *)whole + r * ins, linear->sum + o,
                      out + r * outs + o);
    }
}

/* Of 16 bits: sixteen outputs of one row, two inputs at a time; eight
 * weights are four outputs. */
static void neon_tile16(const int16_t *weight, size_t ins, const int16_t *in,
                        int32_t *out)
{
    int32x4_t low[4];
    int32x4_t high[4];

    for (int i = 0; i < 4; i++) {
        low[i] = vdupq_n_s32(0);
        high[i] = low[i];
    }
    for (size_t k = 0; k < ins; k += 2) {
        int32_t two;
        int16x4_t x;

        memcpy(&two, in + k, sizeof two);
        x = vreinterpret_s16_s32(vdup_n_s32(two));
        for (size_t i = 0; i < 4; i++) {
            int16x8_t w = vld1q_s16(weight + 16 * k + 8 * i);

            low[i] = vmlal_s16(low[i], vget_low_s16(w), x);
            high[i] = vmlal_s16(high[i], vget_high_s16(w), x);
        }
    }
    for (int i = 0; i < 4; i++)
        vst1q_s32(out + 4 * i, vpaddq_s32(low[i], high[i]));
}

static void neon_dot16(const ws_words *words, const int16_t *in, size_t stride,
                       size_t rows, int32_t *out)
{
    const int16_t *weight = words->weight;
    size_t ins = words->ins;
    size_t outs = words->outs;

    for (size_t r = 0; r < rows; r++) {
        for (size_t o = 0; o < outs; o += 16)
            neon_tile16(weight + o * ins, ins, in + r * stride,
                        out + r * outs + o);
    }
}

static void neon_row8(const int8_t *weight, const int16_t *in, size_t ins,
                      size_t outs, int32_t *out)
{
    for (size_t o = 0; o < outs; o++)
        out[o] = ws_lanes_row(weight + o * ins, in, ins);
}

WS_LANES_OF(neon, (unused))

const ws_kernel ws_kernel_neon = {
    1,         neon_quantise, neon_dot8,   neon_dot16, neon_row8, neon_finish,
    neon_gelu, neon_norm,     neon_shares, neon_level, neon_pack,
};

#ifdef WS_SDOT

const ws_kernel ws_kernel_dot = {
    1,         neon_quantise, dot_dot8,    neon_dot16, neon_row8, neon_finish,
    neon_gelu, neon_norm,     neon_shares, neon_level, neon_pack,
};

bool ws_kernel_has_dot(void)
{
#if defined(__ARM_FEATURE_DOTPROD)
    return true;
#elif defined(__linux__)
    const unsigned long asimddp = 1UL << 20; /* HWCAP_ASIMDDP */

    return (getauxval(AT_HWCAP) & asimddp) != 0;
#else
    return false;
#endif
}

#else

const ws_kernel ws_kernel_dot = {
    1,         neon_quantise, neon_dot8,   neon_dot16, neon_row8, neon_finish,
    neon_gelu, neon_norm,     neon_shares, neon_level, neon_pack,
};

bool ws_kernel_has_dot(void)
{
    return false;
}

#endif

#endif
