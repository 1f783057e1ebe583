/*
 * repeat.c - stretches of words that stand somewhere else as well.
 *
 * A stretch is known by its first five words and its last five, or by all when
 * it has but three or four. A pull quote leaves words out in its middle, so
 * that is not compared. Each run of three, four and five words of a text is
 * looked up by its hash: nothing is looked at twice.
 */
#include "text/repeat.h"

enum { SHORTEST = 3, LONGEST = 5 };

/* The hashes of the last words, newest first. */
struct window {
    uint64_t word[LONGEST];
    uint32_t words; /* met so far, counted up to LONGEST */
};

static uint64_t mix(uint64_t hash, uint64_t more)
{
    hash = (hash ^ more) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 29;
}

static uint64_t hash_of(const struct window *window, uint32_t words)
{
    uint64_t hash = words;

    for (uint32_t i = words; i-- > 0;)
        hash = mix(hash, window->word[i]);
    return hash | 1; /* 0 is a free slot */
}

/* Of the byte at at: what it adds to a word, 0 nothing, -1 its end. */
static int part_of(const char *text, uint32_t len, uint32_t at, uint32_t *step)
{
    unsigned char c = (unsigned char)text[at];

    *step = 1;
    if (c >= 'A' && c <= 'Z')
        return c | 0x20;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        return c;
    if (c == '\'')
        return 0;
    if (c == 0xE2 && len - at >= 3 && (unsigned char)text[at + 1] == 0x80) {
        unsigned char last = (unsigned char)text[at + 2];
        *step = 3; /* an apostrophe, or another sign */
        return last == 0x98 || last == 0x99 ? 0 : -1;
    }
    if (c == 0xC2) {
        *step = len - at >= 2 ? 2 : 1;
        return -1;
    }
    return c >= 0x80 ? c : -1;
}

/* Read one word more, from *at on. False: there is none. */
static bool next_word(const char *text, uint32_t len, uint32_t *at,
                      struct window *window)
{
    uint64_t hash = 0;
    uint32_t step = 0;

    while (*at < len) {
        int part = part_of(text, len, *at, &step);
        if (part < 0 && hash != 0)
            break;
        if (part > 0)
            hash = mix(hash + 1, (uint64_t)part);
        *at += step;
    }
    if (hash == 0)
        return false;
    for (uint32_t i = LONGEST - 1; i > 0; i--)
        window->word[i] = window->word[i - 1];
    window->word[0] = hash;
    window->words += window->words < LONGEST ? 1 : 0;
    return true;
}

whosaid_status ws_repeats_init(ws_arena *arena, uint32_t count,
                               ws_repeats *repeats)
{
    repeats->count = count;
    repeats->slots = 8;
    while (repeats->slots < 4 * (uint64_t)count)
        repeats->slots *= 2;
    repeats->repeat = WS_NEW(arena, ws_repeat, count);
    repeats->slot = WS_NEW(arena, ws_repeat_slot, repeats->slots);
    return arena->failed ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}

/* The slot of these words, or the free one where it would be. */
static ws_repeat_slot *slot_of(const ws_repeats *repeats, uint64_t hash)
{
    uint32_t at = (uint32_t)(hash >> 32) & (repeats->slots - 1);

    while (repeats->slot[at].hash != 0 && repeats->slot[at].hash != hash)
        at = (at + 1) & (repeats->slots - 1);
    return &repeats->slot[at];
}

void ws_repeats_set(ws_repeats *repeats, uint32_t i, const char *text,
                    uint32_t len)
{
    struct window window = {{0}, 0};
    ws_repeat *repeat = &repeats->repeat[i];
    uint32_t at = 0;

    while (window.words < LONGEST && next_word(text, len, &at, &window))
        ;
    if (window.words < SHORTEST)
        return;
    repeat->first = hash_of(&window, window.words);
    while (next_word(text, len, &at, &window))
        ;
    repeat->last = hash_of(&window, window.words);
    slot_of(repeats, repeat->first)->hash = repeat->first;
    slot_of(repeats, repeat->last)->hash = repeat->last;
}

void ws_repeats_look(ws_repeats *repeats, const char *text, uint32_t len)
{
    struct window window = {{0}, 0};
    uint32_t at = 0;

    while (next_word(text, len, &at, &window))
        for (uint32_t n = SHORTEST; n <= window.words; n++)
            slot_of(repeats, hash_of(&window, n))->met = true;
}

bool ws_repeats_met(const ws_repeats *repeats, uint32_t i)
{
    const ws_repeat *repeat = &repeats->repeat[i];

    return repeat->first != 0 && slot_of(repeats, repeat->first)->met &&
           slot_of(repeats, repeat->last)->met;
}
