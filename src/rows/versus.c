/*
 * versus.c - two sayings side by side: which words differ.
 *
 *   in   two texts
 *   out  a word diff
 *
 * 1. Cut both into words, at white space and behind hyphens and dashes; a word
 *    is known by its sketch, so that case and punctuation do not count.
 * 2. What both begin and end with is the same. Between, follow the furthest
 *    paths (Myers's greedy search): each round allows one word more that
 *    differs, and rounds are bounded. The ends of all paths are kept, to walk
 *    back from the last.
 * 3. Write, with the second text's own words.
 */
#include "rows/versus.h"

#include <string.h>

#include "base/unicode.h"
#include "rows/words.h"

enum {
    NONE = -1,
    MOST = WS_VERSUS_MOST,
    CONTEXT = 3 /* words about a difference that are shown */
};

struct word {
    uint64_t key;
    uint32_t begin; /* bytes */
    uint32_t end;
    bool is_same; /* in the other text too, where its turn is */
};

struct side {
    ws_cell text;
    struct word *word; /* [words] */
    uint32_t words;
};

struct versus {
    ws_arena *arena;
    struct side side[2];
    int32_t rounds; /* at most, <= MOST */
    int32_t *path;  /* [rounds + 1][2 * rounds + 3] how far in the first text
                     * each diagonal's path comes in each round */
    char *out;      /* [len] */
    size_t len;
};

/* -- words ---------------------------------------------------------------- */

static bool is_dash(int32_t cp)
{
    return cp == '-' || (cp >= 0x2010 && cp <= 0x2015);
}

/* Where the word that begins at a byte ends. */
static size_t word_end(ws_cell text, size_t at)
{
    int32_t cp = 0;

    while (at < text.len) {
        uint32_t step = ws_utf8_next(text.text, text.len, at, &cp);

        if ((ws_cp_class(cp) & WS_CP_SPACE) != 0)
            break;
        at += step;
        if (is_dash(cp))
            break;
    }
    return at;
}

/* Cut a text; what holds no letter or digit is no word. */
static whosaid_status cut(ws_arena *arena, struct side *side)
{
    ws_cell text = side->text;
    size_t at = 0;

    side->word = WS_NEW(arena, struct word, text.len / 2 + 1);
    if (side->word == NULL)
        return WHOSAID_ERR_NOMEM;
    while (at < text.len) {
        size_t end = word_end(text, at);
        const ws_sketch sketch =
            ws_words_of((ws_cell){text.text + at, end - at});

        if (sketch.count > 0) {
            side->word[side->words++] =
                (struct word){sketch.same, (uint32_t)at, (uint32_t)end, false};
        }
        at = end > at ? end : at + 1;
    }
    return WHOSAID_OK;
}

/* -- the search ----------------------------------------------------------- */

/* The words between what both begin and end with. */
struct middle {
    struct word *word[2];
    int32_t words[2];
};

static int32_t *path_at(const struct versus *v, int32_t round, int32_t diagonal)
{
    size_t width = 2 * (size_t)v->rounds + 3;

    return v->path + (size_t)round * width + (diagonal + v->rounds + 1);
}

/* How far a path on a diagonal comes in a round: in the first text. */
static int32_t go_on(const struct versus *v, const struct middle *m,
                     int32_t round, int32_t diagonal)
{
    int32_t x = 0;

    if (round > 0) {
        int32_t left = *path_at(v, round - 1, diagonal - 1);
        int32_t right = *path_at(v, round - 1, diagonal + 1);
        bool down = diagonal == -round || (diagonal != round && left < right);
        x = down ? right : left + 1;
    }
    while (x < m->words[0] && x - diagonal < m->words[1] &&
           m->word[0][x].key == m->word[1][x - diagonal].key)
        x++;
    return x;
}

/* How many words differ at least; NONE: more than are counted. */
static int32_t search(const struct versus *v, const struct middle *m)
{
    for (int32_t round = 0; round <= v->rounds; round++) {
        for (int32_t k = -round; k <= round; k += 2) {
            int32_t x = go_on(v, m, round, k);

            *path_at(v, round, k) = x;
            if (x >= m->words[0] && x - k >= m->words[1])
                return round;
        }
    }
    return NONE;
}

/* Walk back from the end, and note which words are the same. */
static void walk_back(const struct versus *v, const struct middle *m,
                      int32_t rounds)
{
    int32_t x = m->words[0];
    int32_t y = m->words[1];

    for (int32_t round = rounds; round >= 0; round--) {
        int32_t k = x - y;
        int32_t from = 0; /* where the path comes from, in the first text */
        bool down = false;

        if (round > 0) {
            int32_t left = *path_at(v, round - 1, k - 1);
            int32_t right = *path_at(v, round - 1, k + 1);
            down = k == -round || (k != round && left < right);
            from = down ? right : left + 1;
        }
        for (; x > from; x--, y--) {
            m->word[0][x - 1].is_same = true;
            m->word[1][y - 1].is_same = true;
        }
        x -= round > 0 && !down ? 1 : 0;
        y -= round > 0 && down ? 1 : 0;
    }
}

