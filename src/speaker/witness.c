/*
 * witness.c - what speaks for and against a candidate of the few that are
 * left.
 *
 *   in   the scene, a quotation's candidates with their linear scores
 *   out  the best of them; small numbers that the trees ask about
 *
 * Cost: each finalist looks at a bounded number of tokens.
 */
#include "speaker/witness.h"

#include "base/unicode.h"

enum {
    FAR_TOKENS = 60,
    FAR_SCORE = 4096,
    BETWEEN_LOOKED = 60, /* tokens between a mention and the marks */
    NEXT_LOOKED = 60     /* tokens looked at for the next quotation */
};

const char *ws_witness_name(uint32_t value)
{
    static const char *const name[] = {
#define X(name) #name,
        WS_WITNESS(X)
#undef X
    };

    return value < WS_WITNESS_COUNT ? name[value] : "unknown";
}

static int32_t capped(int64_t n, int32_t cap)
{
    return (int32_t)(n > cap ? cap : n < -cap ? -cap : n);
}

static uint32_t distance(const ws_scene *scene, const ws_place *p,
                         uint32_t mention)
{
    uint32_t head = scene->mentions->mention[mention].head;

    if (head >= p->end)
        return head - p->end;
    return head < p->begin ? p->begin - head : 0;
}

static bool is_better(const ws_scene *scene, const ws_place *place,
                      const ws_candidate *a, const ws_candidate *b)
{
    if (a->score != b->score)
        return a->score > b->score;
    uint32_t x = distance(scene, place, a->mention);
    uint32_t y = distance(scene, place, b->mention);

    return x != y ? x < y : a->mention < b->mention;
}

uint32_t ws_finalists(const ws_scene *scene, const ws_place *place,
                      ws_candidate *candidate, uint32_t count)
{
    uint32_t kept = count < WS_FINALISTS ? count : WS_FINALISTS;

    for (uint32_t i = 0; i < kept; i++) {
        uint32_t best = i;
        for (uint32_t k = i + 1; k < count; k++)
            if (is_better(scene, place, &candidate[k], &candidate[best]))
                best = k;
        ws_candidate swap = candidate[i];
        candidate[i] = candidate[best];
        candidate[best] = swap;
    }
    return kept;
}

/* What the others say of candidate i. */
static void rank(const ws_candidate *finalist, uint32_t count, uint32_t i,
                 int32_t *value)
{
    uint32_t person = finalist[i].person;
    const int32_t top = finalist[0].score;
    int32_t other = -FAR_SCORE;
    uint64_t own = 0;
    uint64_t all = 1;
    uint32_t partners = 0;

    for (uint32_t k = 0; k < count; k++) {
        uint64_t weight = ws_model_exp(top - finalist[k].score);
        bool same =
            k == i || (person != WHOSAID_NONE && finalist[k].person == person);
        all += weight;
        own += same ? weight : 0;
        partners += same && k != i;
        if (k != i && finalist[k].score > other)
            other = finalist[k].score;
    }
    value[WS_WITNESS_SCORE] = capped(finalist[i].score - top, FAR_SCORE);
    value[WS_WITNESS_LEAD] = capped(finalist[i].score - other, FAR_SCORE);
    value[WS_WITNESS_ORDER] = (int32_t)i;
    value[WS_WITNESS_SECOND] =
        count < 2 ? FAR_SCORE : capped(top - finalist[1].score, FAR_SCORE);
    value[WS_WITNESS_SHARE] = (int32_t)(own * 100 / all);
    value[WS_WITNESS_PARTNERS] = (int32_t)partners;
    value[WS_WITNESS_CANDIDATES] = (int32_t)count;
}

/* Tokens from a to b, below zero where b stands before a. */
static int32_t apart(uint32_t a, uint32_t b)
{
    return capped((int64_t)b - (int64_t)a, FAR_TOKENS);
}

