/*
 * train_second.c - learn the second opinion: how much what the reader says
 * weighs beside the first score.
 *
 * Conditional logit with three weights - of the first score, and of the two
 * things that the reader says - over choices of documents that neither the
 * ranker nor the reader has seen, stories left out. Gradient ascent with a fixed
 * number of steps. The first score, learned to be sure, comes out at half its
 * size; the two others are written half of the way to what they would be beside
 * the whole of it, for trust reads the sum as it reads the first score.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train.h"

enum { PARTS = 5, STEPS = 400, FEATURES = 1 + WS_SECOND_COUNT };

static struct row {
    double value[FEATURES]; /* 1.0 = 256 of Q8 */
    bool right;
    size_t choice;
    unsigned part;
} * rows;
static size_t row_count;
static size_t choice_count;
static unsigned document_number;

static void add_choice(const struct document *d, const ws_scene *scene,
                       const ws_ranker *ranker, ws_reading *reading, uint32_t q)
{
    const struct gold *g = gold_of(d, q);
    ws_candidate candidate[WS_CANDIDATES];
    bool right[WS_CANDIDATES];
    ws_opinion opinion;

    if (g == NULL || d->doc->attribution.choice[q].mention == WHOSAID_NONE)
        return;
    ws_past past = ws_attribution_past(&d->doc->attribution, q);
    if (ws_reading_ask(reading, scene, q, &opinion) != WHOSAID_OK)
        die("out of memory");
    uint32_t count = ws_rank_read(scene, ranker, q, &past, &opinion, candidate);
    uint32_t n = mark_readings(d, g, candidate, count, right);
    if (n == 0 || n == count)
        return;
    for (uint32_t i = 0; i < count; i++) {
        ws_told told = ws_opinion_of(&opinion, &candidate[i]);
        rows = grow(rows, row_count, sizeof *rows);
        rows[row_count++] = (struct row){
            {candidate[i].score / 256.0, told.mention / 256.0,
             told.person / 256.0},
            right[i],
            choice_count,
            document_number % PARTS
        };
    }
    choice_count++;
}

void second_add(struct document *document, const ws_ranker *ranker,
                const ws_reader *reader)
{
    ws_scene scene = ws_doc_scene(document->doc);
    ws_arena arena;
    ws_reading reading;

    if (document->doc->talk.story)
        return;
    ws_arena_init(&arena, NULL);
    if (ws_reading_open(&arena, &scene, reader, true, NULL, &reading) !=
        WHOSAID_OK)
        die("out of memory");
    document_number++;
    for (uint32_t q = 0; q < document->doc->quotes; q++)
        add_choice(document, &scene, ranker, &reading, q);
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

/* Learn without a part; PARTS leaves none out. */
static void learn(unsigned without, double *w)
{
    w[0] = 0.5;
    for (int k = 1; k < FEATURES; k++)
        w[k] = 0;
    for (int step = 0; step < STEPS; step++) {
        double gradient[FEATURES] = {0};
        for (size_t from = 0; from < row_count; from = end_of(from)) {
            size_t end = end_of(from);
            double top = -1e300;
            double all = 0;
            double good = 0;
            if (rows[from].part == without)
                continue;
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
        for (int k = 0; k < FEATURES; k++)
            w[k] += 0.2 * gradient[k] / (double)choice_count;
    }
}

/* How many choices of a part come out right. */
static size_t test(unsigned part, const double *w)
{
    size_t right = 0;

    for (size_t from = 0; from < row_count; from = end_of(from)) {
        size_t best = from;
        for (size_t i = from; i < end_of(from); i++)
            if (score_of(&rows[i], w) > score_of(&rows[best], w))
                best = i;
        right += rows[from].part == part && rows[best].right;
    }
    return right;
}

void learn_second(const char *dir)
{
    static const uint32_t size[WS_SECOND_COUNT] = {1, 1};
    const double first[FEATURES] = {1, 0, 0};
    double w[FEATURES];
    int16_t q8[WS_SECOND_COUNT];
    size_t alone = 0;
    size_t both = 0;

    for (unsigned p = 0; p < PARTS; p++) {
        learn(p, w);
        alone += test(p, first);
        both += test(p, w);
    }
    learn(PARTS, w);
    for (int k = 1; k < FEATURES; k++)
        q8[k - 1] = (int16_t)lrint(256 * w[k] / sqrt(w[0]));
    printf("second opinion: of %zu choices %zu right by the first, %zu with "
           "the reader, on held-out parts; weights %.2f %.2f %.2f\n",
           choice_count, alone, both, w[0], w[1], w[2]);
    write_weights(dir, "second", q8, ws_second_name, size, WS_SECOND_COUNT, 0);
    free(rows);
}
