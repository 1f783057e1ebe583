/*
 * pair.c - marks paired into pieces.
 *
 *   in   marks, with what their neighbours allow; tokens
 *   out  pieces, by their opening marks; they nest or part
 *
 * 1. Double marks and guillemets, paragraph by paragraph, with one small
 *    stack. A mark that can only open while another is open re-opens a speech
 *    whose paragraphs were glued together ("One. "Two.") if a sentence ended
 *    before it; otherwise it nests. A closer without an opener is a stray.
 * 2. What is open at a paragraph's end: a tag inside shows that its closing
 *    mark was forgotten ("The roof is gone, said Tom Hale."), so it ends
 *    before the tag. One before later pairs ends before these. Any other ends
 *    with its paragraph, and a mark that opens the next one goes on from it.
 * 3. Single marks. Both of a pair stand within the same piece of the first
 *    kind. A closer with a stop before it is sure; one behind a word may be
 *    an apostrophe and waits to see whether a better one comes.
 * 4. Both kinds merged (merge.c).
 *
 * The stack is bounded and no mark searches, so the cost is linear.
 *
 * Not here: what belongs to one quotation, see quotation.c; whether it is
 * speech at all, see class.c.
 */
#include "quote/pair.h"

#include "base/unicode.h"
#include "quote/elided.h"
#include "quote/merge.h"
#include "quote/torn.h"

enum {
    DEPTH = 8,   /* levels looked through */
    CLAUSE = 24, /* tokens before a colon */
    INDENT = 32  /* blanks before a mark that begins a line */
};

/* A single mark that waits for its closer. */
struct held {
    uint32_t slot;       /* its piece, or NONE: nothing waits */
    uint32_t mark;       /* its mark */
    uint32_t weak;       /* mark: closer behind a word, or NONE */
    uint32_t possessive; /* mark: closer that looks like one, or NONE */
    uint32_t inner;      /* piece that was closed within it last, or NONE */
    uint32_t opens;      /* mark: opened that, */
    uint32_t closes;     /* mark: and closed it */
    bool speech;         /* looks like whole words of speech */
    bool tagless;        /* no tag stands before the first mark in it */
};

/* What waits at one level of nesting. */
struct wait {
    uint32_t paragraph;
    uint32_t within;    /* piece around it, or NONE */
    struct held now;    /* the innermost */
    struct held around; /* speech that the innermost stands in */
};

struct pairer {
    const ws_text *text;
    const ws_token *token;
    const uint32_t *first; /* token of each paragraph */
    uint32_t tokens;
    const ws_mark *mark;
    uint32_t marks;
    bool singles;
    ws_piece *piece; /* [count]; last <= first: none after all */
    uint32_t count;
    uint32_t open[2 * DEPTH]; /* pieces, outermost first */
    uint32_t opener[DEPTH];
    uint32_t depth;
    uint32_t carry;  /* piece that the next paragraph may go on, or NONE */
    uint32_t parted; /* piece that the last incise broke off, or NONE */
    ws_torn torn;
    uint64_t steps;
};

/* -- questions ------------------------------------------------------------ */

static uint32_t paragraph_end(const struct pairer *p, uint32_t paragraph)
{
    return p->first[paragraph + 1];
}

/* The token before or behind mark m, in its paragraph, or NULL. */
static const ws_token *before(const struct pairer *p, const ws_mark *m)
{
    return m->token > p->first[m->paragraph] ? &p->token[m->token - 1] : NULL;
}

static const ws_token *behind(const struct pairer *p, const ws_mark *m)
{
    return m->token + 1 < paragraph_end(p, m->paragraph)
               ? &p->token[m->token + 1]
               : NULL;
}

static bool is_small_word(const ws_token *token)
{
    return token != NULL && token->kind == WS_TOKEN_WORD &&
           (token->shape & WS_SHAPE_CAPITAL) == 0;
}

/* The mark behind mark i, of its family and in its paragraph, only closes. */
static bool closer_follows(const struct pairer *p, uint32_t i)
{
    uint32_t next = i + 1;

    while (next < p->marks && p->mark[next].family == WS_MARK_SINGLE &&
           next - i < DEPTH)
        next++;
    return next < p->marks && p->mark[next].paragraph == p->mark[i].paragraph &&
           p->mark[next].family == p->mark[i].family && !p->mark[next].can_open;
}

