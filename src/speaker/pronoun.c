/*
 * pronoun.c - whom a pronoun means.
 *
 *   in   mentions with their people, cues
 *   out  the person of each pronoun, and how surely
 *
 * 1. For each pronoun the people named before it are gathered (rival.c).
 * 2. Each is weighed by a linear model: how near, how it stands there
 *    (subject, object, owner), whether it has just spoken, how often the
 *    document names it (the kinds of evidence of Lappin and Leass 1994; the
 *    weights are learned). Near quotations, where the two best are close,
 *    trees look at what speaks for each (claim.c). A pronoun resolved is itself a mention for
 *    those that follow.
 * 3. Some are told by where they stand: the only one of whom the paragraph has
 *    told, in a story the subject of the sentence before (beat.c); "Sood said he"; "they" who is one, "it" that is a letter.
 * 4. A person of unknown gender takes the one that its pronouns show, and
 *    the pronouns are weighed once more. "Mary shook his head", several times,
 *    tells before all that that Mary is a man, whatever the lists say.
 *
 * Cost: linear; every search is bounded.
 */
#include "speaker/pronoun.h"

#include "speaker/acted.h"
#include "speaker/ahead.h"
#include "speaker/arrived.h"
#include "speaker/asker.h"
#include "speaker/beat.h"
#include "speaker/calling.h"
#include "speaker/gender.h"
#include "speaker/nearest.h"
#include "speaker/neuter.h"
#include "speaker/presented.h"
#include "speaker/sayer.h"
#include "speaker/unnamed.h"
#include "speaker/vote.h"
#include "speaker/writer.h"

enum {
    OWNED = 2,          /* mentions to what a name owns */
    PASSING = 50,       /* mentions of somebody without a name in passing */
    PASSING_COST = 512, /* Q8 */
    ABSENT_COST = 512,  /* of somebody who is only talked of */
    JUST_LEAD = 1024,   /* of the subject before to the next, Q8 */
    HERE_LEAD = 1024,   /* of the one preferred to the next, Q8 */
    SAID_LEAD = 256,    /* of one who said that he ... */
    LATE_LEAD = 512,    /* of whom an obituary tells */
    ONE_LEAD = 4 * 256, /* of the one called they */
    HERE_MENTIONS = 24  /* looked at in a pronoun's paragraph */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

ws_resolver ws_resolver_learned(bool glued)
{
    return (ws_resolver){&ws_model_pronoun[glued], &ws_forest_pronoun[glued]};
}

/* Keep the likeliest of rivals, which are in order. */
static void keep(ws_meant *meant, const ws_rival *rival, uint32_t count)
{
    meant->count = 0;
    while (meant->count < WS_MEANT && meant->count < count) {
        const ws_rival *r = &rival[meant->count];
        int32_t drop = rival[0].score - r->score;
        meant->person[meant->count] = r->person;
        meant->drop[meant->count++] =
            (uint16_t)(drop > UINT16_MAX ? UINT16_MAX : drop);
    }
}

/* "The visitor", in a long story once or twice: seldom whom a pronoun means,
 * where people with names are about. */
static int32_t passing(const ws_stage *s, uint32_t id)
{
    const ws_person *person = &s->people->person[id];

    return s->tokens->count >= WS_ARTICLE && person->nouns <= PASSING &&
                   s->mentions->mention[person->mention].kind ==
                       WS_MENTION_NOMINAL
               ? PASSING_COST
               : 0;
}

/* Somebody of whom a story's people only talk is seldom whom its teller means.
 */
static int32_t absent(const ws_stage *s, uint32_t id)
{
    return s->story && s->people->person[id].outside == 0 ? ABSENT_COST : 0;
}

uint32_t ws_pronoun_linear(const ws_stage *stage, const ws_model *model,
                           uint32_t pronoun, ws_rival rival[WS_RIVALS])
{
    uint32_t count = ws_rivals_gather(stage, pronoun, rival);

    for (uint32_t i = 0; i < count; i++) {
        rival[i].score =
            ws_model_score(model, rival[i].feature, WS_PRONOUN_BLOCK_COUNT) -
            passing(stage, rival[i].person) - absent(stage, rival[i].person);
        if (stage->people->person[rival[i].person].late)
            rival[i].score += LATE_LEAD;
    }
    (void)ws_claimants(rival, count);
    return count;
}

bool ws_pronoun_doubts(const ws_rival *rival, uint32_t count)
{
    return count > 1 && rival[0].score - rival[1].score < WS_PRONOUN_DOUBT;
}

/* Whether a quotation begins in the pronoun's sentence or beside it, and the
 * pronoun is not part of one: whom it means elsewhere matters little. */
static bool is_near(const ws_stage *s, uint32_t pronoun)
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    const ws_sentence *sentence = s->sentences->sentence;
    uint32_t at = s->sentences->of[p->head];
    uint32_t first = sentence[at == 0 ? 0 : at - 1].first;
    uint32_t last = sentence[at + 1 < s->sentences->count ? at + 1 : at].last;

