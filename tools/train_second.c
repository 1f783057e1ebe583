/*
 * train_second.c - learn the second opinion: how much what the reader says
 * weighs beside the first score, and how far the row can be trusted then.
 *
 * Conditional logit with three weights - of the first score, and of the two
 * things that the reader says - over choices of documents that neither the
 * ranker nor the reader has seen; stories apart. Gradient ascent with a fixed
 * number of steps. Then each document is read as the program would read it,
 * with weights of the other folds, and trees learn from its rows
 * (train_trust.c).
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train.h"

enum { STEPS = 400, FEATURES = 3, ALL_OF_THEM = 10001 };

/* Stories are read where that makes so many more right in a thousand. */
enum { WORTH_IT = 10 };

static struct row {
    double value[FEATURES]; /* 1.0 = 256 of Q8 */
    bool right;
    bool story;
    size_t choice;
    unsigned fold;
} * rows;
static size_t row_count;
static size_t choice_count;

static struct asked { /* a document */
    struct document *document;
    ws_ranker ranker;
    const ws_reader *reader;
    const ws_opinion **known; /* [quotations] */
} * asked;
static size_t asked_count;

static void add_choice(const struct asked *a, const ws_scene *scene, uint32_t q)
{
    const struct document *d = a->document;
    const struct gold *g = gold_of(d, q);
    ws_candidate candidate[WS_CANDIDATES];
    bool right[WS_CANDIDATES];
    ws_past past = ws_attribution_past(&d->doc->attribution, q);

    if (g == NULL)
        return;
    uint32_t count =
        ws_rank_read(scene, &a->ranker, q, &past, a->known[q], candidate);
    uint32_t n = mark_readings(d, g, candidate, count, right);
    if (n == 0 || n == count)
        return;
    for (uint32_t i = 0; i < count; i++) {
        ws_told told = ws_opinion_of(a->known[q], &candidate[i]);
        rows = grow(rows, row_count, sizeof *rows);
        rows[row_count++] = (struct row){
            {candidate[i].score / 256.0, told.mention / 256.0,
             told.person / 256.0},
            right[i],
            scene->talk->story,
            choice_count,
            d->fold
        };
    }
    choice_count++;
}

void second_add(struct document *document, const ws_ranker *ranker,
                const ws_reader *reader)
{
    ws_scene scene = ws_doc_scene(document->doc);
    uint32_t count = document->doc->quotes;
    ws_arena arena;
    ws_reading reading;

    asked = grow(asked, asked_count, sizeof *asked);
    struct asked *a = &asked[asked_count++];
    *a = (struct asked){document, *ranker, reader,
                        calloc((size_t)count + 1, sizeof *a->known)};
    ws_arena_init(&arena, NULL);
    if (a->known == NULL || ws_reading_open(&arena, &scene, reader, false, NULL,
                                            &reading) != WHOSAID_OK)
        die("out of memory");
    for (uint32_t q = 0; q < count; q++) {
        static const ws_opinion nothing = {.none = 0};
        a->known[q] = &nothing;
        if (document->doc->attribution.choice[q].mention == WHOSAID_NONE)
            continue;
        ws_opinion *opinion = malloc(sizeof *opinion);
        if (opinion == NULL ||
            ws_reading_ask(&reading, &scene, q, opinion) != WHOSAID_OK)
            die("out of memory");
        a->known[q] = opinion;
        add_choice(a, &scene, q);
    }
    ws_reading_close(&reading);
    ws_arena_free(&arena);
}

static double score_of(const struct row *r, const double *w)
{
    double s = 0;

    for (int k = 0; k < FEATURES; k++)
        s += w[k] * r->value[k];
    return s;
}

/* First row behind the choice of row from. */
static size_t end_of(size_t from)
{
    size_t end = from;

    while (end < row_count && rows[end].choice == rows[from].choice)
        end++;
    return end;
}

/* What one choice adds to the gradient. */
static void derive(size_t from, size_t end, const double *w, double *gradient)
{
    double top = -1e300;
    double all = 0;
    double good = 0;

    for (size_t i = from; i < end; i++)
        top = fmax(top, score_of(&rows[i], w));
    for (size_t i = from; i < end; i++) {
        double e = exp(score_of(&rows[i], w) - top);
        all += e;
        good += rows[i].right ? e : 0;
    }
    for (size_t i = from; good > 0 && i < end; i++) {
        double e = exp(score_of(&rows[i], w) - top);
        double g = (rows[i].right ? e / good : 0) - e / all;
        for (int k = 0; k < FEATURES; k++)
            gradient[k] += g * rows[i].value[k];
    }
}

