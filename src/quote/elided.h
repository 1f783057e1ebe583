/*
 * elided.h - apostrophes that stand for letters left out at a word's edge.
 */
#ifndef WS_ELIDED_H
#define WS_ELIDED_H

#include "text/segment.h"

/*
 * ’90s, ’tis, ’em, ’ome, rock ’n’ roll: whether the mark at the end of token
 * mark stands for letters left out of the word behind it. O(1).
 */
bool ws_elided_head(const ws_text *text, const ws_tokens *tokens,
                    uint32_t mark);

/*
 * The light o’ day, goin’ home: whether token mark stands for letters left out
 * of the word before it, and the sentence goes on. O(1).
 */
bool ws_elided_tail(const ws_text *text, const ws_tokens *tokens,
                    uint32_t mark);

/* The word is no noun, nor what stands before one: behind an apostrophe it shows
 * that no genitive ends there, which has a noun behind it. O(1). */
bool ws_elided_parts(const ws_token *word);

#endif /* WS_ELIDED_H */
