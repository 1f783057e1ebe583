/*
 * format.h - how rows become a file: what each format has to offer.
 *
 * A format is one file of this storey and one line in the table of writer.c.
 * It is called in the order of the output, and writes with file->out or not at
 * all; what the sink refuses is noticed by the writer, behind each document.
 */
#ifndef WS_FORMAT_H
#define WS_FORMAT_H

#include "rows/out.h"
#include "rows/row.h"

/* A column of the file: one of ours, one that a table of people joins, or one
 * that corrections do. Ask ws_field_name() and ws_field_cell(). */
typedef struct ws_field {
    const ws_column *own; /* or NULL */
    uint32_t extra;       /* then whosaid_people_column(), or behind those */
} ws_field;

#define WS_FIELDS (WS_COLUMNS_ALL + WS_KNOWN_COLUMNS + 2)

/* One file of rows on its way out. */
typedef struct ws_file {
    whosaid_row_options options; /* but columns and table */
    whosaid_table table;         /* who takes cells */
    ws_field field[WS_FIELDS];   /* [fields] the columns asked for */
    uint32_t fields;
    uint32_t joined;       /* columns of the people */
    bool whole;            /* no columns were asked for: all there is */
    whosaid_counts counts; /* guarded and replaced are the format's to count */
    ws_arena arena;        /* what a format keeps from document to document */
    ws_arena *scratch;     /* what it keeps to the end of this document */
    void *state;           /* the format's own, in arena; NULL at first */
    ws_out out;
} ws_file;

/* A field's name, ending with NUL, and its cell in a row: see ws_column. */
const char *ws_field_name(const ws_file *file, const ws_field *field);
ws_cell ws_field_cell(const ws_field *field, const ws_rows *rows,
                      const ws_row *row);

/* Each may be NULL, but row. Errors: NOMEM; of enter also ARGUMENT, where the
 * file holds no more documents. */
typedef struct ws_format {
    const char *name;
    whosaid_status (*open)(ws_file *file);
    whosaid_status (*enter)(ws_file *file, const ws_rows *rows);
    whosaid_status (*row)(ws_file *file, const ws_rows *rows,
                          const ws_row *row);
    whosaid_status (*leave)(ws_file *file, const ws_rows *rows);
    /* A document that could not be read, and why, in words. */
    whosaid_status (*failed)(ws_file *file, ws_cell document, ws_cell words);
    whosaid_status (*close)(ws_file *file);
} ws_format;

extern const ws_format ws_format_csv;
extern const ws_format ws_format_tsv;
extern const ws_format ws_format_jsonl;
extern const ws_format ws_format_annotations;
extern const ws_format ws_format_brat;
extern const ws_format ws_format_review;
extern const ws_format ws_format_cells;

#endif /* WS_FORMAT_H */
