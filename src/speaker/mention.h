/*
 * mention.h - who could be speaking: names, noun phrases, pronouns.
 */
#ifndef WS_MENTION_H
#define WS_MENTION_H

#include "speaker/naming.h"

/* Find the mentions of a document. Errors: NOMEM. O(tokens). */
WHOSAID_MUST_USE whosaid_status ws_mentions_find(ws_arena *arena,
                                                 const ws_text *text,
                                                 const ws_tokens *tokens,
                                                 const ws_pieces *pieces,
                                                 const ws_sentences *sentences,
                                                 ws_mentions *mentions);

/* "No 10": a house, or who lives there; a token follows. */
static inline bool ws_is_house(const ws_token *token)
{
    return WS_IS(token->lex, NEGATION) && WS_IS(token->lex, ABBREVIATION) &&
           (token->shape & WS_SHAPE_CAPITAL) != 0 &&
           token[1].kind == WS_TOKEN_NUMBER;
}

#endif /* WS_MENTION_H */
