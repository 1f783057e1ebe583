/*
 * lexicon.c - what the word lists say of a word.
 *
 *   in   a word as it stands in the text
 *   out  the set of its classes
 *
 * 1. Fold it into its key: lower case, one apostrophe, no final full stop.
 *    Nearly every word is ASCII and takes a step or two of eight bytes; one
 *    with a curly apostrophe a loop over its bytes; the rest is left to
 *    ws_fold.
 * 2. Look the key up in the hash index made beforehand by the generator. A row
 *    holds the top byte of its hash, so a wrong row rarely costs a comparison.
 *
 * Not here: any word. They stand in data/.
 */
#include "base/lexicon.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "base/bytes.h"
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

/* Single quotation marks as apostrophes: U+2018 and U+2019. */
static bool is_curly(const char *text, size_t len)
{
    return len >= 3 && memcmp(text, "\xe2\x80", 2) == 0 &&
           (text[2] == '\x98' || text[2] == '\x99');
}

/* Make a key of len ASCII bytes, zeros behind them, where it stands: lower
 * case, eight bytes at a time. False when there are others. */
static bool fold_ascii(char *key, size_t len)
{
    uint64_t eight;

    for (size_t i = 0; i < len; i += sizeof eight) {
        memcpy(&eight, key + i, sizeof eight);
        if ((eight & WS_EACH(0x80)) != 0)
            return false;
        /* the sums have their high bits from A on and from behind Z on */
        uint64_t from = eight + WS_EACH(0x80 - 'A');
        uint64_t behind = eight + WS_EACH(0x7F - 'Z');
        eight |= (from & ~behind & WS_EACH(0x80)) >> 2;
        memcpy(key + i, &eight, sizeof eight);
    }
    return true;
}

/* The key of any word; returns its bytes, 0 when it has none. */
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

/* Eight more bytes into a key's hash, as the generator has it. */
static uint64_t mix(uint64_t h, uint64_t eight)
{
    h = (h ^ eight) * UINT64_C(0x9E3779B97F4A7C15);
    return h ^ h >> 32;
}

/* The next row whose key may have the hash, or NULL: at walks on over slots.
 * At most half of them are taken, so an empty one ends every walk. */
static const struct ws_lexicon_entry *next_row(uint64_t h, size_t len,
                                               uint32_t *at)
{
    for (;; ++*at) {
        uint32_t slot = ws_lexicon_slots[*at & (WS_LEXICON_SLOTS - 1)];

        if (slot == 0)
            return NULL;

        const struct ws_lexicon_entry *row = &ws_lexicon_rows[slot - 1];

        if (row->top == h >> 56 && row->len == len)
            return row;
    }
}

ws_lex ws_lexicon_find(const char *word, size_t len)
{
    char key[LONGEST + 1] = {0}; /* zeros behind it, up to an eight */
    size_t n = len;
    uint64_t h = 0;

    if (len == 0 || len > LONGEST)
        return 0;
    memcpy(key, word, len);
    if (!fold_ascii(key, len)) {
        n = fold(word, len, key);
        memset(key + n, 0, sizeof key - n);
    }
    /* "Sen." is "sen", and no list keeps the full stop: "U.S." is "u.s" */
    if (n > 1 && key[n - 1] == '.')
        key[--n] = '\0';
    if (n == 0)
        return 0;
    for (size_t i = 0; i < n; i += 8)
        h = mix(h, ws_eight_at(key + i));

    uint32_t at = (uint32_t)h;
    const struct ws_lexicon_entry *row = next_row(h, n, &at);
    for (; row != NULL && memcmp(key_at(row), key, n) != 0;
         row = next_row(h, n, &at))
        at++;
    return row != NULL ? ws_lexicon_sets[row->set] : 0;
}

ws_lex ws_lexicon_letters(uint64_t letters, size_t len)
{
    /* of zeros and letters these have 0x40, and 0x20 makes them lower case */
    uint64_t key = letters | (letters & WS_EACH(0x40)) >> 1;
    uint64_t h = mix(0, key);
    uint32_t at = (uint32_t)h;
    const struct ws_lexicon_entry *row = next_row(h, len, &at);

    /* what the pool holds behind the row's key is shifted out */
    for (;
         row != NULL && (ws_eight_at(key_at(row)) ^ key) << (64 - 8 * len) != 0;
         row = next_row(h, len, &at))
        at++;
    return row != NULL ? ws_lexicon_sets[row->set] : 0;
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
