/*
 * closing.h - a sentence that a tag closes: "..., a court heard."
 */
#ifndef WS_CLOSING_H
#define WS_CLOSING_H

#include "speaker/scene.h"

/* The first token of a tag that closes the sentence in which a quotation ends,
 * apart from it, or WHOSAID_NONE: what stands between marks there is quoted. A
 * bounded number of looks. */
uint32_t ws_closing_tag(const ws_scene *scene, const ws_place *p);

#endif /* WS_CLOSING_H */
