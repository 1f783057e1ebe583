/*
 * draft.h - the quotations that are to be checked.
 */
#ifndef WS_DRAFT_H
#define WS_DRAFT_H

#include "base/arena.h"
#include "check/wording.h"
#include "rows/cell.h"

/* A quotation of the draft. */
typedef struct ws_quoted {
    ws_cell quote;    /* as the draft has it */
    ws_cell text;     /* likewise without outer marks; single spaces */
    ws_cell speaker;  /* or empty */
    ws_cell document; /* or empty */
    ws_word *word;    /* [words] of text */
    uint32_t words;
    uint32_t group; /* of the index; the caller's */
    bool sure;      /* the draft surely means this speaker */
} ws_quoted;

typedef struct ws_draft {
    ws_quoted *quoted; /* [count], in the draft's order */
    uint32_t count;
    uint32_t words; /* of all */
} ws_draft;

/*
 * Read a draft: a table with a column `quote`, or any other text, of which the
 * quotations are taken.
 *
 *   bytes, len   copied
 *   options      quotes, table and the allocator are looked at
 *   error        filled in on TABLE
 *
 * Errors: NOMEM, TABLE. O(len).
 */
WHOSAID_MUST_USE whosaid_status
ws_draft_read(ws_arena *arena, const char *bytes, size_t len,
              const whosaid_check_options *options, ws_draft *draft,
              whosaid_table_error *error);

#endif /* WS_DRAFT_H */
