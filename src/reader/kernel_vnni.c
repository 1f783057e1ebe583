/*
 * kernel_vnni.c - the reader's inner loops for AVX-512 with VNNI.
 *
 * VNNI adds four products of bytes to 32 bits (vpdpbusd), or two of 16 bits
 * (vpdpwssd). Sixteen sums are kept in registers, so that each waits for no
 * other and a weight that is read is used for four rows or eight. The float
 * loops are those of lanes.h, sixteen numbers at a time.
 */
#include "reader/kernel.h"

#ifdef __x86_64__

#include <immintrin.h>

#include "reader/lanes.h"

#define VNNI \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))
#define INLINE VNNI WS_INLINE

/* -- whole numbers --------------------------------------------------------- */

INLINE __m512i load(const void *at)
{
    return _mm512_loadu_si512(at);
}

/* Four bytes for all lanes. */
INLINE __m512i all(const void *at)
{
    int32_t four;

    memcpy(&four, at, sizeof four);
    return _mm512_set1_epi32(four);
}

/* Add products to the sums of sixteen outputs, or of twice as many. */
INLINE void one(bool words, const char *in, __m512i w, __m512i *sum)
{
    *sum = words ? _mm512_dpwssd_epi32(*sum, all(in), w)
                 : _mm512_dpbusd_epi32(*sum, all(in), w);
}

INLINE void two(bool words, const char *in, __m512i v, __m512i w, __m512i *a,
                __m512i *b)
{
    one(words, in, v, a);
    one(words, in, w, b);
}

#define FOUR(row)  row(0) row(1) row(2) row(3)
#define EIGHT(row) FOUR(row) row(4) row(5) row(6) row(7)

/* Of row r: the sums of 16 outputs, 32 or 64, each a variable of its own (an
 * array is copied about by gcc 12). */
#define ZERO1(r) __m512i a##r = _mm512_setzero_si512();
#define ZERO2(r) __m512i a##r = _mm512_setzero_si512(), b##r = a##r;
#define ZERO4(r) ZERO2(r) __m512i c##r = a##r, d##r = a##r;
#define LOAD1    __m512i v = load(weight + 64 * k);
#define LOAD2    LOAD1 __m512i w = load(weight + 64 * (k + steps));
#define LOAD4                                         \
    LOAD2                                             \
    __m512i v2 = load(weight + 64 * (k + 2 * steps)); \
    __m512i w2 = load(weight + 64 * (k + 3 * steps));
