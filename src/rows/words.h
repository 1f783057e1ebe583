/*
 * words.h - which words a text says, and nearly which: a few numbers for it.
 */
#ifndef WS_WORDS_H
#define WS_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/hash.h"
#include "rows/cell.h"

#define WS_WORDS_PLANES 16

/* The words of a text that comes in any number of pieces; words do not go on
 * from piece to piece. */
typedef struct ws_words {
    ws_hash hash;                    /* of the folded words, back to back */
    uint64_t plane[WS_WORDS_PLANES]; /* a counter for each bit, upright */
    uint32_t features;               /* counted there */
    uint32_t count;                  /* words */
    uint64_t last[2];                /* the words before, the nearest first */
    uint32_t key[2];                 /* the smallest so far; 0: none */
} ws_words;

/* What is left of the words: 32 bytes. */
typedef struct ws_sketch {
    uint64_t same;   /* alike for the same words, unlike for others */
    uint64_t near;   /* few bits differ where few words and pairs of words do */
    uint32_t key[2]; /* of two runs of three words; texts that are nearly the
                      * same are likely to share one. 0: none */
    uint32_t count;  /* words; 0: there are none, and nothing is the same */
} ws_sketch;

void ws_words_init(ws_words *words);

/*
 * Add a piece of a text. Its words are in lower case and composed; white space
 * and punctuation are left out, but between digits: 1.5 is not 15. O(len).
 */
void ws_words_add(ws_words *words, const char *text, size_t len);

/* The sketch of all words so far. O(1). */
ws_sketch ws_words_end(const ws_words *words);

/* The sketch of one piece. O(len). */
ws_sketch ws_words_of(ws_cell text);

/* Whether two texts say nearly the same: of six words or more, neither has
 * twice the other's, and most of them, and of their pairs, are in both. O(1).
 */
bool ws_words_near(const ws_sketch *one, const ws_sketch *two);

#endif /* WS_WORDS_H */
