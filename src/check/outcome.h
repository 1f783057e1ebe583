/*
 * outcome.h - what became of the quotations, as rows.
 */
#ifndef WS_OUTCOME_H
#define WS_OUTCOME_H

#include "check/draft.h"

/* What of a result is text. */
enum {
    WS_OUTCOME_DOCUMENT,
    WS_OUTCOME_SPANS,
    WS_OUTCOME_WORDS,
    WS_OUTCOME_CHANGES,
    WS_OUTCOME_WHO,
    WS_OUTCOME_CELLS
};

/* What is known of a quotation. */
typedef struct ws_outcome {
    char *bytes; /* what the cells hold; NULL: nothing was found */
    ws_cell cell[WS_OUTCOME_CELLS];
    uint32_t line; /* 0: none */
    uint32_t cost; /* of ws_judgement */
    whosaid_verdict verdict;
    whosaid_speaker_verdict speaker;
    bool preferred; /* found in the document that the draft names */
} ws_outcome;

/*
 * Write the rows of a draft.
 *
 *   result   [draft->count]
 *   counts   set
 *
 * Errors: WRITE; ARGUMENT: a format that has no such rows.
 */
WHOSAID_MUST_USE whosaid_status
ws_outcomes_write(const ws_draft *draft, const ws_outcome *result,
                  const whosaid_row_options *options, const whosaid_sink *sink,
                  whosaid_counts *counts);

#endif /* WS_OUTCOME_H */
