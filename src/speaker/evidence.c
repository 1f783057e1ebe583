/*
 * evidence.c - what speaks for and against a stretch between marks being
 * somebody's words.
 *
 *   in   the scene; the linear model
 *   out  small numbers about the words, their surroundings, the nearest cues,
 *        the place in the paragraph, the quotations beside it
 *
 * Cost: O(tokens) once, then a constant number of looks a quotation. Not
 * here: the decision.
 */
#include "speaker/evidence.h"

enum {
    KNOWN_LEAST = 55, /* percent of known words in a document that can be
                       * read: English has 62 and more, its relatives 50 and
                       * less (news and encyclopedias in 14 languages) */
    INSIDE = 64,      /* tokens looked at between the marks */
    CUES_LOOKED = 8,  /* of a sentence */
    NEAR = 10,        /* tokens looked at beside them */
    NOUN_REACH = 3,   /* tokens behind looked at for book, sign */
    GLUED = 60,       /* tokens: how much longer a paragraph is says nothing, it
                       * may be several glued together */
    USUAL_NUMBER = 5, /* of paragraphs before one, where they may be glued */
    LINEAR_MOST = 4000
};

const char *ws_evidence_name(uint32_t value)
{
    static const char *const name[] = {
#define X(name) #name,
        WS_EVIDENCE(X)
#undef X
    };

    return value < WS_EVIDENCE_COUNT ? name[value] : "unknown";
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static bool is_cue(ws_lex lex)
{
    return WS_IS(lex, CUE_STRONG) ||
           (WS_IS(lex, CUE) && !WS_IS(lex, CUE_WEAK)) || WS_IS(lex, ACCORDING);
}

static uint32_t link_of(const ws_token *token)
{
    static const struct {
        ws_lex any;
        uint32_t link;
    } order[] = {
        {WS_LEX_BIT(SUBJECT),                             WS_LINK_SUBJECT     },
        {WS_LEX_BIT(AS),                                  WS_LINK_AS          },
        {WS_LEX_BIT(THAT),                                WS_LINK_THAT        },
        {WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(RELATIVE), WS_LINK_SUBORDINATOR},
        {WS_LEX_BIT(AND) | WS_LEX_BIT(CONJUNCTION),       WS_LINK_AND         },
        {WS_LEX_BIT(BE),                                  WS_LINK_BE          },
        {WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL),       WS_LINK_AUXILIARY   },
        {WS_LEX_BIT(TO),                                  WS_LINK_TO          },
        {WS_LEX_BIT(FOR),                                 WS_LINK_FOR         },
        {WS_LEX_BIT(OF),                                  WS_LINK_OF          },
        {WS_LEX_BIT(POSSESSIVE),                          WS_LINK_POSSESSIVE  },
        {WS_LEX_BIT(DET),                                 WS_LINK_DETERMINER  },
        {WS_LEX_BIT(PREPOSITION),                         WS_LINK_PREPOSITION },
        {WS_LEX_BIT(ADVERB) | WS_LEX_BIT(NEGATION),       WS_LINK_ADVERB      },
    };
    ws_lex lex = token->lex;

    if (token->kind == WS_TOKEN_NUMBER)
        return WS_LINK_NUMBER;
    if (token->kind != WS_TOKEN_WORD)
        return WS_LINK_PUNCTUATION;
    if ((token->shape & WS_SHAPE_GENITIVE) != 0)
        return WS_LINK_POSSESSIVE;
    if (is_cue(lex))
        return WS_LINK_CUE;
    for (uint32_t i = 0; i < sizeof order / sizeof order[0]; i++)
        if ((lex & order[i].any) != 0)
            return order[i].link;
    if ((token->shape & WS_SHAPE_CAPITAL) != 0)
        return WS_LINK_NAME;
    if (WS_IS(lex, COMMON_NOUN) || WS_IS(lex, ROLE) || WS_IS(lex, PERSON))
        return WS_LINK_NOUN;
    if (WS_IS(lex, COMMON_VERB) || WS_IS(lex, CUE))
        return WS_LINK_VERB;
    return WS_IS(lex, COMMON_ADJ) ? WS_LINK_ADJECTIVE : WS_LINK_UNKNOWN;
}

