/*
 * parallel.h - "Judge Hill jailed Lane. He told him: “...”": one does it to the
 * other in both sentences.
 */
#ifndef WS_PARALLEL_H
#define WS_PARALLEL_H

#include "speaker/scene.h"

/* The person with whom the sentence before the words' begins, where "he told
 * him" leads to them and that sentence tells of what he did to another; or
 * WHOSAID_NONE. Sets the mention of "he". A bounded number of looks. */
uint32_t ws_parallel(const ws_scene *scene, const ws_place *place,
                     uint32_t *pronoun);

#endif /* WS_PARALLEL_H */
