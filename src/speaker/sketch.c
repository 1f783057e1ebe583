/*
 * sketch.c - a stretch between marks in features of the linear model.
 *
 *   in   the scene, a quotation
 *   out  one feature id a block: how long, how it begins and ends, its
 *        capitals, the words on either side, the nearest cue with a subject
 *
 * Cost: a constant number of looks a quotation.
 */
#include "speaker/sketch.h"

enum {
    CUE_REACH = 12, /* tokens between a cue and the marks that count */
    WORD_BUCKETS = 512,
    CUES_LOOKED = 4,
    COMPANY_TOKENS = 60
};

/* The first id of each block. */
enum {
#define X(name, values) BASE_##name, LAST_##name = BASE_##name + (values)-1,
    WS_CLASS_BLOCKS(X)
#undef X
        BASE_END
};

static const uint16_t block_base[] = {
#define X(name, values) BASE_##name,
    WS_CLASS_BLOCKS(X)
#undef X
        BASE_END};

uint32_t ws_class_feature_count(void)
{
    return BASE_END;
}

const char *ws_class_block_name(uint32_t block)
{
    static const char *const name[] = {
#define X(name, values) #name,
        WS_CLASS_BLOCKS(X)
#undef X
    };

    return block < WS_CLASS_BLOCK_COUNT ? name[block] : "unknown";
}

static uint32_t words_bucket(uint32_t words)
{
    static const uint8_t upto[] = {1, 2, 3, 4, 6, 9, 15};
    uint32_t i = 0;

    while (i < 7 && words > upto[i])
        i++;
    return i;
}

/* A word's small letters in one of 2^bits buckets: many words are rare, and
 * those that share a bucket share its weight. 0 outside the paragraph. */
static uint32_t word_bucket(const ws_scene *scene, uint32_t i,
                            uint32_t paragraph)
{
    uint64_t h = 0xcbf29ce484222325ULL;

    if (i >= scene->tokens->count ||
        scene->tokens->token[i].paragraph != paragraph)
        return 0;
    const ws_token *token = &scene->tokens->token[i];
    if ((token->shape & WS_SHAPE_GENITIVE) != 0 &&
        token->end - token->begin == 1) /* its apostrophe is lost */
        h = (h ^ '\'') * 0x100000001b3ULL;
    for (uint32_t at = token->begin; at < token->end; at++) {
        unsigned char c = (unsigned char)scene->text->bytes[at];
        c = c >= 'A' && c <= 'Z' ? (unsigned char)(c | 0x20) : c;
        h = (h ^ c) * 0x100000001b3ULL;
    }
    h ^= h >> 29;
    return 1 + (uint32_t)(h % (WORD_BUCKETS - 1));
}

/* The nearest cue with a subject in the sentences of the quotation. */
static uint32_t cue_bucket(const ws_scene *scene, const ws_place *p)
{
    uint32_t k = ws_scene_cue_at(scene, p->end);
    uint32_t best = 0;

    if (k < scene->cues->count) {
        const ws_cue *cue = &scene->cues->cue[k];
        if (scene->sentences->of[cue->first] == p->last_sentence) {
            uint32_t gap = cue->first - p->end;
            best = gap < 4 ? 1 : gap < CUE_REACH ? 2 : 3;
            if (cue->subject == WHOSAID_NONE || cue->strength == 0)
                best += 3;
        }
    }
    k = ws_scene_cue_at(scene, p->begin);
    if (k > 0) {
        const ws_cue *cue = &scene->cues->cue[k - 1];
        if (scene->sentences->of[cue->first] == p->first_sentence) {
            uint32_t gap = p->begin - cue->first;
            uint32_t other = gap < 4 ? 7 : gap < CUE_REACH ? 8 : 9;
            if (cue->subject == WHOSAID_NONE || cue->strength == 0)
                other = gap < 4 ? 10 : 11;
            if (best != 1 && best != 2)
                best = other;
        }
    }
    return best;
}

/* The strongest cue with a subject among the nearest ones of the sentence,
 * from cue k on in steps of way: its strength and kind, how far it reaches. */
static uint32_t strongest(const ws_scene *scene, const ws_place *p, uint32_t k,
                          bool behind)
{
    const ws_cues *cues = scene->cues;
    uint32_t sentence = behind ? p->last_sentence : p->first_sentence;
    uint32_t best = 0;

    for (uint32_t n = 0; n < CUES_LOOKED && k < cues->count; n++) {
        const ws_cue *cue = &cues->cue[k];
        if (scene->sentences->of[cue->first] != sentence)
            break;
        uint32_t gap = behind ? cue->first - p->end : p->begin - cue->first;
        uint32_t reach = gap < 3 ? 3 : gap < 7 ? 2 : gap < 16 ? 1 : 0;
        uint32_t tie = cue->kind == WS_CUE_ACCORDING ? 5
                       : cue->kind == WS_CUE_VERB    ? cue->strength + 1u
                                                     : 4;
        uint32_t rank =
            cue->subject == WHOSAID_NONE ? 1 + reach : tie * 4 + 1 + reach;
        best = rank > best ? rank : best;
        k = behind ? k + 1 : k - 1; /* below 0 wraps: past the last */
    }
    return best;
}

