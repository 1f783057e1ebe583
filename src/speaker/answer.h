/*
 * answer.h - who answers whom: what words say by whom they call, and tags by
 * whom they name.
 */
#ifndef WS_ANSWER_H
#define WS_ANSWER_H

#include "speaker/rank.h"

/* What it costs a past, Q8, that a person speaks a quotation: whom his words or
 * those before call as neither is, and whom a tag beside them names. Nothing but
 * in a story. O(1). */
int32_t ws_answer_cost(const ws_scene *scene, uint32_t quotation,
                       const ws_past *past, uint32_t person);

#endif /* WS_ANSWER_H */
