/*
 * badge.h - the words of a role and of its body that a row shows.
 */
#ifndef WS_BADGE_H
#define WS_BADGE_H

#include "speaker/stating.h"

/* The office, and the body by its fullest name. Bytes; may be empty. O(words of
 * the role). */
whosaid_span ws_badge_role(const ws_scene *scene, const ws_role *role);
whosaid_span ws_badge_body(const ws_scene *scene, const ws_role *role);

#endif /* WS_BADGE_H */
