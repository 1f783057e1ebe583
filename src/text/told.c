/*
 * told.c - where words come from: "aus dem Amt hieß es", "rief die Stimme der
 * Mutter".
 *
 *   in   tokens with the classes of their language
 *   out  words behind which a source stands
 *
 * A verb by which words are written somewhere, and a preposition beside it, tell
 * a source; but "im Ort heißt es" tells only where it is said. A voice is
 * somebody's, who speaks.
 *
 * Cost: a bounded number of looks.
 */
#include "text/told.h"

enum {
    ADVERBS = 4,       /* from a verb to a preposition behind it */
    CLAUSE_WORDS = 16, /* of a clause between commas, passed */
    PHRASE_WORDS = 10  /* looked at before "hieß es" */
};

/* The comma before the clause that the comma at i closes, or i. */
static uint32_t before_clause(const ws_token *token, uint32_t i)
{
    for (uint32_t k = i; k > 0 && i - k < CLAUSE_WORDS; k--) {
        if (ws_is_comma(&token[k - 1]))
            return k - 1;
        if (token[k - 1].kind != WS_TOKEN_WORD)
            break;
    }
    return i;
}

/* "[Im] Ort hieß es": where it is said, and not who says so. */
static bool is_spot(const char *bytes, const ws_token *token, uint32_t k,
                    uint32_t end)
{
    if (!ws_token_listed(bytes, &token[k], WS_LIST_INNER))
        return false;
    if (end > k + PHRASE_WORDS)
        end = k + PHRASE_WORDS;
    while (k + 1 < end && !ws_is_capital(&token[k + 1]))
        k++;
    return k + 1 < end && ws_token_listed(bytes, &token[k + 1], WS_LIST_SPOTS);
}

/* "Hieß es aus dem Amt", "aus dem Amt hieß es", "auf dem Plakat stand: ...": the
 * preposition tells a source. */
void ws_told_read(const char *bytes, ws_token *token, uint32_t i,
                  uint32_t count)
{
    uint32_t k = i;
    uint32_t behind = i + 2;

    if (i + 1 >= count ||
        (token[i + 1].cp != ':' && !ws_is_comma(&token[i + 1]) &&
         (!WS_IS(token[i + 1].lex, NEUTER) ||
          !WS_IS(token[i + 1].lex, PRONOUN))))
        return;
    while (behind < count && behind < i + ADVERBS &&
           WS_IS(token[behind].lex, ADVERB)) /* "hieß es dazu aus" */
        behind++;
    if (behind < count && token[i + 1].kind == WS_TOKEN_WORD &&
        WS_IS(token[behind].lex, PREPOSITION)) {
        if (is_spot(bytes, token, behind, count))
            return;
        token[behind].lex |= WS_LEX_BIT(ACCORDING);
        return;
    }
    if (i > 0 &&
        ws_is_comma(&token[i - 1])) /* "in der Mail, die er schrieb," */
        k = before_clause(token, i - 1);
    uint32_t last = k;
    while (k > 0 && last - k < PHRASE_WORDS &&
           token[k - 1].kind == WS_TOKEN_WORD &&
           token[k - 1].paragraph == token[i].paragraph)
        k--;
    if (k < i && WS_IS(token[k].lex, SUBORDINATOR)) /* "wie aus dem Amt" */
        k++;
    if (k < i && WS_IS(token[k].lex, PREPOSITION) &&
        !is_spot(bytes, token, k, i))
        token[k].lex |= WS_LEX_BIT(ACCORDING);
}

/* "Rief die tiefe [Stimme] des Ministers": behind a verb, whose it is speaks. */
bool ws_is_voice_of(const char *bytes, const ws_token *token, uint32_t i,
                    uint32_t count)
{
    const ws_lex other = WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(BE) |
                         WS_LEX_BIT(OF) | WS_LEX_BIT(AND);
    uint32_t k = i;

    if (i + 2 >= count || !ws_token_listed(bytes, &token[i], WS_LIST_TONES) ||
        !WS_IS(token[i + 1].lex, OF))
        return false;
    while (k > 0 && i - k < ADVERBS && ws_is_small(&token[k - 1]) &&
           !WS_IS(token[k].lex, DET))
        k--; /* to the article */
    return k > 0 && k < i && WS_IS(token[k].lex, DET) &&
           !WS_IS(token[k].lex, OBJECT) && ws_is_small(&token[k - 1]) &&
           (token[k - 1].lex & other) == 0;
}

void ws_escaped_read(const char *bytes, ws_token *token, uint32_t i,
                     uint32_t count)
{
    if (i + 1 >= count || !ws_is_small(&token[i]) ||
        !ws_token_listed(bytes, &token[i], WS_LIST_ESCAPED))
        return;
    bool es =
        WS_IS(token[i + 1].lex, PRONOUN) && WS_IS(token[i + 1].lex, NEUTER);
    bool tag = i > 0 && (token[i - 1].kind == WS_TOKEN_MARK ||
                         (i > 1 && ws_is_comma(&token[i - 1]) &&
                          token[i - 2].kind == WS_TOKEN_MARK));
    if (!es && !tag)
        return;
    token[i].lex = WS_LEX_BIT(ACCORDING);
    uint32_t k = i + 1; /* whom: behind "es" and "da" */
    while (k + 1 < count && k < i + ADVERBS &&
           ((k == i + 1 && es) || WS_IS(token[k].lex, TIME) ||
            ws_token_listed(bytes, &token[k], WS_LIST_THEN)))
        token[k++].lex = WS_LEX_BIT(ADVERB);
    if (WS_IS(token[k].lex, PRONOUN) && WS_IS(token[k].lex, OBJECT))
        token[k].lex &= ~WS_LEX_BIT(ADVERB); /* "ihm" */
    else if (k + 1 < count && WS_IS(token[k].lex, POSSESSIVE) &&
             WS_IS(token[k].lex, FEMALE) && token[k + 1].kind != WS_TOKEN_WORD)
        token[k].lex = WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(OBJECT) |
                       WS_LEX_BIT(FEMALE); /* "ihr." */
}
