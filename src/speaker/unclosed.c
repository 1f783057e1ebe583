/*
 * unclosed.c - "Ana Ruiz, Director at Hill Trust said": an office behind a name
 * that no comma closes.
 *
 *   in   a name, the office behind its comma, the verb of saying behind that
 *   out  whether both are one person's
 *
 * "Speaking to Ana Ruiz, the mayor said" tells of two: the name hangs on what
 * stands before it, and the office has an article. An office without one, with
 * the body it is held at, is no subject of its own.
 *
 * Cost: the words of the office.
 *
 * Not here: offices between commas (mention.c).
 */
#include "speaker/unclosed.h"

#include "speaker/proper.h"

enum { NAME_WORDS = 2 }; /* fewest of a name in full */

/* "[Ana Ruiz, Director", ", [Ana Ruiz, Director": a clause or what follows a
 * quotation begins with the name m. */
static bool opens_clause(const ws_phrases *p, const ws_mention *m)
{
    const ws_sentences *s = p->sentences;

    if (m->first == 0 || m->first == s->sentence[s->of[m->head]].first)
        return true;
    const ws_token *before = &p->tokens->token[m->first - 1];
    return ws_is_comma(before) || before->kind == WS_TOKEN_MARK;
}

bool ws_is_unclosed(const ws_phrases *p, const ws_mention *m, uint32_t office,
                    uint32_t verb)
{
    const ws_token *token = p->tokens->token;
    const uint16_t other = WS_M_AFTER_PREPOSITION | WS_M_NESTED | WS_M_QUOTED |
                           WS_M_GENITIVE | WS_M_JOINT;

    if (p->tokens->foreign || m->kind != WS_MENTION_NAME ||
        m->name_end - m->name < NAME_WORDS || (m->flags & other) != 0 ||
        p->word[office] == WS_WORD_DETERMINER || !opens_clause(p, m))
        return false;
    for (uint32_t i = office + 1; i + 1 < verb; i++) {
        bool link = WS_IS(token[i].lex, OF) || WS_IS(token[i].lex, FOR) ||
                    ws_token_listed(p->bytes, &token[i], WS_LIST_AT);
        if (!link)
            continue;
        if (!ws_has_role(p, office, i))
            return false;
        for (uint32_t k = i + 1; k < verb; k++)
            if (ws_is_capital(&token[k]))
                return true;
        return false;
    }
    return false;
}

bool ws_is_kin_list(const ws_phrases *p, uint32_t role, uint32_t end,
                    uint32_t limit)
{
    const ws_token *token = p->tokens->token;
    uint32_t k = end < limit && ws_is_comma(&token[end]) ? end + 1 : end;

    return end > role && WS_IS(token[role].lex, POSSESSIVE) &&
           WS_IS(token[end - 1].lex, PERSON) && k < limit &&
           WS_IS(token[k].lex, AND);
}
