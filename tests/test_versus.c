/* test_versus.c - two sayings side by side; what one became in other articles. */
#include <stdio.h>

#include "article.h"
#include "rows/versus.h"
#include "support.h"

static void expect(const char *first, const char *second, const char *want)
{
    ws_arena arena;
    ws_cell out;

    ws_arena_init(&arena, NULL);
    assert_int_equal(ws_versus(&arena, (ws_cell){first, strlen(first)},
                               (ws_cell){second, strlen(second)}, &out),
                     WHOSAID_OK);
    assert_int_equal(out.len, strlen(want));
    assert_memory_equal(out.text, want, out.len);
    ws_arena_free(&arena);
}

static void shows_words_gone_and_come(void **state)
{
    (void)state;
    expect("he went on again", "he went away again",
           "he went [-on-] {+away+} again");
    expect("we will not go", "we will go", "we will [-not-] go");
    expect("we go", "so we go", "{+so+} we go");
    expect("we go", "we go now", "we go {+now+}");
    expect("", "we go", "{+we go+}");
    expect("we go", "", "[-we go-]");
    expect("a b", "c d", "[-a b-] {+c d+}");
}

static void passes_over_case_marks_and_space(void **state)
{
    (void)state;
    expect("", "", "");
    expect("We go, now.", "we\n go   now", "");
    expect("\"don't\" - go", "don\xE2\x80\x99t go!", "");
    expect("a well-known man", "a well-read man",
           "a well- [-known-] {+read+} man");
}

static void shows_a_few_words_about_a_difference(void **state)
{
    (void)state;
    expect("one two three four five six seven eight nine ten eleven twelve",
           "one two three four five SIX! siebe eight nine ten elf twelve",
           "\xE2\x80\xA6 four five SIX! [-seven-] {+siebe+} eight nine ten "
           "[-eleven-] {+elf+} twelve");
    expect("a 1 2 3 4 5 6 7 8 b", "c 1 2 3 4 5 6 7 8 d",
           "[-a-] {+c+} 1 2 3 \xE2\x80\xA6 6 7 8 [-b-] {+d+}");
}

static void finds_the_fewest_words(void **state)
{
    (void)state;
    expect("a b c a b b a", "c b a b a c", "[-a b-] c {+b+} a b [-b-] a {+c+}");
}

/* More differ than are looked for: one difference, in no more time. */
static void gives_up_where_nothing_is_alike(void **state)
{
    enum { WORDS = 20000 };
    char *text[2] = {malloc(8 * WORDS + 1), malloc(8 * WORDS + 1)};
    ws_arena arena;
    ws_cell out;

    (void)state;
    for (int k = 0; k < 2; k++) {
        text[k][0] = '\0';
        for (size_t i = 0, at = 0; i < WORDS; i++)
            at += (size_t)sprintf(text[k] + at, "%c%06zu ", 'a' + k, i);
    }
    ws_arena_init(&arena, NULL);
    assert_int_equal(ws_versus(&arena, (ws_cell){text[0], strlen(text[0])},
                               (ws_cell){text[1], strlen(text[1])}, &out),
                     WHOSAID_OK);
    assert_int_equal(out.len, 2 * (8 * WORDS - 1) + 9);
    ws_arena_free(&arena);
    free(text[0]);
    free(text[1]);
}

#define HEAD "document,quote_id,speaker,quote,group\n"

static whosaid_status write(const char *table, const whosaid_allocator *source,
                            struct paper *paper, uint64_t *found)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    const whosaid_sink sink = {paper_write, paper};
    whosaid_sheet *sheet = NULL;
    whosaid_status status =
        whosaid_sheet_read(table, strlen(table), source, &sheet, NULL);

    options.no_header = true;
    options.format = WHOSAID_FORMAT_TSV;
    if (status == WHOSAID_OK)
        status = whosaid_diff_groups(sheet, &options, &sink, source, found);
    whosaid_sheet_free(sheet);
    return status;
}

static void lists_what_differs_in_each_group(void **state)
{
    struct paper paper = {"", 0, 0};
    uint64_t found = 0;

    (void)state;
    assert_int_equal(write(HEAD "a,q1,Ann,We went on home,q1\n"
                                "a,q2,Bo,No.,q2\n"
                                "b,q3,Bo,no,q2\n"
                                "b,q4,Cy,No!,q2\n"
                                "b,q5,,We went away home,q1\n"
                                "b,q6,,We went on home,q1\n"
                                "b,q7,Di,Out,\n",
                           NULL, &paper, &found),
                     WHOSAID_OK);
    assert_string_equal(paper.text, "q1\tb\tq5\t\tWe went away home\t"
                                    "We went [-on-] {+away+} home\ta\tAnn\n"
                                    "q2\tb\tq4\tCy\tNo!\t\ta\tBo\n");
    assert_int_equal(found, 2);
}

/* The first row of a group may be filtered out, or come later. */
static void finds_the_first_row_of_a_group(void **state)
{
    struct paper paper = {"", 0, 0};
    uint64_t found = 0;

    (void)state;
    assert_int_equal(write(HEAD "b,q5,Ann,We stay,q1\na,q1,Ann,We go,q1\n"
                                "b,q6,Bo,I go,q2\nb,q7,Bo,I go on,q2\n",
                           NULL, &paper, &found),
                     WHOSAID_OK);
    assert_string_equal(paper.text,
                        "q1\tb\tq5\tAnn\tWe stay\tWe [-go-] {+stay+}\ta\tAnn\n"
                        "q2\tb\tq7\tBo\tI go on\tI go {+on+}\tb\tBo\n");
}

static void refuses_wrong_arguments(void **state)
{
    struct paper paper = {"", 0, 0};
    uint64_t found = 0;

    (void)state;
    assert_int_equal(write("quote_id,quote\nq1,a\n", NULL, &paper, &found),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(write("quote_id,group\nq1,q1\n", NULL, &paper, &found),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_diff_groups(NULL, NULL, NULL, NULL, &found),
                     WHOSAID_ERR_ARGUMENT);
}

static void survives_every_refusal_of_memory(void **state)
{
    whosaid_status status = WHOSAID_OK;
    size_t fail_at = 0;

    (void)state;
    do {
        struct failing f = {0, ++fail_at, 0};
        const whosaid_allocator source = failing_source(&f);
        struct paper paper = {"", 0, 0};
        uint64_t found = 0;

        status = write(HEAD "a,q1,Ann,We go on,q1\nb,q2,Ann,We stay on,q1\n",
                       &source, &paper, &found);
        if (status != WHOSAID_OK)
            assert_int_equal(status, WHOSAID_ERR_NOMEM);
        assert_int_equal(f.live, 0);
    } while (status != WHOSAID_OK);
    assert_true(fail_at > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_words_gone_and_come),
        cmocka_unit_test(passes_over_case_marks_and_space),
        cmocka_unit_test(shows_a_few_words_about_a_difference),
        cmocka_unit_test(finds_the_fewest_words),
        cmocka_unit_test(gives_up_where_nothing_is_alike),
        cmocka_unit_test(lists_what_differs_in_each_group),
        cmocka_unit_test(finds_the_first_row_of_a_group),
        cmocka_unit_test(refuses_wrong_arguments),
        cmocka_unit_test(survives_every_refusal_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
