/*
 * latter.c - "sagte dieser": an article that stands for somebody.
 *
 *   in   tokens with the classes of their language
 *   out  such articles as pronouns
 *
 *   ... fragte er den Bauern. »Nichts«, gestand [dieser] kleinlaut.
 *
 * 1. Right behind a verb that marks stand before, such an article is a pronoun
 *    where no noun of its own follows: a stop, or a word in small letters with
 *    no capital behind it.
 * 2. "Da" behind such a verb is no conjunction: "sagte da der Neue".
 *
 * Cost: a constant number of looks a token. Not here: whom it means (pronoun.c).
 */
#include "text/latter.h"

enum { PHRASE = 3 }; /* words behind the article looked at for its noun */

/* The word before token i is a verb of saying. */
static bool is_behind_verb(const ws_token *token, uint32_t i)
{
    const ws_token *verb = &token[i - 1];

    return ws_is_small(verb) && verb->paragraph == token[i].paragraph &&
           (WS_IS(verb->lex, CUE) || verb->lex == 0);
}

/* Marks end right before that verb: "nannte diese „...“" has an object. */
static bool is_tag(const ws_token *token, uint32_t i)
{
    uint32_t k = i - 1;

    k -= k > 0 && ws_is_comma(&token[k - 1]) ? 1 : 0;
    return k > 0 && token[k - 1].kind == WS_TOKEN_MARK;
}

/* Whether the article at token i has a noun: "dieser alte Mann". */
static bool has_noun(const ws_tokens *tokens, uint32_t i)
{
    const ws_lex apart =
        WS_LEX_BIT(ADVERB) | WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(AND) |
        WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(OF) |
        WS_LEX_BIT(FOR) | WS_LEX_BIT(NEGATION) | WS_LEX_BIT(PRONOUN) |
        WS_LEX_BIT(DET) | WS_LEX_BIT(POSSESSIVE);

    for (uint32_t k = i + 1; k < tokens->count && k <= i + PHRASE; k++) {
        const ws_token *token = &tokens->token[k];
        if (token->kind != WS_TOKEN_WORD)
            return token->kind == WS_TOKEN_NUMBER;
        if (ws_is_capital(token))
            return true;
        if ((token->lex & apart) != 0 && !WS_IS(token->lex, QUANTITY))
            return false;
    }
    return false;
}

void ws_latter_read(const char *bytes, ws_tokens *tokens)
{
    for (uint32_t i = 1; i < tokens->count; i++) {
        ws_token *token = &tokens->token[i];
        if (!ws_is_small(token) || !is_behind_verb(tokens->token, i))
            continue;
        if (WS_IS(token->lex, SUBORDINATOR) && WS_IS(token[-1].lex, CUE) &&
            ws_token_listed(bytes, token, WS_LIST_THEN)) {
            token->lex = WS_LEX_BIT(ADVERB);
        } else if (WS_IS(token->lex, DET) && is_tag(tokens->token, i) &&
                   ws_token_listed(bytes, token, WS_LIST_LATTER) &&
                   !has_noun(tokens, i)) {
            ws_lex sex =
                WS_IS(token->lex, MALE) ? WS_LEX_BIT(MALE) : WS_LEX_BIT(FEMALE);
            token->lex = WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(SUBJECT) | sex;
        }
    }
}
