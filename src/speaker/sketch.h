/*
 * sketch.h - a stretch between marks in features of the linear model.
 */
#ifndef WS_SKETCH_H
#define WS_SKETCH_H

#include "base/model.h"
#include "speaker/beside.h"

/* Features of one quotation, each a small number: block name and values. */
#define WS_CLASS_BLOCKS(X)                                                   \
    X(WORDS, 8)            /* 1, 2, 3, 4, 5-6, 7-9, 10-15, 16+ */            \
    X(ENDS, 6)             /* last character: none , . ?! other dash */      \
    X(STARTS, 4)           /* lower, capital, digit, other */                \
    X(CAPITALS, 4)         /* all, most, some or no words capital */         \
    X(BEFORE, 16)          /* what stands before the opening mark */         \
    X(AFTER, 12)           /* what stands behind the closing mark */         \
    X(CUE, 12)             /* nearest cue with a subject: side, reach */     \
    X(SHAPE, 96)           /* WORDS x ENDS x capitals or not */              \
    X(PLACE, 6)            /* alone in its paragraph, headline, nested */    \
    X(CONTEXT, 128)        /* WORDS x BEFORE */                              \
    X(FOLLOW, 96)          /* WORDS x AFTER */                               \
    X(TIE, 96)             /* WORDS x CUE */                                 \
    X(WORD_BEFORE, 512)    /* the word before the marks, hashed */           \
    X(WORD_AFTER, 512)     /* the word behind them, hashed */                \
    X(FIRST_WORD, 512)     /* first word inside x short or not, hashed */    \
    X(LAST_WORD, 512)      /* last word inside, of a short one, hashed */    \
    X(SECOND_BEFORE, 512)  /* the word before the word before, hashed */     \
    X(CUE_BEFORE, 128)     /* strongest cue before x reach x short or not */ \
    X(CUE_BEHIND, 128)     /* strongest cue behind, likewise */              \
    X(COMPANY, 48)         /* other pieces of the sentence x WORDS */        \
    X(CAPITALS_BEFORE, 64) /* CAPITALS x BEFORE */                           \
    X(CAPITALS_AFTER, 48)  /* CAPITALS x AFTER */                            \
    X(FAMILY, 8)           /* kind of marks x several pieces */

enum ws_class_block {
#define X(name, values) WS_CLASS_##name,
    WS_CLASS_BLOCKS(X)
#undef X
        WS_CLASS_BLOCK_COUNT
};

/* The feature ids of a quotation. Returns how many. */
uint32_t ws_class_features(const ws_scene *scene, uint32_t quotation,
                           uint16_t feature[WS_CLASS_BLOCK_COUNT]);

/* Readable name of a block, and the number of features in all. */
const char *ws_class_block_name(uint32_t block);
uint32_t ws_class_feature_count(void);

/* Whether a paragraph ends as a sentence does: the first one is no headline,
 * then. O(marks at its end). */
bool ws_paragraph_stops(const ws_scene *scene, uint32_t paragraph);

#endif /* WS_SKETCH_H */
