/*
 * reported.h - who is quoted where the sentence does not say so itself.
 */
#ifndef WS_REPORTED_H
#define WS_REPORTED_H

#include "speaker/feature.h"

/* Who speaks by the sentences before, or NONE. */
typedef struct ws_reported {
    uint32_t mention;
    uint32_t person;
    bool plain; /* by the verb before the marks, which the rest sees too */
} ws_reported;

/*
 * Find who is quoted by a quotation that stands in a clause of reported
 * speech, or behind a colon in a sentence without a verb of saying: only in a
 * document of another language (tongue.h).
 *
 *   place   where the quotation stands
 *   past    who spoke the quotations before
 *
 * O(1): a bounded number of sentences, and of their words.
 */
ws_reported ws_reported_by(const ws_scene *scene, const ws_place *place,
                           const ws_past *past);

/* Whether a candidate is the one reported. */
bool ws_reported_is(const ws_reported *reported, uint32_t mention,
                    uint32_t person);

#endif /* WS_REPORTED_H */
