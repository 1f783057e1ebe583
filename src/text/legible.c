/*
 * legible.c - "im Brief war zu lesen": where words can be read or heard.
 *
 *   in   tokens with the classes of their language
 *   out  the preposition before what has the words
 *
 * "Zu lesen" stands last in its clause. Its verb, "war" or "stand", is the
 * nearest one before. What has the words stands behind the verb, "war auf dem
 * Plakat zu lesen", or before it where its sentence opens: "auf dem Plakat
 * war zu lesen".
 */
#include "text/legible.h"

enum {
    CLAUSE = 10 /* words looked at on either side of the verb */
};

/* The verb of the clause that token i ends, or i. */
static uint32_t verb_before(const ws_token *token, uint32_t i)
{
    const ws_lex verb = WS_LEX_BIT(BE) | WS_LEX_BIT(CUE_WRITE);

    for (uint32_t k = i, n = 0; k > 0 && n < CLAUSE; n++) {
        k--;
        if (token[k].kind != WS_TOKEN_WORD ||
            token[k].paragraph != token[i].paragraph)
            break;
        if (ws_is_small(&token[k]) && (token[k].lex & verb) != 0)
            return k;
    }
    return i;
}

/* The first word of the clause whose verb is token i. */
static uint32_t clause_of(const ws_token *token, uint32_t i)
{
    uint32_t k = i;

    while (k > 0 && i - k < CLAUSE && token[k - 1].kind == WS_TOKEN_WORD &&
           token[k - 1].paragraph == token[i].paragraph)
        k--;
    return k;
}

bool ws_is_legible(const char *bytes, const ws_token *token, uint32_t i)
{
    return i > 0 && ws_token_listed(bytes, &token[i], WS_LIST_LEGIBLE) &&
           ws_token_listed(bytes, &token[i - 1], WS_LIST_TOWARDS);
}

uint32_t ws_legible_at(const char *bytes, const ws_token *token, uint32_t i,
                       uint32_t count)
{
    const ws_lex passed = WS_LEX_BIT(ADVERB) | WS_LEX_BIT(TIME);

    if (i < 2 || !ws_is_small(&token[i]) || !ws_is_legible(bytes, token, i))
        return count;
    uint32_t verb = verb_before(token, i - 1);
    if (verb == i - 1)
        return count;
    uint32_t k = verb + 1;
    while (k < i - 1 && (token[k].lex & passed) != 0 &&
           !WS_IS(token[k].lex, PREPOSITION))
        k++;
    if (k == i - 1)
        k = clause_of(token, verb);
    return k != verb && WS_IS(token[k].lex, PREPOSITION) ? k : count;
}
