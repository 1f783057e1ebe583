/* test_gather.c - who is weighed for a quotation; what leads to a mention. */
#include "speaker.h"

#include "speaker/lead.h"

static uint32_t gather(const whosaid_doc *doc, uint32_t quotation,
                       const ws_past *past, ws_gathered *gathered)
{
    ws_scene scene = ws_doc_scene(doc);
    ws_place place = ws_scene_place(&scene, quotation);

    return ws_gather(&scene, quotation, &place, past, gathered);
}

static bool holds(const ws_gathered *gathered, uint32_t count, uint32_t mention)
{
    for (uint32_t i = 0; i < count; i++)
        if (gathered[i].mention == mention)
            return true;
    return false;
}

static void weighs_who_stands_outside_the_marks(void **state)
{
    whosaid_doc *doc =
        analyse("Maria Lopez came. “I met Jo Hill,” she told Bo Lane.");
    const ws_past past = {.count = 0};
    ws_gathered gathered[WS_CANDIDATES];

    (void)state;
    uint32_t count = gather(doc, 0, &past, gathered);
    assert_true(holds(gathered, count, mention_at(doc, "Maria Lopez", 0)));
    assert_true(holds(gathered, count, mention_at(doc, "she", 0)));
    assert_true(holds(gathered, count, mention_at(doc, "Bo Lane", 0)));
    assert_false(holds(gathered, count, mention_at(doc, "Jo Hill", 0)));
    for (uint32_t i = 1; i < count; i++)
        assert_true(gathered[i - 1].mention <= gathered[i].mention);
    whosaid_doc_free(doc);
}

static void looks_no_further_than_some_sentences(void **state)
{
    whosaid_doc *doc =
        analyse("Maria Lopez came. It rained. It rained. It rained. It "
                "rained. It rained. It rained. Bo Lane sat. “No.”");
    const ws_past past = {.count = 0};
    ws_gathered gathered[WS_CANDIDATES];

    (void)state;
    uint32_t count = gather(doc, 0, &past, gathered);
    assert_true(holds(gathered, count, mention_at(doc, "Bo Lane", 0)));
    assert_false(holds(gathered, count, mention_at(doc, "Maria Lopez", 0)));
    whosaid_doc_free(doc);
}

/* In an article the one who spoke last, wherever he was named; in a story the
 * others too, each once. */
static void weighs_who_spoke_before(void **state)
{
    whosaid_doc *doc =
        analyse("Maria Lopez met Bo Lane. It rained. It rained. It rained. It "
                "rained. It rained. It rained. It rained. “No.”");
    ws_gathered gathered[WS_CANDIDATES];
    ws_past past = {.count = 0};
    uint32_t lopez = mention_at(doc, "Maria Lopez", 0);
    uint32_t lane = mention_at(doc, "Bo Lane", 0);

    (void)state;
    ws_past_add(&past, 0, lopez, doc->people.of[lopez]);
    ws_past_add(&past, 0, lopez, doc->people.of[lopez]);
    ws_past_add(&past, 0, lane, doc->people.of[lane]);
    for (int story = 0; story < 2; story++) {
        doc->talk.story = story != 0;
        uint32_t count = gather(doc, 0, &past, gathered);
        assert_int_equal(gathered[0].mention, lane);
        assert_true(holds(gathered, count, lopez) == (story != 0));
        assert_false(count > 2 && gathered[2].mention == lopez);
    }
    whosaid_doc_free(doc);
}

/* Those whom a story's talk addresses, before and behind. */
static void weighs_who_is_addressed(void **state)
{
    whosaid_doc *doc =
        analyse("“You are late, Mr. Ferris.”\n\n“The train was.”\n\n“Then "
                "walk, Miss Lane.”");
    ws_gathered gathered[WS_CANDIDATES];
    ws_past past = {.count = 0};
    uint32_t ferris = mention_at(doc, "Mr. Ferris", 0);
    uint32_t lane = mention_at(doc, "Miss Lane", 0);

    (void)state;
    ws_past_add(&past, 0, WHOSAID_NONE, WHOSAID_NONE);
    for (int story = 0; story < 2; story++) {
        doc->talk.story = story != 0;
        uint32_t count = gather(doc, 1, &past, gathered);
        assert_true(holds(gathered, count, ferris) == (story != 0));
        assert_true(holds(gathered, count, lane) == (story != 0));
    }
    whosaid_doc_free(doc);
}

