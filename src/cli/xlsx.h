/*
 * xlsx.h - rows as a workbook, for Excel and its kin.
 */
#ifndef CLI_XLSX_H
#define CLI_XLSX_H

#include "cli/options.h"
#include "cli/output.h"
#include "whosaid.h"

/* One workbook on its way out. */
typedef struct cli_xlsx cli_xlsx;

/* Whether this build can write workbooks, and not onto a terminal. Says so
 * when not. */
bool cli_xlsx_may(const cli_options *options);

/*
 * Begin a workbook.
 *
 *   options   borrowed
 *   output    borrowed: what it holds on closing is the workbook
 *   rows      set to what whosaid_writer_new() is to be given; its pointers
 *             live as long as the workbook
 *
 * NULL when it cannot be: said so.
 */
cli_xlsx *cli_xlsx_open(const cli_options *options, cli_output *output,
                        whosaid_row_options *rows);

/* Finish: the file is whole, but for cli_output_close(). False when not: said
 * so. Also says what a workbook has no room for. */
bool cli_xlsx_close(cli_xlsx *xlsx, const whosaid_counts *counts);

/* Give a workbook back, finished or not. NULL is allowed. */
void cli_xlsx_free(cli_xlsx *xlsx);

#endif /* CLI_XLSX_H */
