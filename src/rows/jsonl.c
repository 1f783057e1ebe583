/*
 * jsonl.c - rows as JSON lines: the record that loses nothing.
 *
 *   in   rows
 *   out  one object a line: the columns as values of their own type, then what
 *        a cell has no room for; docs/quotes.schema.json describes it
 *
 * A text column is a string, or null where its cell is empty; a number is a
 * number; spans are objects. Columns that a person asks for by name come
 * alone, those that a table of people joins stand in one object. A document
 * that could not be read has a line of its own.
 */
#include <string.h>

#include "base/unicode.h"
#include "rows/context.h"
#include "rows/format.h"
#include "rows/json.h"
#include "rows/result.h"

/* What a column's cell becomes. */
enum shape {
    SHAPE_TEXT,   /* a string, null where empty */
    SHAPE_STRING, /* a string always */
    SHAPE_NUMBER,
    SHAPE_SPANS, /* of the parts */
    SHAPE_MENTION,
    SHAPE_CUE,
    SHAPE_EXTRA /* a member of people */
};

struct lines {
    ws_json json;
    enum shape shape[WS_FIELDS]; /* [fields] */
    bool has_spans;              /* one is asked for */
    bool has_extra;              /* likewise */
};

static enum shape shape_of(const ws_field *field)
{
    static const struct {
        const char *name;
        enum shape shape;
    } special[] = {
        {"document",     SHAPE_STRING },
        {"quote",        SHAPE_STRING },
        {"quote_spans",  SHAPE_SPANS  },
        {"mention_span", SHAPE_MENTION},
        {"cue_span",     SHAPE_CUE    },
    };

    if (field->own == NULL)
        return field->extra < WS_KNOWN_COLUMNS ? SHAPE_EXTRA : SHAPE_TEXT;
    for (size_t i = 0; i < sizeof special / sizeof special[0]; i++)
        if (strcmp(field->own->name, special[i].name) == 0)
            return special[i].shape;
    return field->own->number ? SHAPE_NUMBER : SHAPE_TEXT;
}

static whosaid_status open_lines(ws_file *file)
{
    struct lines *lines = WS_NEW(&file->arena, struct lines, 1);

    if (lines == NULL)
        return WHOSAID_ERR_NOMEM;
    file->state = lines;
    ws_json_init(&lines->json, &file->out, false);
    for (uint32_t i = 0; i < file->fields; i++) {
        enum shape shape = shape_of(&file->field[i]);

        lines->shape[i] = shape;
        lines->has_extra = lines->has_extra || shape == SHAPE_EXTRA;
        lines->has_spans = lines->has_spans || shape == SHAPE_SPANS ||
                           shape == SHAPE_MENTION || shape == SHAPE_CUE;
    }
    return WHOSAID_OK;
}

/* -- values --------------------------------------------------------------- */

/* The text of a span; null where it is empty. */
static void put_text(ws_json *json, const char *key, const ws_rows *rows,
                     whosaid_span span)
{
    ws_json_key(json, key);
    if (span.begin == span.end)
        ws_json_null(json);
    else
        ws_json_text(json, rows->doc->text.bytes + span.begin,
                     span.end - span.begin);
}

/* Members begin and end. */
static void put_ends(ws_json *json, const ws_rows *rows, whosaid_span span)
{
    whosaid_span units = ws_offset_span(&rows->offsets, span);

    ws_json_key(json, "begin");
    ws_json_number(json, units.begin);
    ws_json_key(json, "end");
    ws_json_number(json, units.end);
}

/* A span; null where it is empty. */
static void put_span(ws_json *json, const ws_rows *rows, whosaid_span span)
{
    if (span.begin == span.end) {
        ws_json_null(json);
        return;
    }
    ws_json_open(json, '{');
    put_ends(json, rows, span);
    ws_json_close(json, '}');
}

static void put_place(ws_json *json, const char *key, const ws_rows *rows,
                      whosaid_span span)
{
    ws_json_key(json, key);
    put_span(json, rows, span);
}

