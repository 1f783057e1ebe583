/* test_cue.c - what ties a quotation to someone. */
#include "speaker.h"

#include "speaker/denial.h"

/* The first cue of these words has this subject, "-" for none. */
static void expect(const char *text, const char *words, const char *subject)
{
    whosaid_doc *doc = analyse(text);
    uint32_t found = WHOSAID_NONE;

    for (uint32_t c = 0; c < doc->cues.count && found == WHOSAID_NONE; c++) {
        const ws_cue *cue = &doc->cues.cue[c];
        whosaid_span span = tokens_span(doc, cue->first, cue->last);
        if (span.end - span.begin == strlen(words) &&
            memcmp(doc->text.bytes + span.begin, words, strlen(words)) == 0)
            found = c;
    }
    if (found == WHOSAID_NONE)
        fail_msg("no cue \"%s\" in: %s", words, text);
    uint32_t m = doc->cues.cue[found].subject;
    if (m == WHOSAID_NONE) {
        assert_string_equal("-", subject);
    } else {
        const ws_mention *mention = &doc->mentions.mention[m];
        assert_words(doc, tokens_span(doc, mention->first, mention->last),
                     subject);
    }
    whosaid_doc_free(doc);
}

static void takes_the_subject_before_the_verb(void **state)
{
    (void)state;
    expect("“No,” Maria Lopez said.", "said", "Maria Lopez");
    expect("“No,” she has often said.", "said", "she");
}

static void takes_the_subject_behind_the_verb(void **state)
{
    (void)state;
    expect("“No,” said Maria Lopez.", "said", "Maria Lopez");
    expect("“No,” said the tall minister.", "said", "the tall minister");
}

static void skips_what_hangs_on_the_subject(void **state)
{
    (void)state;
    expect("Ana Ruiz, who replaced Bo Lane in May, said: “No.”", "said",
           "Ana Ruiz");
    expect("A spokesman for the ministry said: “No.”", "said", "A spokesman");
}

static void takes_the_subject_of_an_earlier_verb(void **state)
{
    (void)state;
    expect("Bo Lane opened the door and said: “No.”", "said", "Bo Lane");
}

static void takes_the_name_behind_a_dash(void **state)
{
    (void)state;
    expect("“We build on rock.” — Maria Lopez", "—", "Maria Lopez");
}

static void does_not_take_the_hearer(void **state)
{
    (void)state;
    expect("“Go,” he told Angela Brandt.", "told", "he");
}

static void finds_according_to(void **state)
{
    (void)state;
    expect("“It broke,” according to Bo Lane.", "according to", "Bo Lane");
}

static void takes_a_colon_behind_a_name(void **state)
{
    (void)state;
    expect("Bo Lane: “I quit.”", ":", "Bo Lane");
}

/* Whether the words of the text's quotation are said to or of this mention. */
static bool is_spoken_of(const char *text, const char *words)
{
    whosaid_doc *doc = analyse(text);
    ws_scene scene = ws_doc_scene(doc);
    uint32_t m = mention_at(doc, words, 0);

    assert_int_not_equal(m, WHOSAID_NONE);
    assert_true(doc->quotations.count > 0);
    ws_place place = ws_scene_place(&scene, 0);
    uint32_t patient[WS_DENIAL_PATIENTS];
    ws_denial_patients(&scene, &place, patient);
    bool is = ws_denial_is_patient(&scene, patient, m);
    whosaid_doc_free(doc);
    return is;
}

static void knows_who_is_spoken_of_in_a_passive(void **state)
{
    static const char accused[] = "Ana Ruiz was accused of “hiding” it.";

    (void)state;
    expect(accused, "accused", "-");
    assert_true(is_spoken_of(accused, "Ana Ruiz"));
    assert_true(
        is_spoken_of("Ana Ruiz was then openly told “to go”.", "Ana Ruiz"));
    assert_true(is_spoken_of("“He fell,” the court was told.", "the court"));
    assert_true(is_spoken_of("Ana Ruiz was described by Bo Lane as “lost”.",
                             "Ana Ruiz"));
    assert_false(
        is_spoken_of("Ana Ruiz accused Bo Lane of “hiding” it.", "Ana Ruiz"));
    assert_false(is_spoken_of("Ana Ruiz was accused by Bo Lane of “hiding”.",
                              "Bo Lane"));
    assert_false(is_spoken_of("Ana Ruiz was accused. “I hid it.”", "Ana Ruiz"));
}

static void takes_no_noun_for_a_verb(void **state)
{
    whosaid_doc *doc = analyse("The claim was false.");

    (void)state;
    for (uint32_t c = 0; c < doc->cues.count; c++)
        assert_true(doc->cues.cue[c].kind != WS_CUE_VERB);
    whosaid_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_subject_before_the_verb),
        cmocka_unit_test(takes_the_subject_behind_the_verb),
        cmocka_unit_test(skips_what_hangs_on_the_subject),
        cmocka_unit_test(takes_the_subject_of_an_earlier_verb),
        cmocka_unit_test(takes_the_name_behind_a_dash),
        cmocka_unit_test(does_not_take_the_hearer),
        cmocka_unit_test(finds_according_to),
        cmocka_unit_test(takes_a_colon_behind_a_name),
        cmocka_unit_test(knows_who_is_spoken_of_in_a_passive),
        cmocka_unit_test(takes_no_noun_for_a_verb),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