    return (p->flags & WS_M_QUOTED) == 0 &&
           s->pieces->opened[last] > s->pieces->opened[first];
}

_Static_assert((int)WS_CLAIM_COUNT <= (int)WS_FOREST_VALUES,
               "all are asked at once");

/* The rivals with the scores of both, the likeliest first; those that the
 * trees did not look at are left out. */
static uint32_t rank(const ws_stage *s, const ws_resolver *resolver,
                     uint32_t pronoun, ws_rival rival[WS_RIVALS])
{
    uint32_t count = ws_pronoun_linear(s, resolver->model, pronoun, rival);
    int32_t trees[WS_CLAIMANTS];
    int16_t value[WS_CLAIMANTS][WS_CLAIM_COUNT] = {{0}};

    if (resolver->forest->trees == 0 || !is_near(s, pronoun) ||
        !ws_pronoun_doubts(rival, count))
        return count;
    uint32_t kept = ws_claims(s, pronoun, rival, count, value);
    ws_forest_scores(resolver->forest, value[0], WS_CLAIM_COUNT, kept, trees);
    for (uint32_t i = 0; i < kept; i++)
        rival[i].score += trees[i];
    return ws_claimants(rival, kept);
}

/* Whether mention q is part of the role of one just before it. */
static bool in_role(const ws_stage *s, uint32_t q)
{
    uint32_t head = s->mentions->mention[q].head;

    for (uint32_t n = 0, k = q; n < 4 && k > 0; n++) {
        const ws_mention *m = &s->mentions->mention[--k];
        if (m->role <= head && head < m->role_end && m->head < head)
            return true;
    }
    return false;
}

/* Whether mention q stands only to say who another is: Ana in "Ana's mother",
 * "Jo Hill, Ana's mother,", "Jo Hill, whose daughter Ana died,". */
static bool tells_of_another(const ws_stage *s, uint32_t q)
{
    const ws_mention *m = &s->mentions->mention[q];
    const ws_token *token = s->tokens->token;

    if (m->first > 0 &&
        ws_token_listed(s->text->bytes, &token[m->first - 1], WS_LIST_WHOSE))
        return true;
    /* "her" is an object too, by its form: "her sister" tells */
    bool owns =
        (m->flags & WS_M_GENITIVE) != 0 || m->kind == WS_MENTION_PRONOUN;
    for (uint32_t k = q + 1; owns && k < s->mentions->count && k <= q + OWNED;
         k++)
        if (s->mentions->mention[k].first == m->first &&
            s->people->of[k] != WHOSAID_NONE)
            return true;
    return in_role(s, q);
}

/* "his sister", "he called [himself] Luis": a pronoun that tells of nobody whom
 * another mention does not tell of. */
static bool is_by_the_way(const ws_stage *s, const ws_mention *p)
{
    return p->kind == WS_MENTION_PRONOUN &&
           ((p->flags & WS_M_GENITIVE) != 0 ||
            (s->tokens->count < WS_ARTICLE &&
             ws_token_listed(s->text->bytes, &s->tokens->token[p->first],
                             WS_LIST_REFLEXIVE)));
}

/* "Ben Sood, an analyst, was less sure. “...,” he said": the only rival of whom
 * the pronoun's paragraph has told, by its place, or NONE. */
