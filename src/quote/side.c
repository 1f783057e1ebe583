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
 * between states, outside and inside. Each step through a mark and each
 * stretch between two marks has a price: first persons are dear outside, and so
 * is a sentence that names nothing ("It was dark."); tags are inside, a mark
 * that opens again in mid-speech costs more than one that just opens, a closing
 * one outside most of all. A sentence that nothing leads in and no tag follows
 * is dear too: it is the last one of words that opened before. The cheapest
 * walk decides.
 *
 * Double marks, and single ones where they are the first convention; inner
 * ones are left alone. Not here: what pairs with what, see pair.c.
 */
#include "quote/side.h"

/* UNLED: inside words that nothing before them led in. */
enum { OUTSIDE, INSIDE, UNLED, STATES };

/* Prices. Chosen where they settle most marks rightly in news of which every
 * mark is known, glued together in several ways. */
enum {
    GLUED = 2,    /* opens where speech is open, behind a sentence, and touches
                   * it */
    AGAIN = 5,    /* likewise, apart from it */
    NESTED = 10,  /* likewise, in mid-sentence */
    STRAY = 14,   /* closes nothing */
    ODD = 7,      /* faces away from the words beside it */
    MAYBE = 4,    /* closes, and may as well be an apostrophe */
    UNCLOSED = 8, /* open at the paragraph's end */
    TAGLESS = 1,  /* outside, without a verb of saying */
    NAMELESS = 4, /* likewise, and names nothing: "It was over. */
    LEAD = 4,     /* inside, and leads in another one: "he added: */
    TAG = 4,      /* inside: who speaks */
    ALONE = 6,    /* closes a sentence that nobody says: nothing leads it in,
                   * and no tag follows */
    FIRST = 6,    /* outside: I, we */
    SECOND = 5,   /* outside: you */
    WORDS = 8,    /* at most, of one stretch */
    SENTENCE = 3, /* tokens of a sentence that could name somebody */
    TAIL = 5,     /* tokens that a tag behind words may take */
    LAYERS = 2    /* marks looked through */
};

/* What was seen since the last mark that is no apostrophe. */
struct seen {
    uint32_t first; /* token */
    bool tag;
    bool cue;
    bool person; /* first or second */
    bool name;
};

/* Where the cheapest walk comes from: the state before a mark, by that behind
 * it. */
struct step {
    uint8_t from[STATES];
};

/* What a mark costs. */
struct price {
    uint32_t opens;
    uint32_t closes;
    uint32_t again; /* opens where speech is open */
    uint32_t alone; /* closes words that were not led in, besides */
};

struct walker {
    const ws_token *token;
    const uint32_t *first; /* token of each paragraph */
    ws_mark *mark;
    struct step *from; /* [marks] */
    uint8_t family;
    uint32_t at;    /* token behind the last mark */
    uint32_t start; /* token that begins the paragraph */
    bool told; /* the sentence of the last stretch goes on, and has a cue */
    bool led;  /* what stands before the mark leads it in */
    struct seen seen;
    uint64_t steps;
};

static bool is_open_question(const struct walker *w, const ws_mark *m)
{
    return m->family == w->family && m->straight && m->can_open && m->can_close;
}

/* Not the mark of an elision; an apostrophe may be passed by. */
static bool is_ours(const struct walker *w, const ws_mark *m)
{
    return m->family == w->family && (!m->doubtful || !m->can_open);
}

static bool ends_sentence(const ws_token *token)
{
    if (token->kind == WS_TOKEN_WORD)
        return (token->shape & WS_SHAPE_DOT) != 0;
    return token->kind == WS_TOKEN_PUNCT &&
           (token->cp == '.' || token->cp == '!' || token->cp == '?' ||
            token->cp == 0x2026);
}

/* The token before token to, or NULL; marks of another family may stand
 * between: 'so.'" */
static const ws_token *last_before(const struct walker *w, uint32_t to)
{
    uint32_t at = to;

    while (at > w->start && to - at < LAYERS &&
           w->token[at - 1].kind == WS_TOKEN_MARK)
        at--;
    return at > w->start ? &w->token[at - 1] : NULL;
}

/* A sentence ended before token to. */
static bool ends_words(const struct walker *w, uint32_t to)
{
    const ws_token *last = last_before(w, to);

    return last != NULL && ends_sentence(last);
}

/* A name, or a word that looks like one. */
static bool is_name(const ws_token *token, const ws_token *begin)
{
    const ws_lex known = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_VERB) |
                         WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(COMMON_OTHER) |
                         WS_LEX_BIT(DET) | WS_LEX_BIT(SUBJECT) |
                         WS_LEX_BIT(ADVERB) | WS_LEX_BIT(PREPOSITION) |
                         WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(SUBORDINATOR);
    const ws_lex names =
        WS_LEX_BIT(SURNAME) | WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);

    if (!ws_is_capital(token) || token->kind != WS_TOKEN_WORD)
        return false;
    return (token > begin && !ends_sentence(token - 1)) ||
           (token->lex & known) == 0 || (token->lex & names) != 0;
}

