/*
 * staged.c - what a story tells beside the marks of who speaks.
 *
 *   in   the scene, a quotation, a candidate
 *   out  what speaks for and against the candidate
 *
 * 1. Then she said to her son: / “...”: the line above leads to the words. In
 *    what was learned from most words of stories have their tags beside them,
 *    and so the son was as likely.
 * 2. “...” Hill rubbed his eyes: who does something right behind words that open
 *    a paragraph is rather their speaker.
 *
 * Cost: O(1). Not here: what the learned weights make of all that is near
 * (feature.c, witness.c).
 */
#include "speaker/staged.h"

#include "speaker/talk.h"

enum {
    LEADS = 4 * 256, /* Q8, to be led in, or to hear it */
    ACTS = 128       /* to act behind the words */
};

/* The cue of the line above that leads to the words, or NONE. */
static uint32_t leading(const ws_scene *scene, const ws_place *p)
{
    uint32_t c = ws_scene_cue_at(scene, p->begin);

    if (!p->opens_paragraph || p->begin == 0 || c == 0)
        return WHOSAID_NONE;
    const ws_token *last = &scene->tokens->token[p->begin - 1];
    const ws_cue *cue = &scene->cues->cue[c - 1];
    bool leads = ws_is_punct(last, ':') &&
                 last->paragraph + 1 == p->first_paragraph &&
                 cue->kind == WS_CUE_VERB && cue->strength > 0 &&
                 cue->subject != WHOSAID_NONE;

    return leads && scene->sentences->of[cue->first] ==
                        scene->sentences->of[p->begin - 1]
               ? c - 1
               : WHOSAID_NONE;
}

/* A man's or a woman's name or pronoun, or the narrator's, that can act. */
static bool is_somebody(const ws_mention *m)
{
    const uint16_t other = WS_M_QUOTED | WS_M_GENITIVE | WS_M_OBJECT |
                           WS_M_PLURAL | WS_M_JOINT | WS_M_NESTED;
    const uint16_t both = WS_M_MALE | WS_M_FEMALE;
    uint16_t sex = m->flags & both;

    if ((m->flags & other) != 0)
        return false;
    return m->kind == WS_MENTION_NAME ||
           (m->kind == WS_MENTION_PRONOUN &&
            ((sex != 0 && sex != both) || (m->flags & WS_M_FIRST) != 0));
}

/* Whoever acts in the sentence right behind the words, or NONE. */
static uint32_t acting(const ws_scene *scene, const ws_place *p)
{
    if (!p->opens_paragraph || p->closes_paragraph ||
        p->end >= scene->tokens->count ||
        scene->sentences->sentence[scene->sentences->of[p->end]].first !=
            p->end)
        return WHOSAID_NONE;
    uint32_t m = scene->mentions->at[p->end];
    if (m >= scene->mentions->count)
        return WHOSAID_NONE;
    const ws_mention *e = &scene->mentions->mention[m];
    bool here = e->first == p->end &&
                scene->tokens->token[e->head].paragraph == p->last_paragraph;

    return here && is_somebody(e) ? scene->people->of[m] : WHOSAID_NONE;
}

ws_staging ws_staged(const ws_scene *scene, uint32_t quotation,
                     const ws_place *place)
{
    ws_staging s = {WHOSAID_NONE, WHOSAID_NONE, WHOSAID_NONE};

    if (!scene->talk->story || scene->talk->tag[quotation] != WHOSAID_NONE)
        return s;
    uint32_t c = leading(scene, place);
    if (c == WHOSAID_NONE) {
        s.beat = acting(scene, place);
        return s;
    }
    const ws_cue *cue = &scene->cues->cue[c];
    s.leads = cue->subject;
    if (cue->hearer != WHOSAID_NONE)
        s.hearer = scene->people->of[cue->hearer];
    return s;
}

int32_t ws_staged_worth(const ws_scene *scene, const ws_staging *staging,
                        const ws_candidate *candidate)
{
    uint32_t id = candidate->person;
    uint32_t leads = staging->leads == WHOSAID_NONE
                         ? WHOSAID_NONE
                         : scene->people->of[staging->leads];

    if (staging->leads != WHOSAID_NONE &&
        (candidate->mention == staging->leads ||
         (id != WHOSAID_NONE && id == leads)))
        return LEADS;
    if (id == WHOSAID_NONE)
        return 0;
    if (id == staging->hearer)
        return -LEADS;
    return id == staging->beat ? ACTS : 0;
}
