/*
 * changes.c - what differs, for a person to read.
 *
 *   in   a quotation, its gaps
 *   out  a word diff
 *
 * Written word by word. A word that is the source's too is shown when it
 * stands within CONTEXT words of one that differs. What is left out behind an
 * ellipsis is shown as well: it may be a "not".
 */
#include "check/changes.h"

#include <string.h>

#define NONE WHOSAID_NONE

enum {
    CONTEXT = 3, /* words */
    CASES = 3,   /* words in other capitals that are shown; more is a style */
    LEFT_OUT = 2000 /* bytes of a stretch left out that are shown */
};

struct diff {
    ws_arena *arena;
    const ws_quoted *quoted;
    const ws_align *align;
    const ws_spoken *spoken;
    const ws_judgement *judgement;
    char *out; /* [len] */
    size_t len;
    size_t cap;
    uint32_t shown; /* words of the draft written so far, or passed over */
    bool cases;     /* other capitals are shown */
};

/* Make room for so many bytes more. */
static bool reserve(struct diff *d, size_t len)
{
    size_t cap = 2 * d->cap + len + 256;

    if (d->out != NULL && len <= d->cap - d->len)
        return true;
    char *out = WS_NEW(d->arena, char, cap);
    if (out == NULL)
        return false;
    if (d->out != NULL)
        memcpy(out, d->out, d->len);
    d->out = out;
    d->cap = cap;
    return true;
}

static void put(struct diff *d, const char *text, size_t len)
{
    if (!reserve(d, len))
        return;
    memcpy(d->out + d->len, text, len);
    d->len += len;
}

static void put_string(struct diff *d, const char *string)
{
    put(d, string, strlen(string));
}

static void part(struct diff *d)
{
    if (d->len > 0 && d->out[d->len - 1] != ' ')
        put_string(d, " ");
}

/* Words [from, to) of the draft, with brackets that stand about them. */
static void put_mine(struct diff *d, uint32_t from, uint32_t to)
{
    ws_cell text = d->quoted->text;
    uint32_t begin = d->quoted->word[from].begin;
    uint32_t end = d->quoted->word[to - 1].end;

    if (begin > 0 && text.text[begin - 1] == '[')
        begin--;
    if (end < text.len && text.text[end] == ']')
        end++;
    put(d, text.text + begin, end - begin);
}

/* Show the words of draft [d->shown, to) that are the source's too: so many
 * behind what differs, and before it when `more` follows. */
static void put_same(struct diff *d, uint32_t to, bool more)
{
    uint32_t words = to - d->shown;
    uint32_t head = d->shown > 0 ? CONTEXT : 0;
    uint32_t tail = more ? CONTEXT : 0;

    if (words == 0)
        return;
    part(d);
    if (words <= head + tail + 1) {
        put_mine(d, d->shown, to);
    } else {
        if (head > 0)
            put_mine(d, d->shown, d->shown + head);
        part(d);
        put_string(d, "…");
        if (tail > 0) {
            part(d);
            put_mine(d, to - tail, to);
        }
    }
    d->shown = to;
}

/* -- gaps ----------------------------------------------------------------- */

/* The words left out, those that are nobody's speech aside. */
static void put_counted(struct diff *d, const ws_gap *gap)
{
    const ws_align *a = d->align;
    uint32_t last = NONE;

    for (uint32_t i = gap->last + 1; i < gap->next; i++) {
        const ws_spot *spot = &a->spot[i];
        uint32_t begin = spot->begin;

        if (!ws_verdict_counts(d->spoken, a, gap, i))
            continue;
        if (last != NONE && last + 1 == i)
            begin = a->spot[last].end;
        else if (last != NONE)
            put_string(d, " ");
        put(d, a->text + begin, spot->end - begin);
        last = i;
    }
}

/* The bytes left out, where they are no more than can be shown. */
static void put_stretch(struct diff *d, const ws_gap *gap)
{
    uint32_t begin = d->align->spot[gap->last].end;
    uint32_t end = d->align->spot[gap->next].begin;
    const char *text = d->align->text;

    while (begin < end && (text[begin] == ' ' || text[begin] == '\n'))
        begin++;
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\n'))
        end--;
    if (end - begin <= LEFT_OUT) {
        put(d, text + begin, end - begin);
        return;
    }
    uint32_t head = begin + LEFT_OUT / 2;
    uint32_t tail = end - LEFT_OUT / 2;
    while (head > begin && text[head] != ' ')
        head--;
    while (tail < end && text[tail] != ' ')
        tail++;
    put(d, text + begin, head - begin);
    put_string(d, " …");
    put(d, text + tail, end - tail);
}

static void put_gap(struct diff *d, const ws_gap *gap)
{
    bool apart = gap->kind == WS_GAP_APART;
    bool abridged = gap->ellipsis && gap->left > 0 && !apart;

    put_same(d, gap->from, true);
    if (gap->left > 0 && !(apart && gap->far)) {
        part(d);
        put_string(d, "[-");
        if (gap->far)
            put_stretch(d, gap);
        else
            put_counted(d, gap);
        put_string(d, "-]");
    }
    if (apart) {
        part(d);
        put_string(d, "||");
    }
    if (gap->from < gap->to || abridged) {
        part(d);
        put_string(d, "{+");
        if (abridged)
            put_string(d, gap->from < gap->to ? "... " : "...");
        if (gap->from < gap->to)
            put_mine(d, gap->from, gap->to);
        put_string(d, "+}");
    }
    d->shown = gap->to;
}

/* A word in other capitals. */
static void put_case(struct diff *d, uint32_t word)
{
    const ws_spot *spot = &d->align->spot[d->align->map[word]];

    put_same(d, word, true);
    part(d);
    put_string(d, "[-");
    put(d, d->align->text + spot->begin, spot->end - spot->begin);
    put_string(d, "-] {+");
    put_mine(d, word, word + 1);
    put_string(d, "+}");
    d->shown = word + 1;
}

static bool is_case(const struct diff *d, uint32_t word)
{
    return d->align->map[word] != NONE &&
           ws_verdict_case(d->quoted, word, d->align);
}

/* The words in other capitals from word on up to another. */
static void put_cases(struct diff *d, uint32_t to)
{
    for (uint32_t i = d->shown; d->cases && i < to; i++)
        if (is_case(d, i))
            put_case(d, i);
}

whosaid_status ws_changes(ws_arena *arena, const ws_quoted *quoted,
                          const ws_align *align, const ws_spoken *spoken,
                          const ws_judgement *judgement, ws_cell *out)
{
    struct diff d = {arena, quoted, align, spoken, judgement,
                     NULL,  0,      0,     0,      false};
    uint32_t cases = 0;

    for (uint32_t i = 0; i < quoted->words; i++)
        cases += is_case(&d, i) ? 1 : 0;
    d.cases = cases > 0 && cases <= CASES;
    for (uint32_t i = 0; i < judgement->gaps; i++) {
        const ws_gap *gap = &judgement->gap[i];

        if (gap->kind < WS_GAP_ABRIDGED)
            continue;
        put_cases(&d, gap->from);
        put_gap(&d, gap);
    }
    put_cases(&d, quoted->words);
    if (d.len > 0)
        put_same(&d, quoted->words, false);
    arena->steps += d.len;
    *out = (ws_cell){d.len > 0 ? d.out : "", d.len};
    return arena->failed ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}
