/*
 * force.h - the police of whom an article tells, as the body of its officers.
 */
#ifndef WS_FORCE_H
#define WS_FORCE_H

#include "speaker/role.h"

/* The one police force of an article, a mention, or WHOSAID_NONE where it names
 * none or several. O(tokens). */
uint32_t ws_force_find(const ws_scene *scene);

/* "Detective Inspector Ana Ruiz": give a role that states a rank of the police
 * and no body that force. O(words). */
void ws_force_take(const ws_scene *scene, uint32_t force, ws_role *role);

#endif /* WS_FORCE_H */
