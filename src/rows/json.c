/*
 * json.c - values as JSON, valid whatever the bytes.
 *
 *   in   values, one by one
 *   out  bytes
 *
 * Whoever calls keeps brackets and keys in order; the commas are set here. One
 * flag does for all depths: a comma is due before a key or a value that
 * follows a value, and what is opened or named has none behind it yet.
 */
#include "rows/json.h"

#include <string.h>

#include "base/unicode.h"

void ws_json_init(ws_json *json, ws_out *out, bool in_html)
{
    json->out = out;
    json->in_html = in_html;
    json->after = false;
    json->replaced = 0;
}

/* What comes before a key or a value. */
static void part(ws_json *json)
{
    ws_out_put(json->out, ",", json->after);
    json->after = true;
}

void ws_json_open(ws_json *json, char bracket)
{
    part(json);
    ws_out_put(json->out, &bracket, 1);
    json->after = false;
}

void ws_json_close(ws_json *json, char bracket)
{
    ws_out_put(json->out, &bracket, 1);
    json->after = true;
}

void ws_json_key(ws_json *json, const char *name)
{
    ws_json_text(json, name, strlen(name));
    ws_out_put(json->out, ":", 1);
    json->after = false;
}

void ws_json_bare(ws_json *json, const char *text, size_t len)
{
    part(json);
    ws_out_put(json->out, text, len);
}

void ws_json_number(ws_json *json, int64_t number)
{
    uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

    part(json);
    ws_out_put(json->out, "-", number < 0);
    ws_out_number(json->out, size);
}

void ws_json_null(ws_json *json)
{
    ws_json_bare(json, "null", 4);
}

void ws_json_end(ws_json *json)
{
    ws_out_put(json->out, "\n", 1);
    json->after = false;
}

/* -- text ----------------------------------------------------------------- */

static bool is_plain(const ws_json *json, int32_t cp)
{
    if (cp < ' ' || cp == '"' || cp == '\\')
        return false;
    if (cp < 0x7F)
        return !json->in_html || (cp != '<' && cp != '>' && cp != '&');
    return cp > 0x9F && cp != 0x2028 && cp != 0x2029 && cp != 0xFFFE &&
           cp != 0xFFFF;
}

/* How far text[at..len) goes out as it is; *cp is what stands there, in *skip
 * bytes, 0 at the end. */
static size_t plain_end(const ws_json *json, const char *text, size_t len,
                        size_t at, int32_t *cp, uint32_t *skip)
{
    while (at < len) {
        *cp = (unsigned char)text[at];
        *skip = 1;
        if (*cp >= 0x80)
            *skip = ws_utf8_next(text, len, at, cp);
        if (!is_plain(json, *cp))
            return at;
        at += *skip;
    }
    *skip = 0;
    return at;
}

/* A code point below U+10000 as an escape. */
static void put_escape(ws_out *out, int32_t cp)
{
    static const char digit[] = "0123456789abcdef";
    char escape[6] = {'\\', 'u', '0', '0', '0', '0'};
    const char *brief = NULL;

    switch (cp) {
    case '"':
        brief = "\\\"";
        break;
    case '\\':
        brief = "\\\\";
        break;
    case '\n':
        brief = "\\n";
        break;
    case '\r':
        brief = "\\r";
        break;
    case '\t':
        brief = "\\t";
        break;
    default:
        break;
    }
    if (brief != NULL) {
        ws_out_put(out, brief, 2);
        return;
    }
    for (int i = 0; i < 4; i++)
        escape[2 + i] = digit[((uint32_t)cp >> (12 - 4 * i)) & 15];
    ws_out_put(out, escape, sizeof escape);
}

void ws_json_text_open(ws_json *json)
{
    part(json);
    ws_out_put(json->out, "\"", 1);
}

void ws_json_text_shut(ws_json *json)
{
    ws_out_put(json->out, "\"", 1);
}

void ws_json_text_add(ws_json *json, const char *text, size_t len)
{
    int32_t cp = 0;
    uint32_t skip = 0;

    for (size_t at = 0; at < len; at += skip) {
        size_t end = plain_end(json, text, len, at, &cp, &skip);

        ws_out_put(json->out, text + at, end - at);
        at = end;
        if (skip > 0 && cp == WS_CP_BAD) {
            ws_out_put(json->out, "\xEF\xBF\xBD", 3);
            json->replaced += skip;
        } else if (skip > 0) {
            put_escape(json->out, cp);
        }
    }
}

void ws_json_text(ws_json *json, const char *text, size_t len)
{
    ws_json_text_open(json);
    ws_json_text_add(json, text, len);
    ws_json_text_shut(json);
}

void ws_json_string(ws_json *json, const char *name, const char *value)
{
    ws_json_key(json, name);
    ws_json_text(json, value, strlen(value));
}
