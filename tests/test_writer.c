/* test_writer.c - documents in, one file of rows out. */
#include "article.h"
#include "support.h"

#define HEADER                                                           \
    "document,quote_id,speaker,role,affiliation,quote,kind,source_type," \
    "cue,mention,method,confidence,evidence,paragraph,line,quote_spans," \
    "mention_span,cue_span,duplicate_of,parent,group,group_change\n"

/* Three rows and a title: Ann, then Ann again, then nobody. */
static void write_article(struct article *a)
{
    article_init(a, "“No, no,” Ann said. “No no!” Ann said of “Jaws”. “=Yes.”");
    article_quote(a, "Ann", "No, no,");
    article_quote(a, "Ann", "No no!");
    article_quote(a, "", "Jaws")->kind = WHOSAID_KIND_TITLE;
    article_quote(a, "", "=Yes.");
}

/* Write an article and check the file. */
static whosaid_counts expect(const whosaid_row_options *options,
                             const char *want)
{
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_writer *writer = NULL;
    struct article a;

    write_article(&a);
    assert_int_equal(whosaid_writer_new(options, &sink, NULL, &writer),
                     WHOSAID_OK);
    assert_int_equal(whosaid_writer_add(writer, "a", 1, &a.doc), WHOSAID_OK);
    assert_int_equal(whosaid_writer_close(writer), WHOSAID_OK);
    assert_int_equal(whosaid_writer_add(writer, "a", 1, &a.doc),
                     WHOSAID_ERR_ARGUMENT);
    article_free(&a);
    assert_string_equal(paper.text, want);
    whosaid_counts counts = whosaid_writer_counts(writer);
    whosaid_writer_free(writer);
    return counts;
}

static void writes_speech_with_its_speakers(void **state)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;

    (void)state;
    options.columns = "line,speaker,quote,confidence";
    whosaid_counts counts = expect(&options, "line,speaker,quote,confidence\n"
                                             "1,\"Ann\",\"No, no,\",0.90\n"
                                             "1,\"Ann\",\"No no!\",0.90\n"
                                             "1,\"\",\"'=Yes.\",0.00\n");
    assert_int_equal(counts.documents, 1);
    assert_int_equal(counts.rows, 3);
    assert_int_equal(counts.attributed, 2);
    assert_int_equal(counts.guarded, 1);
    assert_int_equal(counts.replaced, 0);
}

static void writes_the_rest_when_asked(void **state)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;

    (void)state;
    options.columns = "quote,kind";
    options.all = true;
    expect(&options, "quote,kind\n"
                     "\"No, no,\",\"direct\"\n"
                     "\"No no!\",\"direct\"\n"
                     "\"Jaws\",\"title\"\n"
                     "\"'=Yes.\",\"direct\"\n");
}

static void leaves_duplicates_out_when_asked(void **state)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;

    (void)state;
    options.columns = "quote";
    options.unique = true;
    options.no_header = true;
    options.no_guard = true;
    whosaid_counts counts = expect(&options, "\"No, no,\"\n"
                                             "\"=Yes.\"\n");
    assert_int_equal(counts.rows, 2);
    assert_int_equal(counts.guarded, 0);
}

static void remembers_earlier_documents(void **state)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_writer *writer = NULL;
    struct article a;
    char first[32] = "";
    char want[128];

    (void)state;
    options.columns = "quote_id,duplicate_of";
    options.no_header = true;
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_OK);
    for (int i = 0; i < 2; i++) {
        article_init(&a, "“No,” Ann said.");
        article_quote(&a, "Ann", "No,");
        paper.len = 0;
        assert_int_equal(
            whosaid_writer_add(writer, i == 0 ? "a" : "b", 1, &a.doc),
            WHOSAID_OK);
        article_free(&a);
        if (i == 0)
            memcpy(first, paper.text, 19);
    }
    (void)snprintf(want, sizeof want, ",%s\n", first);
    assert_int_equal(paper.len, 40);
    assert_string_equal(paper.text + 19, want);
    whosaid_writer_free(writer);
}

/* Write documents a and b and check the rows. */
static void expect_two(const whosaid_row_options *options, const char *one,
                       const char *two, const char *want)
{
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_writer *writer = NULL;
    struct article a;

    assert_int_equal(whosaid_writer_new(options, &sink, NULL, &writer),
                     WHOSAID_OK);
    for (int i = 0; i < 2; i++) {
        article_init(&a, i == 0 ? one : two);
        article_quote(&a, i == 0 ? "Ann" : "Bo", "We");
        a.part[0].end =
            (uint32_t)(strchr(a.doc.text.bytes, '|') - a.doc.text.bytes);
        assert_int_equal(
            whosaid_writer_add(writer, i == 0 ? "a" : "b", 1, &a.doc),
            WHOSAID_OK);
        article_free(&a);
    }
    assert_string_equal(paper.text, want);
    whosaid_writer_free(writer);
}

