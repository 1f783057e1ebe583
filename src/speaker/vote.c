/*
 * vote.c - people of unknown gender take the one that their pronouns show.
 *
 *   in   pronouns with their people and with whom else each may mean
 *   out  shown of those people
 *
 * Where he and she were both said of one name, only the pronouns without a
 * doubt count: those that can mean nobody else of that gender.
 *
 * Cost: O(mentions + people).
 */
#include "speaker/vote.h"

enum { GENDER_VOTES = 2 }; /* pronouns that show a person's gender */

#define BOTH (WS_M_MALE | WS_M_FEMALE)

void ws_votes_forget(ws_people *people)
{
    for (uint32_t i = 0; i < people->count; i++)
        people->person[i].he = people->person[i].she = 0;
}

/* One gender, not both or none. */
static bool is_one(uint16_t flags)
{
    return (flags & BOTH) == WS_M_MALE || (flags & BOTH) == WS_M_FEMALE;
}

/* Whether a pronoun may as well mean another who is known to be a man or a
 * woman, as it says. */
static bool is_doubted(const ws_people *people, uint32_t m, uint16_t gender)
{
    const ws_meant *meant = &people->meant[m];

    for (uint32_t k = 0; k < meant->count; k++) {
        uint32_t id = meant->person[k];
        if (id != people->of[m] &&
            (ws_rival_gender(&people->person[id]) & BOTH) == gender)
            return true;
    }
    return false;
}

/* The genders of those whom a short text names: each is about from beginning
 * to end, and a pronoun may mean one who is named too far back to be a rival. */
static uint16_t about(const ws_stage *s, const ws_people *people)
{
    uint16_t genders = 0;

    for (uint32_t i = 0; s->tokens->count < WS_ARTICLE && i < people->count;
         i++) {
        const ws_person *person = &people->person[i];
        if (is_one(person->flags) && person->outside > 0 &&
            s->mentions->mention[person->mention].kind == WS_MENTION_NAME)
            genders |= person->flags & BOTH;
    }
    return genders;
}

/* Count the pronouns that mean each person: all, or those without a doubt. */
static void count_votes(const ws_stage *s, bool all, ws_people *people)
{
    uint16_t doubted = all ? 0 : about(s, people);

    ws_votes_forget(people);
    for (uint32_t m = 0; m < s->mentions->count; m++) {
        const ws_mention *mention = &s->mentions->mention[m];
        uint32_t id = people->of[m];
        uint16_t gender = mention->flags & BOTH;
        if (mention->kind != WS_MENTION_PRONOUN || id == WHOSAID_NONE ||
            !is_one(gender) || (doubted & gender) != 0 ||
            (!all && is_doubted(people, m, gender)))
            continue;
        people->person[id].he += gender == WS_M_MALE;
        people->person[id].she += gender == WS_M_FEMALE;
    }
}

/* Those of unknown gender take the one that enough of the pronouns show, and
 * more than twice as many as the other: of those that they may take. */
static bool take_votes(ws_people *people, bool all)
{
    const uint32_t enough = all ? GENDER_VOTES : 1;
    bool changed = false;

    for (uint32_t i = 0; i < people->count; i++) {
        ws_person *person = &people->person[i];
        uint16_t may = all ? BOTH : person->torn;
        if (is_one(person->flags) || person->shown != 0)
            continue;
        if (person->he >= enough && person->he > 2 * person->she)
            person->shown = may & WS_M_MALE;
        if (person->she >= enough && person->she > 2 * person->he)
            person->shown = may & WS_M_FEMALE;
        changed = changed || person->shown != 0;
    }
    return changed;
}

static void find_torn(ws_people *people)
{
    for (uint32_t i = 0; i < people->count; i++) {
        ws_person *person = &people->person[i];
        person->torn = 0;
        if (person->he == 0 || person->she == 0)
            continue;
        person->torn |= person->he >= person->she ? WS_M_MALE : 0;
        person->torn |= person->she >= person->he ? WS_M_FEMALE : 0;
    }
}

/* People of unknown gender: by the pronouns that mean them; where these do not
 * agree, by those that can mean nobody else. */
bool ws_votes_count(const ws_stage *s, ws_people *people)
{
    count_votes(s, true, people);
    find_torn(people);
    bool by_all = take_votes(people, true);
    count_votes(s, false, people);
    bool by_sure = take_votes(people, false);
    count_votes(s, true, people);
    return by_all || by_sure;
}
