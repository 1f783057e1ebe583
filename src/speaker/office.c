/*
 * office.c - what else one of an office is called.
 *
 *   in   a word of an office, in small letters
 *   out  nouns, as data/offices.tsv has them
 *
 * Not here: who bears an office (nominal.c).
 */
#include "speaker/office.h"

#include <string.h>

struct office {
    const char *office;
    const char *noun[WS_OFFICE_NOUNS];
};

#include "gen/office.inc"

const char *const *ws_office_nouns(const char *word, size_t len)
{
    static const char *const none[WS_OFFICE_NOUNS] = {NULL};
    size_t low = 0;
    size_t high = sizeof offices / sizeof *offices;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct office *at = &offices[middle];
        size_t all = strlen(at->office);
        int order = memcmp(at->office, word, all < len ? all : len);

        if (order == 0 && all == len)
            return at->noun;
        if (order < 0 || (order == 0 && all < len))
            low = middle + 1;
        else
            high = middle;
    }
    return none;
}
