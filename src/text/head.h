/*
 * head.h - what a page tells of itself: title, address, date, language.
 */
#ifndef WS_HEAD_H
#define WS_HEAD_H

#include "base/arena.h"
#include "text/attr.h"

/* How a field's words are written in the page. */
typedef enum ws_head_form {
    WS_HEAD_VALUE, /* of an attribute, or a title's text */
    WS_HEAD_JSON   /* a string of JSON */
} ws_head_form;

typedef struct ws_head_field {
    whosaid_span words;
    uint8_t rank; /* of where it was found; 0: nowhere */
    ws_head_form form;
} ws_head_field;

typedef struct ws_head {
    ws_head_field field[WHOSAID_PAGE_FIELDS];
    whosaid_span body; /* articleBody, a string of JSON */
} ws_head;

/* See whether a meta, link, html, time or other tag tells something. */
void ws_head_meta(ws_head *head, const ws_markup *html, const ws_attrs *attrs);
void ws_head_link(ws_head *head, const ws_markup *html, const ws_attrs *attrs);
void ws_head_lang(ws_head *head, const ws_attrs *attrs);
void ws_head_time(ws_head *head, const ws_markup *html, const ws_attrs *attrs);

/* The title element's text; JSON-LD. */
void ws_head_title(ws_head *head, whosaid_span words);
void ws_head_json(ws_head *head, const ws_markup *html, whosaid_span json);

/* A field's words as UTF-8, white space folded; "" when it was not found, *len
 * 0. NULL: no memory. */
const char *ws_head_words(ws_arena *arena, const char *bytes,
                          const ws_head_field *field, uint32_t *len);

#endif /* WS_HEAD_H */
