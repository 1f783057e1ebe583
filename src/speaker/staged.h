/*
 * staged.h - what a story tells beside the marks of who speaks.
 */
#ifndef WS_STAGED_H
#define WS_STAGED_H

#include "speaker/feature.h"

/* What stands beside a quotation without a tag; each may be WHOSAID_NONE. */
typedef struct ws_staging {
    uint32_t leads; /* the mention of "Then he said to her:", above the words */
    uint32_t hearer; /* and the person of "her" */
    uint32_t beat;   /* the person of "“...” Hill laughed." */
} ws_staging;

/* O(1). */
ws_staging ws_staged(const ws_scene *scene, uint32_t quotation,
                     const ws_place *place);

/* What it is worth to a candidate, Q8. O(1). */
int32_t ws_staged_worth(const ws_scene *scene, const ws_staging *staging,
                        const ws_candidate *candidate);

#endif /* WS_STAGED_H */
