/*
 * saying.h - verbs of saying of several languages.
 */
#ifndef WS_SAYING_H
#define WS_SAYING_H

#include <stdbool.h>
#include <stdint.h>

/* What a word tells; a verb is good for what stands before it too. */
typedef enum ws_saying_use {
    WS_SAYING_CALLED, /* that marks behind it hold a name or the like */
    WS_SAYING_GIVEN,  /* no verb: according to */
    WS_SAYING_NEAR,   /* that marks beside it hold speech */
    WS_SAYING_DASH,   /* that speech in dash dialogue breaks off */
    WS_SAYING_ANGLE   /* likewise behind a comma in guillemets */
} ws_saying_use;

typedef struct ws_saying {
    uint16_t at; /* in the pool of saying.c */
    uint8_t len;
    bool stem;   /* longer words count too */
    uint8_t use; /* ws_saying_use */
} ws_saying;

/* The entry of data/saying.tsv that a word in small letters is or begins with,
 * or NULL. What stands before an apostrophe, as in "s’écria", is left out.
 * O(log entries). */
const ws_saying *ws_saying_find(const char *word, uint32_t len);

#endif /* WS_SAYING_H */