static uint32_t told_here(const ws_stage *s, uint32_t pronoun,
                          const ws_rival *rival, uint32_t count)
{
    const ws_mention *mention = s->mentions->mention;
    const ws_token *token = s->tokens->token;
    uint32_t here = token[mention[pronoun].head].paragraph;
    uint32_t found = WHOSAID_NONE;

    for (uint32_t n = 1; n <= HERE_MENTIONS && n <= pronoun; n++) {
        uint32_t q = pronoun - n;
        uint32_t i = 0;
        if (token[mention[q].head].paragraph != here)
            break;
        /* nor whose daughter she is */
        if ((mention[q].flags & WS_M_QUOTED) != 0 ||
            is_by_the_way(s, &mention[q]) || tells_of_another(s, q))
            continue;
        while (i < count && rival[i].person != s->people->of[q])
            i++;
        if (i == count || i == found)
            continue;
        if (found != WHOSAID_NONE)
            return WHOSAID_NONE;
        found = i;
    }
    return found;
}

/* "Lampe räumte die Niederlage ein. “...”, meinte er": in another language,
 * the rival who is the first of whom the sentence before tells, or NONE. */
static uint32_t told_just_before(const ws_stage *s, uint32_t pronoun,
                                 const ws_rival *rival, uint32_t count)
{
    const uint16_t governed = WS_M_OBJECT | WS_M_AFTER_PREPOSITION |
                              WS_M_GENITIVE | WS_M_NESTED | WS_M_QUOTED |
                              WS_M_RELATIVE;
    const ws_mention *mention = s->mentions->mention;
    const uint32_t *of = s->sentences->of;
    uint32_t own = of[mention[pronoun].head];
    uint32_t found = WHOSAID_NONE;

    for (uint32_t n = 1; n <= HERE_MENTIONS && n <= pronoun; n++) {
        const ws_mention *m = &mention[pronoun - n];
        if (of[m->head] + 1 < own ||
            s->tokens->token[m->head].paragraph !=
                s->tokens->token[mention[pronoun].head].paragraph)
            break;
        if ((m->flags & governed) != 0 || m->kind == WS_MENTION_PRONOUN ||
            m->type == WHOSAID_SOURCE_BODY)
            continue;
        if (of[m->head] == own)
            return WHOSAID_NONE;
        uint32_t id = s->people->of[pronoun - n];
        bool thing = m->kind == WS_MENTION_NAME && id != WHOSAID_NONE &&
                     s->people->person[id].type == WHOSAID_SOURCE_NONE &&
                     m->last - m->first == 1; /* "Zwischenrufe" */
        if (thing)
            continue;
        found = WHOSAID_NONE;
        for (uint32_t i = 0; i < count; i++)
            if (rival[i].person == id)
                found = i;
    }
    return found;
}

/* "Sood said he had not slept": the sayer's place among the rivals of a he or
 * she right behind a verb of speech, or NONE. */
static uint32_t sayer(const ws_stage *s, uint32_t pronoun,
                      const ws_rival *rival, uint32_t count)
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    const ws_token *token = s->tokens->token;
    uint32_t verb = p->first;

    if ((p->flags & (WS_M_OBJECT | WS_M_GENITIVE)) != 0 || verb < 2)
        return WHOSAID_NONE;
    bool that = WS_IS(token[verb - 1].lex, THAT);
    verb -= that ? 2 : 1;
    uint32_t c = s->cues->at[verb];
    /* "Sood told the paper that he" */
    const ws_mention *heard = pronoun > 0 ? p - 1 : p;
    if (that && heard->close == p->first - 1 && heard->first > 0 &&
        (c >= s->cues->count || s->cues->cue[c].first != verb)) {
        verb = heard->first - 1;
        c = s->cues->at[verb];
    }
    if (c >= s->cues->count || s->cues->cue[c].first != verb ||
        s->cues->cue[c].kind != WS_CUE_VERB ||
        s->cues->cue[c].found != WS_SUBJECT_CLOSE ||
        s->cues->cue[c].subject == WHOSAID_NONE)
        return WHOSAID_NONE;
    for (uint32_t i = 0; i < count; i++)
        if (rival[i].person == s->people->of[s->cues->cue[c].subject])
            return i;
    return WHOSAID_NONE;
}

/* "Kerith Dall smiled. “...,” she said": whether a person, whose name tells no
 * sex, is named in full in the pronoun's paragraph, outside the marks. */
