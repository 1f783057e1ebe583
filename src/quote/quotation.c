/*
 * quotation.c - pieces brought together into quotations.
 *
 *   in   pieces, sentences, tokens
 *   out  quotations, by their first piece; every piece in exactly one
 *
 * 1. For each piece, the one before it whose quotation it belongs to: the
 *    piece it goes on from, or the part before a tag in mid-sentence. Links
 *    point back, so a piece's quotation is known when its turn comes.
 * 2. Count, then fill: one table of piece numbers serves all quotations.
 *
 * A tag is looked for between neighbours only and is short: O(pieces).
 *
 * Not here: whether a quotation is speech, and whose.
 */
#include "quote/quotation.h"

#include "base/saying.h"

enum {
    TAG_TOKENS = 24,
    BACK_TOKENS = 4, /* marks that touch */
    LABEL_TOKENS = 4 /* "Dr. Ann B. Lee:" */
};

struct joiner {
    const char *bytes;
    const ws_token *token;
    const ws_piece *piece;
    const ws_sentences *sentences;
    uint64_t steps;
};

static bool is_dash(const ws_token *token)
{
    return token->kind == WS_TOKEN_PUNCT &&
           ((token->cp == '-' && token->end - token->begin > 1) ||
            token->cp == 0x2013 || token->cp == 0x2014 || token->cp == 0x2015);
}

/* A part that ends in a stop was a sentence of its own. */
static bool is_stop(const ws_token *token)
{
    return token->kind == WS_TOKEN_PUNCT &&
           (token->cp == '.' || token->cp == ';' || token->cp == ':' ||
            token->cp == 0x3002);
}

/* Whether tokens [from, to) between two pieces are a tag: one cue and its
 * subject: “A,” she said, “b”; not “a” and added, “b”, nor “a,” she said,
 * adding, “b”, nor “a,” while Hill said, “b”. */
static bool is_tag(struct joiner *j, uint32_t from, uint32_t to)
{
    bool cue = false;
    bool strong = false;
    bool relative = false; /* who sat and is now: no second clause of the tag */

    if (from >= to || to - from > TAG_TOKENS)
        return false;
    if (WS_IS(j->token[from].lex, AND) || WS_IS(j->token[from].lex, RELATIVE) ||
        WS_IS(j->token[from].lex, SUBORDINATOR) ||
        WS_IS(j->token[from].lex, CUE_ING))
        return false;
    for (uint32_t i = from; i < to; i++) {
        const ws_token *token = &j->token[i];
        j->steps++;
        if (is_stop(token) || WS_IS(token->lex, THAT) ||
            (WS_IS(token->lex, CONJUNCTION) && !relative) ||
            (strong &&
             (WS_IS(token->lex, CUE_STRONG) || WS_IS(token->lex, CUE_ING))))
            return false;
        cue = cue || WS_IS(token->lex, CUE);
        strong = strong || WS_IS(token->lex, CUE_STRONG);
        relative = relative || (strong && WS_IS(token->lex, RELATIVE));
    }
    return cue;
}

/* The tag's last word, right before the mark, asks for no more: "thought
 * Alice", not "he said it was a". */
static bool is_complete(const ws_token *last)
{
    return last->kind == WS_TOKEN_WORD && !WS_IS(last->lex, CALLED) &&
           ((last->shape & WS_SHAPE_CAPITAL) != 0 || WS_IS(last->lex, CUE) ||
            WS_IS(last->lex, SUBJECT));
}

/* ”—he looked up—“: dashes on both sides need no cue. */
static bool is_aside(const struct joiner *j, uint32_t from, uint32_t to)
{
    return to - from > 2 && to - from <= TAG_TOKENS &&
           is_dash(&j->token[from]) && is_dash(&j->token[to - 1]);
}

/* »A«, betonte sie, »b«: between two commas, a verb that is in no list; or "so
 * Ruiz", "selon Ruiz". */
static bool is_foreign_tag(const struct joiner *j, uint32_t from, uint32_t to)
{
    const ws_token *token = &j->token[from + 1];

    if (to - from <= 3 || to - from > TAG_TOKENS ||
        !ws_is_punct(&j->token[from], ',') ||
        !ws_is_punct(&j->token[to - 1], ',') || !ws_is_small(token))
        return false;
    if (token->lex == 0)
        return true;
    const ws_saying *row =
        ws_saying_find(j->bytes + token->begin, token->end - token->begin);
    return row != NULL && row->use == WS_SAYING_GIVEN;
}

/* The last token of the piece that is no mark: “‘go,’”. */
static const ws_token *ending_of(const struct joiner *j, const ws_piece *piece)
{
    uint32_t i = piece->last - 1;

    while (i > piece->first && piece->last - i < BACK_TOKENS &&
           j->token[i].kind == WS_TOKEN_MARK)
        i--;
    return &j->token[i];
}

/* “A,” she wrote in her memoir, “Small Hours”: the title of the work before the
 * comma at token last; “I” may go on with a speech. */
static bool is_title(const struct joiner *j, uint32_t last, const ws_piece *two)
{
    const ws_token *first = &j->token[two->first];

    return ws_is_punct(&j->token[last], ',') &&
           WS_IS(j->token[last - 1].lex, WORK) && ws_is_capital(first) &&
           !WS_IS(first->lex, FIRST);
}

