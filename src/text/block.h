/*
 * block.h - a page's text, paragraph by paragraph, as it is met.
 */
#ifndef WS_BLOCK_H
#define WS_BLOCK_H

#include "text/map.h"
#include "text/markup.h"

/* What a paragraph is in its page. */
typedef enum ws_block_role {
    WS_BLOCK_TEXT = 0,
    WS_BLOCK_TITLE,   /* h1 */
    WS_BLOCK_HEADING, /* h2 to h6 */
    WS_BLOCK_CAPTION,
    WS_BLOCK_QUOTE, /* of a block quote */
    WS_BLOCK_CITE   /* who said it, in or under a block quote */
} ws_block_role;

/* A paragraph; never empty, white space at neither end. */
typedef struct ws_block {
    uint32_t begin; /* of the layout's text */
    uint32_t end;
    uint32_t run;    /* of the map, that begins there */
    uint32_t node;   /* the element that it stands in */
    uint32_t linked; /* bytes in links */
    uint32_t quote;  /* the block quote around it, from 1; 0: none */
    uint8_t role;    /* ws_block_role */
    bool keep;       /* it is the article's: see article.c */
} ws_block;

typedef struct ws_blocks {
    ws_arena *arena;
    const char *bytes; /* the page's */
    char *text;        /* [len] the paragraphs, nothing between them */
    uint32_t len;
    uint32_t count;
    uint32_t cap;
    ws_block *block; /* [count] */
    ws_map map;      /* text to the page */
    /* What the next paragraph is. */
    uint32_t node;
    uint32_t quote;
    ws_block_role role;
    bool linked; /* the text that comes stands in a link */
    bool pre;    /* its line ends are some */
    /* What stands before the next character. */
    bool open;           /* a paragraph has begun */
    uint32_t breaks;     /* line ends */
    uint32_t level;      /* q elements around */
    uint64_t marked;     /* which of them have marks, by level */
    bool opens;          /* the innermost begins here */
    bool spaced;         /* white space */
    whosaid_span broken; /* where the line ends stood */
    whosaid_span space;  /* where white space stood */
    whosaid_span mark;   /* tag of the q that opens */
} ws_blocks;

/* Begin with room for all the text of a page of len bytes. Errors: NOMEM. */
WHOSAID_MUST_USE whosaid_status ws_blocks_init(ws_arena *arena,
                                               const char *bytes, uint32_t len,
                                               ws_blocks *blocks);

/* Add a text: references read, white space folded. O(token). */
void ws_blocks_add(ws_blocks *blocks, const ws_markup_token *text);

/* A br: one ends a line, two end the paragraph. */
void ws_blocks_break(ws_blocks *blocks, whosaid_span tag);

/* A q: its marks stand in the text where the page has none there itself. One
 * that ends without a tag (an empty span) gets no closing mark. */
void ws_blocks_quote(ws_blocks *blocks, whosaid_span tag);
void ws_blocks_unquote(ws_blocks *blocks, whosaid_span tag);

/* The paragraph ends, if there is one. */
void ws_blocks_end(ws_blocks *blocks);

#endif /* WS_BLOCK_H */
