/*
 * filing.h - who is called by a word: ids filed under words and found again.
 */
#ifndef WS_FILING_H
#define WS_FILING_H

#include "text/segment.h"

enum { WS_FILING_CHAIN = 32 }; /* entries of a chain looked at */

typedef struct ws_filing_entry {
    uint64_t hash;
    uint32_t id;
    uint32_t next; /* older entry of the same slot, 1-based; 0 ends */
} ws_filing_entry;

/* Chains of entries by hash. A search follows WS_FILING_CHAIN entries at most,
 * so a hostile document costs no more than another. */
typedef struct ws_filing {
    const char *bytes;
    const ws_token *token;
    ws_filing_entry *entry; /* [most], entry[0] unused */
    uint32_t entries;
    uint32_t most;
    uint32_t *slot; /* [slots], 1-based entry, 0 empty */
    uint32_t slots; /* a power of two */
} ws_filing;

/* Room for count entries. Errors: NOMEM. */
WHOSAID_MUST_USE whosaid_status ws_filing_init(ws_arena *arena,
                                               const ws_text *text,
                                               const ws_tokens *tokens,
                                               size_t count, ws_filing *filing);

enum { WS_FILING_BYTES = 96 }; /* longest word compared */

/* Folded bytes of token i, its full stops at the end left out; returns their
 * number, 0 when there are too many. */
size_t ws_filing_fold(const ws_filing *filing, uint32_t i,
                      char key[WS_FILING_BYTES]);

/* What len bytes hash to as a part; the same word is another key as another
 * part. */
uint64_t ws_filing_hash(const char *bytes, size_t len, unsigned part);

/* Likewise the words [first, last). */
uint64_t ws_filing_key(const ws_filing *filing, uint32_t first, uint32_t last,
                       unsigned part);

/* Likewise token i with its letters behind the first in order and no two alike
 * in a row as they stand: "Keidis" is "Kieddis". 0 where that leaves fewer than
 * five. */
uint64_t ws_filing_slip(const ws_filing *filing, uint32_t i, unsigned part);

/* Likewise the initials of the words [first, last) with a capital: "IF" of
 * "International Federation of ...". 0 for fewer than two. */
uint64_t ws_filing_initials(const ws_filing *filing, uint32_t first,
                            uint32_t last, unsigned part);

/* File id under hash; nothing happens when there is no room. */
void ws_filing_put(ws_filing *filing, uint64_t hash, uint32_t id);

/* The next entry filed under hash behind entry e (0: the newest); 0: none. */
uint32_t ws_filing_find(const ws_filing *filing, uint64_t hash, uint32_t e);

#endif /* WS_FILING_H */
