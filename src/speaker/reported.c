/*
 * reported.c - who is quoted where the sentence does not say so itself.
 *
 *   in   the scene, where a quotation stands, who spoke those before
 *   out  whom the sentence, or those before it, quote; or nobody
 *
 * Some languages put reported speech in a mood of its own: "Die Lage sei
 * „ernst“. Man müsse „endlich handeln“." There nobody in the sentence speaks,
 * and whoever spoke last goes on.
 *
 * 1. A verb in that mood stands outside the marks of the quotation's sentence,
 *    or a colon right before them. Otherwise nobody is found here.
 * 2. A verb of saying of the same sentence tells who speaks: one before the
 *    mood, or else the first one behind the marks ("..., sagte Lampe").
 * 3. Else the sentences of the paragraph before are gone through backwards, to
 *    a verb of saying or a sentence about somebody; past others in that mood.
 * 4. Else whoever spoke in the paragraph before.
 * 5. Without such a verb: who wants something, "will „klagen“", or is so,
 *    "bleibt „skeptisch“", where nobody in the sentence says anything.
 *
 * Cost: a bounded number of sentences and words.
 *
 * Not here: clauses without a verb (gapped.c); how much that counts beside the rest (rank.c).
 */
#include "speaker/reported.h"

#include "speaker/gapped.h"
#include "speaker/press.h"
#include "speaker/proper.h"

enum {
    SENTENCES_BACK = 5,   /* gone through */
    SENTENCE_TOKENS = 80, /* of each looked at */
    MENTIONS_LOOKED = 24, /* of a sentence */
    CUES_LOOKED = 12,     /* likewise */
    TAG_TOKENS = 4        /* from the marks to the verb of their tag */
};

struct reader {
    const ws_scene *scene;
    const ws_place *place;
};

/* "sei", "habe", "müsse": outside marks, a verb in the mood of what others
 * said. */
static bool is_mood(const ws_scene *scene, uint32_t i)
{
    const ws_token *token = &scene->tokens->token[i];

    return WS_IS(token->lex, CUE_THOUGHT) && !WS_IS(token->lex, CUE) &&
           !ws_is_capital(token) && scene->pieces->inside[i] == 0;
}

/* The last such verb among tokens [from, to), or NONE. */
static uint32_t mood_in(const ws_scene *scene, uint32_t from, uint32_t to)
{
    for (uint32_t n = 0; to > from && n < SENTENCE_TOKENS; n++)
        if (is_mood(scene, --to))
            return to;
    return WHOSAID_NONE;
}

static const ws_sentence *sentence_at(const ws_scene *scene, uint32_t s)
{
    return &scene->sentences->sentence[s];
}

/* A verb of saying, or "according to". */
static bool is_tie(const ws_cue *cue)
{
    return cue->kind == WS_CUE_VERB || cue->kind == WS_CUE_ACCORDING;
}

/* A cue whose subject stands outside marks and speaks. */
static bool is_spoken(const ws_scene *scene, const ws_cue *cue)
{
    return cue->subject != WHOSAID_NONE && is_tie(cue) &&
           (scene->mentions->mention[cue->subject].flags & WS_M_QUOTED) == 0;
}

/* The last cue in tokens [from, to), or NULL. */
static const ws_cue *last_cue(const ws_scene *scene, uint32_t from, uint32_t to)
{
    uint32_t k = ws_scene_cue_at(scene, to);

    for (uint32_t n = 0; k > 0 && n < CUES_LOOKED; n++) {
        const ws_cue *cue = &scene->cues->cue[--k];
        if (cue->first < from)
            break;
        if (is_tie(cue))
            return cue;
    }
    return NULL;
}

/* "Sagte ein Mann, [der seinen Namen nicht nennen wollte]: ...": the comma of
 * such a clause before the colon, or the colon. */
