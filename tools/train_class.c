/*
 * train_class.c - learn what is speech and what is not.
 *
 *   linear   logistic regression over speaker/sketch.h
 *   trees    boosted over speaker/evidence.h; one value is the linear score.
 *            What trees learn from is scored by linear models that have not
 *            seen the document, as the documents that they will meet
 *
 * The mean of both is the score (ws_class_score): it errs less than either.
 *
 * Readers who looked for what is attributed marked some titles and slogans as
 * speech. Speech that held-out models call anything but (below ODD) is left
 * out, and all is learned again.
 *
 * How many trees, and from which score on a stretch is speech, is read off
 * held-out folds: losing speech is worse than keeping a scare quote, so the
 * least score is taken that loses LOST of what is learned as speech.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "boost.h"
#include "fit.h"
#include "speaker/story.h"
#include "train.h"

enum { TREES = 250, ODD = -150 };

static const double RATE_TREES = 0.06;
static const double L2 = 3;
static const double LOST = 0.01;

struct linear {
    int16_t *weight;
    int32_t bias;
};

/* The judges without each fold. */
static struct linear fold_linear[FOLDS];
static ws_tree fold_tree[FOLDS][TREES];
static ws_forest fold_forest[FOLDS];

static struct judged *judged;
static size_t judged_count;

static const uint32_t block_size[] = {
#define X(name, values) values,
    WS_CLASS_BLOCKS(X)
#undef X
};

/* -- what readers said ---------------------------------------------------- */

static void judge(const struct document *documents, uint32_t at)
{
    const struct document *d = &documents[at];
    ws_scene scene = ws_doc_scene(d->doc);

    for (uint32_t q = 0; q < d->doc->quotes; q++) {
        bool speech;
        if (!is_judged(d, q, &speech))
            continue;
        const struct rest *rest = rest_of(d, q);
        judged = grow(judged, judged_count, sizeof *judged);
        struct judged *j = &judged[judged_count++];
        *j = (struct judged){.document = at,
                             .quotation = q,
                             .fold = d->fold,
                             .speech = speech,
                             .kind = rest == NULL ? WHOSAID_KIND_DIRECT
                                                  : rest->kind};
        (void)ws_class_features(&scene, q, j->feature);
    }
}

/* -- linear --------------------------------------------------------------- */

struct some_judged { /* those outside two folds; the last weight is the bias */
    unsigned without;
    unsigned or_without;
};

/* Logistic loss. */
static double judged_loss(const void *from, const double *w, double *gradient)
{
    const struct some_judged *some = from;
    const size_t n = ws_class_feature_count();
    double loss = 0;

    for (size_t i = 0; i < judged_count; i++) {
        const struct judged *j = &judged[i];
        if (j->fold == some->without || j->fold == some->or_without || j->odd)
            continue;
        double s = w[n] + dot(w, j->feature, WS_CLASS_BLOCK_COUNT);
        double g = 1 / (1 + exp(-s)) - (j->speech ? 1 : 0);
        gradient[n] += g;
        for (uint32_t k = 0; k < WS_CLASS_BLOCK_COUNT; k++)
            gradient[j->feature[k]] += g;
        loss += log1p(exp(j->speech ? -s : s));
    }
    return loss;
}

/* What was learned, without two folds; kept, for trees ask for it again. */
static struct linear learned[FOLDS + 1][FOLDS + 1];

static void unlearn(void)
{
    for (unsigned a = 0; a <= FOLDS; a++)
        for (unsigned b = a; b <= FOLDS; b++) {
            free(learned[a][b].weight);
            learned[a][b].weight = NULL;
        }
}

/* From all documents but those of two folds. */
static struct linear learn_linear(unsigned without, unsigned or_without)
{
    unsigned a = without < or_without ? without : or_without;
    unsigned b = without < or_without ? or_without : without;
    size_t n = ws_class_feature_count();
    struct some_judged some = {a, b};
    struct fit from = {n + 1, L2, judged_loss, &some};

    if (learned[a][b].weight != NULL)
        return learned[a][b];
    double *w = calloc(n + 1, sizeof *w);
    struct linear out = {malloc(n * sizeof *out.weight), 0};

    if (w == NULL || out.weight == NULL)
        die("out of memory");
    fit(&from, w);
    for (size_t i = 0; i < n; i++)
        out.weight[i] = (int16_t)lrint(w[i] * 256);
    out.bias = (int32_t)lrint(w[n] * 256);
    free(w);
    learned[a][b] = out;
    return out;
}

