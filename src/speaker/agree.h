/*
 * agree.h - what the little words about a noun tell of it in other languages.
 */
#ifndef WS_AGREE_H
#define WS_AGREE_H

#include "speaker/naming.h"

/* Set what the article of a mention tells: case, number, sex. */
void ws_agree(const ws_phrases *phrases, ws_mention *m);

/* Whether the apostrophe at token i, in a sentence that ends at limit, makes
 * the name before it the owner of what follows: only where nouns have
 * capitals. */
bool ws_owns(const ws_phrases *phrases, uint32_t i, uint32_t limit);

#endif /* WS_AGREE_H */