static void put_field(ws_file *file, uint32_t column, const ws_rows *rows,
                      const ws_row *row)
{
    struct lines *lines = file->state;
    ws_json *json = &lines->json;
    const ws_field *field = &file->field[column];
    enum shape shape = lines->shape[column];
    const whosaid_quote *quote = row->quote;
    ws_cell cell = {"", 0};

    if (shape == SHAPE_TEXT || shape == SHAPE_STRING || shape == SHAPE_NUMBER)
        cell = ws_field_cell(field, rows, row);
    ws_json_key(json, ws_field_name(file, field));
    switch (shape) {
    case SHAPE_TEXT:
    case SHAPE_STRING:
        if (shape == SHAPE_TEXT && cell.len == 0)
            ws_json_null(json);
        else
            ws_json_text(json, cell.text, cell.len);
        break;
    case SHAPE_NUMBER:
        if (cell.len == 0)
            ws_json_null(json);
        else
            ws_json_bare(json, cell.text, cell.len);
        break;
    case SHAPE_SPANS:
        ws_json_open(json, '[');
        for (uint32_t i = 0; i < quote->parts; i++)
            put_span(json, rows, quote->part[i]);
        ws_json_close(json, ']');
        break;
    case SHAPE_MENTION:
        put_span(json, rows, quote->mention);
        break;
    case SHAPE_CUE:
        put_span(json, rows, quote->cue);
        break;
    case SHAPE_EXTRA:
        break;
    }
}

/* -- what a cell has no room for ------------------------------------------ */

static const char *unit_of(whosaid_offsets offsets)
{
    switch (offsets) {
    case WHOSAID_OFFSETS_CODEPOINT:
        return "codepoint";
    case WHOSAID_OFFSETS_BYTE:
        return "byte";
    case WHOSAID_OFFSETS_UTF16:
        return "utf16";
    }
    return "unknown";
}

/* Without the white space between a mark and its words. */
static whosaid_span trimmed(const ws_rows *rows, uint32_t begin, uint32_t end)
{
    const char *words = rows->doc->text.bytes + begin;
    size_t len = end - begin;

    ws_trim(&words, &len);
    begin = (uint32_t)(words - rows->doc->text.bytes);
    return (whosaid_span){begin, begin + (uint32_t)len};
}

/* Each part as it stands, and the marks around it where there are any. */
static void put_parts(ws_json *json, const ws_rows *rows, const ws_row *row)
{
    const whosaid_doc *doc = rows->doc;
    const ws_quotation *quotation = row->index < doc->quotations.count
                                        ? &doc->quotations.quotation[row->index]
                                        : NULL;

    ws_json_key(json, "parts");
    ws_json_open(json, '[');
    for (uint32_t i = 0; i < row->quote->parts; i++) {
        whosaid_span part = row->quote->part[i];
        whosaid_span open = {part.begin, part.begin};
        whosaid_span shut = {part.end, part.end};

        if (quotation != NULL && i < quotation->pieces) {
            const ws_piece *piece = &doc->pieces.piece[quotation->piece[i]];
            open = trimmed(rows, piece->open, part.begin);
            shut = trimmed(rows, part.end, piece->close);
        }
        ws_json_open(json, '{');
        put_text(json, "text", rows, part);
        put_ends(json, rows, part);
        put_text(json, "open", rows, open);
        put_text(json, "close", rows, shut);
        ws_json_close(json, '}');
    }
    ws_json_close(json, ']');
}

