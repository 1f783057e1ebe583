/*
 * usual.h - the name by which a long story calls somebody.
 */
#ifndef WS_USUAL_H
#define WS_USUAL_H

#include "speaker/person.h"

/*
 * For the people of a long story the mention that gives the name printed:
 * mention where another whole name is the usual one, used where a single name
 * is. Nothing is done in a text as short as an article.
 *
 * Errors: NOMEM. O(mentions).
 */
WHOSAID_MUST_USE whosaid_status ws_people_usual(ws_arena *arena,
                                                const ws_text *text,
                                                const ws_tokens *tokens,
                                                const ws_mentions *mentions,
                                                ws_people *people);

#endif /* WS_USUAL_H */
