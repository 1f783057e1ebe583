/*
 * model.c - the fixed-point scorer.
 *
 *   in   feature ids
 *   out  Q8 scores and chances in 1/10000
 *
 * The weights and the table of exp stand in gen/model.inc,
 * which tools/mkmodel.py makes from data/en/weights and data/weights.
 */
#include "base/model.h"

#include <assert.h>
#include <stddef.h>

#include "gen/model.inc"

uint32_t ws_model_exp(int32_t d)
{
    uint32_t at = d < 0 ? 0 : (uint32_t)d / 8;

    return at < sizeof ws_exp / sizeof ws_exp[0] ? ws_exp[at] : 0;
}

/* Of the binary logarithm the whole part is the highest bit's; a square of what
 * is left tells each next bit. */
int32_t ws_model_log(uint64_t n)
{
    enum { BITS = 12, LN2 = 45426 /* 65536 times the logarithm of 2 */ };
    uint64_t log = 0;

    assert(n > 0);
    while (n >> log > 1)
        log++;
    uint64_t rest = log > 31 ? n >> (log - 31) : n << (31 - log);
    for (int i = 0; i < BITS; i++) {
        rest = rest * rest >> 31; /* below 2^32, so its square fits */
        log = log * 2 + (rest >> 32);
        rest >>= rest >> 32;
    }
    return (int32_t)(log * LN2 >> (BITS + 8));
}

uint32_t ws_model_chance(int32_t odds)
{
    uint32_t e = ws_model_exp(odds < 0 ? -odds : odds);
    uint32_t less = (uint32_t)((uint64_t)e * 10000 / (65536 + (uint64_t)e));

    return odds < 0 ? less : 10000 - less;
}
