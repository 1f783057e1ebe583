/*
 * renamed.h - "der Geistliche", said of the one of whom the sentence before
 * tells.
 */
#ifndef WS_RENAMED_H
#define WS_RENAMED_H

#include "speaker/scene.h"

/* Where nouns have capitals: give mention m, which speaks and calls by a noun
 * somebody told of before, to that one. story: the document is one. Returns
 * whether it did, or nobody with a name is meant. scene->people is people.
 * O(1). */
bool ws_renamed_join(const ws_scene *scene, uint32_t m, bool story,
                     ws_people *people);

#endif /* WS_RENAMED_H */
