/*
 * turn.c - a transcript's turns.
 *
 *   in   labels that lines may begin with, tokens, pieces
 *   out  turns: a label and the words up to the next one, by paragraphs
 *
 * 1. Weigh: each label's key (its last name) is counted, with how often talk
 *    stands behind it: a question, or a word of the first or second person.
 *    A list ("Clinton: 547.") has none.
 * 2. Accept: keys that come again, when two speakers talk; beside them, a
 *    label that comes once ("REPORTER:"). Q and A need to come once each. In
 *    subtitles all labels are accepted that a sentence stands behind.
 * 3. Cut: a turn's words are its paragraph and those behind it that go on
 *    speaking; stage directions ("(Laughter)") part them.
 * 4. Join: turns take their place among pieces and quotations.
 *
 * Cost: linear. Not here: who the speaker is.
 */
#include "quote/turn.h"

enum {
    PROBES = 16,      /* slots looked at for a key */
    TALK_TOKENS = 80, /* looked at behind a label */
    DIRECTION_TOKENS = 8,
    DIRECTION_WORDS = 2, /* "(Laughter.)"; more only in capitals */
    VOICES_ALONE = 3     /* "A:" this often needs no "Q:" */
};

/* What is known of one key. */
struct tally {
    uint32_t key;
    uint32_t count;
    uint32_t talk;      /* labels with talk behind them */
    uint32_t sentences; /* labels with a whole sentence behind them */
    uint32_t questions; /* paragraphs that end in a question mark */
    uint8_t style;
    bool accepted;
};

struct cutter {
    const ws_token *token;
    const uint32_t *first; /* [paragraphs + 1] */
    const ws_pieces *pieces;
    const ws_label *label;
    uint32_t labels;
    uint32_t tokens;
    struct tally *tally; /* [slots] */
    uint32_t mask;       /* slots - 1 */
    uint32_t *slot;      /* [labels]: its tally */
    bool *accepted;      /* [labels] */
    bool spoken;         /* all of the text is */
    bool several;        /* two speakers or more */
    bool dense;          /* more paragraphs with labels than without */
    uint32_t asker;      /* slot of the voice that asks, or NONE */
    ws_turns *out;       /* counted only while its tables are NULL */
    uint32_t parts;      /* of the turn being cut */
};

static bool is_terminator(const ws_token *token)
{
    return token->kind == WS_TOKEN_PUNCT &&
           (token->cp == '.' || token->cp == '?' || token->cp == '!' ||
            token->cp == 0x2026 || token->cp == 0x2014 || token->cp == 0x2013 ||
            token->cp == 0x3002 || token->cp == 0xFF1F ||
            (token->cp == '-' && token->end - token->begin > 1));
}

static bool is_question(const ws_token *token)
{
    return ws_is_punct(token, '?') || ws_is_punct(token, 0xFF1F);
}

/* End of label n's own paragraph: where it ends or another label begins. */
static uint32_t own_end(const struct cutter *c, uint32_t n)
{
    uint32_t words = c->label[n].words;

    if (words >= c->tokens)
        return c->tokens;
    uint32_t end = c->first[c->token[words].paragraph + 1];
    if (n + 1 < c->labels && c->label[n + 1].line < end)
        end = c->label[n + 1].line > words ? c->label[n + 1].line : words;
    return end;
}

/* The last token of [from, to) but for marks, stars and a bracket. */
static const ws_token *last_of(const struct cutter *c, uint32_t from,
                               uint32_t to)
{
    uint32_t i = to;

    for (uint32_t n = 0; i > from + 1 && n < DIRECTION_TOKENS; n++, i--) {
        const ws_token *token = &c->token[i - 1];
        bool round = ws_is_punct(token, ')');
        if (token->kind == WS_TOKEN_MARK || ws_is_punct(token, '*'))
            continue;
        if (!round && !ws_is_punct(token, ']'))
            break;
        for (uint32_t k = i - 1; k > from + 1 && i - k < DIRECTION_TOKENS;
             k--) {
            if (ws_is_punct(&c->token[k - 1], round ? '(' : '[')) {
                i = k;
                break;
            }
        }
    }
    return &c->token[i - 1];
}

