/* test_csv.c - cells on their way into a CSV file. */
#include "article.h"
#include "base/unicode.h"
#include "rows/csv.h"
#include "support.h"

/* A table, and what it is written with. */
struct sheet {
    ws_csv csv;
    ws_out out;
};

static ws_csv *new_csv(struct paper *paper, const whosaid_row_options *options)
{
    const whosaid_row_options defaults = WHOSAID_ROW_OPTIONS_INIT;
    const whosaid_sink sink = {paper_write, paper};
    struct sheet *sheet = malloc(sizeof *sheet);

    assert_non_null(sheet);
    ws_out_init(&sheet->out, &sink);
    ws_csv_init(&sheet->csv, &sheet->out,
                options != NULL ? options : &defaults);
    return &sheet->csv; /* first in its sheet: free() takes it */
}

/* Check what becomes of a cell of len bytes, quotes around it left out. */
static void expect_bytes(const char *cell, size_t len, const char *want)
{
    struct paper paper = {"", 0, 0};
    ws_csv *csv = new_csv(&paper, NULL);
    char *exact = exact_copy(cell, len);

    ws_csv_text(csv, exact, len);
    free(exact);
    assert_int_equal(ws_out_flush(csv->out), WHOSAID_OK);
    assert_int_equal(paper.len, strlen(want) + 2);
    assert_memory_equal(paper.text + 1, want, strlen(want));
    assert_int_equal(paper.text[0], '"');
    assert_int_equal(paper.text[paper.len - 1], '"');
    free(csv);
}

static void expect(const char *cell, const char *want)
{
    expect_bytes(cell, strlen(cell), want);
}

static void joins_cells_with_commas_and_ends_lines_with_lf(void **state)
{
    struct paper paper = {"", 0, 0};
    ws_csv *csv = new_csv(&paper, NULL);

    (void)state;
    ws_csv_text(csv, "a", 1);
    ws_csv_bare(csv, "12", 2);
    ws_csv_bare(csv, "", 0);
    ws_csv_text(csv, "", 0);
    ws_csv_end(csv);
    ws_csv_bare(csv, "b", 1);
    ws_csv_end(csv);
    assert_int_equal(ws_out_flush(csv->out), WHOSAID_OK);
    assert_string_equal(paper.text, "\"a\",12,,\"\"\nb\n");
    free(csv);
}

static void doubles_quotes(void **state)
{
    (void)state;
    expect("\"", "\"\"");
    expect("he said \"no\", twice", "he said \"\"no\"\", twice");
    expect("\"\"", "\"\"\"\"");
}

/* Cells are looked at eight bytes at a time: wherever it stands. */
static void sees_what_is_special_anywhere(void **state)
{
    static const char *const special[][2] = {
        {"\"",       "\"\""        },
        {" \n",      " "           },
        {"  \n",     " "           },
        {" ",        " "           },
        {"  ",       "  "          },
        {"~",        "~"           },
        {"\x7f",     "\xEF\xBF\xBD"},
        {"\x01",     "\xEF\xBF\xBD"},
        {"\xC3\xA9", "\xC3\xA9"    }
    };

    (void)state;
    for (size_t s = 0; s < sizeof special / sizeof special[0]; s++)
        for (int at = 1; at < 20; at++) {
            char cell[64];
            char want[64];
            snprintf(cell, sizeof cell, "%.*s%saaaaaaaa", at,
                     "xxxxxxxxxxxxxxxxxxxx", special[s][0]);
            snprintf(want, sizeof want, "%.*s%saaaaaaaa", at,
                     "xxxxxxxxxxxxxxxxxxxx", special[s][1]);
            expect(cell, want);
        }
}

static void trims_white_space_of_every_script(void **state)
{
    (void)state;
    expect(" \t a b \r\n", "a b");
    expect("\u00A0\u3000a\u2009\u00A0", "a");
    expect("\302\205\u2028a\u2029", "a");
    expect("   ", "");
    expect("\u3000", "");
}

static void makes_a_line_break_one_space(void **state)
{
    (void)state;
    expect("a\nb", "a b");
    expect("a\r\nb", "a b");
    expect("a\rb", "a b");
    expect("a \n\t b", "a b");
    expect("a\n\n\nb", "a b");
    expect("a\u2028b\u2029c\302\205d\013e\014f", "a b c d e f");
    expect("a\u00A0\nb", "a b");
    expect("a\n\"b\"", "a \"\"b\"\"");
}

