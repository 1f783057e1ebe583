/*
 * hyphen.h - words that a hyphen at a line's end parts.
 */
#ifndef WS_HYPHEN_H
#define WS_HYPHEN_H

#include "text/signs.h"

/* What the hyphen at a line's end is. */
typedef enum ws_hyphen {
    WS_HYPHEN_NONE,  /* there is none, or it parts no word */
    WS_HYPHEN_PARTS, /* it came with the line's end: "Minis-" "ter" */
    WS_HYPHEN_JOINS  /* it is the word's own: "well-" "known" */
} ws_hyphen;

/*
 * Look at the end of a line's words.
 *
 *   next   the words of the line that goes on there
 *   len    bytes of the hyphen
 *
 * O(word).
 */
ws_hyphen ws_hyphen_at(const ws_signs *plain, ws_signs_line words,
                       ws_signs_line next, uint32_t *len);

/* Mend the words that are parted in a text of short lines: the rest of each
 * comes up to the line that it begins on. O(len). */
void ws_hyphen_mark(ws_signs *plain);

#endif /* WS_HYPHEN_H */
