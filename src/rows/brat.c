/*
 * brat.c - rows as brat standoff: the .ann file beside one article's .txt.
 *
 *   in   the rows of one document
 *   out  T lines for quotations, speakers' mentions and cues, each stretch
 *        once; R lines from quotation to mention and cue; a # line with the
 *        speaker's name
 *
 * A line of the file has one record, parted by tabs, and its reader ends lines
 * at whatever Unicode does. So a span is given in fragments around all that
 * is no text on a line (line ends, controls, bytes that are not UTF-8) and
 * white space beside it; the words are those fragments, a space between. They
 * are then always what stands there, and nothing has to be replaced.
 *
 * Places are code points of the text as its readers have it: with each CRLF
 * as one.
 */
#include <string.h>

#include "base/unicode.h"
#include "rows/format.h"

/* A stretch that has a T line. */
struct marked {
    whosaid_span span;
    uint32_t number; /* of the line; 0: free */
    bool is_cue;
};

struct standoff {
    bool entered;       /* the document came */
    uint32_t *pairs;    /* [lines] CRLFs before each line of the text */
    struct marked *met; /* [slots] mentions and cues */
    uint32_t slots;     /* a power of two, more than will be filled */
    uint32_t texts;     /* T lines written */
    uint32_t relations; /* R lines */
    uint32_t notes;     /* # lines */
};

static whosaid_status open_standoff(ws_file *file)
{
    file->state = WS_NEW(&file->arena, struct standoff, 1);
    file->options.offsets = WHOSAID_OFFSETS_CODEPOINT;
    return file->state != NULL ? WHOSAID_OK : WHOSAID_ERR_NOMEM;
}

static void count_pairs(const ws_text *text, uint32_t *pairs)
{
    for (uint32_t i = 1; i < text->lines; i++) {
        uint32_t at = text->line[i];
        bool pair = at >= 2 && memcmp(text->bytes + at - 2, "\r\n", 2) == 0;

        pairs[i] = pairs[i - 1] + (pair ? 1 : 0);
    }
}

static whosaid_status enter(ws_file *file, const ws_rows *rows)
{
    struct standoff *standoff = file->state;
    const ws_text *text = &rows->doc->text;

    if (standoff->entered)
        return WHOSAID_ERR_ARGUMENT;
    standoff->entered = true;
    standoff->slots = 4;
    while (standoff->slots / 4 < rows->doc->quotes)
        standoff->slots *= 2;
    standoff->pairs = WS_NEW(&file->arena, uint32_t, text->lines);
    standoff->met = WS_NEW(&file->arena, struct marked, standoff->slots);
    if (file->arena.failed)
        return WHOSAID_ERR_NOMEM;
    count_pairs(text, standoff->pairs);
    return WHOSAID_OK;
}

/* -- fragments ------------------------------------------------------------ */

/* Whether a code point can stand on a line. */
static bool is_shown(int32_t cp)
{
    return cp != WS_CP_BAD && cp != '\t' &&
           (ws_cp_class(cp) & WS_CP_NEWLINE) == 0 && cp >= ' ' &&
           (cp < 0x7F || cp > 0x9F) && cp != 0xFFFE && cp != 0xFFFF;
}

/* The next fragment of bytes[*at..len), and *at behind it. False when there is
 * none. */
static bool next_fragment(const char *bytes, size_t len, size_t *at,
                          ws_cell *fragment)
{
    fragment->len = 0;
    while (*at < len && fragment->len == 0) {
        size_t from = *at;
        int32_t cp = 0;
        uint32_t step = ws_utf8_next(bytes, len, *at, &cp);

        for (; is_shown(cp); step = ws_utf8_next(bytes, len, *at, &cp)) {
            *at += step;
            step = 0;
            if (*at == len)
                break;
        }
        *fragment = (ws_cell){bytes + from, *at - from};
        ws_trim(&fragment->text, &fragment->len);
        *at += step;
    }
    return fragment->len > 0;
}

/* The fragments, a space between. */
static void put_words(ws_out *out, const char *bytes, size_t len, bool *first)
{
    ws_cell fragment;

    for (size_t at = 0; next_fragment(bytes, len, &at, &fragment);) {
        ws_out_put(out, " ", !*first);
        ws_out_put(out, fragment.text, fragment.len);
        *first = false;
    }
}

/* -- lines ---------------------------------------------------------------- */

static void put_name(ws_out *out, const char *letter, uint32_t number)
{
    ws_out_string(out, letter);
    ws_out_number(out, number);
}

static uint32_t place(const struct standoff *standoff, const ws_rows *rows,
                      uint32_t at)
{
    uint32_t line = ws_text_line(&rows->doc->text, at) - 1;

    return ws_offset(&rows->offsets, at) - standoff->pairs[line];
}

