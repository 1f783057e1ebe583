/*
 * train.h - what the rooms of the trainer share: documents and what readers
 * said of them.
 */
#ifndef WS_TRAIN_H
#define WS_TRAIN_H

#include "boost.h"
#include "rows/result.h"
#include "speaker/called.h"
#include "speaker/outline.h"
#include "speaker/passage.h"

enum { FOLDS = 5, MAX_SPANS = 64 };

struct gold {
    whosaid_span quote[MAX_SPANS];
    whosaid_span source[MAX_SPANS];
    uint32_t quotes;
    uint32_t sources;
    char *names;  /* '|' between */
    bool nobody;  /* nobody can be told */
    bool unnamed; /* no name of his own: any noun for him is right */
};

struct chain { /* a pronoun, and mentions before it that mean the same */
    whosaid_span pronoun;
    whosaid_span *before; /* [befores] */
    uint32_t befores;
};

struct report { /* an indirect quotation */
    whosaid_span content;
    whosaid_span source[MAX_SPANS];
    uint32_t sources;
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
    struct chain *silver; /* [silvers]: likewise, told by a program */
    size_t silvers;
    struct report *report; /* [reports] */
    size_t reports;
    struct rest *rest; /* [rests] */
    size_t rests;
    bool complete; /* all stretches between marks are judged */
    whosaid_doc *doc;
    unsigned fold;
    unsigned set;      /* which of the files it comes from */
    double weight;     /* of its examples */
    uint32_t narrator; /* the person who says "I" in a story, or NONE */
    const char *narrator_names;
    ws_attribution guess; /* what weights learned without it choose */
    size_t first_example; /* its quotations' as readers told of them */
    size_t last_example;
};

struct example { /* one choice: a quotation's candidates, a pronoun's people */
    uint16_t *feature; /* [candidates][blocks] */
    bool *right;       /* [candidates] */
    uint32_t *mention; /* [candidates], of a quotation */
    uint32_t *person;  /* likewise */
    uint32_t candidates;
    unsigned fold;
    double weight;
    const struct document *document;
    uint32_t quotation;
    uint32_t pronoun; /* mention */
    ws_past past;
};

struct choices {     /* what one conditional logit learns from */
    uint64_t unseen; /* a bit a block: its weights stay zero */
    double l2;       /* see fit.h */
    struct example *example;
    size_t count;
    uint32_t blocks;                       /* features of a candidate */
    uint32_t features;                     /* ids in all */
    double *learned[FOLDS + 1][FOLDS + 1]; /* without two folds, or NULL */
};

enum { RANK_TREES = 180, RIVAL_TREES = 240 };

/* What trees are drawn from: see MODELS.md. */
enum { SEED_CLASS = 1, SEED_CHOICES = 1 };

/* Say what is wrong and end. */
void die(const char *what);

/* Room for one more; array doubles. */
void *grow(void *array, size_t count, size_t size);

/* Add the documents of a file that gold.py made to (*documents)[*count]. */
void read_gold(const char *path, unsigned set, struct document **documents,
               size_t *count);

uint32_t overlap(whosaid_span a, whosaid_span b);

bool same_stretch(whosaid_span a, whosaid_span b);

/* The weights of a reader, kept until the end. */
const ws_reader *open_reader(ws_arena *arena, const char *path);

/* A mention is the source that readers told, or one of some spans; a name is the speaker's; a person
 * is the narrator, who is the speaker. */
bool is_source(const struct document *d, const struct gold *g,
               uint32_t mention);
bool stands_for(const struct document *d, const whosaid_span *span,
                uint32_t count, uint32_t mention);
bool names_right(const struct document *d, const struct gold *g,
                 whosaid_span speaker);
bool tells(const struct document *d, const struct gold *g, uint32_t id);

whosaid_span name_of(const struct document *d, uint32_t mention,
                     uint32_t person);

/* Who says "I" in a story: find him once its people are known. */
void find_narrator(struct document *d);

/* Which candidates are right; returns how many. Of the readings of a source
 * that is a pronoun, mark_readings() leaves those that name the speaker, where
 * one does. */
uint32_t mark_right(const struct document *d, const struct gold *g,
                    const ws_candidate *c, uint32_t count, bool *right);
uint32_t mark_readings(const struct document *d, const struct gold *g,
                       const ws_candidate *c, uint32_t count, bool *right);

