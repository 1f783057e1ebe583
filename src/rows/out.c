/*
 * out.c - bytes on their way to a sink, 64 KiB at a time, in whole characters.
 *
 * A refusal of the sink is sticky and told by ws_out_flush(): a format writes
 * on and looks once a document.
 */
#include "rows/out.h"

#include <string.h>

#include "base/unicode.h"

void ws_out_init(ws_out *out, const whosaid_sink *sink)
{
    out->sink = *sink;
    out->refused = false;
    out->used = 0;
}

/* Give the first len bytes away. */
static void give(ws_out *out, size_t len)
{
    if (!out->refused && len > 0)
        out->refused = !out->sink.write(out->sink.ctx, out->buffer, len);
    out->used -= len;
    memmove(out->buffer, out->buffer + len, out->used);
}

/* Bytes of the buffer before a character that is not whole yet. */
static size_t whole(const ws_out *out)
{
    size_t lead = out->used - 1;

    while (lead > 0 && out->used - lead < 4 &&
           ((unsigned char)out->buffer[lead] & 0xC0) == 0x80)
        lead--;
    unsigned char first = (unsigned char)out->buffer[lead];
    size_t bytes = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;

    return lead + bytes > out->used ? lead : out->used;
}

void ws_out_put(ws_out *out, const char *bytes, size_t len)
{
    while (len > 0) {
        size_t room = WS_OUT_BUFFER - out->used;
        size_t n = len < room ? len : room;

        memcpy(out->buffer + out->used, bytes, n);
        out->used += n;
        bytes += n;
        len -= n;
        if (out->used == WS_OUT_BUFFER)
            give(out, whole(out));
    }
}

void ws_out_string(ws_out *out, const char *string)
{
    ws_out_put(out, string, strlen(string));
}

size_t ws_put_number(char *out, uint64_t number)
{
    char digits[WS_NUMBER_LEN];
    size_t at = sizeof digits;

    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    memcpy(out, digits + at, sizeof digits - at);
    return sizeof digits - at;
}

void ws_out_number(ws_out *out, uint64_t number)
{
    char digits[WS_NUMBER_LEN];

    ws_out_put(out, digits, ws_put_number(digits, number));
}

whosaid_status ws_out_flush(ws_out *out)
{
    give(out, out->used);
    return out->refused ? WHOSAID_ERR_WRITE : WHOSAID_OK;
}

static bool is_writable(int32_t cp)
{
    return ws_is_writable(cp) || cp == '\t' || cp == '\n' || cp == '\r';
}

size_t ws_out_run(const char *text, size_t len, size_t at, const char *stop,
                  size_t *skip)
{
    *skip = 0;
    while (at < len) {
        unsigned char byte = (unsigned char)text[at];
        int32_t cp = byte;
        uint32_t step = 1;

        if (byte >= 0x80)
            step = ws_utf8_next(text, len, at, &cp);
        if (!is_writable(cp) ||
            (byte < 0x80 && strchr(stop, (int)byte) != NULL)) {
            *skip = step;
            return at;
        }
        at += step;
    }
    return at;
}
