/*
 * lint.c - what is wrong with the marks of a document.
 *
 *   in   tokens, marks, pieces
 *   out  findings, by their place
 *
 * 1. See what became of each mark: which one it pairs with, which piece it
 *    opens.
 * 2. Take a census: what the document does more often than not is its
 *    convention, and only what goes against it is a fault.
 * 3. Walk the marks. Each has one fault at most, the one that explains most:
 *    ““so” is a mark too many, not an unclosed one.
 * 4. What a document does throughout is told once, at its first place.
 *
 * Apostrophes are let alone, but for those that face the wrong way and cannot
 * be anything else: a desk that is told of every one reads none.
 *
 * Not here: the words of a finding, see report.c.
 */
#include "quote/lint.h"

#include <string.h>

#include "base/unicode.h"
#include "quote/elided.h"
#include "text/residue.h"

enum { NAME_WORDS = 4 }; /* looked at behind "said" */

/* Marks of one kind belong together; a pair of two kinds is a fault. */
enum kind { KIND_STRAIGHT, KIND_CURLY, KIND_TYPED, KIND_OTHER };

/* What became of a mark. */
struct fate {
    uint32_t mate;  /* mark at the other end, or NONE */
    uint32_t piece; /* it opens, or NONE */
    bool opens;
    bool markup; /* <a href="so">: a program reads it, nobody else */
};

struct linter {
    const ws_text *text;
    const ws_tokens *all;
    const ws_token *token;
    const uint32_t *first; /* token of each paragraph */
    uint32_t tokens;
    const ws_mark *mark;
    uint32_t marks;
    const ws_pieces *pieces;
    uint32_t *mark_of; /* [tokens]: 1 + index of its mark, or 0 */
    struct fate *fate; /* [marks] */
    bool *followed;    /* [pieces]: another piece goes on from it */
    bool sames;        /* ”so”: one mark opens and closes */
    bool angles;       /* guillemets are quotation marks here, no arrows */
    bool spaced;       /* “ so ” is the convention */
    uint32_t namer;    /* token: who is named beside the last speech that
                         * goes on, or NONE */
    ws_habit mixed;
    uint32_t among; /* marks that those of mixed are among */
    ws_habit doubled;
    ws_residue residue;
    whosaid_finding *finding; /* NULL: they are only counted */
    uint32_t count;
    uint64_t steps;
};

/* -- questions ------------------------------------------------------------ */

static enum kind kind_of(const ws_token *token)
{
    switch (token->cp) {
    case '"':
    case 0xFF02:
    case 0xFF07:
        return KIND_STRAIGHT;
    case '\'':
        return token->end - token->begin == 2 ? KIND_TYPED : KIND_STRAIGHT;
    case '`':
    case ',':
    case 0x00B4:
        return KIND_TYPED;
    default:
        return token->cp >= 0x2018 && token->cp <= 0x201F ? KIND_CURLY
                                                          : KIND_OTHER;
    }
}

/* The number in the source of the paragraph that holds token i. */
static uint32_t number_of(const struct linter *l, uint32_t i)
{
    return l->text->paragraph[l->token[i].paragraph].number;
}

/* Whether token i is in the paragraph of the one before and touches it. */
static bool touches(const struct linter *l, uint32_t i)
{
    return i > 0 && i < l->tokens && number_of(l, i) == number_of(l, i - 1) &&
           (l->token[i].shape & WS_SHAPE_SPACE) == 0;
}

static bool is_word(const ws_token *token)
{
    return token->kind == WS_TOKEN_WORD || token->kind == WS_TOKEN_NUMBER;
}

/* Two single marks that touch are one token: 'One.''Two.' The first of them
 * is judged. */
static bool is_parted(const struct linter *l, uint32_t mark)
{
    return l->mark[mark].end < l->token[l->mark[mark].token].end;
}

/* '' that stands for a double mark: not one that ``so'' closes, nor 5''. */
static bool is_doubled(const struct linter *l, uint32_t i)
{
    const ws_token *token = &l->token[i];
    uint32_t mark = l->mark_of[i];

    if (token->cp != '\'' || token->end - token->begin != 2)
        return false;
    if ((touches(l, i) && l->token[i - 1].kind == WS_TOKEN_NUMBER) ||
        (mark != 0 && is_parted(l, mark - 1)))
        return false;
    return mark == 0 || l->fate[mark - 1].mate == WHOSAID_NONE ||
           l->token[l->mark[l->fate[mark - 1].mate].token].cp == '\'';
}

