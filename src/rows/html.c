/*
 * html.c - text of others as HTML.
 *
 *   in   any bytes
 *   out  content or a value that ends where we end it, valid UTF-8
 *
 * Copied by runs; what stands between them is written as a reference, as
 * U+FFFD, or inside an element of its own. A code point is never left out, so
 * that places in the text can be counted in the page.
 *
 * An address with a text fragment is PAGE#:~:text=PREFIX-,START,END,-SUFFIX,
 * of which all but START may be missing. START and
 * END each stand inside one paragraph and between word boundaries; all but
 * letters, digits and . _ ~ is written as %XX there, since & - and , mean
 * something. PAGE keeps a fragment of its own, but not an earlier directive.
 */
#include "rows/html.h"

#include <string.h>

#include "base/unicode.h"

#define REPLACEMENT "\xEF\xBF\xBD"

enum {
    WHOLE_BYTES = 80, /* words of a fragment up to here are named whole */
    END_WORDS = 5,    /* words at each end of longer ones */
    END_BYTES = 120   /* but no longer than that */
};

/* ASCII that cannot go out as it is, in content or in a value. */
static bool is_special(unsigned char byte)
{
    if (byte < ' ')
        return byte != '\t' && byte != '\n' && byte != '\f';
    return byte == '&' || byte == '<' || byte == '>' || byte == '"' ||
           byte == '\'' || byte == 0x7F;
}

