/*
 * model.c - the fixed-point scorer.
 *
 *   in   feature ids
 *   out  Q8 scores and chances in 1/10000
 *
 * The weights, the table of exp and the calibration stand in gen/model.inc,
 * which tools/mkmodel.py makes from data/en/weights and data/weights.
 */
#include "base/model.h"

#include <assert.h>
#include <stddef.h>

#include "gen/model.inc"

void ws_model_ids(const uint32_t *value, const uint16_t *size, uint32_t blocks,
                  uint16_t *feature)
{
    uint32_t base = 0;

    for (uint32_t b = 0; b < blocks; b++) {
        assert(value[b] < size[b]);
        feature[b] = (uint16_t)(base + value[b]);
        base += size[b];
    }
}

uint32_t ws_model_count(const uint16_t *size, uint32_t blocks)
{
    uint32_t count = 0;

    for (uint32_t b = 0; b < blocks; b++)
        count += size[b];
    return count;
}

int32_t ws_model_score(const ws_model *model, const uint16_t *feature,
                       uint32_t count)
{
    int32_t score = model->bias;

    assert(count < 1u << 15);
    for (uint32_t i = 0; i < count; i++)
        if (feature[i] < model->features)
            score += model->weight[feature[i]];
    return score;
}

uint32_t ws_model_exp(int32_t d)
{
    uint32_t at = d < 0 ? 0 : (uint32_t)d / 8;

    return at < sizeof ws_exp / sizeof ws_exp[0] ? ws_exp[at] : 0;
}

uint32_t ws_model_calibrated(uint32_t chance, uint32_t row)
{
    const uint32_t rows = sizeof ws_calibration / sizeof ws_calibration[0];
    const uint32_t bins =
        sizeof ws_calibration[0] / sizeof ws_calibration[0][0];

    if (chance > 10000)
        chance = 10000;
    if (row >= rows)
        row = rows - 1;
    /* between the two nearest points of the row */
    uint32_t at = chance * (bins - 1) / 10000;
    if (at >= bins - 1)
        return ws_calibration[row][bins - 1];
    uint32_t low = ws_calibration[row][at];
    uint32_t high = ws_calibration[row][at + 1];
    uint32_t left = chance * (bins - 1) - at * 10000;
    return (low * (10000 - left) + high * left) / 10000;
}
