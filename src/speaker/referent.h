/*
 * referent.h - "the Texas senator said": whom a description means.
 */
#ifndef WS_REFERENT_H
#define WS_REFERENT_H

#include "speaker/scene.h"

/*
 * Give the descriptions that speak, bynames and what people are called to the
 * people that they likely mean; people->told says how likely. scene->people is
 * people. O(mentions): each look around one is bounded.
 */
void ws_referents_join(const ws_scene *scene, ws_people *people);

#endif /* WS_REFERENT_H */
