/*
 * document.h - one document: its bytes, lines and paragraphs.
 */
#ifndef WS_DOCUMENT_H
#define WS_DOCUMENT_H

#include "base/arena.h"

/* A paragraph, white space at both ends left out; never empty. */
typedef struct ws_paragraph {
    uint32_t begin; /* bytes */
    uint32_t end;
    uint32_t number; /* of it, from 1; of the whole one, where it was parted */
} ws_paragraph;

typedef struct ws_text {
    const char *bytes; /* the caller's; borrowed */
    uint32_t len;
    uint32_t bad;            /* ill-formed bytes */
    ws_paragraph *paragraph; /* [paragraphs], in order, apart */
    uint32_t paragraphs;
    uint32_t *line; /* [lines], byte where each begins; line[0] = 0 */
    uint32_t lines; /* >= 1 */
    bool spoken;    /* all of it was, as in subtitles; a caller may say so */
} ws_text;

/*
 * Look at a document's bytes.
 *
 * A byte order mark is skipped (no paragraph holds it). LF, CR, CRLF, NEL,
 * U+2028 and U+2029 end lines. Paragraphs end at blank lines; where the
 * document does not wrap its lines they end at every line end; a hard-wrapped
 * book's single line ends are white space. Decided once a document, from the
 * lengths of its lines and how they end and begin.
 *
 * Errors: NOMEM, TOO_LONG. O(len).
 */
WHOSAID_MUST_USE whosaid_status ws_text_init(ws_arena *arena, const char *bytes,
                                             size_t len, ws_text *text);

/* Line that holds byte at, from 1. O(log lines). */
uint32_t ws_text_line(const ws_text *text, uint32_t at);

/* Index of the paragraph that holds byte at, or of the last one that begins
 * before it; 0 when there is none. O(log paragraphs). */
uint32_t ws_text_paragraph(const ws_text *text, uint32_t at);

#endif /* WS_DOCUMENT_H */
