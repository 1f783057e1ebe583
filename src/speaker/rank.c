/*
 * rank.c - the scorer.
 *
 *   in   the scene, a quotation, who spoke the one before
 *   out  the candidates that could have said it, each with a score
 *
 * Most quotations have a tag that leaves no doubt: there the linear model
 * decides. Where its two best are close, the trees look at what is left.
 */
#include "speaker/rank.h"

#include "speaker/clause.h"
#include "speaker/denial.h"
#include "speaker/parallel.h"
#include "speaker/reported.h"
#include "speaker/signer.h"
#include "speaker/staged.h"
#include "speaker/undersigned.h"

enum {
    SIGNED = 6 * 256,    /* Q8, that a signature is worth */
    BELOW = 10 * 256,    /* likewise, of one glued behind the marks */
    REPORTED = 6 * 256,  /* likewise, to be the one reported */
    REFERRED = 2 * 256,  /* "according to" him, the sentence begins */
    ITSELF = 2 * 256,    /* more, by the mention that tells so */
    TOLD = 6 * 256,      /* that it costs to be told the words by another one */
    RELATIVE = 3 * 256,  /* "who" right before its verb and the words */
    RELATIVE_TOKENS = 8, /* from that verb to the words */
    COORDINATE = 5 * 256, /* subject of a clause of its own before the words */
    LED_TOKENS = 8,       /* of "called the plan for it" */
    LED = 2 * 256,        /* whose sentence leads to the words */
    SUBJECT_TOKENS = 6,   /* of such a subject, before its name */
    EMBEDDED = 10 * 256,  /* subject of a clause that another one reports */
    PARALLEL = 4 * 256, /* who did it to another, as "he told him" says again */
    BEAT = 3 * 128,     /* whom the sentence before the words is about */
    CALLING = 6 * 256,  /* by what name somebody calls a thing */
    CALLING_TOKENS = 3, /* from that verb to the words */
    ANSWERS = 256,      /* whom the words before call, and who acts here */
    TAGGED = 3 * 256,   /* whom a comma and a verb behind the marks name, where
                          * others spoke before in the paragraph */
    ANSWER_TOKENS = 6,  /* of "lautete ihre knappe Antwort" */
    TURN = 3 * 256,     /* to be the other one of two in a line */
    ECHO = 2 * 256      /* that a second turn by the same speaker costs, where
                         * nothing stands between: 9 of 278 such turns of the
                         * novels learned from, too few of them to weigh */
};

ws_ranker ws_ranker_learned(bool glued)
{
    return (ws_ranker){&ws_model_attribute[glued], &ws_forest_attribute[glued]};
}

/* “...” — Ana Ruiz: a name behind a dash right behind the marks, and nothing but
 * punctuation behind it in its line or paragraph. Too rare in what was learned
 * from. */
static bool is_signature(const ws_scene *scene, const ws_place *p,
                         const ws_candidate *c)
{
    const ws_mention *m = &scene->mentions->mention[c->mention];

    if (c->tie != WS_TIE_DASH || m->kind != WS_MENTION_NAME ||
        scene->cues->cue[c->cue].first != p->end || m->first != p->end + 1)
        return false;
    return ws_beside(scene, m->last, p->last_paragraph) == WS_SIDE_EDGE ||
           ws_beside(scene, m->last, p->last_paragraph) == WS_SIDE_COMMA;
}

/* "According to police, he drove “too fast”": who opens the sentence so, and
 * nobody else speaks before the marks. */
static bool is_reference(const ws_scene *scene, const ws_place *p,
                         const ws_candidate *c)
{
    if (c->tie != WS_TIE_ACCORDING)
        return false;
    const ws_cue *cue = &scene->cues->cue[c->cue];
    return cue->first == scene->sentences->sentence[p->first_sentence].first &&
           cue->subject == c->mention &&
           ws_scene_cue_at(scene, p->begin) == c->cue + 1;
}

