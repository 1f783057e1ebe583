/*
 * role.h - the office of a speaker and the body that he speaks for.
 */
#ifndef WS_ROLE_H
#define WS_ROLE_H

#include "speaker/stating.h"

typedef struct ws_roles {
    ws_role *of; /* [people]: the best stated for each; empty where none is */
    uint32_t *meant; /* [people]: whom "the Maine senator" surely means, a
                      * person with a name, or WHOSAID_NONE */
    uint32_t force;  /* a mention: the police told of, or WHOSAID_NONE */
    uint8_t *wanted; /* [people]: somebody asks for it */
    uint8_t *said;   /* [WS_ROLE_SLOTS], zero: counters of statements */
} ws_roles;

/*
 * Read the roles of the people wanted.
 *
 * Errors: none; roles->of is filled. O(mentions): each look around a mention
 * ends after a bounded number of words.
 */
void ws_roles_read(const ws_scene *scene, ws_roles *roles);

/* What is stated for a mention alone, its person left out. */
ws_role ws_role_beside(const ws_scene *scene, uint32_t mention);

/* The better of what is stated of a person and beside one mention of him. */
ws_role ws_role_choose(const ws_role *person, const ws_role *beside);

#endif /* WS_ROLE_H */
