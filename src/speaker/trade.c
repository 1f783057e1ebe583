/*
 * trade.c - what somebody is, before the name.
 *
 *   in   the capitalised words of a phrase
 *   out  whether the first of them is no part of the name behind it
 *
 *   [Stallholder] Ana Ruiz said; ... cancelled [Pensioner] Jo Hill has said
 *
 * Nouns of persons have a capital only where a sentence begins, or a headline
 * was glued to one. There are more of them than any list has, and few given
 * names that no list has end as they do.
 *
 * Cost: O(1). Not here: titles and offices (proper.c).
 */
#include "speaker/trade.h"

enum {
    LEAST = 6,    /* letters of a noun in no list */
    SHORTEST = 2, /* letters of an ending */
    LONGEST = 5
};

/* "Stallholder", "Cellist": it ends as nouns of persons do. */
static bool ends_so(const char *bytes, const ws_token *token)
{
    uint32_t len = token->end - token->begin;

    for (uint32_t n = SHORTEST; n <= LONGEST && len >= LEAST; n++)
        if (ws_is_listed(WS_LIST_TRADES, bytes + token->end - n, n))
            return true;
    return false;
}

bool ws_is_trade(const ws_phrases *phrases, uint32_t i, uint32_t last)
{
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    const ws_lex other = given | WS_LEX_BIT(SURNAME) | WS_LEX_BIT(PLACE) |
                         WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP) |
                         WS_LEX_BIT(PLURAL);
    const ws_token *token = &phrases->tokens->token[i];
    const ws_sentences *sentences = phrases->sentences;

    if (phrases->tokens->foreign || last != i + 3 ||
        (token->lex & other) != 0 || (token->shape & WS_SHAPE_ALLCAPS) != 0 ||
        (token[1].lex & given) == 0 || !ws_is_capital(&token[1]) ||
        !ws_is_capital(&token[2]) ||
        (token[2].lex & (WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP))) != 0)
        return false;
    return WS_IS(token->lex, PERSON) ||
           (token->lex == 0 &&
            i == sentences->sentence[sentences->of[i]].first &&
            ends_so(phrases->bytes, token));
}
