/*
 * named.h - "the young man" of a story, whom the talk names.
 */
#ifndef WS_NAMED_H
#define WS_NAMED_H

#include "speaker/talk.h"

/*
 * Give the people of a story who are brought in without a name the one by which
 * they answer or which they tell. people->of and people->sure are changed: whom
 * the pronouns mean is then to be found anew.
 *
 * Errors: NOMEM. O(tokens + mentions + quotations).
 */
WHOSAID_MUST_USE whosaid_status ws_named_join(ws_arena *arena,
                                              const ws_scene *scene,
                                              ws_people *people);

/* Tell the sex of those whom a story calls by a given name alone that might be
 * a surname elsewhere ("Tom"), or by a man's title ("Colonel Lane"). Whether
 * any was told. O(mentions). */
bool ws_named_genders(const ws_scene *scene, ws_people *people);

#endif /* WS_NAMED_H */
