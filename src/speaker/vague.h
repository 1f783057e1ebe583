/*
 * vague.h - "a rival", "the next president": what tells little of somebody.
 */
#ifndef WS_VAGUE_H
#define WS_VAGUE_H

#include "speaker/form.h"
#include "speaker/statement.h"

/* What the statement [first, last) in a form loses against one of an office, in
 * hundredths of a logit. O(words). */
int32_t ws_vague_loss(const ws_frame *frame, ws_form form, uint32_t first,
                      uint32_t last);

/* Whether the statement [first, last) is of no office, by its words: "Former",
 * or a count that is no nobleman. O(words). */
bool ws_states_nothing(const ws_frame *frame, uint32_t first, uint32_t last);

/* Whether [first, last) is the office in more words of which the token at title
 * is the title alone, cut short: "the senator from Maine", "Sen." O(words). */
bool ws_says_in_full(const ws_frame *frame, uint32_t first, uint32_t last,
                     uint32_t title, uint32_t title_end);

#endif /* WS_VAGUE_H */
