/*
 * merge.h - double and single marks' pieces put together.
 */
#ifndef WS_MERGE_H
#define WS_MERGE_H

#include "quote/piece.h"

/* Pieces as they were paired, in two runs, each by open. */
typedef struct ws_paired {
    const ws_token *token;
    uint32_t tokens;
    const ws_piece *piece; /* [count]; last <= first: none after all */
    uint32_t count;
    uint32_t doubles; /* those before it are of double marks or guillemets */
    uint8_t style;    /* whosaid_quote_style */
    uint32_t *moved;  /* [count], to work in: where each went */
} ws_paired;

/*
 * Put both runs into pieces, whose arrays are there: piece [paired->count],
 * inside zeroed. Returns the steps it took. O(pieces + tokens).
 */
uint64_t ws_pieces_merge(const ws_paired *paired, ws_pieces *pieces);

#endif /* WS_MERGE_H */
