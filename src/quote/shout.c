/*
 * shout.c - where capitals tell that a headline ends.
 *
 *   in   the first tokens of a document
 *   out  the one with which its headline ends though the line goes on
 *
 * 1. A headline all in capitals, of four words or more, ends before the first
 *    word in small letters; "A" before one is that one's.
 * 2. Any other one ends before the dateline behind it: a town in capitals, with
 *    a dash soon behind it and no preposition before it.
 *
 * Cost: a bounded number of looks. Not here: writers, dates (byline.c).
 */
#include "quote/shout.h"

enum {
    HEAD = 60,     /* tokens that a headline may take */
    SHOUTED = 4,   /* words in capitals that tell of one, */
    LETTERS = 18,  /* and more bytes than four acronyms have */
    AHEAD = 3,     /* tokens of a headline before a dateline */
    DATELINE = 12, /* tokens of a dateline up to its dash */
    TOWN_BYTES = 4 /* of a town in capitals */
};

static bool is_word(const ws_token *token)
{
    return token->kind == WS_TOKEN_WORD;
}

static bool is_shouted(const ws_token *token)
{
    return is_word(token) && (token->shape & WS_SHAPE_ALLCAPS) != 0;
}

static uint32_t bytes_of(const ws_token *token)
{
    return token->end - token->begin;
}

/* "A", "I": in capitals, and nothing told by it. */
static bool is_letter(const ws_token *token)
{
    return is_word(token) && ws_is_capital(token) && bytes_of(token) == 1;
}

/* The end of a headline in capitals, of tokens [0, last); or NONE. */
static uint32_t behind_capitals(const ws_token *token, uint32_t last)
{
    uint32_t words = 0;
    uint32_t letters = 0;
    uint32_t i = 0;

    for (; i < last; i++) {
        if (is_word(&token[i]) && !is_shouted(&token[i]) &&
            !is_letter(&token[i]) && bytes_of(&token[i]) > 2)
            break;
        if (!is_shouted(&token[i]))
            continue;
        words++;
        letters += bytes_of(&token[i]);
    }
    if (i == last || words < SHOUTED || letters < LETTERS)
        return WHOSAID_NONE;
    bool article = ws_is_small(&token[i]);

    i -= article;
    return article ? (is_letter(&token[i]) ? i - 1 : WHOSAID_NONE) : i - 1;
}

/* Whether a dateline's dash stands behind the town at token i. */
static bool has_dash(const ws_token *token, uint32_t i, uint32_t last)
{
    for (uint32_t k = i + 1; k < last && k < i + DATELINE; k++) {
        if (ws_is_dash(&token[k]))
            return true;
        if (token[k].kind == WS_TOKEN_MARK ||
            (is_word(&token[k]) && !ws_is_capital(&token[k])))
            return false;
    }
    return false;
}

/* The end of a headline before a dateline; or NONE. */
static uint32_t before_dateline(const ws_token *token, uint32_t last)
{
    const ws_lex leads =
        WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(DET) | WS_LEX_BIT(AND);

    for (uint32_t i = AHEAD; i < last; i++) {
        if (token[i - 1].kind == WS_TOKEN_PUNCT && token[i - 1].cp == '.')
            return WHOSAID_NONE;
        if (is_shouted(&token[i]) && bytes_of(&token[i]) >= TOWN_BYTES &&
            is_word(&token[i - 1]) && !is_shouted(&token[i - 1]) &&
            (token[i - 1].lex & leads) == 0 && has_dash(token, i, last))
            return i - 1;
    }
    return WHOSAID_NONE;
}

uint32_t ws_shout_end(const ws_tokens *tokens, const ws_pieces *pieces)
{
    uint32_t last = 0;

    if (tokens->foreign || tokens->nouns)
        return WHOSAID_NONE;
    while (last < tokens->count && last < HEAD &&
           tokens->token[last].paragraph == tokens->token[0].paragraph)
        last++;
    uint32_t end = behind_capitals(tokens->token, last);
    if (end == WHOSAID_NONE)
        end = before_dateline(tokens->token, last);
    return end != WHOSAID_NONE && pieces->inside[end] == 0 ? end : WHOSAID_NONE;
}
