/*
 * attribute.c - for each quotation who said it.
 *
 *   in   the scene, the classes
 *   out  a mention for each quotation that is speech, its cue, the chance
 *
 * Quotations are taken in order. The candidates of each are scored (rank.c);
 * those that mean one person add up, and the weightiest person is taken by its
 * best mention; at a tie the one that the linear model likes better, then the
 * nearer one, then the earlier one. The speaker of the quotation before is a
 * feature, so a continuation is a choice like any other. The chance is the
 * person's share of the softmax; the confidence, that the words are speech and
 * the name is their speaker's, comes from trees that learned from the rows of
 * held-out texts (trust.c).
 *
 * A quotation inside another one has the speaker that its tag there names, by
 * rule. A transcript's turn is left without one: its label decides (voice.c).
 */
#include "speaker/attribute.h"

#include "speaker/beam.h"
#include "speaker/clause.h"
#include "speaker/closing.h"
#include "speaker/denial.h"
#include "speaker/embedded.h"
#include "speaker/hearsay.h"
#include "speaker/reported.h"
#include "speaker/teller.h"

enum {
    NAMING = 3000,        /* most, where a thing may be named */
    HEARSAY = 3000,       /* and where the tag tells nobody */
    NEARLY = 256,         /* Q8: so much below the best is as good */
    FAR_BEHIND = 4 * 256, /* Q8: so much below the best is out */
    FLUENT = 75,          /* percent of words known that make a text read */
    SURE_INNER = 8500,  /* 1/10000: that the tag beside inner marks is theirs */
    SURE_DENIED = 3000, /* at most, of one who is said not to have spoken */
    SURE_UNREAL = 6000, /* of one who would not speak so */
    REPORT_MENTIONS = 8, /* looked at for whoever reports a clause */
    SURE_CLAUSE = 8400, /* of the subject of a clause reported: 48 of 57 rows */
    TOLD = 5500, /* at least, of one whom its sentence tells to have said it */
    WORSE = 200, /* percent of the odds of a wrong row, abroad */
    WORSE_MIXED = 450, /* of one whose words are a fragment: a term, a title */
    SHRUNK = 65,       /* percent of the confidence that stay at least */
    WORSE_NOVEL = 140, /* of one in a long story, */
    SHOWN = 5000,      /* though what was likely so far stays so */
    NAMELESS = 60, /* percent of the confidence in one without a name there */
    NAMELESS_OFTEN = 85, /* who speaks again and again, */
    CHARACTER = 6,       /* so often */
    SAID = 8600,  /* beside a verb of saying in another language: of 1/10000 */
    MEANT = 6000, /* at most, of a pronoun there, */
    MEANT_SEX = 8000,  /* or of one that fits a person of known sex */
    MEANT_CLEAR = 1024 /* Q8: the others it may mean are so far below */
};

static whosaid_method method_of_tie(uint8_t tie)
{
    switch ((ws_tie)tie) {
    case WS_TIE_NONE:
    case WS_TIE_HEARER:
    case WS_TIE_COUNT:
        return WHOSAID_METHOD_NEAREST;
    case WS_TIE_ACCORDING:
        return WHOSAID_METHOD_ACCORDING_TO;
    case WS_TIE_COLON:
        return WHOSAID_METHOD_COLON;
    case WS_TIE_DASH:
        return WHOSAID_METHOD_DATELINE;
    case WS_TIE_CLOSE_WEAK:
    case WS_TIE_CLOSE:
    case WS_TIE_CLOSE_STRONG:
    case WS_TIE_INVERTED_WEAK:
    case WS_TIE_INVERTED:
    case WS_TIE_INVERTED_STRONG:
    case WS_TIE_LOOSE_WEAK:
    case WS_TIE_LOOSE:
    case WS_TIE_LOOSE_STRONG:
    case WS_TIE_NOUN:
        break;
    }
    return WHOSAID_METHOD_CUE;
}