static void leaves_other_white_space_alone(void **state)
{
    (void)state;
    expect("a  b", "a  b");
    expect("a\tb", "a\tb");
    expect("a\u00A0b \u3000c", "a\u00A0b \u3000c");
}

static void keeps_line_breaks_when_asked(void **state)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper paper = {"", 0, 0};

    (void)state;
    options.keep_newlines = true;
    ws_csv *csv = new_csv(&paper, &options);
    ws_csv_text(csv, "\na \r\n b\n\nc\n", 11);
    assert_int_equal(ws_out_flush(csv->out), WHOSAID_OK);
    assert_string_equal(paper.text, "\"a \r\n b\n\nc\"");
    assert_int_equal(csv->replaced, 0);
    free(csv);
}

/* Check what becomes of a cell between tabs. */
static void expect_tabs(const char *cell, const char *want)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper paper = {"", 0, 0};

    options.format = WHOSAID_FORMAT_TSV;
    options.keep_newlines = true;
    ws_csv *csv = new_csv(&paper, &options);
    ws_csv_text(csv, cell, strlen(cell));
    ws_csv_bare(csv, "1", 1);
    ws_csv_end(csv);
    assert_int_equal(ws_out_flush(csv->out), WHOSAID_OK);
    assert_memory_equal(paper.text, want, strlen(want));
    assert_string_equal(paper.text + strlen(want), "\t1\n");
    free(csv);
}

static void quotes_nothing_between_tabs(void **state)
{
    (void)state;
    expect_tabs("a \"b\" c", "a \"b\" c");
    expect_tabs("\"b\" c", "'\"b\" c");
    expect_tabs("=1", "'=1");
    expect_tabs("a\tb", "a b");
    expect_tabs("a \r\n\tb", "a b");
    expect_tabs("a  b", "a  b");
}

static void begins_ends_and_parts_as_asked(void **state)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper paper = {"", 0, 0};

    (void)state;
    options.bom = true;
    options.crlf = true;
    options.semicolon = true;
    ws_csv *csv = new_csv(&paper, &options);
    ws_csv_text(csv, "a;b,c", 5);
    ws_csv_bare(csv, "1", 1);
    ws_csv_end(csv);
    assert_int_equal(ws_out_flush(csv->out), WHOSAID_OK);
    assert_string_equal(paper.text, "\xEF\xBB\xBF\"a;b,c\";1\r\n");
    free(csv);
}

/* Check what becomes of 0.90 between text cells, decimal commas asked for. */
static void expect_number(bool semicolon, whosaid_format format,
                          const char *want)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper paper = {"", 0, 0};

    options.decimal_comma = true;
    options.semicolon = semicolon;
    options.format = format;
    ws_csv *csv = new_csv(&paper, &options);
    ws_csv_number(csv, "0.90", 4);
    ws_csv_number(csv, "12", 2);
    ws_csv_number(csv, "", 0);
    ws_csv_text(csv, "0.90", 4);
    assert_int_equal(ws_out_flush(csv->out), WHOSAID_OK);
    assert_string_equal(paper.text, want);
    free(csv);
}

static void gives_numbers_a_comma_where_commas_part_nothing(void **state)
{
    (void)state;
    expect_number(true, WHOSAID_FORMAT_CSV, "0,90;12;;\"0.90\"");
    expect_number(false, WHOSAID_FORMAT_TSV, "0,90\t12\t\t0.90");
    expect_number(false, WHOSAID_FORMAT_CSV, "0.90,12,,\"0.90\"");
}

static void guards_what_a_spreadsheet_takes_for_a_formula(void **state)
{
    (void)state;
    expect("=1+1", "'=1+1");
    expect("+1", "'+1");
    expect("- Bonjour", "'- Bonjour");
    expect("@handle", "'@handle");
    expect("\uFF1D1", "'\uFF1D1");
    expect("\uFF0B1", "'\uFF0B1");
    expect("\uFF0D1", "'\uFF0D1");
    expect("\uFF20x", "'\uFF20x");
    expect("=", "'=");
}

static void guards_after_trimming(void **state)
{
    (void)state;
    expect("\t=1+1", "'=1+1");
    expect("\r\n \u00A0@x", "'@x");
}

static void guards_nothing_else(void **state)
{
    (void)state;
    expect("\u2014 dash", "\u2014 dash");
    expect("\u22125", "\u22125"); /* minus sign */
    expect("a=b", "a=b");
    expect("'tis", "'tis");
    expect("5-3", "5-3");
    expect("-", "-"); /* the name of standard input */
    expect("--", "'--");
}