#define AT(r)     (in + (r)*stride + 4 * k)
#define STEP1(r)  one(words, AT(r), v, &a##r);
#define STEP2(r)  two(words, AT(r), v, w, &a##r, &b##r);
#define STEP4(r)  STEP2(r) two(words, AT(r), v2, w2, &c##r, &d##r);
#define STORE1(r) _mm512_storeu_si512(out + (r)*outs, a##r);
#define STORE2(r) STORE1(r) _mm512_storeu_si512(out + (r)*outs + 16, b##r);
#define STORE4(r)                                   \
    STORE2(r)                                       \
    _mm512_storeu_si512(out + (r)*outs + 32, c##r); \
    _mm512_storeu_si512(out + (r)*outs + 48, d##r);

/* The sums of some rows and wide times sixteen outputs. A step is four bytes of
 * inputs: four whole numbers, or two of 16 bits. */
#define TILE(name, is, rows, wide)                                          \
    VNNI static void name(const char *weight, size_t steps, const char *in, \
                          size_t stride, size_t outs, int32_t *out)         \
    {                                                                       \
        const bool words = is;                                              \
        rows(ZERO##wide) for (size_t k = 0; k < steps; k++){                \
            LOAD##wide rows(STEP##wide)} rows(STORE##wide)                  \
    }
TILE(bytes_8_2, false, EIGHT, 2)
TILE(bytes_4_2, false, FOUR, 2)
TILE(bytes_4_1, false, FOUR, 1)
TILE(words_8_2, true, EIGHT, 2)
TILE(words_4_4, true, FOUR, 4)
TILE(words_4_2, true, FOUR, 2)
TILE(words_4_1, true, FOUR, 1)

VNNI static void vnni_dot8(const ws_linear *linear, void *whole, size_t rows,
                           int32_t *out)
{
    size_t ins = linear->ins;
    size_t outs = linear->outs;
    const char *in = whole;
    const char *weight = (const char *)linear->weight;
    size_t o = 0;

    for (; o + 32 <= outs; o += 32) {
        ws_ahead ahead =
            ws_ahead_of(weight + (o + 32) * ins, o + 64 <= outs ? 32 * ins : 0,
                        (rows + 7) / 8);
        size_t r = 0;

        for (; r + 8 <= rows; r += 8) {
            ws_ahead_fetch(&ahead);
            bytes_8_2(weight + o * ins, ins / 4, in + r * ins, ins, outs,
                      out + r * outs + o);
        }
        for (; r < rows; r += WS_ROWS)
            bytes_4_2(weight + o * ins, ins / 4, in + r * ins, ins, outs,
                      out + r * outs + o);
    }
    for (; o < outs; o += 16) {
        for (size_t r = 0; r < rows; r += WS_ROWS)
            bytes_4_1(weight + o * ins, ins / 4, in + r * ins, ins, outs,
                      out + r * outs + o);
    }
}

VNNI static void vnni_dot16(const ws_words *words, const int16_t *in,
                            size_t stride, size_t rows, int32_t *out)
{
    size_t ins = words->ins;
    size_t outs = words->outs;
    const char *weight = (const char *)words->weight;
    size_t two = sizeof *in;
    size_t r = 0;

    for (; outs == 32 && r + 8 <= rows; r += 8)
        words_8_2(weight, ins / 2, (const char *)(in + r * stride),
                  stride * two, outs, out + r * outs);
    for (; r < rows; r += WS_ROWS) {
        const char *at = (const char *)(in + r * stride);
        size_t o = 0;

        for (; o + 64 <= outs; o += 64)
            words_4_4(weight + o * ins * two, ins / 2, at, stride * two, outs,
                      out + r * outs + o);
        for (; o + 32 <= outs; o += 32)
            words_4_2(weight + o * ins * two, ins / 2, at, stride * two, outs,
                      out + r * outs + o);
        for (; o < outs; o += 16)
            words_4_1(weight + o * ins * two, ins / 2, at, stride * two, outs,
                      out + r * outs + o);
    }
}

/* -- floats: see lanes.h --------------------------------------------------- */

INLINE __m512 numbers(const float *x)
{
    return _mm512_loadu_ps(x);
}

/* Towards 0. */
INLINE __m512i whole_of(__m512 x)
{
    return _mm512_cvttps_epi32(x);
}

VNNI static ws_row vnni_quantise(const float *x, size_t count, void *whole)
{
    uint8_t *to = whole;
    __m512 least = numbers(x);
    __m512 most = least;
    __m512 least2 = least;
    __m512 most2 = least;
    size_t from = count % 32;
    ws_row row;

    /* two at a time: neither waits for the other */
    for (size_t i = from; i < count; i += 32) {
        __m512 v = numbers(x + i);
        __m512 w = numbers(x + i + 16);

        least = _mm512_min_ps(v, least);
        most = _mm512_max_ps(v, most);
        least2 = _mm512_min_ps(w, least2);
        most2 = _mm512_max_ps(w, most2);
    }
    least = _mm512_min_ps(least, least2);
    most = _mm512_max_ps(most, most2);
    row.low = _mm512_reduce_min_ps(least);
    row.step = (_mm512_reduce_max_ps(most) - row.low) / (float)WS_BYTE;
    __m512 low = _mm512_set1_ps(row.low);
    __m512 fast = _mm512_set1_ps(row.step > 1e-20f ? 1.0f / row.step : 0.0f);
    for (size_t i = 0; i < count; i += 16) {
        __m512 v = _mm512_mul_ps(_mm512_sub_ps(numbers(x + i), low), fast);

        v = _mm512_min_ps(_mm512_add_ps(v, _mm512_set1_ps(0.5f)),
                          _mm512_set1_ps((float)WS_BYTE));
        _mm_storeu_si128((__m128i_u *)(void *)(to + i),
                         _mm512_cvtepi32_epi8(whole_of(v)));
    }
    return row;
}

VNNI static void vnni_finish(const ws_linear *linear, ws_row row,
                             const int32_t *sum, float *y)
{
    __m512 step = _mm512_set1_ps(row.step);
    __m512 low = _mm512_set1_ps(row.low);

    for (size_t i = 0; i < linear->outs; i += 16) {
        __m512 dot = _mm512_mul_ps(_mm512_cvtepi32_ps(load(sum + i)), step);

        dot = _mm512_add_ps(dot, _mm512_mul_ps(numbers(linear->sum + i), low));
        dot = _mm512_mul_ps(dot, numbers(linear->scale + i));
        _mm512_storeu_ps(y + i, _mm512_add_ps(dot, numbers(linear->bias + i)));
    }
}

/* p * x + constant */
INLINE __m512 then(__m512 p, __m512 x, float constant)
{
    return _mm512_add_ps(_mm512_mul_ps(p, x), _mm512_set1_ps(constant));
}

VNNI static void vnni_gelu(float *x, size_t count)
{
    for (size_t i = 0; i < count; i += 16) {
        __m512 v = numbers(x + i);
        __m512 z = _mm512_mul_ps(v, _mm512_set1_ps(0.70710678f));
        __m512 p = _mm512_set1_ps(5.0296091e-08f);
        __m512 t;

        z = _mm512_max_ps(z, _mm512_set1_ps(-2.9f));
        z = _mm512_min_ps(z, _mm512_set1_ps(2.9f));
        t = _mm512_mul_ps(z, z);
        p = then(p, t, -2.2731419e-06f);
        p = then(p, t, 4.5681878e-05f);
        p = then(p, t, -5.4533884e-04f);
        p = then(p, t, 4.3793595e-03f);
        p = then(p, t, -2.5442393e-02f);
        p = then(p, t, 1.1149939e-01f);
        p = then(p, t, -3.7554497e-01f);
        p = then(p, t, 1.1283045f);
        p = _mm512_add_ps(_mm512_set1_ps(1.0f), _mm512_mul_ps(p, z));
        v = _mm512_mul_ps(_mm512_mul_ps(_mm512_set1_ps(0.5f), v), p);
        _mm512_storeu_ps(x + i, v);
    }
}

/* The sum of all lanes in the order of lanes.h. */
INLINE float sum_of(__m512 x)
{
    __m256 eight =
        _mm256_add_ps(_mm512_castps512_ps256(x), _mm512_extractf32x8_ps(x, 1));
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight),
                             _mm256_extractf128_ps(eight, 1));
    __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));

    return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
}

