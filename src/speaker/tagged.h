/*
 * tagged.h - which sentences are tagged: those that can matter.
 */
#ifndef WS_TAGGED_H
#define WS_TAGGED_H

#include "quote/quotation.h"
#include "text/tag.h"

/*
 * Tag the sentences in which a quotation stands, and those near it: from
 * WS_TAGGED_BEFORE before it to WS_TAGGED_BEHIND behind. Tokens of other
 * sentences, and those between marks but for the edges, have tag 0. Errors: NOMEM. O(bytes).
 */
WHOSAID_MUST_USE whosaid_status ws_tagged(ws_arena *arena, const ws_text *text,
                                          const ws_tokens *tokens,
                                          const ws_pieces *pieces,
                                          const ws_sentences *sentences,
                                          ws_tags *tags);

enum { WS_TAGGED_BEFORE = 1, WS_TAGGED_BEHIND = 1 };

#endif /* WS_TAGGED_H */