/* -- weighing ------------------------------------------------------------- */

/* The slot of a label's key; the last one probed serves a crowd. */
static uint32_t slot_of(const struct cutter *c, uint32_t key)
{
    uint32_t at = (key * 2654435761u) & c->mask;

    for (uint32_t n = 1;
         n < PROBES && c->tally[at].count != 0 && c->tally[at].key != key; n++)
        at = (at + 1) & c->mask;
    return at;
}

static bool has_talk(const struct cutter *c, uint32_t from, uint32_t to)
{
    const ws_lex person = WS_LEX_BIT(FIRST) | WS_LEX_BIT(SECOND);

    if (to > from + TALK_TOKENS)
        to = from + TALK_TOKENS;
    for (uint32_t i = from; i < to; i++)
        if (is_question(&c->token[i]) || (c->token[i].lex & person) != 0)
            return true;
    return false;
}

static void weigh(struct cutter *c)
{
    for (uint32_t n = 0; n < c->labels; n++) {
        const ws_label *label = &c->label[n];
        uint32_t end = own_end(c, n);
        struct tally *t = &c->tally[c->slot[n] = slot_of(c, label->key)];
        t->key = label->key;
        t->style = label->style;
        t->count++;
        if (end <= label->words)
            continue;
        const ws_token *last = last_of(c, label->words, end);
        t->talk += has_talk(c, label->words, end);
        t->sentences += is_terminator(last);
        t->questions += is_question(last);
    }
}

/* -- accepting ----------------------------------------------------------- */

/* Sentences stand behind enough of its labels. */
static bool speaks(const struct tally *t)
{
    return t->count > 0 && 2 * t->sentences >= t->count;
}

/* What the keys that speak have in sum. */
struct census {
    uint32_t again;  /* names that come again */
    uint32_t names;  /* names with talk behind them, or that come again */
    uint32_t labels; /* of those names */
    uint32_t talk;   /* behind those labels */
    uint32_t voices; /* of Q and A, those there */
    uint32_t alone;  /* labels of the commoner one */
    bool brackets;   /* "((WN))" comes again */
};

static struct census count_keys(const struct cutter *c)
{
    struct census all = {0};

    for (uint32_t i = 0; i <= c->mask; i++) {
        const struct tally *t = &c->tally[i];
        if (t->count == 0) {
            continue;
        } else if (t->style == WS_LABEL_VOICE) {
            all.voices++;
            all.alone = t->count > all.alone ? t->count : all.alone;
        } else if (t->style == WS_LABEL_BRACKETS) {
            all.brackets = t->count > 1;
        } else if (speaks(t) && (t->count > 1 || t->talk > 0)) {
            all.names++;
            all.again += t->count > 1;
            all.labels += t->count;
            all.talk += t->talk;
        }
    }
    return all;
}

/* Accept keys; false when the document holds no transcript. */
static bool accept_keys(struct cutter *c)
{
    struct census all = count_keys(c);
    bool voiced = all.voices > 1 || all.alone >= VOICES_ALONE;
    bool named = all.again > 0 && all.names > 1 && 3 * all.talk >= all.labels;

    for (uint32_t i = 0; i <= c->mask; i++) {
        struct tally *t = &c->tally[i];
        if (t->style == WS_LABEL_VOICE)
            t->accepted = t->count > 0 && voiced;
        else if (t->style == WS_LABEL_BRACKETS)
            t->accepted = all.brackets;
        else
            t->accepted =
                t->count > 1 && speaks(t) &&
                (named || all.brackets || (voiced && all.voices == 1));
    }
    for (uint32_t i = 0; i <= c->mask && c->spoken; i++)
        if (c->tally[i].style != WS_LABEL_VOICE && speaks(&c->tally[i]))
            c->tally[i].accepted = true;
    c->several = named || all.voices > 1 || (all.brackets && all.again > 0);
    return voiced || named || all.brackets || c->spoken;
}