static bool is_new_here(const ws_stage *s, uint32_t pronoun, uint32_t id)
{
    const ws_mention *mention = s->mentions->mention;
    const ws_person *person = &s->people->person[id];
    const ws_mention *full = &mention[person->mention];

    return !s->story && !s->tokens->foreign &&
           person->type != WHOSAID_SOURCE_BODY &&
           full->kind == WS_MENTION_NAME && full->name_end > full->name + 1 &&
           person->mention < pronoun &&
           (full->flags & (WS_M_QUOTED | WS_M_GENITIVE | WS_M_NESTED |
                           WS_M_OBJECT | WS_M_AFTER_PREPOSITION)) == 0 &&
           s->tokens->token[full->head].paragraph ==
               s->tokens->token[mention[pronoun].head].paragraph;
}

/* A pronoun that speaks means the only one of whom its paragraph has told,
 * where the gender is known to agree, whoever spoke before. */
static void prefer_here(const ws_stage *s, uint32_t pronoun, ws_rival *rival,
                        uint32_t count)
{
    bool speaks = s->cues->of[pronoun] != WHOSAID_NONE;
    int32_t lead = speaks ? HERE_LEAD : SAID_LEAD;

    if (count < 2)
        return;
    uint32_t at = speaks ? told_here(s, pronoun, rival, count)
                         : sayer(s, pronoun, rival, count);
    if (at != WHOSAID_NONE &&
        ws_rival_gender(&s->people->person[rival[at].person]) == 0 &&
        !(speaks && is_new_here(s, pronoun, rival[at].person)))
        at = WHOSAID_NONE;
    if (at == WHOSAID_NONE && speaks) {
        uint32_t id = ws_sayer_before(s, pronoun);
        for (uint32_t i = 0; id != WHOSAID_NONE && i < count; i++)
            if (rival[i].person == id)
                at = i;
    }
    if (at == WHOSAID_NONE && speaks && s->tokens->foreign) {
        at = told_just_before(s, pronoun, rival, count);
        lead = JUST_LEAD;
    }
    if (at == WHOSAID_NONE)
        return;
    ws_rival best = rival[at];
    int32_t score = best.score;
    best.score = rival[0].score + lead;
    rival[at] = rival[0];
    rival[at].score = at == 0 ? best.score : score;
    rival[0] = best;
}

/* "He told Lane": he is not Lane. Leave out who hears; how many are left. */
static uint32_t without_hearer(const ws_stage *s, uint32_t pronoun,
                               ws_rival *rival, uint32_t count)
{
    uint32_t cue = s->cues->of[pronoun];
    uint32_t hearer =
        cue != WHOSAID_NONE ? s->cues->cue[cue].hearer : WHOSAID_NONE;
    uint32_t kept = 0;

    if (hearer == WHOSAID_NONE || s->people->of[hearer] == WHOSAID_NONE ||
        s->mentions->mention[hearer].kind != WS_MENTION_NAME)
        return count;
    for (uint32_t i = 0; i < count; i++)
        if (rival[i].person != s->people->of[hearer])
            rival[kept++] = rival[i];
    return kept;
}

/* "Hill once called her": she is not Hill. Leave out who acts; how many are
 * left. */
static uint32_t without_actor(const ws_stage *s, uint32_t pronoun,
                              ws_rival *rival, uint32_t count)
{
    uint32_t actor = count > 1 ? ws_acts_on(s, pronoun) : WHOSAID_NONE;
    uint32_t kept = 0;

    for (uint32_t i = 0; i < count; i++)
        if (rival[i].person != actor)
            rival[kept++] = rival[i];
    return kept;
}

/* "“And Ana?” asked Ruiz. / “She is well,” he said": he is not Ruiz. Leave out
 * who asked, where there are others; how many are left. */
static uint32_t without_asker(const ws_stage *s, uint32_t pronoun,
                              ws_rival *rival, uint32_t count)
{
    const uint16_t flags = s->mentions->mention[pronoun].flags;
    uint32_t kept = 0;

    if (count < 2 || (flags & BOTH) == 0 ||
        s->cues->of[pronoun] == WHOSAID_NONE)
        return count;
    uint32_t asked = ws_asked_by(s, pronoun);
    if (asked == WHOSAID_NONE)
        asked = ws_asker(s, s->mentions->mention[pronoun].head);
    if (asked == WHOSAID_NONE)
        asked = ws_asking_before(s, pronoun).asker;
    if (asked == WHOSAID_NONE)
        return count;
    for (uint32_t i = 0; i < count; i++)
        if (rival[i].person != asked)
            rival[kept++] = rival[i];
    return kept;
}

