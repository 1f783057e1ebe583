/* test_corrections.c - rows that a person went through and gives back. */
#include "article.h"
#include "support.h"

#define COLUMNS "speaker,role,reviewed,verdict"

static whosaid_corrections *read_table(const char *table)
{
    whosaid_corrections *corrections = NULL;
    size_t len = strlen(table);
    char *exact = exact_copy(table, len);

    assert_int_equal(
        whosaid_corrections_read(exact, len, NULL, &corrections, NULL),
        WHOSAID_OK);
    free(exact); /* nothing of it is kept */
    return corrections;
}

/* A document of a few rows: the words of each, and its speaker. */
struct said {
    const char *name;
    const char *text;
    const char *words[4];
    const char *speaker[4];
};

static void make(struct article *a, const struct said *said)
{
    article_init(a, said->text);
    for (int i = 0; i < 4 && said->words[i] != NULL; i++)
        article_quote(a, said->speaker[i], said->words[i]);
}

/* Run documents with a table given back, and check the rows of all. */
static void expect(const char *table, const struct said *said, size_t count,
                   const char *want)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_corrections *corrections = read_table(table);
    whosaid_writer *writer = NULL;
    struct article a;

    for (size_t i = 0; i < count; i++) {
        make(&a, &said[i]);
        assert_int_equal(whosaid_corrections_note(corrections, said[i].name,
                                                  strlen(said[i].name), &a.doc,
                                                  false),
                         WHOSAID_OK);
        article_free(&a);
    }
    whosaid_corrections_settle(corrections);
    options.corrections = corrections;
    options.columns = COLUMNS;
    options.no_header = true;
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_OK);
    for (size_t i = 0; i < count; i++) {
        make(&a, &said[i]);
        assert_int_equal(whosaid_writer_add(writer, said[i].name,
                                            strlen(said[i].name), &a.doc),
                         WHOSAID_OK);
        article_free(&a);
    }
    whosaid_writer_free(writer);
    assert_string_equal(paper.text, want);
    whosaid_corrections_free(corrections);
}

static whosaid_fit fit_of(const char *table, const struct said *said,
                          uint32_t i)
{
    whosaid_corrections *corrections = read_table(table);
    struct article a;

    make(&a, said);
    assert_int_equal(whosaid_corrections_note(corrections, said->name,
                                              strlen(said->name), &a.doc,
                                              false),
                     WHOSAID_OK);
    article_free(&a);
    whosaid_corrections_settle(corrections);
    assert_true(i < whosaid_correction_count(corrections));
    whosaid_fit fit = whosaid_correction_at(corrections, i).fit;
    whosaid_corrections_free(corrections);
    return fit;
}

static const struct said two = {
    "a",
    "We go now, Ann said. They stay here, Bo said.",
    {"We go now", "They stay here"},
    {"Ann",       "Bo"            }
};

/* quote_id of the first of two: a hash, the same on every machine. */
#define FIRST "q983efad0929b2ccf"

static void keeps_the_cells_that_differ(void **state)
{
    (void)state;
    expect("quote_id,speaker,role,quote\n" FIRST ",Anna,mayor,other words\n",
           &two, 1, "\"Anna\",\"mayor\",\"yes\",\"\"\n\"Bo\",\"\",\"\",\"\"\n");
    expect("quote_id,speaker,verdict,reviewed\n" FIRST ",Ann,,\n", &two, 1,
           "\"Ann\",\"\",\"\",\"\"\n\"Bo\",\"\",\"\",\"\"\n");
    expect("quote_id,speaker,verdict\n" FIRST ",Ann,ok\n", &two, 1,
           "\"Ann\",\"\",\"yes\",\"ok\"\n\"Bo\",\"\",\"\",\"\"\n");
    expect("quote_id,speaker,reviewed\n" FIRST ",,no\n", &two, 1,
           "\"\",\"\",\"yes\",\"\"\n\"Bo\",\"\",\"\",\"\"\n");
    expect("quote_id,role,speaker,reviewed\n" FIRST ",\n", &two, 1,
           "\"Ann\",\"\",\"\",\"\"\n\"Bo\",\"\",\"\",\"\"\n");
}

