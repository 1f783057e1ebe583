/*
 * table.h - a table that somebody gives us, as CSV.
 */
#ifndef WS_TABLE_H
#define WS_TABLE_H

#include "base/arena.h"
#include "rows/cell.h"

/* A cell, and where it stood. */
typedef struct ws_table_cell {
    ws_cell words; /* no white space at its ends; NUL behind it */
    uint32_t at;   /* byte of the table where it begins, its quote too */
    uint32_t len;  /* bytes there */
} ws_table_cell;

/* A line below the first; one that a quoted cell carries on counts once. */
typedef struct ws_table_record {
    uint32_t cell;  /* its first */
    uint32_t cells; /* <= columns; what is missing is empty */
    uint32_t at;    /* byte of the table where it begins */
    uint32_t line;  /* likewise, from 1 */
} ws_table_record;

typedef struct ws_table {
    ws_table_cell *cell;     /* [columns] the first line's, then the records' */
    ws_table_record *record; /* [records], those with a cell filled */
    uint32_t columns;
    uint32_t records;
    uint32_t line; /* of the first line, from 1 */
} ws_table;

/*
 * Read a table: CSV as RFC 4180 has it, and its kin. LF, CRLF or CR end lines;
 * a byte order mark may come first; the comma, the semicolon or the tab parts
 * cells, whichever the first line has most of outside quotes; lines without a
 * cell filled are passed over, short ones allowed.
 *
 *   bytes, len   <= WHOSAID_MAX_INPUT; copied
 *   table        filled in on OK; belongs to arena
 *   error        filled in on TABLE
 *
 * Errors: NOMEM; TABLE: not UTF-8, a quote that nothing closes, text behind a
 * closing quote, more cells than columns, nothing at all. O(len).
 */
WHOSAID_MUST_USE whosaid_status ws_table_read(ws_arena *arena,
                                              const char *bytes, size_t len,
                                              ws_table *table,
                                              whosaid_table_error *error);

/* The column of this name, or NONE. O(columns). */
uint32_t ws_table_column(const ws_table *table, const char *name);

/* A record's cell in a column; empty when it has none there, or the column is
 * NONE. O(1). */
ws_cell ws_table_at(const ws_table *table, uint32_t record, uint32_t column);

#endif /* WS_TABLE_H */
