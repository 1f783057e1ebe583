/*
 * result.h - what the stages found, as the caller sees it.
 */
#ifndef WS_RESULT_H
#define WS_RESULT_H

#include "rows/doc.h"

/* Fill doc->quote and doc->quotes from the stages. Errors: NOMEM.
 * O(quotations). */
WHOSAID_MUST_USE whosaid_status ws_results_build(whosaid_doc *doc);

/* The scene of a document whose stages have run. */
ws_scene ws_doc_scene(const whosaid_doc *doc);
ws_stage ws_doc_stage(const whosaid_doc *doc);

#endif /* WS_RESULT_H */
