/*
 * stating.h - a statement of somebody's role: what it says, and how well.
 */
#ifndef WS_STATING_H
#define WS_STATING_H

#include "speaker/form.h"
#include "speaker/role.h"
#include "speaker/statement.h"

enum {
    WS_STATING_LOOSE = 12,  /* words of the longest one without an office */
    WS_STATING_LEAST = -200 /* score of what is printed */
};

/* Statements about one person, read one after the other. */
typedef struct ws_stating {
    ws_frame frame; /* the sentence looked at */
    const ws_scene *scene;
    const ws_token *token;
    const ws_mentions *mentions;
    uint8_t *said; /* [WS_ROLE_SLOTS], or NULL: one mention is looked at */
    uint32_t m;    /* the mention looked at */
    uint32_t id;   /* whom it states it of */
    bool courtesy; /* a title stands before its name */
    ws_role best;
} ws_stating;

/* A statement of a form: the office [first, last), or with WS_FORM_OF and
 * WS_FORM_OWNER the body alone. Kept where it is the best. O(words). */
void ws_state(ws_stating *stating, ws_form form, uint32_t first, uint32_t last);

/* "Ana Ruiz, CEO, Hill Corp.": the body behind the comma at end, where the
 * statement that ends there is the best; head is the end of its office.
 * O(words). */
void ws_state_listed(ws_stating *stating, uint32_t end, uint32_t head);

#endif /* WS_STATING_H */
