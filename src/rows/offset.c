/*
 * offset.c - byte offsets as code points or UTF-16 units.
 *
 *   in   a document's bytes
 *   out  a milestone every 256 bytes: units so far
 *
 * One pass sets the milestones; a question then counts on from the nearest
 * one before it, so spans may be asked for in any order.
 */
#include "rows/offset.h"

#include "base/unicode.h"

#define WS_MILESTONE 256 /* bytes */

/* The first code point that begins at or after a multiple of WS_MILESTONE. */
struct ws_milestone {
    uint32_t at;     /* its byte */
    uint32_t before; /* units before it */
};

/* Step over one code point: its bytes; *units goes up by its units. */
static uint32_t step(const ws_offsets *offsets, uint32_t at, uint32_t *units)
{
    int32_t cp = 0;
    uint32_t bytes = 1;

    *units += 1;
    if ((unsigned char)offsets->bytes[at] < 0x80)
        return 1;
    bytes = ws_utf8_next(offsets->bytes, offsets->len, at, &cp);
    if (bytes == 4 && offsets->unit == WHOSAID_OFFSETS_UTF16)
        *units += 1;
    return bytes;
}

/* Walk from byte at to the first code point that begins at byte to or later;
 * returns where that is. *units goes up by the units between. */
static uint32_t walk(const ws_offsets *offsets, uint32_t at, uint32_t to,
                     uint32_t *units)
{
    while (at < to) {
        uint32_t plain = (uint32_t)ws_utf8_plain(offsets->bytes, to, at);
        *units += plain - at;
        at = plain;
        if (at < to)
            at += step(offsets, at, units);
    }
    return at;
}

whosaid_status ws_offsets_init(ws_arena *arena, const ws_text *text,
                               whosaid_offsets unit, ws_offsets *offsets)
{
    uint32_t at = 0;
    uint32_t units = 0;

    offsets->bytes = text->bytes;
    offsets->len = text->len;
    offsets->unit = unit;
    offsets->milestone = NULL;
    offsets->page = NULL;
    if (unit == WHOSAID_OFFSETS_BYTE)
        return WHOSAID_OK;
    uint32_t count = text->len / WS_MILESTONE + 1;
    offsets->milestone = WS_NEW(arena, struct ws_milestone, count);
    if (offsets->milestone == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < count; i++) {
        at = walk(offsets, at, i * WS_MILESTONE, &units);
        offsets->milestone[i].at = at;
        offsets->milestone[i].before = units;
    }
    return WHOSAID_OK;
}

uint32_t ws_offset(const ws_offsets *offsets, uint32_t at)
{
    if (offsets->milestone == NULL && offsets->page != NULL)
        return whosaid_page_source(offsets->page, (whosaid_span){at, at}).begin;
    if (offsets->milestone == NULL)
        return at;

    const struct ws_milestone *mark = &offsets->milestone[at / WS_MILESTONE];
    uint32_t units = mark->before;

    (void)walk(offsets, mark->at, at, &units);
    return units;
}

whosaid_span ws_offset_span(const ws_offsets *offsets, whosaid_span span)
{
    if (offsets->milestone == NULL && offsets->page != NULL)
        return whosaid_page_source(offsets->page, span);
    return (whosaid_span){ws_offset(offsets, span.begin),
                          ws_offset(offsets, span.end)};
}
