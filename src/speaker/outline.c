/*
 * outline.c - what a stretch between marks looks like to one who cannot read
 * its language.
 *
 *   in   the scene, what was looked up of the document
 *   out  small numbers about lengths, capitals, punctuation, the place in the
 *        sentence and paragraph, verbs of saying, the quotations beside it
 *
 * What scripts and desks do in their own ways is made alike: a comma or a full
 * stop counts whether it stands before the closing mark or behind it.
 *
 * Cost: a constant number of looks a quotation. Not here: the decision.
 */
#include "speaker/outline.h"

#include "base/saying.h"
#include "base/unicode.h"

enum {
    INSIDE = 64, /* tokens looked at between the marks */
    ASIDE = 39,  /* and on either side in the sentence */
    LONG_WORD = 10,
    FIRST_WIDE = 0xE3, /* first byte of ideographs and syllables */
    FIRST_BARE = 0xD6, /* and of Hebrew and Arabic, */
    LAST_BARE = 0xDD,  /* up to here */
    UNSPACED = 6       /* letters a word where no spaces stand between */
};

/* Punctuation of all scripts, by what it does. */
typedef enum pause {
    PAUSE_EDGE,
    PAUSE_NONE, /* inside: the words just end */
    PAUSE_COMMA,
    PAUSE_STOP,
    PAUSE_CALL, /* ? ! */
    PAUSE_COLON,
    PAUSE_SEMICOLON,
    PAUSE_DASH,
    PAUSE_OPEN, /* bracket */
    PAUSE_OTHER,
    PAUSE_MARK,
    PAUSE_NUMBER,
    PAUSE_WORD
} pause;

