/*
 * forest.c - boosted trees over small numbers.
 *
 *   in   values
 *   out  a Q8 score
 */
#include "base/forest.h"

/* Bit d of a leaf's number. */
#define BIT(tree, value, d) \
    ((uint32_t)((value)[(tree)->feature[d]] > (tree)->above[d]) << (d))

_Static_assert(WS_FOREST_DEPTH == 5, "the questions are written out");

/* Which leaf values come to: written out, since no compiler here unrolls it. */
static uint32_t leaf_of(const ws_tree *tree, const int16_t *value)
{
    return BIT(tree, value, 0) | BIT(tree, value, 1) | BIT(tree, value, 2) |
           BIT(tree, value, 3) | BIT(tree, value, 4);
}

int32_t ws_forest_score(const ws_forest *forest, const int16_t *value)
{
    int32_t score = forest->bias;

    for (uint32_t t = 0; t < forest->trees; t++) {
        const ws_tree *tree = &forest->tree[t];
        score += tree->leaf[leaf_of(tree, value)];
    }
    return score;
}