/* "She met Ana Ruiz, who called it “a farce”". */
static bool is_relative(const ws_scene *scene, const ws_place *p,
                        const ws_candidate *c)
{
    uint32_t before = ws_scene_cue_at(scene, p->begin);

    if (c->cue == WHOSAID_NONE || c->cue + 1 != before ||
        c->person == WHOSAID_NONE)
        return false;
    const ws_mention *m = &scene->mentions->mention[c->mention];
    if ((m->flags & WS_M_RELATIVE) == 0 || m->first == 0 ||
        !ws_is_comma(&scene->tokens->token[m->first - 1]))
        return false;
    const ws_cue *cue = &scene->cues->cue[c->cue];
    return cue->subject == c->mention && cue->found == WS_SUBJECT_CLOSE &&
           cue->last + RELATIVE_TOKENS >= p->begin &&
           scene->sentences->of[cue->first] == p->first_sentence;
}

/* Whether a clause of its own begins with the subject that stands at token at:
 * behind a semicolon, or a comma or mark and what joins it, "while". */
static bool opens_clause(const ws_scene *scene, uint32_t from, uint32_t at)
{
    const ws_token *token = scene->tokens->token;

    for (uint32_t n = 0; n < SUBJECT_TOKENS && at > from + 1; n++, at--) {
        const ws_token *before = &token[at - 1];

        if (ws_is_punct(before, ';'))
            return true;
        if (WS_IS(before->lex, AND) ||
            ws_token_listed(scene->text->bytes, before, WS_LIST_CONTRAST))
            return ws_is_comma(before - 1) || before[-1].kind == WS_TOKEN_MARK;
        if (WS_IS(before->lex, THAT) || WS_IS(before->lex, CUE) ||
            WS_IS(before->lex, AUXILIARY) || WS_IS(before->lex, PREPOSITION) ||
            WS_IS(before->lex, SUBORDINATOR))
            return false;
        if (before->kind != WS_TOKEN_WORD &&
            (before->shape & WS_SHAPE_GENITIVE) == 0)
            return false;
    }
    return false;
}

/* Whether cue c is the last with a subject before the words, in their sentence,
 * with only a few words between. */
static bool leads_to(const ws_scene *scene, const ws_place *p, uint32_t c)
{
    const ws_cue *cue = &scene->cues->cue[c];
    uint32_t before = ws_scene_cue_at(scene, p->begin);

    if (c >= before || cue->last + RELATIVE_TOKENS < p->begin ||
        scene->sentences->of[cue->first] != p->first_sentence)
        return false;
    for (uint32_t i = c + 1; i < before; i++)
        if (scene->cues->cue[i].subject != WHOSAID_NONE)
            return false;
    for (uint32_t i = cue->last; i < p->begin; i++)
        if (scene->tokens->token[i].kind != WS_TOKEN_WORD &&
            !ws_is_comma(&scene->tokens->token[i]))
            return false;
    return true;
}

/* A clause of its own follows the words: “...”, and; “...”; */
static bool is_followed(const ws_scene *scene, const ws_place *p)
{
    const ws_token *token = scene->tokens->token;
    uint32_t end = scene->sentences->sentence[p->last_sentence].last;
    uint32_t i = p->end;

    i += i < end && ws_is_comma(&token[i]);
    return i < end &&
           (ws_is_punct(&token[i], ';') || WS_IS(token[i].lex, AND) ||
            (WS_IS(token[i].lex, CONJUNCTION) && !WS_IS(token[i].lex, FOR)) ||
            ws_scene_listed(scene, i, WS_LIST_CONTRAST));
}

/* "Menon thought it overdue, while Ruiz called it “a farce”": the last clause
 * before the words has a subject of its own. "Ruiz called it “a farce”, and
 * Menon said": so has the clause behind them. Too rare in what was learned
 * from. */
static bool is_coordinate(const ws_scene *scene, const ws_place *p,
                          const ws_candidate *c)
{
    if (c->cue == WHOSAID_NONE || scene->talk->story)
        return false;
    const ws_mention *m = &scene->mentions->mention[c->mention];
    const ws_cue *cue = &scene->cues->cue[c->cue];
    bool somebody =
        m->kind == WS_MENTION_NAME || m->type != WHOSAID_SOURCE_NONE;

    return cue->kind == WS_CUE_VERB && cue->found == WS_SUBJECT_CLOSE &&
           cue->subject == c->mention && m->kind != WS_MENTION_PRONOUN &&
           leads_to(scene, p, c->cue) &&
           ((somebody && is_followed(scene, p)) ||
            opens_clause(scene,
                         scene->sentences->sentence[p->first_sentence].first,
                         m->first));
}