VNNI static void vnni_norm(const ws_norm *norm, const float *y, size_t count,
                           float *x)
{
    __m512 sum = _mm512_setzero_ps();
    __m512 square = sum;

    for (size_t i = 0; i < count; i += 16) {
        __m512 v = _mm512_add_ps(numbers(x + i), numbers(y + i));

        _mm512_storeu_ps(x + i, v);
        sum = _mm512_add_ps(sum, v);
    }
    __m512 mean = _mm512_set1_ps(sum_of(sum) / (float)count);
    for (size_t i = 0; i < count; i += 16) {
        __m512 v = _mm512_sub_ps(numbers(x + i), mean);

        square = _mm512_add_ps(square, _mm512_mul_ps(v, v));
    }
    __m512 fast =
        _mm512_set1_ps(1.0f / sqrtf(sum_of(square) / (float)count + 1e-12f));
    for (size_t i = 0; i < count; i += 16) {
        __m512 v = _mm512_sub_ps(numbers(x + i), mean);

        v = _mm512_mul_ps(_mm512_mul_ps(v, fast), numbers(norm->gain + i));
        _mm512_storeu_ps(x + i, _mm512_add_ps(v, numbers(norm->bias + i)));
    }
}

/* SHARE * 2^t for t in -24..0, rounded: times 2^whole is exact. */
INLINE __m512i share_of(__m512 t)
{
    __m512 whole =
        _mm512_cvtepi32_ps(whole_of(_mm512_sub_ps(t, _mm512_set1_ps(0.5f))));
    __m512 f = _mm512_sub_ps(t, whole);
    __m512 p = _mm512_set1_ps(9.6760364e-03f);

    p = then(p, f, 5.5922035e-02f);
    p = then(p, f, 2.4022107e-01f);
    p = then(p, f, 6.9312102e-01f);
    p = then(p, f, 1.0000001f);
    p = _mm512_scalef_ps(p, whole);
    return whole_of(then(p, _mm512_set1_ps((float)WS_SHARE), 0.5f));
}

