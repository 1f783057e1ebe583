/*
 * named.h - "the young man" of a story, whom the talk names.
 */
#ifndef WS_NAMED_H
#define WS_NAMED_H

#include "speaker/talk.h"

/*
 * Give the people of a story who are brought in without a name the one by which
 * they answer or which they tell. people->of and people->sure are changed, and
 * *changed tells whether. Whom the pronouns mean is then to be found anew.
 *
 * Errors: NOMEM. O(tokens + mentions + quotations).
 */
WHOSAID_MUST_USE whosaid_status ws_named_join(ws_arena *arena,
                                              const ws_scene *scene,
                                              ws_people *people, bool *changed);

#endif /* WS_NAMED_H */