static uint32_t behind_clause(const ws_scene *scene, uint32_t first,
                              uint32_t colon)
{
    const ws_lex opens =
        WS_LEX_BIT(DET) | WS_LEX_BIT(RELATIVE) | WS_LEX_BIT(POSSESSIVE);
    const ws_lex no_verb = WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(ADVERB) |
                           WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(DET) |
                           WS_LEX_BIT(AND) | WS_LEX_BIT(CONJUNCTION);
    const ws_token *token = scene->tokens->token;
    uint32_t i = colon;

    if (colon <= first + 2 || !ws_is_small(&token[colon - 1]) ||
        (token[colon - 1].lex & no_verb) != 0)
        return colon;
    for (uint32_t n = 0; i > first && n < SENTENCE_TOKENS; n++)
        if (ws_is_comma(&token[--i]))
            break;
    if (!ws_is_comma(&token[i]) || i + 2 >= colon)
        return colon;
    uint32_t at = WS_IS(token[i + 1].lex, PREPOSITION) ? i + 2 : i + 1;
    return ws_is_small(&token[at]) && (token[at].lex & opens) != 0 ? i : colon;
}

/* The subject of the first cue in tokens [from, to), or NONE. */
static uint32_t first_spoken(const ws_scene *scene, uint32_t from, uint32_t to)
{
    uint32_t k = ws_scene_cue_at(scene, from);

    for (uint32_t n = 0; k < scene->cues->count && n < CUES_LOOKED; n++, k++) {
        const ws_cue *cue = &scene->cues->cue[k];
        if (cue->first >= to)
            break;
        if (is_spoken(scene, cue))
            return cue->subject;
    }
    return WHOSAID_NONE;
}

/* "“...”, sagte [Lampe]", "“...”, hat [Lampe] gesagt": the subject of the tag
 * behind the marks, or NONE. */
static uint32_t tagged_behind(const struct reader *r)
{
    const ws_scene *scene = r->scene;
    uint32_t end = r->place->end;
    uint32_t last = sentence_at(scene, r->place->last_sentence)->last;
    uint32_t k = ws_scene_cue_at(scene, end);

    if (k >= scene->cues->count)
        return WHOSAID_NONE;
    const ws_cue *cue = &scene->cues->cue[k];
    bool tag = ws_is_comma(&scene->tokens->token[end]) && cue->first < last &&
               cue->first <= end + TAG_TOKENS && cue->strength > 0 &&
               is_spoken(scene, cue) &&
               scene->mentions->mention[cue->subject].first >= end;
    for (uint32_t i = end + 1; tag && i < cue->first; i++)
        tag = scene->tokens->token[i].kind == WS_TOKEN_WORD &&
              !WS_IS(scene->tokens->token[i].lex, SUBORDINATOR) &&
              scene->pieces->inside[i] == 0;
    return tag ? cue->subject : WHOSAID_NONE;
}

/* "Es soll „...“ gewesen sein, berichten [Zeugen]": the subject of the verb
 * that opens the last clause, where none before the marks says anything. */
static uint32_t tagged_last(const struct reader *r)
{
    const ws_scene *scene = r->scene;
    uint32_t first = sentence_at(scene, r->place->first_sentence)->first;
    uint32_t last = sentence_at(scene, r->place->last_sentence)->last;
    uint32_t k = ws_scene_cue_at(scene, r->place->end);

    if (k >= scene->cues->count || !scene->tokens->nouns ||
        last_cue(scene, first, r->place->begin) != NULL)
        return WHOSAID_NONE;
    const ws_cue *cue = &scene->cues->cue[k];
    bool tag = cue->first < last && cue->kind == WS_CUE_VERB &&
               cue->first > r->place->end + 1 &&
               ws_is_comma(&scene->tokens->token[cue->first - 1]) &&
               is_spoken(scene, cue) &&
               scene->mentions->mention[cue->subject].first >= cue->last;
    return tag ? cue->subject : WHOSAID_NONE;
}

/* "Als „...“ bezeichnete [Lampe] den Plan": the subject right behind the verb
 * that follows the marks, where none stands before them. */
