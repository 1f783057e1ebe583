/*
 * private.h - "the mother-of-three", "the pensioner": one without an office.
 */
#ifndef WS_PRIVATE_H
#define WS_PRIVATE_H

#include "speaker/scene.h"

/* "Father-of-two": whether a word calls somebody by his family. O(its bytes). */
bool ws_is_by_family(const ws_scene *scene, const ws_token *head);

/* Whether description m calls somebody by family or years and by nothing else. */
bool ws_private_calls(const ws_scene *scene, uint32_t m);

/* How well person id fits such a description m, in hundredths of a logit: one
 * whose age is told fits, a doctor, constable or judge does not. O(1). */
int32_t ws_private_fit(const ws_scene *scene, uint32_t m, uint32_t id);

/* Whether person id is in office, and no age of his is told, or another's is:
 * nobody whom description m, if it is of that kind, surely calls. */
bool ws_private_bars(const ws_scene *scene, uint32_t m, uint32_t id);

/* "Ana Ruiz, 94, nodded. [The Mayor of Brill] said": whether mention m is one of
 * an office over a place or a body, and person id one whose age alone is told. A
 * bounded number of mentions is looked at. */
bool ws_private_is_apart(const ws_scene *scene, uint32_t m, uint32_t id);

#endif /* WS_PRIVATE_H */
