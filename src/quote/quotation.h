/*
 * quotation.h - the pieces of one quotation brought together: its paragraphs
 * and the parts around an interruption.
 */
#ifndef WS_QUOTATION_H
#define WS_QUOTATION_H

#include "quote/sentence.h"

typedef struct ws_quotation {
    uint32_t *piece; /* [pieces], indices into ws_pieces, ascending */
    uint32_t pieces; /* >= 1 */
    uint32_t parent; /* quotation of the piece around it, or WHOSAID_NONE */
    uint32_t turn;   /* 1 + index of the transcript's turn it is, or 0 */
} ws_quotation;

typedef struct ws_quotations {
    ws_quotation *quotation; /* [count], by their first piece */
    uint32_t count;
    uint32_t *of; /* [pieces]: index of each piece's quotation */
} ws_quotations;

/*
 * Join pieces into quotations: a piece that goes on from another one, and
 *     “It is not the money,” she said, “it is the respect.”
 * where the part before ends in a comma or dash (or without a stop), nothing
 * but a short tag without a sentence end stands between, and the part after
 * goes on with it. “A,” said X. “B.” stays two: a sentence ended.
 * Every piece belongs to exactly one quotation.
 *
 * Errors: NOMEM. O(pieces + tokens).
 */
WHOSAID_MUST_USE whosaid_status
ws_quotations_join(ws_arena *arena, const ws_text *text,
                   const ws_tokens *tokens, const ws_pieces *pieces,
                   const ws_sentences *sentences, ws_quotations *quotations);

/* Whether quotation q stands in no other one but a transcript's turn. */
bool ws_quotations_outer(const ws_quotations *quotations, uint32_t q);

#endif /* WS_QUOTATION_H */
