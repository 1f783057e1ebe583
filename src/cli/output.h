/*
 * output.h - where the rows go.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>
#include <sys/stat.h>

typedef struct cli_output {
    FILE *stream;
    const char *name; /* as given; NULL: standard output */
    char *final;      /* the file to replace; NULL: written straight */
    char *temporary;  /* what is written meanwhile, beside it; without final:
                       * what is to be sent on */
    bool is_regular;  /* there is such a file already: then which */
    dev_t device;
    ino_t inode;
    int error; /* errno of the first write that failed, or 0 */
} cli_output;

/* Open for writing. name NULL: standard output. A regular file, or one that
 * is not there yet, appears under its name only when all is written; a device
 * or pipe is written straight. False when it cannot be: said so. */
bool cli_output_open(cli_output *output, const char *name);

/* Whether a file is the one being written or to be replaced. */
bool cli_output_is(const cli_output *output, const struct stat *file);

/* Write; a whosaid_sink. ctx is the cli_output. */
bool cli_output_write(void *ctx, const char *bytes, size_t len);

/* Send on what was written so far. False when that fails: told on closing. */
bool cli_output_flush(cli_output *output);

/* A file for another hand to write, by its name, in place of
 * cli_output_write(): what it holds on closing is what is written. Goes with
 * the output. NULL when none can be made: said so. */
const char *cli_output_path(cli_output *output);

/* Finish: everything is on its way to the disk and has its name. False when
 * not, and then the file is as it was before: said so. */
bool cli_output_close(cli_output *output);

/* Give up: the file is as it was before. */
void cli_output_drop(cli_output *output);

#endif /* CLI_OUTPUT_H */