/* The place among the rivals of the one who is called they, where no group was
 * told of since; or NONE. */
static uint32_t called_they(const ws_stage *s, const ws_rival *rival,
                            uint32_t count)
{
    uint32_t found = WHOSAID_NONE;

    for (uint32_t i = 0; i < count; i++)
        if (s->people->person[rival[i].person].they &&
            (found == WHOSAID_NONE || rival[i].nearest > rival[found].nearest))
            found = i;
    for (uint32_t i = 0; i < count && found != WHOSAID_NONE; i++)
        if (s->people->person[rival[i].person].type == WHOSAID_SOURCE_GROUP &&
            rival[i].nearest > rival[found].nearest)
            found = WHOSAID_NONE;
    return found;
}

/* "A neighbour said they had not slept. “...,” they added": the unnamed one,
 * neither he nor she, who spoke last before, nobody else and no group between;
 * or NONE. A mention. */
static uint32_t unnamed_before(const ws_stage *s, uint32_t pronoun)
{
    const ws_mention *mention = s->mentions->mention;
    const ws_token *token = s->tokens->token;
    uint32_t here = token[mention[pronoun].head].paragraph;

    for (uint32_t n = 1; n <= HERE_MENTIONS && n <= pronoun; n++) {
        uint32_t q = pronoun - n;
        uint32_t id = s->people->of[q];
        if (token[mention[q].head].paragraph + 1 < here)
            break;
        if ((mention[q].flags & WS_M_QUOTED) != 0)
            continue;
        bool one = id != WHOSAID_NONE &&
                   s->people->person[id].type == WHOSAID_SOURCE_ANONYMOUS &&
                   (s->people->person[id].flags & (BOTH | WS_M_PLURAL)) == 0;
        if (mention[q].kind == WS_MENTION_PRONOUN) {
            if (s->cues->of[q] != WHOSAID_NONE &&
                (mention[q].flags & WS_M_NEUTER) == 0)
                return one ? q : WHOSAID_NONE;
            continue;
        }
        if ((mention[q].flags & WS_M_PLURAL) != 0 ||
            mention[q].type == WHOSAID_SOURCE_GROUP)
            break;
        if ((mention[q].type == WHOSAID_SOURCE_NONE ||
             mention[q].type == WHOSAID_SOURCE_DOCUMENT) &&
            mention[q].kind == WS_MENTION_NOMINAL)
            continue; /* "said the policy could return" */
        bool opens =
            mention[q].first ==
            s->sentences->sentence[s->sentences->of[mention[q].head]].first;
        if (s->cues->of[q] != WHOSAID_NONE || (opens && one))
            return one ? q : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}

/* Put a person in front of all rivals, who stands at place at, or at NONE.
 * Returns how many there are. */
static uint32_t put_first(ws_rival *rival, uint32_t count, uint32_t at,
                          uint32_t person)
{
    int32_t score = count == 0 ? 0 : rival[0].score + ONE_LEAD;

    if (at == WHOSAID_NONE) {
        count += count < WS_RIVALS;
        at = count - 1;
    }
    for (; at > 0; at--)
        rival[at] = rival[at - 1];
    rival[0].person = person;
    rival[0].score = score;
    return count;
}

/* "Ana Ruiz sent a card. It read: “...”": who wrote it, if a person is told; or
 * NONE. */
static uint32_t written_before(const ws_stage *s, uint32_t pronoun,
                               const ws_people *people)
{
    uint32_t writer = ws_writer_of_it(s, pronoun);
    uint32_t id = writer != WHOSAID_NONE ? people->of[writer] : WHOSAID_NONE;

    return id != WHOSAID_NONE &&
                   people->person[id].type == WHOSAID_SOURCE_PERSON
               ? id
               : WHOSAID_NONE;
}

/* "They" that is one, and "it" that is a letter, go before all rivals; returns
 * how many there are. */
static uint32_t prefer_one(const ws_stage *s, uint32_t pronoun, ws_rival *rival,
                           uint32_t count, ws_people *people)
{
    const uint16_t flags = s->mentions->mention[pronoun].flags;
    bool they = (flags & WS_M_PLURAL) != 0;
    uint32_t at = they ? called_they(s, rival, count) : WHOSAID_NONE;
    uint32_t one = WHOSAID_NONE;

    if ((flags & (WS_M_PLURAL | WS_M_NEUTER)) == 0 || (flags & BOTH) != 0)
        return count;
    bool speaks = s->cues->of[pronoun] != WHOSAID_NONE && !s->tokens->foreign;
    if (speaks && !they)
        one = written_before(s, pronoun, people);
    if (speaks && !they && one == WHOSAID_NONE)
        one = ws_neuter_document(s, pronoun, people);
    if (speaks && !they && one == WHOSAID_NONE)
        one = ws_neuter_named(s, pronoun, rival, count);
    uint32_t unnamed =
        speaks && they ? unnamed_before(s, pronoun) : WHOSAID_NONE;
    if (unnamed != WHOSAID_NONE &&
        (at == WHOSAID_NONE || unnamed > rival[at].nearest)) {
        one = people->of[unnamed];
        at = WHOSAID_NONE;
    } else if (at != WHOSAID_NONE) {
        one = rival[at].person;
    }
    if (one == WHOSAID_NONE)
        return count;
    return put_first(rival, count, at, one);
}

/* In an obituary he who speaks is the one whose life it tells, rather than "a
 * tutor" in passing; returns how many rivals there are. */
static uint32_t prefer_late(const ws_stage *s, uint32_t pronoun,
                            ws_rival *rival, uint32_t count)
{
    const ws_person *person = s->people->person;
    uint32_t at = 0;

    if (count < 2 || s->cues->of[pronoun] == WHOSAID_NONE ||
        s->mentions->mention[person[rival[0].person].mention].kind !=
            WS_MENTION_NOMINAL)
        return count;
    while (at < count && !person[rival[at].person].late)
        at++;
    return at < count ? put_first(rival, count, at, rival[at].person) : count;
}

/* "From her hospital bed, Dorr said": she who is named ahead, was asked, or
 * has just spoken without a name, goes before all rivals; returns how many
 * there are. */
static uint32_t prefer_ahead(const ws_stage *s, uint32_t pronoun,
                             ws_rival *rival, uint32_t count)
{
    uint32_t ahead = ws_named_ahead(s, pronoun);
    uint32_t at = 0;

    if (ahead == WHOSAID_NONE)
        ahead = ws_nearest_told(s, pronoun);
    if (ahead == WHOSAID_NONE)
        ahead = ws_asked_here(s, pronoun);
    if (ahead == WHOSAID_NONE)
        ahead = ws_answers(s, pronoun);
    if (ahead == WHOSAID_NONE && s->cues->of[pronoun] != WHOSAID_NONE)
        ahead = ws_asking_before(s, pronoun).asked;
    if (ahead == WHOSAID_NONE)
        ahead = ws_arrived(s, pronoun);
    if (ahead == WHOSAID_NONE) { /* named people would outweigh him */
        ahead = ws_unnamed_before(s, pronoun);
        count = ahead == WHOSAID_NONE ? count : 0;
    }
    if (ahead == WHOSAID_NONE)
        return count;
    while (at < count && rival[at].person != ahead)
        at++;
    return put_first(rival, count, at < count ? at : WHOSAID_NONE, ahead);
}

/* "Crane took off his hat. “Well,” he said": Crane, of whom the story has just
 * told, goes before all rivals; returns how many there are. */
static uint32_t prefer_beat(const ws_stage *s, uint32_t pronoun,
                            ws_rival *rival, uint32_t count)
{
    uint32_t subject = s->story ? ws_beat_subject(s, pronoun) : WHOSAID_NONE;
    uint32_t at = 0;

    if (subject == WHOSAID_NONE)
        return count;
    while (at < count && rival[at].person != s->people->of[subject])
        at++;
    return at < count ? put_first(rival, count, at, rival[at].person) : count;
}

/* "“I'm Ana Ruiz,” she said": as whom she makes herself known, goes before all
 * rivals of a story. */
static uint32_t prefer_presented(const ws_stage *s, uint32_t pronoun,
                                 ws_rival *rival, uint32_t count)
{
    uint32_t id = s->story ? ws_presented_as(s, pronoun) : WHOSAID_NONE;
    uint32_t at = 0;

    if (id == WHOSAID_NONE)
        return count;
    while (at < count && rival[at].person != id)
        at++;
    return put_first(rival, count, at < count ? at : WHOSAID_NONE, id);
}

/* Nor is he one whom a story has him call, or speak of, who is named nowhere but
 * between marks: leave out those; how many are left. */
static uint32_t without_called(const ws_stage *s, uint32_t pronoun,
                               ws_rival *rival, uint32_t count)
{
    uint32_t kept = 0;

    if (!s->story || s->cues->of[pronoun] == WHOSAID_NONE)
        return count;
    uint32_t self = ws_presented_as(s, pronoun);
    for (uint32_t i = 0; i < count; i++) {
        bool told = (ws_rival_apart(s, pronoun, rival[i].person) &
                     WS_APART_TALKED) != 0 &&
                    rival[i].quoted == rival[i].count &&
                    rival[i].person != self && ws_rival_aloud(s, pronoun);
        if (!told && !ws_calling_names(s, pronoun, rival[i].person))
            rival[kept++] = rival[i];
    }
    return kept;
}

/* "“I have not met Mr Lee,” he said": he is not Lee. Leave him out; how many are
 * left. */
static uint32_t without_titled(const ws_stage *s, uint32_t pronoun,
                               ws_rival *rival, uint32_t count)
{
    uint32_t kept = 0;

    if (s->story || count < 2)
        return count;
    for (uint32_t i = 0; i < count; i++)
        if (!ws_calling_titles(s, pronoun, rival[i].person))
            rival[kept++] = rival[i];
    return kept;
}

static void resolve(const ws_stage *s, uint32_t pronoun,
                    const ws_resolver *resolver, ws_people *people)
{
    ws_rival rival[WS_RIVALS];
    uint32_t count = rank(s, resolver, pronoun, rival);

    count = without_hearer(s, pronoun, rival, count);
    count = without_actor(s, pronoun, rival, count);
    count = without_called(s, pronoun, rival, count);
    count = without_titled(s, pronoun, rival, count);
    count = without_asker(s, pronoun, rival, count);
    prefer_here(s, pronoun, rival, count);
    count = prefer_late(s, pronoun, rival, count);
    count = prefer_beat(s, pronoun, rival, count);
    count = prefer_ahead(s, pronoun, rival, count);
    count = prefer_one(s, pronoun, rival, count, people);
    count = prefer_presented(s, pronoun, rival, count);
    people->of[pronoun] = WHOSAID_NONE;
    people->sure[pronoun] = WS_SURE_NONE;
    keep(&people->meant[pronoun], rival, count);
    if (count == 0)
        return;
    people->of[pronoun] = rival[0].person;
    people->sure[pronoun] =
        (uint8_t)(count == 1 ? WS_SURE_ONLY : WS_SURE_PRONOUN);
}

/* A mention of people, by its words: not "the discussion", nor Florida. */
static bool is_somebody(const ws_stage *s, const ws_mention *m)
{
    const ws_lex people = WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) |
                          WS_LEX_BIT(ANONYMOUS) | WS_LEX_BIT(TITLE) |
                          WS_LEX_BIT(NATIONALITY);

    if (m->kind == WS_MENTION_NAME)
        return m->type == WHOSAID_SOURCE_PERSON;
    return m->kind == WS_MENTION_NOMINAL &&
           (s->tokens->token[m->head].lex & people) != 0;
}

