/*
 * kernel_avx2.c - the reader's inner loops for AVX2.
 *
 * Its product of bytes adds up pairs in 16 bits, where they may not fit
 * (pmaddubsw). So the rows are looked at first: what all of them have of an
 * input is taken out and counted once, and by the highest that is left the steps
 * of each eight outputs are sorted: those of which four, or two, products can be
 * added up in 16 bits before they become 32, those of which one fits, and those
 * whose weights must be halved. No sum is cut off: it is the same in any order.
 */
#include "reader/kernel.h"

#ifdef __x86_64__

#include <immintrin.h>

#include "reader/lanes.h"

#define AVX2   __attribute__((target("avx2")))
#define INLINE AVX2 WS_INLINE

AVX2 static ws_row avx2_quantise(const float *x, size_t count, void *whole)
{
    return ws_lanes_quantise(x, count, whole);
}

enum { LOW = 127 /* 2 * LOW * 128 < 2^15 */ };

/* -- bytes ----------------------------------------------------------------- */

/* Some steps of a block of eight outputs, each four inputs: where they begin. */
struct list {
    uint32_t count;
    uint16_t k[WS_WEIGHTS_WIDE / 4];
};

/* All of them, by how many may be added up in 16 bits. */
struct steps {
    __m256i base; /* what sums begin with */
    struct list fours;
    struct list twos;
    struct list ones;
    struct list halves; /* not even one, but with halves of its weights */
};

/* Of the rows' inputs. */
struct range {
    uint8_t low[WS_WEIGHTS_WIDE];  /* taken out of them */
    uint8_t most[WS_WEIGHTS_WIDE]; /* then */
};

/* What sums of 16 bits can reach: above 0, and below. */
struct reach {
    __m256i above;
    __m256i below;
};

INLINE __m256i load(const void *at)
{
    return _mm256_loadu_si256((const __m256i_u *)at);
}

INLINE __m128i load_half(const void *at)
{
    return _mm_loadu_si128((const __m128i_u *)at);
}

INLINE void store_half(void *at, __m128i half)
{
    _mm_storeu_si128((__m128i_u *)at, half);
}

/* Four bytes for all lanes. */
INLINE __m256i all(const uint8_t *in)
{
    int32_t four;

    memcpy(&four, in, sizeof four);
    return _mm256_set1_epi32(four);
}

INLINE struct reach reach_of(const int8_t *weight, const uint8_t *most,
                             size_t k)
{
    __m256i none = _mm256_setzero_si256();
    __m256i w = load(weight + 16 * k);
    __m256i x = all(most + k);
    struct reach reach;

    reach.above = _mm256_maddubs_epi16(x, _mm256_max_epi8(w, none));
    reach.below = _mm256_maddubs_epi16(x, _mm256_min_epi8(w, none));
    return reach;
}

INLINE struct reach join(struct reach a, struct reach b)
{
    a.above = _mm256_adds_epi16(a.above, b.above);
    a.below = _mm256_adds_epi16(a.below, b.below);
    return a;
}

/* Whether all of it fits. */
INLINE bool fits(struct reach reach)
{
    __m256i over = _mm256_or_si256(
        _mm256_cmpeq_epi16(reach.above, _mm256_set1_epi16(INT16_MAX)),
        _mm256_cmpeq_epi16(reach.below, _mm256_set1_epi16(INT16_MIN)));

    return _mm256_movemask_epi8(over) == 0;
}

INLINE void sort_one(struct steps *to, struct reach reach, size_t k)
{
    bool one = fits(reach);

    /* no branch: one could not foresee it */
    to->ones.k[to->ones.count] = (uint16_t)k;
    to->halves.k[to->halves.count] = (uint16_t)k;
    to->ones.count += one;
    to->halves.count += !one;
}

INLINE void sort_two(struct steps *to, struct reach a, struct reach b, size_t k)
{
    if (fits(join(a, b))) {
        to->twos.k[to->twos.count++] = (uint16_t)k;
        return;
    }
    sort_one(to, a, k);
    sort_one(to, b, k + 4);
}

/* fours: whether these are tried. */
AVX2 static void sort_steps(const int8_t *weight, size_t ins,
                            const struct range *range, bool fours,
                            struct steps *to)
{
    const uint8_t *most = range->most;
    __m256i base = _mm256_setzero_si256();

    to->fours.count = 0;
    to->twos.count = 0;
    to->ones.count = 0;
    to->halves.count = 0;
    for (size_t k = 0; k < ins; k += 16) {
        struct reach a = reach_of(weight, most, k);
        struct reach b = reach_of(weight, most, k + 4);
        struct reach c = reach_of(weight, most, k + 8);
        struct reach d = reach_of(weight, most, k + 12);

        for (size_t i = k; i < k + 16; i += 4) {
            base = _mm256_add_epi32(
                base,
                _mm256_madd_epi16(_mm256_maddubs_epi16(all(range->low + i),
                                                       load(weight + 16 * i)),
                                  _mm256_set1_epi16(1)));
        }
        if (fours && fits(join(join(a, b), join(c, d)))) {
            to->fours.k[to->fours.count++] = (uint16_t)k;
            continue;
        }
        sort_two(to, a, b, k);
        sort_two(to, c, d, k + 8);
    }
    to->base = base;
}

