/*
 * checking.h - the command line of whosaid check, read.
 */
#ifndef CLI_CHECKING_H
#define CLI_CHECKING_H

#include "cli/options.h"

/* What the command line asks for. */
typedef struct cli_checking {
    whosaid_row_options rows;
    whosaid_quote_style quotes;
    whosaid_verdict accept; /* the worst that is fine */
    const char *output;     /* file to write, or NULL: standard output */
    bool has_format;        /* rows.format was asked for */
    bool lenient;
    char **input; /* [inputs] the draft, then sources */
    int inputs;   /* >= 1 when CLI_RUN */
} cli_checking;

/*
 * Read the command line; argv[0] is "check".
 *
 *   argv      is put in order: inputs first; strings are borrowed
 *   options   filled in when CLI_RUN
 */
cli_request cli_checking_read(int argc, char **argv, cli_checking *options);

#endif /* CLI_CHECKING_H */
