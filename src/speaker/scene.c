/*
 * scene.c - where a quotation stands in its document.
 *
 *   in   tokens, pieces, sentences, quotations, cues
 *   out  small questions answered: bounds, edges, what lies between
 */
#include "speaker/scene.h"

#include "base/unicode.h"

enum {
    BETWEEN_TOKENS = 400,
    BETWEEN_CUES = 24 /* looked at */
};

/* First and last token of a piece, its marks included. */
static uint32_t mark_before(const ws_scene *scene, const ws_piece *piece)
{
    uint32_t i = piece->first;

    return i > 0 && scene->tokens->token[i - 1].begin >= piece->open ? i - 1
                                                                     : i;
}

static uint32_t mark_behind(const ws_scene *scene, const ws_piece *piece)
{
    uint32_t i = piece->last;

    return i < scene->tokens->count &&
                   scene->tokens->token[i].end <= piece->close
               ? i + 1
               : i;
}

ws_place ws_scene_bounds(const ws_scene *scene, uint32_t quotation)
{
    const ws_quotation *q = &scene->quotations->quotation[quotation];
    const ws_token *token = scene->tokens->token;
    const ws_piece *first = &scene->pieces->piece[q->piece[0]];
    const ws_piece *last = &scene->pieces->piece[q->piece[q->pieces - 1]];
    ws_place p = {.begin = mark_before(scene, first),
                  .end = mark_behind(scene, last)};

    if (p.end <= p.begin)
        p.end = p.begin + 1;
    p.first_paragraph = token[p.begin].paragraph;
    p.last_paragraph = token[p.end - 1].paragraph;
    return p;
}

ws_place ws_scene_place(const ws_scene *scene, uint32_t quotation)
{
    const ws_quotation *q = &scene->quotations->quotation[quotation];
    const ws_token *token = scene->tokens->token;
    ws_place p = ws_scene_bounds(scene, quotation);

    p.first_sentence = scene->sentences->of[p.begin];
    p.last_sentence = scene->sentences->of[p.end - 1];
    p.opens_paragraph =
        p.begin == 0 || token[p.begin - 1].paragraph != p.first_paragraph;
    uint32_t i = p.end;
    while (i < scene->tokens->count && token[i].paragraph == p.last_paragraph &&
           token[i].kind != WS_TOKEN_WORD && token[i].kind != WS_TOKEN_NUMBER)
        i++;
    p.closes_paragraph =
        i >= scene->tokens->count || token[i].paragraph != p.last_paragraph;
    for (uint32_t k = 0; k < q->pieces; k++) {
        const ws_piece *piece = &scene->pieces->piece[q->piece[k]];
        p.words += piece->last - piece->first;
    }
    return p;
}

int32_t ws_scene_last_character(const ws_scene *scene, uint32_t quotation)
{
    const ws_quotation *q = &scene->quotations->quotation[quotation];
    const ws_piece *last = &scene->pieces->piece[q->piece[q->pieces - 1]];
    int32_t cp = 0;

    if (last->end > 0)
        (void)ws_utf8_prev(scene->text->bytes, last->end, &cp);
    return cp;
}

uint32_t ws_scene_pieces_between(const ws_scene *scene, uint32_t from,
                                 uint32_t to)
{
    const uint32_t *opened = scene->pieces->opened;

    if (from >= to)
        return 0;
    if (to - from > BETWEEN_TOKENS)
        to = from + BETWEEN_TOKENS;
    uint32_t count = opened[to] - opened[from];
    return count < 3 ? count : 3;
}

uint32_t ws_scene_cue_at(const ws_scene *scene, uint32_t at)
{
    return scene->cues->at[at];
}

uint32_t ws_scene_cues_between(const ws_scene *scene, uint32_t from,
                               uint32_t to, uint32_t own)
{
    const ws_cues *cues = scene->cues;
    uint32_t c = ws_scene_cue_at(scene, from);
    uint32_t count = 0;

    for (uint32_t n = 0; n < BETWEEN_CUES && c < cues->count &&
                         cues->cue[c].first < to && count < 2;
         c++, n++)
        count += (c != own) & (cues->cue[c].subject != WHOSAID_NONE) &
                 (cues->cue[c].strength > 0);
    return count;
}

ws_stage ws_scene_stage(const ws_scene *scene)
{
    return (ws_stage){.text = scene->text,
                      .tokens = scene->tokens,
                      .pieces = scene->pieces,
                      .sentences = scene->sentences,
                      .mentions = scene->mentions,
                      .cues = scene->cues,
                      .people = scene->people};
}