/* "Rubio of Florida, who", "a Democrat at the meeting, who": of mention q
 * beside "who" the one on whom it hangs, where only that one is somebody. */
static uint32_t bearer_of(const ws_stage *s, uint32_t q, const ws_mention *who)
{
    if (is_somebody(s, &s->mentions->mention[q]))
        return q;
    for (uint32_t n = 1; n <= 3 && n <= q; n++) {
        const ws_mention *m = &s->mentions->mention[q - n];
        if ((m->flags & WS_M_QUOTED) == 0 && m->close + 1 >= who->first &&
            is_somebody(s, m))
            return q - n;
    }
    return q;
}

/* "who": the mention just before it. */
static void resolve_relative(const ws_stage *s, uint32_t pronoun,
                             ws_people *people)
{
    const ws_mention *who = &s->mentions->mention[pronoun];
    uint32_t q = pronoun;

    people->of[pronoun] = WHOSAID_NONE;
    people->sure[pronoun] = WS_SURE_NONE;
    for (uint32_t n = 0; n < 5 && q > 0; n++) {
        const ws_mention *m = &s->mentions->mention[--q];
        if (s->sentences->of[m->head] != s->sentences->of[who->head])
            return; /* "Another, who would not be named, said" */
        /* "Ana Ruiz, professor at Brill, who": not Brill */
        bool beside = m->last + 1 >= who->first && !in_role(s, q);
        if ((m->flags & WS_M_QUOTED) != 0 ||
            ((m->flags & WS_M_NESTED) != 0 && !beside))
            continue;
        q = bearer_of(s, q, who);
        people->of[pronoun] = people->of[q];
        people->sure[pronoun] = people->sure[q];
        return;
    }
}

