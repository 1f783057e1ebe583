/*
 * review.c - rows as one page of HTML for a person who checks them.
 *
 *   in   documents and their rows
 *   out  for each document its whole text, quotations marked, and a table of
 *        its rows; at the end who spoke how often; one file, no network
 *
 * The page is whole without its script: text, marks, links between mark and
 * row, tables and the list of speakers are plain HTML. The script reads all it
 * needs from there. Style, script and what only the script uses are files in
 * data/review, compiled into gen/review.inc with the hashes of the first two:
 * the page's policy lets a browser apply these and nothing else.
 *
 * A document's rows are kept until its last one, since its text comes first.
 * From document to document only names and counts are kept.
 *
 * A look is a colour and a line. A speaker gets one where he is met first, of
 * those that the document uses least, and keeps it in later ones.
 *
 * Ids are quote_ids; a document whose name came before gets a number behind
 * each, so that none comes twice.
 */
#include <string.h>

#include "rows/cast.h"
#include "rows/format.h"
#include "rows/html.h"
#include "rows/id.h"
#include "rows/marked.h"
#include "rows/twice.h"

#include "gen/review.inc"

struct review {
    ws_cast speakers;
    ws_cast names; /* of documents; rows counts how often each came */
    uint64_t documents;
    uint64_t failed;
    uint64_t rows;
    uint64_t nobodys;        /* speech without a speaker */
    uint64_t others;         /* rows that are no speech */
    uint64_t used[WS_LOOKS]; /* by speakers of this document */
    ws_marking view;         /* of this document */
    bool *early; /* [quotes] its words stand before, too; for a web page */
};

static void put_lines(ws_out *out, const char *const *line, size_t lines)
{
    for (size_t i = 0; i < lines; i++)
        ws_out_string(out, line[i]);
}

#define PUT_LINES(out, table) \
    put_lines((out), (table), sizeof(table) / sizeof(table)[0])

/* "1 row", "2 rows" */
static void put_count(ws_out *out, uint64_t count, const char *noun)
{
    ws_out_number(out, count);
    ws_out_string(out, " ");
    ws_out_string(out, noun);
    ws_out_string(out, count == 1 ? "" : "s");
}

static void put_cell(ws_out *out, ws_cell cell)
{
    (void)ws_html_text(out, cell.text, cell.len);
}

static whosaid_status open_page(ws_file *file)
{
    struct review *review = WS_NEW(&file->arena, struct review, 1);
    ws_out *out = &file->out;

    if (review == NULL)
        return WHOSAID_ERR_NOMEM;
    file->state = review;
    ws_cast_init(&review->speakers, &file->arena);
    ws_cast_init(&review->names, &file->arena);
    review->view.out = out;
    ws_out_string(out, "<!DOCTYPE html>\n"
                       "<html lang=\"en\">\n"
                       "<head>\n"
                       "<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" "
                       "content=\"" REVIEW_POLICY "\">\n"
                       "<meta name=\"viewport\" "
                       "content=\"width=device-width, initial-scale=1\">\n"
                       "<meta name=\"referrer\" content=\"no-referrer\">\n"
                       "<meta name=\"color-scheme\" content=\"light dark\">\n"
                       "<meta name=\"generator\" "
                       "content=\"whosaid " WHOSAID_VERSION "\">\n"
                       "<title>Who said what</title>\n"
                       "<style>");
    PUT_LINES(out, review_style);
    ws_out_string(out, "</style>\n</head>\n<body>\n"
                       "<a class=\"skip\" href=\"#panel\">"
                       "Skip to the review panel</a>\n"
                       "<header>\n<h1>Who said what</h1>\n"
                       "</header>\n<main>\n");
    return WHOSAID_OK;
}

/* -- a document ----------------------------------------------------------- */

/* Take note of a document's name, "./" aside as for a quote_id. */
static whosaid_status note_name(struct review *review, ws_cell name,
                                uint64_t *copy)
{
    uint32_t index = 0;

    while (name.len >= 2 && name.text[0] == '.' && name.text[1] == '/') {
        name.text += 2;
        name.len -= 2;
    }
    WS_TRY(ws_cast_find(&review->names, name, &index));
    *copy = review->names.member[index].rows++;
    return WHOSAID_OK;
}

