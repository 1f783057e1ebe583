/*
 * progress.c - how far a long run has come, for who sits before it.
 *
 * One line of a terminal, written over again and again; the next message, or
 * the end, wipes it away.
 */
#include "cli/progress.h"

#include <string.h>
#include <unistd.h>

#include "cli/message.h"

#define FIRST_SECONDS 2
#define PAUSE         500000000L /* nanoseconds */
#define SECOND        1000000000L

void cli_progress_begin(cli_progress *progress, int rows)
{
    memset(progress, 0, sizeof *progress);
    if (isatty(STDERR_FILENO) != 1 || isatty(rows) == 1)
        return;
    progress->is_on = clock_gettime(CLOCK_MONOTONIC, &progress->next) == 0;
    progress->next.tv_sec += FIRST_SECONDS;
}

void cli_progress_step(cli_progress *progress, size_t len)
{
    struct timespec now;

    progress->texts++;
    progress->bytes += len;
    if (!progress->is_on || clock_gettime(CLOCK_MONOTONIC, &now) != 0 ||
        now.tv_sec < progress->next.tv_sec ||
        (now.tv_sec == progress->next.tv_sec &&
         now.tv_nsec < progress->next.tv_nsec))
        return;
    cli_show("%llu texts, %.1f MB", (unsigned long long)progress->texts,
             (double)progress->bytes / 1e6);
    progress->next = now;
    progress->next.tv_nsec += PAUSE;
    if (progress->next.tv_nsec >= SECOND) {
        progress->next.tv_nsec -= SECOND;
        progress->next.tv_sec++;
    }
}
