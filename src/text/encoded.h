/*
 * encoded.h - signs that arrive spelled out: &ldquo; and mojibake.
 */
#ifndef WS_ENCODED_H
#define WS_ENCODED_H

#include <stdbool.h>
#include <stdint.h>

/* Whether a sequence that ws_encoded_read() knows may begin with the byte. */
static inline bool ws_encoded_begins(unsigned char byte)
{
    return byte == '&' || byte == 0xC3;
}

/*
 * Read one quotation mark, apostrophe, dash, ellipsis, ampersand or space
 * that is written as an HTML entity ("&rdquo;", "&#8221;", "&amp;quot;") or
 * that was UTF-8 read as windows-1252 or Latin-1 and written again.
 *
 *   bytes, at, end   the text, the place, where to stop reading
 *   cp               set to the code point it stands for
 *
 * Its length in bytes, or 0: none begins at at. O(1).
 */
uint32_t ws_encoded_read(const char *bytes, uint32_t at, uint32_t end,
                         int32_t *cp);

#endif /* WS_ENCODED_H */
