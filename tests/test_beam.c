/* test_beam.c - the quotations of a story, chosen together. */
#include "speaker.h"

#include <stdio.h>

#include "speaker/beam.h"

static const char TALK[] = "Ida Holm and Tom Reyes had come in.\n\n"
                           "“Is it still raining?”\n\n"
                           "“It never stops,” Ida Holm said.\n\n"
                           "“Then we shall stay where we are!”\n\n"
                           "She laughed at him over her “patent stove”.\n\n"
                           "“For a week?”\n\n"
                           "“For a month,” Tom Reyes said.\n";

static const char TWO[] = "Ida Holm, Tom Reyes, Ann Lee and Max Ode came.\n\n"
                          "“Is it still raining?”\n\n"
                          "“It never stops,” Ida Holm said.\n";

enum { ASKED = 0, TOLD = 1, FEATURES = 1 << 13 };

static whosaid_doc *story(const char *text)
{
    whosaid_doc *doc = analyse(text);

    doc->talk.story = true;
    return doc;
}

/* The candidate that is a mention of these words. */
static const ws_candidate *candidate_of(const whosaid_doc *doc,
                                        const ws_candidate *candidate,
                                        uint32_t count, const char *words,
                                        uint32_t nth)
{
    for (uint32_t i = 0; i < count; i++)
        if (candidate[i].mention == mention_at(doc, words, nth))
            return &candidate[i];
    fail_msg("no candidate %s", words);
    return NULL;
}

static ws_lot *lots_of(whosaid_doc *doc, const ws_ranker *ranker)
{
    ws_scene scene = ws_doc_scene(doc);
    ws_lot *lot = calloc(doc->quotes, sizeof *lot);

    assert_non_null(lot);
    assert_int_equal(ws_beam(&doc->arena, &scene, &doc->classes, ranker, lot),
                     WHOSAID_OK);
    return lot;
}

/* Ida seems to ask, but who asked hardly answers, and a tag says that she
 * answers. */
static void takes_back_what_a_later_tag_belies(void **state)
{
    static int16_t weight[FEATURES];
    static const ws_forest none = {NULL, 0, 0, NULL};
    const ws_model model = {weight, FEATURES, 0};
    const ws_ranker ranker = {&model, &none};
    whosaid_doc *doc = story(TWO);
    ws_scene scene = ws_doc_scene(doc);
    ws_candidate candidate[WS_CANDIDATES];
    ws_past past = {.count = 0};

    (void)state;
    assert_true(ws_feature_count() <= FEATURES);
    uint32_t count = ws_candidates_gather(&scene, ASKED, &past, candidate);
    const ws_candidate *ida =
        candidate_of(doc, candidate, count, "Ida Holm", 0);
    uint32_t person = ida->person;
    const ws_candidate *tom =
        candidate_of(doc, candidate, count, "Tom Reyes", 0);
    assert_int_not_equal(ida->feature[WS_FEATURE_RANK],
                         tom->feature[WS_FEATURE_RANK]);
    weight[ida->feature[WS_FEATURE_RANK]] = 16;
    for (uint32_t nth = 0; nth < 2; nth++) {
        past.count = 0;
        ws_past_add(&past, ASKED, mention_at(doc, "Ida Holm", nth), person);
        count = ws_candidates_gather(&scene, TOLD, &past, candidate);
        ida = candidate_of(doc, candidate, count, "Ida Holm", 1);
        weight[ida->feature[WS_FEATURE_PLACE_TIE]] = 1500;
        weight[ida->feature[WS_FEATURE_PREVIOUS]] = -3000;
    }

    past.count = 0;
    (void)ws_rank(&scene, &ranker, ASKED, &past, candidate);
    assert_int_equal(candidate[0].person, person);
    ws_lot *lot = lots_of(doc, &ranker);
    assert_int_not_equal(lot[ASKED].person, person);
    assert_int_equal(lot[TOLD].person, person);
    assert_in_range(lot[TOLD].lead, 1, WS_LOT_LEAD);
    free(lot);
    whosaid_doc_free(doc);
}

/* Logarithms of the chances of what the lots say, one after another, less what
 * its pasts cost; or of the best of each, where there are none. */