/* The first count lanes of sixteen. */
INLINE __mmask16 lanes_of(size_t count)
{
    unsigned all = 0xFFFF;

    return (__mmask16)(all >> (16 - count));
}

/* The highest score as it counts; room is filled. */
INLINE __m512 most_of(const int32_t *score, const float *scale, size_t count,
                      float *room)
{
    __m512 most = _mm512_set1_ps((float)score[0] * scale[0]);
    __m512 most2 = most;
    size_t i = 0;

    for (; i + 32 <= count; i += 32) {
        __m512 v = _mm512_cvtepi32_ps(load(score + i));
        __m512 w = _mm512_cvtepi32_ps(load(score + i + 16));

        v = _mm512_mul_ps(v, numbers(scale + i));
        w = _mm512_mul_ps(w, numbers(scale + i + 16));
        _mm512_storeu_ps(room + i, v);
        _mm512_storeu_ps(room + i + 16, w);
        most = _mm512_max_ps(v, most);
        most2 = _mm512_max_ps(w, most2);
    }
    most = _mm512_max_ps(most, most2);
    for (; i < count; i += 16) {
        __mmask16 is = lanes_of(count - i < 16 ? count - i : 16);
        __m512 v = _mm512_mul_ps(_mm512_cvtepi32_ps(load(score + i)),
                                 numbers(scale + i));

        _mm512_storeu_ps(room + i, v);
        most = _mm512_mask_max_ps(most, is, v, most);
    }
    return _mm512_set1_ps(_mm512_reduce_max_ps(most));
}

/* Of sixteen numbers; a number of those that are not there may be anything. */
INLINE __m512i part_of(const float *room, __m512 most, __m512 factor)
{
    __m512 t = _mm512_mul_ps(_mm512_sub_ps(numbers(room), most), factor);

    return share_of(_mm512_max_ps(t, _mm512_set1_ps(-24.0f)));
}

INLINE void put_part(int16_t *share, __m512i part)
{
    _mm256_storeu_si256((__m256i_u *)(void *)share,
                        _mm512_cvtepi32_epi16(part));
}

VNNI static int32_t vnni_shares(const int32_t *score, const float *scale,
                                float factor, size_t count, float *room,
                                int16_t *share)
{
    __m512 most = most_of(score, scale, count, room);
    __m512 by = _mm512_set1_ps(factor);
    __m512i sum = _mm512_setzero_si512();
    size_t i = 0;

    for (; i + 16 <= count; i += 16) {
        __m512i part = part_of(room + i, most, by);

        sum = _mm512_add_epi32(sum, part);
        put_part(share + i, part);
    }
    if (i < count) {
        __m512i part = part_of(room + i, most, by);

        part = _mm512_maskz_mov_epi32(lanes_of(count - i), part);
        sum = _mm512_add_epi32(sum, part);
        put_part(share + i, part);
    }
    return _mm512_reduce_add_epi32(sum);
}