/* The paragraph behind the piece's begins with the same opening mark. */
static bool next_goes_on(const struct pairer *p, const ws_piece *piece)
{
    uint32_t next = paragraph_end(p, piece->paragraph);

    return next < p->tokens && p->token[next].kind == WS_TOKEN_MARK &&
           p->token[next].cp == p->token[piece->first - 1].cp &&
           p->token[next].paragraph == piece->paragraph + 1;
}

/* -- pieces --------------------------------------------------------------- */

static uint32_t begin_piece(struct pairer *p, uint32_t i)
{
    const ws_mark *m = &p->mark[i];

    p->piece[p->count] = (ws_piece){.open = m->begin,
                                    .first = m->token + 1,
                                    .paragraph = m->paragraph,
                                    .parent = WHOSAID_NONE,
                                    .goes_on = WHOSAID_NONE,
                                    .family = m->family};
    return p->count++;
}

static void close_piece(struct pairer *p, uint32_t piece, const ws_mark *m)
{
    p->piece[piece].last = m->token;
    p->piece[piece].close = m->end;
}

static void leave_open(struct pairer *p, uint32_t piece, uint32_t last)
{
    p->piece[piece].last = last;
    p->piece[piece].unclosed = true;
    if (last > p->piece[piece].first)
        p->piece[piece].close = p->token[last - 1].end;
}

/* -- 1. double marks ------------------------------------------------------ */

/* The innermost open piece of the family: its level and 1, or 0. */
static uint32_t find_open(const struct pairer *p, uint8_t family)
{
    uint32_t level = p->depth;

    while (level > 0 && p->piece[p->open[level - 1]].family != family)
        level--;
    return level;
}

/* The token before mark m that is no mark itself, or NULL: 'leave.' "Two */
static const ws_token *word_before(const struct pairer *p, const ws_mark *m)
{
    uint32_t first = p->first[m->paragraph];
    uint32_t i = m->token;

    while (i > first && m->token - i < WS_PIECE_LEVELS &&
           p->token[i - 1].kind == WS_TOKEN_MARK)
        i--;
    return i > first ? &p->token[i - 1] : NULL;
}

/* "One. "Two.": a sentence ended, white space, another begins. */
static bool reopens(const struct pairer *p, const ws_mark *m)
{
    const ws_token *left = word_before(p, m);
    const ws_token *right = behind(p, m);

    if (m->can_close || left == NULL || right == NULL || is_small_word(right))
        return false;
    bool bracket = ws_is_punct(left, ')') || ws_is_punct(left, ']');
    return ws_torn_stop(left) ||
           (bracket && left > &p->token[p->first[m->paragraph]] &&
            ws_torn_stop(left - 1)); /* (laughs.) "Two. */
}

/* No verb of saying stands in the clause that ends before token to. */
static bool lacks_cue(struct pairer *p, uint32_t first, uint32_t to)
{
    for (uint32_t i = to; i > first && to - i < CLAUSE; i--) {
        p->steps++;
        if (WS_IS(p->token[i - 1].lex, CUE))
            return false;
        if (ws_torn_stop(&p->token[i - 1]))
            return true;
    }
    return true;
}

/* Whether the mark that closes what mark i opens is the last one before
 * another opener, so that nothing would close what is around it. */
static bool closes_both(const struct pairer *p, uint32_t i)
{
    uint32_t inner = 0;
    bool closed = false;

    for (uint32_t k = i + 1; k < p->marks && k - i <= 2 * DEPTH; k++) {
        const ws_mark *m = &p->mark[k];
        if (m->paragraph != p->mark[i].paragraph)
            break;
        if (m->family != p->mark[i].family)
            continue;
        if (closed)
            return !m->can_close;
        if (m->can_close && inner == 0)
            closed = true;
        else if (m->can_close)
            inner--;
        else
            inner += !reopens(p, m);
    }
    return closed;
}

/* "We need three things: "First, a lamp. "Second, a key.": a list of one
 * speaker's, whose paragraphs were glued together; not "He told me: "Go."". */
static bool lists_on(struct pairer *p, uint32_t piece, uint32_t i)
{
    const ws_mark *m = &p->mark[i];
    const ws_token *left = before(p, m);
    const ws_token *right = behind(p, m);

    return !m->can_close && left != NULL && ws_is_punct(left, ':') &&
           right != NULL && !is_small_word(right) && closes_both(p, i) &&
           lacks_cue(p, p->piece[piece].first, m->token - 1);
}

