/*
 * residue.c - what other encodings left in a text in place of its marks.
 *
 *   in   bytes
 *   out  the first of a kind, and how many there are
 *
 * A text that was decoded wrongly, or never decoded, has not one such place
 * but hundreds: so they are counted, not listed.
 */
#include "text/residue.h"

#include <string.h>

/* Bytes at at that once were a mark: "â€œ" and its like, the control
 * characters of windows-1252, U+FFFD. 0: none. */
static uint32_t mojibake_at(const unsigned char *byte, uint32_t len,
                            uint32_t at)
{
    uint32_t left = len - at;

    if (byte[at] == 0xC2 && left > 1 && byte[at + 1] >= 0x91 &&
        byte[at + 1] <= 0x94)
        return 2;
    if (byte[at] == 0xC3 && left > 5 &&
        memcmp(byte + at, "\xC3\xA2\xE2\x82\xAC", 5) == 0)
        return 5;
    if (byte[at] == 0xC3 && left > 3 &&
        (memcmp(byte + at, "\xC3\x82\xC2\xAB", 4) == 0 ||
         memcmp(byte + at, "\xC3\x82\xC2\xBB", 4) == 0))
        return 4;
    if (byte[at] == 0xEF && left > 2 && byte[at + 1] == 0xBF &&
        byte[at + 2] == 0xBD)
        return 3;
    return 0;
}

/* Bytes of the HTML entity of a mark at at, where & stands; 0: none. */
static uint32_t entity_at(const char *bytes, uint32_t len, uint32_t at)
{
    static const char *const name[] = {
        "quot",  "apos",  "ldquo",  "rdquo",  "bdquo",  "lsquo", "rsquo",
        "sbquo", "laquo", "raquo",  "#34",    "#39",    "#039",  "#8216",
        "#8217", "#8218", "#8220",  "#8221",  "#8222",  "#171",  "#187",
        "#x22",  "#x27",  "#x2018", "#x2019", "#x201C", "#x201D"};
    uint32_t from = at + 1;

    if (len - from > 4 && memcmp(bytes + from, "amp;", 4) == 0)
        from += 4;
    for (size_t i = 0; i < sizeof name / sizeof name[0]; i++) {
        size_t long_is = strlen(name[i]);
        if (len - from > long_is && bytes[from + long_is] == ';' &&
            memcmp(bytes + from, name[i], long_is) == 0)
            return (uint32_t)long_is + 1 + from - at;
    }
    return 0;
}

static void note(ws_habit *habit, uint32_t at, uint32_t len)
{
    if (len > 0 && habit->count++ == 0)
        habit->first = (whosaid_span){at, at + len};
}

ws_residue ws_residue_find(const ws_text *text)
{
    const unsigned char *byte = (const unsigned char *)text->bytes;
    ws_residue residue = {0};

    for (uint32_t at = 0, len = 0; at<text->len; at += len> 0 ? len : 1) {
        len = 0;
        if (byte[at] == '&') {
            len = entity_at(text->bytes, text->len, at);
            note(&residue.entity, at, len);
        } else if (byte[at] >= 0xC2) {
            len = mojibake_at(byte, text->len, at);
            note(&residue.mojibake, at, len);
        }
    }
    return residue;
}
