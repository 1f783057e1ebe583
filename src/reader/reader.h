/*
 * reader.h - a compact transformer that reads a window of a document.
 *
 * BERT (Devlin et al. 2019) as MiniLM distilled it (Wang et al. 2020), weights
 * in 8 bits by row, activations quantised by token, products exact: the same
 * states on every machine and instruction set.
 */
#ifndef WS_READER_H
#define WS_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum {
    WS_READER_WINDOW = 384, /* most positions of a window */
    WS_READER_HIDDEN = 384, /* numbers of a state */
    WS_READER_KEY = 128,    /* of a query or key */
    WS_READER_BUCKETS = 32, /* of distances */
    WS_READER_PIECES = 32   /* most pieces of one token */
};

/* What stands at each position beside the piece. */
typedef enum ws_reader_input {
    WS_READER_CASE,
    WS_READER_PLACE,
    WS_READER_START,
    WS_READER_MENTION,
    WS_READER_GENDER,
    WS_READER_INPUTS
} ws_reader_input;

/* Matrices behind the last layer, each from two states to one vector. */
typedef enum ws_reader_head {
    WS_HEAD_MENTION_QUERY,
    WS_HEAD_MENTION_KEY,
    WS_HEAD_PERSON_QUERY,
    WS_HEAD_PERSON_KEY,
    WS_HEADS
} ws_reader_head;

/* Numbers behind the last layer, each from two states to one. */
typedef enum ws_reader_logit {
    WS_LOGIT_MENTION_NONE,
    WS_LOGIT_PERSON_NONE,
    WS_LOGIT_SPEECH,
    WS_LOGITS
} ws_reader_logit;

/* Special pieces. */
enum { WS_PIECE_PAD, WS_PIECE_UNK, WS_PIECE_CLS, WS_PIECE_SEP, WS_PIECE_MASK };

/* The weights: views into the bytes that they were opened from, shared by
 * threads. */
typedef struct ws_reader ws_reader;

typedef struct ws_window {
    uint32_t count; /* 1..WS_READER_WINDOW */
    uint16_t piece[WS_READER_WINDOW];
    uint8_t input[WS_READER_INPUTS][WS_READER_WINDOW];
    bool wanted[WS_READER_WINDOW]; /* its state will be looked at */
} ws_window;

/*
 * Open weights. Magic, version, sizes and every offset are checked; nothing is
 * copied that is large.
 *
 *   bytes   [size], 64-byte aligned, kept by the caller while reader is used
 *   reader  on OK: in the arena
 *
 * Errors: NOMEM; ERR_ARGUMENT where they are not such weights.
 */
WHOSAID_MUST_USE whosaid_status ws_reader_open(ws_arena *arena,
                                               const unsigned char *bytes,
                                               size_t size,
                                               const ws_reader **reader);

/*
 * Cut a word into pieces: folded to lower case without accents, split at
 * punctuation, then the longest pieces of the vocabulary first (WordPiece).
 * Quotation marks and apostrophes of all forms are " and '.
 *
 *   piece   [WS_READER_PIECES], filled
 *
 * Returns how many, at least 1: UNK where nothing fits. O(len * longest piece).
 */
uint32_t ws_reader_cut(const ws_reader *reader, const char *word, size_t len,
                       uint16_t piece[WS_READER_PIECES]);

/*
 * Read a window.
 *
 *   state   [window->count * WS_READER_HIDDEN], filled; 0 where not wanted
 *
 * Errors: NOMEM (scratch lives in the arena until ws_arena_reset or its end;
 * the caller gives one for it).
 */
WHOSAID_MUST_USE whosaid_status ws_reader_read(ws_arena *scratch,
                                               const ws_reader *reader,
                                               const ws_window *window,
                                               float *state);

/* A query or key from two states (WS_READER_HIDDEN numbers each). */
void ws_reader_project(const ws_reader *reader, ws_reader_head head,
                       const float *a, const float *b,
                       float vector[WS_READER_KEY]);

/* A logit from two states. */
float ws_reader_logit_of(const ws_reader *reader, ws_reader_logit logit,
                         const float *a, const float *b);

/* Score of a key for a query, distance positions apart (key less query). */
float ws_reader_score(const ws_reader *reader, ws_reader_head query,
                      const float *q, const float *k, int32_t distance);

/* The weights that a caller opened. */
const ws_reader *ws_reader_of(const whosaid_reader *reader);

#endif /* WS_READER_H */