/* I bought a 12" pipe: a number before, and a better closer behind. */
static bool is_inch(const struct pairer *p, uint32_t i)
{
    const ws_mark *m = &p->mark[i];
    const ws_token *left = before(p, m);

    return left != NULL && left->kind == WS_TOKEN_NUMBER &&
           left->end == m->begin && left->end - left->begin <= 4 &&
           is_small_word(behind(p, m)) && closer_follows(p, i);
}

/* Whether mark i closes, when a piece of its family is open. */
static bool closes(const struct pairer *p, uint32_t i)
{
    const ws_mark *m = &p->mark[i];
    const ws_token *left = before(p, m);

    if (m->can_close)
        return m->family != WS_MARK_DOUBLE || !is_inch(p, i);
    /* "Hello, "he said: the space stands on the wrong side */
    return m->straight && left != NULL && ws_is_punct(left, ',') &&
           is_small_word(behind(p, m));
}

/* Whether mark i opens, when no piece of its family is open. */
static bool opens(const struct pairer *p, uint32_t i)
{
    const ws_mark *m = &p->mark[i];
    const ws_token *left = before(p, m);

    if (m->can_open)
        return true;
    /* ”so“ between letters, in a text without spaces */
    if (p->token[m->token].cp == 0x201D && closer_follows(p, i) &&
        p->token[m[1].token].cp == 0x201C)
        return true;
    /* He said" It was over.": likewise */
    return m->straight && left != NULL && left->kind != WS_TOKEN_NUMBER &&
           !ws_torn_stop(left) && closer_follows(p, i);
}

/* A guillemet at the head of each line or paragraph of one speech, either
 * mark: what was open goes on behind it. A closing one must have another
 * behind it. */
static bool is_repeated(const struct pairer *p, uint32_t i)
{
    const ws_mark *m = &p->mark[i];
    uint32_t at = m->begin;

    if (m->family != WS_MARK_ANGLE || behind(p, m) == NULL)
        return false;
    while (at > 0 && m->begin - at < INDENT && p->text->bytes[at - 1] == ' ')
        at--;
    if (at == 0 || p->text->bytes[at - 1] != '\n')
        return false;
    if (m->can_open)
        return true;
    for (uint32_t next = i + 1; next < p->marks && next - i < DEPTH; next++)
        if (p->mark[next].family == WS_MARK_ANGLE)
            return !p->mark[next].can_open;
    return false;
}

static void push(struct pairer *p, uint32_t i, uint32_t goes_on)
{
    if (p->depth == DEPTH)
        return;
    uint32_t piece = begin_piece(p, i);
    p->piece[piece].goes_on = goes_on;
    p->open[p->depth] = piece;
    p->opener[p->depth++] = i;
}

/* Whether a paragraph holds more than a name: a credit does not. */
static bool holds_clause(struct pairer *p, uint32_t paragraph)
{
    const ws_lex any = WS_LEX_BIT(SUBJECT) | WS_LEX_BIT(BE) |
                       WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL);

    for (uint32_t i = p->first[paragraph]; i < paragraph_end(p, paragraph);
         i++) {
        p->steps++;
        if ((p->token[i].lex & any) != 0)
            return true;
    }
    return false;
}

/* “We will leave ¶ before the winter,” she said: a paragraph's end tore the
 * speech, and the first mark behind it closes. So does one at the end of the
 * next paragraph, where a desk does not open speech again. */
static bool is_torn(struct pairer *p, const ws_mark *m)
{
    return p->carry != WHOSAID_NONE && m->can_close &&
           p->piece[p->carry].family == m->family &&
           p->piece[p->carry].paragraph + 1 == m->paragraph &&
           p->piece[p->count - 1].paragraph != m->paragraph &&
           ((m->ends_paragraph && holds_clause(p, m->paragraph)) ||
            !ws_torn_stop(&p->token[p->piece[p->carry].last - 1]));
}

static void mend(struct pairer *p, uint32_t i)
{
    const ws_mark *m = &p->mark[i];
    uint32_t piece = begin_piece(p, i);

    p->piece[piece].first = p->first[m->paragraph];
    p->piece[piece].open = p->token[p->piece[piece].first].begin;
    p->piece[piece].goes_on = p->carry;
    close_piece(p, piece, m);
}