/* A label that comes once, beside one that was accepted. */
static bool is_beside(const struct cutter *c, uint32_t n)
{
    const struct tally *own = &c->tally[c->slot[n]];
    const struct tally *before = n > 0 ? &c->tally[c->slot[n - 1]] : NULL;
    const struct tally *behind =
        n + 1 < c->labels ? &c->tally[c->slot[n + 1]] : NULL;
    bool left = before != NULL && before->accepted;
    bool right = behind != NULL && behind->accepted;

    if (own->style == WS_LABEL_VOICE || own->sentences == 0 || own->count > 1)
        return false;
    if (left && right)
        return true;
    return (left && before->style == own->style) ||
           (right && behind->style == own->style);
}

/* Of two voices the first one asks; one alone, if it ends in questions. */
static void find_asker(struct cutter *c)
{
    c->asker = WHOSAID_NONE;
    for (uint32_t n = 0; n < c->labels; n++) {
        const struct tally *t = &c->tally[c->slot[n]];
        if (t->style != WS_LABEL_VOICE)
            continue;
        if (c->several || 2 * t->questions > t->count)
            c->asker = c->slot[n];
        return;
    }
}

/* "Gov. Lane: I Will Not Run", the headline over a transcript: a label in the
 * first paragraph without another one in the next. */
static bool is_headline(const struct cutter *c, uint32_t n)
{
    return n == 0 && !c->spoken && c->label[0].style == WS_LABEL_NAME &&
           c->token[c->label[0].line].paragraph == 0 &&
           (c->labels == 1 || c->token[c->label[1].line].paragraph > 1);
}

static bool accept(struct cutter *c)
{
    uint32_t count = 0;
    uint32_t first = 0;
    uint32_t last = 0;

    if (!accept_keys(c))
        return false;
    for (uint32_t n = 0; n < c->labels; n++) {
        c->accepted[n] = !is_headline(c, n) &&
                         (c->tally[c->slot[n]].accepted || is_beside(c, n));
        if (!c->accepted[n])
            continue;
        last = c->token[c->label[n].line].paragraph;
        first = count == 0 ? last : first;
        count++;
    }
    c->dense = 2 * count > last - first;
    find_asker(c);
    return count > 0;
}

/* -- cutting ------------------------------------------------------------- */

/* Behind the stage direction that opens at token i; i when none does. */
static uint32_t direction_end(const struct cutter *c, uint32_t i, uint32_t to)
{
    bool square = ws_is_punct(&c->token[i], '[');
    uint32_t words = 0;
    bool capitals = true;
    uint32_t k = i + 1;

    if ((!square && !ws_is_punct(&c->token[i], '(')) ||
        c->pieces->inside[i] != 0)
        return i;
    for (; k < to && k < i + DIRECTION_TOKENS &&
           !ws_is_punct(&c->token[k], square ? ']' : ')');
         k++) {
        const ws_token *token = &c->token[k];
        words += token->kind == WS_TOKEN_WORD;
        capitals = capitals && (token->kind != WS_TOKEN_WORD ||
                                (token->shape & WS_SHAPE_ALLCAPS) != 0);
    }
    bool begins = square || (c->token[i + 1].shape & WS_SHAPE_CAPITAL) != 0;
    if (k >= to || k == i + DIRECTION_TOKENS || words == 0 || !begins ||
        (words > DIRECTION_WORDS && !capitals))
        return i;
    k++;
    if (k < to && ws_is_punct(&c->token[k], '.') &&
        (k + 1 == to || !ws_is_punct(&c->token[k - 2], '.')))
        k++; /* "(Laughter)." */
    /* "[the] board" goes on in small letters */
    bool goes_on = k < to && c->token[k].kind == WS_TOKEN_WORD &&
                   (c->token[k].shape & WS_SHAPE_CAPITAL) == 0;
    return goes_on ? i : k;
}

