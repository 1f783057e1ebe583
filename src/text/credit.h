/*
 * credit.h - lines under pictures, by the credit that they end in.
 */
#ifndef WS_CREDIT_H
#define WS_CREDIT_H

#include "text/signs.h"

/* Whether a line ends as one under a picture does: "... (Jo Hill/Coast Press)",
 * "... Photo: Jo Hill". O(its end). */
bool ws_credit_is(const ws_signs *plain, ws_signs_line line);

/* Make the lines under pictures blank that are paragraphs. O(len). */
void ws_credit_mark(ws_signs *plain);

#endif /* WS_CREDIT_H */
