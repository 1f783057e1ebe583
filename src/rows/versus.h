/*
 * versus.h - two sayings side by side: which words differ, for a person to read.
 */
#ifndef WS_VERSUS_H
#define WS_VERSUS_H

#include "base/arena.h"
#include "rows/cell.h"

/*
 * Write what differs as a word diff: "he went [-on-] {+away+} again". [-so-] is
 * the first text's alone, {+so+} the second's; a few words of the second stand
 * about each, an ellipsis for those between. Case and punctuation are no
 * difference. Empty when no word differs.
 *
 *   out   belongs to arena
 *
 * Errors: NOMEM. O(bytes of both), with a constant of some hundreds at worst:
 * where more than WS_VERSUS_MOST words differ, all that lies between the first
 * and the last of them is shown as one difference.
 */
#define WS_VERSUS_MOST 128

WHOSAID_MUST_USE whosaid_status ws_versus(ws_arena *arena, ws_cell first,
                                          ws_cell second, ws_cell *out);

#endif /* WS_VERSUS_H */
