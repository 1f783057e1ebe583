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
 * their chances, each given those before, multiply to the most, less what
 * ws_beam_cost() takes: a beam search (Lowerre 1976) over who spoke.
 *
 *   lot   [quotations]: filled
 *
 * Errors: NOMEM. O(quotations): each is ranked after at most WS_BEAM pasts.
 */
WHOSAID_MUST_USE whosaid_status ws_beam(ws_arena *arena, const ws_scene *scene,
                                        const ws_classes *classes,
                                        const ws_ranker *ranker, ws_lot *lot);

enum { WS_BEAM = 12 };

/*
 * What it costs a past, Q8, of a story that whoever spoke last goes on in a
 * paragraph of his own, where the one before is speech and nothing else, or ends
 * with a few words told and this one is speech alone: the second is another
 * speaker's; half of it where the one before opens with speech and more is told.
 * Nothing but in classes->turns. The past pays, not the candidate: where a tag
 * leaves no doubt, it was the words before it that another one spoke. O(1).
 */
int32_t ws_beam_cost(const ws_scene *scene, const ws_classes *classes,
                     uint32_t quotation, const ws_past *past, uint32_t mention,
                     uint32_t person);

#endif /* WS_BEAM_H */
