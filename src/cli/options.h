/*
 * options.h - the command line, read.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdio.h>

#include "cli/pattern.h"
#include "cli/record.h"
#include "cli/source.h"
#include "whosaid.h"

#define CLI_GIVEN_MAX 1024

/* How much the second reader reads. */
typedef enum cli_reading {
    CLI_READING_NEVER,
    CLI_READING_AUTO, /* what is doubted */
    CLI_READING_ALWAYS
} cli_reading;

/* What the command line asks for. */
typedef struct cli_options {
    whosaid_row_options rows;
    whosaid_quote_style quotes;
    cli_source_format source;
    cli_fields fields;         /* of records */
    const char *output;        /* file to write, or NULL: standard output */
    const char *people;        /* file to read, or NULL */
    const char *corrections;   /* likewise */
    const char *model;         /* the reader's weights, or NULL */
    cli_reading reading;       /* --reader */
    const char *encoding;      /* of the input, or NULL */
    const char *files_from;    /* a list of inputs, or NULL */
    cli_patterns patterns;     /* of files in folders */
    bool has_format;           /* rows.format was asked for */
    char given[CLI_GIVEN_MAX]; /* the options as given but -o, for people */
    bool explain;
    bool dump; /* --dump-candidates */
    bool lint;
    bool lenient;
    bool summary;
    bool line_buffered;
    bool null;    /* the list parts names with NUL */
    bool diff;    /* the command diff */
    char **input; /* [inputs], as given; none: standard input */
    int inputs;
} cli_options;

typedef enum cli_request {
    CLI_RUN,      /* read and write */
    CLI_ANSWERED, /* --help and the like: printed to standard output */
    CLI_WRONG     /* wrong usage: said so */
} cli_request;

/*
 * Read the command line.
 *
 *   argv      is put in order: inputs first; strings are borrowed
 *   options   filled in when CLI_RUN; its columns are not yet looked at
 */
cli_request cli_options_read(int argc, char **argv, cli_options *options);

/* Whether names is "a,b,c" of columns, the rows' own or those joined to them,
 * none twice; NULL is. Says so when not.
 *
 *   rows   its people and corrections are looked at
 */
bool cli_columns_check(const char *names, const whosaid_row_options *rows);

/* The usage in a few lines. */
void cli_usage(FILE *stream);

#endif /* CLI_OPTIONS_H */
