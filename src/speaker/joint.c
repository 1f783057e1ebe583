/*
 * joint.c - two or more who are joined by "and".
 *
 *   in   mentions of a sentence so far, the latest one behind "and"
 *   out  two offices of one person made one, or a mention of all together
 *
 * 1. "the Ohio senator and presidential candidate", "former Gov. and Party
 *    Chairman Ana Ruiz": one person.
 * 2. "Ana Ruiz and Jo Hill said": where they are the subject of one verb, a
 *    mention that spans both is added, and each alone is nested in it.
 *
 * Cost: a bounded number of looks a mention.
 */
#include "speaker/joint.h"

#include "speaker/extent.h"
#include "speaker/portfolio.h"
#include "speaker/proper.h"

enum {
    OFFICE_TOKENS = 4, /* words before the office of two */
    AND_MENTIONS = 4,  /* mentions looked at for the one before "and" */
    LIST_MENTIONS = 8  /* mentions looked at for a list's beginning */
};

struct joint {
    const ws_token *token;
    const ws_phrases *phrases;
    ws_mentions *out;
    uint32_t limit; /* end of the sentence, a token */
};

/* The mention that ends just before the "and" in front of m, or NULL. */
static ws_mention *before_and(const struct joint *f, const ws_mention *m)
{
    const uint16_t apart = WS_M_GENITIVE | WS_M_QUOTED;

    if (m->first < 2 || !WS_IS(f->token[m->first - 1].lex, AND) ||
        f->token[m->first - 1].paragraph != f->token[m->first].paragraph ||
        (m->flags & apart) != 0)
        return NULL;
    uint32_t at = (uint32_t)(m - f->out->mention);
    ws_mention *inner = NULL; /* "the Board of Health and": not Health */
    for (uint32_t n = 1; n <= AND_MENTIONS && n <= at; n++) {
        ws_mention *k = &f->out->mention[at - n];
        if (k->kind == WS_MENTION_PRONOUN || (k->flags & apart) != 0 ||
            k->close + 1 != m->first)
            continue;
        if ((k->flags & WS_M_NESTED) == 0)
            return k;
        inner = inner == NULL ? k : inner;
    }
    return inner;
}

/* "The Hill Trust and the Nurses' Union", "Fenline and Hill Motors": two; but
 * "the Department of Health and Human Services". */
static bool are_bodies(const struct joint *f, const ws_mention *before,
                       const ws_mention *m)
{
    bool one = before->type == WHOSAID_SOURCE_BODY;
    bool two = m->type == WHOSAID_SOURCE_BODY;

    if (m->kind != WS_MENTION_NAME || before->kind != WS_MENTION_NAME)
        return one && two && WS_IS(f->token[before->first].lex, DET) &&
               WS_IS(f->token[m->first].lex, DET);
    /* "Yahoo News and former anchor Ana Ruiz": she was both */
    bool hers = m->role != m->role_end &&
                f->phrases->word[m->first] != WS_WORD_DETERMINER;
    return (one && (two || m->name_end - m->name > 1) && !hers) ||
           (two && before->name_end - before->name > 1);
}

/* Can two such mentions speak as one? People can, and many people. */
static bool can_join(const struct joint *f, const ws_mention *m)
{
    ws_lex end = f->token[m->head].lex;

    if (m->kind == WS_MENTION_NOMINAL)
        return m->type == WHOSAID_SOURCE_BODY ||
               ((m->flags & WS_M_PLURAL) != 0 &&
                m->type != WHOSAID_SOURCE_DOCUMENT);
    if (m->type == WHOSAID_SOURCE_PERSON)
        return true;
    return m->type == WHOSAID_SOURCE_NONE &&
           (WS_IS(end, SURNAME) ||
            (end & (WS_LEX_BIT(PLACE) | WS_LEX_BIT(NATIONALITY) |
                    WS_LEX_BIT(BODY))) == 0);
}

/* "Italy", "the United States": what a land or a body is called. */
static bool is_land(const struct joint *f, const ws_mention *m)
{
    return m->kind == WS_MENTION_NAME && m->role == m->role_end &&
           (m->type == WHOSAID_SOURCE_BODY ||
            (m->type == WHOSAID_SOURCE_NONE &&
             WS_IS(f->token[m->head].lex, PLACE)));
}

