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

/* What the document states of somebody, held against a word. */
typedef enum ws_says {
    WS_SAYS_NOTHING,
    WS_SAYS_SO,
    WS_SAYS_OTHERWISE /* another place, nationality or age */
} ws_says;

/* Of the word of token i and person id. Behind ws_nominals_join. O(1). */
ws_says ws_nominal_says(const ws_people *people, uint32_t i, uint32_t id);

#endif /* WS_NOMINAL_H */
