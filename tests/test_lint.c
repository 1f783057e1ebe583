/* test_lint.c - what is wrong with a document's marks. */
#include "quote/lint.h"

#include "fixture.h"
#include "support.h"

/* Check the lines that a desk reads for text: "1:3: words [code]\n...". */
static void expect(const char *text, const char *want)
{
    char *bytes = exact_copy(text, strlen(text));
    whosaid_doc *doc = fixture_analyze(bytes, strlen(text));
    whosaid_report *report = NULL;
    struct fixture_buffer got = {NULL, 0, 0};

    assert_int_equal(whosaid_lint(doc, NULL, &report), WHOSAID_OK);
    fixture_puts(&got, "");
    for (uint32_t i = 0; i < whosaid_finding_count(report); i++) {
        const whosaid_finding *finding = whosaid_finding_at(report, i);
        char words[WHOSAID_WORDS_MAX];
        char line[WHOSAID_WORDS_MAX + 64];

        snprintf(line, sizeof line, "%u:%u: %s [%s]\n", (unsigned)finding->line,
                 (unsigned)finding->column,
                 whosaid_finding_words(report, i, words),
                 whosaid_strfault(finding->fault));
        fixture_puts(&got, line);
    }
    assert_string_equal(got.bytes, want);
    free(got.bytes);
    whosaid_report_free(report);
    whosaid_doc_free(doc);
    free(bytes);
}

static void says_what_is_wrong_in_words(void **state)
{
    (void)state;
    expect("“Go.", "1:1: “ opens, and nothing closes it [unclosed]\n");
    expect("Go,” he", "1:4: ” closes, and nothing opened it [unopened]\n");
    expect("Go \" on", "1:4: \" stands alone [stray]\n");
    expect("“Go,\" he", "1:1: opened with “, closed with \" [mismatched]\n");
    expect("in the ‘90s", "1:8: ‘ faces the wrong way [wrong-way]\n");
    expect("a 6“ pipe", "1:4: “ behind a length: inches and seconds have a "
                        "straight mark [inches]\n");
    expect("““Go,” he", "1:1: “ twice in a row [repeated]\n");
    expect("“ Go,” he", "1:1: “ has white space inside [space]\n");
}

static void says_once_what_a_text_does_throughout(void **state)
{
    (void)state;
    expect("“Go,” he said. \"Stay,\" she said. “No,” he said. \"Go.\"",
           "1:16: straight and curly marks in one text: 4 like \" among 4 "
           "others [mixed]\n");
    expect("''Go,'' he said. ''No.''",
           "1:1: two apostrophes for one mark, 4 in this text [doubled]\n");
    expect("â€œGoâ€\xC2\x9D", "1:1: a character in the wrong encoding, 2 in "
                              "this text [mojibake]\n");
    expect("&ldquo;Go&rdquo;",
           "1:1: &ldquo; is a mark in HTML, 2 in this text [entity]\n");
}

static void says_habits_in_the_order_of_their_places(void **state)
{
    (void)state;
    expect("&apos; \xEF\xBF\xBD ''so'' “so",
           "1:1: &apos; is a mark in HTML, 1 in this text [entity]\n"
           "1:8: a character in the wrong encoding, 1 in this text "
           "[mojibake]\n"
           "1:10: two apostrophes for one mark, 2 in this text [doubled]\n"
           "1:17: “ opens, and nothing closes it [unclosed]\n");
}

static void counts_lines_and_columns_as_editors_do(void **state)
{
    (void)state;
    expect("\xEF\xBB\xBF“Go.", "1:1: “ opens, and nothing closes it "
                               "[unclosed]\n");
    expect("É\r\n\r\né😀 “Go.\r\n\r\nNo.",
           "3:4: “ opens, and nothing closes it [unclosed]\n");
    expect("\xFF “Go.", "1:3: “ opens, and nothing closes it [unclosed]\n");
}

static void lets_apostrophes_alone(void **state)
{
    (void)state;
    expect("the workers’ choice, ’tis Ann’s, don't; 'em, rock ’n’ roll", "");
    expect("“It’s the boys’,” he said, “in the ’90s.”", "");
    expect("'Go,' he said. 'It's the workers' choice.'", "");
}

static void leaves_speech_within_speech_that_goes_on(void **state)
{
    (void)state;
    expect("“He said: ‘Go.\n\n“‘Go now.’ And I went.”", "");
}

static void takes_a_pair_without_words_for_a_pair(void **state)
{
    (void)state;
    expect("“…” he said. “?!”", "");
    expect("\"…\" he said. \"?!\"", "");
}

static void refuses_what_is_no_document(void **state)
{
    whosaid_report *report = NULL;
    whosaid_doc *doc = fixture_analyze("“", strlen("“"));
    char words[WHOSAID_WORDS_MAX];

    (void)state;
    assert_int_equal(whosaid_lint(NULL, NULL, &report), WHOSAID_ERR_ARGUMENT);
    assert_null(report);
    assert_int_equal(whosaid_lint(doc, NULL, NULL), WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_finding_count(NULL), 0);
    assert_null(whosaid_finding_at(NULL, 0));
    assert_string_equal(whosaid_finding_words(NULL, 0, words), "");
    assert_string_equal(whosaid_strfault((whosaid_fault)99), "unknown");
    whosaid_report_free(NULL);
    whosaid_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_is_wrong_in_words),
        cmocka_unit_test(says_once_what_a_text_does_throughout),
        cmocka_unit_test(says_habits_in_the_order_of_their_places),
        cmocka_unit_test(counts_lines_and_columns_as_editors_do),
        cmocka_unit_test(lets_apostrophes_alone),
        cmocka_unit_test(leaves_speech_within_speech_that_goes_on),
        cmocka_unit_test(takes_a_pair_without_words_for_a_pair),
        cmocka_unit_test(refuses_what_is_no_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
