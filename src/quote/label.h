/*
 * label.h - what stands at a line's beginning as a speaker's label does:
 * "RUIZ:", "Sen. Lane (R-Ohio):", "Q:", "A.", "**Ruiz:**", "((WN))".
 */
#ifndef WS_LABEL_H
#define WS_LABEL_H

#include "quote/pair.h"

typedef enum ws_label_style {
    WS_LABEL_NAME,     /* Ana Ruiz: */
    WS_LABEL_CAPITALS, /* RUIZ: */
    WS_LABEL_VOICE,    /* Q: A: */
    WS_LABEL_BRACKETS  /* ((WN)) */
} ws_label_style;

typedef struct ws_label {
    uint32_t line;  /* token that begins the line */
    uint32_t first; /* the label's words: [first, last) */
    uint32_t last;
    uint32_t name; /* the last word of the name */
    uint32_t mark; /* its colon: [mark, mark_end); empty where none is */
    uint32_t mark_end;
    uint32_t words; /* first token behind all of it */
    uint32_t key;   /* same for labels that end in the same name */
    uint8_t style;  /* ws_label_style */
} ws_label;

typedef struct ws_labels {
    ws_label *label; /* [count], by line */
    uint32_t count;
} ws_labels;

/* Find every line that a label may begin; whether it is one, the document
 * decides (turn.h). Errors: NOMEM. O(tokens). */
WHOSAID_MUST_USE whosaid_status ws_labels_find(ws_arena *arena,
                                               const ws_text *text,
                                               const ws_tokens *tokens,
                                               const ws_pieces *pieces,
                                               ws_labels *labels);

#endif /* WS_LABEL_H */
