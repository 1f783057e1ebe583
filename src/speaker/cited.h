/*
 * cited.h - words between marks that are told of, not said: the word “hygge”.
 */
#ifndef WS_CITED_H
#define WS_CITED_H

#include "speaker/evidence.h"

/* Whether a quotation at p, of which value is the evidence, is a word that is
 * told of, what something means, a step of a scale, or what a screen shows.
 * O(1). */
bool ws_is_cited(const ws_scene *scene, uint32_t quotation, const ws_place *p,
                 const int16_t value[WS_EVIDENCE_COUNT]);

#endif /* WS_CITED_H */
