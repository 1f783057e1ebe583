/* test_diff.c - what changed between two runs. */
#include "article.h"
#include "support.h"

static whosaid_sheet *read_sheet(const char *table)
{
    whosaid_sheet *sheet = NULL;
    size_t len = strlen(table);
    char *exact = exact_copy(table, len);

    assert_int_equal(whosaid_sheet_read(exact, len, NULL, &sheet, NULL),
                     WHOSAID_OK);
    free(exact); /* nothing of it is kept */
    return sheet;
}

/* Compare two tables and check the lines. */
static whosaid_differences expect(const char *old_run, const char *new_run,
                                  const char *columns, const char *want)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_sheet *sheet[2] = {read_sheet(old_run), read_sheet(new_run)};
    whosaid_differences found;

    options.columns = columns;
    options.no_header = true;
    options.format = WHOSAID_FORMAT_TSV;
    assert_int_equal(
        whosaid_diff(sheet[0], sheet[1], &options, &sink, NULL, &found),
        WHOSAID_OK);
    assert_string_equal(paper.text, want);
    whosaid_sheet_free(sheet[0]);
    whosaid_sheet_free(sheet[1]);
    return found;
}

#define HEAD "document,quote_id,speaker,quote,line\n"

static void tells_rows_added_gone_and_changed(void **state)
{
    whosaid_differences found =
        expect(HEAD "a,q1,Ann,We go,1\na,q2,Bo,They stay,2\na,q3,Cy,No,3\n",
               HEAD "a,q4,Di,Yes,1\na,q3,Cy,No,9\n./a,q1,Anna,We go,2\n", NULL,
               "changed\t./a\tq1\tspeaker\tAnn\tAnna\tAnna\tWe go\n"
               "gone\ta\tq2\t\t\t\tBo\tThey stay\n"
               "added\ta\tq4\t\t\t\tDi\tYes\n");

    (void)state;
    assert_int_equal(found.changed, 1);
    assert_int_equal(found.same, 1);
    assert_int_equal(found.gone, 1);
    assert_int_equal(found.added, 1);
    assert_int_equal(found.moved, 0);
}

static void pairs_by_words_what_has_another_id(void **state)
{
    (void)state;
    expect(HEAD "a,q1,Ann,We go,1\n", HEAD "a,q2,Ann,\"We GO, \",1\n", NULL,
           "moved\ta\tq2\tquote_id\tq1\tq2\tAnn\tWe GO,\n"
           "moved\ta\tq2\tquote\tWe go\tWe GO,\tAnn\tWe GO,\n");
    expect(HEAD "a,q1,Ann,We go,1\n", HEAD "b,q2,Ann,We go,1\n", "speaker",
           "moved\tb\tq2\tquote_id\tq1\tq2\tAnn\tWe go\n");
    /* in one document in their order; elsewhere only where it is clear */
    expect(HEAD "a,q1,Ann,We go,1\na,q2,Bo,we go,1\n",
           HEAD "a,q3,Ann,We go,1\na,q4,Bo,we go,1\n", "speaker",
           "moved\ta\tq3\tquote_id\tq1\tq3\tAnn\tWe go\n"
           "moved\ta\tq4\tquote_id\tq2\tq4\tBo\twe go\n");
    expect(HEAD "a,q1,Ann,We go,1\na,q2,Bo,we go,1\n",
           HEAD "b,q3,Ann,We go,1\n", "speaker",
           "gone\ta\tq1\t\t\t\tAnn\tWe go\n"
           "gone\ta\tq2\t\t\t\tBo\twe go\n"
           "added\tb\tq3\t\t\t\tAnn\tWe go\n");
}

static void pairs_repeated_ids_in_their_order(void **state)
{
    whosaid_differences found =
        expect(HEAD "a,q1,Ann,We go,1\na,q1,Bo,We go,1\n",
               HEAD "a,q1,Ann,We go,1\na,q1,Bo,We go,1\na,q1,Cy,We go,1\n",
               NULL, "added\ta\tq1\t\t\t\tCy\tWe go\n");

    (void)state;
    assert_int_equal(found.same, 2);
}

static void undoes_what_writing_changes(void **state)
{
    whosaid_differences found =
        expect("quote_id,speaker,quote\nq1,'=Ann,\"We\ngo\"\n",
               "speaker\tquote\tquote_id\n=Ann\tWe go\tq1\n", NULL, "");

    (void)state;
    assert_int_equal(found.same, 1);
}

static void follows_the_rows_that_cells_name(void **state)
{
    (void)state;
    expect("document,quote_id,quote,parent\na,q1,We go,\na,q2,They stay,q1\n",
           "document,quote_id,quote,parent\na,q9,we go,\na,q2,They stay,q9\n",
           "parent", "moved\ta\tq9\tquote_id\tq1\tq9\t\twe go\n");
    expect("document,quote_id,quote,parent\na,q1,We go,\na,q2,They stay,q1\n",
           "document,quote_id,quote,parent\na,q1,We go,\na,q2,They stay,q2\n",
           NULL, "changed\ta\tq2\tparent\tq1\tq2\t\tThey stay\n");
}