/* Whether a code point turns the direction of what follows it. */
static bool turns(int32_t cp)
{
    return (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

static bool is_plain(int32_t cp)
{
    return cp >= 0xA0 && !turns(cp) && cp != 0xFFFE && cp != 0xFFFF;
}

/* End of the run from text[at] that goes out as it is. */
static size_t plain_end(const char *text, size_t len, size_t at)
{
    while (at < len) {
        unsigned char byte = (unsigned char)text[at];
        int32_t cp = 0;

        if (byte < 0x80) {
            if (is_special(byte))
                break;
            at++;
            continue;
        }
        uint32_t step = ws_utf8_next(text, len, at, &cp);
        if (!is_plain(cp))
            break;
        at += step;
    }
    return at;
}

static const char *reference(int32_t cp)
{
    switch (cp) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

static void put_turn(ws_out *out, const char *bytes, size_t len, int32_t cp)
{
    char name[] = "U+202A";
    static const char digit[] = "0123456789ABCDEF";

    name[4] = digit[(cp >> 4) & 15];
    name[5] = digit[cp & 15];
    ws_out_string(out, "<bdi class=\"turn\" data-name=\"");
    ws_out_string(out, name);
    ws_out_string(out, "\">");
    ws_out_put(out, bytes, len);
    ws_out_string(out, "</bdi>");
}

/* Write the one code point, or CRLF, at text[*at] that is not plain. Returns
 * the bytes replaced. */
static size_t put_special(ws_out *out, const char *text, size_t len, size_t *at,
                          bool in_value)
{
    size_t from = *at;
    int32_t cp = 0;
    size_t step = ws_utf8_next(text, len, from, &cp);
    const char *known = reference(cp);

    *at = from + step;
    if (known != NULL) {
        ws_out_string(out, known);
    } else if (cp == '\r' || cp == 0x85) {
        if (cp != '\r' || *at == len || text[*at] != '\n')
            ws_out_string(out, "\n");
    } else if (turns(cp) && !in_value) {
        put_turn(out, text + from, step, cp);
    } else {
        ws_out_string(out, REPLACEMENT);
        return step;
    }
    return 0;
}

static size_t put(ws_out *out, const char *text, size_t len, bool in_value)
{
    size_t replaced = 0;

    for (size_t at = 0; at < len;) {
        size_t end = plain_end(text, len, at);

        ws_out_put(out, text + at, end - at);
        at = end;
        if (at < len)
            replaced += put_special(out, text, len, &at, in_value);
    }
    return replaced;
}

size_t ws_html_text(ws_out *out, const char *text, size_t len)
{
    return put(out, text, len, false);
}

size_t ws_html_value(ws_out *out, const char *text, size_t len)
{
    return put(out, text, len, true);
}

/* -- addresses ------------------------------------------------------------ */

/* Bytes of the scheme, in any case of its letters, that begins a text. */
static size_t scheme_len(const char *text, size_t len)
{
    static const char scheme[] = "https://";
    size_t at = 0;

    for (size_t i = 0; i < sizeof scheme - 1; i++) {
        if (scheme[i] == 's' && at < len && text[at] == ':')
            continue; /* http */
        if (at == len || ws_cp_lower((unsigned char)text[at]) != scheme[i])
            return 0;
        at++;
    }
    return at;
}

bool ws_html_is_address(const char *text, size_t len)
{
    size_t scheme = scheme_len(text, len);

    return scheme != 0 && scheme < len;
}

static void put_percent(ws_out *out, unsigned char byte)
{
    static const char digit[] = "0123456789ABCDEF";
    char coded[3] = {'%', digit[byte >> 4], digit[byte & 15]};

    ws_out_put(out, coded, sizeof coded);
}

/* What cannot stand in an address is coded. */
void ws_html_address(ws_out *out, const char *text, size_t len)
{
    for (size_t at = 0; at < len; at++) {
        unsigned char byte = (unsigned char)text[at];
        const char *known = reference(byte);

        if (known != NULL && byte == '&')
            ws_out_string(out, known);
        else if (known != NULL || byte <= ' ' || byte >= 0x7F)
            put_percent(out, byte);
        else
            ws_out_put(out, text + at, 1);
    }
}

static bool is_space(const char *text, size_t len, size_t at, uint32_t *step)
{
    int32_t cp = 0;

    *step = ws_utf8_next(text, len, at, &cp);
    return (ws_cp_class(cp) & WS_CP_SPACE) != 0;
}

/* Words of a text, each run of white space as one space. */
static void put_words(ws_out *out, const char *text, size_t len)
{
    bool between = false;
    uint32_t step = 0;

    for (size_t at = 0; at < len; at += step) {
        if (is_space(text, len, at, &step)) {
            between = true;
            continue;
        }
        if (between)
            put_percent(out, ' ');
        between = false;
        for (uint32_t i = 0; i < step; i++) {
            unsigned char byte = (unsigned char)text[at + i];

            if (byte < 0x80 &&
                ((ws_ascii_class[byte] & (WS_CP_LETTER | WS_CP_DIGIT)) != 0 ||
                 byte == '.' || byte == '_' || byte == '~'))
                ws_out_put(out, text + at + i, 1);
            else
                put_percent(out, byte);
        }
    }
}

/* Where the first few words of a text end. In a script without spaces they end
 * behind punctuation. */
static size_t head_end(const char *text, size_t len)
{
    size_t best = 0;
    uint32_t words = 0;
    bool in_word = false;
    uint32_t step = 0;

    for (size_t at = 0; at < len && at < END_BYTES; at += step) {
        int32_t cp = 0;

        if (is_space(text, len, at, &step)) {
            words += in_word ? 1 : 0;
            best = in_word ? at : best;
            in_word = false;
            if (words == END_WORDS)
                return best;
            continue;
        }
        in_word = true;
        (void)ws_utf8_next(text, len, at, &cp);
        if (words == 0 && (ws_cp_class(cp) & WS_CP_PUNCT) != 0 &&
            (unsigned char)text[at] >= 0x80)
            best = at + step;
    }
    return best == 0 || len <= END_BYTES ? len : best;
}

/* Likewise where the last few begin. */
static size_t tail_begin(const char *text, size_t len)
{
    size_t best = len;
    uint32_t words = 0;
    bool in_word = false;

    for (size_t at = len; at > 0 && len - at < END_BYTES;) {
        int32_t cp = 0;
        uint32_t step = ws_utf8_prev(text, at, &cp);
        bool space = (ws_cp_class(cp) & WS_CP_SPACE) != 0;

        if (space && in_word) {
            best = at;
            if (++words == END_WORDS)
                return best;
        }
        if (words == 0 && in_word && cp >= 0x80 &&
            (ws_cp_class(cp) & WS_CP_PUNCT) != 0)
            best = at;
        in_word = !space;
        at -= step;
    }
    return best == len || len <= END_BYTES ? 0 : best;
}

/* Bytes of the page's address that stay: up to a directive of its own. */
static size_t page_len(const char *text, size_t len)
{
    for (size_t at = 0; at + 2 < len; at++)
        if (text[at] == ':' && text[at + 1] == '~' && text[at + 2] == ':')
            return at;
    return len;
}

/* Few words whole, of many the first and the last few. */
static void put_ends(ws_out *out, ws_cell first, ws_cell last, bool is_one)
{
    ws_trim(&first.text, &first.len);
    ws_trim(&last.text, &last.len);
    size_t head = head_end(first.text, first.len);
    size_t tail = tail_begin(last.text, last.len);
    if (is_one && (first.len <= WHOLE_BYTES || head >= tail)) {
        put_words(out, first.text, first.len);
        return;
    }
    put_words(out, first.text, head);
    ws_out_string(out, ",");
    put_words(out, last.text + tail, last.len - tail);
}

void ws_html_fragment(ws_out *out, ws_cell page, const ws_cell *words,
                      uint32_t parts, const ws_cell *around)
{
    size_t len = page_len(page.text, page.len);
    ws_cell before = around != NULL ? around[0] : (ws_cell){"", 0};
    ws_cell behind = around != NULL ? around[1] : (ws_cell){"", 0};

    ws_html_address(out, page.text, len);
    if (memchr(page.text, '#', len) == NULL)
        ws_out_string(out, "#");
    ws_out_string(out, ":~:text=");
    ws_trim(&before.text, &before.len);
    ws_trim(&behind.text, &behind.len);
    if (before.len > 0) {
        put_words(out, before.text, before.len);
        ws_out_string(out, "-,");
    }
    put_ends(out, words[0], words[parts - 1], parts == 1);
    if (behind.len > 0) {
        ws_out_string(out, ",-");
        put_words(out, behind.text, behind.len);
    }
}
