/* test_json.c - values as JSON, and what stands around a quotation. */
#include "article.h"
#include "records.h"
#include "rows/context.h"
#include "rows/json.h"
#include "support.h"

/* Whatever is written on this paper. */
struct sheet {
    struct paper paper;
    ws_out out;
    ws_json json;
};

static struct sheet *sheet_new(bool in_html)
{
    struct sheet *sheet = calloc(1, sizeof *sheet);

    assert_non_null(sheet);
    const whosaid_sink sink = {paper_write, &sheet->paper};
    ws_out_init(&sheet->out, &sink);
    ws_json_init(&sheet->json, &sheet->out, in_html);
    return sheet;
}

static void sheet_is(struct sheet *sheet, const char *want)
{
    assert_int_equal(ws_out_flush(&sheet->out), WHOSAID_OK);
    assert_string_equal(sheet->paper.text, want);
    free(sheet);
}

/* A text of len bytes as a string. */
static void expect_text(const char *text, size_t len, bool in_html,
                        const char *want, uint64_t replaced)
{
    struct sheet *sheet = sheet_new(in_html);
    char *copy = exact_copy(text, len);

    ws_json_text(&sheet->json, copy, len);
    free(copy);
    assert_int_equal(sheet->json.replaced, replaced);
    sheet_is(sheet, want);
}

#define EXPECT(text, want) \
    expect_text((text), sizeof(text) - 1, false, (want), 0)

static void leaves_plain_text_alone(void **state)
{
    (void)state;
    EXPECT("", "\"\"");
    EXPECT("No, no!", "\"No, no!\"");
    EXPECT("“Dž” \xE2\x80\xAE 𝄞", "\"“Dž” \xE2\x80\xAE 𝄞\"");
    EXPECT("<b>&/'", "\"<b>&/'\"");
}

static void escapes_what_json_or_a_line_does_not_take(void **state)
{
    (void)state;
    EXPECT("a\"b\\c", "\"a\\\"b\\\\c\"");
    EXPECT("a\nb\r\nc\td", "\"a\\nb\\r\\nc\\td\"");
    EXPECT("\0\x01\x1F\x7F", "\"\\u0000\\u0001\\u001f\\u007f\"");
    EXPECT("\xC2\x80\xC2\x85\xC2\x9F\xC2\xA0",
           "\"\\u0080\\u0085\\u009f\xC2\xA0\"");
    EXPECT("\u2028\u2029", "\"\\u2028\\u2029\"");
    EXPECT("\xEF\xBF\xBD\xEF\xBF\xBE\xEF\xBF\xBF",
           "\"\xEF\xBF\xBD\\ufffe\\uffff\"");
}

