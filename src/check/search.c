/*
 * search.c - where in a source the words of a draft's quotations may stand.
 *
 *   in   a source's bytes, the index of the draft
 *   out  for each group, where its words stand whole, and where some of them
 *
 * 1. Word by word: the automaton tells which groups end here. Endings of
 *    endings are followed, but a group noted often enough in this source is
 *    passed over, and the way past it is made short for those who follow: so
 *    "a a a a" costs no more than other words.
 * 2. N-grams near one another make a place. A place is no longer than twice
 *    the group, and few are kept: those with most n-grams.
 *
 * No word of the source is kept, only where the latest begin.
 */
#include "check/search.h"

#include <string.h>

#define NONE WHOSAID_NONE

whosaid_status ws_search_init(ws_arena *arena, const ws_index *index,
                              ws_search *search)
{
    memset(search, 0, sizeof *search);
    search->index = index;
    search->mask = 7;
    while (search->mask < index->longest)
        search->mask = search->mask * 2 + 1;
    search->sight = WS_NEW(arena, ws_sight, index->groups);
    search->touched = WS_NEW(arena, uint32_t, index->groups);
    search->pass = WS_NEW(arena, uint32_t, index->states);
    search->passed = WS_NEW(arena, uint32_t, index->states);
    search->all.begin = WS_NEW(arena, uint32_t, (size_t)search->mask + 1);
    search->all.at = WS_NEW(arena, uint32_t, (size_t)search->mask + 1);
    search->marked.begin = WS_NEW(arena, uint32_t, (size_t)search->mask + 1);
    search->marked.at = WS_NEW(arena, uint32_t, (size_t)search->mask + 1);
    search->marked.mark = WS_NEW(arena, uint8_t, (size_t)search->mask + 1);
    search->all.mark = WS_NEW(arena, uint8_t, (size_t)search->mask + 1);
    if (arena->failed)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < index->states; i++)
        search->pass[i] = i;
    return WHOSAID_OK;
}

static void forget(ws_search *search)
{
    for (uint32_t i = 0; i < search->count; i++) {
        ws_sight *sight = &search->sight[search->touched[i]];
        bool done = sight->done;

        memset(sight, 0, sizeof *sight);
        sight->done = done;
    }
    for (uint32_t i = 0; i < search->passes; i++)
        search->pass[search->passed[i]] = search->passed[i];
    search->count = 0;
    search->passes = 0;
}

static ws_sight *touch(ws_search *search, uint32_t group)
{
    ws_sight *sight = &search->sight[group];

    if (!sight->touched)
        search->touched[search->count++] = group;
    sight->touched = true;
    return sight;
}

/* -- all the words -------------------------------------------------------- */

/* The first state from state on whose group is still noted; 0: none. */
static uint32_t noted(ws_search *search, uint32_t state)
{
    uint32_t *pass = search->pass;

    while (pass[state] != state) {
        pass[state] = pass[pass[state]];
        state = pass[state];
    }
    return state;
}

/* Note the groups that end with the last word of a stream, which ends at byte
 * end. Of the marked words only what others stand between: the rest was noted
 * with all. */
static uint32_t note_ends(ws_arena *arena, ws_search *search,
                          const ws_ring *ring, uint32_t end)
{
    const ws_index *index = search->index;
    bool marked = ring == &search->marked;
    uint32_t state = ring->state;
    uint32_t notes = 0;

    if (index->state[state].ends == NONE)
        state = index->state[state].inner;
    for (state = noted(search, state); state != 0;
         state = noted(search, index->state[state].inner)) {
        uint32_t group = index->state[state].ends;
        uint32_t words = index->group[group].words;
        uint32_t first = (ring->count - words) & search->mask;
        ws_sight *sight = touch(search, group);

        notes++;
        if (marked && ring->at[first] + words ==
                          ring->at[(ring->count - 1) & search->mask] + 1)
            continue;
        if (!sight->done && sight->occurrences < WS_SEARCH_EXACT) {
            ws_occurrence *made = WS_NEW(arena, ws_occurrence, 1);
            if (made == NULL)
                return notes;
            *made = (ws_occurrence){ring->begin[first], end,
                                    marked ? ring->mark[first] : 0,
                                    sight->occurrence};
            sight->occurrence = made;
            sight->occurrences++;
            continue;
        }
        sight->more = true;
        search->pass[state] = index->state[state].inner;
        search->passed[search->passes++] = state;
    }
    return notes;
}