static bool is_person(const ws_token *token) /* first or second */
{
    return WS_IS(token->lex, FIRST) || WS_IS(token->lex, SECOND);
}

/* Whether somebody else than who speaks or hears may be meant. */
static bool is_other(const ws_token *token, const ws_token *begin)
{
    const ws_lex others = WS_LEX_BIT(SUBJECT) | WS_LEX_BIT(ROLE) |
                          WS_LEX_BIT(PERSON) | WS_LEX_BIT(GROUP);

    return token->kind == WS_TOKEN_WORD && !is_person(token) &&
           ((token->lex & others) != 0 || is_name(token, begin));
}

static bool is_cue(const ws_token *token)
{
    return WS_IS(token->lex, CUE_STRONG) && !WS_IS(token->lex, CUE_ING) &&
           !WS_IS(token->lex, CUE_BASE);
}

/* "she said", "said Bob": a verb of saying beside somebody else; not "she told
 * us". */
static bool is_tag(const ws_token *token, const ws_token *begin,
                   const ws_token *end)
{
    if (token + 1 < end && WS_IS(token[1].lex, FIRST))
        return false;
    return (token > begin && is_other(token - 1, begin)) ||
           (token + 1 < end && is_other(token + 1, begin));
}

/* She told me, 'Go.': a mark of the other family opens behind the verb, whose
 * tag stands in the words of whoever tells of it. */
static bool leads_within(const ws_token *token, const ws_token *end)
{
    if (token + 1 < end && token[1].kind == WS_TOKEN_PUNCT &&
        (token[1].cp == ',' || token[1].cp == ':'))
        token++;
    return token + 1 < end && token[1].kind == WS_TOKEN_MARK;
}

/* What tokens [from, to) cost outside and inside, word by word. */
static void price_words(struct walker *w, uint32_t from, uint32_t to,
                        uint32_t price[STATES])
{
    const ws_lex told = WS_LEX_BIT(TIME) | WS_LEX_BIT(TITLE) |
                        WS_LEX_BIT(ROLE) | WS_LEX_BIT(HONORIFIC) |
                        WS_LEX_BIT(PLACE) | WS_LEX_BIT(GROUP);
    const ws_token *begin = &w->token[from];

    for (uint32_t i = from; i < to; i++) {
        const ws_token *token = &w->token[i];
        w->steps++;
        if (is_person(token)) {
            price[OUTSIDE] += WS_IS(token->lex, FIRST) ? FIRST : SECOND;
            w->seen.person = true;
        } else if (is_cue(token)) {
            bool tag = is_tag(token, begin, &w->token[to]) &&
                       !leads_within(token, &w->token[to]);
            price[INSIDE] += tag ? TAG : 0;
            w->seen.tag = w->seen.tag || tag;
            w->seen.cue = true;
        } else if ((token->lex & told) != 0 || is_name(token, begin)) {
            w->seen.name = true;
        }
    }
}

/* A sentence that names nobody and nothing, [first, to). */
static bool is_nameless(const struct walker *w, uint32_t first, uint32_t to)
{
    return !w->seen.name && to >= first + SENTENCE &&
           w->token[first].kind == WS_TOKEN_WORD &&
           ends_sentence(&w->token[to - 1]);
}

/* Whether the words that open behind [from, to) are led in: She said so on
 * the "Late" show. "It was over. */
static void lead_on(struct walker *w, uint32_t from, uint32_t to)
{
    if (to == from && to > w->start)
        return;
    bool goes_on = to > w->start && !ends_words(w, to) &&
                   !ws_is_punct(&w->token[to - 1], ',');
    w->told = w->told || w->seen.cue;
    w->led = w->told || to == w->start || !ends_words(w, to);
    w->told = w->told && goes_on;
}

/* What tokens [from, to) cost outside and inside; firm: what ends them is no
 * apostrophe. */
static void price_stretch(struct walker *w, uint32_t from, uint32_t to,
                          bool firm, uint32_t price[STATES])
{
    price[OUTSIDE] = 0;
    price[INSIDE] = 0;
    price_words(w, from, to, price);
    if (to > from && ws_is_punct(&w->token[to - 1], ':'))
        price[INSIDE] += LEAD;
    if (firm) {
        lead_on(w, from, to);
        if (!w->seen.tag && (!w->seen.cue || w->seen.person))
            price[OUTSIDE] +=
                TAGLESS +
                (is_nameless(w, w->seen.first, to) ? (uint32_t)NAMELESS : 0);
        w->seen = (struct seen){.first = to + 1};
    }
    for (uint32_t state = OUTSIDE; state <= INSIDE; state++)
        if (price[state] > WORDS)
            price[state] = WORDS;
    price[UNLED] = price[INSIDE];
}

/* Said so." Ann said. Why?" Ann said when asked: a tag follows mark m, or its
 * sentence goes on. */