/* What is open at the end of the paragraph before may go on behind mark m. */
static bool carries(const struct pairer *p, const ws_mark *m)
{
    return p->carry != WHOSAID_NONE &&
           p->piece[p->carry].paragraph + 1 == m->paragraph &&
           p->piece[p->carry].family == m->family;
}

/* Speech that breaks off before the writer's own words, or goes on. */
static void take_incise(struct pairer *p, uint32_t i)
{
    const ws_mark *m = &p->mark[i];
    uint32_t level = find_open(p, m->family);

    if (m->can_close && level > 0) {
        uint32_t piece = p->open[level - 1];
        close_piece(p, piece, m);
        p->piece[piece].parted = true;
        p->piece[piece].unclosed = m->bare;
        p->parted = piece;
        p->depth = level - 1;
    } else if (m->can_open && level == 0 && p->parted != WHOSAID_NONE &&
               p->piece[p->parted].paragraph == m->paragraph &&
               p->piece[p->parted].family == m->family) {
        push(p, i, p->parted);
    }
}

/* Where the piece ends that mark m opens again: before a tag, if that ends
 * where the mark stands, or at the mark. */
static uint32_t torn_before(struct pairer *p, uint32_t piece, const ws_mark *m)
{
    uint32_t first = p->piece[piece].first;
    uint32_t tag = ws_torn_tag(&p->torn, first, m->token, false);

    if (tag < m->token)
        return tag;
    tag = ws_torn_tag(&p->torn, first, m->token, true);
    return ws_torn_sentence(&p->torn, tag, m->token) == m->token ? tag
                                                                 : m->token;
}

static void take_double(struct pairer *p, uint32_t i)
{
    const ws_mark *m = &p->mark[i];
    uint32_t level = find_open(p, m->family);
    uint32_t goes_on = WHOSAID_NONE;

    if (m->incise) {
        take_incise(p, i);
        return;
    }
    bool repeated = is_repeated(p, i);
    if (level > 0 && !repeated && closes(p, i)) {
        close_piece(p, p->open[level - 1], m);
        p->depth = level - 1; /* what is open above it is a stray */
        return;
    }
    if (level == 0 && !opens(p, i) && !(repeated && carries(p, m))) {
        if (is_torn(p, m))
            mend(p, i);
        return;
    }
    if (level > 0 && !m->can_open && !repeated)
        return;
    uint32_t piece = level > 0 ? p->open[level - 1] : WHOSAID_NONE;
    if (level > 0 && (repeated || reopens(p, m) || lists_on(p, piece, i))) {
        uint32_t tag = torn_before(p, piece, m);
        leave_open(p, piece, tag);
        p->depth = level - 1;
        if (tag == m->token)
            goes_on = piece;
    } else if (p->depth == 0 && m->starts_paragraph && carries(p, m)) {
        goes_on = p->carry;
    }
    push(p, i, goes_on);
}

/* -- 2. the end of a paragraph -------------------------------------------- */

/* Where a piece that nothing closes ends before the first piece within it, of
 * its family: a token, or end. Pieces come by their opening marks. */
static uint32_t inner_open(struct pairer *p, uint32_t piece, uint32_t end)
{
    for (uint32_t i = piece + 1; i < p->count && i <= piece + DEPTH; i++) {
        if (p->piece[i].family == p->piece[piece].family &&
            p->piece[i].last > p->piece[i].first)
            return ws_torn_lead(&p->torn, p->piece[piece].first,
                                p->piece[i].first - 1);
    }
    return end;
}

/* A few words of the writer's own sentence: it was "a mistake. */
static bool is_fragment(const struct pairer *p, const ws_mark *m)
{
    const ws_token *left = before(p, m);

    return left != NULL && is_small_word(left) && is_small_word(behind(p, m));
}

/* Where a piece ends that goes on nowhere and that nothing closes. */
static uint32_t forgotten(struct pairer *p, uint32_t piece, const ws_mark *m)
{
    uint32_t first = p->piece[piece].first;
    uint32_t end = paragraph_end(p, m->paragraph);
    uint32_t tag = ws_torn_tag(&p->torn, first, end, true);

    if (tag == end)
        tag = inner_open(p, piece, end);
    if (tag == end && is_fragment(p, m))
        tag = ws_torn_sentence(&p->torn, first, end);
    return tag;
}