static uint32_t inverted_behind(const struct reader *r)
{
    const ws_lex other = WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(THAT) |
                         WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL) |
                         WS_LEX_BIT(COMMON_VERB) | WS_LEX_BIT(CUE) |
                         WS_LEX_BIT(RELATIVE) | WS_LEX_BIT(SUBJECT);
    const ws_scene *scene = r->scene;
    const ws_token *token = scene->tokens->token;
    uint32_t first = sentence_at(scene, r->place->first_sentence)->first;
    uint32_t end = r->place->end;
    uint32_t k = ws_scene_cue_at(scene, end);

    if (k >= scene->cues->count || !scene->tokens->nouns ||
        scene->cues->cue[k].first != end || r->place->begin == first ||
        r->place->begin - first > SENTENCE_TOKENS)
        return WHOSAID_NONE;
    const ws_cue *cue = &scene->cues->cue[k];
    if (cue->kind != WS_CUE_VERB || !is_spoken(scene, cue) ||
        scene->mentions->mention[cue->subject].first != cue->last)
        return WHOSAID_NONE;
    for (uint32_t i = first; i < r->place->begin; i++)
        if (scene->pieces->inside[i] != 0 || ws_is_comma(&token[i]) ||
            ((token[i].lex & other) != 0 && ws_is_small(&token[i])))
            return WHOSAID_NONE;
    return cue->subject;
}

/* "“...” Das sagte [Lampe]", "So reagierte [Lampe]", "Mit diesen Worten ging
 * [Lampe]": the subject of a sentence about the words right behind them, or
 * NONE. */
static uint32_t told_behind(const struct reader *r)
{
    const ws_scene *scene = r->scene;
    const ws_token *token = &scene->tokens->token[r->place->end];
    uint32_t end = r->place->end;

    if (end + 2 >= scene->tokens->count ||
        token->paragraph != r->place->last_paragraph || !ws_is_capital(token) ||
        sentence_at(scene, scene->sentences->of[end])->first != end)
        return WHOSAID_NONE;
    uint32_t last = sentence_at(scene, scene->sentences->of[end])->last;
    bool that = WS_IS(token->lex, DET) && WS_IS(token->lex, NEUTER) &&
                WS_IS(token[1].lex, CUE_STRONG) && ws_is_small(&token[1]);
    bool so = WS_IS(token->lex, ACCORDING) && ws_is_small(&token[1]) &&
              WS_IS(token[1].lex, CUE);
    bool words = WS_IS(token->lex, PREPOSITION) && WS_IS(token[1].lex, DET) &&
                 WS_IS(token[2].lex, SPEECH_NOUN);
    if (!that && !so && !words)
        return WHOSAID_NONE;
    for (uint32_t i = end; i < last; i++)
        if (scene->pieces->inside[i] != 0)
            return WHOSAID_NONE;
    return first_spoken(scene, end + (so ? 1 : 0), last);
}

/* Somebody of whom a sentence can tell: no place, nor a thing. */
static bool is_somebody(const ws_scene *scene, const ws_mention *m)
{
    const uint16_t governed =
        WS_M_OBJECT | WS_M_AFTER_PREPOSITION | WS_M_GENITIVE | WS_M_NESTED |
        WS_M_QUOTED | WS_M_RELATIVE | WS_M_FIRST | WS_M_SECOND | WS_M_NEUTER;

    if ((m->flags & governed) != 0)
        return false;
    if (m->kind == WS_MENTION_PRONOUN)
        return WS_IS(scene->tokens->token[m->head].lex, SUBJECT);
    if (m->kind == WS_MENTION_NOMINAL)
        return m->type == WHOSAID_SOURCE_ANONYMOUS ||
               m->type == WHOSAID_SOURCE_BODY ||
               m->type == WHOSAID_SOURCE_GROUP;
    return m->type != WHOSAID_SOURCE_NONE || m->name_end - m->name > 1 ||
           (scene->tokens->token[m->name].lex & WS_GIVEN_CLASSES) != 0;
}

/* The first mention that is asked for, with its head in tokens [from, to), or
 * NONE. */
static uint32_t first_of(const ws_scene *scene, uint32_t from, uint32_t to,
                         bool (*is)(const ws_scene *, uint32_t,
                                    const ws_mention *))
{
    uint32_t m = scene->mentions->at[from];

    for (uint32_t n = 0; m < scene->mentions->count && n < MENTIONS_LOOKED;
         n++, m++) {
        const ws_mention *mention = &scene->mentions->mention[m];
        if (mention->head >= to)
            break;
        if (is(scene, from, mention))
            return m;
    }
    return WHOSAID_NONE;
}

static bool is_told_of(const ws_scene *scene, uint32_t from,
                       const ws_mention *m)
{
    (void)from;
    return is_somebody(scene, m);
}

