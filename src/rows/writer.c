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

#include "rows/csv.h"
#include "rows/row.h"
#include "rows/seen.h"

struct whosaid_writer {
    whosaid_allocator source;
    whosaid_row_options options; /* but columns */
    const ws_column *column[WS_COLUMNS];
    uint32_t columns;
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

static const ws_column *find_column(const char *name, size_t len)
{
    for (uint32_t i = 0; i < WS_COLUMNS; i++)
        if (strlen(ws_columns[i].name) == len &&
            memcmp(ws_columns[i].name, name, len) == 0)
            return &ws_columns[i];
    return NULL;
}

/* Read "a,b,c". False when a name is unknown or comes twice. */
static bool choose_columns(whosaid_writer *writer, const char *names)
{
    if (names == NULL) {
        for (uint32_t i = 0; i < WS_COLUMNS; i++)
            writer->column[i] = &ws_columns[i];
        writer->columns = WS_COLUMNS;
        return true;
    }
    for (;;) {
        size_t len = strcspn(names, ",");
        const ws_column *column = find_column(names, len);

        if (column == NULL)
            return false;
        for (uint32_t i = 0; i < writer->columns; i++)
            if (writer->column[i] == column)
                return false;
        writer->column[writer->columns++] = column;
        if (names[len] == '\0')
            return true;
        names += len + 1;
    }
}

static whosaid_status write_header(whosaid_writer *writer)
{
    if (writer->options.no_header)
        return WHOSAID_OK;
    for (uint32_t i = 0; i < writer->columns; i++)
        ws_csv_bare(&writer->csv, writer->column[i]->name,
                    strlen(writer->column[i]->name));
    ws_csv_end(&writer->csv);
    return ws_csv_flush(&writer->csv) ? WHOSAID_OK : WHOSAID_ERR_WRITE;
}

static whosaid_status start(whosaid_writer *writer, const char *columns,
                            const whosaid_sink *sink)
{
    if (!choose_columns(writer, columns))
        return WHOSAID_ERR_ARGUMENT;
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
        ws_cell cell = writer->column[i]->cell(rows, row);
        if (writer->column[i]->number)
            ws_csv_bare(&writer->csv, cell.text, cell.len);
        else
            ws_csv_text(&writer->csv, cell.text, cell.len);
    }
    ws_csv_end(&writer->csv);
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

void whosaid_writer_free(whosaid_writer *writer)
{
    if (writer == NULL)
        return;
    ws_seen_free(&writer->seen);
    writer->source.free(writer->source.ctx, writer);
}