static bool has_words(const ws_rows *rows, const whosaid_span *part,
                      uint32_t parts)
{
    ws_cell fragment;

    for (uint32_t i = 0; i < parts; i++) {
        size_t at = 0;
        if (next_fragment(rows->doc->text.bytes + part[i].begin,
                          part[i].end - part[i].begin, &at, &fragment))
            return true;
    }
    return false;
}

/* A T line. Its number; 0: nothing can be shown, and nothing is written. */
static uint32_t put_text(ws_file *file, const ws_rows *rows, const char *type,
                         const whosaid_span *part, uint32_t parts)
{
    struct standoff *standoff = file->state;
    const char *bytes = rows->doc->text.bytes;
    ws_out *out = &file->out;
    ws_cell fragment;
    bool first = true;

    if (!has_words(rows, part, parts))
        return 0;
    put_name(out, "T", ++standoff->texts);
    ws_out_string(out, "\t");
    ws_out_string(out, type);
    for (uint32_t i = 0; i < parts; i++) {
        const char *from = bytes + part[i].begin;
        size_t len = part[i].end - part[i].begin;

        for (size_t at = 0; next_fragment(from, len, &at, &fragment);) {
            uint32_t begin = (uint32_t)(fragment.text - bytes);
            ws_out_string(out, first ? " " : ";");
            first = false;
            ws_out_number(out, place(standoff, rows, begin));
            ws_out_string(out, " ");
            ws_out_number(
                out, place(standoff, rows, begin + (uint32_t)fragment.len));
        }
    }
    ws_out_string(out, "\t");
    first = true;
    for (uint32_t i = 0; i < parts; i++)
        put_words(out, bytes + part[i].begin, part[i].end - part[i].begin,
                  &first);
    ws_out_string(out, "\n");
    return standoff->texts;
}

/* The T line of a mention or cue, written unless it was before; 0: none. */
static uint32_t find_text(ws_file *file, const ws_rows *rows, whosaid_span span,
                          bool is_cue)
{
    struct standoff *standoff = file->state;
    uint32_t slot = (span.begin * UINT32_C(2654435761) + span.end + is_cue) &
                    (standoff->slots - 1);
    struct marked *met = &standoff->met[slot];

    if (span.begin == span.end)
        return 0;
    while (met->number != 0 &&
           (met->span.begin != span.begin || met->span.end != span.end ||
            met->is_cue != is_cue)) {
        slot = (slot + 1) & (standoff->slots - 1);
        met = &standoff->met[slot];
    }
    if (met->number == 0) {
        met->span = span;
        met->is_cue = is_cue;
        met->number =
            put_text(file, rows, is_cue ? "Cue" : "Speaker", &span, 1);
    }
    return met->number;
}

static void put_relation(ws_file *file, const char *type, uint32_t from,
                         uint32_t to)
{
    struct standoff *standoff = file->state;
    ws_out *out = &file->out;

    if (to == 0)
        return;
    put_name(out, "R", ++standoff->relations);
    ws_out_string(out, "\t");
    ws_out_string(out, type);
    put_name(out, " Arg1:T", from);
    put_name(out, " Arg2:T", to);
    ws_out_string(out, "\n");
}

static void put_note(ws_file *file, uint32_t on, ws_cell words)
{
    struct standoff *standoff = file->state;
    ws_out *out = &file->out;
    bool first = true;

    put_name(out, "#", ++standoff->notes);
    put_name(out, "\tAnnotatorNotes T", on);
    ws_out_string(out, "\t");
    put_words(out, words.text, words.len, &first);
    ws_out_string(out, "\n");
}

static const char *type_of(whosaid_kind kind)
{
    switch (kind) {
    case WHOSAID_KIND_DIRECT:
    case WHOSAID_KIND_MIXED:
    case WHOSAID_KIND_TURN:
        return "Quotation";
    case WHOSAID_KIND_SCARE:
        return "Scare";
    case WHOSAID_KIND_TITLE:
        return "Title";
    case WHOSAID_KIND_TERM:
        return "Term";
    case WHOSAID_KIND_NICKNAME:
        return "Nickname";
    case WHOSAID_KIND_SIGN:
        return "Sign";
    case WHOSAID_KIND_OTHER:
        return "Other";
    }
    return "Other";
}

static whosaid_status write_row(ws_file *file, const ws_rows *rows,
                                const ws_row *row)
{
    const whosaid_quote *quote = row->quote;
    uint32_t words =
        put_text(file, rows, type_of(quote->kind), quote->part, quote->parts);

    if (words == 0)
        return WHOSAID_OK;
    uint32_t mention = find_text(file, rows, quote->mention, false);
    uint32_t cue = find_text(file, rows, quote->cue, true);
    put_relation(file, "SaidBy", words, mention);
    put_relation(file, "CuedBy", words, cue);
    ws_cell speaker = ws_row_speaker(rows, row);
    if (speaker.len > 0)
        put_note(file, words, speaker);
    return WHOSAID_OK;
}

const ws_format ws_format_brat = {"brat", open_standoff, enter, write_row,
                                  NULL,   NULL,          NULL};
