/*
 * rank.c - the scorer.
 *
 *   in   the scene, a quotation, who spoke the one before
 *   out  the candidates that could have said it, each with a score
 *
 * Most quotations have a tag that leaves no doubt: there the linear model
 * decides. Where its two best are close, the trees look at what is left.
 */
#include "speaker/rank.h"

enum { SIGNED = 6 * 256 /* Q8, that a signature is worth */ };

ws_ranker ws_ranker_learned(void)
{
    return (ws_ranker){&ws_model_attribute, &ws_forest_attribute};
}

/* “...” — Ana Ruiz: a name behind a dash right behind the marks, and nothing but
 * punctuation behind it in its line or paragraph. Too rare in what was learned
 * from. */
static bool is_signature(const ws_scene *scene, const ws_place *p,
                         const ws_candidate *c)
{
    const ws_mention *m = &scene->mentions->mention[c->mention];

    if (c->tie != WS_TIE_DASH || m->kind != WS_MENTION_NAME ||
        scene->cues->cue[c->cue].first != p->end || m->first != p->end + 1)
        return false;
    return ws_beside(scene, m->last, p->last_paragraph) == WS_SIDE_EDGE ||
           ws_beside(scene, m->last, p->last_paragraph) == WS_SIDE_COMMA;
}

uint32_t ws_rank_linear(const ws_scene *scene, const ws_model *model,
                        uint32_t quotation, const ws_past *past,
                        ws_candidate candidate[WS_CANDIDATES])
{
    ws_place place = ws_scene_place(scene, quotation);
    uint32_t count = ws_candidates_gather(scene, quotation, past, candidate);

    for (uint32_t i = 0; i < count; i++) {
        ws_candidate *c = &candidate[i];
        c->score = ws_model_score(model, c->feature, WS_FEATURE_BLOCK_COUNT);
        c->score += is_signature(scene, &place, c) ? SIGNED : 0;
    }
    return ws_finalists(scene, &place, candidate, count);
}

bool ws_rank_doubts(const ws_candidate *finalist, uint32_t count)
{
    return count > 1 && finalist[0].score - finalist[1].score < WS_DOUBT;
}

uint32_t ws_rank(const ws_scene *scene, const ws_ranker *ranker,
                 uint32_t quotation, const ws_past *past,
                 ws_candidate candidate[WS_CANDIDATES])
{
    int16_t value[WS_WITNESS_COUNT];
    uint32_t count =
        ws_rank_linear(scene, ranker->model, quotation, past, candidate);

    if (!ws_rank_doubts(candidate, count))
        return count;
    for (uint32_t i = 0; i < count; i++) {
        ws_finalist f = {candidate, count, i};
        ws_witness(scene, quotation, past, &f, value);
        candidate[i].trees = ws_forest_score(ranker->forest, value);
    }
    for (uint32_t i = 0; i < count; i++)
        candidate[i].score += candidate[i].trees;
    return count;
}
