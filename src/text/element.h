/*
 * element.h - HTML's elements: what each does to the text in it.
 */
#ifndef WS_ELEMENT_H
#define WS_ELEMENT_H

#include "text/markup.h"

/* The elements that something here tells apart. All others are one of
 * WS_ELEMENT_PLAIN (inline, so many by a hash of their name), or a block. */
typedef enum ws_element {
    WS_ELEMENT_A = 0,
    WS_ELEMENT_ARTICLE,
    WS_ELEMENT_ASIDE,
    WS_ELEMENT_BLOCKQUOTE,
    WS_ELEMENT_BODY,
    WS_ELEMENT_BR,
    WS_ELEMENT_BUTTON,
    WS_ELEMENT_CITE,
    WS_ELEMENT_DD, /* dt too */
    WS_ELEMENT_DIALOG,
    WS_ELEMENT_DIV, /* and other blocks without a trait of their own */
    WS_ELEMENT_DL,
    WS_ELEMENT_DROPPED,    /* svg, video, object, ... */
    WS_ELEMENT_FIGCAPTION, /* caption too */
    WS_ELEMENT_FIGURE,
    WS_ELEMENT_FOOTER,
    WS_ELEMENT_FOREIGN,      /* svg, math */
    WS_ELEMENT_FOREIGN_HTML, /* foreignObject */
    WS_ELEMENT_FORM,
    WS_ELEMENT_H1,
    WS_ELEMENT_HEADER,
    WS_ELEMENT_HEADING, /* h2 to h6 */
    WS_ELEMENT_HTML,
    WS_ELEMENT_LI,
    WS_ELEMENT_LINK,
    WS_ELEMENT_LIST, /* ul, ol, menu, dir */
    WS_ELEMENT_MAIN,
    WS_ELEMENT_META,
    WS_ELEMENT_NAV,
    WS_ELEMENT_P,
    WS_ELEMENT_PLAINTEXT,
    WS_ELEMENT_PRE, /* listing too */
    WS_ELEMENT_Q,
    WS_ELEMENT_RAW, /* style, iframe, noscript, ... */
    WS_ELEMENT_SCRIPT,
    WS_ELEMENT_SELECT,
    WS_ELEMENT_TABLE,
    WS_ELEMENT_TD, /* th too */
    WS_ELEMENT_TEMPLATE,
    WS_ELEMENT_TEXTAREA,
    WS_ELEMENT_TIME,
    WS_ELEMENT_TITLE,
    WS_ELEMENT_TR,   /* tbody, thead, tfoot too */
    WS_ELEMENT_VOID, /* img, input, ... */
    WS_ELEMENT_WBR,
    WS_ELEMENT_PLAIN
} ws_element;

#define WS_PLAIN_ELEMENTS 64
#define WS_ELEMENTS       (WS_ELEMENT_PLAIN + WS_PLAIN_ELEMENTS)

/* Traits; a set of bits. */
enum {
    WS_TRAIT_BLOCK = 1,  /* text before and behind it are two paragraphs */
    WS_TRAIT_ENDS_P = 2, /* its begin ends an open p */
    WS_TRAIT_VOID = 4,   /* holds nothing, has no end */
    WS_TRAIT_DROP = 8,   /* what it holds is no text of the page */
    WS_TRAIT_SCOPE = 16, /* an end tag in it ends nothing outside */
    WS_TRAIT_SOFT = 32,  /* dropped unless it holds much of the page */
    WS_TRAIT_LEAVES = 64 /* HTML that ends an open svg or math */
};

/* A tag's element by its name, below WS_ELEMENTS, and its traits. O(1). */
uint32_t ws_element_find(const ws_markup *html, whosaid_span name,
                         uint32_t *traits);

/* How the text in an element is read; DATA for most. */
ws_markup_mode ws_element_mode(uint32_t element);

#endif /* WS_ELEMENT_H */