static void between(const ws_scene *scene, uint32_t from, uint32_t to,
                    int32_t *value)
{
    uint32_t commas = 0;
    uint32_t ands = 0;
    uint32_t stops = 0;
    uint32_t verbs = 0;

    for (uint32_t i = from, n = 0; i < to && n < BETWEEN_LOOKED; i++, n++) {
        const ws_token *token = &scene->tokens->token[i];
        if (scene->pieces->inside[i] != 0)
            continue;
        commas += token->cp == ',';
        stops += token->cp == '.' || token->cp == ';' || token->cp == '?';
        ands += WS_IS(token->lex, AND);
        verbs += WS_IS(token->lex, COMMON_VERB) || WS_IS(token->lex, BE) ||
                 WS_IS(token->lex, AUXILIARY);
    }
    value[WS_WITNESS_COMMAS] = (int32_t)commas;
    value[WS_WITNESS_ANDS] = (int32_t)ands;
    value[WS_WITNESS_PERIODS] = (int32_t)stops;
    value[WS_WITNESS_VERBS] = (int32_t)verbs;
}

/* The mention, and where it stands in its sentence. */
static void person(const ws_scene *scene, const ws_place *p,
                   const ws_candidate *c, int32_t *value)
{
    const ws_mention *m = &scene->mentions->mention[c->mention];
    uint32_t sentence = scene->sentences->of[m->head];
    const ws_sentence *s = &scene->sentences->sentence[sentence];
    uint32_t paragraph = scene->tokens->token[m->head].paragraph;
    uint32_t id = c->person;
    const uint16_t genders = WS_M_MALE | WS_M_FEMALE | WS_M_PLURAL;
    uint16_t flags = m->flags;

    value[WS_WITNESS_WHERE] = c->where;
    value[WS_WITNESS_KIND] = c->kind;
    value[WS_WITNESS_HEAD_GAP] =
        m->head >= p->end ? apart(p->end, m->head) : apart(p->begin, m->head);
    value[WS_WITNESS_SENTENCES] = m->head >= p->end
                                      ? apart(p->last_sentence, sentence)
                                      : apart(p->first_sentence, sentence);
    value[WS_WITNESS_PARAGRAPHS] = m->head >= p->end
                                       ? apart(p->last_paragraph, paragraph)
                                       : apart(p->first_paragraph, paragraph);
    value[WS_WITNESS_SURE] = scene->people->sure[c->mention];
    value[WS_WITNESS_COUNT_OF] = 0;
    if (id != WHOSAID_NONE) {
        const ws_person *who = &scene->people->person[id];
        flags = (uint16_t)(flags | who->flags | who->shown);
        value[WS_WITNESS_COUNT_OF] = capped(who->count, 99);
    }
    value[WS_WITNESS_ROLE] = m->role_end > m->role;
    value[WS_WITNESS_GENDER] = (flags & genders);
    value[WS_WITNESS_WIDTH] = apart(m->first, m->last);
    value[WS_WITNESS_OPENS] = apart(s->first, m->first);
    value[WS_WITNESS_BEFORE] =
        (int32_t)ws_beside(scene, m->first - 1, paragraph);
    value[WS_WITNESS_AFTER] = (int32_t)ws_beside(scene, m->last, paragraph);
    value[WS_WITNESS_LENGTH] = apart(s->first, s->last);
}

/* The quotation itself: the same for all finalists. */
static void words(const ws_scene *scene, uint32_t quotation,
                  const ws_past *past, const ws_place *p, int32_t *value)
{
    uint32_t n = 0;

    while (n < NEXT_LOOKED && p->end + n < scene->tokens->count &&
           scene->pieces->inside[p->end + n] == 0)
        n++;
    value[WS_WITNESS_NEXT] = (int32_t)n;
    value[WS_WITNESS_LAST] = FAR_TOKENS;
    value[WS_WITNESS_SINCE] = 9;
    if (past->count > 0) {
        ws_place b = ws_scene_bounds(scene, past->turn[0].quotation);
        value[WS_WITNESS_LAST] = apart(b.end, p->begin);
        value[WS_WITNESS_SINCE] =
            capped((int64_t)p->first_paragraph - b.last_paragraph, 9);
    }
    value[WS_WITNESS_EDGE] = (int32_t)ws_before(scene, p);
    value[WS_WITNESS_BEHIND] =
        (int32_t)ws_beside(scene, p->end, p->last_paragraph);
    value[WS_WITNESS_ENDING] =
        (int32_t)ws_ending(ws_scene_last_character(scene, quotation));
    value[WS_WITNESS_WORDS] = capped(p->words, 99);
    value[WS_WITNESS_OPENING] = (p->opens_paragraph * 2 + p->closes_paragraph);
    value[WS_WITNESS_PARAGRAPH] = capped(p->first_paragraph, 99);
}

