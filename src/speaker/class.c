/*
 * class.c - is what stands between marks speech, and of which kind.
 *
 *   in   the scene: tokens, pieces, sentences, quotations, cues
 *   out  a kind for every quotation
 *
 * 1. Features: how long, how it begins and ends, its capitals, the words on
 *    either side of the marks, the nearest cue with a subject.
 * 2. A linear model, learned from stretches between marks that readers called
 *    speech or not, gives the odds that it is somebody's words.
 * 3. Speech is direct when it can stand alone, mixed when the writer's
 *    sentence goes through it. The rest is sorted by rules: nickname, title,
 *    sign, term, scare.
 *
 * Cost: a constant number of looks a quotation. Not here: who said it.
 */
#include "speaker/class.h"

#include "base/unicode.h"

enum {
    CUE_REACH = 12, /* tokens between a cue and the marks that count */
    SPEECH = 64,    /* Q8 score from which on a stretch is speech: on the
                  * training sets precision and recall are level there */
    WORD_BUCKETS = 512,
    CUES_LOOKED = 4,
    COMPANY_TOKENS = 60,
    SIGN_REACH = 6 /* tokens before the marks looked at for a placard */
};

/* What stands beside the marks. */
enum {
    SIDE_EDGE, /* the paragraph's beginning or end */
    SIDE_CUE,
    SIDE_COLON,
    SIDE_COMMA,
    SIDE_STOP,
    SIDE_OTHER_PUNCT,
    SIDE_CALLED,
    SIDE_DETERMINER,
    SIDE_WORK,
    SIDE_THAT,
    SIDE_AS,
    SIDE_PREPOSITION,
    SIDE_NAME,
    SIDE_NOUN,
    SIDE_VERB,
    SIDE_WORD
};

static const uint16_t block_size[] = {
#define X(name, values) (values),
    WS_CLASS_BLOCKS(X)
#undef X
};

