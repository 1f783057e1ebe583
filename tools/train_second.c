/*
 * train_second.c - learn the second opinion: how a choice is weighed again with
 * what the reader says, and how far it can be trusted then.
 *
 * Learned from documents that neither the ranker nor the reader has seen. They
 * are parted anew: the rows that trust is learned from are chosen by trees that
 * were learned without their part. Trust starts from what the first choice's
 * trees say, learned without the document.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "boost.h"
#include "train.h"

enum { PARTS = 5, TREES = 120, TRUST_TREES = 150, ALWAYS = 10001 };

static const double RATE_CHOICE = 0.06;
static const double RATE_TRUST = 0.05;

static struct read {
    struct document *document;
    const ws_reader *reader;
    ws_past *past; /* [quotations], as the first choice had it */
    ws_model model;
    int16_t *weight;
    ws_tree *tree;
    ws_forest forest;
    unsigned part;
} * reads;
static size_t read_count;

struct rows {
    int16_t *value;
    double *weight;
    bool *yes;
    uint32_t *choice;
    int32_t *base;
    unsigned *part;
    unsigned *set;
    size_t count;
};

static void *keep(const void *from, size_t size)
{
    void *to = malloc(size + 1);

    if (to == NULL)
        die("out of memory");
    return memcpy(to, from, size);
}

void second_add(struct document *document, const ws_ranker *ranker,
                const ws_reader *reader)
{
    static const ws_ranker *last;
    static struct read *like;
    static unsigned last_fold = FOLDS;

    reads = grow(reads, read_count, sizeof *reads);
    struct read *r = &reads[read_count];
    *r = (struct read){.document = document,
                       .reader = reader,
                       .part = (unsigned)(read_count / FOLDS % PARTS)};
    if (last != ranker || last_fold != document->fold) {
        r->weight = keep(ranker->model->weight,
                         ranker->model->features * sizeof *r->weight);
        r->tree =
            keep(ranker->forest->tree, ranker->forest->trees * sizeof *r->tree);
    } else {
        like = &reads[read_count - 1];
        r->weight = like->weight;
        r->tree = like->tree;
    }
    last = ranker;
    last_fold = document->fold;
    r->model = (ws_model){r->weight, ranker->model->features, 0};
    r->forest =
        (ws_forest){r->tree, ranker->forest->trees, ranker->forest->bias};
    read_count++;
}

static struct rows room(size_t most, size_t values)
{
    struct rows rows = {malloc(most * values * sizeof *rows.value),
                        malloc(most * sizeof *rows.weight),
                        malloc(most * sizeof *rows.yes),
                        malloc(most * sizeof *rows.choice),
                        malloc(most * sizeof *rows.base),
                        malloc(most * sizeof *rows.part),
                        malloc(most * sizeof *rows.set),
                        0};

    if (rows.value == NULL || rows.weight == NULL || rows.yes == NULL ||
        rows.choice == NULL || rows.base == NULL || rows.part == NULL ||
        rows.set == NULL)
        die("out of memory");
    return rows;
}

/* The choices of one document, those with something right and something
 * wrong. */
static void add_choices(const struct read *r, uint32_t *choice,
                        struct rows *rows)
{
    const struct document *d = r->document;
    ws_scene scene = ws_doc_scene(d->doc);
    ws_ranker ranker = {&r->model, &r->forest};
    ws_arena arena;
    ws_reading reading;

    ws_arena_init(&arena, NULL);
    if (ws_reading_open(&arena, &scene, r->reader, NULL, &reading) !=
        WHOSAID_OK)
        die("out of memory");
    for (uint32_t q = 0; q < d->doc->quotes; q++) {
        const struct gold *g = gold_of(d, q);
        ws_candidate candidate[WS_CANDIDATES];
        bool right[WS_CANDIDATES];
        ws_opinion opinion;
        if (g == NULL || d->doc->attribution.choice[q].mention == WHOSAID_NONE)
            continue;
        ws_past past = ws_attribution_past(&d->doc->attribution, q);
        if (ws_reading_ask(&reading, &scene, q, &opinion) != WHOSAID_OK)
            die("out of memory");
        uint32_t count =
            ws_rank_read(&scene, &ranker, q, &past, &opinion, candidate);
        uint32_t n = mark_readings(d, g, candidate, count, right);
        if (n == 0 || n == count)
            continue;
        for (uint32_t i = 0; i < count; i++) {
            size_t row = rows->count++;
            ws_second_values(&scene, q, &past, &opinion, candidate, count, i,
                             rows->value + row * WS_SECOND_CHOICE);
            rows->weight[row] = 1;
            rows->yes[row] = right[i];
            rows->choice[row] = *choice;
            rows->base[row] = candidate[i].score;
            rows->part[row] = r->part;
            rows->set[row] = d->set;
        }
        ++*choice;
    }
    ws_reading_close(&reading);
    ws_arena_free(&arena);
}

/* Learn without a part; PARTS leaves none out. */
static ws_forest learn_part(struct rows *rows, unsigned part, uint32_t values,
                            uint32_t trees, double rate, ws_tree *tree,
                            int32_t *score)
{
    double *weight = malloc(rows->count * sizeof *weight);

    if (weight == NULL)
        die("out of memory");
    for (size_t i = 0; i < rows->count; i++)
        weight[i] = rows->part[i] == part ? 0 : rows->weight[i];
    struct boost_set set = {rows->value, weight,       rows->yes, rows->count,
                            values,      rows->choice, rows->base};
    int32_t bias = boost_learn(&set, trees, rate, tree, score);
    free(weight);
    return (ws_forest){tree, trees, bias};
}

