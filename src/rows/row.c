/*
 * row.c - one quotation as a row.
 *
 *   in   a document with its quotations
 *   out  for each row and column, the cell's bytes
 *
 * Each column has one function that makes its cell: a format asks for a cell
 * and knows nothing else of it. Most cells are spans of the document and are
 * not copied; the others are put together in one scratch buffer, measured
 * beforehand.
 *
 * A speaker less certain than min_confidence is not shown, and role,
 * affiliation and source_type are the speaker's; mention, cue, method,
 * evidence and confidence stay, for a person to go on from.
 *
 * A speaker who is known has the name of the table of people; what else is
 * told of that one is no column of ours. See known.c.
 *
 * Not here: what the columns are called, see column.c; what a cell must become
 * in a format, see csv.c.
 */
#include "rows/row.h"

#include <assert.h>
#include <string.h>

#include "rows/id.h"
#include "rows/out.h"

#define SPAN_LEN   23 /* "4294967295..4294967295" and ";" */
#define CHANGE_LEN 64 /* "4294967295 words fewer, other speaker" */

static const ws_cell nothing = {"", 0};

static ws_cell words(const char *constant)
{
    return (ws_cell){constant, strlen(constant)};
}

static ws_cell text_of(const ws_rows *rows, whosaid_span span)
{
    if (span.begin == span.end)
        return nothing;
    return (ws_cell){rows->doc->text.bytes + span.begin, span.end - span.begin};
}

static size_t put_span(const ws_rows *rows, char *out, whosaid_span span)
{
    whosaid_span units = ws_offset_span(&rows->offsets, span);
    size_t len = ws_put_number(out, units.begin);

    out[len++] = '.';
    out[len++] = '.';
    return len + ws_put_number(out + len, units.end);
}

static ws_cell number(const ws_rows *rows, uint32_t value)
{
    if (value == 0)
        return nothing;
    return (ws_cell){rows->scratch, ws_put_number(rows->scratch, value)};
}

static ws_cell span(const ws_rows *rows, whosaid_span value)
{
    if (value.begin == value.end)
        return nothing;
    return (ws_cell){rows->scratch, put_span(rows, rows->scratch, value)};
}

static ws_cell id(const ws_rows *rows, uint64_t value)
{
    ws_id_put(value, rows->scratch);
    return (ws_cell){rows->scratch, WS_ID_LEN};
}

/* What the document's page tells of itself. */
static ws_cell field(const ws_rows *rows, whosaid_page_field which)
{
    ws_cell cell = nothing;

    if (rows->doc->page != NULL)
        cell.text = whosaid_page_field_at(rows->doc->page, which, &cell.len);
    return cell;
}

ws_cell ws_row_told(const ws_rows *rows, const ws_row *row)
{
    if (row->fix != NULL && row->fix[WS_COLUMN_SPEAKER].text != NULL)
        return row->fix[WS_COLUMN_SPEAKER];
    return row->named ? text_of(rows, row->quote->speaker) : nothing;
}

/* -- the columns ---------------------------------------------------------- */

static ws_cell cell_document(const ws_rows *rows, const ws_row *row)
{
    (void)row;
    return (ws_cell){rows->name, rows->name_len};
}

static ws_cell cell_quote_id(const ws_rows *rows, const ws_row *row)
{
    return id(rows, rows->id[row->index]);
}

static ws_cell cell_speaker(const ws_rows *rows, const ws_row *row)
{
    ws_cell name = nothing;

    if (row->known.entry == WHOSAID_NONE)
        return ws_row_told(rows, row);
    name.text = ws_known_name(rows->people, row->known.entry, &name.len);
    return name;
}

static ws_cell cell_role(const ws_rows *rows, const ws_row *row)
{
    return row->named ? text_of(rows, row->quote->role) : nothing;
}

static ws_cell cell_affiliation(const ws_rows *rows, const ws_row *row)
{
    return row->named ? text_of(rows, row->quote->affiliation) : nothing;
}

/* Parts in one paragraph are one broken sentence: a space. A new paragraph is
 * a new line. */
static ws_cell cell_quote(const ws_rows *rows, const ws_row *row)
{
    const whosaid_quote *quote = row->quote;
    const ws_text *text = &rows->doc->text;
    uint32_t here = 0;
    size_t len = 0;

    if (quote->parts == 1)
        return text_of(rows, quote->part[0]);
    for (uint32_t i = 0; i < quote->parts; i++) {
        whosaid_span part = quote->part[i];
        uint32_t last = here;
        here = text->paragraph[ws_text_paragraph(text, part.begin)].number;
        if (i > 0)
            rows->scratch[len++] = here == last ? ' ' : '\n';
        memcpy(rows->scratch + len, text->bytes + part.begin,
               part.end - part.begin);
        len += part.end - part.begin;
    }
    return (ws_cell){rows->scratch, len};
}

static ws_cell cell_kind(const ws_rows *rows, const ws_row *row)
{
    (void)rows;
    return words(whosaid_strkind(row->quote->kind));
}

