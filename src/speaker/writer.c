/*
 * writer.c - who wrote the paper that "it" means.
 *
 *   in   mentions with their people, an "it" that says something
 *   out  who wrote what the sentence before brings in
 *
 *   [Ana Ruiz] sent [a card]. It read: “...”
 *   They got [a text] on Monday from [Ana Ruiz]. It said: “...”
 *   Workers found [a note]. It read: “...”        nobody is told of
 *
 * What reads so is a paper, whoever else stands near; what says or adds it is
 * one where the sentence before brings it in: "a card", behind its verb.
 *
 * Cost: a bounded number of looks.
 */
#include "speaker/writer.h"

enum {
    LOOKED_AT = 16,  /* mentions before the pronoun */
    FROM_TOKENS = 6, /* from the paper to "from" */
    VERB_TOKENS = 2  /* from the pronoun to its verb */
};

static bool is_listed(const ws_stage *s, uint32_t i, ws_list list)
{
    return ws_is_small(&s->tokens->token[i]) &&
           ws_token_listed(s->text->bytes, &s->tokens->token[i], list);
}

/* Whether mention m is a paper or a sign that the text names as such. */
static bool is_paper(const ws_mention *m)
{
    return m->kind == WS_MENTION_NOMINAL &&
           m->type == WHOSAID_SOURCE_DOCUMENT &&
           (m->flags & (WS_M_QUOTED | WS_M_PLURAL | WS_M_GENITIVE)) == 0;
}

/* "A text on Monday [from Ana Ruiz]": the mention behind, or NONE. */
static uint32_t sent_from(const ws_stage *s, uint32_t paper)
{
    const ws_mentions *mentions = s->mentions;
    const ws_mention *m = &mentions->mention[paper];
    uint32_t last = s->sentences->sentence[s->sentences->of[m->head]].last;

    for (uint32_t i = m->last; i + 1 < last && i < m->last + FROM_TOKENS; i++) {
        if (!is_listed(s, i, WS_LIST_APART))
            continue;
        for (uint32_t k = mentions->at[i + 1];
             k < mentions->count && k < mentions->at[i + 1] + 3; k++) {
            if (mentions->mention[k].first == i + 1)
                return mentions->mention[k].same != WHOSAID_NONE
                           ? mentions->mention[k].same
                           : k;
        }
    }
    return WHOSAID_NONE;
}

/* "[Ana Ruiz], its clerk, sent a card": the sentence's subject, where the verb
 * before the paper is one of writing; or NONE. */
static uint32_t sent_by(const ws_stage *s, uint32_t paper)
{
    const uint16_t other = WS_M_QUOTED | WS_M_GENITIVE | WS_M_OBJECT |
                           WS_M_AFTER_PREPOSITION | WS_M_RELATIVE | WS_M_NESTED;
    const ws_mention *mention = s->mentions->mention;
    uint32_t verb = mention[paper].first;
    uint32_t first =
        s->sentences->sentence[s->sentences->of[mention[paper].head]].first;

    if (verb == first || !is_listed(s, verb - 1, WS_LIST_SENT))
        return WHOSAID_NONE;
    for (uint32_t k = s->mentions->at[first]; k < paper; k++)
        if ((mention[k].flags & other) == 0)
            return mention[k].same != WHOSAID_NONE ? mention[k].same : k;
    return WHOSAID_NONE;
}

/* Whether the "it" is the subject of a verb that papers alone have; may_be: of
 * any verb of speech. */
static bool reads(const ws_stage *s, uint32_t pronoun, bool *may_be)
{
    const ws_mention *m = &s->mentions->mention[pronoun];
    uint32_t c = s->cues->of[pronoun];

    *may_be = false;
    if (c == WHOSAID_NONE || s->cues->cue[c].kind != WS_CUE_VERB ||
        s->cues->cue[c].first > m->last + VERB_TOKENS)
        return false;
    *may_be = true;
    return is_listed(s, s->cues->cue[c].first, WS_LIST_READS);
}

uint32_t ws_writer_of_it(const ws_stage *s, uint32_t pronoun)
{
    const ws_mention *mention = s->mentions->mention;
    const ws_token *token = s->tokens->token;
    uint32_t here = s->sentences->of[mention[pronoun].head];
    uint32_t before = WHOSAID_NONE; /* the sentence looked at */
    bool may_be;
    bool only = reads(s, pronoun, &may_be);

    if (!may_be)
        return WHOSAID_NONE;
    for (uint32_t n = 1; n <= LOOKED_AT && n <= pronoun; n++) {
        const ws_mention *m = &mention[pronoun - n];
        uint32_t sentence = s->sentences->of[m->head];
        if (token[mention[pronoun].head].paragraph - token[m->head].paragraph >
            1)
            break;
        if ((m->flags & WS_M_QUOTED) != 0 || sentence == here)
            continue;
        if (before == WHOSAID_NONE)
            before = sentence;
        if (sentence != before)
            break;
        bool brought = (m->flags & WS_M_INDEFINITE) != 0 &&
                       (m->flags & WS_M_AFTER_PREPOSITION) == 0 &&
                       m->first > s->sentences->sentence[sentence].first;
        if (!is_paper(m) || !(only || brought))
            continue;
        uint32_t writer = sent_from(s, pronoun - n);
        return writer != WHOSAID_NONE ? writer : sent_by(s, pronoun - n);
    }
    return WHOSAID_NONE;
}