/* -- trees ---------------------------------------------------------------- */

struct table { /* one row a judged stretch */
    int16_t *value;
    double *weight;
    bool *yes;
};

/* Evidence of every stretch, the documents of each fold looked at with that
 * fold's linear model. */
static void look(const struct document *documents, struct linear linear[FOLDS],
                 struct table *table)
{
    ws_arena arena;
    ws_view view;
    uint32_t last = UINT32_MAX;

    ws_arena_init(&arena, NULL);
    for (size_t i = 0; i < judged_count; i++) {
        const struct judged *j = &judged[i];
        const struct linear *l = &linear[j->fold];
        ws_scene scene = ws_doc_scene(documents[j->document].doc);
        ws_model model = {l->weight, ws_class_feature_count(), l->bias};
        if (j->document != last) {
            ws_arena_free(&arena);
            if (ws_view_init(&arena, &scene, &model, &view) != WHOSAID_OK)
                die("out of memory");
            last = j->document;
        }
        view.scene = &scene;
        ws_evidence(&view, j->quotation, table->value + i * WS_EVIDENCE_COUNT);
    }
    ws_arena_free(&arena);
}

/* Scores of held-out stretches after each number of trees. */
static void test_folds(const struct document *documents, struct table *table,
                       int32_t *held)
{
    int32_t *score = malloc((TREES + 1) * judged_count * sizeof *score);

    if (score == NULL)
        die("out of memory");
    for (unsigned f = 0; f < FOLDS; f++) {
        struct linear linear[FOLDS];
        for (unsigned g = 0; g < FOLDS; g++)
            linear[g] = learn_linear(f, g);
        look(documents, linear, table);
        for (size_t i = 0; i < judged_count; i++)
            table->weight[i] = judged[i].fold != f && !judged[i].odd;
        struct boost_set set = {table->value, table->weight,     table->yes,
                                judged_count, WS_EVIDENCE_COUNT, NULL,
                                NULL,         SEED_CLASS};
        int32_t bias =
            boost_learn(&set, TREES, RATE_TREES, fold_tree[f], score);
        fold_forest[f] = (ws_forest){fold_tree[f], TREES, bias, NULL};
        for (size_t i = 0; i < judged_count; i++)
            for (uint32_t t = 0; judged[i].fold == f && t <= TREES; t++)
                held[t * judged_count + i] =
                    (table->value[i * WS_EVIDENCE_COUNT + WS_EVIDENCE_LINEAR] +
                     score[t * judged_count + i]) /
                    2;
        fold_linear[f] = linear[f];
    }
    free(score);
}

static double loss(const int32_t *held)
{
    double all = 0;

    for (size_t i = 0; i < judged_count; i++) {
        double s = held[i] / 256.0;
        all += judged[i].odd ? 0 : log1p(exp(judged[i].speech ? -s : s));
    }
    return all / (double)judged_count;
}

/* Leave out what readers can hardly have meant. Returns how much. */
static size_t leave_odd(const int32_t *held)
{
    size_t odd = 0;

    for (size_t i = 0; i < judged_count; i++) {
        judged[i].odd = judged[i].speech && held[i] < ODD;
        odd += judged[i].odd;
    }
    unlearn();
    return odd;
}

/* The number of trees that fits held-out stretches. */
static uint32_t best_trees(const int32_t *held)
{
    double each[TREES + 1];

    for (uint32_t t = 0; t <= TREES; t++)
        each[t] = loss(held + t * judged_count);
    return boost_enough(each, TREES);
}

static int by_number(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a;
    int32_t y = *(const int32_t *)b;

    return (x > y) - (x < y);
}

int32_t threshold(const struct boost_set *set, const int32_t *score,
                  size_t stride, double lost)
{
    const double share[] = {0.001, 0.002, 0.004, 0.007,
                            0.009, 0.012, 0.015, 0.02};
    int32_t *speech = malloc((set->count + 1) * sizeof *speech);
    size_t n = 0;

    if (speech == NULL)
        die("out of memory");
    for (size_t i = 0; i < set->count; i += stride)
        if (set->yes[i] && set->weight[i] > 0)
            speech[n++] = score[i];
    qsort(speech, n, sizeof *speech, by_number);
    for (size_t k = 0; k < sizeof share / sizeof share[0]; k++) {
        size_t without = (size_t)(share[k] * (double)n);
        size_t others = 0;
        size_t kept = 0;
        for (size_t i = 0; i < set->count; i += stride) {
            others += !set->yes[i];
            kept += !set->yes[i] && score[i] >= speech[without];
        }
        printf("  from %5d on: of %zu speech %zu lost, of %zu others %zu "
               "kept\n",
               (int)speech[without], n, without, others, kept);
    }
    int32_t from = speech[(size_t)(lost * (double)n)];
    free(speech);
    return from;
}

