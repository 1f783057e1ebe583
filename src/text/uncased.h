/*
 * uncased.h - names and words in scripts without capitals.
 */
#ifndef WS_UNCASED_H
#define WS_UNCASED_H

#include "text/segment.h"

/* How words of the document's language are looked up: 0 for no word. */
typedef struct ws_uncased_words {
    ws_lex (*find)(const void *list, const char *word, size_t len);
    const void *list;
} ws_uncased_words;

/*
 * Give tokens of scripts without capitals what capitals tell elsewhere.
 *
 *   tokens   with the classes of single words; a run of letters without space
 *            between is several tokens, of which those that make a word get its
 *            classes here; those that are likely a name get WS_SHAPE_CAPITAL
 *
 * O(tokens).
 */
void ws_uncased_read(const ws_text *text, ws_tokens *tokens,
                     const ws_uncased_words *words);

#endif /* WS_UNCASED_H */
