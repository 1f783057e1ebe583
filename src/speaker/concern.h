/*
 * concern.h - "die Gewerkschaft", said of the union just told of by its name.
 */
#ifndef WS_CONCERN_H
#define WS_CONCERN_H

#include "speaker/scene.h"

/* Where nouns have capitals: give mention m, a bare noun of a body, to the named
 * body that it means. Returns whether it did. scene->people is people. O(1). */
bool ws_concern_join(const ws_scene *scene, uint32_t m, ws_people *people);

#endif /* WS_CONCERN_H */
