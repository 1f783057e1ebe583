/*
 * side.c - which way a mark faces where its neighbours do not tell.
 *
 *   in   marks, tokens
 *   out  the same marks; straight ones that might open as well as close do
 *        one of the two
 *
 * Where paragraphs were glued together without a space ("One."Two." she
 * said."Three."), or a space stands on both sides, a mark's own sides say
 * nothing, and taking marks two by two swaps inside and outside from the first
 * one that closes nothing. So a paragraph with such a mark is read as a walk
 * between two states, outside and inside. Each step through a mark and each
 * stretch between two marks has a price: first persons are dear outside, tags
 * inside, a mark that opens again in mid-speech costs more than one that just
 * opens, a closing one outside most of all. The cheapest walk decides.
 *
 * Double marks, and single ones where they are the first convention; inner
 * ones are left alone. Not here: what pairs with what, see pair.c.
 */
#include "quote/side.h"

enum { OUTSIDE, INSIDE, STATES };

/* Prices. */
enum {
    GLUED = 1,    /* opens where speech is open, behind a sentence, and touches
                   * it */
    AGAIN = 3,    /* likewise, apart from it */
    NESTED = 5,   /* likewise, in mid-sentence */
    STRAY = 7,    /* closes nothing */
    ODD = 4,      /* faces away from the words beside it */
    TAGLESS = 1,  /* outside, without a tag */
    UNCLOSED = 3, /* open at the paragraph's end */
    WORD = 2,     /* a word in the wrong place */
    WORDS = 4     /* at most, of one stretch */
};

struct walker {
    const ws_token *token;
    const uint32_t *first; /* token of each paragraph */
    ws_mark *mark;
    uint8_t *from; /* [marks]: bit s: state s behind the mark is reached from
                    * INSIDE */
    uint8_t family;
    uint64_t steps;
};

static bool is_open_question(const struct walker *w, const ws_mark *m)
{
    return m->family == w->family && m->straight && m->can_open && m->can_close;
}

static bool is_ours(const struct walker *w, const ws_mark *m)
{
    return m->family == w->family && !m->doubtful;
}

static bool ends_sentence(const ws_token *token)
{
    if (token->kind == WS_TOKEN_WORD)
        return (token->shape & WS_SHAPE_DOT) != 0;
    return token->kind == WS_TOKEN_PUNCT &&
           (token->cp == '.' || token->cp == '!' || token->cp == '?' ||
            token->cp == 0x2026);
}

/* "she said", "said Bob": a verb of saying beside somebody else. */
static bool is_tag(const ws_token *token, const ws_token *begin,
                   const ws_token *end)
{
    if (!WS_IS(token->lex, CUE_STRONG) || WS_IS(token->lex, CUE_ING) ||
        WS_IS(token->lex, CUE_BASE))
        return false;
    for (uint32_t side = 0; side < 2; side++) {
        const ws_token *beside = side == 0 ? token - 1 : token + 1;
        if (beside < begin || beside >= end || beside->kind != WS_TOKEN_WORD)
            continue;
        if (WS_IS(beside->lex, SUBJECT)
                ? !WS_IS(beside->lex, FIRST) && !WS_IS(beside->lex, SECOND)
                : (beside->shape & WS_SHAPE_CAPITAL) != 0)
            return true;
    }
    return false;
}

/* What tokens [from, to) cost outside and inside. */
static void price_stretch(struct walker *w, uint32_t from, uint32_t to,
                          uint32_t price[STATES])
{
    price[OUTSIDE] = TAGLESS;
    price[INSIDE] = 0;
    for (uint32_t i = from; i < to; i++) {
        const ws_token *token = &w->token[i];
        w->steps++;
        if (WS_IS(token->lex, FIRST) || WS_IS(token->lex, SECOND))
            price[OUTSIDE] += WORD;
        else if (is_tag(token, &w->token[from], &w->token[to]))
            price[INSIDE] += WORD;
    }
    if (price[INSIDE] > 0)
        price[OUTSIDE] -= TAGLESS;
    for (uint32_t state = 0; state < STATES; state++)
        if (price[state] > WORDS)
            price[state] = WORDS;
}

