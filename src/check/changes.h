/*
 * changes.h - what differs, for a person to read.
 */
#ifndef WS_CHANGES_H
#define WS_CHANGES_H

#include "check/verdict.h"

/*
 * Write what differs as a word diff: "he went [-on-] {+away+} again". [-so-]
 * is the source's alone, {+so+} the draft's; a few words about each stand by
 * it, an ellipsis for those between; || stands where the source's words stand
 * apart. Empty when no word differs.
 *
 *   out   belongs to arena
 *
 * Errors: NOMEM. O(bytes of the quotation and of what is left out).
 */
WHOSAID_MUST_USE whosaid_status ws_changes(
    ws_arena *arena, const ws_quoted *quoted, const ws_align *align,
    const ws_spoken *spoken, const ws_judgement *judgement, ws_cell *out);

#endif /* WS_CHANGES_H */