/* A number of two digits or three before the mark, as lengths have. */
static bool follows_length(const struct linter *l, uint32_t i)
{
    const ws_token *before = i > 0 ? &l->token[i - 1] : NULL;

    return before != NULL && touches(l, i) && before->kind == WS_TOKEN_NUMBER &&
           before->end - before->begin <= 3 &&
           (ws_cp_class(l->text->bytes[before->end - 1]) & WS_CP_DIGIT) != 0;
}

/* "â€" stands before the mark: it is the third byte of a broken one. */
static bool is_broken(const struct linter *l, uint32_t i)
{
    return l->token[i].begin >= 3 &&
           memcmp(l->text->bytes + l->token[i].begin - 3, "\xE2\x82\xAC", 3) ==
               0;
}

/* -- 1. what became of each mark ------------------------------------------ */

static void pair(struct linter *l, uint32_t open, uint32_t close)
{
    l->fate[open].mate = close;
    l->fate[open].opens = true;
    l->fate[close].mate = open;
}

/* “...”: a pair without a word is no piece, but a pair. */
static void pair_empty(struct linter *l, uint32_t i)
{
    const ws_mark *m = &l->mark[i];
    uint32_t at = m->token + 1;

    if (i + 1 == l->marks || m[1].paragraph != m->paragraph ||
        m[1].family != m->family || !m->can_open || !m[1].can_close ||
        m[1].token == at || l->fate[i].mate != WHOSAID_NONE ||
        l->fate[i].piece != WHOSAID_NONE ||
        l->fate[i + 1].mate != WHOSAID_NONE ||
        l->fate[i + 1].piece != WHOSAID_NONE)
        return;
    while (at < m[1].token && !is_word(&l->token[at]))
        at++;
    l->steps += at - m->token;
    if (at == m[1].token)
        pair(l, i, i + 1);
}

/* ”so”, “so“: both face one way, and the sides of one show that they belong
 * together. */
static void pair_turned(struct linter *l, uint32_t i)
{
    const ws_mark *m = &l->mark[i];

    if (i + 1 == l->marks || m[1].paragraph != m->paragraph ||
        l->fate[i].mate != WHOSAID_NONE ||
        l->fate[i + 1].mate != WHOSAID_NONE || m[1].token == m->token + 1)
        return;
    uint16_t cp = l->token[m->token].cp;
    if (l->token[m[1].token].cp != cp ||
        !(cp == 0x201D ? !touches(l, m->token)
                       : cp == 0x201C && !touches(l, m[1].token + 1)))
        return;
    l->fate[i + 1].piece = WHOSAID_NONE;
    l->fate[i + 1].opens = false;
    pair(l, i, i + 1);
}

/* href= before the mark. */
static bool is_attribute(const struct linter *l, uint32_t i)
{
    return l->mark[i].begin > 0 && l->text->bytes[l->mark[i].begin - 1] == '=';
}

/* pic="" date="May 1">: = before a mark, or > behind it. Marks that pair with
 * one, touch one or come next to a lone one are of the tag too. */
static void see_markup(struct linter *l, uint32_t i)
{
    const ws_mark *m = &l->mark[i];
    struct fate *fate = &l->fate[i];
    bool alone = fate->mate == WHOSAID_NONE;

    if (is_attribute(l, i) ||
        (m->end < l->text->len && l->text->bytes[m->end] == '>'))
        fate->markup = true;
    if (i > 0 && l->fate[i - 1].markup &&
        (m[-1].end == m->begin || (alone && is_attribute(l, i - 1) &&
                                   l->fate[i - 1].mate == WHOSAID_NONE)))
        fate->markup = true;
    if (!alone && fate->markup)
        l->fate[fate->mate].markup = true;
}