static whosaid_status enter(ws_file *file, const ws_rows *rows)
{
    struct review *review = file->state;
    ws_cell name = {rows->name, rows->name_len};

    review->documents++;
    WS_TRY(note_name(review, name, &review->view.copy));
    return ws_marking_init(file->scratch, rows, &review->view);
}

static whosaid_status hold_row(ws_file *file, const ws_rows *rows,
                               const ws_row *row)
{
    struct review *review = file->state;
    ws_marking *view = &review->view;

    (void)rows;
    view->shown[view->count].row = *row;
    view->shown[view->count].number = ++review->rows;
    view->shown[view->count].member = WHOSAID_NONE;
    view->count++;
    return WHOSAID_OK;
}

static ws_cell words(const char *constant)
{
    return (ws_cell){constant, strlen(constant)};
}

/* Find out who speaks a row. */
static whosaid_status cast_row(struct review *review, ws_shown *shown)
{
    const ws_rows *rows = review->view.rows;
    const ws_row *row = &shown->row;

    if (row->quote->kind > WHOSAID_KIND_TURN) {
        shown->label = words(whosaid_strkind(row->quote->kind));
        review->others++;
        return WHOSAID_OK;
    }
    if (ws_row_speaker(rows, row).len == 0) {
        shown->label = words("nobody named");
        review->nobodys++;
        return WHOSAID_OK;
    }
    shown->label = ws_row_cell(rows, row, WS_COLUMN_SPEAKER);
    WS_TRY(ws_cast_find(&review->speakers, shown->label, &shown->member));
    ws_member *member = &review->speakers.member[shown->member];
    if (member->rows++ == 0) {
        member->first = shown->number;
        member->quote_id = rows->id[row->index];
        member->copy = review->view.copy;
    }
    if (member->last == review->documents)
        return WHOSAID_OK;
    member->last = review->documents;
    if (member->documents++ > 0)
        review->used[member->look]++;
    return WHOSAID_OK;
}

/* Give a speaker who is new a look. */
static void give_look(struct review *review, ws_shown *shown)
{
    if (shown->member == WHOSAID_NONE)
        return;
    ws_member *member = &review->speakers.member[shown->member];
    if (member->first == shown->number) {
        uint32_t best = 0;

        for (uint32_t i = 1; i < WS_LOOKS; i++)
            if (review->used[i] < review->used[best])
                best = i;
        member->look = best;
        review->used[best]++;
    }
    shown->look = member->look;
}

static whosaid_status cast_rows(struct review *review)
{
    ws_marking *view = &review->view;

    memset(review->used, 0, sizeof review->used);
    for (uint32_t i = 0; i < view->count; i++)
        WS_TRY(cast_row(review, &view->shown[i]));
    for (uint32_t i = 0; i < view->count; i++)
        give_look(review, &view->shown[i]);
    return WHOSAID_OK;
}

/* -- the table of a document ---------------------------------------------- */

static const char *confidence_words(uint32_t confidence)
{
    return confidence >= 9000   ? "high"
           : confidence >= 7000 ? "fair"
           : confidence >= 5000 ? "low"
           : confidence > 0     ? "very low"
                                : "none";
}

/* A place as the script wants it: " mention 12 40". */
static void put_place(const ws_marking *view, const char *name,
                      whosaid_span span)
{
    if (span.begin == span.end)
        return;
    ws_out_string(view->out, " ");
    ws_out_string(view->out, name);
    ws_out_string(view->out, " ");
    ws_out_number(view->out, ws_marked_place(view, span.begin));
    ws_out_string(view->out, " ");
    ws_out_number(view->out, ws_marked_place(view, span.end));
}

/* One more thing told in a cell: what it is called, then what it is. */
static void put_fact(ws_out *out, const char *name, ws_cell cell)
{
    if (cell.len == 0)
        return;
    ws_out_string(out, "<div class=\"fact\"><i>");
    (void)ws_html_text(out, name, strlen(name));
    ws_out_string(out, "</i> ");
    put_cell(out, cell);
    ws_out_string(out, "</div>");
}

/* A column's cell as a fact. */
struct fact {
    const char *name;
    uint8_t column;
};

