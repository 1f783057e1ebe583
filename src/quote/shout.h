/*
 * shout.h - where capitals tell that a headline ends whose line break was lost:
 * "SENATE PASSES THE FARM BILL Sen. Ruiz said today", "Farm Bill Passes
 * LANSING, Mich. - Senator Ruiz said".
 */
#ifndef WS_SHOUT_H
#define WS_SHOUT_H

#include "quote/pair.h"

/* The last token of the first paragraph's headline; or WHOSAID_NONE. O(1). */
uint32_t ws_shout_end(const ws_tokens *tokens, const ws_pieces *pieces);

#endif /* WS_SHOUT_H */
