/*
 * ranked.h - "the Bishop", who is Bishop Lane.
 */
#ifndef WS_RANKED_H
#define WS_RANKED_H

#include "speaker/bearer.h"

/* File person id under the title that stands before the last word of name m.
 * O(1). */
void ws_ranked_file(ws_joiner *j, uint32_t m, uint32_t id);

/* The person whom "the Bishop", name m, means by his title; the one named last
 * before it, of several; or NONE. Sets whether there are several. O(1). */
uint32_t ws_ranked(const ws_joiner *j, uint32_t m, bool *shared);

#endif /* WS_RANKED_H */
