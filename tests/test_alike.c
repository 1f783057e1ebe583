/* test_alike.c - what names tell, and which two can be one person's; which
 * names are a body's. */
#include "speaker.h"

#include "speaker/affiliation.h"
#include "speaker/alike.h"

/* A document and what its names are read in. */
struct seen {
    whosaid_doc *doc;
    ws_arena arena;
    ws_filing files;
    ws_names names;
};

static void look(struct seen *s, const char *text)
{
    s->doc = analyse(text);
    ws_arena_init(&s->arena, NULL);
    assert_int_equal(
        ws_filing_init(&s->arena, &s->doc->text, &s->doc->tokens, 1, &s->files),
        WHOSAID_OK);
    s->names = (ws_names){.text = &s->doc->text,
                          .token = s->doc->tokens.token,
                          .tokens = s->doc->tokens.count,
                          .sentences = &s->doc->sentences,
                          .files = &s->files};
}

static void leave(struct seen *s)
{
    ws_arena_free(&s->arena);
    whosaid_doc_free(s->doc);
}

static const ws_mention *name_at(const struct seen *s, const char *words)
{
    uint32_t m = mention_at(s->doc, words, 0);

    if (m == WHOSAID_NONE)
        fail_msg("no mention \"%s\"", words);
    return &s->doc->mentions.mention[m];
}

/* Whether both names can be one person's. */
static bool are_one(const char *text, const char *a, const char *b)
{
    struct seen s;

    look(&s, text);
    bool same = ws_same_name(&s.names, name_at(&s, a), name_at(&s, b));
    assert_true(same == ws_same_name(&s.names, name_at(&s, b), name_at(&s, a)));
    leave(&s);
    return same;
}

static void takes_an_initial_or_a_short_form_for_the_name(void **state)
{
    (void)state;
    assert_true(are_one("Anna Lopez came. Later A. Lopez left.", "Anna Lopez",
                        "A. Lopez"));
    assert_true(are_one("Kenneth Lane came. Later Ken Lane left.",
                        "Kenneth Lane", "Ken Lane"));
    assert_true(are_one("Robert Lane came. Later Bob Lane left.", "Robert Lane",
                        "Bob Lane"));
    assert_false(are_one("Maria Lopez came. Later A. Lopez left.",
                         "Maria Lopez", "A. Lopez"));
    assert_false(are_one("Maria Lopez came. Later Anna Lopez left.",
                         "Maria Lopez", "Anna Lopez"));
}

static void keeps_a_nickname_beside_the_name_apart(void **state)
{
    (void)state;
    assert_false(are_one("Bob Lane and his father, Robert Lane, came.",
                         "Bob Lane", "Robert Lane"));
    assert_false(are_one("Robert Lane Sr. came. Later Robert Lane left.",
                         "Robert Lane Sr.", "Robert Lane"));
}

/* The gender that the first mention of these words tells is this. */
static void expect_gender(const char *text, const char *words, uint16_t gender)
{
    struct seen s;

    look(&s, text);
    assert_int_equal(ws_gender_told(&s.names, name_at(&s, words)), gender);
    leave(&s);
}

static void hears_the_gender_of_a_title_before_that_of_a_name(void **state)
{
    (void)state;
    expect_gender("Maria Lopez came.", "Maria Lopez", WS_M_FEMALE);
    expect_gender("Mr. Lopez came.", "Mr. Lopez", WS_M_MALE);
    expect_gender("Mrs. Maria Lopez came.", "Mrs. Maria Lopez", WS_M_FEMALE);
    expect_gender("Spokesman Anna Lane came.", "Spokesman Anna Lane",
                  WS_M_FEMALE);
    assert_true(ws_opposed(WS_M_MALE, WS_M_FEMALE));
    assert_false(ws_opposed(WS_M_MALE, 0));
    assert_false(ws_opposed(WS_M_MALE | WS_M_FEMALE, WS_M_FEMALE));
}

static void tells_a_place_from_who_is_there(void **state)
{
    struct seen s;

    (void)state;
    look(&s, "Ruiz lives in Varnholm. The Ebelings came.");
    assert_true(ws_is_placed(&s.names, name_at(&s, "Varnholm")));
    assert_false(ws_is_placed(&s.names, name_at(&s, "Ruiz")));
    assert_true(ws_is_household(&s.names, name_at(&s, "The Ebelings")));
    assert_false(ws_is_household(&s.names, name_at(&s, "Ruiz")));
    leave(&s);
}

static void knows_a_body_by_its_name(void **state)
{
    static const char TEXT[] =
        "The Open Harbour Trust paid Maria Lopez, a Kenyan, in Rome.";
    whosaid_doc *doc = analyse(TEXT);
    ws_scene scene = ws_doc_scene(doc);

    (void)state;
    assert_true(
        ws_is_body(&scene, mention_at(doc, "The Open Harbour Trust", 0)));
    assert_false(ws_is_body(&scene, mention_at(doc, "Maria Lopez", 0)));
    assert_false(ws_is_body(&scene, mention_at(doc, "Rome", 0)));
    ws_frame frame = ws_frame_of(&scene, 0);
    uint32_t body = mention_at(doc, "The Open Harbour Trust", 0);
    assert_int_equal(ws_body_in(&frame, WHOSAID_NONE, 0, doc->tokens.count),
                     body);
    assert_int_equal(ws_body_in(&frame, body, 0, doc->tokens.count),
                     WHOSAID_NONE);
    whosaid_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_an_initial_or_a_short_form_for_the_name),
        cmocka_unit_test(keeps_a_nickname_beside_the_name_apart),
        cmocka_unit_test(hears_the_gender_of_a_title_before_that_of_a_name),
        cmocka_unit_test(tells_a_place_from_who_is_there),
        cmocka_unit_test(knows_a_body_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
