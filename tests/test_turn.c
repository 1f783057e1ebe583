/* test_turn.c - the turns of a transcript. */
#include <stdio.h>

#include "speaker.h"

/* Check the turns of text: "speaker: part/part" with | between them. */
static void expect(const char *text, const char *want)
{
    char got[1024] = "";
    size_t len = 0;
    whosaid_doc *doc = analyse(text);

    for (uint32_t i = 0; i < whosaid_quote_count(doc); i++) {
        const whosaid_quote *quote = whosaid_quote_at(doc, i);
        if (quote->kind != WHOSAID_KIND_TURN)
            continue;
        assert_int_equal(quote->method, WHOSAID_METHOD_TRANSCRIPT);
        assert_true(quote->mention.end > quote->mention.begin);
        len += (size_t)snprintf(
            got + len, sizeof got - len, "%s%.*s: ", len > 0 ? "|" : "",
            (int)(quote->speaker.end - quote->speaker.begin),
            text + quote->speaker.begin);
        for (uint32_t k = 0; k < quote->parts; k++) {
            whosaid_span part = quote->part[k];
            len += (size_t)snprintf(
                got + len, sizeof got - len, "%s%.*s", k > 0 ? "/" : "",
                (int)(part.end - part.begin), text + part.begin);
        }
        assert_true(len < sizeof got);
    }
    assert_string_equal(got, want);
    whosaid_doc_free(doc);
}

static void reads_every_form_of_label(void **state)
{
    (void)state;
    expect("SEN. HOLT (R-Ohio): Why me?\n\nMR. VOS: I asked.\n\n"
           "SEN. HOLT: You did.",
           "HOLT: Why me?|MR. VOS: I asked.|HOLT: You did.");
    expect("**Mira Holt:** Why me?\n\n**Vos:** I asked.\n\n"
           "**Holt:** You did.",
           "Mira Holt: Why me?|Vos: I asked.|Mira Holt: You did.");
    expect("((Gazette)) Why you?\n\nVos: I asked.\n\n((GZ)) : Why now?\n\n"
           "Vos: My turn.",
           "Gazette: Why you?|Vos: I asked.|Gazette: Why now?|Vos: My turn.");
    expect("[00:01:02] HOLT: Why me?\n\n[00:01:09] VOS: I asked.\n\n"
           "[00:01:12] HOLT: You did.",
           "HOLT: Why me?|VOS: I asked.|HOLT: You did.");
}

static void keeps_the_paragraphs_of_a_turn_together(void **state)
{
    (void)state;
    expect("HOLT: Who are you?\n\nVOS: I sail.\n\nThe sea is wide.\n\n"
           "HOLT: I see.",
           "HOLT: Who are you?|VOS: I sail./The sea is wide.|HOLT: I see.");
}

static void ends_the_last_turn_where_the_writer_takes_over(void **state)
{
    (void)state;
    expect("HOLT: Who are you?\n\nVOS: I sail.\n\nHOLT: I see.\n\n"
           "The debate goes on next week.",
           "HOLT: Who are you?|VOS: I sail.|HOLT: I see.");
}

static void takes_a_label_that_comes_once_beside_others(void **state)
{
    (void)state;
    expect("HOLT: We won. You know it.\n\nREPORTER: Did you?\n\n"
           "HOLT: We did.",
           "HOLT: We won. You know it.|REPORTER: Did you?|HOLT: We did.");
}

static void parts_a_turn_around_stage_directions(void **state)
{
    (void)state;
    expect("HOLT: I won. (Laughter.) You lost.\n\n(CROSSTALK)\n\n"
           "VOS: Did I? [pause]\n\nHOLT: You [the crew] did.",
           "HOLT: I won./You lost.|VOS: Did I?|HOLT: You [the crew] did.");
}

static void nests_marked_words_in_their_turn(void **state)
{
    const char *text = "HOLT: Did you hear him?\n\n"
                       "VOS: I did. Tom Lane said, “I will never sail "
                       "again,” and left.\n\nHOLT: You did.";
    whosaid_doc *doc = analyse(text);

    (void)state;
    assert_int_equal(whosaid_quote_count(doc), 4);
    const whosaid_quote *inner = whosaid_quote_at(doc, 2);
    assert_int_equal(inner->kind, WHOSAID_KIND_DIRECT);
    assert_int_equal(inner->parent, 1);
    assert_words(doc, inner->speaker, "Tom Lane");
    whosaid_doc_free(doc);
}

static void leaves_lists_verses_and_headings_alone(void **state)
{
    (void)state;
    expect("Clinton: 547.\n\nSanders: 46.\n\nClinton: 12.\n\nSanders: 3.", "");
    expect("Note: You may come.\n\nWarning: I bite.\n\nNote: Do you?", "");
    expect("Iowa: Win it.\n\nNevada: Do you?\n\nIowa: I won.", "");
    expect("Photo: Ann Lee. I took it.\n\nSource: Bob Lee. You?\n\n"
           "Photo: Ann Lee. I did.",
           "");
    expect("10:30: We go.\n\n10:40: You go?\n\n10:30: I go.", "");
}

static void leaves_a_headline_over_a_transcript_alone(void **state)
{
    (void)state;
    expect("Gov. Holt: I Am No Liar.\n\nThe governor spoke on Monday.\n\n"
           "VOS: Did you lie?\n\nHOLT: I did not.\n\nVOS: You did.",
           "VOS: Did you lie?|Holt: I did not.|VOS: You did.");
}

static void answers_by_nobody_when_a_byline_is_all(void **state)
{
    (void)state;
    expect("By Helen Marsh\n\nQ: Do you sing?\n\nA: I hum.",
           ": Do you sing?|: I hum.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_form_of_label),
        cmocka_unit_test(keeps_the_paragraphs_of_a_turn_together),
        cmocka_unit_test(ends_the_last_turn_where_the_writer_takes_over),
        cmocka_unit_test(takes_a_label_that_comes_once_beside_others),
        cmocka_unit_test(parts_a_turn_around_stage_directions),
        cmocka_unit_test(nests_marked_words_in_their_turn),
        cmocka_unit_test(leaves_lists_verses_and_headings_alone),
        cmocka_unit_test(leaves_a_headline_over_a_transcript_alone),
        cmocka_unit_test(answers_by_nobody_when_a_byline_is_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
