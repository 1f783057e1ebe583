/*
 * hearsay.h - "„...“, heißt es weiter": a tag that tells nobody who says so.
 */
#ifndef WS_HEARSAY_H
#define WS_HEARSAY_H

#include "speaker/scene.h"

/* Where nouns have capitals: whether the tag of a quotation says that something
 * is called so, or stands somewhere, and its speaker, a mention, is none of the
 * words of that sentence, nor a body whose statement may go on. O(1). */
bool ws_is_hearsay(const ws_scene *scene, uint32_t quotation, uint32_t mention);

#endif /* WS_HEARSAY_H */
