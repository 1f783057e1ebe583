/*
 * byname.h - names by which people of a story are only addressed.
 */
#ifndef WS_BYNAME_H
#define WS_BYNAME_H

#include "speaker/talk.h"

/*
 * "Lizzy", whom everybody calls so and the story Elizabeth: join the two.
 * talk->called and the people of mentions are changed.
 *
 * Errors: NOMEM. O(mentions + quotations + people).
 */
WHOSAID_MUST_USE whosaid_status ws_bynames_join(ws_arena *arena,
                                                const ws_scene *scene,
                                                ws_people *people,
                                                ws_talk *talk);

#endif /* WS_BYNAME_H */