/* "Someone", "everybody": nobody whom the text tells of. */
static bool is_indefinite(const ws_stage *s, const ws_mention *m)
{
    const uint16_t told = BOTH | WS_M_PLURAL | WS_M_NEUTER | WS_M_RELATIVE;

    return !s->tokens->foreign && (m->flags & told) == 0 &&
           WS_IS(s->tokens->token[m->head].lex, SUBJECT) &&
           WS_IS(s->tokens->token[m->head].lex, OBJECT);
}

static void resolve_all(const ws_stage *s, const ws_resolver *resolver,
                        int which, ws_people *people)
{
    for (uint32_t m = 0; m < s->mentions->count; m++) {
        const ws_mention *mention = &s->mentions->mention[m];
        if (mention->kind != WS_MENTION_PRONOUN ||
            (mention->flags & (WS_M_FIRST | WS_M_SECOND)) != 0)
            continue;
        int kind = (mention->flags & (BOTH | WS_M_RELATIVE)) != 0
                       ? WS_PRONOUNS_GENDERED
                       : WS_PRONOUNS_OTHER;
        if ((kind & which) == 0)
            continue;
        if (is_indefinite(s, mention))
            continue;
        if ((mention->flags & WS_M_RELATIVE) != 0)
            resolve_relative(s, m, people);
        else
            resolve(s, m, resolver, people);
    }
}

