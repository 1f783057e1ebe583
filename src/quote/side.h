/*
 * side.h - which way a mark faces where its neighbours do not tell.
 */
#ifndef WS_SIDE_H
#define WS_SIDE_H

#include "quote/mark.h"

/*
 * Decide for every straight mark that may open as well as close, by what stands
 * in its paragraph. Errors: NOMEM. O(marks + tokens of paragraphs that hold
 * such a mark).
 */
WHOSAID_MUST_USE whosaid_status ws_sides_settle(ws_arena *arena,
                                                const ws_tokens *tokens,
                                                ws_marks *marks);

#endif /* WS_SIDE_H */
