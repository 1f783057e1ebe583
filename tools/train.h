/*
 * train.h - what the two halves of the trainer share: documents and what
 * readers said of them.
 */
#ifndef WS_TRAIN_H
#define WS_TRAIN_H

#include "boost.h"
#include "rows/result.h"
#include "speaker/outline.h"

enum { FOLDS = 5, MAX_SPANS = 64 };

struct gold {
    whosaid_span quote[MAX_SPANS];
    whosaid_span source[MAX_SPANS];
    uint32_t quotes;
    uint32_t sources;
    char *names; /* '|' between */
};

struct rest { /* between marks, nobody's speech */
    whosaid_span span;
    whosaid_kind kind; /* OTHER where nobody said */
};

struct document {
    char *path;
    char *text;
    size_t len;
    struct gold *gold; /* [golds] */
    size_t golds;
    struct rest *rest; /* [rests] */
    size_t rests;
    bool complete; /* all stretches between marks are judged */
    whosaid_doc *doc;
    unsigned fold;
};

/* Say what is wrong and end. */
void die(const char *what);

/* Room for one more; array doubles. */
void *grow(void *array, size_t count, size_t size);

uint32_t overlap(whosaid_span a, whosaid_span b);

bool same_stretch(whosaid_span a, whosaid_span b);

/* What readers said a quotation is; NULL for no speech. */
const struct gold *gold_of(const struct document *d, uint32_t quotation);

/* One step of AdaGrad; the score of some features. */
void step(double *w, double *g2, size_t i, double gradient);
double dot(const double *w, const uint16_t *feature, uint32_t count);

/* A table of weights, one row an id. */
void write_weights(const char *dir, const char *name, const int16_t *w,
                   const char *(*block_name)(uint32_t), const uint32_t *size,
                   uint32_t blocks, int32_t bias);

/* The score from which on a stretch is speech, when a share of speech may be
 * lost; every stride-th row of the set is looked at, speech without weight left
 * out. Prints what other shares would give. */
int32_t threshold(const struct boost_set *set, const int32_t *score,
                  size_t stride, double lost);

/* A table of trees. */
void write_trees(const char *dir, const char *name,
                 const char *(*value_name)(uint32_t), const ws_tree *tree,
                 uint32_t trees, int32_t bias);

struct judged { /* one stretch between marks */
    uint16_t feature[WS_CLASS_BLOCK_COUNT];
    uint32_t document;
    uint32_t quotation;
    unsigned fold;
    bool speech;
    bool odd;          /* speech that none of the others is like */
    whosaid_kind kind; /* of the rest */
};

/* Learn what is speech: class.tsv and class-trees.tsv in dir, and in any_dir
 * what serves any language. Prints what comes out on held-out folds. */
void learn_class(const char *dir, const char *any_dir,
                 const struct document *documents, size_t count);

/* The latter part: class-outline.tsv, from judged stretches, those of a
 * document together. */
void learn_outline(const char *dir, const struct document *documents,
                   const struct judged *judged, size_t count);

#endif /* WS_TRAIN_H */
