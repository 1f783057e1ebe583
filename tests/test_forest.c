/* test_forest.c - boosted trees over small numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/forest.h"
#include "base/model.h"
#include "speaker/outline.h"
#include "speaker/pronoun.h"
#include "speaker/trust.h"

static void adds_a_leaf_of_each_tree_to_the_bias(void **state)
{
    static const ws_tree tree[2] = {
        {{0, 1, 0, 0, 0}, {10, 5, 99, 99, 99}, {[0] = 1, [1] = 20, [3] = 300}},
        {{1, 1, 1, 1, 1}, {0, 1, 2, 3, 4},     {[0] = 7, [31] = 4000}        },
    };
    const ws_forest forest = {tree, 2, -50, NULL};
    const int16_t low[2] = {10, 0};
    const int16_t high[2] = {11, 6};

    (void)state;
    assert_int_equal(ws_forest_score(&forest, low), -50 + 1 + 7);
    assert_int_equal(ws_forest_score(&forest, high), -50 + 300 + 4000);
}

/* Rows of small numbers, none like the one before. */
static void scores_many_rows_as_one_by_one(void **state)
{
    enum { ROWS = 19 };
    static int16_t value[ROWS][WS_CLAIM_COUNT];
    int32_t score[ROWS];
    uint32_t x = 1;

    (void)state;
    for (uint32_t i = 0; i < ROWS; i++)
        for (uint32_t k = 0; k < WS_CLAIM_COUNT; k++) {
            x = x * 1664525u + 1013904223u;
            value[i][k] = (int16_t)((int)(x >> 24) - 100);
        }
    for (uint32_t count = 0; count <= ROWS; count++) {
        ws_forest_scores(&ws_forest_pronoun[0], value[0], WS_CLAIM_COUNT, count,
                         score);
        for (uint32_t i = 0; i < count; i++)
            assert_int_equal(score[i],
                             ws_forest_score(&ws_forest_pronoun[0], value[i]));
    }
}

static void scores_no_tree_as_the_bias(void **state)
{
    const ws_forest forest = {NULL, 0, 12, NULL};

    (void)state;
    assert_int_equal(ws_forest_score(&forest, NULL), 12);
}

static void asks_only_about(const ws_forest *forest, uint32_t values)
{
    assert_true(forest->trees > 0);
    assert_true(forest->questions->count <= WS_FOREST_QUESTIONS);
    for (uint32_t t = 0; t < forest->trees; t++)
        for (uint32_t d = 0; d < WS_FOREST_DEPTH; d++) {
            const ws_tree *tree = &forest->tree[t];
            uint32_t asked = forest->questions->of[t][d];
            assert_true(tree->feature[d] < values);
            assert_true(asked < forest->questions->count);
            const ws_question *q = &forest->questions->question[asked];
            assert_int_equal(q->feature, tree->feature[d]);
            assert_int_equal(q->above, tree->above[d]);
        }
}

static void scores_rows_where_no_questions_are_gathered(void **state)
{
    static const ws_tree tree = {
        {1,  1, 1, 1, 1},
        {0, 1, 2, 3, 4},
        {[0] = 7,  [31] = 400 }
    };
    const ws_forest forest = {&tree, 1, -5, NULL};
    const int16_t value[3][2] = {
        {9, 0},
        {9, 9},
        {0, 5}
    };
    int32_t score[3];

    (void)state;
    ws_forest_scores(&forest, value[0], 2, 3, score);
    assert_int_equal(score[0], 2);
    assert_int_equal(score[1], 395);
    assert_int_equal(score[2], 395);
}

static void asks_only_about_evidence_that_there_is(void **state)
{
    (void)state;
    asks_only_about(&ws_forest_outline, WS_OUTLINE_COUNT);
    for (int glued = 0; glued < 2; glued++) {
        asks_only_about(&ws_forest_class[glued], WS_EVIDENCE_COUNT);
        asks_only_about(&ws_forest_attribute[glued], WS_WITNESS_COUNT);
        asks_only_about(&ws_forest_pronoun[glued], WS_CLAIM_COUNT);
        asks_only_about(&ws_forest_trust[glued], WS_TRUST_COUNT);
    }
}

static void chances_rise_with_the_odds(void **state)
{
    (void)state;
    assert_int_equal(ws_model_chance(0), 5000);
    assert_int_equal(ws_model_chance(100000), 10000);
    assert_int_equal(ws_model_chance(-100000), 0);
    for (int32_t odds = -5000; odds < 5000; odds += 7) {
        assert_true(ws_model_chance(odds) <= ws_model_chance(odds + 7));
        assert_int_equal(ws_model_chance(odds) + ws_model_chance(-odds), 10000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adds_a_leaf_of_each_tree_to_the_bias),
        cmocka_unit_test(scores_many_rows_as_one_by_one),
        cmocka_unit_test(scores_no_tree_as_the_bias),
        cmocka_unit_test(scores_rows_where_no_questions_are_gathered),
        cmocka_unit_test(asks_only_about_evidence_that_there_is),
        cmocka_unit_test(chances_rise_with_the_odds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
