/*
 * csv.h - cells as RFC 4180, safe to open in a spreadsheet.
 */
#ifndef WS_CSV_H
#define WS_CSV_H

#include "whosaid.h"

#define WS_CSV_BUFFER ((size_t)64 * 1024)

/* One CSV file on its way to a sink. */
typedef struct ws_csv {
    whosaid_sink sink;
    bool keep_newlines;
    bool no_guard;
    bool refused;      /* sticky: the sink took no more */
    bool first;        /* the next cell is the first of its record */
    uint64_t guarded;  /* cells with an apostrophe put before them */
    uint64_t replaced; /* bytes that became U+FFFD */
    size_t used;
    char buffer[WS_CSV_BUFFER]; /* [used] not yet given to the sink */
} ws_csv;

/* Start a file; writes nothing. Of options, keep_newlines and no_guard. */
void ws_csv_init(ws_csv *csv, const whosaid_sink *sink,
                 const whosaid_row_options *options);

/* One cell as it stands, without quotes: a number, a column's name. */
void ws_csv_bare(ws_csv *csv, const char *text, size_t len);

/*
 * One cell of text, always in quotes, always valid UTF-8. White space at both
 * ends goes; then, unless no_guard, an apostrophe comes before = + - @ and
 * their full-width forms, but not before a lone "-"; unless keep_newlines, a line break with the white
 * space around it is one space. O(len).
 */
void ws_csv_text(ws_csv *csv, const char *text, size_t len);

/* End the record. */
void ws_csv_end(ws_csv *csv);

/* Give the sink all there is. False when it refused anything, now or before. */
WHOSAID_MUST_USE bool ws_csv_flush(ws_csv *csv);

#endif /* WS_CSV_H */
