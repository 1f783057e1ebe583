/*
 * nearest.h - whom "dieser" means: the one who was told of last.
 */
#ifndef WS_NEAREST_H
#define WS_NEAREST_H

#include "speaker/rival.h"

/* The person whom a pronoun like "dieser" that speaks means: the last one told of
 * who agrees, and did not speak before; NONE for any other pronoun. O(1). */
uint32_t ws_nearest_told(const ws_stage *stage, uint32_t pronoun);

#endif /* WS_NEAREST_H */
