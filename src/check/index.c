/*
 * index.c - the quotations of a draft, made ready to be found in sources.
 *
 *   in   the words of each quotation
 *   out  an automaton that finds them word for word; n-grams that lead to them
 *
 * 1. A word becomes a number. What no quotation holds is 0, and ends every
 *    search at once: of most sources little more is seen.
 * 2. Same words are one group, however many quotations say them.
 * 3. All groups in one trie, with links to the longest ending that is in it
 *    too (Aho and Corasick): so a source is read once, whatever the groups
 *    have in common.
 * 4. Three words in a row lead to the groups that hold them: for words that
 *    were changed. From short groups, where one change leaves no three words
 *    in a row, also three of four. Some n-gram may stand in very many groups;
 *    it leads to the first WS_GRAM_SHARED of them, so that a source costs no
 *    more with many; their exact words are found all the same.
 */
#include "check/index.h"

#include <string.h>

#define NONE WHOSAID_NONE

/* -- tables --------------------------------------------------------------- */

static bool slots_init(ws_arena *arena, uint32_t count, ws_slots *slots)
{
    uint32_t size = 16;

    while (size / 2 < count && size < (uint32_t)1 << 31)
        size *= 2;
    slots->mask = size - 1;
    slots->slot = WS_NEW(arena, ws_slot, size);
    return slots->slot != NULL;
}

static uint64_t scatter(uint64_t x)
{
    x ^= x >> 32;
    x *= UINT64_C(0x9E3779B97F4A7C15);
    return x ^ x >> 29;
}

/* The slot of a key, or the free one where it goes. */
static ws_slot *slot_of(const ws_slots *slots, uint64_t key)
{
    uint32_t i = (uint32_t)scatter(key) & slots->mask;

    while (slots->slot[i].key != 0 && slots->slot[i].key != key)
        i = (i + 1) & slots->mask;
    return &slots->slot[i];
}

/* -- words and groups ----------------------------------------------------- */

whosaid_status ws_index_init(ws_arena *arena, uint32_t words, uint32_t runs,
                             ws_index *index)
{
    memset(index, 0, sizeof *index);
    index->word = WS_NEW(arena, uint32_t, words);
    index->group = WS_NEW(arena, ws_group, runs);
    index->state = WS_NEW(arena, ws_state, (size_t)words + 1);
    index->states = 1;
    if (!slots_init(arena, words, &index->vocabulary) ||
        !slots_init(arena, words, &index->edge) || arena->failed)
        return WHOSAID_ERR_NOMEM;
    index->state[0].ends = NONE;
    return WHOSAID_OK;
}

uint32_t ws_index_word(const ws_index *index, uint64_t key)
{
    return slot_of(&index->vocabulary, key)->value;
}

/* The id of a word, a new one when it is new. */
static uint32_t learn(ws_index *index, uint64_t key)
{
    ws_slot *slot = slot_of(&index->vocabulary, key);

    if (slot->key == 0) {
        slot->key = key;
        slot->value = ++index->ids;
    }
    return slot->value;
}

static uint64_t edge_key(uint32_t state, uint32_t word)
{
    return (uint64_t)state << 32 | word;
}

/* The state behind an edge of the trie, 0 when there is none. */
static uint32_t follow(const ws_index *index, uint32_t state, uint32_t word)
{
    return slot_of(&index->edge, edge_key(state, word))->value;
}

/* Likewise, and it is made when there is none. */
static uint32_t extend(ws_index *index, uint32_t state, uint32_t word)
{
    uint64_t key = edge_key(state, word);
    ws_slot *slot = slot_of(&index->edge, key);

    if (slot->key == 0) {
        ws_state *made = &index->state[index->states];

        slot->key = key;
        slot->value = index->states++;
        made->parent = state;
        made->word = word;
        made->depth = index->state[state].depth + 1;
        made->ends = NONE;
    }
    return slot->value;
}

uint32_t ws_index_add(ws_index *index, const ws_word *word, uint32_t count)
{
    ws_group group = {index->words, count, 0};

    for (uint32_t i = 0; i < count; i++) {
        uint32_t id = learn(index, word[i].key);
        index->word[group.first + i] = id;
        group.state = extend(index, group.state, id);
    }
    ws_state *state = &index->state[group.state];
    if (state->ends == NONE) {
        state->ends = index->groups;
        index->group[index->groups++] = group;
        index->words += count;
    }
    if (count > index->longest)
        index->longest = count;
    index->has_short |= count <= WS_SHORT;
    return state->ends;
}

