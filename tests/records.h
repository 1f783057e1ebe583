/*
 * records.h - whether bytes are lines of JSON, or brat standoff: readers that
 * take nothing but what the standards allow, for the fuzz target and the unit
 * tests.
 */
#ifndef TESTS_RECORDS_H
#define TESTS_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "whosaid.h"

/* Bytes being read: what is left of one line. */
struct records_reader {
    const char *at;
    const char *end;
};

static inline bool records_take(struct records_reader *r, const char *word)
{
    size_t len = strlen(word);

    if ((size_t)(r->end - r->at) < len || memcmp(r->at, word, len) != 0)
        return false;
    r->at += len;
    return true;
}

static inline bool records_digit(const struct records_reader *r)
{
    return r->at < r->end && *r->at >= '0' && *r->at <= '9';
}

/* Digits without a leading zero. */
static inline bool records_number(struct records_reader *r, uint64_t *number)
{
    *number = 0;
    if (!records_digit(r))
        return false;
    if (*r->at == '0') {
        r->at++;
        return !records_digit(r);
    }
    for (; records_digit(r); r->at++)
        *number = *number * 10 + (uint64_t)(*r->at - '0');
    return true;
}

/* Whether the character here must not stand raw on a line of ours: what ends
 * lines or disturbs a terminal. The text is known to be UTF-8. */
static inline bool records_control(const char *at)
{
    const unsigned char *byte = (const unsigned char *)at;

    if (byte[0] < ' ' || byte[0] == 0x7F)
        return true;
    if (byte[0] == 0xC2)
        return byte[1] <= 0x9F;
    if (byte[0] == 0xE2 && byte[1] == 0x80)
        return byte[2] == 0xA8 || byte[2] == 0xA9;
    return byte[0] == 0xEF && byte[1] == 0xBF && byte[2] >= 0xBE;
}

/* -- JSON ----------------------------------------------------------------- */

static inline bool records_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/* Behind the backslash. */
static inline bool records_escape(struct records_reader *r)
{
    if (r->at == r->end || strchr("\"\\nrtu", *r->at) == NULL)
        return false;
    if (*r->at++ != 'u')
        return true;
    if (r->end - r->at < 4)
        return false;
    for (int i = 0; i < 4; i++)
        if (!records_hex(r->at[i]))
            return false;
    bool half = r->at[0] == 'd' && r->at[1] >= '8'; /* of a pair: never ours */
    r->at += 4;
    return !half;
}

static inline bool records_string(struct records_reader *r)
{
    if (!records_take(r, "\""))
        return false;
    while (r->at < r->end && *r->at != '"') {
        if (records_control(r->at))
            return false;
        if (*r->at++ == '\\' && !records_escape(r))
            return false;
    }
    return records_take(r, "\"");
}

static inline bool records_scalar(struct records_reader *r)
{
    uint64_t number;

    if (r->at < r->end && *r->at == '"')
        return records_string(r);
    if (records_take(r, "null") || records_take(r, "true") ||
        records_take(r, "false"))
        return true;
    (void)records_take(r, "-");
    if (!records_number(r, &number))
        return false;
    if (!records_take(r, "."))
        return true;
    if (!records_digit(r))
        return false;
    while (records_digit(r))
        r->at++;
    return true;
}

enum { RECORDS_DEPTH = 8 };

/* One object and nothing else, without white space outside of strings. */
static inline bool records_is_object(const char *bytes, size_t len)
{
    struct records_reader r = {bytes, bytes + len};
    char close[RECORDS_DEPTH];
    size_t depth = 0;
    bool begins = true; /* a value or its key, or the end of an empty one */

    if (len == 0 || bytes[0] != '{')
        return false;
    for (;;) {
        if (begins) {
            bool in_object = depth > 0 && close[depth - 1] == '}';
            if (in_object && (!records_string(&r) || !records_take(&r, ":")))
                return false;
            bool object = records_take(&r, "{");
            if (object || records_take(&r, "[")) {
                if (depth == RECORDS_DEPTH)
                    return false;
                close[depth++] = object ? '}' : ']';
                begins = r.at == r.end || *r.at != close[depth - 1];
                continue;
            }
            if (!records_scalar(&r))
                return false;
            begins = false;
        } else if (r.at < r.end && *r.at == close[depth - 1]) {
            r.at++;
            if (--depth == 0)
                return r.at == r.end;
        } else if (records_take(&r, ",")) {
            begins = true;
        } else {
            return false;
        }
    }
}