static void remembers_the_latest_turns(void **state)
{
    ws_past past = {.count = 0};

    (void)state;
    for (uint32_t q = 0; q < WS_PAST + 3; q++)
        ws_past_add(&past, q, 2 * q, WHOSAID_NONE);
    assert_int_equal(past.count, WS_PAST);
    for (uint32_t i = 0; i < WS_PAST; i++) {
        assert_int_equal(past.turn[i].quotation, WS_PAST + 2 - i);
        assert_int_equal(past.turn[i].mention, 2 * (WS_PAST + 2 - i));
    }
}

/* More mentions than can be weighed: the nearest ones are. */
static void weighs_the_nearest_of_many(void **state)
{
    enum { NAMES = 200, EACH = 10 };
    static char text[NAMES * EACH + 64];
    const ws_past past = {.count = 0};
    ws_gathered gathered[WS_CANDIDATES];
    size_t at = 0;

    (void)state;
    for (int i = 0; i < NAMES; i++, at += EACH)
        memcpy(text + at, "he saw it ", EACH);
    memcpy(text + at, "and Bo Lane said: “No.”",
           sizeof "and Bo Lane said: “No.”");
    whosaid_doc *doc = analyse(text);
    uint32_t count = gather(doc, 0, &past, gathered);
    assert_in_range(count, 1, WS_CANDIDATES);
    assert_true(holds(gathered, count, mention_at(doc, "Bo Lane", 0)));
    assert_false(holds(gathered, count, mention_at(doc, "he", 0)));
    whosaid_doc_free(doc);
}

static uint32_t verb_of(const char *text, const char *words)
{
    whosaid_doc *doc = analyse(text);
    ws_scene scene = ws_doc_scene(doc);
    uint32_t m = mention_at(doc, words, 0);

    assert_int_not_equal(m, WHOSAID_NONE);
    uint32_t verb = ws_verb_of(&scene, &doc->mentions.mention[m]);
    whosaid_doc_free(doc);
    return verb;
}

static void tells_a_verb_of_speech_from_another(void **state)
{
    uint32_t speech = verb_of("“No,” Maria Lopez said.", "Maria Lopez");
    uint32_t other =
        verb_of("“No.” Then Maria Lopez painted a door.", "Maria Lopez");

    (void)state;
    assert_int_equal(other, WS_POS_VERB);
    assert_true(speech > WS_POS_COUNT);
    assert_int_equal(
        verb_of("“No,” Maria Lopez has often said.", "Maria Lopez"), speech);
}

static void tells_what_stands_before_a_mention(void **state)
{
    whosaid_doc *doc = analyse("“No.” Maria Lopez came with Bo Lane.");
    ws_scene scene = ws_doc_scene(doc);
    const ws_mention *mention = doc->mentions.mention;
    uint32_t lopez = mention_at(doc, "Maria Lopez", 0);
    uint32_t lane = mention_at(doc, "Bo Lane", 0);

    (void)state;
    assert_int_equal(ws_lead_of(&scene, &mention[lopez], 1), WS_POS_COUNT + 1);
    assert_int_equal(ws_lead_of(&scene, &mention[lane], 1), WS_POS_ADP);
    assert_true(ws_lead_of(&scene, &mention[lane], 1) < WS_LEADS);
    whosaid_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weighs_who_stands_outside_the_marks),
        cmocka_unit_test(looks_no_further_than_some_sentences),
        cmocka_unit_test(weighs_who_spoke_before),
        cmocka_unit_test(weighs_who_is_addressed),
        cmocka_unit_test(remembers_the_latest_turns),
        cmocka_unit_test(weighs_the_nearest_of_many),
        cmocka_unit_test(tells_a_verb_of_speech_from_another),
        cmocka_unit_test(tells_what_stands_before_a_mention),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
