/*
 * sole.h - the only one told of before a byname.
 */
#ifndef WS_SOLE_H
#define WS_SOLE_H

#include "speaker/scene.h"

/* Several words with capitals, of which nothing is known in another language;
 * may be somebody. */
bool ws_sole_is_unknown(const ws_scene *scene, const ws_person *person);

/* Who asks in the paragraph before that of mention m, whose answer is
 * another's; or NONE. O(1). */
uint32_t ws_sole_asker(const ws_scene *scene, uint32_t m);

/* Of those told of in mention m's paragraph before it, or where there are none
 * in the paragraph before, the only one; NONE where there are two or somebody
 * has no name. O(1). */
uint32_t ws_sole(const ws_scene *scene, uint32_t m);

#endif /* WS_SOLE_H */