/* Kind of token i of a paragraph. */
static uint32_t link_at(const ws_view *view, uint32_t i, uint32_t paragraph)
{
    const ws_tokens *tokens = view->scene->tokens;

    return i < tokens->count && tokens->token[i].paragraph == paragraph
               ? link_of(&tokens->token[i])
               : WS_LINK_NONE;
}

/* -- once a document ------------------------------------------------------ */

static const ws_piece *piece_of(const ws_scene *scene, uint32_t quotation,
                                bool last)
{
    const ws_quotation *q = &scene->quotations->quotation[quotation];

    return &scene->pieces->piece[q->piece[last ? q->pieces - 1 : 0]];
}

/* Of the first words between the marks, without case or punctuation. */
static uint32_t words_hash(const ws_scene *scene, uint32_t quotation)
{
    const ws_piece *piece = piece_of(scene, quotation, false);
    uint64_t h = 0xcbf29ce484222325ULL;

    for (uint32_t i = piece->first;
         i < piece->last && i - piece->first < INSIDE; i++) {
        const ws_token *token = &scene->tokens->token[i];
        if (token->kind != WS_TOKEN_WORD && token->kind != WS_TOKEN_NUMBER)
            continue;
        for (uint32_t at = token->begin; at < token->end; at++) {
            unsigned char byte = (unsigned char)scene->text->bytes[at];
            h = (h ^ (byte | 0x20u)) * 0x100000001b3ULL;
        }
        h = (h ^ ' ') * 0x100000001b3ULL;
    }
    return (uint32_t)(h ^ h >> 32);
}

static void count_words(const ws_scene *scene, ws_view *view)
{
    uint32_t inside = 0;

    for (uint32_t i = 0; i < scene->tokens->count; i++)
        inside += scene->pieces->inside[i] != 0;
    view->known = scene->tokens->plain;
    view->dense = scene->tokens->count == 0
                      ? 0
                      : (uint32_t)(inside * 100ULL / scene->tokens->count);
}

whosaid_status ws_view_init(ws_arena *arena, const ws_scene *scene,
                            const ws_model *linear, ws_view *view)
{
    uint32_t count = scene->quotations->count;
    uint32_t size = 4;

    while (size / 2 < count)
        size *= 2;
    *view = (ws_view){.scene = scene, .same_mask = size - 1};
    view->linear = WS_NEW(arena, int16_t, count);
    view->again = WS_NEW(arena, uint16_t, size);
    if (view->linear == NULL || view->again == NULL)
        return WHOSAID_ERR_NOMEM;
    count_words(scene, view);
    for (uint32_t p = 0; p < scene->pieces->count; p++) {
        const ws_piece *piece = &scene->pieces->piece[p];
        view->family[piece->family] += piece->depth == 0;
        view->outermost += piece->depth == 0;
    }
    for (uint32_t q = 0; q < count; q++) {
        uint16_t feature[WS_CLASS_BLOCK_COUNT];
        uint32_t n = ws_class_features(scene, q, feature);
        int32_t score = ws_model_score(linear, feature, n);
        score = score > LINEAR_MOST ? LINEAR_MOST : score;
        view->linear[q] =
            (int16_t)(score < -LINEAR_MOST ? -LINEAR_MOST : score);
        uint16_t *again = &view->again[words_hash(scene, q) & view->same_mask];
        *again = (uint16_t)(*again + (*again < UINT16_MAX));
    }
    arena->steps += scene->tokens->count + size;
    return WHOSAID_OK;
}

bool ws_view_reads(const ws_view *view)
{
    return view->known >= KNOWN_LEAST;
}

