/*
 * acted.h - "Hill once called her": she is not Hill.
 */
#ifndef WS_ACTED_H
#define WS_ACTED_H

#include "speaker/rival.h"

/* The person who does something to the one whom a pronoun means, him or her:
 * the subject of the verb just before it; or NONE. O(1). */
uint32_t ws_acts_on(const ws_stage *stage, uint32_t pronoun);

#endif /* WS_ACTED_H */
