/*
 * credit.c - lines under pictures.
 *
 *   in   a text's lines
 *   out  marks: those blank that end in a credit, so that all places stay
 *
 * Who is seen in a picture is nobody whom the text speaks of there: "he" in the
 * next paragraph is another one. A credit is known by its form: in brackets,
 * with a stroke between names or a colon before one; or behind a sentence, a
 * capitalised word, a colon and names, and no full stop. Lines with quotation
 * marks stay.
 */
#include "text/credit.h"

#include <string.h>

#include "base/unicode.h"

enum {
    LONGEST = 300, /* bytes of such a line */
    CREDIT = 80,   /* and of its credit */
    WIDE = 110,    /* bytes of a line that is a paragraph by itself */
    WORDS = 8      /* of a credit */
};

static bool is_upper(char c)
{
    return (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xC3;
}

static bool is_end(char c)
{
    return c == '.' || c == '!' || c == '?' || c == ')';
}

/* Whether all of [begin, end) is words with capitals, spaces, strokes, and up
 * to one in two that has none ("Ana Lindt for AFP"). */
static bool is_names(const ws_signs *plain, uint32_t begin, uint32_t end)
{
    uint32_t upper = 0;
    uint32_t lower = 0;
    bool inside = false;

    for (uint32_t at = begin; at < end; at++) {
        char c = plain->bytes[at];
        bool parts = c == ' ' || c == '/' || c == '|' || c == ':';
        if (!parts && !inside) {
            upper += is_upper(c);
            lower += !is_upper(c);
        }
        inside = !parts;
    }
    return upper > 0 && lower <= upper / 2 && upper + lower <= WORDS;
}

/* "(Jo Hill/Coast Press)", "[Image: Jo Hill]": [begin, end) within. */
static bool is_bracketed(const ws_signs *plain, uint32_t begin, uint32_t end)
{
    bool stroke = false;
    uint32_t colons = 0;

    for (uint32_t at = begin + 1; at + 1 < end; at++) {
        char c = plain->bytes[at];
        char behind = plain->bytes[at + 1];
        stroke |= (c == '/' || c == '|') && behind != ' ' &&
                  plain->bytes[at - 1] != ' ' && is_upper(behind);
        colons += c == ':' && behind == ' ';
    }
    return (stroke || colons == 1) && is_upper(plain->bytes[begin]) &&
           is_names(plain, begin, end);
}

/* Where the bracket opens that closes at end; or end. */
static uint32_t bracket_begin(const ws_signs *plain, uint32_t begin,
                              uint32_t end)
{
    char opens = plain->bytes[end - 1] == ')' ? '(' : '[';
    uint32_t least = end - begin > CREDIT ? end - CREDIT : begin;

    for (uint32_t at = end - 1; at-- > least;)
        if (plain->bytes[at] == opens)
            return at;
    return end;
}

/* "... the quay. Photo: Jo Hill/Coast Press" */
static bool has_tail(const ws_signs *plain, uint32_t begin, uint32_t end)
{
    uint32_t least = end - begin > CREDIT ? end - CREDIT : begin;
    uint32_t colon = end;

    while (colon > least && plain->bytes[colon - 1] != ':')
        colon--;
    if (colon == least || colon == end || plain->bytes[colon] != ' ' ||
        !is_upper(plain->bytes[colon + 1 < end ? colon + 1 : colon]) ||
        !is_names(plain, colon + 1, end))
        return false;
    uint32_t word = colon - 1;
    while (word > least && plain->bytes[word - 1] != ' ')
        word--;
    return word >= begin + 3 && is_upper(plain->bytes[word]) &&
           is_end(plain->bytes[word - 2]);
}

static bool has_marks(const ws_signs *plain, uint32_t begin, uint32_t end)
{
    for (uint32_t at = begin; at < end; at++) {
        if (plain->bytes[at] == '"' ||
            ws_signs_has(plain, at, end, "\xE2\x80\x9C") ||
            ws_signs_has(plain, at, end, "\xE2\x80\x9D") ||
            ws_signs_has(plain, at, end, "\xE2\x80\x98"))
            return true;
    }
    return false;
}

bool ws_credit_is(const ws_signs *plain, ws_signs_line line)
{
    uint32_t end = line.end;

    while (end > line.begin &&
           (plain->bytes[end - 1] == ' ' || plain->bytes[end - 1] == '\t'))
        end--;
    if (end < line.begin + 8 || end - line.begin > LONGEST)
        return false;
    uint32_t last = plain->bytes[end - 1] == '.' ? end - 1 : end;
    char c = plain->bytes[last - 1];
    if (c == ')' || c == ']') {
        uint32_t at = bracket_begin(plain, line.begin, last);
        return at < last && is_bracketed(plain, at + 1, last - 1) &&
               !has_marks(plain, line.begin, end);
    }
    return last == end && c != '"' && c != '?' && c != '!' &&
           has_tail(plain, line.begin, end) &&
           !has_marks(plain, line.begin, end);
}

/* Whether a line is apart from one with these words beside it. */
static bool is_apart(uint32_t bytes)
{
    return bytes == 0 || bytes > WIDE;
}

void ws_credit_mark(ws_signs *plain)
{
    uint32_t before = 0; /* bytes of words in the last line */
    ws_signs_line line;

    for (uint32_t at = plain->begin; at < plain->end; at = line.next) {
        line = ws_signs_line_at(plain, at);
        ws_signs_line words = ws_signs_words(plain, line);
        uint32_t behind = 0;
        if (line.next < plain->end) {
            ws_signs_line next =
                ws_signs_words(plain, ws_signs_line_at(plain, line.next));
            behind = next.end - next.begin;
        }
        if (is_apart(before) && is_apart(behind) && ws_credit_is(plain, words))
            ws_signs_mark(plain, line.begin, line.end, WS_SIGNS_BLANK);
        before = words.end - words.begin;
    }
}
