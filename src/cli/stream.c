/*
 * stream.c - the bytes of a file, as they come; of one packed with gzip, what
 * is in it.
 *
 * A file of gzip begins with two bytes that no text begins with. It may have
 * several members, one behind another, and zeros behind the last.
 */
#include "cli/stream.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef WS_ZLIB
#include <zlib.h>
#endif

#include "cli/message.h"

#define IN_LEN ((size_t)64 * 1024) /* packed bytes read at once */

void cli_stream_init(cli_stream *stream, int file)
{
    memset(stream, 0, sizeof *stream);
    stream->file = file;
}

/* Keep why reading failed. Returns false. */
static bool fail(cli_stream *stream, const char *what, int error)
{
    (void)cli_error_words(what, error, stream->words, sizeof stream->words);
    return false;
}

/* Read what is there, as it is. */
static bool read_bytes(cli_stream *stream, void *out, size_t cap, size_t *got)
{
    ssize_t n = 0;

    do {
        n = read(stream->file, out, cap);
    } while (n < 0 && errno == EINTR);
    *got = n > 0 ? (size_t)n : 0;
    return n >= 0 || fail(stream, "cannot read", errno);
}

/* -- gzip ----------------------------------------------------------------- */

#ifdef WS_ZLIB

struct cli_unpacker {
    z_stream z;
    uint64_t at;    /* bytes read of the file */
    bool is_full;   /* there may be more to come without reading */
    bool is_behind; /* a member has ended, and no other has begun */
    unsigned char in[IN_LEN];
};

/* Say what is wrong with what was packed, and where. Returns false. */
static bool fail_packed(cli_stream *stream, const char *words)
{
    const struct cli_unpacker *u = stream->unpacker;

    (void)snprintf(stream->words, sizeof stream->words, "byte %llu: %s",
                   (unsigned long long)(u->at - u->z.avail_in), words);
    return false;
}

/* Begin to unpack a file whose first bytes are these. */
static bool begin_unpacking(cli_stream *stream, const char *first, size_t len)
{
    struct cli_unpacker *u = malloc(sizeof *u);

    if (u == NULL)
        return fail(stream, "cannot read", ENOMEM);
    memset(&u->z, 0, sizeof u->z);
    u->is_full = false;
    u->is_behind = false;
    if (inflateInit2(&u->z, 16 + MAX_WBITS) != Z_OK) {
        free(u);
        return fail(stream, "cannot read", ENOMEM);
    }
    memcpy(u->in, first, len);
    u->z.next_in = u->in;
    u->z.avail_in = (uInt)len;
    u->at = len;
    stream->unpacker = u;
    return true;
}

/* Behind a member: go to the next one, over zeros. */
static bool begin_member(cli_stream *stream)
{
    struct cli_unpacker *u = stream->unpacker;

    while (u->z.avail_in > 0 && *u->z.next_in == 0) {
        u->z.next_in++;
        u->z.avail_in--;
    }
    if (u->z.avail_in == 0)
        return true;
    if (*u->z.next_in != 0x1F)
        return fail_packed(stream, "not of gzip, behind what is");
    u->is_behind = false;
    return inflateReset(&u->z) == Z_OK || fail_packed(stream, "not of gzip");
}

/* Have packed bytes to go on with; *got is 0 at the end of the file. */
static bool read_packed(cli_stream *stream, size_t *got)
{
    struct cli_unpacker *u = stream->unpacker;

    *got = u->z.avail_in;
    if (*got > 0)
        return true;
    if (!read_bytes(stream, u->in, IN_LEN, got))
        return false;
    u->at += *got;
    u->z.next_in = u->in;
    u->z.avail_in = (uInt)*got;
    return *got > 0 || u->is_behind ||
           fail_packed(stream, "cut off: the gzip stream goes on");
}

static bool unpack(cli_stream *stream, char *out, size_t cap, size_t *got)
{
    struct cli_unpacker *u = stream->unpacker;
    uInt room = cap > IN_LEN ? (uInt)IN_LEN : (uInt)cap;
    size_t packed = 1;

    u->z.next_out = (Bytef *)out;
    u->z.avail_out = room;
    while (u->z.avail_out == room) {
        if (!u->is_full && !read_packed(stream, &packed))
            return false;
        if (packed == 0)
            break;
        if (u->is_behind && !begin_member(stream))
            return false;
        if (u->is_behind)
            continue;
        int result = inflate(&u->z, Z_NO_FLUSH);
        u->is_full = u->z.avail_out == 0 && result == Z_OK;
        u->is_behind = result == Z_STREAM_END;
        if (result == Z_MEM_ERROR)
            return fail(stream, "cannot read", ENOMEM);
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
            return fail_packed(stream, "corrupt: not as gzip packs");
    }
    *got = room - u->z.avail_out;
    return true;
}

void cli_stream_free(cli_stream *stream)
{
    if (stream->unpacker != NULL)
        (void)inflateEnd(&stream->unpacker->z);
    free(stream->unpacker);
    memset(stream, 0, sizeof *stream);
}

#else

static bool begin_unpacking(cli_stream *stream, const char *first, size_t len)
{
    (void)first;
    (void)len;
    (void)snprintf(stream->words, sizeof stream->words,
                   "packed with gzip, which this whosaid was built without: "
                   "gzip -dc FILE | whosaid");
    return false;
}

static bool unpack(cli_stream *stream, char *out, size_t cap, size_t *got)
{
    return read_bytes(stream, out, cap, got);
}

void cli_stream_free(cli_stream *stream)
{
    memset(stream, 0, sizeof *stream);
}

#endif

/* -- any ------------------------------------------------------------------ */

bool cli_stream_read(cli_stream *stream, char *out, size_t cap, size_t *got)
{
    size_t more = 0;

    if (stream->unpacker != NULL)
        return unpack(stream, out, cap, got);
    if (!stream->is_begun && cap > IN_LEN)
        cap = IN_LEN;
    if (!read_bytes(stream, out, cap, got))
        return false;
    if (stream->is_begun || *got == 0)
        return true;
    stream->is_begun = true;
    if (*got == 1 && out[0] == '\x1F') {
        if (!read_bytes(stream, out + 1, 1, &more))
            return false;
        *got += more;
    }
    if (*got < 2 || memcmp(out, "\x1F\x8B", 2) != 0)
        return true;
    return begin_unpacking(stream, out, *got) && unpack(stream, out, cap, got);
}
