/*
 * unicode.h - code points and their classes; the only user of utf8proc.
 */
#ifndef WS_UNICODE_H
#define WS_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Classes of a code point; a set of bits. */
enum {
    WS_CP_UPPER = 1,        /* upper or title case letter */
    WS_CP_LOWER = 2,        /* lower case letter */
    WS_CP_LETTER = 4,       /* any letter, cased or not */
    WS_CP_DIGIT = 8,        /* decimal digit */
    WS_CP_SPACE = 16,       /* White_Space, line ends included */
    WS_CP_NEWLINE = 32,     /* LF CR VT FF NEL LS PS */
    WS_CP_PUNCT = 64,       /* general category P* */
    WS_CP_SYMBOL = 128,     /* general category S* */
    WS_CP_COMBINE = 256,    /* combining mark, joins the letter before */
    WS_CP_CONTROL = 512,    /* Cc but white space; Cf; noncharacters */
    WS_CP_IDEOGRAPH = 1024, /* a letter of a script without word spaces */
    WS_CP_QUOTE = 2048 /* Quotation_Mark, ` ´ ′ ″; beside PUNCT or SYMBOL */
};

/* Class bits of each ASCII character: for the loops that see every byte. */
extern const uint16_t ws_ascii_class[128];

#define WS_CP_BAD (-1) /* what an ill-formed byte decodes to; class 0 */

/* Decode the code point at text[at], at < len. Returns its bytes, >= 1; an
 * ill-formed byte is one step and WS_CP_BAD. O(1). */
uint32_t ws_utf8_next(const char *text, size_t len, size_t at, int32_t *cp);

/* Decode the code point that ends at text[at], 0 < at <= len. Returns its
 * bytes, >= 1. Agrees with ws_utf8_next on well-formed text. O(1). */
uint32_t ws_utf8_prev(const char *text, size_t at, int32_t *cp);

/* Behind the bytes from at on that are ASCII and no controls, as far as whole
 * eights of them show it; at <= len. For loops that have nothing to do there:
 * far cheaper than a step for each. */
size_t ws_utf8_plain(const char *text, size_t len, size_t at);

/* Bytes of the line end at text[at], at < len; 0 when none stands there. LF,
 * CR, CRLF (one), NEL, U+2028 and U+2029 end lines. O(1). */
uint32_t ws_utf8_line_end(const char *text, size_t len, size_t at);

/* Find the first byte that RFC 3629 does not allow. True when there is none;
 * else at is its offset and line the line it stands in, from 1. O(len). */
bool ws_utf8_check(const char *text, size_t len, size_t *at, size_t *line);

/* Class bits of a code point; 0 for WS_CP_BAD. O(1). */
uint32_t ws_cp_class(int32_t cp);

/* Cut white space off both ends of a text. O(what is cut). */
void ws_trim(const char **text, size_t *len);

/* Simple lower case of a code point. O(1). */
int32_t ws_cp_lower(int32_t cp);

/* Write a code point as UTF-8; returns its bytes, 1..4. */
uint32_t ws_utf8_put(int32_t cp, char out[4]);

/* Most code points of a key. */
#define WS_FOLD_MAX 256

/*
 * The comparison key of a word or name: lower case, canonical composition,
 * apostrophes as ', hyphens as -, soft hyphens and other format characters
 * left out, runs of white space as one space, bad bytes as U+FFFD.
 *
 *   out, cap   filled up to cap bytes, never cut inside a code point
 *   accents    false: accents are left out too (Jose for José)
 *
 * Returns the bytes written; 0 when the key would be longer than cap, or than
 * WS_FOLD_MAX code points: no key.
 * O(len).
 */
size_t ws_fold(const char *text, size_t len, bool accents, char *out,
               size_t cap);

/* The Unicode version of the data in use: "15.0.0". */
const char *ws_unicode_version(void);

#endif /* WS_UNICODE_H */
