/*
 * align.c - which word of a source each word of a quotation is.
 *
 *   in   a group's words, the places of a source where some of them stand
 *   out  for each word of the group its word of the source, or none
 *
 * 1. Read the places again, and as much before and behind as the rest of the
 *    group may take.
 * 2. Runs: the same words in a row, as long as they go. Three words at least,
 *    but in a short group a single one counts.
 * 3. Chain the runs in the order of the draft so that most words are found for
 *    the least leaps. Words of source left out between two runs cost little
 *    when they are few; a leap costs two words and a half, or one and a half
 *    where the draft has an ellipsis; a leap back more. So a quotation put
 *    together from two places is found as such, when each gives three words.
 * 4. Between two runs, and before the first and behind the last, find the
 *    words that are the same one by one, in a table that is never large.
 *
 * Every loop has a limit of its own: places, runs, what runs may have in
 * common, the table. Text that repeats itself gets a poorer chain, no longer
 * wait; its exact words are found elsewhere, see search.c.
 */
#include "check/align.h"

#include <string.h>

#define NONE WHOSAID_NONE

enum {
    WORD_BYTES = 10, /* a word and a space, on the large side */
    REACH = 200,     /* words at most that are read before and behind a place */
    ROUND = 8,       /* words more than the group has there */
    CHAIN = 16,      /* n-grams of one hash that are looked at */
    SLIDE = 8,       /* words that a gap is moved by */
    UNIT = 16        /* what a word found is worth */
};

whosaid_status ws_align_init(ws_arena *arena, const ws_index *index,
                             ws_align *align)
{
    size_t words = index->longest;
    size_t reach = (words < REACH ? words : REACH) + ROUND;

    memset(align, 0, sizeof *align);
    align->index = index;
    align->mask = 15;
    while (align->mask < words)
        align->mask = align->mask * 2 + 1;
    size_t most = WS_SEARCH_PLACES * (2 * words + 80 + 2 * reach * WORD_BYTES);
    if (most > UINT32_MAX)
        return WHOSAID_ERR_TOO_LONG;
    align->most = (uint32_t)most;
    align->spot = WS_NEW(arena, ws_spot, most);
    align->map = WS_NEW(arena, uint32_t, words);
    align->head = WS_NEW(arena, uint32_t, (size_t)align->mask + 1);
    align->next = WS_NEW(arena, uint32_t, words);
    align->table = WS_NEW(arena, int32_t, WS_ALIGN_GAP);
    return arena->failed ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}

/* -- the source ----------------------------------------------------------- */

/* Read the words that begin in text[begin, end) behind those read before. */
static void read_stretch(ws_align *a, uint32_t begin, uint32_t end)
{
    ws_wording wording;
    ws_word word;
    uint32_t at = 0;

    if (a->spots > 0) { /* as far apart as their bytes are */
        const ws_spot *last = &a->spot[a->spots - 1];
        at = last->at + WS_ALIGN_NEAR + (begin - last->end) / 6 + 2;
    }
    ws_wording_init(&wording, a->text, a->len, begin);
    while (a->spots < a->most && ws_wording_next(&wording, &word) &&
           word.begin < end) {
        a->spot[a->spots++] = (ws_spot){
            word.begin, word.end, ws_index_word(a->index, word.key), at++};
    }
    a->steps += end - begin;
}

void ws_align_whole(ws_align *a, uint32_t group,
                    const ws_occurrence *occurrence)
{
    uint32_t words = a->index->group[group].words;
    uint32_t found = 0;
    ws_wording wording;
    ws_word word;

    a->spots = 0;
    ws_wording_init(&wording, a->text, a->len, occurrence->begin);
    wording.mark = occurrence->mark;
    while (found < words && a->spots < a->most &&
           ws_wording_next(&wording, &word)) {
        uint32_t id = ws_index_word(a->index, word.key);

        a->spot[a->spots] = (ws_spot){word.begin, word.end, id, a->spots};
        if (occurrence->mark == 0 || (word.flags & WS_WORD_MARKED) != 0)
            a->map[found++] = a->spots;
        a->spots++;
    }
    for (uint32_t i = 0; found < words && i < words; i++)
        a->map[i] = NONE; /* too much stands between */
    a->steps += a->spots;
}