/* Of whom the tokens [from, to) tell: the first who is somebody, or NONE. */
static uint32_t told_of(const ws_scene *scene, uint32_t from, uint32_t to)
{
    uint32_t m = first_of(scene, from, to, is_told_of);
    uint32_t same =
        m != WHOSAID_NONE ? scene->mentions->mention[m].same : WHOSAID_NONE;

    return same != WHOSAID_NONE ? same : m;
}

/* "Er werde sich „bald“ äußern", "man müsse „endlich“ reden": who is said to
 * say so has not spoken yet. An infinitive ends so. */
static bool is_yet_to_come(const ws_scene *scene, uint32_t mood, uint32_t verb)
{
    const ws_token *token = scene->tokens->token;

    return scene->tokens->nouns &&
           (WS_IS(token[mood].lex, MODAL) ||
            (WS_IS(token[mood].lex, BE) &&
             WS_IS(token[mood].lex, AUXILIARY))) &&
           WS_IS(token[verb].lex, CUE) &&
           scene->text->bytes[token[verb].end - 1] == 'n';
}

/* "Der Mann habe „Feuer“ gerufen": the verb in that mood has a verb of saying
 * for its other half, before the marks or behind them. */
static bool is_halved(const struct reader *r, uint32_t mood)
{
    const ws_scene *scene = r->scene;
    const ws_place *p = r->place;
    uint32_t last = sentence_at(scene, p->last_sentence)->last;
    uint32_t i = mood < p->begin ? mood + 1 : p->end;

    for (uint32_t n = 0; i < last && n < SENTENCE_TOKENS; n++, i++) {
        const ws_token *token = &scene->tokens->token[i];
        if (scene->pieces->inside[i] != 0)
            continue;
        if (i >= p->end && token->kind == WS_TOKEN_PUNCT)
            break;
        if (WS_IS(token->lex, CUE))
            return !is_yet_to_come(scene, mood, i);
    }
    return false;
}

/* Of whom the clauses of tokens [first, end) tell, the last one first. */
static uint32_t told_last(const ws_scene *scene, uint32_t first, uint32_t end)
{
    uint32_t to = end;

    for (uint32_t n = 0, i = end; i > first && n < SENTENCE_TOKENS; n++) {
        if (--i > first && !ws_is_comma(&scene->tokens->token[i]))
            continue;
        uint32_t found = told_of(scene, i, to);
        if (found != WHOSAID_NONE)
            return found;
        to = i;
    }
    return WHOSAID_NONE;
}

static bool is_owner(const ws_scene *scene, uint32_t from, const ws_mention *m)
{
    return m->first > from && m->type != WHOSAID_SOURCE_NONE &&
           m->kind != WS_MENTION_PRONOUN &&
           (m->flags & (WS_M_QUOTED | WS_M_NESTED)) == 0 &&
           WS_IS(scene->tokens->token[m->first - 1].lex, OF);
}

/* "Kritik kam von [Lampe], die Lage sei", "der Vorwurf [der Gewerkschaft]
 * lautet": the first whose the nouns of tokens [from, to) are, or NONE. */
static uint32_t told_by(const ws_scene *scene, uint32_t from, uint32_t to)
{
    return first_of(scene, from, to, is_owner);
}

/* "Lampe ist der Ansicht, die Lage sei": of whom the clause tells on which
 * that of token i hangs, or NONE. */
static uint32_t told_above(const ws_scene *scene, uint32_t first, uint32_t i)
{
    for (uint32_t n = 0; i > first && n < SENTENCE_TOKENS; n++) {
        const ws_token *token = &scene->tokens->token[--i];
        if (!ws_is_comma(token) && !ws_is_punct(token, ':'))
            continue;
        if (mood_in(scene, first, i) != WHOSAID_NONE)
            return WHOSAID_NONE;
        uint32_t found = told_last(scene, first, i);
        return found != WHOSAID_NONE ? found : told_by(scene, first, i);
    }
    return WHOSAID_NONE;
}

