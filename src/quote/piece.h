/*
 * piece.h - a piece: what stands between one pair of marks, within one
 * paragraph.
 */
#ifndef WS_PIECE_H
#define WS_PIECE_H

#include "quote/mark.h"

enum {
    WS_PIECE_LEVELS = 3 /* kept; what nests deeper is part of what is around */
};

typedef struct ws_piece {
    uint32_t open;  /* bytes: where the opening mark begins; = begin where a
                     * torn speech goes on without one */
    uint32_t begin; /* where the words begin (white space trimmed) */
    uint32_t end;   /* where they end; begin < end */
    uint32_t close; /* where the closing mark ends; = end when unclosed */
    uint32_t first; /* tokens strictly between the marks: [first, last) */
    uint32_t last;
    uint32_t paragraph;
    uint32_t parent;  /* index of the piece around it, or WHOSAID_NONE */
    uint32_t goes_on; /* index of the piece of an earlier paragraph, or of the
                       * same one where a mark re-opens in mid-speech, whose
                       * speech this one goes on; WHOSAID_NONE otherwise */
    uint8_t depth;    /* 0 = outermost */
    uint8_t family;   /* ws_mark_family of the opening mark */
    bool unclosed;    /* ends without a mark: at its paragraph's end, before a
                       * tag or an incise */
    bool parted;      /* so it should: it is dash dialogue, or an incise
                       * follows */
} ws_piece;

typedef struct ws_pieces {
    ws_piece *piece; /* [count], by open; they nest or part */
    uint32_t count;
    uint32_t *inside; /* [tokens]: 1 + index of the outermost piece whose
                       * marks or words hold the token, or 0 */
    uint32_t *opened; /* [tokens + 1]: outermost pieces that open before it */
    bool singles;     /* single marks are the document's first convention */
} ws_pieces;

#endif /* WS_PIECE_H */
