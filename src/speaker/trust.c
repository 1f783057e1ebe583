/*
 * trust.c - how far a choice can be trusted.
 *
 *   in   the scene, the classes, a quotation's scored candidates, the choice
 *   out  small numbers that the trees ask about
 *
 * A row is wrong where the words are nobody's, where another one said them, or
 * where the name is another one's: so each is looked at.
 *
 * Cost: a bounded number of looks a quotation.
 */
#include "speaker/trust.h"

enum { FAR_TOKENS = 200, FAR_SCORE = 4096, MOST = 99 };

const char *ws_trust_name(uint32_t value)
{
    static const char *const name[] = {
#define X(name) #name,
        WS_TRUSTS(X)
#undef X
    };

    return value < WS_TRUST_COUNT ? name[value] : "unknown";
}

static int32_t capped(int64_t n, int32_t cap)
{
    return (int32_t)(n > cap ? cap : n < -cap ? -cap : n);
}

/* How far it is before the others. */
static void margins(const ws_chosen *chosen, int32_t *value)
{
    const ws_candidate *all = chosen->all;
    const ws_candidate *own = &all[chosen->at];
    int32_t top = own->score;
    int32_t best = INT32_MIN / 2;
    int32_t other = INT32_MIN / 2;
    int32_t line = INT32_MIN / 2;
    int32_t line_other = INT32_MIN / 2;
    uint64_t weight = 1;
    uint64_t second = 0;
    uint32_t people = 0;

    for (uint32_t i = 0; i < chosen->count; i++)
        top = all[i].score > top ? all[i].score : top;
    for (uint32_t i = 0; i < chosen->count; i++) {
        const ws_candidate *c = &all[i];
        int32_t *to = ws_is_same_speaker(c, own) ? &best : &other;
        int32_t *line_to = ws_is_same_speaker(c, own) ? &line : &line_other;
        uint64_t person = 0;
        bool first = true;
        *to = c->score > *to ? c->score : *to;
        *line_to =
            c->score - c->trees > *line_to ? c->score - c->trees : *line_to;
        weight += ws_model_exp(top - c->score);
        for (uint32_t k = 0; k < chosen->count; k++) {
            person += ws_is_same_speaker(c, &all[k])
                          ? ws_model_exp(top - all[k].score)
                          : 0;
            first = first && (k >= i || !ws_is_same_speaker(c, &all[k]));
        }
        people += first;
        if (!ws_is_same_speaker(c, own) && person > second)
            second = person;
    }
    value[WS_TRUST_CHANCE] = (int32_t)chosen->chance;
    value[WS_TRUST_ALONE] =
        (int32_t)((uint64_t)ws_model_exp(top - own->score) * 10000 / weight);
    value[WS_TRUST_SECOND] = (int32_t)(second * 10000 / weight);
    value[WS_TRUST_MARGIN] = capped((int64_t)best - other, FAR_SCORE);
    value[WS_TRUST_LINE] = capped((int64_t)line - line_other, FAR_SCORE);
    value[WS_TRUST_CANDIDATES] = (int32_t)chosen->count;
    value[WS_TRUST_PEOPLE] = (int32_t)people;
    value[WS_TRUST_PATH] = chosen->lead;
}

/* The quotation, and the document. */
static void words(const ws_scene *scene, const ws_classes *classes, uint32_t q,
                  const ws_place *p, int32_t *value)
{
    value[WS_TRUST_SPEECH] = capped(classes->score[q], FAR_SCORE);
    value[WS_TRUST_WHOLE] = classes->kind[q] == WHOSAID_KIND_DIRECT;
    value[WS_TRUST_WORDS] = capped(p->words, MOST);
    value[WS_TRUST_PARTS] =
        capped(scene->quotations->quotation[q].pieces, MOST);
    value[WS_TRUST_OPENING] = p->opens_paragraph * 2 + p->closes_paragraph;
    value[WS_TRUST_EDGE] = (int32_t)ws_before(scene, p);
    value[WS_TRUST_BEHIND] =
        (int32_t)ws_beside(scene, p->end, p->last_paragraph);
    value[WS_TRUST_STORY] = scene->talk->story;
}

