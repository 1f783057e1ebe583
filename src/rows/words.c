/*
 * words.c - which words a text says, and nearly which: a few numbers for it.
 *
 *   in   a text, in pieces
 *   out  a sketch: 32 bytes, however long the text
 *
 * 1. Cut the text into words, fold each, and hash them back to back: that is
 *    the same for the same words, however they are spaced and pointed.
 * 2. Each word and each pair of words is a feature. Each bit of its hash votes
 *    for or against the same bit of `near`; so two texts with most features in
 *    common differ in few bits (Charikar's hash). The 64 counters stand upright
 *    in planes, so that a vote costs a few steps and not 64.
 * 3. Of all runs of three words, keep the two with the smallest hashes: texts
 *    with most runs in common are likely to have the same smallest (Broder's).
 *    They are what a table is asked for; `near` then tells.
 *
 * Not here: which texts there were before. See seen.c.
 */
#include "rows/words.h"

#include <string.h>

#include "base/unicode.h"

#define FEWEST_WORDS 6  /* below, only the same words are the same */
#define MOST_BITS    12 /* that differ in near: a cosine of 0.83 */
#define MORE_BITS    4  /* the same when both keys are shared */

enum { WORD = 1, NUMBER = 2, POINT = 4, NOTHING = 8 };

/* Letters on their way to the hash: a few bytes at once cost least. */
struct letters {
    ws_hash *hash;
    size_t count;
    char byte[256];
};

enum { STRETCH = 64 }; /* bytes of a stretch that letters have room for */

static void flush(struct letters *letters)
{
    ws_hash_add(letters->hash, letters->byte, letters->count);
    letters->count = 0;
}

/* What a code point that is no ASCII letter is to a key. */
static int look_closer(const char *text, size_t end, size_t at, uint32_t *step)
{
    unsigned char byte = (unsigned char)text[at];
    int32_t cp = byte;

    if (byte >= '0' && byte <= '9')
        return NUMBER;
    if (byte == ' ')
        return NOTHING;
    if (byte >= 0x80)
        *step = ws_utf8_next(text, end, at, &cp);
    uint32_t class = ws_cp_class(cp);
    /* U+FFFD is what a file has in the place of a bad byte */
    if (cp == WS_CP_BAD || cp == 0xFFFD ||
        (class & (WS_CP_SPACE | WS_CP_CONTROL)) != 0)
        return NOTHING;
    if ((class & (WS_CP_PUNCT | WS_CP_QUOTE)) != 0)
        return POINT;
    return (class & WS_CP_DIGIT) != 0 ? NUMBER : WORD;
}

/* What the code point at text[at] is to a key. */
static inline int look(const char *text, size_t end, size_t at, uint32_t *step)
{
    unsigned char lower = (unsigned char)text[at] | 0x20;

    *step = 1;
    return lower >= 'a' && lower <= 'z' ? WORD
                                        : look_closer(text, end, at, step);
}

/* -- features ------------------------------------------------------------- */

static uint64_t mix(uint64_t x)
{
    x = (x ^ (x >> 31)) * 0x9E3779B97F4A7C15U;
    x = (x ^ (x >> 29)) * 0xBF58476D1CE4E5B9U;
    return x ^ (x >> 32);
}

static uint64_t add_byte(uint64_t word, char byte)
{
    return (word ^ (unsigned char)byte) * 0x100000001B3U;
}

static uint64_t add_bytes(uint64_t word, const char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        word = add_byte(word, bytes[i]);
    return word;
}

/* Count a feature's bits, each in its own counter: plane p holds bit p of all
 * 64. */
static void vote(ws_words *words, uint64_t feature)
{
    uint64_t carry = feature;

    if (words->features == (UINT32_C(1) << WS_WORDS_PLANES) - 1)
        return; /* full; so many words tell enough */
    words->features++;
    for (unsigned p = 0; carry != 0; p++) {
        uint64_t both = words->plane[p] & carry;
        words->plane[p] ^= carry;
        carry = both;
    }
}

static void keep_smallest(ws_words *words, uint32_t key)
{
    uint32_t *least = words->key;

    if (key == 0 || key == least[0] || key == least[1])
        return;
    if (least[0] == 0 || key < least[0]) {
        least[1] = least[0];
        least[0] = key;
    } else if (least[1] == 0 || key < least[1]) {
        least[1] = key;
    }
}

/* Take a word, as a hash of its letters, for all that it is part of. */
static void count_word(ws_words *words, uint64_t word)
{
    word = mix(word);
    vote(words, word);
    if (words->count >= 1)
        vote(words, mix(words->last[0] * 3 + word));
    if (words->count >= 2) {
        uint64_t run = words->last[1] * 5 + words->last[0] * 3 + word;
        keep_smallest(words, (uint32_t)(mix(run) >> 32));
    }
    words->last[1] = words->last[0];
    words->last[0] = word;
    words->count++;
}

/* -- words ---------------------------------------------------------------- */

static uint64_t add_ascii(ws_hash *hash, uint64_t word, const char *text,
                          size_t len)
{
    char lower[64];

    for (size_t at = 0; at < len; at += sizeof lower) {
        size_t n = len - at < sizeof lower ? len - at : sizeof lower;
        memcpy(lower, text + at, n);
        for (size_t i = 0; i < n; i++)
            if (lower[i] >= 'A' && lower[i] <= 'Z')
                lower[i] = (char)ws_cp_lower(lower[i]);
        ws_hash_add(hash, lower, n);
        word = add_bytes(word, lower, n);
    }
    return word;
}

