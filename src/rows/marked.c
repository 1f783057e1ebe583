/*
 * marked.c - a document's text as HTML, its quotations marked.
 *
 *   in   a document, and the rows to show
 *   out  <p>text <mark>quotation <mark>inside it</mark></mark></p> ...
 *
 * 1. Gather the parts of all rows and sort them by where they begin: by digits,
 *    so that the cost is linear. Those that begin together keep the order of
 *    their quotations, the outer one first.
 * 2. Go through each paragraph with a stack of open parts. A part ends where
 *    the one around it or its paragraph does, at the latest: tags nest whatever
 *    the spans are.
 */
#include "rows/marked.h"

#include <string.h>

#include "base/unicode.h"
#include "rows/html.h"
#include "rows/id.h"

enum { HEADLINE_BYTES = 160 }; /* longest first paragraph taken for one */

/* A part of a quotation that is shown. */
struct part {
    uint32_t begin;
    uint32_t end;
    uint32_t shown; /* of whom */
    bool first;     /* of its quotation */
};

struct parts {
    struct part *part; /* [count] by begin */
    uint32_t *open;    /* [count] room for those open, outermost first */
    uint32_t count;
    uint32_t next;  /* not yet opened */
    uint32_t depth; /* open */
};

whosaid_status ws_marking_init(ws_arena *arena, const ws_rows *rows,
                               ws_marking *view)
{
    const ws_text *text = &rows->doc->text;

    view->rows = rows;
    view->count = 0;
    view->shown = WS_NEW(arena, ws_shown, rows->doc->quotes);
    view->pairs = WS_NEW(arena, uint32_t, text->lines);
    if (arena->failed)
        return WHOSAID_ERR_NOMEM;
    WS_TRY(ws_offsets_init(arena, text, WHOSAID_OFFSETS_UTF16, &view->units));
    for (uint32_t i = 1; i < text->lines; i++) {
        uint32_t at = text->line[i];
        bool pair = at >= 2 && text->bytes[at - 1] == '\n' &&
                    text->bytes[at - 2] == '\r';
        view->pairs[i] = view->pairs[i - 1] + (pair ? 1 : 0);
    }
    return WHOSAID_OK;
}

uint32_t ws_marked_place(const ws_marking *view, uint32_t at)
{
    const ws_text *text = &view->rows->doc->text;

    return ws_offset(&view->units, at) -
           view->pairs[ws_text_line(text, at) - 1];
}

void ws_marking_put_id(const ws_marking *view, uint64_t quote_id)
{
    char id[WS_ID_LEN];

    ws_id_put(quote_id, id);
    ws_out_put(view->out, id, sizeof id);
    if (view->copy == 0)
        return;
    ws_out_string(view->out, "-");
    ws_out_number(view->out, view->copy + 1);
}

void ws_marking_put_look(const ws_marking *view, const ws_shown *shown)
{
    if (shown->member != WHOSAID_NONE) {
        ws_out_string(view->out, "s");
        ws_out_number(view->out, shown->look);
        return;
    }
    ws_out_string(view->out, shown->row.quote->kind <= WHOSAID_KIND_TURN
                                 ? "nobody"
                                 : "other");
}

/* -- the parts ------------------------------------------------------------ */

/* Sort by the byte of begin that shift says, into to; stable. */
static void sort_byte(const struct part *from, struct part *to, uint32_t count,
                      unsigned shift)
{
    uint32_t start[256] = {0};
    uint32_t sum = 0;

    for (uint32_t i = 0; i < count; i++)
        start[(from[i].begin >> shift) & 255]++;
    for (unsigned i = 0; i < 256; i++) {
        uint32_t here = start[i];
        start[i] = sum;
        sum += here;
    }
    for (uint32_t i = 0; i < count; i++)
        to[start[(from[i].begin >> shift) & 255]++] = from[i];
}

static whosaid_status gather(ws_arena *arena, const ws_marking *view,
                             struct parts *parts)
{
    size_t most = 0;

    memset(parts, 0, sizeof *parts);
    for (uint32_t i = 0; i < view->count; i++)
        most += view->shown[i].row.quote->parts;
    struct part *part = WS_NEW(arena, struct part, most);
    struct part *other = WS_NEW(arena, struct part, most);
    parts->open = WS_NEW(arena, uint32_t, most);
    if (arena->failed)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < view->count; i++) {
        const whosaid_quote *quote = view->shown[i].row.quote;

        for (uint32_t p = 0; p < quote->parts; p++)
            part[parts->count++] = (struct part){quote->part[p].begin,
                                                 quote->part[p].end, i, p == 0};
    }
    for (unsigned shift = 0; shift < 32; shift += 8) {
        struct part *swap = part;

        if (view->rows->doc->text.len >> shift == 0)
            break;
        sort_byte(part, other, parts->count, shift);
        part = other;
        other = swap;
    }
    parts->part = part;
    return WHOSAID_OK;
}

