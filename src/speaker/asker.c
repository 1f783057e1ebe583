/*
 * asker.c - who has just put a question.
 *
 *   in   mentions with their people, cues
 *   out  whom the next paragraph answers
 *
 * The paragraph before begins and ends as a question does: marks, and behind
 * the closing one a tag of a few words. Or the sentence itself begins so:
 *
 *   Asked by [the coroner, Jo Hill], if she had looked, she said ...
 *
 * Or the sentence before puts it in its own words:
 *
 *   [The coroner] asked where she had been. "In the garden," she replied.
 *
 * Or the pronoun stands in the question:
 *
 *   [The coroner] asked Hill why [he] had told them so.
 *
 * Cost: a bounded number of tokens. Not here: whom "he" means (pronoun.c).
 */
#include "speaker/asker.h"

enum {
    TAG_TOKENS = 12, /* of a tag behind a question */
    OPENING = 4,     /* words of a sentence up to "by" */
    AGENTS = 8,      /* mentions behind it, looked at */
    CUES = 6,        /* of a sentence, looked at */
    QUESTION = 12    /* tokens of one, looked at */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

/* Whether the verb of cue c asks. In a story whatever says a question does; an
 * article's speaker may ask himself, and go on. */
static bool is_asking(const ws_stage *s, uint32_t c)
{
    return s->tokens->count >= WS_ARTICLE ||
           ws_token_listed(s->text->bytes,
                           &s->tokens->token[s->cues->cue[c].first],
                           WS_LIST_ASKED);
}

uint32_t ws_asker(const ws_stage *s, uint32_t i)
{
    const ws_token *token = s->tokens->token;
    uint32_t here = s->tokens->first[token[i].paragraph];

    if (here == 0 || s->pieces->inside[here] == 0)
        return WHOSAID_NONE;
    uint32_t first = s->tokens->first[token[here - 1].paragraph];
    uint32_t tag = here;
    for (uint32_t n = 0; n < TAG_TOKENS && tag > first; n++)
        if (s->pieces->inside[--tag] != 0)
            break;
    uint32_t sign = tag;
    while (sign > first && token[sign].kind == WS_TOKEN_MARK)
        sign--;
    if (s->pieces->inside[first] == 0 || s->pieces->inside[tag] == 0 ||
        !ws_is_punct(&token[sign], '?'))
        return WHOSAID_NONE;
    for (uint32_t m = s->mentions->at[tag]; m < s->mentions->count; m++) {
        if (s->mentions->mention[m].head >= here)
            break;
        if (s->mentions->mention[m].head > tag &&
            s->cues->of[m] != WHOSAID_NONE)
            return is_asking(s, s->cues->of[m]) ? s->people->of[m]
                                                : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}

uint32_t ws_asked_by(const ws_stage *s, uint32_t pronoun)
{
    const ws_token *token = s->tokens->token;
    const ws_mention *p = &s->mentions->mention[pronoun];
    uint32_t first = s->sentences->sentence[s->sentences->of[p->head]].first;
    uint32_t by = first + 1;

    if (s->tokens->foreign || !WS_IS(token[first].lex, CUE) ||
        WS_IS(token[first].lex, CUE_ING) || WS_IS(token[first].lex, CUE_BASE))
        return WHOSAID_NONE;
    while (by < p->first && by < first + OPENING &&
           !ws_token_listed(s->text->bytes, &token[by], WS_LIST_AGENT))
        by++;
    if (by + 1 >= p->first || by == first + OPENING)
        return WHOSAID_NONE;
    uint32_t begin = by + 1; /* behind "Labour's" */
    uint32_t end = s->mentions->at[by] + AGENTS;
    for (uint32_t m = s->mentions->at[by]; m < pronoun && m < end; m++) {
        const ws_mention *agent = &s->mentions->mention[m];
        bool beside = agent->first == begin ||
                      (agent->role < agent->role_end && agent->role == begin);
        if (beside && (agent->flags & WS_M_GENITIVE) != 0 &&
            (token[agent->last].shape & WS_SHAPE_GENITIVE) != 0)
            begin = agent->last + 1;
        if (beside && (agent->flags & WS_M_GENITIVE) == 0)
            return s->people->of[m];
    }
    return WHOSAID_NONE;
}

/* The mention of the first person of a question in tokens [from, to), if it can
 * be whom the pronoun means and is not person asker; or NONE. */
static uint32_t put_to(const ws_stage *s, uint32_t pronoun, uint32_t from,
                       uint32_t to, uint32_t asker)
{
    const uint16_t flags = s->mentions->mention[pronoun].flags & BOTH;

    for (uint32_t m = s->mentions->at[from];
         m < pronoun && s->mentions->mention[m].head < to; m++) {
        const ws_mention *told = &s->mentions->mention[m];
        uint32_t id = s->people->of[m];
        bool he = told->kind == WS_MENTION_PRONOUN;
        if ((told->flags & WS_M_GENITIVE) != 0 ||
            (told->flags & WS_M_PLURAL) != 0 ||
            (he && (told->flags & BOTH) == 0))
            continue;
        if (he)
            return (told->flags & BOTH) == flags ? m : WHOSAID_NONE;
        if (id == WHOSAID_NONE ||
            s->people->person[id].type != WHOSAID_SOURCE_PERSON)
            continue;
        bool same = !ws_opposed(flags, ws_rival_gender(&s->people->person[id]));
        return id != asker && same ? m : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}

/* Whether a sentence begins with mention m or its office. */
static bool opens(const ws_mention *m, const ws_sentence *sentence)
{
    return m->first == sentence->first ||
           (m->role < m->role_end && m->role <= sentence->first + 1);
}

/* The cue with which somebody asks in a sentence of the narration, or NONE:
 * not "Hill left when asked". */
static uint32_t asking(const ws_stage *s, const ws_sentence *sentence)
{
    const ws_lex passive = WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(BE) |
                           WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(AUXILIARY);
    uint32_t c = s->cues->at[sentence->first];

    for (uint32_t n = 0; n < CUES && c < s->cues->count; n++, c++) {
        const ws_cue *cue = &s->cues->cue[c];
        if (cue->first >= sentence->last)
            break;
        if (cue->subject != WHOSAID_NONE &&
            s->people->of[cue->subject] != WHOSAID_NONE &&
            opens(&s->mentions->mention[cue->subject], sentence) &&
            (cue->first == sentence->first ||
             (s->tokens->token[cue->first - 1].lex & passive) == 0) &&
            ws_token_listed(s->text->bytes, &s->tokens->token[cue->first],
                            WS_LIST_ASKED))
            return c;
    }
    return WHOSAID_NONE;
}

ws_asking ws_asking_before(const ws_stage *s, uint32_t pronoun)
{
    ws_asking question = {WHOSAID_NONE, WHOSAID_NONE};
    const ws_mention *p = &s->mentions->mention[pronoun];
    const ws_token *token = s->tokens->token;
    const uint32_t *opened = s->pieces->opened;
    uint32_t own = s->sentences->of[p->head];

    if (s->tokens->foreign || own == 0 || (p->flags & BOTH) == 0)
        return question;
    const ws_sentence *before = &s->sentences->sentence[own - 1];
    if (token[before->first].paragraph + 1 < token[p->head].paragraph ||
        s->pieces->inside[before->first] != 0 ||
        opened[before->first] != opened[before->last - 1])
        return question;
    uint32_t c = asking(s, before);
    if (c == WHOSAID_NONE)
        return question;
    uint32_t asker = s->people->of[s->cues->cue[c].subject];
    uint32_t from = s->cues->cue[c].last;
    uint32_t to =
        before->last < from + QUESTION ? before->last : from + QUESTION;
    uint32_t asked = put_to(s, pronoun, from, to, asker);
    if (asked == WHOSAID_NONE)
        return question;
    question.asker = asker;
    if (s->people->of[asked] != asker)
        question.asked = s->people->of[asked];
    return question;
}

uint32_t ws_asked_here(const ws_stage *s, uint32_t pronoun)
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    const ws_sentence *own = &s->sentences->sentence[s->sentences->of[p->head]];

    if (s->tokens->foreign || (p->flags & BOTH) == 0 ||
        p->first < own->first + 2 || p->last >= own->last ||
        WS_IS(s->tokens->token[p->last].lex, MODAL) ||
        !ws_token_listed(s->text->bytes, &s->tokens->token[p->first - 1],
                         WS_LIST_WHY))
        return WHOSAID_NONE;
    uint32_t c = asking(s, own);
    if (c == WHOSAID_NONE || s->cues->cue[c].last + QUESTION < p->first)
        return WHOSAID_NONE;
    uint32_t asked = put_to(s, pronoun, s->cues->cue[c].last, p->first,
                            s->people->of[s->cues->cue[c].subject]);
    return asked == WHOSAID_NONE ? WHOSAID_NONE : s->people->of[asked];
}
