/*
 * tagged.c - which sentences are tagged.
 *
 *   in   tokens, pieces, sentences
 *   out  a tag for each token near a quotation
 *
 * Tagging costs as much as cutting the text into words. Half of the news
 * stands far from any quotation; of what stands between marks only the edges
 * are seen by those outside. Cost: linear; no sentence is tagged twice.
 */
#include "speaker/tagged.h"

enum {
    EDGE = 2,  /* tokens tagged at either end, the marks among them */
    SHORT = 12 /* tokens between marks: fewer are tagged all */
};

/* End of the tokens from at on that stand between marks. */
static uint32_t inside_end(const ws_pieces *pieces, uint32_t at, uint32_t last)
{
    uint32_t end = at;

    while (end < last && pieces->inside[end] != 0)
        end++;
    return end;
}

/* Tag a sentence around what long quotations it holds. */
static void tag_around(const ws_text *text, const ws_tokens *tokens,
                       const ws_pieces *pieces, const ws_sentence *sentence,
                       ws_tag *tag)
{
    uint32_t from = sentence->first;

    for (uint32_t i = from; i < sentence->last; i++) {
        if (pieces->inside[i] == 0)
            continue;
        uint32_t end = inside_end(pieces, i, sentence->last);
        if (end - i >= SHORT) {
            ws_tag_sentence(text, tokens, from, i + EDGE, tag);
            from = end - EDGE;
        }
        i = end - 1;
    }
    ws_tag_sentence(text, tokens, from, sentence->last, tag);
}

whosaid_status ws_tagged(ws_arena *arena, const ws_text *text,
                         const ws_tokens *tokens, const ws_pieces *pieces,
                         const ws_sentences *sentences, ws_tags *tags)
{
    uint32_t done = 0; /* sentences before this one are tagged or passed */

    WS_TRY(ws_tags_init(arena, tokens, tags));
    for (uint32_t p = 0; p < pieces->count; p++) {
        const ws_piece *piece = &pieces->piece[p];
        if (piece->last <= piece->first)
            continue;
        uint32_t from = sentences->of[piece->first];
        uint32_t to = sentences->of[piece->last - 1] + WS_TAGGED_BEHIND + 1;
        from = from > WS_TAGGED_BEFORE ? from - WS_TAGGED_BEFORE : 0;
        from = from < done ? done : from;
        to = to > sentences->count ? sentences->count : to;
        for (uint32_t s = from; s < to; s++)
            tag_around(text, tokens, pieces, &sentences->sentence[s],
                       tags->tag);
        done = to > done ? to : done;
    }
    arena->steps += tokens->count;
    return WHOSAID_OK;
}