static void counts_guarded_cells_and_stops_when_asked(void **state)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper paper = {"", 0, 0};
    ws_csv *csv = new_csv(&paper, &options);

    (void)state;
    ws_csv_text(csv, "=1", 2);
    ws_csv_text(csv, "1", 1);
    ws_csv_text(csv, "-1", 2);
    assert_int_equal(csv->guarded, 2);
    free(csv);
    options.no_guard = true;
    csv = new_csv(&paper, &options);
    ws_csv_text(csv, "=1", 2);
    assert_int_equal(ws_out_flush(csv->out), WHOSAID_OK);
    assert_string_equal(paper.text, "\"=1\"");
    assert_int_equal(csv->guarded, 0);
    free(csv);
}

static void replaces_what_no_reader_takes(void **state)
{
    (void)state;
    expect_bytes("a\0b", 3, "a\uFFFDb");
    expect_bytes("\0", 1, "\uFFFD");
    expect("a\x1B[31mb", "a\uFFFD[31mb");
    expect("a\x7F", "a\uFFFD");
    expect("a\uFFFE\uFFFF", "a\uFFFD\uFFFD");
    expect("a\x01=", "a\uFFFD=");
}

static void replaces_each_bad_byte(void **state)
{
    (void)state;
    expect("a\xFF", "a\uFFFD");
    expect("\x92", "\uFFFD");
    expect("a\xE2\x80", "a\uFFFD\uFFFD");           /* cut short */
    expect("a\xC0\xAF", "a\uFFFD\uFFFD");           /* overlong */
    expect("a\xED\xA0\x80", "a\uFFFD\uFFFD\uFFFD"); /* surrogate */
    expect("a\xF4\x90\x80\x80 b", "a\uFFFD\uFFFD\uFFFD\uFFFD b");
    expect("\xC3\xA9\xC3", "\u00E9\uFFFD");
}

static void counts_replaced_bytes(void **state)
{
    struct paper paper = {"", 0, 0};
    ws_csv *csv = new_csv(&paper, NULL);

    (void)state;
    ws_csv_text(csv, "\x01\xFF\uFFFE", 5);
    assert_int_equal(csv->replaced, 5);
    free(csv);
}

static void keeps_every_other_character(void **state)
{
    (void)state;
    expect("\u201Cna\u00EFve\u201D \U0001F600 \uFEFFx\302\222",
           "\u201Cna\u00EFve\u201D \U0001F600 \uFEFFx\302\222");
}

/* Count bytes, and refuse from a certain one on. */
struct counter {
    size_t len;
    size_t most;
    char last;
};

static bool count_bytes(void *ctx, const char *bytes, size_t len)
{
    struct counter *counter = ctx;

    if (len > counter->most - counter->len)
        return false;
    counter->len += len;
    counter->last = bytes[len - 1];
    return true;
}

static void writes_cells_longer_than_its_buffer(void **state)
{
    const size_t len = 3 * WS_OUT_BUFFER + 5;
    struct counter counter = {0, SIZE_MAX, 0};
    const whosaid_sink sink = {count_bytes, &counter};
    char *cell = malloc(len);
    ws_csv *csv = new_csv(NULL, NULL);

    (void)state;
    assert_non_null(cell);
    memset(cell, 'x', len);
    csv->out->sink = sink;
    ws_csv_text(csv, cell, len);
    assert_int_equal(ws_out_flush(csv->out), WHOSAID_OK);
    assert_int_equal(counter.len, len + 2);
    assert_int_equal(counter.last, '"');
    free(cell);
    free(csv);
}

static void remembers_a_refusal(void **state)
{
    struct counter counter = {0, 10, 0};
    const whosaid_sink sink = {count_bytes, &counter};
    ws_csv *csv = new_csv(NULL, NULL);

    (void)state;
    csv->out->sink = sink;
    ws_csv_bare(csv, "12345678", 8);
    assert_int_equal(ws_out_flush(csv->out), WHOSAID_OK);
    ws_csv_bare(csv, "12345678", 8);
    assert_int_equal(ws_out_flush(csv->out), WHOSAID_ERR_WRITE);
    counter.most = 1000; /* room again, but bytes are missing */
    ws_csv_bare(csv, "1", 1);
    assert_int_equal(ws_out_flush(csv->out), WHOSAID_ERR_WRITE);
    assert_int_equal(counter.len, 8);
    free(csv);
}

/* Code points of a cell, and what becomes of them by the rules of csv.h read
 * word for word; a second, slow reading to hold the fast one against. */
