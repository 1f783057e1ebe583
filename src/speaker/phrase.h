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

/* End of the noun phrase that begins at token first, at most limit; first
 * when none begins there. Stops before a genitive. O(words). */
uint32_t ws_phrase_end(const ws_phrases *phrases, uint32_t first,
                       uint32_t limit);

/* "King's College", "the Writers’ Guild": where a body's name ends whose owner
 * stands in the phrase [i, last) and is no person's name; last where none is.
 * O(1). */
uint32_t ws_phrase_owned_body(const ws_phrases *p, uint32_t i, uint32_t last,
                              uint32_t limit);

/* First token behind the "of the Ministry of Health in Rome" that begins at
 * token at; at when nothing does. O(words), at most 24. */
uint32_t ws_phrase_tail(const ws_phrases *phrases, uint32_t at, uint32_t limit);

/* Whether a verb of speech stands at token i, adverbs and auxiliaries skipped:
 * a phrase that ends there is its subject. O(1). */
bool ws_phrase_is_subject(const ws_phrases *phrases, uint32_t i,
                          uint32_t limit);

#endif /* WS_PHRASE_H */