/* Whether the row of a choice is right. */
bool is_right(const struct document *d, uint32_t q, const struct gold *g,
              whosaid_span name, bool *known);

/* Read a document that neither the ranker nor the reader has seen. */
void second_add(struct document *document, const ws_ranker *ranker,
                const ws_reader *reader);

/* Learn second.tsv and second-trust.tsv from all of them. Prints what comes out
 * on held-out folds. */
void learn_second(const char *dir);

struct tally { /* of held-out folds */
    size_t mention_right;
    size_t mention_all;
    size_t covered;
    size_t name_right;
    size_t novel_all; /* in novels */
    size_t novel_covered;
    size_t novel_known;
    size_t novel_right;
    size_t novel_shown;
    size_t name_all;
};

/* Let a ranker that has not seen a document decide it, and count what is right.
 * Its rows are remembered for learn_trust(). */
void test_document(struct document *document, const ws_ranker *ranker,
                   struct tally *tally);

/* Remember the rows of a document for learn_trust(). */
void trust_rows(const struct document *document);

/* What the reader learns from: windows of all documents, with what readers
 * said. */
void write_windows(const char *path, const ws_reader *reader,
                   const struct document *documents, size_t count);

/* What readers said a quotation is; NULL for no speech. */
const struct gold *gold_of(const struct document *d, uint32_t quotation);

/* What readers said of a stretch that is nobody's speech, or NULL. */
const struct rest *rest_of(const struct document *d, uint32_t quotation);

/* Whether readers judged what stands between these marks, and how. */
bool is_judged(const struct document *d, uint32_t quotation, bool *speech);

/* The score of some features. */
double dot(const double *w, const uint16_t *feature, uint32_t count);

/* A table of weights, one row an id. */
void write_weights(const char *dir, const char *name, const int16_t *w,
                   const char *(*block_name)(uint32_t), const uint32_t *size,
                   uint32_t blocks, int32_t bias);

/* Weights without the documents of two folds; FOLDS leaves none out. */
void learn_choices(struct choices *c, unsigned without, unsigned or_without,
                   int16_t *q8);

/* Forget them: the examples are others now. */
void unlearn_choices(struct choices *c);

struct held { /* of choices in folds left out, a share, a mean */
    double right;
    double loss;
};

struct held test_choices(struct choices *c);

/* Trees for the choices that linear models doubt, without the documents of a
 * fold; FOLDS leaves none out. tree has room for RANK_TREES. */
ws_forest learn_rank(struct choices *c, unsigned without, ws_tree *tree);

/* Likewise for the pronouns; tree has room for RIVAL_TREES. */
ws_forest learn_rivals(struct choices *c, unsigned without, ws_tree *tree);

/* A table of trees. */
void write_trees(const char *dir, const char *name, const ws_forest *forest,
                 const char *(*value_name)(uint32_t));

/* The score from which on a stretch is speech, when a share of speech may be
 * lost; every stride-th row of the set is looked at, speech without weight left
 * out. Prints what other shares would give. */
int32_t threshold(const struct boost_set *set, const int32_t *score,
                  size_t stride, double lost);

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

/* Class a document anew by what was learned without it. */
void class_without(struct document *document);

/* Keep what was learned without each fold in a file, or take it from there:
 * what follows passes each number to the file or from it. */
void pass_folds(const char *path, bool keep);
void pass_weights(int16_t **weight, uint32_t count);
void pass_number(int32_t *number);
void pass_forest(ws_forest *forest);
void pass_class_folds(void);
void pass_speaker_folds(void);

/* Write the rows of a set's documents, told by what was learned without them,
 * to DIR/SET.csv; gold is the set's file. */
void write_rows(const char *dir, const char *gold, unsigned set,
                const struct document *documents, size_t count);

/* The latter part: class-outline.tsv, from judged stretches, those of a
 * document together. */
void learn_outline(const char *dir, const struct document *documents,
                   const struct judged *judged, size_t count);

/* A row that the program would write of an unseen document, and whether it is
 * right: what confidence is learned from. */
void trust_add(const struct document *document, const ws_choice *choice,
               bool right, double weight);

/* Learn trust-trees.tsv from all of them, or second-trust.tsv where the reader
 * was heard. Prints how far it can be trusted on held-out folds, for each file
 * of documents. */
void learn_trust(const char *dir, bool heard);

#endif /* WS_TRAIN_H */
