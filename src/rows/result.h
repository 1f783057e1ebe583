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

/*
 * Who was weighed for a quotation, best first; equal ones as they were found.
 * Nothing is kept for this: they are gathered again with what the choice knew.
 *
 * Returns how many; 0 for a turn, and where nobody was looked for.
 */
uint32_t ws_doc_candidates(const whosaid_doc *doc, uint32_t quotation,
                           ws_candidate candidate[WS_CANDIDATES]);

/* A candidate's words, the name it has there (may be empty), and whether it is
 * the one chosen. */
whosaid_span ws_doc_candidate_words(const whosaid_doc *doc,
                                    const ws_candidate *candidate);
whosaid_span ws_doc_candidate_name(const whosaid_doc *doc,
                                   const ws_candidate *candidate);
bool ws_doc_chose(const whosaid_doc *doc, uint32_t quotation,
                  const ws_candidate *candidate);

#endif /* WS_RESULT_H */
