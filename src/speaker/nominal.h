/*
 * nominal.h - whom "the mayor" means.
 */
#ifndef WS_NOMINAL_H
#define WS_NOMINAL_H

#include "speaker/person.h"

/*
 * Give each nominal its person: one that the document names and whose role
 * has its noun, or a new one without a name.
 *
 * Errors: NOMEM. O(mentions): every search looks at a bounded number.
 */
WHOSAID_MUST_USE whosaid_status ws_nominals_join(ws_arena *arena,
                                                 const ws_text *text,
                                                 const ws_tokens *tokens,
                                                 const ws_mentions *mentions,
                                                 ws_people *people);

#endif /* WS_NOMINAL_H */
