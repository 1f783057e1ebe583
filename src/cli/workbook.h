/*
 * workbook.h - a workbook that somebody gives back.
 */
#ifndef CLI_WORKBOOK_H
#define CLI_WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>

/* Whether bytes are a workbook's, by how they begin. */
bool cli_workbook_is(const char *bytes, size_t len);

/*
 * The first sheet of a workbook (XLSX, ECMA-376) as CSV: a line a row, what
 * breaks lines in a cell a space.
 *
 *   csv_len   set to its bytes
 *   words     set to why there is none, constant
 *
 * Returns bytes to free(), or NULL: not a whole workbook, too much of it, no
 * memory, or this program was built without zlib. O(len and what it holds
 * unpacked).
 */
char *cli_workbook_csv(const char *bytes, size_t len, size_t *csv_len,
                       const char **words);

#endif /* CLI_WORKBOOK_H */
