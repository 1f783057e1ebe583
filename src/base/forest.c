/*
 * forest.c - boosted trees over small numbers.
 *
 *   in   values
 *   out  a Q8 score
 */
#include "base/forest.h"

int32_t ws_forest_score(const ws_forest *forest, const int16_t *value)
{
    int32_t score = forest->bias;

    for (uint32_t t = 0; t < forest->trees; t++) {
        const ws_tree *tree = &forest->tree[t];
        uint32_t leaf = 0;
        for (uint32_t d = 0; d < WS_FOREST_DEPTH; d++)
            leaf |= (uint32_t)(value[tree->feature[d]] > tree->above[d]) << d;
        score += tree->leaf[leaf];
    }
    return score;
}
