/*
 * tongue.h - documents in a language that the lists cannot read.
 */
#ifndef WS_TONGUE_H
#define WS_TONGUE_H

#include "text/segment.h"

/* Whether the lists know too few words for the document to be in their
 * language; counts them into tokens->known and tokens->plain. O(tokens). */
bool ws_tongue_is_other(ws_tokens *tokens);

/*
 * Count how much of a document the lists know, into tokens->known and
 * tokens->plain. Where they know too little for it to be in their language,
 * find out which it is, by its little words, and give each word the classes
 * that it has there: pronouns, prepositions, verbs of saying, offices. Of what
 * the lists said, names alone stay.
 *
 * O(tokens).
 */
void ws_tongue_read(const ws_text *text, ws_tokens *tokens);

#endif /* WS_TONGUE_H */
