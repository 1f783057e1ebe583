/*
 * beat.h - "Crane took off his hat. “Well,” he said": of whom a story tells
 * right before the words that a pronoun speaks.
 */
#ifndef WS_BEAT_H
#define WS_BEAT_H

#include "speaker/rival.h"

/* The mention that is the subject of the last sentence told before the words
 * that a pronoun speaks, in their paragraph, where the pronoun can mean it and
 * no other subject there; or WHOSAID_NONE. O(1). */
uint32_t ws_beat_subject(const ws_stage *stage, uint32_t pronoun);

#endif /* WS_BEAT_H */
