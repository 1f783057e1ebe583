/*
 * writer.c - documents in, one file of rows out: the public face of rows.
 *
 *   in   analysed documents, one after another
 *   out  what the format opens with, each document's rows, given to the sink
 *        before the next document comes, and what the format closes with
 *
 * What must outlive a document (columns, duplicates, counts) is the writer's;
 * the rest goes into an arena that ends with the document. Which row is written
 * is decided here; how, by the format.
 */
#include <string.h>

#include "rows/corrections.h"
#include "rows/format.h"
#include "rows/seen.h"

static const ws_format *const formats[] = {
    &ws_format_csv,         &ws_format_tsv,  &ws_format_jsonl,
    &ws_format_annotations, &ws_format_brat, &ws_format_review,
    &ws_format_cells};

#define FORMATS (sizeof formats / sizeof formats[0])

struct whosaid_writer {
    whosaid_allocator source;
    const ws_format *format;
    uint64_t *met; /* rows of each ambiguous name; NULL: there is none */
    whosaid_status status; /* sticky: the file is incomplete */
    bool closed;
    ws_seen seen;
    ws_seen speakers; /* with count_speakers */
    ws_file file;
};

const char *whosaid_format_name(uint32_t i)
{
    return i < FORMATS ? formats[i]->name : NULL;
}

/* -- columns -------------------------------------------------------------- */

/* Extra columns: the people's, then from here those of corrections. */
#define REVIEWED WS_KNOWN_COLUMNS
#define VERDICT  (REVIEWED + 1)

const char *ws_field_name(const ws_file *file, const ws_field *field)
{
    if (field->own != NULL)
        return field->own->name;
    if (field->extra >= REVIEWED)
        return whosaid_corrections_column(file->options.corrections,
                                          field->extra - REVIEWED);
    return whosaid_people_column(file->options.people, field->extra);
}

ws_cell ws_field_cell(const ws_field *field, const ws_rows *rows,
                      const ws_row *row)
{
    ws_cell cell = {"", 0};

    if (field->own != NULL)
        return ws_row_cell(rows, row, (uint32_t)(field->own - ws_columns));
    if (field->extra == VERDICT)
        return row->verdict;
    if (field->extra == REVIEWED)
        return row->reviewed ? (ws_cell){"yes", 3} : cell;
    if (row->known.entry != WHOSAID_NONE)
        cell.text = ws_known_cell(rows->people, row->known.entry, field->extra,
                                  &cell.len);
    return cell;
}

/* Column i of those written by default: ours, the people's, those of
 * corrections. False past the last. */
static bool field_at(const ws_file *file, uint32_t i, ws_field *field)
{
    field->own = i < WS_COLUMNS ? &ws_columns[i] : NULL;
    field->extra = i < WS_COLUMNS ? 0 : i - WS_COLUMNS;
    if (field->own == NULL && field->extra >= file->joined)
        field->extra += REVIEWED - file->joined;
    return ws_field_name(file, field) != NULL;
}

static bool find_field(const ws_file *file, const char *name, size_t len,
                       ws_field *field)
{
    for (uint32_t i = 0; field_at(file, i, field); i++) {
        const char *other = ws_field_name(file, field);

        if (strlen(other) == len && memcmp(other, name, len) == 0)
            return true;
    }
    /* those only written when asked for; a table may have the same */
    for (uint32_t i = WS_COLUMNS; i < WS_COLUMNS_ALL; i++) {
        field->own = &ws_columns[i];
        if (strlen(field->own->name) == len &&
            memcmp(field->own->name, name, len) == 0)
            return true;
    }
    return false;
}

/* Read "a,b,c". False when a name is unknown or comes twice. */
static bool choose_fields(ws_file *file, const char *names)
{
    ws_field field;

    if (names == NULL) {
        while (field_at(file, file->fields, &field))
            file->field[file->fields++] = field;
        return true;
    }
    for (;;) {
        size_t len = strcspn(names, ",");

        if (!find_field(file, names, len, &field))
            return false;
        for (uint32_t i = 0; i < file->fields; i++) {
            if (file->field[i].own == field.own &&
                file->field[i].extra == field.extra)
                return false;
        }
        file->field[file->fields++] = field;
        if (names[len] == '\0')
            return true;
        names += len + 1;
    }
}

/* -- the file ------------------------------------------------------------- */

/* Start to count the rows of ambiguous names. */
static whosaid_status count_ambiguous(whosaid_writer *writer)
{
    size_t bytes =
        ws_known_ambiguous(writer->file.options.people) * sizeof *writer->met;

    if (bytes == 0)
        return WHOSAID_OK;
    writer->met = writer->source.alloc(writer->source.ctx, bytes);
    if (writer->met == NULL)
        return WHOSAID_ERR_NOMEM;
    memset(writer->met, 0, bytes);
    return WHOSAID_OK;
}