static void end_paragraph(struct pairer *p)
{
    p->carry = WHOSAID_NONE;
    for (uint32_t level = 0; level < p->depth; level++) {
        uint32_t piece = p->open[level];
        const ws_mark *m = &p->mark[p->opener[level]];
        uint32_t end = paragraph_end(p, m->paragraph);

        if (m->family == WS_MARK_DASH) {
            p->piece[piece].parted = true;
            leave_open(p, piece, end);
            break;
        }
        uint32_t tag = ws_torn_tag(&p->torn, p->piece[piece].first, end, false);
        bool unsure =
            m->can_close || (m->settled && is_small_word(behind(p, m)));
        if (unsure && !m->starts_paragraph)
            continue; /* it was no opener */
        if (tag == end && !next_goes_on(p, &p->piece[piece]))
            tag = forgotten(p, piece, m);
        leave_open(p, piece, tag);
        if (level == 0 && tag == end)
            p->carry = piece;
        if (tag == end)
            break; /* it holds what is open within it */
    }
    p->depth = 0;
}

static void pair_doubles(struct pairer *p)
{
    for (uint32_t i = 0; i < p->marks; i++) {
        if (i == 0 || p->mark[i].paragraph != p->mark[i - 1].paragraph)
            end_paragraph(p);
        if (p->mark[i].family != WS_MARK_SINGLE)
            take_double(p, i);
        p->steps++;
    }
    end_paragraph(p);
}

/* -- 3. single marks ------------------------------------------------------ */

/* Mums’ and dads’ faces: behind "and", another word in s with its mark. */
static bool is_first_of_two(const struct pairer *p, const ws_mark *m)
{
    const ws_token *token = &p->token[m->token];

    if (m->token + 4 >= paragraph_end(p, m->paragraph))
        return false;
    return WS_IS(token[1].lex, AND) && is_small_word(&token[2]) &&
           p->text->bytes[token[2].end - 1] == 's' &&
           token[3].cp == token->cp && (token[3].shape & WS_SHAPE_SPACE) == 0 &&
           is_small_word(&token[4]);
}

/* The nurses’ choice: a word in s, white space, a word. */
static bool is_possessive(const struct pairer *p, const ws_mark *m)
{
    const ws_token *left = before(p, m);
    const ws_token *right = behind(p, m);

    if (left == NULL || left->kind != WS_TOKEN_WORD || left->end != m->begin ||
        p->text->bytes[left->end - 1] != 's' || right == NULL ||
        right->kind != WS_TOKEN_WORD || ws_torn_cue(right) ||
        (ws_elided_parts(right) && !is_first_of_two(p, m)))
        return false;
    /* ‘a battle of niches’ Grubbs said */
    return (right->shape & WS_SHAPE_CAPITAL) == 0 ||
           m->token + 2 >= paragraph_end(p, m->paragraph) ||
           !ws_torn_cue(right + 1);
}

/* Whether the opener looks like the begin of whole words of speech. */
static bool begins_speech(const struct pairer *p, const ws_mark *m)
{
    const ws_token *left = before(p, m);

    /* on ‘Meet the Press’, the ‘New York values’ phrase */
    if (left != NULL &&
        (WS_IS(left->lex, DET) || WS_IS(left->lex, POSSESSIVE) ||
         WS_IS(left->lex, PREPOSITION)))
        return false;
    return p->singles && (left == NULL || left->kind == WS_TOKEN_MARK ||
                          ws_is_punct(left, ',') || ws_is_punct(left, ':') ||
                          ws_torn_stop(left) || !is_small_word(behind(p, m)));
}

/* 'There's none to be 'ad till the carrier's been.': what was taken to open in a
 * speech that nothing else closes left a letter out: the mark closes the speech. */
static bool was_elision(const struct pairer *p, const struct held *held)
{
    if (held->inner == WHOSAID_NONE)
        return false;
    const ws_mark *m = &p->mark[held->closes];
    return is_small_word(behind(p, &p->mark[held->opens])) &&
           (m->ends_paragraph || is_small_word(behind(p, m)));
}

static void close_around(struct pairer *p, const struct held *held,
                         uint32_t slot)
{
    p->piece[held->inner].last = 0; /* none after all */
    close_piece(p, slot, &p->mark[held->closes]);
}

/* Nothing better comes before token until, where it may open again. */
static void settle_held(struct pairer *p, const struct wait *w,
                        struct held *held, uint32_t until, bool reopened)
{
    uint32_t closer = held->weak;
    uint32_t slot = held->slot;