/* "He was sacked for what the club called “a lapse”": whoever stands between
 * "what" and its verb, right before the marks. */
static bool is_calling(const ws_scene *scene, const ws_place *p,
                       const ws_candidate *c)
{
    const ws_lex small =
        WS_LEX_BIT(AS) | WS_LEX_BIT(BE) | WS_LEX_BIT(DET) | WS_LEX_BIT(ADVERB);
    const ws_mention *m = &scene->mentions->mention[c->mention];

    if (c->cue == WHOSAID_NONE || scene->tokens->foreign ||
        m->kind == WS_MENTION_PRONOUN)
        return false;
    const ws_cue *cue = &scene->cues->cue[c->cue];
    if (cue->kind != WS_CUE_VERB || cue->found != WS_SUBJECT_CLOSE ||
        cue->subject != c->mention || cue->last > p->begin ||
        cue->last + CALLING_TOKENS < p->begin || m->first > cue->first)
        return false;
    for (uint32_t i = cue->last; i < p->begin; i++)
        if ((scene->tokens->token[i].lex & small) == 0)
            return false;
    return ws_scene_listed(scene, m->first, WS_LIST_WHAT) ||
           (m->first > 0 && ws_scene_listed(scene, m->first - 1, WS_LIST_WHAT));
}

/* “...,” said Hill: the candidate and its verb stand right behind the marks. */
static bool is_tag(const ws_place *p, const ws_mention *m, const ws_cue *cue)
{
    return (m->first == p->end && cue->first <= m->tail + 1) ||
           (cue->first == p->end && m->first <= cue->last + 1);
}

/* In a story one whose name stands beside the words before is named again behind
 * words that open a paragraph: who speaks twice is rare, but here told. Where
 * the words before have no name beside them, they were rather another's. */
static bool is_named_again(const ws_scene *scene, const ws_place *p,
                           const ws_past *past, const ws_candidate *c)
{
    if (!scene->talk->story || !p->opens_paragraph || past->count == 0 ||
        c->cue == WHOSAID_NONE || c->person == WHOSAID_NONE ||
        c->person != past->turn[0].person ||
        past->turn[0].mention == WHOSAID_NONE)
        return false;
    const ws_mention *m = &scene->mentions->mention[c->mention];
    const ws_cue *cue = &scene->cues->cue[c->cue];
    const ws_mention *before = &scene->mentions->mention[past->turn[0].mention];

    return m->kind == WS_MENTION_NAME && cue->kind == WS_CUE_VERB &&
           cue->subject == c->mention && is_tag(p, m, cue) &&
           before->kind == WS_MENTION_NAME &&
           scene->tokens->token[before->head].paragraph ==
               ws_scene_bounds(scene, past->turn[0].quotation).last_paragraph;
}

/* “Where were you, Imre?” he asked. “Here!” But I was gone: in a story one whom
 * the paragraph before calls by name is a subject in this one, which the words
 * open and in which they have no tag: Imre answers. */
static bool is_answering(const ws_scene *scene, uint32_t quotation,
                         const ws_place *p, const ws_past *past,
                         const ws_candidate *c)
{
    if (!scene->talk->story || !p->opens_paragraph || past->count == 0 ||
        c->person == WHOSAID_NONE || c->cue != WHOSAID_NONE ||
        scene->talk->tag[quotation] != WHOSAID_NONE ||
        scene->talk->called[past->turn[0].quotation] != c->person ||
        past->turn[0].person == c->person)
        return false;
    const ws_mention *m = &scene->mentions->mention[c->mention];

    return (m->flags & (WS_M_QUOTED | WS_M_GENITIVE | WS_M_OBJECT |
                        WS_M_AFTER_PREPOSITION)) == 0 &&
           m->first >= p->end &&
           scene->tokens->token[m->head].paragraph == p->last_paragraph &&
           ws_scene_bounds(scene, past->turn[0].quotation).last_paragraph + 1 ==
               p->first_paragraph;
}