static whosaid_status start(whosaid_writer *writer, const char *columns)
{
    ws_file *file = &writer->file;
    const whosaid_people *people = file->options.people;
    const char *name = NULL;

    while ((name = whosaid_people_column(people, file->joined)) != NULL) {
        const whosaid_corrections *c = file->options.corrections;
        for (uint32_t i = 0; whosaid_corrections_column(c, i) != NULL; i++)
            if (strcmp(whosaid_corrections_column(c, i), name) == 0)
                return WHOSAID_ERR_ARGUMENT;
        file->joined++;
    }
    file->whole = columns == NULL;
    if (!choose_fields(file, columns))
        return WHOSAID_ERR_ARGUMENT;
    WS_TRY(count_ambiguous(writer));
    if (writer->format->open != NULL)
        WS_TRY(writer->format->open(file));
    return ws_out_flush(&file->out);
}

/* Whether there is who takes what is written. */
static bool has_taker(const whosaid_row_options *options,
                      const whosaid_sink *sink)
{
    if (options->format == WHOSAID_FORMAT_CELLS)
        return options->table != NULL && options->table->row != NULL;
    return sink != NULL && sink->write != NULL;
}

static bool is_valid(const whosaid_row_options *options)
{
    return options->size >= sizeof *options &&
           options->min_confidence <= 10000 &&
           (size_t)options->format < FORMATS &&
           (options->offsets == WHOSAID_OFFSETS_CODEPOINT ||
            options->offsets == WHOSAID_OFFSETS_BYTE ||
            options->offsets == WHOSAID_OFFSETS_UTF16);
}

whosaid_status whosaid_writer_new(const whosaid_row_options *options,
                                  const whosaid_sink *sink,
                                  const whosaid_allocator *allocator,
                                  whosaid_writer **writer)
{
    static const whosaid_row_options defaults = WHOSAID_ROW_OPTIONS_INIT;
    static const whosaid_sink nowhere = {NULL, NULL};
    ws_arena arena;

    if (writer == NULL)
        return WHOSAID_ERR_ARGUMENT;
    *writer = NULL;
    if (options == NULL)
        options = &defaults;
    if (!is_valid(options) || !has_taker(options, sink))
        return WHOSAID_ERR_ARGUMENT;

    ws_arena_init(&arena, allocator); /* knows the default allocator */
    whosaid_writer *made = arena.source.alloc(arena.source.ctx, sizeof *made);
    if (made == NULL)
        return WHOSAID_ERR_NOMEM;
    memset(made, 0, offsetof(whosaid_writer, file.out));
    made->source = arena.source;
    made->format = formats[options->format];
    made->file.options = *options;
    made->file.options.columns = NULL;
    made->file.options.table = NULL;
    if (options->table != NULL)
        made->file.table = *options->table;
    ws_arena_init(&made->file.arena, &made->source);
    ws_seen_init(&made->seen, &made->source);
    ws_seen_init(&made->speakers, &made->source);
    ws_out_init(&made->file.out, sink != NULL ? sink : &nowhere);
    whosaid_status status = start(made, options->columns);
    if (status != WHOSAID_OK) {
        whosaid_writer_free(made);
        return status;
    }
    *writer = made;
    return WHOSAID_OK;
}

/* Count a row's speaker when the name was not there before. */
static whosaid_status count_speaker(whosaid_writer *writer, const ws_rows *rows,
                                    const ws_row *row)
{
    const ws_sketch name =
        ws_words_of(ws_row_cell(rows, row, WS_COLUMN_SPEAKER));
    ws_seen_as as;

    WS_TRY(ws_seen_note(&writer->speakers, 0, &name, (ws_cell){"", 0}, &as));
    writer->file.counts.speakers = writer->speakers.entries;
    return WHOSAID_OK;
}

static whosaid_status write_row(whosaid_writer *writer, const ws_rows *rows,
                                const ws_row *row)
{
    ws_file *file = &writer->file;

    WS_TRY(writer->format->row(file, rows, row));
    if (file->options.count_speakers)
        WS_TRY(count_speaker(writer, rows, row));
    if (row->known.ambiguous != WHOSAID_NONE)
        writer->met[row->known.ambiguous]++;
    file->counts.rows++;
    file->counts.attributed += ws_row_speaker(rows, row).len > 0 ? 1 : 0;
    return WHOSAID_OK;
}

/* Row of quotation i: as the document has it, then as a person corrected it,
 * and what earlier rows it is like. */
