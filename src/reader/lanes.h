/*
 * lanes.h - float loops of the reader, to be compiled for each instruction
 * set: sums run in 16 lanes that are then added in one order, all else goes
 * number by number. Only + - * / and sqrt, which IEEE 754 fixes; no contraction
 * (see the Makefile), so each compiler and set gives the same bits.
 *
 * Comparisons are written so that NaN takes the bound; with weights as
 * ws_reader_open lets them pass there is none.
 */
#ifndef WS_READER_LANES_H
#define WS_READER_LANES_H

#include <math.h>
#include <string.h>

#include "reader/kernel.h"

#define WS_INLINE static inline __attribute__((always_inline))

enum { WS_LANES = 16, WS_RUN = 256 };

/* Half of the lanes; compilers cut it where a machine has narrower ones. */
typedef float ws_eight __attribute__((vector_size(32)));
typedef int32_t ws_eight_bits __attribute__((vector_size(32)));

/* Vectors go by address: by value they would depend on the machine's ABI. */
WS_INLINE void ws_eight_load(ws_eight *eight, const float *x)
{
    memcpy(eight, x, sizeof *eight);
}

/* a = the higher of a and b, number by number. */
WS_INLINE void ws_eight_raise(ws_eight *a, const ws_eight *b)
{
    ws_eight_bits is = (ws_eight_bits)(*b > *a);

    *a = (ws_eight)((is & (ws_eight_bits)*b) | (~is & (ws_eight_bits)*a));
}

/* The sum of all lanes: a[i] + b[i], then always the half above. */
WS_INLINE float ws_lanes_sum(const ws_eight *a, const ws_eight *b)
{
    ws_eight c = *a + *b;

    return ((c[0] + c[4]) + (c[2] + c[6])) + ((c[1] + c[5]) + (c[3] + c[7]));
}

WS_INLINE float ws_lanes_most(const ws_eight *a, const ws_eight *b)
{
    ws_eight c = *a;
    float most;

    ws_eight_raise(&c, b);
    most = c[0];
    for (int i = 1; i < 8; i++)
        most = c[i] > most ? c[i] : most;
    return most;
}

/* Lowest and highest of count numbers. */
WS_INLINE void ws_lanes_range(const float *x, size_t count, float *low,
                              float *high)
{
    ws_eight a;
    ws_eight b;
    ws_eight c;
    ws_eight d;
    ws_eight e; /* negated */
    ws_eight f;

    ws_eight_load(&a, x);
    ws_eight_load(&b, x + 8);
    e = -a;
    f = -b;
    for (size_t at = WS_LANES; at < count; at += WS_LANES) {
        ws_eight_load(&c, x + at);
        ws_eight_load(&d, x + at + 8);
        ws_eight_raise(&a, &c);
        ws_eight_raise(&b, &d);
        c = -c;
        d = -d;
        ws_eight_raise(&e, &c);
        ws_eight_raise(&f, &d);
    }
    *low = -ws_lanes_most(&e, &f);
    *high = ws_lanes_most(&a, &b);
}

/* (x - low) / step as a whole number, 0..BYTE; fast is 1 / step, x >= low. */
WS_INLINE int32_t ws_lanes_byte(float x, float low, float fast)
{
    float whole = (x - low) * fast + 0.5f;

    whole = whole < (float)WS_BYTE ? whole : (float)WS_BYTE;
    return (int32_t)whole;
}

/* Steps for a range; a row of one number only has none. */
WS_INLINE ws_row ws_lanes_steps(const float *x, size_t count, float *fast)
{
    ws_row row;
    float high;

    ws_lanes_range(x, count, &row.low, &high);
    row.step = (high - row.low) / (float)WS_BYTE;
    *fast = row.step > 1e-20f ? 1.0f / row.step : 0.0f;
    return row;
}

WS_INLINE ws_row ws_lanes_quantise(const float *x, size_t count, uint8_t *whole)
{
    float fast;
    ws_row row = ws_lanes_steps(x, count, &fast);

    for (size_t i = 0; i < count; i++)
        whole[i] = (uint8_t)ws_lanes_byte(x[i], row.low, fast);
    return row;
}

/* Of whole numbers: any order is one. */
WS_INLINE int32_t ws_lanes_row(const int8_t *weight, const int16_t *in,
                               size_t ins)
{
    int32_t sum = 0;

    for (size_t i = 0; i < ins; i++)
        sum += in[i] * weight[i];
    return sum;
}

WS_INLINE void ws_lanes_finish(const ws_linear *linear, ws_row row,
                               const int32_t *sum, float *y)
{
    const float *scale = linear->scale;
    const float *ones = linear->sum;
    const float *bias = linear->bias;

    for (size_t i = 0; i < linear->outs; i++) {
        float dot = (float)sum[i] * row.step + ones[i] * row.low;
        y[i] = dot * scale[i] + bias[i];
    }
}

