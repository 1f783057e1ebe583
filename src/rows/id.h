/*
 * id.h - a name for each quotation that stays from run to run.
 */
#ifndef WS_ID_H
#define WS_ID_H

#include "rows/doc.h"

#define WS_ID_LEN 17 /* "q" and 16 hex digits */

/*
 * Make the quote_id number of every quotation of a document, of any kind.
 *
 *   name, name_len   the document's name; a leading "./" does not count
 *   id               [doc->quotes], by quotation; NULL when there is none
 *
 * A number depends on the name, on the quotation's words and on how many
 * quotations with the same words begin before it; on nothing else.
 *
 * Errors: NOMEM. O(bytes inside quotations).
 */
WHOSAID_MUST_USE whosaid_status ws_ids_make(ws_arena *arena,
                                            const whosaid_doc *doc,
                                            const char *name, size_t name_len,
                                            uint64_t **id);

/* Write a number as a quote_id, without NUL. */
void ws_id_put(uint64_t id, char out[WS_ID_LEN]);

/* Read a quote_id; white space must be off. False when it is none. */
bool ws_id_get(const char *text, size_t len, uint64_t *id);

#endif /* WS_ID_H */
