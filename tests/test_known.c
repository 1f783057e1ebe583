/* test_known.c - the people that a newsroom knows. */
#include "article.h"
#include "rows/known.h"
#include "support.h"

static whosaid_people *read_bytes(const char *table, size_t len)
{
    whosaid_people *people = NULL;
    char *exact = exact_copy(table, len);

    assert_int_equal(whosaid_people_read(exact, len, NULL, &people, NULL),
                     WHOSAID_OK);
    free(exact); /* the table keeps nothing of it */
    return people;
}

static whosaid_people *read_table(const char *table)
{
    return read_bytes(table, strlen(table));
}

static ws_known find(const whosaid_people *people, const char *speaker)
{
    return ws_known_find(people, speaker, strlen(speaker));
}

static void expect_cell(const whosaid_people *people, const char *speaker,
                        uint32_t column, const char *want)
{
    ws_known known = find(people, speaker);
    size_t len = 0;

    assert_int_not_equal(known.entry, WHOSAID_NONE);
    assert_int_equal(known.ambiguous, WHOSAID_NONE);
    const char *cell = ws_known_cell(people, known.entry, column, &len);
    assert_int_equal(len, strlen(want));
    assert_memory_equal(cell, want, len);
}

static void expect_name(const whosaid_people *people, const char *speaker,
                        const char *want)
{
    ws_known known = find(people, speaker);
    size_t len = 0;

    assert_int_not_equal(known.entry, WHOSAID_NONE);
    const char *name = ws_known_name(people, known.entry, &len);
    assert_int_equal(len, strlen(want));
    assert_memory_equal(name, want, len);
}

static void expect_nobody(const whosaid_people *people, const char *speaker)
{
    ws_known known = find(people, speaker);

    assert_int_equal(known.entry, WHOSAID_NONE);
    assert_int_equal(known.ambiguous, WHOSAID_NONE);
}

static void finds_by_name_and_alias(void **state)
{
    whosaid_people *people = read_table("name,aliases,id\n"
                                        "Ann Lee,A. Lee; Annie|Lee,p1\n"
                                        "José Díaz,,p2\n"
                                        "Ivan Horvat\n");

    (void)state;
    expect_cell(people, "Ann Lee", 0, "p1");
    expect_cell(people, "A. Lee", 0, "p1");
    expect_cell(people, "Annie", 0, "p1");
    expect_cell(people, "Lee", 0, "p1");
    expect_name(people, "LEE", "Ann Lee");
    expect_cell(people, " ann\n  lee ", 0, "p1");
    expect_cell(people, "Jose\u0301 DÍAZ", 0, "p2");
    expect_cell(people, "Ivan Horvat", 0, "");
    expect_nobody(people, "Dr. Ann Lee");
    expect_nobody(people, "Jose Diaz");
    expect_nobody(people, "p1");
    expect_nobody(people, "");
    assert_string_equal(whosaid_people_column(people, 0), "id");
    assert_null(whosaid_people_column(people, 1));
    assert_null(whosaid_people_column(NULL, 0));
    whosaid_people_free(people);
    whosaid_people_free(NULL);
}

static void reads_every_form_of_csv(void **state)
{
    static const char table[] = "\xEF\xBB\xBF"
                                "id, name ,\"the \"\"note\"\"\"\r\n"
                                "\r\n"
                                "1,\"Lee, Ann\",\"two\r\nlines\"\r\n"
                                ",,\r"
                                "2,Dwayne \"The Rock\" Johnson,\r"
                                "\"\",  Ivan Horvat  ,\"=1\"";
    whosaid_people *people = read_table(table);

    (void)state;
    assert_string_equal(whosaid_people_column(people, 0), "id");
    assert_string_equal(whosaid_people_column(people, 1), "the \"note\"");
    expect_cell(people, "Lee, Ann", 0, "1");
    expect_cell(people, "Lee, Ann", 1, "two\r\nlines");
    expect_cell(people, "Dwayne \"The Rock\" Johnson", 0, "2");
    expect_cell(people, "dwayne \"the rock\" johnson", 1, "");
    expect_cell(people, "Ivan Horvat", 0, "");
    expect_cell(people, "Ivan Horvat", 1, "=1");
    expect_nobody(people, "");
    whosaid_people_free(people);

    people = read_table("name");
    expect_nobody(people, "name");
    assert_null(whosaid_people_column(people, 0));
    whosaid_people_free(people);
}