/* erf(z) for |z| <= 2.9 as z times a polynomial of z^2, fitted here by least
 * squares with moved weights (2e-5 at most); beyond, the value at 2.9. */
WS_INLINE void ws_lanes_gelu(float *x, size_t count)
{
    float z[WS_RUN];

    for (size_t some; count > 0; x += some, count -= some) {
        some = count < WS_RUN ? count : WS_RUN;
        /* A loop of its own: else compilers branch on what is bounded. */
        for (size_t i = 0; i < some; i++) {
            float v = x[i] * 0.70710678f;

            v = v > -2.9f ? v : -2.9f;
            z[i] = v < 2.9f ? v : 2.9f;
        }
        for (size_t i = 0; i < some; i++) {
            float t = z[i] * z[i];
            float p = 5.0296091e-08f;

            p = p * t + -2.2731419e-06f;
            p = p * t + 4.5681878e-05f;
            p = p * t + -5.4533884e-04f;
            p = p * t + 4.3793595e-03f;
            p = p * t + -2.5442393e-02f;
            p = p * t + 1.1149939e-01f;
            p = p * t + -3.7554497e-01f;
            p = p * t + 1.1283045f;
            x[i] = 0.5f * x[i] * (1.0f + p * z[i]);
        }
    }
}

WS_INLINE void ws_lanes_norm(const ws_norm *norm, const float *y, size_t count,
                             float *x)
{
    const float *gain = norm->gain;
    const float *bias = norm->bias;
    ws_eight a = {0};
    ws_eight b = {0};
    ws_eight c = {0};
    ws_eight d = {0};
    ws_eight next;
    float mean;
    float fast;

    for (size_t i = 0; i < count; i++)
        x[i] += y[i];
    for (size_t at = 0; at < count; at += WS_LANES) {
        ws_eight_load(&next, x + at);
        a += next;
        ws_eight_load(&next, x + at + 8);
        b += next;
    }
    mean = ws_lanes_sum(&a, &b) / (float)count;
    for (size_t at = 0; at < count; at += WS_LANES) {
        ws_eight_load(&next, x + at);
        next -= mean;
        c += next * next;
        ws_eight_load(&next, x + at + 8);
        next -= mean;
        d += next * next;
    }
    fast = 1.0f / sqrtf(ws_lanes_sum(&c, &d) / (float)count + 1e-12f);
    for (size_t i = 0; i < count; i++)
        x[i] = (x[i] - mean) * fast * gain[i] + bias[i];
}

/* 2^t for t in -24..0: 2^whole from the exponent's bits, the rest by a
 * polynomial on -1/2..1/2 (Chebyshev, 4e-6 at most). */
WS_INLINE float ws_lanes_exp2(float t)
{
    int32_t whole = (int32_t)(t - 0.5f);
    float f = t - (float)whole;
    uint32_t bits = (uint32_t)(whole + 127) << 23;
    float power;
    float p = 9.6760364e-03f;

    memcpy(&power, &bits, sizeof power);
    p = p * f + 5.5922035e-02f;
    p = p * f + 2.4022107e-01f;
    p = p * f + 6.9312102e-01f;
    p = p * f + 1.0000001f;
    return p * power;
}

WS_INLINE int32_t ws_lanes_shares(const int32_t *score, const float *scale,
                                  float factor, size_t count, float *room,
                                  int16_t *share)
{
    size_t padded = (count + WS_LANES - 1) / WS_LANES * WS_LANES;
    ws_eight a;
    ws_eight b;
    ws_eight next;
    float most;
    int32_t sum = 0;

    for (size_t i = 0; i < padded; i++)
        room[i] = (float)score[i] * scale[i];
    for (size_t i = count; i < padded; i++)
        room[i] = room[0];
    ws_eight_load(&a, room);
    ws_eight_load(&b, room + 8);
    for (size_t at = WS_LANES; at < padded; at += WS_LANES) {
        ws_eight_load(&next, room + at);
        ws_eight_raise(&a, &next);
        ws_eight_load(&next, room + at + 8);
        ws_eight_raise(&b, &next);
    }
    most = ws_lanes_most(&a, &b);
    for (size_t i = 0; i < padded; i++) {
        float t = (room[i] - most) * factor;

        t = t > -24.0f ? t : -24.0f;
        room[i] = t < 0.0f ? t : 0.0f;
    }
    for (size_t i = 0; i < padded; i++) {
        float e = ws_lanes_exp2(room[i]) * WS_SHARE + 0.5f;

        share[i] = (int16_t)(int32_t)e;
    }
    for (size_t i = count; i < padded; i++)
        share[i] = 0;
    for (size_t i = 0; i < padded; i++)
        sum += share[i];
    return sum;
}

