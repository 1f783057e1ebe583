/*
 * other.c - "another said": a small word that stands for somebody.
 *
 *   in   words with what each can be in a phrase
 *   out  a mention without a noun
 *
 * Such a word opens a clause, and what stands behind it tells that it means
 * somebody: "who", a name between commas, a verb of speech. Else it goes with
 * a noun, or means a thing.
 *
 * Cost: each look is bounded. Not here: "wrote another" (mention.c).
 */
#include "speaker/other.h"

#include "speaker/extent.h"

enum { CLAUSE_TOKENS = 8 };

/* What stands behind. */
typedef enum told {
    TOLD_NOT,
    TOLD_WHO,
    TOLD_NAME,
    TOLD_WRITES,
    TOLD_VERB
} told;

static bool is_listed(const ws_phrases *p, uint32_t i, ws_list list)
{
    return ws_token_listed(p->bytes, &p->tokens->token[i], list);
}

/* A clause can begin at i. */
static bool opens(const ws_phrases *p, uint32_t first, uint32_t i)
{
    const ws_lex link =
        WS_LEX_BIT(AND) | WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(SUBORDINATOR);

    if (i == first)
        return true;
    const ws_token *before = &p->tokens->token[i - 1];
    return ws_is_comma(before) || ws_is_punct(before, ';') ||
           (before->lex & link) != 0;
}

/* A verb of speech at i, with adverbs before it, that is no noun. */
static told told_by_verb(const ws_phrases *p, uint32_t i, uint32_t limit)
{
    const ws_lex other =
        WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(CUE_ING) | WS_LEX_BIT(CUE_BASE);
    const ws_token *token = p->tokens->token;

    if (!ws_phrase_is_subject(p, i, limit))
        return TOLD_NOT;
    while (!WS_IS(token[i].lex, CUE)) /* one follows, as was just seen */
        i++;
    if ((token[i].lex & other) != 0)
        return TOLD_NOT;
    if (WS_IS(token[i].lex, CUE_WRITE))
        return TOLD_WRITES;
    /* "another read" is a sign */
    return WS_IS(token[i].lex, CUE_WEAK) ? TOLD_NOT : TOLD_VERB;
}

/* Behind a comma at i and the next one, "another, from a child, asked":
 * what a verb tells there. */
static told told_behind_clause(const ws_phrases *p, uint32_t i, uint32_t limit)
{
    for (uint32_t n = 1; n <= CLAUSE_TOKENS && i + n + 1 < limit; n++) {
        if (p->pieces->inside[i + n] != 0)
            break;
        if (ws_is_comma(&p->tokens->token[i + n]))
            return told_by_verb(p, i + n + 1, limit);
    }
    return TOLD_NOT;
}

static told told_behind(const ws_phrases *p, uint32_t i, uint32_t limit)
{
    const ws_token *token = p->tokens->token;
    bool comma = i < limit && ws_is_comma(&token[i]);
    uint32_t k = comma ? i + 1 : i;

    if (k >= limit || p->pieces->inside[k] != 0)
        return TOLD_NOT;
    if (WS_IS(token[k].lex, RELATIVE) && WS_IS(token[k].lex, SUBJECT))
        return TOLD_WHO;
    if (!comma)
        return told_by_verb(p, k, limit);
    if (WS_IS(token[k].lex, PREPOSITION))
        return told_behind_clause(p, k - 1, limit);
    if (p->word[k] != WS_WORD_NAME)
        return TOLD_NOT;
    uint32_t end = ws_phrase_end(p, k, limit);
    return end > k && end < limit && ws_is_comma(&token[end]) &&
                   p->word[end - 1] == WS_WORD_NAME
               ? TOLD_NAME
               : TOLD_NOT;
}

uint32_t ws_other(const ws_phrases *p, uint32_t first, uint32_t i,
                  uint32_t limit, ws_mention *other)
{
    /* nearly no word opens a clause: the lists are asked last */
    if (p->tokens->foreign || p->pieces->inside[i] != 0 || !opens(p, first, i))
        return i;
    bool many = is_listed(p, i, WS_LIST_OTHERS);
    bool nth = i + 1 < limit && WS_IS(p->tokens->token[i].lex, DET) &&
               is_listed(p, i + 1, WS_LIST_NTH);
    uint32_t end = nth ? i + 2 : i + 1;
    if (!many && !nth && !is_listed(p, i, WS_LIST_ANOTHER))
        return i;
    told how = told_behind(p, end, limit);
    if (how == TOLD_NOT || (many && how == TOLD_NAME))
        return i;
    *other = (ws_mention){
        .first = i,
        .last = end,
        .head = end - 1,
        .tail = end,
        .role = end,
        .role_end = end,
        .flags = many ? WS_M_INDEFINITE | WS_M_PLURAL : WS_M_INDEFINITE,
        .kind = WS_MENTION_NOMINAL,
        /* "another warned" may be a letter */
        .type = many               ? WHOSAID_SOURCE_GROUP
                : how == TOLD_VERB ? WHOSAID_SOURCE_NONE
                                   : WHOSAID_SOURCE_ANONYMOUS};
    return end;
}
