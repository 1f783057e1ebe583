/*
 * search.h - where in a source the words of a draft's quotations may stand.
 */
#ifndef WS_SEARCH_H
#define WS_SEARCH_H

#include "check/index.h"

enum {
    WS_SEARCH_EXACT = 16,  /* occurrences of the same words that are kept */
    WS_SEARCH_MARKED = 48, /* likewise of those between quotation marks */
    WS_SEARCH_PLACES = 6,  /* places with some of the words that are kept */
    WS_SEARCH_ASIDE = 40   /* words between quotation marks and the next */
};

/* The words of a group, all and in order. */
typedef struct ws_occurrence {
    uint32_t begin; /* bytes of the source */
    uint32_t end;
    uint8_t mark; /* not 0: other words stand between, outside quotation
                   * marks; of this kind were those where it begins */
    struct ws_occurrence *next; /* the one before it */
} ws_occurrence;

/* A stretch of source with n-grams of a group. */
typedef struct ws_place {
    uint32_t begin; /* bytes of the source */
    uint32_t end;
    uint32_t first; /* words of the source */
    uint32_t last;
    uint32_t hits; /* n-grams there, neighbours that are the same once */
    uint32_t at;   /* of the group, the last one */
} ws_place;

/* What of a group was seen in a source. */
typedef struct ws_sight {
    ws_occurrence *occurrence; /* the last of them */
    uint32_t occurrences[2];   /* of all words, of those between marks */
    uint32_t places;
    ws_place place[WS_SEARCH_PLACES]; /* [places] those with most hits */
    ws_place open; /* the one that may still grow; hits 0: none */
    bool done;     /* it is looked for no more: the caller's to set */
    bool more;     /* occurrences are left out */
    bool touched;  /* it is listed below */
} ws_sight;

/* A stream of words: all, or those between quotation marks. */
typedef struct ws_stream {
    uint32_t *begin;  /* [mask + 1] of the latest: byte */
    uint32_t *at;     /* [mask + 1] number among all words */
    uint8_t *mark;    /* [mask + 1] what it stands in */
    uint32_t count;   /* so far */
    uint32_t state;   /* of the automaton */
    uint32_t *pass;   /* [states] itself, or where to go on when its group is
                      * not noted any more */
    uint32_t *passed; /* [passes] states of which that holds */
    uint32_t passes;
} ws_stream;

typedef struct ws_search {
    const ws_index *index;
    ws_arena *arena;   /* of the source at hand */
    ws_sight *sight;   /* [index->groups] */
    uint32_t *touched; /* [count] groups seen in this source, each once */
    uint32_t count;
    ws_stream stream[2]; /* all, those between quotation marks */
    uint32_t mask;
} ws_search;

/* Errors: NOMEM. O(words of the groups). */
WHOSAID_MUST_USE whosaid_status ws_search_init(ws_arena *arena,
                                               const ws_index *index,
                                               ws_search *search);

/*
 * Read a source. What was seen in the last one is forgotten.
 *
 *   arena   of this source: the occurrences lie there
 *
 * Errors: NOMEM. O(len): a word costs at most WS_GRAM_SHARED steps for each of
 * three n-grams, and each occurrence is noted in one step.
 */
WHOSAID_MUST_USE whosaid_status ws_search_run(ws_arena *arena, const char *text,
                                              uint32_t len, ws_search *search);

#endif /* WS_SEARCH_H */