    held->slot = WHOSAID_NONE;
    if (slot == WHOSAID_NONE)
        return;
    bool may_stay = p->singles && held->speech && w->within == WHOSAID_NONE;
    bool followed = next_goes_on(p, &p->piece[slot]);
    if (closer == WHOSAID_NONE && held->possessive != WHOSAID_NONE &&
        (!may_stay || !(followed || reopened) ||
         ws_torn_title(&p->torn, p->piece[slot].first,
                       p->mark[held->possessive].token)))
        closer = held->possessive;
    if (closer != WHOSAID_NONE) {
        close_piece(p, slot, &p->mark[closer]);
    } else if (may_stay && was_elision(p, held)) {
        close_around(p, held, slot);
    } else if (may_stay) {
        uint32_t tag = ws_torn_tag(&p->torn, p->piece[slot].first, until,
                                   !followed && !reopened);
        if (tag == until && !followed && !reopened)
            tag = inner_open(p, slot, until);
        if (tag == until && !reopened)
            tag = ws_torn_lead(&p->torn, p->piece[slot].first, until);
        leave_open(p, slot, tag);
        if (tag == until)
            p->carry = slot;
    }
}

static void settle(struct pairer *p, struct wait *w, uint32_t until,
                   bool reopened)
{
    settle_held(p, w, &w->now, until, reopened);
    settle_held(p, w, &w->around, until, reopened);
}

/* ‘We never said ‘leave’ at all.’: an opener in mid-sentence of a speech that
 * nothing could have closed stands within it. */
static bool nests(struct pairer *p, struct wait *w, const ws_mark *m)
{
    const ws_token *left = before(p, m);
    struct held *held = &w->now;

    if (!p->singles || held->slot == WHOSAID_NONE || !held->speech ||
        w->within != WHOSAID_NONE || w->around.slot != WHOSAID_NONE ||
        held->weak != WHOSAID_NONE || held->possessive != WHOSAID_NONE ||
        m->doubtful || left == NULL || left->kind != WS_TOKEN_WORD ||
        ws_torn_stop(left))
        return false;
    if (!held->tagless)
        held->tagless = ws_torn_tag(&p->torn, p->piece[held->slot].first,
                                    m->token, false) == m->token;
    return held->tagless;
}

static void open_single(struct pairer *p, struct wait *w, uint32_t i)
{
    const ws_mark *m = &p->mark[i];
    uint32_t carry = p->carry;
    bool inner = nests(p, w, m);

    if (inner) {
        w->around = w->now;
        carry = WHOSAID_NONE;
    } else if (w->now.slot != WHOSAID_NONE) {
        bool again = reopens(p, m);
        p->carry = WHOSAID_NONE;
        /* he was ‘ready. ‘I go.’: so it was speech */
        w->now.speech = w->now.speech || (again && p->singles &&
                                          w->now.possessive == WHOSAID_NONE &&
                                          !p->mark[w->now.mark].doubtful);
        settle(p, w, m->token, again);
        carry = again ? p->carry : WHOSAID_NONE;
    } else if (carry != WHOSAID_NONE &&
               (!m->starts_paragraph || w->within != WHOSAID_NONE ||
                p->piece[carry].paragraph + 1 != m->paragraph)) {
        carry = WHOSAID_NONE;
    }
    w->now.slot = begin_piece(p, i);
    p->piece[w->now.slot].goes_on = carry;
    w->now.mark = i;
    w->now.weak = w->now.possessive = w->now.inner = WHOSAID_NONE;
    w->now.speech = !inner && begins_speech(p, m);
    w->now.tagless = false;
    p->carry = WHOSAID_NONE;
}

static void close_single(struct pairer *p, struct wait *w, uint32_t i)
{
    const ws_mark *m = &p->mark[i];
    struct held *held = &w->now;

    if (!m->doubtful && w->around.slot != WHOSAID_NONE &&
        held->possessive != WHOSAID_NONE) { /* so ‘six persons’ it was.’ */
        close_piece(p, held->slot, &p->mark[held->possessive]);
        *held = w->around;
        w->around.slot = WHOSAID_NONE;
    }
    if (!m->doubtful || (!p->mark[held->mark].doubtful && !held->speech &&
                         !is_possessive(p, m))) {
        struct held inner = *held;
        close_piece(p, held->slot, m);
        *held = w->around;
        held->inner = inner.slot;
        held->opens = inner.mark;
        held->closes = i;
        w->around.slot = WHOSAID_NONE;
    } else if (p->mark[held->mark].doubtful) {
        return; /* two apostrophes make no quotation */
    } else if (is_possessive(p, m)) {
        if (held->possessive == WHOSAID_NONE)
            held->possessive = i;
    } else if (held->weak == WHOSAID_NONE) {
        held->weak = i;
    }
}

