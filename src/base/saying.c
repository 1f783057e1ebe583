/*
 * saying.c - verbs of saying of several languages.
 *
 *   in   a word
 *   out  its entry in the list of all languages, if it has one
 */
#include "base/saying.h"

#include <stddef.h>
#include <string.h>

enum { CLITIC = 3 /* letters before an apostrophe: "s’écria" */ };

#include "gen/saying.inc"

const ws_saying *ws_saying_find(const char *word, uint32_t len)
{
    uint32_t low = 0;
    uint32_t high = sizeof sayings / sizeof *sayings;

    for (uint32_t at = 1; at < CLITIC && at + 1 < len; at++) {
        uint32_t mark = word[at] == '\'' ? 1 : 0;
        if (at + 3 < len && memcmp(word + at, "\xE2\x80\x99", 3) == 0)
            mark = 3;
        if (mark > 0) {
            word += at + mark;
            len -= at + mark;
            break;
        }
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const ws_saying *row = &sayings[middle];
        uint32_t n = row->len < len ? row->len : len;
        int order = memcmp(saying_pool + row->at, word, n);
        if (order < 0 || (order == 0 && row->len <= len))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return NULL;
    const ws_saying *row = &sayings[low - 1];
    if (row->len > len || memcmp(saying_pool + row->at, word, row->len) != 0 ||
        (!row->stem && row->len < len && word[row->len] != '-'))
        return NULL;
    return row;
}
