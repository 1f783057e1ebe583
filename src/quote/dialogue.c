/*
 * dialogue.c - dash dialogue and incises, as marks.
 *
 *   in   tokens, marks
 *   out  marks, with those added that are no quotation marks
 *
 * 1. Census: paragraphs that begin with a dash, and which of them the
 *    writer's words break, "— Нет, — сказал он. — Завтра." A broken one shows
 *    that dashes are the document's convention; so do several unbroken ones
 *    with a question or an answer among them. A list has neither.
 * 2. In each such paragraph, and between guillemets, walk from incise to
 *    incise. One begins behind a dash, or behind a comma where a verb of
 *    saying or an inverted pronoun follows; it ends at the next dash, or at
 *    the stop where the language puts none.
 * 3. Merge what was found with the marks.
 *
 * Each walk looks at a token a constant number of times: O(tokens).
 *
 * Not here: a transcript's turns, and who speaks.
 */
#include "quote/dialogue.h"

#include <string.h>

#include "base/saying.h"
#include "base/unicode.h"

enum {
    BRIEF = 5,        /* tokens of an incise with a verb that is in no list */
    ASIDE = 16,       /* tokens between two dashes of one sentence */
    SHORT = 5,        /* bytes of a word that may stand before the verb */
    WEAK = 4,         /* bytes of a verb that is in no list */
    SUBJECT_NEAR = 4, /* tokens between the verb and its subject */
    SELDOM = 4        /* paragraphs of speech without a tag for each with one */
};

/* How an incise ends. */
enum ending {
    ENDS_AT_DASH,
    ENDS_AT_PAUSE, /* a pronoun is its subject: the next comma or stop */
    ENDS_AT_STOP   /* a name may be followed by commas of its own */
};

/* Where speech breaks off. */
struct incise {
    uint32_t close; /* token that closes the part before */
    bool bare;      /* it belongs to the incise: nothing stands for a mark */
    uint32_t first; /* its first token */
    uint8_t ending; /* enum ending */
};

struct walker {
    const ws_text *text;
    const ws_token *token;
    const uint32_t *first;
    ws_mark *mark; /* [count], or NULL: only counted */
    uint32_t count;
    uint8_t family; /* of the speech walked through */
    bool tight;     /* "—No", not "— No" */
    uint64_t steps;
};

/* -- questions ------------------------------------------------------------ */

static bool is_apart(const ws_token *token)
{
    return (token->shape & WS_SHAPE_SPACE) != 0;
}

static bool is_dash(const ws_token *token)
{
    return token->kind == WS_TOKEN_PUNCT &&
           (token->cp == '-' || (token->cp >= 0x2013 && token->cp <= 0x2015));
}

static bool is_terminal(const ws_token *token)
{
    if (token->kind == WS_TOKEN_WORD)
        return (token->shape & WS_SHAPE_DOT) != 0;
    return token->kind == WS_TOKEN_PUNCT &&
           (token->cp == '.' || token->cp == '!' || token->cp == '?' ||
            token->cp == 0x2026 || token->cp == ';' || token->cp == 0x037E);
}

/* Speech may break off behind it. */
static bool is_pause(const ws_token *token)
{
    return ws_is_punct(token, ',') || is_terminal(token) ||
           token->kind == WS_TOKEN_MARK;
}

static bool is_small(const ws_token *token)
{
    return token->kind == WS_TOKEN_WORD &&
           (token->shape & (WS_SHAPE_CAPITAL | WS_SHAPE_GENITIVE)) == 0;
}

/* The entry of saying.tsv that a word is or begins with, or NULL. */
static const ws_saying *find_saying(const struct walker *w, uint32_t i)
{
    const ws_token *token = &w->token[i];

    return is_small(token) ? ws_saying_find(w->text->bytes + token->begin,
                                            token->end - token->begin)
                           : NULL;
}

/* A verb of saying at token i, or behind a short word: "me dit", "a dit". */
static bool says(const struct walker *w, uint32_t i, uint32_t to, bool angle)
{
    const ws_saying *row = find_saying(w, i);

    if (row == NULL && i + 1 < to && is_small(&w->token[i]) &&
        w->token[i].end - w->token[i].begin <= SHORT)
        row = find_saying(w, i + 1);
    return row != NULL &&
           row->use >= (angle ? WS_SAYING_ANGLE : WS_SAYING_DASH);
}

