/*
 * familiar.h - "the older man" of a talk between two.
 */
#ifndef WS_FAMILIAR_H
#define WS_FAMILIAR_H

#include "speaker/talk.h"

/*
 * Give "the older man" of a short story, who never came in as "a man", the
 * other one of the two who have just talked. people->of and people->sure of
 * such mentions are changed.
 *
 * Errors: NOMEM. O(mentions + quotations).
 */
WHOSAID_MUST_USE whosaid_status ws_familiar_join(ws_arena *arena,
                                                 const ws_scene *scene,
                                                 ws_people *people);

#endif /* WS_FAMILIAR_H */
