/*
 * spoken.h - what a source itself says of who spoke where.
 */
#ifndef WS_SPOKEN_H
#define WS_SPOKEN_H

#include "base/arena.h"

/* A long source is analysed in blocks of this many bytes, and only those where
 * words were found; each with as much before it and behind it as a reader
 * needs to know who "he" is. */
enum {
    WS_SPOKEN_BLOCK = 1 << 20,
    WS_SPOKEN_BEFORE = 1 << 18,
    WS_SPOKEN_BEHIND = 1 << 16
};

/* A part of a quotation. */
typedef struct ws_spoken_part {
    whosaid_span span; /* bytes of the source */
    uint32_t quote;    /* its number in the block */
    uint32_t part;     /* among the quotation's */
    uint32_t outer;    /* the part around it, or NONE */
} ws_spoken_part;

/* One source, of which one block at a time is known. */
typedef struct ws_spoken {
    whosaid_allocator source;
    const char *text;
    uint32_t len;
    whosaid_quote_style style;
    whosaid_doc *doc; /* the block's, or NULL */
    uint32_t block;   /* its number, or NONE */
    uint32_t begin;   /* bytes that are known */
    uint32_t end;
    ws_spoken_part *part; /* [parts], by begin; parts in parts behind them */
    uint32_t parts;
    ws_arena arena; /* of the block */
    uint64_t steps;
} ws_spoken;

/* Start with a source; nothing is analysed yet. text is borrowed. */
void ws_spoken_init(ws_spoken *spoken, const whosaid_allocator *source,
                    whosaid_quote_style style, const char *text, uint32_t len);

/* Make the block known that byte at stands in. Errors: NOMEM. O(block), and
 * nothing when it is known. */
WHOSAID_MUST_USE whosaid_status ws_spoken_open(ws_spoken *spoken, uint32_t at);

/* The innermost part of speech that byte at stands in; NULL: none that is
 * known. O(log parts). */
const ws_spoken_part *ws_spoken_at(const ws_spoken *spoken, uint32_t at);

/* Where a part of a quotation stands. False past its last. */
bool ws_spoken_part_of(const ws_spoken *spoken, uint32_t quote, uint32_t part,
                       whosaid_span *span);

/* The quotation around a quotation, or NONE. */
uint32_t ws_spoken_parent(const ws_spoken *spoken, uint32_t quote);

/* Who says a quotation: bytes of the source; empty when nobody can be told.
 * sure: it is a person, and hardly a wrong one. */
whosaid_span ws_spoken_speaker(const ws_spoken *spoken, uint32_t quote,
                               bool *sure);

void ws_spoken_free(ws_spoken *spoken);

#endif /* WS_SPOKEN_H */
