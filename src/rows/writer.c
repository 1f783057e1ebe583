/*
 * writer.c - documents in, one file of rows out: the public face of rows.
 *
 *   in   analysed documents, one after another
 *   out  a header, then each document's rows, given to the sink before the
 *        next document comes
 *
 * What must outlive a document (columns, duplicates, counts) is the writer's;
 * the rest goes into an arena that ends with the document.
 */
#include <string.h>

#include "base/unicode.h"
#include "rows/csv.h"
#include "rows/row.h"
#include "rows/seen.h"

/* A column of the file: one of ours, or one of the people's. */
struct chosen {
    const ws_column *own; /* or NULL */
    uint32_t extra;       /* then whosaid_people_column() */
};

struct whosaid_writer {
    whosaid_allocator source;
    whosaid_row_options options; /* but columns */
    struct chosen column[WS_COLUMNS + WS_KNOWN_COLUMNS];
    uint32_t columns;
    uint64_t *met; /* rows of each ambiguous name; NULL: there is none */
    whosaid_status status; /* sticky: the file is incomplete */
    whosaid_counts counts;
    ws_seen seen;
    ws_csv csv;
};

const char *whosaid_column_name(uint32_t i)
{
    return i < WS_COLUMNS ? ws_columns[i].name : NULL;
}

const char *whosaid_column_help(uint32_t i)
{
    return i < WS_COLUMNS ? ws_columns[i].help : NULL;
}

/* Column i of all there are: ours, then the people's. NULL past the last. */
static const char *column_at(const whosaid_writer *writer, uint32_t i,
                             struct chosen *column)
{
    column->own = i < WS_COLUMNS ? &ws_columns[i] : NULL;
    column->extra = i < WS_COLUMNS ? 0 : i - WS_COLUMNS;
    return column->own != NULL
               ? column->own->name
               : whosaid_people_column(writer->options.people, column->extra);
}

static bool find_column(const whosaid_writer *writer, const char *name,
                        size_t len, struct chosen *column)
{
    const char *other = NULL;

    for (uint32_t i = 0; (other = column_at(writer, i, column)) != NULL; i++)
        if (strlen(other) == len && memcmp(other, name, len) == 0)
            return true;
    return false;
}

/* Read "a,b,c". False when a name is unknown or comes twice. */
static bool choose_columns(whosaid_writer *writer, const char *names)
{
    struct chosen column;

    if (names == NULL) {
        while (column_at(writer, writer->columns, &column) != NULL)
            writer->column[writer->columns++] = column;
        return true;
    }
    for (;;) {
        size_t len = strcspn(names, ",");

        if (!find_column(writer, names, len, &column))
            return false;
        for (uint32_t i = 0; i < writer->columns; i++) {
            if (writer->column[i].own == column.own &&
                writer->column[i].extra == column.extra)
                return false;
        }
        writer->column[writer->columns++] = column;
        if (names[len] == '\0')
            return true;
        names += len + 1;
    }
}

/* Whether a column's name needs no quotes: letters, digits and _. */
static bool is_bare(const char *name)
{
    for (; *name != '\0'; name++) {
        unsigned char byte = (unsigned char)*name;

        if (byte >= 0x80 ||
            (*name != '_' &&
             (ws_ascii_class[byte] & (WS_CP_LETTER | WS_CP_DIGIT)) == 0))
            return false;
    }
    return true;
}

static whosaid_status write_header(whosaid_writer *writer)
{
    if (writer->options.no_header)
        return WHOSAID_OK;
    for (uint32_t i = 0; i < writer->columns; i++) {
        const struct chosen *column = &writer->column[i];
        const char *name =
            column->own != NULL
                ? column->own->name
                : whosaid_people_column(writer->options.people, column->extra);

        if (is_bare(name))
            ws_csv_bare(&writer->csv, name, strlen(name));
        else
            ws_csv_text(&writer->csv, name, strlen(name));
    }
    ws_csv_end(&writer->csv);
    return ws_csv_flush(&writer->csv) ? WHOSAID_OK : WHOSAID_ERR_WRITE;
}

/* Start to count the rows of ambiguous names. */
static whosaid_status count_ambiguous(whosaid_writer *writer)
{
    size_t bytes =
        ws_known_ambiguous(writer->options.people) * sizeof *writer->met;

    if (bytes == 0)
        return WHOSAID_OK;
    writer->met = writer->source.alloc(writer->source.ctx, bytes);
    if (writer->met == NULL)
        return WHOSAID_ERR_NOMEM;
    memset(writer->met, 0, bytes);
    return WHOSAID_OK;
}

static whosaid_status start(whosaid_writer *writer, const char *columns,
                            const whosaid_sink *sink)
{
    if (!choose_columns(writer, columns))
        return WHOSAID_ERR_ARGUMENT;
    WS_TRY(count_ambiguous(writer));
    ws_seen_init(&writer->seen, &writer->source);
    ws_csv_init(&writer->csv, sink, &writer->options);
    return write_header(writer);
}

