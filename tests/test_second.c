/* test_second.c - the reader's opinion beside the first score: what is seen of
 * it, and the scores that both give. */
#include <stdio.h>

#include "speaker.h"

#include "speaker/second.h"

static const char TEXT[] =
    "Vera Molnar met Ida Holm on Monday.\n\n“The lift is stuck again,” she "
    "said. Holm left.\n";

enum { LIKELY = -64, UNLIKELY = -512, NONE = -1024, NOBODY = -768 };

/* The reader points at "she", and at Ida Holm, whose mentions share a chance. */
static ws_opinion opinion_of(const whosaid_doc *doc)
{
    static const struct {
        const char *words;
        int32_t mention;
        int32_t person;
    } told[] = {
        {"Vera Molnar", UNLIKELY - 100, UNLIKELY},
        {"Ida Holm",    UNLIKELY - 200, LIKELY  },
        {"she",         LIKELY,         0       },
        {"Holm",        UNLIKELY,       LIKELY  },
    };
    ws_opinion o = {.none = NONE, .nobody = NOBODY, .speech = 1024};

    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        uint32_t m = mention_at(doc, told[i].words, 0);
        assert_int_not_equal(m, WHOSAID_NONE);
        bool named = doc->mentions.mention[m].kind != WS_MENTION_PRONOUN;
        o.which[o.count] = m;
        o.who[o.count] = named ? doc->people.of[m] : WHOSAID_NONE;
        o.mention[o.count] = told[i].mention;
        o.person[o.count++] = named ? told[i].person : WS_OPINION_FLOOR;
    }
    return o;
}

static ws_candidate candidate_of(const whosaid_doc *doc, const char *mention,
                                 const char *person, int32_t score)
{
    return (ws_candidate){.mention = mention_at(doc, mention, 0),
                          .person = doc->people.of[mention_at(doc, person, 0)],
                          .score = score};
}

static void scores_are_a_product_of_both(void **state)
{
    whosaid_doc *doc = analyse(TEXT);
    ws_scene scene = ws_doc_scene(doc);
    static const int16_t weight[WS_SECOND_COUNT] = {128, 64,  32, 256,
                                                    0,   256, 1};
    const ws_model model = {weight, WS_SECOND_COUNT, 0};
    const ws_forest none = {NULL, 0, 0};
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

static void tells_what_it_has_before_the_others(void **state)
{
    whosaid_doc *doc = analyse(TEXT);
    ws_scene scene = ws_doc_scene(doc);
    const ws_candidate c[] = {candidate_of(doc, "she", "Vera Molnar", 400),
                              candidate_of(doc, "she", "Ida Holm", 300),
                              candidate_of(doc, "Holm", "Ida Holm", 200)};
    static ws_opinion o;
    ws_heard heard = {&o, c[0].mention, c[0].person, 4321};
    int16_t value[WS_HEARING_COUNT];

    (void)state;
    o = opinion_of(doc);
    ws_hearing(&scene, &heard, &(ws_finalist){c, 3, 1}, value);
    assert_int_equal(value[WS_HEARING_HEARD_MENTION], LIKELY);
    assert_int_equal(value[WS_HEARING_HEARD_PERSON], LIKELY);
    assert_int_equal(value[WS_HEARING_MENTION_LEAD], LIKELY - UNLIKELY);
    assert_int_equal(value[WS_HEARING_PERSON_LEAD], LIKELY - UNLIKELY);
    assert_int_equal(value[WS_HEARING_MENTION_BEST], 0);
    assert_int_equal(value[WS_HEARING_PERSON_BEST], 0);
    assert_int_equal(value[WS_HEARING_NONE], NONE);
    assert_int_equal(value[WS_HEARING_NOBODY], NOBODY);
    assert_int_equal(value[WS_HEARING_IN_WINDOW], 3);
    assert_int_equal(value[WS_HEARING_HEARD_SPEECH], 1024);
    assert_int_equal(value[WS_HEARING_FIRST_SURE], 4321);
    assert_int_equal(value[WS_HEARING_FIRST_ITS], 1);
    ws_hearing(&scene, &heard, &(ws_finalist){c, 3, 0}, value);
    assert_int_equal(value[WS_HEARING_PERSON_LEAD], UNLIKELY - LIKELY);
    assert_int_equal(value[WS_HEARING_PERSON_BEST], UNLIKELY - LIKELY);
    assert_int_equal(value[WS_HEARING_FIRST_ITS], 3);
    whosaid_doc_free(doc);
}

/* A window that does not show a candidate says nothing against it but that
 * it is none of those shown. */
static void who_is_out_of_sight_is_none_of_those_shown(void **state)
{
    whosaid_doc *doc = analyse(TEXT);
    ws_scene scene = ws_doc_scene(doc);
    const ws_candidate c = candidate_of(doc, "she", "Vera Molnar", 0);
    static ws_opinion o = {.none = NONE, .nobody = NOBODY};
    ws_heard heard = {&o, WHOSAID_NONE, WHOSAID_NONE, 0};
    int16_t value[WS_HEARING_COUNT];

    (void)state;
    ws_told told = ws_opinion_of(&o, &c);
    assert_int_equal(told.mention, NONE);
    assert_int_equal(told.person, NOBODY);
    ws_hearing(&scene, &heard, &(ws_finalist){&c, 1, 0}, value);
    assert_int_equal(value[WS_HEARING_IN_WINDOW], 0);
    assert_int_equal(value[WS_HEARING_FIRST_ITS], 0);
    whosaid_doc_free(doc);
}

static void tells_whom_the_reader_likes(void **state)
{
    whosaid_doc *doc = analyse(TEXT);
    static ws_opinion o;

    (void)state;
    o = opinion_of(doc);
    ws_liked liked = ws_hearing_likes(&o);
    assert_int_equal(liked.mention, mention_at(doc, "she", 0));
    assert_int_equal(liked.person, doc->people.of[mention_at(doc, "Holm", 0)]);
    assert_in_range(liked.mention_chance, 77, 79); /* exp(-1/4) */
    assert_in_range(liked.person_chance, 77, 79);
    assert_in_range(liked.speech, 97, 99); /* odds of exp(4) */
    o.none = o.nobody = 0;
    liked = ws_hearing_likes(&o);
    assert_int_equal(liked.mention, WHOSAID_NONE);
    assert_int_equal(liked.person, WHOSAID_NONE);
    assert_int_equal(liked.mention_chance, 100);
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
        cmocka_unit_test(tells_what_it_has_before_the_others),
        cmocka_unit_test(who_is_out_of_sight_is_none_of_those_shown),
        cmocka_unit_test(tells_whom_the_reader_likes),
        cmocka_unit_test(everything_has_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