/* Add a stretch of a word: composed and in lower case. */
static uint64_t add_word(ws_hash *hash, uint64_t word, const char *text,
                         size_t len, bool ascii)
{
    char folded[256];

    if (ascii)
        return add_ascii(hash, word, text, len);
    size_t n = ws_fold(text, len, true, folded, sizeof folded);
    if (n != 0) {
        ws_hash_add(hash, folded, n);
        return add_bytes(word, folded, n);
    }
    /* longer than any word: code point by code point, not composed */
    for (size_t at = 0; at < len;) {
        int32_t cp = 0;
        at += ws_utf8_next(text, len, at, &cp);
        n = ws_utf8_put(ws_cp_lower(cp), folded);
        ws_hash_add(hash, folded, n);
        word = add_bytes(word, folded, n);
    }
    return word;
}

/* Whether a word goes on behind a mark of punctuation: "don't", "1.5". */
static bool goes_on(const char *mark, size_t len, int before, int after)
{
    if (before == NUMBER)
        return after == NUMBER;
    bool is_apostrophe = len == 1
                             ? *mark == '\''
                             : len == 3 && memcmp(mark, "\xE2\x80\x99", 3) == 0;
    return before == WORD && after == WORD && is_apostrophe;
}

void ws_words_init(ws_words *words)
{
    memset(words, 0, sizeof *words);
    ws_hash_init(&words->hash);
}

/* Take a stretch of letters and digits from *at on, to where it ends. *before is
 * what its last one is. */
static uint64_t take_stretch(struct letters *letters, uint64_t word,
                             const char *text, size_t len, size_t *at,
                             int *before)
{
    char *lower = letters->byte + letters->count;
    uint64_t more = word; /* the word with the stretch, if all of it is ASCII */
    size_t from = *at;
    size_t end = from;
    bool ascii = true;
    uint32_t step;
    int what = look(text, len, end, &step);

    while (what == WORD || what == NUMBER) {
        char byte = text[end];
        byte = (char)(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
        if (end - from < STRETCH)
            lower[end - from] = byte;
        more = add_byte(more, byte);
        ascii = ascii && step == 1;
        *before = what;
        end += step;
        what = end < len ? look(text, len, end, &step) : NOTHING;
    }
    *at = end;
    if (!ascii || end - from > STRETCH) {
        flush(letters);
        return add_word(letters->hash, word, text + from, end - from, ascii);
    }
    letters->count += end - from;
    if (letters->count > sizeof letters->byte - STRETCH)
        flush(letters);
    return more;
}

void ws_words_add(ws_words *words, const char *text, size_t len)
{
    struct letters letters;
    uint64_t word = 0; /* the letters of the word so far */
    uint32_t step = 0;
    int before = NOTHING;

    letters.hash = &words->hash;
    letters.count = 0;
    for (size_t at = 0; at < len;) {
        size_t from = at;
        int what = look(text, len, at, &step);

        if (what == WORD || what == NUMBER) {
            word = take_stretch(&letters, word, text, len, &at, &before);
            continue;
        }
        at += step;
        bool on =
            what == POINT && before != NOTHING && at < len &&
            goes_on(text + from, at - from, before, look(text, len, at, &step));
        if (on && before == NUMBER) {
            flush(&letters);
            word = add_word(&words->hash, word, text + from, at - from,
                            at - from == 1);
        } else if (!on && before != NOTHING) {
            count_word(words, word);
        }
        word = on ? word : 0;
        before = on ? before : NOTHING;
    }
    if (before != NOTHING)
        count_word(words, word);
    flush(&letters);
}

ws_sketch ws_words_end(const ws_words *words)
{
    ws_sketch sketch = {
        0, 0, {words->key[0], words->key[1]},
          words->count
    };
    uint32_t half = words->features / 2;
    uint64_t more = 0;             /* bits whose count is above half */
    uint64_t equal = ~(uint64_t)0; /* so far, from the highest plane on */

    sketch.same = ws_hash_end(&words->hash).low;
    for (unsigned p = WS_WORDS_PLANES; p-- > 0;) {
        uint64_t limit = (half >> p & 1) != 0 ? ~(uint64_t)0 : 0;
        more |= equal & words->plane[p] & ~limit;
        equal &= ~(words->plane[p] ^ limit);
    }
    sketch.near = more;
    return sketch;
}

ws_sketch ws_words_of(ws_cell text)
{
    ws_words words;

    ws_words_init(&words);
    ws_words_add(&words, text.text, text.len);
    return ws_words_end(&words);
}

static unsigned count_bits(uint64_t bits)
{
    unsigned count = 0;

    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

bool ws_words_near(const ws_sketch *one, const ws_sketch *two)
{
    bool both = one->key[0] == two->key[0] && one->key[1] == two->key[1];
    unsigned most = both ? MOST_BITS + MORE_BITS : MOST_BITS;

    return one->count >= FEWEST_WORDS && two->count >= FEWEST_WORDS &&
           one->count < 2 * (uint64_t)two->count &&
           two->count < 2 * (uint64_t)one->count &&
           count_bits(one->near ^ two->near) <= most;
}
