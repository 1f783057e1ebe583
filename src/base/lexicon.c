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
 * 2. Look the key up among the rows of its bucket, one or two that the
 *    generator put side by side, keys and all: two looks into memory.
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

/* A row: the key's bytes, 1..63; two of the index into the sets of classes, the
 * lower first; the key. */
enum { ROW_SET = 1, ROW_KEY = 3 };

#include "gen/lexicon.inc"

static_assert((WS_LEXICON_BUCKETS & (WS_LEXICON_BUCKETS - 1)) == 0,
              "a bucket is a hash under a mask");

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

/* Eight more bytes into a key's hash, as the generator has it. */
static uint64_t mix(uint64_t h, uint64_t eight)
{
    h = (h ^ eight) * WS_LEXICON_MIX;
    return h ^ h >> 32;
}

static size_t length_of(const char *row)
{
    return (unsigned char)row[0];
}

static ws_lex classes_of(const char *row)
{
    const unsigned char *byte = (const unsigned char *)row + ROW_SET;

    return ws_lexicon_sets[byte[0] | (uint32_t)byte[1] << 8];
}

/* The rows of a hash's bucket: from the one returned to end. */
static const char *bucket_of(uint64_t h, const char **end)
{
    uint32_t bucket = (uint32_t)h & (WS_LEXICON_BUCKETS - 1);

    *end = ws_lexicon_pool + ws_lexicon_first[bucket + 1];
    return ws_lexicon_pool + ws_lexicon_first[bucket];
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

    const char *end;
    for (const char *row = bucket_of(h, &end); row < end;
         row += ROW_KEY + length_of(row))
        if (length_of(row) == n && memcmp(row + ROW_KEY, key, n) == 0)
            return classes_of(row);
    return 0;
}

/* Whether a row's key of len bytes is the word's. */
static bool is_key_of(const char *key, const char *word, size_t len)
{
    for (; len > 8; len -= 8, key += 8, word += 8)
        if (ws_eight_at(key) != (ws_eight_at(word) | WS_EACH(0x20)))
            return false;
    /* what either has behind its end is shifted out */
    uint64_t other = ws_eight_at(key) ^ (ws_eight_at(word) | WS_EACH(0x20));
    return other << (64 - 8 * len) == 0;
}

void ws_lexicon_find_plain(const ws_plain_word *word, uint32_t count,
                           ws_lex *lex)
{
    const char *row[WS_PLAIN_WORDS];
    const char *end[WS_PLAIN_WORDS];
    size_t len[WS_PLAIN_WORDS]; /* of the first row */

    assert(count <= WS_PLAIN_WORDS);
    for (uint32_t i = 0; i < count; i++)
        row[i] = bucket_of(word[i].hash, &end[i]);
    for (uint32_t i = 0; i < count; i++)
        len[i] = length_of(row[i]); /* behind the last row stand zeros */
    for (uint32_t i = 0; i < count; i++) {
        lex[i] = 0;
        for (const char *at = row[i]; at < end[i]; len[i] = length_of(at)) {
            if (len[i] == word[i].len &&
                is_key_of(at + ROW_KEY, word[i].bytes, len[i])) {
                lex[i] = classes_of(at);
                break;
            }
            at += ROW_KEY + len[i];
        }
    }
}

const char *ws_lexicon_row(size_t *at, size_t *len, ws_lex *classes)
{
    const char *row = ws_lexicon_pool + *at;

    if (*at == ws_lexicon_first[WS_LEXICON_BUCKETS])
        return NULL;
    *len = length_of(row);
    *classes = classes_of(row);
    *at += ROW_KEY + *len;
    return row + ROW_KEY;
}
