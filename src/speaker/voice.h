/*
 * voice.h - who stands behind a transcript's labels.
 */
#ifndef WS_VOICE_H
#define WS_VOICE_H

#include "quote/turn.h"
#include "speaker/attribute.h"

/*
 * Give each turn its speaker: the mention in its label; for the answers of
 * Q and A the one person that the headline, or all that stands before the
 * first label, names. A question has none.
 *
 *   attribution   the choices of quotations that are turns are set
 *
 * Errors: NOMEM. O(quotations + people).
 */
WHOSAID_MUST_USE whosaid_status ws_voices(ws_arena *arena,
                                          const ws_scene *scene,
                                          const ws_turns *turns,
                                          ws_attribution *attribution);

/* The speaker as a turn's label writes it, its article left out. Bytes. */
whosaid_span ws_voice_words(const ws_tokens *tokens, const ws_label *label);

#endif /* WS_VOICE_H */
