/*
 * repeat.h - stretches of words that stand somewhere else as well.
 */
#ifndef WS_REPEAT_H
#define WS_REPEAT_H

#include "base/arena.h"

/* Some words that were looked for. */
typedef struct ws_repeat_slot {
    uint64_t hash; /* of the words; 0: a free slot */
    bool met;
} ws_repeat_slot;

/* A stretch, known by its first and its last words; 0: it has too few. */
typedef struct ws_repeat {
    uint64_t first;
    uint64_t last;
} ws_repeat;

typedef struct ws_repeats {
    ws_repeat *repeat; /* [count] */
    uint32_t count;
    ws_repeat_slot *slot; /* [slots] */
    uint32_t slots;       /* a power of two */
} ws_repeats;

/* Make room for some stretches. Errors: NOMEM. */
WHOSAID_MUST_USE whosaid_status ws_repeats_init(ws_arena *arena, uint32_t count,
                                                ws_repeats *repeats);

/* The i-th stretch is this text: marks, case and white space aside. One of
 * fewer than three words is never met. O(len). */
void ws_repeats_set(ws_repeats *repeats, uint32_t i, const char *text,
                    uint32_t len);

/* Look through a text, in which a stretch may stand. O(len). */
void ws_repeats_look(ws_repeats *repeats, const char *text, uint32_t len);

/* Whether the words that stretch i begins and ends with were met. */
bool ws_repeats_met(const ws_repeats *repeats, uint32_t i);

#endif /* WS_REPEAT_H */
