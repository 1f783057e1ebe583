/*
 * worded.c - given names that are words elsewhere.
 *
 *   in   tokens with their classes
 *   out  whether one begins a name
 *
 * The article before a consonant is "a", so that "An Nguyen" is somebody; before
 * a vowel, an h and letters read one by one ("An NBA coach") nothing is told.
 * Other small words have no capital where a sentence goes on, unless a name or a
 * work begins there: behind "leader" or "attorney" it is a name. So is a number
 * inside one, and the time of day in that of a paper.
 *
 * Cost: the tokens beside it.
 */
#include "speaker/worded.h"

#include <string.h>

#define GIVEN_CLASSES (WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE))

enum { LEAST_BYTES = 2 }; /* of the word behind it */

/* A word with one capital, its first letter. */
static bool is_title_case(const ws_token *token)
{
    return ws_is_capital(token) && (token->shape & WS_SHAPE_ALLCAPS) == 0 &&
           token->end - token->begin >= LEAST_BYTES;
}

/* "An" before a consonant: the longer indefinite article. */
static bool is_no_article(const char *bytes, const ws_token *token)
{
    static const char vowels[] = "AEIOUHX";
    const char *next = bytes + token[1].begin;

    return WS_IS(token->lex, DET) &&
           ws_token_listed(bytes, token, WS_LIST_BEFORE_VOWEL) &&
           *next >= 'A' && *next <= 'Z' && next[1] >= 'a' && next[1] <= 'z' &&
           strchr(vowels, *next) == NULL;
}

/* "Leader To Lam", "attorney Can Yilmaz": behind an office, and one word more. */
static bool is_behind_office(const ws_tokens *tokens, uint32_t i)
{
    const ws_lex name = GIVEN_CLASSES | WS_LEX_BIT(SURNAME);
    const ws_lex office = WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE);
    const ws_lex never = WS_LEX_BIT(DET) | WS_LEX_BIT(AND) | WS_LEX_BIT(OF) |
                         WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(POSSESSIVE);
    const ws_token *token = &tokens->token[i];

    return (token->lex & never) == 0 && (token[-1].lex & office) != 0 &&
           !WS_IS(token[-1].lex, PLURAL) &&
           ((token[1].lex & name) != 0 || token[1].lex == 0) &&
           (i + 2 >= tokens->count || !ws_is_capital(&token[2]));
}

/* "Ray Two Bulls": a number with a capital between a given name and more. */
static bool is_numbered(const ws_tokens *tokens, uint32_t i)
{
    const ws_token *token = &tokens->token[i];

    return WS_IS(token->lex, QUANTITY) && token->kind == WS_TOKEN_WORD &&
           is_title_case(token - 1) && (token[-1].lex & GIVEN_CLASSES) != 0;
}

/* "Kampala [Evening] News", "CBS [Evening] News": a time of day or of the week
 * inside a paper's name; but "Last Sunday Times of ...". */
static bool is_edition(const char *bytes, const ws_tokens *tokens, uint32_t i)
{
    const ws_lex no = WS_LEX_BIT(TIME) | WS_LEX_BIT(DET) |
                      WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(QUANTITY) |
                      WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(CONJUNCTION) |
                      WS_LEX_BIT(AND);
    const ws_token *token = &tokens->token[i];

    return WS_IS(token->lex, TIME) && ws_is_capital(token - 1) &&
           (token[-1].lex & no) == 0 &&
           ws_token_listed(bytes, &token[1], WS_LIST_EDITION);
}

bool ws_is_worded_given(const char *bytes, const ws_tokens *tokens, uint32_t i,
                        bool opens)
{
    const ws_token *token = &tokens->token[i];

    if (tokens->foreign || i + 1 >= tokens->count || !is_title_case(token) ||
        !is_title_case(&token[1]))
        return false;
    return is_no_article(bytes, token) ||
           (!opens && i > 0 &&
            (is_behind_office(tokens, i) || is_numbered(tokens, i) ||
             is_edition(bytes, tokens, i)));
}

bool ws_is_month_name(const ws_tokens *tokens, uint32_t i)
{
    const ws_token *token = &tokens->token[i];

    return WS_IS(token->lex, TIME) && !WS_IS(token->lex, MODAL) &&
           (token->lex & GIVEN_CLASSES) != 0 &&
           (token[1].lex & ~(WS_LEX_BIT(SURNAME) | GIVEN_CLASSES)) == 0;
}