/* How the talk runs on. */
static void talk(const ws_scene *scene, uint32_t quotation, const ws_past *past,
                 const ws_candidate *c, int32_t *value)
{
    const ws_talk *t = scene->talk;
    const ws_meant *meant = &scene->people->meant[c->mention];
    uint32_t last = 0;

    while (last < past->count &&
           (c->person != WHOSAID_NONE ? past->turn[last].person != c->person
                                      : past->turn[last].mention != c->mention))
        last++;
    value[WS_WITNESS_SPOKE_LAST] =
        (int32_t)(last < past->count ? last : WS_PAST);
    value[WS_WITNESS_READING] = c->rank;
    value[WS_WITNESS_DROP] = c->rank < meant->count ? meant->drop[c->rank] : 0;
    value[WS_WITNESS_STORY] = t->story;
    if (c->person == WHOSAID_NONE)
        return;
    value[WS_WITNESS_CALLED] = t->called[quotation] == c->person;
    value[WS_WITNESS_ANSWERS] =
        past->count > 0 && t->called[past->turn[0].quotation] == c->person;
    value[WS_WITNESS_SPEAKS] =
        c->person < t->people ? capped(t->spoke[c->person], 99) : 0;
    uint32_t next = t->next[quotation];
    if (next != WHOSAID_NONE && t->tag[next] != WHOSAID_NONE)
        value[WS_WITNESS_NEXT_TAG] =
            scene->people->of[t->tag[next]] == c->person ? 2 : 1;
}

/* The cue that ties it, and what stands between it and the marks. */
static void tie(const ws_scene *scene, const ws_place *p, const ws_candidate *c,
                int32_t *value)
{
    const ws_mention *m = &scene->mentions->mention[c->mention];
    uint32_t first = m->first;
    uint32_t last = m->last;

    value[WS_WITNESS_TIE] = c->tie;
    value[WS_WITNESS_STRENGTH] = -1;
    value[WS_WITNESS_CUE_GAP] = FAR_TOKENS;
    value[WS_WITNESS_SUBJECT] = FAR_TOKENS;
    if (c->cue != WHOSAID_NONE) {
        const ws_cue *cue = &scene->cues->cue[c->cue];
        first = cue->first < first ? cue->first : first;
        last = cue->last > last ? cue->last : last;
        value[WS_WITNESS_STRENGTH] = cue->strength;
        value[WS_WITNESS_CUE_GAP] = cue->first >= p->end
                                        ? apart(p->end, cue->first)
                                        : apart(p->begin, cue->last);
        value[WS_WITNESS_SUBJECT] = apart(m->last, cue->first);
    }
    value[WS_WITNESS_GAP] = capped(c->gap, FAR_TOKENS);
    value[WS_WITNESS_PIECES] = c->pieces;
    value[WS_WITNESS_RIVALS] = c->rivals;
    value[WS_WITNESS_NTH] = c->nth;
    value[WS_WITNESS_NAMED] = c->named;
    value[WS_WITNESS_WORD_BEFORE] = c->lead;
    value[WS_WITNESS_VERB] = c->verb;
    value[WS_WITNESS_GOVERNED] = c->governed;
    value[WS_WITNESS_PREVIOUS] = c->previous;
    value[WS_WITNESS_INSIDE] = c->inside;
    if (m->head >= p->end)
        between(scene, p->end, first, value);
    else
        between(scene, last, p->begin, value);
}

void ws_witness(const ws_scene *scene, uint32_t quotation, const ws_past *past,
                const ws_finalist *f, int16_t value[WS_WITNESS_COUNT])
{
    const ws_place place = ws_scene_place(scene, quotation);
    const ws_candidate *c = &f->all[f->at];
    int32_t seen[WS_WITNESS_COUNT] = {0};

    rank(f->all, f->count, f->at, seen);
    for (uint32_t k = 0; k < f->count; k++)
        if (f->all[k].cue != WHOSAID_NONE && f->all[k].gap < 2)
            seen[WS_WITNESS_TOUCHED]++;
    tie(scene, &place, c, seen);
    person(scene, &place, c, seen);
    words(scene, quotation, past, &place, seen);
    talk(scene, quotation, past, c, seen);
    for (uint32_t k = 0; k < WS_WITNESS_COUNT; k++)
        value[k] = (int16_t)seen[k];
}