/* Back from a byte by some bytes, to where white space ends. */
static uint32_t reach_back(const ws_align *a, uint32_t from, uint32_t bytes)
{
    uint32_t at = from > bytes ? from - bytes : 0;

    while (at > 0 && at < from && a->text[at - 1] != ' ' &&
           a->text[at - 1] != '\n')
        at++;
    return at;
}

/* By where they begin. */
static void sort_places(const ws_place *place, uint32_t places,
                        ws_place sorted[WS_SEARCH_PLACES])
{
    for (uint32_t i = 0; i < places; i++) {
        uint32_t to = i;

        for (; to > 0 && sorted[to - 1].begin > place[i].begin; to--)
            sorted[to] = sorted[to - 1];
        sorted[to] = place[i];
    }
}

static void read_places(ws_align *a, uint32_t words, const ws_place *place,
                        uint32_t places)
{
    uint32_t reach = ((words < REACH ? words : REACH) + ROUND) * WORD_BYTES;
    ws_place sorted[WS_SEARCH_PLACES];
    uint32_t begin = 0;
    uint32_t end = 0;

    a->spots = 0;
    sort_places(place, places, sorted);
    for (uint32_t i = 0; i < places; i++) {
        uint32_t from = reach_back(a, sorted[i].begin, reach);
        uint32_t to = sorted[i].end;

        to = a->len - to > reach ? to + reach : a->len;
        if (i > 0 && from > end)
            read_stretch(a, begin, end);
        if (i == 0 || from > end)
            begin = from;
        end = to > end ? to : end;
    }
    read_stretch(a, begin, end);
}

/* -- runs ----------------------------------------------------------------- */

static uint32_t mine_at(const ws_align *a, const ws_group *group, uint32_t i)
{
    return a->index->word[group->first + i];
}

/* Hash of a->least words, at group's word i. */
static uint32_t hash_mine(const ws_align *a, const ws_group *group, uint32_t i)
{
    uint32_t hash = 0;

    for (uint32_t k = 0; k < a->least; k++)
        hash = (hash ^ mine_at(a, group, i + k)) * 0x9E3779B1u;
    return (hash ^ hash >> 15) & a->mask;
}

static uint32_t hash_theirs(const ws_align *a, uint32_t i)
{
    uint32_t hash = 0;

    for (uint32_t k = 0; k < a->least; k++)
        hash = (hash ^ a->spot[i + k].word) * 0x9E3779B1u;
    return (hash ^ hash >> 15) & a->mask;
}

static void file_mine(ws_align *a, const ws_group *group)
{
    memset(a->head, 0, ((size_t)a->mask + 1) * sizeof *a->head);
    for (uint32_t i = group->words; i-- > 0;) {
        if (i + a->least > group->words)
            continue;
        uint32_t *head = &a->head[hash_mine(a, group, i)];
        a->next[i] = *head;
        *head = i + 1;
    }
}

static bool same(const ws_align *a, const ws_group *group, uint32_t mine,
                 uint32_t theirs)
{
    return mine_at(a, group, mine) == a->spot[theirs].word;
}

static bool adjoin(const ws_align *a, uint32_t first)
{
    return a->spot[first].at + 1 == a->spot[first + 1].at;
}

/* Make room when there is none: the short ones go. */
static void drop_short(ws_align *a)
{
    for (uint32_t floor = 2; a->runs == WS_ALIGN_RUNS; floor *= 2) {
        uint32_t kept = 0;

        for (uint32_t i = 0; i < a->runs; i++)
            if (a->run[i].words >= floor)
                a->run[kept++] = a->run[i];
        a->runs = kept;
        if (floor > UINT32_MAX / 4)
            a->runs = 0;
    }
}

static void add_run(ws_align *a, const ws_group *group, uint32_t mine,
                    uint32_t theirs, uint64_t *budget)
{
    uint32_t n = 0;

    if (mine > 0 && theirs > 0 && adjoin(a, theirs - 1) &&
        same(a, group, mine - 1, theirs - 1))
        return; /* it began before */
    while (mine + n < group->words && theirs + n < a->spots &&
           same(a, group, mine + n, theirs + n) &&
           (n == 0 || adjoin(a, theirs + n - 1)) && *budget > 0) {
        n++;
        --*budget;
    }
    if (n < a->least)
        return;
    if (a->runs == WS_ALIGN_RUNS)
        drop_short(a);
    a->run[a->runs++] = (ws_run){mine, theirs, n, NONE, 0, 0};
}

