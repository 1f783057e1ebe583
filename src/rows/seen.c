/*
 * seen.c - what was said before: same words, same speaker.
 *
 *   in   a quotation, its speaker, its quote_id
 *   out  the quote_id of the first row with the same words and speaker
 *
 * A row is kept as a 128-bit hash of its folded words and speaker beside its
 * quote_id: 24 bytes, however long the words. Open addressing, doubled when
 * three quarters full.
 *
 * Not here: quotations that differ in a word or two.
 */
#include "rows/seen.h"

#include <string.h>

#include "base/unicode.h"

#define FIRST_SLOTS 256

struct ws_seen_slot {
    ws_hash_value key; /* both halves 0: free */
    uint64_t id;
};

void ws_seen_init(ws_seen *seen, const whosaid_allocator *source)
{
    memset(seen, 0, sizeof *seen);
    seen->source = *source;
}

void ws_seen_free(ws_seen *seen)
{
    seen->source.free(seen->source.ctx, seen->slot);
    seen->slot = NULL;
    seen->slots = 0;
    seen->count = 0;
}

/* -- the key -------------------------------------------------------------- */

enum { WORD = 1, NUMBER = 2, POINT = 4, NOTHING = 8 };

/* What the code point at text[at] is to a key. */
static int look(const char *text, uint32_t end, uint32_t at, uint32_t *step)
{
    unsigned char byte = (unsigned char)text[at];
    int32_t cp = byte;

    *step = 1;
    if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'))
        return WORD;
    if (byte >= '0' && byte <= '9')
        return NUMBER;
    if (byte == ' ')
        return NOTHING;
    if (byte >= 0x80)
        *step = ws_utf8_next(text, end, at, &cp);
    uint32_t class = ws_cp_class(cp);
    if (cp == WS_CP_BAD || (class & (WS_CP_SPACE | WS_CP_CONTROL)) != 0)
        return NOTHING;
    if ((class & (WS_CP_PUNCT | WS_CP_QUOTE)) != 0)
        return POINT;
    return (class & WS_CP_DIGIT) != 0 ? NUMBER : WORD;
}

static void add_ascii(ws_hash *hash, const char *text, size_t len)
{
    char lower[64];

    for (size_t at = 0; at < len; at += sizeof lower) {
        size_t n = len - at < sizeof lower ? len - at : sizeof lower;
        memcpy(lower, text + at, n);
        for (size_t i = 0; i < n; i++)
            if (lower[i] >= 'A' && lower[i] <= 'Z')
                lower[i] = (char)ws_cp_lower(lower[i]);
        ws_hash_add(hash, lower, n);
    }
}

/* Add one word: composed and in lower case. */
static void add_word(ws_hash *hash, const char *text, size_t len, bool ascii)
{
    char folded[256];
    size_t n = 0;

    if (ascii) {
        add_ascii(hash, text, len);
        return;
    }
    n = ws_fold(text, len, true, folded, sizeof folded);
    if (n != 0) {
        ws_hash_add(hash, folded, n);
        return;
    }
    /* longer than any word: code point by code point, not composed */
    for (size_t at = 0; at < len;) {
        int32_t cp = 0;
        at += ws_utf8_next(text, len, at, &cp);
        ws_hash_add(hash, folded, ws_utf8_put(ws_cp_lower(cp), folded));
    }
}

/* Add the words of a span, back to back. Punctuation between digits stays:
 * 1.5 is not 15. */
static void add_words(ws_hash *hash, const char *text, whosaid_span span)
{
    uint32_t at = span.begin;
    uint32_t step = 0;
    int before = NOTHING;

    while (at < span.end) {
        uint32_t from = at;
        bool ascii = true;
        int what = look(text, span.end, at, &step);

        if (what == NOTHING || what == POINT) {
            at += step;
            if (what == POINT && before == NUMBER && at < span.end &&
                look(text, span.end, at, &step) == NUMBER)
                ws_hash_add(hash, text + from, at - from);
            before = NOTHING;
            continue;
        }
        while (what == WORD || what == NUMBER) {
            before = what;
            ascii = ascii && step == 1;
            at += step;
            what = at < span.end ? look(text, span.end, at, &step) : NOTHING;
        }
        add_word(hash, text + from, at - from, ascii);
    }
}

ws_hash_value ws_seen_key(const ws_text *text, const whosaid_quote *quote,
                          whosaid_span speaker)
{
    ws_hash_value none = {0, 0};
    ws_hash hash;

    ws_hash_init(&hash);
    for (uint32_t i = 0; i < quote->parts; i++)
        add_words(&hash, text->bytes, quote->part[i]);
    if (hash.len == 0) /* "...": no words, so not the same words */
        return none;
    ws_hash_add(&hash, "", 1);
    add_words(&hash, text->bytes, speaker);
    return ws_hash_end(&hash);
}

/* -- the table ------------------------------------------------------------ */

static bool is_free(const struct ws_seen_slot *slot)
{
    return slot->key.low == 0 && slot->key.high == 0;
}

/* The slot that holds key, or the free one where it would go. */
static struct ws_seen_slot *find(struct ws_seen_slot *slot, size_t slots,
                                 ws_hash_value key)
{
    size_t i = (size_t)key.low & (slots - 1);

    while (!is_free(&slot[i]) &&
           (slot[i].key.low != key.low || slot[i].key.high != key.high))
        i = (i + 1) & (slots - 1);
    return &slot[i];
}

static whosaid_status grow(ws_seen *seen)
{
    size_t slots = seen->slots != 0 ? seen->slots * 2 : FIRST_SLOTS;

    if (slots > SIZE_MAX / 2 / sizeof *seen->slot)
        return WHOSAID_ERR_NOMEM;
    size_t bytes = slots * sizeof *seen->slot;
    struct ws_seen_slot *slot = seen->source.alloc(seen->source.ctx, bytes);
    if (slot == NULL)
        return WHOSAID_ERR_NOMEM;
    memset(slot, 0, bytes);
    for (size_t i = 0; i < seen->slots; i++)
        if (!is_free(&seen->slot[i]))
            *find(slot, slots, seen->slot[i].key) = seen->slot[i];
    seen->source.free(seen->source.ctx, seen->slot);
    seen->slot = slot;
    seen->slots = slots;
    return WHOSAID_OK;
}

whosaid_status ws_seen_note(ws_seen *seen, ws_hash_value key, uint64_t id,
                            uint64_t *first, bool *again)
{
    *first = id;
    *again = false;
    if (key.low == 0 && key.high == 0)
        return WHOSAID_OK;
    if (seen->count >= seen->slots / 4 * 3)
        WS_TRY(grow(seen));

    struct ws_seen_slot *slot = find(seen->slot, seen->slots, key);
    if (!is_free(slot)) {
        *first = slot->id;
        *again = true;
        return WHOSAID_OK;
    }
    slot->key = key;
    slot->id = id;
    seen->count++;
    return WHOSAID_OK;
}
