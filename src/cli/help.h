/*
 * help.h - the table of options, and what is printed from it.
 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdbool.h>

#include "cli/print.h"

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
