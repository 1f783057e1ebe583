/*
 * sayer.c - who has just said something, and goes on.
 *
 *   in   mentions with their people, cues
 *   out  the person that a pronoun in a tag means by the paragraph before
 *
 *   Her sister, Ana Price, said that many came.
 *   “Everybody knew her,” she told the paper.
 *
 * A British or wire desk brings somebody in with what he says, in a paragraph of
 * one sentence, and lets him speak in the next. Somebody named more often may
 * stand before, and is not meant.
 *
 * Cost: a bounded number of cues. Not here: any other pronoun (pronoun.c).
 */
#include "speaker/sayer.h"

enum {
    CUES = 6,      /* of the paragraph before, looked at */
    SENTENCES = 2, /* of it at most */
    TOKENS = 120,  /* likewise */
    OPENING = 24   /* tokens to whom it opens with */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

/* Whether the pronoun stands in a tag behind words with which its paragraph
 * opens. */
static bool is_tag(const ws_stage *s, const ws_mention *p)
{
    uint32_t here = s->tokens->first[s->tokens->token[p->head].paragraph];

    return here > 0 && s->pieces->inside[here] != 0 &&
           (p->flags & (WS_M_QUOTED | WS_M_OBJECT | WS_M_GENITIVE)) == 0 &&
           (p->flags & BOTH) != 0;
}

uint32_t ws_sayer_before(const ws_stage *s, uint32_t pronoun)
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    const ws_token *token = s->tokens->token;

    if (s->tokens->foreign || s->tokens->count >= WS_ARTICLE || s->story ||
        s->cues->of[pronoun] == WHOSAID_NONE || !is_tag(s, p))
        return WHOSAID_NONE;
    uint32_t here = s->tokens->first[token[p->head].paragraph];
    uint32_t first = s->tokens->first[token[here - 1].paragraph];
    uint32_t found = WHOSAID_NONE;
    if (s->sentences->of[here - 1] - s->sentences->of[first] >= SENTENCES)
        return WHOSAID_NONE;
    for (uint32_t i = first; i < here && i < first + TOKENS; i++)
        if (ws_is_punct(&token[i], '?'))
            return WHOSAID_NONE;
    uint32_t c = s->cues->at[first];
    for (uint32_t n = 0; c < s->cues->count && s->cues->cue[c].first < here;
         n++, c++) {
        const ws_cue *cue = &s->cues->cue[c];
        if (n == CUES)
            return WHOSAID_NONE;
        if (cue->kind != WS_CUE_VERB || cue->subject == WHOSAID_NONE)
            continue;
        const ws_mention *m = &s->mentions->mention[cue->subject];
        uint32_t id = s->people->of[cue->subject];
        if (ws_token_listed(s->text->bytes, &token[cue->first], WS_LIST_ASKED))
            return WHOSAID_NONE;
        if (cue->strength < 2 || cue->found != WS_SUBJECT_CLOSE)
            continue;
        if (id == WHOSAID_NONE || (found != WHOSAID_NONE && found != id))
            return WHOSAID_NONE;
        if (m->kind == WS_MENTION_PRONOUN || m->first > first + OPENING)
            return WHOSAID_NONE;
        found = id;
    }
    return found;
}
