/*
 * claimed.h - whose words a noun of speech brings: Hill's claim of a “...”.
 */
#ifndef WS_CLAIMED_H
#define WS_CLAIMED_H

#include "speaker/scene.h"

/* "Ana Ruiz mocked Jo Hill's claim of a “...”", "remarks from Jo Hill that it
 * was “...”": whose words those are by the noun that leads to the marks,
 * whatever the rest of the sentence says; or WHOSAID_NONE. A bounded number of
 * looks. */
uint32_t ws_claimed_by(const ws_scene *scene, const ws_place *place);

#endif /* WS_CLAIMED_H */