static void see_fates(struct linter *l)
{
    for (uint32_t i = 0; i < l->marks; i++) {
        if (i == 0 || l->mark[i - 1].token != l->mark[i].token)
            l->mark_of[l->mark[i].token] = i + 1;
        l->fate[i] = (struct fate){.mate = WHOSAID_NONE, .piece = WHOSAID_NONE};
    }
    for (uint32_t i = 0; i < l->pieces->count; i++) {
        const ws_piece *piece = &l->pieces->piece[i];
        uint32_t open = 0;
        uint32_t close = 0;
        if (piece->first > 0 && l->token[piece->first - 1].begin == piece->open)
            open = l->mark_of[piece->first - 1];
        /* a turn's words have no marks */
        if (!piece->unclosed && piece->close > piece->end)
            close = l->mark_of[piece->last];
        if (open != 0) {
            l->fate[open - 1].piece = i;
            l->fate[open - 1].opens = true;
        }
        if (open != 0 && close != 0)
            pair(l, open - 1, close - 1);
        else if (close != 0) /* a torn speech goes on: no mark opens it */
            l->fate[close - 1].mate = close - 1;
        if (piece->goes_on != WHOSAID_NONE)
            l->followed[piece->goes_on] = true;
    }
    for (uint32_t i = 0; i < l->marks; i++)
        pair_empty(l, i);
    for (uint32_t i = 0; i < l->marks; i++) {
        pair_turned(l, i);
        see_markup(l, i);
    }
}

/* -- 2. the census -------------------------------------------------------- */

static bool is_mismatched(const struct linter *l, uint32_t i)
{
    uint32_t mate = l->fate[i].mate;

    if (mate == WHOSAID_NONE || mate == i || is_parted(l, mate))
        return false;
    const ws_token *one = &l->token[l->mark[i].token];
    const ws_token *two = &l->token[l->mark[mate].token];
    if (l->mark[i].family == WS_MARK_CORNER)
        return l->fate[i].opens ? one->cp + 1 != two->cp
                                : two->cp + 1 != one->cp;
    /* `so' and ,,so“ are habits of typewriters */
    return kind_of(one) != kind_of(two) && kind_of(one) != KIND_TYPED &&
           (kind_of(two) != KIND_TYPED || two->cp == '\'');
}

/* White space on the inner side of a mark of a pair. */
static bool is_spaced(const struct linter *l, uint32_t i)
{
    uint32_t inner = l->mark[i].token + (l->fate[i].opens ? 1 : 0);
    uint32_t word = l->fate[i].opens ? inner : inner - 1;

    return !touches(l, inner) && word < l->tokens &&
           l->token[word].kind != WS_TOKEN_MARK &&
           !ws_is_ellipsis(&l->token[word]) &&
           l->mark[i].family == WS_MARK_DOUBLE;
}

static void note(ws_habit *habit, uint32_t begin, uint32_t end)
{
    if (habit->count++ == 0)
        habit->first = (whosaid_span){begin, end};
}

/* The rarer of straight and curly marks, if there are both. */
static void see_mixture(struct linter *l, const ws_habit *straight,
                        const ws_habit *curly)
{
    const ws_habit *rarer = curly->count < straight->count ? curly : straight;

    if (straight->count == 0 || curly->count == 0)
        return;
    l->mixed = *rarer;
    l->among = straight->count + curly->count - rarer->count;
}

static void take_census(struct linter *l)
{
    ws_habit straight = {0};
    ws_habit curly = {0};
    uint32_t highs = 0; /* pairs that “ opens */
    uint32_t sames = 0; /* pairs that ” opens and closes */
    uint32_t spaced = 0;
    uint32_t pairs = 0;

    for (uint32_t i = 0; i < l->marks; i++) {
        const ws_token *token = &l->token[l->mark[i].token];
        uint32_t mate = l->fate[i].mate;
        if (l->mark[i].family == WS_MARK_ANGLE && mate != WHOSAID_NONE)
            l->angles = true;
        if (l->mark[i].family != WS_MARK_DOUBLE)
            continue;
        if (mate != WHOSAID_NONE && !l->fate[i].markup &&
            !is_mismatched(l, i)) {
            if (kind_of(token) == KIND_STRAIGHT)
                note(&straight, token->begin, token->end);
            else if (kind_of(token) == KIND_CURLY)
                note(&curly, token->begin, token->end);
        }
        if (mate == WHOSAID_NONE || !l->fate[i].opens)
            continue;
        pairs++;
        spaced += is_spaced(l, i) && is_spaced(l, mate);
        highs += token->cp == 0x201C;
        sames +=
            token->cp == 0x201D && l->token[l->mark[mate].token].cp == 0x201D;
    }
    l->sames = sames > highs;
    l->spaced = spaced > 2 && spaced > pairs / 2;
    see_mixture(l, &straight, &curly);
}

static void see_doubled(struct linter *l)
{
    for (uint32_t i = 0; i < l->tokens; i++)
        if (l->token[i].kind == WS_TOKEN_MARK && is_doubled(l, i))
            note(&l->doubled, l->token[i].begin, l->token[i].end);
    l->steps += l->tokens;
}

