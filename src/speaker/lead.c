/*
 * lead.c - parts of speech around a mention.
 *
 *   in   tags, cues, a mention
 *   out  what leads to it, and what it leads to
 *
 * Cost: a bounded number of words a mention.
 */
#include "speaker/lead.h"

enum {
    VERB_TOKENS = 5 /* tokens behind a mention, to its verb */
};

enum { VERB_OF_SPEECH = WS_POS_COUNT + 1, VERB_AUXILIARY };

/* "Heard", of "heard Ana Ruiz say": no verb of speech at token i. */
static bool only_hears(const ws_cues *cues, uint32_t i)
{
    uint32_t c = cues->at[i];

    return c < cues->count && cues->cue[c].first == i &&
           cues->cue[c].subject == WHOSAID_NONE &&
           cues->cue[c].hearer != WHOSAID_NONE;
}

uint32_t ws_verb_of(const ws_scene *scene, const ws_mention *m)
{
    const ws_sentences *sentences = scene->sentences;
    uint32_t last = sentences->sentence[sentences->of[m->head]].last;
    uint32_t seen = WS_POS_NONE;

    for (uint32_t i = m->tail, n = 0; i < last && n < VERB_TOKENS; i++, n++) {
        enum ws_pos pos = ws_tag_pos(scene->tags->tag[i]);
        bool spoken = WS_IS(scene->tokens->token[i].lex, CUE) &&
                      !only_hears(scene->cues, i);
        if (pos == WS_POS_VERB)
            return spoken ? VERB_OF_SPEECH : WS_POS_VERB;
        if (pos == WS_POS_AUX)
            seen = VERB_AUXILIARY;
        else if (pos != WS_POS_ADV && pos != WS_POS_PART)
            return seen != WS_POS_NONE ? seen : (uint32_t)pos;
    }
    return seen;
}

uint32_t ws_lead_of(const ws_scene *scene, const ws_mention *m, uint32_t k)
{
    const ws_sentences *sentences = scene->sentences;
    uint32_t first = sentences->sentence[sentences->of[m->head]].first;

    return m->first >= first + k ? ws_tag_pos(scene->tags->tag[m->first - k])
                                 : WS_POS_COUNT + 1;
}
