/*
 * signs.h - what of a plain text's bytes is its layout.
 */
#ifndef WS_SIGNS_H
#define WS_SIGNS_H

#include "base/arena.h"

/* What becomes of a byte. A set of bits. */
enum {
    WS_SIGNS_DROP = 1,  /* it is no part of the text */
    WS_SIGNS_BREAK = 2, /* a line end comes before it */
    WS_SIGNS_SPACE = 4, /* a space is in its place */
    WS_SIGNS_COLON = 8, /* a colon and a space are in its place */
    WS_SIGNS_BLANK = 16 /* a space is in its character's place */
};

/* A text, and what becomes of it. */
typedef struct ws_signs {
    const char *bytes; /* [len] borrowed */
    uint32_t len;
    uint32_t begin; /* what is read: [begin, end) */
    uint32_t end;
    uint8_t *mark; /* [len] WS_SIGNS_* */
} ws_signs;

/* One line of a text: [begin, end), its end at [end, next). */
typedef struct ws_signs_line {
    uint32_t begin;
    uint32_t end;
    uint32_t next;
} ws_signs_line;

/* The line that begins at byte at. O(line). */
ws_signs_line ws_signs_line_at(const ws_signs *plain, uint32_t at);

/* The same without what is dropped and white at its begin, and white at its
 * end. */
ws_signs_line ws_signs_words(const ws_signs *plain, ws_signs_line line);

/* Whether words stand at byte at, before end. */
bool ws_signs_has(const ws_signs *plain, uint32_t at, uint32_t end,
                  const char *words);

/* Mark all of [begin, end). */
void ws_signs_mark(ws_signs *plain, uint32_t begin, uint32_t end, uint8_t mark);

#endif /* WS_SIGNS_H */
