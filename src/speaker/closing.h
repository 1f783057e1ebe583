/*
 * closing.h - what a tag or a name closes: "..., a court heard."
 */
#ifndef WS_CLOSING_H
#define WS_CLOSING_H

#include "speaker/scene.h"

/* The first token of a tag that closes the sentence in which a quotation ends,
 * apart from it, or WHOSAID_NONE: what stands between marks there is quoted. A
 * bounded number of looks. */
uint32_t ws_closing_tag(const ws_scene *scene, const ws_place *p);

/* "“We waited for years.” – Ana Ruiz, Hill": whether a line or an item of a list
 * holds a sentence and, behind a dash, somebody's name. O(1). */
bool ws_is_signed(const ws_scene *scene, uint32_t quotation, const ws_place *p);

#endif /* WS_CLOSING_H */
