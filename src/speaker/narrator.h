/*
 * narrator.h - who says "I" in a story.
 */
#ifndef WS_NARRATOR_H
#define WS_NARRATOR_H

#include "speaker/talk.h"

/* "I" outside the marks, but for "we". */
bool ws_is_narrator(const ws_mention *mention);

/*
 * Make one person of every "I" outside the marks of a story: somebody of whom
 * it tells the name, or else somebody new. Whom the words address may become
 * that person too. talk->narrator is who it is, where a name is known, or
 * WHOSAID_NONE.
 *
 * Errors: NOMEM. O(tokens + mentions + people).
 */
WHOSAID_MUST_USE whosaid_status ws_narrator_join(ws_arena *arena,
                                                 const ws_scene *scene,
                                                 const ws_classes *classes,
                                                 ws_people *people,
                                                 ws_talk *talk);

#endif /* WS_NARRATOR_H */