/* “...,” Ruiz snapped. “...,” Hill shot back: a sentence begins with the words,
 * a comma ends them, and the candidate and its verb stand right behind the
 * marks. The tag before them is that of other words. So it is where they ask and
 * the verb comes first: “...?” asked Hill. */
static bool is_tagged(const ws_scene *scene, uint32_t quotation,
                      const ws_place *p, const ws_past *past,
                      const ws_candidate *c)
{
    if (p->opens_paragraph || c->cue == WHOSAID_NONE || past->count == 0 ||
        scene->talk->story || scene->tokens->foreign ||
        scene->sentences->sentence[p->first_sentence].first != p->begin)
        return false;
    if (past->turn[0].mention == WHOSAID_NONE ||
        (c->person != WHOSAID_NONE && c->person == past->turn[0].person))
        return false;
    const ws_mention *m = &scene->mentions->mention[c->mention];
    const ws_cue *cue = &scene->cues->cue[c->cue];
    bool tag = m->kind != WS_MENTION_PRONOUN && cue->kind == WS_CUE_VERB &&
               cue->subject == c->mention;
    bool behind = tag && is_tag(p, m, cue);
    /* “...,” Hill shot back, “...” */
    if (tag && cue->first > p->begin && cue->last < p->end &&
        (m->flags & WS_M_QUOTED) == 0 && m->first > p->begin &&
        m->last < p->end)
        return true;
    int32_t last = ws_scene_last_character(scene, quotation);
    bool asks = (last == '?' || last == '!') && cue->first == p->end;
    return behind && (last == ',' || asks) &&
           ws_scene_bounds(scene, past->turn[0].quotation).last_paragraph ==
               p->first_paragraph;
}

/* “...,” he said. Hill called the plan “silly”: the words stand in a sentence that
 * begins with a name, whose verb leads to them over words alone. */
static bool is_leading(const ws_scene *scene, const ws_place *p,
                       const ws_candidate *c)
{
    const ws_token *token = scene->tokens->token;

    if (c->cue == WHOSAID_NONE || scene->talk->story ||
        scene->tokens->foreign || p->opens_paragraph)
        return false;
    const ws_mention *m = &scene->mentions->mention[c->mention];
    const ws_cue *cue = &scene->cues->cue[c->cue];
    uint32_t first = scene->sentences->sentence[p->first_sentence].first;
    bool opens = m->first == first ||
                 (m->first == first + 2 &&
                  (token[first + 1].shape & WS_SHAPE_GENITIVE) != 0);
    if (!opens || m->kind != WS_MENTION_NAME || cue->kind != WS_CUE_VERB ||
        (m->flags & (WS_M_QUOTED | WS_M_GENITIVE)) != 0 ||
        cue->subject != c->mention || cue->first > m->tail + 1 ||
        cue->first < m->last || cue->last + LED_TOKENS < p->begin ||
        !ws_scene_listed(scene, cue->first, WS_LIST_BRANDED))
        return false;
    for (uint32_t i = cue->last; i < p->begin; i++)
        if (token[i].kind != WS_TOKEN_WORD || WS_IS(token[i].lex, CONJUNCTION))
            return false;
    return true;
}

/* Whom the sentence right before the marks begins with, where it stands in their
 * paragraph and holds none itself; or NONE. */
static uint32_t told_of_before(const ws_scene *scene, const ws_place *p)
{
    const uint16_t other = WS_M_QUOTED | WS_M_GENITIVE | WS_M_OBJECT |
                           WS_M_AFTER_PREPOSITION | WS_M_RELATIVE;
    const ws_mentions *mentions = scene->mentions;

    if (p->opens_paragraph || scene->pieces->inside[p->begin - 1] != 0)
        return WHOSAID_NONE;
    uint32_t first =
        scene->sentences->sentence[scene->sentences->of[p->begin - 1]].first;
    if (scene->pieces->opened[first] != scene->pieces->opened[p->begin])
        return WHOSAID_NONE;
    for (uint32_t m = mentions->at[first];
         m < mentions->count &&
         mentions->mention[m].first < first + SUBJECT_TOKENS;
         m++) {
        const ws_mention *subject = &mentions->mention[m];
        if (subject->kind == WS_MENTION_NAME && (subject->flags & other) == 0)
            return scene->people->of[m];
    }
    return WHOSAID_NONE;
}

