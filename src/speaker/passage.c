/*
 * passage.c - a document cut into windows for the reader.
 *
 *   in   the scene up to the people, the reader's vocabulary
 *   out  pieces, and windows of them with what stands where
 *
 * A window answers the quotations that have enough pieces before and behind
 * them in it; it begins a fixed way before the first of these.
 *
 * Cost: O(len) for the strip, O(window) for a window.
 */
#include "speaker/passage.h"

enum {
    ROOM = WS_READER_WINDOW - 2, /* pieces between CLS and SEP */
    KEPT_FRONT = 34,             /* tokens kept of long speech */
    KEPT_BACK = 20
};

/* A shorter window names as many speakers (tools/reader/README.md), but reads
 * more where it must answer everything: more of each is context. */
const ws_span ws_span_all = {ROOM, 140, 52, ROOM};
const ws_span ws_span_each = {ROOM, 120, 52, 64};
const ws_span ws_span_some = {318, 100, 52, 52};

/* Values of WS_READER_MENTION and WS_READER_GENDER. */
enum { NAME = 1, NOMINAL = 3, PRONOUN = 5 };
enum { UNTOLD, MALE, FEMALE, MANY, BODY, TELLER };
enum { OUTSIDE, OPENING, INSIDE, CLOSING };
enum { LOWER, CAPITAL, CAPITALS };

static uint8_t sex_of(uint16_t flags)
{
    uint16_t sex = flags & (WS_M_MALE | WS_M_FEMALE);

    if ((flags & WS_M_PLURAL) != 0)
        return MANY;
    return sex == WS_M_MALE ? MALE : sex == WS_M_FEMALE ? FEMALE : UNTOLD;
}

uint32_t ws_passage_person(const ws_scene *scene, uint32_t mention)
{
    return scene->mentions->mention[mention].kind == WS_MENTION_PRONOUN
               ? WHOSAID_NONE
               : scene->people->of[mention];
}

static uint8_t gender_of(const ws_scene *scene, uint32_t mention)
{
    const ws_mention *m = &scene->mentions->mention[mention];
    uint32_t id = ws_passage_person(scene, mention);

    if (id == WHOSAID_NONE)
        return sex_of(m->flags);
    const ws_person *person = &scene->people->person[id];
    if (person->narrator)
        return TELLER;
    if (person->type == WHOSAID_SOURCE_BODY)
        return BODY;
    return sex_of(person->flags | (m->flags & WS_M_PLURAL));
}

/* What each token is part of: names before pronouns before the rest. */
static void mark_mentions(const ws_scene *scene, ws_strip *strip)
{
    static const uint8_t value[] = {[WS_MENTION_NAME] = NAME,
                                    [WS_MENTION_NOMINAL] = NOMINAL,
                                    [WS_MENTION_PRONOUN] = PRONOUN};
    static const ws_mention_kind order[] = {
        WS_MENTION_NOMINAL, WS_MENTION_PRONOUN, WS_MENTION_NAME};

    for (size_t k = 0; k < sizeof order / sizeof order[0]; k++) {
        for (uint32_t i = 0; i < scene->mentions->count; i++) {
            const ws_mention *m = &scene->mentions->mention[i];
            uint8_t gender = gender_of(scene, i);
            if (m->kind != order[k])
                continue;
            for (uint32_t t = m->first; t < m->last && t - m->first < ROOM;
                 t++) {
                bool later = t > m->first && m->kind != WS_MENTION_PRONOUN;
                strip->mention[t] = (uint8_t)(value[m->kind] + later);
                strip->gender[t] = gender;
            }
        }
    }
}

/* Is a token in the middle of long speech? */
static bool left_out(const ws_scene *scene, uint32_t t)
{
    uint32_t in = scene->pieces->inside[t];

    if (in == 0)
        return false;
    const ws_piece *p = &scene->pieces->piece[in - 1];
    return p->last - p->first > KEPT_FRONT + KEPT_BACK &&
           t >= p->first + KEPT_FRONT && t + KEPT_BACK < p->last;
}

/* The pieces of a token. A quotation's mark is one, whatever its shape. */
static uint32_t cut_token(const ws_scene *scene, const ws_reader *reader,
                          uint32_t t, uint16_t piece[WS_READER_PIECES])
{
    const ws_token *token = &scene->tokens->token[t];
    uint32_t in = scene->pieces->inside[t];
    bool mark = in != 0 && (t < scene->pieces->piece[in - 1].first ||
                            t >= scene->pieces->piece[in - 1].last);

    if (mark)
        return ws_reader_cut(reader, "\"", 1, piece);
    return ws_reader_cut(reader, scene->text->bytes + token->begin,
                         token->end - token->begin, piece);
}