static void groups_what_is_nearly_the_same(void **state)
{
    static const char one[] =
        "We will keep the old library open through the winter| said Ann";
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;

    (void)state;
    options.columns = "group,group_change";
    options.no_header = true;
    expect_two(&options, one,
               "We will keep the library open through the winter| said Bo",
               "\"qdf560ec31331c3f4\",\"\"\n"
               "\"qdf560ec31331c3f4\",\"1 word fewer, other speaker\"\n");
    expect_two(&options, one,
               "We will keep our old library open through the winter| said Bo",
               "\"qdf560ec31331c3f4\",\"\"\n"
               "\"qdf560ec31331c3f4\",\"other words, other speaker\"\n");
    expect_two(&options, one,
               "We WILL keep the old library open through the winter| said Bo",
               "\"qdf560ec31331c3f4\",\"\"\n"
               "\"qdf560ec31331c3f4\",\"other speaker\"\n");
    expect_two(&options, one,
               "We will keep the old library open all through the long winter|"
               " said Bo",
               "\"qdf560ec31331c3f4\",\"\"\n"
               "\"qdf560ec31331c3f4\",\"2 words more, other speaker\"\n");
    options.columns = "quote_id,duplicate_of,group,group_change";
    options.no_duplicates = true;
    expect_two(&options, one,
               "We will keep the old library open through the winter| said Bo",
               "\"qdf560ec31331c3f4\",\"\",\"\",\"\"\n"
               "\"q328ded193314227a\",\"\",\"\",\"\"\n");
}

static void begins_with_the_header_even_without_rows(void **state)
{
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_writer *writer = NULL;
    struct article a;

    (void)state;
    assert_int_equal(whosaid_writer_new(NULL, &sink, NULL, &writer),
                     WHOSAID_OK);
    assert_string_equal(paper.text, HEADER);
    article_init(&a, "Nobody spoke.");
    assert_int_equal(whosaid_writer_add(writer, NULL, 0, &a.doc), WHOSAID_OK);
    article_free(&a);
    assert_string_equal(paper.text, HEADER);
    whosaid_writer_free(writer);
}

static void refuses_wrong_arguments(void **state)
{
    static const char *const wrong[] = {
        "", "quotes", "quote,", ",quote", "quote,quote", "quote, cue", "Quote"};
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    const whosaid_sink nowhere = {NULL, NULL};
    whosaid_writer *writer = (whosaid_writer *)&paper;

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        options.columns = wrong[i];
        assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                         WHOSAID_ERR_ARGUMENT);
        assert_null(writer);
    }
    options.columns = NULL;
    options.min_confidence = 10001;
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_ERR_ARGUMENT);
    options.min_confidence = 0;
    options.size = 4;
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_writer_new(NULL, NULL, NULL, &writer),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_writer_new(NULL, &nowhere, NULL, &writer),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_writer_new(NULL, &sink, NULL, NULL),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(paper.len, 0);
    assert_int_equal(whosaid_writer_new(NULL, &sink, NULL, &writer),
                     WHOSAID_OK);
    assert_int_equal(whosaid_writer_add(writer, "a", 1, NULL),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_writer_add(NULL, "a", 1, NULL),
                     WHOSAID_ERR_ARGUMENT);
    whosaid_writer_free(writer);
    whosaid_writer_free(NULL);
}

/* Cells as bytes, for formats that hand them over. */
static bool copy_row(void *ctx, const whosaid_cell *cell, uint32_t cells)
{
    bool taken = true;

    for (uint32_t i = 0; i < cells; i++)
        taken = taken && paper_write(ctx, cell[i].text, cell[i].len + 1);
    return taken;
}

/* The sink refuses at each byte of the file in turn. */
static void refuse_bytes(whosaid_format format, struct article *a)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper whole = {"", 0, 0};
    size_t refusals = 0;

    options.format = format;
    for (size_t most = 1; most == 1 || refusals == most - 1; most++) {
        struct paper paper = {"", 0, most};
        const whosaid_sink sink = {paper_write, &paper};
        const whosaid_table table = {copy_row, &paper};
        whosaid_writer *writer = NULL;

        options.table = &table;
        whosaid_status status =
            whosaid_writer_new(&options, &sink, NULL, &writer);

        if (status == WHOSAID_OK)
            status = whosaid_writer_failed(writer, "a", 1, "no such file");
        if (status == WHOSAID_OK)
            status = whosaid_writer_add(writer, "a", 1, &a->doc);
        if (status == WHOSAID_OK)
            status = whosaid_writer_close(writer);
        if (status != WHOSAID_OK) {
            refusals++;
            assert_int_equal(status, WHOSAID_ERR_WRITE);
        }
        if (status != WHOSAID_OK && writer != NULL)
            assert_int_equal(whosaid_writer_failed(writer, "a", 1, "no"),
                             WHOSAID_ERR_WRITE);
        whosaid_writer_free(writer);
        whole = paper;
    }
    assert_true(refusals > 40);
    assert_int_equal(refusals, whole.len - 1);
}

