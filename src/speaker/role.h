/*
 * role.h - the office of a speaker and the body that he speaks for.
 */
#ifndef WS_ROLE_H
#define WS_ROLE_H

#include "speaker/scene.h"

/* What the document states of somebody: ranges of tokens, half-open; each may
 * be empty. */
typedef struct ws_role {
    uint32_t first; /* the office: [first, last) */
    uint32_t last;
    uint32_t body; /* the fullest name of the body: [body, body_end) */
    uint32_t body_end;
    uint32_t tag; /* "R-Wis.": [tag, tag_end), or WHOSAID_NONE */
    uint32_t tag_end;
    int32_t score; /* how well it states it, in hundredths of a logit, or
                    * WS_ROLE_NONE */
} ws_role;

enum {
    WS_ROLE_SLOTS = 4096,  /* counters of statements; a power of two */
    WS_ROLE_NONE = -100000 /* score of nothing stated */
};

typedef struct ws_roles {
    ws_role *of; /* [people]: the best stated for each; empty where none is */
    uint32_t *meant; /* [people]: whom "the Maine senator" surely means, a
                      * person with a name, or WHOSAID_NONE */
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

/* The office, and the body by its fullest name. Bytes; may be empty. */
whosaid_span ws_role_words(const ws_scene *scene, const ws_role *role);
whosaid_span ws_role_body(const ws_scene *scene, const ws_role *role);

#endif /* WS_ROLE_H */