static void put_facts(const ws_marking *view, const ws_row *row,
                      const struct fact *fact, size_t facts)
{
    for (size_t i = 0; i < facts; i++)
        put_fact(view->out, fact[i].name,
                 ws_row_cell(view->rows, row, fact[i].column));
}

static void put_speaker(const ws_file *file, const ws_shown *shown)
{
    static const struct fact fact[] = {
        {"role",        WS_COLUMN_ROLE       },
        {"affiliation", WS_COLUMN_AFFILIATION},
        {"source",      WS_COLUMN_SOURCE_TYPE}
    };
    const struct review *review = file->state;
    const ws_marking *view = &review->view;
    ws_out *out = view->out;

    ws_out_string(out, "<td><b class=\"");
    ws_marking_put_look(view, shown);
    ws_out_string(out, "\">");
    put_cell(out, shown->label);
    ws_out_string(out, "</b>");
    if (shown->member != WHOSAID_NONE)
        put_facts(view, &shown->row, fact, sizeof fact / sizeof fact[0]);
    for (uint32_t i = 0; i < file->fields; i++) {
        const ws_field *field = &file->field[i];

        if (field->own == NULL)
            put_fact(out, ws_field_name(file, field),
                     ws_field_cell(field, view->rows, &shown->row));
    }
    ws_out_string(out, "</td>");
}

/* A link to another quotation of the page. */
static void put_link(ws_out *out, const char *name, ws_cell id, uint64_t copy)
{
    if (id.len == 0)
        return;
    ws_out_string(out, "<div class=\"fact\"><a href=\"#");
    ws_out_put(out, id.text, id.len);
    if (copy != 0) {
        ws_out_string(out, "-");
        ws_out_number(out, copy + 1);
    }
    ws_out_string(out, "\">");
    ws_out_string(out, name);
    ws_out_string(out, "</a></div>");
}

static void put_source(const struct review *review, const ws_row *row)
{
    const ws_marking *view = &review->view;
    const whosaid_quote *quote = row->quote;
    const char *bytes = view->rows->doc->text.bytes;
    ws_cell page = {view->rows->name, view->rows->name_len};
    uint32_t last = quote->parts - 1;
    ws_cell around[2];
    ws_cell end[2];

    if (!ws_html_is_address(page.text, page.len))
        return;
    for (uint32_t i = 0; i < 2; i++) {
        whosaid_span part = quote->part[i == 0 ? 0 : last];
        end[i] = (ws_cell){bytes + part.begin, part.end - part.begin};
    }
    ws_out_string(view->out, "<div class=\"fact\"><a rel=\"noreferrer\" "
                             "target=\"_blank\" href=\"");
    ws_twice_around(view->rows->doc, quote, around);
    ws_html_fragment(view->out, page, end, last == 0 ? 1 : 2,
                     review->early[row->index] ? around : NULL);
    ws_out_string(view->out, "\">in the source</a></div>");
}

static void put_words(const struct review *review, const ws_row *row)
{
    static const struct fact fact[] = {
        {"kind",      WS_COLUMN_KIND     },
        {"paragraph", WS_COLUMN_PARAGRAPH},
        {"line",      WS_COLUMN_LINE     }
    };
    const ws_marking *view = &review->view;
    const ws_rows *rows = view->rows;
    ws_out *out = view->out;

    ws_out_string(out, "<td class=\"words\"><div class=\"clip\">");
    put_cell(out, ws_row_cell(rows, row, WS_COLUMN_QUOTE));
    ws_out_string(out, "</div>");
    put_facts(view, row, fact, sizeof fact / sizeof fact[0]);
    put_link(out, "stands inside another",
             ws_row_cell(rows, row, WS_COLUMN_PARENT), view->copy);
    put_link(out, "the same words before",
             ws_row_cell(rows, row, WS_COLUMN_DUPLICATE_OF), 0);
    put_source(review, row);
    ws_out_string(out, "</td>");
}

