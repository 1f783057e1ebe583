/*
 * sayer.h - who has just said something, and goes on.
 */
#ifndef WS_SAYER_H
#define WS_SAYER_H

#include "speaker/rival.h"

/* "Her sister, Ana Price, said that many came. / “...,” she told the paper": the
 * person who alone says something in the paragraph before that of a pronoun in
 * the tag of words with which its paragraph opens; or NONE. O(1). */
uint32_t ws_sayer_before(const ws_stage *stage, uint32_t pronoun);

#endif /* WS_SAYER_H */
