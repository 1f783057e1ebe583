/* test_quotation.c - pieces brought together. */
#include "quote/quotation.h"

#include "quoted.h"

/* Check the quotations of text, written with | between them, / between their
 * parts, > before one within another. */
static void expect(const char *text, const char *want)
{
    struct quoted q;
    struct paper got = {"", 0};
    uint32_t pieces = 0;

    quoted_init(&q, text);
    for (uint32_t i = 0; i < q.quotations.count; i++) {
        const ws_quotation *quotation = &q.quotations.quotation[i];
        assert_true(quotation->pieces > 0);
        if (i > 0)
            puts_on(&got, "|");
        if (quotation->parent != WHOSAID_NONE)
            puts_on(&got, ">");
        for (uint32_t k = 0; k < quotation->pieces; k++) {
            const ws_piece *piece = &q.pieces.piece[quotation->piece[k]];
            assert_int_equal(q.quotations.of[quotation->piece[k]], i);
            if (k > 0)
                puts_on(&got, "/");
            put(&got, text + piece->begin, piece->end - piece->begin);
        }
        pieces += quotation->pieces;
    }
    assert_int_equal(pieces, q.pieces.count);
    assert_string_equal(got.text, want);
    quoted_free(&q);
}

static void joins_paragraphs_of_one_speech(void **state)
{
    (void)state;
    expect("“One.\n\n“Two.\n\n“Three.”", "One./Two./Three.");
    expect("\"One. \"Two.\" He left.", "One./Two.");
}

static void joins_the_parts_around_a_tag(void **state)
{
    (void)state;
    expect("“It is not the money,” she said, “it is the respect.”",
           "It is not the money,/it is the respect.");
    expect("“It is,” said Maria Lopez, the chair, “the respect.”",
           "It is,/the respect.");
    expect("“We—” he said, “we cannot.”", "We—/we cannot.");
    expect("‘I would,’ thought Alice ‘if I could.’", "I would,/if I could.");
    expect("“Why,” she asked, “now?”", "Why,/now?");
    expect("“We knew” she said, “that it failed.”", "We knew/that it failed.");
}

static void joins_the_parts_around_an_aside(void **state)
{
    (void)state;
    expect("“We knew”—Lopez looked up—“that it was failing.”",
           "We knew/that it was failing.");
}

static void joins_around_a_tag_in_a_language_without_lists(void **state)
{
    (void)state;
    expect("»Das ist kein Spiel«, betonte Frau Krug, »sondern Ernst.«",
           "Das ist kein Spiel/sondern Ernst.");
    expect("»Das ist kein Spiel«, betonte Frau Krug. »Es ist Ernst.«",
           "Das ist kein Spiel|Es ist Ernst.");
}

static void keeps_two_sentences_apart(void **state)
{
    (void)state;
    expect("“It is not the money,” she said. “It is the respect.”",
           "It is not the money,|It is the respect.");
    expect("“It rained.” she said, “it stopped.”", "It rained.|it stopped.");
    expect("“It rained.” “It stopped.”", "It rained.|It stopped.");
}

static void keeps_fragments_apart(void **state)
{
    (void)state;
    expect("He called it “dead,” a “mess,” and “sad.”", "dead,|mess,|sad.");
    expect("She said it was “dead” and added it was “sad.”", "dead|sad.");
    expect("“It is dead,” she said, adding, “It is sad.”",
           "It is dead,|It is sad.");
    expect("“It is dead,” saying it was, “it is sad.”",
           "It is dead,|it is sad.");
    expect("“It is dead,” she said of the “bill.”", "It is dead,|bill.");
}

static void keeps_voices_of_a_transcript_apart(void **state)
{
    (void)state;
    expect("“LOPEZ: It rained.\n\n“OKORO: It did?\n\n“It did.”",
           "LOPEZ: It rained.|OKORO: It did?/It did.");
    expect("“It rained.\n\n“Remember: it rained.”",
           "It rained./Remember: it rained.");
}

static void knows_what_stands_within_what(void **state)
{
    (void)state;
    expect("“He said ‘go,’ she told me, ‘now’ and I did,” she said.",
           "He said ‘go,’ she told me, ‘now’ and I did,|>go,/now");
    expect("“He said ‘go,’” she said, “‘now’ he said.”",
           "He said ‘go,’/‘now’ he said.|>go,|>now");
}

static void survives_every_refusal(void **state)
{
    (void)state;
    expect_every_refusal_survived("“A,” she said, “b.”\n\n“C.”");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joins_paragraphs_of_one_speech),
        cmocka_unit_test(joins_the_parts_around_a_tag),
        cmocka_unit_test(joins_the_parts_around_an_aside),
        cmocka_unit_test(joins_around_a_tag_in_a_language_without_lists),
        cmocka_unit_test(keeps_two_sentences_apart),
        cmocka_unit_test(keeps_fragments_apart),
        cmocka_unit_test(keeps_voices_of_a_transcript_apart),
        cmocka_unit_test(knows_what_stands_within_what),
        cmocka_unit_test(survives_every_refusal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
