/*
 * epithet.h - "the Maine senator", said of somebody named before.
 */
#ifndef WS_EPITHET_H
#define WS_EPITHET_H

#include "speaker/scene.h"

/* How clearly one person must fit better than the next, in hundredths of a
 * logit. */
enum {
    WS_EPITHET_LIKELY = 30,  /* four times of five it is he */
    WS_EPITHET_BYNAME = 100, /* of "the Dane": who else? */
    WS_EPITHET_SURE = 60,    /* six of seven */
    WS_EPITHET_STORY = 150   /* nine of ten: for a story */
};

/* Whether mention m is one: definite, of one person, an office with a word
 * that tells which, and not known to be somebody named. */
bool ws_is_epithet(const ws_scene *scene, uint32_t m);

/* The person that epithet m means, or NONE: of the people named in the
 * sentences before, the one that fits best by margin. O(1). */
uint32_t ws_epithet_of(const ws_scene *scene, uint32_t m, int32_t margin);

/* Give bynames ("the Dane", "the 44-year-old") to the people that they surely
 * mean. scene->people is people. O(mentions). */
void ws_epithets_join(const ws_scene *scene, ws_people *people);

#endif /* WS_EPITHET_H */
