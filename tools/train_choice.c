/*
 * train_choice.c - learn the weights of a choice: of the candidates of a
 * quotation, of the people that a pronoun may mean.
 *
 * Conditional logit (McFadden 1974): the chance of a candidate is its softmax
 * among the choice's candidates; where several are right, their chances add
 * up. All examples at once, so their order does not matter; what is learned
 * without some folds is kept, since trees ask for it again.
 */
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fit.h"
#include "train.h"

static const double SMALL = 1e-6; /* gradients that change nothing */

struct some_choices { /* those outside two folds */
    const struct choices *all;
    unsigned without;
    unsigned or_without;
};

double dot(const double *w, const uint16_t *feature, uint32_t count)
{
    double s = 0;

    for (uint32_t i = 0; i < count; i++)
        s += w[feature[i]];
    return s;
}

/* Less log of the right candidates' share of the softmax. */
static double add_loss(const struct choices *c, const struct example *e,
                       const double *w, double *gradient)
{
    const uint32_t blocks = c->blocks;
    double p[WS_CANDIDATES];
    double top = -1e300;
    double all = 0;
    double good = DBL_MIN; /* what is right may be hopeless */

    for (uint32_t i = 0; i < e->candidates; i++) {
        p[i] = dot(w, e->feature + i * blocks, blocks);
        top = p[i] > top ? p[i] : top;
    }
    for (uint32_t i = 0; i < e->candidates; i++) {
        p[i] = exp(p[i] - top);
        all += p[i];
        good += e->right[i] ? p[i] : 0;
    }
    for (uint32_t i = 0; gradient != NULL && i < e->candidates; i++) {
        double g = p[i] / all - (e->right[i] ? p[i] / good : 0);
        if (fabs(g) < SMALL)
            continue;
        for (uint32_t k = 0; k < blocks; k++)
            if ((c->unseen >> k & 1) == 0)
                gradient[e->feature[i * blocks + k]] += e->weight * g;
    }
    return e->weight * log(all / good);
}

static double choices_loss(const void *from, const double *w, double *gradient)
{
    const struct some_choices *some = from;
    double loss = 0;

    for (size_t i = 0; i < some->all->count; i++) {
        const struct example *e = &some->all->example[i];
        if (e->fold != some->without && e->fold != some->or_without)
            loss += add_loss(some->all, e, w, gradient);
    }
    return loss;
}

/* Learned before, or now. What is learned without two folds starts from what
 * is learned without the first of them. */
static const double *learned(struct choices *c, unsigned without,
                             unsigned or_without)
{
    unsigned a = without < or_without ? without : or_without;
    unsigned b = without < or_without ? or_without : without;
    struct some_choices some = {c, a, b};
    struct fit from = {c->features, c->l2, choices_loss, &some};

    if (b == FOLDS)
        b = a;
    if (c->learned[a][b] != NULL)
        return c->learned[a][b];
    double *w = calloc(c->features, sizeof *w);
    if (w == NULL)
        die("out of memory");
    if (a != b)
        memcpy(w, learned(c, a, a), c->features * sizeof *w);
    fit(&from, w);
    c->learned[a][b] = w;
    return w;
}

void unlearn_choices(struct choices *c)
{
    for (unsigned a = 0; a <= FOLDS; a++)
        for (unsigned b = a; b <= FOLDS; b++) {
            free(c->learned[a][b]);
            c->learned[a][b] = NULL;
        }
}

void learn_choices(struct choices *c, unsigned without, unsigned or_without,
                   int16_t *q8)
{
    const double *w = learned(c, without, or_without);

    for (size_t i = 0; i < c->features; i++) {
        double v = w[i] * 256;
        q8[i] = (int16_t)lrint(v > 32000 ? 32000 : v < -32000 ? -32000 : v);
    }
}

struct held test_choices(struct choices *c)
{
    double all = 0;
    struct held held = {0, 0};

    for (size_t i = 0; i < c->count; i++) {
        const struct example *e = &c->example[i];
        const double *w = learned(c, e->fold, e->fold);
        uint32_t best = 0;
        for (uint32_t k = 1; k < e->candidates; k++)
            if (dot(w, e->feature + k * c->blocks, c->blocks) >
                dot(w, e->feature + best * c->blocks, c->blocks))
                best = k;
        all += e->weight;
        held.right += e->right[best] ? e->weight : 0;
        held.loss += add_loss(c, e, w, NULL);
    }
    held.right /= all;
    held.loss /= all;
    return held;
}
