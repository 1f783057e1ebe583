/*
 * diff.h - the command diff: what changed between two runs.
 */
#ifndef CLI_DIFF_H
#define CLI_DIFF_H

#include "cli/options.h"

/* Compare the two files of the command line. Returns the exit status. */
int cli_diff(const cli_options *options);

#endif /* CLI_DIFF_H */