uint32_t ws_view_usual(const ws_view *view, uint32_t family)
{
    return view->outermost == 0
               ? 0
               : (uint32_t)(view->family[family] * 100ULL / view->outermost);
}

uint32_t ws_view_again(const ws_view *view, uint32_t quotation)
{
    uint32_t at = words_hash(view->scene, quotation) & view->same_mask;

    return least(view->again[at], 20);
}

/* -- one quotation -------------------------------------------------------- */

struct look { /* what the parts below share */
    const ws_view *view;
    uint32_t quotation;
    const ws_piece *piece;
    ws_place place;
    int16_t *value;
};

#define PUT(look, name, number) \
    ((look)->value[WS_EVIDENCE_##name] = (int16_t)(number))

static void look_inside(const struct look *look)
{
    const ws_scene *scene = look->view->scene;
    const ws_piece *piece = look->piece;
    const ws_token *first = &scene->tokens->token[piece->first];
    uint32_t end = least(piece->last, piece->first + INSIDE);
    uint32_t words = 0, capitals = 0, small = 0, numbers = 0, hyphens = 0;
    uint32_t verbs = 0, mains = 0, personal = 0, pronouns = 0, known = 0;
    uint32_t stops = 0, commas = 0;

    for (uint32_t i = piece->first; i < end; i++) {
        const ws_token *token = &scene->tokens->token[i];
        ws_lex lex = token->lex;
        bool up = (token->shape & WS_SHAPE_CAPITAL) != 0;
        bool last = i + 1 == piece->last;
        numbers += token->kind == WS_TOKEN_NUMBER;
        commas += !last && token->kind == WS_TOKEN_PUNCT && token->cp == ',';
        stops += !last && token->kind == WS_TOKEN_PUNCT &&
                 (token->cp == '.' || token->cp == '?' || token->cp == '!');
        if (token->kind != WS_TOKEN_WORD)
            continue;
        words++;
        capitals += up;
        small += !up && token->end - token->begin > 3;
        hyphens += (token->shape & WS_SHAPE_HYPHEN) != 0;
        known += lex != 0;
        verbs += WS_IS(lex, BE) || WS_IS(lex, AUXILIARY) || WS_IS(lex, MODAL);
        mains += WS_IS(lex, COMMON_VERB) || WS_IS(lex, CUE);
        personal += WS_IS(lex, FIRST) || WS_IS(lex, SECOND);
        pronouns += WS_IS(lex, PRONOUN);
    }
    PUT(look, WORDS, least(look->place.words, 200));
    PUT(look, LETTERS,
        end == piece->first
            ? 0
            : least(scene->tokens->token[end - 1].end - piece->begin, 400));
    PUT(look, STOPS, stops);
    PUT(look, COMMAS, commas);
    PUT(look, CAPITAL,
        first->kind != WS_TOKEN_WORD             ? 3
        : (first->shape & WS_SHAPE_CAPITAL) == 0 ? 0
        : (first->shape & WS_SHAPE_ALLCAPS) == 0 ? 1
                                                 : 2);
    PUT(look, CAPITALS, words == 0 ? 0 : capitals * 100 / words);
    PUT(look, CASE, ws_capitals(scene, piece));
    PUT(look, SMALL, small);
    PUT(look, NUMBERS, numbers);
    PUT(look, HYPHENS, hyphens);
    PUT(look, VERBS, verbs);
    PUT(look, MAIN_VERBS, mains);
    PUT(look, PERSONAL, personal);
    PUT(look, PRONOUNS, pronouns);
    PUT(look, KNOWN, words == 0 ? 0 : known * 100 / words);
}

/* Distance from the marks to a word of some class in the same sentence. */
static uint32_t reach(const struct look *look, ws_lex any, bool behind)
{
    const ws_scene *scene = look->view->scene;
    const ws_place *p = &look->place;
    uint32_t sentence = behind ? p->last_sentence : p->first_sentence;

    for (uint32_t n = 1; n <= (behind ? NOUN_REACH : NEAR); n++) {
        uint32_t i = behind ? p->end + n - 1 : p->begin - n;
        if (i >= scene->tokens->count || scene->sentences->of[i] != sentence)
            break;
        if (scene->pieces->inside[i] == 0 &&
            (scene->tokens->token[i].lex & any) != 0)
            return n;
    }
    return WS_FAR;
}

/* The determiner before the marks, over at most two modifiers: 0 none, 1
 * article or the like, 2 possessive, and how many words between. */
static uint32_t article(const struct look *look)
{
    const ws_place *p = &look->place;

    for (uint32_t n = 1; n <= 3; n++) {
        uint32_t link = link_at(look->view, p->begin - n, p->first_paragraph);
        if (link == WS_LINK_DETERMINER)
            return 1 + 2 * (n - 1);
        if (link == WS_LINK_POSSESSIVE)
            return 2 + 2 * (n - 1);
        if (link != WS_LINK_ADJECTIVE && link != WS_LINK_NOUN &&
            link != WS_LINK_NAME && link != WS_LINK_UNKNOWN &&
            link != WS_LINK_NUMBER)
            break;
    }
    return 0;
}

/* "So-called" before the marks. */
static bool is_so_called(const struct look *look)
{
    const ws_place *p = &look->place;

    if (p->opens_paragraph)
        return false;
    const ws_token *token = &look->view->scene->tokens->token[p->begin - 1];
    return WS_IS(token->lex, CALLED) && (token->shape & WS_SHAPE_HYPHEN) != 0;
}

static void look_beside(const struct look *look)
{
    const ws_scene *scene = look->view->scene;
    const ws_token *token = scene->tokens->token;
    const ws_place *p = &look->place;
    uint32_t after = link_at(look->view, p->end, p->last_paragraph);
    uint32_t ends = ws_ending(ws_scene_last_character(scene, look->quotation));
    bool opened = p->begin > 0 && token[p->begin - 1].cp == '(';
    bool closed = p->end < scene->tokens->count && token[p->end].cp == ')';

    PUT(look, ENDS, ends);
    PUT(look, FIRST,
        link_at(look->view, look->piece->first, look->piece->paragraph));
    const ws_piece *last = piece_of(scene, look->quotation, true);
    PUT(look, LAST,
        link_at(look->view,
                last->last - 1 - (ends != 0 && last->last > last->first + 1),
                last->paragraph));
    PUT(look, BEFORE, ws_before(scene, p));
    PUT(look, BEFORE_LINK,
        link_at(look->view, p->begin - 1, p->first_paragraph));
    PUT(look, BEFORE_2, ws_beside(scene, p->begin - 2, p->first_paragraph));
    PUT(look, BEFORE_LINK2,
        link_at(look->view, p->begin - 2, p->first_paragraph));
    PUT(look, ARTICLE, article(look));
    PUT(look, AFTER, ws_beside(scene, p->end, p->last_paragraph));
    PUT(look, AFTER_LINK, after);
    PUT(look, AFTER_2, ws_beside(scene, p->end + 1, p->last_paragraph));
    PUT(look, NOUN,
        ends == 0 && (after == WS_LINK_NOUN || after == WS_LINK_UNKNOWN ||
                      after == WS_LINK_ADJECTIVE || after == WS_LINK_NAME));
    PUT(look, BRACKET, (opened ? 1 : 0) + (closed ? 2 : 0));
    PUT(look, CALLED,
        is_so_called(look) ? 0 : reach(look, WS_LEX_BIT(CALLED), false));
    PUT(look, WORK, reach(look, WS_LEX_BIT(WORK), false));
    PUT(look, WORK_BEHIND, reach(look, WS_LEX_BIT(WORK), true));
    PUT(look, SIGN, reach(look, WS_LEX_BIT(SIGN), false));
    PUT(look, SIGN_BEHIND, reach(look, WS_LEX_BIT(SIGN), true));
    PUT(look, SPEECH, reach(look, WS_LEX_BIT(SPEECH_NOUN), false));
    PUT(look, SPEECH_BEHIND, reach(look, WS_LEX_BIT(SPEECH_NOUN), true));
}

/* How a cue ties: 0 no cue, 1 no subject, 2 weak, 3 middling, 4 strong, 5 a
 * noun, 6 colon or dash, 7 according to. */
static uint32_t tie_of(const ws_cue *cue)
{
    if (cue->subject == WHOSAID_NONE)
        return 1;
    switch ((ws_cue_kind)cue->kind) {
    case WS_CUE_VERB:
        return 2u + cue->strength;
    case WS_CUE_NOUN:
        return 5;
    case WS_CUE_ACCORDING:
        return 7;
    case WS_CUE_COLON:
    case WS_CUE_DASH:
        break;
    }
    return 6;
}

struct way { /* from the marks to the nearest cue on one side */
    uint32_t gap;
    uint32_t tie;
    uint32_t pieces;
    uint32_t commas;
    uint32_t thats;
    bool thought;
};

static struct way way_to(const struct look *look, bool behind)
{
    const ws_scene *scene = look->view->scene;
    const ws_place *p = &look->place;
    struct way way = {.gap = WS_FAR};
    uint32_t k = ws_scene_cue_at(scene, behind ? p->end : p->begin);

    if (!behind)
        k--; /* below 0 wraps: past the last */
    if (k >= scene->cues->count)
        return way;
    const ws_cue *cue = &scene->cues->cue[k];
    if (scene->sentences->of[cue->first] !=
        (behind ? p->last_sentence : p->first_sentence))
        return way;
    uint32_t from = behind ? p->end : cue->last;
    uint32_t to = behind ? cue->first : p->begin;
    way.tie = tie_of(cue);
    way.thought = WS_IS(scene->tokens->token[cue->first].lex, CUE_THOUGHT);
    way.gap = to < from ? 0 : least(to - from, WS_FAR - 1);
    for (uint32_t n = 0; n < way.gap; n++) {
        uint32_t i = behind ? from + n : to - 1 - n;
        const ws_token *token = &scene->tokens->token[i];
        uint32_t mark = scene->pieces->inside[i];
        if (mark != 0) {
            way.pieces += i == 0 || scene->pieces->inside[i - 1] != mark;
            continue;
        }
        way.commas += (token->kind == WS_TOKEN_PUNCT && token->cp == ',') ||
                      WS_IS(token->lex, AND) || WS_IS(token->lex, CONJUNCTION);
        way.thats += WS_IS(token->lex, THAT);
    }
    return way;
}

static void look_at_cues(const struct look *look)
{
    const ws_scene *scene = look->view->scene;
    const ws_place *p = &look->place;
    struct way before = way_to(look, false);
    struct way behind = way_to(look, true);
    const ws_sentence *first = &scene->sentences->sentence[p->first_sentence];
    const ws_sentence *last = &scene->sentences->sentence[p->last_sentence];
    uint32_t cues = 0;

    uint32_t k = ws_scene_cue_at(scene, first->first);
    for (uint32_t n = 0; n < CUES_LOOKED && k < scene->cues->count; n++, k++) {
        if (scene->cues->cue[k].first >= first->last)
            break;
        cues += scene->cues->cue[k].subject != WHOSAID_NONE;
    }
    PUT(look, CUE_GAP, before.gap);
    PUT(look, CUE_TIE, before.tie);
    PUT(look, CUE_BETWEEN, before.pieces);
    PUT(look, CUE_COMMAS, before.commas);
    PUT(look, CUE_THAT, before.thats);
    PUT(look, BEHIND_GAP, behind.gap);
    PUT(look, BEHIND_TIE, behind.tie);
    PUT(look, BEHIND_BETWEEN, behind.pieces);
    PUT(look, BEHIND_COMMAS, behind.commas);
    PUT(look, THOUGHT, before.thought || behind.thought);
    PUT(look, CUES, cues);
    PUT(look, OUTSIDE,
        least(p->begin - first->first, 100) +
            (last->last > p->end ? least(last->last - p->end, 100) : 0));
}

static void look_at_place(const struct look *look)
{
    const ws_view *view = look->view;
    const ws_scene *scene = view->scene;
    const ws_place *p = &look->place;
    uint32_t from = scene->tokens->first[p->first_paragraph];
    uint32_t to = scene->tokens->first[p->first_paragraph + 1];
    const ws_token *last = &scene->tokens->token[to - 1];
    bool stopped = last->kind == WS_TOKEN_MARK || last->cp == '.' ||
                   last->cp == '?' || last->cp == '!' || last->cp == ':' ||
                   last->cp == 0x2026 || (last->shape & WS_SHAPE_DOT) != 0;
    const ws_piece *piece = look->piece;

    PUT(look, OPENS, p->opens_paragraph);
    PUT(look, CLOSES, p->closes_paragraph);
    PUT(look, PARAGRAPH, least(to - from, GLUED));
    PUT(look, NUMBER,
        to - from > 2 * GLUED
            ? USUAL_NUMBER
            : least(p->first_paragraph + ws_paragraph_stops(scene, 0), 10));
    PUT(look, HEADING, !stopped);
    PUT(look, DEPTH, piece->depth);
    PUT(look, PIECES,
        least(scene->quotations->quotation[look->quotation].pieces, 10));
    PUT(look, TORN, piece->unclosed);
    PUT(look, USUAL, ws_view_usual(view, piece->family));
    PUT(look, AGAIN, ws_view_again(view, look->quotation));
    PUT(look, DENSE, view->dense);
    PUT(look, LINEAR, view->linear[look->quotation]);
}

/* The quotation before or behind, within the paragraphs. */
static void look_at_neighbour(const struct look *look, bool behind)
{
    const ws_view *view = look->view;
    const ws_scene *scene = view->scene;
    const ws_place *p = &look->place;
    uint32_t q = behind ? look->quotation + 1 : look->quotation - 1;
    uint32_t gap = 100;
    uint32_t words = 0;
    bool list = false;
    int16_t score = 0;

    if (q < scene->quotations->count) {
        ws_place other = ws_scene_place(scene, q);
        uint32_t from = behind ? p->end : other.end;
        uint32_t to = behind ? other.begin : p->begin;
        score = view->linear[q];
        words = least(other.words, 100);
        gap = to < from ? 0 : least(to - from, 100);
        list = to >= from && gap <= 2;
        for (uint32_t i = from; list && i < to; i++) {
            const ws_token *token = &scene->tokens->token[i];
            list = token->cp == ',' || WS_IS(token->lex, AND) ||
                   WS_IS(token->lex, CONJUNCTION);
        }
    }
    int16_t *value =
        &look->value[behind ? WS_EVIDENCE_NEXT : WS_EVIDENCE_PREVIOUS];
    value[0] = score;
    value[1] = (int16_t)gap;
    value[2] = (int16_t)words;
    value[3] = list;
}

void ws_evidence(const ws_view *view, uint32_t quotation,
                 int16_t value[WS_EVIDENCE_COUNT])
{
    struct look look = {.view = view,
                        .quotation = quotation,
                        .piece = piece_of(view->scene, quotation, false),
                        .place = ws_scene_place(view->scene, quotation)};

    look.value = value;
    look_inside(&look);
    look_beside(&look);
    look_at_cues(&look);
    look_at_place(&look);
    look_at_neighbour(&look, false);
    look_at_neighbour(&look, true);
}
