/*
 * table.h - a file that holds a table: people, corrections, an earlier run.
 */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "whosaid.h"

/* Takes the bytes of a table; they live until it returns. */
typedef whosaid_status (*cli_table_reader)(void *ctx, const char *bytes,
                                           size_t len,
                                           whosaid_table_error *error);

/* Read a file, or standard input for "-". False when it cannot be read, or is
 * no such table: said so. */
bool cli_table_read(const char *name, cli_table_reader reader, void *ctx);

#endif /* CLI_TABLE_H */
