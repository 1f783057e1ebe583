/* test_hearing.c - what the reader says of a candidate beside the others. */
#include "speaker/hearing.h"

#include "heard.h"

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
    o.person[2] = LIKELY + 1; /* "she" names nobody */
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

/* A pronoun's gender, and that of the person whom it is taken for. */
static void tells_whether_a_pronoun_agrees_with_its_person(void **state)
{
    static const struct {
        int flags;
        int shown;
        int want;
    } cases[] = {
        {WS_M_FEMALE,             0,           2},
        {WS_M_MALE,               0,           3},
        {0,                       0,           1},
        {WS_M_MALE | WS_M_FEMALE, 0,           1},
        {0,                       WS_M_FEMALE, 2},
        {0,                       WS_M_MALE,   3},
        {WS_M_FEMALE,             WS_M_MALE,   2},
    };
    whosaid_doc *doc = analyse(TEXT);
    ws_scene scene = ws_doc_scene(doc);
    const ws_candidate c[] = {candidate_of(doc, "she", "Ida Holm", 0),
                              candidate_of(doc, "Holm", "Ida Holm", 0)};
    ws_person *person = &doc->people.person[c[0].person];
    static ws_opinion o;
    ws_heard heard = {&o, WHOSAID_NONE, WHOSAID_NONE, 0};
    int16_t value[WS_HEARING_COUNT];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        person->flags = (uint16_t)cases[i].flags;
        person->shown = (uint16_t)cases[i].shown;
        ws_hearing(&scene, &heard, &(ws_finalist){c, 2, 0}, value);
        assert_int_equal(value[WS_HEARING_AGREES], cases[i].want);
        ws_hearing(&scene, &heard, &(ws_finalist){c, 2, 1}, value);
        assert_int_equal(value[WS_HEARING_AGREES], 0); /* no pronoun */
    }
    whosaid_doc_free(doc);
}

static void takes_the_best_mention_of_its_person(void **state)
{
    whosaid_doc *doc = analyse(TEXT);
    ws_scene scene = ws_doc_scene(doc);
    const ws_candidate c = candidate_of(doc, "Ida Holm", "Ida Holm", 0);
    static ws_opinion o;
    ws_heard heard = {&o, WHOSAID_NONE, c.person, 0};
    int16_t value[WS_HEARING_COUNT];

    (void)state;
    o = opinion_of(doc);
    doc->people.of[mention_at(doc, "she", 0)] = WHOSAID_NONE;
    ws_hearing(&scene, &heard, &(ws_finalist){&c, 1, 0}, value);
    assert_int_equal(value[WS_HEARING_PERSON_MEANT], UNLIKELY); /* "Holm" */
    assert_int_equal(value[WS_HEARING_MENTION_BEST], UNLIKELY - 200 - LIKELY);
    assert_int_equal(value[WS_HEARING_FIRST_ITS], 2);
    o.mention[1] = UNLIKELY + 1; /* "Ida Holm", which comes before */
    ws_hearing(&scene, &heard, &(ws_finalist){&c, 1, 0}, value);
    assert_int_equal(value[WS_HEARING_PERSON_MEANT], UNLIKELY + 1);
    whosaid_doc_free(doc);
}

/* Two of whom nobody knows who they are may be two. */
static void two_who_are_nobody_named_are_not_one(void **state)
{
    whosaid_doc *doc = analyse(TEXT);
    ws_scene scene = ws_doc_scene(doc);
    ws_candidate c[] = {candidate_of(doc, "she", "Ida Holm", 0),
                        candidate_of(doc, "Holm", "Ida Holm", 0)};
    static ws_opinion o;
    ws_heard heard = {&o, WHOSAID_NONE, WHOSAID_NONE, 0};
    int16_t value[WS_HEARING_COUNT];

    (void)state;
    o = opinion_of(doc);
    ws_hearing(&scene, &heard, &(ws_finalist){c, 2, 0}, value);
    assert_int_equal(value[WS_HEARING_PERSON_LEAD], LIKELY - WS_OPINION_FLOOR);
    c[0].person = c[1].person = WHOSAID_NONE;
    ws_hearing(&scene, &heard, &(ws_finalist){c, 2, 0}, value);
    assert_int_equal(value[WS_HEARING_PERSON_LEAD], 0);
    whosaid_doc_free(doc);
}

static void keeps_far_odds_of_speech_within_bounds(void **state)
{
    whosaid_doc *doc = analyse(TEXT);
    ws_scene scene = ws_doc_scene(doc);
    const ws_candidate c = candidate_of(doc, "she", "Ida Holm", 0);
    static ws_opinion o;
    ws_heard heard = {&o, WHOSAID_NONE, WHOSAID_NONE, 0};
    int16_t value[WS_HEARING_COUNT];

    (void)state;
    o.speech = 100000;
    ws_hearing(&scene, &heard, &(ws_finalist){&c, 1, 0}, value);
    assert_int_equal(value[WS_HEARING_HEARD_SPEECH], 4096);
    o.speech = -100000;
    ws_hearing(&scene, &heard, &(ws_finalist){&c, 1, 0}, value);
    assert_int_equal(value[WS_HEARING_HEARD_SPEECH], -4096);
    whosaid_doc_free(doc);
}

static void every_value_has_a_name(void **state)
{
    (void)state;
    assert_string_equal(ws_hearing_name(0), "HEARD_MENTION");
    for (uint32_t i = 0; i < WS_HEARING_COUNT; i++)
        assert_string_not_equal(ws_hearing_name(i), "unknown");
    assert_string_equal(ws_hearing_name(WS_HEARING_COUNT), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_what_it_has_before_the_others),
        cmocka_unit_test(who_is_out_of_sight_is_none_of_those_shown),
        cmocka_unit_test(takes_the_best_mention_of_its_person),
        cmocka_unit_test(tells_whether_a_pronoun_agrees_with_its_person),
        cmocka_unit_test(two_who_are_nobody_named_are_not_one),
        cmocka_unit_test(keeps_far_odds_of_speech_within_bounds),
        cmocka_unit_test(tells_whom_the_reader_likes),
        cmocka_unit_test(every_value_has_a_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