static whosaid_status make_row(whosaid_writer *writer, const ws_rows *rows,
                               uint32_t i, ws_row *row)
{
    const whosaid_row_options *options = &writer->file.options;

    *row = ws_rows_at(rows, i);
    if (options->corrections == NULL && options->no_duplicates)
        return WHOSAID_OK;
    const ws_sketch words = ws_row_words(rows->doc, i);
    if (options->corrections != NULL)
        WS_TRY(ws_corrections_apply(options->corrections, writer->file.scratch,
                                    rows, &words, row));
    if (options->no_duplicates)
        return WHOSAID_OK;
    WS_TRY(ws_seen_note(&writer->seen, rows->id[i], &words,
                        ws_row_told(rows, row), &row->as));
    row->grouped = true;
    row->again = row->as.again;
    row->first = row->as.first;
    return WHOSAID_OK;
}

static whosaid_status write_rows(whosaid_writer *writer, const ws_rows *rows)
{
    const whosaid_doc *doc = rows->doc;
    ws_file *file = &writer->file;

    if (writer->format->enter != NULL)
        WS_TRY(writer->format->enter(file, rows));
    for (uint32_t i = 0; i < doc->quotes; i++) {
        if (!ws_rows_holds(rows, i))
            continue;
        ws_row row;

        WS_TRY(make_row(writer, rows, i, &row));
        if (!row.again || !file->options.unique)
            WS_TRY(write_row(writer, rows, &row));
    }
    if (writer->format->leave != NULL)
        WS_TRY(writer->format->leave(file, rows));
    return ws_out_flush(&file->out);
}

static whosaid_status add(whosaid_writer *writer, ws_cell name,
                          const whosaid_doc *doc)
{
    ws_arena arena;
    ws_rows rows;

    ws_arena_init(&arena, &writer->source);
    writer->file.scratch = &arena;
    whosaid_status status =
        ws_rows_init(&arena, doc, name, &writer->file.options, &rows);
    if (status == WHOSAID_OK)
        status = write_rows(writer, &rows);
    writer->file.scratch = NULL;
    ws_arena_free(&arena);
    return status;
}

whosaid_status whosaid_writer_add(whosaid_writer *writer, const char *name,
                                  size_t name_len, const whosaid_doc *doc)
{
    ws_cell cell = {name != NULL ? name : "", name_len};

    if (writer == NULL || doc == NULL || writer->closed ||
        (name == NULL && name_len != 0))
        return WHOSAID_ERR_ARGUMENT;
    if (writer->status == WHOSAID_OK)
        writer->status = add(writer, cell, doc);
    if (writer->status == WHOSAID_OK)
        writer->file.counts.documents++;
    return writer->status;
}

whosaid_status whosaid_writer_failed(whosaid_writer *writer, const char *name,
                                     size_t name_len, const char *words)
{
    ws_cell document = {name != NULL ? name : "", name_len};

    if (writer == NULL || words == NULL || writer->closed ||
        (name == NULL && name_len != 0))
        return WHOSAID_ERR_ARGUMENT;
    if (writer->status == WHOSAID_OK && writer->format->failed != NULL) {
        writer->status = writer->format->failed(
            &writer->file, document, (ws_cell){words, strlen(words)});
        if (writer->status == WHOSAID_OK)
            writer->status = ws_out_flush(&writer->file.out);
    }
    return writer->status;
}

whosaid_status whosaid_writer_close(whosaid_writer *writer)
{
    if (writer == NULL)
        return WHOSAID_ERR_ARGUMENT;
    if (writer->status == WHOSAID_OK && !writer->closed) {
        if (writer->format->close != NULL)
            writer->status = writer->format->close(&writer->file);
        if (writer->status == WHOSAID_OK)
            writer->status = ws_out_flush(&writer->file.out);
    }
    writer->closed = true;
    return writer->status;
}

whosaid_counts whosaid_writer_counts(const whosaid_writer *writer)
{
    return writer->file.counts;
}

bool whosaid_writer_ambiguous(const whosaid_writer *writer, uint32_t i,
                              whosaid_ambiguous *ambiguous)
{
    if (writer == NULL || ambiguous == NULL ||
        i >= ws_known_ambiguous(writer->file.options.people))
        return false;
    *ambiguous = ws_known_ambiguous_at(writer->file.options.people, i);
    ambiguous->rows = writer->met[i];
    return true;
}

void whosaid_writer_free(whosaid_writer *writer)
{
    if (writer == NULL)
        return;
    ws_seen_free(&writer->seen);
    ws_seen_free(&writer->speakers);
    ws_arena_free(&writer->file.arena);
    writer->source.free(writer->source.ctx, writer->met);
    writer->source.free(writer->source.ctx, writer);
}
