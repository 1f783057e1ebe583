/*
 * book.c - a workbook, cell by cell: what libxlsxwriter writes, checked.
 *
 * libxlsxwriter keeps one row in memory, and the links. What it does not look
 * after is done here:
 *
 *   - every text is written as text, into a cell whose format is text, so that
 *     it stays so when somebody edits it; see xlsx_text.h for its characters;
 *   - the file is read back, since failures of the disk go unnoticed; see
 *     xlsx_check.h;
 *   - the date is a constant, so that the same cells give the same bytes.
 */
#include "cli/book.h"

#ifdef WS_XLSX

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "cli/message.h"
#include "cli/xlsx_check.h"
#include "cli/xlsx_text.h"
#include "whosaid.h"

#define MADE      946684800 /* 2000-01-01, a date that never changes */
#define LINE      15        /* points of a row's line */
#define LINES_MAX 27        /* no program shows higher rows */
#define A4        9

#define GREY  0xF2F2F2
#define BLUE  0x0563C1
#define RED   0xF8CBAD
#define AMBER 0xFFF2CC
#define GREEN 0xC6E0B4

struct cli_book {
    const char *path;
    const char *name;
    lxw_workbook *book; /* NULL: finished */
    lxw_worksheet *sheet;
    lxw_format *style[CLI_STYLES];
    cli_xlsx_sum *sum; /* [sheets] what each must hold */
    uint32_t sheets;
    uint64_t cut;
    bool failed;
    char escaped[CLI_XLSX_ESCAPED]; /* the last text */
};

/* -- errors --------------------------------------------------------------- */

static void fail(cli_book *book, const char *why)
{
    if (!book->failed)
        cli_say(book->name, "cannot write: %s", why);
    book->failed = true;
}

static void note(cli_book *book, lxw_error error)
{
    if (error != LXW_NO_ERROR)
        fail(book, lxw_strerror(error));
}

bool cli_book_is_well(const cli_book *book)
{
    return !book->failed;
}

void cli_book_no_memory(cli_book *book)
{
    fail(book, whosaid_strstatus(WHOSAID_ERR_NOMEM));
}

uint64_t cli_book_cut(const cli_book *book)
{
    return book->cut;
}

/* -- beginning ------------------------------------------------------------ */

static void make_styles(cli_book *book)
{
    static const char *const number[CLI_STYLES] = {"@", "0", "0.00", "0",
                                                   "@", "@", "@"};
    static const uint8_t align[CLI_STYLES] = {
        LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_CENTER, LXW_ALIGN_LEFT,
        LXW_ALIGN_LEFT, LXW_ALIGN_LEFT,   LXW_ALIGN_CENTER};

    for (int i = 0; i < CLI_STYLES; i++) {
        lxw_format *style = workbook_add_format(book->book);

        if (style == NULL) {
            cli_book_no_memory(book);
            return;
        }
        book->style[i] = style;
        format_set_num_format(style, number[i]);
        format_set_align(style, LXW_ALIGN_VERTICAL_TOP);
        format_set_align(style, align[i]);
        if (i == CLI_STYLE_TEXT || i == CLI_STYLE_LINK)
            format_set_text_wrap(style);
        if (i == CLI_STYLE_LINK) {
            format_set_font_color(style, BLUE);
            format_set_underline(style, LXW_UNDERLINE_SINGLE);
        }
        if (i == CLI_STYLE_HEADER || i == CLI_STYLE_MIDDLE) {
            format_set_bold(style);
            format_set_bg_color(style, GREY);
            format_set_bottom(style, LXW_BORDER_THIN);
        }
    }
}

/* Begin the file; its temporary files lie beside it. */
static bool begin(cli_book *book)
{
    lxw_workbook_options options = {LXW_TRUE, NULL, LXW_FALSE};
    lxw_doc_properties properties;
    const char *slash = strrchr(book->path, '/');
    char title[] = "Quotations";
    char author[] = "whosaid";

    options.tmpdir = slash != NULL
                         ? strndup(book->path, (size_t)(slash - book->path) + 1)
                         : strdup(".");
    if (options.tmpdir != NULL)
        book->book = workbook_new_opt(book->path, &options);
    free(options.tmpdir);
    if (book->book == NULL)
        return false;
    memset(&properties, 0, sizeof properties);
    properties.title = title;
    properties.author = author;
    properties.created = MADE;
    note(book, workbook_set_properties(book->book, &properties));
    make_styles(book);
    return true;
}

cli_book *cli_book_new(const char *path, const char *name)
{
    cli_book *book = calloc(1, sizeof *book);

    if (book == NULL)
        return NULL;
    book->path = path;
    book->name = name;
    if (!begin(book)) {
        free(book);
        return NULL;
    }
    return book;
}

