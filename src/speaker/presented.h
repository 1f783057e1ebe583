/*
 * presented.h - "I'm Ana Ruiz": who tells his own name.
 */
#ifndef WS_PRESENTED_H
#define WS_PRESENTED_H

#include "speaker/rival.h"

/* The mention by which whoever speaks the tokens [begin, end) tells his own
 * name, or NONE. O(tokens). */
uint32_t ws_presented(const ws_text *text, const ws_tokens *tokens,
                      const ws_mentions *mentions, uint32_t begin,
                      uint32_t end);

/* "“I'm Ana Ruiz,” she said": the person as whom the one that the pronoun
 * means makes himself known, if he can be that one; or NONE. O(tokens). */
uint32_t ws_presented_as(const ws_stage *stage, uint32_t pronoun);

/* "Are you Ana Ruiz?", "You must be Ruiz.": whether name m, between marks, is
 * said to be that of the one who is spoken to. A bounded number of looks. */
bool ws_presented_you(const ws_tokens *tokens, const ws_mention *m);

#endif /* WS_PRESENTED_H */