/* Read a word in a stream; n: its number among all. */
static uint32_t read_word(ws_arena *arena, ws_search *search, ws_ring *ring,
                          const ws_word *word, uint32_t id, uint32_t n,
                          uint8_t mark)
{
    uint32_t i = ring->count & search->mask;

    ring->begin[i] = word->begin;
    ring->at[i] = n;
    ring->mark[i] = mark;
    ring->count++;
    ring->state =
        id != 0 ? ws_index_step(search->index, ring->state, id) : 0;
    return ring->state != 0 ? note_ends(arena, search, ring, word->end) : 0;
}

/* -- some of the words ---------------------------------------------------- */

/* Keep the place that has come to its end, if it is among the best. */
static void close_place(ws_sight *sight)
{
    uint32_t least = 0;

    if (sight->open.hits == 0)
        return;
    if (sight->places < WS_SEARCH_PLACES) {
        sight->place[sight->places++] = sight->open;
    } else {
        for (uint32_t i = 1; i < WS_SEARCH_PLACES; i++)
            if (sight->place[i].hits < sight->place[least].hits)
                least = i;
        if (sight->place[least].hits < sight->open.hits)
            sight->place[least] = sight->open;
    }
    sight->open.hits = 0;
}

/* An n-gram of a group: it stands at word `at` there, and here. */
static void hit(ws_search *search, uint32_t group, uint32_t at,
                const ws_place *here)
{
    uint32_t words = search->index->group[group].words;
    ws_sight *sight = touch(search, group);
    ws_place *open = &sight->open;

    if (open->hits > 0 && here->first - open->last <= words / 2 + 16 &&
        here->last - open->first <= 2 * words + 64) {
        open->end = here->end;
        open->last = here->last;
        open->hits += open->at != at ? 1 : 0;
    } else {
        close_place(sight);
        *open = *here;
        open->hits = 1;
    }
    open->at = at;
}

/* Look three words up. first: how many words back they begin. */
static uint32_t look_up(ws_search *search, const uint32_t word[WS_GRAM],
                        uint32_t n, uint32_t first, uint32_t end)
{
    const ws_index *index = search->index;
    ws_place here = {
        search->all.begin[(n - first) & search->mask], end, n - first, n, 0, 0};
    uint32_t hits = 0;

    if (word[0] == 0 || word[1] == 0 || word[2] == 0)
        return 0;
    for (uint32_t p = ws_index_gram(index, word[0], word[1], word[2]); p != 0;
         p = index->posting[p].next) {
        const ws_posting *posting = &index->posting[p];

        hits++;
        if (!search->sight[posting->group].done)
            hit(search, posting->group, posting->at, &here);
    }
    return hits;
}

/* Likewise all that end with word n; word holds the last four, this one last.
 */
static uint32_t look_up_all(ws_search *search, const uint32_t word[4],
                            uint32_t n, uint32_t end)
{
    const uint32_t row[WS_GRAM] = {word[1], word[2], word[3]};
    const uint32_t early[WS_GRAM] = {word[0], word[1], word[3]};
    const uint32_t late[WS_GRAM] = {word[0], word[2], word[3]};
    uint32_t hits = look_up(search, row, n, 2, end);

    if (search->index->has_short) {
        hits += look_up(search, early, n, 3, end);
        hits += look_up(search, late, n, 3, end);
    }
    return hits;
}

static void rewind_ring(ws_ring *ring)
{
    ring->count = 0;
    ring->state = 0;
}

whosaid_status ws_search_run(ws_arena *arena, const char *text, uint32_t len,
                             ws_search *search)
{
    uint32_t last[4] = {0};
    uint32_t aside = 0; /* words since the last marked one */
    uint64_t steps = 0;
    ws_wording wording;
    ws_word word;

    forget(search);
    rewind_ring(&search->all);
    rewind_ring(&search->marked);
    ws_wording_init(&wording, text, len, 0);
    for (uint32_t n = 0; ws_wording_next(&wording, &word); n++) {
        uint32_t id = ws_index_word(search->index, word.key);

        steps += read_word(arena, search, &search->all, &word, id, n, 0);
        if ((word.flags & WS_WORD_MARKED) != 0) {
            steps += read_word(arena, search, &search->marked, &word, id, n, wording.mark);
            aside = 0;
        } else if (++aside > WS_SEARCH_ASIDE) {
            search->marked.state = 0;
        }
        last[0] = last[1];
        last[1] = last[2];
        last[2] = last[3];
        last[3] = id;
        if (id != 0)
            steps += look_up_all(search, last, n, word.end);
    }
    arena->steps += steps + len;
    for (uint32_t i = 0; i < search->count; i++)
        close_place(&search->sight[search->touched[i]]);
    return arena->failed ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}