/* What the rules call the rest, by what readers called it. */
static void print_kinds(const struct table *table)
{
    size_t count[WHOSAID_KIND_OTHER + 1][WHOSAID_KIND_OTHER + 1] = {{0}};
    const int first = WHOSAID_KIND_SCARE;

    for (size_t i = 0; i < judged_count; i++)
        if (!judged[i].speech && (int)judged[i].kind >= first)
            count[judged[i].kind]
                 [ws_class_rest(table->value + i * WS_EVIDENCE_COUNT)]++;
    printf("kinds of the rest (rows: readers)  scare title  term  nick  sign "
           "other\n");
    for (int k = first; k <= WHOSAID_KIND_OTHER; k++) {
        printf("%34s", whosaid_strkind((whosaid_kind)k));
        for (int r = first; r <= WHOSAID_KIND_OTHER; r++)
            printf(" %5zu", count[k][r]);
        printf("\n");
    }
}

void learn_class(const char *dir, const char *any_dir,
                 const struct document *documents, size_t count)
{
    static ws_tree tree[TREES];
    struct linear linear[FOLDS];

    for (size_t i = 0; i < count; i++)
        judge(documents, (uint32_t)i);
    struct table table = {
        calloc(judged_count * WS_EVIDENCE_COUNT, sizeof *table.value),
        calloc(judged_count, sizeof *table.weight),
        calloc(judged_count, sizeof *table.yes)};
    int32_t *held = malloc((TREES + 1) * judged_count * sizeof *held);
    if (table.value == NULL || table.weight == NULL || table.yes == NULL ||
        held == NULL)
        die("out of memory");
    for (size_t i = 0; i < judged_count; i++)
        table.yes[i] = judged[i].speech;
    test_folds(documents, &table, held);
    size_t odd = leave_odd(held + best_trees(held) * judged_count);
    test_folds(documents, &table, held);
    uint32_t trees = best_trees(held);
    const int32_t *best = held + trees * judged_count;
    printf("speech or not, %zu stretches, %zu left out, held-out folds: loss "
           "%.4f with %u trees\n",
           judged_count, odd, loss(best), (unsigned)trees);
    for (size_t i = 0; i < judged_count; i++)
        table.weight[i] = !judged[i].odd;
    struct boost_set set = {table.value,  table.weight,      table.yes,
                            judged_count, WS_EVIDENCE_COUNT, NULL,
                            NULL,         SEED_CLASS};
    int32_t from = threshold(&set, best, 1, LOST);
    for (unsigned f = 0; f < FOLDS; f++) {
        fold_forest[f].trees = trees;
        fold_forest[f].bias -= 2 * from;
    }
    print_kinds(&table);
    for (unsigned g = 0; g < FOLDS; g++)
        linear[g] = learn_linear(g, g);
    look(documents, linear, &table);
    int32_t bias = boost_learn(&set, trees, RATE_TREES, tree, NULL);
    ws_forest forest = {tree, trees, bias - 2 * from, NULL};
    write_trees(dir, "class-trees", &forest, ws_evidence_name);
    struct linear all = learn_linear(FOLDS, FOLDS);
    write_weights(dir, "class", all.weight, ws_class_block_name, block_size,
                  WS_CLASS_BLOCK_COUNT, all.bias);
    learn_outline(any_dir, documents, judged, judged_count);
    free(table.value);
    free(table.weight);
    free(table.yes);
    free(held);
}

void class_without(struct document *d)
{
    ws_scene scene = ws_doc_scene(d->doc);
    const struct linear *l = &fold_linear[d->fold];
    ws_model model = {l->weight, ws_class_feature_count(), l->bias};
    ws_judge judge = {&model, &fold_forest[d->fold]};

    if (ws_class(&d->doc->arena, &scene, &judge, &d->doc->classes) !=
        WHOSAID_OK)
        die("out of memory");
    ws_story_settle(&d->doc->arena, &scene, &d->doc->classes);
}

void pass_class_folds(void)
{
    for (unsigned f = 0; f < FOLDS; f++) {
        pass_weights(&fold_linear[f].weight, ws_class_feature_count());
        pass_number(&fold_linear[f].bias);
        pass_forest(&fold_forest[f]);
    }
}