/* Whether part two goes on with part one behind a tag. */
static bool is_interrupted(struct joiner *j, const ws_piece *one,
                           const ws_piece *two)
{
    uint32_t from = one->last + !one->unclosed;
    uint32_t to = two->first - 1;
    const ws_token *ending = ending_of(j, one);
    bool small = ws_is_small(&j->token[two->first]);

    if (one->paragraph != two->paragraph || one->parent != two->parent ||
        j->sentences->of[one->last] != j->sentences->of[to] ||
        is_stop(ending) || from >= to)
        return false;
    if (small && (is_aside(j, from, to) || is_foreign_tag(j, from, to)))
        return true;
    if (!is_tag(j, from, to) || is_title(j, to - 1, two))
        return false;
    const ws_token *last = &j->token[to - 1];
    if (ws_is_punct(last, ',') || is_dash(last))
        return small || ws_is_punct(ending, ',') || is_dash(ending);
    return small && ws_is_punct(ending, ',') && is_complete(last);
}

/* “WALLACE: If I may ...”: a quoted transcript, the next voice. */
static bool has_label(const struct joiner *j, const ws_piece *piece)
{
    uint32_t i = piece->first;

    while (i < piece->last && i < piece->first + LABEL_TOKENS &&
           j->token[i].kind == WS_TOKEN_WORD &&
           (j->token[i].shape & WS_SHAPE_CAPITAL) != 0)
        i++;
    return i > piece->first && i + 1 < piece->last &&
           (j->token[i - 1].shape & WS_SHAPE_ALLCAPS) != 0 &&
           ws_is_punct(&j->token[i], ':');
}

/* The earlier piece whose quotation piece i belongs to, or NONE. */
static uint32_t link_of(struct joiner *j, uint32_t i, uint32_t before)
{
    if (j->piece[i].goes_on != WHOSAID_NONE)
        return has_label(j, &j->piece[i]) ? WHOSAID_NONE : j->piece[i].goes_on;
    if (before != WHOSAID_NONE &&
        is_interrupted(j, &j->piece[before], &j->piece[i]))
        return before;
    return WHOSAID_NONE;
}

/* Give each piece its quotation; returns how many there are. before[depth]
 * is the last piece at that depth. */
static uint32_t assign(struct joiner *j, uint32_t pieces, uint32_t *of)
{
    uint32_t before[UINT8_MAX + 1];
    uint32_t count = 0;

    for (uint32_t depth = 0; depth <= UINT8_MAX; depth++)
        before[depth] = WHOSAID_NONE;
    for (uint32_t i = 0; i < pieces; i++) {
        uint32_t *neighbour = &before[j->piece[i].depth];
        uint32_t link = link_of(j, i, *neighbour);
        of[i] = link != WHOSAID_NONE ? of[link] : count++;
        *neighbour = i;
    }
    return count;
}

static void fill(const ws_pieces *pieces, ws_quotations *quotations,
                 uint32_t *table)
{
    ws_quotation *quotation = quotations->quotation;

    for (uint32_t i = 0; i < pieces->count; i++)
        quotation[quotations->of[i]].pieces++;
    for (uint32_t q = 0; q < quotations->count; q++) {
        quotation[q].piece = table;
        table += quotation[q].pieces;
        quotation[q].pieces = 0;
    }
    for (uint32_t i = 0; i < pieces->count; i++) {
        ws_quotation *q = &quotation[quotations->of[i]];
        uint32_t parent = pieces->piece[i].parent;
        if (q->pieces == 0)
            q->parent =
                parent != WHOSAID_NONE ? quotations->of[parent] : WHOSAID_NONE;
        q->piece[q->pieces++] = i;
    }
}

whosaid_status ws_quotations_join(ws_arena *arena, const ws_text *text,
                                  const ws_tokens *tokens,
                                  const ws_pieces *pieces,
                                  const ws_sentences *sentences,
                                  ws_quotations *quotations)
{
    struct joiner j = {text->bytes, tokens->token, pieces->piece, sentences, 0};

    *quotations = (ws_quotations){0};
    uint32_t *of = WS_NEW(arena, uint32_t, pieces->count);
    uint32_t *table = WS_NEW(arena, uint32_t, pieces->count);
    if (of == NULL || table == NULL)
        return WHOSAID_ERR_NOMEM;
    uint32_t count = assign(&j, pieces->count, of);
    ws_quotation *quotation = WS_NEW(arena, ws_quotation, count);
    if (quotation == NULL)
        return WHOSAID_ERR_NOMEM;
    quotations->quotation = quotation;
    quotations->count = count;
    quotations->of = of;
    fill(pieces, quotations, table);
    arena->steps += j.steps + 3 * (uint64_t)pieces->count;
    return WHOSAID_OK;
}

bool ws_quotations_outer(const ws_quotations *quotations, uint32_t q)
{
    uint32_t parent = quotations->quotation[q].parent;

    return parent == WHOSAID_NONE || quotations->quotation[parent].turn != 0;
}