static size_t slow_cell(const char *cell, size_t len, bool keep, char *out)
{
    static const int32_t opener[] = {'=',    '+',    '-',    '@',
                                     0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
    int32_t cp[64];
    size_t from[65];
    size_t count = 0;
    size_t first = 0;
    size_t n = 0;

    for (size_t at = 0; at < len; count++) {
        from[count] = at;
        at += ws_utf8_next(cell, len, at, &cp[count]);
        from[count + 1] = at;
    }
    while (first < count && (ws_cp_class(cp[first]) & WS_CP_SPACE) != 0)
        first++;
    while (count > first && (ws_cp_class(cp[count - 1]) & WS_CP_SPACE) != 0)
        count--;
    for (size_t k = 0; k < 8; k++)
        if (first < count && cp[first] == opener[k] &&
            (cp[first] != '-' || count - first > 1))
            out[n++] = '\'';
    for (size_t i = first; i < count; i++) {
        size_t end = i;
        bool breaks = false;

        while ((ws_cp_class(cp[end]) & WS_CP_SPACE) != 0)
            breaks |= (ws_cp_class(cp[end++]) & WS_CP_NEWLINE) != 0;
        if (breaks && !keep) {
            out[n++] = ' ';
            i = end - 1;
        } else if (end == i && (cp[i] < ' ' || cp[i] == 0x7F ||
                                cp[i] == 0xFFFE || cp[i] == 0xFFFF)) {
            n += ws_utf8_put(0xFFFD, out + n);
        } else {
            if (cp[i] == '"')
                out[n++] = '"';
            memcpy(out + n, cell + from[i], from[i + 1] - from[i]);
            n += from[i + 1] - from[i];
        }
    }
    return n;
}

static void agrees_with_a_slow_reading_of_its_rules(void **state)
{
    static const char *const piece[] = {
        "a",      "Z",      " ",      " ",        "\"",   "\n",
        "\r\n",   "\t",     "=",      "-",        "+",    "@",
        "\u00A0", "\u2028", "\u00E9", "\u201C",   "\x1B", "\x7F",
        "\uFFFE", "\uFF1D", "\xFF",   "\xE2\x80", "\xF0", "'"};
    enum { PIECES = sizeof piece / sizeof piece[0] };
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct paper paper;
    uint32_t random = 1;

    (void)state;
    for (int round = 0; round < 40000; round++) {
        char cell[64] = "";
        char want[256] = "";
        size_t len = 0;

        options.keep_newlines = round % 2 == 1;
        for (uint32_t i = 0; i < 1 + (uint32_t)round % 12; i++) {
            random = random * 1664525 + 1013904223;
            const char *next = piece[(random >> 16) % PIECES];
            memcpy(cell + len, next, strlen(next));
            len += strlen(next);
        }
        memset(&paper, 0, sizeof paper);
        ws_csv *csv = new_csv(&paper, &options);
        char *exact = exact_copy(cell, len);
        ws_csv_text(csv, exact, len);
        assert_int_equal(ws_out_flush(csv->out), WHOSAID_OK);
        size_t n = slow_cell(exact, len, options.keep_newlines, want);
        free(exact);
        assert_int_equal(paper.len, n + 2);
        assert_memory_equal(paper.text + 1, want, n);
        free(csv);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joins_cells_with_commas_and_ends_lines_with_lf),
        cmocka_unit_test(doubles_quotes),
        cmocka_unit_test(sees_what_is_special_anywhere),
        cmocka_unit_test(trims_white_space_of_every_script),
        cmocka_unit_test(makes_a_line_break_one_space),
        cmocka_unit_test(leaves_other_white_space_alone),
        cmocka_unit_test(keeps_line_breaks_when_asked),
        cmocka_unit_test(quotes_nothing_between_tabs),
        cmocka_unit_test(begins_ends_and_parts_as_asked),
        cmocka_unit_test(gives_numbers_a_comma_where_commas_part_nothing),
        cmocka_unit_test(guards_what_a_spreadsheet_takes_for_a_formula),
        cmocka_unit_test(guards_after_trimming),
        cmocka_unit_test(guards_nothing_else),
        cmocka_unit_test(counts_guarded_cells_and_stops_when_asked),
        cmocka_unit_test(replaces_what_no_reader_takes),
        cmocka_unit_test(replaces_each_bad_byte),
        cmocka_unit_test(counts_replaced_bytes),
        cmocka_unit_test(keeps_every_other_character),
        cmocka_unit_test(writes_cells_longer_than_its_buffer),
        cmocka_unit_test(remembers_a_refusal),
        cmocka_unit_test(agrees_with_a_slow_reading_of_its_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