/* A direction stands at the beginning or behind the end of a sentence. */
static bool may_direct(const struct cutter *c, uint32_t from, uint32_t i)
{
    return i == from || is_terminator(&c->token[i - 1]) ||
           c->token[i - 1].kind == WS_TOKEN_MARK;
}

static void add_part(struct cutter *c, uint32_t from, uint32_t to)
{
    bool words = false;

    while (from < to && ws_is_punct(&c->token[from], '*') &&
           c->pieces->inside[from] == 0)
        from++;
    while (to > from && ws_is_punct(&c->token[to - 1], '*') &&
           c->pieces->inside[to - 1] == 0)
        to--;
    for (uint32_t i = from; i < to && !words; i++)
        words = c->token[i].kind == WS_TOKEN_WORD ||
                c->token[i].kind == WS_TOKEN_NUMBER;
    if (!words)
        return;
    if (c->out->part != NULL)
        c->out->part[c->out->parts] = (ws_turn_part){from, to};
    c->out->parts++;
    c->parts++;
}

/* The words [from, to) of one paragraph, parted by stage directions. */
static void add_words(struct cutter *c, uint32_t from, uint32_t to)
{
    uint32_t begin = from;

    for (uint32_t i = from; i < to;) {
        uint32_t behind = may_direct(c, from, i) ? direction_end(c, i, to) : i;
        if (behind > i) {
            add_part(c, begin, i);
            begin = behind;
        }
        i = behind > i ? behind : i + 1;
    }
    add_part(c, begin, to);
}

/* [from, to) is one piece, or nearly: Ruiz: “We go.” */
static bool is_quoted(const struct cutter *c, uint32_t from, uint32_t to)
{
    uint32_t piece = c->pieces->inside[from];

    if (piece == 0)
        return false;
    uint32_t last = c->pieces->piece[piece - 1].last;
    return 10 * (uint64_t)(last - from) >= 6 * (uint64_t)(to - from);
}

static bool has_first_person(const struct cutter *c, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (WS_IS(c->token[i].lex, FIRST) && c->pieces->inside[i] == 0)
            return true;
    return false;
}

/* No words of anybody: a time stamp, dots, "(CROSSTALK)". */
static bool is_empty(const struct cutter *c, uint32_t from, uint32_t to)
{
    if (direction_end(c, from, to) == to)
        return true;
    for (uint32_t i = from; i < to; i++)
        if (c->token[i].kind == WS_TOKEN_WORD)
            return false;
    return true;
}

/* Whether the paragraph [from, to) goes on speaking; tail: no label follows
 * any more, so the writer may have taken over. */
static bool goes_on(const struct cutter *c, uint32_t from, uint32_t to,
                    bool tail)
{
    if (c->spoken && (ws_is_punct(&c->token[from], '-') ||
                      ws_is_punct(&c->token[from], '>')))
        return false; /* another speaker */
    if (c->pieces->inside[from] != 0 || !is_terminator(last_of(c, from, to)))
        return false;
    return (c->dense && !tail) || has_first_person(c, from, to);
}

/* The paragraphs behind label n that its speaker goes on with. */
static void add_more(struct cutter *c, uint32_t n, uint32_t own)
{
    uint32_t next = n + 1 < c->labels ? c->label[n + 1].line : c->tokens;
    bool empty = c->parts == 0; /* "RUIZ:" alone on its line */
    bool tail = true;

    for (uint32_t k = n + 1; tail && k < c->labels && k < n + PROBES; k++)
        tail = !c->accepted[k];
    if (!c->several && !empty)
        return;
    if (own > c->label[n].words &&
        is_question(last_of(c, c->label[n].words, own)))
        return;
    for (uint32_t from = own; from < next;) {
        uint32_t to = c->first[c->token[from].paragraph + 1];
        to = to < next ? to : next;
        if (!is_empty(c, from, to)) {
            if (!empty && !goes_on(c, from, to, tail))
                return;
            add_words(c, from, to);
            empty = false;
        }
        from = to;
    }
}