/* Does the chosen mention stand beside these marks, or beside others? */
static bool stands_beside(const ws_scene *scene, const ws_place *p,
                          uint32_t mention)
{
    const ws_mention *m = &scene->mentions->mention[mention];

    if (m->head >= p->end)
        return ws_scene_pieces_between(scene, p->end, m->first) == 0;
    if (m->head >= p->begin)
        return true;
    return scene->tokens->token[m->head].paragraph == p->first_paragraph &&
           ws_scene_pieces_between(scene, m->last, p->begin) == 0;
}

/* The candidate is one of those who spoke the quotations before. */
static bool spoke_before(const ws_past *past, const ws_candidate *c)
{
    for (uint32_t i = 0; i < past->count; i++) {
        bool same =
            past->turn[i].mention == c->mention ||
            (c->person != WHOSAID_NONE && past->turn[i].person == c->person);
        if (same && past->turn[i].mention != WHOSAID_NONE)
            return true;
    }
    return false;
}

/* How sure one can be of a candidate who may be said not to have spoken. */
static uint32_t undenied(const ws_scene *scene, uint32_t quotation,
                         const ws_candidate *c, uint32_t confidence)
{
    static const uint32_t most[] = {
        [WS_DENIAL_NONE] = 10000,
        [WS_DENIAL_MAYBE] = SURE_UNREAL,
        [WS_DENIAL_WHOLE] = SURE_DENIED,
    };
    uint32_t sure = most[ws_denial_of(scene, c->mention, c->cue)];

    ws_place place = ws_scene_place(scene, quotation);
    uint32_t patient[WS_DENIAL_PATIENTS];
    ws_denial_patients(scene, &place, patient);
    bool denied = ws_denial_is_patient(scene, patient, c->mention) ||
                  ws_denial_is_cried(scene, &place, c->mention) ||
                  ws_denial_is_posted(scene, &place, c->mention) ||
                  ws_is_embedded(scene, &place, c->mention);
    if (denied && sure > SURE_DENIED)
        sure = SURE_DENIED;
    return confidence < sure ? confidence : sure;
}

/* The mention that speaks for the weightiest person; chance is that person's
 * share, 1/10000. */
static uint32_t pick(const ws_candidate *candidate, uint32_t count,
                     uint32_t *chance)
{
    int32_t top = candidate[0].score;
    uint64_t all = 0;
    uint64_t most = 0;
    uint32_t best = 0;

    for (uint32_t i = 1; i < count; i++)
        top = candidate[i].score > top ? candidate[i].score : top;
    for (uint32_t i = 0; i < count; i++) {
        all += ws_model_exp(top - candidate[i].score);
        if (candidate[i].score < top - FAR_BEHIND)
            continue;
        uint64_t weight = ws_rank_weight(candidate, count, i, top);
        if (weight > most ||
            (weight == most && candidate[i].score > candidate[best].score)) {
            most = weight;
            best = i;
        }
    }
    *chance = (uint32_t)(most * 10000 / (all + 1));
    return best;
}

/* The one that the whole story's choice drew; its chance among those that the
 * past left it. */
static uint32_t drawn(const ws_lot *lot, const ws_candidate *candidate,
                      uint32_t count, uint32_t *chance)
{
    uint32_t at = pick(candidate, count, chance);
    int32_t top = candidate[at].score;
    uint64_t all = 0;

    for (uint32_t i = 0; i < count; i++) {
        top = candidate[i].score > top ? candidate[i].score : top;
        if (candidate[i].mention == lot->mention &&
            candidate[i].person == lot->person)
            at = i;
    }
    for (uint32_t i = 0; i < count; i++)
        all += ws_model_exp(top - candidate[i].score);
    uint64_t weight = ws_rank_weight(candidate, count, at, top);
    *chance = (uint32_t)(weight * 10000 / (all + 1));
    return at;
}

/* Of the mentions that speak for one person of a story nearly as much, the one
 * beside the marks: “...” [He] grinned. */
