/*
 * fit.h - the weights of least loss, by L-BFGS.
 */
#ifndef WS_FIT_H
#define WS_FIT_H

#include <stddef.h>

struct fit {
    size_t count; /* of weights */
    double l2;    /* half of it times the sum of squares is added to the loss */
    /* The loss at w; its gradient, zeros before, is added to gradient. */
    double (*loss)(const void *from, const double *w, double *gradient);
    const void *from;
};

/* w, [count]: where to start; then the weights of least loss, as good as. */
void fit(const struct fit *fit, double *w);

#endif /* WS_FIT_H */
