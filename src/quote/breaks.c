/*
 * breaks.c - paragraphs that were glued together without a space.
 *
 *   in   tokens, pieces and sentences of a text whose paragraphs were lost
 *   out  its paragraphs
 *
 *   ... a year ago.“We waited,” [...] she said.“Nobody came.”The council ...
 *
 * Writers put a space behind a full stop. Where most of a text is one line and
 * sentence meets sentence without any, a line break stood between: all that
 * asks for the paragraph before is then answered as if it had not been lost.
 *
 * Only between sentences, so that no words between marks are parted: a speech
 * that goes on in the next paragraph is two pieces by then (pair.c). One such
 * place may be a slip of the pen; and where marks touch the words before them
 * within a sentence, too (she said:“We waited.”), other spaces were lost.
 *
 * Cost: linear. Not here: those glued with a space, of which nothing tells.
 */
#include "quote/breaks.h"

enum {
    FEWEST = 2, /* places that tell */
    SPACED = 4  /* marks with a space before them to one without */
};

struct parter {
    const ws_token *token;
    const uint32_t *inside;
    const ws_sentences *sentences;
};

/* Whether sentence s was glued to the one before it. */
static bool is_glued(const struct parter *p, uint32_t s)
{
    uint32_t i = p->sentences->sentence[s].first;
    const ws_token *token = &p->token[i];
    const ws_token *stop = &token[-1];

    if (stop->kind == WS_TOKEN_MARK && i > 1)
        stop--;
    /* "。", "！": no space stands behind these */
    if (stop->cp == 0x3002 || (stop->cp >= 0xFF01 && stop->cp <= 0xFF1F))
        return false;
    return token->begin == token[-1].end &&
           (p->inside[i] == 0 || p->inside[i] != p->inside[i - 1]);
}

/* Whether spaces before marks were lost within sentences. */
static bool is_tight(const struct parter *p, const ws_pieces *pieces)
{
    uint32_t tight = 0;
    uint32_t spaced = 0;

    for (uint32_t k = 0; k < pieces->count; k++) {
        uint32_t i = pieces->piece[k].first;
        if (pieces->piece[k].depth > 0 || i < 2 ||
            p->token[i - 1].begin != pieces->piece[k].open ||
            p->sentences->of[i - 2] != p->sentences->of[i - 1])
            continue;
        bool touches = p->token[i - 1].begin == p->token[i - 2].end;
        tight += touches;
        spaced += !touches;
    }
    return tight * SPACED > spaced;
}

static uint32_t count_glued(const struct parter *p)
{
    uint32_t count = 0;

    for (uint32_t s = 1; s < p->sentences->count; s++)
        count += is_glued(p, s);
    return count;
}

/* Fill in the paragraphs and the first token of each. */
static void part(const struct parter *p, ws_text *text, ws_tokens *tokens,
                 ws_paragraph *paragraph, uint32_t *first)
{
    const ws_paragraph *old = text->paragraph;
    ws_token *token = tokens->token;
    uint32_t count = 0;
    uint32_t last = 0; /* tokens passed */

    for (uint32_t k = 0; k < text->paragraphs; k++) {
        paragraph[count] = old[k];
        first[count++] = last;
        for (; last < tokens->first[k + 1]; last++) {
            uint32_t s = p->sentences->of[last];
            if (last > tokens->first[k] &&
                p->sentences->sentence[s].first == last && is_glued(p, s)) {
                paragraph[count] = old[k];
                paragraph[count].begin = token[last].begin;
                paragraph[count - 1].end = token[last].begin;
                first[count++] = last;
            }
            token[last].paragraph = count - 1;
        }
    }
    first[count] = last;
    text->paragraph = paragraph;
    text->paragraphs = count;
    tokens->first = first;
}

whosaid_status ws_breaks_part(ws_arena *arena, ws_text *text, ws_tokens *tokens,
                              ws_pieces *pieces, ws_sentences *sentences)
{
    struct parter p = {tokens->token, pieces->inside, sentences};
    uint32_t glued = sentences->glued ? count_glued(&p) : 0;

    if (glued < FEWEST || is_tight(&p, pieces))
        return WHOSAID_OK;
    size_t all = (size_t)text->paragraphs + glued;
    ws_paragraph *paragraph = WS_NEW(arena, ws_paragraph, all);
    uint32_t *first = WS_NEW(arena, uint32_t, all + 1);
    if (paragraph == NULL || first == NULL)
        return WHOSAID_ERR_NOMEM;
    part(&p, text, tokens, paragraph, first);
    for (uint32_t i = 0; i < pieces->count; i++)
        pieces->piece[i].paragraph =
            tokens->token[pieces->piece[i].first].paragraph;
    sentences->glued = ws_sentences_glued(tokens, sentences);
    arena->steps += 2 * (uint64_t)tokens->count + pieces->count;
    return WHOSAID_OK;
}