/* -- 3. each mark --------------------------------------------------------- */

static void tell(struct linter *l, whosaid_fault fault, const ws_token *token)
{
    if (l->finding != NULL) {
        l->finding[l->count] = (whosaid_finding){
            .span = {token->begin, token->end},
              .count = 1, .fault = fault
        };
    }
    l->count++;
}

/* ‘Tis, and ‘‘Tis late,’ she said: the last of the marks faces the wrong way. */
static bool is_turned_elision(const struct linter *l, uint32_t i)
{
    return l->token[i].cp == 0x2018 && ws_elided_head(l->text, l->all, i);
}

/* Whether the mark at token i is the mark before it once more. */
static bool repeats(const struct linter *l, uint32_t i)
{
    if (!touches(l, i) || l->token[i].kind != WS_TOKEN_MARK ||
        l->token[i].cp != l->token[i - 1].cp || l->mark_of[i] == 0 ||
        l->mark_of[i - 1] == 0 || l->token[i].cp == '`' ||
        l->token[i].cp == '\'' || l->token[i].cp == 0x2019 ||
        is_turned_elision(l, i))
        return false;
    const struct fate *one = &l->fate[l->mark_of[i - 1] - 1];
    const struct fate *two = &l->fate[l->mark_of[i] - 1];
    /* “He said “stop””: each closes another one */
    return one->mate == WHOSAID_NONE || two->mate == WHOSAID_NONE ||
           (one->opens && two->opens);
}

static bool is_name(const struct linter *l, uint32_t i)
{
    return l->token[i].kind == WS_TOKEN_WORD &&
           (l->token[i].shape & WS_SHAPE_CAPITAL) != 0 &&
           !WS_IS(l->token[i].lex, SUBJECT) && l->pieces->inside[i] == 0;
}

/* The last word of the name beside the first word of speech in the narration
 * of a paragraph, or NONE. Lane said Ruiz knew: the one before it speaks. */
static uint32_t named_beside(struct linter *l, uint32_t paragraph)
{
    uint32_t first = l->first[paragraph];
    uint32_t end = l->first[paragraph + 1];

    for (uint32_t i = first; i < end; i++) {
        ws_lex lex = l->token[i].lex;
        uint32_t at = i;
        l->steps++;
        if (l->pieces->inside[i] != 0 || !WS_IS(lex, CUE_STRONG) ||
            WS_IS(lex, CUE_ING) || WS_IS(lex, CUE_BASE))
            continue;
        if (i > first && is_name(l, i - 1))
            return i - 1;
        while (at + 1 < end && at < i + NAME_WORDS && is_name(l, at + 1))
            at++;
        if (at > i)
            return at;
    }
    return WHOSAID_NONE;
}

static bool same_word(const struct linter *l, uint32_t i, uint32_t j)
{
    const ws_token *one = &l->token[i];
    const ws_token *two = &l->token[j];

    return one->end - one->begin == two->end - two->begin &&
           memcmp(l->text->bytes + one->begin, l->text->bytes + two->begin,
                  one->end - one->begin) == 0;
}

/* The mark opens a piece that goes on from the paragraph before, but another
 * speaker is named beside it: perhaps the closing mark before is missing. */
static bool may_be_new(struct linter *l, uint32_t i)
{
    const ws_piece *piece = NULL;

    if (l->fate[i].piece == WHOSAID_NONE)
        return false;
    piece = &l->pieces->piece[l->fate[i].piece];
    if (piece->goes_on == WHOSAID_NONE)
        return false;
    const ws_piece *from = &l->pieces->piece[piece->goes_on];
    if (from->paragraph == piece->paragraph)
        return false;
    uint32_t here = named_beside(l, piece->paragraph);
    uint32_t before = from->goes_on == WHOSAID_NONE
                          ? named_beside(l, from->paragraph)
                          : l->namer;
    l->namer = here != WHOSAID_NONE ? here : before;
    return here != WHOSAID_NONE && before != WHOSAID_NONE &&
           !same_word(l, here, before);
}

/* ‘so‘, ”so“ and, where “so” is usual, ”so”. */
static bool is_wrong_way(const struct linter *l, uint32_t i)
{
    const ws_token *mate = &l->token[l->mark[l->fate[i].mate].token];
    uint16_t cp = l->token[l->mark[i].token].cp;

    if (l->fate[i].opens) {
        return cp == 0x201D && kind_of(mate) == KIND_CURLY &&
               !(l->sames && mate->cp == 0x201D);
    }
    if (cp == 0x201C)
        return mate->cp == 0x201C || (mate->cp == 0x201D && l->sames);
    return cp == 0x2018 && mate->cp == 0x2018;
}

