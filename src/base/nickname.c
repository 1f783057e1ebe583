/*
 * nickname.c - short forms of given names.
 *
 *   in   two words
 *   out  whether one is listed as a short form of the other
 */
#include "base/nickname.h"

#include <string.h>

#include "gen/nickname.inc"

enum { COUNT = sizeof nicknames / sizeof *nicknames };

/* Whether the list has a pair: the short form first. */
static bool is_listed(const char *a, size_t alen, const char *b, size_t blen)
{
    char pair[sizeof *nicknames];
    size_t low = 0;
    size_t high = COUNT;

    if (alen + blen + 2 > sizeof pair)
        return false;
    memcpy(pair, a, alen);
    pair[alen] = ' ';
    memcpy(pair + alen + 1, b, blen);
    pair[alen + 1 + blen] = '\0';
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(nicknames[middle], pair);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

bool ws_is_nickname(const char *a, size_t alen, const char *b, size_t blen)
{
    return is_listed(a, alen, b, blen) || is_listed(b, blen, a, alen);
}