static void compares_the_columns_that_both_have(void **state)
{
    whosaid_differences found =
        expect("quote_id,speaker,role\nq1,Ann,mayor\n",
               "quote_id,speaker,group,verdict\nq1,Ann,q1,ok\n", NULL, "");

    (void)state;
    assert_int_equal(found.columns[0], 1);
    assert_int_equal(found.columns[1], 2);
    expect(HEAD "a,q1,Ann,We go,1\n", HEAD "a,q1,Anna,We go,2\n", "line",
           "changed\ta\tq1\tline\t1\t2\tAnna\tWe go\n");
    expect("quote,speaker\nWe go,Ann\n", "quote,speaker\nWe go,Bo\n", NULL,
           "changed\t\t\tspeaker\tAnn\tBo\tBo\tWe go\n");
}

static void refuses_wrong_arguments(void **state)
{
    static const char *const wrong[] = {"", "spaeker", "speaker,speaker",
                                        "speaker,", "role"};
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper paper = {"", 0, 0};
    struct paper full = {"", 0, 5};
    whosaid_sink sink = {paper_write, &paper};
    whosaid_table_error error = {"", 0, 0, 0};
    whosaid_sheet *sheet = read_sheet("quote_id,speaker,role\nq1,Ann,x\n");
    whosaid_sheet *other = read_sheet("quote_id,speaker\nq1,Bo\n");
    whosaid_sheet *none = NULL;
    whosaid_differences found;

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        options.columns = wrong[i];
        assert_int_equal(
            whosaid_diff(sheet, other, &options, &sink, NULL, &found),
            WHOSAID_ERR_ARGUMENT);
    }
    assert_int_equal(paper.len, 0);
    assert_int_equal(whosaid_diff(sheet, NULL, NULL, &sink, NULL, &found),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_diff(sheet, other, NULL, NULL, NULL, &found),
                     WHOSAID_ERR_ARGUMENT);
    sink.ctx = &full;
    assert_int_equal(whosaid_diff(sheet, other, NULL, &sink, NULL, &found),
                     WHOSAID_ERR_WRITE);
    assert_int_equal(whosaid_sheet_read("speaker\n", 8, NULL, &none, &error),
                     WHOSAID_ERR_TABLE);
    assert_null(none);
    assert_int_equal(error.line, 1);
    assert_int_equal(whosaid_sheet_read(NULL, 1, NULL, &none, NULL),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(
        whosaid_sheet_read("", WHOSAID_MAX_INPUT + 1, NULL, &none, NULL),
        WHOSAID_ERR_TOO_LONG);
    assert_string_equal(whosaid_sheet_column(sheet, 2), "role");
    assert_null(whosaid_sheet_column(sheet, 3));
    whosaid_sheet_free(sheet);
    whosaid_sheet_free(other);
    whosaid_sheet_free(NULL);
}

static whosaid_status run(const whosaid_allocator *source)
{
    static const char old_run[] = HEAD "a,q1,Ann,We go,1\na,q2,Bo,No,2\n";
    static const char new_run[] = HEAD "a,q1,Anna,We go,1\na,q3,Bo,no,2\n";
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_sheet *sheet[2] = {NULL, NULL};
    whosaid_differences found = {
        0, 0, 0, 0, 0, {0, 0}
    };
    whosaid_status status = whosaid_sheet_read(old_run, sizeof old_run - 1,
                                               source, &sheet[0], NULL);

    if (status == WHOSAID_OK)
        status = whosaid_sheet_read(new_run, sizeof new_run - 1, source,
                                    &sheet[1], NULL);
    if (status == WHOSAID_OK)
        status = whosaid_diff(sheet[0], sheet[1], NULL, &sink, source, &found);
    if (status == WHOSAID_OK)
        assert_true(found.changed == 1 && found.moved == 1);
    whosaid_sheet_free(sheet[0]);
    whosaid_sheet_free(sheet[1]);
    return status;
}

static void survives_every_refusal_of_memory(void **state)
{
    whosaid_status status = WHOSAID_OK;
    size_t fail_at = 0;

    (void)state;
    do {
        struct failing f = {0, ++fail_at, 0};
        const whosaid_allocator source = failing_source(&f);

        status = run(&source);
        if (status != WHOSAID_OK)
            assert_int_equal(status, WHOSAID_ERR_NOMEM);
        assert_int_equal(f.live, 0);
    } while (status != WHOSAID_OK);
    assert_true(fail_at > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_rows_added_gone_and_changed),
        cmocka_unit_test(pairs_by_words_what_has_another_id),
        cmocka_unit_test(pairs_repeated_ids_in_their_order),
        cmocka_unit_test(undoes_what_writing_changes),
        cmocka_unit_test(follows_the_rows_that_cells_name),
        cmocka_unit_test(compares_the_columns_that_both_have),
        cmocka_unit_test(refuses_wrong_arguments),
        cmocka_unit_test(survives_every_refusal_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
