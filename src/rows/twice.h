/*
 * twice.h - quotations whose first words stand in the text before, so that the
 * words alone do not lead there.
 */
#ifndef WS_TWICE_H
#define WS_TWICE_H

#include "rows/cell.h"
#include "rows/doc.h"

/*
 * Find them.
 *
 *   early   [doc->quotes] whether the first three words, or as many as there
 *           are, stand earlier too, case and punctuation aside
 *
 * Errors: NOMEM. O(bytes of the text).
 */
WHOSAID_MUST_USE whosaid_status ws_twice_find(ws_arena *arena,
                                              const whosaid_doc *doc,
                                              bool **early);

/* The few words that stand before a quotation and behind it on the same line,
 * with the marks between; either is empty where there are none. O(1). */
void ws_twice_around(const whosaid_doc *doc, const whosaid_quote *quote,
                     ws_cell around[2]);

#endif /* WS_TWICE_H */
