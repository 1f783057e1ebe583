/*
 * hearing.c - what the reader says of a candidate beside the others.
 *
 *   in   the candidates of a quotation, the reader's opinion, the first choice
 *   out  small numbers that the trees ask about
 *
 * Cost: a look over the window's mentions a candidate.
 */
#include "speaker/hearing.h"

enum { FAR_SCORE = 4096 };

const char *ws_hearing_name(uint32_t value)
{
    static const char *const name[] = {
#define X(name) #name,
        WS_HEARINGS(X)
#undef X
    };

    return value < WS_HEARING_COUNT ? name[value] : "unknown";
}

static int32_t capped(int32_t n)
{
    return n > FAR_SCORE ? FAR_SCORE : n < -FAR_SCORE ? -FAR_SCORE : n;
}

/* What it has before the other candidates. */
static void leads(const ws_opinion *opinion, const ws_finalist *f,
                  int32_t *value)
{
    const ws_candidate *own = &f->all[f->at];
    ws_told told = ws_opinion_of(opinion, own);
    int32_t mention = WS_OPINION_FLOOR;
    int32_t person = WS_OPINION_FLOOR;

    for (uint32_t i = 0; i < f->count; i++) {
        const ws_candidate *c = &f->all[i];
        ws_told other = ws_opinion_of(opinion, c);
        if (c->mention != own->mention && other.mention > mention)
            mention = other.mention;
        if (!ws_is_same_speaker(c, own) && other.person > person)
            person = other.person;
    }
    value[WS_HEARING_HEARD_MENTION] = told.mention;
    value[WS_HEARING_HEARD_PERSON] = told.person;
    value[WS_HEARING_MENTION_LEAD] = told.mention - mention;
    value[WS_HEARING_PERSON_LEAD] = told.person - person;
}

/* The same beside all of the window. */
static void best(const ws_scene *scene, const ws_opinion *opinion,
                 const ws_candidate *c, int32_t *value)
{
    int32_t mention = WS_OPINION_FLOOR;
    int32_t person = WS_OPINION_FLOOR;
    int32_t meant = WS_OPINION_FLOOR;
    int32_t in = 0;

    for (uint32_t i = 0; i < opinion->count; i++) {
        uint32_t m = opinion->which[i];
        if (opinion->mention[i] > mention)
            mention = opinion->mention[i];
        if (opinion->person[i] > person)
            person = opinion->person[i];
        if (m == c->mention)
            in |= 1;
        if (c->person == WHOSAID_NONE || scene->people->of[m] != c->person)
            continue;
        if (opinion->who[i] == c->person)
            in |= 2;
        if (opinion->mention[i] > meant)
            meant = opinion->mention[i];
    }
    value[WS_HEARING_MENTION_BEST] = value[WS_HEARING_HEARD_MENTION] - mention;
    value[WS_HEARING_PERSON_BEST] = value[WS_HEARING_HEARD_PERSON] - person;
    value[WS_HEARING_PERSON_MEANT] = meant;
    value[WS_HEARING_IN_WINDOW] = in;
}

static int32_t agrees(const ws_scene *scene, const ws_candidate *c)
{
    const ws_mention *m = &scene->mentions->mention[c->mention];
    const uint16_t sexes = WS_M_MALE | WS_M_FEMALE;

    if (m->kind != WS_MENTION_PRONOUN || c->person == WHOSAID_NONE)
        return 0;
    const ws_person *p = &scene->people->person[c->person];
    uint32_t own = m->flags & sexes;
    uint32_t its =
        (p->flags & sexes) != 0 ? p->flags & sexes : p->shown & sexes;
    return own == 0 || its == 0 || its == sexes ? 1 : own == its ? 2 : 3;
}

void ws_hearing(const ws_scene *scene, const ws_heard *heard,
                const ws_finalist *f, int16_t value[WS_HEARING_COUNT])
{
    const ws_candidate *c = &f->all[f->at];
    const ws_opinion *opinion = heard->opinion;
    int32_t seen[WS_HEARING_COUNT] = {0};
    bool person = c->person != WHOSAID_NONE && c->person == heard->person;

    leads(opinion, f, seen);
    best(scene, opinion, c, seen);
    seen[WS_HEARING_NONE] = opinion->none;
    seen[WS_HEARING_NOBODY] = opinion->nobody;
    seen[WS_HEARING_HEARD_SPEECH] = capped(opinion->speech);
    seen[WS_HEARING_AGREES] = agrees(scene, c);
    seen[WS_HEARING_FIRST_SURE] = (int32_t)heard->confidence;
    seen[WS_HEARING_FIRST_ITS] = (c->mention == heard->mention) + 2 * person;
    for (uint32_t k = 0; k < WS_HEARING_COUNT; k++)
        value[k] = (int16_t)seen[k];
}

/* Percent, from the logarithm of a chance. */
static uint8_t percent(int32_t log)
{
    return (uint8_t)((ws_model_exp(-log) * 100 + 32768) / 65536);
}

ws_liked ws_hearing_likes(const ws_opinion *opinion)
{
    ws_liked liked = {.mention = WHOSAID_NONE, .person = WHOSAID_NONE};
    int32_t mention = opinion->none;
    int32_t person = opinion->nobody;

    for (uint32_t i = 0; i < opinion->count; i++) {
        if (opinion->mention[i] > mention) {
            mention = opinion->mention[i];
            liked.mention = opinion->which[i];
        }
        if (opinion->who[i] != WHOSAID_NONE && opinion->person[i] > person) {
            person = opinion->person[i];
            liked.person = opinion->who[i];
        }
    }
    liked.mention_chance = percent(mention);
    liked.person_chance = percent(person);
    liked.speech = (uint8_t)((ws_model_chance(opinion->speech) + 50) / 100);
    return liked;
}