/* “...,” said Crane. Joan Bell nodded. “...,” she said: she is Bell, whom the
 * sentence between is about, not who spoke before. */
static bool is_beat(const ws_scene *scene, const ws_place *p,
                    const ws_past *past, uint32_t told, const ws_candidate *c)
{
    const ws_mention *m = &scene->mentions->mention[c->mention];

    if (told == WHOSAID_NONE || c->person != told ||
        m->kind != WS_MENTION_PRONOUN || c->cue == WHOSAID_NONE ||
        past->count == 0 || past->turn[0].person == told)
        return false;
    const ws_cue *cue = &scene->cues->cue[c->cue];
    return cue->subject == c->mention && cue->kind == WS_CUE_VERB &&
           (m->first == p->end || cue->first == p->end);
}

/* »Dreimal«, erwiderte jener. »Und?« »Ich reise nicht.«: where nouns have
 * capitals, stories set turns in one line, marks behind marks; each is the
 * other's, the first one too where two have spoken in the line before. What
 * that is worth to a candidate. */
static int32_t turn_worth(const ws_scene *scene, const ws_place *p,
                          const ws_past *past, const ws_candidate *c)
{
    const ws_token *token = scene->tokens->token;

    if (!scene->tokens->nouns || !scene->talk->story || p->opens_paragraph ||
        past->count < 2 || c->person == WHOSAID_NONE)
        return 0;
    uint32_t last = past->turn[0].person;
    uint32_t other = past->turn[1].person;
    ws_place before = ws_scene_bounds(scene, past->turn[0].quotation);
    bool two = other != WHOSAID_NONE && other != last &&
               ws_scene_bounds(scene, past->turn[1].quotation).last_paragraph ==
                   p->first_paragraph;
    bool run = p->end < scene->tokens->count &&
               token[p->end].kind == WS_TOKEN_MARK &&
               token[p->end].paragraph == p->last_paragraph;
    if (before.last_paragraph != p->first_paragraph ||
        (before.end != p->begin && !(two && run)))
        return 0;
    if (c->person == last)
        return -TAGGED;
    return two && c->person == other ? TURN : 0;
}

/* „Warum?“, fragte die Richterin. „Aus Angst“, lautete ihre Antwort: behind a
 * question, it is the other's. What that is worth to a candidate. */
static int32_t answer_worth(const ws_scene *scene, const ws_place *p,
                            const ws_past *past, const ws_candidate *c)
{
    const ws_token *token = scene->tokens->token;
    uint32_t end = scene->tokens->count;
    uint32_t i = p->end;

    if (!scene->tokens->nouns || past->count == 0 ||
        c->person == WHOSAID_NONE ||
        ws_scene_last_character(scene, past->turn[0].quotation) != '?')
        return 0;
    i += i < end && ws_is_comma(&token[i]);
    if (i >= end || !ws_is_small(&token[i]) ||
        token[i].paragraph != p->last_paragraph)
        return 0;
    while (++i < end && i < p->end + ANSWER_TOKENS && ws_is_small(&token[i]))
        ;
    if (i >= end || token[i].paragraph != p->last_paragraph ||
        !ws_scene_listed(scene, i, WS_LIST_ANSWER))
        return 0;
    if (c->person == past->turn[0].person)
        return -REPORTED;
    return past->count > 1 && c->person == past->turn[1].person ? TURN : 0;
}

/* "Da lief ihm die Tochter entgegen und rief: »...«": where nouns have capitals
 * and verbs stand far from their subjects, the verb right before the colon is
 * that of the words, in a story too. */