WS_INLINE void ws_lanes_level(const float *x, size_t size, size_t times,
                              int16_t *whole, float *step)
{
    for (size_t k = 0; k < times; k++, x += size, whole += size) {
        float low;
        float high;
        float fast;

        ws_lanes_range(x, size, &low, &high);
        high = high > -low ? high : -low;
        fast = high > 1e-20f ? (float)WS_LEVEL / high : 0.0f;
        for (size_t i = 0; i < size; i++) {
            float v = x[i] * fast;

            v = v < (float)WS_LEVEL ? v : (float)WS_LEVEL;
            whole[i] = (int16_t)((int32_t)(v + (WS_LEVEL + 0.5f)) - WS_LEVEL);
        }
        step[k] = high / (float)WS_LEVEL;
    }
}

/* Numbers i of two rows, 32 bits. */
WS_INLINE void ws_lanes_pair(const float *x, const float *y, const float *fast,
                             int16_t *pairs)
{
    uint32_t pair[WS_LANES];

    for (size_t i = 0; i < WS_LANES; i++) {
        float v = x[i] * fast[i];
        float w = y[i] * fast[i];

        v = v < (float)WS_VALUE ? v : (float)WS_VALUE;
        w = w < (float)WS_VALUE ? w : (float)WS_VALUE;
        v += WS_VALUE + 0.5f;
        w += WS_VALUE + 0.5f;
        pair[i] = (uint32_t)((int32_t)v - WS_VALUE) & 0xFFFF;
        pair[i] |= (uint32_t)((int32_t)w - WS_VALUE) << 16;
    }
    memcpy(pairs, pair, sizeof pair);
}

/* Pairs of sixteen columns. */
WS_INLINE void ws_lanes_columns(const ws_values *values, const float *value,
                                float *step, int16_t *packed)
{
    static const float none[WS_LANES] = {0};
    float most[WS_LANES] = {0};
    float fast[WS_LANES];

    for (size_t at = 0; at < values->count; at++) {
        for (size_t i = 0; i < WS_LANES; i++) {
            float v = fabsf(value[at * values->stride + i]);

            most[i] = v > most[i] ? v : most[i];
        }
    }
    for (size_t i = 0; i < WS_LANES; i++) {
        fast[i] = most[i] > 1e-20f ? (float)WS_VALUE / most[i] : 0.0f;
        step[i] = most[i] / (float)WS_VALUE;
    }
    for (size_t at = 0; at < values->padded; at += 2) {
        const float *x = value + at * values->stride;

        ws_lanes_pair(at < values->count ? x : none,
                      at + 1 < values->count ? x + values->stride : none, fast,
                      packed + at * WS_LANES);
    }
}

WS_INLINE void ws_lanes_pack(const ws_values *values, float *step,
                             int16_t *packed)
{
    for (size_t i = 0; i < values->size; i += WS_LANES)
        ws_lanes_columns(values, values->value + i, step + i,
                         packed + i * values->padded);
}

/* The float loops of a path; target is a list of attributes in parentheses. */
#define WS_LANES_BUT_LEVEL(name, target)                                      \
    __attribute__(target) static void name##_finish(                          \
        const ws_linear *linear, ws_row row, const int32_t *sum, float *y)    \
    {                                                                         \
        ws_lanes_finish(linear, row, sum, y);                                 \
    }                                                                         \
    __attribute__(target) static void name##_gelu(float *x, size_t count)     \
    {                                                                         \
        ws_lanes_gelu(x, count);                                              \
    }                                                                         \
    __attribute__(target) static void name##_norm(                            \
        const ws_norm *norm, const float *y, size_t count, float *x)          \
    {                                                                         \
        ws_lanes_norm(norm, y, count, x);                                     \
    }                                                                         \
    __attribute__(target) static int32_t name##_shares(                       \
        const int32_t *score, const float *scale, float factor, size_t count, \
        float *room, int16_t *share)                                          \
    {                                                                         \
        return ws_lanes_shares(score, scale, factor, count, room, share);     \
    }                                                                         \
    __attribute__(target) static void name##_pack(                            \
        const ws_values *values, float *step, int16_t *packed)                \
    {                                                                         \
        ws_lanes_pack(values, step, packed);                                  \
    }

#define WS_LANES_OF(name, target)                                  \
    WS_LANES_BUT_LEVEL(name, target)                               \
    __attribute__(target) static void name##_level(                \
        const float *x, size_t size, size_t times, int16_t *whole, \
        float *step)                                               \
    {                                                              \
        ws_lanes_level(x, size, times, whole, step);               \
    }

#endif /* WS_READER_LANES_H */
