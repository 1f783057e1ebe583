/*
 * embedded.h - words of somebody or something within what a sentence tells:
 * "Hill told the jury that one of them yelled: “...”".
 */
#ifndef WS_EMBEDDED_H
#define WS_EMBEDDED_H

#include "speaker/scene.h"

/* Whether the words at place are somebody else's, or stand on something, within
 * what the person of a mention before them tells. O(1). */
bool ws_is_embedded(const ws_scene *scene, const ws_place *place,
                    uint32_t mention);

#endif /* WS_EMBEDDED_H */