static bool is_before_colon(const ws_scene *scene, const ws_place *p,
                            const ws_candidate *c)
{
    if (!scene->tokens->nouns || c->cue == WHOSAID_NONE || p->begin == 0 ||
        !ws_is_punct(&scene->tokens->token[p->begin - 1], ':'))
        return false;
    const ws_mention *m = &scene->mentions->mention[c->mention];
    const ws_cue *cue = &scene->cues->cue[c->cue];

    return cue->kind == WS_CUE_VERB && cue->strength > 0 &&
           cue->subject == c->mention && cue->last + 1 == p->begin &&
           (m->flags & (WS_M_QUOTED | WS_M_GENITIVE)) == 0 &&
           scene->sentences->of[m->head] == scene->sentences->of[cue->first];
}

/* All candidates with their linear scores. */
static uint32_t score_all(const ws_scene *scene, const ws_model *model,
                          uint32_t quotation, const ws_place *place,
                          const ws_past *past,
                          ws_candidate candidate[WS_CANDIDATES])
{
    uint32_t count = ws_candidates_gather(scene, quotation, past, candidate);
    ws_reported reported = ws_reported_by(scene, place, past);
    uint32_t signer = ws_signer(scene, place, past);
    uint32_t below = ws_undersigned(scene, quotation);
    uint32_t subject =
        scene->talk->story ? WHOSAID_NONE : told_of_before(scene, place);
    ws_staging staging = ws_staged(scene, quotation, place);
    uint32_t inner = ws_clause_speaker(scene, place);
    uint32_t he = WHOSAID_NONE;
    uint32_t does = ws_parallel(scene, place, &he);
    uint32_t told[WS_DENIAL_PATIENTS] = {ws_denial_told(scene, place),
                                         WHOSAID_NONE, WHOSAID_NONE};

    for (uint32_t i = 0; i < count; i++) {
        ws_candidate *c = &candidate[i];
        c->score = ws_model_score(model, c->feature, WS_FEATURE_BLOCK_COUNT);
        if (c->mention == signer || is_signature(scene, place, c))
            c->score += SIGNED;
        c->score += c->mention == below ? BELOW : 0;
        c->score += is_reference(scene, place, c) ? REFERRED : 0;
        c->score += is_relative(scene, place, c) ? RELATIVE : 0;
        c->score += is_coordinate(scene, place, c) ? COORDINATE : 0;
        c->score += c->mention == inner ? EMBEDDED : 0;
        c->score += c->mention == he && c->person == does ? PARALLEL : 0;
        c->score += is_beat(scene, place, past, subject, c) ? BEAT : 0;
        c->score += is_calling(scene, place, c) ? CALLING : 0;
        c->score += is_tagged(scene, quotation, place, past, c) ? TAGGED : 0;
        c->score += is_leading(scene, place, c) ? LED : 0;
        c->score += is_before_colon(scene, place, c) ? LED : 0;
        c->score += is_named_again(scene, place, past, c) ? TAGGED : 0;
        c->score +=
            is_answering(scene, quotation, place, past, c) ? ANSWERS : 0;
        if (told[0] != WHOSAID_NONE &&
            ws_denial_is_patient(scene, told, c->mention))
            c->score -= TOLD;
        c->score += ws_staged_worth(scene, &staging, c);
        c->score += turn_worth(scene, place, past, c);
        c->score += answer_worth(scene, place, past, c);
        c->score -= c->echoes ? ECHO : 0;
        if (ws_reported_is(&reported, c->mention, c->person))
            c->score +=
                REPORTED + (c->mention == reported.mention ? ITSELF : 0);
    }
    return count;
}

uint32_t ws_rank_linear(const ws_scene *scene, const ws_model *model,
                        uint32_t quotation, const ws_past *past,
                        ws_candidate candidate[WS_CANDIDATES])
{
    ws_place place = ws_scene_place(scene, quotation);
    uint32_t count =
        score_all(scene, model, quotation, &place, past, candidate);

    return ws_finalists(scene, &place, candidate, count);
}

bool ws_rank_doubts(const ws_candidate *finalist, uint32_t count)
{
    return count > 1 && finalist[0].score - finalist[1].score < WS_DOUBT;
}