static void cut_turn(struct cutter *c, uint32_t n)
{
    const ws_label *label = &c->label[n];
    uint32_t part = c->out->parts;
    uint32_t end = own_end(c, n);

    c->parts = 0;
    if (label->words >= c->tokens ||
        (label->words < end && is_quoted(c, label->words, end)))
        return;
    if (n + 1 < c->labels && c->label[n + 1].line <= label->words)
        return;
    add_words(c, label->words, end);
    add_more(c, n, end);
    if (c->parts == 0)
        return;
    if (c->out->turn != NULL)
        c->out->turn[c->out->count] =
            (ws_turn){*label, part, c->parts, c->slot[n] == c->asker};
    c->out->count++;
}

static void cut(struct cutter *c)
{
    c->out->count = 0;
    c->out->parts = 0;
    for (uint32_t n = 0; n < c->labels; n++)
        if (c->accepted[n])
            cut_turn(c, n);
}

whosaid_status ws_turns_find(ws_arena *arena, const ws_text *text,
                             const ws_tokens *tokens, const ws_pieces *pieces,
                             ws_turns *turns)
{
    ws_labels labels;
    uint32_t slots = 1;

    *turns = (ws_turns){0};
    WS_TRY(ws_labels_find(arena, text, tokens, pieces, &labels));
    if (labels.count == 0)
        return WHOSAID_OK;
    while (slots < 2 * labels.count)
        slots *= 2;
    struct cutter c = {.token = tokens->token,
                       .first = tokens->first,
                       .pieces = pieces,
                       .spoken = text->spoken,
                       .label = labels.label,
                       .labels = labels.count,
                       .tokens = tokens->count,
                       .tally = WS_NEW(arena, struct tally, slots),
                       .mask = slots - 1,
                       .slot = WS_NEW(arena, uint32_t, labels.count),
                       .accepted = WS_NEW(arena, bool, labels.count),
                       .out = turns};
    if (c.tally == NULL || c.slot == NULL || c.accepted == NULL)
        return WHOSAID_ERR_NOMEM;
    weigh(&c);
    arena->steps += 2 * (uint64_t)slots + 2 * (uint64_t)tokens->count;
    if (!accept(&c))
        return WHOSAID_OK;
    cut(&c);
    ws_turn *turn = WS_NEW(arena, ws_turn, turns->count);
    ws_turn_part *part = WS_NEW(arena, ws_turn_part, turns->parts);
    if (turn == NULL || part == NULL) {
        *turns = (ws_turns){0};
        return WHOSAID_ERR_NOMEM;
    }
    turns->turn = turn;
    turns->part = part;
    cut(&c);
    return WHOSAID_OK;
}

/* -- joining ------------------------------------------------------------- */

struct merger {
    const ws_token *token;
    const ws_turns *turns;
    const ws_pieces *old;
    ws_piece *piece;  /* [old pieces + parts] */
    uint32_t *moved;  /* [old pieces]: new index */
    uint32_t *placed; /* [parts]: new index */
};

/* Pieces and parts in one order; a part stands before the piece that opens
 * with it. */
