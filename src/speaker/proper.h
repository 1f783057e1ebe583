/*
 * proper.h - the capitalised words that end a noun phrase: a name or an office.
 */
#ifndef WS_PROPER_H
#define WS_PROPER_H

#include "speaker/naming.h"

#define WS_GIVEN_CLASSES (WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE))
#define WS_OFFICE_CLASSES \
    (WS_LEX_BIT(TITLE) | WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(ROLE))

/* MALE or FEMALE where the word tells which, PLURAL. */
uint16_t ws_number_and_gender(ws_lex lex);

/* A nominal's type, from the noun that heads it. */
uint8_t ws_noun_type(ws_lex lex);

/* Whether the words [first, last) name an office or job; "her friend" and "Mr."
 * do not. */
bool ws_has_role(const ws_phrases *phrases, uint32_t first, uint32_t last);

/* "a", "one", "several": INDEFINITE where a phrase begins so. */
uint16_t ws_indefinite(const ws_token *first);

/* The mention that the capitalised words [group, last) give, which end a phrase
 * begun at first: a name, or a nominal where they are all office. O(words). */
ws_mention ws_name_mention(const ws_phrases *phrases, uint32_t first,
                           uint32_t group, uint32_t last);

/* First token of the capitalised words that end the phrase [first, last); last
 * when none do. O(words). */
uint32_t ws_name_group(const ws_phrases *phrases, uint32_t first,
                       uint32_t last);

#endif /* WS_PROPER_H */
