/*
 * dialogue.h - where speech begins, breaks off and goes on without a mark:
 * dash dialogue, and the writer's words within guillemets.
 */
#ifndef WS_DIALOGUE_H
#define WS_DIALOGUE_H

#include "quote/mark.h"

/*
 * Add to a document's marks those of dash dialogue,
 *     — No lo sé —dijo Marta—. Pregúntale.
 * where dashes are its convention, and those around an incise:
 *     « Nous partons, dit-il. Demain. »
 * A part that goes on behind the incise has goes_on set. When style asks for
 * dashes every paragraph that begins with one is speech; when it asks for
 * another kind of mark none is.
 *
 * Errors: NOMEM; marks is then as before. O(tokens + marks).
 */
WHOSAID_MUST_USE whosaid_status ws_dialogue_mark(ws_arena *arena,
                                                 const ws_text *text,
                                                 const ws_tokens *tokens,
                                                 ws_marks *marks);

#endif /* WS_DIALOGUE_H */
