/*
 * second.h - the choice weighed again with what the reader says.
 */
#ifndef WS_SECOND_H
#define WS_SECOND_H

#include "speaker/trust.h"

/* What is added to a candidate's score, a weight each. */
#define WS_SECONDS(X)                                       \
    X(MENTION) /* logarithm of the chance of its mention */ \
    X(PERSON)  /* of its person */

enum ws_second_name {
#define X(name) WS_SECOND_##name,
    WS_SECONDS(X)
#undef X
        WS_SECOND_COUNT
};

typedef struct ws_second {
    ws_reading *reading;
    const ws_model *model; /* weights: WS_SECONDS */
    uint32_t under;        /* asked where the confidence is less, 1/10000 */
} ws_second;

/* Below this confidence of the first choice the reader is asked, 1/10000: set
 * so that precision at recall .8 is highest for the cost (MODELS.md). */
enum { WS_SECOND_UNDER = 9500 };

/* The second opinion that was learned; always: it is asked each time. */
ws_second ws_second_learned(ws_reading *reading, bool always);

/* Add what the reader says of each candidate to its score. */
void ws_second_weigh(const ws_second *second, const ws_opinion *opinion,
                     ws_candidate *candidate, uint32_t count);

/* Readable name of a weight. */
const char *ws_second_name(uint32_t value);

#endif /* WS_SECOND_H */
