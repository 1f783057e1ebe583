/*
 * cue.h - what ties a quotation to someone: a verb of speech, "according
 * to", a colon, a dash; each with its subject.
 */
#ifndef WS_CUE_H
#define WS_CUE_H

#include "speaker/mention.h"

typedef enum ws_cue_kind {
    WS_CUE_VERB,      /* said */
    WS_CUE_ACCORDING, /* according to */
    WS_CUE_NOUN,      /* her claim, in a statement from Banks */
    WS_CUE_COLON,     /* Banks: "..." with nothing else before it */
    WS_CUE_DASH       /* "..." -- Banks */
} ws_cue_kind;

/* How the subject was found. */
typedef enum ws_subject {
    WS_SUBJECT_NONE,
    WS_SUBJECT_CLOSE,    /* Banks said; Banks, head of X, said */
    WS_SUBJECT_INVERTED, /* said Banks */
    WS_SUBJECT_LOOSE     /* Banks opened the doors and said */
} ws_subject;

typedef struct ws_cue {
    uint32_t first; /* tokens [first, last) */
    uint32_t last;
    uint32_t subject; /* mention index, or WHOSAID_NONE */
    uint32_t hearer;  /* mention index, or WHOSAID_NONE */
    uint32_t patient; /* "was accused": mention index, or WHOSAID_NONE */
    uint32_t next;    /* next cue with the same subject, or WHOSAID_NONE */
    uint8_t kind;     /* ws_cue_kind */
    uint8_t found;    /* ws_subject */
    uint8_t strength; /* 0 weak, 1 middling, 2 strong */
} ws_cue;

typedef struct ws_cues {
    ws_cue *cue; /* [count], by first */
    uint32_t count;
    uint32_t *of; /* [mentions]: first cue whose subject it is, or NONE */
    bool *hears;  /* [mentions]: it is some cue's hearer */
    uint32_t *at; /* [tokens + 1]: cues that begin before each token */
} ws_cues;

/* Find the cues outside quotation marks and their subjects. Errors: NOMEM.
 * O(tokens + mentions). */
WHOSAID_MUST_USE whosaid_status ws_cues_find(
    ws_arena *arena, const ws_tokens *tokens, const ws_pieces *pieces,
    const ws_sentences *sentences, const ws_mentions *mentions, ws_cues *cues);

#endif /* WS_CUE_H */
