/*
 * xlsx_check.h - whether a workbook holds what was written to it.
 */
#ifndef CLI_XLSX_CHECK_H
#define CLI_XLSX_CHECK_H

#include <stdbool.h>
#include <stdint.h>

/* What one sheet must hold. */
typedef struct cli_xlsx_sum {
    uint64_t text;     /* of all its cells, in their order */
    uint32_t links;    /* cells with one */
    uint32_t external; /* those that lead out of the workbook */
} cli_xlsx_sum;

/* A sheet that holds nothing. */
#define CLI_XLSX_SUM_INIT                  \
    {                                      \
        UINT64_C(0xcbf29ce484222325), 0, 0 \
    }

/* Count a cell's text in; it ends with NUL. */
void cli_xlsx_sum_text(cli_xlsx_sum *sum, const char *text);

/* Whether the file is whole and its sheets, in their order, hold what sum says.
 * False also when it cannot be read. O(bytes of its parts). */
bool cli_xlsx_check(const char *path, const cli_xlsx_sum *sum, uint32_t sheets);

#endif /* CLI_XLSX_CHECK_H */
