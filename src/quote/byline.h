/*
 * byline.h - where the lines over an article end that were glued to its first
 * sentence: "Fete cancelled By Ana Ruiz, Court Reporter Jo Hill has said ...".
 */
#ifndef WS_BYLINE_H
#define WS_BYLINE_H

#include "quote/pair.h"

enum { WS_BYLINE_ENDS = 12 }; /* most that are told */

/* Tokens with which such lines end. */
typedef struct ws_byline {
    uint32_t end[WS_BYLINE_ENDS]; /* in order */
    uint32_t count;
} ws_byline;

/* Look at the first tokens of a document. O(1). */
ws_byline ws_byline_find(const char *bytes, const ws_tokens *tokens,
                         const ws_pieces *pieces);

#endif /* WS_BYLINE_H */
