/*
 * ldjson.h - what a page tells of its article in JSON-LD.
 */
#ifndef WS_LDJSON_H
#define WS_LDJSON_H

#include "whosaid.h"

typedef enum ws_ldjson_key {
    WS_LDJSON_BODY = 0, /* articleBody */
    WS_LDJSON_DATE,     /* datePublished */
    WS_LDJSON_LANGUAGE, /* inLanguage */
    WS_LDJSON_TITLE,    /* headline */
    WS_LDJSON_URL,      /* url */
    WS_LDJSON_KEYS
} ws_ldjson_key;

/* Find the first string of each key, wherever it stands: between its quotes,
 * escapes still there; what is not found stays as it is. JSON that is broken
 * is read as far as it goes. O(json). */
void ws_ldjson_find(const char *bytes, whosaid_span json,
                    whosaid_span found[WS_LDJSON_KEYS]);

/* Read the character of a string at bytes[at], at < end, as UTF-8: its bytes
 * in *len, 0 for half a character. Returns the bytes read, at least as many. */
uint32_t ws_ldjson_char(const char *bytes, uint32_t at, uint32_t end,
                        char out[4], uint32_t *len);

#endif /* WS_LDJSON_H */