/* "dit-il", "a-t-elle": a pronoun behind the verb. */
static bool is_inverted(const struct walker *w, uint32_t i)
{
    const ws_token *token = &w->token[i];
    uint32_t at = token->end;

    if (!is_small(token) || (token->shape & WS_SHAPE_HYPHEN) == 0)
        return false;
    while (at > token->begin && w->text->bytes[at - 1] != '-')
        at--;
    /* two letters or more before the hyphen: "a-t-il" */
    return at > token->begin + 2 &&
           ws_is_listed(WS_LIST_INVERTED, w->text->bytes + at, token->end - at);
}

/* Whether what begins at token i ends soon, in a comma or a full stop. */
static bool is_brief(const struct walker *w, uint32_t i, uint32_t to)
{
    uint32_t end = to - i > BRIEF ? i + BRIEF : to;

    while (i < end && !ws_is_punct(&w->token[i], ',') &&
           !is_terminal(&w->token[i]) && !is_dash(&w->token[i]))
        i++;
    return i == to || (i < end && !ws_is_punct(&w->token[i], '?'));
}

/* -- where speech breaks off ---------------------------------------------- */

static bool is_cue(const ws_token *token)
{
    return WS_IS(token->lex, CUE_STRONG) && !WS_IS(token->lex, CUE_ING) &&
           !WS_IS(token->lex, CUE_BASE) &&
           (token->shape & WS_SHAPE_CAPITAL) == 0;
}

static bool names_someone(const ws_token *token)
{
    return ws_is_capital(token) || WS_IS(token->lex, SUBJECT) ||
           WS_IS(token->lex, DET);
}

/* ", Stephen said.", ", he cried briskly.": English dash dialogue. */
static bool is_english_tag(const struct walker *w, uint32_t i, uint32_t to,
                           uint8_t *ending)
{
    uint32_t at = i;

    *ending = ENDS_AT_STOP;
    if (i + 1 < to && is_cue(&w->token[i]))
        return names_someone(&w->token[i + 1]);
    while (at < to && at < i + 3 &&
           (names_someone(&w->token[at]) ||
            (at > i && is_small(&w->token[at]) && !is_cue(&w->token[at]))))
        at++;
    if (at == i || at >= to || !is_cue(&w->token[at]) ||
        !names_someone(&w->token[i]))
        return false;
    if (WS_IS(w->token[i].lex, SUBJECT))
        *ending = ENDS_AT_PAUSE;
    return at + 1 == to || ws_is_punct(&w->token[at + 1], ',') ||
           is_terminal(&w->token[at + 1]) ||
           (at + 2 < to && is_terminal(&w->token[at + 2]));
}

/* A name or an article near the verb at token i: its subject. */
static bool has_subject(const struct walker *w, uint32_t i, uint32_t to)
{
    uint32_t end = to - i > SUBJECT_NEAR ? i + SUBJECT_NEAR + 1 : to;

    for (uint32_t at = i + 1; at < end; at++) {
        const ws_token *token = &w->token[at];
        if (ws_is_capital(token))
            return true;
        if (token->kind != WS_TOKEN_WORD)
            return false;
        if (ws_token_listed(w->text->bytes, token, WS_LIST_ARTICLE))
            return true;
    }
    return false;
}

/* Whether an incise begins at token i, behind a comma or another pause. */
static bool is_tag(const struct walker *w, uint32_t i, uint32_t to,
                   uint8_t *ending)
{
    bool angle = w->family != WS_MARK_DASH;

    *ending = ENDS_AT_PAUSE;
    for (uint32_t at = i; at < to && at <= i + 1; at++) {
        if (is_inverted(w, at))
            return says(w, at, to, false) || is_brief(w, at, to);
        if (!is_small(&w->token[at]))
            break;
    }
    *ending = ENDS_AT_STOP;
    if (says(w, i, to, true))
        return has_subject(w, i, to);
    if (angle)
        return false;
    if (is_english_tag(w, i, to, ending))
        return true;
    *ending = ENDS_AT_DASH;
    return says(w, i, to, false);
}