static uint32_t nearer(const ws_scene *scene, uint32_t quotation,
                       const ws_candidate *candidate, uint32_t count,
                       uint32_t best)
{
    const ws_candidate *c = &candidate[best];
    ws_place place = ws_scene_place(scene, quotation);
    uint32_t found = best;

    if (!scene->talk->story || c->person == WHOSAID_NONE ||
        stands_beside(scene, &place, c->mention))
        return best;
    for (uint32_t i = 0; i < count; i++) {
        const ws_candidate *k = &candidate[i];
        if (k->person == c->person && k->score >= c->score - NEARLY &&
            k->cue != WHOSAID_NONE &&
            (found == best || k->score > candidate[found].score) &&
            stands_beside(scene, &place, k->mention))
            found = i;
    }
    return found;
}

/* What was seen of a quotation's choice. */
typedef struct sight {
    const ws_scene *scene;
    const ws_classes *classes;
    uint32_t quotation;
    const ws_past *past;
    const ws_lot *lot; /* [quotations], of a story; else NULL */
} sight;

static void take(const sight *s, const ws_candidate *best, ws_choice *choice)
{
    const ws_scene *scene = s->scene;
    const ws_past *past = s->past;
    ws_place place = ws_scene_place(scene, s->quotation);
    bool same = past->count > 0 && past->turn[0].mention != WHOSAID_NONE &&
                (best->mention == past->turn[0].mention ||
                 (best->person != WHOSAID_NONE &&
                  best->person == past->turn[0].person));
    bool beside = stands_beside(scene, &place, best->mention);

    choice->mention = best->mention;
    choice->person = best->person;
    choice->tie = best->tie;
    whosaid_method method = method_of_tie(best->tie);
    choice->method = (uint8_t)method;
    if (!beside && same)
        choice->method = WHOSAID_METHOD_CONTINUATION;
    else if (!beside && scene->talk->story)
        choice->method = spoke_before(past, best) ? WHOSAID_METHOD_TURN
                                                  : WHOSAID_METHOD_NEAREST;
    choice->cue = choice->method != WHOSAID_METHOD_CONTINUATION &&
                          choice->method != WHOSAID_METHOD_TURN &&
                          choice->method != WHOSAID_METHOD_NEAREST
                      ? best->cue
                      : WHOSAID_NONE;
}

/* Take the best of the candidates. Returns which one. */
static uint32_t settle(const sight *s, const ws_candidate *candidate,
                       uint32_t count, uint32_t before, ws_choice *choice)
{
    uint32_t at = s->lot == NULL ? pick(candidate, count, &choice->chance)
                                 : drawn(&s->lot[s->quotation], candidate,
                                         count, &choice->chance);
    ws_chosen chosen = {.all = candidate,
                        .count = count,
                        .at = at,
                        .chance = choice->chance,
                        .before = before,
                        .lead =
                            s->lot == NULL ? -1 : s->lot[s->quotation].lead};

    ws_trust(s->scene, s->classes, s->quotation, s->past, &chosen,
             choice->trust);
    take(s, &candidate[nearer(s->scene, s->quotation, candidate, count, at)],
         choice);
    return at;
}

/* A driver who "did everything right", a court heard: nothing but the tag tells
 * that it is speech, so the driver did not say it. */
static bool is_told_behind(const sight *s, const ws_candidate *c)
{
    if (s->classes->kind[s->quotation] != WHOSAID_KIND_MIXED ||
        s->classes->score[s->quotation] >= 0)
        return false;
    ws_place place = ws_scene_place(s->scene, s->quotation);
    uint32_t tag = ws_closing_tag(s->scene, &place);

    return tag != WHOSAID_NONE &&
           s->scene->mentions->mention[c->mention].head < tag;
}

/* How far it can be trusted, by the odds that it is right. */
static uint32_t trusted(const sight *s, const ws_candidate *c, int32_t odds)
{
    uint32_t sure = undenied(s->scene, s->quotation, c, ws_model_chance(odds));

    return sure > SURE_DENIED && is_told_behind(s, c) ? SURE_DENIED : sure;
}