static void merge_pieces(struct merger *m)
{
    uint32_t count = m->old->count + m->turns->parts;
    uint32_t k = 0;
    uint32_t part = 0;
    uint32_t around = WHOSAID_NONE;

    for (uint32_t i = 0; i < count; i++) {
        const ws_turn_part *p =
            part < m->turns->parts ? &m->turns->part[part] : NULL;
        if (p != NULL && (k == m->old->count ||
                          m->token[p->first].begin <= m->old->piece[k].open)) {
            uint32_t begin = m->token[p->first].begin;
            uint32_t end = m->token[p->last - 1].end;
            m->piece[i] = (ws_piece){.open = begin,
                                     .begin = begin,
                                     .end = end,
                                     .close = end,
                                     .first = p->first,
                                     .last = p->last,
                                     .paragraph = m->token[p->first].paragraph,
                                     .parent = WHOSAID_NONE,
                                     .goes_on = WHOSAID_NONE};
            m->placed[part++] = around = i;
            continue;
        }
        m->piece[i] = m->old->piece[k];
        m->moved[k++] = i;
        if (m->piece[i].parent != WHOSAID_NONE)
            m->piece[i].parent = m->moved[m->piece[i].parent];
        else if (around != WHOSAID_NONE &&
                 m->piece[i].open < m->piece[around].end)
            m->piece[i].parent = around;
        if (m->piece[i].goes_on != WHOSAID_NONE)
            m->piece[i].goes_on = m->moved[m->piece[i].goes_on];
    }
}

/* Quotations and turns in one order, their pieces in one table. */
static void merge_quotations(const struct merger *m, const ws_quotations *old,
                             ws_quotations *out, uint32_t *table)
{
    uint32_t k = 0;
    uint32_t t = 0;

    for (uint32_t q = 0; q < out->count; q++) {
        ws_quotation *to = &out->quotation[q];
        const ws_turn *turn = t < m->turns->count ? &m->turns->turn[t] : NULL;
        to->piece = table;
        to->parent = WHOSAID_NONE;
        if (turn != NULL &&
            (k == old->count ||
             m->placed[turn->part] < m->moved[old->quotation[k].piece[0]])) {
            to->pieces = turn->parts;
            to->turn = ++t;
            for (uint32_t i = 0; i < turn->parts; i++)
                table[i] = m->placed[turn->part + i];
        } else {
            const ws_quotation *from = &old->quotation[k++];
            to->pieces = from->pieces;
            for (uint32_t i = 0; i < from->pieces; i++)
                table[i] = m->moved[from->piece[i]];
        }
        for (uint32_t i = 0; i < to->pieces; i++)
            out->of[table[i]] = q;
        uint32_t parent = m->piece[table[0]].parent;
        if (parent != WHOSAID_NONE)
            to->parent = out->of[parent];
        table += to->pieces;
    }
}

whosaid_status ws_turns_join(ws_arena *arena, const ws_tokens *tokens,
                             const ws_turns *turns, ws_pieces *pieces,
                             ws_quotations *quotations)
{
    size_t count = (size_t)pieces->count + turns->parts;
    size_t all = (size_t)quotations->count + turns->count;

    if (turns->count == 0)
        return WHOSAID_OK;
    struct merger m = {.token = tokens->token,
                       .turns = turns,
                       .old = pieces,
                       .piece = WS_NEW(arena, ws_piece, count),
                       .moved = WS_NEW(arena, uint32_t, pieces->count),
                       .placed = WS_NEW(arena, uint32_t, turns->parts)};
    ws_quotations out = {.quotation = WS_NEW(arena, ws_quotation, all),
                         .count = (uint32_t)all,
                         .of = WS_NEW(arena, uint32_t, count)};
    uint32_t *table = WS_NEW(arena, uint32_t, count);
    if (m.piece == NULL || m.moved == NULL || m.placed == NULL ||
        out.quotation == NULL || out.of == NULL || table == NULL)
        return WHOSAID_ERR_NOMEM;
    merge_pieces(&m);
    merge_quotations(&m, quotations, &out, table);
    for (uint32_t i = 0; i < tokens->count; i++)
        if (pieces->inside[i] != 0)
            pieces->inside[i] = m.moved[pieces->inside[i] - 1] + 1;
    pieces->piece = m.piece;
    pieces->count = (uint32_t)count;
    *quotations = out;
    arena->steps += count + tokens->count;
    return WHOSAID_OK;
}
