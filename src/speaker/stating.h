/*
 * stating.h - a statement of somebody's role: what it says, and how well.
 */
#ifndef WS_STATING_H
#define WS_STATING_H

#include "speaker/form.h"
#include "speaker/statement.h"

/* What the document states of somebody: ranges of tokens, half-open; each may
 * be empty. */
typedef struct ws_role {
    uint32_t first; /* the office: [first, last) */
    uint32_t last;
    uint32_t body; /* the fullest name of the body: [body, body_end) */
    uint32_t body_end;
    uint32_t tag; /* "R-Wis.": [tag, tag_end), or WHOSAID_NONE */
    uint32_t tag_end;
    bool beside;   /* it stands right beside the name */
    int32_t score; /* how well it states it, in hundredths of a logit, or
                    * WS_ROLE_NONE */
} ws_role;

enum {
    WS_ROLE_SLOTS = 4096,  /* counters of statements; a power of two */
    WS_ROLE_NONE = -100000 /* score of nothing stated */
};

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
    bool listed;   /* a body is listed behind the statement looked at */
    ws_role best;
} ws_stating;

/* A statement of a form: the office [first, last), or with WS_FORM_OF and
 * WS_FORM_OWNER the body alone. Kept where it is the best. O(words). */
void ws_state(ws_stating *reading, ws_form kind, uint32_t first, uint32_t last);

/* "Ana Ruiz, CEO, Hill Corp.": where the body begins behind the comma at end,
 * and in *behind where it ends; end where none does; head is the end of the
 * office. O(words). */
uint32_t ws_state_lists(const ws_stating *reading, uint32_t end, uint32_t head,
                        uint32_t *behind);

/* Keep that body, where the statement that ends there is the best. O(words). */
void ws_state_listed(ws_stating *reading, uint32_t end, uint32_t head);

#endif /* WS_STATING_H */
