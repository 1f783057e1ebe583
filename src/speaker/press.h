/*
 * press.h - "sagte die Ministerin der Nordzeitung": to whom, not whose.
 */
#ifndef WS_PRESS_H
#define WS_PRESS_H

#include "speaker/phrase.h"

/* Whether a paper or an agency is named in tokens [first, last). */
bool ws_press_is_in(const ws_phrases *phrases, uint32_t first, uint32_t last);

/* Whether what stands at token i, behind the noun phrase that begins at token
 * first right behind a verb of saying, is the paper that is told the words.
 * O(words of a phrase). */
bool ws_press_is_told(const ws_phrases *phrases, uint32_t first, uint32_t i);

#endif /* WS_PRESS_H */