static void find_runs(ws_align *a, const ws_group *group)
{
    uint64_t budget = 16 * ((uint64_t)group->words + a->spots);

    a->runs = 0;
    a->least = group->words <= WS_SHORT ? 1 : WS_GRAM;
    file_mine(a, group);
    for (uint32_t i = 0; i + a->least <= a->spots; i++) {
        uint32_t m = a->spot[i].word == 0 ? 0 : a->head[hash_theirs(a, i)];

        for (uint32_t n = 0; m != 0 && n < CHAIN; n++, m = a->next[m - 1]) {
            a->steps++;
            if (same(a, group, m - 1, i))
                add_run(a, group, m - 1, i, &budget);
        }
    }
}

/* -- the chain ------------------------------------------------------------ */

static bool has_ellipsis(const uint8_t *flags, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i <= to; i++)
        if ((flags[i] & WS_WORD_ELLIPSIS) != 0)
            return true;
    return false;
}

/* Runs in the order of the draft, then of the source: few, and nearly so. */
static void sort_runs(ws_align *a)
{
    for (uint32_t i = 1; i < a->runs; i++) {
        ws_run run = a->run[i];
        uint32_t to = i;

        while (to > 0 && (a->run[to - 1].mine > run.mine ||
                          (a->run[to - 1].mine == run.mine &&
                           a->run[to - 1].theirs > run.theirs))) {
            a->run[to] = a->run[to - 1];
            to--;
        }
        a->run[to] = run;
    }
}

/* What it costs to go from one run to the next; trim: words of the next that
 * are not its own then. False when it cannot be. */
static bool leap(const ws_align *a, const uint8_t *flags, const ws_run *from,
                 const ws_run *to, uint32_t *trim, int32_t *cost)
{
    uint32_t mine = from->mine + from->words;
    uint32_t theirs = from->theirs + from->words;

    *trim = mine > to->mine ? mine - to->mine : 0;
    if (to->theirs > from->theirs && to->theirs < theirs &&
        theirs - to->theirs > *trim)
        *trim = theirs - to->theirs;
    if (*trim >= to->words)
        return false;
    uint32_t missing = to->mine + *trim - mine;
    if (to->theirs + *trim < theirs) { /* back */
        uint32_t back = a->spot[theirs - 1].at - a->spot[to->theirs].at;
        *cost = back <= WS_ALIGN_NEAR ? 5 * UNIT / 2 : 7 * UNIT / 2;
        return true;
    }
    uint32_t more = a->spot[to->theirs + *trim].at - a->spot[theirs - 1].at - 1;
    *cost = 0;
    if (more > WS_ALIGN_NEAR) {
        bool marked = has_ellipsis(flags, mine, to->mine + *trim);
        *cost = marked ? 3 * UNIT / 2 : 11 * UNIT / 4;
    } else if (more > 0 || missing > 0) {
        *cost = 3 * UNIT / 4 + (int32_t)more / 2;
    }
    return true;
}

/* The last run of the best chain, or NONE. */
static uint32_t chain(ws_align *a, const uint8_t *flags)
{
    uint32_t best = NONE;

    sort_runs(a);
    for (uint32_t j = 0; j < a->runs; j++) {
        ws_run *to = &a->run[j];

        to->score = (int32_t)to->words * UNIT;
        for (uint32_t i = 0; i < j; i++) {
            uint32_t trim = 0;
            int32_t cost = 0;

            if (!leap(a, flags, &a->run[i], to, &trim, &cost))
                continue;
            int32_t score =
                a->run[i].score + (int32_t)(to->words - trim) * UNIT - cost;
            if (score > to->score) {
                to->score = score;
                to->before = i;
                to->trim = trim;
            }
        }
        if (best == NONE || to->score > a->run[best].score)
            best = j;
    }
    a->steps += (uint64_t)a->runs * a->runs;
    return best;
}

