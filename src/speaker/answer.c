/*
 * answer.c - who answers whom: what words say by whom they call, and tags by
 * whom they name.
 *
 *   in   a quotation of a story, who spoke before, a person
 *   out  what it costs that the person speaks it
 *
 * 1. "Yes, sir": a woman did not speak before, nor does one answer "Yes, madam".
 * 2. "Hill, open it.” “I see no key.": where a paragraph is speech without a
 *    tag, whoever was called in the one before speaks.
 * 3. "What is it?” “Look, Hill.": there, whoever is called spoke before.
 * 4. "Look, Hill.": Hill does not say it, unless a tag beside the words does.
 * 5. “...” / “...” / “...,” said Hill: by turns, Hill spoke the first one, too.
 *    What a quotation with such a tag is likely to be is the same after any
 *    past, so what the tag tells of the past must be told here.
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
    UNHEARD = 256,      /* and calls somebody who did not speak */
    SELF = 1024,        /* to be called in one's own words, */
    ANOTHERS = 512,     /* to speak those beside another's name, */
    BROKEN = 256,       /* and to have spoken where the named one would have */
    BESIDE = 1,         /* tokens between a name and its verb */
    INNER = 8           /* quotations inside one, looked at */
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

/* The person whose name is the tag of quotation q, right beside its verb, or
 * NONE: not "[He] kissed Mamma and said". */
static uint32_t named_by(const ws_scene *scene, uint32_t q)
{
    uint32_t tag = scene->talk->by[q];

    if (tag == WHOSAID_NONE ||
        scene->mentions->mention[tag].kind != WS_MENTION_NAME ||
        scene->cues->of[tag] == WHOSAID_NONE)
        return WHOSAID_NONE;
    const ws_mention *m = &scene->mentions->mention[tag];
    const ws_cue *cue = &scene->cues->cue[scene->cues->of[tag]];
    bool close = m->first >= cue->last ? m->first <= cue->last + BESIDE
                                       : cue->first <= m->last + BESIDE;
    return close ? scene->people->of[tag] : WHOSAID_NONE;
}

/* Whether words inside those of quotation q call, as in "She said, 'Hill, ...'":
 * not its own. */
static bool is_inner_call(const ws_scene *scene, uint32_t q)
{
    const ws_quotations *all = scene->quotations;

    if (scene->talk->call[q] == WHOSAID_NONE)
        return false;
    const ws_mention *call = &scene->mentions->mention[scene->talk->call[q]];
    for (uint32_t n = 1; n <= INNER && n < all->count - q; n++) {
        if (all->quotation[q + n].parent != q)
            break;
        ws_place inner = ws_scene_bounds(scene, q + n);
        if (inner.begin <= call->first && call->first < inner.end)
            return true;
    }
    return false;
}

/* Whether somebody but the one who is named beside quotation q spoke two
 * paragraphs before. */
static bool breaks_in(const ws_scene *scene, uint32_t q, const ws_past *past,
                      const ws_place *before)
{
    uint32_t named = named_by(scene, q);

    if (named == WHOSAID_NONE)
        return false;
    for (uint32_t i = 1; i < past->count; i++) {
        ws_place here = ws_scene_bounds(scene, past->turn[i].quotation);
        if (here.first_paragraph == before->first_paragraph)
            continue;
        return here.last_paragraph + 1 == before->first_paragraph &&
               past->turn[i].person != named &&
               past->turn[i].person != WHOSAID_NONE;
    }
    return false;
}

/* What it costs that a person speaks quotation q, whoever spoke before. */
static int32_t own_cost(const ws_scene *scene, uint32_t q, uint32_t id)
{
    uint32_t named = named_by(scene, q);

    if (named != WHOSAID_NONE)
        return named == id ? 0 : ANOTHERS;
    return id != WHOSAID_NONE && scene->talk->called[q] == id &&
                   !is_inner_call(scene, q)
               ? SELF
               : 0;
}

int32_t ws_answer_cost(const ws_scene *scene, uint32_t quotation,
                       const ws_past *past, uint32_t person)
{
    if (!scene->talk->story)
        return 0;
    int32_t cost = own_cost(scene, quotation, person);
    if (past->count == 0)
        return cost;
    ws_place here = ws_scene_place(scene, quotation);
    ws_place before = ws_scene_place(scene, past->turn[0].quotation);

    if (here.first_paragraph != before.last_paragraph + 1)
        return cost;
    if (denies(scene, quotation, person, past))
        cost += MISADDRESSED;
    if (here.opens_paragraph && breaks_in(scene, quotation, past, &before))
        cost += BROKEN;
    if (!here.opens_paragraph || !here.closes_paragraph ||
        scene->talk->tag[quotation] != WHOSAID_NONE)
        return cost;
    if (ignores(scene, person, past))
        cost += UNCALLED;
    if (turns_away(scene, quotation, person, past))
        cost += UNHEARD;
    return cost;
}
