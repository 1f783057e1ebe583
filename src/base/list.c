/*
 * list.c - short lists of words, each asked for by one rule.
 *
 *   in   a list, a word
 *   out  whether the word is in it
 *
 * The words of all lists stand in one pool, those of a list in byte order. The
 * first letter and the length of a word come to one of 64 marks, and most words
 * that are asked for have a mark that no word of the list has.
 */
#include "base/list.h"

#include <stdint.h>
#include <string.h>

enum {
    ACRONYM_BYTES = 8 /* of the longest one looked up */
};

struct listed {
    uint16_t at; /* in the pool */
    uint8_t len;
};

#include "gen/list.inc"

/* Below 0, 0 or above it: where the word stands to the row. */
static int compare(const struct listed *row, const char *word, size_t len)
{
    const unsigned char *key = list_pool + row->at;
    size_t shared = row->len < len ? row->len : len;
    unsigned char first = (unsigned char)word[0];

    if (first >= 'A' && first <= 'Z')
        first |= 0x20;
    if (first != key[0])
        return first < key[0] ? -1 : 1;
    int order = memcmp(word + 1, key + 1, shared - 1);
    if (order != 0 || row->len == len)
        return order;
    return len < row->len ? -1 : 1;
}

/* The mark of a word, in small letters or with a capital first. */
static uint32_t mark_of(const char *word, size_t len)
{
    size_t letter = (unsigned char)word[0] & 31;

    return (uint32_t)((letter * 3 + len) & 63);
}

bool ws_is_listed(ws_list list, const char *word, size_t len)
{
    uint32_t low = list_first[list];
    uint32_t high = list_first[list + 1];

    len -= len > 1 && word[len - 1] == '.';
    if (len == 0 || (list_marks[list] >> mark_of(word, len) & 1) == 0)
        return false;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = compare(&list_words[middle], word, len);
        if (order == 0)
            return true;
        if (order > 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

bool ws_is_listed_small(ws_list list, const char *word, size_t len)
{
    char small[ACRONYM_BYTES];

    if (len > sizeof small)
        return false;
    for (size_t i = 0; i < len; i++) {
        small[i] = word[i];
        if (word[i] >= 'A' && word[i] <= 'Z')
            small[i] = (char)(word[i] | 0x20);
    }
    return ws_is_listed(list, small, len);
}

const char *ws_list_word(ws_list list, size_t i, size_t *len)
{
    if (i >= (size_t)list_first[list + 1] - list_first[list])
        return NULL;
    const struct listed *row = &list_words[list_first[list] + i];
    *len = row->len;
    return (const char *)list_pool + row->at;
}
