/*
 * described.h - "the Texas senator said": whom a description means.
 */
#ifndef WS_DESCRIBED_H
#define WS_DESCRIBED_H

#include "speaker/scene.h"

/*
 * Give the descriptions that speak, bynames and what people are called to the
 * people that they likely mean; people->told says how likely. scene->people is
 * people. O(mentions): each look around one is bounded.
 */
void ws_descriptions_join(const ws_scene *scene, ws_people *people);

#endif /* WS_DESCRIBED_H */
