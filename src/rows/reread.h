/*
 * reread.h - rows of an earlier run, read back.
 */
#ifndef WS_REREAD_H
#define WS_REREAD_H

#include "rows/table.h"

/* What a record is found by; best first. */
enum {
    WS_SHEET_BY_ID,
    WS_SHEET_BY_DOCUMENT, /* the same words in the same document */
    WS_SHEET_BY_WORDS,
    WS_SHEET_WAYS
};

typedef struct ws_sheet_record {
    uint64_t key[WS_SHEET_WAYS]; /* 0: not by that */
} ws_sheet_record;

struct whosaid_sheet {
    ws_arena arena; /* owns all, this struct too */
    ws_table table;
    ws_sheet_record *record; /* [table.records] */
    uint32_t document;       /* columns, or NONE */
    uint32_t quote_id;
    uint32_t quote;
    uint32_t speaker;
    uint32_t group;
};

/* A record's cell, as it was before it was written; see undo.h. Empty where the
 * column is NONE. */
ws_cell ws_sheet_cell(const whosaid_sheet *sheet, uint32_t record,
                      uint32_t column);

#endif /* WS_REREAD_H */
