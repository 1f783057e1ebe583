/*
 * model.h - the fixed-point scorer: weights in, a score or a chance out.
 *
 * All numbers are integers, so a score is the same on every machine: scores
 * and weights are Q8 (256 = 1.0, natural logarithms of odds), chances are in
 * 1/10000.
 */
#ifndef WS_MODEL_H
#define WS_MODEL_H

#include <assert.h>
#include <stdint.h>

#include "base/forest.h"

/* A linear model. Compiled in; pure data. */
typedef struct ws_model {
    const int16_t *weight; /* [features], Q8 */
    uint32_t features;
    int32_t bias; /* Q8 */
} ws_model;

/* The models that were learned; see data/en/weights/MODELS.md. Of two, the
 * second is of texts whose paragraphs are glued (quote/sentence.h). */
extern const ws_model ws_model_attribute[2];   /* ids: speaker/feature.h */
extern const ws_model ws_model_pronoun[2];     /* ids: speaker/rival.h */
extern const ws_model ws_model_class[2];       /* ids: speaker/sketch.h */
extern const ws_forest ws_forest_class[2];     /* values: speaker/evidence.h */
extern const ws_forest ws_forest_attribute[2]; /* values: speaker/witness.h */
extern const ws_forest ws_forest_pronoun[2];   /* values: speaker/claim.h */
extern const ws_forest ws_forest_trust[2];     /* values: speaker/trust.h */
extern const ws_model ws_model_second;         /* weights: speaker/second.h */
extern const ws_forest ws_forest_second_trust; /* of speaker/second.h */
extern const ws_forest ws_forest_outline;      /* values: speaker/outline.h */

/* Feature ids from one value a block: the blocks' ids follow one another.
 *
 *   value    [blocks]: value[b] < base[b + 1] - base[b]
 *   base     [blocks + 1]: the first id of each block, and how many there are
 *   feature  [blocks]: filled
 */
static inline void ws_model_ids(const uint32_t *value, const uint16_t *base,
                                uint32_t blocks, uint16_t *feature)
{
    for (uint32_t b = 0; b < blocks; b++) {
        assert(value[b] < (uint32_t)base[b + 1] - base[b]);
        feature[b] = (uint16_t)(base[b] + value[b]);
    }
}

/* Sum of the weights of feature[0..count), which ascend, and the bias, Q8. Ids
 * out of range count nothing; count < 2^15, so the sum cannot overflow. O(count). */
static inline int32_t ws_model_score(const ws_model *model,
                                     const uint16_t *feature, uint32_t count)
{
    const int16_t *weight = model->weight;
    int32_t score = model->bias;

    assert(count < 1u << 15);
    while (count > 0 && feature[count - 1] >= model->features)
        count--;
    for (uint32_t i = 0; i < count; i++)
        score += weight[feature[i]];
    return score;
}

/* 65536 * exp(-d / 256) for d >= 0, from a table; 0 where it is too small. */
uint32_t ws_model_exp(int32_t d);

/* The natural logarithm of n >= 1, Q8, rounded down. */
int32_t ws_model_log(uint64_t n);

/* The chance that goes with Q8 odds (natural logarithm), in 1/10000. */
uint32_t ws_model_chance(int32_t odds);

#endif /* WS_MODEL_H */
