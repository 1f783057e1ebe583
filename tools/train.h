/*
 * train.h - what the two halves of the trainer share: documents and what
 * readers said of them.
 */
#ifndef WS_TRAIN_H
#define WS_TRAIN_H

#include "rows/result.h"

enum { FOLDS = 5, MAX_SPANS = 64 };

struct gold {
    whosaid_span quote[MAX_SPANS];
    whosaid_span source[MAX_SPANS];
    uint32_t quotes;
    uint32_t sources;
    char *names; /* '|' between */
};

struct chain { /* a pronoun, and mentions before it that mean the same */
    whosaid_span pronoun;
    whosaid_span *before; /* [befores] */
    uint32_t befores;
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
    struct chain *chain; /* [chains] */
    size_t chains;
    struct rest *rest; /* [rests] */
    size_t rests;
    bool complete; /* all stretches between marks are judged */
    whosaid_doc *doc;
    unsigned fold;
    uint32_t narrator; /* the person who says "I" in a story, or NONE */
    const char *narrator_names;
    ws_attribution guess; /* what weights learned without it choose */
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

/* Learn what is speech: class.tsv and class-trees.tsv in dir. Prints what
 * comes out on held-out folds. */
void learn_class(const char *dir, const struct document *documents,
                 size_t count);

#endif /* WS_TRAIN_H */
