/*
 * head.c - what stands behind the last layer: queries, keys, logits, scores.
 *
 * Two states become one row of 16 bits, so that the sums with weights of 8 are
 * exact: 768 * LEVEL * 127 < 2^31.
 */
#include "reader/kernel.h"

/* First step of each bucket of distances, behind 0. */
static const uint16_t bucket_from[] = {2,  4,  7,  11,  16,  23, 33,
                                       47, 65, 91, 129, 181, 251};

static float quantise_two(const ws_reader *reader, const float *a,
                          const float *b, int16_t *whole)
{
    float both[2 * WS_READER_HIDDEN];
    uint32_t hidden = reader->hidden;
    float step;

    for (uint32_t i = 0; i < hidden; i++) {
        both[i] = a[i];
        both[hidden + i] = b[i];
    }
    ws_kernel_of(reader->path)
        ->level(both, (size_t)2 * hidden, 1, whole, &step);
    return step;
}

void ws_reader_project(const ws_reader *reader, ws_reader_head head,
                       const float *a, const float *b,
                       float vector[WS_READER_KEY])
{
    int16_t whole[2 * WS_READER_HIDDEN];
    size_t both = (size_t)2 * reader->hidden;
    const int8_t *weight = reader->head + (size_t)head * WS_READER_KEY * both;
    const float *scale = reader->head_scale + (size_t)head * 2 * WS_READER_KEY;
    float step = quantise_two(reader, a, b, whole);
    int32_t sum[WS_READER_KEY];

    ws_kernel_of(reader->path)->row8(weight, whole, both, WS_READER_KEY, sum);
    for (size_t o = 0; o < WS_READER_KEY; o++)
        vector[o] = (float)sum[o] * step * scale[o] + scale[WS_READER_KEY + o];
}

/* Sum of products in 16 lanes, then of the lanes: one order everywhere. */
static float dot(const float *a, const float *b, size_t count)
{
    float lane[16] = {0};

    for (size_t at = 0; at < count; at += 16) {
        for (size_t i = 0; i < 16; i++)
            lane[i] += a[at + i] * b[at + i];
    }
    for (size_t half = 8; half > 0; half /= 2) {
        for (size_t i = 0; i < half; i++)
            lane[i] += lane[i + half];
    }
    return lane[0];
}

float ws_reader_logit_of(const ws_reader *reader, ws_reader_logit logit,
                         const float *a, const float *b)
{
    size_t hidden = reader->hidden;
    const float *weight = reader->logit + (size_t)logit * 2 * hidden;
    float bias = reader->logit[(size_t)WS_LOGITS * 2 * hidden + (size_t)logit];

    return dot(weight, a, hidden) + dot(weight + hidden, b, hidden) + bias;
}

float ws_reader_score(const ws_reader *reader, ws_reader_head query,
                      const float *q, const float *k, int32_t distance)
{
    const float *bias = reader->distance;
    int64_t steps = distance < 0 ? -(int64_t)distance : distance;
    uint32_t bucket = 0;

    if (query == WS_HEAD_PERSON_QUERY)
        bias += WS_READER_BUCKETS;
    while (bucket < sizeof bucket_from / sizeof *bucket_from &&
           steps >= bucket_from[bucket])
        bucket++;
    if (distance >= 0)
        bucket += 16;
    return dot(q, k, WS_READER_KEY) * 0.088388348f + bias[bucket];
}