const char *ws_outline_name(uint32_t value)
{
    static const char *const name[] = {
#define X(name) #name,
        WS_OUTLINE(X)
#undef X
    };

    return value < WS_OUTLINE_COUNT ? name[value] : "unknown";
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static pause pause_of(int32_t cp)
{
    switch (cp) {
    case ',':
    case 0x060C: /* Arabic */
    case 0x3001: /* ideographic */
    case 0xFF0C:
        return PAUSE_COMMA;
    case '.':
    case 0x0964: /* danda */
    case 0x06D4: /* Urdu */
    case 0x2026:
    case 0x3002:
    case 0xFF0E:
        return PAUSE_STOP;
    case '?':
    case '!':
    case 0x061F:
    case 0xFF01:
    case 0xFF1F:
        return PAUSE_CALL;
    case ':':
    case 0xFF1A:
        return PAUSE_COLON;
    case ';':
    case 0x061B:
    case 0xFF1B:
        return PAUSE_SEMICOLON;
    case '-':
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
        return PAUSE_DASH;
    case '(':
    case 0xFF08:
        return PAUSE_OPEN;
    default:
        return PAUSE_OTHER;
    }
}

static pause pause_at(const ws_scene *scene, uint32_t i, uint32_t paragraph)
{
    if (i >= scene->tokens->count ||
        scene->tokens->token[i].paragraph != paragraph)
        return PAUSE_EDGE;
    const ws_token *token = &scene->tokens->token[i];
    switch ((ws_token_kind)token->kind) {
    case WS_TOKEN_WORD:
        return PAUSE_WORD;
    case WS_TOKEN_NUMBER:
        return PAUSE_NUMBER;
    case WS_TOKEN_MARK:
        return PAUSE_MARK;
    case WS_TOKEN_PUNCT:
    case WS_TOKEN_SYMBOL:
        break;
    }
    return pause_of(token->cp);
}

/* Letters of a token: code points. An ideograph says as much as three letters
 * of others and has three bytes; four of a script that leaves out the vowels
 * say as much as three. */
static uint32_t letters(const ws_scene *scene, const ws_token *token)
{
    uint32_t count = 0;
    uint32_t end = least(token->end, token->begin + WS_LONG);
    unsigned char lead = (unsigned char)scene->text->bytes[token->begin];

    if (lead >= FIRST_WIDE)
        return end - token->begin;
    for (uint32_t at = token->begin; at < end; at++)
        count += ((unsigned char)scene->text->bytes[at] & 0xC0u) != 0x80;
    return lead >= FIRST_BARE && lead <= LAST_BARE ? (count * 4 + 2) / 3
                                                   : count;
}

static uint32_t words_of(const ws_scene *scene, const ws_token *token)
{
    uint32_t count = letters(scene, token);

    if (token->kind != WS_TOKEN_WORD)
        return 0;
    return (unsigned char)scene->text->bytes[token->begin] >= FIRST_WIDE
               ? (count + UNSPACED - 1) / UNSPACED
               : 1 + (count > LONG_WORD ? 1 : 0);
}

struct look { /* what the parts below share */
    const ws_view *view;
    const ws_scene *scene;
    uint32_t quotation;
    uint32_t sight;
    const ws_piece *piece;
    ws_place place;
    int16_t *value;
};

#define PUT(look, name, number) \
    ((look)->value[WS_OUTLINE_##name] = (int16_t)(number))

/* A word that begins with a capital letter, or would where nouns do. */
static bool is_capital(const struct look *look, uint32_t i)
{
    const ws_lex nouns =
        WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON);
    const ws_lex others = WS_LEX_BIT(COMMON_VERB) | WS_LEX_BIT(COMMON_ADJ);
    const ws_token *token = &look->scene->tokens->token[i];

    if (token->kind != WS_TOKEN_WORD)
        return false;
    return (token->shape & WS_SHAPE_CAPITAL) != 0 ||
           ((look->sight & WS_SEES_NOUNS) != 0 && (token->lex & nouns) != 0 &&
            (token->lex & others) == 0);
}

/* The first piece: its capitals, punctuation. */
static void look_inside(const struct look *look)
{
    const ws_scene *scene = look->scene;
    const ws_piece *piece = look->piece;
    const ws_token *first = &scene->tokens->token[piece->first];
    uint32_t end = least(piece->last, piece->first + INSIDE);
    uint32_t words = 0, capitals = 0, small = 0, numbers = 0, count = 0;
    uint32_t stops = 0, commas = 0, colons = 0, length = 0;

    for (uint32_t i = piece->first; i < end; i++) {
        const ws_token *token = &scene->tokens->token[i];
        pause what = pause_at(scene, i, token->paragraph);
        bool last = i + 1 == piece->last;
        length += letters(scene, token);
        count += words_of(scene, token);
        numbers += token->kind == WS_TOKEN_NUMBER;
        commas += !last && what == PAUSE_COMMA;
        stops += !last && (what == PAUSE_STOP || what == PAUSE_CALL);
        colons += !last && what == PAUSE_COLON;
        if (token->kind != WS_TOKEN_WORD)
            continue;
        bool up = is_capital(look, i);
        words++;
        capitals += up;
        small += !up && token->end - token->begin > 3;
    }
    PUT(look, LENGTH, least(length, WS_LONG));
    PUT(look, WORDS, least(count, 100));
    PUT(look, STOPS, stops);
    PUT(look, COMMAS, commas);
    PUT(look, COLONS, colons);
    PUT(look, NUMBERS, numbers);
    if ((look->sight & WS_SEES_CASE) == 0)
        return;
    PUT(look, CAPITAL,
        first->kind != WS_TOKEN_WORD             ? 3
        : !is_capital(look, piece->first)        ? 0
        : (first->shape & WS_SHAPE_ALLCAPS) == 0 ? 1
                                                 : 2);
    PUT(look, CAPITALS, words == 0 ? 0 : capitals * 100 / words);
    PUT(look, SMALL, small);
    PUT(look, CASE,
        capitals == 0       ? 0
        : small > 0         ? 1
        : capitals == words ? 3
        : capitals > 1      ? 2
                            : 1);
}

static void look_beside(const struct look *look)
{
    const ws_scene *scene = look->scene;
    const ws_token *token = scene->tokens->token;
    const ws_place *p = &look->place;
    int32_t last = ws_scene_last_character(scene, look->quotation);
    bool plain = (ws_cp_class(last) & (WS_CP_LETTER | WS_CP_DIGIT)) != 0;
    pause ends = plain ? PAUSE_NONE : pause_of(last);
    uint32_t at = p->end;
    pause after = pause_at(scene, at, p->last_paragraph);

    if (plain && (after == PAUSE_COMMA || after == PAUSE_STOP)) {
        ends = after;
        after = pause_at(scene, ++at, p->last_paragraph);
    }
    if (ends != PAUSE_NONE && after == PAUSE_DASH)
        after = pause_at(scene, ++at, p->last_paragraph);
    pause before = pause_at(scene, p->begin - 1, p->first_paragraph);
    PUT(look, ENDS, ends);
    PUT(look, BEFORE, before);
    PUT(look, AFTER, after);
    if ((look->sight & WS_SEES_CASE) != 0) {
        PUT(look, AFTER_CAPITAL, after == PAUSE_WORD && is_capital(look, at));
        PUT(look, BEFORE_CAPITAL,
            before == PAUSE_WORD && is_capital(look, p->begin - 1));
    }
    bool opened = p->begin > 0 && token[p->begin - 1].cp == '(';
    bool closed = p->end < scene->tokens->count && token[p->end].cp == ')';
    PUT(look, BRACKET, (opened ? 1 : 0) + (closed ? 2 : 0));
}

static bool says(const struct look *look, const ws_token *token)
{
    const ws_lex lex = token->lex;

    if (token->kind != WS_TOKEN_WORD || (token->shape & WS_SHAPE_CAPITAL) != 0)
        return false;
    if (WS_IS(lex, CUE_STRONG) || (WS_IS(lex, CUE) && !WS_IS(lex, CUE_WEAK)) ||
        WS_IS(lex, ACCORDING))
        return true;
    if (ws_view_reads(look->view))
        return false;
    const ws_saying *row = ws_saying_find(
        look->scene->text->bytes + token->begin, token->end - token->begin);
    return row != NULL && row->use >= WS_SAYING_GIVEN;
}

/* The rest of the sentence on one side: its letters, the first verb of
 * saying. */
static uint32_t walk(const struct look *look, bool behind, uint32_t *said)
{
    const ws_scene *scene = look->scene;
    const ws_place *p = &look->place;
    uint32_t sentence = behind ? p->last_sentence : p->first_sentence;
    uint32_t length = 0;

    *said = WS_FAR;
    for (uint32_t n = 1; n <= ASIDE; n++) {
        uint32_t i = behind ? p->end + n - 1 : p->begin - n;
        if (i >= scene->tokens->count || scene->sentences->of[i] != sentence)
            break;
        const ws_token *token = &scene->tokens->token[i];
        length += letters(scene, token);
        if (*said == WS_FAR && scene->pieces->inside[i] == 0 &&
            (look->sight & WS_SEES_SAYING) != 0 && says(look, token))
            *said = n;
    }
    return least(length, WS_LONG);
}

static void look_at_sentence(const struct look *look)
{
    const ws_scene *scene = look->scene;
    const ws_place *p = &look->place;
    uint32_t said_before;
    uint32_t said_behind;
    uint32_t left = walk(look, false, &said_before);
    uint32_t right = walk(look, true, &said_behind);
    uint32_t inside = (uint32_t)look->value[WS_OUTLINE_LENGTH];

    PUT(look, SHARE, inside * 100 / (inside + left + right + 1));
    PUT(look, SAID_BEFORE, said_before);
    PUT(look, SAID_BEHIND, said_behind);
    const ws_sentence *first = &scene->sentences->sentence[p->first_sentence];
    const ws_sentence *last = &scene->sentences->sentence[p->last_sentence];
    uint32_t from =
        p->begin - first->first > ASIDE ? p->begin - ASIDE : first->first;
    uint32_t to = last->last > p->end + ASIDE ? p->end + ASIDE : last->last;
    PUT(look, COMPANY,
        ws_scene_pieces_between(scene, from, p->begin) +
            ws_scene_pieces_between(scene, p->end, to));
}

static void look_at_place(const struct look *look)
{
    const ws_view *view = look->view;
    const ws_scene *scene = look->scene;
    const ws_place *p = &look->place;
    const ws_piece *piece = look->piece;
    uint32_t to = scene->tokens->first[p->first_paragraph + 1];
    pause ends = pause_at(scene, to - 1, p->first_paragraph);

    PUT(look, OPENS, p->opens_paragraph);
    PUT(look, CLOSES, p->closes_paragraph);
    PUT(look, HEADING,
        ends == PAUSE_WORD || ends == PAUSE_NUMBER || ends == PAUSE_OTHER);
    PUT(look, DEPTH, piece->depth);
    PUT(look, PIECES,
        least(scene->quotations->quotation[look->quotation].pieces, 10));
    PUT(look, TORN, piece->unclosed);
    PUT(look, SINGLE, piece->family == WS_MARK_SINGLE);
    PUT(look, USUAL, ws_view_usual(view, piece->family));
    PUT(look, AGAIN, ws_view_again(view, look->quotation));
}

/* Words of tokens [from, to), 0..100; none when to lies before. */
static uint32_t words_between(const ws_scene *scene, uint32_t from, uint32_t to)
{
    uint32_t words = 0;

    for (uint32_t i = from; i < to && i - from < 100 && words < 100; i++)
        words += words_of(scene, &scene->tokens->token[i]);
    return least(words, 100);
}

/* The quotation before or behind, within the paragraphs. */
static void look_at_neighbour(const struct look *look, bool behind)
{
    const ws_scene *scene = look->scene;
    const ws_place *p = &look->place;
    uint32_t q = behind ? look->quotation + 1 : look->quotation - 1;
    uint32_t gap = 100;
    uint32_t words = 0;
    bool list = false;

    if (q < scene->quotations->count) {
        ws_place other = ws_scene_place(scene, q);
        uint32_t from = behind ? p->end : other.end;
        uint32_t to = behind ? other.begin : p->begin;
        words = words_between(scene, other.begin, other.end);
        gap = words_between(scene, from, to);
        list = to >= from && to - from <= 2;
        for (uint32_t i = from; list && i < to; i++) {
            const ws_token *token = &scene->tokens->token[i];
            list = pause_at(scene, i, token->paragraph) == PAUSE_COMMA ||
                   letters(scene, token) <= 3;
        }
    }
    int16_t *value =
        &look->value[behind ? WS_OUTLINE_NEXT_GAP : WS_OUTLINE_PREVIOUS_GAP];
    value[0] = (int16_t)gap;
    value[1] = (int16_t)words;
    value[2] = list;
}

uint32_t ws_outline_sight(const ws_scene *scene)
{
    const uint32_t cased = 3;  /* percent of the words, and more: capitals */
    const uint32_t nouns = 25; /* of those behind one that is not, */
    const uint32_t doubt = 8;  /* this many more counted as small */
    uint64_t words = 0;
    uint64_t capitals = 0;
    uint64_t followers = 0;
    uint64_t lone = 0;
    bool small = false;

    for (uint32_t i = 0; i < scene->tokens->count; i++) {
        const ws_token *token = &scene->tokens->token[i];
        bool up =
            ws_is_capital(token) && !ws_is_uncased(scene->text->bytes, token);
        bool word =
            token->kind == WS_TOKEN_WORD && scene->pieces->inside[i] == 0;
        words += words_of(scene, token);
        capitals += up;
        followers += small && word;
        lone += small && word && up;
        small = word && !up;
    }
    if (capitals * 100 <= cased * words)
        return WS_SEES_SAYING;
    if (lone * 100 >= nouns * (followers + doubt))
        return WS_SEES_SAYING | WS_SEES_CASE | WS_SEES_NOUNS;
    return WS_SEES_SAYING | WS_SEES_CASE;
}

void ws_outline(const ws_view *view, uint32_t quotation, uint32_t sight,
                int16_t value[WS_OUTLINE_COUNT])
{
    const ws_scene *scene = view->scene;
    const ws_quotation *q = &scene->quotations->quotation[quotation];
    struct look look = {.view = view,
                        .scene = scene,
                        .quotation = quotation,
                        .sight = sight,
                        .piece = &scene->pieces->piece[q->piece[0]],
                        .place = ws_scene_place(scene, quotation)};

    for (uint32_t v = 0; v < WS_OUTLINE_COUNT; v++)
        value[v] = -1;
    look.value = value;
    PUT(&look, SCRIPT,
        (sight & WS_SEES_CASE) == 0    ? 0
        : (sight & WS_SEES_NOUNS) != 0 ? 1
                                       : 2);
    look_inside(&look);
    look_beside(&look);
    look_at_sentence(&look);
    look_at_place(&look);
    look_at_neighbour(&look, false);
    look_at_neighbour(&look, true);
}
