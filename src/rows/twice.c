/*
 * twice.c - quotations whose first words stand in the text before.
 *
 *   in   a document
 *   out  for each quotation, whether its first words come earlier too; what
 *        stands around it
 *
 * The first words of each quotation go into a table of hashes; then the text is
 * read once, and each run of one, two and three words is looked up there: the
 * first that is found is kept.
 */
#include "rows/twice.h"

#include "base/slots.h"
#include "base/unicode.h"

enum {
    RUN = 3,          /* words */
    AROUND = 4,       /* words on a side */
    AROUND_BYTES = 80 /* but no longer than that */
};

/* The last words that were read, the latest first. */
struct run {
    uint64_t word[RUN];
    uint32_t begin[RUN];
    uint32_t count; /* <= RUN */
};

static bool is_letter(int32_t cp)
{
    return cp >= 0 && (ws_cp_class(cp) & (WS_CP_LETTER | WS_CP_DIGIT)) != 0;
}

/* Read the next word of text [*at, end). False when there is none. */
static bool next_word(const ws_text *text, uint32_t end, uint32_t *at,
                      struct run *run)
{
    uint64_t word = UINT64_C(0xCBF29CE484222325);
    uint32_t begin = WHOSAID_NONE;
    int32_t cp = 0;

    while (*at < end) {
        uint32_t step = ws_utf8_next(text->bytes, end, *at, &cp);

        if (!is_letter(cp) && begin != WHOSAID_NONE)
            break;
        if (is_letter(cp)) {
            begin = begin == WHOSAID_NONE ? *at : begin;
            word = (word ^ (uint32_t)ws_cp_lower(cp)) * UINT64_C(0x100000001B3);
        }
        *at += step;
    }
    if (begin == WHOSAID_NONE)
        return false;
    for (int i = RUN - 1; i > 0; i--) {
        run->word[i] = run->word[i - 1];
        run->begin[i] = run->begin[i - 1];
    }
    run->word[0] = word;
    run->begin[0] = begin;
    run->count += run->count < RUN ? 1 : 0;
    return true;
}

/* The key of the last so many words. */
static uint64_t key_of(const struct run *run, uint32_t words)
{
    uint64_t key = words;

    for (uint32_t i = 0; i < words; i++) {
        key = (key ^ run->word[i]) * UINT64_C(0x9E3779B97F4A7C15);
        key ^= key >> 29;
    }
    return key;
}

/* The key of a quotation's first words, and where they begin. False when it
 * has none. */
static bool first_words(const whosaid_doc *doc, uint32_t i, uint64_t *key,
                        uint32_t *begin)
{
    whosaid_span part = doc->quote[i].part[0];
    struct run run = {{0}, {0}, 0};
    uint32_t at = part.begin;

    while (run.count < RUN && next_word(&doc->text, part.end, &at, &run))
        ;
    if (run.count == 0)
        return false;
    *key = key_of(&run, run.count);
    *begin = run.begin[run.count - 1];
    return true;
}

/* Read the text for where each key comes first. */
static void read_text(const ws_text *text, const ws_slots *slots,
                      uint32_t *first)
{
    struct run run = {{0}, {0}, 0};
    uint32_t at = 0;

    while (next_word(text, text->len, &at, &run)) {
        for (uint32_t words = 1; words <= run.count; words++) {
            const ws_slot *slot = ws_slots_find(slots, key_of(&run, words));

            if (slot->value != 0 && first[slot->value - 1] == WHOSAID_NONE)
                first[slot->value - 1] = run.begin[words - 1];
        }
    }
}

whosaid_status ws_twice_find(ws_arena *arena, const whosaid_doc *doc,
                             bool **early)
{
    uint32_t *first = WS_NEW(arena, uint32_t, (size_t)doc->quotes + 1);
    uint64_t key = 0;
    uint32_t begin = 0;
    uint32_t keys = 0;
    ws_slots slots;

    *early = WS_NEW(arena, bool, (size_t)doc->quotes + 1);
    WS_TRY(ws_slots_init(arena, doc->quotes, &slots));
    if (arena->failed)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < doc->quotes; i++) {
        if (!first_words(doc, i, &key, &begin))
            continue;
        ws_slot *slot = ws_slots_find(&slots, key);
        if (slot->value == 0) {
            *slot = (ws_slot){key, ++keys};
            first[keys - 1] = WHOSAID_NONE;
        }
    }
    read_text(&doc->text, &slots, first);
    for (uint32_t i = 0; i < doc->quotes; i++) {
        if (!first_words(doc, i, &key, &begin))
            continue;
        const ws_slot *slot = ws_slots_find(&slots, key);
        (*early)[i] = first[slot->value - 1] < begin;
    }
    return WHOSAID_OK;
}

/* -- what stands around --------------------------------------------------- */

static bool is_space(int32_t cp)
{
    return cp >= 0 && (ws_cp_class(cp) & WS_CP_SPACE) != 0;
}

/* Where the few words before a place begin. */
static uint32_t begin_before(const ws_text *text, uint32_t end)
{
    uint32_t best = end;
    uint32_t words = 0;
    bool in_word = false; /* with a letter in it */
    int32_t cp = 0;

    for (uint32_t at = end; words < AROUND && end - at < AROUND_BYTES;) {
        bool over = at == 0 || text->bytes[at - 1] == '\n';
        uint32_t step = over ? 0 : ws_utf8_prev(text->bytes, at, &cp);

        if (in_word && (over || is_space(cp))) {
            best = at;
            words++;
            in_word = false;
        }
        if (over)
            break;
        in_word |= is_letter(cp);
        at -= step;
    }
    return best;
}

/* Likewise where those behind it end. */
static uint32_t end_behind(const ws_text *text, uint32_t begin)
{
    uint32_t best = begin;
    uint32_t words = 0;
    bool in_word = false;
    int32_t cp = 0;

    for (uint32_t at = begin; words < AROUND && at - begin < AROUND_BYTES;) {
        bool over = at == text->len || text->bytes[at] == '\n';
        uint32_t step =
            over ? 0 : ws_utf8_next(text->bytes, text->len, at, &cp);

        if (in_word && (over || is_space(cp))) {
            best = at;
            words++;
            in_word = false;
        }
        if (over)
            break;
        in_word |= is_letter(cp);
        at += step;
    }
    return best;
}

void ws_twice_around(const whosaid_doc *doc, const whosaid_quote *quote,
                     ws_cell around[2])
{
    const ws_text *text = &doc->text;
    uint32_t begin = quote->part[0].begin;
    uint32_t end = quote->part[quote->parts - 1].end;
    uint32_t from = begin_before(text, begin);

    around[0] = (ws_cell){text->bytes + from, begin - from};
    around[1] = (ws_cell){text->bytes + end, end_behind(text, end) - end};
}
