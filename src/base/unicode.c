/*
 * unicode.c - code points, their classes and the keys words compare by.
 *
 *   in   bytes that should be UTF-8
 *   out  code points, class bits, folded keys
 *
 * Decoding is ours: it must say how far to step over a bad byte, which
 * utf8proc's does not. RFC 3629 to the letter: overlong forms, surrogates,
 * anything past U+10FFFF, a truncated sequence and a stray continuation byte
 * are each one bad byte long, and decoding goes on at the next byte.
 *
 * Classes of ASCII come from a table, all others from utf8proc's categories.
 * A key is folded code point by code point into a buffer on the stack, put
 * into canonical order, composed and written out.
 *
 * Not here: what a character does in a text. See segment.c, mark.c.
 */
#include "base/unicode.h"

#include <utf8proc.h>

#include "base/bytes.h"

#define U (WS_CP_UPPER | WS_CP_LETTER)
#define L (WS_CP_LOWER | WS_CP_LETTER)
#define D WS_CP_DIGIT
#define B WS_CP_SPACE
#define N (WS_CP_SPACE | WS_CP_NEWLINE)
#define P WS_CP_PUNCT
#define S WS_CP_SYMBOL
#define C WS_CP_CONTROL
#define Q (WS_CP_PUNCT | WS_CP_QUOTE)
#define G (WS_CP_SYMBOL | WS_CP_QUOTE) /* the grave accent */

