/*
 * boost.c - gradient boosting of oblivious trees (as in Prokhorenkova et al.
 * 2018): each level of a tree asks one question, the one that lowers the
 * logistic loss most over all of the level's leaves, by second-order gains
 * (Chen & Guestrin 2016).
 *
 * Values are cut into at most BINS ranges, of equal number where values are
 * many. Leaves are rounded to Q8 before the next tree is learned, so that it
 * mends what rounding broke.
 */
#include "boost.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BINS = 40, DEPTH = WS_FOREST_DEPTH, LEAVES = WS_FOREST_LEAVES };

static const double LAMBDA = 6;      /* shrinks leaves with little evidence */
static const double ROWS = 0.75;     /* share drawn for a tree */
static const double FEATURES = 0.25; /* likewise */
static const double ENOUGH = 1.005;  /* times the least loss is as good */
static const double GAIN_MIN = 1e-9; /* of a question that says anything */

struct slope { /* first and second derivative of the loss */
    double g;
    double h;
};

struct boost {
    const struct boost_set *set;
    uint8_t *bin;         /* [features][count] */
    int16_t (*cut)[BINS]; /* [features]: bin b holds values <= cut[b] */
    uint32_t *cuts;       /* [features] */
    double *margin;       /* [count] */
    struct slope *slope;  /* [count] */
    uint8_t *leaf;        /* [count] */
    uint32_t *row;        /* [rows] drawn for a tree */
    size_t rows;
    uint64_t seed;
};

static void *take(size_t count, size_t size)
{
    void *p = calloc(count, size);

    if (p == NULL) {
        fprintf(stderr, "boost: out of memory\n");
        exit(1);
    }
    return p;
}

static double draw(struct boost *b)
{
    b->seed = b->seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (double)(b->seed >> 40) / (double)(1 << 24);
}

static int by_value(const void *a, const void *b)
{
    int16_t x = *(const int16_t *)a;
    int16_t y = *(const int16_t *)b;

    return (x > y) - (x < y);
}

/* Cut a feature's values into bins. */
static void cut(struct boost *b, uint32_t f)
{
    const struct boost_set *set = b->set;
    int16_t *sorted = take(set->count, sizeof *sorted);
    uint32_t cuts = 0;

    for (size_t i = 0; i < set->count; i++)
        sorted[i] = set->value[i * set->features + f];
    qsort(sorted, set->count, sizeof *sorted, by_value);
    size_t distinct = 1;
    for (size_t i = 1; i < set->count; i++)
        distinct += sorted[i] != sorted[i - 1];
    size_t step = distinct <= BINS ? 1 : set->count / BINS + 1;
    for (size_t i = 0, last = 0; i + 1 < set->count; i++)
        if (sorted[i] != sorted[i + 1] && i + 1 - last >= step &&
            cuts < BINS - 1) {
            b->cut[f][cuts++] = sorted[i];
            last = i + 1;
        }
    b->cuts[f] = cuts;
    for (size_t i = 0; i < set->count; i++) {
        int16_t v = set->value[i * set->features + f];
        uint8_t bin = 0;
        while (bin < cuts && v > b->cut[f][bin])
            bin++;
        b->bin[f * set->count + i] = bin;
    }
    free(sorted);
}

/* The best place to cut feature f, over all leaves of the level. */
static double best_cut(const struct boost *b, struct slope (*sum)[BINS],
                       uint32_t leaves, uint32_t f, uint32_t *at)
{
    double gain[BINS] = {0};
    double best = 0;

    for (uint32_t l = 0; l < leaves; l++) {
        double g = 0;
        double h = 0;
        for (uint32_t k = 0; k <= b->cuts[f]; k++) {
            g += sum[l][k].g;
            h += sum[l][k].h;
        }
        double lg = 0;
        double lh = 0;
        for (uint32_t k = 0; k < b->cuts[f]; k++) {
            lg += sum[l][k].g;
            lh += sum[l][k].h;
            double rg = g - lg;
            double rh = h - lh;
            gain[k] += lg * lg / (lh + LAMBDA) + rg * rg / (rh + LAMBDA) -
                       g * g / (h + LAMBDA);
        }
    }
    for (uint32_t k = 0; k < b->cuts[f]; k++)
        if (gain[k] > best) {
            best = gain[k];
            *at = k;
        }
    return best;
}

/* Ask the level's question; false when none says anything. */
static bool ask(struct boost *b, uint32_t level, const bool *use, ws_tree *tree)
{
    static struct slope sum[LEAVES][BINS];
    const size_t n = b->set->count;
    double best = GAIN_MIN;
    uint32_t feature = 0;
    uint32_t where = 0;

    for (uint32_t f = 0; f < b->set->features; f++) {
        uint32_t at = 0;
        if (!use[f] || b->cuts[f] == 0)
            continue;
        memset(sum, 0, ((size_t)1 << level) * sizeof *sum);
        const uint8_t *bin = b->bin + f * n;
        for (size_t k = 0; k < b->rows; k++) {
            uint32_t i = b->row[k];
            struct slope *to = &sum[b->leaf[i]][bin[i]];
            to->g += b->slope[i].g;
            to->h += b->slope[i].h;
        }
        double gain = best_cut(b, sum, 1u << level, f, &at);
        if (gain > best) {
            best = gain;
            feature = f;
            where = at;
        }
    }
    tree->feature[level] = (uint8_t)feature;
    tree->above[level] = best > GAIN_MIN ? b->cut[feature][where] : INT16_MAX;
    for (size_t i = 0; best > GAIN_MIN && i < n; i++)
        if (b->bin[feature * n + i] > where)
            b->leaf[i] = (uint8_t)(b->leaf[i] | 1u << level);
    return best > GAIN_MIN;
}

