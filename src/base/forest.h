/*
 * forest.h - boosted trees over small numbers.
 *
 * Each tree asks DEPTH questions "is value[f] > t?", the same ones whatever
 * the answers were (an oblivious tree); the answers, taken as bits, choose a
 * leaf. All numbers are integers: a score is the same on every machine.
 */
#ifndef WS_FOREST_H
#define WS_FOREST_H

#include <stdint.h>

enum {
    WS_FOREST_DEPTH = 5,
    WS_FOREST_LEAVES = 1 << WS_FOREST_DEPTH,
    WS_FOREST_VALUES = 96, /* most values that ws_forest_scores is asked of */
    WS_FOREST_QUESTIONS = 1024 /* and most different questions about them */
};

typedef struct ws_tree {
    uint8_t feature[WS_FOREST_DEPTH]; /* index of the value asked about */
    int16_t above[WS_FOREST_DEPTH];   /* bit d: value[feature[d]] > above[d] */
    int16_t leaf[WS_FOREST_LEAVES];   /* Q8 */
} ws_tree;

typedef struct ws_question {
    int16_t above; /* value[feature] > above */
    uint8_t feature;
} ws_question;

/* What the trees of a forest ask, each question once: many trees ask the same. */
typedef struct ws_questions {
    const ws_question *question;           /* [count] */
    const uint16_t (*of)[WS_FOREST_DEPTH]; /* [trees]: which ones a tree asks */
    uint32_t count;                        /* <= WS_FOREST_QUESTIONS */
} ws_questions;

typedef struct ws_forest {
    const ws_tree *tree;           /* [trees] */
    uint32_t trees;                /* < 2^15, so the sum cannot overflow */
    int32_t bias;                  /* Q8 */
    const ws_questions *questions; /* NULL: not gathered */
} ws_forest;

/* The bias and a leaf of every tree, Q8. Every feature[d] must be an index of
 * value. O(trees). */
int32_t ws_forest_score(const ws_forest *forest, const int16_t *value);

/* The same of several rows, value [count][values], at a fifth of the cost where
 * the questions are gathered. values is at most WS_FOREST_VALUES; score [count]
 * is filled. O(count * (trees + values)). */
void ws_forest_scores(const ws_forest *forest, const int16_t *value,
                      uint32_t values, uint32_t count, int32_t *score);

#endif /* WS_FOREST_H */
