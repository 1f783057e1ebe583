/*
 * row.h - one quotation as a row: its cells, once for every format.
 */
#ifndef WS_ROW_H
#define WS_ROW_H

#include "rows/cell.h"
#include "rows/column.h"
#include "rows/doc.h"
#include "rows/known.h"
#include "rows/offset.h"
#include "rows/seen.h"

/* A document as rows. */
typedef struct ws_rows {
    const whosaid_doc *doc;
    const char *name; /* of the document */
    size_t name_len;
    uint64_t *id;     /* [doc->quotes] quote_id */
    uint32_t *parent; /* [doc->quotes] nearest one around it that may be a
                       * row; NONE */
    char *scratch;    /* room for the longest cell that has to be put
                       * together; the last such cell lies there */
    ws_offsets offsets;
    const whosaid_people *people; /* or NULL */
    uint32_t min_confidence;      /* 0..10000 */
    bool all;
} ws_rows;

/* One row. */
typedef struct ws_row {
    const whosaid_quote *quote;
    uint32_t index; /* of quote */
    bool named;     /* the speaker is shown */
    bool again;     /* an earlier row has the same words and speaker */
    uint64_t first; /* that row's quote_id */
    ws_known known; /* who the speaker is, of the people known */
    bool grouped;   /* it is known what other rows are like it: */
    ws_seen_as as;
    const ws_cell *fix; /* [WS_COLUMNS] what a person put into a cell, or NULL
                         * there; NULL: no cell is corrected */
    ws_cell verdict;    /* as given */
    bool reviewed;      /* a person went through it */
} ws_row;

/*
 * Make a document's rows ready.
 *
 *   name      borrowed, like doc
 *   options   only min_confidence, offsets, all and people are looked at
 *
 * Errors: NOMEM. O(bytes of the document + bytes inside quotations).
 */
WHOSAID_MUST_USE whosaid_status ws_rows_init(ws_arena *arena,
                                             const whosaid_doc *doc,
                                             ws_cell name,
                                             const whosaid_row_options *options,
                                             ws_rows *rows);

/* Whether quotation i is of a kind that is written. */
bool ws_rows_holds(const ws_rows *rows, uint32_t i);

/* Row of quotation i; no earlier row like it is known yet. */
ws_row ws_rows_at(const ws_rows *rows, uint32_t i);

/* The cell of the column speaker: a name; empty when it is not shown. */
ws_cell ws_row_speaker(const ws_rows *rows, const ws_row *row);

/* A row's cell in a column, corrected where a person did. It lives until the
 * next one of the same rows is made. */
ws_cell ws_row_cell(const ws_rows *rows, const ws_row *row, uint32_t column);

/* The speaker as the document or a correction has it, before the people known;
 * empty when there is none to show. */
ws_cell ws_row_told(const ws_rows *rows, const ws_row *row);

/* The words of quotation i. O(their bytes). */
ws_sketch ws_row_words(const whosaid_doc *doc, uint32_t i);

#endif /* WS_ROW_H */
