/*
 * worded.h - given names that are words elsewhere: "An", "To", "April".
 */
#ifndef WS_WORDED_H
#define WS_WORDED_H

#include "text/segment.h"

/* "An Nguyen", "leader To Lam": the function word at token i, which has a
 * capital, is a name's first, or inside one, "Brill Evening News"; in a line that is no headline. opens: it begins a
 * sentence. O(1). */
bool ws_is_worded_given(const char *bytes, const ws_tokens *tokens, uint32_t i,
                        bool opens);

/* "April Lane", "Jan Lowe", where a sentence begins; but "April Showers". O(1). */
bool ws_is_month_name(const ws_tokens *tokens, uint32_t i);

#endif /* WS_WORDED_H */
