/*
 * placed.h - words that are what they are by where they stand.
 */
#ifndef WS_PLACED_H
#define WS_PLACED_H

#include "quote/quotation.h"

/*
 * Make a word a verb of saying that stands where only one can, and a word with
 * a capital an adverb likewise: in a document of a language whose nouns have
 * capitals (tongue.h), before mentions are found. O(tokens).
 */
void ws_placed_read(const ws_text *text, ws_tokens *tokens,
                    const ws_pieces *pieces, const ws_sentences *sentences);

#endif /* WS_PLACED_H */
