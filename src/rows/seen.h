/*
 * seen.h - what was said before: the same words, or nearly, and who said them.
 */
#ifndef WS_SEEN_H
#define WS_SEEN_H

#include "base/arena.h"
#include "rows/words.h"

/* Rows noted so far, over all documents of a writer. */
typedef struct ws_seen {
    whosaid_allocator source;
    struct ws_seen_chunk *chunk; /* [chunks] of entries, in their order */
    uint32_t chunks;             /* room for them */
    uint32_t entries;
    uint32_t *slot; /* [slots] where entries are found */
    uint32_t slots;
    uint32_t used;  /* of slots, <= 7/8 of them */
    uint64_t steps; /* slots looked at; for tests */
} ws_seen;

/* What a row is like. */
typedef struct ws_seen_as {
    bool again;         /* an earlier row has the same words and speaker: */
    uint64_t first;     /* the first such; else the row's own id */
    uint64_t group;     /* the first row with the same words or nearly the same,
                     * whoever said them; else the row's own id */
    bool other_words;   /* its words are not the same */
    bool other_speaker; /* it has a speaker, so has the row, and their names
                         * are not the same */
    int64_t more;       /* words that the row has more than it; < 0: fewer */
} ws_seen_as;

/* Start with nothing noted. Takes no memory yet. */
void ws_seen_init(ws_seen *seen, const whosaid_allocator *source);

/*
 * Note a row.
 *
 *   id        its quote_id
 *   words     what is said
 *   speaker   as the row shows it; empty: unknown, and all the unknown are one
 *
 * Errors: NOMEM, and nothing is noted. O(len of speaker), amortised. Keeps 64
 * bytes at most, but for a few KiB that do not grow.
 */
WHOSAID_MUST_USE whosaid_status ws_seen_note(ws_seen *seen, uint64_t id,
                                             const ws_sketch *words,
                                             ws_cell speaker, ws_seen_as *as);

/* Give its memory back. */
void ws_seen_free(ws_seen *seen);

#endif /* WS_SEEN_H */
