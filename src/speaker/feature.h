/*
 * feature.h - what speaks for and against a candidate: (quotation, mention)
 * -> feature ids. The trainer links this very code.
 */
#ifndef WS_FEATURE_H
#define WS_FEATURE_H

#include "speaker/scene.h"

/* A block holds one feature of a pair: name and number of values. */
#define WS_FEATURE_BLOCKS(X)                                               \
    X(PLACE_TIE, 192)  /* where it stands x how a cue ties it */           \
    X(PLACE_KIND, 168) /* where x what kind of mention */                  \
    X(TIE_GAP, 224)    /* tie x tokens between its unit and the marks */   \
    X(KIND_TIE, 224)   /* kind x tie */                                    \
    X(BETWEEN, 32)     /* quotations between x side x same paragraph */    \
    X(RIVALS, 64)      /* other cues between x tie or not x side */        \
    X(EDGE, 96)        /* what stands before the marks x where */          \
    X(ENDING, 144)     /* how the words end x where x paragraph closed */  \
    X(OPENING, 48)     /* quotation opens, closes its paragraph x where */ \
    X(GOVERNED, 64)    /* preposition, nesting, genitive x tie or not */   \
    X(PREVIOUS, 96)    /* said the quotation before? x tag x paragraphs */ \
    X(SELF, 4)         /* named in the quotation itself */                 \
    X(SALIENCE, 48)    /* how often the document names it x where near */  \
    X(RANK, 48)        /* nearest of its kind on its side x tie or not */  \
    X(LENGTH, 48)      /* words of the quotation x where */                \
    X(SURE, 16)        /* how surely the mention means a person */         \
    X(TOUCH, 64)       /* tie x the unit touches the marks x side */       \
    X(NAMED, 40)       /* what its name stands for x kind x tie or not */  \
    X(LEAD, 40)        /* part of speech of the word before it x tie */    \
    X(LEADS, 368)      /* of the two words before it */                    \
    X(VERB, 192)       /* what it leads to, a verb or not x where */

enum ws_feature_block {
#define X(name, values) WS_FEATURE_##name,
    WS_FEATURE_BLOCKS(X)
#undef X
        WS_FEATURE_BLOCK_COUNT
};

/* How a cue ties a mention; also the source of the row's method. */
typedef enum ws_tie {
    WS_TIE_NONE,
    WS_TIE_CLOSE_WEAK,
    WS_TIE_CLOSE,
    WS_TIE_CLOSE_STRONG,
    WS_TIE_INVERTED_WEAK,
    WS_TIE_INVERTED,
    WS_TIE_INVERTED_STRONG,
    WS_TIE_LOOSE_WEAK,
    WS_TIE_LOOSE,
    WS_TIE_LOOSE_STRONG,
    WS_TIE_ACCORDING,
    WS_TIE_NOUN,
    WS_TIE_COLON,
    WS_TIE_DASH,
    WS_TIE_HEARER,
    WS_TIE_COUNT
} ws_tie;

/* One who could have said a quotation. */
typedef struct ws_candidate {
    uint32_t mention; /* index */
    uint32_t cue;     /* the cue that ties it best, or WHOSAID_NONE */
    uint16_t feature[WS_FEATURE_BLOCK_COUNT];
    uint8_t tie;   /* ws_tie */
    int32_t score; /* Q8 */
} ws_candidate;

enum { WS_CANDIDATES = 64 }; /* most candidates of one quotation */

/*
 * Gather the candidates of a quotation: mentions outside marks from five
 * sentences before it to two behind, the nearest WS_CANDIDATES / 2 before it
 * when there are more, and the mention that spoke the quotation before.
 *
 *   previous   mention chosen for the quotation before, or WHOSAID_NONE
 *   before     index of that quotation, or WHOSAID_NONE
 *   candidate  filled, score 0; by mention
 *
 * Returns how many. O(tokens of the window), at most some hundred.
 */
uint32_t ws_candidates_gather(const ws_scene *scene, uint32_t quotation,
                              uint32_t before, uint32_t previous,
                              ws_candidate candidate[WS_CANDIDATES]);

/* Readable name of a block, and the number of features in all. */
const char *ws_feature_block_name(uint32_t block);
uint32_t ws_feature_count(void);

#endif /* WS_FEATURE_H */