/* How far the words can be trusted to mean the person: what a description was
 * weighed for, whole for any other mention. */
static uint32_t described(const sight *s, const ws_candidate *c, uint32_t sure)
{
    uint32_t told = s->scene->people->told[c->mention];

    return told != 0 && told < sure && !s->scene->talk->story ? told : sure;
}

/* The same with the reader's opinion. */
static whosaid_status settle_again(const sight *s, const ws_ranker *ranker,
                                   const ws_second *second, uint32_t before,
                                   ws_choice *choice)
{
    ws_candidate candidate[WS_CANDIDATES];
    ws_opinion opinion;
    ws_heard heard = {&opinion, choice->mention, choice->person,
                      choice->confidence};

    WS_TRY(ws_reading_ask(second->reading, s->scene, s->quotation, &opinion));
    uint32_t count = ws_rank_read(s->scene, ranker, s->quotation, s->past,
                                  &opinion, candidate);
    ws_second_weigh(second, s->scene, &opinion, candidate, count);
    uint32_t at = settle(s, candidate, count, before, choice);
    ws_finalist f = {candidate, count, at};
    ws_hearing(s->scene, &heard, &f, choice->heard);
    choice->liked = ws_hearing_likes(&opinion);
    choice->read = true;
    choice->confidence =
        trusted(s, &candidate[at],
                ws_second_odds(second, choice->trust, choice->heard));
    return WHOSAID_OK;
}

/* Who spoke in a clause that another one reports: neither confidence nor the
 * reader learned much of such. */
static bool is_in_clause(const sight *s, const ws_choice *choice)
{
    if (choice->mention == WHOSAID_NONE || s->scene->talk->story)
        return false;
    ws_place place = ws_scene_place(s->scene, s->quotation);
    return ws_clause_speaker(s->scene, &place) == choice->mention &&
           ws_denial_of(s->scene, choice->mention, choice->cue) ==
               WS_DENIAL_NONE;
}

/* "Ana Ruiz said the captain told her": where the captain is taken to be she, it
 * is a guess that went wrong. */
static bool is_own_report(const ws_scene *scene, const ws_choice *choice)
{
    const ws_mention *mention = scene->mentions->mention;
    uint32_t m = choice->mention;
    const uint32_t *of = scene->sentences->of;

    if (mention[m].kind != WS_MENTION_NOMINAL || choice->person == WHOSAID_NONE)
        return false;
    for (uint32_t k = m; k > 0 && m - k < REPORT_MENTIONS &&
                         of[mention[k - 1].head] == of[mention[m].head];
         k--)
        if (scene->people->of[k - 1] == choice->person &&
            mention[k - 1].last <= mention[m].first)
            return true;
    return false;
}

static whosaid_status choose(const sight *s, const ws_ranker *ranker,
                             const ws_second *second, ws_choice *choices)
{
    ws_choice *choice = &choices[s->quotation];
    ws_candidate candidate[WS_CANDIDATES];
    uint32_t before =
        choice->before == WHOSAID_NONE ? 10000 : choices[choice->before].chance;
    uint32_t count =
        ws_rank(s->scene, ranker, s->quotation, s->past, candidate);

    if (count == 0)
        return WHOSAID_OK;
    uint32_t at = settle(s, candidate, count, before, choice);
    choice->confidence = described(
        s, &candidate[at],
        trusted(s, &candidate[at],
                ws_forest_score(&ws_forest_trust[s->scene->sentences->glued],
                                choice->trust)));
    choice->doubted = choice->confidence < WS_SECOND_UNDER;
    if (is_in_clause(s, choice)) {
        choice->confidence = is_own_report(s->scene, choice)
                                 ? SURE_DENIED
                                 : described(s, &candidate[at], SURE_CLAUSE);
        return WHOSAID_OK;
    }
    if (second == NULL || !ws_second_reads(second, s->scene) ||
        choice->confidence >= second->under)
        return WHOSAID_OK;
    return settle_again(s, ranker, second, before, choice);
}