#define FOUR(row)  row(0) row(1) row(2) row(3)
#define EIGHT(row) FOUR(row) row(4) row(5) row(6) row(7)

#define LOAD(r)        __m256i a##r = load(out + (r)*outs);
#define PART(r, at, w) _mm256_maddubs_epi16(all(in + (r)*ins + k + (at)), w)
#define ADD(r, part) \
    a##r = _mm256_add_epi32(a##r, _mm256_madd_epi16(part, unit));
#define ONE(r)  ADD(r, PART(r, 0, w))
#define PAIR(r) _mm256_add_epi16(PART(r, 0, w), PART(r, 4, v))
#define TWO(r)  ADD(r, PAIR(r))
#define LAST(r) _mm256_add_epi16(PART(r, 8, y), PART(r, 12, z))
#define ALL(r)  ADD(r, _mm256_add_epi16(PAIR(r), LAST(r)))
#define HALF(r) ONE(r) ADD(r, PART(r, 0, v))
#define STORE(r) \
    _mm256_storeu_si256((__m256i_u *)(void *)(out + (r)*outs), a##r);

/* Of bytes, rounded up. */
INLINE __m256i half_of(__m256i w)
{
    __m256i flip = _mm256_set1_epi8(INT8_MIN);

    return _mm256_xor_si256(_mm256_avg_epu8(_mm256_xor_si256(w, flip), flip),
                            flip);
}

/* The weights of a step, as those above want them. */
#define WEIGHT   __m256i w = load(weight + 16 * k);
#define WEIGHTS2 WEIGHT __m256i v = load(weight + 16 * k + 64);
#define WEIGHTS4                             \
    WEIGHTS2                                 \
    __m256i y = load(weight + 16 * k + 128); \
    __m256i z = load(weight + 16 * k + 192);
#define HALVES                             \
    __m256i whole = load(weight + 16 * k); \
    __m256i w = half_of(whole);            \
    __m256i v = _mm256_sub_epi8(whole, w);

/* Add some steps to the sums of eight outputs and some rows. */
#define TILE(name, rows, weights, row)                                \
    AVX2 static void name(const int8_t *weight, size_t ins,           \
                          const struct list *list, const uint8_t *in, \
                          size_t outs, int32_t *out)                  \
    {                                                                 \
        const __m256i unit = _mm256_set1_epi16(1);                    \
        rows(LOAD) for (size_t i = 0; i < list->count; i++)           \
        {                                                             \
            size_t k = list->k[i];                                    \
            weights rows(row)                                         \
        }                                                             \
        rows(STORE)                                                   \
    }
TILE(fours_8, EIGHT, WEIGHTS4, ALL)
TILE(fours_4, FOUR, WEIGHTS4, ALL)
TILE(twos_8, EIGHT, WEIGHTS2, TWO)
TILE(twos_4, FOUR, WEIGHTS2, TWO)
TILE(ones_8, EIGHT, WEIGHT, ONE)
TILE(ones_4, FOUR, WEIGHT, ONE)
TILE(halves_8, EIGHT, HALVES, HALF)
TILE(halves_4, FOUR, HALVES, HALF)

/* Eight outputs of eight rows, or of four. */
AVX2 static void tile(const int8_t *weight, const ws_linear *linear,
                      const struct steps *steps, const uint8_t *in, bool eight,
                      int32_t *out)
{
    size_t ins = linear->ins;
    size_t outs = linear->outs;

    for (size_t r = 0; r < (eight ? 8 : 4); r++)
        _mm256_storeu_si256((__m256i_u *)(void *)(out + r * outs), steps->base);
    if (eight) {
        fours_8(weight, ins, &steps->fours, in, outs, out);
        twos_8(weight, ins, &steps->twos, in, outs, out);
        ones_8(weight, ins, &steps->ones, in, outs, out);
        halves_8(weight, ins, &steps->halves, in, outs, out);
    } else {
        fours_4(weight, ins, &steps->fours, in, outs, out);
        twos_4(weight, ins, &steps->twos, in, outs, out);
        ones_4(weight, ins, &steps->ones, in, outs, out);
        halves_4(weight, ins, &steps->halves, in, outs, out);
    }
}

#undef LOAD
#undef STORE

/* Take what all rows have of an input out of them, LOW at most; range: the
 * lowest and the highest that is left. */
AVX2 static void lower(uint8_t *in, size_t ins, size_t rows,
                       struct range *range)
{
    for (size_t k = 0; k < ins; k += 16) {
        __m128i least = load_half(in + k);
        __m128i high = least;

        for (size_t r = 1; r < rows; r++) {
            __m128i x = load_half(in + r * ins + k);

            least = _mm_min_epu8(x, least);
            high = _mm_max_epu8(x, high);
        }
        least = _mm_min_epu8(least, _mm_set1_epi8(LOW));
        for (size_t r = 0; r < rows; r++)
            store_half(in + r * ins + k,
                       _mm_sub_epi8(load_half(in + r * ins + k), least));
        store_half(range->low + k, least);
        store_half(range->most + k, _mm_sub_epi8(high, least));
    }
}

AVX2 static void avx2_dot8(const ws_linear *linear, void *whole, size_t rows,
                           int32_t *out)
{
    size_t ins = linear->ins;
    size_t outs = linear->outs;
    uint8_t *in = whole;
    struct range range;
    struct steps steps;
    bool fours = true;

    lower(in, ins, rows, &range);
    for (size_t o = 0; o < outs; o += 8) {
        const int8_t *weight =
            linear->weight + o / 16 * 16 * ins + (o % 16) * 4;
        ws_ahead ahead =
            ws_ahead_of(linear->weight + (o + 16) * ins,
                        o + 16 < outs ? 8 * ins : 0, (rows + 7) / 8);
        size_t r = 0;

        sort_steps(weight, ins, &range, fours, &steps);
        fours = fours && (size_t)32 * steps.fours.count >= ins;
        for (; r + 8 <= rows; r += 8) {
            ws_ahead_fetch(&ahead);
            tile(weight, linear, &steps, in + r * ins, true,
                 out + r * outs + o);
        }
        for (; r < rows; r += WS_ROWS)
            tile(weight, linear, &steps, in + r * ins, false,
                 out + r * outs + o);
    }
}

/* -- 16 bits --------------------------------------------------------------- */

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

AVX2 void ws_avx2_row8(const int8_t *weight, const int16_t *in, size_t ins,
                       size_t outs, int32_t *out)
{
    for (size_t o = 0; o < outs; o++, weight += ins) {
        __m256i a = _mm256_setzero_si256();
        __m256i b = a;
        __m128i sum;

        for (size_t k = 0; k < ins; k += 32) {
            __m256i v = _mm256_cvtepi8_epi16(load_half(weight + k));
            __m256i w = _mm256_cvtepi8_epi16(load_half(weight + k + 16));

            a = _mm256_add_epi32(a, _mm256_madd_epi16(load(in + k), v));
            b = _mm256_add_epi32(b, _mm256_madd_epi16(load(in + k + 16), w));
        }
        a = _mm256_add_epi32(a, b);
        sum = _mm_add_epi32(_mm256_castsi256_si128(a),
                            _mm256_extracti128_si256(a, 1));
        sum = _mm_hadd_epi32(sum, sum);
        out[o] = _mm_cvtsi128_si32(_mm_hadd_epi32(sum, sum));
    }
}

/* ws_lanes_level: sixteen numbers at a time, the steps of lanes.h. */
AVX2 static void level_of(const float *x, size_t size, float fast,
                          int16_t *whole)
{
    const __m256 most = _mm256_set1_ps((float)WS_LEVEL);
    const __m256 half = _mm256_set1_ps(WS_LEVEL + 0.5f);
    const __m256i back = _mm256_set1_epi16(WS_LEVEL);
    const __m256 by = _mm256_set1_ps(fast);

    for (size_t i = 0; i < size; i += 16) {
        __m256 a = _mm256_mul_ps(_mm256_loadu_ps(x + i), by);
        __m256 b = _mm256_mul_ps(_mm256_loadu_ps(x + i + 8), by);
        __m256i both;

        a = _mm256_add_ps(_mm256_min_ps(a, most), half);
        b = _mm256_add_ps(_mm256_min_ps(b, most), half);
        both =
            _mm256_packs_epi32(_mm256_cvttps_epi32(a), _mm256_cvttps_epi32(b));
        both = _mm256_sub_epi16(_mm256_permute4x64_epi64(both, 0xD8), back);
        _mm256_storeu_si256((__m256i_u *)(void *)(whole + i), both);
    }
}

AVX2 static void avx2_level(const float *x, size_t size, size_t times,
                            int16_t *whole, float *step)
{
    for (size_t k = 0; k < times; k++, x += size, whole += size) {
        float low;
        float high;

        ws_lanes_range(x, size, &low, &high);
        high = high > -low ? high : -low;
        level_of(x, size, high > 1e-20f ? (float)WS_LEVEL / high : 0.0f, whole);
        step[k] = high / (float)WS_LEVEL;
    }
}

WS_LANES_BUT_LEVEL(avx2, (target("avx2")))

const ws_kernel ws_kernel_avx2 = {
    1,           avx2_quantise, avx2_dot8, avx2_dot16,  ws_avx2_row8,
    avx2_finish, avx2_gelu,     avx2_norm, avx2_shares, avx2_level,
    avx2_pack,
};

#endif
