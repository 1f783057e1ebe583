/*
 * extent.h - where a noun phrase ends.
 */
#ifndef WS_EXTENT_H
#define WS_EXTENT_H

#include "speaker/phrase.h"

/* End of the noun phrase that begins at token first, at most limit; first
 * when none begins there. Stops before a genitive. O(words). */
uint32_t ws_phrase_end(const ws_phrases *phrases, uint32_t first,
                       uint32_t limit);

/* "King's College", "the Writers’ Guild": where a body's name ends whose owner
 * stands in the phrase [i, last) and is no person's name; last where none is.
 * O(words). */
uint32_t ws_phrase_owned_body(const ws_phrases *p, uint32_t i, uint32_t last,
                              uint32_t limit);

/* First token behind the "of the Ministry of Health in Rome", "close to the
 * minister" that begins at token at; at when nothing does. O(words), at most 24. */
uint32_t ws_phrase_tail(const ws_phrases *phrases, uint32_t at, uint32_t limit);

/* Whether a verb of speech stands at token i, adverbs and auxiliaries skipped:
 * a phrase that ends there is its subject. O(1). */
bool ws_phrase_is_subject(const ws_phrases *phrases, uint32_t i,
                          uint32_t limit);

/* "For Ana Ruiz, the mayor is a hero": whether a name that begins at token first
 * stands in front of a clause, so that the phrase behind its comma, which ends
 * at token behind, is that clause's subject and not she. O(1). */
bool ws_phrase_is_fronted(const ws_tokens *tokens, uint32_t first,
                          uint32_t behind);

#endif /* WS_EXTENT_H */
