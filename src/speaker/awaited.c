/*
 * awaited.c - he of whom a story tells before it names him.
 *
 *   in   the scene of a story, its people
 *   out  the person of the pronouns before the name
 *
 *   "You came," [he] said. / "I was passing." / ... / "God." [Lane] rubbed his
 *   eyes.
 *
 * Nobody of his sex is told of before the name, and that stands beside words
 * that open a paragraph: one who comes in is named where nobody speaks.
 *
 * Cost: O(mentions). Not here: "after he was freed, Lane" (ahead.c).
 */
#include "speaker/awaited.h"

#include "speaker/rival.h"

enum { AWAITED_TOKENS = 2000 }; /* told before the name, at most */

#define BOTH (WS_M_MALE | WS_M_FEMALE)

/* The first mention outside marks of somebody of a sex, or NONE. */
static uint32_t first_of(const ws_scene *scene, const ws_people *people,
                         uint16_t sex)
{
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        const ws_mention *e = &scene->mentions->mention[m];
        uint32_t id = people->of[m];
        if ((e->flags & WS_M_QUOTED) != 0 || id == WHOSAID_NONE)
            continue;
        if (ws_rival_gender(&people->person[id]) == sex)
            return m;
        if (e->head > AWAITED_TOKENS)
            break;
    }
    return WHOSAID_NONE;
}

/* Whether mention m names a person in a paragraph that words open. */
static bool names_speaker(const ws_scene *scene, const ws_people *people,
                          uint32_t m)
{
    const ws_mention *e = &scene->mentions->mention[m];
    uint32_t here = scene->tokens->token[e->head].paragraph;
    uint8_t type = people->person[people->of[m]].type;

    return e->kind == WS_MENTION_NAME && (e->flags & WS_M_GENITIVE) == 0 &&
           (type == WHOSAID_SOURCE_PERSON || type == WHOSAID_SOURCE_NONE) &&
           scene->pieces->inside[scene->tokens->first[here]] != 0;
}

/* A pronoun of a sex outside marks that means nobody. */
static bool is_awaited(const ws_scene *scene, const ws_people *people,
                       uint32_t m, uint16_t sex)
{
    const ws_mention *e = &scene->mentions->mention[m];

    return e->kind == WS_MENTION_PRONOUN && (e->flags & BOTH) == sex &&
           (e->flags & (WS_M_QUOTED | WS_M_PLURAL)) == 0 &&
           people->of[m] == WHOSAID_NONE;
}

/* "Where is Lane?" he said; "Here," said Lane: he is another. */
static bool is_another(const ws_scene *scene, const ws_people *people,
                       uint32_t named, uint16_t sex)
{
    const ws_mention *mention = scene->mentions->mention;
    const ws_token *token = scene->tokens->token;
    uint32_t he = WHOSAID_NONE;   /* paragraph that tells of him */
    uint32_t told = WHOSAID_NONE; /* in which the name is spoken */
    uint32_t says = WHOSAID_NONE; /* in which he speaks */

    for (uint32_t m = 0; m < named; m++) {
        uint32_t here = token[mention[m].head].paragraph;
        if (is_awaited(scene, people, m, sex)) {
            he = here;
            says = scene->cues->of[m] != WHOSAID_NONE ? here : says;
        } else if (people->of[m] == people->of[named]) {
            told = here;
        }
        if (told != WHOSAID_NONE && told == he)
            return true;
    }
    uint32_t here = token[mention[named].head].paragraph;
    return he == here || (says != WHOSAID_NONE && says + 1 == here);
}

static void join(const ws_scene *scene, ws_people *people, uint16_t sex)
{
    uint32_t named = first_of(scene, people, sex);

    if (named == WHOSAID_NONE || !names_speaker(scene, people, named) ||
        is_another(scene, people, named, sex))
        return;
    uint32_t id = people->of[named];
    for (uint32_t m = 0; m < named; m++) {
        if (!is_awaited(scene, people, m, sex))
            continue;
        people->of[m] = id;
        people->sure[m] = WS_SURE_PRONOUN;
    }
}

void ws_awaited_join(const ws_scene *scene, ws_people *people)
{
    if (scene->tokens->foreign)
        return;
    join(scene, people, WS_M_MALE);
    join(scene, people, WS_M_FEMALE);
}