/* How often each person says and is told something, and is called by a noun. */
static void count_uses(const ws_stage *s, ws_people *people)
{
    for (uint32_t i = 0; i < people->count; i++) {
        ws_person *person = &people->person[i];
        person->says = person->nouns = person->heard = person->outside = 0;
    }
    for (uint32_t m = 0; m < s->mentions->count; m++) {
        uint8_t kind = s->mentions->mention[m].kind;
        if (people->of[m] == WHOSAID_NONE || kind == WS_MENTION_PRONOUN)
            continue;
        ws_person *person = &people->person[people->of[m]];
        person->says += s->cues->of[m] != WHOSAID_NONE;
        person->nouns += kind == WS_MENTION_NOMINAL;
        person->outside += (s->mentions->mention[m].flags & WS_M_QUOTED) == 0;
    }
    for (uint32_t c = 0; c < s->cues->count; c++) {
        uint32_t hearer = s->cues->cue[c].hearer;
        if (hearer != WHOSAID_NONE && people->of[hearer] != WHOSAID_NONE)
            people->person[people->of[hearer]].heard++;
    }
}

void ws_pronouns_resolve(const ws_stage *stage, const ws_resolver *resolver,
                         int which, ws_people *people)
{
    count_uses(stage, people);
    if ((which & WS_PRONOUNS_GENDERED) == 0) {
        resolve_all(stage, resolver, which, people);
        return;
    }
    for (uint32_t i = 0; i < people->count; i++)
        people->person[i].shown = 0;
    ws_votes_forget(people);
    ws_genders_told(stage, people);
    resolve_all(stage, resolver, which, people);
    if (ws_votes_count(stage, people))
        resolve_all(stage, resolver, which, people);
}
