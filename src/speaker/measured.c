/*
 * measured.c - "der 41 Jahre alte Elektriker": how old, how long, before a noun.
 *
 *   in   a token
 *   out  whether a measure begins there
 *
 *   der [41 Jahre alte] Elektriker, ein [80 Meter hoher] Kran
 *
 * Behind an article a number, a noun, an adjective in no list of little words,
 * and the noun or name that all of it tells of.
 *
 * Cost: a constant number of looks.
 */
#include "speaker/measured.h"

bool ws_is_measured(const ws_tokens *tokens, uint32_t i)
{
    const ws_token *number = &tokens->token[i];

    if (!tokens->nouns || number->kind != WS_TOKEN_NUMBER || i == 0 ||
        i + WS_MEASURED >= tokens->count || !WS_IS(number[-1].lex, DET))
        return false;
    const ws_token *behind = number + WS_MEASURED;
    return ws_is_capital(number + 1) && ws_is_small(number + 2) &&
           number[2].lex == 0 && behind->kind == WS_TOKEN_WORD &&
           ws_is_capital(behind) && behind->paragraph == number->paragraph;
}
