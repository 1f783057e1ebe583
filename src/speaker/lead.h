/*
 * lead.h - parts of speech around a mention.
 */
#ifndef WS_LEAD_H
#define WS_LEAD_H

#include "speaker/scene.h"

/* What a mention leads to, over adverbs and auxiliaries: the part of speech
 * there, or one more than there are for a verb of speech, two more for an
 * auxiliary alone. */
uint32_t ws_verb_of(const ws_scene *scene, const ws_mention *m);

enum { WS_LEADS = WS_POS_COUNT + 2 }; /* values of ws_lead_of */

/* Part of speech of the token k before a mention in its sentence; one more
 * than there are where the sentence begins. */
uint32_t ws_lead_of(const ws_scene *scene, const ws_mention *m, uint32_t k);

#endif /* WS_LEAD_H */
