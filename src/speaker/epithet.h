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

/* Whether mention m speaks and describes somebody: "the Maine senator said",
 * where it is none of the others. */
bool ws_is_description(const ws_scene *scene, uint32_t m);

/* "The striker", "the retired neurosurgeon", of whom nothing was told before:
 * whether mention m is what one named just before can be called. */
bool ws_epithet_calls(const ws_scene *scene, uint32_t m);

/* Whether person id cannot be whom description m means: "the transport
 * secretary" is no commuter, "the plumber" not who met him. */
bool ws_epithet_bars(const ws_scene *scene, uint32_t m, uint32_t id);

/* "The senior Ruiz adviser", "the former aide to Ana Ruiz": whether the words
 * of mention m name person id. O(1). */
bool ws_epithet_names(const ws_scene *scene, uint32_t m, uint32_t id);

/* Whether a body's name in the words of mention m, "Rovers", stands in the same
 * sentence as mention k, behind it: "Brankovic accused his Hill Rovers". O(1).
 */
bool ws_epithet_shares(const ws_scene *scene, uint32_t m, uint32_t k);

/* Give mention m, where it is a byname ("the Dane", "the 44-year-old") or, with
 * offices, what one told of can be called ("the striker"), to the person that
 * it surely means. scene->people is people. O(1). */
void ws_epithet_join(const ws_scene *scene, uint32_t m, bool offices,
                     ws_people *people);

#endif /* WS_EPITHET_H */
