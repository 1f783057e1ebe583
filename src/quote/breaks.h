/*
 * breaks.h - paragraphs that were glued together without a space, parted again:
 * "“We waited.”Ana Ruiz left."
 */
#ifndef WS_BREAKS_H
#define WS_BREAKS_H

#include "quote/sentence.h"

/* Part the paragraphs of text, tokens and pieces where they were glued: each
 * part keeps the number of the whole one. Tells sentences->glued anew. Errors:
 * NOMEM. O(tokens). */
WHOSAID_MUST_USE whosaid_status ws_breaks_part(ws_arena *arena, ws_text *text,
                                               ws_tokens *tokens,
                                               ws_pieces *pieces,
                                               ws_sentences *sentences);

#endif /* WS_BREAKS_H */
