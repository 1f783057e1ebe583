/*
 * answer.c - who answers whom: what words say by whom they call.
 *
 *   in   a quotation of a story, who spoke before, a person
 *   out  what it costs that the person speaks it
 *
 * 1. "Yes, sir": a woman did not speak before, nor does one answer "Yes, madam".
 * 2. "Hill, open it.” “I see no key.": where a paragraph is speech without a
 *    tag, whoever was called in the one before speaks.
 * 3. "What is it?” “Look, Hill.": there, whoever is called spoke before.
 *
 * The costs are the best of some tried, by the totals of all stories that are
 * scored.
 *
 * Cost: O(1).
 */
#include "speaker/answer.h"

#include "speaker/rival.h"

enum {
    MISADDRESSED = 256, /* Q8: called a man or a woman as the other is not, */
    UNCALLED = 512,     /* another than the one called answers, */
    UNHEARD = 128       /* and calls somebody who did not speak */
};

/* Whether the words of quotation q, or of the one before, call the other's
 * speaker a man, and she is a woman, or the reverse. */
static bool denies(const ws_scene *scene, uint32_t q, uint32_t id,
                   const ws_past *past)
{
    const ws_person *person = scene->people->person;
    const uint16_t *sex = scene->talk->sex;
    uint32_t other = past->turn[0].person;

    return id != WHOSAID_NONE && other != WHOSAID_NONE && id != other &&
           (ws_opposed(sex[q], ws_rival_gender(&person[other])) ||
            ws_opposed(sex[past->turn[0].quotation],
                       ws_rival_gender(&person[id])));
}

/* Whether one whom the words before call does not answer. */
static bool ignores(const ws_scene *scene, uint32_t id, const ws_past *past)
{
    uint32_t called = scene->talk->called[past->turn[0].quotation];

    return called != WHOSAID_NONE && called != past->turn[0].person &&
           called != id;
}

/* Whether the words of quotation q call somebody who did not speak before. */
static bool turns_away(const ws_scene *scene, uint32_t q, uint32_t id,
                       const ws_past *past)
{
    uint32_t called = scene->talk->called[q];

    return called != WHOSAID_NONE && called != id &&
           past->turn[0].person != WHOSAID_NONE &&
           called != past->turn[0].person;
}

int32_t ws_answer_cost(const ws_scene *scene, uint32_t quotation,
                       const ws_past *past, uint32_t person)
{
    if (!scene->talk->story || past->count == 0)
        return 0;
    ws_place here = ws_scene_place(scene, quotation);
    ws_place before = ws_scene_place(scene, past->turn[0].quotation);
    int32_t cost = 0;

    if (here.first_paragraph != before.last_paragraph + 1)
        return 0;
    if (denies(scene, quotation, person, past))
        cost += MISADDRESSED;
    if (!here.opens_paragraph || !here.closes_paragraph ||
        scene->talk->tag[quotation] != WHOSAID_NONE)
        return cost;
    if (ignores(scene, person, past))
        cost += UNCALLED;
    if (turns_away(scene, quotation, person, past))
        cost += UNHEARD;
    return cost;
}
