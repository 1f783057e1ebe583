/*
 * second.h - the choice weighed again with what the reader says.
 */
#ifndef WS_SECOND_H
#define WS_SECOND_H

#include "speaker/trust.h"

/* Values for the trees: of the choice WS_WITNESS then WS_OPINIONS, of trust
 * WS_TRUSTS then WS_OPINIONS. */
enum {
    WS_SECOND_CHOICE = (int)WS_WITNESS_COUNT + (int)WS_OPINION_COUNT,
    WS_SECOND_TRUST = (int)WS_TRUST_COUNT + (int)WS_OPINION_COUNT
};

typedef struct ws_second {
    ws_reading *reading;
    const ws_forest *choice;
    const ws_forest *trust;
    uint32_t under; /* asked where the confidence is less, 1/10000 */
} ws_second;

/* Below this confidence of the first choice the reader is asked, 1/10000: set
 * so that precision at recall .8 is highest for the cost (MODELS.md). */
enum { WS_SECOND_UNDER = 9500 };

/* The second opinion that was learned; always: it is asked each time. */
ws_second ws_second_learned(ws_reading *reading, bool always);

/* What is to be seen of candidate i, with the reader's opinion. */
void ws_second_values(const ws_scene *scene, uint32_t quotation,
                      const ws_past *past, const ws_opinion *opinion,
                      const ws_candidate *candidate, uint32_t count, uint32_t i,
                      int16_t value[WS_SECOND_CHOICE]);

/* Add what the trees say of each candidate to its score. */
void ws_second_weigh(const ws_scene *scene, const ws_second *second,
                     uint32_t quotation, const ws_past *past,
                     const ws_opinion *opinion, ws_candidate *candidate,
                     uint32_t count);

/* Readable names of the values. */
const char *ws_second_choice_name(uint32_t value);
const char *ws_second_trust_name(uint32_t value);

#endif /* WS_SECOND_H */
