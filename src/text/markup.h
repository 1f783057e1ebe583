/*
 * markup.h - HTML as tags and text: the tokenizer of the WHATWG's rules.
 */
#ifndef WS_MARKUP_H
#define WS_MARKUP_H

#include <stdbool.h>
#include <stdint.h>

#include "whosaid.h"

/* White space and letters of HTML. */
static inline bool ws_markup_is_space(int c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static inline bool ws_markup_is_letter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

typedef enum ws_markup_kind {
    WS_MARKUP_END = 0, /* of the bytes */
    WS_MARKUP_TEXT,
    WS_MARKUP_START, /* <p> */
    WS_MARKUP_CLOSE, /* </p> */
    WS_MARKUP_COMMENT,
    WS_MARKUP_DOCTYPE
} ws_markup_kind;

/* What the text behind a tag is. */
typedef enum ws_markup_mode {
    WS_MARKUP_DATA = 0,
    WS_MARKUP_RCDATA,   /* references, no tags but its own end: title */
    WS_MARKUP_RAWTEXT,  /* nothing but its own end: style */
    WS_MARKUP_SCRIPT,   /* likewise, but for <!-- <script> </script> --> */
    WS_MARKUP_PLAINTEXT /* nothing at all */
} ws_markup_mode;

typedef struct ws_markup_token {
    ws_markup_kind kind;
    whosaid_span all; /* bytes of the page */
    /* The text; a tag's name; a comment's or doctype's words. */
    whosaid_span words;
    bool solidus; /* a tag that ends in "/>" */
    bool decoded; /* a text in which references stand for characters */
    bool nul;     /* a text in which NUL stands for U+FFFD */
} ws_markup_token;

typedef struct ws_markup_attr {
    whosaid_span name;
    whosaid_span value; /* between the quotes; references are still there */
} ws_markup_attr;

/* A page being read. */
typedef struct ws_markup {
    const char *bytes;
    uint32_t len;
    uint32_t at;
    ws_markup_mode mode; /* of what comes next */
    whosaid_span last;   /* name of the tag whose end ends mode */
    bool foreign;        /* in SVG or MathML: there is CDATA */
} ws_markup;

/* Begin to read; the bytes are borrowed. */
void ws_markup_init(ws_markup *html, const char *bytes, uint32_t len);

/*
 * Read the next token. A tag that the bytes end in is none. Whoever reads says
 * what the text behind a start tag is (ws_markup_enter) and whether it is
 * foreign; the tokenizer knows no element. False at the end, with kind END.
 *
 * O(token), over a page O(len).
 */
bool ws_markup_next(ws_markup *html, ws_markup_token *token);

/* The text behind this start tag, just read, is of a mode. */
void ws_markup_enter(ws_markup *html, ws_markup_mode mode,
                     const ws_markup_token *start);

/*
 * Read a tag's next attribute. Begin with at = token->words.end. Of two with
 * one name only the first counts: whoever looks for a name takes that.
 *
 * False when there is none left.
 */
bool ws_markup_attr_next(const ws_markup *html, uint32_t *at,
                         ws_markup_attr *attr);

/* Whether words of the page are these, in lower case, ASCII letters' case
 * aside. O(length). */
bool ws_markup_is(const ws_markup *html, whosaid_span words, const char *lower);

#endif /* WS_MARKUP_H */