static bool tag_follows(const struct walker *w, const ws_mark *m)
{
    uint32_t end = w->first[m->paragraph + 1];
    uint32_t at = m->token + 1;

    if (at < end && ws_is_small(&w->token[at]))
        return true;
    while (at < end && at <= m->token + TAIL && !is_cue(&w->token[at]))
        at++;
    if (at + 1 >= end || at > m->token + TAIL)
        return false;
    const ws_token *behind = &w->token[at + 1];
    const ws_token *last = last_before(w, m->token);
    if (last != NULL && last->cp == '.')
        return ws_is_punct(behind, ',') || ends_sentence(behind);
    return !ws_is_punct(behind, ':');
}

/* What mark m costs as an opening one and as a closing one. */
static struct price price_mark(const struct walker *w, const ws_mark *m)
{
    uint32_t begin = w->first[m->paragraph];
    uint32_t end = w->first[m->paragraph + 1];
    bool stop = ends_words(w, m->token);
    bool pause = m->token > begin && w->token[m->token - 1].cp == ',';
    bool small = m->token + 1 < end && ws_is_small(&w->token[m->token + 1]);
    struct price price = {.opens = m->can_open ? 0 : STRAY,
                          .closes = m->can_close ? 0 : STRAY};

    price.again = price.opens + (!stop || small                ? NESTED
                                 : m->can_close && m->can_open ? GLUED
                                                               : AGAIN);
    price.alone = stop && !tag_follows(w, m) ? ALONE : 0;
    if (!m->can_open || !m->can_close)
        return price;
    if ((stop || pause) && small) /* so," she said */
        price.opens += ODD;
    if (!stop && !pause && !small) /* she said"So */
        price.closes += ODD;
    return price;
}

/* Add what the tokens from w->at on cost, up to the next mark. */
static void walk_on(struct walker *w, uint32_t to, bool firm,
                    uint32_t cost[STATES])
{
    uint32_t price[STATES];

    price_stretch(w, w->at, to, firm, price);
    for (uint32_t state = 0; state < STATES; state++)
        cost[state] += price[state];
    w->at = to + 1;
}

/* Reach a state behind mark i from one before it, if that is cheaper. */
static void reach(struct walker *w, uint32_t i, uint32_t next[STATES],
                  uint32_t state, uint32_t from, uint32_t cost)
{
    if (cost >= next[state])
        return;
    next[state] = cost;
    w->from[i].from[state] = (uint8_t)from;
}

/* Step through mark i. */
static void step(struct walker *w, uint32_t i, uint32_t cost[STATES])
{
    const ws_mark *m = &w->mark[i];
    uint32_t next[STATES] = {UINT32_MAX, UINT32_MAX, UINT32_MAX};
    struct price price = {.closes = MAYBE};

    if (m->doubtful) { /* passed by, or it closes */
        for (uint32_t state = 0; state < STATES; state++)
            reach(w, i, next, state, state, cost[state]);
    } else {
        price = price_mark(w, m);
        uint32_t opened = w->led ? INSIDE : UNLED;
        reach(w, i, next, opened, OUTSIDE, cost[OUTSIDE] + price.opens);
        reach(w, i, next, INSIDE, INSIDE, cost[INSIDE] + price.again);
        reach(w, i, next, UNLED, UNLED, cost[UNLED] + price.again);
    }
    reach(w, i, next, OUTSIDE, INSIDE, cost[INSIDE] + price.closes);
    reach(w, i, next, OUTSIDE, UNLED, cost[UNLED] + price.closes + price.alone);
    if (!m->doubtful)
        reach(w, i, next, OUTSIDE, OUTSIDE, cost[OUTSIDE] + STRAY);
    for (uint32_t state = 0; state < STATES; state++)
        cost[state] = next[state];
}

/* The cheapest walk through marks [from, to) of one paragraph. */
static void walk(struct walker *w, uint32_t from, uint32_t to)
{
    uint32_t paragraph = w->mark[from].paragraph;
    uint32_t cost[STATES] = {0, UNCLOSED + STRAY, UNCLOSED + STRAY};

    w->at = w->start = w->first[paragraph];
    w->told = w->led = false;
    w->seen = (struct seen){.first = w->at};
    for (uint32_t i = from; i < to; i++) {
        w->steps++;
        if (!is_ours(w, &w->mark[i]))
            continue;
        walk_on(w, w->mark[i].token, !w->mark[i].doubtful, cost);
        step(w, i, cost);
    }
    walk_on(w, w->first[paragraph + 1], true, cost);
    uint32_t state = cost[UNLED] < cost[INSIDE] ? UNLED : INSIDE;
    if (cost[state] + UNCLOSED >= cost[OUTSIDE])
        state = OUTSIDE;
    for (uint32_t i = to; i-- > from;) {
        ws_mark *m = &w->mark[i];
        if (!is_ours(w, m))
            continue;
        if (is_open_question(w, m)) {
            m->can_open = state != OUTSIDE;
            m->can_close = state == OUTSIDE;
            m->settled = true;
        }
        state = w->from[i].from[state];
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
    w.from = WS_NEW(arena, struct step, marks->count);
    if (w.from == NULL)
        return WHOSAID_ERR_NOMEM;
    settle(&w, marks->count, WS_MARK_DOUBLE);
    if (marks->singles)
        settle(&w, marks->count, WS_MARK_SINGLE);
    arena->steps += w.steps;
    return WHOSAID_OK;
}
