/*
 * stream.h - the bytes of a file, as they come; of one packed with gzip, what
 * is in it.
 */
#ifndef CLI_STREAM_H
#define CLI_STREAM_H

#include <stdbool.h>
#include <stddef.h>

struct cli_unpacker;

typedef struct cli_stream {
    int file;                      /* descriptor; borrowed */
    bool is_begun;                 /* its first bytes were read */
    struct cli_unpacker *unpacker; /* NULL: it is read as it is */
    char words[160];               /* why reading failed */
} cli_stream;

void cli_stream_init(cli_stream *stream, int file);

/* Read up to cap bytes, as many as are there; waits for the first. cap >= 3.
 * *got is 0 at the end. False when reading fails: words tell why. */
bool cli_stream_read(cli_stream *stream, char *out, size_t cap, size_t *got);

void cli_stream_free(cli_stream *stream);

#endif /* CLI_STREAM_H */