/* Count the pieces, or keep them: strip->piece may be NULL. */
static void cut(const ws_scene *scene, ws_strip *strip)
{
    uint32_t count = 0;
    bool was_out = false;

    for (uint32_t t = 0; t < scene->tokens->count; t++) {
        uint16_t piece[WS_READER_PIECES] = {WS_PIECE_MASK};
        bool out = left_out(scene, t);
        uint32_t n = out ? !was_out : cut_token(scene, strip->reader, t, piece);
        strip->at[t] = out && was_out ? count - 1 : count;
        for (uint32_t k = 0; strip->piece != NULL && k < n; k++) {
            strip->piece[count + k] = piece[k];
            strip->token[count + k] = t;
        }
        count += n;
        was_out = out;
    }
    strip->at[scene->tokens->count] = count;
    strip->count = count;
}

whosaid_status ws_strip_cut(ws_arena *arena, const ws_scene *scene,
                            const ws_reader *reader, ws_strip *strip)
{
    uint32_t tokens = scene->tokens->count;

    *strip = (ws_strip){.reader = reader};
    strip->at = WS_NEW(arena, uint32_t, (size_t)tokens + 1);
    strip->quotation = WS_NEW(arena, uint32_t, scene->quotations->count);
    strip->mention = WS_NEW(arena, uint8_t, tokens);
    strip->gender = WS_NEW(arena, uint8_t, tokens);
    if (strip->at == NULL || strip->quotation == NULL ||
        strip->mention == NULL || strip->gender == NULL)
        return WHOSAID_ERR_NOMEM;
    cut(scene, strip);
    strip->piece = WS_NEW(arena, uint16_t, strip->count);
    strip->token = WS_NEW(arena, uint32_t, strip->count);
    if (strip->piece == NULL || strip->token == NULL)
        return WHOSAID_ERR_NOMEM;
    cut(scene, strip);
    mark_mentions(scene, strip);
    for (uint32_t q = 0; q < scene->quotations->count; q++)
        if (ws_quotations_outer(scene->quotations, q))
            strip->quotation[strip->quotations++] = q;
    arena->steps += strip->count;
    return WHOSAID_OK;
}

/* Where a quotation's marks lie in the strip: [begin, end). */
static void bounds(const ws_scene *scene, const ws_strip *strip, uint32_t q,
                   uint32_t *begin, uint32_t *end)
{
    ws_place place = ws_scene_bounds(scene, q);

    *begin = strip->at[place.begin];
    *end = strip->at[place.end];
}

/* The mentions that a window shows: none of the middle of long speech, which
 * may hold any number. */
static void list_mentions(const ws_scene *scene, const ws_strip *strip,
                          ws_passage *p)
{
    uint32_t last = scene->mentions->at[strip->token[p->end - 1] + 1];

    for (uint32_t m = scene->mentions->at[strip->token[p->begin]];
         m < last && p->mentions < WS_PASSAGE_MENTIONS; m++)
        if (!left_out(scene, scene->mentions->mention[m].head))
            p->mention[p->mentions++] = m;
}

/* Which quotation of the strip a window ends with that begins at i and may go on
 * to p->end: the one behind it. */
static uint32_t answered(const ws_scene *scene, const ws_strip *strip,
                         const ws_span *span, uint32_t i, const ws_passage *p)
{
    uint32_t last = i + 1;
    uint32_t begin;
    uint32_t end;

    for (uint32_t k = i + 1; k < strip->quotations; k++) {
        bounds(scene, strip, strip->quotation[k], &begin, &end);
        if (p->end < strip->count && end + span->right > p->end)
            break;
        if (strip->asked == NULL || strip->asked[strip->quotation[k]])
            last = k + 1;
    }
    return last;
}

