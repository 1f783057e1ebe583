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
 * 3. In a relative clause the verb stands last: "die von „...“ gesprochen
 *    hatte". Its subject stands before the comma.
 *
 * 4. So it does in "wie Vogt am Abend sagte", and a participle in "Vogt hat den
 *    Plan gestern so genannt": the subject opens the clause, whatever stands
 *    nearer.
 *
 * 5. "Hieß es in einer Erklärung des Amtes": that of the paper's owner.
 *
 * 6. "Those polled said Ana Ruiz has the edge": in English a name behind the verb
 *    that has its own is no subject of the first, whoever said so.
 *
 * Cost: a bounded number of words.
 */
#include "speaker/order.h"

#include "speaker/press.h"

enum {
    FRONT_TOKENS = 48, /* from a sentence's first word to its verb */
    OWNERS = 5,        /* mentions of a phrase looked at */
    LOOKED_AT = 12,    /* mentions before a verb's other half */
    OPENERS = 3        /* words between what opens a clause and its subject */
};

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
    /* "sagte [der Agentur] jedoch": to whom */
    bool told =
        WS_IS(mentions->phrases.tokens->token[subject->first].lex, MALE) &&
        ws_press_is_in(&mentions->phrases, subject->first, subject->last) &&
        is_somebody(mentions, object);
    return !told && !is_nominative(mentions, object) &&
           (is_nominative(mentions, subject) ||
            (is_thing(object) && is_somebody(mentions, subject)));
}

/* "[Ministerin Vogt], die am Montag „...“ sagte": behind a comma at i an article
 * opens a clause, for no noun nor what describes one stands behind it. */
static bool opens_relative(const ws_token *token, uint32_t i, uint32_t verb)
{
    const ws_lex next = WS_LEX_BIT(DET) | WS_LEX_BIT(PREPOSITION) |
                        WS_LEX_BIT(ADVERB) | WS_LEX_BIT(PRONOUN) |
                        WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(NEGATION) |
                        WS_LEX_BIT(SUBORDINATOR);
    ws_lex lex = token[i + 1].lex;

    return i > 0 && i + 2 < verb && ws_is_capital(&token[i - 1]) &&
           ws_is_small(&token[i + 1]) && WS_IS(lex, DET) &&
           !WS_IS(lex, OBJECT) && !WS_IS(lex, NEUTER) &&
           !WS_IS(lex, QUANTITY) && (WS_IS(lex, MALE) || WS_IS(lex, FEMALE)) &&
           ws_is_small(&token[i + 2]) && (token[i + 2].lex & next) != 0;
}

/* "Es": an "it" that "gibt" stands beside. */
static bool is_es(const ws_token *token)
{
    const ws_lex es = WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(NEUTER);

    return (token->lex & es) == es && WS_IS(token->lex, OBJECT);
}

bool ws_order_exists(const ws_phrases *phrases, uint32_t verb)
{
    const ws_tokens *tokens = phrases->tokens;
    const ws_token *token = &tokens->token[verb];

    return tokens->nouns && verb > 0 && verb + 1 < tokens->count &&
           (is_es(token + 1) || is_es(token - 1)) &&
           ws_token_listed(phrases->bytes, token, WS_LIST_EXISTS);
}

/* Of whom the relative clause with marks tells that the verb closes, or NONE. */
static uint32_t relative_subject(const ws_mentions *mentions, uint32_t verb)
{
    const ws_phrases *phrases = &mentions->phrases;
    const ws_token *token = phrases->tokens->token;
    uint32_t first =
        phrases->sentences->sentence[phrases->sentences->of[verb]].first;
    uint32_t best = WHOSAID_NONE;
    bool words = false;
    uint32_t i = verb;

    if (!phrases->tokens->nouns)
        return best;
    for (uint32_t n = 0; n < FRONT_TOKENS && i > first; n++) {
        i--;
        words = words || phrases->pieces->inside[i] != 0;
        if (phrases->pieces->inside[i] == 0 && ws_is_comma(&token[i]))
            break;
    }
    if (!words || !ws_is_comma(&token[i]) || !opens_relative(token, i, verb))
        return best;
    for (uint32_t n = 0, m = mentions->at[i]; n < OWNERS && m > 0; n++, m--) {
        const ws_mention *who = &mentions->mention[m - 1];
        if ((who->last != i && who->close != i) ||
            (who->flags & (WS_M_GENITIVE | WS_M_QUOTED)) != 0)
            continue;
        best = m - 1;
        if ((who->flags & WS_M_NESTED) == 0)
            break;
    }
    return best;
}

/* Whether the verb stands last in its clause, alone or before "hatte". */
static bool closes_clause(const ws_phrases *phrases, uint32_t verb)
{
    const ws_tokens *tokens = phrases->tokens;
    uint32_t i = verb + 1;

    if (i < tokens->count && WS_IS(tokens->token[i].lex, AUXILIARY))
        i++;
    return i >= tokens->count || (phrases->pieces->inside[i] == 0 &&
                                  tokens->token[i].kind == WS_TOKEN_PUNCT);
}

/* The mention that begins at token i, no object and no "es", or NONE; *end is
 * where what begins there ends. */
