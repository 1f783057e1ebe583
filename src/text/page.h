/*
 * page.h - an HTML page that was read: its text, and where that stood.
 */
#ifndef WS_PAGE_H
#define WS_PAGE_H

#include "text/article.h"

struct whosaid_page {
    ws_arena arena;    /* owns all below */
    const char *bytes; /* [len] the page; borrowed */
    uint32_t len;
    ws_article article;
    struct {
        const char *words; /* [len], NUL behind */
        uint32_t len;
    } field[WHOSAID_PAGE_FIELDS];
};

/* A place in a page that moves on only. Begin with {0, 1, 0}. */
typedef struct ws_page_place {
    uint32_t at;
    uint32_t line;  /* of at, from 1 */
    uint32_t begin; /* of that line */
} ws_page_place;

/* Move on to byte at, if it is not behind that already. O(way). */
void ws_page_move(const whosaid_page *page, ws_page_place *place, uint32_t at);

#endif /* WS_PAGE_H */
