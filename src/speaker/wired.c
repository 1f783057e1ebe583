/*
 * wired.c - the place with which a wire's report begins.
 *
 *   in   a mention, the tokens about it
 *   out  whether it is such a place, which no list need have
 *
 * Words in capitals that open a paragraph, then what lies about them, which is
 * short, a desk in brackets, or neither, then a dash.
 *
 * Cost: a bounded number of tokens.
 */
#include "speaker/wired.h"

enum {
    PLACE_WORDS = 4, /* of the place */
    ABOUT = 7        /* tokens from there to the dash or the bracket */
};

bool ws_is_dateline(const ws_token *token, uint32_t tokens, const ws_mention *m)
{
    uint32_t i = m->first;

    if (m->kind != WS_MENTION_NAME || m->last - m->first > PLACE_WORDS ||
        (i > 0 && token[i - 1].paragraph == token[i].paragraph))
        return false;
    for (; i < m->last; i++)
        if ((token[i].shape & WS_SHAPE_ALLCAPS) == 0)
            return false;
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
