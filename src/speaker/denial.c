/*
 * denial.c - who is said not to have spoken.
 *
 *   in   the scene, a mention, the cue whose subject it is
 *   out  whether the text denies that it spoke
 *
 * 1. The mention is nobody: "nobody", "no official", "none of the guests".
 * 2. It stands behind "neither", or behind the "nor" that follows one.
 * 3. Its verb is one that never came true: "would never say".
 * 4. The words were said of it, or to it: "was accused of", "the court was
 *    told". Who asks whether they were did not say them either: "asked Hill
 *    whether she had been told".
 * 5. It listened: "the court heard".
 * 6. It is an "it" that means nobody: "it is understood that".
 *
 * 7. Somebody unknown called the words out: "“Rubbish,” came a shout", "came the
 *    cry from the crowd", "shouted someone at the back".
 * 8. They could be read where nobody is told to have put them: "auf einem Schild
 *    stand „Ruhe“", "war auf einem Schild zu lesen".
 *
 * "Ana Ruiz never said" is left alone: whose words they are is told.
 */
#include "speaker/denial.h"

#include "speaker/proper.h"
#include "text/legible.h"

enum {
    NEITHER_TOKENS = 16, /* from "neither" to the one behind "nor" */
    NOR_TOKENS = 3,      /* from "nor" to a name: "nor her deputy, Jo Hill" */
    VERB_TOKENS = 4,     /* auxiliaries before a verb */
    PATIENT_TOKENS = 6,  /* from "was accused of" to the words */
    TOLD_TOKENS = 10,    /* from "was told by police" to the words */
    ASKED_CUES = 4,      /* verbs before a reply, looked at */
    CRY_TOKENS = 4,      /* from "came" to a cry */
    POSTED_TOKENS = 8    /* of the clause that tells where words stand */
};

/* "No", "neither", "none", "nobody". */
static bool is_no(ws_lex lex)
{
    const ws_lex word =
        WS_LEX_BIT(DET) | WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(QUANTITY);

    return WS_IS(lex, NEGATION) && (lex & word) != 0;
}

/* "Neither Ana Ruiz nor [Jo Hill]"; what stands between marks denies nothing. */
static bool behind_nor(const ws_scene *scene, uint32_t begin, uint32_t first)
{
    const ws_token *token = scene->tokens->token;
    uint32_t nor = begin;

    while (nor > first && begin - nor < NOR_TOKENS &&
           token[nor - 1].kind != WS_TOKEN_MARK &&
           !WS_IS(token[nor - 1].lex, CONJUNCTION))
        nor--;
    if (nor <= first || !WS_IS(token[nor - 1].lex, CONJUNCTION))
        return false;
    for (uint32_t i = nor - 1; i > first && nor - i < NEITHER_TOKENS &&
                               token[i - 1].kind != WS_TOKEN_MARK;
         i--)
        if (is_no(token[i - 1].lex))
            return WS_IS(token[i - 1].lex, DET);
    return false;
}

/* "Would never say", "would not have said" */
static bool is_unreal(const ws_scene *scene, uint32_t cue, uint32_t first)
{
    const ws_token *token = scene->tokens->token;
    bool modal = false;
    bool never = false;

    for (uint32_t n = 0, i = cue; n < VERB_TOKENS && i > first; n++, i--) {
        ws_lex lex = token[i - 1].lex;
        if ((lex & (WS_LEX_BIT(MODAL) | WS_LEX_BIT(NEGATION) |
                    WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(ADVERB))) == 0)
            break;
        modal = modal || WS_IS(lex, MODAL);
        never = never || WS_IS(lex, NEGATION);
    }
    return modal && never;
}

/* "It is thought", "it has been reported that": nobody who thinks. */
static bool is_expletive(const ws_scene *scene, uint32_t mention)
{
    const ws_lex between = WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL) |
                           WS_LEX_BIT(ADVERB) | WS_LEX_BIT(BE);
    const ws_lex other = WS_LEX_BIT(CUE_BASE) | WS_LEX_BIT(CUE_ING);
    const ws_mention *m = &scene->mentions->mention[mention];
    const ws_token *token = scene->tokens->token;
    uint32_t i = m->last;
    bool passive = false;

    if (m->kind != WS_MENTION_PRONOUN || (m->flags & WS_M_NEUTER) == 0 ||
        scene->tokens->foreign)
        return false;
    for (uint32_t n = 0; n < VERB_TOKENS && i + 1 < scene->tokens->count &&
                         (token[i].lex & between) != 0;
         n++, i++)
        passive =
            WS_IS(token[i].lex, BE) || (passive && WS_IS(token[i].lex, ADVERB));
    return passive && i < scene->tokens->count && WS_IS(token[i].lex, CUE) &&
           (token[i].lex & other) == 0;
}