void cli_book_sheet(cli_book *book, const char *name)
{
    static const cli_xlsx_sum nothing = CLI_XLSX_SUM_INIT;

    if (book->failed)
        return;
    cli_xlsx_sum *sum =
        realloc(book->sum, (book->sheets + 1) * sizeof book->sum[0]);
    if (sum == NULL) {
        cli_book_no_memory(book);
        return;
    }
    book->sum = sum;
    book->sum[book->sheets++] = nothing;
    book->sheet = workbook_add_worksheet(book->book, name);
    if (book->sheet == NULL) {
        fail(book, "no sheet can be made");
        return;
    }
    worksheet_set_landscape(book->sheet);
    worksheet_set_paper(book->sheet, A4);
    worksheet_fit_to_pages(book->sheet, 1, 0);
    note(book,
         worksheet_ignore_errors(book->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                 "A1:XFD1048576"));
}

void cli_book_column(cli_book *book, uint32_t column, double width,
                     cli_style style)
{
    if (!book->failed)
        note(book, worksheet_set_column(book->sheet, (lxw_col_t)column,
                                        (lxw_col_t)column, width,
                                        book->style[style]));
}

void cli_book_header(cli_book *book)
{
    if (book->failed)
        return;
    worksheet_freeze_panes(book->sheet, 1, 0);
    worksheet_gridlines(book->sheet, LXW_SHOW_ALL_GRIDLINES);
    note(book, worksheet_repeat_rows(book->sheet, 0, 0));
}

/* -- cells ---------------------------------------------------------------- */

/* Put a text into book->escaped; it is counted in. */
static void escape(cli_book *book, const char *text)
{
    book->cut += cli_xlsx_escape(text, book->escaped) ? 0 : 1;
    cli_xlsx_sum_text(&book->sum[book->sheets - 1], book->escaped);
}

void cli_book_height(cli_book *book, uint32_t row, size_t lines)
{
    size_t most = lines < LINES_MAX ? lines : LINES_MAX;

    if (!book->failed && most > 1)
        note(book,
             worksheet_set_row(book->sheet, row, LINE * (double)most, NULL));
}

void cli_book_text(cli_book *book, uint32_t row, uint32_t column,
                   const char *text, cli_style style)
{
    if (book->failed)
        return;
    escape(book, text);
    note(book, worksheet_write_string(book->sheet, row, (lxw_col_t)column,
                                      book->escaped, book->style[style]));
}

void cli_book_link(cli_book *book, uint32_t row, uint32_t column,
                   const char *link, const char *text)
{
    if (book->failed)
        return;
    cli_xlsx_sum *sum = &book->sum[book->sheets - 1];
    sum->links++;
    sum->external += strncmp(link, "internal:", 9) == 0 ? 0 : 1;
    escape(book, text);
    note(book, worksheet_write_url_opt(book->sheet, row, (lxw_col_t)column,
                                       link, book->style[CLI_STYLE_LINK],
                                       book->escaped, NULL));
}

void cli_book_number(cli_book *book, uint32_t row, uint32_t column,
                     double number, cli_style style)
{
    char digits[32];

    if (book->failed)
        return;
    (void)snprintf(digits, sizeof digits, "%.16g", number);
    cli_xlsx_sum_text(&book->sum[book->sheets - 1], digits);
    note(book, worksheet_write_number(book->sheet, row, (lxw_col_t)column,
                                      number, book->style[style]));
}

/* -- ending --------------------------------------------------------------- */

void cli_book_filter(cli_book *book, uint32_t last, uint32_t column)
{
    if (!book->failed)
        note(book,
             worksheet_autofilter(book->sheet, 0, 0, last, (lxw_col_t)column));
}

void cli_book_scale(cli_book *book, uint32_t column, uint32_t first,
                    uint32_t last)
{
    lxw_conditional_format scale;

    if (book->failed)
        return;
    memset(&scale, 0, sizeof scale);
    scale.type = LXW_CONDITIONAL_3_COLOR_SCALE;
    scale.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    scale.mid_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    scale.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    scale.mid_value = 0.75;
    scale.max_value = 1;
    scale.min_color = RED;
    scale.mid_color = AMBER;
    scale.max_color = GREEN;
    note(book, worksheet_conditional_format_range(book->sheet, first,
                                                  (lxw_col_t)column, last,
                                                  (lxw_col_t)column, &scale));
}

bool cli_book_close(cli_book *book)
{
    if (book->failed)
        return false;
    note(book, workbook_close(book->book));
    book->book = NULL;
    if (!book->failed && !cli_xlsx_check(book->path, book->sum, book->sheets))
        fail(book, "what was written does not read back (is the disk full?)");
    return !book->failed;
}

void cli_book_free(cli_book *book)
{
    if (book == NULL)
        return;
    if (book->book != NULL)
        lxw_workbook_free(book->book);
    free(book->sum);
    free(book);
}

#endif /* WS_XLSX */
