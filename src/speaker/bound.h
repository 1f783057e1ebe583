/*
 * bound.h - "Ana Ruiz slammed the Maine senator": she is not the senator.
 */
#ifndef WS_BOUND_H
#define WS_BOUND_H

#include "speaker/scene.h"

/* Whether person id is the subject of the verb of saying before epithet m in
 * its sentence: of whom, or to whom, somebody speaks is another. O(1). */
bool ws_bound_apart(const ws_scene *scene, uint32_t m, uint32_t id);

#endif /* WS_BOUND_H */
