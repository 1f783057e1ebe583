/* test_cells.c - rows handed over cell by cell. */
#include "article.h"
#include "support.h"

/* What a table took: cells with | behind them, numbers with # before. */
struct taken {
    char text[4096];
    size_t len;
    size_t rows;
    size_t most; /* rows it takes; 0: all */
};

static bool take_row(void *ctx, const whosaid_cell *cell, uint32_t cells)
{
    struct taken *taken = ctx;

    if (taken->most != 0 && taken->rows == taken->most)
        return false;
    taken->rows++;
    for (uint32_t i = 0; i < cells; i++) {
        assert_int_equal(strlen(cell[i].text), cell[i].len);
        assert_true(taken->len + cell[i].len + 4 < sizeof taken->text);
        if (cell[i].is_number)
            taken->text[taken->len++] = '#';
        memcpy(taken->text + taken->len, cell[i].text, cell[i].len);
        taken->len += cell[i].len;
        taken->text[taken->len++] = '|';
    }
    taken->text[taken->len++] = '\n';
    taken->text[taken->len] = '\0';
    return true;
}

/* Write an article with one quotation; the whole of it but marks. */
static whosaid_status write_words(const char *words, bool keep,
                                  const whosaid_allocator *source,
                                  struct taken *taken, whosaid_counts *counts)
{
    const whosaid_table table = {take_row, taken};
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_writer *writer = NULL;
    struct article a;
    char text[512];

    (void)snprintf(text, sizeof text, "Ann: %s", words);
    article_init(&a, text);
    article_quote(&a, "Ann", words);
    options.format = WHOSAID_FORMAT_CELLS;
    options.table = &table;
    options.keep_newlines = keep;
    options.columns = "quote,line,speaker,confidence";
    whosaid_status status = whosaid_writer_new(&options, NULL, source, &writer);
    if (status == WHOSAID_OK)
        status = whosaid_writer_add(writer, "a", 1, &a.doc);
    if (status == WHOSAID_OK)
        status = whosaid_writer_close(writer);
    if (status == WHOSAID_OK)
        *counts = whosaid_writer_counts(writer);
    whosaid_writer_free(writer);
    article_free(&a);
    return status;
}

/* Check what becomes of a cell; returns the bytes replaced in it. */
static uint64_t expect(const char *words, bool keep, const char *want)
{
    struct taken taken = {"", 0, 0, 0};
    whosaid_counts counts = {0, 0, 0, 0, 0, 0};
    char whole[1024];

    assert_int_equal(write_words(words, keep, NULL, &taken, &counts),
                     WHOSAID_OK);
    (void)snprintf(whole, sizeof whole,
                   "quote|line|speaker|confidence|\n%s|#1|Ann|#0.90|\n", want);
    assert_string_equal(taken.text, whole);
    assert_int_equal(counts.rows, 1);
    assert_int_equal(counts.guarded, 0);
    return counts.replaced;
}

static void tells_names_then_rows_and_numbers_from_text(void **state)
{
    (void)state;
    assert_int_equal(expect("No, no,", false, "No, no,"), 0);
}

static void guards_and_quotes_nothing(void **state)
{
    (void)state;
    expect("=1+1", false, "=1+1");
    expect("@x \"y\"", false, "@x \"y\"");
    expect("-", false, "-");
}

static void makes_text_clean(void **state)
{
    (void)state;
    expect("  a \u00A0", false, "a");
    expect("a  b\tc", false, "a  b\tc");
    assert_int_equal(expect("a\x01\x1B[\x7F", false, "a\uFFFD\uFFFD[\uFFFD"),
                     3);
    assert_int_equal(
        expect("a\xFF\uFFFE\uFFFFz", false, "a\uFFFD\uFFFD\uFFFDz"), 7);
    expect("\u202Eabc\U0001F44B", false, "\u202Eabc\U0001F44B");
}

static void makes_a_line_break_a_space_or_lf(void **state)
{
    (void)state;
    expect("a \r\n\t b", false, "a b");
    expect("a\u2028b\013c", false, "a b c");
    expect("a \r\n b", true, "a \n b");
    expect("a\rb\r\n\nc", true, "a\nb\n\nc");
    expect("a\u2028b\302\205c\014d\n", true, "a\nb\nc\nd");
}

static void tells_of_a_refusal(void **state)
{
    whosaid_counts counts;

    (void)state;
    struct taken one = {"", 0, 0, 1};
    assert_int_equal(write_words("No,", false, NULL, &one, &counts),
                     WHOSAID_ERR_WRITE);
    assert_int_equal(one.rows, 1);
}

static void wants_somebody_who_takes_the_rows(void **state)
{
    const whosaid_table nobody = {NULL, NULL};
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_writer *writer = NULL;

    (void)state;
    options.format = WHOSAID_FORMAT_CELLS;
    assert_int_equal(whosaid_writer_new(&options, NULL, NULL, &writer),
                     WHOSAID_ERR_ARGUMENT);
    options.table = &nobody;
    assert_int_equal(whosaid_writer_new(&options, NULL, NULL, &writer),
                     WHOSAID_ERR_ARGUMENT);
}

/* Memory is refused at each request in turn. */
static void survives_every_refusal_of_memory(void **state)
{
    size_t fail_at = 0;
    whosaid_status status = WHOSAID_OK;

    (void)state;
    do {
        struct failing f = {0, ++fail_at, 0};
        const whosaid_allocator source = {failing_alloc, failing_free, &f};
        struct taken taken = {"", 0, 0, 0};
        whosaid_counts counts;

        status = write_words("No, no,", false, &source, &taken, &counts);
        if (status != WHOSAID_OK)
            assert_int_equal(status, WHOSAID_ERR_NOMEM);
        assert_int_equal(f.live, 0);
    } while (status != WHOSAID_OK);
    assert_true(fail_at > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_names_then_rows_and_numbers_from_text),
        cmocka_unit_test(guards_and_quotes_nothing),
        cmocka_unit_test(makes_text_clean),
        cmocka_unit_test(makes_a_line_break_a_space_or_lf),
        cmocka_unit_test(tells_of_a_refusal),
        cmocka_unit_test(wants_somebody_who_takes_the_rows),
        cmocka_unit_test(survives_every_refusal_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
