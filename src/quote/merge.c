/*
 * merge.c - double and single marks' pieces put together.
 *
 *   in   pieces of double marks and guillemets, then those of single marks
 *   out  both, by their opening marks, with parents
 *
 * Taken as they open, each stands under the innermost one that is still open.
 * Left out is what has no word, crosses another, nests too deep, or, outermost,
 * stands in marks that are not asked for.
 *
 * Cost: linear.
 *
 * Not here: which mark closes which, see pair.c.
 */
#include "quote/merge.h"

struct merger {
    const ws_paired *in;
    uint32_t open[WS_PIECE_LEVELS]; /* merged pieces, outermost first */
    uint32_t depth;
    uint64_t steps;
};

static bool has_words(struct merger *p, const ws_piece *piece)
{
    for (uint32_t i = piece->first; i < piece->last; i++) {
        p->steps++;
        if (p->in->token[i].kind == WS_TOKEN_WORD ||
            p->in->token[i].kind == WS_TOKEN_NUMBER)
            return true;
    }
    return false;
}

/* The piece's opening mark, or its first word where it has none. */
static uint32_t first_of(const struct merger *p, const ws_piece *piece)
{
    return piece->first > 0 &&
                   p->in->token[piece->first - 1].begin >= piece->open
               ? piece->first - 1
               : piece->first;
}

/* Where a piece's words begin: ''Tis late' opens with one of two marks that are
 * one token, and the other one is an apostrophe. */
static uint32_t words_begin(const struct merger *p, const ws_piece *piece)
{
    const ws_token *first = &p->in->token[piece->first];

    if (piece->family == WS_MARK_SINGLE && piece->first > 0 &&
        first[-1].begin == piece->open && first[-1].cp == '\'' &&
        first[-1].end == piece->open + 2)
        return piece->open + 1;
    return first->begin;
}

/* Note the tokens of an outermost piece, marks included. */
static void mark_inside(struct merger *p, const ws_pieces *pieces,
                        const ws_piece *piece)
{
    uint32_t end = piece->last + !piece->unclosed;

    for (uint32_t i = first_of(p, piece); i < end; i++) {
        pieces->inside[i] = pieces->count + 1;
        p->steps++;
    }
}

/* Whether quotations are asked for in such marks; in others they stand only
 * within these. */
static bool is_wanted(const struct merger *p, const ws_piece *piece)
{
    if (p->depth > 0)
        return true;
    switch ((whosaid_quote_style)p->in->style) {
    case WHOSAID_QUOTES_AUTO:
        return true;
    case WHOSAID_QUOTES_DOUBLE:
    case WHOSAID_QUOTES_LOW:
    case WHOSAID_QUOTES_DOUBLED:
        return piece->family == WS_MARK_DOUBLE;
    case WHOSAID_QUOTES_SINGLE:
        return piece->family == WS_MARK_SINGLE;
    case WHOSAID_QUOTES_ANGLE:
        return piece->family == WS_MARK_ANGLE ||
               piece->family == WS_MARK_SINGLE_ANGLE;
    case WHOSAID_QUOTES_CORNER:
        return piece->family == WS_MARK_CORNER;
    case WHOSAID_QUOTES_DASH:
        return piece->family == WS_MARK_DASH;
    }
    return true;
}

/* Write one piece down under those it stands in. */
static void place(struct merger *p, ws_pieces *pieces, uint32_t from)
{
    ws_piece *piece = &pieces->piece[pieces->count];
    uint32_t goes_on = p->in->piece[from].goes_on;

    /* what goes on from a piece left out goes on from the one before it */
    if (goes_on != WHOSAID_NONE)
        goes_on = p->in->moved[goes_on];
    p->in->moved[from] = goes_on;
    if (!has_words(p, &p->in->piece[from]))
        return;
    *piece = p->in->piece[from];
    piece->goes_on = goes_on;
    piece->begin = words_begin(p, piece);
    piece->end = p->in->token[piece->last - 1].end;
    while (p->depth > 0 &&
           pieces->piece[p->open[p->depth - 1]].close <= piece->open)
        p->depth--;
    if (p->depth == WS_PIECE_LEVELS || !is_wanted(p, piece) ||
        (p->depth > 0 &&
         pieces->piece[p->open[p->depth - 1]].close < piece->close))
        return;
    if (p->depth > 0)
        piece->parent = p->open[p->depth - 1];
    piece->depth = (uint8_t)p->depth;
    if (p->depth == 0)
        mark_inside(p, pieces, piece);
    p->open[p->depth++] = pieces->count;
    p->in->moved[from] = pieces->count++;
}

static void merge(struct merger *p, ws_pieces *pieces)
{
    uint32_t one = 0;
    uint32_t two = p->in->doubles;

    while (one < p->in->doubles || two < p->in->count) {
        if (two >= p->in->count ||
            (one < p->in->doubles &&
             p->in->piece[one].open < p->in->piece[two].open))
            place(p, pieces, one++);
        else
            place(p, pieces, two++);
    }
}

static void count_opened(const ws_pieces *pieces, uint32_t tokens)
{
    uint32_t before = 0;

    for (uint32_t i = 0; i < tokens; i++) {
        uint32_t here = pieces->inside[i];
        pieces->opened[i + 1] =
            pieces->opened[i] + (here != 0 && here != before);
        before = here;
    }
}

uint64_t ws_pieces_merge(const ws_paired *paired, ws_pieces *pieces)
{
    struct merger p = {.in = paired};

    merge(&p, pieces);
    count_opened(pieces, paired->tokens);
    return p.steps;
}
