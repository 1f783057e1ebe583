/*
 * stream.c - the bytes of a file, as they come.
 */
#include "cli/stream.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cli/message.h"

void cli_stream_init(cli_stream *stream, int file)
{
    memset(stream, 0, sizeof *stream);
    stream->file = file;
}

bool cli_stream_read(cli_stream *stream, char *out, size_t cap, size_t *got)
{
    ssize_t n = 0;

    do {
        n = read(stream->file, out, cap);
    } while (n < 0 && errno == EINTR);
    *got = n > 0 ? (size_t)n : 0;
    if (n < 0) {
        (void)cli_error_words("cannot read", errno, stream->words,
                              sizeof stream->words);
    }
    return n >= 0;
}

void cli_stream_free(cli_stream *stream)
{
    memset(stream, 0, sizeof *stream);
}