static uint32_t opener_at(const ws_mentions *mentions, uint32_t i,
                          uint32_t *end)
{
    const uint16_t other =
        WS_M_OBJECT | WS_M_NEUTER | WS_M_GENITIVE | WS_M_QUOTED;

    *end = i;
    for (uint32_t n = 0, k = mentions->at[i]; n < OWNERS; n++, k++) {
        if (k >= mentions->count || mentions->mention[k].first > i)
            break;
        const ws_mention *m = &mentions->mention[k];
        if (m->first != i || (m->flags & WS_M_NESTED) != 0)
            continue;
        *end = m->last;
        return (m->flags & other) == 0 ? k : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}

/* "[wie] Vogt am Abend": the subject of the clause that the small word at token i
 * opens, or NONE. */
static uint32_t subject_behind(const ws_mentions *mentions, uint32_t i,
                               uint32_t verb)
{
    const ws_token *token = mentions->phrases.tokens->token;

    i++;
    for (uint32_t n = 0; n < OPENERS && i < verb; n++) {
        uint32_t end;
        uint32_t k = opener_at(mentions, i, &end);
        if (k != WHOSAID_NONE)
            return mentions->mention[k].last <= verb ? k : WHOSAID_NONE;
        bool passed = WS_IS(token[i].lex, ADVERB) ||
                      (WS_IS(token[i].lex, PRONOUN) && end <= i + 1);
        if (!passed)
            break;
        i++;
    }
    return WHOSAID_NONE;
}

/* "Vogt [hat] den Plan so genannt", "der Chef, Vogt, [hat]": the somebody who
 * reaches token i, or NONE. */
static uint32_t somebody_before(const ws_mentions *mentions, uint32_t i)
{
    const uint16_t other = WS_M_OBJECT | WS_M_NESTED | WS_M_GENITIVE |
                           WS_M_QUOTED | WS_M_AFTER_PREPOSITION | WS_M_NEUTER;
    const ws_token *token = mentions->phrases.tokens->token;
    uint32_t comma = i > 0 && ws_is_comma(&token[i - 1]) ? i - 1 : i;

    for (uint32_t n = 0, m = mentions->at[i]; n < LOOKED_AT && m > 0;
         n++, m--) {
        const ws_mention *who = &mentions->mention[m - 1];
        if ((who->tail == i || who->tail == comma) && (who->flags & other) == 0)
            return is_somebody(mentions, who) ? m - 1 : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}

/* The subject of the clause that the verb closes, by what opens it; or NONE. */
static uint32_t clause_subject(const ws_mentions *mentions, uint32_t verb)
{
    const ws_phrases *phrases = &mentions->phrases;
    const ws_token *token = phrases->tokens->token;
    uint32_t first =
        phrases->sentences->sentence[phrases->sentences->of[verb]].first;

    if (!phrases->tokens->nouns || !closes_clause(phrases, verb))
        return WHOSAID_NONE;
    for (uint32_t n = 0, i = verb; n < FRONT_TOKENS && i > first; n++) {
        i--;
        if (phrases->pieces->inside[i] != 0)
            continue;
        ws_lex lex = token[i].lex;
        bool opens = i == first || ws_is_comma(&token[i - 1]) ||
                     phrases->pieces->inside[i - 1] != 0;
        if (ws_is_comma(&token[i]) ||
            (ws_is_small(&token[i]) && WS_IS(lex, CUE)))
            break;
        if ((WS_IS(lex, SUBORDINATOR) || WS_IS(lex, THAT)) && opens)
            return subject_behind(mentions, i, verb);
        if (WS_IS(lex, AUXILIARY) && !WS_IS(lex, BE))
            return somebody_before(mentions, i);
    }
    return WHOSAID_NONE;
}

uint32_t ws_order_closed(const ws_mentions *mentions, uint32_t verb)
{
    uint32_t subject = relative_subject(mentions, verb);

    return subject == WHOSAID_NONE ? clause_subject(mentions, verb) : subject;
}

uint32_t ws_order_owner(const ws_mentions *mentions, uint32_t m)
{
    const ws_mention *paper = &mentions->mention[m];
    const ws_tokens *tokens = mentions->phrases.tokens;

    if (!tokens->nouns || (paper->type != WHOSAID_SOURCE_DOCUMENT &&
                           !WS_IS(tokens->token[paper->head].lex, SPEECH_NOUN)))
        return m;
    for (uint32_t k = m + 1; k < mentions->count && k <= m + OWNERS; k++) {
        const ws_mention *owner = &mentions->mention[k];
        if (owner->first < paper->last)
            continue;
        if (owner->first >= paper->close)
            break;
        /* "in einem Brief an die Mitglieder" */
        if (ws_token_listed(mentions->phrases.bytes,
                            &tokens->token[owner->first - 1], WS_LIST_TOWARDS))
            continue;
        if (owner->type != WHOSAID_SOURCE_NONE ||
            owner->kind == WS_MENTION_NAME)
            return k;
    }
    return WHOSAID_NONE;
}

bool ws_order_is_reported(const ws_mentions *mentions, uint32_t m)
{
    const ws_lex half =
        WS_LEX_BIT(BE) | WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL);
    const ws_tokens *tokens = mentions->phrases.tokens;
    uint32_t i = mentions->mention[m].tail;

    if (tokens->foreign || i >= tokens->count ||
        mentions->phrases.pieces->inside[i] != 0 ||
        !ws_is_small(&tokens->token[i]))
        return false;
    ws_lex lex = tokens->token[i].lex;
    return (lex & half) != 0 || (WS_IS(lex, CUE) && !WS_IS(lex, CUE_ING) &&
                                 !WS_IS(lex, COMMON_NOUN));
}
