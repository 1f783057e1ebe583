/*
 * firm.h - which firm "the firm" is.
 */
#ifndef WS_FIRM_H
#define WS_FIRM_H

#include "speaker/scene.h"

/*
 * Give "the firm", "the charity" the body of that kind that was told of just
 * before, where nothing tells of another. scene->people is people. O(mentions):
 * a bounded number is looked at before each.
 */
void ws_firms_join(const ws_scene *scene, ws_people *people);

/* "Its chairman": the body that an "its" at a token surely means, by its name and
 * how the names before stand, or NONE. Bounded. */
uint32_t ws_firm_owning(const ws_scene *scene, uint32_t token);

/* "Kelham Police", "Kelham Police Department": whether mention m names a force,
 * by its last words. */
bool ws_is_force(const ws_scene *scene, const ws_mention *m);

#endif /* WS_FIRM_H */
