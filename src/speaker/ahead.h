/*
 * ahead.h - "In her first speech, Ana Ruiz said": whom a pronoun means that
 * comes before the name, or answers.
 */
#ifndef WS_AHEAD_H
#define WS_AHEAD_H

#include "speaker/rival.h"

/* The person who is named behind the comma that ends the words with which the
 * pronoun's sentence opens, where the pronoun stands in them and the genders
 * are known to agree; or NONE. O(1). */
uint32_t ws_named_ahead(const ws_stage *stage, uint32_t pronoun);

/* "Asked what she saw, Ana Ruiz shrugged. “Nothing,” she said": the person
 * whom the sentence before that of a pronoun that speaks says to be asked, also
 * where a paragraph ends with it; or NONE. O(1). */
uint32_t ws_answers(const ws_stage *stage, uint32_t pronoun);

/* "Asked if he was sorry, the 44-year-old said": the sex of whom a byname calls
 * right behind a question that he is asked; 0 where nothing tells it. O(1). */
uint16_t ws_asked_as(const ws_stage *stage, uint32_t byname);

#endif /* WS_AHEAD_H */
