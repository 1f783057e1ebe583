/*
 * singular.h - when "they" is one.
 */
#ifndef WS_SINGULAR_H
#define WS_SINGULAR_H

#include "speaker/scene.h"

/* Note who is called they: people->person[].they. O(tokens). */
void ws_singular_find(const ws_scene *scene, ws_people *people);

#endif /* WS_SINGULAR_H */