/* "The court heard": several people, or a body, to whom somebody else spoke. */
static bool has_listened(const ws_scene *scene, uint32_t mention, uint32_t cue)
{
    const ws_mention *m = &scene->mentions->mention[mention];
    const ws_token *token = scene->tokens->token;

    if (!ws_token_listed(scene->text->bytes,
                         &token[scene->cues->cue[cue].first], WS_LIST_HEARD))
        return false;
    return m->type == WHOSAID_SOURCE_BODY || m->type == WHOSAID_SOURCE_GROUP ||
           (m->kind == WS_MENTION_NOMINAL && m->type != WHOSAID_SOURCE_PERSON &&
            m->type != WHOSAID_SOURCE_ANONYMOUS);
}

ws_denial ws_denial_of(const ws_scene *scene, uint32_t mention, uint32_t cue)
{
    const ws_mention *m = &scene->mentions->mention[mention];
    const ws_token *token = scene->tokens->token;
    uint32_t first =
        scene->sentences->sentence[scene->sentences->of[m->head]].first;
    uint32_t begin = m->first;

    if (is_no(token[begin].lex) &&
        !(begin < m->head && ws_is_house(&token[begin])))
        return WS_DENIAL_WHOLE;
    if (m->role < m->role_end && m->role < begin && m->role >= first)
        begin = m->role;
    if (behind_nor(scene, begin, first))
        return WS_DENIAL_WHOLE;
    if ((cue != WHOSAID_NONE && has_listened(scene, mention, cue)) ||
        is_expletive(scene, mention))
        return WS_DENIAL_WHOLE;
    if (cue != WHOSAID_NONE &&
        is_unreal(scene, scene->cues->cue[cue].first, first))
        return WS_DENIAL_MAYBE;
    return WS_DENIAL_NONE;
}

/* The last verb before a place, or another cue; not a colon that it leads to.
 * WHOSAID_NONE where there is none. */
static uint32_t last_verb(const ws_scene *scene, uint32_t place)
{
    const ws_cues *cues = scene->cues;
    uint32_t at = cues->at[place];

    if (at > 1 && cues->cue[at - 1].kind == WS_CUE_COLON)
        at--;
    return at > 0 ? at - 1 : WHOSAID_NONE;
}

/* Whether mention m can be told something: not "the scene". */
static bool is_somebody(const ws_scene *scene, uint32_t m)
{
    return m != WHOSAID_NONE &&
           (scene->mentions->mention[m].kind != WS_MENTION_NOMINAL ||
            scene->mentions->mention[m].type != WHOSAID_SOURCE_NONE);
}

/* "[A driver] who fled was told: “...”": the patient of a passive verb, apart
 * from it; or NONE. */
static uint32_t apart(const ws_scene *scene, const ws_cue *cue)
{
    const ws_token *token = scene->tokens->token;
    uint32_t first =
        scene->sentences->sentence[scene->sentences->of[cue->first]].first;
    uint32_t m = scene->mentions->at[first];

    if (scene->tokens->foreign || cue->kind != WS_CUE_VERB ||
        cue->first < first + 3 || !WS_IS(token[cue->first - 1].lex, BE) ||
        WS_IS(token[cue->first].lex, CUE_ING) || m >= scene->mentions->count ||
        scene->pieces->inside[first] != 0)
        return WHOSAID_NONE;
    const ws_mention *told = &scene->mentions->mention[m];
    if (told->first != first || told->last >= cue->first)
        return WHOSAID_NONE;
    uint32_t who = told->last + ws_is_comma(&token[told->last]);
    return who < cue->first && WS_IS(token[who].lex, RELATIVE) &&
                   told->type != WHOSAID_SOURCE_DOCUMENT
               ? m
               : WHOSAID_NONE;
}

/* "[The coroner] asked Hill whether she had been told": who asks about what cue
 * c tells of its patient; or NONE. */
