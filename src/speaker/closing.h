/*
 * closing.h - a sentence that a tag closes: "..., a court heard."
 */
#ifndef WS_CLOSING_H
#define WS_CLOSING_H

#include "speaker/scene.h"

/* Whether a tag closes the sentence in which a quotation ends, apart from it:
 * what stands between marks there is quoted. A bounded number of looks. */
bool ws_closing_tag(const ws_scene *scene, const ws_place *p);

#endif /* WS_CLOSING_H */
