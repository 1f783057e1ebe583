/*
 * participle.h - who speaks by a verb that hangs on another: "heard her say".
 */
#ifndef WS_PARTICIPLE_H
#define WS_PARTICIPLE_H

#include "speaker/naming.h"

/* "the claim", "his first report": whether the verb form of token i, in a
 * sentence that begins at token first, stands as a noun. */
bool ws_verb_is_noun(const ws_token *token, uint32_t first, uint32_t i);

/* Who speaks by the verb of token cue, in a sentence that begins at token
 * first, because another word makes it so; a mention, or NONE. O(1). */
uint32_t ws_participle_speaker(const ws_mentions *mentions,
                               const ws_token *token, uint32_t first,
                               uint32_t cue);

#endif /* WS_PARTICIPLE_H */
