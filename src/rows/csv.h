/*
 * csv.h - cells as RFC 4180 or tab-separated, safe to open in a spreadsheet.
 */
#ifndef WS_CSV_H
#define WS_CSV_H

#include "rows/out.h"

/* One table on its way out. */
typedef struct ws_csv {
    ws_out *out;
    char
        parting; /* what parts two cells: , ; or TAB. With TAB none is quoted */
    bool crlf;   /* ends a record, else LF */
    bool decimal_comma; /* in numbers, else a point */
    bool keep_newlines;
    bool no_guard;
    bool first;        /* the next cell is the first of its record */
    uint64_t guarded;  /* cells with an apostrophe put before them */
    uint64_t replaced; /* bytes that became U+FFFD */
} ws_csv;

/* Start a table; writes nothing but the byte order mark asked for. Of options,
 * format, semicolon, crlf, bom, decimal_comma, keep_newlines and no_guard. */
void ws_csv_init(ws_csv *csv, ws_out *out, const whosaid_row_options *options);

/* One cell as it stands, without quotes: a column's name. */
void ws_csv_bare(ws_csv *csv, const char *text, size_t len);

/* One cell that is a number, as in 0.90; no quotes, and a comma for the point
 * when asked for and commas do not part the cells. */
void ws_csv_number(ws_csv *csv, const char *text, size_t len);

/*
 * One cell of text, in quotes, always valid UTF-8. White space at both ends
 * goes; then, unless no_guard, an apostrophe comes before = + - @ and their
 * full-width forms, but not before a lone "-"; unless keep_newlines, a line
 * break with the white space around it is one space. Between tabs nothing is
 * quoted, so a tab goes as line breaks do, and always, and the apostrophe also
 * comes before ". O(len).
 */
void ws_csv_text(ws_csv *csv, const char *text, size_t len);

/* End the record. */
void ws_csv_end(ws_csv *csv);

#endif /* WS_CSV_H */
