/*
 * signer.h - whose name stands in a line of its own beside a quotation.
 */
#ifndef WS_SIGNER_H
#define WS_SIGNER_H

#include "speaker/gather.h"

/* The mention in a line of names right above a quotation that is a paragraph
 * of its own, or right below it, or that opens the line before its colon; or
 * NONE. O(1). */
uint32_t ws_signer(const ws_scene *scene, const ws_place *place,
                   const ws_past *past);

#endif /* WS_SIGNER_H */
