/*
 * attribute.h - for each quotation who said it.
 */
#ifndef WS_ATTRIBUTE_H
#define WS_ATTRIBUTE_H

#include "speaker/second.h"

/* Who said one quotation. */
typedef struct ws_choice {
    uint32_t mention;    /* index, or WHOSAID_NONE */
    uint32_t cue;        /* the cue that ties it, or WHOSAID_NONE */
    uint32_t person;     /* whom the mention is taken to mean, or NONE */
    uint32_t before;     /* the quotation before, as the choice saw it */
    uint32_t chance;     /* the scorer's, among the candidates, 0..10000 */
    uint32_t confidence; /* that the row is right, 0..10000 */
    int16_t trust[WS_TRUST_COUNT];   /* what that was told from, and */
    int16_t heard[WS_HEARING_COUNT]; /* where the reader was asked */
    uint8_t tie;                     /* ws_tie */
    uint8_t method;                  /* whosaid_method */
    bool doubted;                    /* without the reader, */
    bool read;                       /* the reader was asked, */
    ws_liked liked;                  /* who liked this best */
} ws_choice;

typedef struct ws_attribution {
    ws_choice *choice; /* [quotations] */
} ws_attribution;

/*
 * Choose a speaker for every outermost quotation that is speech, in order.
 *
 *   ranker  scores the candidates
 *   second  weighs them again where the choice is doubted; NULL for none
 *
 * Errors: NOMEM. O(quotations), each with at most WS_CANDIDATES candidates.
 */
WHOSAID_MUST_USE whosaid_status ws_attribute(ws_arena *arena,
                                             const ws_scene *scene,
                                             const ws_classes *classes,
                                             const ws_ranker *ranker,
                                             const ws_second *second,
                                             ws_attribution *attribution);

/*
 * Which choices are doubted, of all quotations.
 *
 *   doubted   [quotations], or NULL where none is
 *
 * Errors: NOMEM. O(quotations).
 */
WHOSAID_MUST_USE whosaid_status
ws_attribution_doubts(ws_arena *arena, const ws_scene *scene,
                      const ws_attribution *attribution, bool **doubted);

/*
 * Give quotations inside other ones the speaker that the outer one's words name
 * (teller.h). Their I is the outer speaker; he and she name nobody.
 *
 *   attribution   the choices of inner quotations are set
 *
 * O(quotations), each with a bounded number of looks.
 */
void ws_attribute_inner(const ws_scene *scene, const ws_classes *classes,
                        ws_attribution *attribution);

/* What was remembered when quotation q was chosen. */
ws_past ws_attribution_past(const ws_attribution *attribution, uint32_t q);

/* Let each pronoun that was chosen mean the person that was chosen with it. */
void ws_attribution_settle(const ws_scene *scene,
                           const ws_attribution *attribution,
                           ws_people *people);

#endif /* WS_ATTRIBUTE_H */
