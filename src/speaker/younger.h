/*
 * younger.h - "the younger Malone": which of those who bear a surname.
 */
#ifndef WS_YOUNGER_H
#define WS_YOUNGER_H

#include "speaker/bearer.h"

/* Whether mention m, a surname, tells two bearers apart by age: the token at
 * which it begins to, "younger"; or NONE. O(1). */
uint32_t ws_younger(const ws_joiner *j, uint32_t m);

/* The person whom it means, by age or by kin; NONE where the text does not tell.
 * Sets whether all bearers known were excluded, or one of two cannot be chosen: it
 * means none of them for sure. O(1). */
uint32_t ws_younger_of(const ws_joiner *j, uint32_t m, bool *other);

#endif /* WS_YOUNGER_H */
