/*
 * pair.h - marks paired into pieces.
 */
#ifndef WS_PAIR_H
#define WS_PAIR_H

#include "quote/piece.h"

/*
 * Pair marks into pieces. A piece never crosses a paragraph's end. Empty
 * pieces are dropped. Errors: NOMEM. O(marks + tokens).
 */
WHOSAID_MUST_USE whosaid_status ws_pieces_find(ws_arena *arena,
                                               const ws_text *text,
                                               const ws_tokens *tokens,
                                               const ws_marks *marks,
                                               ws_pieces *pieces);

#endif /* WS_PAIR_H */
