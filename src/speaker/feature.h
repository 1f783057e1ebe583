/*
 * feature.h - what speaks for and against a candidate: (quotation, mention)
 * -> feature ids. The trainer links this very code.
 */
#ifndef WS_FEATURE_H
#define WS_FEATURE_H

#include "speaker/gather.h"

/* A block holds one feature of a pair: name and number of values. */
#define WS_FEATURE_BLOCKS(X)                                                \
    X(PLACE_TIE, 192)  /* where it stands x how a cue ties it */            \
    X(PLACE_KIND, 168) /* where x what kind of mention */                   \
    X(TIE_GAP, 224)    /* tie x tokens between its unit and the marks */    \
    X(KIND_TIE, 224)   /* kind x tie */                                     \
    X(BETWEEN, 32)     /* quotations between x side x same paragraph */     \
    X(RIVALS, 64)      /* other cues between x tie or not x side */         \
    X(EDGE, 96)        /* what stands before the marks x where */           \
    X(ENDING, 144)     /* how the words end x where x paragraph closed */   \
    X(OPENING, 48)     /* quotation opens, closes its paragraph x where */  \
    X(GOVERNED, 64)    /* preposition, nesting, genitive x tie or not */    \
    X(PREVIOUS, 96)    /* said the quotation before? x tag x paragraphs */  \
    X(SELF, 4)         /* named in the quotation itself */                  \
    X(SALIENCE, 48)    /* how often the document names it x where near */   \
    X(RANK, 48)        /* nearest of its kind on its side x tie or not */   \
    X(LENGTH, 48)      /* words of the quotation x where */                 \
    X(SURE, 16)        /* how surely the mention means a person */          \
    X(TOUCH, 64)       /* tie x the unit touches the marks x side */        \
    X(TURN, 288)       /* which of the last turns it spoke x where, tied */ \
    X(RECENT, 64)      /* turns since it spoke x how many speak */          \
    X(CALLED, 48)      /* addressed here, in the turn before, the next */   \
    X(NEXT, 108)       /* named beside the next quotations */               \
    X(BEAT, 32)        /* subject of a sentence beside the marks x kind */  \
    X(SPOKE, 48)       /* how often it is named beside marks x where */     \
    X(MEANT, 64)       /* how likely the pronoun means it x tied */         \
    X(CERTAIN, 48)     /* which of the last turns x were those tagged */    \
    X(AHEAD, 32)       /* turns to the next tag x does it name it */        \
    X(STORY_TIE, 193)  /* PLACE_TIE of a story; likewise the others */      \
    X(STORY_OPENING, 49)                                                    \
    X(STORY_RANK, 49)                                                       \
    X(STORY_BETWEEN, 33)                                                    \
    X(STORY_RUN, 73) /* which of the last turns x do they touch x where */  \
    X(NAMED, 40)     /* what its name stands for x kind x tie or not */     \
    X(LEAD, 40)      /* part of speech of the word before it x tie */       \
    X(LEADS, 368)    /* of the two words before it */                       \
    X(VERB, 192)     /* what it leads to, a verb or not x where */

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
    uint32_t person;  /* whom it is taken to mean, or WHOSAID_NONE */
    uint32_t cue;     /* the cue that ties it best, or WHOSAID_NONE */
    uint16_t feature[WS_FEATURE_BLOCK_COUNT];
    int32_t score;    /* Q8 */
    int32_t trees;    /* what of it the trees added, Q8 */
    uint8_t tie;      /* ws_tie */
    uint8_t where;    /* as in PLACE_TIE */
    uint8_t kind;     /* as in PLACE_KIND */
    uint8_t pieces;   /* quotations between it and the marks, 0..3 */
    uint8_t rivals;   /* other cues between, 0..2 */
    uint8_t nth;      /* of its kind on its side, from the marks on, 0..5 */
    uint8_t governed; /* as in GOVERNED */
    uint8_t previous; /* said the quotation before: as in PREVIOUS */
    uint16_t gap;     /* tokens between its unit and the marks */
    bool inside;      /* named in the quotation itself */
    bool echoes;   /* of a story: it spoke the turn before, and nothing stands
                       * between the two */
    uint8_t named; /* what its head is the name of: ws_named of text/tag.h */
    uint8_t lead;  /* part of speech of the word before it */
    uint8_t verb;  /* what it leads to, as in VERB */
    uint8_t rank;  /* of its person among those that the pronoun may mean */
} ws_candidate;

/* One candidate, or two taken to mean the same person. */
static inline bool ws_is_same_speaker(const ws_candidate *a,
                                      const ws_candidate *b)
{
    return a == b || (a->person != WHOSAID_NONE && a->person == b->person);
}

/*
 * Gather the candidates of a quotation: mentions outside marks from five
 * sentences before it to two behind, the nearest twenty before it and eight
 * behind when there are more, and those that spoke the quotations before or are
 * named beside the next ones. A pronoun stands there once for each person that it
 * may well mean.
 *
 *   past       who spoke the quotations before
 *   candidate  filled, score 0
 *
 * Returns how many. O(tokens of the window), at most some hundred.
 */
uint32_t ws_candidates_gather(const ws_scene *scene, uint32_t quotation,
                              const ws_past *past,
                              ws_candidate candidate[WS_CANDIDATES]);

/* Readable name of a block, and the number of features in all. */
const char *ws_feature_block_name(uint32_t block);
uint32_t ws_feature_count(void);

#endif /* WS_FEATURE_H */