/* "Der Agentur zufolge" */
static bool is_press(const ws_scene *scene, const ws_cue *cue)
{
    if (cue->kind != WS_CUE_ACCORDING || cue->subject == WHOSAID_NONE)
        return false;
    const ws_mention *m = &scene->mentions->mention[cue->subject];
    return ws_press_is_in(&scene->mentions->phrases, m->first, m->last);
}

/* Whether the sentence of the quotation tells itself who speaks; if it does,
 * who, or NONE where the rest must show. */
static bool own_speaker(const struct reader *r, uint32_t mood,
                        uint32_t *speaker)
{
    const ws_scene *scene = r->scene;
    const ws_place *p = r->place;
    uint32_t first = sentence_at(scene, p->first_sentence)->first;
    uint32_t last = sentence_at(scene, p->last_sentence)->last;
    const ws_cue *so = last_cue(scene, mood < p->begin ? mood : p->begin,
                                p->begin); /* "sei, so Lampe, „...“" */
    const ws_cue *cue =
        last_cue(scene, first, mood < p->begin ? mood : p->begin);

    if (so != NULL && so->kind == WS_CUE_ACCORDING && is_spoken(scene, so)) {
        *speaker = so->subject;
        return true;
    }
    /* "sagte Lampe der Agentur zufolge, ...": it passes on his words */
    if (cue != NULL && is_press(scene, cue)) {
        const ws_cue *said = last_cue(scene, first, cue->first);
        cue = said != NULL && is_spoken(scene, said) ? said : cue;
    }
    if (cue == NULL) {
        uint32_t k = ws_scene_cue_at(scene, p->end);
        bool yet = k < scene->cues->count && scene->cues->cue[k].first < last &&
                   is_yet_to_come(scene, mood, scene->cues->cue[k].first);
        *speaker =
            first_spoken(scene, yet ? scene->cues->cue[k].last : p->end, last);
        if (*speaker == WHOSAID_NONE)
            *speaker =
                told_above(scene, first, mood < p->begin ? mood : p->begin);
        return *speaker != WHOSAID_NONE;
    }
    /* "Lampe sagt, Vogt meine, „...“ sei": more than one may be told of */
    if (mood < p->begin && is_spoken(scene, cue))
        *speaker = cue->subject;
    return true;
}

/* Who speaks by the sentences of the paragraph before that one, or NONE. */
static uint32_t speaker_before(const struct reader *r)
{
    const ws_scene *scene = r->scene;
    uint32_t paragraph = r->place->first_paragraph;
    uint32_t s = r->place->first_sentence;

    for (uint32_t n = 0; s > 0 && n < SENTENCES_BACK; n++) {
        const ws_sentence *sentence = sentence_at(scene, --s);
        if (scene->tokens->token[sentence->first].paragraph != paragraph)
            break;
        const ws_cue *cue = last_cue(scene, sentence->first, sentence->last);
        if (cue != NULL)
            return is_spoken(scene, cue) ? cue->subject : WHOSAID_NONE;
        uint32_t found = WHOSAID_NONE;
        if (mood_in(scene, sentence->first, sentence->last) == WHOSAID_NONE)
            found = told_of(scene, sentence->first, sentence->last);
        if (found != WHOSAID_NONE)
            return found;
    }
    return WHOSAID_NONE;
}

/* "Für [Lampe] ist das „...“": for whom something is so, where that opens the
 * sentence at token first; or NONE. */
static uint32_t is_so_for(const struct reader *r, uint32_t first)
{
    const ws_scene *scene = r->scene;
    const ws_token *token = scene->tokens->token;
    uint32_t m = scene->mentions->at[first + 1];

    if (!WS_IS(token[first].lex, FOR) || m >= scene->mentions->count)
        return WHOSAID_NONE;
    const ws_mention *mention = &scene->mentions->mention[m];
    bool one = mention->first == first + 1 && mention->tail < r->place->begin &&
               (mention->kind == WS_MENTION_NAME ||
                mention->type == WHOSAID_SOURCE_GROUP || /* "die Grünen" */
                mention->type == WHOSAID_SOURCE_BODY ||
                mention->type == WHOSAID_SOURCE_ANONYMOUS) &&
               mention->type != WHOSAID_SOURCE_NONE;
    return one && WS_IS(token[mention->tail].lex, BE) ? m : WHOSAID_NONE;
}

