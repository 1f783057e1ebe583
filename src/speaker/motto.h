/*
 * motto.h - words that a thing has, and nobody says: "the ship's motto is".
 */
#ifndef WS_MOTTO_H
#define WS_MOTTO_H

#include "speaker/scene.h"

/* Whether the words of a quotation are told to be the motto of a thing that is
 * no source.
 * A bounded number of looks. */
bool ws_is_motto(const ws_scene *scene, const ws_place *p);

#endif /* WS_MOTTO_H */