uint32_t ws_class_feature_count(void)
{
    return ws_model_count(block_size, WS_CLASS_BLOCK_COUNT);
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

static uint32_t ends_bucket(int32_t cp)
{
    switch (cp) {
    case ',':
        return 1;
    case '.':
    case 0x2026:
        return 2;
    case '?':
    case '!':
        return 3;
    case 0x2014:
    case 0x2013:
    case '-':
        return 5;
    default:
        return (ws_cp_class(cp) & (WS_CP_LETTER | WS_CP_DIGIT)) != 0 ? 0 : 4;
    }
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
    for (uint32_t at = token->begin; at < token->end; at++) {
        unsigned char c = (unsigned char)scene->text->bytes[at];
        c = c >= 'A' && c <= 'Z' ? (unsigned char)(c | 0x20) : c;
        h = (h ^ c) * 0x100000001b3ULL;
    }
    h ^= h >> 29;
    return 1 + (uint32_t)(h % (WORD_BUCKETS - 1));
}

/* What stands at token i beside the marks. */
static uint32_t side(const ws_scene *scene, uint32_t i, uint32_t paragraph)
{
    if (i >= scene->tokens->count ||
        scene->tokens->token[i].paragraph != paragraph)
        return SIDE_EDGE;
    const ws_token *token = &scene->tokens->token[i];
    ws_lex lex = token->lex;

    if (token->kind != WS_TOKEN_WORD) {
        if (token->kind == WS_TOKEN_NUMBER)
            return SIDE_WORD;
        if (token->cp == ':')
            return SIDE_COLON;
        if (token->cp == ',')
            return SIDE_COMMA;
        if (token->cp == '.' || token->cp == '?' || token->cp == '!' ||
            token->cp == ';')
            return SIDE_STOP;
        return SIDE_OTHER_PUNCT;
    }
    if (WS_IS(lex, CALLED) && !WS_IS(lex, CUE))
        return SIDE_CALLED;
    if (WS_IS(lex, CUE_STRONG) || (WS_IS(lex, CUE) && !WS_IS(lex, CUE_WEAK)) ||
        WS_IS(lex, ACCORDING))
        return SIDE_CUE;
    if (WS_IS(lex, WORK))
        return SIDE_WORK;
    if (WS_IS(lex, THAT))
        return SIDE_THAT;
    if (WS_IS(lex, AS))
        return SIDE_AS;
    if (WS_IS(lex, DET) || WS_IS(lex, POSSESSIVE) ||
        (token->shape & WS_SHAPE_GENITIVE) != 0)
        return SIDE_DETERMINER;
    if (WS_IS(lex, PREPOSITION) || WS_IS(lex, OF) || WS_IS(lex, FOR) ||
        WS_IS(lex, TO))
        return SIDE_PREPOSITION;
    if ((token->shape & WS_SHAPE_CAPITAL) != 0)
        return SIDE_NAME;
    if (WS_IS(lex, COMMON_NOUN) || WS_IS(lex, ROLE) || WS_IS(lex, PERSON))
        return SIDE_NOUN;
    return WS_IS(lex, COMMON_VERB) ? SIDE_VERB : SIDE_WORD;
}

/* What stands before a quotation's marks; "known as" names, "as" alone may
 * quote. */
static uint32_t side_before(const ws_scene *scene, const ws_place *p)
{
    uint32_t what = side(scene, p->begin - 1, p->first_paragraph);

    if (what == SIDE_AS && p->begin > 1 &&
        WS_IS(scene->tokens->token[p->begin - 2].lex, CALLED))
        return SIDE_CALLED;
    return what;
}

/* Share of capitalised words: 0 none, 1 some, 2 most, 3 all. */
static uint32_t capitals(const ws_scene *scene, const ws_piece *piece)
{
    uint32_t words = 0;
    uint32_t capital = 0;
    uint32_t small = 0;

    for (uint32_t i = piece->first; i < piece->last; i++) {
        const ws_token *token = &scene->tokens->token[i];
        if (token->kind != WS_TOKEN_WORD)
            continue;
        bool up = (token->shape & WS_SHAPE_CAPITAL) != 0;
        words++;
        capital += up;
        small += !up && token->end - token->begin > 3;
    }
    if (capital == 0)
        return 0;
    if (small == 0 && capital == words)
        return 3;
    return small == 0 && capital > 1 ? 2 : 1;
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

uint32_t ws_class_features(const ws_scene *scene, uint32_t quotation,
                           uint16_t feature[WS_CLASS_BLOCK_COUNT])
{
    const ws_quotation *q = &scene->quotations->quotation[quotation];
    const ws_piece *piece = &scene->pieces->piece[q->piece[0]];
    ws_place p = ws_scene_place(scene, quotation);
    const ws_token *first = &scene->tokens->token[piece->first];
    uint32_t words = words_bucket(p.words);
    uint32_t ends = ends_bucket(ws_scene_last_character(scene, quotation));
    uint32_t caps = capitals(scene, piece);
    uint32_t before = side_before(scene, &p);
    uint32_t after = side(scene, p.end, p.last_paragraph);
    uint32_t cue = cue_bucket(scene, &p);
    uint32_t value[WS_CLASS_BLOCK_COUNT] = {0};

    after = after < 6            ? after
            : after == SIDE_NAME ? 6
            : after == SIDE_NOUN ? 7
            : after == SIDE_VERB ? 8
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
    value[WS_CLASS_PLACE] = piece->depth > 0                          ? 0
                            : p.opens_paragraph && p.closes_paragraph ? 1
                            : p.opens_paragraph                       ? 2
                            : p.first_paragraph == 0                  ? 3
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
    value[WS_CLASS_FAMILY] = (piece->family == WS_MARK_SINGLE ? 2u : 0u) +
                             (q->pieces > 1) + (piece->unclosed ? 4u : 0u);
    ws_model_ids(value, block_size, WS_CLASS_BLOCK_COUNT, feature);
    return WS_CLASS_BLOCK_COUNT;
}

/* A whole saying, or a piece of the writer's own sentence? */
static bool is_whole(const ws_scene *scene, uint32_t quotation,
                     const ws_place *p)
{
    const ws_quotation *q = &scene->quotations->quotation[quotation];
    const ws_piece *piece = &scene->pieces->piece[q->piece[0]];
    const ws_token *first = &scene->tokens->token[piece->first];
    uint32_t before = side_before(scene, p);
    uint32_t ends = ends_bucket(ws_scene_last_character(scene, quotation));
    bool capital =
        first->kind != WS_TOKEN_WORD || (first->shape & WS_SHAPE_CAPITAL) != 0;

    if (before == SIDE_EDGE || before == SIDE_COLON || before == SIDE_STOP ||
        before == SIDE_COMMA)
        return capital || p->words > 8;
    return capital && ends != 0 && p->words > 3;
}

/* <a href="...">: a value in left-over markup. */
static bool is_attribute(const ws_scene *scene, const ws_place *p)
{
    uint32_t open = scene->tokens->token[p->begin].begin;

    return open > 0 && scene->text->bytes[open - 1] == '=';
}

static bool is_sign(const ws_scene *scene, const ws_place *p)
{
    for (uint32_t n = 1; n <= SIGN_REACH && n <= p->begin; n++)
        if (WS_IS(scene->tokens->token[p->begin - n].lex, SIGN))
            return true;
    return false;
}

/* What a stretch between marks is that is nobody's speech. */
static whosaid_kind kind_of_rest(const ws_scene *scene, uint32_t quotation,
                                 const ws_place *p)
{
    const ws_quotation *q = &scene->quotations->quotation[quotation];
    const ws_piece *piece = &scene->pieces->piece[q->piece[0]];
    uint32_t before = side_before(scene, p);
    uint32_t after = side(scene, p->end, p->last_paragraph);
    uint32_t caps = capitals(scene, piece);

    if (before == SIDE_NAME && after == SIDE_NAME && p->words <= 3)
        return WHOSAID_KIND_NICKNAME;
    if (is_sign(scene, p))
        return WHOSAID_KIND_SIGN;
    if (before == SIDE_WORK || (caps >= 2 && p->words > 1))
        return WHOSAID_KIND_TITLE;
    if (before == SIDE_CALLED || before == SIDE_AS) {
        const ws_token *word = &scene->tokens->token[p->begin - 1];
        return (word->shape & WS_SHAPE_HYPHEN) != 0 /* so-called */
                   ? WHOSAID_KIND_SCARE
                   : WHOSAID_KIND_TERM;
    }
    return p->words <= 4 ? WHOSAID_KIND_SCARE : WHOSAID_KIND_OTHER;
}

whosaid_status ws_class(ws_arena *arena, const ws_scene *scene,
                        ws_classes *classes)
{
    uint16_t feature[WS_CLASS_BLOCK_COUNT];
    uint32_t count = scene->quotations->count;

    *classes = (ws_classes){0};
    classes->kind = WS_NEW(arena, uint8_t, count);
    if (classes->kind == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t q = 0; q < count; q++) {
        if (scene->quotations->quotation[q].turn != 0) {
            classes->kind[q] = WHOSAID_KIND_TURN;
            continue;
        }
        ws_place p = ws_scene_place(scene, q);
        uint32_t n = ws_class_features(scene, q, feature);
        whosaid_kind kind;
        if (is_attribute(scene, &p))
            kind = WHOSAID_KIND_OTHER;
        else if (ws_model_score(&ws_model_class, feature, n) < SPEECH)
            kind = kind_of_rest(scene, q, &p);
        else
            kind = is_whole(scene, q, &p) ? WHOSAID_KIND_DIRECT
                                          : WHOSAID_KIND_MIXED;
        classes->kind[q] = (uint8_t)kind;
    }
    arena->steps += count;
    return WHOSAID_OK;
}
