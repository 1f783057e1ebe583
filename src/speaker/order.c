/*
 * order.c - which part of a sentence is its subject, by the verb's place.
 *
 *   in   mentions, the verb between them
 *   out  whether the subject stands behind it
 *
 * Where nouns have capitals, the verb is the second part of a sentence, and any
 * other may be the first: "Nach der Sitzung sagte Vogt", "Die Pläne nannte sie
 * „...“". The subject stands behind the verb then.
 *
 * 1. A preposition opens the sentence, and no verb stands before this one.
 * 2. What stands before is no nominative, or nobody's, and what follows is the
 *    nominative of somebody: "er", "der Anwalt".
 *
 * Cost: a bounded number of words.
 */
#include "speaker/order.h"

enum { FRONT_TOKENS = 48 /* from a sentence's first word to its verb */ };

bool ws_order_is_second(const ws_mentions *mentions, uint32_t verb)
{
    const ws_lex other = WS_LEX_BIT(CUE) | WS_LEX_BIT(AUXILIARY) |
                         WS_LEX_BIT(MODAL) | WS_LEX_BIT(COMMON_VERB) |
                         WS_LEX_BIT(ACCORDING) | WS_LEX_BIT(THAT) |
                         WS_LEX_BIT(RELATIVE) | WS_LEX_BIT(SUBORDINATOR);
    const ws_phrases *phrases = &mentions->phrases;
    const ws_token *token = phrases->tokens->token;
    uint32_t first =
        phrases->sentences->sentence[phrases->sentences->of[verb]].first;

    if (!phrases->tokens->nouns || verb - first > FRONT_TOKENS ||
        !WS_IS(token[first].lex, PREPOSITION) ||
        WS_IS(token[first].lex, ACCORDING))
        return false;
    for (uint32_t i = first; i < verb; i++)
        if (phrases->pieces->inside[i] != 0 ||
            (ws_is_small(&token[i]) && (token[i].lex & other) != 0))
            return false;
    return true;
}

/* "Er", "wir", "man", "der Anwalt": a form that only a subject has; "der" is
 * whose or to whom before a woman's noun. */
static bool is_nominative(const ws_mentions *mentions, const ws_mention *m)
{
    const ws_token *token = mentions->phrases.tokens->token;
    ws_lex lex = token[m->first].lex;

    if (m->kind == WS_MENTION_PRONOUN)
        return WS_IS(lex, SUBJECT) && !WS_IS(lex, OBJECT) &&
               !WS_IS(lex, FEMALE);
    return WS_IS(lex, DET) && WS_IS(lex, MALE) && m->head > m->first &&
           (m->type == WHOSAID_SOURCE_ANONYMOUS ||
            m->type == WHOSAID_SOURCE_PERSON) &&
           (m->flags & (WS_M_OBJECT | WS_M_FEMALE)) == 0;
}

/* "Die Pläne", "das Urteil": nobody. */
static bool is_thing(const ws_mention *m)
{
    return m->kind == WS_MENTION_NOMINAL && m->type == WHOSAID_SOURCE_NONE &&
           m->head > m->first;
}

/* "Sie", "Vogt", "die Ministerin": somebody, as a subject or an object. */
static bool is_somebody(const ws_mentions *mentions, const ws_mention *m)
{
    ws_lex lex = mentions->phrases.tokens->token[m->first].lex;

    if ((m->flags & WS_M_OBJECT) != 0)
        return false;
    if (m->kind == WS_MENTION_PRONOUN)
        return WS_IS(lex, SUBJECT) && !WS_IS(lex, OBJECT);
    return m->type == WHOSAID_SOURCE_PERSON ||
           m->type == WHOSAID_SOURCE_ANONYMOUS ||
           (m->kind == WS_MENTION_NAME && m->type == WHOSAID_SOURCE_NONE &&
            m->first == m->name);
}

bool ws_order_is_fronted(const ws_mentions *mentions, uint32_t before,
                         uint32_t behind)
{
    if (!mentions->phrases.tokens->nouns || before == WHOSAID_NONE ||
        behind == WHOSAID_NONE)
        return false;
    const ws_mention *object = &mentions->mention[before];
    const ws_mention *subject = &mentions->mention[behind];
    return !is_nominative(mentions, object) &&
           (is_nominative(mentions, subject) ||
            (is_thing(object) && is_somebody(mentions, subject)));
}
