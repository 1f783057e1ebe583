/*
 * corrections.h - rows that a person went through and gives back.
 */
#ifndef WS_CORRECTIONS_H
#define WS_CORRECTIONS_H

#include "rows/row.h"

/*
 * Put what the corrections say of a row into it: cells that differ from what
 * the row would show, whether it was reviewed, the verdict.
 *
 *   arena   of the document
 *   words   what the row says
 *
 * Errors: NOMEM. O(len of the row's cells).
 */
WHOSAID_MUST_USE whosaid_status
ws_corrections_apply(const whosaid_corrections *corrections, ws_arena *arena,
                     const ws_rows *rows, const ws_sketch *words, ws_row *row);

#endif /* WS_CORRECTIONS_H */
