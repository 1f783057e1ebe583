/*
 * hearing.h - what the reader says of a candidate beside the others: small
 * numbers for the trees of confidence. The trainer links this code.
 */
#ifndef WS_HEARING_H
#define WS_HEARING_H

#include "speaker/rank.h"

/* Logarithms of chances in Q8. */
#define WS_HEARINGS(X)                                                       \
    X(HEARD_MENTION) /* its mention is the source */                         \
    X(HEARD_PERSON)  /* its person spoke */                                  \
    X(MENTION_LEAD)  /* from the best of the other mentions */               \
    X(PERSON_LEAD)   /* from the best of the other people */                 \
    X(MENTION_BEST)  /* from the best mention of the window */               \
    X(PERSON_BEST)   /* from the best person */                              \
    X(PERSON_MEANT)  /* the best mention that means its person */            \
    X(NONE)          /* no mention is the source */                          \
    X(NOBODY)        /* nobody named in the window spoke */                  \
    X(IN_WINDOW)     /* its mention 1, its person 2 */                       \
    X(HEARD_SPEECH)  /* odds that the words are speech */                    \
    X(AGREES)     /* a pronoun: the person's gender is not known 1, is its \
                        own 2, another 3 */ \
    X(FIRST_SURE) /* of the first choice, 1/10000 */                         \
    X(FIRST_ITS)  /* that chose its mention 1, its person 2 */

enum ws_hearing_name {
#define X(name) WS_HEARING_##name,
    WS_HEARINGS(X)
#undef X
        WS_HEARING_COUNT
};

/* The reader's opinion, and what was chosen without it. */
typedef struct ws_heard {
    const ws_opinion *opinion;
    uint32_t mention;
    uint32_t person;
    uint32_t confidence; /* 1/10000 */
} ws_heard;

/* What is to be seen of a finalist. O(mentions of the window). */
void ws_hearing(const ws_scene *scene, const ws_heard *heard,
                const ws_finalist *f, int16_t value[WS_HEARING_COUNT]);

/* What the reader thinks likeliest, in percent; NONE where it points nowhere. */
typedef struct ws_liked {
    uint32_t mention;
    uint32_t person;
    uint8_t mention_chance;
    uint8_t person_chance;
    uint8_t speech; /* chance that the words are speech */
} ws_liked;

ws_liked ws_hearing_likes(const ws_opinion *opinion);

/* Readable name of a value. */
const char *ws_hearing_name(uint32_t value);

#endif /* WS_HEARING_H */
