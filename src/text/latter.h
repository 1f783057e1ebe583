/*
 * latter.h - "sagte dieser": an article that stands for somebody.
 */
#ifndef WS_LATTER_H
#define WS_LATTER_H

#include "text/segment.h"

/*
 * Where nouns have capitals: make a pronoun of "dieser" beside a verb of saying
 * and no noun, and an adverb of "da" right behind one. Tokens have the classes of
 * their language.
 *
 * O(tokens).
 */
void ws_latter_read(const char *bytes, ws_tokens *tokens);

#endif /* WS_LATTER_H */