/* Derivatives of the logistic loss. */
static void derive_odds(struct boost *b)
{
    const struct boost_set *set = b->set;

    for (size_t i = 0; i < set->count; i++) {
        double p = 1 / (1 + exp(-b->margin[i]));
        b->slope[i].g = set->weight[i] * (p - (set->yes[i] ? 1 : 0));
        b->slope[i].h = set->weight[i] * p * (1 - p);
    }
}

/* Of the loss of a choice: less log of the right rows' share of the softmax. */
static void derive_choices(struct boost *b)
{
    const struct boost_set *set = b->set;
    size_t end;

    for (size_t from = 0; from < set->count; from = end) {
        double all = 0;
        double good = 0;
        double top = b->margin[from];
        for (end = from;
             end < set->count && set->choice[end] == set->choice[from]; end++)
            top = b->margin[end] > top ? b->margin[end] : top;
        for (size_t i = from; i < end; i++) {
            double e = exp(b->margin[i] - top);
            all += e;
            good += set->yes[i] ? e : 0;
        }
        for (size_t i = from; i < end; i++) {
            double p = exp(b->margin[i] - top) / all;
            double q = set->yes[i] ? exp(b->margin[i] - top) / good : 0;
            b->slope[i].g = good > 0 ? set->weight[i] * (p - q) : 0;
            b->slope[i].h = good > 0 ? set->weight[i] * p * (1 - p) : 0;
        }
    }
}

static void grow_tree(struct boost *b, double rate, ws_tree *tree)
{
    const struct boost_set *set = b->set;
    bool use[256];
    double g[LEAVES] = {0};
    double h[LEAVES] = {0};

    if (set->choice == NULL)
        derive_odds(b);
    else
        derive_choices(b);
    double drawn = 0;
    b->rows = 0;
    for (size_t i = 0; i < set->count; i++) {
        if (set->choice == NULL || i == 0 ||
            set->choice[i] != set->choice[i - 1])
            drawn = draw(b);
        if (drawn < ROWS && set->weight[i] > 0)
            b->row[b->rows++] = (uint32_t)i;
    }
    for (uint32_t f = 0; f < set->features; f++)
        use[f] = draw(b) < FEATURES;
    memset(b->leaf, 0, set->count);
    for (uint32_t level = 0; level < DEPTH; level++)
        (void)ask(b, level, use, tree);
    for (size_t k = 0; k < b->rows; k++) {
        uint32_t i = b->row[k];
        g[b->leaf[i]] += b->slope[i].g;
        h[b->leaf[i]] += b->slope[i].h;
    }
    for (uint32_t l = 0; l < LEAVES; l++)
        tree->leaf[l] = (int16_t)lrint(256 * -rate * g[l] / (h[l] + LAMBDA));
    for (size_t i = 0; i < set->count; i++)
        b->margin[i] += tree->leaf[b->leaf[i]] / 256.0;
}

uint32_t boost_enough(const double *loss, uint32_t trees)
{
    double least = loss[0];
    uint32_t n = 0;

    for (uint32_t t = 1; t <= trees; t++)
        least = loss[t] < least ? loss[t] : least;
    while (loss[n] > least * ENOUGH)
        n++;
    return n;
}

int32_t boost_learn(const struct boost_set *set, uint32_t trees, double rate,
                    ws_tree *tree, int32_t *score)
{
    struct boost b = {.set = set, .seed = 20161109 + set->seed};
    double yes = 1;
    double no = 1;

    b.bin = take(set->count * set->features, sizeof *b.bin);
    b.cut = take(set->features, sizeof *b.cut);
    b.cuts = take(set->features, sizeof *b.cuts);
    b.margin = take(set->count, sizeof *b.margin);
    b.slope = take(set->count, sizeof *b.slope);
    b.row = take(set->count, sizeof *b.row);
    b.leaf = take(set->count, sizeof *b.leaf);
    for (uint32_t f = 0; f < set->features; f++)
        cut(&b, f);
    for (size_t i = 0; i < set->count; i++)
        *(set->yes[i] ? &yes : &no) += set->weight[i];
    int32_t bias =
        set->choice != NULL ? 0 : (int32_t)lrint(256 * log(yes / no));
    for (size_t i = 0; i < set->count; i++)
        b.margin[i] = (bias + (set->base == NULL ? 0 : set->base[i])) / 256.0;
    for (uint32_t t = 0; t <= trees; t++) {
        for (size_t i = 0; score != NULL && i < set->count; i++)
            score[t * set->count + i] = (int32_t)lrint(256 * b.margin[i]);
        if (t < trees)
            grow_tree(&b, rate, &tree[t]);
    }
    free(b.bin);
    free(b.cut);
    free(b.cuts);
    free(b.margin);
    free(b.slope);
    free(b.row);
    free(b.leaf);
    return bias;
}
