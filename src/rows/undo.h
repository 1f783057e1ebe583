/*
 * undo.h - cells of a file that we wrote and somebody gives back.
 */
#ifndef WS_UNDO_H
#define WS_UNDO_H

#include <stdbool.h>
#include <stdint.h>

#include "rows/cell.h"

/* A cell that came back without the white space at its ends and the apostrophe
 * that was put before = + - @ or ", lest a spreadsheet take it for more than
 * text. O(what is cut). */
ws_cell ws_undo(ws_cell given);

/* A document's name as it counts in a quote_id: undone, and without "./". */
ws_cell ws_undo_document(ws_cell given);

/* Whether two cells were written from the same text: but for white space, the
 * apostrophe, and what cannot be written. O(len). */
bool ws_undo_same(ws_cell one, ws_cell two);

/* A number that is alike for cells that are the same. O(len). */
uint64_t ws_undo_hash(ws_cell cell);

#endif /* WS_UNDO_H */
