/*
 * seen.c - what was said before: the same words, or nearly, and who said them.
 *
 *   in   a quotation's words, its speaker, its quote_id
 *   out  the first row with the same words and speaker; the first with nearly
 *        the same words, whoever said them: the head of its group
 *
 * An entry is kept for each row that does not say again what one said before:
 * 40 bytes, however long its words. One table finds it by up to four keys:
 *
 *   SAID          its words and speaker
 *   WORDS         its words, of heads only
 *   NEAR, NEAR+1  each of the two runs of words that stand for it, of heads
 *                 only. At most MOST_NEAR heads stand under one run: of a
 *                 phrase that everybody uses it finds those and no more, so
 *                 that no row costs more than others
 *
 * A row belongs to the first head that it is near to, or becomes a head. What
 * is near to a member only does not belong, lest a group drift.
 *
 * A slot is four bytes; the table is at most 7/8 full and grows by a fifth, so
 * four keys take 22 bytes at most.
 */
#include "rows/seen.h"

#include <string.h>

enum { SAID, WORDS, NEAR, KINDS = NEAR + 2 };

#define MOST_NEAR   8
#define FIRST_SLOTS 256
#define CHUNK       256 /* entries */
#define MOST        (UINT32_MAX / KINDS - 1)

struct ws_seen_entry {
    uint64_t id;
    uint64_t same; /* these four as in ws_sketch */
    uint64_t near;
    uint32_t key[2];
    uint32_t count;
    uint32_t speaker; /* hash; 0: none */
};

struct ws_seen_chunk {
    struct ws_seen_entry *entry; /* [CHUNK] */
};

_Static_assert(sizeof(struct ws_seen_entry) == 40, "64 bytes a row, with keys");

void ws_seen_init(ws_seen *seen, const whosaid_allocator *source)
{
    memset(seen, 0, sizeof *seen);
    seen->source = *source;
}

void ws_seen_free(ws_seen *seen)
{
    whosaid_allocator source = seen->source;

    for (uint32_t i = 0; i < seen->chunks; i++)
        source.free(source.ctx, seen->chunk[i].entry);
    source.free(source.ctx, seen->chunk);
    source.free(source.ctx, seen->slot);
    ws_seen_init(seen, &source);
}

/* -- entries -------------------------------------------------------------- */

static struct ws_seen_entry *entry_at(const ws_seen *seen, uint32_t i)
{
    return &seen->chunk[i / CHUNK].entry[i % CHUNK];
}

/* Make room for one more entry. */
static whosaid_status reserve_entry(ws_seen *seen)
{
    const whosaid_allocator *source = &seen->source;
    uint32_t chunks = seen->chunks;

    if (seen->entries == MOST)
        return WHOSAID_ERR_NOMEM;
    if (seen->entries / CHUNK < chunks)
        return WHOSAID_OK;
    if ((chunks & (chunks - 1)) == 0) { /* the list is full: twice as long */
        size_t room = chunks != 0 ? 2 * (size_t)chunks : 1;
        struct ws_seen_chunk *chunk =
            source->alloc(source->ctx, room * sizeof *chunk);
        if (chunk == NULL)
            return WHOSAID_ERR_NOMEM;
        if (chunks != 0)
            memcpy(chunk, seen->chunk, chunks * sizeof *chunk);
        source->free(source->ctx, seen->chunk);
        seen->chunk = chunk;
    }
    struct ws_seen_entry *more =
        source->alloc(source->ctx, CHUNK * sizeof *more);
    if (more == NULL)
        return WHOSAID_ERR_NOMEM;
    seen->chunk[seen->chunks++].entry = more;
    return WHOSAID_OK;
}

/* -- the table ------------------------------------------------------------ */

/* Where the search for a key begins: well mixed in its upper half. */
static uint64_t home_of(const struct ws_seen_entry *entry, uint32_t kind)
{
    uint64_t x = entry->same;

    if (kind >= NEAR)
        x = entry->key[kind - NEAR] * UINT64_C(0x9E3779B97F4A7C15) + NEAR;
    else if (kind == SAID)
        x += entry->speaker * UINT64_C(0xBF58476D1CE4E5B9) + 1;
    x = (x ^ (x >> 31)) * UINT64_C(0x94D049BB133111EB);
    return x ^ (x >> 32);
}

static uint32_t first_slot(uint64_t home, uint32_t slots)
{
    return (uint32_t)((home & UINT32_MAX) * slots >> 32);
}

static uint32_t next_slot(uint32_t at, uint32_t slots)
{
    return at + 1 < slots ? at + 1 : 0;
}

/* Whether the entry that stands in a slot has the key that entry has. */
static bool is_match(const ws_seen *seen, uint32_t value,
                     const struct ws_seen_entry *entry, uint32_t kind)
{
    uint32_t their = (value - 1) % KINDS;

    if ((kind < NEAR || their < NEAR) && their != kind)
        return false;
    const struct ws_seen_entry *other = entry_at(seen, (value - 1) / KINDS);
    if (kind >= NEAR)
        return other->key[their - NEAR] == entry->key[kind - NEAR];
    return other->same == entry->same &&
           (kind == WORDS || other->speaker == entry->speaker);
}

/* From slot *at on, the next with the key of entry. Returns what stands there;
 * 0 when there is none, and then a free slot is at *at. */