static uint32_t asker(const ws_scene *scene, uint32_t c)
{
    const ws_cue *cue = &scene->cues->cue[c];
    const ws_token *token = scene->tokens->token;

    if (c == 0 || cue->patient == WHOSAID_NONE)
        return WHOSAID_NONE;
    const ws_cue *asked = &scene->cues->cue[c - 1];
    if (asked->subject == WHOSAID_NONE ||
        scene->sentences->of[asked->first] !=
            scene->sentences->of[cue->first] ||
        !ws_token_listed(scene->text->bytes, &token[asked->first],
                         WS_LIST_ASKED))
        return WHOSAID_NONE;
    uint32_t why = scene->mentions->mention[cue->patient].first;
    return why > asked->first && why < cue->first &&
                   ws_token_listed(scene->text->bytes, &token[why - 1],
                                   WS_LIST_WHY)
               ? asked->subject
               : WHOSAID_NONE;
}

void ws_denial_patients(const ws_scene *scene, const ws_place *place,
                        uint32_t patient[WS_DENIAL_PATIENTS])
{
    const ws_cues *cues = scene->cues;
    uint32_t before = last_verb(scene, place->begin);
    uint32_t behind = ws_scene_cue_at(scene, place->end);
    const uint32_t *of = scene->sentences->of;

    patient[0] = patient[1] = patient[2] = WHOSAID_NONE;
    if (before != WHOSAID_NONE) {
        const ws_cue *cue = &cues->cue[before];
        if (cue->last + PATIENT_TOKENS >= place->begin &&
            of[cue->first] == of[place->begin]) {
            patient[0] = is_somebody(scene, cue->patient) ? cue->patient
                                                          : apart(scene, cue);
            patient[2] = asker(scene, before);
        }
    }
    /* "...," the court was told */
    if (behind < cues->count) {
        const ws_cue *cue = &cues->cue[behind];
        if (cue->first <= place->end + PATIENT_TOKENS &&
            of[cue->first] == of[place->end - 1])
            patient[1] = cue->patient;
    }
}

uint32_t ws_denial_told(const ws_scene *scene, const ws_place *place)
{
    const ws_cues *cues = scene->cues;
    uint32_t before = last_verb(scene, place->begin);

    if (before == WHOSAID_NONE)
        return WHOSAID_NONE;
    const ws_cue *cue = &cues->cue[before];
    if (cue->patient == WHOSAID_NONE || cue->subject == WHOSAID_NONE ||
        scene->sentences->of[cue->first] != scene->sentences->of[place->begin])
        return WHOSAID_NONE;
    uint32_t end = scene->mentions->mention[cue->subject].last;
    return end > cue->last && end + TOLD_TOKENS >= place->begin ? cue->patient
                                                                : WHOSAID_NONE;
}

bool ws_denial_is_patient(const ws_scene *scene,
                          const uint32_t patient[WS_DENIAL_PATIENTS],
                          uint32_t mention)
{
    const uint32_t *of = scene->people->of;

    for (uint32_t i = 0; i < WS_DENIAL_PATIENTS; i++) {
        if (patient[i] != WHOSAID_NONE &&
            (patient[i] == mention ||
             (of[patient[i]] != WHOSAID_NONE && of[patient[i]] == of[mention])))
            return true;
    }
    return false;
}

/* "“...” came [a shout]", "came [the loud cry]": what is no answer of somebody told
 * of. */
static bool is_outcry(const ws_scene *scene, uint32_t i)
{
    const ws_token *token = scene->tokens->token;

    if (ws_indefinite(&token[i]) != 0)
        return true;
    for (uint32_t n = 0; n < CRY_TOKENS && i < scene->tokens->count; n++, i++) {
        if (ws_token_listed(scene->text->bytes, &token[i], WS_LIST_CRIES))
            return true;
        if (token[i].kind != WS_TOKEN_WORD)
            break;
    }
    return false;
}

/* "“...” shouted [someone] in the gallery", "[somebody] shouted: “...”" */
static bool is_unknown(const ws_scene *scene, const ws_place *place)
{
    const ws_cues *cues = scene->cues;
    const uint32_t *of = scene->sentences->of;
    uint32_t k = ws_scene_cue_at(scene, place->end);

    if (k >= cues->count || cues->cue[k].first > place->end + 1 ||
        of[cues->cue[k].first] != of[place->end - 1])
        k = last_verb(scene, place->begin);
    if (k == WHOSAID_NONE || cues->cue[k].subject == WHOSAID_NONE ||
        cues->cue[k].kind != WS_CUE_VERB ||
        of[cues->cue[k].first] != of[place->begin] ||
        (cues->cue[k].first < place->begin &&
         cues->cue[k].last + PATIENT_TOKENS < place->begin))
        return false;
    const ws_mention *who = &scene->mentions->mention[cues->cue[k].subject];
    uint32_t head = who->head;
    /* but "someone who had “threatened”" */
    if (cues->cue[k].first < place->begin && cues->cue[k].first != who->last)
        return false;
    return ws_token_listed(scene->text->bytes, &scene->tokens->token[head],
                           WS_LIST_SOMEONE);
}

