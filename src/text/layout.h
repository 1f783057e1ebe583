/*
 * layout.h - a page's paragraphs, the article's and all others.
 */
#ifndef WS_LAYOUT_H
#define WS_LAYOUT_H

#include "text/block.h"
#include "text/head.h"

/* What an element is for its paragraphs. A set of bits. */
enum {
    WS_NODE_ARTICLE = 1, /* article */
    WS_NODE_MAIN = 2,    /* main, role=main */
    WS_NODE_BODY = 4,    /* itemprop=articleBody */
    WS_NODE_SOFT = 8,    /* no part of the article, unless it holds much */
    WS_NODE_HEADER = 16, /* header outside an article */
    WS_NODE_TEXT = 32    /* a paragraph, a heading, a list's item */
};

/* A block element; its parent comes before it. */
typedef struct ws_node {
    uint32_t parent; /* of node 0, the page: 0 */
    uint32_t is;     /* WS_NODE_* */
} ws_node;

typedef struct ws_layout {
    ws_blocks blocks;
    ws_node *node; /* [nodes], >= 1 */
    uint32_t nodes;
    uint32_t cap;
    uint32_t quotes; /* block quotes */
    ws_head head;
} ws_layout;

/* Read a page. Errors: NOMEM. O(len). */
WHOSAID_MUST_USE whosaid_status ws_layout_read(ws_arena *arena,
                                               const char *bytes, uint32_t len,
                                               ws_layout *layout);

#endif /* WS_LAYOUT_H */