static void keeps_a_nul_in_a_cell(void **state)
{
    static const char table[] = "name,id\nAnn,a\0b";
    whosaid_people *people = read_bytes(table, sizeof table - 1);
    size_t len = 0;

    (void)state;
    assert_memory_equal(ws_known_cell(people, 0, 0, &len), "a\0b", 4);
    assert_int_equal(len, 3);
    whosaid_people_free(people);
}

static void guesses_nobody_where_several_bear_a_name(void **state)
{
    whosaid_people *people = read_table("name,aliases\n"
                                        "Ann Lee,Lee;lee;Ann Lee\n"
                                        "Bo Lee,\"Lee\n;Bo\"\n"
                                        "Cy Lee,Lee;Bo\n");
    whosaid_ambiguous found;

    (void)state;
    expect_name(people, "Ann Lee", "Ann Lee");
    expect_name(people, "Cy Lee", "Cy Lee");
    assert_int_equal(find(people, "LEE").entry, WHOSAID_NONE);
    assert_int_equal(find(people, "LEE").ambiguous, 0);
    assert_int_equal(find(people, "bo").ambiguous, 1);
    assert_int_equal(ws_known_ambiguous(people), 2);
    found = ws_known_ambiguous_at(people, 0);
    assert_int_equal(found.name_len, 3);
    assert_memory_equal(found.name, "Lee", 3);
    assert_int_equal(found.people, 3);
    assert_int_equal(found.line[0], 2);
    assert_int_equal(found.line[1], 3);
    found = ws_known_ambiguous_at(people, 1);
    assert_int_equal(found.people, 2);
    assert_int_equal(found.line[0], 3);
    assert_int_equal(found.line[1], 5); /* a cell of two lines between */
    whosaid_people_free(people);
    assert_int_equal(ws_known_ambiguous(NULL), 0);
}

static void tells_where_a_table_is_wrong(void **state)
{
    static const struct {
        const char *table;
        size_t line;
        size_t at;
        size_t len;
        const char *words;
    } wrong[] = {
        {"",                               1, 0,  0, "no first line with the columns' names" },
        {"\n\n",                           3, 2,  0, "no first line with the columns' names" },
        {"\r\nnom,id\n",                   2, 2,  0, "no column 'name' in the first line"    },
        {"Name\n",                         1, 0,  0, "no column 'name' in the first line"    },
        {"name,role\nA,b\n",               1, 5,  4,
         "a column with the name of one of whosaid's own"                                    },
        {"name,\"id\",id\nA,b\n",          1, 10, 2, "a second column of this name"          },
        {"name,id,\nA,b\n",                1, 8,  0, "a column without a name"               },
        {"name,id\nA,b\nB,\"c\nd,e\n",     3, 14, 0,
         "a quote opens here, and none closes it"                                            },
        {"name\n\"",                       2, 5,  0, "a quote opens here, and none closes it"},
        {"name,id\r\nA,\"b\"c\n",          2, 14, 0, "text behind a closing quote"           },
        {"name,id\r\nA,b\r\nB,\"\n\",d\r", 4, 20, 0,
         "a cell more than there are columns"                                                },
        {"name,id\n,b\n",                  2, 8,  0, "no name in this line"                  },
        {"name,id\n\nA\x92s,b\n",          3, 10, 0, "not UTF-8; iconv converts it"          },
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        whosaid_people *people = (whosaid_people *)(uintptr_t)1;
        whosaid_table_error error = {NULL, 0, 0, 0};
        size_t len = strlen(wrong[i].table);
        char *exact = exact_copy(wrong[i].table, len);

        assert_int_equal(whosaid_people_read(exact, len, NULL, &people, &error),
                         WHOSAID_ERR_TABLE);
        assert_null(people);
        assert_string_equal(error.words, wrong[i].words);
        assert_int_equal(error.line, wrong[i].line);
        assert_int_equal(error.at, wrong[i].at);
        assert_int_equal(error.len, wrong[i].len);
        free(exact);
    }
}

