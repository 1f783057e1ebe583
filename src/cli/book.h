/*
 * book.h - a workbook, cell by cell: what libxlsxwriter writes, checked.
 *
 * Sheets are written one after another, each row by row and its cells from left
 * to right. The first error is said and remembered; what comes after it does
 * nothing. A build without libxlsxwriter has none of this.
 */
#ifndef CLI_BOOK_H
#define CLI_BOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CLI_BOOK_ROWS  1048576 /* of a sheet */
#define CLI_BOOK_LINKS 65530   /* likewise */

/* What cells look like. */
typedef enum cli_style {
    CLI_STYLE_TEXT,
    CLI_STYLE_NUMBER,  /* 12 */
    CLI_STYLE_DECIMAL, /* 0.98 */
    CLI_STYLE_COUNT,   /* 12, beside text */
    CLI_STYLE_LINK,
    CLI_STYLE_HEADER, /* above text */
    CLI_STYLE_MIDDLE, /* a header above numbers */
    CLI_STYLES
} cli_style;

/* One workbook on its way out. */
typedef struct cli_book cli_book;

/*
 * Begin a workbook.
 *
 *   path   of the file to write, which may exist; borrowed
 *   name   to call it by in messages; borrowed
 *
 * NULL: no memory.
 */
cli_book *cli_book_new(const char *path, const char *name);

/* Whether there was no error so far. */
bool cli_book_is_well(const cli_book *book);

/* Remember that there is no memory. */
void cli_book_no_memory(cli_book *book);

/* Cells cut for their length so far. */
uint64_t cli_book_cut(const cli_book *book);

/* Begin the next sheet. */
void cli_book_sheet(cli_book *book, const char *name);

/* How wide a column is, in characters, and what its empty cells look like. */
void cli_book_column(cli_book *book, uint32_t column, double width,
                     cli_style style);

/* Row 0 has the columns' names: it stays when the others are scrolled. */
void cli_book_header(cli_book *book);

/* Give a row as many lines. Before its cells are written. */
void cli_book_height(cli_book *book, uint32_t row, size_t lines);

/* One cell of text. Nothing makes it a formula, a date or a number. */
void cli_book_text(cli_book *book, uint32_t row, uint32_t column,
                   const char *text, cli_style style);

/* One cell of text with a link: of the web, see cli_xlsx_is_link(), or
 * "internal:'Sheet'!A1". The caller counts them. */
void cli_book_link(cli_book *book, uint32_t row, uint32_t column,
                   const char *link, const char *text);

void cli_book_number(cli_book *book, uint32_t row, uint32_t column,
                     double number, cli_style style);

/* Let rows 0..last be filtered by their columns 0..column. */
void cli_book_filter(cli_book *book, uint32_t last, uint32_t column);

/* Colour the numbers of a column, 0 to 1, from red to green. */
void cli_book_scale(cli_book *book, uint32_t column, uint32_t first,
                    uint32_t last);

/* Finish the file, and read it back to see that it is whole. False when
 * anything failed, now or before: said so. */
bool cli_book_close(cli_book *book);

/* Give a workbook back, finished or not. NULL is allowed. */
void cli_book_free(cli_book *book);

#endif /* CLI_BOOK_H */