/* "[Die Kammer] will „klagen“", "dagegen bleibt [Lampe] „skeptisch“": who wants
 * or is so in a sentence in which nobody says anything; or NONE. */
static uint32_t wanted_by(const struct reader *r)
{
    const ws_scene *scene = r->scene;
    const ws_token *token = scene->tokens->token;
    uint32_t first = sentence_at(scene, r->place->first_sentence)->first;
    uint32_t last = sentence_at(scene, r->place->last_sentence)->last;
    uint32_t verb = WHOSAID_NONE;

    if (first + 2 >= r->place->begin ||
        r->place->begin - first > SENTENCE_TOKENS ||
        scene->pieces->inside[first] != 0 ||
        first_spoken(scene, first, last) != WHOSAID_NONE)
        return WHOSAID_NONE;
    uint32_t whom = is_so_for(r, first);
    if (whom != WHOSAID_NONE)
        return whom;
    for (uint32_t i = first; i < r->place->begin; i++) {
        if (ws_is_comma(&token[i]) || scene->pieces->inside[i] != 0)
            return WHOSAID_NONE;
        if (ws_is_small(&token[i]) && verb == WHOSAID_NONE &&
            ws_scene_listed(scene, i, WS_LIST_WANTS))
            verb = i;
    }
    return verb == WHOSAID_NONE ? verb : told_of(scene, first, r->place->begin);
}

/* A mention and whom it means. */
static ws_reported speaks(const ws_scene *scene, uint32_t mention)
{
    bool found = mention != WHOSAID_NONE;

    return (ws_reported){
        mention, found ? scene->people->of[mention] : WHOSAID_NONE, false};
}

/* "Sagte Lampe, [die Lage] sei": behind a comma a clause of its own begins, of
 * what he said, with its subject; not one that tells of him. */
static bool opens_clause(const ws_scene *scene, uint32_t i, uint32_t end)
{
    const ws_token *token = &scene->tokens->token[i];
    const ws_lex other = WS_LEX_BIT(AND) | WS_LEX_BIT(CONJUNCTION) |
                         WS_LEX_BIT(RELATIVE) | WS_LEX_BIT(PREPOSITION);

    if (i + 2 >= end || token->kind != WS_TOKEN_WORD ||
        (token->lex & other) != 0)
        return false;
    if (WS_IS(token->lex, DET) || WS_IS(token->lex, POSSESSIVE))
        return ws_is_capital(&token[1]) ||
               (ws_is_capital(&token[2]) && token[1].lex == 0);
    return WS_IS(token->lex, SUBJECT);
}

/* "Im Gespräch mit Vogt sagte Lampe: „...“": the subject of the last verb of
 * saying before the marks, where no clause stands between; or NONE. */
static uint32_t said_before(const struct reader *r, const ws_cue *cue,
                            uint32_t end)
{
    const ws_scene *scene = r->scene;

    if (cue->found == WS_SUBJECT_LOOSE || !is_spoken(scene, cue) ||
        end > cue->last + SENTENCE_TOKENS ||
        (cue->first > 0 && /* "und nannte sie" */
         WS_IS(scene->tokens->token[cue->first - 1].lex, CONJUNCTION)) ||
        scene->mentions->mention[cue->subject].first < cue->last)
        return WHOSAID_NONE;
    uint32_t comma = mood_in(scene, cue->last, end) == WHOSAID_NONE
                         ? scene->mentions->mention[cue->subject].tail
                         : WHOSAID_NONE;
    for (uint32_t i = cue->last; i < end; i++) {
        bool on = i == comma && opens_clause(scene, i + 1, end);
        if (scene->pieces->inside[i] != 0 ||
            (ws_is_comma(&scene->tokens->token[i]) && !on))
            return WHOSAID_NONE;
    }
    return cue->subject;
}

/* "Er wurde von [Lampe] als „Träumer“ bezeichnet": the subject of the verb
 * behind the marks, where that is who did it; or NONE. */
static uint32_t done_by(const struct reader *r)
{
    const ws_scene *scene = r->scene;
    uint32_t last = sentence_at(scene, r->place->last_sentence)->last;
    uint32_t m = first_spoken(scene, r->place->end, last);

    if (m == WHOSAID_NONE)
        return m;
    const ws_mention *mention = &scene->mentions->mention[m];
    return mention->last <= r->place->begin && mention->first > 0 &&
                   WS_IS(scene->tokens->token[mention->first - 1].lex, OF)
               ? m
               : WHOSAID_NONE;
}

