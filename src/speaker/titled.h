/*
 * titled.h - titles of works between marks: the film “Low Water”.
 */
#ifndef WS_TITLED_H
#define WS_TITLED_H

#include "speaker/evidence.h"

/* Whether a quotation at p, of which value is the evidence, has capitals as a
 * title has, and a work stands beside it. O(1). */
bool ws_is_title(const ws_scene *scene, const ws_place *p,
                 const int16_t value[WS_EVIDENCE_COUNT]);

#endif /* WS_TITLED_H */
