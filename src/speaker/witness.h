/*
 * witness.h - what speaks for and against a candidate of the few that are
 * left: small numbers for the trees. The trainer links this code.
 */
#ifndef WS_WITNESS_H
#define WS_WITNESS_H

#include "speaker/beside.h"
#include "speaker/feature.h"

/* Distances are in tokens, sentences or paragraphs; in words of a document
 * that is, they have a sign: below zero before the marks. */
#define WS_WITNESS(X)                                                     \
    X(SCORE)    /* linear score, from the best one down */                \
    X(LEAD)     /* from the best of the others */                         \
    X(ORDER)    /* how many score better */                               \
    X(SECOND)   /* best linear score less the second */                   \
    X(SHARE)    /* percent of the weight that its person has */           \
    X(PARTNERS) /* other candidates that mean its person */               \
    X(TIE)      /* ws_tie */                                              \
    X(STRENGTH) /* of the cue; -1: none */                                \
    X(CUE_GAP)  /* cue to marks */                                        \
    X(SUBJECT)  /* mention to cue, with a sign */                         \
    X(WHERE)                                                              \
    X(KIND)                                                               \
    X(GAP)        /* its unit to the marks */                             \
    X(HEAD_GAP)   /* its head to the marks, with a sign */                \
    X(SENTENCES)  /* with a sign */                                       \
    X(PARAGRAPHS) /* with a sign */                                       \
    X(PIECES)                                                             \
    X(RIVALS)                                                             \
    X(COMMAS) /* between its unit and the marks */                        \
    X(ANDS)                                                               \
    X(PERIODS)                                                            \
    X(VERBS) /* words that can be verbs, between */                       \
    X(NTH)                                                                \
    X(GOVERNED)                                                           \
    X(PREVIOUS)                                                           \
    X(INSIDE)                                                             \
    X(SURE)                                                               \
    X(COUNT_OF) /* mentions of its person by name */                      \
    X(GENDER)                                                             \
    X(ROLE)        /* a role stands with it */                            \
    X(WIDTH)       /* tokens of the mention */                            \
    X(OPENS)       /* tokens before it in its sentence */                 \
    X(BEFORE)      /* ws_beside: what stands before it */                 \
    X(AFTER)       /* and behind it */                                    \
    X(LENGTH)      /* tokens of its sentence */                           \
    X(EDGE)        /* ws_before: what stands before the marks */          \
    X(BEHIND)      /* ws_beside: what stands behind the marks */          \
    X(ENDING)      /* how the words end */                                \
    X(WORDS)       /* of the quotation */                                 \
    X(OPENING)     /* the quotation opens, closes its paragraph */        \
    X(TOUCHED)     /* a cue with a subject touches the marks */           \
    X(NEXT)        /* tokens to the next quotation */                     \
    X(LAST)        /* tokens to the quotation before */                   \
    X(SINCE)       /* paragraphs since the quotation before */            \
    X(PARAGRAPH)   /* of the quotation, in the document */                \
    X(CANDIDATES)  /* how many are left */                                \
    X(READING)     /* of a pronoun: how many people it means rather */    \
    X(DROP)        /* and by how much, Q8 */                              \
    X(SPOKE_LAST)  /* quotations since it spoke */                        \
    X(CALLED)      /* addressed in the words */                           \
    X(ANSWERS)     /* addressed in the words before */                    \
    X(NEXT_TAG)    /* the next quotation is tagged: its own 2 or not 1 */ \
    X(SPEAKS)      /* tags that mean its person */                        \
    X(NAMED)       /* what its head is the name of */                     \
    X(WORD_BEFORE) /* part of speech of the word before it */             \
    X(VERB)        /* what it leads to */                                 \
    X(STORY)       /* the document is one */

enum ws_witness_name {
#define X(name) WS_WITNESS_##name,
    WS_WITNESS(X)
#undef X
        WS_WITNESS_COUNT
};

enum { WS_FINALISTS = 6 }; /* candidates that the trees look at */

/*
 * Keep the WS_FINALISTS best candidates, by score, best first; equal ones the
 * nearer first, then the earlier.
 *
 * Returns how many are kept.
 */
uint32_t ws_finalists(const ws_scene *scene, const ws_place *place,
                      ws_candidate *candidate, uint32_t count);

/* One of those that are left. */
typedef struct ws_finalist {
    const ws_candidate *all; /* [count], by their linear score */
    uint32_t count;
    uint32_t at; /* index of the one meant */
} ws_finalist;

/* What is to be seen of a finalist. A constant number of looks. */
void ws_witness(const ws_scene *scene, uint32_t quotation, const ws_past *past,
                const ws_finalist *f, int16_t value[WS_WITNESS_COUNT]);

/* Readable name of a value. */
const char *ws_witness_name(uint32_t value);

#endif /* WS_WITNESS_H */
