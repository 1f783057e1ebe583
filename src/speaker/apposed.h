/*
 * apposed.h - the noun phrase just before a name says who bears it.
 */
#ifndef WS_APPOSED_H
#define WS_APPOSED_H

#include "speaker/naming.h"

/* "Secretary of state Ana Ruiz": take the office before the "of" into name m,
 * the latest mention. O(1). */
void ws_office_before(const ws_phrases *phrases, ws_mentions *mentions,
                      ws_mention *m);

/* "The group's director, Ana Ruiz", "a man named Hugh Sallis": join the
 * nominal before name m, the latest mention, to it. limit is the end of the
 * sentence, a token. O(1). */
void ws_apposed(const ws_phrases *phrases, uint32_t limit,
                ws_mentions *mentions, ws_mention *m);

/* "Trakeo, the ticketing start-up that": join nominal m, the latest mention, to
 * the name before it, which is a body's. O(1). */
void ws_body_behind(const ws_phrases *phrases, uint32_t limit,
                    ws_mentions *mentions, ws_mention *m);

/* "The Women's Institute": the body named [name, end) of a phrase. */
ws_mention ws_owned_body(uint32_t first, uint32_t name, uint32_t end);

/* "President of the Farmers' Forum": whether an office over the body stands in
 * its phrase; sets office, and leaves the name alone to body. */
bool ws_office_over(const ws_phrases *phrases, ws_mention *body,
                    ws_mention *office);

/* "Born in Ludlow": one word behind "in" that is no given name. What an
 * apposition tells is told of somebody else. */
bool ws_is_spot(const ws_phrases *phrases, const ws_mention *m);

#endif /* WS_APPOSED_H */
