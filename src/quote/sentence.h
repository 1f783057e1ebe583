/*
 * sentence.h - sentences of the narration. A quotation is cut with the
 * sentence around it: full stops inside marks end nothing, unless the
 * quotation is followed by the beginning of a new sentence.
 */
#ifndef WS_SENTENCE_H
#define WS_SENTENCE_H

#include "quote/pair.h"

typedef struct ws_sentence {
    uint32_t first; /* tokens [first, last) */
    uint32_t last;
} ws_sentence;

typedef struct ws_sentences {
    ws_sentence *sentence; /* [count]; they cover every token, in order */
    uint32_t count;
    uint32_t *of; /* [tokens]: index of each token's sentence */
    bool glued; /* its paragraphs were lost: most of the text stands in ones of
                   * many sentences, as where a page became one line */
} ws_sentences;

/* Cut the narration into sentences. Errors: NOMEM. O(tokens). */
WHOSAID_MUST_USE whosaid_status ws_sentences_cut(ws_arena *arena,
                                                 const ws_text *text,
                                                 const ws_tokens *tokens,
                                                 const ws_pieces *pieces,
                                                 ws_sentences *sentences);

/* Whether three quarters of a text stand in paragraphs of many sentences.
 * O(sentences). */
bool ws_sentences_glued(const ws_tokens *tokens, const ws_sentences *sentences);

#endif /* WS_SENTENCE_H */