/* -- the automaton -------------------------------------------------------- */

uint32_t ws_index_step(const ws_index *index, uint32_t state, uint32_t word)
{
    for (;;) {
        uint32_t next = follow(index, state, word);
        if (next != 0 || state == 0)
            return next;
        state = index->state[state].fail;
    }
}

/* States by their depth: a link leads to one less deep. */
static uint32_t *by_depth(ws_arena *arena, const ws_index *index)
{
    uint32_t *order = WS_NEW(arena, uint32_t, index->states);
    uint32_t *start = WS_NEW(arena, uint32_t, (size_t)index->longest + 2);

    if (order == NULL || start == NULL)
        return NULL;
    for (uint32_t i = 0; i < index->states; i++)
        start[index->state[i].depth + 1]++;
    for (uint32_t d = 0; d <= index->longest; d++)
        start[d + 1] += start[d];
    for (uint32_t i = 0; i < index->states; i++)
        order[start[index->state[i].depth]++] = i;
    return order;
}

static whosaid_status link_states(ws_arena *arena, ws_index *index)
{
    uint32_t *order = by_depth(arena, index);

    if (order == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < index->states; i++) {
        ws_state *state = &index->state[order[i]];
        const ws_state *fail = NULL;

        if (state->depth > 1) {
            state->fail = ws_index_step(index, index->state[state->parent].fail,
                                        state->word);
        }
        fail = &index->state[state->fail];
        state->inner = fail->ends != NONE ? state->fail : fail->inner;
    }
    arena->steps += index->states;
    return WHOSAID_OK;
}

/* -- n-grams -------------------------------------------------------------- */

static uint64_t gram_key(uint32_t a, uint32_t b, uint32_t c)
{
    uint64_t key = scatter((uint64_t)a << 32 | b);

    return scatter(key + UINT64_C(0x9E3779B97F4A7C15) * c) | 1;
}

uint32_t ws_index_gram(const ws_index *index, uint32_t a, uint32_t b,
                       uint32_t c)
{
    return slot_of(&index->gram, gram_key(a, b, c))->value;
}

static void post(ws_index *index, uint32_t group, uint32_t at,
                 const uint32_t word[WS_GRAM])
{
    uint64_t key = gram_key(word[0], word[1], word[2]);
    ws_slot *slot = slot_of(&index->gram, key);

    if (slot->count == WS_GRAM_SHARED)
        return;
    slot->key = key;
    slot->count++;
    index->posting[++index->postings] = (ws_posting){group, at, slot->value};
    slot->value = index->postings;
}

/* The n-grams of a group: in a row; of a short one also three of four. */
static void post_group(ws_index *index, uint32_t g)
{
    static const uint8_t skip[3][WS_GRAM] = {
        {0, 1, 2},
        {0, 1, 3},
        {0, 2, 3}
    };
    const ws_group *group = &index->group[g];
    const uint32_t *word = &index->word[group->first];
    uint32_t patterns = group->words <= WS_SHORT ? 3 : 1;

    for (uint32_t i = 0; i + WS_GRAM <= group->words; i++) {
        for (uint32_t p = 0; p < patterns; p++) {
            uint32_t gram[WS_GRAM];

            if (i + skip[p][2] >= group->words)
                continue;
            for (uint32_t k = 0; k < WS_GRAM; k++)
                gram[k] = word[i + skip[p][k]];
            post(index, g, i, gram);
        }
    }
}

whosaid_status ws_index_close(ws_arena *arena, ws_index *index)
{
    size_t most = 0;

    for (uint32_t g = 0; g < index->groups; g++) {
        uint32_t words = index->group[g].words;
        most += (size_t)words * (words <= WS_SHORT ? 3 : 1);
    }
    if (most > UINT32_MAX / 4)
        return WHOSAID_ERR_TOO_LONG;
    index->posting = WS_NEW(arena, ws_posting, most + 1);
    if (!slots_init(arena, (uint32_t)most, &index->gram) || arena->failed)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t g = 0; g < index->groups; g++)
        post_group(index, g);
    arena->steps += most + index->words;
    return link_states(arena, index);
}
