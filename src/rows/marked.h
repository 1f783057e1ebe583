/*
 * marked.h - a document's text as HTML, its quotations marked.
 */
#ifndef WS_MARKED_H
#define WS_MARKED_H

#include "rows/out.h"
#include "rows/row.h"

/* A row as a page shows it. */
typedef struct ws_shown {
    ws_row row;
    uint64_t number; /* in the page, from 1 */
    ws_cell label;   /* the speaker's name, or words that there is none */
    uint32_t member; /* who that is in the page's cast, or NONE */
    uint32_t look;   /* of the speaker, < WS_LOOKS; for those with a member */
} ws_shown;

#define WS_LOOKS 24

/* One document of a page. */
typedef struct ws_marking {
    ws_out *out;
    const ws_rows *rows;
    ws_shown *shown; /* [count], in the order of the quotations */
    uint32_t count;
    uint64_t copy;    /* documents of this name before it in the page */
    ws_offsets units; /* of UTF-16 */
    uint32_t *pairs;  /* [lines] CRLFs that end the lines before */
} ws_marking;

/* Make ready, with no row yet: rows, shown, units and pairs are set. Errors:
 * NOMEM. O(bytes of the text). */
WHOSAID_MUST_USE whosaid_status ws_marking_init(ws_arena *arena,
                                                const ws_rows *rows,
                                                ws_marking *view);

/* The id of a quotation's element: its quote_id, and which copy of the document
 * it stands in, lest an id comes twice. */
void ws_marking_put_id(const ws_marking *view, uint64_t quote_id);

/* The class of what shows a row's speaker. */
void ws_marking_put_look(const ws_marking *view, const ws_shown *shown);

/*
 * Write the text: an element for each paragraph, and in it one for each part of
 * a quotation that is shown; the first part's has the id. What stands between
 * paragraphs is there too, unseen. Without its tags, this is the document's
 * text as ws_html_text() writes it.
 *
 *   replaced   goes up by the bytes that became U+FFFD
 *
 * Errors: NOMEM. O(bytes of the text + parts).
 */
WHOSAID_MUST_USE whosaid_status ws_marked_put(ws_arena *arena,
                                              const ws_marking *view,
                                              uint64_t *replaced);

/* Where byte at stands in what was written, its tags left out, in UTF-16
 * units. O(log lines). */
uint32_t ws_marked_place(const ws_marking *view, uint32_t at);

#endif /* WS_MARKED_H */
