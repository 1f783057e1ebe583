/*
 * besides.h - "auch der Wirt": one more than the one just told of.
 */
#ifndef WS_BESIDES_H
#define WS_BESIDES_H

#include "speaker/scene.h"

/* "Auch [der Wirt] warnte", "[der Wirt] am Markt warnte": whether mention m, a
 * noun that speaks where nouns have capitals, is brought in beside whoever was
 * told of before it. O(1). */
bool ws_is_besides(const ws_scene *scene, uint32_t m);

/* "[Der Kämmerer] warnte" behind "Bürgermeister Lampe": whether the noun of
 * mention m is a post, and the words of person id tell of another one. O(1). */
bool ws_is_other_post(const ws_scene *scene, uint32_t m, uint32_t id);

#endif /* WS_BESIDES_H */
