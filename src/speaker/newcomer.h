/*
 * newcomer.h - "the 44-year-old", said of one who has just been brought in.
 */
#ifndef WS_NEWCOMER_H
#define WS_NEWCOMER_H

#include "speaker/scene.h"

/* "Among them was Ana Ruiz, whom Jo Hill knew. / “...,” the 44-year-old said":
 * the only person whom the few sentences before mention m, which calls somebody
 * by his years or family, name for the first time, and who is in no office; or
 * NONE, also where somebody is told to be of that age. A bounded number of
 * mentions is looked at. */
uint32_t ws_newcomer(const ws_scene *scene, uint32_t m);

/* The only one named before mention m, "the 44-year-old", who is told to be of
 * that age, however long ago; or NONE. A bounded number of mentions is looked
 * at. */
uint32_t ws_aged(const ws_scene *scene, uint32_t m);

/* "Da trat der Schulmeister vor": whether mention m takes his turn behind that
 * word and a verb, where nouns have capitals. O(1). */
bool ws_is_newcomer(const ws_scene *scene, uint32_t m);

#endif /* WS_NEWCOMER_H */
