/*
 * index.h - the quotations of a draft, made ready to be found in sources.
 */
#ifndef WS_INDEX_H
#define WS_INDEX_H

#include "base/arena.h"
#include "check/wording.h"

enum {
    WS_GRAM = 3,         /* words of an n-gram */
    WS_GRAM_SHARED = 64, /* quotations that one n-gram leads to */
    WS_SHORT = 8         /* words of a quotation searched with one left out */
};

/* A run of words: what one or more quotations say. */
typedef struct ws_group {
    uint32_t first; /* of its words, in ws_index.word */
    uint32_t words; /* >= 1 */
    uint32_t state; /* where the automaton has read them all */
} ws_group;

/* Where an n-gram stands. */
typedef struct ws_posting {
    uint32_t group;
    uint32_t at;   /* its first word there */
    uint32_t next; /* 1-based; 0 ends */
} ws_posting;

/* A state of the automaton: what was read last is the path that leads here. */
typedef struct ws_state {
    uint32_t parent;
    uint32_t word;  /* that leads here from parent */
    uint32_t depth; /* words of the path */
    uint32_t fail;  /* longest proper ending of the path that is a state */
    uint32_t ends;  /* group that is the path, or NONE */
    uint32_t inner; /* longest proper ending that is a group's, 0: none */
} ws_state;

typedef struct ws_slot {
    uint64_t key; /* 0: free */
    uint32_t value;
    uint32_t count;
} ws_slot;

/* An open table; a power of two, at least half of it free. */
typedef struct ws_slots {
    ws_slot *slot;
    uint32_t mask;
} ws_slots;

typedef struct ws_index {
    uint32_t *word; /* [words] ids of the groups' words; from 1 */
    uint32_t words;
    ws_group *group; /* [groups] */
    uint32_t groups;
    ws_slots vocabulary; /* key of a word -> id */
    uint32_t ids;        /* words that differ */
    ws_slots edge;       /* state and word -> state */
    ws_slots gram;       /* three words -> their postings */
    ws_state *state;     /* [states]; 0 is the start */
    uint32_t states;
    ws_posting *posting; /* [postings + 1] */
    uint32_t postings;
    uint32_t longest; /* words of the longest group */
    bool has_short;   /* there are groups of WS_SHORT words or fewer */
} ws_index;

/* Room for so many words in so many runs at most. Errors: NOMEM. */
WHOSAID_MUST_USE whosaid_status ws_index_init(ws_arena *arena, uint32_t words,
                                              uint32_t runs, ws_index *index);

/* Add a run of words, by their keys; count >= 1. Returns its group: that of
 * the same words when they were there before. O(count). */
uint32_t ws_index_add(ws_index *index, const ws_word *word, uint32_t count);

/* Make it ready when all are added. Errors: NOMEM. O(words). */
WHOSAID_MUST_USE whosaid_status ws_index_close(ws_arena *arena,
                                               ws_index *index);

/* The id of a word, 0 when no group has it. O(1). */
uint32_t ws_index_word(const ws_index *index, uint64_t key);

/* The state behind state when a word, > 0, is read. O(1) amortised. */
uint32_t ws_index_step(const ws_index *index, uint32_t state, uint32_t word);

/* First posting of three words, 1-based; 0: none. O(1). */
uint32_t ws_index_gram(const ws_index *index, uint32_t a, uint32_t b,
                       uint32_t c);

#endif /* WS_INDEX_H */
