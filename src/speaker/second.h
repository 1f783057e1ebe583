/*
 * second.h - the choice weighed again with what the reader says.
 */
#ifndef WS_SECOND_H
#define WS_SECOND_H

#include "speaker/hearing.h"
#include "speaker/trust.h"

/* Weights of a candidate's score; of a story, others. */
#define WS_SECONDS(X)                                              \
    X(FIRST)   /* of its score by the first scorer */              \
    X(MENTION) /* of the logarithm of the chance of its mention */ \
    X(PERSON)  /* and of its person */                             \
    X(STORY_FIRST)                                                 \
    X(STORY_MENTION)                                               \
    X(STORY_PERSON)                                                \
    X(STORY_ASKED) /* no weight: whether stories are read at all */

enum ws_second_name {
#define X(name) WS_SECOND_##name,
    WS_SECONDS(X)
#undef X
        WS_SECOND_COUNT
};

/* What the trees of its confidence ask: trust.h's values, then hearing.h's. */
enum { WS_SECOND_TRUSTS = WS_TRUST_COUNT + WS_HEARING_COUNT };

typedef struct ws_second {
    ws_reading *reading;
    const ws_model *model;  /* weights: WS_SECONDS */
    const ws_forest *trust; /* values: trust.h, hearing.h */
    uint32_t under;         /* asked where the confidence is less, 1/10000 */
} ws_second;

/* Below this confidence of the first choice the reader is asked, 1/10000: set
 * so that precision at recall .8 is highest for the cost (MODELS.md). */
enum { WS_SECOND_UNDER = 6200 };

/* The second opinion that was learned; always: it is asked each time. */
ws_second ws_second_learned(ws_reading *reading, bool always);

/* Whether a document is read at all where its first choices are doubted. */
bool ws_second_reads(const ws_second *second, const ws_scene *scene);

/* Score each candidate anew, with what the reader says of it. O(count), each a
 * look over the window's mentions. */
void ws_second_weigh(const ws_second *second, const ws_scene *scene,
                     const ws_opinion *opinion, ws_candidate *candidate,
                     uint32_t count);

/* The odds that a choice is right, Q8. */
int32_t ws_second_odds(const ws_second *second,
                       const int16_t trust[WS_TRUST_COUNT],
                       const int16_t heard[WS_HEARING_COUNT]);

/* Readable names of the weights, and of what the trees ask. */
const char *ws_second_name(uint32_t value);
const char *ws_second_trust_name(uint32_t value);

#endif /* WS_SECOND_H */
