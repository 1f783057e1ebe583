/*
 * lexicon.c - what the word lists say of a word.
 *
 *   in   a word as it stands in the text
 *   out  the set of its classes
 *
 * 1. Fold it into its key: lower case, one apostrophe, no final full stop.
 *    Nearly every word is ASCII but for a curly apostrophe, and goes no
 *    further than a loop over its bytes; the rest is left to ws_fold.
 * 2. Look the key up in the hash index made beforehand by the generator. A row
 *    holds the top byte of its hash, so a wrong row rarely costs a comparison.
 *
 * Not here: any word. They stand in data/.
 */
#include "base/lexicon.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "base/unicode.h"

/* Bytes of the longest word, and of the longest key. */
#define LONGEST 63

struct ws_lexicon_entry {
    uint32_t at;  /* key: pool[at .. at + len) */
    uint8_t len;  /* bytes, 1..63 */
    uint8_t top;  /* top byte of the key's hash */
    uint16_t set; /* index into the sets of classes */
};

#include "gen/lexicon.inc"

static_assert(sizeof(struct ws_lexicon_entry) == 8, "rows are packed");
static_assert(WS_LEXICON_ROWS < UINT16_MAX, "a slot holds row + 1");
static_assert((WS_LEXICON_SLOTS & (WS_LEXICON_SLOTS - 1)) == 0,
              "a slot is a hash under a mask");

/* FNV-1a, as the generator has it. */
static uint32_t hash(const char *key, size_t len)
{
    uint32_t h = 2166136261u;

    for (size_t i = 0; i < len; i++)
        h = (h ^ (unsigned char)key[i]) * 16777619u;
    return h;
}

/* Single quotation marks as apostrophes: U+2018 and U+2019. */
static bool is_curly(const char *text, size_t len)
{
    return len >= 3 && memcmp(text, "\xe2\x80", 2) == 0 &&
           (text[2] == '\x98' || text[2] == '\x99');
}

/* The key of a word; returns its bytes, 0 when it has none. */
static size_t fold(const char *word, size_t len, char key[LONGEST])
{
    size_t n = 0;

    for (size_t i = 0; i < len; i++) {
        char c = word[i];

        if (c >= 'A' && c <= 'Z') {
            c = (char)(c | 0x20);
        } else if ((unsigned char)c >= 0x80) {
            if (!is_curly(word + i, len - i))
                return ws_fold(word, len, true, key, LONGEST);
            c = '\'';
            i += 2;
        }
        key[n++] = c;
    }
    return n;
}

static const char *key_at(const struct ws_lexicon_entry *row)
{
    return ws_lexicon_pool + row->at;
}

ws_lex ws_lexicon_find(const char *word, size_t len)
{
    char key[LONGEST];
    size_t n = len <= LONGEST ? fold(word, len, key) : 0;

    /* "Sen." is "sen", and no list keeps the full stop: "U.S." is "u.s" */
    if (n > 1 && key[n - 1] == '.')
        n--;
    if (n == 0)
        return 0;

    uint32_t h = hash(key, n);

    /* at most half of the slots are taken, so an empty one ends every walk */
    for (uint32_t at = h;; at++) {
        uint32_t slot = ws_lexicon_slots[at & (WS_LEXICON_SLOTS - 1)];

        if (slot == 0)
            return 0;

        const struct ws_lexicon_entry *row = &ws_lexicon_rows[slot - 1];

        if (row->top == h >> 24 && row->len == n &&
            memcmp(key_at(row), key, n) == 0)
            return ws_lexicon_sets[row->set];
    }
}

uint32_t ws_lexicon_count(void)
{
    return WS_LEXICON_ROWS;
}

const char *ws_lexicon_row(uint32_t i, size_t *len, ws_lex *classes)
{
    assert(i < WS_LEXICON_ROWS);
    *len = ws_lexicon_rows[i].len;
    *classes = ws_lexicon_sets[ws_lexicon_rows[i].set];
    return key_at(&ws_lexicon_rows[i]);
}
