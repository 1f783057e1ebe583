/*
 * owned.h - whose body "her campaign" is.
 */
#ifndef WS_OWNED_H
#define WS_OWNED_H

#include "speaker/person.h"

/*
 * Give "her campaign" the name under which the document has it: "the Ruiz
 * campaign". Pronouns must have their people. Errors: NOMEM. O(mentions).
 */
WHOSAID_MUST_USE whosaid_status ws_owned_join(ws_arena *arena,
                                              const ws_text *text,
                                              const ws_tokens *tokens,
                                              const ws_mentions *mentions,
                                              ws_people *people);

#endif /* WS_OWNED_H */