/* Learn from stories or from the rest, without a fold; FOLDS leaves none
 * out. */
static void learn(unsigned without, bool story, double *w)
{
    w[0] = 0.5;
    for (int k = 1; k < FEATURES; k++)
        w[k] = 0.1;
    for (int step = 0; step < STEPS; step++) {
        double gradient[FEATURES] = {0};
        size_t choices = 1;
        for (size_t from = 0; from < row_count; from = end_of(from)) {
            if (rows[from].fold == without || rows[from].story != story)
                continue;
            derive(from, end_of(from), w, gradient);
            choices++;
        }
        for (int k = 0; k < FEATURES; k++)
            w[k] += 0.2 * gradient[k] / (double)choices;
    }
}

/* How many choices of a fold there are, and how many come out right. */
static size_t test(unsigned fold, bool story, const double *w, size_t *right)
{
    size_t all = 0;

    for (size_t from = 0; from < row_count; from = end_of(from)) {
        size_t best = from;
        if (rows[from].fold != fold || rows[from].story != story)
            continue;
        for (size_t i = from; i < end_of(from); i++)
            if (score_of(&rows[i], w) > score_of(&rows[best], w))
                best = i;
        *right += rows[best].right;
        all++;
    }
    return all;
}

/* The weights without a fold, as the program has them. */
static void weights_without(unsigned without, int16_t *q8)
{
    double w[FEATURES];

    for (int story = 0; story < 2; story++) {
        learn(without, story != 0, w);
        for (int k = 0; k < FEATURES; k++)
            q8[story * FEATURES + k] = (int16_t)lrint(256 * w[k]);
    }
}

/* Whether the reader is worth asking: prints why. */
static bool wins(bool story, int16_t (*q8)[WS_SECOND_COUNT])
{
    const double first[FEATURES] = {1, 0, 0};
    size_t all = 0;
    size_t alone = 0;
    size_t both = 0;

    for (unsigned f = 0; f < FOLDS; f++) {
        double w[FEATURES];
        for (int k = 0; k < FEATURES; k++)
            w[k] = q8[f][story * FEATURES + k] / 256.0;
        all += test(f, story, first, &alone);
        (void)test(f, story, w, &both);
    }
    printf("second opinion, %s: of %zu choices %zu right by the first, %zu "
           "with the reader, on held-out folds; weights %d %d %d\n",
           story ? "stories" : "others", all, alone, both,
           q8[FOLDS][story * FEATURES], q8[FOLDS][story * FEATURES + 1],
           q8[FOLDS][story * FEATURES + 2]);
    return both * 1000 > alone * 1000 + all * WORTH_IT;
}

/* Choose the speakers of a document with weights learned without it, and
 * remember its rows. */
static void choose_without(const struct asked *a, const int16_t *weight)
{
    whosaid_doc *doc = a->document->doc;
    ws_scene scene = ws_doc_scene(doc);
    ws_model model = {weight, WS_SECOND_COUNT, 0};
    const ws_forest none = {NULL, 0, 0, NULL};
    ws_reading reading = {.known = a->known};
    ws_second second = {&reading, &model, &none, ALL_OF_THEM};

    if (!ws_second_reads(&second, &scene))
        return;
    if (ws_attribute(&doc->arena, &scene, &doc->classes, &a->ranker, &second,
                     &doc->attribution) != WHOSAID_OK)
        die("out of memory");
    trust_rows(a->document);
}

void learn_second(const char *dir)
{
    static const uint32_t size[WS_SECOND_COUNT] = {1, 1, 1, 1, 1, 1, 1};
    int16_t q8[FOLDS + 1][WS_SECOND_COUNT] = {{0}};

    for (unsigned f = 0; f <= FOLDS; f++)
        weights_without(f, q8[f]);
    (void)wins(false, q8);
    int16_t stories = wins(true, q8);
    for (unsigned f = 0; f <= FOLDS; f++)
        q8[f][WS_SECOND_STORY_ASKED] = stories;
    write_weights(dir, "second", q8[FOLDS], ws_second_name, size,
                  WS_SECOND_COUNT, 0);
    for (size_t i = 0; i < asked_count; i++)
        choose_without(&asked[i], q8[asked[i].document->fold]);
    learn_trust(dir, true);
    free(rows);
}
