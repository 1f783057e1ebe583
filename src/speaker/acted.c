/*
 * acted.c - who does something to the one whom a pronoun means.
 *
 *   in   mentions with their people
 *   out  the person who is not meant
 *
 *   [The critic Jo Hill] once called her "a wet weekend".
 *
 * Who acts upon himself is "himself", in an article; a story is left alone. The
 * subject stands before the verb, with nothing between but verbs and adverbs;
 * "her hat" is no object.
 *
 * Cost: a bounded number of tokens. Not here: who hears what is said
 * (pronoun.c).
 */
#include "speaker/acted.h"

enum { BETWEEN = 4 }; /* words from a subject to its object */

#define BOTH (WS_M_MALE | WS_M_FEMALE)

/* Whether the word behind "her" tells that it owns nothing. */
static bool ends(const ws_stage *s, uint32_t i)
{
    const ws_lex apart = WS_LEX_BIT(DET) | WS_LEX_BIT(PREPOSITION) |
                         WS_LEX_BIT(OF) | WS_LEX_BIT(FOR) | WS_LEX_BIT(TO) |
                         WS_LEX_BIT(THAT) | WS_LEX_BIT(AND) |
                         WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(SUBORDINATOR) |
                         WS_LEX_BIT(RELATIVE) | WS_LEX_BIT(SUBJECT);
    const ws_token *token = &s->tokens->token[i];

    return i >= s->tokens->count || token->kind != WS_TOKEN_WORD ||
           (token->lex & apart) != 0;
}

/* Whether only a verb and what belongs to it stands in tokens [from, to). */
static bool is_verb(const ws_stage *s, uint32_t from, uint32_t to)
{
    const ws_lex verb = WS_LEX_BIT(CUE) | WS_LEX_BIT(COMMON_VERB);
    const ws_lex helps = WS_LEX_BIT(ADVERB) | WS_LEX_BIT(AUXILIARY) |
                         WS_LEX_BIT(MODAL) | WS_LEX_BIT(BE);
    const ws_token *token = s->tokens->token;

    if (from >= to || to > from + BETWEEN || (token[to - 1].lex & verb) == 0)
        return false;
    for (uint32_t i = from; i < to; i++)
        if (token[i].kind != WS_TOKEN_WORD || s->pieces->inside[i] != 0 ||
            (token[i].lex & (verb | helps)) == 0)
            return false;
    return true;
}

uint32_t ws_acts_on(const ws_stage *s, uint32_t pronoun)
{
    const uint16_t other = WS_M_QUOTED | WS_M_GENITIVE | WS_M_OBJECT |
                           WS_M_AFTER_PREPOSITION | WS_M_NESTED;
    const ws_mention *p = &s->mentions->mention[pronoun];

    if (s->tokens->foreign || s->story || pronoun == 0 ||
        (p->flags & BOTH) == 0 || (p->flags & WS_M_OBJECT) == 0 ||
        (p->flags & WS_M_QUOTED) != 0 ||
        ws_token_listed(s->text->bytes, &s->tokens->token[p->first],
                        WS_LIST_REFLEXIVE) ||
        !ends(s, p->last))
        return WHOSAID_NONE;
    const ws_mention *subject = p - 1;
    if ((subject->flags & other) != 0 ||
        s->sentences->of[subject->head] != s->sentences->of[p->head] ||
        !is_verb(s, subject->close, p->first))
        return WHOSAID_NONE;
    return s->people->of[pronoun - 1];
}
