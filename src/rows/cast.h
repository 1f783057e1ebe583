/*
 * cast.h - names met so far: each once, in the order in which they came.
 */
#ifndef WS_CAST_H
#define WS_CAST_H

#include "base/arena.h"
#include "base/hash.h"
#include "rows/cell.h"

typedef struct ws_member {
    ws_hash_value key; /* of the name */
    ws_cell name;      /* a copy */
    uint64_t rows;     /* this and all below are the caller's to keep */
    uint64_t documents;
    uint64_t first;    /* number of the first row */
    uint64_t last;     /* number of the last document */
    uint64_t quote_id; /* of the first row */
    uint64_t copy;     /* that row's document: how often it came before */
    uint32_t look;
} ws_member;

typedef struct ws_cast {
    ws_arena *arena;
    ws_member *member; /* [count] */
    uint32_t *slot;    /* [slots] 1 + index of a member; 0: free */
    uint32_t count;    /* <= slots / 2 */
    uint32_t slots;    /* 0 or a power of two */
} ws_cast;

/* Start with nobody. Takes no memory yet. */
void ws_cast_init(ws_cast *cast, ws_arena *arena);

/*
 * Look a name up, and take it in where it is new: then all that the caller
 * keeps of it is 0.
 *
 *   index   of the member; member[] may move
 *
 * Errors: NOMEM. O(bytes of the name), amortised.
 */
WHOSAID_MUST_USE whosaid_status ws_cast_find(ws_cast *cast, ws_cell name,
                                             uint32_t *index);

#endif /* WS_CAST_H */
