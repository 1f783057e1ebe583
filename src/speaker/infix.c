/*
 * infix.c - the small words between a Dutch given name and surname.
 *
 *   in   tokens
 *   out  how many of them are such words
 *
 * "in", "op", "van" and the like, then an article, whole or cut to 't, stand so
 * between two capitals in no other language that has them all.
 *
 * Not here: particles that say so by themselves, "van der" (linked.c).
 */
#include "speaker/infix.h"

enum {
    CUT = 3,    /* tokens of "in 't" */
    WHOLE = 2,  /* of "in de" */
    LONGEST = 5 /* bytes of such a word: "onder" */
};

/* The cut article, 't, at tokens i and i + 1. */
static bool is_cut(const char *bytes, const ws_token *token)
{
    return (token[0].cp == '\'' || token[0].cp == 0x2019) &&
           token[1].end - token[1].begin == 1 && bytes[token[1].begin] == 't';
}

uint32_t ws_infix(const char *bytes, const ws_tokens *tokens, uint32_t i,
                  uint32_t limit)
{
    const ws_token *token = &tokens->token[i];
    uint32_t more = WHOLE;

    /* most are told by what costs least */
    if (i == 0 || !ws_is_capital(token - 1) || limit - i <= WHOLE ||
        token->end - token->begin > LONGEST ||
        (!ws_is_capital(token + WHOLE) &&
         (limit - i <= CUT || !ws_is_capital(token + CUT))) ||
        tokens->foreign || token->kind != WS_TOKEN_WORD ||
        !ws_is_small(token) || !ws_token_listed(bytes, token, WS_LIST_INFIX))
        return 0;
    if (!ws_token_listed(bytes, token + 1, WS_LIST_INFIX_LAST)) {
        more = CUT;
        if (limit - i <= CUT || !is_cut(bytes, token + 1))
            return 0;
    }
    return ws_is_capital(token + more) ? more : 0;
}

static bool is_joined(const ws_token *token)
{
    return ws_is_capital(token) || WS_IS(token->lex, PARTICLE);
}

bool ws_infix_joins(const char *bytes, const ws_tokens *tokens, uint32_t i)
{
    const ws_token *token = &tokens->token[i];

    if (i == 0 || !is_joined(token - 1))
        return false;
    return (WS_IS(token->lex, PARTICLE) && i + 1 < tokens->count &&
            is_joined(token + 1)) ||
           ws_infix(bytes, tokens, i, tokens->count) != 0;
}
