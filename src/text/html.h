/*
 * html.h - HTML as tags and text: the tokenizer of the WHATWG's rules.
 */
#ifndef WS_HTML_H
#define WS_HTML_H

#include <stdbool.h>
#include <stdint.h>

#include "whosaid.h"

typedef enum ws_html_kind {
    WS_HTML_END = 0, /* of the bytes */
    WS_HTML_TEXT,
    WS_HTML_START, /* <p> */
    WS_HTML_CLOSE, /* </p> */
    WS_HTML_COMMENT,
    WS_HTML_DOCTYPE
} ws_html_kind;

/* What the text behind a tag is. */
typedef enum ws_html_mode {
    WS_HTML_DATA = 0,
    WS_HTML_RCDATA,   /* references, no tags but its own end: title */
    WS_HTML_RAWTEXT,  /* nothing but its own end: style */
    WS_HTML_SCRIPT,   /* likewise, but for <!-- <script> </script> --> */
    WS_HTML_PLAINTEXT /* nothing at all */
} ws_html_mode;

typedef struct ws_html_token {
    ws_html_kind kind;
    whosaid_span all; /* bytes of the page */
    /* The text; a tag's name; a comment's or doctype's words. */
    whosaid_span words;
    bool solidus; /* a tag that ends in "/>" */
    bool decoded; /* a text in which references stand for characters */
    bool nul;     /* a text in which NUL stands for U+FFFD */
} ws_html_token;

typedef struct ws_html_attr {
    whosaid_span name;
    whosaid_span value; /* between the quotes; references are still there */
} ws_html_attr;

/* A page being read. */
typedef struct ws_html {
    const char *bytes;
    uint32_t len;
    uint32_t at;
    ws_html_mode mode; /* of what comes next */
    whosaid_span last; /* name of the tag whose end ends mode */
    bool foreign;      /* in SVG or MathML: there is CDATA */
} ws_html;

/* Begin to read; the bytes are borrowed. */
void ws_html_init(ws_html *html, const char *bytes, uint32_t len);

/*
 * Read the next token. A tag that the bytes end in is none. Whoever reads says
 * what the text behind a start tag is (ws_html_enter) and whether it is
 * foreign; the tokenizer knows no element. False at the end, with kind END.
 *
 * O(token), over a page O(len).
 */
bool ws_html_next(ws_html *html, ws_html_token *token);

/* The text behind this start tag, just read, is of a mode. */
void ws_html_enter(ws_html *html, ws_html_mode mode,
                   const ws_html_token *start);

/*
 * Read a tag's next attribute. Begin with at = token->words.end. Of two with
 * one name only the first counts: whoever looks for a name takes that.
 *
 * False when there is none left.
 */
bool ws_html_attr_next(const ws_html *html, uint32_t *at, ws_html_attr *attr);

/* Whether words of the page are these, in lower case, ASCII letters' case
 * aside. O(length). */
bool ws_html_is(const ws_html *html, whosaid_span words, const char *lower);

#endif /* WS_HTML_H */