/* Whom a pronoun in another language means is a guess, more so where the sex
 * of the person is not known. */
static uint32_t meant(const ws_scene *scene, const ws_choice *choice)
{
    const uint16_t both = WS_M_MALE | WS_M_FEMALE;
    uint16_t sex = 0;

    const ws_meant *rivals = &scene->people->meant[choice->mention];
    uint16_t told = scene->mentions->mention[choice->mention].flags & both;
    if (told != 0 && choice->person != WHOSAID_NONE && rivals->count > 0 &&
        rivals->person[0] == choice->person &&
        (rivals->count < 2 || rivals->drop[1] >= MEANT_CLEAR))
        return SAID;
    if (choice->person != WHOSAID_NONE)
        sex = scene->people->person[choice->person].flags & both;
    if (scene->tokens->nouns && scene->talk->story)
        return sex == WS_M_MALE || sex == WS_M_FEMALE ? SAID : MEANT_SEX;
    return sex == WS_M_MALE || sex == WS_M_FEMALE ? MEANT_SEX : MEANT;
}

/* How far the document's words can be read, 1/10000: half where no list knows
 * them, whole from FLUENT percent on. Confidence was learned where they are. In
 * a language of which the little words are known, a verb of saying can be. */
static uint32_t fluency(const ws_scene *scene, const ws_choice *choice)
{
    const ws_tokens *tokens = scene->tokens;
    uint32_t fluent =
        tokens->known >= FLUENT ? 10000 : 5000 + 5000 * tokens->known / FLUENT;

    if (!tokens->foreign || choice->mention == WHOSAID_NONE)
        return fluent;
    /* in a story where nouns have capitals most rows were right */
    bool cue = choice->method == WHOSAID_METHOD_CUE ||
               choice->method == WHOSAID_METHOD_ACCORDING_TO || tokens->nouns;
    if (scene->mentions->mention[choice->mention].kind == WS_MENTION_PRONOUN)
        return meant(scene, choice);
    return cue && fluent < SAID ? SAID : fluent;
}

/* In a language of which many words are known, but which nothing was learned
 * from: not the share of right rows is worse, but their odds, more so those of
 * fragments, which are often nobody's. Of the weak ones less is known than the
 * odds say. */
static uint32_t abroad(const ws_scene *scene, const ws_choice *choice,
                       bool whole)
{
    const ws_mention *m = &scene->mentions->mention[choice->mention];
    uint32_t sure = choice->confidence;
    uint32_t wrong = (10000 - sure) * (whole ? WORSE : WORSE_MIXED) / 100;
    uint32_t odds = sure * 10000 / (sure + wrong + 1);
    uint32_t least = sure * SHRUNK / 100;

    sure = odds > least ? odds : least;
    return m->kind == WS_MENTION_PRONOUN ? sure * meant(scene, choice) / SAID
                                         : sure;
}

/* Somebody whom the document has no name for. */
static bool is_nameless(const ws_scene *scene, const ws_choice *choice)
{
    uint32_t m = choice->person == WHOSAID_NONE
                     ? choice->mention
                     : scene->people->person[choice->person].mention;

    return scene->mentions->mention[m].kind == WS_MENTION_NOMINAL;
}

/* How far in a long story: confidence was learned on scenes of a few pages,
 * where a "mother" or "the young man" is nobody with a name, and few people are
 * about whom "he" can mean. */
static uint32_t in_novel(const ws_scene *scene, const ws_choice *choice)
{
    uint32_t sure = choice->confidence;
    const ws_mention *m = &scene->mentions->mention[choice->mention];
    bool cue = choice->method == WHOSAID_METHOD_CUE;

    if (is_nameless(scene, choice)) {
        bool often = choice->person != WHOSAID_NONE && cue &&
                     scene->people->person[choice->person].says >= CHARACTER;
        return sure * (often ? NAMELESS_OFTEN : NAMELESS) / 100;
    }
    if (cue && m->kind == WS_MENTION_NAME)
        return sure;
    uint32_t wrong = (10000 - sure) * WORSE_NOVEL / 100;
    uint32_t odds = sure * 10000 / (sure + wrong + 1);
    return odds < SHOWN && sure >= SHOWN ? SHOWN : odds;
}

