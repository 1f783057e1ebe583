/* test_forest.c - boosted trees over small numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/forest.h"
#include "base/model.h"
#include "speaker/evidence.h"
#include "speaker/outline.h"
#include "speaker/witness.h"

static void adds_a_leaf_of_each_tree_to_the_bias(void **state)
{
    static const ws_tree tree[2] = {
        {{0, 1, 0, 0, 0}, {10, 5, 99, 99, 99}, {[0] = 1, [1] = 20, [3] = 300}},
        {{1, 1, 1, 1, 1}, {0, 1, 2, 3, 4},     {[0] = 7, [31] = 4000}        },
    };
    const ws_forest forest = {tree, 2, -50};
    const int16_t low[2] = {10, 0};
    const int16_t high[2] = {11, 6};

    (void)state;
    assert_int_equal(ws_forest_score(&forest, low), -50 + 1 + 7);
    assert_int_equal(ws_forest_score(&forest, high), -50 + 300 + 4000);
}

static void scores_no_tree_as_the_bias(void **state)
{
    const ws_forest forest = {NULL, 0, 12};

    (void)state;
    assert_int_equal(ws_forest_score(&forest, NULL), 12);
}

static void asks_only_about_evidence_that_there_is(void **state)
{
    (void)state;
    assert_true(ws_forest_class.trees > 0);
    for (uint32_t t = 0; t < ws_forest_class.trees; t++)
        for (uint32_t d = 0; d < WS_FOREST_DEPTH; d++)
            assert_true(ws_forest_class.tree[t].feature[d] < WS_EVIDENCE_COUNT);
    assert_true(ws_forest_attribute.trees > 0);
    for (uint32_t t = 0; t < ws_forest_attribute.trees; t++)
        for (uint32_t d = 0; d < WS_FOREST_DEPTH; d++)
            assert_true(ws_forest_attribute.tree[t].feature[d] <
                        WS_WITNESS_COUNT);
    assert_true(ws_forest_outline.trees > 0);
    for (uint32_t t = 0; t < ws_forest_outline.trees; t++)
        for (uint32_t d = 0; d < WS_FOREST_DEPTH; d++)
            assert_true(ws_forest_outline.tree[t].feature[d] <
                        WS_OUTLINE_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adds_a_leaf_of_each_tree_to_the_bias),
        cmocka_unit_test(scores_no_tree_as_the_bias),
        cmocka_unit_test(asks_only_about_evidence_that_there_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
