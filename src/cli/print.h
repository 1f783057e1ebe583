/*
 * print.h - options and columns, printed for --help and for the manual page.
 */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include <stddef.h>

typedef enum cli_option_id {
    CLI_OPTION_OUTPUT,
    CLI_OPTION_FORMAT,
    CLI_OPTION_EXCEL,
    CLI_OPTION_EXCEL_LOCALE,
    CLI_OPTION_COLUMNS,
    CLI_OPTION_PEOPLE,
    CLI_OPTION_CORRECTIONS,
    CLI_OPTION_ALL,
    CLI_OPTION_UNIQUE,
    CLI_OPTION_NO_DUPLICATES,
    CLI_OPTION_MIN_CONFIDENCE,
    CLI_OPTION_READER,
    CLI_OPTION_MODEL,
    CLI_OPTION_EXPLAIN,
    CLI_OPTION_DUMP_CANDIDATES,
    CLI_OPTION_LINT,
    CLI_OPTION_NEWLINES,
    CLI_OPTION_NO_GUARD,
    CLI_OPTION_NO_HEADER,
    CLI_OPTION_OFFSETS,
    CLI_OPTION_CANDIDATES,
    CLI_OPTION_LENIENT,
    CLI_OPTION_ENCODING,
    CLI_OPTION_INPUT_FORMAT,
    CLI_OPTION_INCLUDE,
    CLI_OPTION_EXCLUDE,
    CLI_OPTION_FILES_FROM,
    CLI_OPTION_NULL,
    CLI_OPTION_TEXT_FIELD,
    CLI_OPTION_HTML_FIELD,
    CLI_OPTION_ID_FIELD,
    CLI_OPTION_TEXT_COLUMN,
    CLI_OPTION_ID_COLUMN,
    CLI_OPTION_LINE_BUFFERED,
    CLI_OPTION_SUMMARY,
    CLI_OPTION_QUOTE_STYLE,
    CLI_OPTION_HELP,
    CLI_OPTION_VERSION,
    CLI_OPTION_GENERATE,
    CLI_OPTION_ACCEPT /* of check */
} cli_option_id;

typedef struct cli_option {
    cli_option_id id;
    char brief;       /* 0: no short form */
    const char *name; /* long form, without the dashes */
    const char *arg;  /* metavariable, or NULL for a switch */
    const char *help; /* one sentence, no full stop; NULL: not for people */
} cli_option;

/* Print to standard output. */
void cli_print(const char *text);

/* Print a line of two columns, the right one from an indent on, where it is
 * broken between words. */
void cli_print_pair(const char *left, const char *right, size_t indent);

/* Print a table of options, which ends with a NULL name, those for people. */
void cli_print_options(const cli_option *option);

/* The same, and a column, as items of a list in the manual page. */
void cli_print_man_options(const cli_option *option);
void cli_print_man_column(const char *name, const char *help);

#endif /* CLI_PRINT_H */
