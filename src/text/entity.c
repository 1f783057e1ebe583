/*
 * entity.c - HTML's character references.
 *
 * As the standard has them: of the named ones the longest that matches, some
 * without their semicolon; numbers that name what windows-1252 has at that
 * place, or nothing that may be (NUL, a surrogate, past the last).
 */
#include "text/entity.h"

#include <string.h>

#include "base/bytes.h"
#include "base/unicode.h"

struct entity {
    uint16_t at;   /* of the name in the pool */
    uint8_t len;   /* of the name */
    uint8_t bytes; /* of what it stands for, right behind */
};

#include "gen/entities.inc"

#define ENTITIES ((uint32_t)(sizeof entities / sizeof entities[0]))

_Static_assert(sizeof(struct entity) == 4, "rows are packed by mkentities");

/* What windows-1252 has at 0x80 to 0x9F; 0: nothing. */
static const uint16_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

static bool is_alnum(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* "&#8220;" or "&#x201c": the semicolon may be missing. */
static uint32_t read_number(const char *bytes, uint32_t at, uint32_t end,
                            ws_entity *entity)
{
    uint32_t begin = at;
    uint32_t value = 0;
    uint32_t base = 10;

    at += 2;
    if (at < end && (bytes[at] | 0x20) == 'x') {
        base = 16;
        at++;
    }
    uint32_t digits = at;
    while (at < end && ws_hex_digit(bytes[at]) < base) {
        if (value <= 0x10FFFF)
            value = value * base + ws_hex_digit(bytes[at]);
        at++;
    }
    if (at == digits)
        return 0;
    if (at < end && bytes[at] == ';')
        at++;
    if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        value = 0xFFFD;
    else if (value >= 0x80 && value <= 0x9F && windows[value - 0x80] != 0)
        value = windows[value - 0x80];
    entity->len = (uint8_t)ws_utf8_put((int32_t)value, entity->bytes);
    return at - begin;
}

/* Byte n of the name of row i, or -1 behind its end. */
static int name_byte(uint32_t i, uint32_t n)
{
    return n < entities[i].len ? (unsigned char)entity_pool[entities[i].at + n]
                               : -1;
}

/* First of rows [low, high), whose names agree up to byte n, with byte n not
 * below want. */
static uint32_t first_not_below(uint32_t low, uint32_t high, uint32_t n,
                                int want)
{
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (name_byte(middle, n) < want)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The row of the longest name that stands at at; ENTITIES: none. */
static uint32_t find_name(const char *bytes, uint32_t at, uint32_t end)
{
    uint32_t low = 0;
    uint32_t high = ENTITIES;
    uint32_t found = ENTITIES;

    for (uint32_t n = 0; n < ENTITY_LONGEST && at + n < end; n++) {
        int want = (unsigned char)bytes[at + n];
        low = first_not_below(low, high, n, want);
        high = first_not_below(low, high, n, want + 1);
        if (low == high)
            break;
        if (entities[low].len == n + 1) /* the shortest of them comes first */
            found = low;
    }
    return found;
}

static uint32_t read_name(const char *bytes, uint32_t at, uint32_t end,
                          bool value, ws_entity *entity)
{
    uint32_t i = find_name(bytes, at + 1, end);

    if (i == ENTITIES)
        return 0;
    uint32_t behind = at + 1 + entities[i].len;
    if (value && bytes[behind - 1] != ';' && behind < end &&
        (bytes[behind] == '=' || is_alnum(bytes[behind])))
        return 0;
    memcpy(entity->bytes, entity_pool + entities[i].at + entities[i].len,
           entities[i].bytes);
    entity->len = entities[i].bytes;
    return behind - at;
}

uint32_t ws_entity_read(const char *bytes, uint32_t at, uint32_t end,
                        bool value, ws_entity *entity)
{
    if (at + 1 >= end)
        return 0;
    if (bytes[at + 1] == '#')
        return read_number(bytes, at, end, entity);
    return is_alnum(bytes[at + 1]) ? read_name(bytes, at, end, value, entity)
                                   : 0;
}
