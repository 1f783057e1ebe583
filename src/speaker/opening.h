/*
 * opening.h - "A man whose dog came back said ...": who an article opens with.
 */
#ifndef WS_OPENING_H
#define WS_OPENING_H

#include "speaker/scene.h"

/*
 * Give the one whom an article's first sentence lets speak without a name that
 * of the person with whose bare name the next paragraph opens. people->of and
 * people->sure of that mention, and of those that mean the same, are changed;
 * scene->people is people. O(mentions).
 */
void ws_opening_join(const ws_scene *scene, ws_people *people);

#endif /* WS_OPENING_H */
