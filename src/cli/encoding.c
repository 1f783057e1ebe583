/*
 * encoding.c - an input's bytes become UTF-8.
 *
 *   in   bytes; a name that the user or the page has for their encoding
 *   out  UTF-8, and whether that was a guess
 *
 * 1. A byte order mark. 2. --encoding. 3. What a page says, unless it is UTF-8
 * with more than ASCII in it: that is no accident, and servers say so where
 * pages do not. 4. UTF-16 without a mark: in texts of Latin letters every other
 * byte is NUL. 5. UTF-8. 6. windows-1252: where there is no character of UTF-8
 * at all, and no byte that windows-1252 has not.
 *
 * windows-1252 is read here, since ISO-8859-1 and ASCII are names of it where
 * people write for the web; the rest is iconv's.
 */
#include "cli/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/message.h"

static const char windows[] = "windows-1252";
static const char mojibake[] = "mojibake";

/* -- names ---------------------------------------------------------------- */

struct alias {
    const char *label;
    const char *name;
};

/* What the web means by a label. */
static const struct alias aliases[] = {
    {"ansi_x3.4-1968", windows     },
    {"ascii",          windows     },
    {"cp1252",         windows     },
    {"cp819",          windows     },
    {"ibm819",         windows     },
    {"iso-8859-1",     windows     },
    {"iso8859-1",      windows     },
    {"iso88591",       windows     },
    {"iso_8859-1",     windows     },
    {"l1",             windows     },
    {"latin1",         windows     },
    {"us-ascii",       windows     },
    {"windows-1252",   windows     },
    {"x-cp1252",       windows     },
    {"big5",           "BIG5-HKSCS"},
    {"euc-kr",         "CP949"     },
    {"gb2312",         "GB18030"   },
    {"gbk",            "GB18030"   },
    {"iso-8859-11",    "CP874"     },
    {"iso-8859-9",     "CP1254"    },
    {"ks_c_5601-1987", "CP949"     },
    {"latin5",         "CP1254"    },
    {"shift-jis",      "CP932"     },
    {"shift_jis",      "CP932"     },
    {"sjis",           "CP932"     },
    {"tis-620",        "CP874"     },
    {"utf8",           "UTF-8"     },
    {"x-sjis",         "CP932"     },
};

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static bool same(const char *a, const char *b)
{
    while (*a != '\0' && lower(*a) == lower(*b)) {
        a++;
        b++;
    }
    return lower(*a) == lower(*b);
}

static const char *meant(const char *label)
{
    for (size_t i = 0; i < sizeof aliases / sizeof aliases[0]; i++)
        if (same(aliases[i].label, label))
            return aliases[i].name;
    return label;
}

bool cli_encoding_is(const char *name)
{
    name = meant(name);
    if (name == windows || same(name, mojibake))
        return true;
    if (*name == '\0' || strchr(name, '/') != NULL)
        return false;
    iconv_t to = iconv_open("UTF-8", name);
    if ((intptr_t)to == -1)
        return false;
    (void)iconv_close(to);
    return true;
}

/* -- windows-1252 --------------------------------------------------------- */

