/*
 * beam.h - who spoke the quotations of a story, chosen together.
 */
#ifndef WS_BEAM_H
#define WS_BEAM_H

#include "speaker/rank.h"

/* Who spoke one quotation. */
typedef struct ws_lot {
    uint32_t mention; /* index, or WHOSAID_NONE: nobody is chosen */
    uint32_t person;  /* or WHOSAID_NONE */
    int32_t lead;     /* Q8: of the best way in which it spoke, less the best in
                       * which another did; WS_LOT_LEAD where none is left */
} ws_lot;

enum { WS_LOT_LEAD = 4096 }; /* Q8: most that is told */

/*
 * Choose the speakers of all outermost quotations that are speech so that
 * their chances, each given those before, multiply to the most: a beam search
 * (Lowerre 1976) over who spoke.
 *
 *   lot   [quotations]: filled
 *
 * Errors: NOMEM. O(quotations): each is ranked after at most WS_BEAM pasts.
 */
WHOSAID_MUST_USE whosaid_status ws_beam(ws_arena *arena, const ws_scene *scene,
                                        const ws_classes *classes,
                                        const ws_ranker *ranker, ws_lot *lot);

enum { WS_BEAM = 12 };

#endif /* WS_BEAM_H */
