/*
 * align.h - which word of a source each word of a quotation is.
 */
#ifndef WS_ALIGN_H
#define WS_ALIGN_H

#include "check/search.h"

enum {
    WS_ALIGN_NEAR = 40,    /* words of source between two that still are near */
    WS_ALIGN_RUNS = 256,   /* runs of the same words that are weighed */
    WS_ALIGN_GAP = 1 << 14 /* words of draft times words of source that are
                            * compared between two runs */
};

/* A word of a source. */
typedef struct ws_spot {
    uint32_t begin; /* bytes */
    uint32_t end;
    uint32_t word; /* its id, 0 when no quotation has it */
    uint32_t at;   /* its number; behind a stretch left out, a larger one */
} ws_spot;

/* Same words in a row. */
typedef struct ws_run {
    uint32_t mine;   /* first word of the group */
    uint32_t theirs; /* first spot */
    uint32_t words;
    uint32_t before; /* run before it in the best chain, or NONE */
    uint32_t trim;   /* words at its begin that are that one's */
    int32_t score;   /* of the chain that ends here */
} ws_run;

/* Two texts side by side; everything here is used again for the next. */
typedef struct ws_align {
    const ws_index *index;
    const char *text; /* the source's */
    uint32_t len;
    ws_spot *spot; /* [spots] the stretches of source at hand */
    uint32_t spots;
    uint32_t most;  /* spots that there is room for */
    uint32_t *map;  /* [words of the group] spot that is the word, or NONE */
    uint32_t *head; /* [mask + 1] n-gram of the group -> first word, from 1 */
    uint32_t *next; /* [words of the group] the next with that hash */
    uint32_t mask;
    ws_run run[WS_ALIGN_RUNS]; /* [runs] */
    uint32_t runs;
    uint32_t least; /* words of a run that is kept */
    int32_t *table; /* [WS_ALIGN_GAP] */
    uint64_t steps;
} ws_align;

/* Errors: NOMEM. O(longest group). */
WHOSAID_MUST_USE whosaid_status ws_align_init(ws_arena *arena,
                                              const ws_index *index,
                                              ws_align *align);

/* Lay a group beside an occurrence of all its words. O(words). */
void ws_align_whole(ws_align *align, uint32_t group,
                    const ws_occurrence *occurrence);

/*
 * Lay a group beside what of it stands in some places.
 *
 *   flags   [words of the group] of the words of draft
 *
 * False when too little of it stands there to say that it is meant: less than
 * three fifths of the words, those in brackets aside; of a short group, more
 * than a word or two that differ. O(words), with large constants.
 */
bool ws_align_places(ws_align *align, uint32_t group, const uint8_t *flags,
                     const ws_place *place, uint32_t places);

#endif /* WS_ALIGN_H */