static void judge_pair(struct linter *l, uint32_t i)
{
    const ws_token *token = &l->token[l->mark[i].token];
    const struct fate *fate = &l->fate[i];

    if (fate->mate == i)
        return;
    /* a 6“ pipe: no opening mark, whatever it was paired with */
    if (fate->opens && kind_of(token) == KIND_CURLY &&
        follows_length(l, l->mark[i].token) && is_spaced(l, i)) {
        tell(l, WHOSAID_FAULT_INCHES, token);
        return;
    }
    if (fate->opens && is_mismatched(l, i)) {
        tell(l, WHOSAID_FAULT_MISMATCHED, token);
        if (l->finding != NULL) {
            const ws_mark *mate = &l->mark[fate->mate];
            l->finding[l->count - 1].other =
                (whosaid_span){mate->begin, mate->end};
        }
    } else if (is_wrong_way(l, i)) {
        tell(l, WHOSAID_FAULT_WRONG_WAY, token);
    } else if (!l->spaced && is_spaced(l, i) &&
               (fate->opens || !is_spaced(l, fate->mate))) {
        tell(l, WHOSAID_FAULT_SPACE, token);
    }
}

/* ‘90s, ‘em, shouldn‘t: an apostrophe that faces the wrong way. */
static bool is_turned_apostrophe(const struct linter *l, uint32_t i)
{
    if (l->token[i].cp != 0x2018 || !touches(l, i + 1))
        return false;
    const ws_token *next = &l->token[i + 1];
    if (!touches(l, i) || !is_word(&l->token[i - 1]))
        return l->mark_of[i] == 0 && is_word(next) &&
               (next->end - next->begin > 1 ||
                (touches(l, i + 2) && l->token[i + 2].kind == WS_TOKEN_MARK));
    return !ws_is_capital(next) &&
           ws_token_listed(l->text->bytes, next, WS_LIST_ENDING);
}

/* The paragraph behind begins with two marks: both speeches go on. */
static bool inner_goes_on(const struct linter *l, const ws_mark *m)
{
    /* m->paragraph is of before they were parted (breaks.c) */
    uint32_t next = l->first[l->token[m->token].paragraph + 1];

    return m->starts_paragraph ||
           (next + 1 < l->tokens && l->token[next].kind == WS_TOKEN_MARK &&
            l->token[next + 1].kind == WS_TOKEN_MARK);
}

static void judge_lone_single(struct linter *l, uint32_t i)
{
    const ws_mark *m = &l->mark[i];
    const ws_token *token = &l->token[m->token];

    if (is_turned_apostrophe(l, m->token) || is_turned_elision(l, m->token))
        tell(l, WHOSAID_FAULT_WRONG_WAY, token);
    else if (m->doubtful)
        return;
    else if (token->cp == 0x2018 && m->can_open && !inner_goes_on(l, m))
        tell(l, WHOSAID_FAULT_UNCLOSED, token);
    else if (token->cp == 0x2019 && !m->can_open)
        tell(l, WHOSAID_FAULT_UNOPENED, token);
}

/* A mark without another one. */
static void judge_lone(struct linter *l, uint32_t i)
{
    const ws_mark *m = &l->mark[i];
    const ws_token *token = &l->token[m->token];
    uint32_t piece = l->fate[i].piece;

    if (m->family == WS_MARK_SINGLE && piece == WHOSAID_NONE) {
        judge_lone_single(l, i);
        return;
    }
    if (piece != WHOSAID_NONE) {
        if (!l->followed[piece])
            tell(l, WHOSAID_FAULT_UNCLOSED, token);
        return;
    }
    if (token->cp == 0x2033 || m->family == WS_MARK_SINGLE_ANGLE ||
        (m->family == WS_MARK_ANGLE && !l->angles))
        return;
    if (follows_length(l, m->token)) {
        if (kind_of(token) == KIND_CURLY)
            tell(l, WHOSAID_FAULT_INCHES, token);
        return;
    }
    tell(l,
         m->settled    ? WHOSAID_FAULT_STRAY
         : m->can_open ? WHOSAID_FAULT_UNCLOSED
                       : WHOSAID_FAULT_UNOPENED,
         token);
}

