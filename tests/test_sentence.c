/* test_sentence.c - sentences of the narration. */
#include "quote/sentence.h"

#include "quoted.h"

/* Check that text is cut into these sentences, with | between them. */
static void expect(const char *text, const char *want)
{
    struct quoted q;
    struct paper got = {"", 0};
    uint32_t next = 0;

    quoted_init(&q, text);
    for (uint32_t i = 0; i < q.sentences.count; i++) {
        const ws_sentence *sentence = &q.sentences.sentence[i];
        assert_int_equal(sentence->first, next);
        assert_true(sentence->last > sentence->first);
        next = sentence->last;
        for (uint32_t at = sentence->first; at < sentence->last; at++)
            assert_int_equal(q.sentences.of[at], i);
        uint32_t begin = q.tokens.token[sentence->first].begin;
        if (i > 0)
            puts_on(&got, "|");
        put(&got, text + begin, q.tokens.token[sentence->last - 1].end - begin);
    }
    assert_int_equal(next, q.tokens.count);
    assert_string_equal(got.text, want);
    quoted_free(&q);
}

static void cuts_at_terminators(void **state)
{
    (void)state;
    expect("It rained. It stopped! Why? So.",
           "It rained.|It stopped!|Why?|So.");
    expect("One\n\nTwo", "One|Two");
    expect("雨だ。晴れた。", "雨だ。|晴れた。");
}

static void goes_on_in_small_letters(void **state)
{
    (void)state;
    expect("He waited ... and left. It ... Then he left.",
           "He waited ... and left.|It ...|Then he left.");
    expect("They met at Yahoo! and left.", "They met at Yahoo! and left.");
}

static void keeps_abbreviations_and_initials(void **state)
{
    (void)state;
    expect("Mr. Khan met J. K. Osei and Sen. Lee of the U.S. Senate.",
           "Mr. Khan met J. K. Osei and Sen. Lee of the U.S. Senate.");
    expect("It costs $3.5 million.", "It costs $3.5 million.");
    expect("It was Lee vs. The Crown.", "It was Lee vs. The Crown.");
}

static void ends_at_an_abbreviation_when_another_begins(void **state)
{
    (void)state;
    expect("She left the U.S. The ship waited.",
           "She left the U.S.|The ship waited.");
    expect("It began at 5 p.m. Police came.",
           "It began at 5 p.m.|Police came.");
    expect("It began at 5 p.m. Monday in Lagos.",
           "It began at 5 p.m. Monday in Lagos.");
}

static void takes_brackets_along(void **state)
{
    (void)state;
    expect("(So it was.) Then it rained.", "(So it was.)|Then it rained.");
    expect("So it was (it rained). Then it stopped.",
           "So it was (it rained).|Then it stopped.");
}

static void keeps_notes_with_what_they_note(void **state)
{
    (void)state;
    expect("It rained.[13] Then it stopped. [1] [2] So.",
           "It rained.[13]|Then it stopped. [1] [2]|So.");
    expect("He said: “It rained.”[4] Then he left.",
           "He said: “It rained.”[4]|Then he left.");
}

static void keeps_the_number_with_its_item(void **state)
{
    (void)state;
    expect("2. The ship sank.\n\nThere were 2. The rest left.",
           "2. The ship sank.|There were 2.|The rest left.");
}

static void ends_nothing_within_marks(void **state)
{
    (void)state;
    expect("He said “It rained. It stopped.” and left.",
           "He said “It rained. It stopped.” and left.");
}

static void ends_behind_a_quotation(void **state)
{
    (void)state;
    expect("He said: “It rained.” Then he left.",
           "He said: “It rained.”|Then he left.");
    expect("“It rained.” “It stopped.”", "“It rained.”|“It stopped.”");
    expect("“It rained,” he said. “It stopped.”",
           "“It rained,” he said.|“It stopped.”");
}

