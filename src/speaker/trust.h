/*
 * trust.h - how far a choice can be trusted: what tells a right row from a
 * wrong one, in small numbers for the trees. The trainer links this code.
 */
#ifndef WS_TRUST_H
#define WS_TRUST_H

#include "speaker/class.h"
#include "speaker/rank.h"

/* Of the candidate chosen, where nothing else is said. Distances are from it
 * to the marks. */
#define WS_TRUSTS(X)                                                    \
    X(CHANCE)     /* share of its person in the softmax, 1/10000 */     \
    X(ALONE)      /* share of the mention itself */                     \
    X(SECOND)     /* share of the next person */                        \
    X(MARGIN)     /* best score less the best of another person, Q8 */  \
    X(LINE)       /* likewise by the linear model alone */              \
    X(CANDIDATES) /* how many are left */                               \
    X(PEOPLE)     /* that they mean */                                  \
    X(SPEECH)     /* Q8 odds that the words are speech */               \
    X(WHOLE)      /* the words can stand alone */                       \
    X(WORDS)      /* of the quotation */                                \
    X(PARTS)                                                            \
    X(OPENING) /* it opens, closes its paragraph */                     \
    X(EDGE)    /* ws_before */                                          \
    X(BEHIND)  /* ws_beside */                                          \
    X(TIE)                                                              \
    X(STRENGTH) /* of the cue; -1: none */                              \
    X(WHERE)                                                            \
    X(KIND)                                                             \
    X(GAP)                                                              \
    X(SENTENCES)                                                        \
    X(PARAGRAPHS)                                                       \
    X(PIECES)                                                           \
    X(CUES) /* others between */                                        \
    X(NTH)                                                              \
    X(GOVERNED)                                                         \
    X(TAG)    /* the tag is it 2, another one 1, there is none 0 */     \
    X(SAME)   /* its person spoke the quotation before */               \
    X(BEFORE) /* CHANCE of that one */                                  \
    X(SINCE)  /* tokens since the quotation before */                   \
    X(SURE)                                                             \
    X(MEANT)   /* people that the pronoun may mean; 2: a description */ \
    X(READING) /* how many it means rather */                           \
    X(DROP)    /* from the likeliest to the next, to all others, Q8 */  \
    X(GENDER)  /* told 2, shown 1 */                                    \
    X(TYPE)                                                             \
    X(OFTEN)  /* its person by name */                                  \
    X(NAME)   /* words of the printed name */                           \
    X(LISTED) /* its first word is a given name, its last a surname */  \
    X(PLACE)  /* its last word is a place's or a body's name */         \
    X(OWN)    /* words of the mention's own name */                     \
    X(FLAGS)  /* indefinite 1, nested 2, headline 4, joint 8 */         \
    X(NAMED)  /* what its head is the name of */                        \
    X(LEAD)                                                             \
    X(VERB)                                                             \
    X(STORY)                                                            \
    X(CALLED) /* addressed in the words */                              \
    X(PATH)   /* of a story: ws_lot's lead; else -1 */

enum ws_trust_name {
#define X(name) WS_TRUST_##name,
    WS_TRUSTS(X)
#undef X
        WS_TRUST_COUNT
};

/* A choice among the candidates of a quotation. */
typedef struct ws_chosen {
    const ws_candidate *all; /* [count], scored */
    uint32_t count;
    uint32_t at;     /* index of the one chosen */
    uint32_t chance; /* of its person, 1/10000 */
    uint32_t before; /* chance of the choice before, 1/10000 */
    int32_t lead;    /* of a story: ws_lot's, Q8; else -1 */
} ws_chosen;

/* What is to be seen of a choice. A constant number of looks. */
void ws_trust(const ws_scene *scene, const ws_classes *classes,
              uint32_t quotation, const ws_past *past, const ws_chosen *chosen,
              int16_t value[WS_TRUST_COUNT]);

/* Readable name of a value. */
const char *ws_trust_name(uint32_t value);

#endif /* WS_TRUST_H */
