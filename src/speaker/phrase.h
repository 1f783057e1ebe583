/*
 * phrase.h - noun phrases: runs of words that can name somebody.
 */
#ifndef WS_PHRASE_H
#define WS_PHRASE_H

#include "quote/quotation.h"

/* What a word can be inside a noun phrase. */
typedef enum ws_word {
    WS_WORD_OUT,        /* ends any phrase */
    WS_WORD_NAME,       /* a capitalised word that may belong to a name */
    WS_WORD_DETERMINER, /* article, possessive, quantity */
    WS_WORD_NOUN,       /* noun of a person, body or document */
    WS_WORD_THING,      /* another noun, or a word not known */
    WS_WORD_MODIFIER,   /* adjective, number, nationality */
    WS_WORD_GENITIVE    /* 's */
} ws_word;

/* What the phrase rooms read. */
typedef struct ws_phrases {
    const char *bytes; /* of the text */
    const ws_tokens *tokens;
    const ws_pieces *pieces;
    const ws_sentences *sentences;
    uint8_t *word;  /* [tokens]: ws_word */
    bool *headline; /* [sentences]: its words are all capitalised */
} ws_phrases;

/* Class every word. Errors: NOMEM. O(tokens). */
WHOSAID_MUST_USE whosaid_status ws_phrases_class(ws_arena *arena,
                                                 const ws_text *text,
                                                 const ws_tokens *tokens,
                                                 const ws_pieces *pieces,
                                                 const ws_sentences *sentences,
                                                 ws_phrases *phrases);

/* Whether an apostrophe stands at token i, right behind an s: "the Bakers'
 * Union". O(1). */
bool ws_is_apostrophe(const ws_phrases *phrases, uint32_t i);

/* Whether the adjective at token i stands behind its noun, with what completes
 * it: "sources close to the couple", "people familiar with it"; but "the poor
 * of the town". */
bool ws_phrase_is_complemented(const ws_phrases *p, uint32_t i);

#endif /* WS_PHRASE_H */
