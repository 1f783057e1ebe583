/*
 * csv.c - cells as RFC 4180 or tab-separated, safe to open in a spreadsheet.
 *
 *   in   cells, one by one
 *   out  bytes
 *
 * 1. Trim: white space at both ends, Unicode's. Before the guard, since some
 *    readers trim and would bare a "=" again.
 * 2. Guard: a cell that a spreadsheet would take for a formula gets an
 *    apostrophe.
 * 3. Copy, by runs: plain bytes as they are; a quote doubled; a run of white
 *    space with a line break in it as one space; what no reader takes (NUL and
 *    the other controls but TAB, U+FFFE, U+FFFF, ill-formed bytes) as U+FFFD.
 */
#include "rows/csv.h"

#include <string.h>

#include "base/bytes.h"
#include "base/unicode.h"

void ws_csv_init(ws_csv *csv, ws_out *out, const whosaid_row_options *options)
{
    bool tabs = options->format == WHOSAID_FORMAT_TSV;

    csv->out = out;
    csv->parting = ',';
    if (options->semicolon)
        csv->parting = ';';
    if (tabs)
        csv->parting = '\t';
    csv->crlf = options->crlf;
    csv->decimal_comma = options->decimal_comma && csv->parting != ',';
    csv->keep_newlines = options->keep_newlines && !tabs;
    csv->no_guard = options->no_guard;
    csv->first = true;
    csv->guarded = 0;
    csv->replaced = 0;
    if (options->bom)
        ws_out_string(out, "\xEF\xBB\xBF");
}

static void separate(ws_csv *csv)
{
    if (!csv->first)
        ws_out_put(csv->out, &csv->parting, 1);
    csv->first = false;
}

void ws_csv_bare(ws_csv *csv, const char *text, size_t len)
{
    separate(csv);
    ws_out_put(csv->out, text, len);
}

void ws_csv_number(ws_csv *csv, const char *text, size_t len)
{
    const char *point =
        csv->decimal_comma && len > 0 ? memchr(text, '.', len) : NULL;

    separate(csv);
    if (point != NULL) {
        size_t whole = (size_t)(point - text);

        ws_out_put(csv->out, text, whole);
        ws_out_put(csv->out, ",", 1);
        text += whole + 1;
        len -= whole + 1;
    }
    ws_out_put(csv->out, text, len);
}

void ws_csv_end(ws_csv *csv)
{
    ws_out_string(csv->out, csv->crlf ? "\r\n" : "\n");
    csv->first = true;
}

/* -- text ----------------------------------------------------------------- */

/* Whether a reader may take a cell for more than text. A lone "-" it does not,
 * and that is the name of standard input. */
static bool is_formula(const ws_csv *csv, const char *text, size_t len)
{
    static const int32_t opener[] = {'=',    '+',    '-',    '@',
                                     0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
    int32_t cp = 0;

    if (len == 0 || (len == 1 && text[0] == '-'))
        return false;
    ws_utf8_next(text, len, 0, &cp);
    if (cp == '"')
        return csv->parting == '\t'; /* not a formula: a quoted cell */
    for (size_t i = 0; i < sizeof opener / sizeof opener[0]; i++)
        if (cp == opener[i])
            return true;
    return false;
}

/* How many bytes of eight go out as they are: all, or but for a space at their
 * end, of which it is not known what stands behind it; 0 where there is anything
 * else. A sum carries only behind a byte that is not ASCII. */
static uint32_t plain_of(const char *bytes)
{
    uint64_t eight = ws_eight_at(bytes);
    uint64_t wrong = eight | (eight + WS_EACH(1)) | ~(eight + WS_EACH(0x60)) |
                     ~((eight ^ WS_EACH('"')) + WS_EACH(0x7F));
    uint64_t space = ~((eight ^ WS_EACH(' ')) + WS_EACH(0x7F)) & WS_EACH(0x80);

    wrong |= space & space >> 8;
    return (wrong & WS_EACH(0x80)) != 0 ? 0 : 8 - (uint32_t)(space >> 63);
}

/* End of the run from text[at] that goes out as it is: printable ASCII, and
 * single spaces inside it. */
static size_t plain_end(const char *text, size_t len, size_t at)
{
    while (at < len) {
        uint32_t many = len - at >= 8 ? plain_of(text + at) : 0;
        at += many;
        if (many != 0)
            continue;
        unsigned char byte = (unsigned char)text[at];
        bool plain = byte > ' ' && byte < 0x7F && byte != '"';

        if (byte == ' ' && at + 1 < len) {
            unsigned char next = (unsigned char)text[at + 1];
            plain = next > ' ' && next < 0x7F;
        }
        if (!plain)
            break;
        at++;
    }
    return at;
}

/* End of the run of white space from text[at]. */
static size_t space_end(const ws_csv *csv, const char *text, size_t len,
                        size_t at, bool *breaks)
{
    *breaks = false;
    while (at < len) {
        int32_t cp = 0;
        uint32_t step = ws_utf8_next(text, len, at, &cp);
        uint32_t class = ws_cp_class(cp);

        if ((class & WS_CP_SPACE) == 0)
            break;
        *breaks = *breaks || (class & WS_CP_NEWLINE) != 0 || cp == csv->parting;
        at += step;
    }
    return at;
}

/* Write what stands at text[at] and is not plain; returns where it ends. */
static size_t put_special(ws_csv *csv, const char *text, size_t len, size_t at)
{
    int32_t cp = 0;
    bool breaks = false;
    size_t end = space_end(csv, text, len, at, &breaks);

    if (end > at) {
        if (breaks && !csv->keep_newlines)
            ws_out_put(csv->out, " ", 1);
        else
            ws_out_put(csv->out, text + at, end - at);
        return end;
    }
    end = at + ws_utf8_next(text, len, at, &cp);
    if (cp == '"' && csv->parting != '\t') {
        ws_out_put(csv->out, "\"\"", 2);
    } else if (ws_is_writable(cp)) {
        ws_out_put(csv->out, text + at, end - at);
    } else {
        ws_out_put(csv->out, "\xEF\xBF\xBD", 3);
        csv->replaced += end - at;
    }
    return end;
}

void ws_csv_text(ws_csv *csv, const char *text, size_t len)
{
    bool quoted = csv->parting != '\t';

    separate(csv);
    ws_out_put(csv->out, "\"", quoted);
    ws_trim(&text, &len);
    if (!csv->no_guard && is_formula(csv, text, len)) {
        ws_out_put(csv->out, "'", 1);
        csv->guarded++;
    }
    for (size_t at = 0; at < len;) {
        size_t end = plain_end(text, len, at);
        ws_out_put(csv->out, text + at, end - at);
        at = end < len ? put_special(csv, text, len, end) : end;
    }
    ws_out_put(csv->out, "\"", quoted);
}
