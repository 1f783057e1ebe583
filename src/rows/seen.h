/*
 * seen.h - what was said before: same words, same speaker.
 */
#ifndef WS_SEEN_H
#define WS_SEEN_H

#include "base/hash.h"
#include "text/document.h"

/* Rows noted so far, over all documents of a writer. */
typedef struct ws_seen {
    whosaid_allocator source;
    struct ws_seen_slot *slot; /* [slots] */
    size_t slots;              /* 0 or a power of two */
    size_t count;              /* slots in use, <= 3/4 of them */
} ws_seen;

/* Start with nothing noted. Takes no memory yet. */
void ws_seen_init(ws_seen *seen, const whosaid_allocator *source);

/*
 * What a quotation is known by: its words and its speaker's, in lower case,
 * white space and punctuation left out.
 *
 *   speaker   as the row shows it; may be empty: then it is its own speaker,
 *             unknown
 *
 * O(bytes of both).
 */
ws_hash_value ws_seen_key(const ws_text *text, const whosaid_quote *quote,
                          whosaid_span speaker);

/*
 * Note a row.
 *
 *   id      its quote_id
 *   first   set to the quote_id of the first row with this key: id itself when
 *           there was none
 *   again   set to whether there was one
 *
 * Errors: NOMEM, and nothing is noted. O(1) amortised.
 */
WHOSAID_MUST_USE whosaid_status ws_seen_note(ws_seen *seen, ws_hash_value key,
                                             uint64_t id, uint64_t *first,
                                             bool *again);

/* Give its memory back. */
void ws_seen_free(ws_seen *seen);

#endif /* WS_SEEN_H */
