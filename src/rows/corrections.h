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
 *   words   what the row says
 *   row     its fix is rows->fix then, if any cell differs
 *
 * O(len of the row's cells).
 */
void ws_corrections_apply(const whosaid_corrections *corrections,
                          const ws_rows *rows, const ws_sketch *words,
                          ws_row *row);

#endif /* WS_CORRECTIONS_H */
