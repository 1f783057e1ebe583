/*
 * signs.c - a text's lines, and what becomes of their bytes.
 *
 * What a line is, and its words, for those who mark the signs of a layout.
 */
#include "text/signs.h"

#include <string.h>

ws_signs_line ws_signs_line_at(const ws_signs *plain, uint32_t at)
{
    const char *stop = memchr(plain->bytes + at, '\n', (size_t)plain->end - at);
    uint32_t next =
        stop == NULL ? plain->end : (uint32_t)(stop - plain->bytes) + 1;
    uint32_t end = stop == NULL ? next : next - 1;

    if (end > at && plain->bytes[end - 1] == '\r')
        end--;
    return (ws_signs_line){at, end, next};
}

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

ws_signs_line ws_signs_words(const ws_signs *plain, ws_signs_line line)
{
    while (line.begin < line.end &&
           ((plain->mark[line.begin] & WS_SIGNS_DROP) != 0 ||
            is_white(plain->bytes[line.begin])))
        line.begin++;
    while (line.end > line.begin &&
           ((plain->mark[line.end - 1] & WS_SIGNS_DROP) != 0 ||
            is_white(plain->bytes[line.end - 1])))
        line.end--;
    return line;
}

bool ws_signs_has(const ws_signs *plain, uint32_t at, uint32_t end,
                  const char *words)
{
    size_t len = strlen(words);

    return at <= end && end - at >= len &&
           memcmp(plain->bytes + at, words, len) == 0;
}

void ws_signs_mark(ws_signs *plain, uint32_t begin, uint32_t end, uint8_t mark)
{
    for (uint32_t i = begin; i < end; i++)
        plain->mark[i] |= mark;
}
