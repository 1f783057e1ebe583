/*
 * namesake.h - which of two who bear one surname a bare surname means.
 */
#ifndef WS_NAMESAKE_H
#define WS_NAMESAKE_H

#include "speaker/scene.h"

/* "Tom Ruiz, her brother, said no. “Never,” Ruiz said": give the surname that
 * speaks to the one who has just said something under a full name, whoever
 * else bears it. O(mentions). */
void ws_namesakes_join(const ws_scene *scene, ws_people *people);

#endif /* WS_NAMESAKE_H */
