/*
 * beside.h - what stands on either side of the marks, and how the words
 * between them look.
 */
#ifndef WS_BESIDE_H
#define WS_BESIDE_H

#include "speaker/scene.h"

/* What stands beside the marks. */
typedef enum ws_side {
    WS_SIDE_EDGE, /* the paragraph's beginning or end */
    WS_SIDE_CUE,
    WS_SIDE_COLON,
    WS_SIDE_COMMA,
    WS_SIDE_STOP,
    WS_SIDE_OTHER_PUNCT,
    WS_SIDE_CALLED,
    WS_SIDE_DETERMINER,
    WS_SIDE_WORK,
    WS_SIDE_THAT,
    WS_SIDE_AS,
    WS_SIDE_PREPOSITION,
    WS_SIDE_NAME,
    WS_SIDE_NOUN,
    WS_SIDE_VERB,
    WS_SIDE_WORD
} ws_side;

/* What stands at token i, seen from a paragraph. */
uint32_t ws_beside(const ws_scene *scene, uint32_t i, uint32_t paragraph);

/* What stands before a quotation's marks; "known as" names, "as" alone may
 * quote. */
uint32_t ws_before(const ws_scene *scene, const ws_place *p);

/* How the last character ends the words: 0 not at all, 1 comma, 2 stop,
 * 3 question or exclamation, 4 other, 5 dash. */
uint32_t ws_ending(int32_t cp);

/* Share of capitalised words of a piece: 0 none, 1 some, 2 most, 3 all. Looks
 * at its first tokens only. */
uint32_t ws_capitals(const ws_scene *scene, const ws_piece *piece);

#endif /* WS_BESIDE_H */
