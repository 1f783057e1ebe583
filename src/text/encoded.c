/*
 * encoded.c - signs that arrive spelled out: &ldquo; and mojibake.
 *
 * Both are faults of whoever made the text, and common ones. What they stand
 * for is told; the bytes stay as they are, so every offset holds.
 *
 * Only signs are read, no letters: "&eacute;" stays apart, as nothing here
 * may change what a word is but its apostrophe.
 */
#include "text/encoded.h"

#include <stddef.h>
#include <string.h>

#include "base/bytes.h"

enum {
    LONGEST_NAME = 8, /* "&lsaquo;" without the ampersand */
    DIGITS = 7        /* of a numeric entity */
};

struct name {
    char name[LONGEST_NAME];
    uint16_t cp;
};

/* By name; "#" and digits are read apart. */
static const struct name names[] = {
    {"amp",    '&'   },
    {"apos",   '\''  },
    {"bdquo",  0x201E},
    {"hellip", 0x2026},
    {"laquo",  0x00AB},
    {"ldquo",  0x201C},
    {"lsaquo", 0x2039},
    {"lsquo",  0x2018},
    {"mdash",  0x2014},
    {"nbsp",   0x00A0},
    {"ndash",  0x2013},
    {"quot",   '"'   },
    {"raquo",  0x00BB},
    {"rdquo",  0x201D},
    {"rsaquo", 0x203A},
    {"rsquo",  0x2019},
    {"sbquo",  0x201A},
};

/* Windows-1252 has marks where Unicode has controls, and so do entities. */
static const uint16_t windows[] = {
    [0x82 - 0x82] = 0x201A, [0x84 - 0x82] = 0x201E, [0x85 - 0x82] = 0x2026,
    [0x8B - 0x82] = 0x2039, [0x91 - 0x82] = 0x2018, [0x92 - 0x82] = 0x2019,
    [0x93 - 0x82] = 0x201C, [0x94 - 0x82] = 0x201D, [0x96 - 0x82] = 0x2013,
    [0x97 - 0x82] = 0x2014, [0x9B - 0x82] = 0x203A};

/* The last byte of a sign in U+2010..203F, as each table shows it. */
struct third {
    char bytes[4];
    uint16_t cp;
};

static const struct third thirds[] = {
    {"\xC2\x93",     0x2013}, /* Latin-1: the byte as a control */
    {"\xC2\x94",     0x2014},
    {"\xC2\x98",     0x2018},
    {"\xC2\x99",     0x2019},
    {"\xC2\x9A",     0x201A},
    {"\xC2\x9C",     0x201C},
    {"\xC2\x9D",     0x201D}, /* unassigned in windows-1252 as well */
    {"\xC2\x9E",     0x201E},
    {"\xC2\xA6",     0x2026},
    {"\xC2\xB9",     0x2039},
    {"\xC2\xBA",     0x203A},
    {"\xC5\x93",     0x201C}, /* windows-1252 */
    {"\xC5\xA1",     0x201A},
    {"\xC5\xBE",     0x201E},
    {"\xCB\x9C",     0x2018},
    {"\xE2\x80\x9C", 0x2013},
    {"\xE2\x80\x9D", 0x2014},
    {"\xE2\x84\xA2", 0x2019},
    {"\xEF\xBF\xBD", 0x201D}, /* a byte that could not be written */
};

static bool is_sign(uint32_t cp)
{
    return cp == '"' || cp == '&' || cp == '\'' || cp == '`' || cp == 0xA0 ||
           cp == 0xAB || cp == 0xB4 || cp == 0xBB ||
           (cp >= 0x2010 && cp <= 0x2026) || cp == 0x2032 || cp == 0x2033 ||
           cp == 0x2039 || cp == 0x203A || (cp >= 0x3008 && cp <= 0x300F);
}

/* "#8220;" or "#x201c;": its length, or 0. */
static uint32_t read_number(const char *bytes, uint32_t len, int32_t *cp)
{
    uint32_t base = len > 1 && (bytes[1] | 0x20) == 'x' ? 16 : 10;
    uint32_t from = base == 16 ? 2 : 1;
    uint32_t value = 0;
    uint32_t at = from;

    while (at < len && at < from + DIGITS && ws_hex_digit(bytes[at]) < base)
        value = value * base + ws_hex_digit(bytes[at++]);
    if (value >= 0x82 && value - 0x82 < sizeof windows / sizeof *windows)
        value = windows[value - 0x82];
    if (at == from || at >= len || bytes[at] != ';' || !is_sign(value))
        return 0;
    *cp = (int32_t)value;
    return at + 1;
}

static uint32_t read_name(const char *bytes, uint32_t len, int32_t *cp)
{
    uint32_t n = 0;

    while (n < len && n < LONGEST_NAME && bytes[n] != ';')
        n++;
    if (n == len || bytes[n] != ';')
        return 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strlen(names[i].name) == n &&
            memcmp(names[i].name, bytes, n) == 0) {
            *cp = names[i].cp;
            return n + 1;
        }
    }
    return 0;
}

static uint32_t read_entity(const char *bytes, uint32_t len, int32_t *cp)
{
    uint32_t from = 1;

    /* "&amp;quot;": written out twice */
    if (len > 5 && memcmp(bytes, "&amp;", 5) == 0)
        from = 5;
    uint32_t n = len > from && bytes[from] == '#'
                     ? read_number(bytes + from, len - from, cp)
                     : read_name(bytes + from, len - from, cp);
    if (n > 0)
        return from + n;
    if (from == 1)
        return 0;
    *cp = '&';
    return 5;
}

static bool starts(const char *bytes, uint32_t len, const char *with)
{
    size_t n = strlen(with);

    return n <= len && memcmp(bytes, with, n) == 0;
}

/* A guillemet or a space behind U+00C2, or U+00E2 and what is left of the
 * two bytes behind it. */
static uint32_t read_mojibake(const char *bytes, uint32_t len, int32_t *cp)
{
    uint32_t n = 2;

    if (starts(bytes, len, "\xC3\x82\xC2")) {
        unsigned char last = len > 3 ? (unsigned char)bytes[3] : 0;
        if (last != 0xAB && last != 0xBB && last != 0xA0)
            return 0;
        *cp = last;
        return 4;
    }
    if (!starts(bytes, len, "\xC3\xA2"))
        return 0;
    if (starts(bytes + n, len - n, "\xE2\x82\xAC"))
        n += 3;
    else if (starts(bytes + n, len - n, "\xC2\x80"))
        n += 2;
    else
        return 0;
    for (size_t i = 0; i < sizeof thirds / sizeof *thirds; i++) {
        if (starts(bytes + n, len - n, thirds[i].bytes)) {
            *cp = thirds[i].cp;
            return n + (uint32_t)strlen(thirds[i].bytes);
        }
    }
    *cp = 0x201D; /* its last byte was dropped: only this one has none */
    return n;
}

uint32_t ws_encoded_read(const char *bytes, uint32_t at, uint32_t end,
                         int32_t *cp)
{
    if (bytes[at] == '&')
        return read_entity(bytes + at, end - at, cp);
    return read_mojibake(bytes + at, end - at, cp);
}