static void take_single(struct pairer *p, struct wait *w, uint32_t i,
                        uint32_t within)
{
    const ws_mark *m = &p->mark[i];

    if (w->paragraph != m->paragraph || w->within != within) {
        if (w->now.slot != WHOSAID_NONE)
            settle(p, w, paragraph_end(p, w->paragraph), false);
        w->paragraph = m->paragraph;
        w->within = within;
    }
    if (m->can_open && !(m->doubtful && w->now.slot != WHOSAID_NONE))
        open_single(p, w, i);
    else if (m->can_close && w->now.slot != WHOSAID_NONE)
        close_single(p, w, i);
}

/* Walk the single marks and the pieces around them together. */
static void pair_singles(struct pairer *p)
{
    struct wait wait[DEPTH + 1];
    uint32_t doubles = p->count;
    uint32_t around = 0; /* next piece to step into */

    for (uint32_t level = 0; level <= DEPTH; level++) {
        wait[level] = (struct wait){.paragraph = WHOSAID_NONE,
                                    .within = WHOSAID_NONE,
                                    .now = {.slot = WHOSAID_NONE},
                                    .around = {.slot = WHOSAID_NONE}};
    }
    p->carry = WHOSAID_NONE;
    p->depth = 0;
    for (uint32_t i = 0; i < p->marks; i++) {
        const ws_mark *m = &p->mark[i];
        p->steps++;
        if (m->family != WS_MARK_SINGLE)
            continue;
        for (; around < doubles && p->piece[around].open <= m->begin;
             around++) {
            const ws_piece *piece = &p->piece[around];
            p->steps++;
            if (piece->last <= piece->first)
                continue;
            while (p->depth > 0 &&
                   p->piece[p->open[p->depth - 1]].close <= piece->open)
                p->depth--;
            p->open[p->depth++] = around;
        }
        while (p->depth > 0 &&
               p->piece[p->open[p->depth - 1]].close <= m->begin)
            p->depth--;
        take_single(p, &wait[p->depth], i,
                    p->depth > 0 ? p->open[p->depth - 1] : WHOSAID_NONE);
    }
    for (uint32_t level = 0; level <= DEPTH; level++) {
        if (wait[level].now.slot != WHOSAID_NONE)
            settle(p, &wait[level], paragraph_end(p, wait[level].paragraph),
                   false);
    }
}

whosaid_status ws_pieces_find(ws_arena *arena, const ws_text *text,
                              const ws_tokens *tokens, const ws_marks *marks,
                              ws_pieces *pieces)
{
    struct pairer p = {.text = text,
                       .token = tokens->token,
                       .first = tokens->first,
                       .tokens = tokens->count,
                       .mark = marks->mark,
                       .marks = marks->count,
                       .singles = marks->singles,
                       .torn = {.token = tokens->token},
                       .carry = WHOSAID_NONE,
                       .parted = WHOSAID_NONE};

    *pieces = (ws_pieces){0};
    p.piece = WS_NEW(arena, ws_piece, marks->count);
    ws_piece *piece = WS_NEW(arena, ws_piece, marks->count);
    uint32_t *moved = WS_NEW(arena, uint32_t, marks->count);
    uint32_t *inside = WS_NEW(arena, uint32_t, tokens->count);
    uint32_t *opened = WS_NEW(arena, uint32_t, (size_t)tokens->count + 1);
    if (opened == NULL)
        return WHOSAID_ERR_NOMEM;
    pair_doubles(&p);
    uint32_t doubles = p.count;
    pair_singles(&p);
    pieces->piece = piece;
    pieces->inside = inside;
    pieces->opened = opened;
    pieces->singles = marks->singles;
    ws_paired paired = {.token = tokens->token,
                        .tokens = tokens->count,
                        .piece = p.piece,
                        .count = p.count,
                        .doubles = doubles,
                        .style = marks->style,
                        .moved = moved};
    p.steps += ws_pieces_merge(&paired, pieces);
    arena->steps += p.steps + p.torn.steps + tokens->count;
    return WHOSAID_OK;
}
