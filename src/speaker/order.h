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

#endif /* WS_ORDER_H */