static void put_confidence(const ws_marking *view, const ws_row *row)
{
    ws_out *out = view->out;

    ws_out_string(out, "<td>");
    ws_out_string(out, confidence_words(row->quote->confidence));
    ws_out_string(out, " ");
    put_cell(out, ws_row_cell(view->rows, row, WS_COLUMN_CONFIDENCE));
    ws_out_string(out, " <span class=\"bar b");
    ws_out_number(out, (row->quote->confidence + 250) / 500);
    ws_out_string(out, "\"></span></td>");
}

static void put_row(const ws_file *file, const ws_shown *shown)
{
    static const uint8_t own[] = {WS_COLUMN_MENTION, WS_COLUMN_CUE,
                                  WS_COLUMN_METHOD, WS_COLUMN_EVIDENCE};
    const struct review *review = file->state;
    const ws_marking *view = &review->view;
    const ws_row *row = &shown->row;
    uint64_t id = view->rows->id[row->index];
    ws_out *out = view->out;

    ws_out_string(out, "<tr id=\"row-");
    ws_marking_put_id(view, id);
    ws_out_string(out, "\" data-who=\"");
    if (shown->member != WHOSAID_NONE)
        ws_out_number(out, shown->member);
    else
        ws_marking_put_look(view, shown);
    ws_out_string(out, "\" data-sure=\"");
    ws_out_number(out, (row->quote->confidence + 50) / 100);
    ws_out_string(out, "\" data-at=\"");
    put_place(view, "mention", row->quote->mention);
    put_place(view, "cue", row->quote->cue);
    put_place(view, "evidence", row->quote->evidence);
    ws_out_string(out, "\"><th scope=\"row\"><a href=\"#");
    ws_marking_put_id(view, id);
    ws_out_string(out, "\">");
    ws_out_number(out, shown->number);
    ws_out_string(out, "</a></th>");
    put_speaker(file, shown);
    put_words(review, row);
    for (size_t i = 0; i < sizeof own; i++) {
        ws_out_string(out, "<td>");
        put_cell(out, ws_row_cell(view->rows, row, own[i]));
        ws_out_string(out, "</td>");
    }
    put_confidence(view, row);
    ws_out_string(out, "</tr>\n");
}

static void put_table(const ws_file *file)
{
    static const char *const heads[] = {"No.",      "Speaker",   "Quotation",
                                        "Mention",  "Cue",       "Method",
                                        "Evidence", "Confidence"};
    const struct review *review = file->state;
    const ws_marking *view = &review->view;
    ws_out *out = view->out;

    if (view->count == 0) {
        ws_out_string(out, "<p class=\"none\">No quotation was found.</p>\n");
        return;
    }
    ws_out_string(out, "<div class=\"rows\" role=\"region\" tabindex=\"0\" "
                       "aria-label=\"Table of rows\">\n<table>\n<caption>");
    put_count(out, view->count, "row");
    ws_out_string(out, "</caption>\n<thead><tr>");
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
        ws_out_string(out, "<th scope=\"col\">");
        ws_out_string(out, heads[i]);
        ws_out_string(out, "</th>");
    }
    ws_out_string(out, "</tr></thead>\n<tbody>\n");
    for (uint32_t i = 0; i < view->count; i++)
        put_row(file, &view->shown[i]);
    ws_out_string(out, "</tbody>\n</table>\n</div>\n");
}

static void put_title(ws_out *out, ws_cell name)
{
    ws_out_string(out, "<h2>");
    if (ws_html_is_address(name.text, name.len)) {
        ws_out_string(out, "<a rel=\"noreferrer\" target=\"_blank\" href=\"");
        ws_html_address(out, name.text, name.len);
        ws_out_string(out, "\">");
        put_cell(out, name);
        ws_out_string(out, "</a>");
    } else {
        put_cell(out, name);
    }
    ws_out_string(out, "</h2>\n");
}

static whosaid_status leave(ws_file *file, const ws_rows *rows)
{
    struct review *review = file->state;
    ws_out *out = &file->out;
    ws_cell name = {rows->name, rows->name_len};

    WS_TRY(cast_rows(review));
    if (ws_html_is_address(name.text, name.len))
        WS_TRY(ws_twice_find(file->scratch, rows->doc, &review->early));
    ws_out_string(out, "<article>\n");
    put_title(out, name);
    /* which language this is, nobody knows */
    ws_out_string(out, "<div class=\"text\" lang=\"und\">");
    WS_TRY(ws_marked_put(file->scratch, &review->view, &file->counts.replaced));
    ws_out_string(out, "</div>\n");
    put_table(file);
    ws_out_string(out, "</article>\n");
    return WHOSAID_OK;
}

