/* test_second.c - the reader's opinion beside the first score: the scores that
 * both give. */
#include "speaker.h"

#include "heard.h"

static void scores_are_a_product_of_both(void **state)
{
    whosaid_doc *doc = analyse(TEXT);
    ws_scene scene = ws_doc_scene(doc);
    static const int16_t weight[WS_SECOND_COUNT] = {128, 64,  32, 256,
                                                    0,   256, 1};
    const ws_model model = {weight, WS_SECOND_COUNT, 0};
    const ws_forest none = {NULL, 0, 0, NULL};
    const ws_second second = {NULL, &model, &none, 0};
    static ws_opinion o;

    (void)state;
    o = opinion_of(doc);
    for (int story = 0; story < 2; story++) {
        ws_candidate c[] = {candidate_of(doc, "she", "Vera Molnar", 400),
                            candidate_of(doc, "she", "Ida Holm", 300)};
        doc->talk.story = story != 0;
        ws_second_weigh(&second, &scene, &o, c, 2);
        for (int i = 0; i < 2; i++) {
            const int16_t *w = weight + (story ? WS_SECOND_STORY_FIRST : 0);
            int32_t person = i == 0 ? UNLIKELY : LIKELY;
            assert_int_equal(c[i].score, (w[0] * (i == 0 ? 400 : 300) +
                                          w[1] * LIKELY + w[2] * person) /
                                             256);
        }
        assert_true(c[1].score > c[0].score);
    }
    whosaid_doc_free(doc);
}

static void stories_are_read_where_that_was_learned(void **state)
{
    whosaid_doc *doc = analyse(TEXT);
    ws_scene scene = ws_doc_scene(doc);
    int16_t weight[WS_SECOND_COUNT] = {0};
    const ws_model model = {weight, WS_SECOND_COUNT, 0};
    const ws_second second = {NULL, &model, NULL, 0};

    (void)state;
    doc->talk.story = false;
    assert_true(ws_second_reads(&second, &scene));
    doc->talk.story = true;
    assert_false(ws_second_reads(&second, &scene));
    weight[WS_SECOND_STORY_ASKED] = 1;
    assert_true(ws_second_reads(&second, &scene));
    whosaid_doc_free(doc);
}

static void everything_has_a_name(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < WS_SECOND_COUNT; i++)
        assert_string_not_equal(ws_second_name(i), "unknown");
    for (uint32_t i = 0; i < WS_SECOND_TRUSTS; i++)
        assert_string_not_equal(ws_second_trust_name(i), "unknown");
    assert_string_equal(ws_second_name(WS_SECOND_COUNT), "unknown");
    assert_string_equal(ws_second_trust_name(WS_SECOND_TRUSTS), "unknown");
    assert_string_equal(ws_second_trust_name(WS_TRUST_COUNT), "HEARD_MENTION");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores_are_a_product_of_both),
        cmocka_unit_test(stories_are_read_where_that_was_learned),
        cmocka_unit_test(everything_has_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