static void finds_rows_again_by_their_words(void **state)
{
    static const struct said twice = {
        "a",
        "We go now, Ann said. WE GO NOW! Bo said.",
        {"We go now", "WE GO NOW"},
        {"Ann",       "Bo"       }
    };
    static const struct said apart[] = {
        {"a", "Rain fell. We go now, Ann said.", {"We go now"}, {"Ann"}},
        {"b", "Snow fell. We go now, Bo said.",  {"We go now"}, {"Bo"} },
    };

    (void)state;
    expect("document,quote,speaker\n./a,we go NOW!,Anna\n", &two, 1,
           "\"Anna\",\"\",\"yes\",\"\"\n\"Bo\",\"\",\"\",\"\"\n");
    expect("document,quote,speaker\nold,we go NOW!,Anna\n", &two, 1,
           "\"Anna\",\"\",\"yes\",\"\"\n\"Bo\",\"\",\"\",\"\"\n");
    expect("quote,speaker\nwe go NOW!,Anna\n", &two, 1,
           "\"Anna\",\"\",\"yes\",\"\"\n\"Bo\",\"\",\"\",\"\"\n");
    /* of two, the one in the document that the table names */
    expect("document,quote,speaker\nb,we go now,Anna\n", apart, 2,
           "\"Ann\",\"\",\"\",\"\"\n\"Anna\",\"\",\"yes\",\"\"\n");
    /* nobody knows which */
    expect("document,quote,speaker\nold,we go now,Anna\n", apart, 2,
           "\"Ann\",\"\",\"\",\"\"\n\"Bo\",\"\",\"\",\"\"\n");
    assert_int_equal(
        fit_of("document,quote,speaker\na,we go now,Anna\n", &twice, 0),
        WHOSAID_FIT_AMBIGUOUS);
    assert_int_equal(
        fit_of("document,quote\na,we go now\na,We go now!\n", &two, 0),
        WHOSAID_FIT_AMBIGUOUS);
    assert_int_equal(
        fit_of("document,quote\na,we go now\na,We go now!\n", &two, 1),
        WHOSAID_FIT_AMBIGUOUS);
    assert_int_equal(
        fit_of("document,quote\nold,we go now\nolder,we go now\n", &two, 1),
        WHOSAID_FIT_AMBIGUOUS);
}

/* A quotation whose id is in the table is that row's, whatever else has its
 * words. */
static void takes_the_id_before_the_words(void **state)
{
    static const char table[] = "quote_id,document,quote,speaker\n" FIRST
                                ",a,We go now,Anna\nq0000000000000000,a,"
                                "We go now,Hannah\n";

    (void)state;
    assert_int_equal(fit_of(table, &two, 0), WHOSAID_FIT_ID);
    assert_int_equal(fit_of(table, &two, 1), WHOSAID_FIT_NONE);
    expect(table, &two, 1,
           "\"Anna\",\"\",\"yes\",\"\"\n\"Bo\",\"\",\"\",\"\"\n");
}

static void tells_what_fits_nothing(void **state)
{
    static const char table[] =
        "quote_id,quote,speaker\n"
        "q0000000000000000,gone,Ann\n"
        "not an id,...,Ann\n" FIRST ",We go now,Ann\n" FIRST ",We go now,Ann\n"
        "\n" FIRST ",We go now,Bo\n";
    whosaid_corrections *corrections = read_table(table);

    (void)state;
    assert_int_equal(whosaid_correction_count(corrections), 5);
    assert_int_equal(whosaid_correction_at(corrections, 4).line, 7);
    whosaid_corrections_free(corrections);
    assert_int_equal(fit_of(table, &two, 0), WHOSAID_FIT_NONE);
    assert_int_equal(fit_of(table, &two, 1), WHOSAID_FIT_NONE);
    assert_int_equal(fit_of(table, &two, 2), WHOSAID_FIT_ID);
    assert_int_equal(fit_of(table, &two, 3), WHOSAID_FIT_SAME);
    assert_int_equal(fit_of(table, &two, 4), WHOSAID_FIT_REPEATED);
    assert_int_equal(whosaid_correction_count(NULL), 0);
    whosaid_corrections_free(NULL);
}

static void tells_documents_that_were_not_read(void **state)
{
    static const char table[] = "document,quote_id,quote\n"
                                "other,q0000000000000001,gone\n"
                                "./other,q0000000000000002,gone too\n"
                                "last,q0000000000000003,gone\n";
    whosaid_corrections *corrections = read_table(table);

    (void)state;
    assert_int_equal(fit_of(table, &two, 0), WHOSAID_FIT_UNREAD);
    assert_int_equal(fit_of(table, &two, 1), WHOSAID_FIT_UNREAD);
    assert_int_equal(whosaid_correction_at(corrections, 1).first, 0);
    assert_int_equal(whosaid_correction_at(corrections, 2).first, 2);
    assert_int_equal(whosaid_correction_at(corrections, 1).document_len, 5);
    assert_memory_equal(whosaid_correction_at(corrections, 1).document, "other",
                        5);
    whosaid_corrections_free(corrections);
}

static void finds_ids_without_having_seen_the_documents(void **state)
{
    whosaid_corrections *corrections =
        read_table("quote_id,quote,speaker\n" FIRST ",We go now,Anna\n"
                   "q0000000000000000,They stay here,Bob\n");
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_writer *writer = NULL;
    struct article a;

    (void)state;
    make(&a, &two);
    options.corrections = corrections;
    options.columns = "speaker";
    options.no_header = true;
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_OK);
    assert_int_equal(whosaid_writer_add(writer, "a", 1, &a.doc), WHOSAID_OK);
    assert_string_equal(paper.text, "\"Anna\"\n\"Bo\"\n");
    whosaid_writer_free(writer);
    whosaid_corrections_free(corrections);
    article_free(&a);
}