/* "Hill asked how much. “...” came the reply": whether mention's person asks in
 * the sentence before the words. */
static bool has_asked(const ws_scene *scene, const ws_place *place,
                      uint32_t mention)
{
    const ws_cues *cues = scene->cues;
    uint32_t id = scene->people->of[mention];
    uint32_t sentence = scene->sentences->of[place->begin];
    uint32_t k = cues->at[place->begin];

    for (uint32_t n = 0; n < ASKED_CUES && k > 0; n++) {
        const ws_cue *cue = &cues->cue[--k];
        if (scene->sentences->of[cue->first] + 1 < sentence)
            break;
        if (cue->subject != WHOSAID_NONE && id != WHOSAID_NONE &&
            scene->people->of[cue->subject] == id &&
            ws_token_listed(scene->text->bytes,
                            &scene->tokens->token[cue->first], WS_LIST_ASKED))
            return true;
    }
    return false;
}

/* "Came [the reply]" */
static bool is_reply(const ws_scene *scene, uint32_t i)
{
    const ws_token *token = scene->tokens->token;

    return i + 1 < scene->tokens->count && WS_IS(token[i].lex, DET) &&
           ws_token_listed(scene->text->bytes, &token[i + 1], WS_LIST_REPLIES);
}

bool ws_denial_is_cried(const ws_scene *scene, const ws_place *place,
                        uint32_t mention)
{
    const ws_token *token = scene->tokens->token;
    uint32_t came = place->end;

    if (scene->tokens->foreign || came + 1 >= scene->tokens->count)
        return false;
    if (is_unknown(scene, place))
        return true;
    return scene->mentions->mention[mention].head < came &&
           ws_token_listed(scene->text->bytes, &token[came], WS_LIST_CAME) &&
           (is_outcry(scene, came + 1) ||
            (is_reply(scene, came + 1) && has_asked(scene, place, mention)));
}

/* "[Stand] „Ruhe“", "[war] „Ruhe“ zu lesen": whether token i is the verb of words
 * that can be read. Behind a form of "to be" that verb stands at one of tokens
 * [first, end). */
static bool is_of_reading(const ws_scene *scene, uint32_t i, uint32_t first,
                          uint32_t end)
{
    const ws_token *token = scene->tokens->token;

    if (!ws_is_small(&token[i]))
        return false;
    if (WS_IS(token[i].lex, CUE_WRITE))
        return true;
    for (uint32_t k = first;
         WS_IS(token[i].lex, BE) && k < end && k < scene->tokens->count &&
         token[k - 1].paragraph == token[i].paragraph;
         k++)
        if (ws_is_legible(scene->text->bytes, token, k))
            return true;
    return false;
}

/* "[auf] einem Schild": whether something new is told of at token i. */
static bool is_on_one(const ws_scene *scene, uint32_t i)
{
    const ws_lex one = WS_LEX_BIT(DET) | WS_LEX_BIT(QUANTITY);
    const ws_token *token = scene->tokens->token;

    return i + 1 < scene->tokens->count && WS_IS(token[i].lex, PREPOSITION) &&
           (token[i + 1].lex & one) == one;
}

bool ws_denial_is_posted(const ws_scene *scene, const ws_place *place,
                         uint32_t mention)
{
    const ws_token *token = scene->tokens->token;
    const uint32_t *of = scene->sentences->of;
    uint32_t at = place->begin;
    uint32_t end = place->end;

    if (!scene->tokens->foreign || scene->mentions->mention[mention].head >= at)
        return false;
    while (end < scene->tokens->count && token[end].kind == WS_TOKEN_PUNCT &&
           end < place->end + 2)
        end++;
    if (end + 1 < scene->tokens->count && is_on_one(scene, end + 1) &&
        is_of_reading(scene, end, end + 1, end + POSTED_TOKENS + 2))
        return true;
    if (at == 0)
        return false;
    uint32_t verb = at - 1;
    if (token[verb].kind == WS_TOKEN_PUNCT && verb > 0)
        verb--;
    uint32_t first = verb;
    while (first > 0 && verb - first < POSTED_TOKENS &&
           token[first - 1].paragraph == token[verb].paragraph &&
           of[first - 1] == of[verb])
        first--;
    return scene->mentions->mention[mention].head < first && first != verb &&
           is_on_one(scene, first) &&
           is_of_reading(scene, verb, place->end + 1, place->end + 2);
}
