/*
 * mark.h - quotation marks, and what their neighbours allow them to be.
 */
#ifndef WS_MARK_H
#define WS_MARK_H

#include "text/segment.h"

/* Marks of one family open and close each other. */
typedef enum ws_mark_family {
    WS_MARK_DOUBLE,       /* " “ ” „ ‟ ＂ and `` '' */
    WS_MARK_SINGLE,       /* ' ‘ ’ ‚ ‛ ` */
    WS_MARK_ANGLE,        /* « » */
    WS_MARK_SINGLE_ANGLE, /* ‹ › */
    WS_MARK_CORNER,       /* 「 」 『 』 and the like */
    WS_MARK_TITLE,        /* 《 》 〈 〉: mostly titles */
    WS_MARK_DASH,         /* a dash that opens speech; what ends it */
    WS_MARK_FAMILIES
} ws_mark_family;

/* A mark that may open or close a quotation. Apostrophes, feet, inches and
 * the like have been left out. */
typedef struct ws_mark {
    uint32_t begin; /* bytes */
    uint32_t end;
    uint32_t token;     /* index of its MARK token */
    uint32_t paragraph; /* index, before breaks.c parts any */
    uint8_t family;     /* ws_mark_family */
    bool straight;      /* the shape itself has no direction */
    bool can_open;
    bool can_close;
    bool doubtful;         /* SINGLE: may as well be an apostrophe */
    bool settled;          /* its sides allow both; see side.h */
    bool starts_paragraph; /* nothing but marks and white space before it */
    bool ends_paragraph;   /* nothing but marks, punctuation, space after it */
    bool incise; /* speech breaks off or goes on here, beside the writer's own
                  * words; no quotation mark */
    bool bare;   /* incise: no character of its own; token is narration */
} ws_mark;

typedef struct ws_marks {
    ws_mark *mark; /* [count], by begin */
    uint32_t count;
    bool singles;  /* single marks are the document's first convention */
    bool unread;   /* two apostrophes stand for both marks, and are not read */
    uint8_t style; /* whosaid_quote_style: as asked for */
} ws_marks;

/* Collect the marks of a document. style: the convention to go by. Errors:
 * NOMEM. O(tokens). */
WHOSAID_MUST_USE whosaid_status ws_marks_find(ws_arena *arena,
                                              const ws_text *text,
                                              const ws_tokens *tokens,
                                              whosaid_quote_style style,
                                              ws_marks *marks);

#endif /* WS_MARK_H */
