/*
 * awaited.h - he of whom a story tells before it names him.
 */
#ifndef WS_AWAITED_H
#define WS_AWAITED_H

#include "speaker/scene.h"

/* Let the pronouns with which a story opens and that mean nobody mean the first
 * man or woman who is named; people are those of the scene. O(mentions). */
void ws_awaited_join(const ws_scene *scene, ws_people *people);

#endif /* WS_AWAITED_H */
