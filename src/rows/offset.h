/*
 * offset.h - byte offsets as code points or UTF-16 units.
 */
#ifndef WS_OFFSET_H
#define WS_OFFSET_H

#include "text/document.h"
#include "text/page.h"

typedef struct ws_offsets {
    const char *bytes; /* the document's */
    uint32_t len;
    whosaid_offsets unit;
    struct ws_milestone *milestone; /* [len / 256 + 1]; NULL when bytes */
    const whosaid_page *page; /* that the text is of, whose bytes count; NULL:
                               * none. Set by whoever has one */
} ws_offsets;

/*
 * Make ready to count in a text. A byte order mark counts like any other code
 * point and an ill-formed byte as one, as when Python reads the file as utf-8
 * with errors="surrogateescape".
 *
 * Errors: NOMEM. O(text->len) time; a 32nd of its bytes in memory.
 */
WHOSAID_MUST_USE whosaid_status ws_offsets_init(ws_arena *arena,
                                                const ws_text *text,
                                                whosaid_offsets unit,
                                                ws_offsets *offsets);

/* Units before byte at, at <= len, on a code point boundary. O(1), and in a
 * page O(log tags). */
uint32_t ws_offset(const ws_offsets *offsets, uint32_t at);

/* Both ends of a span. In a page's bytes it ends with its last word, before
 * any tag behind. */
whosaid_span ws_offset_span(const ws_offsets *offsets, whosaid_span span);

#endif /* WS_OFFSET_H */