static void keeps_the_tag_with_its_quotation(void **state)
{
    (void)state;
    expect("\"Go!\" Maria said. She left.", "\"Go!\" Maria said.|She left.");
    expect("“Why?” Banks asked.", "“Why?” Banks asked.");
    expect("“It rained,” Maria Lopez said.", "“It rained,” Maria Lopez said.");
    expect("“It rained.” Maria said.", "“It rained.” Maria said.");
    expect("“Go!” he said.", "“Go!” he said.");
}

static void takes_no_sentence_for_a_tag(void **state)
{
    (void)state;
    expect("“It rained.” Maria said that she was wet.",
           "“It rained.”|Maria said that she was wet.");
    expect("“Go!” The crowd was loud, he said.",
           "“Go!”|The crowd was loud, he said.");
}

static void ends_a_headline_where_capitals_do(void **state)
{
    (void)state;
    expect("SENATE PASSES THE FARM BILL Sen. Lee left.",
           "SENATE PASSES THE FARM BILL|Sen. Lee left.");
    expect("FARM BILL PASSES SENATE A spokesman left.",
           "FARM BILL PASSES SENATE|A spokesman left.");
    expect("US AND UK SIGN TRADE PACT Prime Minister Lee left.",
           "US AND UK SIGN TRADE PACT|Prime Minister Lee left.");
    expect("Farm Bill Passes LANSING, Mich. (AP) - Senator Lee left.",
           "Farm Bill Passes|LANSING, Mich. (AP) - Senator Lee left.");
    /* acronyms, a town told of, a sentence that is shouted on */
    expect("NASA FBI CIA EPA Director Lee left.",
           "NASA FBI CIA EPA Director Lee left.");
    expect("She lives in LAMBETH - Lee left.",
           "She lives in LAMBETH - Lee left.");
    expect("WE WILL NOT GO THERE AGAIN", "WE WILL NOT GO THERE AGAIN");
    expect("WE WILL NOT GO THERE said Lee.", "WE WILL NOT GO THERE said Lee.");
}

static bool is_glued(const char *text)
{
    struct quoted q;

    quoted_init(&q, text);
    bool glued = q.sentences.glued;
    quoted_free(&q);
    return glued;
}

#define LINE "It rained. It blew. The boats stayed in. Nobody came. "

static void tells_lost_paragraphs(void **state)
{
    (void)state;
    assert_true(is_glued(LINE "The shop shut. So did the pub."));
    assert_true(is_glued("Rain\n\n" LINE "The shop shut. So did the pub."));
    assert_false(is_glued(LINE "The shop shut."));
    assert_false(is_glued(LINE "\n\n" LINE "\n\n" LINE));
    /* half of it */
    assert_false(is_glued(LINE LINE "\n\n" LINE "\n\n" LINE));
    /* one sentence, however much is said in it */
    assert_false(is_glued("“" LINE LINE "” he said. She left."));
    assert_false(is_glued(""));
}

static void survives_every_refusal(void **state)
{
    (void)state;
    expect_every_refusal_survived("“Go!” he said. She left.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_at_terminators),
        cmocka_unit_test(goes_on_in_small_letters),
        cmocka_unit_test(keeps_abbreviations_and_initials),
        cmocka_unit_test(ends_at_an_abbreviation_when_another_begins),
        cmocka_unit_test(takes_brackets_along),
        cmocka_unit_test(keeps_notes_with_what_they_note),
        cmocka_unit_test(keeps_the_number_with_its_item),
        cmocka_unit_test(ends_nothing_within_marks),
        cmocka_unit_test(ends_behind_a_quotation),
        cmocka_unit_test(keeps_the_tag_with_its_quotation),
        cmocka_unit_test(takes_no_sentence_for_a_tag),
        cmocka_unit_test(ends_a_headline_where_capitals_do),
        cmocka_unit_test(tells_lost_paragraphs),
        cmocka_unit_test(survives_every_refusal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
