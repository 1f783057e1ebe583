/*
 * torn.h - where speech ends whose closing mark was forgotten.
 */
#ifndef WS_TORN_H
#define WS_TORN_H

#include "quote/mark.h"

typedef struct ws_torn {
    const ws_token *token;
    uint64_t steps;
} ws_torn;

/* A form of a verb that tells of speech: said, not saying or say. */
bool ws_torn_cue(const ws_token *token);

/* A sentence ended with this token. */
bool ws_torn_stop(const ws_token *token);

/*
 * The token behind the comma before the first tag in [first, last), or last.
 * Only up to the next mark: beyond it the words are somebody else's.
 *
 *   surely   the closing mark was forgotten: a tag may begin behind a question
 *            or an exclamation too, and go on
 */
uint32_t ws_torn_tag(ws_torn *t, uint32_t first, uint32_t last, bool surely);

/* He left. Ann Lee added: "Two.": the token where the sentence begins that
 * leads in the mark at token to, or to. */
uint32_t ws_torn_lead(ws_torn *t, uint32_t first, uint32_t to);

/* The stop of the first sentence in [first, last), where another one begins
 * behind it, or last. */
uint32_t ws_torn_sentence(ws_torn *t, uint32_t first, uint32_t last);

/* "Her album 'Bruises' sold well": whether a few words with capitals, tokens
 * [first, end), stand between marks in mid-sentence. O(1). */
bool ws_torn_title(const ws_torn *torn, uint32_t first, uint32_t end);

#endif /* WS_TORN_H */