static void refuses_what_is_too_long(void **state)
{
    char table[2048] = "name\n";
    whosaid_people *people = NULL;
    whosaid_table_error error;

    (void)state;
    memset(table + 5, 'a', 257);
    assert_int_equal(whosaid_people_read(table, 261, NULL, &people, NULL),
                     WHOSAID_OK);
    whosaid_people_free(people);
    assert_int_equal(whosaid_people_read(table, 262, NULL, &people, &error),
                     WHOSAID_ERR_TABLE);
    assert_string_equal(error.words, "a name too long to be looked up");

    size_t len = (size_t)sprintf(table, "name");
    for (int i = 1; i < 256; i++)
        len += (size_t)sprintf(table + len, ",c%d", i);
    assert_int_equal(whosaid_people_read(table, len, NULL, &people, NULL),
                     WHOSAID_OK);
    assert_string_equal(whosaid_people_column(people, 254), "c255");
    whosaid_people_free(people);
    memcpy(table + len, ",x", 2);
    assert_int_equal(whosaid_people_read(table, len + 2, NULL, &people, &error),
                     WHOSAID_ERR_TABLE);
    assert_string_equal(error.words, "more than 256 columns");

    assert_int_equal(
        whosaid_people_read(table, WHOSAID_MAX_INPUT + 1, NULL, &people, NULL),
        WHOSAID_ERR_TOO_LONG);
    assert_int_equal(whosaid_people_read(NULL, 1, NULL, &people, NULL),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_people_read(table, 1, NULL, NULL, NULL),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_people_read(NULL, 0, NULL, &people, NULL),
                     WHOSAID_ERR_TABLE);
}

static void finds_each_of_thousands(void **state)
{
    enum { PEOPLE = 5000 };
    char *table = malloc((size_t)PEOPLE * 48 + 32);
    size_t len = (size_t)sprintf(table, "aliases,name,id\n");
    char name[32];
    char id[32];

    (void)state;
    for (int i = 0; i < PEOPLE; i++)
        len += (size_t)sprintf(table + len, "A%d;B%d,Name %d,%d\n", i, i, i, i);
    whosaid_people *people = read_bytes(table, len);
    free(table);
    for (int i = 0; i < PEOPLE; i++) {
        (void)sprintf(id, "%d", i);
        (void)sprintf(name, "name %d", i);
        expect_cell(people, name, 0, id);
        (void)sprintf(name, "b%d", i);
        expect_cell(people, name, 0, id);
    }
    expect_nobody(people, "Name 5000");
    whosaid_people_free(people);
}

/* -- in the rows ---------------------------------------------------------- */

/* Ann twice, with the same words, Lee, and nobody. */
static void write_article(struct article *a)
{
    article_init(a, "“No,” Ann said. “No.” Ann said. “Go,” Lee said. “Yes.”");
    article_quote(a, "Ann", "No,");
    article_quote(a, "Ann", "No.");
    article_quote(a, "Lee", "Go,");
    article_quote(a, "", "Yes.");
}

static void expect_file(const whosaid_row_options *options, const char *want)
{
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_writer *writer = NULL;
    whosaid_ambiguous found;
    struct article a;

    write_article(&a);
    assert_int_equal(whosaid_writer_new(options, &sink, NULL, &writer),
                     WHOSAID_OK);
    assert_int_equal(whosaid_writer_add(writer, "a", 1, &a.doc), WHOSAID_OK);
    article_free(&a);
    assert_string_equal(paper.text, want);
    if (options->people != NULL) {
        assert_true(whosaid_writer_ambiguous(writer, 0, &found));
        assert_int_equal(found.rows, 1);
        assert_false(whosaid_writer_ambiguous(writer, 1, &found));
        assert_false(whosaid_writer_ambiguous(writer, 0, NULL));
    }
    assert_false(whosaid_writer_ambiguous(NULL, 0, &found));
    whosaid_writer_free(writer);
}

static void joins_the_table_to_the_rows(void **state)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_people *people = read_table("id,name,aliases,the note\n"
                                        "-1,=Ann Lee,Ann;Lee,\"x\ny\"\n"
                                        "2,Bo Lee,Lee,z\n");

    (void)state;
    options.people = people;
    options.columns = "quote,id,speaker,the note";
    expect_file(&options, "quote,id,speaker,\"the note\"\n"
                          "\"No,\",\"'-1\",\"'=Ann Lee\",\"x y\"\n"
                          "\"No.\",\"'-1\",\"'=Ann Lee\",\"x y\"\n"
                          "\"Go,\",\"\",\"Lee\",\"\"\n"
                          "\"Yes.\",\"\",\"\",\"\"\n");
    options.unique = true;
    options.min_confidence = 0;
    options.columns = "speaker,confidence";
    expect_file(&options, "speaker,confidence\n"
                          "\"'=Ann Lee\",0.90\n"
                          "\"Lee\",0.90\n"
                          "\"\",0.00\n");
    whosaid_people_free(people);
}

