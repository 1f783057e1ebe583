/*
 * progress.h - how far a long run has come, for who sits before it.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

typedef struct cli_progress {
    bool is_on;
    struct timespec next; /* when to show it again */
    uint64_t texts;
    uint64_t bytes;
} cli_progress;

/* Begin. It is shown only where standard error is a terminal, and the rows go
 * somewhere else.
 *
 *   rows   where they go
 */
void cli_progress_begin(cli_progress *progress, int rows);

/* One text more is done. Shows how many there are, after the first seconds and
 * then twice a second at most. */
void cli_progress_step(cli_progress *progress, size_t len);

#endif /* CLI_PROGRESS_H */