static uint32_t search(ws_seen *seen, const struct ws_seen_entry *entry,
                       uint32_t kind, uint32_t *at)
{
    while (seen->slot[*at] != 0) {
        seen->steps++;
        if (is_match(seen, seen->slot[*at], entry, kind))
            return seen->slot[*at];
        *at = next_slot(*at, seen->slots);
    }
    return 0;
}

/* Enter the entry last made under a key. */
static void enter(ws_seen *seen, uint32_t kind)
{
    const struct ws_seen_entry *entry = entry_at(seen, seen->entries - 1);
    uint32_t at = first_slot(home_of(entry, kind), seen->slots);
    uint32_t most = MOST_NEAR;

    if (kind >= NEAR && entry->key[kind - NEAR] == 0)
        return;
    while (search(seen, entry, kind, &at) != 0) {
        if (--most == 0)
            return;
        at = next_slot(at, seen->slots);
    }
    seen->slot[at] = (seen->entries - 1) * KINDS + kind + 1;
    seen->used++;
}

/* Make room in the table for all keys of one entry more. */
static whosaid_status reserve_slots(ws_seen *seen)
{
    if (seen->used + KINDS <= seen->slots / 8 * 7)
        return WHOSAID_OK;
    uint64_t slots = seen->slots + (uint64_t)seen->slots / 5;
    if (slots < FIRST_SLOTS)
        slots = FIRST_SLOTS;
    if (slots > UINT32_MAX || slots > SIZE_MAX / sizeof *seen->slot)
        return WHOSAID_ERR_NOMEM;
    size_t bytes = (size_t)slots * sizeof *seen->slot;
    uint32_t *slot = seen->source.alloc(seen->source.ctx, bytes);
    if (slot == NULL)
        return WHOSAID_ERR_NOMEM;
    memset(slot, 0, bytes);
    for (uint32_t i = 0; i < seen->slots; i++) {
        uint32_t value = seen->slot[i];

        if (value == 0)
            continue;
        const struct ws_seen_entry *entry = entry_at(seen, (value - 1) / KINDS);
        uint32_t at =
            first_slot(home_of(entry, (value - 1) % KINDS), (uint32_t)slots);
        while (slot[at] != 0)
            at = next_slot(at, (uint32_t)slots);
        slot[at] = value;
    }
    seen->source.free(seen->source.ctx, seen->slot);
    seen->slot = slot;
    seen->slots = (uint32_t)slots;
    return WHOSAID_OK;
}

/* -- rows ----------------------------------------------------------------- */

/* The first head with these words, or nearly these; NULL. */
static const struct ws_seen_entry *find_head(ws_seen *seen,
                                             const struct ws_seen_entry *entry,
                                             const ws_sketch *words)
{
    uint32_t at = first_slot(home_of(entry, WORDS), seen->slots);
    uint32_t found = search(seen, entry, WORDS, &at);
    uint32_t first = MOST;

    if (found != 0)
        return entry_at(seen, (found - 1) / KINDS);
    for (uint32_t kind = NEAR; kind < KINDS; kind++) {
        if (entry->key[kind - NEAR] == 0)
            continue;
        at = first_slot(home_of(entry, kind), seen->slots);
        while ((found = search(seen, entry, kind, &at)) != 0) {
            uint32_t i = (found - 1) / KINDS;
            const struct ws_seen_entry *e = entry_at(seen, i);
            const ws_sketch other = {
                e->same, e->near, {e->key[0], e->key[1]},
                  e->count
            };

            if (i < first && ws_words_near(&other, words))
                first = i;
            at = next_slot(at, seen->slots);
        }
    }
    return first < MOST ? entry_at(seen, first) : NULL;
}

/* Tell what a row is like, and keep it if nothing said the same. */
static void note(ws_seen *seen, struct ws_seen_entry *entry,
                 const ws_sketch *words, ws_seen_as *as)
{
    uint32_t at = first_slot(home_of(entry, SAID), seen->slots);
    uint32_t found = search(seen, entry, SAID, &at);
    const struct ws_seen_entry *head = find_head(seen, entry, words);

    if (head != NULL) {
        as->group = head->id;
        as->other_words = head->same != entry->same;
        as->other_speaker = head->speaker != 0 && entry->speaker != 0 &&
                            head->speaker != entry->speaker;
        as->more = (int64_t)entry->count - head->count;
    }
    if (found != 0) {
        as->again = true;
        as->first = entry_at(seen, (found - 1) / KINDS)->id;
        return;
    }
    *entry_at(seen, seen->entries++) = *entry;
    for (uint32_t kind = SAID; kind < (head != NULL ? WORDS : KINDS); kind++)
        enter(seen, kind);
}

whosaid_status ws_seen_note(ws_seen *seen, uint64_t id, const ws_sketch *words,
                            ws_cell speaker, ws_seen_as *as)
{
    struct ws_seen_entry entry = {
        id,           words->same,
        words->near,  {words->key[0], words->key[1]},
        words->count, 0
    };

    memset(as, 0, sizeof *as);
    as->first = id;
    as->group = id;
    if (words->count == 0) /* "...": no words, so not the same words */
        return WHOSAID_OK;
    WS_TRY(reserve_slots(seen));
    WS_TRY(reserve_entry(seen));
    ws_sketch name = ws_words_of(speaker);
    if (name.count != 0)
        entry.speaker = (uint32_t)name.same | 1U;
    note(seen, &entry, words, as);
    return WHOSAID_OK;
}
