/*
 * attr.h - the attributes of a tag that say something of its text.
 */
#ifndef WS_ATTR_H
#define WS_ATTR_H

#include "text/markup.h"

typedef enum ws_attr {
    WS_ATTR_CLASS = 0,
    WS_ATTR_CONTENT,
    WS_ATTR_DATETIME,
    WS_ATTR_HIDDEN,
    WS_ATTR_HREF,
    WS_ATTR_HTTP_EQUIV,
    WS_ATTR_ID,
    WS_ATTR_ITEMPROP,
    WS_ATTR_LANG,
    WS_ATTR_NAME,
    WS_ATTR_OPEN,
    WS_ATTR_PROPERTY,
    WS_ATTR_REL,
    WS_ATTR_ROLE,
    WS_ATTR_STYLE,
    WS_ATTR_TYPE,
    WS_ATTRS
} ws_attr;

typedef struct ws_attrs {
    whosaid_span value[WS_ATTRS]; /* of those that it has */
    uint32_t has;                 /* a set of bits, by ws_attr */
} ws_attrs;

/* What class and id tell of an element. A set of bits. */
enum {
    WS_CLASS_HIDDEN = 1,  /* for readers aloud, not for the eye */
    WS_CLASS_JUNK = 2,    /* beside the article: links, comments, adverts */
    WS_CLASS_CAPTION = 4, /* under a picture */
    WS_CLASS_PULL = 8     /* a pull quote */
};

/* Read a start tag's attributes. O(tag). */
void ws_attrs_read(const ws_markup *html, const ws_markup_token *tag,
                   ws_attrs *attrs);

/* Whether a value is these words, or holds them among others parted by white
 * space; letters' case aside. False where the tag has no such attribute. */
bool ws_attrs_is(const ws_markup *html, const ws_attrs *attrs, ws_attr attr,
                 const char *lower);
bool ws_attrs_has(const ws_markup *html, const ws_attrs *attrs, ws_attr attr,
                  const char *lower);

/* WS_CLASS_*, from its class and id. O(their length). */
uint32_t ws_attrs_class(const ws_markup *html, const ws_attrs *attrs);

/* Whether it is not to be seen: by attribute, by style, or by class. */
bool ws_attrs_hide(const ws_markup *html, const ws_attrs *attrs);

#endif /* WS_ATTR_H */
