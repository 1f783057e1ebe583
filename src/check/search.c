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

enum { ALL, MARKED };

static whosaid_status stream_init(ws_arena *arena, const ws_search *search,
                                  ws_stream *stream)
{
    uint32_t states = search->index->states;
    size_t ring = (size_t)search->mask + 1;

    stream->begin = WS_NEW(arena, uint32_t, ring);
    stream->at = WS_NEW(arena, uint32_t, ring);
    stream->mark = WS_NEW(arena, uint8_t, ring);
    stream->pass = WS_NEW(arena, uint32_t, states);
    stream->passed = WS_NEW(arena, uint32_t, states);
    if (arena->failed)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < states; i++)
        stream->pass[i] = i;
    return WHOSAID_OK;
}

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
    WS_TRY(stream_init(arena, search, &search->stream[ALL]));
    return stream_init(arena, search, &search->stream[MARKED]);
}

static void stream_start(ws_stream *stream)
{
    for (uint32_t i = 0; i < stream->passes; i++)
        stream->pass[stream->passed[i]] = stream->passed[i];
    stream->passes = 0;
    stream->count = 0;
    stream->state = 0;
}

static void forget(ws_search *search)
{
    for (uint32_t i = 0; i < search->count; i++) {
        ws_sight *sight = &search->sight[search->touched[i]];
        bool done = sight->done;

        memset(sight, 0, sizeof *sight);
        sight->done = done;
    }
    search->count = 0;
    stream_start(&search->stream[ALL]);
    stream_start(&search->stream[MARKED]);
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
static uint32_t noted(ws_stream *stream, uint32_t state)
{
    uint32_t *pass = stream->pass;

    while (pass[state] != state) {
        pass[state] = pass[pass[state]];
        state = pass[state];
    }
    return state;
}

/* Note an occurrence of a group that ends with the last word of a stream, which
 * ends at byte end. False when there were enough. */
static bool note(ws_search *search, int which, uint32_t group, uint32_t end)
{
    static const uint32_t most[] = {WS_SEARCH_EXACT, WS_SEARCH_MARKED};
    const ws_stream *stream = &search->stream[which];
    uint32_t words = search->index->group[group].words;
    uint32_t first = (stream->count - words) & search->mask;
    uint32_t last = (stream->count - 1) & search->mask;
    ws_sight *sight = touch(search, group);
    bool whole = stream->at[first] + words == stream->at[last] + 1;

    if (sight->done || sight->occurrences[which] == most[which]) {
        sight->more = true;
        return false;
    }
    ws_occurrence *made = WS_NEW(search->arena, ws_occurrence, 1);
    if (made == NULL)
        return false;
    *made = (ws_occurrence){stream->begin[first], end,
                            whole ? 0 : stream->mark[first], sight->occurrence};
    sight->occurrence = made;
    sight->occurrences[which]++;
    return true;
}

/* Read a word in a stream, and note the groups that end with it.
 *
 *   n      its number among all
 *   mark   what quotation mark it stands in
 */
static uint32_t read_word(ws_search *search, int which, const ws_word *word,
                          uint32_t id, uint32_t n, uint8_t mark)
{
    const ws_index *index = search->index;
    ws_stream *stream = &search->stream[which];
    uint32_t i = stream->count++ & search->mask;
    uint32_t notes = 0;

    stream->begin[i] = word->begin;
    stream->at[i] = n;
    stream->mark[i] = mark;
    stream->state = id != 0 ? ws_index_step(index, stream->state, id) : 0;
    uint32_t state = stream->state;
    if (index->state[state].ends == NONE)
        state = index->state[state].inner;
    for (state = noted(stream, state); state != 0;
         state = noted(stream, index->state[state].inner)) {
        notes++;
        if (!note(search, which, index->state[state].ends, word->end)) {
            stream->pass[state] = index->state[state].inner;
            stream->passed[stream->passes++] = state;
        }
    }
    return notes;
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

    if (open->hits > 0 && here->first <= open->last + words / 2 + 16 &&
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
    ws_place here = {search->stream[ALL].begin[(n - first) & search->mask],
                     end,
                     n - first,
                     n,
                     0,
                     0};
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

whosaid_status ws_search_run(ws_arena *arena, const char *text, uint32_t len,
                             ws_search *search)
{
    uint32_t last[4] = {0};
    uint32_t aside = 0; /* words since the last marked one */
    uint64_t steps = 0;
    ws_wording wording;
    ws_word word;

    forget(search);
    search->arena = arena;
    ws_wording_init(&wording, text, len, 0);
    for (uint32_t n = 0; ws_wording_next(&wording, &word); n++) {
        uint32_t id = ws_index_word(search->index, word.key);

        steps += read_word(search, ALL, &word, id, n, 0);
        if ((word.flags & WS_WORD_MARKED) != 0) {
            steps += read_word(search, MARKED, &word, id, n, wording.mark);
            aside = 0;
        } else if (++aside > WS_SEARCH_ASIDE) {
            search->stream[MARKED].state = 0;
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