/* The colon right before the marks: of whom its sentence tells, the last of
 * its clauses first. */
static ws_reported before_colon(const struct reader *r)
{
    const ws_scene *scene = r->scene;
    uint32_t colon = r->place->begin - 1;
    uint32_t first = sentence_at(scene, scene->sentences->of[colon])->first;
    uint32_t last = sentence_at(scene, r->place->last_sentence)->last;

    colon = behind_clause(scene, first, colon);
    const ws_cue *cue = last_cue(scene, first, colon);
    if (cue != NULL) /* "zitierte Lampe mit den Worten: ..." */
        return speaks(scene, WS_IS(scene->tokens->token[cue->first].lex, CALLED)
                                 ? cue->subject
                                 : said_before(r, cue, colon));
    if (first_spoken(scene, r->place->end, last) != WHOSAID_NONE)
        return speaks(scene, WHOSAID_NONE);
    uint32_t found = told_last(scene, first, colon);
    if (mood_in(scene, first, colon) != WHOSAID_NONE)
        found = speaker_before(r);
    return speaks(scene, found);
}

ws_reported ws_reported_by(const ws_scene *scene, const ws_place *place,
                           const ws_past *past)
{
    const struct reader r = {scene, place};
    uint32_t first = sentence_at(scene, place->first_sentence)->first;
    uint32_t last = sentence_at(scene, place->last_sentence)->last;

    if (!scene->tokens->foreign)
        return speaks(scene, WHOSAID_NONE);
    uint32_t tag = tagged_behind(&r);
    if (tag == WHOSAID_NONE)
        tag = tagged_last(&r);
    if (tag == WHOSAID_NONE)
        tag = inverted_behind(&r);
    if (tag == WHOSAID_NONE)
        tag = ws_gapped(scene, place, past);
    if (tag != WHOSAID_NONE)
        return speaks(scene, tag);
    if (scene->tokens->nouns && first + 1 >= place->begin)
        tag = told_behind(&r);
    if (tag != WHOSAID_NONE)
        return speaks(scene, tag);
    /* where the lists know more of a language's nouns */
    if (scene->tokens->nouns && place->begin > 0 && !place->opens_paragraph &&
        ws_is_punct(&scene->tokens->token[place->begin - 1], ':'))
        return before_colon(&r);
    tag = scene->tokens->nouns ? done_by(&r) : WHOSAID_NONE;
    if (tag != WHOSAID_NONE)
        return speaks(scene, tag);
    const ws_cue *cue = last_cue(scene, first, place->begin);
    tag = scene->tokens->nouns && cue != NULL
              ? said_before(&r, cue, place->begin)
              : WHOSAID_NONE;
    if (tag != WHOSAID_NONE)
        return (ws_reported){tag, scene->people->of[tag], true};
    uint32_t mood = mood_in(scene, first, place->begin);
    if (mood == WHOSAID_NONE)
        mood = mood_in(scene, place->end, last);
    if (mood == WHOSAID_NONE)
        return speaks(scene,
                      scene->tokens->nouns ? wanted_by(&r) : WHOSAID_NONE);
    if (is_halved(&r, mood))
        return speaks(scene, WHOSAID_NONE);
    uint32_t found = WHOSAID_NONE;
    if (own_speaker(&r, mood, &found))
        return speaks(scene, found);
    found = speaker_before(&r);
    if (found != WHOSAID_NONE || past->count == 0)
        return speaks(scene, found);
    ws_place before = ws_scene_place(scene, past->turn[0].quotation);
    return before.last_paragraph + 1 >= place->first_paragraph
               ? (ws_reported){past->turn[0].mention, past->turn[0].person,
                               false}
               : speaks(scene, WHOSAID_NONE);
}

bool ws_reported_is(const ws_reported *reported, uint32_t mention,
                    uint32_t person)
{
    return reported->mention != WHOSAID_NONE &&
           (mention == reported->mention ||
            (person != WHOSAID_NONE && person == reported->person));
}