/* Where it stands, and what ties it. */
static void place(const ws_scene *scene, uint32_t q, const ws_place *p,
                  const ws_candidate *c, int32_t *value)
{
    const ws_mention *m = &scene->mentions->mention[c->mention];
    const ws_token *token = scene->tokens->token;
    int64_t sentence = scene->sentences->of[m->head];
    int64_t paragraph = token[m->head].paragraph;
    bool behind = m->head >= p->end;
    uint32_t tag = scene->talk->tag[q];

    value[WS_TRUST_TIE] = c->tie;
    value[WS_TRUST_STRENGTH] =
        c->cue == WHOSAID_NONE ? -1 : scene->cues->cue[c->cue].strength;
    value[WS_TRUST_WHERE] = c->where;
    value[WS_TRUST_KIND] = c->kind;
    value[WS_TRUST_GAP] = capped(c->gap, FAR_TOKENS);
    value[WS_TRUST_SENTENCES] = capped(
        sentence - (behind ? p->last_sentence : p->first_sentence), MOST);
    value[WS_TRUST_PARAGRAPHS] = capped(
        paragraph - (behind ? p->last_paragraph : p->first_paragraph), MOST);
    value[WS_TRUST_PIECES] = c->pieces;
    value[WS_TRUST_CUES] = c->rivals;
    value[WS_TRUST_NTH] = c->nth;
    value[WS_TRUST_GOVERNED] = c->governed;
    value[WS_TRUST_TAG] = tag == c->mention ? 2 : tag != WHOSAID_NONE;
    value[WS_TRUST_NAMED] = c->named;
    value[WS_TRUST_LEAD] = c->lead;
    value[WS_TRUST_VERB] = c->verb;
    value[WS_TRUST_FLAGS] = ((m->flags & WS_M_INDEFINITE) != 0) |
                            ((m->flags & WS_M_NESTED) != 0) << 1 |
                            ((m->flags & WS_M_HEADLINE) != 0) << 2 |
                            ((m->flags & WS_M_JOINT) != 0) << 3;
    value[WS_TRUST_OWN] = m->kind == WS_MENTION_NAME
                              ? capped((int64_t)m->name_end - m->name, MOST)
                              : 0;
}

/* The quotation before. */
static void before(const ws_scene *scene, const ws_past *past,
                   const ws_place *p, const ws_chosen *chosen, int32_t *value)
{
    const ws_candidate *c = &chosen->all[chosen->at];

    value[WS_TRUST_SINCE] = FAR_TOKENS;
    if (past->count == 0)
        return;
    bool own = c->person != WHOSAID_NONE ? past->turn[0].person == c->person
                                         : past->turn[0].mention == c->mention;
    ws_place last = ws_scene_bounds(scene, past->turn[0].quotation);
    value[WS_TRUST_SAME] = own;
    value[WS_TRUST_BEFORE] = (int32_t)chosen->before;
    value[WS_TRUST_SINCE] = capped((int64_t)p->begin - last.end, FAR_TOKENS);
}

/* The person that it is taken to mean. */
static void person(const ws_scene *scene, uint32_t q, const ws_candidate *c,
                   int32_t *value)
{
    const ws_meant *meant = &scene->people->meant[c->mention];
    const ws_token *token = scene->tokens->token;

    value[WS_TRUST_SURE] = scene->people->sure[c->mention];
    value[WS_TRUST_MEANT] = meant->count;
    value[WS_TRUST_READING] = c->rank;
    value[WS_TRUST_DROP] =
        meant->count > 1 ? capped(meant->drop[1], FAR_SCORE) : FAR_SCORE;
    uint32_t chance = scene->people->told[c->mention];
    if (chance != 0) { /* a description: against all others together */
        value[WS_TRUST_MEANT] = 2;
        value[WS_TRUST_DROP] =
            capped((int64_t)ws_model_log(chance) -
                       ws_model_log(chance < 10000 ? 10000 - chance : 1),
                   FAR_SCORE);
    }
    value[WS_TRUST_TYPE] = -1;
    if (c->person == WHOSAID_NONE)
        return;
    const ws_person *who = &scene->people->person[c->person];
    const ws_mention *full = &scene->mentions->mention[who->mention];
    uint32_t told = who->flags & (WS_M_MALE | WS_M_FEMALE);
    value[WS_TRUST_GENDER] = told == WS_M_MALE || told == WS_M_FEMALE ? 2
                             : who->shown != 0                        ? 1
                                                                      : 0;
    value[WS_TRUST_TYPE] = who->type;
    value[WS_TRUST_OFTEN] =
        capped(ws_people_often(scene->tokens, who->count), MOST);
    value[WS_TRUST_CALLED] = scene->talk->called[q] == c->person;
    if (full->kind != WS_MENTION_NAME || full->name_end <= full->name)
        return;
    ws_lex first = token[full->name].lex;
    ws_lex last = token[full->name_end - 1].lex;
    value[WS_TRUST_NAME] = capped((int64_t)full->name_end - full->name, MOST);
    value[WS_TRUST_LISTED] =
        (WS_IS(first, GIVEN_MALE) || WS_IS(first, GIVEN_FEMALE)) |
        WS_IS(last, SURNAME) << 1;
    value[WS_TRUST_PLACE] =
        (last & (WS_LEX_BIT(PLACE) | WS_LEX_BIT(BODY) |
                 WS_LEX_BIT(NATIONALITY) | WS_LEX_BIT(GROUP))) != 0;
}

void ws_trust(const ws_scene *scene, const ws_classes *classes,
              uint32_t quotation, const ws_past *past, const ws_chosen *chosen,
              int16_t value[WS_TRUST_COUNT])
{
    const ws_place p = ws_scene_place(scene, quotation);
    const ws_candidate *c = &chosen->all[chosen->at];
    int32_t seen[WS_TRUST_COUNT] = {0};

    margins(chosen, seen);
    words(scene, classes, quotation, &p, seen);
    place(scene, quotation, &p, c, seen);
    before(scene, past, &p, chosen, seen);
    person(scene, quotation, c, seen);
    for (uint32_t k = 0; k < WS_TRUST_COUNT; k++)
        value[k] = (int16_t)seen[k];
}
