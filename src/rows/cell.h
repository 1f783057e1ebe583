/*
 * cell.h - what a cell of a table holds, before any format's rules.
 */
#ifndef WS_CELL_H
#define WS_CELL_H

#include <stddef.h>

/* Bytes, [len] of them; no NUL at their end is promised. */
typedef struct ws_cell {
    const char *text;
    size_t len;
} ws_cell;

#endif /* WS_CELL_H */
