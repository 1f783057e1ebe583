/*
 * infix.h - the small words between a Dutch given name and surname, and within
 * an office.
 */
#ifndef WS_INFIX_H
#define WS_INFIX_H

#include "text/segment.h"

/* "Sophie [in 't] Veld", "Kees [van 't] Hoff", "Marie [op de] Beeck": how many
 * tokens from i on, all before limit, stand between a given name and a surname;
 * 0 for none. O(1). */
uint32_t ws_infix(const char *bytes, const ws_tokens *tokens, uint32_t i,
                  uint32_t limit);

/* "van" joins "Anneke van der Berg" and drives elsewhere: whether token i stands
 * so between two capitals, or begins such words. O(1). */
bool ws_infix_joins(const char *bytes, const ws_tokens *tokens, uint32_t i);

/* "Minister [for] the Arts": whether token is that "for"; one follows it. */
static inline bool ws_infix_for_the(const ws_token *token)
{
    return WS_IS(token->lex, FOR) && WS_IS(token[1].lex, DET) &&
           ws_is_small(&token[1]);
}

#endif /* WS_INFIX_H */
