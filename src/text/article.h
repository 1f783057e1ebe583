/*
 * article.h - of all of a page's paragraphs, the article's.
 */
#ifndef WS_ARTICLE_H
#define WS_ARTICLE_H

#include "text/layout.h"

/* A text of its own, and its map to the page. */
typedef struct ws_article {
    char *text; /* [len] */
    uint32_t len;
    ws_map map;
    whosaid_span title; /* in it: the headline; may be empty */
    bool spoken;        /* subtitles */
} ws_article;

/*
 * Choose the article's paragraphs and write them down.
 *
 *   scratch   where the layout lives; used for what is not kept
 *   arena     the article's
 *   bytes     the page's
 *
 * Errors: NOMEM. O(page).
 */
WHOSAID_MUST_USE whosaid_status ws_article_make(ws_arena *scratch,
                                                ws_arena *arena,
                                                const char *bytes,
                                                ws_layout *layout,
                                                ws_article *article);

#endif /* WS_ARTICLE_H */