static void open_part(const ws_marking *view, const struct part *part)
{
    ws_out *out = view->out;
    const ws_shown *shown = &view->shown[part->shown];
    uint64_t id = view->rows->id[shown->row.index];

    ws_out_string(out, "<mark class=\"");
    ws_marking_put_look(view, shown);
    ws_out_string(out, "\" data-of=\"");
    ws_marking_put_id(view, id);
    if (!part->first) {
        ws_out_string(out, "\">");
        return;
    }
    ws_out_string(out, "\" id=\"");
    ws_marking_put_id(view, id);
    ws_out_string(out, "\"><a href=\"#row-");
    ws_marking_put_id(view, id);
    ws_out_string(out, "\" data-label=\"");
    ws_html_value(out, shown->label.text, shown->label.len);
    ws_out_string(out, "\" aria-label=\"Row ");
    ws_out_number(out, shown->number);
    ws_out_string(out, ", ");
    ws_html_value(out, shown->label.text, shown->label.len);
    ws_out_string(out, "\"></a>");
}

/* -- the text ------------------------------------------------------------- */

static uint64_t put_text(const ws_marking *view, uint32_t from, uint32_t to)
{
    return ws_html_text(view->out, view->rows->doc->text.bytes + from,
                        to - from);
}

/* What stands before, between and behind paragraphs: white space that a
 * browser shows as nothing, or hidden. */
static uint64_t put_gap(const ws_marking *view, uint32_t from, uint32_t to)
{
    const char *bytes = view->rows->doc->text.bytes;
    uint64_t replaced = 0;

    for (uint32_t at = from; at < to; at++) {
        if (strchr(" \t\n\f\r", (unsigned char)bytes[at]) == NULL ||
            bytes[at] == '\0') {
            ws_out_string(view->out, "<span hidden>");
            replaced = put_text(view, from, to);
            ws_out_string(view->out, "</span>");
            return replaced;
        }
    }
    return put_text(view, from, to);
}

/* Whether the first paragraph looks like a headline: short, and no sentence
 * ends it. */
static bool is_headline(const ws_text *text)
{
    const ws_paragraph *first = &text->paragraph[0];
    int32_t cp = 0;

    if (text->paragraphs < 2 || first->end - first->begin > HEADLINE_BYTES)
        return false;
    (void)ws_utf8_prev(text->bytes, first->end, &cp);
    return (ws_cp_class(cp) & (WS_CP_LETTER | WS_CP_DIGIT)) != 0;
}

static uint64_t put_paragraph(const ws_marking *view, struct parts *parts,
                              const ws_paragraph *paragraph)
{
    uint32_t at = paragraph->begin;
    uint64_t replaced = 0;

    for (;;) {
        struct part *top = parts->depth > 0
                               ? &parts->part[parts->open[parts->depth - 1]]
                               : NULL;
        uint32_t end = top != NULL ? top->end : paragraph->end;
        struct part *next =
            parts->next < parts->count ? &parts->part[parts->next] : NULL;
        if (next != NULL && next->begin < end) {
            if (next->begin > at) {
                replaced += put_text(view, at, next->begin);
                at = next->begin;
            }
            next->end = next->end < end ? next->end : end;
            next->end = next->end > at ? next->end : at;
            open_part(view, next);
            parts->open[parts->depth++] = parts->next++;
            continue;
        }
        replaced += put_text(view, at, end);
        at = end;
        if (top == NULL)
            return replaced;
        ws_out_string(view->out, "</mark>");
        parts->depth--;
    }
}

whosaid_status ws_marked_put(ws_arena *arena, const ws_marking *view,
                             uint64_t *replaced)
{
    const ws_text *text = &view->rows->doc->text;
    struct parts parts;
    uint32_t at = 0;

    WS_TRY(gather(arena, view, &parts));
    for (uint32_t i = 0; i < text->paragraphs; i++) {
        const ws_paragraph *paragraph = &text->paragraph[i];

        *replaced += put_gap(view, at, paragraph->begin);
        ws_out_string(view->out, i == 0 && is_headline(text)
                                     ? "<p class=\"headline\">"
                                     : "<p>");
        *replaced += put_paragraph(view, &parts, paragraph);
        ws_out_string(view->out, "</p>");
        at = paragraph->end;
    }
    *replaced += put_gap(view, at, text->len);
    return WHOSAID_OK;
}
