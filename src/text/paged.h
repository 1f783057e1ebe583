/*
 * paged.h - texts in pages, as pdftotext writes them.
 */
#ifndef WS_PAGED_H
#define WS_PAGED_H

#include "text/signs.h"

/* Mark what is the pages' own: running heads and feet, page numbers, form
 * feeds, line ends and the hyphens there. Each paragraph is one line then. O(len).
 *
 *   scratch   holds the lines
 */
whosaid_status ws_paged_mark(ws_arena *scratch, ws_signs *plain);

#endif /* WS_PAGED_H */
