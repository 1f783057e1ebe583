/*
 * rank.h - the scorer: a quotation in, its candidates with a score each out.
 */
#ifndef WS_RANK_H
#define WS_RANK_H

#include "speaker/reading.h"
#include "speaker/witness.h"

/* A linear model that weighs all candidates, and trees that weigh the best
 * ones again where the first leaves doubt. */
typedef struct ws_ranker {
    const ws_model *model;   /* ids: feature.h */
    const ws_forest *forest; /* values: witness.h */
} ws_ranker;

/* Linear score of the best less that of the second from which on the trees
 * are not asked, Q8. */
enum { WS_DOUBT = 4 * 256 };

/* The ranker that was learned; for glued, see quote/sentence.h. */
ws_ranker ws_ranker_learned(bool glued);

/*
 * Gather the candidates of a quotation (as ws_candidates_gather), score them
 * by the linear model and keep the WS_FINALISTS best, best first. Returns how
 * many are kept.
 */
uint32_t ws_rank_linear(const ws_scene *scene, const ws_model *model,
                        uint32_t quotation, const ws_past *past,
                        ws_candidate candidate[WS_CANDIDATES]);

/* Whether the linear scores leave doubt. */
bool ws_rank_doubts(const ws_candidate *finalist, uint32_t count);

/* The finalists of a quotation with the scores of both, in the order of the
 * linear ones. Returns how many. O(WS_CANDIDATES + trees). */
uint32_t ws_rank(const ws_scene *scene, const ws_ranker *ranker,
                 uint32_t quotation, const ws_past *past,
                 ws_candidate candidate[WS_CANDIDATES]);

/* The weight of whom candidate i means: the exp of its own score and of all
 * candidates that mean the same person, relative to score top; 65536 = 1. */
uint64_t ws_rank_weight(const ws_candidate *candidate, uint32_t count,
                        uint32_t i, int32_t top);

/* Best first; equal ones stay as they stand. */
void ws_candidates_sort(ws_candidate *candidate, uint32_t count);

/* As ws_rank(), best first, those that the reader thinks likeliest among them. */
uint32_t ws_rank_read(const ws_scene *scene, const ws_ranker *ranker,
                      uint32_t quotation, const ws_past *past,
                      const ws_opinion *opinion,
                      ws_candidate candidate[WS_CANDIDATES]);

#endif /* WS_RANK_H */
