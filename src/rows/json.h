/*
 * json.h - values as JSON, RFC 8259, valid whatever the bytes.
 */
#ifndef WS_JSON_H
#define WS_JSON_H

#include "rows/out.h"

/* One text of JSON on its way out. */
typedef struct ws_json {
    ws_out *out;
    bool in_html;      /* it stands in a script element of HTML */
    bool after;        /* a value stands before: a comma is due */
    uint64_t replaced; /* bytes that became U+FFFD */
} ws_json;

/* Start; writes nothing. */
void ws_json_init(ws_json *json, ws_out *out, bool in_html);

/* Begin an object or a list with { or [, end it with } or ]. */
void ws_json_open(ws_json *json, char bracket);
void ws_json_close(ws_json *json, char bracket);

/* The name of a member, ending with NUL; its value comes next. */
void ws_json_key(ws_json *json, const char *name);

/*
 * A string. What stands in the file for it is one line and shows as it is in a
 * terminal: controls, U+2028, U+2029, U+FFFE and U+FFFF are escaped, and in
 * HTML < > & too. An ill-formed byte becomes U+FFFD. O(len).
 */
void ws_json_text(ws_json *json, const char *text, size_t len);

/* The same, piece by piece: open, add any number of times, shut. */
void ws_json_text_open(ws_json *json);
void ws_json_text_add(ws_json *json, const char *text, size_t len);
void ws_json_text_shut(ws_json *json);

/* A member that is a string; both end with NUL. */
void ws_json_string(ws_json *json, const char *name, const char *value);

/* A value that needs no marks: a number as it is to stand there, true. */
void ws_json_bare(ws_json *json, const char *text, size_t len);
void ws_json_number(ws_json *json, int64_t number);
void ws_json_null(ws_json *json);

/* End the line behind a whole value; the next one may begin. */
void ws_json_end(ws_json *json);

#endif /* WS_JSON_H */