const uint16_t ws_ascii_class[128] = {
    C, C, C, C, C, C, C, C, C, B, N, N, N, N, C, C, /* NUL .. SI */
    C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, /* DLE .. US */
    B, P, Q, P, S, P, P, Q, P, P, P, S, P, P, P, P, /* space .. / */
    D, D, D, D, D, D, D, D, D, D, P, P, S, S, S, P, /* 0 .. ? */
    P, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, /* @ .. O */
    U, U, U, U, U, U, U, U, U, U, U, P, P, P, S, P, /* P .. _ */
    G, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* ` .. o */
    L, L, L, L, L, L, L, L, L, L, L, P, S, P, S, C, /* p .. DEL */
};

#undef U
#undef L
#undef D
#undef B
#undef N
#undef P
#undef S
#undef C
#undef Q
#undef G

static const uint16_t category_class[] = {
    [UTF8PROC_CATEGORY_LU] = WS_CP_LETTER | WS_CP_UPPER,
    [UTF8PROC_CATEGORY_LL] = WS_CP_LETTER | WS_CP_LOWER,
    [UTF8PROC_CATEGORY_LT] = WS_CP_LETTER | WS_CP_UPPER,
    [UTF8PROC_CATEGORY_LM] = WS_CP_LETTER,
    [UTF8PROC_CATEGORY_LO] = WS_CP_LETTER,
    [UTF8PROC_CATEGORY_MN] = WS_CP_COMBINE,
    [UTF8PROC_CATEGORY_MC] = WS_CP_COMBINE,
    [UTF8PROC_CATEGORY_ME] = WS_CP_COMBINE,
    [UTF8PROC_CATEGORY_ND] = WS_CP_DIGIT,
    [UTF8PROC_CATEGORY_NL] = WS_CP_LETTER,
    [UTF8PROC_CATEGORY_PC] = WS_CP_PUNCT,
    [UTF8PROC_CATEGORY_PD] = WS_CP_PUNCT,
    [UTF8PROC_CATEGORY_PS] = WS_CP_PUNCT,
    [UTF8PROC_CATEGORY_PE] = WS_CP_PUNCT,
    [UTF8PROC_CATEGORY_PI] = WS_CP_PUNCT,
    [UTF8PROC_CATEGORY_PF] = WS_CP_PUNCT,
    [UTF8PROC_CATEGORY_PO] = WS_CP_PUNCT,
    [UTF8PROC_CATEGORY_SM] = WS_CP_SYMBOL,
    [UTF8PROC_CATEGORY_SC] = WS_CP_SYMBOL,
    [UTF8PROC_CATEGORY_SK] = WS_CP_SYMBOL,
    [UTF8PROC_CATEGORY_SO] = WS_CP_SYMBOL,
    [UTF8PROC_CATEGORY_ZS] = WS_CP_SPACE,
    [UTF8PROC_CATEGORY_ZL] = WS_CP_SPACE | WS_CP_NEWLINE,
    [UTF8PROC_CATEGORY_ZP] = WS_CP_SPACE | WS_CP_NEWLINE,
    [UTF8PROC_CATEGORY_CC] = WS_CP_CONTROL,
    [UTF8PROC_CATEGORY_CF] = WS_CP_CONTROL,
    [UTF8PROC_CATEGORY_CO] = 0, /* the last */
};

/* Letters of scripts that put no space between words, in order. */
static const int32_t unspaced[][2] = {
    {0x0E00,  0x0EFF }, /* Thai, Lao */
    {0x0F00,  0x0FFF }, /* Tibetan */
    {0x1000,  0x109F }, /* Myanmar */
    {0x1780,  0x17FF }, /* Khmer */
    {0x2E80,  0x2FDF }, /* radicals */
    {0x3005,  0x3007 }, /* iteration and closing marks, zero */
    {0x3021,  0x3029 }, /* Hangzhou numerals */
    {0x3031,  0x30FF }, /* kana */
    {0x3105,  0x312F }, /* Bopomofo */
    {0x31A0,  0x31FF }, /* Bopomofo and kana, extended */
    {0x3400,  0x4DBF }, /* Han, extension A */
    {0x4E00,  0x9FFF }, /* Han */
    {0xF900,  0xFAFF }, /* Han, compatibility */
    {0xFF66,  0xFF9F }, /* half width kana */
    {0x1AFF0, 0x1B16F}, /* kana, supplements */
    {0x20000, 0x3FFFD}, /* Han, further extensions */
};

/* Marks of quotation beyond ASCII: Unicode's Quotation_Mark, the acute accent
 * and the primes that stand in for it. In order. */
static const int32_t quotes[][2] = {
    {0x00AB, 0x00AB},
    {0x00B4, 0x00B4},
    {0x00BB, 0x00BB},
    {0x05F4, 0x05F4},
    {0x2018, 0x201F},
    {0x2032, 0x2033},
    {0x2039, 0x203A},
    {0x275B, 0x275E},
    {0x2E42, 0x2E42},
    {0x3008, 0x300F},
    {0x301D, 0x301F},
    {0xFE41, 0xFE44},
    {0xFF02, 0xFF02},
    {0xFF07, 0xFF07},
    {0xFF62, 0xFF63},
};

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static bool continues(const unsigned char *byte)
{
    return (*byte & 0xC0) == 0x80;
}

/* Two bytes and more; left bytes from byte on, left >= 1. 0 when ill-formed. */
static uint32_t decode(const unsigned char *byte, size_t left, int32_t *cp)
{
    int32_t head = byte[0];

    if (head >= 0xC2 && head <= 0xDF && left >= 2 && continues(byte + 1)) {
        *cp = (head & 0x1F) << 6 | (byte[1] & 0x3F);
        return 2;
    }
    if (head >= 0xE0 && head <= 0xEF && left >= 3 && continues(byte + 1) &&
        continues(byte + 2)) {
        *cp = (head & 0x0F) << 12 | (byte[1] & 0x3F) << 6 | (byte[2] & 0x3F);
        return *cp >= 0x800 && (*cp < 0xD800 || *cp > 0xDFFF) ? 3 : 0;
    }
    if (head >= 0xF0 && head <= 0xF4 && left >= 4 && continues(byte + 1) &&
        continues(byte + 2) && continues(byte + 3)) {
        *cp = (head & 0x07) << 18 | (byte[1] & 0x3F) << 12 |
              (byte[2] & 0x3F) << 6 | (byte[3] & 0x3F);
        return *cp >= 0x10000 && *cp <= 0x10FFFF ? 4 : 0;
    }
    return 0;
}

uint32_t ws_utf8_next(const char *text, size_t len, size_t at, int32_t *cp)
{
    const unsigned char *byte = (const unsigned char *)text + at;
    uint32_t step;

    if (*byte < 0x80) {
        *cp = *byte;
        return 1;
    }
    step = decode(byte, len - at, cp);
    if (step == 0) {
        *cp = WS_CP_BAD;
        step = 1;
    }
    return step;
}

uint32_t ws_utf8_prev(const char *text, size_t at, int32_t *cp)
{
    const unsigned char *byte = (const unsigned char *)text;
    size_t most = at < 4 ? at : 4;

    for (size_t back = 1; back <= most; back++) {
        if (continues(byte + at - back))
            continue;
        if (ws_utf8_next(text, at, at - back, cp) == back)
            return (uint32_t)back;
        break;
    }
    *cp = WS_CP_BAD;
    return 1;
}

/* Whether the eight bytes from byte on are ASCII past every line end. */
static bool is_plain(const char *byte)
{
    uint64_t eight = ws_eight_at(byte);

    /* a byte under 0x20 borrows from its own high bit, and may make the next
     * ones look low too: then we only look closer than we had to */
    return ((eight | (eight - WS_EACH(0x20))) & WS_EACH(0x80)) == 0;
}

size_t ws_utf8_plain(const char *text, size_t len, size_t at)
{
    while (len - at >= 8 && is_plain(text + at))
        at += 8;
    return at;
}

uint32_t ws_utf8_line_end(const char *text, size_t len, size_t at)
{
    const unsigned char *byte = (const unsigned char *)text + at;
    size_t left = len - at;

    if (byte[0] == '\n')
        return 1;
    if (byte[0] == '\r')
        return left > 1 && byte[1] == '\n' ? 2 : 1;
    if (byte[0] == 0xC2 && left > 1 && byte[1] == 0x85)
        return 2;
    if (byte[0] == 0xE2 && left > 2 && byte[1] == 0x80 &&
        (byte[2] == 0xA8 || byte[2] == 0xA9))
        return 3;
    return 0;
}

bool ws_utf8_check(const char *text, size_t len, size_t *at, size_t *line)
{
    size_t lines = 1;

    for (size_t i = ws_utf8_plain(text, len, 0); i < len;) {
        int32_t cp = 0;
        uint32_t end = ws_utf8_line_end(text, len, i);
        uint32_t step = end != 0 ? end : ws_utf8_next(text, len, i, &cp);
        lines += end != 0;
        if (end == 0 && cp == WS_CP_BAD) {
            *at = i;
            *line = lines;
            return false;
        }
        i = ws_utf8_plain(text, len, i + step);
    }
    return true;
}

void ws_trim(const char **text, size_t *len)
{
    int32_t cp = 0;

    while (*len > 0) {
        uint32_t step = ws_utf8_next(*text, *len, 0, &cp);
        if ((ws_cp_class(cp) & WS_CP_SPACE) == 0)
            break;
        *text += step;
        *len -= step;
    }
    while (*len > 0) {
        uint32_t step = ws_utf8_prev(*text, *len, &cp);
        if ((ws_cp_class(cp) & WS_CP_SPACE) == 0)
            break;
        *len -= step;
    }
}

static bool in_ranges(const int32_t (*range)[2], size_t count, int32_t cp)
{
    size_t low = 0;
    size_t high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (cp > range[middle][1])
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && cp >= range[low][0];
}

static bool is_noncharacter(int32_t cp)
{
    return (cp >= 0xFDD0 && cp <= 0xFDEF) || (cp & 0xFFFE) == 0xFFFE;
}

static uint32_t wide_class(int32_t cp)
{
    uint32_t class = category_class[utf8proc_category(cp)];

    if (class == WS_CP_LETTER && in_ranges(unspaced, COUNT(unspaced), cp))
        return WS_CP_LETTER | WS_CP_IDEOGRAPH;
    if ((class & (WS_CP_PUNCT | WS_CP_SYMBOL)) != 0 &&
        in_ranges(quotes, COUNT(quotes), cp))
        return class | WS_CP_QUOTE;
    if (class == 0 && is_noncharacter(cp))
        return WS_CP_CONTROL;
    return cp == 0x85 ? WS_CP_SPACE | WS_CP_NEWLINE : class;
}

uint32_t ws_cp_class(int32_t cp)
{
    if (cp >= 0 && cp < 128)
        return ws_ascii_class[cp];
    return cp < 0 || cp > 0x10FFFF ? 0 : wide_class(cp);
}

int32_t ws_cp_lower(int32_t cp)
{
    if (cp >= 0 && cp < 128)
        return (ws_ascii_class[cp] & WS_CP_UPPER) != 0 ? cp + 32 : cp;
    return cp < 0 || cp > 0x10FFFF ? cp : utf8proc_tolower(cp);
}

uint32_t ws_utf8_put(int32_t cp, char out[4])
{
    return (uint32_t)utf8proc_encode_char(cp, (utf8proc_uint8_t *)out);
}

/* What a code point is in a key, before decomposition; 0 to leave it out. */
static int32_t fold_one(int32_t cp, uint32_t class)
{
    if ((class & WS_CP_SPACE) != 0)
        return ' ';
    if ((class & WS_CP_CONTROL) != 0)
        return 0;
    switch (cp) {
    case WS_CP_BAD:
        return 0xFFFD;
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0xFF07:
        return '\'';
    case 0x2010:
    case 0x2011:
    case 0xFE63:
    case 0xFF0D:
        return '-';
    default:
        return ws_cp_lower(cp);
    }
}

/* Put runs of combining marks into canonical order. */
static void order_marks(int32_t *key, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        int32_t cp = key[i];
        int32_t rank = utf8proc_get_property(cp)->combining_class;
        size_t to = i;

        if (rank == 0)
            continue;
        while (to > 0 &&
               utf8proc_get_property(key[to - 1])->combining_class > rank) {
            key[to] = key[to - 1];
            to--;
        }
        key[to] = cp;
    }
}

/* Decompose a folded code point to the end of a key; false when full. */
static bool append(int32_t cp, bool accents, int32_t *key, size_t *count)
{
    const int decompose = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE;
    int32_t parts[8];
    int last = 0;
    utf8proc_ssize_t got = utf8proc_decompose_char(
        cp, parts, 8, (utf8proc_option_t)decompose, &last);

    if (got < 0 || got > 8) {
        parts[0] = cp;
        got = 1;
    }
    for (utf8proc_ssize_t i = 0; i < got; i++) {
        if (!accents && utf8proc_category(parts[i]) == UTF8PROC_CATEGORY_MN)
            continue;
        if (*count == WS_FOLD_MAX)
            return false;
        key[(*count)++] = parts[i];
    }
    return true;
}

/* The key of printable ASCII without white space: nearly every word. False
 * for any other text. */
static bool fold_plain(const char *text, size_t len, char *out)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte <= ' ' || byte >= 0x7F)
            return false;
        out[i] = (char)ws_cp_lower(byte);
    }
    return true;
}

size_t ws_fold(const char *text, size_t len, bool accents, char *out,
               size_t cap)
{
    int32_t key[WS_FOLD_MAX + 1]; /* one more: utf8proc may end it with 0 */
    size_t count = 0;
    size_t used = 0;
    bool plain = true;

    if (len <= cap && len <= WS_FOLD_MAX && fold_plain(text, len, out))
        return len;
    for (size_t at = 0; at < len;) {
        int32_t cp;
        at += ws_utf8_next(text, len, at, &cp);
        cp = fold_one(cp, ws_cp_class(cp));
        if (cp == 0 || (cp == ' ' && count > 0 && key[count - 1] == ' '))
            continue;
        if (cp < 128 && count < WS_FOLD_MAX) {
            key[count++] = cp;
            continue;
        }
        plain = false;
        if (!append(cp, accents, key, &count))
            return 0;
    }
    if (!plain) {
        const int compose = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
        utf8proc_ssize_t left;

        order_marks(key, count);
        left = utf8proc_normalize_utf32(key, (utf8proc_ssize_t)count,
                                        (utf8proc_option_t)compose);
        count = left > 0 ? (size_t)left : 0;
    }
    for (size_t i = 0; i < count; i++) {
        char bytes[4];
        uint32_t step = ws_utf8_put(key[i], bytes);
        if (step > cap - used)
            return 0;
        for (uint32_t j = 0; j < step; j++)
            out[used++] = bytes[j];
    }
    return used;
}

const char *ws_unicode_version(void)
{
    return utf8proc_unicode_version();
}
