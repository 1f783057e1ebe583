/*
 * league.c - bodies that are named by many and their cause.
 *
 *   in   tokens
 *   out  whether a small word joins many to what they are for or against
 *
 * "Friends of the Fens", "Citizens for Clean Air", "Doctors Without Borders".
 * Where the first word opens a sentence, its capital proves nothing, and what
 * follows must tell: "Friends of Ana Ruiz said", "Lawyers for Fenline said".
 *
 * Cost: a bounded number of words.
 *
 * Not here: other bodies (linked.c).
 */
#include "speaker/league.h"

enum {
    CAUSE_TOKENS = 4, /* looked at of what friends are friends of */
    THE_BYTES = 3
};

#define GIVEN_CLASSES (WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE))

#define NAME_CLASSES                                           \
    (GIVEN_CLASSES | WS_LEX_BIT(SURNAME) | WS_LEX_BIT(PLACE) | \
     WS_LEX_BIT(HONORIFIC))

static bool is_capital(const ws_token *token)
{
    const uint32_t shape = WS_SHAPE_CAPITAL | WS_SHAPE_GENITIVE;

    return token->kind == WS_TOKEN_WORD &&
           (token->shape & shape) == WS_SHAPE_CAPITAL;
}

bool ws_is_deed(const ws_token *token)
{
    return WS_IS(token->lex, COMMON_VERB) &&
           (token->lex & (NAME_CLASSES | WS_LEX_BIT(BODY))) == 0;
}

bool ws_is_raised(const ws_tokens *tokens, uint32_t i)
{
    const ws_token *token = &tokens->token[i];

    return i + 1 < tokens->count && is_capital(token) &&
           WS_IS(token->lex, PREPOSITION) && is_capital(token + 1) &&
           ((token->shape | token[1].shape) & WS_SHAPE_ALLCAPS) == 0;
}

/* "for Governor", but not "for Cleaner Air". */
static bool is_post(const ws_tokens *tokens, uint32_t i)
{
    const ws_token *token = &tokens->token[i];

    return (token->lex & (WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE))) != 0 &&
           !(i + 1 < tokens->count && is_capital(token + 1));
}

bool ws_links_cause(const char *bytes, const ws_tokens *tokens, uint32_t i)
{
    const ws_token *token = tokens->token;
    ws_lex lex = token[i].lex;
    ws_lex many = token[i - 1].lex;

    if (!ws_are_many(many))
        return false;
    if (ws_is_raised(tokens, i))
        return true;
    if (WS_IS(lex, OF))
        return ws_token_listed(bytes, &token[i - 1], WS_LIST_FRIENDS);
    if (!WS_IS(lex, FOR) || i + 1 >= tokens->count || is_post(tokens, i + 1))
        return false;
    /* "asked Americans for Help" */
    return !WS_IS(many, NATIONALITY) || i < 2 ||
           (token[i - 2].lex & (WS_LEX_BIT(CUE) | WS_LEX_BIT(COMMON_VERB))) ==
               0;
}

/* What friends at the beginning of a sentence are friends of, from i on: a
 * thing or a place, nobody. */
static bool is_of_thing(const ws_tokens *tokens, uint32_t i)
{
    const ws_token *token = tokens->token;
    const ws_lex nobody = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_ADJ) |
                          WS_LEX_BIT(BODY) | WS_LEX_BIT(PLACE);
    const ws_lex somebody = GIVEN_CLASSES | WS_LEX_BIT(TITLE) |
                            WS_LEX_BIT(ROLE) | WS_LEX_BIT(HONORIFIC);
    ws_lex known = 0;

    for (uint32_t k = i;
         k < tokens->count && k < i + CAUSE_TOKENS && is_capital(&token[k]);
         k++) {
        if ((token[k].lex & somebody) != 0)
            return false;
        known |= token[k].lex;
    }
    return (known & nobody) != 0;
}

/* "Campaign for ...", "Coalition to Save ...": one body. */
static bool opens_body(const char *bytes, const ws_token *token)
{
    ws_lex lex = token[1].lex;

    return is_capital(token + 2) &&
           (WS_IS(lex, FOR) ||
            (WS_IS(lex, TO) && ws_token_listed(bytes, token, WS_LIST_PANEL) &&
             ws_is_deed(token + 2)));
}

bool ws_is_appeal(const ws_tokens *tokens, uint32_t i)
{
    const ws_lex other = NAME_CLASSES | WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE) |
                         WS_LEX_BIT(GROUP) | WS_LEX_BIT(BODY);
    const ws_token *token = &tokens->token[i];

    return i + 2 < tokens->count && is_capital(token) && ws_is_deed(token) &&
           !is_capital(token + 1) && WS_IS(token[1].lex, DET) &&
           token[1].end - token[1].begin == THE_BYTES &&
           is_capital(token + 2) && WS_IS(token[2].lex, COMMON_NOUN) &&
           (token[2].lex & other) == 0;
}

bool ws_opens_league(const char *bytes, const ws_tokens *tokens, uint32_t i)
{
    const ws_token *token = &tokens->token[i];

    if (i + 2 >= tokens->count || token[1].kind != WS_TOKEN_WORD)
        return false;
    if (ws_is_appeal(tokens, i))
        return true;
    ws_lex lex = token[1].lex;
    if ((token->lex & (WS_LEX_BIT(GROUP) | WS_LEX_BIT(BODY))) != 0 &&
        !WS_IS(token->lex, PLURAL))
        return opens_body(bytes, token);
    if (!ws_are_many(token->lex))
        return false;
    if (ws_is_raised(tokens, i + 1))
        return true;
    if (WS_IS(lex, OF))
        return ws_token_listed(bytes, token, WS_LIST_FRIENDS) &&
               is_of_thing(tokens, i + (WS_IS(token[2].lex, DET) ? 3 : 2));
    return WS_IS(lex, FOR) && !WS_IS(token->lex, ROLE) &&
           is_capital(token + 2) && !WS_IS(token[2].lex, BODY) &&
           !is_post(tokens, i + 2);
}