static bool is_valid(const whosaid_row_options *options)
{
    return options->size >= sizeof *options &&
           options->min_confidence <= 10000 &&
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
    ws_arena arena;

    if (writer == NULL)
        return WHOSAID_ERR_ARGUMENT;
    *writer = NULL;
    if (options == NULL)
        options = &defaults;
    if (sink == NULL || sink->write == NULL || !is_valid(options))
        return WHOSAID_ERR_ARGUMENT;

    ws_arena_init(&arena, allocator); /* knows the default allocator */
    whosaid_writer *made = arena.source.alloc(arena.source.ctx, sizeof *made);
    if (made == NULL)
        return WHOSAID_ERR_NOMEM;
    memset(made, 0, offsetof(whosaid_writer, csv));
    made->source = arena.source;
    made->options = *options;
    made->options.columns = NULL;
    whosaid_status status = start(made, options->columns, sink);
    if (status != WHOSAID_OK) {
        made->source.free(made->source.ctx, made->met);
        made->source.free(made->source.ctx, made);
        return status;
    }
    *writer = made;
    return WHOSAID_OK;
}

static void write_row(whosaid_writer *writer, const ws_rows *rows,
                      const ws_row *row)
{
    for (uint32_t i = 0; i < writer->columns; i++) {
        const struct chosen *column = &writer->column[i];
        ws_cell cell = {"", 0};

        if (column->own != NULL)
            cell = column->own->cell(rows, row);
        else if (row->known.entry != WHOSAID_NONE)
            cell.text = ws_known_cell(rows->people, row->known.entry,
                                      column->extra, &cell.len);
        if (column->own != NULL && column->own->number)
            ws_csv_bare(&writer->csv, cell.text, cell.len);
        else
            ws_csv_text(&writer->csv, cell.text, cell.len);
    }
    ws_csv_end(&writer->csv);
    if (row->known.ambiguous != WHOSAID_NONE)
        writer->met[row->known.ambiguous]++;
    writer->counts.rows++;
    writer->counts.attributed += row->named ? 1 : 0;
}

static whosaid_status write_rows(whosaid_writer *writer, ws_arena *arena,
                                 ws_cell name, const whosaid_doc *doc)
{
    const whosaid_span nobody = {0, 0};
    ws_rows rows;

    WS_TRY(ws_rows_init(arena, doc, name, &writer->options, &rows));
    for (uint32_t i = 0; i < doc->quotes; i++) {
        if (!ws_rows_holds(&rows, i))
            continue;
        ws_row row = ws_rows_at(&rows, i);
        whosaid_span speaker = row.named ? row.quote->speaker : nobody;
        ws_hash_value key = ws_seen_key(&doc->text, row.quote, speaker);

        WS_TRY(ws_seen_note(&writer->seen, key, rows.id[i], &row.first,
                            &row.again));
        if (!row.again || !writer->options.unique)
            write_row(writer, &rows, &row);
    }
    return ws_csv_flush(&writer->csv) ? WHOSAID_OK : WHOSAID_ERR_WRITE;
}

whosaid_status whosaid_writer_add(whosaid_writer *writer, const char *name,
                                  size_t name_len, const whosaid_doc *doc)
{
    ws_cell cell = {name != NULL ? name : "", name_len};
    ws_arena arena;

    if (writer == NULL || doc == NULL || (name == NULL && name_len != 0))
        return WHOSAID_ERR_ARGUMENT;
    if (writer->status != WHOSAID_OK)
        return writer->status;
    ws_arena_init(&arena, &writer->source);
    writer->status = write_rows(writer, &arena, cell, doc);
    ws_arena_free(&arena);
    if (writer->status == WHOSAID_OK)
        writer->counts.documents++;
    return writer->status;
}

whosaid_counts whosaid_writer_counts(const whosaid_writer *writer)
{
    whosaid_counts counts = writer->counts;

    counts.guarded = writer->csv.guarded;
    counts.replaced = writer->csv.replaced;
    return counts;
}

bool whosaid_writer_ambiguous(const whosaid_writer *writer, uint32_t i,
                              whosaid_ambiguous *ambiguous)
{
    if (writer == NULL || ambiguous == NULL ||
        i >= ws_known_ambiguous(writer->options.people))
        return false;
    *ambiguous = ws_known_ambiguous_at(writer->options.people, i);
    ambiguous->rows = writer->met[i];
    return true;
}

void whosaid_writer_free(whosaid_writer *writer)
{
    if (writer == NULL)
        return;
    ws_seen_free(&writer->seen);
    writer->source.free(writer->source.ctx, writer->met);
    writer->source.free(writer->source.ctx, writer);
}
