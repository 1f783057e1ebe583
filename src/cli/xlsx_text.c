/*
 * xlsx_text.c - what a workbook makes of a text, and how to keep it from that.
 *
 * O(bytes).
 */
#include "cli/xlsx_text.h"

#include <string.h>

static bool is_hex(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f') ||
           (byte >= 'A' && byte <= 'F');
}

/* Whether a workbook's reader would take what stands here for one character:
 * _x0041_. text ends with NUL. */
static bool is_code(const char *text)
{
    return text[0] == '_' && (text[1] == 'x' || text[1] == 'X') &&
           is_hex(text[2]) && is_hex(text[3]) && is_hex(text[4]) &&
           is_hex(text[5]) && text[6] == '_';
}

/* Bytes of the code point that begins with this one, in good UTF-8. */
static size_t code_point_len(char first)
{
    unsigned char byte = (unsigned char)first;

    if (byte < 0xC0)
        return 1;
    if (byte < 0xE0)
        return 2;
    return byte < 0xF0 ? 3 : 4;
}

bool cli_xlsx_escape(const char *text, char out[CLI_XLSX_ESCAPED])
{
    size_t n = 0;
    size_t units = 0; /* of UTF-16, as they stand in the file */
    size_t safe = 0;  /* n, where an ellipsis has room yet */

    while (*text != '\0') {
        size_t len = code_point_len(*text);
        bool code = is_code(text);

        units += len == 4 ? 2 : 1;
        units += code ? 6 : 0;
        if (units > CLI_XLSX_CELL) {
            n = safe;
            memcpy(out + n, "\xE2\x80\xA6", 3);
            n += 3;
            out[n] = '\0';
            return false;
        }
        if (code) {
            memcpy(out + n, "_x005F", 6);
            n += 6;
        }
        memcpy(out + n, text, len);
        n += len;
        text += len;
        if (units < CLI_XLSX_CELL)
            safe = n;
    }
    out[n] = '\0';
    return true;
}

bool cli_xlsx_is_link(const char *text)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  "-._~:/?@!$&'()*+,;=%";
    size_t scheme = 0;

    if (strncmp(text, "http://", 7) == 0)
        scheme = 7;
    else if (strncmp(text, "https://", 8) == 0)
        scheme = 8;
    if (scheme == 0 || strlen(text) > CLI_XLSX_LINK)
        return false;
    size_t host = strcspn(text + scheme, "/?#");
    size_t len = scheme + strspn(text + scheme, allowed);
    if (text[len] == '#')
        len += 1 + strspn(text + len + 1, allowed);
    if (host == 0 || text[len] != '\0')
        return false;
    for (const char *at = strchr(text, '%'); at != NULL;
         at = strchr(at + 1, '%')) {
        if (!is_hex(at[1]) || !is_hex(at[2]))
            return false;
    }
    return true;
}

size_t cli_xlsx_lines(const char *text, double width)
{
    size_t lines = 1;
    double used = 0; /* of the line */

    width *= 1.1; /* of digits; letters are narrower */

    while (*text != '\0') {
        size_t len = strcspn(text, " \n"); /* of the word */
        double wide = 0;

        for (size_t at = 0; at < len;) {
            size_t bytes = code_point_len(text[at]);
            wide += bytes > 2 && text[at] != '\xE2' ? 2 : 1;
            at += bytes;
        }
        if (used > 0 && used + wide > width) {
            lines++;
            used = 0;
        }
        while (wide > width) { /* a word over several lines */
            lines++;
            wide -= width;
        }
        used += wide + 1;
        text += len;
        if (*text == '\n') {
            lines++;
            used = 0;
        }
        text += *text != '\0' ? 1 : 0;
    }
    return lines;
}
