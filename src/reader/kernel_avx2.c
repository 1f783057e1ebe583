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

enum { LOW = 127 /* 2 * LOW * 128 < 2^15 */ };

/* -- bytes ----------------------------------------------------------------- */

/* Some steps of a block of eight outputs, each four inputs: where they begin. */
struct list {
    uint32_t count;
    uint16_t k[WS_WEIGHTS_WIDE / 4 + 1]; /* one more is written, not counted */
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

/* Those below without a branch: one could not foresee it. */
INLINE void put(struct list *list, size_t k, bool is)
{
    list->k[list->count] = (uint16_t)k;
    list->count += is;
}

INLINE void sort_one(struct steps *to, struct reach reach, size_t k)
{
    bool one = fits(reach);

    put(&to->ones, k, one);
    put(&to->halves, k, !one);
}

/* What is taken out of each row times the weights. */
INLINE __m256i base_of(const int8_t *weight, const uint8_t *low, size_t k)
{
    return _mm256_madd_epi16(
        _mm256_maddubs_epi16(all(low + k), load(weight + 16 * k)),
        _mm256_set1_epi16(1));
}

AVX2 static void sort_steps(const int8_t *weight, size_t ins,
                            const struct range *range, struct steps *to)
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
        struct reach ab = join(a, b);
        struct reach cd = join(c, d);
        bool four = fits(join(ab, cd));
        bool front = fits(ab);
        bool back = fits(cd);

        for (size_t i = k; i < k + 16; i += 4)
            base = _mm256_add_epi32(base, base_of(weight, range->low, i));
        put(&to->fours, k, four);
        put(&to->twos, k, front && !four);
        put(&to->twos, k + 8, back && !four);
        if (!front) {
            sort_one(to, a, k);
            sort_one(to, b, k + 4);
        }
        if (!back) {
            sort_one(to, c, k + 8);
            sort_one(to, d, k + 12);
        }
    }
    to->base = base;
}

#define FOUR(row)  row(0) row(1) row(2) row(3)
#define EIGHT(row) FOUR(row) row(4) row(5) row(6) row(7)

/* The inputs of a block of rows lie step by step, four bytes of each row. */
#define BEGIN(r)       __m256i a##r = steps->base;
#define AT(r, at)      (x + (size_t)4 * (r) + (size_t)(at)*ROWS)
#define PART(r, at, w) _mm256_maddubs_epi16(all(AT(r, at)), w)
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

/* Add the steps of a list. */
#define STEPS(list, weights, rows, row)         \
    for (size_t i = 0; i < (list).count; i++) { \
        size_t k = (list).k[i];                 \
        const uint8_t *x = in + k * ROWS;       \
        weights rows(row)                       \
    }

/* Eight outputs of some rows. */
#define TILE(name, rows)                                                   \
    AVX2 static void name(const int8_t *weight, const struct steps *steps, \
                          const uint8_t *in, size_t outs, int32_t *out)    \
    {                                                                      \
        const __m256i unit = _mm256_set1_epi16(1);                         \
                                                                           \
        rows(BEGIN) STEPS(steps->fours, WEIGHTS4, rows, ALL)               \
            STEPS(steps->twos, WEIGHTS2, rows, TWO)                        \
                STEPS(steps->ones, WEIGHT, rows, ONE)                      \
                    STEPS(steps->halves, HALVES, rows, HALF) rows(STORE)   \
    }
#define ROWS 8
TILE(tile_8, EIGHT) /* unrolled: NOLINT(readability-function-size) */
#undef ROWS
#define ROWS 4
TILE(tile_4, FOUR) /* unrolled: NOLINT(readability-function-size) */
#undef ROWS

#undef STORE

/* The lowest of each input of all rows, LOW at most, and the highest above. */
AVX2 static void look(const uint8_t *in, size_t ins, size_t rows,
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
        store_half(range->low + k, least);
        store_half(range->most + k, _mm_sub_epi8(high, least));
    }
}

/* Sixteen inputs of four rows, step by step. */
INLINE void turn(const uint8_t *in, size_t ins, __m128i low, size_t wide,
                 uint8_t *to)
{
    __m128i a = _mm_sub_epi8(load_half(in), low);
    __m128i b = _mm_sub_epi8(load_half(in + ins), low);
    __m128i c = _mm_sub_epi8(load_half(in + 2 * ins), low);
    __m128i d = _mm_sub_epi8(load_half(in + 3 * ins), low);
    __m128i ab = _mm_unpacklo_epi32(a, b);
    __m128i cd = _mm_unpacklo_epi32(c, d);

    store_half(to, _mm_unpacklo_epi64(ab, cd));
    store_half(to + wide, _mm_unpackhi_epi64(ab, cd));
    ab = _mm_unpackhi_epi32(a, b);
    cd = _mm_unpackhi_epi32(c, d);
    store_half(to + 2 * wide, _mm_unpacklo_epi64(ab, cd));
    store_half(to + 3 * wide, _mm_unpackhi_epi64(ab, cd));
}