void ws_passage_at(const ws_scene *scene, const ws_strip *strip,
                   const ws_span *span, uint32_t i, ws_passage *p)
{
    uint32_t room = span->room;
    uint32_t begin;
    uint32_t end;

    bounds(scene, strip, strip->quotation[i], &begin, &end);
    uint32_t from = begin > span->left ? begin - span->left : 0;
    if (strip->count - from < room)
        from = strip->count > room ? strip->count - room : 0;
    *p = (ws_passage){.begin = strip->at[strip->token[from]], .answers = i};
    /* a token is not cut at the edge, but for one longer than a window */
    if (from - p->begin > WS_READER_PIECES)
        p->begin = from;
    p->end = strip->count - p->begin > room ? p->begin + room : strip->count;
    p->answered = answered(scene, strip, span, i, p);
    bounds(scene, strip, strip->quotation[p->answered - 1], &begin, &end);
    if (p->end > end && p->end - end > span->behind)
        p->end = end + span->behind;
    list_mentions(scene, strip, p);
}

static uint8_t case_of(const ws_token *token)
{
    return (token->shape & WS_SHAPE_ALLCAPS) != 0   ? CAPITALS
           : (token->shape & WS_SHAPE_CAPITAL) != 0 ? CAPITAL
                                                    : LOWER;
}

static uint8_t place_of(const ws_scene *scene, uint32_t t)
{
    uint32_t in = scene->pieces->inside[t];

    if (in == 0)
        return OUTSIDE;
    const ws_piece *p = &scene->pieces->piece[in - 1];
    return t < p->first ? OPENING : t >= p->last ? CLOSING : INSIDE;
}

static uint8_t start_of(const ws_scene *scene, uint32_t t)
{
    const ws_token *token = scene->tokens->token;

    if (t == 0 || token[t - 1].paragraph != token[t].paragraph)
        return 2;
    return scene->sentences->of[t - 1] != scene->sentences->of[t];
}

/* A place of the strip as a position of the window, at its edge where it lies
 * beyond. */
static uint32_t position(const ws_passage *p, uint32_t at)
{
    uint32_t inside = at < p->begin ? p->begin : at >= p->end ? p->end - 1 : at;

    return inside - p->begin + 1;
}

void ws_passage_marks(const ws_scene *scene, const ws_strip *strip,
                      const ws_passage *passage, uint32_t quotation,
                      uint32_t *open, uint32_t *close)
{
    uint32_t begin;
    uint32_t end;

    bounds(scene, strip, quotation, &begin, &end);
    *open = position(passage, begin);
    *close = position(passage, end > begin ? end - 1 : begin);
}

void ws_passage_mention(const ws_scene *scene, const ws_strip *strip,
                        const ws_passage *passage, uint32_t mention,
                        uint32_t *first, uint32_t *head)
{
    const ws_mention *m = &scene->mentions->mention[mention];

    *first = position(passage, strip->at[m->first]);
    *head = position(passage, strip->at[m->head]);
}

/* Positions that the heads look at: marks of what is answered, mentions. */
static void want(const ws_scene *scene, const ws_strip *strip,
                 const ws_passage *p, bool wanted[WS_READER_WINDOW])
{
    uint32_t a;
    uint32_t b;

    for (uint32_t i = p->answers; i < p->answered; i++) {
        ws_passage_marks(scene, strip, p, strip->quotation[i], &a, &b);
        wanted[a] = true;
        wanted[b] = true;
    }
    for (uint32_t i = 0; i < p->mentions; i++) {
        ws_passage_mention(scene, strip, p, p->mention[i], &a, &b);
        wanted[a] = true;
        wanted[b] = true;
    }
}

void ws_passage_window(const ws_scene *scene, const ws_strip *strip,
                       const ws_passage *passage, ws_window *window)
{
    *window = (ws_window){.count = passage->end - passage->begin + 2};
    window->piece[0] = WS_PIECE_CLS;
    window->piece[window->count - 1] = WS_PIECE_SEP;
    for (uint32_t i = passage->begin; i < passage->end; i++) {
        uint32_t t = strip->token[i];
        uint32_t at = i - passage->begin + 1;
        window->piece[at] = strip->piece[i];
        window->input[WS_READER_CASE][at] = case_of(&scene->tokens->token[t]);
        window->input[WS_READER_PLACE][at] = place_of(scene, t);
        if (strip->at[t] == i)
            window->input[WS_READER_START][at] = start_of(scene, t);
        window->input[WS_READER_MENTION][at] = strip->mention[t];
        window->input[WS_READER_GENDER][at] = strip->gender[t];
    }
    want(scene, strip, passage, window->wanted);
}

uint32_t ws_passage_inside(const ws_scene *scene, uint32_t mention)
{
    uint32_t head = scene->mentions->mention[mention].head;
    uint32_t in = scene->pieces->inside[head];

    return in == 0 ? WHOSAID_NONE : scene->quotations->of[in - 1];
}