static void keeps_ids_and_duplicates_as_they_are(void **state)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_people *people =
        read_table("name,aliases,id\nAnn,Lee,1\nBo,Lee,2\n");
    struct paper paper[2] = {
        {"", 0, 0},
        {"", 0, 0}
    };

    (void)state;
    options.columns = "quote_id,duplicate_of,parent,evidence";
    for (int i = 0; i < 2; i++) {
        const whosaid_sink sink = {paper_write, &paper[i]};
        whosaid_writer *writer = NULL;
        struct article a;

        options.people = i == 0 ? NULL : people;
        write_article(&a);
        assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                         WHOSAID_OK);
        assert_int_equal(whosaid_writer_add(writer, "a", 1, &a.doc),
                         WHOSAID_OK);
        article_free(&a);
        whosaid_writer_free(writer);
    }
    assert_string_equal(paper[0].text, paper[1].text);
    whosaid_people_free(people);
}

static void leaves_the_doubtful_unnamed(void **state)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_people *people = read_table("name,id\nAnn,1\n");
    whosaid_writer *writer = NULL;
    struct article a;

    (void)state;
    options.people = people;
    options.min_confidence = 9500;
    options.columns = "speaker,id";
    options.no_header = true;
    article_init(&a, "“No,” Ann said.");
    article_quote(&a, "Ann", "No,");
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_OK);
    assert_int_equal(whosaid_writer_add(writer, "a", 1, &a.doc), WHOSAID_OK);
    assert_string_equal(paper.text, "\"\",\"\"\n");
    article_free(&a);
    whosaid_writer_free(writer);
    whosaid_people_free(people);
}

static void knows_the_tables_columns_only_with_the_table(void **state)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_people *people = read_table("name,id,aliases,team\n");
    whosaid_writer *writer = NULL;

    (void)state;
    options.columns = "team,id";
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_ERR_ARGUMENT);
    options.people = people;
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_OK);
    assert_string_equal(paper.text, "team,id\n");
    whosaid_writer_free(writer);
    options.columns = "id,id";
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_ERR_ARGUMENT);
    options.columns = "name";
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_ERR_ARGUMENT);
    options.columns = NULL;
    paper.len = 0;
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_OK);
    assert_non_null(strstr(
        paper.text, ",duplicate_of,parent,group,group_change,id,team\n"));
    whosaid_writer_free(writer);
    whosaid_people_free(people);
}

static void survives_every_refusal_of_memory(void **state)
{
    static const char table[] = "name,aliases,id\nAnn,Lee,1\nBo,Lee,2\n";
    whosaid_status status = WHOSAID_OK;
    size_t fail_at = 0;
    struct article a;

    (void)state;
    write_article(&a);
    do {
        struct failing f = {0, ++fail_at, 0};
        const whosaid_allocator source = failing_source(&f);
        whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
        struct paper paper = {"", 0, 0};
        const whosaid_sink sink = {paper_write, &paper};
        whosaid_people *people = NULL;
        whosaid_writer *writer = NULL;

        status = whosaid_people_read(table, sizeof table - 1, &source, &people,
                                     NULL);
        assert_true((status == WHOSAID_OK) == (people != NULL));
        options.people = people;
        if (status == WHOSAID_OK)
            status = whosaid_writer_new(&options, &sink, &source, &writer);
        if (status == WHOSAID_OK)
            status = whosaid_writer_add(writer, "a", 1, &a.doc);
        if (status != WHOSAID_OK)
            assert_int_equal(status, WHOSAID_ERR_NOMEM);
        whosaid_writer_free(writer);
        whosaid_people_free(people);
        assert_int_equal(f.live, 0);
    } while (status != WHOSAID_OK);
    assert_true(fail_at > 4);
    article_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_by_name_and_alias),
        cmocka_unit_test(reads_every_form_of_csv),
        cmocka_unit_test(keeps_a_nul_in_a_cell),
        cmocka_unit_test(guesses_nobody_where_several_bear_a_name),
        cmocka_unit_test(tells_where_a_table_is_wrong),
        cmocka_unit_test(refuses_what_is_too_long),
        cmocka_unit_test(finds_each_of_thousands),
        cmocka_unit_test(joins_the_table_to_the_rows),
        cmocka_unit_test(keeps_ids_and_duplicates_as_they_are),
        cmocka_unit_test(leaves_the_doubtful_unnamed),
        cmocka_unit_test(knows_the_tables_columns_only_with_the_table),
        cmocka_unit_test(survives_every_refusal_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
