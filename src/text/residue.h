/*
 * residue.h - what other encodings left in a text in place of its marks.
 */
#ifndef WS_RESIDUE_H
#define WS_RESIDUE_H

#include "text/document.h"

/* Something that is told once a document: its first place and how often. */
typedef struct ws_habit {
    whosaid_span first;
    uint32_t count; /* 0: there is none, and no first */
} ws_habit;

typedef struct ws_residue {
    ws_habit mojibake; /* "â€œ", U+0093, U+FFFD */
    ws_habit entity;   /* "&ldquo;" */
} ws_residue;

/* Look for what was left of marks. O(len). */
ws_residue ws_residue_find(const ws_text *text);

#endif /* WS_RESIDUE_H */