_Static_assert((int)WS_WITNESS_COUNT <= (int)WS_FOREST_VALUES,
               "all are asked at once");

/* What the trees say of those that are left is added to their scores. */
static void ask_trees(const ws_scene *scene, const ws_forest *forest,
                      uint32_t quotation, const ws_past *past,
                      ws_candidate *candidate, uint32_t count)
{
    int16_t value[WS_FINALISTS][WS_WITNESS_COUNT] = {{0}};
    int32_t score[WS_FINALISTS];

    for (uint32_t i = 0; i < count; i++) {
        ws_finalist f = {candidate, count, i};
        ws_witness(scene, quotation, past, &f, value[i]);
    }
    ws_forest_scores(forest, value[0], WS_WITNESS_COUNT, count, score);
    for (uint32_t i = 0; i < count; i++) {
        candidate[i].trees = score[i];
        candidate[i].score += score[i];
    }
}

uint32_t ws_rank(const ws_scene *scene, const ws_ranker *ranker,
                 uint32_t quotation, const ws_past *past,
                 ws_candidate candidate[WS_CANDIDATES])
{
    uint32_t count =
        ws_rank_linear(scene, ranker->model, quotation, past, candidate);

    if (ws_rank_doubts(candidate, count))
        ask_trees(scene, ranker->forest, quotation, past, candidate, count);
    return count;
}

/* The likeliest by the reader, the two best. */
static uint32_t likeliest(const ws_opinion *opinion,
                          const ws_candidate *candidate, uint32_t count,
                          ws_candidate best[2])
{
    int32_t most[2] = {INT32_MIN, INT32_MIN};
    uint32_t kept = 0;

    for (uint32_t i = 0; i < count; i++) {
        ws_told told = ws_opinion_of(opinion, &candidate[i]);
        int32_t both = told.mention + told.person;
        if (both > most[0]) {
            most[1] = most[0];
            best[1] = best[0];
            most[0] = both;
            best[0] = candidate[i];
        } else if (both > most[1]) {
            most[1] = both;
            best[1] = candidate[i];
        } else {
            continue;
        }
        kept = kept < 2 ? kept + 1 : 2;
    }
    return kept;
}

static bool is_among(const ws_candidate *candidate, uint32_t count,
                     uint32_t mention, uint32_t person)
{
    for (uint32_t i = 0; i < count; i++)
        if (candidate[i].mention == mention && candidate[i].person == person)
            return true;
    return false;
}

uint64_t ws_rank_weight(const ws_candidate *candidate, uint32_t count,
                        uint32_t i, int32_t top)
{
    uint32_t person = candidate[i].person;
    uint64_t weight = 0;

    for (uint32_t k = 0; k < count; k++)
        if (k == i || (person != WHOSAID_NONE && candidate[k].person == person))
            weight += ws_model_exp(top - candidate[k].score);
    return weight;
}

void ws_candidates_sort(ws_candidate *candidate, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        ws_candidate here = candidate[i];
        uint32_t to = i;
        for (; to > 0 && candidate[to - 1].score < here.score; to--)
            candidate[to] = candidate[to - 1];
        candidate[to] = here;
    }
}

uint32_t ws_rank_read(const ws_scene *scene, const ws_ranker *ranker,
                      uint32_t quotation, const ws_past *past,
                      const ws_opinion *opinion,
                      ws_candidate candidate[WS_CANDIDATES])
{
    ws_place place = ws_scene_place(scene, quotation);
    ws_candidate best[2] = {{0}};
    uint32_t all =
        score_all(scene, ranker->model, quotation, &place, past, candidate);
    uint32_t kept = likeliest(opinion, candidate, all, best);
    uint32_t count = ws_finalists(scene, &place, candidate, all);

    if (ws_rank_doubts(candidate, count))
        ask_trees(scene, ranker->forest, quotation, past, candidate, count);
    ws_candidates_sort(candidate, count);
    for (uint32_t k = 0; k < kept; k++)
        if (!is_among(candidate, count, best[k].mention, best[k].person))
            candidate[count++] = best[k];
    ws_candidates_sort(candidate, count);
    return count;
}
