/*
 * undersigned.h - who signs a quotation in a release glued into one line.
 */
#ifndef WS_UNDERSIGNED_H
#define WS_UNDERSIGNED_H

#include "speaker/scene.h"

/* "“...” Ana Ruiz, Minister of Rivers “...” Bo Lin, Mayor": the mention of who
 * signs quotation q, or WHOSAID_NONE. A bounded number of looks. */
uint32_t ws_undersigned(const ws_scene *scene, uint32_t q);

#endif /* WS_UNDERSIGNED_H */
