/*
 * press.c - "sagte die Ministerin der Nordzeitung": to whom, not whose.
 *
 *   in   the phrases of a document, a noun phrase behind a verb of saying
 *   out  whether a paper behind it is told the words
 *
 * German writes "der Zeitung" for "of the paper" and "to the paper". Behind a
 * verb of saying and who speaks it is told, but by those who work for it.
 *
 * Cost: the words of one phrase.
 */
#include "speaker/press.h"

#include "speaker/extent.h"
#include "speaker/paper.h"

enum {
    ARTICLE_BYTES = 3, /* of "der" */
    WORD_BYTES = 48,   /* of a word looked through */
    LEAST_ENDING = 6   /* bytes of a word that ends a compound */
};

/* "Agentur", "Presse-Agentur", "Nordzeitung". */
static bool is_press(const ws_phrases *p, const ws_token *token)
{
    const char *word = p->bytes + token->begin;
    uint32_t len = token->end - token->begin;

    if (!ws_is_capital(token) && !ws_is_small(token))
        return false;
    if (ws_token_listed(p->bytes, token, WS_LIST_PRESS))
        return true;
    for (uint32_t i = 1; i + LEAST_ENDING <= len && i < WORD_BYTES; i++)
        if (ws_is_listed(WS_LIST_PRESS, word + i, len - i))
            return true;
    return false;
}

bool ws_press_is_in(const ws_phrases *phrases, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++)
        if (is_press(phrases, &phrases->tokens->token[i]))
            return true;
    return false;
}

bool ws_press_is_told(const ws_phrases *phrases, uint32_t first, uint32_t i)
{
    const ws_token *token = phrases->tokens->token;
    uint32_t count = phrases->tokens->count;

    if (!phrases->tokens->nouns || first == 0 || i + 1 >= count ||
        !ws_is_small(&token[first - 1]) ||
        !WS_IS(token[first - 1].lex, CUE_STRONG) ||
        !WS_IS(token[i].lex, OF) || /* "der", not "von" */
        token[i].end - token[i].begin != ARTICLE_BYTES ||
        phrases->bytes[token[i].end - 1] == 'n' ||
        ws_token_listed(phrases->bytes, &token[i - 1], WS_LIST_PRINTS))
        return false;
    return ws_press_is_in(phrases, i + 1,
                          ws_phrase_end(phrases, i + 1, count)) ||
           ws_is_paper(&token[i + 1]);
}
