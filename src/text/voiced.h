/*
 * voiced.h - nouns of no list that a text lets speak.
 */
#ifndef WS_VOICED_H
#define WS_VOICED_H

#include "text/segment.h"

/*
 * Where nouns have capitals: give a noun that some tag shows to speak ("sagte
 * der Frosch") the classes of somebody, wherever an article stands before it.
 * Tokens have the classes of their language.
 *
 * O(tokens): a bounded number of nouns is kept.
 */
void ws_voiced_read(const char *bytes, ws_tokens *tokens);

#endif /* WS_VOICED_H */
