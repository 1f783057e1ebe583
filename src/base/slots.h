/*
 * slots.h - a table of hashes: which number a key leads to.
 */
#ifndef WS_SLOTS_H
#define WS_SLOTS_H

#include "base/arena.h"

typedef struct ws_slot {
    uint64_t key;
    uint32_t value; /* 0: free */
} ws_slot;

typedef struct ws_slots {
    ws_slot *slot; /* [slots], a power of two; at least half stay free */
    size_t slots;
} ws_slots;

/* Make an empty table for at most so many keys. Errors: NOMEM. O(most). */
WHOSAID_MUST_USE whosaid_status ws_slots_init(ws_arena *arena, size_t most,
                                              ws_slots *slots);

/* Empty it again. O(most). */
void ws_slots_clear(ws_slots *slots);

/* The slot that holds a key, or the free one where it goes: who fills it sets
 * key and value. Keys need not be mixed: 1, 2, 3 do not stand side by side.
 * O(1) on average. */
ws_slot *ws_slots_find(const ws_slots *slots, uint64_t key);

#endif /* WS_SLOTS_H */
