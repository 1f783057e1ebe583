/*
 * kernel_avx2.c - the reader's inner loops for AVX2.
 *
 * It has no product of bytes that cannot saturate: inputs are kept in 16 bits,
 * weights are widened as they are read, and pairs add up to 32 bits (pmaddwd).
 * Four rows at a time, so that a weight that is read is used four times.
 */
#include "reader/kernel.h"

#ifdef __x86_64__

#include <immintrin.h>

#include "reader/lanes.h"

#define AVX2      __attribute__((target("avx2")))
#define FOUR(row) row(0) row(1) row(2) row(3)

AVX2 static ws_row avx2_quantise(const float *x, size_t count, void *whole)
{
    return ws_lanes_quantise16(x, count, whole);
}

/* Add up neighbours of two times eight sums, in order. */
AVX2 static inline __m256i avx2_join(__m256i a, __m256i b)
{
    __m256i sums = _mm256_hadd_epi32(a, b);

    return _mm256_permute4x64_epi64(sums, 0xD8);
}

/* Eight outputs of four rows: 32 bytes of weights, half a block, for each four
 * inputs. */
AVX2 static void avx2_tile8(const int8_t *weight, size_t ins, const int16_t *in,
                            size_t outs, int32_t *out)
{
#define ZERO(r) __m256i a##r = _mm256_setzero_si256(), b##r = a##r;
#define STEP(r)                                                 \
    {                                                           \
        int64_t four;                                           \
        __m256i x;                                              \
        memcpy(&four, in + (r)*ins + k, sizeof four);           \
        x = _mm256_set1_epi64x(four);                           \
        a##r = _mm256_add_epi32(a##r, _mm256_madd_epi16(x, v)); \
        b##r = _mm256_add_epi32(b##r, _mm256_madd_epi16(x, w)); \
    }
#define STORE(r)                                               \
    _mm256_storeu_si256((__m256i_u *)(void *)(out + (r)*outs), \
                        avx2_join(a##r, b##r));
    FOUR(ZERO)
    for (size_t k = 0; k < ins; k += 4) {
        const int8_t *at = weight + 16 * k;
        __m256i v = _mm256_cvtepi8_epi16(
            _mm_loadu_si128((const __m128i_u *)(const void *)at));
        __m256i w = _mm256_cvtepi8_epi16(
            _mm_loadu_si128((const __m128i_u *)(const void *)(at + 16)));

        FOUR(STEP)
    }
    FOUR(STORE)
#undef ZERO
#undef STEP
#undef STORE
}

AVX2 static void avx2_dot8(const ws_linear *linear, const void *whole,
                           size_t rows, int32_t *out)
{
    size_t ins = linear->ins;
    size_t outs = linear->outs;

    for (size_t o = 0; o < outs; o += 8) {
        const int8_t *weight =
            linear->weight + o / 16 * 16 * ins + (o % 16) * 4;

        for (size_t r = 0; r < rows; r += WS_ROWS)
            avx2_tile8(weight, ins, (const int16_t *)whole + r * ins, outs,
                       out + r * outs + o);
    }
}

/* Sixteen outputs of four rows. */
AVX2 static void avx2_tile16(const int16_t *weight, size_t ins,
                             const int16_t *in, size_t stride, size_t outs,
                             int32_t *out)
{
#define ZERO(r) __m256i a##r = _mm256_setzero_si256(), b##r = a##r;
#define STEP(r)                                                 \
    {                                                           \
        int32_t two;                                            \
        __m256i x;                                              \
        memcpy(&two, in + (r)*stride + k, sizeof two);          \
        x = _mm256_set1_epi32(two);                             \
        a##r = _mm256_add_epi32(a##r, _mm256_madd_epi16(x, v)); \
        b##r = _mm256_add_epi32(b##r, _mm256_madd_epi16(x, w)); \
    }
#define STORE(r)                                                      \
    _mm256_storeu_si256((__m256i_u *)(void *)(out + (r)*outs), a##r); \
    _mm256_storeu_si256((__m256i_u *)(void *)(out + (r)*outs + 8), b##r);
    FOUR(ZERO)
    for (size_t k = 0; k < ins; k += 2) {
        const int16_t *at = weight + 16 * k;
        __m256i v = _mm256_loadu_si256((const __m256i_u *)(const void *)at);
        __m256i w =
            _mm256_loadu_si256((const __m256i_u *)(const void *)(at + 16));

        FOUR(STEP)
    }
    FOUR(STORE)
#undef ZERO
#undef STEP
#undef STORE
}

AVX2 static void avx2_dot16(const ws_words *words, const int16_t *in,
                            size_t stride, size_t rows, int32_t *out)
{
    const int16_t *weight = words->weight;
    size_t ins = words->ins;
    size_t outs = words->outs;

    for (size_t r = 0; r < rows; r += WS_ROWS) {
        for (size_t o = 0; o < outs; o += 16)
            avx2_tile16(weight + o * ins, ins, in + r * stride, stride, outs,
                        out + r * outs + o);
    }
}

WS_LANES_OF(avx2, (target("avx2")))

const ws_kernel ws_kernel_avx2 = {
    2,         avx2_quantise, avx2_dot8,   avx2_dot16, avx2_finish,
    avx2_gelu, avx2_norm,     avx2_shares, avx2_level, avx2_pack,
};

#endif
