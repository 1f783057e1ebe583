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
 * Cost: a bounded number of tokens. Not here: whom "he" means (pronoun.c).
 */
#include "speaker/asker.h"

enum {
    TAG_TOKENS = 12, /* of a tag behind a question */
    OPENING = 4      /* words of a sentence up to "by" */
};

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
    for (uint32_t m = s->mentions->at[by]; m < pronoun; m++) {
        const ws_mention *agent = &s->mentions->mention[m];
        bool beside = agent->first == by + 1 ||
                      (agent->role < agent->role_end && agent->role == by + 1);
        if (beside && (agent->flags & WS_M_GENITIVE) == 0)
            return s->people->of[m];
    }
    return WHOSAID_NONE;
}
