/*
 * weights.h - the second reader's weights, mapped.
 */
#ifndef CLI_WEIGHTS_H
#define CLI_WEIGHTS_H

#include "cli/options.h"

typedef struct cli_weights {
    void *bytes; /* NULL: none */
    size_t size;
    whosaid_reader *reader; /* NULL: none */
} cli_weights;

/*
 * Open the weights that the options name, or else whosaid-reader.bin beside the
 * program or in ../share/whosaid from there; none for --reader never. Says so and
 * returns false when they cannot be had.
 */
bool cli_weights_open(const cli_options *options, cli_weights *weights);

void cli_weights_close(cli_weights *weights);

#endif /* CLI_WEIGHTS_H */