/* The rows of one document as trees without its part choose them. */
static void add_trust(const struct read *r, const ws_forest *choice,
                      const ws_forest *first, struct rows *rows)
{
    static const ws_forest none = {NULL, 0, 0};
    struct document *d = r->document;
    ws_scene scene = ws_doc_scene(d->doc);
    ws_ranker ranker = {&r->model, &r->forest};
    ws_arena arena;
    ws_reading reading;

    ws_arena_init(&arena, NULL);
    if (ws_reading_open(&arena, &scene, r->reader, NULL, &reading) !=
        WHOSAID_OK)
        die("out of memory");
    ws_second second = {&reading, choice, &none, ALWAYS};
    if (ws_attribute(&d->doc->arena, &scene, &d->doc->classes, &ranker, &second,
                     &d->doc->attribution) != WHOSAID_OK)
        die("out of memory");
    for (uint32_t q = 0; q < d->doc->quotes; q++) {
        const ws_choice *c = &d->doc->attribution.choice[q];
        bool known;
        if (c->mention == WHOSAID_NONE)
            continue;
        bool right = is_right(d, q, gold_of(d, q),
                              name_of(d, c->mention, c->person), &known);
        if (!known)
            continue;
        size_t row = rows->count++;
        int16_t *value = rows->value + row * WS_SECOND_TRUST;
        memcpy(value, c->trust, sizeof c->trust);
        memcpy(value + WS_TRUST_COUNT, c->opinion, sizeof c->opinion);
        rows->weight[row] = whosaid_quote_at(d->doc, q)->parts;
        rows->yes[row] = right;
        rows->base[row] = ws_forest_score(first, c->trust);
        rows->part[row] = r->part;
        rows->set[row] = d->set;
    }
    ws_reading_close(&reading);
    ws_arena_free(&arena);
}

static size_t quotations(void)
{
    size_t n = 0;

    for (size_t i = 0; i < read_count; i++)
        n += reads[i].document->doc->quotes;
    return n;
}

/* How many trees serve the rows left out best; score is [trees + 1][rows]. */
static uint32_t best_count(const struct rows *rows, const int32_t *held,
                           uint32_t trees)
{
    double least = 1e300;
    uint32_t best = 0;

    for (uint32_t n = 0; n <= trees; n++) {
        double all = 0;
        for (size_t i = 0; i < rows->count; i++) {
            double s = held[n * rows->count + i] / 256.0;
            all += rows->weight[i] * log1p(exp(rows->yes[i] ? -s : s));
        }
        if (all < least) {
            least = all;
            best = n;
        }
    }
    return best;
}

static void learn_trust_again(const char *dir, struct rows *rows)
{
    static ws_tree tree[TRUST_TREES];
    size_t scores = (TRUST_TREES + 1) * rows->count;
    int32_t *score = malloc(scores * sizeof *score);
    int32_t *held = malloc(scores * sizeof *held);

    if (score == NULL || held == NULL)
        die("out of memory");
    free(rows->choice);
    rows->choice = NULL;
    for (unsigned p = 0; p < PARTS; p++) {
        (void)learn_part(rows, p, WS_SECOND_TRUST, TRUST_TREES, RATE_TRUST,
                         tree, score);
        for (size_t i = 0; i < rows->count; i++)
            for (uint32_t n = 0; rows->part[i] == p && n <= TRUST_TREES; n++)
                held[n * rows->count + i] = score[n * rows->count + i];
    }
    uint32_t best = best_count(rows, held, TRUST_TREES);
    size_t right[4] = {0};
    size_t all[4] = {0};
    for (size_t i = 0; i < rows->count; i++) {
        all[rows->set[i] % 4]++;
        right[rows->set[i] % 4] += rows->yes[i];
    }
    printf("second opinion, %zu rows, right by file:", rows->count);
    for (int s = 0; s < 4; s++)
        printf(" %zu of %zu", right[s], all[s]);
    printf("; %u trees for trust\n", (unsigned)best);
    ws_forest forest =
        learn_part(rows, PARTS, WS_SECOND_TRUST, best, RATE_TRUST, tree, score);
    write_trees(dir, "second-trust-trees", &forest, ws_second_trust_name);
    free(score);
    free(held);
}

void learn_second(const char *dir)
{
    static ws_tree tree[TREES];
    static ws_tree firsts[FOLDS][WS_TRUST_TREES];
    ws_forest first[FOLDS] = {
        {NULL, 0, 0}
    };
    size_t most = quotations();
    struct rows choices = room(most * WS_FINALISTS, WS_SECOND_CHOICE);
    struct rows trust = room(most, WS_SECOND_TRUST);
    uint32_t choice = 0;

    for (size_t i = 0; i < read_count; i++)
        add_choices(&reads[i], &choice, &choices);
    for (size_t i = 0; i < read_count; i++) {
        unsigned f = reads[i].document->fold;
        if (first[f].tree == NULL)
            first[f] = trust_without(f, firsts[f]);
    }
    printf("second opinion: %u choices of %zu documents\n", (unsigned)choice,
           read_count);
    for (unsigned p = 0; p < PARTS; p++) {
        ws_forest without = learn_part(&choices, p, WS_SECOND_CHOICE, TREES,
                                       RATE_CHOICE, tree, NULL);
        for (size_t i = 0; i < read_count; i++)
            if (reads[i].part == p)
                add_trust(&reads[i], &without, &first[reads[i].document->fold],
                          &trust);
    }
    ws_forest forest = learn_part(&choices, PARTS, WS_SECOND_CHOICE, TREES,
                                  RATE_CHOICE, tree, NULL);
    write_trees(dir, "second-trees", &forest, ws_second_choice_name);
    learn_trust_again(dir, &trust);
}
