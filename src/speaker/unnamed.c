/*
 * unnamed.c - he who has just spoken and has no name.
 *
 *   in   mentions with their people, cues
 *   out  the person of a pronoun that speaks
 *
 *   [The father of a victim] said it was too short. / "Five years," [he] said.
 *
 * Those with names are in an article oftener, and win where only that is
 * weighed; but whose words the writer has just told goes on in his own.
 *
 * Cost: a bounded number of mentions. Not here: "they added" (pronoun.c).
 */
#include "speaker/unnamed.h"

enum { MENTIONS = 24 /* looked at */ };

#define BOTH (WS_M_MALE | WS_M_FEMALE)

/* Somebody with a name about whom a sentence is. */
static bool is_told_of(const ws_stage *s, uint32_t m)
{
    const ws_mention *mention = &s->mentions->mention[m];
    uint32_t id = s->people->of[m];
    ws_stand stand = ws_rival_stand(s, m);

    return mention->kind == WS_MENTION_NAME && id != WHOSAID_NONE &&
           s->people->person[id].type != WHOSAID_SOURCE_BODY &&
           (stand == WS_STAND_SUBJECT || stand == WS_STAND_SPEAKER);
}

/* Whether person id has no name, and is a man or a woman as flags tell, or
 * neither is told and he may be either. */
static bool is_unnamed(const ws_stage *s, uint32_t id, uint16_t flags,
                       bool either)
{
    if (id == WHOSAID_NONE)
        return false;
    const ws_person *person = &s->people->person[id];
    return person->type == WHOSAID_SOURCE_ANONYMOUS && !person->they &&
           (person->flags & WS_M_PLURAL) == 0 &&
           s->mentions->mention[person->mention].kind == WS_MENTION_NOMINAL &&
           (ws_rival_gender(person) == (flags & BOTH) ||
            (either && ws_rival_gender(person) == 0));
}

uint32_t ws_unnamed_before(const ws_stage *s, uint32_t pronoun)
{
    const ws_mention *mention = s->mentions->mention;
    const uint32_t *of = s->sentences->of;
    const ws_token *token = s->tokens->token;
    const ws_mention *p = &mention[pronoun];
    uint32_t c = s->cues->of[pronoun];

    if (s->tokens->foreign || s->tokens->count >= WS_ARTICLE ||
        c == WHOSAID_NONE || (p->flags & (WS_M_QUOTED | WS_M_GENITIVE)) != 0 ||
        (p->flags & BOTH) == 0 || (p->flags & BOTH) == BOTH ||
        !ws_rival_aloud(s, pronoun))
        return WHOSAID_NONE;
    for (uint32_t n = 1; n <= MENTIONS && n <= pronoun; n++) {
        uint32_t q = pronoun - n;
        const ws_mention *m = &mention[q];
        if (token[m->head].paragraph + 1 < token[p->head].paragraph)
            break;
        if ((m->flags & WS_M_QUOTED) != 0)
            continue;
        bool says = s->cues->of[q] != WHOSAID_NONE &&
                    s->cues->cue[s->cues->of[q]].kind == WS_CUE_VERB &&
                    s->cues->cue[s->cues->of[q]].strength > 0 &&
                    (m->flags & WS_M_GENITIVE) == 0;
        /* "“Shame!” a woman called. / “I hear you,” she said": another's turn */
        bool here = !s->story &&
                    token[m->head].paragraph == token[p->head].paragraph &&
                    of[m->head] < of[p->head] && of[m->head] + 2 >= of[p->head];
        if (says && !ws_rival_aloud(s, q) &&
            is_unnamed(s, s->people->of[q], p->flags, here))
            return s->people->of[q];
        if (says || (is_told_of(s, q) && of[m->head] != of[p->head]) ||
            of[m->head] == of[p->head])
            break;
    }
    return WHOSAID_NONE;
}