/* "Cried a voice outside": whose it is the story tells later, or never. */
static bool is_voice(const ws_scene *scene, uint32_t m)
{
    const ws_mention *e = &scene->mentions->mention[m];

    return e->kind == WS_MENTION_NOMINAL &&
           ws_scene_listed(scene, e->head, WS_LIST_UNSEEN);
}

/* Whether a voice speaks quotation q, or what the choice names is one. */
static bool is_unseen(const ws_scene *scene, uint32_t q,
                      const ws_choice *choice)
{
    if (!scene->talk->story || choice->mention == WHOSAID_NONE)
        return false;
    uint32_t tag = scene->talk->tag[q];
    uint32_t id = choice->person;

    return (tag != WHOSAID_NONE && is_voice(scene, tag)) ||
           is_voice(scene, id == WHOSAID_NONE
                               ? choice->mention
                               : scene->people->person[id].mention);
}

/* How far a quotation's choice can be trusted in the language of its text. */
static uint32_t understood(const sight *s, const ws_choice *choice)
{
    if (s->scene->talk->story && !s->scene->tokens->foreign &&
        s->scene->tokens->count >= WS_ARTICLE &&
        choice->mention != WHOSAID_NONE)
        return in_novel(s->scene, choice) * fluency(s->scene, choice) / 10000;
    bool whole = s->classes->kind[s->quotation] == WHOSAID_KIND_DIRECT;

    return s->scene->tokens->nouns && !s->scene->talk->story &&
                   choice->mention != WHOSAID_NONE
               ? abroad(s->scene, choice, whole)
               : choice->confidence * fluency(s->scene, choice) / 10000;
}

/* In another language: by its own words, or by the only person that the pronoun
 * there means. Confidence was not learned for such. */
static bool is_told(const sight *s, const ws_choice *choice)
{
    const ws_scene *scene = s->scene;

    if (!scene->tokens->foreign || choice->mention == WHOSAID_NONE)
        return false;
    ws_place place = ws_scene_place(scene, s->quotation);
    ws_reported reported = ws_reported_by(scene, &place, s->past);
    const ws_mention *m = &scene->mentions->mention[choice->mention];
    return reported.mention == choice->mention && !reported.plain &&
           ws_denial_of(scene, choice->mention, choice->cue) ==
               WS_DENIAL_NONE &&
           (m->kind != WS_MENTION_PRONOUN || meant(scene, choice) == SAID);
}

whosaid_status ws_attribute(ws_arena *arena, const ws_scene *scene,
                            const ws_classes *classes, const ws_ranker *ranker,
                            const ws_second *second,
                            ws_attribution *attribution)
{
    uint32_t count = scene->quotations->count;
    uint32_t before = WHOSAID_NONE;
    ws_past past = {.count = 0};
    ws_lot *lot = NULL;

    *attribution = (ws_attribution){0};
    ws_choice *choice = WS_NEW(arena, ws_choice, count);
    if (choice == NULL)
        return WHOSAID_ERR_NOMEM;
    attribution->choice = choice;
    if (scene->talk->story) {
        lot = WS_NEW(arena, ws_lot, count);
        if (lot == NULL)
            return WHOSAID_ERR_NOMEM;
        WS_TRY(ws_beam(arena, scene, classes, ranker, lot));
    }
    for (uint32_t q = 0; q < count; q++) {
        choice[q] = (ws_choice){.mention = WHOSAID_NONE,
                                .cue = WHOSAID_NONE,
                                .person = WHOSAID_NONE,
                                .before = before};
        if (classes->kind[q] >= WHOSAID_KIND_TURN ||
            !ws_quotations_outer(scene->quotations, q))
            continue;
        sight s = {scene, classes, q, &past, lot};
        WS_TRY(choose(&s, ranker, second, choice));
        choice[q].confidence = understood(&s, &choice[q]);
        if (choice[q].confidence < TOLD && is_told(&s, &choice[q]))
            choice[q].confidence = TOLD;
        if (choice[q].confidence > NAMING &&
            (ws_class_may_name(scene, q) || is_unseen(scene, q, &choice[q])))
            choice[q].confidence = NAMING;
        if (choice[q].confidence > HEARSAY &&
            choice[q].mention != WHOSAID_NONE &&
            ws_is_hearsay(scene, q, choice[q].mention))
            choice[q].confidence = HEARSAY;
        before = q;
        ws_past_add(&past, q, choice[q].mention, choice[q].person);
    }
    arena->steps += (uint64_t)count * WS_CANDIDATES + scene->tokens->count;
    return WHOSAID_OK;
}