/* 0x80..0x9F; what it has not are controls. */
static const uint16_t high[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

static bool in_windows(unsigned char byte)
{
    return byte != 0 &&
           (byte < 0x80 || byte > 0x9F || high[byte - 0x80] != byte);
}

static char *put(char *out, uint32_t cp)
{
    if (cp < 0x80) {
        *out++ = (char)cp;
    } else if (cp < 0x800) {
        *out++ = (char)(0xC0 | cp >> 6);
        *out++ = (char)(0x80 | (cp & 0x3F));
    } else {
        *out++ = (char)(0xE0 | cp >> 12);
        *out++ = (char)(0x80 | (cp >> 6 & 0x3F));
        *out++ = (char)(0x80 | (cp & 0x3F));
    }
    return out;
}

static cli_decoding from_windows(const char *bytes, size_t len,
                                 cli_decoded *decoded)
{
    size_t more = 0;

    for (size_t i = 0; i < len; i++)
        more += (unsigned char)bytes[i] >= 0x80;
    decoded->bytes = malloc(len + 2 * more + 1);
    if (decoded->bytes == NULL)
        return CLI_DECODING_NOMEM;
    char *out = decoded->bytes;
    for (size_t i = 0; i < len; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        out = put(out, byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte);
    }
    decoded->len = (size_t)(out - decoded->bytes);
    return CLI_DECODING_DONE;
}

static bool is_utf8(const char *bytes, size_t len)
{
    size_t at = 0;
    size_t line = 0;

    return whosaid_utf8_check(bytes, len, &at, &line);
}

/* Length of the character of UTF-8 at bytes, if it is more than ASCII; else
 * 0. */
static size_t wide(const char *bytes, size_t len)
{
    unsigned char first = len > 0 ? (unsigned char)*bytes : 0;
    size_t n = 0;

    n = first >= 0xC2 && first <= 0xDF ? 2 : n;
    n = first >= 0xE0 && first <= 0xEF ? 3 : n;
    n = first >= 0xF0 && first <= 0xF4 ? 4 : n;
    return n > 0 && n <= len && is_utf8(bytes, n) ? n : 0;
}

/* Whether all of a text agrees with windows-1252, and none with UTF-8. */
static bool agrees(const char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (!in_windows((unsigned char)bytes[i]) ||
            wide(bytes + i, len - i) > 0)
            return false;
    return true;
}

/* -- mojibake ------------------------------------------------------------- */

bool cli_is_mojibake(const char *bytes, size_t len)
{
    const char *at = bytes;
    const char *end = bytes + len;

    while (at != NULL && at < end) {
        at = memchr(at, 0xC3, (size_t)(end - at));
        if (at == NULL || end - at < 4)
            return false;
        if (memcmp(at, "\xC3\xA2\xC2\x80", 4) == 0 ||
            (end - at > 4 && memcmp(at, "\xC3\xA2\xE2\x82\xAC", 5) == 0))
            return true;
        at += 2;
    }
    return false;
}

/* The byte that windows-1252 has for a character, or -1. */
static int byte_of(const char *bytes, size_t len)
{
    uint32_t cp = (unsigned char)bytes[0] & (len == 2 ? 0x1F : 0x0F);

    if (len > 3)
        return -1;
    for (size_t i = 1; i < len; i++)
        cp = cp << 6 | ((unsigned char)bytes[i] & 0x3F);
    if (cp < 0x100)
        return (int)cp;
    for (int i = 0; i < 32; i++)
        if (high[i] == cp)
            return 0x80 + i;
    return -1;
}

/* Undo it: each stretch of characters that windows-1252 has is the UTF-8 that
 * it was, where its bytes are that. A closing mark may have lost its last byte,
 * which windows-1252 has not. */
static size_t mend(const char *bytes, size_t len, char *out, size_t *used)
{
    char was[4];
    size_t count = 0;
    size_t at = 0;
    size_t n = 0;

    while (count < sizeof was && (n = wide(bytes + at, len - at)) > 0) {
        int byte = byte_of(bytes + at, n);
        if (byte < 0)
            break;
        was[count++] = (char)byte;
        at += n;
        n = wide(was, count);
        if (n == 0)
            continue;
        memcpy(out, was, n);
        *used = at;
        return n;
    }
    *used = count > 1 && memcmp(was, "\xE2\x80", 2) == 0
                ? wide(bytes, len) +
                      wide(bytes + wide(bytes, len), len - wide(bytes, len))
                : 0;
    if (*used == 0)
        return 0;
    return (size_t)(put(out, 0x201D) - out);
}

static cli_decoding from_mojibake(const char *bytes, size_t len,
                                  cli_decoded *decoded)
{
    size_t used = 0;

    decoded->bytes = malloc(len + 1);
    if (decoded->bytes == NULL)
        return CLI_DECODING_NOMEM;
    for (size_t at = 0; at < len; at += used) {
        size_t n =
            mend(bytes + at, len - at, decoded->bytes + decoded->len, &used);
        if (n == 0) {
            decoded->bytes[decoded->len] = bytes[at];
            used = 1;
            n = 1;
        }
        decoded->len += n;
    }
    return CLI_DECODING_DONE;
}

/* -- the rest ------------------------------------------------------------- */

/* Room for a text that has come to be so long, and then some. */
static bool reserve(cli_decoded *decoded, size_t *cap, size_t more)
{
    if (decoded->bytes != NULL && *cap - decoded->len >= more)
        return true;
    *cap = decoded->len + decoded->len / 2 + more;
    char *bytes = realloc(decoded->bytes, *cap);
    if (bytes == NULL)
        return false;
    decoded->bytes = bytes;
    return true;
}

static cli_decoding convert(iconv_t to, const char *bytes, size_t len,
                            bool lenient, cli_decoded *decoded)
{
    /* a bad unit is passed over whole, lest all behind it is read askew */
    size_t unit = strncmp(decoded->name, "UTF-16", 6) == 0 ? 2 : 1;
    union {
        const char *given;
        char *in; /* as iconv() asks for it, which only reads */
    } at = {bytes};
    size_t left = len;
    size_t cap = 0;

    if (!reserve(decoded, &cap, len + len / 4 + 64))
        return CLI_DECODING_NOMEM;
    for (;;) {
        char *out = decoded->bytes + decoded->len;
        size_t room = cap - decoded->len;
        size_t bad = iconv(to, left > 0 ? &at.in : NULL, &left, &out, &room);
        decoded->len = (size_t)(out - decoded->bytes);
        if (bad != (size_t)-1 && left == 0)
            return CLI_DECODING_DONE;
        if (bad == (size_t)-1 && errno != E2BIG && !lenient) {
            decoded->at = len - left;
            return CLI_DECODING_BAD;
        }
        if (!reserve(decoded, &cap, left + left / 4 + 64))
            return CLI_DECODING_NOMEM;
        if (bad == (size_t)-1 && errno != E2BIG && left > 0) {
            (void)put(decoded->bytes + decoded->len, 0xFFFD);
            decoded->len += 3;
            size_t skip = left < unit ? left : unit;
            at.in += skip;
            left -= skip;
        }
    }
}

/* gcc's analyzer takes what iconv_open() returns for none for memory lost. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif

static cli_decoding from_iconv(const char *bytes, size_t len, bool lenient,
                               cli_decoded *decoded)
{
    iconv_t to = iconv_open("UTF-8", decoded->name);

    if ((intptr_t)to == -1)
        return CLI_DECODING_NONE;
    cli_decoding done = convert(to, bytes, len, lenient, decoded);
    (void)iconv_close(to);
    decoded->line = 1;
    for (size_t i = 0; done == CLI_DECODING_BAD && i < decoded->at; i++)
        decoded->line += bytes[i] == '\n';
    return done;
}

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

/* -- all of it ------------------------------------------------------------ */

static void name_it(cli_decoded *decoded, const char *name, size_t len)
{
    size_t most = sizeof decoded->name - 1;

    memcpy(decoded->name, name, len < most ? len : most);
    decoded->name[len < most ? len : most] = '\0';
    name = meant(decoded->name);
    if (name != decoded->name)
        (void)memmove(decoded->name, name, strlen(name) + 1);
}

/* Whether what a page says is to be believed. */
static bool is_said(const char *bytes, size_t len, const char *name)
{
    static const char *const wrong[] = {"utf-8", "utf-16", "utf-16le",
                                        "utf-16be", "utf-7"};

    /* what we could read as ASCII so far is no UTF-16 */
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        if (same(name, wrong[i]))
            return false;
    if (!is_utf8(bytes, len))
        return true;
    return lower(name[0]) == 'i' && strncmp(name + 1, "so-2022", 7) == 0;
}

/* The name of UTF-16 where a text without a mark is in it, or NULL: of its
 * first pairs most have a NUL on one side, none has one on the other. */
static const char *wide_name(const char *bytes, size_t len)
{
    size_t pairs = len < 2048 ? len / 2 : 1024;
    size_t zeros[2] = {0, 0};

    for (size_t i = 0; i < 2 * pairs; i++)
        zeros[i % 2] += bytes[i] == '\0';
    if (len % 2 != 0 || pairs < 4)
        return NULL;
    if (zeros[0] == 0 && 2 * zeros[1] > pairs)
        return "UTF-16LE";
    return zeros[1] == 0 && 2 * zeros[0] > pairs ? "UTF-16BE" : NULL;
}

/* Read a text as UTF-16 if all of it is. */
static cli_decoding from_wide(const char *bytes, size_t len,
                              cli_decoded *decoded)
{
    const char *name = wide_name(bytes, len);

    if (name == NULL)
        return CLI_DECODING_NONE;
    name_it(decoded, name, strlen(name));
    cli_decoding done = from_iconv(bytes, len, false, decoded);
    if (done == CLI_DECODING_DONE)
        return CLI_DECODING_WIDE;
    if (done == CLI_DECODING_NOMEM)
        return done;
    free(decoded->bytes);
    memset(decoded, 0, sizeof *decoded);
    return CLI_DECODING_NONE;
}

static cli_decoding decode(const char *bytes, size_t len, const char *asked,
                           whosaid_span charset, bool lenient,
                           cli_decoded *decoded)
{
    if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        return asked != NULL && same(asked, mojibake)
                   ? from_mojibake(bytes, len, decoded)
                   : CLI_DECODING_NONE;
    if (len >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 ||
                     memcmp(bytes, "\xFE\xFF", 2) == 0)) {
        name_it(decoded, bytes[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE", 8);
        cli_decoding done = from_iconv(bytes + 2, len - 2, lenient, decoded);
        decoded->at += 2;
        return done;
    }
    if (asked != NULL)
        name_it(decoded, asked, strlen(asked));
    else if (charset.end > charset.begin)
        name_it(decoded, bytes + charset.begin, charset.end - charset.begin);
    bool named =
        asked != NULL ||
        (charset.end > charset.begin && cli_encoding_is(decoded->name) &&
         !same(decoded->name, mojibake) && is_said(bytes, len, decoded->name));
    if (named && strcmp(decoded->name, windows) == 0)
        return from_windows(bytes, len, decoded);
    if (named && same(decoded->name, mojibake))
        return from_mojibake(bytes, len, decoded);
    if (named && !same(decoded->name, "utf-8"))
        return from_iconv(bytes, len, lenient, decoded);
    cli_decoding done =
        asked != NULL ? CLI_DECODING_NONE : from_wide(bytes, len, decoded);
    if (done != CLI_DECODING_NONE)
        return done;
    if (asked != NULL || is_utf8(bytes, len) || !agrees(bytes, len))
        return CLI_DECODING_NONE;
    done = from_windows(bytes, len, decoded);
    return done == CLI_DECODING_DONE ? CLI_DECODING_GUESSED : done;
}

cli_decoding cli_decode(const char *bytes, size_t len, const char *asked,
                        whosaid_span charset, bool lenient,
                        cli_decoded *decoded)
{
    memset(decoded, 0, sizeof *decoded);
    cli_decoding done = decode(bytes, len, asked, charset, lenient, decoded);
    if (done != CLI_DECODING_DONE && done != CLI_DECODING_GUESSED &&
        done != CLI_DECODING_WIDE) {
        free(decoded->bytes);
        decoded->bytes = NULL;
    }
    return done;
}

/* -- what was met --------------------------------------------------------- */

static void remember(size_t *count, char *first, size_t cap, const char *name)
{
    if ((*count)++ == 0)
        (void)cli_printable(name, first, cap);
}

void cli_met_guessed(cli_met *met, const char *name)
{
    if (met == NULL)
        cli_say(name, "not UTF-8, read as windows-1252");
    else
        remember(&met->guessed, met->first_guessed, sizeof met->first_guessed,
                 name);
}

void cli_met_wide(cli_met *met, const char *name)
{
    if (met == NULL)
        cli_say(name, "read as UTF-16, without a byte order mark");
    else
        remember(&met->wide, met->first_wide, sizeof met->first_wide, name);
}

void cli_met_mojibake(cli_met *met, const char *name)
{
    if (met != NULL)
        remember(&met->mojibake, met->first_mojibake,
                 sizeof met->first_mojibake, name);
}

void cli_met_say(const cli_met *met)
{
    if (met->guessed > 0) {
        cli_say(met->first_guessed,
                "not UTF-8, read as windows-1252%s (--encoding NAME reads it "
                "otherwise)",
                met->guessed > 1 ? "; so are others" : "");
    }
    if (met->wide > 0) {
        cli_say(met->first_wide,
                "read as UTF-16, without a byte order mark%s (--encoding NAME "
                "reads it otherwise)",
                met->wide > 1 ? "; so are others" : "");
    }
    if (met->mojibake > 0) {
        cli_say(met->first_mojibake,
                "was read in the wrong encoding once (mojibake)%s; "
                "--encoding mojibake mends it",
                met->mojibake > 1 ? ", and so were others" : "");
    }
}
