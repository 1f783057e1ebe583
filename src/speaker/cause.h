/*
 * cause.h - a body's name of common words, where a sentence begins.
 */
#ifndef WS_CAUSE_H
#define WS_CAUSE_H

#include "text/segment.h"

/* Whether the word at token i, with which a sentence begins, is the first of a
 * body's name of common words: "Human Rights Watch said", or of an adjective and
 * others: "Great Western Railway has said". O(1). */
bool ws_opens_cause(const char *bytes, const ws_tokens *tokens, uint32_t i);

#endif /* WS_CAUSE_H */
