/*
 * column.h - the columns of a row, once for every format.
 */
#ifndef WS_COLUMN_H
#define WS_COLUMN_H

#include "whosaid.h"

#include <stdbool.h>

typedef struct ws_column {
    const char *name;
    const char *help; /* one sentence, no full stop */
    bool number;      /* else text */
} ws_column;

#define WS_COLUMNS     WHOSAID_COLUMNS
#define WS_COLUMNS_ALL 26 /* and those that are not */

/* Where each stands among them. */
enum {
    WS_COLUMN_DOCUMENT,
    WS_COLUMN_QUOTE_ID,
    WS_COLUMN_SPEAKER,
    WS_COLUMN_ROLE,
    WS_COLUMN_AFFILIATION,
    WS_COLUMN_QUOTE,
    WS_COLUMN_KIND,
    WS_COLUMN_SOURCE_TYPE,
    WS_COLUMN_CUE,
    WS_COLUMN_MENTION,
    WS_COLUMN_METHOD,
    WS_COLUMN_CONFIDENCE,
    WS_COLUMN_EVIDENCE,
    WS_COLUMN_PARAGRAPH,
    WS_COLUMN_LINE,
    WS_COLUMN_QUOTE_SPANS,
    WS_COLUMN_MENTION_SPAN,
    WS_COLUMN_CUE_SPAN,
    WS_COLUMN_DUPLICATE_OF,
    WS_COLUMN_PARENT,
    WS_COLUMN_GROUP,
    WS_COLUMN_GROUP_CHANGE,
    WS_COLUMN_TITLE,
    WS_COLUMN_URL,
    WS_COLUMN_DATE,
    WS_COLUMN_LANGUAGE
};

/* All columns, in their own order. */
extern const ws_column ws_columns[WS_COLUMNS_ALL];

#endif /* WS_COLUMN_H */