/* What mark m costs as an opening and as a closing one. */
static void price_mark(const struct walker *w, const ws_mark *m,
                       uint32_t *opens, uint32_t *closes, uint32_t *again)
{
    uint32_t begin = w->first[m->paragraph];
    uint32_t end = w->first[m->paragraph + 1];
    bool stop = m->token > begin && ends_sentence(&w->token[m->token - 1]);
    bool pause = m->token > begin && w->token[m->token - 1].cp == ',';
    bool small = m->token + 1 < end && ws_is_small(&w->token[m->token + 1]);

    *opens = m->can_open ? 0 : STRAY;
    *closes = m->can_close ? 0 : STRAY;
    *again = *opens + (!stop || small                ? NESTED
                       : m->can_close && m->can_open ? GLUED
                                                     : AGAIN);
    if (!m->can_open || !m->can_close)
        return;
    if ((stop || pause) && small) /* so," she said */
        *opens += ODD;
    if (!stop && !pause && !small) /* she said"So */
        *closes += ODD;
}

/* The cheapest walk through marks [from, to) of one paragraph. */
static void walk(struct walker *w, uint32_t from, uint32_t to)
{
    uint32_t paragraph = w->mark[from].paragraph;
    uint32_t at = w->first[paragraph];
    uint32_t cost[STATES] = {0, UNCLOSED + STRAY};
    uint32_t price[STATES];

    for (uint32_t i = from; i < to; i++) {
        const ws_mark *m = &w->mark[i];
        uint32_t opens, closes, again;
        w->steps++;
        if (!is_ours(w, m))
            continue;
        price_stretch(w, at, m->token, price);
        price_mark(w, m, &opens, &closes, &again);
        at = m->token + 1;
        uint32_t out = cost[OUTSIDE] + price[OUTSIDE];
        uint32_t in = cost[INSIDE] + price[INSIDE];
        bool ends = in + closes <= out + STRAY;
        bool goes_on = in + again < out + opens;
        cost[OUTSIDE] = ends ? in + closes : out + STRAY;
        cost[INSIDE] = goes_on ? in + again : out + opens;
        w->from[i] = (uint8_t)((ends ? 1u << OUTSIDE : 0u) |
                               (goes_on ? 1u << INSIDE : 0u));
    }
    price_stretch(w, at, w->first[paragraph + 1], price);
    bool inside = cost[INSIDE] + price[INSIDE] + UNCLOSED <
                  cost[OUTSIDE] + price[OUTSIDE];
    for (uint32_t i = to; i-- > from;) {
        ws_mark *m = &w->mark[i];
        if (!is_ours(w, m))
            continue;
        if (is_open_question(w, m)) {
            m->can_open = inside;
            m->can_close = !inside;
            m->settled = true;
        }
        inside = (w->from[i] & (inside ? 1u << INSIDE : 1u << OUTSIDE)) != 0;
    }
}

/* Walk the paragraphs where a mark of the family leaves it open. */
static void settle(struct walker *w, uint32_t count, uint8_t family)
{
    uint32_t from = 0;

    w->family = family;
    for (uint32_t to = 1; to <= count; to++) {
        if (to < count && w->mark[to].paragraph == w->mark[from].paragraph)
            continue;
        bool asked = false;
        for (uint32_t i = from; i < to; i++)
            asked = asked || is_open_question(w, &w->mark[i]);
        if (asked)
            walk(w, from, to);
        from = to;
    }
    w->steps += count;
}

whosaid_status ws_sides_settle(ws_arena *arena, const ws_tokens *tokens,
                               ws_marks *marks)
{
    struct walker w = {
        .token = tokens->token, .first = tokens->first, .mark = marks->mark};
    bool asked = false;

    for (uint32_t i = 0; i < marks->count; i++)
        asked = asked || (marks->mark[i].straight && marks->mark[i].can_open &&
                          marks->mark[i].can_close);
    arena->steps += marks->count;
    if (!asked)
        return WHOSAID_OK;
    w.from = WS_NEW(arena, uint8_t, marks->count);
    if (w.from == NULL)
        return WHOSAID_ERR_NOMEM;
    settle(&w, marks->count, WS_MARK_DOUBLE);
    if (marks->singles)
        settle(&w, marks->count, WS_MARK_SINGLE);
    arena->steps += w.steps;
    return WHOSAID_OK;
}
