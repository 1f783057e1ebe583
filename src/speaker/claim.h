/*
 * claim.h - what speaks for and against a person that a pronoun may mean:
 * small numbers for the trees. The trainer links this code.
 */
#ifndef WS_CLAIM_H
#define WS_CLAIM_H

#include "speaker/rival.h"

/* Distances back from the pronoun, to the person's nearest mention where
 * nothing else is said. */
#define WS_CLAIMS(X)                                                           \
    X(SCORE)  /* linear score, from the best one down */                       \
    X(LEAD)   /* from the best of the others */                                \
    X(PLACE)  /* how many score better */                                      \
    X(SECOND) /* best linear score less the second */                          \
    X(RIVALS) /* how many there are */                                         \
    X(ORDER)  /* nearest, second, ... */                                       \
    X(TOKENS)                                                                  \
    X(SENTENCES)                                                               \
    X(PARAGRAPHS)                                                              \
    X(MENTIONS)   /* of whomever, between */                                   \
    X(QUOTATIONS) /* that begin between */                                     \
    X(STAND)      /* ws_stand */                                               \
    X(KIND)       /* of mention */                                             \
    X(OPENS)      /* tokens before it in its sentence */                       \
    X(HEADS)      /* it opens its paragraph */                                 \
    X(TIMES)      /* mentions in the window */                                 \
    X(PRONOUNS)   /* of them pronouns */                                       \
    X(SUBJECTS)                                                                \
    X(CUES) /* subjects of one */                                              \
    X(QUOTED)                                                                  \
    X(HERE)       /* in the pronoun's sentence */                              \
    X(NEAR)       /* in its paragraph */                                       \
    X(SHARE)      /* percent of the rivals' mentions */                        \
    X(NAMED)      /* tokens to its name */                                     \
    X(SUBJECT)    /* tokens to where it is a subject */                        \
    X(SPOKE)      /* tokens to where it is a cue's subject */                  \
    X(SPOKE_BACK) /* sentences to it */                                        \
    X(ALOUD)      /* with marks beside it */                                   \
    X(SPOKE_LAST) /* rivals that are a cue's subject nearer */                 \
    X(ACTED_LAST) /* rivals that are a subject nearer */                       \
    X(SPAN)       /* tokens from its farthest to its nearest one */            \
    X(OFTEN)      /* by name in the document */                                \
    X(FIRST)      /* it is named in the document's beginning */                \
    X(SAYS)                                                                    \
    X(SHOWN)  /* pronouns of this gender less of the other */                  \
    X(GENDER) /* not known 0, shown by pronouns 1, told 2 */                   \
    X(AGREE)  /* rivals whose gender is known */                               \
    X(TYPE)                                                                    \
    X(GIVEN)        /* its first name is in a list */                          \
    X(TITLED)       /* a title stands before its name */                       \
    X(FEMALE)       /* she 1, he 0, it and they 2, 3 */                        \
    X(OWN)          /* the pronoun: his 1, him 2 */                            \
    X(CUE)          /* it is a cue's subject */                                \
    X(BESIDE)       /* with marks beside it */                                 \
    X(INSIDE)       /* it stands between marks */                              \
    X(WITHIN)       /* tokens before it in its sentence */                     \
    X(ABOVE)        /* sentences before it in its paragraph */                 \
    X(ALIKE)        /* it stands as the pronoun does */                        \
    X(DENSE)        /* percent of the rivals' mentions are pronouns */         \
    X(BEHIND)       /* named behind the pronoun in its sentence */             \
    X(TALKED)       /* named in what the pronoun says */                       \
    X(HEARER)       /* told so */                                              \
    X(PLACED)       /* percent of its names behind "in" or "at" */             \
    X(STORY)        /* the document tells a story */                           \
    X(SHARE_LEAD)   /* OFTEN less the most of the others */                    \
    X(SUBJECT_BACK) /* sentences to where it is a subject */                   \
    X(SPOKE_ABOVE)  /* paragraphs to where it is a cue's subject */            \
    X(NAMED_ABOVE)  /* paragraphs to its name */                               \
    X(LEADS) /* first to be told of in this paragraph 2, the one before 1 */   \
    X(AFTER) /* sentences to its next name behind the pronoun */               \
    X(NOUN)  /* it has no name */                                              \
    X(HEARD) /* how often it was told something */                             \
    X(UNDER) /* where last a subject, another is one before it in the        \
              * sentence 1 and says something 2; it is none 3 */ \
    X(MAIN)  /* sentences to where it is the first subject of one */           \
    X(MAIN_LAST) /* rivals that are so nearer */

enum ws_claim_name {
#define X(name) WS_CLAIM_##name,
    WS_CLAIMS(X)
#undef X
        WS_CLAIM_COUNT
};

enum { WS_CLAIMANTS = 4 }; /* rivals that the trees look at */

/*
 * Bring the WS_CLAIMANTS best rivals to the front, by score, best first; equal
 * ones the nearer first. The others stay behind them.
 *
 * Returns how many are in front.
 */
uint32_t ws_claimants(ws_rival *rival, uint32_t count);

/* What is to be seen of each rival that ws_claimants brought to the front: fills
 * value [WS_CLAIMANTS], returns how many. A constant number of looks. */
uint32_t ws_claims(const ws_stage *stage, uint32_t pronoun,
                   const ws_rival *rival, uint32_t count,
                   int16_t value[][WS_CLAIM_COUNT]);

/* Readable name of a value. */
const char *ws_claim_name(uint32_t value);

#endif /* WS_CLAIM_H */