static whosaid_status failed(ws_file *file, ws_cell document, ws_cell why)
{
    struct review *review = file->state;
    ws_out *out = &file->out;

    review->failed++;
    ws_out_string(out, "<article class=\"failed\">\n");
    put_title(out, document);
    ws_out_string(out, "<p>This document could not be read: ");
    put_cell(out, why);
    ws_out_string(out, "</p>\n</article>\n");
    return WHOSAID_OK;
}

/* -- the end of the page -------------------------------------------------- */

static void put_totals(ws_file *file)
{
    const struct review *review = file->state;
    uint64_t speech = review->rows - review->others;
    ws_out *out = &file->out;

    ws_out_string(out, "<p class=\"totals\">");
    put_count(out, speech, "quotation");
    ws_out_string(out, " in ");
    put_count(out, review->documents, "document");
    if (review->nobodys > 0) {
        ws_out_string(out, ", ");
        ws_out_number(out, review->nobodys);
        ws_out_string(out, " without a speaker");
    }
    ws_out_string(out, ".");
    if (review->others > 0) {
        ws_out_string(out, " Beside them ");
        put_count(out, review->others, "row");
        ws_out_string(out, " of nobody’s speech.");
    }
    if (review->failed > 0) {
        ws_out_string(out, " Not read: ");
        put_count(out, review->failed, "document");
        ws_out_string(out, ".");
    }
    ws_out_string(out, "</p>\n");
}

static void put_item(ws_out *out, const char *who, const char *name,
                     uint64_t rows)
{
    if (rows == 0)
        return;
    ws_out_string(out, "<li data-who=\"");
    ws_out_string(out, who);
    ws_out_string(out, "\"><span class=\"");
    ws_out_string(out, who);
    ws_out_string(out, "\">");
    ws_out_string(out, name);
    ws_out_string(out, "</span> <span class=\"count\">");
    put_count(out, rows, "row");
    ws_out_string(out, "</span></li>\n");
}

static void put_member(ws_file *file, uint32_t i)
{
    struct review *review = file->state;
    const ws_member *member = &review->speakers.member[i];
    ws_out *out = &file->out;

    ws_out_string(out, "<li data-who=\"");
    ws_out_number(out, i);
    ws_out_string(out, "\"><a class=\"s");
    ws_out_number(out, member->look);
    ws_out_string(out, "\" href=\"#");
    review->view.copy = member->copy;
    ws_marking_put_id(&review->view, member->quote_id);
    ws_out_string(out, "\"><bdi>");
    put_cell(out, member->name);
    ws_out_string(out, "</bdi></a> <span class=\"count\">");
    put_count(out, member->rows, "row");
    if (member->documents > 1) {
        ws_out_string(out, " in ");
        put_count(out, member->documents, "document");
    }
    ws_out_string(out, "</span></li>\n");
}

static whosaid_status close_page(ws_file *file)
{
    const struct review *review = file->state;
    ws_out *out = &file->out;

    ws_out_string(out, "</main>\n"
                       "<aside id=\"panel\" aria-label=\"Review\" "
                       "tabindex=\"-1\">\n");
    PUT_LINES(out, review_panel);
    ws_out_string(out, "<section id=\"speakers\" "
                       "aria-labelledby=\"speakers-title\">\n"
                       "<h2 id=\"speakers-title\">Speakers</h2>\n");
    put_totals(file);
    ws_out_string(out, "<ul>\n");
    for (uint32_t i = 0; i < review->speakers.count; i++)
        put_member(file, i);
    put_item(out, "nobody", "nobody named", review->nobodys);
    put_item(out, "other", "nobody’s speech", review->others);
    ws_out_string(out, "</ul>\n</section>\n</aside>\n<script>");
    PUT_LINES(out, review_script);
    ws_out_string(out, "</script>\n</body>\n</html>\n");
    return WHOSAID_OK;
}

const ws_format ws_format_review = {"review", open_page, enter,     hold_row,
                                    leave,    failed,    close_page};
