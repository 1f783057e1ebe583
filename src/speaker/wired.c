/*
 * wired.c - the place with which a wire's report begins.
 *
 *   in   a mention, the tokens about it
 *   out  whether it is such a place, which no list need have
 *
 * 1. Words in capitals that open a paragraph, then what lies about them, which
 *    is short, a desk in brackets, or neither, then a dash.
 * 2. Two words or more that open the document, none of them a given name: then
 *    a dash, and all there tells of a place: it is one, or a day or a desk in
 *    small letters stands before the dash. "New York –", "Los Angeles (dpa) -".
 *
 * Cost: a bounded number of tokens.
 */
#include "speaker/wired.h"

enum {
    PLACE_WORDS = 4, /* of the place */
    ABOUT = 7        /* tokens from there to the dash or the bracket */
};

/* "New York –", "Los Angeles (dpa) -", at the head of a document. */
static bool is_spelled(const ws_token *token, uint32_t tokens,
                       const ws_mention *m)
{
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    uint32_t i = m->last;
    bool told = WS_IS(token[i - 1].lex, PLACE);

    if (token[m->first].paragraph > 1 || m->last < m->first + 2 ||
        m->first != m->name || (token[m->first].lex & given) != 0)
        return false;
    for (uint32_t n = 0; n < ABOUT && i + 1 < tokens; n++, i++) {
        if (token[i].paragraph != token[m->first].paragraph)
            return false;
        if (ws_is_dash(&token[i]))
            return told && (ws_is_capital(&token[i + 1]) ||
                            token[i + 1].kind != WS_TOKEN_WORD);
        bool desk = token[i].kind == WS_TOKEN_WORD &&
                    !ws_is_capital(&token[i]) && token[i - 1].cp == '(';
        told = told || desk || token[i].kind == WS_TOKEN_NUMBER;
        if (token[i].kind == WS_TOKEN_WORD && !ws_is_capital(&token[i]) &&
            !desk)
            return false;
    }
    return false;
}

bool ws_is_dateline(const ws_token *token, uint32_t tokens, const ws_mention *m)
{
    uint32_t i = m->first;

    if (m->kind != WS_MENTION_NAME || m->last - m->first > PLACE_WORDS ||
        (i > 0 && token[i - 1].paragraph == token[i].paragraph))
        return false;
    for (; i < m->last; i++)
        if ((token[i].shape & WS_SHAPE_ALLCAPS) == 0)
            return is_spelled(token, tokens, m);
    for (uint32_t n = 0; n < ABOUT && i < tokens; n++, i++) {
        if (token[i].paragraph != token[m->first].paragraph)
            return false;
        if (ws_is_dash(&token[i]) || token[i].cp == '(')
            return true;
        /* "Texas", "July 9", "Ala." */
        if (token[i].kind == WS_TOKEN_WORD && !ws_is_capital(&token[i]))
            return false;
    }
    return false;
}