static void judge(struct linter *l, uint32_t i)
{
    const ws_token *token = &l->token[l->mark[i].token];
    uint32_t at = l->mark[i].token;
    bool is_new = may_be_new(l, i);

    l->steps++;
    if (l->fate[i].markup || is_doubled(l, at) || is_broken(l, at) ||
        repeats(l, at))
        return;
    if (at + 1 < l->tokens && repeats(l, at + 1))
        tell(l, WHOSAID_FAULT_REPEATED, token);
    else if (is_new)
        tell(l, WHOSAID_FAULT_CONTINUATION, token);
    else if (l->fate[i].mate != WHOSAID_NONE)
        judge_pair(l, i);
    else
        judge_lone(l, i);
}

/* A mark that can be no quotation mark. */
static void judge_other(struct linter *l, uint32_t i)
{
    const ws_token *token = &l->token[i];

    l->steps++;
    if (is_turned_apostrophe(l, i))
        tell(l, WHOSAID_FAULT_WRONG_WAY, token);
    else if ((token->cp == 0x201C || token->cp == 0x201D) && touches(l, i) &&
             l->token[i - 1].kind == WS_TOKEN_NUMBER)
        tell(l, WHOSAID_FAULT_INCHES, token);
}

/* -- 4. the whole --------------------------------------------------------- */

/* Tell the habits whose first place lies before byte until. */
static void tell_habits(struct linter *l, ws_habit *habit[4], uint32_t until)
{
    static const whosaid_fault fault[4] = {
        WHOSAID_FAULT_MIXED, WHOSAID_FAULT_DOUBLED, WHOSAID_FAULT_MOJIBAKE,
        WHOSAID_FAULT_ENTITY};

    for (int turn = 0; turn < 4; turn++) {
        int next = -1;
        for (int i = 0; i < 4; i++)
            if (habit[i] != NULL && habit[i]->first.begin < until &&
                (next < 0 || habit[i]->first.begin < habit[next]->first.begin))
                next = i;
        if (next < 0)
            return;
        if (l->finding != NULL) {
            l->finding[l->count] =
                (whosaid_finding){.span = habit[next]->first,
                                  .count = habit[next]->count,
                                  .among = next == 0 ? l->among : 0,
                                  .fault = fault[next]};
        }
        l->count++;
        habit[next] = NULL;
    }
}

static void walk(struct linter *l)
{
    ws_habit *habit[4] = {&l->mixed, &l->doubled, &l->residue.mojibake,
                          &l->residue.entity};

    l->count = 0;
    l->namer = WHOSAID_NONE;
    for (int i = 0; i < 4; i++)
        if (habit[i]->count == 0)
            habit[i] = NULL;
    for (uint32_t i = 0; i < l->tokens; i++) {
        if (l->token[i].kind != WS_TOKEN_MARK)
            continue;
        tell_habits(l, habit, l->token[i].begin + 1);
        if (l->mark_of[i] != 0)
            judge(l, l->mark_of[i] - 1);
        else
            judge_other(l, i);
    }
    tell_habits(l, habit, UINT32_MAX);
    l->steps += l->tokens;
}

whosaid_status ws_lint(ws_arena *arena, const ws_text *text,
                       const ws_tokens *tokens, const ws_marks *marks,
                       const ws_pieces *pieces, ws_findings *findings)
{
    struct linter l = {.text = text,
                       .all = tokens,
                       .token = tokens->token,
                       .first = tokens->first,
                       .tokens = tokens->count,
                       .mark = marks->mark,
                       .marks = marks->count,
                       .pieces = pieces};

    *findings = (ws_findings){0};
    l.mark_of = WS_NEW(arena, uint32_t, tokens->count);
    l.fate = WS_NEW(arena, struct fate, marks->count);
    l.followed = WS_NEW(arena, bool, pieces->count);
    if (l.mark_of == NULL || l.fate == NULL || l.followed == NULL)
        return WHOSAID_ERR_NOMEM;
    see_fates(&l);
    take_census(&l);
    see_doubled(&l);
    l.residue = ws_residue_find(text);
    l.steps += text->len;
    walk(&l);
    l.finding = WS_NEW(arena, whosaid_finding, l.count);
    if (l.finding == NULL)
        return WHOSAID_ERR_NOMEM;
    walk(&l);
    findings->finding = l.finding;
    findings->count = l.count;
    arena->steps += l.steps;
    return WHOSAID_OK;
}
