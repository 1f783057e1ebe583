/*
 * forest.c - boosted trees over small numbers.
 *
 *   in   values
 *   out  a Q8 score
 */
#include "base/forest.h"

#include <assert.h>
#include <stddef.h>

enum { LANES = 8 }; /* rows of values that one tree is asked about at once */

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

/* Question d of a tree, asked of all lanes: what a compiler makes one
 * instruction of that compares LANES numbers. */
static inline void ask(const ws_tree *tree, const int16_t (*column)[LANES],
                       unsigned d, int16_t leaf[LANES])
{
    const int16_t *value = column[tree->feature[d]];
    int16_t above = tree->above[d];

    for (unsigned i = 0; i < LANES; i++)
        leaf[i] = (int16_t)(leaf[i] | (value[i] > above ? 1 << d : 0));
}

static void score_lanes(const ws_forest *forest, const int16_t (*column)[LANES],
                        uint32_t count, int32_t *score)
{
    for (uint32_t i = 0; i < count; i++)
        score[i] = forest->bias;
    for (uint32_t t = 0; t < forest->trees; t++) {
        const ws_tree *tree = &forest->tree[t];
        int16_t leaf[LANES] = {0};
        ask(tree, column, 0, leaf);
        ask(tree, column, 1, leaf);
        ask(tree, column, 2, leaf);
        ask(tree, column, 3, leaf);
        ask(tree, column, 4, leaf);
        for (uint32_t i = 0; i < count; i++)
            score[i] += tree->leaf[leaf[i]];
    }
}

void ws_forest_scores(const ws_forest *forest, const int16_t *value,
                      uint32_t values, uint32_t count, int32_t *score)
{
    int16_t column[WS_FOREST_VALUES][LANES];

    assert(values <= WS_FOREST_VALUES);
    for (uint32_t from = 0; from < count; from += LANES) {
        uint32_t lanes = count - from < LANES ? count - from : LANES;
        const int16_t *row = value + (size_t)from * values;
        for (uint32_t k = 0; k < values; k++)
            for (uint32_t i = 0; i < LANES; i++)
                column[k][i] =
                    (int16_t)(i < lanes ? row[(size_t)i * values + k] : 0);
        score_lanes(forest, (const int16_t(*)[LANES])column, lanes,
                    score + from);
    }
}