/* "Italy and Spain", "Ford and Toyota": a surname can be a firm's. */
static bool are_lands(const struct joint *f, const ws_mention *before,
                      const ws_mention *m)
{
    const ws_mention *other = is_land(f, before) ? m : before;

    if (f->phrases->tokens->foreign || (!is_land(f, before) && !is_land(f, m)))
        return false;
    return is_land(f, other) ||
           (other->kind == WS_MENTION_NAME && other->role == other->role_end &&
            other->name_end == other->name + 1 && can_join(f, other));
}

/* Whether the two that stand at [first, tail) are the subject of one verb. */
static bool is_subject(const struct joint *f, uint32_t first, uint32_t tail)
{
    const ws_lex verb = WS_LEX_BIT(CUE) | WS_LEX_BIT(COMMON_VERB) |
                        WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(BE) |
                        WS_LEX_BIT(MODAL);
    const ws_lex clause = WS_LEX_BIT(THAT) | WS_LEX_BIT(SUBORDINATOR) |
                          WS_LEX_BIT(AS) | WS_LEX_BIT(CONJUNCTION) |
                          WS_LEX_BIT(AND);
    const ws_token *token = f->token;
    bool follows = tail < f->limit && (token[tail].lex & verb) != 0;

    if (first > 0 && WS_IS(token[first - 1].lex, CUE))
        return !follows && first > 1 &&
               f->phrases->pieces->inside[first - 2] != 0;
    /* "presidents Ana Ruiz and Jo Hill" */
    const ws_lex office =
        WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON);
    if (first > 0 && WS_IS(token[first - 1].lex, PLURAL) &&
        (token[first - 1].lex & office) != 0 &&
        f->phrases->word[first - 1] == WS_WORD_NOUN) {
        first--;
        /* "nuclear experts", "the two Ohio senators" */
        for (uint32_t n = 0; n < OFFICE_TOKENS && first > 0 &&
                             f->phrases->word[first - 1] != WS_WORD_OUT &&
                             f->phrases->word[first - 1] != WS_WORD_GENITIVE;
             n++)
            first--;
    }
    bool opens = first == 0 || token[first - 1].kind != WS_TOKEN_WORD ||
                 WS_IS(token[first - 1].lex, TIME) ||
                 (token[first - 1].lex & clause) != 0 ||
                 f->phrases->sentences->of[first] !=
                     f->phrases->sentences->of[first - 1];
    return opens &&
           (follows || ws_phrase_is_subject(f->phrases, tail, f->limit));
}

/* "[Ford Chairman] and CEO Ana Ruiz": a firm that is called as somebody is, and
 * an office there; m is a name with the other one. */
static bool is_firms_office(const struct joint *f, const ws_mention *before,
                            const ws_mention *m)
{
    const ws_lex name = WS_GIVEN_CLASSES | WS_LEX_BIT(SURNAME);
    const ws_lex no = WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(PLURAL);
    uint32_t last = before->name_end;

    if (before->kind != WS_MENTION_NAME || before->first != before->name ||
        last - before->name < 2 || last != before->last ||
        m->kind != WS_MENTION_NAME || m->role == m->role_end ||
        m->role != m->first || m->type != WHOSAID_SOURCE_PERSON)
        return false;
    ws_lex office = f->token[last - 1].lex;
    return WS_IS(office, ROLE) && (office & (name | no)) == 0 &&
           (f->token[before->first].lex & WS_GIVEN_CLASSES) == 0 &&
           ws_is_capital(&f->token[m->first]);
}

/* "the Ohio senator and presidential candidate", "former Gov. and Party
 * Chairman Ana Ruiz": two offices of one person. Of two nominals the first
 * stands for both. */
