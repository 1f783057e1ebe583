/* test_rank.c - the candidates of a quotation, scored. */
#include "speaker.h"

#include "speaker/rank.h"

static const char TEXT[] =
    "Vera Molnar met Ida Holm, Tom Reyes, Ann Lee, Jo Park, Max Ode, Li Wu and "
    "Sam Orr on Monday.\n\n“The lift is stuck again,” Molnar said. Holm "
    "left.\n";

static uint32_t linear(const whosaid_doc *doc, const ws_model *model,
                       ws_candidate *candidate)
{
    ws_scene scene = ws_doc_scene(doc);

    const ws_past none = {.count = 0};

    return ws_rank_linear(&scene, model, 0, &none, candidate);
}

static void keeps_the_best_candidates_best_first(void **state)
{
    ws_candidate candidate[WS_CANDIDATES];
    whosaid_doc *doc = analyse(TEXT);
    uint32_t count = linear(doc, &ws_model_attribute[0], candidate);

    (void)state;
    assert_int_equal(count, WS_FINALISTS);
    for (uint32_t i = 1; i < count; i++)
        assert_true(candidate[i - 1].score >= candidate[i].score);
    assert_int_equal(candidate[0].mention, mention_at(doc, "Molnar", 0));
    whosaid_doc_free(doc);
}

static void prefers_the_nearer_of_equals(void **state)
{
    static const int16_t none[1] = {0};
    const ws_model model = {none, 0, 0};
    ws_candidate candidate[WS_CANDIDATES];
    whosaid_doc *doc = analyse(TEXT);

    (void)state;
    (void)linear(doc, &model, candidate);
    assert_int_equal(candidate[0].mention, mention_at(doc, "Molnar", 0));
    assert_int_equal(candidate[1].mention, mention_at(doc, "Holm", 0));
    whosaid_doc_free(doc);
}

static void asks_the_trees_only_in_doubt(void **state)
{
    const ws_candidate sure[2] = {{.score = WS_DOUBT}, {.score = 0}};
    const ws_candidate close[2] = {{.score = WS_DOUBT - 1}, {.score = 0}};

    (void)state;
    assert_false(ws_rank_doubts(sure, 2));
    assert_true(ws_rank_doubts(close, 2));
    assert_false(ws_rank_doubts(close, 1));
    assert_false(ws_rank_doubts(close, 0));
}

static void adds_what_the_trees_say(void **state)
{
    static const ws_tree tree = {
        {WS_WITNESS_ORDER, WS_WITNESS_ORDER, WS_WITNESS_ORDER, WS_WITNESS_ORDER,
         WS_WITNESS_ORDER},
        {0, 1,                 99,                                 99, 99},
        {[0] = 5,              [1] = 70,            [3] = 11}
    };
    static const int16_t none[1] = {0};
    const ws_model model = {none, 0, 0};
    const ws_forest forest = {&tree, 1, 0, NULL};
    const ws_ranker ranker = {&model, &forest};
    ws_candidate candidate[WS_CANDIDATES];
    whosaid_doc *doc = analyse(TEXT);
    ws_scene scene = ws_doc_scene(doc);
    const ws_past nobody = {.count = 0};

    (void)state;
    uint32_t count = ws_rank(&scene, &ranker, 0, &nobody, candidate);
    assert_true(count > 2);
    assert_int_equal(candidate[0].score, 5);
    assert_int_equal(candidate[1].score, 70);
    assert_int_equal(candidate[2].score, 11);
    assert_int_equal(candidate[2].trees, 11);
    whosaid_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_the_best_candidates_best_first),
        cmocka_unit_test(prefers_the_nearer_of_equals),
        cmocka_unit_test(asks_the_trees_only_in_doubt),
        cmocka_unit_test(adds_what_the_trees_say),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