/* Whether the dash at token i begins an incise. */
static bool is_incise_dash(const struct walker *w, uint32_t i, uint32_t to)
{
    const ws_token *token = &w->token[i];

    if (i + 1 >= to || token[1].kind != WS_TOKEN_WORD || !is_apart(token))
        return false;
    if (!is_apart(&token[1])) /* "No lo sé —dijo Marta" */
        return w->tight && w->family == WS_MARK_DASH;
    bool verb = says(w, i + 1, to, false);
    if (w->family != WS_MARK_DASH)
        return is_pause(&token[-1]) && verb;
    if (!is_small(&token[1]))
        return false;
    if (verb || is_pause(&token[-1]))
        return true;
    /* "atalhou Pedro.": a verb that no list has, and a name */
    return token[1].end - token[1].begin >= WEAK && i + 2 < to &&
           ws_is_capital(&token[2]) && is_brief(w, i + 1, to);
}

/* Whether speech breaks off at token i. */
static bool breaks_off(const struct walker *w, uint32_t i, uint32_t to,
                       struct incise *incise)
{
    const ws_token *token = &w->token[i];

    *incise = (struct incise){i, false, i + 1, ENDS_AT_DASH};
    if (token->kind != WS_TOKEN_PUNCT || i + 1 >= to)
        return false;
    if (is_dash(token))
        return is_incise_dash(w, i, to);
    if (!is_pause(token) || ws_is_punct(token, '.') || !is_apart(&token[1]))
        return false;
    if (!is_tag(w, i + 1, to, &incise->ending))
        return false;
    if (!ws_is_punct(token, ',')) { /* "Partons ! dit-elle." */
        incise->bare = true;
        incise->close = i + 1;
    }
    return true;
}

/* -- where it goes on ----------------------------------------------------- */

/* The dash at token i, in narration since token from: the token behind which
 * speech goes on, or to. */
static uint32_t behind_dash(const struct walker *w, uint32_t i, uint32_t from,
                            uint32_t to, bool ended)
{
    const ws_token *token = &w->token[i];

    if (i + 1 >= to)
        return to;
    if (!is_apart(token)) { /* "dijo Marta—. Pregúntale" */
        uint32_t last = i;
        while (last + 1 < to && token[1].kind == WS_TOKEN_PUNCT &&
               !is_apart(&w->token[last + 1]) && last < i + 3 &&
               w->token[last + 1].kind == WS_TOKEN_PUNCT)
            last++;
        return last + 1 < to && is_apart(&w->token[last + 1]) ? last : to;
    }
    if (is_pause(&token[-1]) || ws_is_punct(&token[-1], ':'))
        return i;
    return !ended && i - from <= ASIDE && is_apart(&token[1]) ? i : to;
}

/* He, she, they: a new sentence of narration, not of speech. */
static bool is_narrator(const struct walker *w, uint32_t i)
{
    return ws_is_capital(&w->token[i]) &&
           ws_token_listed(w->text->bytes, &w->token[i], WS_LIST_NARRATED);
}

/* The token behind which speech goes on after an incise, or to. */
static uint32_t goes_on(struct walker *w, const struct incise *incise,
                        uint32_t to)
{
    bool ended = false;
    uint32_t comma = to;

    for (uint32_t i = incise->first; i < to; i++) {
        const ws_token *token = &w->token[i];
        w->steps++;
        if (is_dash(token) && i > incise->first) {
            uint32_t last = behind_dash(w, i, incise->first, to, ended);
            if (last < to)
                return last;
        }
        ended = ended || is_terminal(token);
        if (incise->ending == ENDS_AT_DASH || i + 1 >= to ||
            is_dash(&w->token[i + 1])) /* "Ned said. —And ..." */
            continue;
        if (ws_is_punct(token, ',')) {
            if (incise->ending == ENDS_AT_PAUSE)
                return i;
            comma = comma < to ? comma : i;
        }
        if (!ws_is_punct(token, '.'))
            continue;
        if (w->family == WS_MARK_DASH && is_narrator(w, i + 1))
            return to;
        return i;
    }
    bool more = comma < to && is_small(&w->token[comma + 1]) &&
                !has_subject(w, comma, to);
    return more ? comma : to;
}

