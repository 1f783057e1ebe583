/*
 * ldjson.c - what a page tells of its article in JSON-LD.
 *
 * Only strings are read, and whether a colon follows one: a key is a string
 * with a colon behind it, its value the next string if that comes at once. So
 * no depth matters, and what is broken breaks nothing else.
 */
#include "text/ldjson.h"

#include <stdbool.h>
#include <string.h>

#include "base/unicode.h"

static const char *const names[WS_LDJSON_KEYS] = {
    "articleBody", "datePublished", "inLanguage", "headline", "url"};

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* The next string's words, from *at on. False: there is none. */
static bool next_string(const char *bytes, uint32_t end, uint32_t *at,
                        whosaid_span *words)
{
    const char *quote = memchr(bytes + *at, '"', end - *at);

    if (quote == NULL)
        return false;
    uint32_t i = (uint32_t)(quote - bytes) + 1;
    words->begin = i;
    while (i < end && bytes[i] != '"')
        i += bytes[i] == '\\' && i + 1 < end ? 2 : 1;
    words->end = i < end ? i : end;
    *at = i < end ? i + 1 : end;
    return i < end;
}

static uint32_t pass_space(const char *bytes, uint32_t end, uint32_t at)
{
    while (at < end && is_space(bytes[at]))
        at++;
    return at;
}

void ws_ldjson_find(const char *bytes, whosaid_span json,
                    whosaid_span found[WS_LDJSON_KEYS])
{
    uint32_t at = json.begin;
    whosaid_span key;

    while (next_string(bytes, json.end, &at, &key)) {
        at = pass_space(bytes, json.end, at);
        if (at == json.end || bytes[at] != ':')
            continue;
        at = pass_space(bytes, json.end, at + 1);
        if (at == json.end || bytes[at] != '"')
            continue;
        whosaid_span value;
        if (!next_string(bytes, json.end, &at, &value))
            return;
        for (uint32_t i = 0; i < WS_LDJSON_KEYS; i++) {
            size_t len = strlen(names[i]);
            if (key.end - key.begin == len &&
                memcmp(bytes + key.begin, names[i], len) == 0 &&
                found[i].end == found[i].begin)
                found[i] = value;
        }
    }
}

/* Four hexadecimal digits; -1 when they are not. */
static int32_t read_unit(const char *bytes, uint32_t at, uint32_t end)
{
    int32_t unit = 0;

    if (end - at < 4)
        return -1;
    for (uint32_t i = 0; i < 4; i++) {
        char c = bytes[at + i];
        if (c >= '0' && c <= '9')
            unit = unit * 16 + (c - '0');
        else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
            unit = unit * 16 + ((c | 0x20) - 'a' + 10);
        else
            return -1;
    }
    return unit;
}

/* "\u201C", or a pair of them, at at. */
static uint32_t read_escape(const char *bytes, uint32_t at, uint32_t end,
                            char out[4], uint32_t *len)
{
    int32_t unit = read_unit(bytes, at + 2, end);
    int32_t cp = unit;
    uint32_t read = unit < 0 ? 2 : 6;

    if (unit >= 0xD800 && unit <= 0xDBFF && end - at >= 12 &&
        bytes[at + 6] == '\\' && bytes[at + 7] == 'u') {
        int32_t low = read_unit(bytes, at + 8, end);
        if (low >= 0xDC00 && low <= 0xDFFF) {
            cp = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            read = 12;
        }
    }
    *len = cp < 0 || (cp >= 0xD800 && cp <= 0xDFFF) ? 0 : ws_utf8_put(cp, out);
    return read;
}

uint32_t ws_ldjson_char(const char *bytes, uint32_t at, uint32_t end,
                        char out[4], uint32_t *len)
{
    static const char escaped[] = "b\bf\fn\nr\rt\t";

    *len = 1;
    out[0] = bytes[at];
    if (bytes[at] != '\\' || at + 1 >= end)
        return 1;
    if (bytes[at + 1] == 'u')
        return read_escape(bytes, at, end, out, len);
    out[0] = bytes[at + 1];
    for (size_t i = 0; i + 1 < sizeof escaped; i += 2)
        if (escaped[i] == bytes[at + 1])
            out[0] = escaped[i + 1];
    return 2;
}
