/*
 * unclosed.c - "Ana Ruiz, Director at Hill Trust said": an office behind a name
 * that no comma closes.
 *
 *   in   a name and the comma behind it
 *   out  the verb of saying behind the office that is that person's
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

#include "speaker/extent.h"
#include "speaker/proper.h"

enum {
    NAME_WORDS = 2,    /* fewest of a name in full */
    OFFICE_TOKENS = 16 /* longest office */
};

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

/* "of", "for", "at": what a body or a task follows. */
static bool is_link(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];

    return WS_IS(token->lex, OF) || WS_IS(token->lex, FOR) ||
           ws_token_listed(p->bytes, token, WS_LIST_AT);
}

/* Whether token i, behind [office, i), goes on with the office: a noun, a name,
 * a link; "and" before an office or a task, but before no other person. */
static bool goes_on(const ws_phrases *p, uint32_t i, uint32_t limit)
{
    const ws_token *token = &p->tokens->token[i];

    if (p->pieces->inside[i] != 0 || token->kind == WS_TOKEN_PUNCT ||
        token->kind == WS_TOKEN_MARK)
        return false;
    if (p->word[i] == WS_WORD_DETERMINER)
        return is_link(p, i - 1);
    if (WS_IS(token->lex, AND))
        return i + 1 < limit && (token[1].lex & WS_GIVEN_CLASSES) == 0 &&
               !WS_IS(token[1].lex, HONORIFIC);
    return p->word[i] != WS_WORD_OUT || is_link(p, i) ||
           token->kind == WS_TOKEN_SYMBOL;
}

uint32_t ws_unclosed_end(const ws_phrases *p, const ws_mention *m,
                         uint32_t comma, uint32_t limit)
{
    const ws_token *token = p->tokens->token;
    const uint16_t other = WS_M_AFTER_PREPOSITION | WS_M_NESTED | WS_M_QUOTED |
                           WS_M_GENITIVE | WS_M_JOINT;
    uint32_t link = 0;
    bool body = false;

    if (comma + 3 >= limit || !ws_is_comma(&token[comma]) ||
        p->tokens->foreign || m->kind != WS_MENTION_NAME ||
        m->name_end - m->name < NAME_WORDS || (m->flags & other) != 0 ||
        p->word[comma + 1] == WS_WORD_DETERMINER || !opens_clause(p, m))
        return comma;
    for (uint32_t i = comma + 1; i < limit && i < comma + OFFICE_TOKENS; i++) {
        if (body && !ws_is_capital(&token[i]) && /* "Canal Trust" */
            ws_phrase_is_subject(p, i, limit))
            return i;
        if (!goes_on(p, i, limit))
            return comma;
        if (link == 0 && is_link(p, i)) {
            link = i;
            if (!ws_has_role(p, comma + 1, link))
                return comma;
        }
        body = body || (link > 0 && ws_is_capital(&token[i]));
    }
    return comma;
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
