/*
 * parallel.c - "Judge Hill jailed Lane. He told him: “...”".
 *
 *   in   the scene, where a quotation stands
 *   out  whom "he" means, if "him" is the other one
 *
 * A court report tells of the accused all through and of the judge once: so the
 * one named most is not the one who speaks.
 *
 * Cost: a bounded number of looks.
 *
 * Not here: any other pronoun (pronoun.c).
 */
#include "speaker/parallel.h"

#include "speaker/talk.h"

enum {
    LEAD_TOKENS = 3,   /* from the verb to the words: "told him:" */
    OFFICE_TOKENS = 3, /* before a name, of an office */
    MENTIONS = 12      /* of a sentence, looked at */
};

/* The cue of "he told him" right before the words; or NONE. */
static uint32_t leading(const ws_scene *scene, const ws_place *p)
{
    const ws_cues *cues = scene->cues;
    const ws_mention *mention = scene->mentions->mention;
    uint32_t c = ws_scene_cue_at(scene, p->begin);

    while (c > 0 && cues->cue[c - 1].kind == WS_CUE_COLON &&
           cues->cue[c - 1].last + LEAD_TOKENS >= p->begin)
        c--;
    if (c == 0)
        return WHOSAID_NONE;
    const ws_cue *cue = &cues->cue[c - 1];
    if (cue->kind != WS_CUE_VERB || cue->subject == WHOSAID_NONE ||
        cue->hearer == WHOSAID_NONE || cue->last + LEAD_TOKENS < p->begin)
        return WHOSAID_NONE;
    const ws_mention *he = &mention[cue->subject];
    const ws_mention *him = &mention[cue->hearer];
    uint32_t first =
        scene->sentences->sentence[scene->sentences->of[cue->first]].first;
    return he->kind == WS_MENTION_PRONOUN && him->kind == WS_MENTION_PRONOUN &&
                   he->first == first && first > 0 &&
                   (he->flags & (WS_M_MALE | WS_M_FEMALE)) != 0 &&
                   (him->flags & (WS_M_MALE | WS_M_FEMALE)) != 0 &&
                   him->first >= cue->last && him->last < p->begin
               ? c - 1
               : WHOSAID_NONE;
}

/* The name with which the sentence [first, last) begins, or the office before
 * it; or NONE. */
static uint32_t opener(const ws_scene *scene, uint32_t first, uint32_t last)
{
    const ws_mentions *mentions = scene->mentions;

    for (uint32_t m = mentions->at[first];
         m < mentions->count && m < mentions->at[first] + MENTIONS; m++) {
        const ws_mention *c = &mentions->mention[m];
        if (c->first >= last)
            break;
        uint32_t at = first; /* "Judge Recorder Ana Ruiz" */
        while (at < c->first && at < first + OFFICE_TOKENS &&
               ws_is_capital(&scene->tokens->token[at]))
            at++;
        if (c->kind == WS_MENTION_NAME && c->first == at &&
            (c->flags & (WS_M_GENITIVE | WS_M_JOINT | WS_M_QUOTED)) == 0 &&
            scene->people->of[m] != WHOSAID_NONE)
            return m;
    }
    return WHOSAID_NONE;
}

/* Whether another person, who may be "him", is told of behind mention m in its
 * sentence, which ends at last. */
static bool has_other(const ws_scene *scene, uint32_t m, uint32_t last,
                      uint16_t sex)
{
    const ws_people *people = scene->people;

    for (uint32_t k = m + 1; k < scene->mentions->count && k < m + MENTIONS &&
                             scene->mentions->mention[k].first < last;
         k++) {
        uint32_t id = people->of[k];
        if (id != WHOSAID_NONE && id != people->of[m] &&
            scene->mentions->mention[k].kind == WS_MENTION_NAME &&
            people->person[id].type == WHOSAID_SOURCE_PERSON &&
            !ws_opposed(sex, people->person[id].flags))
            return true;
    }
    return false;
}

uint32_t ws_parallel(const ws_scene *scene, const ws_place *place,
                     uint32_t *pronoun)
{
    if (scene->tokens->foreign || scene->talk->story)
        return WHOSAID_NONE;
    uint32_t c = leading(scene, place);
    if (c == WHOSAID_NONE)
        return WHOSAID_NONE;
    const ws_cue *cue = &scene->cues->cue[c];
    const ws_mention *mention = scene->mentions->mention;
    uint32_t s = scene->sentences->of[cue->first];
    const ws_sentence *before = &scene->sentences->sentence[s - 1];
    if (scene->pieces->opened[before->first] !=
        scene->pieces->opened[before->last])
        return WHOSAID_NONE;
    uint32_t m = opener(scene, before->first, before->last);
    if (m == WHOSAID_NONE)
        return WHOSAID_NONE;
    uint32_t id = scene->people->of[m];
    if (scene->people->person[id].type != WHOSAID_SOURCE_PERSON ||
        ws_opposed(mention[cue->subject].flags,
                   scene->people->person[id].flags) ||
        !has_other(scene, m, before->last, mention[cue->hearer].flags))
        return WHOSAID_NONE;
    *pronoun = cue->subject;
    return id;
}
