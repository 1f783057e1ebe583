/*
 * order.h - which part of a sentence is its subject, by the verb's place.
 */
#ifndef WS_ORDER_H
#define WS_ORDER_H

#include "speaker/mention.h"

/* Whether the verb of speech at token verb, the second part of a sentence that
 * a preposition opens, has its subject behind it. O(1). */
bool ws_order_is_second(const ws_mentions *mentions, uint32_t verb);

/* Whether mention before, which reaches to a verb, is the object of it, and
 * mention behind, which follows it, the subject. O(1). */
bool ws_order_is_fronted(const ws_mentions *mentions, uint32_t before,
                         uint32_t behind);

/* "Gibt es", "es gab": whether the verb at token verb says that there is
 * something. O(1). */
bool ws_order_exists(const ws_phrases *phrases, uint32_t verb);

/* The subject of the clause that the verb of speech at token verb closes, where
 * its first words tell it: of whom a relative clause with marks tells, "wie Vogt
 * am Abend sagte"; or WHOSAID_NONE. O(1). */
uint32_t ws_order_closed(const ws_mentions *mentions, uint32_t verb);

/* "In einer Erklärung [des Amtes]": whose paper mention m is, or m where it is
 * none; WHOSAID_NONE where nobody is told of. O(1). */
uint32_t ws_order_owner(const ws_mentions *mentions, uint32_t m);

/* "Those polled said [Ana Ruiz] has the edge": whether mention m, behind a verb
 * of speech, has a verb of its own, and is what that one says. O(1). */
bool ws_order_is_reported(const ws_mentions *mentions, uint32_t m);

#endif /* WS_ORDER_H */