/* -- gaps ----------------------------------------------------------------- */

/* Words of draft and of source between two runs, or at an end of them. */
struct gap {
    uint32_t mine; /* first */
    uint32_t mines;
    uint32_t theirs; /* first */
    uint32_t theirses;
    bool head; /* before all runs: source before it does not count */
    bool tail; /* behind them: likewise */
};

/* Fill the table with the worth of the first x words of draft with the first y
 * of source: 4 a word found, less 1 a word of source passed over. */
static void fill_table(ws_align *a, const ws_group *group,
                       const struct gap *gap)
{
    uint32_t width = gap->theirses + 1;
    int32_t *t = a->table;

    for (uint32_t y = 0; y < width; y++)
        t[y] = gap->head ? 0 : -(int32_t)y;
    for (uint32_t x = 1; x <= gap->mines; x++) {
        const int32_t *up = t;

        t += width;
        t[0] = 0;
        for (uint32_t y = 1; y < width; y++) {
            int32_t best = t[y - 1] - 1;

            if (up[y] > best)
                best = up[y];
            if (same(a, group, gap->mine + x - 1, gap->theirs + y - 1) &&
                up[y - 1] + 4 > best)
                best = up[y - 1] + 4;
            t[y] = best;
        }
    }
    a->steps += (uint64_t)width * gap->mines;
}

static void fill_gap(ws_align *a, const ws_group *group, const struct gap *gap)
{
    uint32_t width = gap->theirses + 1;
    uint32_t x = gap->mines;
    uint32_t y = gap->theirses;

    if (x == 0 || y == 0 || ((uint64_t)x + 1) * width > WS_ALIGN_GAP)
        return;
    fill_table(a, group, gap);
    for (uint32_t i = 0; gap->tail && i <= gap->theirses; i++)
        if (a->table[x * width + i] > a->table[x * width + y] || i == 0)
            y = i;
    while (x > 0 && y > 0) {
        const int32_t *t = &a->table[x * width + y];

        if (same(a, group, gap->mine + x - 1, gap->theirs + y - 1) &&
            *t == *(t - width - 1) + 4) {
            a->map[gap->mine + --x] = gap->theirs + --y;
        } else if (*t == *(t - width)) {
            x--;
        } else {
            y--;
        }
    }
}

/* The first of at most count spots that lead without a break to spot. */
static uint32_t before(const ws_align *a, uint32_t spot, uint32_t count)
{
    while (count > 0 && spot > 0 && adjoin(a, spot - 1)) {
        spot--;
        count--;
    }
    return spot;
}

/* Behind the last of at most count spots that follow. */
static uint32_t behind(const ws_align *a, uint32_t spot, uint32_t count)
{
    while (count > 0 && spot < a->spots && adjoin(a, spot - 1)) {
        spot++;
        count--;
    }
    return spot;
}

/* Words of group [from, to) that no run has; those before and behind do. */
static void fill(ws_align *a, const ws_group *group, uint32_t from, uint32_t to)
{
    struct gap gap = {from, to - from, 0, 0, from == 0, to == group->words};
    uint32_t end = 0;

    if (gap.mines > (uint32_t)WS_ALIGN_GAP)
        return;
    if (gap.head) {
        end = a->map[to];
        gap.theirs = before(a, end, gap.mines + ROUND);
    } else {
        gap.theirs = a->map[from - 1] + 1;
        end = gap.tail ? behind(a, gap.theirs, gap.mines + ROUND) : a->map[to];
    }
    if (end < gap.theirs)
        return;
    gap.theirses = end - gap.theirs;
    if (gap.theirses > 0 && !gap.head && !gap.tail &&
        a->spot[end].at - a->spot[gap.theirs - 1].at > WS_ALIGN_NEAR + 1)
        return;
    fill_gap(a, group, &gap);
}

/* -- all ------------------------------------------------------------------ */