static ws_cell cell_source_type(const ws_rows *rows, const ws_row *row)
{
    (void)rows;
    return words(whosaid_strsource(row->named ? row->quote->source
                                              : WHOSAID_SOURCE_NONE));
}

static ws_cell cell_cue(const ws_rows *rows, const ws_row *row)
{
    return text_of(rows, row->quote->cue);
}

static ws_cell cell_mention(const ws_rows *rows, const ws_row *row)
{
    return text_of(rows, row->quote->mention);
}

static ws_cell cell_method(const ws_rows *rows, const ws_row *row)
{
    (void)rows;
    return words(whosaid_strmethod(row->quote->method));
}

static ws_cell cell_confidence(const ws_rows *rows, const ws_row *row)
{
    uint32_t hundredths = (row->quote->confidence + 50) / 100;

    rows->scratch[0] = hundredths < 100 ? '0' : '1';
    rows->scratch[1] = '.';
    rows->scratch[2] = (char)('0' + hundredths / 10 % 10);
    rows->scratch[3] = (char)('0' + hundredths % 10);
    return (ws_cell){rows->scratch, 4};
}

static ws_cell cell_evidence(const ws_rows *rows, const ws_row *row)
{
    return text_of(rows, row->quote->evidence);
}

static ws_cell cell_paragraph(const ws_rows *rows, const ws_row *row)
{
    return number(rows, row->quote->paragraph);
}

static ws_cell cell_line(const ws_rows *rows, const ws_row *row)
{
    return number(rows, row->quote->line);
}

static ws_cell cell_quote_spans(const ws_rows *rows, const ws_row *row)
{
    size_t len = 0;

    for (uint32_t i = 0; i < row->quote->parts; i++) {
        if (i > 0)
            rows->scratch[len++] = ';';
        len += put_span(rows, rows->scratch + len, row->quote->part[i]);
    }
    return (ws_cell){rows->scratch, len};
}

static ws_cell cell_mention_span(const ws_rows *rows, const ws_row *row)
{
    return span(rows, row->quote->mention);
}

static ws_cell cell_cue_span(const ws_rows *rows, const ws_row *row)
{
    return span(rows, row->quote->cue);
}

static ws_cell cell_duplicate_of(const ws_rows *rows, const ws_row *row)
{
    return row->again ? id(rows, row->first) : nothing;
}

static ws_cell cell_parent(const ws_rows *rows, const ws_row *row)
{
    uint32_t parent = rows->parent[row->index];

    return parent != WHOSAID_NONE ? id(rows, rows->id[parent]) : nothing;
}

static ws_cell cell_title(const ws_rows *rows, const ws_row *row)
{
    (void)row;
    return field(rows, WHOSAID_PAGE_TITLE);
}

static ws_cell cell_url(const ws_rows *rows, const ws_row *row)
{
    (void)row;
    return field(rows, WHOSAID_PAGE_URL);
}

static ws_cell cell_date(const ws_rows *rows, const ws_row *row)
{
    (void)row;
    return field(rows, WHOSAID_PAGE_DATE);
}

static ws_cell cell_language(const ws_rows *rows, const ws_row *row)
{
    (void)row;
    return field(rows, WHOSAID_PAGE_LANGUAGE);
}

static ws_cell cell_group(const ws_rows *rows, const ws_row *row)
{
    return row->grouped ? id(rows, row->as.group) : nothing;
}

/* Write words; returns their bytes. */
static size_t put_words(char *out, const char *constant)
{
    ws_cell cell = words(constant);

    memcpy(out, cell.text, cell.len);
    return cell.len;
}

static ws_cell cell_group_change(const ws_rows *rows, const ws_row *row)
{
    const ws_seen_as *as = &row->as;
    char *out = rows->scratch;
    size_t len = 0;

    if (as->other_words && as->more == 0)
        len += put_words(out, "other words");
    if (as->other_words && as->more != 0) {
        uint32_t count = (uint32_t)(as->more > 0 ? as->more : -as->more);
        len += ws_put_number(out, count);
        len += put_words(out + len, count == 1 ? " word" : " words");
        len += put_words(out + len, as->more > 0 ? " more" : " fewer");
    }
    if (as->other_speaker)
        len +=
            put_words(out + len, len > 0 ? ", other speaker" : "other speaker");
    return (ws_cell){out, len};
}

