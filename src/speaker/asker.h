/*
 * asker.h - who has just put a question: the answer is another's.
 */
#ifndef WS_ASKER_H
#define WS_ASKER_H

#include "speaker/rival.h"

/* The person who asks in the paragraph before that of token i, which begins
 * with a question and ends with its tag: "“And Ana?” asked Ruiz."; or NONE, also
 * where the paragraph of i begins with no quotation. O(1). */
uint32_t ws_asker(const ws_stage *stage, uint32_t i);

/* "Asked by the coroner, Jo Hill, if she had looked, she said": the person who
 * asks the one that the pronoun of the same sentence means; or NONE. O(1). */
uint32_t ws_asked_by(const ws_stage *stage, uint32_t pronoun);

/* A question that a sentence puts in its own words, and who is asked: NONE where
 * that is not known. */
typedef struct ws_asking {
    uint32_t asker; /* person, or NONE: there is no question */
    uint32_t asked; /* person, or NONE */
} ws_asking;

/* "The coroner asked Hill why she had gone. “To swim,” she said": the question
 * to or about somebody of the pronoun's sex that the sentence before that of the
 * pronoun puts, without marks. O(1). */
ws_asking ws_asking_before(const ws_stage *stage, uint32_t pronoun);

/* "The coroner asked Hill why he had gone": the person asked, where the pronoun
 * begins what is asked; or NONE. O(1). */
uint32_t ws_asked_here(const ws_stage *stage, uint32_t pronoun);

#endif /* WS_ASKER_H */