static int64_t chances(const whosaid_doc *doc, const ws_ranker *ranker,
                       const ws_lot *lot)
{
    ws_scene scene = ws_doc_scene(doc);
    ws_past past = {.count = 0};
    int64_t sum = 0;

    for (uint32_t q = 0; q < doc->quotes; q++) {
        ws_candidate candidate[WS_CANDIDATES];
        uint64_t most = 0;
        uint64_t all = 0;
        uint32_t best = 0;
        if (doc->classes.kind[q] >= WHOSAID_KIND_TURN)
            continue;
        uint32_t count = ws_rank(&scene, ranker, q, &past, candidate);
        int32_t top = INT32_MIN;
        for (uint32_t i = 0; i < count; i++)
            top = candidate[i].score > top ? candidate[i].score : top;
        for (uint32_t i = 0; i < count; i++) {
            uint64_t weight = ws_rank_weight(candidate, count, i, top);
            all += ws_model_exp(top - candidate[i].score);
            bool here = lot == NULL
                            ? weight > most ||
                                  (weight == most &&
                                   candidate[i].score > candidate[best].score)
                            : lot[q].mention == candidate[i].mention &&
                                  lot[q].person == candidate[i].person;
            best = here ? i : best;
            most = here ? weight : most;
        }
        assert_true(most > 0);
        sum += ws_model_log(most) - ws_model_log(all) -
               ws_beam_cost(&scene, &doc->classes, q, &past,
                            candidate[best].mention, candidate[best].person);
        ws_past_add(&past, q, candidate[best].mention, candidate[best].person);
    }
    return sum;
}

static void is_no_worse_than_one_by_one(void **state)
{
    ws_ranker ranker = ws_ranker_learned(false);
    whosaid_doc *doc = story(TALK);
    ws_lot *lot = lots_of(doc, &ranker);

    (void)state;
    assert_true(chances(doc, &ranker, lot) >= chances(doc, &ranker, NULL));
    free(lot);
    whosaid_doc_free(doc);
}

static void leaves_out_what_nobody_says(void **state)
{
    ws_ranker ranker = ws_ranker_learned(false);
    whosaid_doc *doc = story(TALK);
    uint32_t spoken = 0;

    (void)state;
    doc->classes.kind[TOLD] = WHOSAID_KIND_TERM;
    ws_lot *lot = lots_of(doc, &ranker);
    for (uint32_t q = 0; q < doc->quotes; q++) {
        bool speech = doc->classes.kind[q] < WHOSAID_KIND_TURN;
        spoken += speech;
        assert_int_equal(lot[q].mention != WHOSAID_NONE, speech);
        assert_in_range(lot[q].lead, 0, WS_LOT_LEAD);
    }
    assert_true(spoken > 2);
    free(lot);
    whosaid_doc_free(doc);
}

/* More quotations than are looked over at once. */
static void goes_on_from_scene_to_scene(void **state)
{
    enum { TIMES = 120 };
    static char text[TIMES * sizeof TALK];
    ws_ranker ranker = ws_ranker_learned(false);
    uint32_t spoken = 0;
    size_t len = 0;

    (void)state;
    for (int i = 0; i < TIMES; i++)
        len += (size_t)snprintf(text + len, sizeof text - len, "%s\n", TALK);
    whosaid_doc *doc = story(text);
    ws_scene scene = ws_doc_scene(doc);
    ws_lot *lot = lots_of(doc, &ranker);
    for (uint32_t q = 0; q < doc->quotes; q++) {
        bool speech = ws_class_speaks(&scene, &doc->classes, q);
        spoken += speech;
        assert_int_equal(lot[q].mention != WHOSAID_NONE, speech);
    }
    assert_true(spoken > 512);
    free(lot);
    whosaid_doc_free(doc);
}

static void tells_logarithms(void **state)
{
    (void)state;
    assert_int_equal(ws_model_log(1), 0);
    assert_int_equal(ws_model_log(2), 177);      /* 0.6931 */
    assert_int_equal(ws_model_log(65536), 2839); /* 11.0904 */
    assert_int_equal(ws_model_log(1000000007), 5305);
    assert_int_equal(ws_model_log(UINT64_MAX), 11356);
    for (uint64_t n = 1; n < 100000; n += 37)
        assert_true(ws_model_log(n) <= ws_model_log(n + 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_back_what_a_later_tag_belies),
        cmocka_unit_test(is_no_worse_than_one_by_one),
        cmocka_unit_test(leaves_out_what_nobody_says),
        cmocka_unit_test(goes_on_from_scene_to_scene),
        cmocka_unit_test(tells_logarithms),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