static void put_rest(ws_json *json, const ws_rows *rows, const ws_row *row)
{
    const whosaid_quote *quote = row->quote;
    const ws_text *text = &rows->doc->text;
    const whosaid_span nowhere = {0, 0};

    put_text(json, "speaker_text", rows, row->named ? quote->speaker : nowhere);
    put_place(json, "speaker_span", rows,
              row->named ? quote->speaker : nowhere);
    put_place(json, "role_span", rows, row->named ? quote->role : nowhere);
    put_place(json, "affiliation_span", rows,
              row->named ? quote->affiliation : nowhere);
    put_place(json, "evidence_span", rows, quote->evidence);
    put_parts(json, rows, row);
    put_text(json, "before", rows,
             ws_context_before(text, quote->part[0].begin));
    put_text(json, "after", rows,
             ws_context_after(text, quote->part[quote->parts - 1].end));
}

/* The columns that the people's table joins; null for somebody unknown. */
static void put_people(ws_json *json, const ws_file *file, const ws_rows *rows,
                       const ws_row *row)
{
    const struct lines *lines = file->state;

    ws_json_key(json, "people");
    if (row->known.entry == WHOSAID_NONE) {
        ws_json_null(json);
        return;
    }
    ws_json_open(json, '{');
    for (uint32_t i = 0; i < file->fields; i++) {
        const ws_field *field = &file->field[i];

        if (lines->shape[i] != SHAPE_EXTRA)
            continue;
        ws_cell cell = ws_field_cell(field, rows, row);
        ws_json_key(json, ws_field_name(file, field));
        ws_json_text(json, cell.text, cell.len);
    }
    ws_json_close(json, '}');
}

static void put_candidates(ws_json *json, const ws_rows *rows,
                           const ws_row *row)
{
    const whosaid_doc *doc = rows->doc;
    ws_candidate candidate[WS_CANDIDATES];
    uint32_t count = ws_doc_candidates(doc, row->index, candidate);

    ws_json_key(json, "candidates");
    ws_json_open(json, '[');
    for (uint32_t i = 0; i < count; i++) {
        whosaid_span words = ws_doc_candidate_words(doc, &candidate[i]);
        bool chosen = ws_doc_chose(doc, row->index, &candidate[i]);

        ws_json_open(json, '{');
        put_text(json, "name", rows, ws_doc_candidate_name(doc, &candidate[i]));
        put_text(json, "text", rows, words);
        put_ends(json, rows, words);
        ws_json_key(json, "score");
        ws_json_number(json, candidate[i].score);
        ws_json_key(json, "chosen");
        ws_json_bare(json, chosen ? "true" : "false", chosen ? 4 : 5);
        ws_json_close(json, '}');
    }
    ws_json_close(json, ']');
}

/* -- lines ---------------------------------------------------------------- */

static whosaid_status write_row(ws_file *file, const ws_rows *rows,
                                const ws_row *row)
{
    struct lines *lines = file->state;
    ws_json *json = &lines->json;

    ws_json_open(json, '{');
    for (uint32_t i = 0; i < file->fields; i++)
        if (lines->shape[i] != SHAPE_EXTRA)
            put_field(file, i, rows, row);
    if (lines->has_spans || file->options.candidates)
        ws_json_string(json, "offsets", unit_of(file->options.offsets));
    if (file->whole)
        put_rest(json, rows, row);
    if (lines->has_extra)
        put_people(json, file, rows, row);
    if (file->options.candidates)
        put_candidates(json, rows, row);
    ws_json_close(json, '}');
    ws_json_end(json);
    file->counts.replaced = json->replaced;
    return WHOSAID_OK;
}

static whosaid_status write_failure(ws_file *file, ws_cell document,
                                    ws_cell words)
{
    struct lines *lines = file->state;
    ws_json *json = &lines->json;

    ws_json_open(json, '{');
    ws_json_key(json, "document");
    ws_json_text(json, document.text, document.len);
    ws_json_key(json, "error");
    ws_json_text(json, words.text, words.len);
    ws_json_close(json, '}');
    ws_json_end(json);
    file->counts.replaced = json->replaced;
    return WHOSAID_OK;
}

const ws_format ws_format_jsonl = {"jsonl", open_lines,    NULL, write_row,
                                   NULL,    write_failure, NULL};
