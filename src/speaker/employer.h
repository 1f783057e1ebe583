/*
 * employer.h - "Age Concern Wales policy manager": the body that an office is
 * of, known or not, by the capitals beside it.
 */
#ifndef WS_EMPLOYER_H
#define WS_EMPLOYER_H

#include "speaker/statement.h"

/* Where the body begins that the statement [first, last) names in capitals
 * before its office or behind "spokesman for", and in *end where it ends; last
 * where it names none so. O(words). */
uint32_t ws_employer_in(const ws_frame *frame, uint32_t first, uint32_t last,
                        uint32_t *end);

#endif /* WS_EMPLOYER_H */
