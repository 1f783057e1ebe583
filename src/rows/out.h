/*
 * out.h - bytes on their way to a sink.
 */
#ifndef WS_OUT_H
#define WS_OUT_H

#include "rows/cell.h"
#include "whosaid.h"

#define WS_OUT_BUFFER ((size_t)64 * 1024)

typedef struct ws_out {
    whosaid_sink sink;
    bool refused; /* sticky: the sink took no more */
    size_t used;
    char buffer[WS_OUT_BUFFER]; /* [used] not yet given to the sink */
} ws_out;

enum { WS_NUMBER_LEN = 20 }; /* digits of the longest number */

/* Write a number in decimal to out, WS_NUMBER_LEN bytes at most and no NUL;
 * returns how many. */
size_t ws_put_number(char *out, uint64_t number);

/* Start with nothing written. O(1): the buffer is not cleared. */
void ws_out_init(ws_out *out, const whosaid_sink *sink);

/* Write bytes; a string that ends with NUL; a number in decimal. */
void ws_out_put(ws_out *out, const char *bytes, size_t len);
void ws_out_string(ws_out *out, const char *string);
void ws_out_number(ws_out *out, uint64_t number);

/* Give the sink all there is. WRITE when it refused anything, now or before. */
WHOSAID_MUST_USE whosaid_status ws_out_flush(ws_out *out);

/* Whether a cell may hold a character that is no white space: no control, not
 * U+FFFE, U+FFFF or WS_CP_BAD. */
static inline bool ws_is_writable(int32_t cp)
{
    return cp >= ' ' && cp != 0x7F && cp != 0xFFFE && cp != 0xFFFF;
}

/*
 * How far text[at..len) can be written as it is: to its end, or to the first
 * of what no reader takes: NUL and the other controls (but tab, line feed and
 * carriage return), U+FFFE and U+FFFF, ill-formed bytes; or of the bytes of
 * ASCII in stop.
 *
 *   skip   set to how many bytes stand there; 0 at the end of the text
 *
 * Returns where that is. O(bytes passed).
 */
size_t ws_out_run(const char *text, size_t len, size_t at, const char *stop,
                  size_t *skip);

#endif /* WS_OUT_H */