static void expect_wrong(const char *table, const char *words, size_t line)
{
    whosaid_table_error error = {"", 0, 0, 0};
    whosaid_corrections *corrections = NULL;

    assert_int_equal(whosaid_corrections_read(table, strlen(table), NULL,
                                              &corrections, &error),
                     WHOSAID_ERR_TABLE);
    assert_null(corrections);
    assert_string_equal(error.words, words);
    assert_int_equal(error.line, line);
    assert_int_equal(whosaid_corrections_read(table, strlen(table), NULL,
                                              &corrections, NULL),
                     WHOSAID_ERR_TABLE);
}

static void refuses_what_is_no_such_table(void **state)
{
    whosaid_corrections *corrections = NULL;
    struct article a;

    (void)state;
    expect_wrong("\nspeaker,role\nAnn,\n",
                 "no column 'quote_id' or 'quote' in the first line", 2);
    expect_wrong("quote_id,verdict,verdict\n", "a second column of this name",
                 1);
    expect_wrong("quote_id,source_type,kind\nq1,,direct\n\nq2,person,speech\n",
                 "no kind or source type of this name", 4);
    expect_wrong("", "no first line with the columns' names", 1);
    assert_int_equal(whosaid_corrections_read("a", 1, NULL, NULL, NULL),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(
        whosaid_corrections_read(NULL, 1, NULL, &corrections, NULL),
        WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_corrections_read("", WHOSAID_MAX_INPUT + 1, NULL,
                                              &corrections, NULL),
                     WHOSAID_ERR_TOO_LONG);
    make(&a, &two);
    assert_int_equal(whosaid_corrections_note(NULL, "a", 1, &a.doc, false),
                     WHOSAID_ERR_ARGUMENT);
    article_free(&a);
}

static void refuses_people_with_its_columns(void **state)
{
    static const char table[] = "name,verdict\nAnn,x\n";
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_corrections *corrections = read_table("quote_id\n");
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_people *people = NULL;
    whosaid_writer *writer = NULL;

    (void)state;
    assert_int_equal(
        whosaid_people_read(table, sizeof table - 1, NULL, &people, NULL),
        WHOSAID_OK);
    options.people = people;
    options.corrections = corrections;
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_ERR_ARGUMENT);
    assert_string_equal(whosaid_corrections_column(corrections, 1), "verdict");
    assert_null(whosaid_corrections_column(corrections, 2));
    assert_null(whosaid_corrections_column(NULL, 0));
    whosaid_people_free(people);
    whosaid_corrections_free(corrections);
}

/* All of it, with an allocator. */
static whosaid_status run(const whosaid_allocator *source,
                          const struct article *a)
{
    static const char table[] = "quote_id,document,quote,speaker\n" FIRST
                                ",a,We go now,Anna\n,b,they stay here,Bob\n";
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_corrections *corrections = NULL;
    whosaid_writer *writer = NULL;
    whosaid_status status = whosaid_corrections_read(
        table, sizeof table - 1, source, &corrections, NULL);

    assert_true((status == WHOSAID_OK) == (corrections != NULL));
    if (status == WHOSAID_OK)
        status = whosaid_corrections_note(corrections, "a", 1, &a->doc, false);
    if (status == WHOSAID_OK) {
        whosaid_corrections_settle(corrections);
        options.corrections = corrections;
        options.columns = "speaker";
        options.no_header = true;
        options.count_speakers = true;
        status = whosaid_writer_new(&options, &sink, source, &writer);
    }
    if (status == WHOSAID_OK)
        status = whosaid_writer_add(writer, "a", 1, &a->doc);
    if (status == WHOSAID_OK) {
        assert_string_equal(paper.text, "\"Anna\"\n\"Bob\"\n");
        assert_int_equal(whosaid_writer_counts(writer).speakers, 2);
    }
    whosaid_writer_free(writer);
    whosaid_corrections_free(corrections);
    return status;
}

static void survives_every_refusal_of_memory(void **state)
{
    whosaid_status status = WHOSAID_OK;
    size_t fail_at = 0;
    struct article a;

    (void)state;
    make(&a, &two);
    do {
        struct failing f = {0, ++fail_at, 0};
        const whosaid_allocator source = failing_source(&f);

        status = run(&source, &a);
        if (status != WHOSAID_OK)
            assert_int_equal(status, WHOSAID_ERR_NOMEM);
        assert_int_equal(f.live, 0);
    } while (status != WHOSAID_OK);
    assert_true(fail_at > 6);
    article_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_the_cells_that_differ),
        cmocka_unit_test(finds_rows_again_by_their_words),
        cmocka_unit_test(takes_the_id_before_the_words),
        cmocka_unit_test(tells_what_fits_nothing),
        cmocka_unit_test(tells_documents_that_were_not_read),
        cmocka_unit_test(finds_ids_without_having_seen_the_documents),
        cmocka_unit_test(refuses_what_is_no_such_table),
        cmocka_unit_test(refuses_people_with_its_columns),
        cmocka_unit_test(survives_every_refusal_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
