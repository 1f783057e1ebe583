/*
 * record.h - records of JSON lines and CSV: which field is the text.
 */
#ifndef CLI_RECORD_H
#define CLI_RECORD_H

#include "cli/cut.h"
#include "cli/source.h"

/* The fields, or columns, that records are read from. */
typedef struct cli_fields {
    const char *text; /* NULL: guessed */
    const char *html; /* likewise; a page of HTML */
    const char *id;   /* likewise; what the document is named */
} cli_fields;

/* What is known of the records so far. Begin with all zero but asked. */
typedef struct cli_records {
    cli_fields asked;
    cli_fields used;  /* of this input; text NULL: not known yet */
    cli_fields said;  /* on standard error, since they were guessed */
    size_t column[3]; /* CSV: of used, in its order */
    size_t columns;   /* CSV: of the first line */
    char *cells;      /* CSV: of a record, quotes taken off */
    size_t cap;
    bool lenient; /* bytes that are not UTF-8 become U+FFFD */
    char *mended; /* a record with such bytes */
    size_t mended_cap;
} cli_records;

/* Read a record's text: a JSON object, or with parting a line of CSV, of which
 * the first has the columns' names. What is refused is told by the reader. */
cli_taken cli_record_read(cli_records *records, const cli_record *record,
                          const cli_reader *reader);

void cli_records_free(cli_records *records);

#endif /* CLI_RECORD_H */
