/*
 * fit.c - the weights of least loss, by L-BFGS (Liu & Nocedal 1989): all
 * examples at once, so no order of them matters.
 *
 * A step goes along the gradient, bent by what the last MEMORY steps told of
 * the curvature, and is halved until the loss falls by enough (Armijo). Ends
 * when the loss falls no more, by a share of ENOUGH, or after MOST steps.
 */
#include "fit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MEMORY = 10, MOST = 100, HALVINGS = 30 };

static const double ENOUGH = 2e-5;
static const double ARMIJO = 1e-4;

struct state {
    const struct fit *fit;
    double *w;
    double *gradient;
    double *next_w;
    double *next_gradient;
    double *way;          /* direction of the step */
    double *step[MEMORY]; /* the last steps, and by what the gradient changed */
    double *change[MEMORY];
    double product[MEMORY]; /* of both */
    size_t kept;            /* steps in all; number k lies in k % MEMORY */
};

static double times(const double *a, const double *b, size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

static void add(double *to, double share, const double *from, size_t n)
{
    for (size_t i = 0; i < n; i++)
        to[i] += share * from[i];
}

static double loss_at(const struct fit *fit, const double *w, double *gradient)
{
    memset(gradient, 0, fit->count * sizeof *gradient);
    double loss = fit->loss(fit->from, w, gradient);
    add(gradient, fit->l2, w, fit->count);
    return loss + fit->l2 / 2 * times(w, w, fit->count);
}

/* Where to go: less the gradient, times the inverse of the curvature. */
static void find_way(struct state *s)
{
    const size_t n = s->fit->count;
    size_t first = s->kept > MEMORY ? s->kept - MEMORY : 0;
    double share[MEMORY];
    double scale = 1;

    for (size_t i = 0; i < n; i++)
        s->way[i] = -s->gradient[i];
    for (size_t k = s->kept; k-- > first;) {
        size_t m = k % MEMORY;
        share[m] = times(s->step[m], s->way, n) / s->product[m];
        add(s->way, -share[m], s->change[m], n);
    }
    if (s->kept > 0) {
        size_t m = (s->kept - 1) % MEMORY;
        scale = s->product[m] / times(s->change[m], s->change[m], n);
    } else {
        scale = 1 / (1 + sqrt(times(s->way, s->way, n)));
    }
    for (size_t i = 0; i < n; i++)
        s->way[i] *= scale;
    for (size_t k = first; k < s->kept; k++) {
        size_t m = k % MEMORY;
        double back = times(s->change[m], s->way, n) / s->product[m];
        add(s->way, share[m] - back, s->step[m], n);
    }
}

/* One step; the loss behind it, or the old one where none is less. */
static double walk(struct state *s, double loss)
{
    const size_t n = s->fit->count;
    double slope = times(s->gradient, s->way, n);
    double length = 1;

    for (int k = 0; k < HALVINGS; k++, length /= 2) {
        memcpy(s->next_w, s->w, n * sizeof *s->w);
        add(s->next_w, length, s->way, n);
        double next = loss_at(s->fit, s->next_w, s->next_gradient);
        if (next > loss + ARMIJO * length * slope)
            continue;
        size_t m = s->kept % MEMORY;
        for (size_t i = 0; i < n; i++) {
            s->step[m][i] = s->next_w[i] - s->w[i];
            s->change[m][i] = s->next_gradient[i] - s->gradient[i];
        }
        s->product[m] = times(s->step[m], s->change[m], n);
        s->kept += s->product[m] > 0;
        memcpy(s->w, s->next_w, n * sizeof *s->w);
        memcpy(s->gradient, s->next_gradient, n * sizeof *s->gradient);
        return next;
    }
    return loss;
}

void fit(const struct fit *fit, double *w)
{
    const size_t n = fit->count;
    double *room = calloc((4 + 2 * (size_t)MEMORY) * n, sizeof *room);

    if (room == NULL) {
        fprintf(stderr, "fit: out of memory\n");
        exit(1);
    }
    struct state s = {.fit = fit,
                      .w = w,
                      .gradient = room,
                      .next_w = room + n,
                      .next_gradient = room + 2 * n,
                      .way = room + 3 * n};
    for (size_t m = 0; m < MEMORY; m++) {
        s.step[m] = room + (4 + 2 * m) * n;
        s.change[m] = room + (5 + 2 * m) * n;
    }
    double loss = loss_at(fit, w, s.gradient);
    for (int k = 0; k < MOST; k++) {
        find_way(&s);
        double next = walk(&s, loss);
        if (loss - next <= ENOUGH * loss)
            break;
        loss = next;
    }
    free(room);
}