/* What makes the cell of each column. */
static ws_cell (*const cells[WS_COLUMNS_ALL])(const ws_rows *,
                                              const ws_row *) = {
    [WS_COLUMN_DOCUMENT] = cell_document,
    [WS_COLUMN_QUOTE_ID] = cell_quote_id,
    [WS_COLUMN_SPEAKER] = cell_speaker,
    [WS_COLUMN_ROLE] = cell_role,
    [WS_COLUMN_AFFILIATION] = cell_affiliation,
    [WS_COLUMN_QUOTE] = cell_quote,
    [WS_COLUMN_KIND] = cell_kind,
    [WS_COLUMN_SOURCE_TYPE] = cell_source_type,
    [WS_COLUMN_CUE] = cell_cue,
    [WS_COLUMN_MENTION] = cell_mention,
    [WS_COLUMN_METHOD] = cell_method,
    [WS_COLUMN_CONFIDENCE] = cell_confidence,
    [WS_COLUMN_EVIDENCE] = cell_evidence,
    [WS_COLUMN_PARAGRAPH] = cell_paragraph,
    [WS_COLUMN_LINE] = cell_line,
    [WS_COLUMN_QUOTE_SPANS] = cell_quote_spans,
    [WS_COLUMN_MENTION_SPAN] = cell_mention_span,
    [WS_COLUMN_CUE_SPAN] = cell_cue_span,
    [WS_COLUMN_DUPLICATE_OF] = cell_duplicate_of,
    [WS_COLUMN_PARENT] = cell_parent,
    [WS_COLUMN_GROUP] = cell_group,
    [WS_COLUMN_GROUP_CHANGE] = cell_group_change,
    [WS_COLUMN_TITLE] = cell_title,
    [WS_COLUMN_URL] = cell_url,
    [WS_COLUMN_DATE] = cell_date,
    [WS_COLUMN_LANGUAGE] = cell_language,
};

/* -- the document --------------------------------------------------------- */

/* The most bytes that a cell in scratch can take. */
static size_t longest_cell(const whosaid_doc *doc)
{
    size_t most = CHANGE_LEN;

    for (uint32_t i = 0; i < doc->quotes; i++) {
        const whosaid_quote *quote = &doc->quote[i];
        size_t joined = quote->parts;
        size_t spans = (size_t)quote->parts * SPAN_LEN;

        for (uint32_t p = 0; p < quote->parts; p++)
            joined += quote->part[p].end - quote->part[p].begin;
        if (quote->parts > 1 && joined > most)
            most = joined;
        if (spans > most)
            most = spans;
    }
    return most;
}

bool ws_rows_holds(const ws_rows *rows, uint32_t i)
{
    return rows->all || rows->doc->quote[i].kind <= WHOSAID_KIND_TURN;
}

/* Quotations come by begin, so the one around another comes before it. */
static void find_parents(ws_rows *rows)
{
    for (uint32_t i = 0; i < rows->doc->quotes; i++) {
        uint32_t parent = rows->doc->quote[i].parent;

        assert(parent == WHOSAID_NONE || parent < i);
        if (parent != WHOSAID_NONE && !ws_rows_holds(rows, parent))
            parent = rows->parent[parent];
        rows->parent[i] = parent;
    }
}

whosaid_status ws_rows_init(ws_arena *arena, const whosaid_doc *doc,
                            ws_cell name, const whosaid_row_options *options,
                            ws_rows *rows)
{
    memset(rows, 0, sizeof *rows);
    rows->doc = doc;
    rows->name = name.text;
    rows->name_len = name.len;
    rows->min_confidence = options->min_confidence;
    rows->all = options->all;
    rows->people = options->people;
    if (doc->quotes == 0)
        return WHOSAID_OK;
    WS_TRY(ws_ids_make(arena, doc, name.text, name.len, &rows->id));
    WS_TRY(
        ws_offsets_init(arena, &doc->text, options->offsets, &rows->offsets));
    rows->offsets.page = doc->page;
    rows->scratch = WS_NEW(arena, char, longest_cell(doc));
    rows->parent = WS_NEW(arena, uint32_t, doc->quotes);
    if (arena->failed)
        return WHOSAID_ERR_NOMEM;
    find_parents(rows);
    return WHOSAID_OK;
}

ws_row ws_rows_at(const ws_rows *rows, uint32_t i)
{
    const whosaid_quote *quote = &rows->doc->quote[i];
    ws_row row;

    memset(&row, 0, sizeof row);
    row.quote = quote;
    row.index = i;
    row.known = ws_known_nobody;
    row.named =
        quote->speaker.begin != quote->speaker.end &&

        /* as it is printed, in hundredths */
        (quote->confidence + 50) / 100 >= (rows->min_confidence + 50) / 100;
    if (row.named && rows->people != NULL) {
        ws_cell speaker = text_of(rows, quote->speaker);
        row.known = ws_known_find(rows->people, speaker.text, speaker.len);
    }
    return row;
}

ws_cell ws_row_speaker(const ws_rows *rows, const ws_row *row)
{
    return cell_speaker(rows, row);
}

ws_cell ws_row_cell(const ws_rows *rows, const ws_row *row, uint32_t column)
{
    bool known = row->known.entry != WHOSAID_NONE;

    if (row->fix != NULL && row->fix[column].text != NULL &&
        !(column == WS_COLUMN_SPEAKER && known))
        return row->fix[column];
    return cells[column](rows, row);
}

ws_sketch ws_row_words(const whosaid_doc *doc, uint32_t i)
{
    const whosaid_quote *quote = &doc->quote[i];
    ws_words words;

    ws_words_init(&words);
    for (uint32_t p = 0; p < quote->parts; p++) {
        whosaid_span part = quote->part[p];
        ws_words_add(&words, doc->text.bytes + part.begin,
                     part.end - part.begin);
    }
    return ws_words_end(&words);
}
