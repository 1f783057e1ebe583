/*
 * elided.c - apostrophes that stand for letters left out at a word's edge.
 *
 *   in   tokens
 *   out  whether a mark is such an apostrophe
 *
 * A few words are listed with their apostrophe. Others tell by themselves: what
 * no list knows, but would know with an h before it ('ome) or a g behind it
 * (walkin'). A number of two digits is a year.
 *
 * Not here: what else a single mark may be, see mark.c.
 */
#include "quote/elided.h"

#include <string.h>

#include "base/list.h"
#include "base/unicode.h"

enum {
    LONGEST = 24, /* bytes of a word that lost a letter */
    SHORTEST = 4  /* of one that lost its g: goin', but not a sin */
};

static bool touches(const ws_tokens *tokens, uint32_t left, uint32_t right)
{
    return tokens->token[left].paragraph == tokens->token[right].paragraph &&
           (tokens->token[right].shape & WS_SHAPE_SPACE) == 0;
}

/* The token as a list knows it, with one letter more. */
static bool is_known_with(const ws_text *text, const ws_token *word,
                          const char *head, const char *tail)
{
    const ws_lex common = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_VERB) |
                          WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(COMMON_OTHER);
    char whole[LONGEST + 2];
    size_t len = word->end - word->begin;
    size_t before = strlen(head);

    if (word->lex != 0 || len > LONGEST)
        return false;
    memcpy(whole, head, before);
    memcpy(whole + before, text->bytes + word->begin, len);
    memcpy(whole + before + len, tail, strlen(tail));
    return (ws_lexicon_find(whole, before + len + strlen(tail)) & common) != 0;
}

static bool ends_with(const ws_text *text, const ws_token *word,
                      const char *tail)
{
    size_t len = strlen(tail);

    return word->end - word->begin >= SHORTEST &&
           memcmp(text->bytes + word->end - len, tail, len) == 0;
}

/* ’90s, ’76 */
static bool is_year(const ws_text *text, const ws_token *number)
{
    uint32_t len = number->end - number->begin;

    return len == 2 || (len == 3 && (ws_cp_class(text->bytes[number->end - 1]) &
                                     WS_CP_LOWER) != 0);
}

/* Another mark opens just before: ‘’Ow? */
static bool follows_mark(const ws_tokens *tokens, uint32_t mark)
{
    const ws_token *token = &tokens->token[mark];

    return token->end - token->begin == 2 || /* '' */
           (mark > 0 && touches(tokens, mark - 1, mark) &&
            token[-1].kind == WS_TOKEN_MARK);
}

bool ws_elided_head(const ws_text *text, const ws_tokens *tokens, uint32_t mark)
{
    const ws_token *word = &tokens->token[mark + 1];

    if (mark + 1 >= tokens->count || !touches(tokens, mark, mark + 1))
        return false;
    if (word->kind == WS_TOKEN_NUMBER)
        return is_year(text, word);
    if (word->kind != WS_TOKEN_WORD)
        return false;
    /* rock ’n’ roll: one small letter between two of them; not ‘T’ mill’ */
    if (word->end - word->begin == 1 && mark + 2 < tokens->count &&
        touches(tokens, mark + 1, mark + 2) && word[1].kind == WS_TOKEN_MARK)
        return ws_is_small(word);
    const char *bytes = text->bytes + word->begin;
    const size_t len = word->end - word->begin;
    char whole[LONGEST + 1] = "'";
    if (len > LONGEST - 1)
        return false;
    memcpy(whole + 1, bytes, len);
    if (ws_lexicon_find(whole, len + 1) != 0)
        return true;
    return (ws_is_small(word) || follows_mark(tokens, mark)) &&
           (ws_is_listed(WS_LIST_HEADLESS, bytes, len) ||
            is_known_with(text, word, "h", ""));
}

bool ws_elided_tail(const ws_text *text, const ws_tokens *tokens, uint32_t mark)
{
    if (mark == 0 || mark + 1 >= tokens->count ||
        !touches(tokens, mark - 1, mark) || touches(tokens, mark, mark + 1))
        return false;
    const ws_token *word = &tokens->token[mark - 1];
    const ws_token *behind = &tokens->token[mark + 1];
    if (word->kind != WS_TOKEN_WORD || behind->paragraph != word->paragraph ||
        !(ws_is_small(behind) || behind->kind == WS_TOKEN_NUMBER ||
          behind->kind == WS_TOKEN_MARK))
        return false;
    return ws_is_listed(WS_LIST_TAILLESS, text->bytes + word->begin,
                        word->end - word->begin) ||
           (ends_with(text, word, "in") && is_known_with(text, word, "", "g"));
}

bool ws_elided_parts(const ws_token *word)
{
    const ws_lex small =
        WS_LEX_BIT(AND) | WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(PREPOSITION) |
        WS_LEX_BIT(OF) | WS_LEX_BIT(FOR) | WS_LEX_BIT(TO) | WS_LEX_BIT(AS) |
        WS_LEX_BIT(THAT) | WS_LEX_BIT(RELATIVE) | WS_LEX_BIT(SUBORDINATOR) |
        WS_LEX_BIT(BE) | WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL) |
        WS_LEX_BIT(DET) | WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(SUBJECT);
    const ws_lex great = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_ADJ);

    return (word->lex & small) != 0 && (word->lex & great) == 0;
}
