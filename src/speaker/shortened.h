/*
 * shortened.h - "the DP" of Deputy President Ana Ruiz.
 */
#ifndef WS_SHORTENED_H
#define WS_SHORTENED_H

#include "speaker/scene.h"

/* Give mention m, the capitals of an office that was spelled out before, to
 * whoever holds it. Returns whether it did. scene->people is people. O(1). */
bool ws_shortened_join(const ws_scene *scene, uint32_t m, ws_people *people);

#endif /* WS_SHORTENED_H */
