/*
 * boost.h - gradient boosting of base/forest.h's trees.
 */
#ifndef WS_BOOST_H
#define WS_BOOST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/forest.h"

/* Examples, one row of values each. */
struct boost_set {
    const int16_t *value; /* [count][features] */
    const double *weight; /* [count]; 0: not learned from */
    const bool *yes;      /* [count] */
    size_t count;
    uint32_t features;
    const uint32_t *choice; /* [count], not falling: rows of one number are one
                             * choice, of which yes are right; or NULL */
    const int32_t *base;    /* [count]: Q8 score to start from; or NULL */
    uint64_t seed;          /* of what is drawn */
};

/*
 * Learn trees for the odds of yes (logistic loss). Rows and features are
 * drawn anew for each tree, from the set's seed: the same input gives the same
 * trees. score, when not NULL, is [trees + 1][count]: every example's Q8 score
 * after each number of trees. Returns the bias, Q8.
 */
int32_t boost_learn(const struct boost_set *set, uint32_t trees, double rate,
                    ws_tree *tree, int32_t *score);

/* How many trees are enough, by the losses of held-out examples after each
 * number of them, [trees + 1]: the fewest that are hardly worse than the best,
 * since more of them lean more on single examples. */
uint32_t boost_enough(const double *loss, uint32_t trees);

#endif /* WS_BOOST_H */