/* -- marks ---------------------------------------------------------------- */

static ws_mark *add(struct walker *w, uint32_t token)
{
    static const ws_mark none = {0};
    ws_mark *mark = NULL;

    if (w->mark != NULL) {
        mark = &w->mark[w->count];
        *mark = none;
        mark->begin = w->token[token].begin;
        mark->end = w->token[token].end;
        mark->token = token;
        mark->paragraph = w->token[token].paragraph;
        mark->family = w->family;
    }
    w->count++;
    return mark;
}

static void add_closer(struct walker *w, const struct incise *incise)
{
    ws_mark *mark = add(w, incise->close);

    if (mark == NULL)
        return;
    mark->can_close = true;
    mark->incise = true;
    mark->bare = incise->bare;
    if (incise->bare)
        mark->begin = mark->end = w->token[incise->close - 1].end;
}

/* Speech from token from on, without the mark before it: an end and a
 * beginning for each incise. Returns how many there are. */
static uint32_t walk(struct walker *w, uint32_t from, uint32_t to)
{
    struct incise incise;
    uint32_t found = 0;

    for (uint32_t i = from; i < to; i++) {
        w->steps++;
        if (i == from || !breaks_off(w, i, to, &incise))
            continue;
        found++;
        add_closer(w, &incise);
        uint32_t last = goes_on(w, &incise, to);
        if (last + 1 >= to)
            break;
        ws_mark *mark = add(w, last);
        if (mark != NULL) {
            mark->can_open = true;
            mark->incise = true;
        }
        i = last;
    }
    return found;
}

static void walk_guillemets(struct walker *w, const ws_marks *marks)
{
    uint32_t last = WHOSAID_NONE; /* the guillemet before */

    w->family = WS_MARK_ANGLE;
    for (uint32_t i = 0; i <= marks->count; i++) {
        const ws_mark *mark = &marks->mark[i];
        w->steps++;
        if (i < marks->count && mark->family != WS_MARK_ANGLE)
            continue;
        if (last != WHOSAID_NONE && marks->mark[last].can_open) {
            const ws_mark *open = &marks->mark[last];
            uint32_t end = w->first[open->paragraph + 1];
            if (i < marks->count && mark->token < end)
                end = mark->token;
            (void)walk(w, open->token + 1, end);
        }
        last = i;
    }
}

/* -- dash dialogue -------------------------------------------------------- */

struct census {
    uint32_t broken; /* paragraphs with an incise between dashes */
    uint32_t whole;
    uint32_t asked; /* whole ones that a question or an exclamation ends */
    uint32_t led;   /* whole ones that a colon leads in */
    uint32_t bullets;
    uint32_t either; /* sentences behind an en dash: lists have them, too */
};

/* Whether paragraph p begins with a dash and could be speech. */
static bool is_spoken(struct walker *w, uint32_t p)
{
    uint32_t first = w->first[p];
    uint32_t last = w->first[p + 1];

    if (last - first < 2 || !is_dash(&w->token[first]) ||
        w->token[first + 1].kind == WS_TOKEN_MARK)
        return false;
    int32_t cp = 0;
    (void)ws_utf8_next(w->text->bytes, w->text->len, w->token[first + 1].begin,
                       &cp);
    if ((ws_cp_class(cp) & WS_CP_LOWER) != 0)
        return false; /* an item of a list */
    w->tight = !is_apart(&w->token[first + 1]);
    return true;
}

static uint32_t walk_dash(struct walker *w, uint32_t p)
{
    uint32_t first = w->first[p];

    w->family = WS_MARK_DASH;
    w->tight = !is_apart(&w->token[first + 1]);
    ws_mark *mark = add(w, first);
    if (mark != NULL) {
        mark->can_open = true;
        mark->starts_paragraph = true;
    }
    return walk(w, first + 1, w->first[p + 1]);
}

/* Whether a paragraph that nothing breaks can be speech: it ends as a
 * sentence does, and does not name who said what stands above it. */