static void replaces_and_counts_bytes_that_are_not_utf8(void **state)
{
    (void)state;
    expect_text("a\xFFz", 3, false, "\"a\xEF\xBF\xBDz\"", 1);
    expect_text("\xE2\x80", 2, false, "\"\xEF\xBF\xBD\xEF\xBF\xBD\"", 2);
    expect_text("\xED\xA0\x80", 3, false,
                "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"", 3);
}

static void lets_html_hold_it(void **state)
{
    (void)state;
    expect_text("</script><!--&", 14, true,
                "\"\\u003c/script\\u003e\\u003c!--\\u0026\"", 0);
}

static void sets_the_commas(void **state)
{
    struct sheet *sheet = sheet_new(false);
    ws_json *json = &sheet->json;

    (void)state;
    for (int i = 0; i < 2; i++) {
        ws_json_open(json, '{');
        ws_json_key(json, "a\"");
        ws_json_open(json, '[');
        ws_json_number(json, 0);
        ws_json_number(json, INT64_MIN);
        ws_json_open(json, '[');
        ws_json_close(json, ']');
        ws_json_null(json);
        ws_json_close(json, ']');
        ws_json_key(json, "b");
        ws_json_open(json, '{');
        ws_json_close(json, '}');
        ws_json_key(json, "c");
        ws_json_bare(json, "0.50", 4);
        ws_json_key(json, "d");
        ws_json_text_open(json);
        ws_json_text_add(json, "e", 1);
        ws_json_text_add(json, "\n", 1);
        ws_json_text_shut(json);
        ws_json_close(json, '}');
        ws_json_end(json);
    }
#define LINE                                                           \
    "{\"a\\\"\":[0,-9223372036854775808,[],null],\"b\":{},\"c\":0.50," \
    "\"d\":\"e\\n\"}\n"
    sheet_is(sheet, LINE LINE);
}

/* The reader of records.h that the fuzz target leans on. */
static void the_reader_takes_nothing_but_json(void **state)
{
    static const char *const good[] = {
        "{}", "{\"a\":[1,-2.50,null,{\"b\":\"\\u0000\\\\\"}]}",
        "{\"a\":[],\"b\":true}"};
    static const char *const bad[] = {"",
                                      "[]",
                                      "{",
                                      "{}}",
                                      "{} ",
                                      "{,}",
                                      "{\"a\"}",
                                      "{\"a\":}",
                                      "{\"a\":1,}",
                                      "{\"a\":01}",
                                      "{\"a\":1.}",
                                      "{\"a\":\"\t\"}",
                                      "{\"a\":[}",
                                      "{\"a\":[1}}",
                                      "{\"a\":\"\\x\"}",
                                      "{\"a\":\"\u2028\"}",
                                      "{\"a\":\"\\ud800\"}",
                                      "{\"a\":nul}",
                                      "{\"a\":[1 ,2]}",
                                      "{\"a\":\"\xC2\x85\"}",
                                      "{\"a\":1}1"};

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        assert_true(records_is_object(good[i], strlen(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_false(records_is_object(bad[i], strlen(bad[i])));
    assert_false(records_are(WHOSAID_FORMAT_JSONL, "{}", 2));
    assert_false(records_are(WHOSAID_FORMAT_JSONL, "{}\n\n", 4));
    assert_true(records_are(WHOSAID_FORMAT_JSONL, "{}\n{}\n", 6));
}

static void the_reader_takes_nothing_but_standoff(void **state)
{
    static const char *const good[] = {
        "T1\tQuotation 0 2;5 7\tab cd\nT2\tCue 9 10\té\n"
        "R1\tCuedBy Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes T1\tAnn Lee\n"};
    static const char *const bad[] = {
        "T1\tQuotation 0 2\tabc\n",      "T2\tQuotation 0 2\tab\n",
        "T1\tQuotation 2 2\t\n",         "T1\tQuotation 5 7;0 2\tab cd\n",
        "T1\tQuotation 0 1\t\xC2\x85\n", "R1\tSaidBy Arg1:T1 Arg2:T2\n",
        "#1\tAnnotatorNotes T1\tAnn\n",  "T1 Quotation 0 2\tab\n",
        "T1\tQuotation 0 2\tab"};

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        assert_true(records_are(WHOSAID_FORMAT_BRAT, good[i], strlen(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_false(records_are(WHOSAID_FORMAT_BRAT, bad[i], strlen(bad[i])));
}

/* -- context -------------------------------------------------------------- */

static void expect_context(const char *text, size_t len, uint32_t at,
                           whosaid_span before, whosaid_span after)
{
    char *copy = exact_copy(text, len);
    ws_text t = {.bytes = copy, .len = (uint32_t)len};
    whosaid_span left = ws_context_before(&t, at);
    whosaid_span right = ws_context_after(&t, at);

    assert_int_equal(left.begin, before.begin);
    assert_int_equal(left.end, before.end);
    assert_int_equal(right.begin, after.begin);
    assert_int_equal(right.end, after.end);
    free(copy);
}

static void context_ends_with_the_text(void **state)
{
    (void)state;
    expect_context("", 0, 0, (whosaid_span){0, 0}, (whosaid_span){0, 0});
    expect_context("ab cd", 5, 3, (whosaid_span){0, 3}, (whosaid_span){3, 5});
    expect_context("\xEF\xBB\xBF"
                   "ab",
                   5, 5, (whosaid_span){3, 5}, (whosaid_span){5, 5});
    expect_context("\xEF\xBB\xBF"
                   "ab",
                   5, 0, (whosaid_span){0, 0}, (whosaid_span){0, 5});
}

/* 100 words of four letters and a space each side of the middle. */
static void context_is_cut_between_words(void **state)
{
    char text[1000];

    (void)state;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = i % 5 == 4 ? ' ' : 'x';
    /* 120 back from 500 begins a word; from 502 it is inside one */
    expect_context(text, sizeof text, 500, (whosaid_span){380, 500},
                   (whosaid_span){500, 619});
    expect_context(text, sizeof text, 502, (whosaid_span){385, 502},
                   (whosaid_span){502, 619});
    expect_context(text, sizeof text, 504, (whosaid_span){385, 504},
                   (whosaid_span){504, 624});
}

static void context_without_words_is_cut_between_code_points(void **state)
{
    char text[3 * 400];

    (void)state;
    for (size_t i = 0; i < sizeof text; i += 3)
        memcpy(text + i, "語", 3);
    expect_context(text, sizeof text, 600, (whosaid_span){240, 600},
                   (whosaid_span){600, 960});
    memset(text, 0xFF, sizeof text); /* ill-formed bytes are one each */
    expect_context(text, sizeof text, 600, (whosaid_span){480, 600},
                   (whosaid_span){600, 720});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_plain_text_alone),
        cmocka_unit_test(escapes_what_json_or_a_line_does_not_take),
        cmocka_unit_test(replaces_and_counts_bytes_that_are_not_utf8),
        cmocka_unit_test(lets_html_hold_it),
        cmocka_unit_test(sets_the_commas),
        cmocka_unit_test(the_reader_takes_nothing_but_json),
        cmocka_unit_test(the_reader_takes_nothing_but_standoff),
        cmocka_unit_test(context_ends_with_the_text),
        cmocka_unit_test(context_is_cut_between_words),
        cmocka_unit_test(context_without_words_is_cut_between_code_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