ws_past ws_attribution_past(const ws_attribution *attribution, uint32_t q)
{
    ws_past past = {.count = 0};

    for (uint32_t b = attribution->choice[q].before;
         b != WHOSAID_NONE && past.count < WS_PAST;
         b = attribution->choice[b].before) {
        past.turn[past.count].quotation = b;
        past.turn[past.count].mention = attribution->choice[b].mention;
        past.turn[past.count++].person = attribution->choice[b].person;
    }
    return past;
}

/* Let the pronouns chosen in their own tags, or without, mean whom they were
 * chosen for. */
static void mean(const ws_scene *scene, const ws_attribution *attribution,
                 bool tagged, ws_people *people)
{
    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        const ws_choice *choice = &attribution->choice[q];
        if (choice->mention != WHOSAID_NONE && choice->person != WHOSAID_NONE &&
            (choice->cue != WHOSAID_NONE) == tagged)
            people->of[choice->mention] = choice->person;
    }
}

void ws_attribution_settle(const ws_scene *scene,
                           const ws_attribution *attribution, ws_people *people)
{
    mean(scene, attribution, false, people);
    /* what a tag's own words mean no others can */
    mean(scene, attribution, true, people);
}

static void choose_inner(const ws_scene *scene, const ws_choice *outer,
                         const ws_teller *teller, ws_choice *choice)
{
    if (teller->self && outer->mention != WHOSAID_NONE) {
        choice->mention = outer->mention;
        choice->person = outer->person;
        choice->method = WHOSAID_METHOD_CONTINUATION;
        choice->confidence = outer->confidence * SURE_INNER / 10000;
    } else if (teller->mention != WHOSAID_NONE) {
        choice->mention = teller->mention;
        choice->person = scene->people->of[teller->mention];
        choice->method = WHOSAID_METHOD_CUE;
        choice->confidence = SURE_INNER;
    }
}

void ws_attribute_inner(const ws_scene *scene, const ws_classes *classes,
                        ws_attribution *attribution)
{
    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        uint32_t parent = scene->quotations->quotation[q].parent;
        ws_choice *choice = &attribution->choice[q];
        if (parent == WHOSAID_NONE || choice->mention != WHOSAID_NONE ||
            classes->kind[q] >= WHOSAID_KIND_TURN)
            continue;
        ws_teller teller = ws_teller_of(scene, q);
        choose_inner(scene, &attribution->choice[parent], &teller, choice);
    }
}

whosaid_status ws_attribution_doubts(ws_arena *arena, const ws_scene *scene,
                                     const ws_attribution *attribution,
                                     bool **doubted)
{
    uint32_t count = scene->quotations->count;
    bool any = false;

    bool *is = WS_NEW(arena, bool, count);
    if (is == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t q = 0; q < count; q++) {
        is[q] = attribution->choice[q].doubted;
        any = any || is[q];
    }
    *doubted = any ? is : NULL;
    return WHOSAID_OK;
}
