/*
 * beat.c - of whom a story tells right before the words that a pronoun speaks.
 *
 *   in   a pronoun that a cue has for its subject, the marks beside it
 *   out  the subject of the sentence before these marks
 *
 * A writer who tells what somebody does, and then lets "him" speak in the same
 * paragraph, means whoever does it, whoever spoke before.
 *
 * Cost: a bounded number of tokens and mentions.
 *
 * Not here: whom the rest of the paragraph tells of (pronoun.c).
 */
#include "speaker/beat.h"

enum {
    WORDS = 400,  /* tokens of a speech looked over */
    SUBJECTS = 24 /* mentions of a sentence looked at */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

/* Where the words beside a pronoun's cue begin, or the cue's own sentence where
 * it stands before them; token of the paragraph's first word where that is it. */
static uint32_t words_begin(const ws_stage *s, uint32_t pronoun)
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    const ws_cue *cue = &s->cues->cue[s->cues->of[pronoun]];
    uint32_t first = cue->first < p->first ? cue->first : p->first;
    uint32_t top = s->tokens->first[s->tokens->token[p->head].paragraph];
    uint32_t i = first;

    for (uint32_t n = 0; n < WORDS && i > top; n++, i--)
        if (s->pieces->inside[i - 1] == 0)
            break;
    if (i < first)
        return i;
    uint32_t own = s->sentences->sentence[s->sentences->of[p->head]].first;
    return own == first && own > top ? own : top;
}

/* Somebody who does what his sentence tells. */
static bool is_subject(const ws_stage *s, uint32_t m)
{
    const ws_mention *mention = &s->mentions->mention[m];
    ws_stand stand = ws_rival_stand(s, m);

    if ((stand != WS_STAND_SUBJECT && stand != WS_STAND_SPEAKER) ||
        (mention->flags & WS_M_RELATIVE) != 0 ||
        mention->type == WHOSAID_SOURCE_BODY)
        return false;
    return mention->kind != WS_MENTION_NOMINAL ||
           mention->type == WHOSAID_SOURCE_PERSON ||
           mention->type == WHOSAID_SOURCE_ANONYMOUS;
}

/* Whether it is known enough who mention m is. */
static bool is_known(const ws_stage *s, uint32_t m)
{
    const ws_mention *mention = &s->mentions->mention[m];
    uint32_t id = s->people->of[m];

    if (id == WHOSAID_NONE)
        return false;
    const ws_person *person = &s->people->person[id];
    if (mention->kind == WS_MENTION_NAME)
        return person->type == WHOSAID_SOURCE_PERSON || person->count > 1;
    return mention->kind == WS_MENTION_PRONOUN ||
           s->mentions->mention[person->mention].kind == WS_MENTION_NOMINAL;
}

/* Whether a pronoun can mean mention m, by gender and number. */
static bool may_mean(const ws_stage *s, uint32_t pronoun, uint32_t m)
{
    const ws_mention *mention = &s->mentions->mention[m];
    uint16_t sex = s->mentions->mention[pronoun].flags & BOTH;
    uint32_t id = s->people->of[m];

    if (mention->kind == WS_MENTION_PRONOUN)
        return (mention->flags & BOTH) == sex;
    return (mention->flags & (WS_M_PLURAL | WS_M_JOINT)) == 0 &&
           !ws_opposed(sex, mention->flags) &&
           (id == WHOSAID_NONE ||
            !ws_opposed(sex, ws_rival_gender(&s->people->person[id])));
}

/* The one subject that a pronoun can mean of what is told in [from, end); NONE
 * where there are two, or none. */
static uint32_t subject_in(const ws_stage *s, uint32_t pronoun, uint32_t from,
                           uint32_t end)
{
    uint32_t found = WHOSAID_NONE;
    uint32_t m = s->mentions->at[from];

    for (uint32_t n = 0; n < SUBJECTS && m < s->mentions->count; n++, m++) {
        if (s->mentions->mention[m].head >= end)
            break;
        if (!is_subject(s, m) || !may_mean(s, pronoun, m))
            continue;
        if (found == WHOSAID_NONE)
            found = m;
        else if (s->people->of[m] != s->people->of[found])
            return WHOSAID_NONE;
    }
    return found != WHOSAID_NONE && is_known(s, found) ? found : WHOSAID_NONE;
}

/* The subject of the last sentence told in [top, end). */
static uint32_t subject_before(const ws_stage *s, uint32_t pronoun,
                               uint32_t top, uint32_t end)
{
    uint32_t from = s->sentences->sentence[s->sentences->of[end - 1]].first;

    return subject_in(s, pronoun, from < top ? top : from, end);
}

/* Likewise of the paragraph above that of token top, where nobody speaks and
 * the sex of the one who acts is known. */
static uint32_t subject_above(const ws_stage *s, uint32_t pronoun, uint32_t top)
{
    if (top == 0)
        return WHOSAID_NONE;
    uint32_t first = s->tokens->first[s->tokens->token[top - 1].paragraph];

    for (uint32_t i = first, n = 0; i < top; i++, n++)
        if (s->pieces->inside[i] != 0 || n > WORDS)
            return WHOSAID_NONE;
    uint32_t m = subject_before(s, pronoun, first, top);
    if (m == WHOSAID_NONE)
        return WHOSAID_NONE;
    uint16_t sex = ws_rival_gender(&s->people->person[s->people->of[m]]);
    sex = (uint16_t)((sex | s->mentions->mention[m].flags) & BOTH);
    return sex == (s->mentions->mention[pronoun].flags & BOTH) ? m
                                                               : WHOSAID_NONE;
}

uint32_t ws_beat_subject(const ws_stage *s, uint32_t pronoun)
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    uint16_t sex = p->flags & BOTH;

    if (s->cues->of[pronoun] == WHOSAID_NONE || sex == 0 || sex == BOTH ||
        (p->flags & (WS_M_OBJECT | WS_M_GENITIVE | WS_M_QUOTED)) != 0 ||
        !ws_rival_aloud(s, pronoun))
        return WHOSAID_NONE;
    uint32_t top = s->tokens->first[s->tokens->token[p->head].paragraph];
    uint32_t end = words_begin(s, pronoun);
    return end > top ? subject_before(s, pronoun, top, end)
                     : subject_above(s, pronoun, top);
}
