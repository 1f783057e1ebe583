/*
 * tagged.c - which sentences are tagged.
 *
 *   in   tokens, pieces, sentences
 *   out  a tag for each token near a quotation
 *
 * Tagging costs as much as all that comes before it, and half of the news
 * stands far from any quotation. Cost: linear; no sentence is tagged twice.
 */
#include "speaker/tagged.h"

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
            ws_tag_sentence(text, tokens, sentences->sentence[s].first,
                            sentences->sentence[s].last, tags->tag);
        done = to > done ? to : done;
    }
    arena->steps += tokens->count;
    return WHOSAID_OK;
}