static void draw_map(ws_align *a, const ws_group *group, uint32_t last)
{
    uint32_t to = group->words;

    for (uint32_t i = 0; i < group->words; i++)
        a->map[i] = NONE;
    for (uint32_t r = last; r != NONE; r = a->run[r].before) {
        const ws_run *run = &a->run[r];

        for (uint32_t i = run->trim; i < run->words; i++)
            a->map[run->mine + i] = run->theirs + i;
    }
    for (uint32_t i = group->words; i-- > 0;) {
        if (a->map[i] != NONE) {
            if (i + 1 < to)
                fill(a, group, i + 1, to);
            to = i;
        }
    }
    if (to > 0)
        fill(a, group, 0, to);
}

/* Move what is left out before word i of the group to where the draft marks
 * it, if it may as well be left out there: of "so it, it went" the draft's
 * "so ... it went" leaves out the first "it". */
static void slide(ws_align *a, const ws_group *group, const uint8_t *flags,
                  uint32_t i)
{
    uint32_t to = i;
    uint32_t spot = a->map[i];
    uint32_t last = a->map[i - 1];

    while (to > 0 && i - to < SLIDE && spot > 0 && a->map[to - 1] == last &&
           spot - 1 > last && adjoin(a, spot - 1) && adjoin(a, last) &&
           same(a, group, to - 1, spot - 1) &&
           (flags[to] & WS_WORD_ELLIPSIS) == 0) {
        to--;
        spot--;
        last--;
        if (to == 0 || a->map[to] == 0)
            break;
    }
    if (to == i || (flags[to] & WS_WORD_ELLIPSIS) == 0)
        return;
    for (uint32_t k = to; k < i; k++)
        a->map[k] = a->map[i] - (i - k);
}

/* Likewise all that is left out. */
static void slide_all(ws_align *a, const ws_group *group, const uint8_t *flags)
{
    for (uint32_t i = 1; i < group->words; i++) {
        uint32_t last = a->map[i - 1];

        if (last != NONE && a->map[i] != NONE && a->map[i] > last + 1 &&
            (flags[i] & WS_WORD_ELLIPSIS) == 0)
            slide(a, group, flags, i);
    }
}

/* Whether what was found is enough to say that it is meant. */
static bool is_enough(const ws_align *a, const ws_group *group,
                      const uint8_t *flags)
{
    uint32_t found = 0;
    uint32_t missing = 0; /* those in brackets aside */
    uint32_t more = 0;    /* words of source between */
    uint32_t run = 0;
    uint32_t longest = 0;
    uint32_t last = NONE;

    for (uint32_t i = 0; i < group->words; i++) {
        uint32_t spot = a->map[i];

        if (spot == NONE) {
            missing += (flags[i] & WS_WORD_BRACKETED) == 0 ? 1 : 0;
            run = 0;
            continue;
        }
        bool follows = last != NONE && spot > last;
        uint32_t passed = follows ? a->spot[spot].at - a->spot[last].at - 1 : 0;
        if (passed <= WS_ALIGN_NEAR && (flags[i] & WS_WORD_ELLIPSIS) == 0)
            more += passed;
        run = run > 0 && follows && passed == 0 ? run + 1 : 1;
        longest = run > longest ? run : longest;
        found++;
        last = spot;
    }
    if ((uint64_t)found * 5 < ((uint64_t)found + missing) * 3)
        return false;
    if (group->words > WS_SHORT)
        return longest >= WS_GRAM;
    return found >= WS_GRAM && more <= 4 &&
           missing <= (group->words <= 5 ? 1 : 2);
}

/* Whether there are as many n-grams as three fifths of the words, in runs of
 * no more than an n-gram, would show at least, or a little less. */
static bool is_likely(const ws_group *group, const ws_place *place,
                      uint32_t places)
{
    uint32_t hits = 0;

    for (uint32_t i = 0; i < places; i++)
        hits += place[i].hits;
    return hits >= 1 && hits >= group->words / 8;
}

bool ws_align_places(ws_align *a, uint32_t g, const uint8_t *flags,
                     const ws_place *place, uint32_t places)
{
    const ws_group *group = &a->index->group[g];

    if (group->words < WS_GRAM || !is_likely(group, place, places))
        return false;
    read_places(a, group->words, place, places);
    find_runs(a, group);
    uint32_t last = chain(a, flags);
    if (last == NONE)
        return false;
    draw_map(a, group, last);
    slide_all(a, group, flags);
    return is_enough(a, group, flags);
}