/* x within -most..most (in 1..: what rounds it is added first). */
INLINE __m512i rounded(__m512 x, float most)
{
    x = _mm512_min_ps(x, _mm512_set1_ps(most));
    x = _mm512_add_ps(x, _mm512_set1_ps(most + 0.5f));
    return _mm512_sub_epi32(whole_of(x), _mm512_set1_epi32((int32_t)most));
}

VNNI static void vnni_level(const float *x, size_t size, size_t times,
                            int16_t *whole, float *step)
{
    for (size_t k = 0; k < times; k++, x += size, whole += size) {
        __m512 most = _mm512_setzero_ps();
        float high;

        for (size_t i = 0; i < size; i += 16)
            most = _mm512_max_ps(most, _mm512_abs_ps(numbers(x + i)));
        high = _mm512_reduce_max_ps(most);
        step[k] = high / (float)WS_LEVEL;
        __m512 fast =
            _mm512_set1_ps(high > 1e-20f ? (float)WS_LEVEL / high : 0.0f);
        for (size_t i = 0; i < size; i += 16) {
            __m512 v = _mm512_mul_ps(numbers(x + i), fast);

            _mm256_storeu_si256((__m256i_u *)(void *)(whole + i),
                                _mm512_cvtepi32_epi16(rounded(v, WS_LEVEL)));
        }
    }
}

/* Pairs of a column of sixteen. */
INLINE void pack_column(const ws_values *values, const float *value,
                        float *step, int16_t *packed)
{
    __m512 most = _mm512_setzero_ps();
    __m512 none = most;

    for (size_t at = 0; at < values->count; at++)
        most = _mm512_max_ps(
            _mm512_abs_ps(numbers(value + at * values->stride)), most);
    __m512 fast = _mm512_div_ps(_mm512_set1_ps((float)WS_VALUE), most);
    fast = _mm512_maskz_mov_ps(
        _mm512_cmp_ps_mask(most, _mm512_set1_ps(1e-20f), _CMP_GT_OQ), fast);
    _mm512_storeu_ps(step,
                     _mm512_div_ps(most, _mm512_set1_ps((float)WS_VALUE)));
    for (size_t at = 0; at < values->padded; at += 2) {
        const float *x = value + at * values->stride;
        __m512 a = at < values->count ? numbers(x) : none;
        __m512 b = at + 1 < values->count ? numbers(x + values->stride) : none;
        __m512i low = rounded(_mm512_mul_ps(a, fast), WS_VALUE);
        __m512i high = rounded(_mm512_mul_ps(b, fast), WS_VALUE);

        low = _mm512_and_si512(low, _mm512_set1_epi32(0xFFFF));
        _mm512_storeu_si512(packed + at * 16,
                            _mm512_or_si512(low, _mm512_slli_epi32(high, 16)));
    }
}

VNNI static void vnni_pack(const ws_values *values, float *step,
                           int16_t *packed)
{
    for (size_t i = 0; i < values->size; i += 16)
        pack_column(values, values->value + i, step + i,
                    packed + i * values->padded);
}

const ws_kernel ws_kernel_vnni = {
    1,           vnni_quantise, vnni_dot8, vnni_dot16,  ws_avx2_row8,
    vnni_finish, vnni_gelu,     vnni_norm, vnni_shares, vnni_level,
    vnni_pack,
};

static void amx_dot8(const ws_linear *linear, void *whole, size_t rows,
                     int32_t *out)
{
    if (ws_amx_fits(linear))
        ws_amx_dot8(linear, whole, rows, out);
    else
        vnni_dot8(linear, whole, rows, out);
}

const ws_kernel ws_kernel_amx = {
    1,           vnni_quantise, amx_dot8,  vnni_dot16,  ws_avx2_row8,
    vnni_finish, vnni_gelu,     vnni_norm, vnni_shares, vnni_level,
    vnni_pack,
};

#endif