/* Other outermost pieces in the sentences of the quotation: 0..5. */
static uint32_t company(const ws_scene *scene, const ws_place *p)
{
    const ws_sentence *first = &scene->sentences->sentence[p->first_sentence];
    const ws_sentence *last = &scene->sentences->sentence[p->last_sentence];

    uint32_t from = p->begin - first->first > COMPANY_TOKENS
                        ? p->begin - COMPANY_TOKENS
                        : first->first;
    uint32_t to = last->last - p->end > COMPANY_TOKENS ? p->end + COMPANY_TOKENS
                                                       : last->last;
    uint32_t count = ws_scene_pieces_between(scene, from, p->begin) +
                     ws_scene_pieces_between(scene, p->end, to);
    return count > 5 ? 5 : count;
}

bool ws_paragraph_stops(const ws_scene *scene, uint32_t paragraph)
{
    const ws_token *token = scene->tokens->token;
    uint32_t first = scene->tokens->first[paragraph];
    uint32_t last = scene->tokens->first[paragraph + 1];

    while (last > first && token[last - 1].kind == WS_TOKEN_MARK)
        last--;
    if (last == first)
        return true;
    const ws_token *end = &token[last - 1];
    return end->cp == '.' || end->cp == '?' || end->cp == '!' ||
           end->cp == ':' || end->cp == 0x2026 ||
           (end->shape & WS_SHAPE_DOT) != 0;
}

uint32_t ws_class_features(const ws_scene *scene, uint32_t quotation,
                           uint16_t feature[WS_CLASS_BLOCK_COUNT])
{
    const ws_quotation *q = &scene->quotations->quotation[quotation];
    const ws_piece *piece = &scene->pieces->piece[q->piece[0]];
    ws_place p = ws_scene_place(scene, quotation);
    const ws_token *first = &scene->tokens->token[piece->first];
    uint32_t words = words_bucket(p.words);
    uint32_t ends = ws_ending(ws_scene_last_character(scene, quotation));
    uint32_t caps = ws_capitals(scene, piece);
    uint32_t before = ws_before(scene, &p);
    uint32_t after = ws_beside(scene, p.end, p.last_paragraph);
    uint32_t cue = cue_bucket(scene, &p);
    uint32_t value[WS_CLASS_BLOCK_COUNT] = {0};

    after = after < 6               ? after
            : after == WS_SIDE_NAME ? 6
            : after == WS_SIDE_NOUN ? 7
            : after == WS_SIDE_VERB ? 8
                                    : 9;
    value[WS_CLASS_WORDS] = words;
    value[WS_CLASS_ENDS] = ends;
    value[WS_CLASS_STARTS] = (first->shape & WS_SHAPE_CAPITAL) != 0 ? 1
                             : first->kind == WS_TOKEN_WORD         ? 0
                             : first->kind == WS_TOKEN_NUMBER       ? 2
                                                                    : 3;
    value[WS_CLASS_CAPITALS] = caps;
    value[WS_CLASS_BEFORE] = before;
    value[WS_CLASS_AFTER] = after;
    value[WS_CLASS_CUE] = cue;
    value[WS_CLASS_SHAPE] = (words * 6 + ends) * 2 + (caps >= 2);
    value[WS_CLASS_PLACE] =
        piece->depth > 0                                          ? 0
        : p.opens_paragraph && p.closes_paragraph                 ? 1
        : p.opens_paragraph                                       ? 2
        : p.first_paragraph == 0 && !ws_paragraph_stops(scene, 0) ? 3
                                                                  : 4;
    value[WS_CLASS_CONTEXT] = words * 16 + before;
    value[WS_CLASS_FOLLOW] = words * 12 + after;
    value[WS_CLASS_TIE] = words * 12 + cue;
    value[WS_CLASS_WORD_BEFORE] =
        word_bucket(scene, p.begin - 1, p.first_paragraph);
    value[WS_CLASS_WORD_AFTER] = word_bucket(scene, p.end, p.last_paragraph);
    value[WS_CLASS_FIRST_WORD] =
        p.words > 6 ? 0 : word_bucket(scene, piece->first, piece->paragraph);
    bool few = p.words <= 4;
    value[WS_CLASS_LAST_WORD] =
        p.words > 6 ? 0 : word_bucket(scene, piece->last - 1, piece->paragraph);
    value[WS_CLASS_SECOND_BEFORE] =
        p.begin < 2 ? 0 : word_bucket(scene, p.begin - 2, p.first_paragraph);
    value[WS_CLASS_CUE_BEFORE] =
        strongest(scene, &p, ws_scene_cue_at(scene, p.begin) - 1, false) * 2 +
        few;
    value[WS_CLASS_CUE_BEHIND] =
        strongest(scene, &p, ws_scene_cue_at(scene, p.end), true) * 2 + few;
    value[WS_CLASS_COMPANY] = company(scene, &p) * 8 + words;
    value[WS_CLASS_CAPITALS_BEFORE] = caps * 16 + before;
    value[WS_CLASS_CAPITALS_AFTER] = caps * 12 + after;
    /* single marks say so little only where others mark speech */
    bool single = piece->family == WS_MARK_SINGLE &&
                  (piece->depth > 0 || !scene->pieces->singles);
    value[WS_CLASS_FAMILY] =
        (single ? 2u : 0u) + (q->pieces > 1) + (piece->unclosed ? 4u : 0u);
    ws_model_ids(value, block_base, WS_CLASS_BLOCK_COUNT, feature);
    return WS_CLASS_BLOCK_COUNT;
}
