/*
 * met.h - a description of one whom somebody else met.
 */
#ifndef WS_MET_H
#define WS_MET_H

#include "speaker/scene.h"

/* "Ana Ruiz met the plumber. “...,” [the plumber] said": whether mention m, a
 * description, is of another than person id, since in some sentence before the
 * two do something to each other. O(1). */
bool ws_is_met(const ws_scene *scene, uint32_t m, uint32_t id);

#endif /* WS_MET_H */