static bool is_whole(const struct walker *w, uint32_t p)
{
    const ws_token *last = &w->token[w->first[p + 1] - 1];

    if (is_terminal(last) && last->cp != ';' &&
        (last->cp == '?' || last->cp == '!'))
        return true;
    if (w->first[p] > 0 && w->token[w->first[p] - 1].kind == WS_TOKEN_MARK)
        return false;
    return (is_terminal(last) && last->cp != ';') ||
           last->kind == WS_TOKEN_MARK;
}

/* "- Milk" */
static bool is_short_dash(const ws_token *token)
{
    return token->cp == '-' && token->end - token->begin == 1;
}

static void count_paragraph(struct walker *w, uint32_t p, struct census *census)
{
    const ws_token *last = &w->token[w->first[p + 1] - 1];
    uint32_t before = w->first[p];

    if (walk_dash(w, p) > 0) {
        census->broken++;
    } else if (!is_whole(w, p) || is_short_dash(&w->token[before])) {
        census->bullets++;
    } else if (w->token[before].cp == 0x2013) {
        census->either++;
    } else {
        census->whole++;
        census->asked += last->cp == '?' || last->cp == '!';
        census->led += before > 0 && ws_is_punct(&w->token[before - 1], ':');
    }
}

static bool has_dashes(struct walker *w, uint32_t paragraphs)
{
    struct census census = {0};

    for (uint32_t p = 0; p < paragraphs; p++)
        if (is_spoken(w, p))
            count_paragraph(w, p, &census);
    if (census.broken > 0)
        return census.broken + census.whole >= census.bullets &&
               (census.whole > 0 || SELDOM * census.broken >= census.either);
    return census.whole > 2 && census.whole > census.bullets &&
           (census.asked > 0 || census.led > 1);
}

static void walk_dashes(struct walker *w, uint32_t paragraphs)
{
    for (uint32_t p = 0; p < paragraphs; p++) {
        if (!is_spoken(w, p))
            continue;
        uint32_t before = w->count;
        if (walk_dash(w, p) == 0 && !is_whole(w, p))
            w->count = before;
    }
}

/* -- merging -------------------------------------------------------------- */

/* Sorted apart: dashes, then guillemets, then the marks there were. */
static void merge(const ws_mark *added, const uint32_t bound[3],
                  const ws_marks *marks, ws_mark *out)
{
    uint32_t at[3] = {0, bound[0], 0};
    uint32_t end[3] = {bound[0], bound[1], marks->count};
    const ws_mark *from[3] = {added, added, marks->mark};

    for (uint32_t n = 0; n < bound[2]; n++) {
        uint32_t best = 0;
        while (best < 2 && at[best] >= end[best])
            best++;
        for (uint32_t k = best + 1; k < 3; k++)
            if (at[k] < end[k] &&
                from[k][at[k]].token < from[best][at[best]].token)
                best = k;
        out[n] = from[best][at[best]++];
    }
}

whosaid_status ws_dialogue_mark(ws_arena *arena, const ws_text *text,
                                const ws_tokens *tokens, ws_marks *marks)
{
    struct walker w = {
        .text = text, .token = tokens->token, .first = tokens->first};
    bool dashes = marks->style == WHOSAID_QUOTES_DASH;
    uint32_t bound[3];

    if (marks->style == WHOSAID_QUOTES_AUTO)
        dashes = has_dashes(&w, text->paragraphs);
    w.count = 0;
    if (dashes)
        walk_dashes(&w, text->paragraphs);
    bound[0] = w.count;
    walk_guillemets(&w, marks);
    bound[1] = w.count;
    bound[2] = w.count + marks->count;
    arena->steps += w.steps;
    if (w.count == 0)
        return WHOSAID_OK;
    /* one more: the last paragraph's, that may be taken back */
    w.mark = WS_NEW(arena, ws_mark, (size_t)w.count + 1);
    ws_mark *all = WS_NEW(arena, ws_mark, bound[2]);
    if (w.mark == NULL || all == NULL)
        return WHOSAID_ERR_NOMEM;
    w.count = 0;
    w.steps = 0;
    if (dashes)
        walk_dashes(&w, text->paragraphs);
    walk_guillemets(&w, marks);
    merge(w.mark, bound, marks, all);
    arena->steps += w.steps + bound[2];
    marks->mark = all;
    marks->count = bound[2];
    return WHOSAID_OK;
}
