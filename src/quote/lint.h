/*
 * lint.h - what is wrong with the marks of a document.
 */
#ifndef WS_LINT_H
#define WS_LINT_H

#include "quote/pair.h"

typedef struct ws_findings {
    whosaid_finding *finding; /* [count], by begin of span; line and column
                               * are left 0 */
    uint32_t count;
} ws_findings;

/*
 * Look for faults of the marks: at most one a mark, and one a document of
 * those that are habits of the whole (MIXED, DOUBLED, MOJIBAKE, ENTITY).
 *
 * Errors: NOMEM. O(len).
 */
WHOSAID_MUST_USE whosaid_status ws_lint(ws_arena *arena, const ws_text *text,
                                        const ws_tokens *tokens,
                                        const ws_marks *marks,
                                        const ws_pieces *pieces,
                                        ws_findings *findings);

#endif /* WS_LINT_H */
