/*
 * bare.h - genitives and contractions whose apostrophe was lost.
 */
#ifndef WS_BARE_H
#define WS_BARE_H

#include "text/segment.h"

/*
 * Cut "Todds", "NBCs" and "citys" in two where they stand for "Todd's",
 * "NBC's" and "city's": the name and a token s with WS_SHAPE_GENITIVE. Give
 * "dont" and its like the classes of "don't". Where a space is in each
 * apostrophe's place, "Todd s", the s gets WS_SHAPE_GENITIVE.
 *
 *   tokens   of the document; a longer array takes their place where any is cut
 *
 * A document that has its apostrophes is left as it is, but for an acronym
 * before a name. Errors: NOMEM. O(len).
 */
WHOSAID_MUST_USE whosaid_status ws_bare_read(ws_arena *arena,
                                             const ws_text *text,
                                             ws_tokens *tokens);

#endif /* WS_BARE_H */
