/*
 * train_trust.c - learn how far a row can be trusted.
 *
 * Trees over speaker/trust.h, and where the reader was asked over
 * speaker/hearing.h too; logistic loss. All that stands behind a row
 * learned from - what is speech, whom a pronoun means, who speaks - was learned
 * without its document, as it will be for the documents that the program
 * meets. Right is a row whose words are speech and whose name is the speaker's.
 *
 * How many trees is read off held-out folds.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "boost.h"
#include "train.h"

enum { TREES = 300, BINS = 10, SHOWN = WHOSAID_MIN_CONFIDENCE };

static const double RATE_TRUST = 0.03;

static struct row {
    int16_t value[WS_SECOND_TRUSTS];
    double weight;
    bool right;
    unsigned fold;
    unsigned set;
} * rows;
static size_t row_count;

void trust_add(const struct document *d, const ws_choice *choice, bool right,
               double weight)
{
    rows = grow(rows, row_count, sizeof *rows);
    struct row *r = &rows[row_count++];

    *r = (struct row){
        .weight = weight, .right = right, .fold = d->fold, .set = d->set};
    memcpy(r->value, choice->trust, sizeof choice->trust);
    memcpy(r->value + WS_TRUST_COUNT, choice->heard, sizeof choice->heard);
}

/* How many of the values there are to learn from. */
static uint32_t values = WS_TRUST_COUNT;

struct table {
    int16_t *value;
    double *weight;
    bool *yes;
    int32_t *score; /* [TREES + 1][rows] */
    int32_t *held;  /* likewise, of the fold left out */
};

static struct table lay_out(void)
{
    size_t scores = (TREES + 1) * row_count;
    struct table t = {
        malloc(row_count * values * sizeof *t.value),
        malloc(row_count * sizeof *t.weight), malloc(row_count * sizeof *t.yes),
        malloc(scores * sizeof *t.score), malloc(scores * sizeof *t.held)};

    if (t.value == NULL || t.weight == NULL || t.yes == NULL ||
        t.score == NULL || t.held == NULL)
        die("out of memory");
    for (size_t i = 0; i < row_count; i++) {
        for (uint32_t k = 0; k < values; k++)
            t.value[i * values + k] = rows[i].value[k];
        t.yes[i] = rows[i].right;
    }
    return t;
}

/* Learn without a fold; FOLDS leaves none out. */
static ws_forest learn_without(struct table *t, unsigned fold, uint32_t trees,
                               ws_tree *tree)
{
    for (size_t i = 0; i < row_count; i++)
        t->weight[i] = rows[i].fold == fold ? 0 : rows[i].weight;
    struct boost_set set = {t->value, t->weight, t->yes, row_count,
                            values,   NULL,      NULL,   0};
    int32_t bias = boost_learn(&set, trees, RATE_TRUST, tree, t->score);

    return (ws_forest){tree, trees, bias, NULL};
}

static double loss(const int32_t *held)
{
    double all = 0;

    for (size_t i = 0; i < row_count; i++) {
        double s = held[i] / 256.0;
        all += rows[i].weight * log1p(exp(rows[i].right ? -s : s));
    }
    return all;
}

static int by_score(const void *a, const void *b)
{
    const int32_t *x = a;
    const int32_t *y = b;

    return (*y > *x) - (*y < *x);
}

/* Of one file of documents: the calibration error of the rows shown, and how
 * many of the surest half and seven tenths are right. */
static void print_set(const int32_t *held, unsigned set)
{
    double sum[BINS] = {0};
    double right[BINS] = {0};
    double all = 0;
    double off = 0;
    int32_t(*order)[2] = malloc((row_count + 1) * sizeof *order);
    size_t n = 0;

    if (order == NULL)
        die("out of memory");
    for (size_t i = 0; i < row_count; i++) {
        uint32_t p = ws_model_chance(held[i]);
        if (rows[i].set != set)
            continue;
        order[n][0] = held[i];
        order[n++][1] = rows[i].right;
        if (p < SHOWN)
            continue;
        uint32_t bin = p * BINS / 10001;
        sum[bin] += rows[i].weight * p / 10000;
        right[bin] += rows[i].right ? rows[i].weight : 0;
        all += rows[i].weight;
    }
    if (n == 0) {
        free(order);
        return;
    }
    for (int b = 0; b < BINS; b++)
        off += fabs(sum[b] - right[b]);
    qsort(order, n, sizeof *order, by_score);
    printf("  file %u: %zu rows, calibration error %.3f", set, n, off / all);
    size_t good = 0;
    for (size_t i = 0; i < n; i++) {
        good += order[i][1] != 0;
        if (i + 1 == n / 2 || i + 1 == n * 7 / 10 || i + 1 == n)
            printf(", of the surest %zu %.2f %%", i + 1,
                   100.0 * (double)good / (double)(i + 1));
    }
    printf("\n");
    free(order);
}

void learn_trust(const char *dir, bool heard)
{
    values = heard ? WS_SECOND_TRUSTS : WS_TRUST_COUNT;
    static ws_tree tree[TREES];
    struct table t = lay_out();
    double each[TREES + 1];

    for (unsigned f = 0; f < FOLDS; f++) {
        (void)learn_without(&t, f, TREES, tree);
        for (size_t i = 0; i < row_count; i++)
            for (uint32_t n = 0; rows[i].fold == f && n <= TREES; n++)
                t.held[n * row_count + i] = t.score[n * row_count + i];
    }
    for (uint32_t n = 0; n <= TREES; n++)
        each[n] = loss(t.held + n * row_count);
    uint32_t best = boost_enough(each, TREES);
    printf("confidence, %zu rows, held-out folds: loss %.1f, %u trees\n",
           row_count, each[best], (unsigned)best);
    unsigned sets = 0;
    for (size_t i = 0; i < row_count; i++)
        sets = rows[i].set + 1 > sets ? rows[i].set + 1 : sets;
    for (unsigned s = 0; s < sets; s++)
        print_set(t.held + best * row_count, s);
    ws_forest forest = learn_without(&t, FOLDS, best, tree);
    write_trees(dir, heard ? "second-trust" : "trust-trees", &forest,
                ws_second_trust_name);
    free(t.score);
    free(t.held);
    free(t.value);
    free(t.weight);
    free(t.yes);
    free(rows);
    rows = NULL;
    row_count = 0;
}