static void tells_of_every_refusal_of_the_sink(void **state)
{
    struct article a;

    (void)state;
    write_article(&a);
    for (uint32_t i = 0; whosaid_format_name(i) != NULL; i++)
        if (i != WHOSAID_FORMAT_REVIEW) /* see test_review.c: too long */
            refuse_bytes((whosaid_format)i, &a);
    article_free(&a);
}

static bool count_whole(void *ctx, const char *bytes, size_t len)
{
    size_t at = 0;
    size_t line = 0;

    assert_true(whosaid_utf8_check(bytes, len, &at, &line));
    ++*(unsigned *)ctx;
    return true;
}

/* However the blocks of the output fall upon a long name. */
static void gives_the_sink_whole_characters(void **state)
{
    enum { NAME = 40 * 1024 };
    static const char unit[] = "\xE2\x82\xAC\xF0\x9F\x90\xB4\xC3\xA9";
    static char name[NAME];
    struct article a;

    (void)state;
    write_article(&a);
    for (size_t shift = 0; shift < sizeof unit; shift++) {
        whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
        unsigned calls = 0;
        const whosaid_sink sink = {count_whole, &calls};
        whosaid_writer *writer = NULL;
        size_t len = shift;
        memset(name, 'a', shift);
        for (; len + sizeof unit <= NAME; len += sizeof unit - 1)
            memcpy(name + len, unit, sizeof unit - 1);
        options.columns = "document,quote";
        assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                         WHOSAID_OK);
        assert_int_equal(whosaid_writer_add(writer, name, len, &a.doc),
                         WHOSAID_OK);
        assert_int_equal(whosaid_writer_close(writer), WHOSAID_OK);
        whosaid_writer_free(writer);
        assert_true(calls > 1);
    }
    article_free(&a);
}

/* Memory is refused at each request in turn. */
static void refuse_memory(whosaid_format format, struct article *a)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    size_t fail_at = 0;
    whosaid_status status = WHOSAID_OK;

    options.format = format;
    do {
        struct paper paper = {"", 0, 0};
        const whosaid_sink sink = {paper_write, &paper};
        struct failing f = {0, ++fail_at, 0};
        const whosaid_allocator source = {failing_alloc, failing_free, &f};
        const whosaid_table table = {copy_row, &paper};
        whosaid_writer *writer = NULL;

        options.table = &table;
        status = whosaid_writer_new(&options, &sink, &source, &writer);
        if (status == WHOSAID_OK)
            status = whosaid_writer_failed(writer, "a", 1, "no such file");
        if (status == WHOSAID_OK)
            status = whosaid_writer_add(writer, "a", 1, &a->doc);
        if (status == WHOSAID_OK)
            status = whosaid_writer_close(writer);
        if (status != WHOSAID_OK)
            assert_int_equal(status, WHOSAID_ERR_NOMEM);
        whosaid_writer_free(writer);
        assert_int_equal(f.live, 0);
    } while (status != WHOSAID_OK);
    assert_true(fail_at > 3);
}

static void survives_every_refusal_of_memory(void **state)
{
    struct article a;

    (void)state;
    write_article(&a);
    for (uint32_t i = 0; whosaid_format_name(i) != NULL; i++)
        if (i != WHOSAID_FORMAT_REVIEW)
            refuse_memory((whosaid_format)i, &a);
    article_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_speech_with_its_speakers),
        cmocka_unit_test(writes_the_rest_when_asked),
        cmocka_unit_test(leaves_duplicates_out_when_asked),
        cmocka_unit_test(remembers_earlier_documents),
        cmocka_unit_test(groups_what_is_nearly_the_same),
        cmocka_unit_test(begins_with_the_header_even_without_rows),
        cmocka_unit_test(refuses_wrong_arguments),
        cmocka_unit_test(tells_of_every_refusal_of_the_sink),
        cmocka_unit_test(gives_the_sink_whole_characters),
        cmocka_unit_test(survives_every_refusal_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
