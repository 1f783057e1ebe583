/*
 * help.h - the table of options, and what is printed from it.
 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdbool.h>

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
    CLI_OPTION_GENERATE
} cli_option_id;

typedef struct cli_option {
    cli_option_id id;
    char brief;       /* 0: no short form */
    const char *name; /* long form, without the dashes */
    const char *arg;  /* metavariable, or NULL for a switch */
    const char *help; /* one sentence, no full stop; NULL: not for people */
} cli_option;

#define CLI_OPTIONS_MAX 40
#define CLI_COLUMNS_MAX 40 /* that a message lists */
#define CLI_FORMATS_MAX 16

/* Ends with a NULL name. */
extern const cli_option cli_option_table[];

/* Print --help and --version to standard output. */
void cli_help(void);
void cli_version(void);

/* Print a part of the manual page: "man-options" or "man-columns". False when
 * what is neither. */
bool cli_generate(const char *what);

#endif /* CLI_HELP_H */
