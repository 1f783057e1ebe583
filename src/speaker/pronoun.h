/*
 * pronoun.h - whom a pronoun means.
 */
#ifndef WS_PRONOUN_H
#define WS_PRONOUN_H

#include "speaker/claim.h"

/* A linear model that weighs all rivals, and trees that weigh the best ones
 * again where the first leaves doubt. */
typedef struct ws_resolver {
    const ws_model *model;   /* ids: rival.h */
    const ws_forest *forest; /* values: claim.h */
} ws_resolver;

/* Linear score of the best less that of the second from which on the trees
 * are not asked, Q8. */
enum { WS_PRONOUN_DOUBT = 4 * 256 };

/* The resolver that was learned; for glued, see quote/sentence.h. */
ws_resolver ws_resolver_learned(bool glued);

/* Gather a pronoun's rivals with their linear scores, the best in front.
 * Returns how many there are. O(1). */
uint32_t ws_pronoun_linear(const ws_stage *stage, const ws_model *model,
                           uint32_t pronoun, ws_rival rival[WS_RIVALS]);

/* Whether the linear scores leave doubt. */
bool ws_pronoun_doubts(const ws_rival *rival, uint32_t count);

enum ws_pronouns {
    WS_PRONOUNS_GENDERED = 1, /* he, she, who */
    WS_PRONOUNS_OTHER = 2,    /* they, it */
    WS_PRONOUNS_ALL = 3
};

/*
 * Give each pronoun outside quotation marks the person that it most likely
 * means, and people of unknown gender the one that their pronouns show.
 *
 *   which    those of a man or a woman and "who", the others, or all
 *   people   of and sure are filled for pronouns, shown where not known
 *
 * O(mentions).
 */
void ws_pronouns_resolve(const ws_stage *stage, const ws_resolver *resolver,
                         int which, ws_people *people);

#endif /* WS_PRONOUN_H */
