/*
 * context.h - what stands around a quotation.
 */
#ifndef WS_CONTEXT_H
#define WS_CONTEXT_H

#include "text/document.h"

#define WS_CONTEXT 120 /* code points, at most */

/*
 * The text that ends before byte at, and the one that begins there: at most
 * WS_CONTEXT code points, cut between words where there are any. at stands on
 * a code point boundary, <= text->len. A byte order mark is left out. O(1).
 */
whosaid_span ws_context_before(const ws_text *text, uint32_t at);
whosaid_span ws_context_after(const ws_text *text, uint32_t at);

#endif /* WS_CONTEXT_H */
