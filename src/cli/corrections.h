/*
 * corrections.h - the file of rows that a person went through.
 */
#ifndef CLI_CORRECTIONS_H
#define CLI_CORRECTIONS_H

#include "whosaid.h"

/* Read a file of corrections. False when it cannot be, or is no such table:
 * said so. */
bool cli_corrections_read(const char *name, whosaid_corrections **corrections);

/* Say which rows of the file fit nothing any more, and how many were found
 * again by their words only. */
void cli_corrections_say(const char *name,
                         const whosaid_corrections *corrections);

#endif /* CLI_CORRECTIONS_H */