static bool join_offices(struct joint *f, ws_mention *before, ws_mention *m)
{
    const uint8_t *word = f->phrases->word;
    uint32_t at = (uint32_t)(m - f->out->mention);

    if (is_firms_office(f, before, m)) {
        before->kind = WS_MENTION_NOMINAL;
        before->type = WHOSAID_SOURCE_ANONYMOUS;
        before->head = before->name_end - 1;
        before->name = before->name_end = 0;
    }
    bool office = before->type == WHOSAID_SOURCE_ANONYMOUS ||
                  (before->type == WHOSAID_SOURCE_NONE &&
                   WS_IS(f->token[before->head].lex, TITLE));
    if (before->kind != WS_MENTION_NOMINAL || !office ||
        word[m->first] == WS_WORD_DETERMINER)
        return false;
    if (m->kind == WS_MENTION_NOMINAL) {
        if (m->type != WHOSAID_SOURCE_ANONYMOUS)
            return false;
        m->same = at - (uint32_t)(m - before);
        before->tail = m->tail;
        return true;
    }
    /* in German two would have two articles: "die Ministerin und Rätin Doll" */
    bool one = f->phrases->tokens->nouns &&
               (before->flags & WS_M_PLURAL) == 0 &&
               !ws_opposed(before->flags, m->flags);
    if (m->role == m->role_end || m->role != m->first ||
        (word[before->first] == WS_WORD_DETERMINER && !one))
        return false;
    before->same = at;
    m->first = m->role = before->first;
    m->flags &= (uint16_t)~WS_M_NESTED;
    return true;
}

/* "Women and Equalities Minister Ana Ruiz": one, whose office has two tasks. */
static bool join_tasks(struct joint *f, ws_mention *before, ws_mention *m)
{
    if (!ws_joins_office(f->phrases, before->first, before->last, f->limit))
        return false;
    before->flags |= WS_M_NESTED;
    if (m->kind == WS_MENTION_NAME && m->role == m->first &&
        m->role < m->role_end)
        m->first = m->role = before->first;
    return true;
}

/* "Ana Ruiz, Jo Hill [and]", "Chad, Mali [and]": where a list begins whose last
 * but one is m. */
static uint32_t list_begin(const struct joint *f, const ws_mention *m)
{
    const ws_mention *one = m;
    uint32_t first = m->first;

    for (uint32_t n = 0; n < LIST_MENTIONS && m > f->out->mention; n++) {
        m--;
        if (first > 0 && ws_is_comma(&f->token[first - 1]) &&
            m->close + 1 == first && m->kind != WS_MENTION_PRONOUN &&
            m->role_end <= first &&
            (are_lands(f, m, one) ||
             (can_join(f, m) && m->type != WHOSAID_SOURCE_NONE)))
            first = m->first;
    }
    return first;
}

/* "Marine experts [Ana Ruiz and Jo Hill]": the plural noun right before a pair
 * that comes next in the table is what they are. */
static void name_office(struct joint *f, const ws_mention *both)
{
    for (uint32_t n = 1; n <= LIST_MENTIONS && n <= f->out->count; n++) {
        ws_mention *k = &f->out->mention[f->out->count - n];
        if (k->close != both->first || k->kind != WS_MENTION_NOMINAL ||
            k->same != WHOSAID_NONE || (k->flags & WS_M_QUOTED) != 0 ||
            !WS_IS(f->token[k->head].lex, PLURAL))
            continue;
        k->same = f->out->count;
        k->flags |= WS_M_NESTED;
        return;
    }
}

void ws_joint_find(const ws_phrases *phrases, uint32_t limit,
                   ws_mentions *mentions)
{
    struct joint joint = {phrases->tokens->token, phrases, mentions, limit};
    struct joint *f = &joint;
    ws_mention *m = &mentions->mention[mentions->count - 1];
    ws_mention *before = before_and(f, m);

    if (before == NULL || join_tasks(f, before, m) ||
        join_offices(f, before, m))
        return;
    if (!are_bodies(f, before, m) && !are_lands(f, before, m) &&
        (!can_join(f, before) || !can_join(f, m)))
        return;
    if (!is_subject(f, before->first, m->tail))
        return;
    ws_mention both = *m;
    both.first = list_begin(f, before);
    bool pair = both.first == before->first;
    both.flags = WS_M_PLURAL | WS_M_JOINT |
                 (before->flags & (WS_M_NESTED | WS_M_HEADLINE));
    both.type = WHOSAID_SOURCE_GROUP;
    both.role = both.role_end = both.last;
    both.same = WHOSAID_NONE;
    if (pair && m->kind == WS_MENTION_NAME && before->kind == WS_MENTION_NAME)
        both.name = before->name;
    else
        both.kind = WS_MENTION_NOMINAL;
    before->flags |= WS_M_NESTED;
    m->flags |= WS_M_NESTED;
    if (both.kind == WS_MENTION_NAME)
        name_office(f, &both);
    f->out->mention[f->out->count++] = both;
}