/* -- brat ----------------------------------------------------------------- */

static inline bool records_word(struct records_reader *r)
{
    const char *from = r->at;

    while (r->at < r->end && ((*r->at >= 'A' && *r->at <= 'Z') ||
                              (*r->at >= 'a' && *r->at <= 'z')))
        r->at++;
    return r->at > from;
}

/* Code points to the end of the line; SIZE_MAX where one may not stand. */
static inline size_t records_length(const struct records_reader *r)
{
    size_t length = 0;

    for (const char *at = r->at; at < r->end; at++) {
        if (records_control(at))
            return SIZE_MAX;
        length += ((unsigned char)*at & 0xC0) != 0x80 ? 1 : 0;
    }
    return length;
}

/* Of a T line what stands behind its name. */
static inline bool records_text(struct records_reader *r)
{
    uint64_t begin;
    uint64_t end;
    uint64_t last = 0;
    uint64_t length = 0;

    if (!records_word(r) || !records_take(r, " "))
        return false;
    for (bool first = true; first || records_take(r, ";"); first = false) {
        if (!records_number(r, &begin) || !records_take(r, " ") ||
            !records_number(r, &end) || begin >= end || begin < last)
            return false;
        length += end - begin + (first ? 0 : 1);
        last = end;
    }
    return records_take(r, "\t") && records_length(r) == length;
}

/* A T line's name that was there before. */
static inline bool records_known(struct records_reader *r, uint64_t texts)
{
    uint64_t number;

    return records_take(r, "T") && records_number(r, &number) && number >= 1 &&
           number <= texts;
}

static inline bool records_is_standoff(const char *bytes, size_t len,
                                       uint64_t count[3])
{
    struct records_reader r = {bytes, bytes + len};
    uint64_t number;
    static const char *const letter[] = {"T", "R", "#"};
    int kind = 0;

    while (kind < 3 && !records_take(&r, letter[kind]))
        kind++;
    if (kind == 3 || !records_number(&r, &number) || number != ++count[kind] ||
        !records_take(&r, "\t"))
        return false;
    if (kind == 0)
        return records_text(&r);
    if (!records_word(&r) || !records_take(&r, " "))
        return false;
    if (kind == 1)
        return records_take(&r, "Arg1:") && records_known(&r, count[0]) &&
               records_take(&r, " Arg2:") && records_known(&r, count[0]) &&
               r.at == r.end;
    return records_known(&r, count[0]) && records_take(&r, "\t") &&
           records_length(&r) != SIZE_MAX;
}

/* -- files ---------------------------------------------------------------- */

/* Whether bytes are a file of rows in this format: for CSV and TSV only that
 * they are UTF-8. */
static inline bool records_are(whosaid_format format, const char *bytes,
                               size_t len)
{
    uint64_t count[3] = {0, 0, 0};
    size_t at;
    size_t line;

    if (!whosaid_utf8_check(bytes, len, &at, &line))
        return false;
    if (format != WHOSAID_FORMAT_JSONL &&
        format != WHOSAID_FORMAT_ANNOTATIONS && format != WHOSAID_FORMAT_BRAT)
        return true;
    while (len > 0) {
        const char *end = memchr(bytes, '\n', len);
        if (end == NULL)
            return false;
        size_t own = (size_t)(end - bytes);
        if (format == WHOSAID_FORMAT_BRAT
                ? !records_is_standoff(bytes, own, count)
                : !records_is_object(bytes, own))
            return false;
        bytes += own + 1;
        len -= own + 1;
    }
    return true;
}

#endif /* TESTS_RECORDS_H */
