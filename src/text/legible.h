/*
 * legible.h - "im Brief war zu lesen": where words can be read or heard.
 */
#ifndef WS_LEGIBLE_H
#define WS_LEGIBLE_H

#include "text/segment.h"

/* "Auf dem Plakat war zu [lesen]", "war aus dem Amt zu [hören]": the token of the
 * preposition that tells where what can be read or heard at token i stands;
 * count where there is none. O(1). */
uint32_t ws_legible_at(const char *bytes, const ws_token *token, uint32_t i,
                       uint32_t count);

/* "Zu [lesen]": whether token i is such a verb, "zu" before it. O(1). */
bool ws_is_legible(const char *bytes, const ws_token *token, uint32_t i);

#endif /* WS_LEGIBLE_H */
