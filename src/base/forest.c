/*
 * forest.c - boosted trees over small numbers.
 *
 *   in   values
 *   out  a Q8 score
 */
#include "base/forest.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>

enum { LANES = 8 }; /* rows of values that are asked about at once */

/* A number of each row; no compiler can be left to find that these loops are
 * one instruction. */
typedef int16_t lanes __attribute__((vector_size(2 * LANES)));
typedef uint16_t leaves __attribute__((vector_size(2 * LANES)));

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

/* What rows answer to each question, 1 or 0. */
static void ask(const ws_questions *questions, const lanes *column,
                leaves *answer)
{
    for (uint32_t q = 0; q < questions->count; q++) {
        const ws_question *question = &questions->question[q];
        answer[q] = (leaves)(column[question->feature] > question->above) & 1;
    }
}

/* Add the leaves of all trees for the first rows; a constant where it is called,
 * so that no loop over them is left. */
static inline void add_leaves(const ws_forest *forest, const leaves *answer,
                              unsigned rows, int32_t sum[LANES])
{
    for (uint32_t t = 0; t < forest->trees; t++) {
        const uint16_t *asked = forest->questions->of[t];
        leaves leaf = answer[asked[4]];
        leaf = leaf + leaf + answer[asked[3]];
        leaf = leaf + leaf + answer[asked[2]];
        leaf = leaf + leaf + answer[asked[1]];
        leaf = leaf + leaf + answer[asked[0]];
        for (unsigned i = 0; i < rows; i++)
            sum[i] += forest->tree[t].leaf[leaf[i]];
    }
}

/* The rows from value on, at most LANES, side by side. */
static void score_lanes(const ws_forest *forest, const int16_t *value,
                        uint32_t values, uint32_t rows, int32_t *score)
{
    lanes column[WS_FOREST_VALUES] = {{0}};
    leaves answer[WS_FOREST_QUESTIONS];
    int32_t sum[LANES] = {0};

    for (uint32_t i = 0; i < rows; i++)
        for (uint32_t k = 0; k < values; k++)
            column[k][i] = *value++;
    ask(forest->questions, column, answer);
    if (rows <= LANES / 4)
        add_leaves(forest, answer, LANES / 4, sum);
    else if (rows <= LANES / 2)
        add_leaves(forest, answer, LANES / 2, sum);
    else
        add_leaves(forest, answer, LANES, sum);
    for (uint32_t i = 0; i < rows; i++)
        score[i] = forest->bias + sum[i];
}

void ws_forest_scores(const ws_forest *forest, const int16_t *value,
                      uint32_t values, uint32_t count, int32_t *score)
{
    bool gathered = forest->questions != NULL;

    assert(values <= WS_FOREST_VALUES);
    assert(!gathered || forest->questions->count <= WS_FOREST_QUESTIONS);
    for (uint32_t from = 0; from < count; from += LANES) {
        uint32_t rows = count - from < LANES ? count - from : LANES;
        const int16_t *row = value + (size_t)from * values;
        if (gathered)
            score_lanes(forest, row, values, rows, score + from);
        for (uint32_t i = 0; i < rows && !gathered; i++)
            score[from + i] = ws_forest_score(forest, row + (size_t)i * values);
    }
}