static whosaid_status compare(struct versus *v)
{
    struct side *a = &v->side[0];
    struct side *b = &v->side[1];
    uint32_t least = a->words < b->words ? a->words : b->words;
    uint32_t head = 0;
    uint32_t tail = 0;

    for (; head < least && a->word[head].key == b->word[head].key; head++) {
        a->word[head].is_same = true;
        b->word[head].is_same = true;
    }
    for (; tail < least - head; tail++) {
        struct word *last[2] = {&a->word[a->words - 1 - tail],
                                &b->word[b->words - 1 - tail]};

        if (last[0]->key != last[1]->key)
            break;
        last[0]->is_same = true;
        last[1]->is_same = true;
    }
    const struct middle m = {
        {a->word + head,                    b->word + head                   },
        {(int32_t)(a->words - head - tail), (int32_t)(b->words - head - tail)}
    };
    if (m.words[0] == 0 || m.words[1] == 0)
        return WHOSAID_OK;
    v->rounds = MOST;
    if (m.words[0] < MOST - m.words[1])
        v->rounds = m.words[0] + m.words[1];
    size_t rounds = (size_t)v->rounds;
    v->path = WS_NEW(v->arena, int32_t, (rounds + 1) * (2 * rounds + 3));
    if (v->path == NULL)
        return WHOSAID_ERR_NOMEM;
    int32_t found = search(v, &m);
    if (found != NONE)
        walk_back(v, &m, found);
    return WHOSAID_OK;
}

/* -- writing -------------------------------------------------------------- */

static void put(struct versus *v, const char *text, size_t len)
{
    memcpy(v->out + v->len, text, len);
    v->len += len;
}

static void part(struct versus *v)
{
    if (v->len > 0)
        put(v, " ", 1);
}

/* Words [from, to) of a text between two signs. */
static void put_words(struct versus *v, const struct side *side, uint32_t from,
                      uint32_t to, const char *const sign[2])
{
    if (from == to)
        return;
    uint32_t begin = side->word[from].begin;
    part(v);
    put(v, sign[0], strlen(sign[0]));
    put(v, side->text.text + begin, side->word[to - 1].end - begin);
    put(v, sign[1], strlen(sign[1]));
}

/* Words [from, to) of the second text that are the first's too: those near to
 * a difference, which may follow. */
static void put_same(struct versus *v, uint32_t from, uint32_t to, bool more)
{
    static const char *const none[2] = {"", ""};
    const struct side *side = &v->side[1];
    uint32_t head = v->len > 0 ? CONTEXT : 0;
    uint32_t tail = more ? CONTEXT : 0;

    if (to - from <= head + tail + 1) {
        put_words(v, side, from, to, none);
        return;
    }
    put_words(v, side, from, from + head, none);
    part(v);
    put(v, "…", strlen("…"));
    put_words(v, side, to - tail, to, none);
}

static void put_all(struct versus *v)
{
    static const char *const gone[2] = {"[-", "-]"};
    static const char *const come[2] = {"{+", "+}"};
    const struct side *a = &v->side[0];
    const struct side *b = &v->side[1];
    uint32_t i = 0;
    uint32_t j = 0;

    while (i < a->words || j < b->words) {
        uint32_t same = j;
        uint32_t at[2] = {i, j};

        while (j < b->words && i < a->words && a->word[i].is_same &&
               b->word[j].is_same) {
            i++;
            j++;
        }
        if (j > same) {
            put_same(v, same, j, i < a->words || j < b->words);
            continue;
        }
        while (i < a->words && !a->word[i].is_same)
            i++;
        while (j < b->words && !b->word[j].is_same)
            j++;
        put_words(v, a, at[0], i, gone);
        put_words(v, b, at[1], j, come);
    }
}

whosaid_status ws_versus(ws_arena *arena, ws_cell first, ws_cell second,
                         ws_cell *out)
{
    struct versus v = {.arena = arena};
    bool differs = false;

    *out = (ws_cell){"", 0};
    v.side[0].text = first;
    v.side[1].text = second;
    WS_TRY(cut(arena, &v.side[0]));
    WS_TRY(cut(arena, &v.side[1]));
    WS_TRY(compare(&v));
    for (int s = 0; s < 2; s++)
        for (uint32_t i = 0; i < v.side[s].words; i++)
            differs |= !v.side[s].word[i].is_same;
    if (!differs)
        return WHOSAID_OK;

    /* at most every word is a difference of its own: two signs and a space */
    size_t words = (size_t)v.side[0].words + v.side[1].words;
    v.out = WS_NEW(arena, char, first.len + second.len + 9 * (words + 1));
    if (v.out == NULL)
        return WHOSAID_ERR_NOMEM;
    put_all(&v);
    *out = (ws_cell){v.out, v.len};
    return WHOSAID_OK;
}
