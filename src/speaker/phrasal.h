/*
 * phrasal.h - "put in", "went on", "called out": verbs of saying in two words.
 */
#ifndef WS_PHRASAL_H
#define WS_PHRASAL_H

#include "text/segment.h"

/* The token behind the verb at token i and the small word that goes with it,
 * before a noun phrase: "“...,” put in [the doctor]"; i + 1 where there is none.
 * O(1). */
uint32_t ws_phrasal_end(const char *bytes, const ws_token *token,
                        uint32_t tokens, uint32_t i);

#endif /* WS_PHRASAL_H */