/* Take what all rows have out of a block of four or eight of them, and put its
 * steps one behind the other. */
AVX2 static void lower(uint8_t *in, size_t ins, size_t rows, const uint8_t *low)
{
    uint8_t turned[8 * WS_WEIGHTS_WIDE];

    for (size_t k = 0; k < ins; k += 16) {
        for (size_t r = 0; r < rows; r += 4)
            turn(in + r * ins + k, ins, load_half(low + k), 4 * rows,
                 turned + k * rows + 4 * r);
    }
    /* cppcheck-suppress uninitvar ; turn fills it */
    memcpy(in, turned, rows * ins);
}

AVX2 static void avx2_dot8(const ws_linear *linear, void *whole, size_t rows,
                           int32_t *out)
{
    size_t ins = linear->ins;
    size_t outs = linear->outs;
    size_t eights = rows / 8 * 8;
    uint8_t *in = whole;
    struct range range;
    struct steps steps;

    look(in, ins, rows, &range);
    for (size_t r = 0; r < rows; r += 8)
        lower(in + r * ins, ins, r < eights ? 8 : 4, range.low);
    for (size_t o = 0; o < outs; o += 8) {
        const int8_t *weight =
            linear->weight + o / 16 * 16 * ins + (o % 16) * 4;
        ws_ahead ahead =
            ws_ahead_of(linear->weight + (o + 16) * ins,
                        o + 16 < outs ? 8 * ins : 0, (rows + 7) / 8);

        sort_steps(weight, ins, &range, &steps);
        for (size_t r = 0; r < eights; r += 8) {
            ws_ahead_fetch(&ahead);
            tile_8(weight, &steps, in + r * ins, outs, out + r * outs + o);
        }
        if (eights < rows)
            tile_4(weight, &steps, in + eights * ins, outs,
                   out + eights * outs + o);
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

/* -- floats: the steps of lanes.h, sixteen numbers at a time ---------------- */

INLINE float most_of(__m256 eight)
{
    __m128 x = _mm_max_ps(_mm256_castps256_ps128(eight),
                          _mm256_extractf128_ps(eight, 1));

    x = _mm_max_ps(x, _mm_movehl_ps(x, x));
    return _mm_cvtss_f32(_mm_max_ss(x, _mm_shuffle_ps(x, x, 1)));
}

/* Lowest and highest of count numbers, a multiple of 16. */
INLINE void range_of(const float *x, size_t count, float *low, float *high)
{
    const __m256 flip = _mm256_set1_ps(-0.0f);
    __m256 a = _mm256_loadu_ps(x);
    __m256 b = _mm256_loadu_ps(x + 8);
    __m256 c = a;
    __m256 d = b;

    for (size_t i = 16; i < count; i += 16) {
        __m256 v = _mm256_loadu_ps(x + i);
        __m256 w = _mm256_loadu_ps(x + i + 8);

        a = _mm256_min_ps(v, a);
        b = _mm256_min_ps(w, b);
        c = _mm256_max_ps(v, c);
        d = _mm256_max_ps(w, d);
    }
    *low = -most_of(_mm256_xor_ps(_mm256_min_ps(a, b), flip));
    *high = most_of(_mm256_max_ps(c, d));
}

INLINE __m256i bytes_of(const float *x, __m256 low, __m256 fast)
{
    __m256 v = _mm256_mul_ps(_mm256_sub_ps(_mm256_loadu_ps(x), low), fast);

    v = _mm256_add_ps(v, _mm256_set1_ps(0.5f));
    return _mm256_cvttps_epi32(_mm256_min_ps(v, _mm256_set1_ps(WS_BYTE)));
}

AVX2 static ws_row avx2_quantise(const float *x, size_t count, void *whole)
{
    uint8_t *to = whole;
    float high;
    float fast;
    ws_row row;

    range_of(x, count, &row.low, &high);
    row.step = (high - row.low) / (float)WS_BYTE;
    fast = row.step > 1e-20f ? 1.0f / row.step : 0.0f;
    for (size_t i = 0; i < count; i += 16) {
        __m256i a =
            bytes_of(x + i, _mm256_set1_ps(row.low), _mm256_set1_ps(fast));
        __m256i b =
            bytes_of(x + i + 8, _mm256_set1_ps(row.low), _mm256_set1_ps(fast));
        __m256i both = _mm256_permute4x64_epi64(_mm256_packs_epi32(a, b), 0xD8);

        store_half(to + i, _mm_packus_epi16(_mm256_castsi256_si128(both),
                                            _mm256_extracti128_si256(both, 1)));
    }
    return row;
}

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

        range_of(x, size, &low, &high);
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
