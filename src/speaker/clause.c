/*
 * clause.c - whose words a quotation holds where one clause reports another.
 *
 *   in   the scene, where a quotation stands
 *   out  the mention that is the subject of the innermost clause before it
 *
 *   Ana Ruiz said [her doctor] told her it was “in your head”.
 *   Ana Ruiz told jurors on Monday that [Jo Hill] had boasted: “...”
 *   Ana Ruiz said that when it began, [the guard], Jo Hill, shouted: “...”
 *   Police say [she] told them it was “...”
 *   Ana Ruiz asked Jo Hill why [she] had told them it was “...”
 *   Ana Ruiz met Jo Hill, [who] last week told reporters it was “...”
 *
 *   Ana Ruiz wept when [Jo Hill] called it “a farce”.
 *   Ana Ruiz attacked [Jo Hill] for calling it “a farce”.
 *   [Her deputy] is blunter: “...”
 *   Ana Ruiz said [Jo Hill's] last words were: “...”
 *
 * The verb of the last clause leads to the marks; before its subject stands the
 * verb that reports it, with its hearer and "that". But in "Ana Ruiz said the
 * plan Jo Hill announced was “silly”" a noun stands there, and Hill's clause
 * tells of it.
 *
 * Too rare in what the models learned from. Cost: a bounded number of looks.
 */
#include "speaker/clause.h"

#include "speaker/claimed.h"
#include "speaker/participle.h"
#include "speaker/talk.h"

enum {
    LEAD_TOKENS = 10,       /* from the verb to the words */
    VERB_TOKENS = 4,        /* auxiliaries before a verb */
    ADJUNCT_TOKENS = 12,    /* "that when it began," before the subject */
    HEARER_TOKENS = 10,     /* from the outer verb to "that" */
    TOLD_TOKENS = 14,       /* of "Her deputy is blunter:" */
    OWNED_TOKENS = 3,       /* of "whose first work" */
    RECORD_TOKENS = 3,      /* of "a written statement" behind its "in" */
    PARTING_TOKENS = 5,     /* "to his wife were:" behind "last words" */
    SIGN_CLAUSE_TOKENS = 6, /* of "carried by Jo Hill" before that verb */
    SIGN_TOKENS = 2,        /* from the verb of what bears words to them */
    TOLD_NOUN_TOKENS = 4,   /* of "an employment" before "hearing" */
    WHO_TOKENS = 9,         /* "in an interview with the Ledger" behind "who" */
    NAMED_BEFORE = 3        /* mentions looked at for "the guard, Jo Hill" */
};

/* Whether nothing but words stands between a cue and the marks. */
static bool reaches(const ws_scene *scene, const ws_cue *cue, const ws_place *p)
{
    if (cue->last + LEAD_TOKENS < p->begin ||
        scene->sentences->of[cue->first] != p->first_sentence)
        return false;
    for (uint32_t i = cue->last; i < p->begin; i++) {
        const ws_token *token = &scene->tokens->token[i];
        bool last = i + 1 == p->begin;
        if (token->kind != WS_TOKEN_WORD &&
            !(last && (ws_is_comma(token) || ws_is_punct(token, ':'))))
            return false;
        if (WS_IS(token->lex, CONJUNCTION))
            return false;
    }
    return true;
}

/* The cue that leads to the words: the last one before them with a subject,
 * nothing but words between; or NONE. */
static uint32_t leading(const ws_scene *scene, const ws_place *p)
{
    const ws_cues *cues = scene->cues;
    uint32_t c = ws_scene_cue_at(scene, p->begin);

    while (c > 0 && cues->cue[c - 1].last + LEAD_TOKENS >= p->begin &&
           (cues->cue[c - 1].kind == WS_CUE_COLON ||
            cues->cue[c - 1].subject == WHOSAID_NONE))
        c--;
    if (c == 0)
        return WHOSAID_NONE;
    const ws_cue *cue = &cues->cue[c - 1];
    return (cue->kind == WS_CUE_VERB || cue->kind == WS_CUE_NOUN) &&
                   cue->subject != WHOSAID_NONE && reaches(scene, cue, p)
               ? c - 1
               : WHOSAID_NONE;
}

/* A verb that says something, and did so: not "should say", "thought". */
static bool has_spoken(const ws_scene *scene, const ws_cue *cue)
{
    const ws_lex before = WS_LEX_BIT(ADVERB) | WS_LEX_BIT(AUXILIARY) |
                          WS_LEX_BIT(MODAL) | WS_LEX_BIT(NEGATION) |
                          WS_LEX_BIT(BE);
    const ws_token *token = scene->tokens->token;
    ws_lex lex = token[cue->first].lex;

    if (WS_IS(lex, CUE_THOUGHT) ||
        (cue->strength == 0 && !WS_IS(lex, CUE_HEARER) &&
         !ws_scene_listed(scene, cue->first, WS_LIST_BRANDED)))
        return false;
    for (uint32_t n = 0, i = cue->first;
         n < VERB_TOKENS && i > 0 && (token[i - 1].lex & before) != 0; n++, i--)
        if (WS_IS(token[i - 1].lex, MODAL) || WS_IS(token[i - 1].lex, NEGATION))
            return false;
    return true;
}

/* Whether a verb's clause leads to the words at token begin: not "described
 * his views “...”", but "told the court “...”", "called the plan “...”". */
static bool leads(const ws_scene *scene, const ws_cue *cue, uint32_t begin)
{
    const ws_token *token = scene->tokens->token;
    const ws_token *last = &token[begin - 1];

    if (ws_tag_pos(scene->tags->tag[cue->first]) == WS_POS_NOUN)
        return false;
    return begin == cue->last || last->kind != WS_TOKEN_WORD ||
           WS_IS(token[cue->last].lex, THAT) ||
           (WS_IS(token[cue->first].lex, CUE_HEARER) && cue->strength > 0) ||
           ws_scene_listed(scene, cue->first, WS_LIST_BRANDED) ||
           !WS_IS(last->lex, COMMON_NOUN);
}

/* First token of a subject, with its title and "the guard," before a name. */
static uint32_t subject_begin(const ws_scene *scene, uint32_t subject)
{
    const ws_mention *mention = scene->mentions->mention;
    const ws_mention *m = &mention[subject];
    uint32_t begin = m->first;

    if (m->role < m->role_end && m->role < begin &&
        scene->sentences->of[m->role] == scene->sentences->of[begin])
        begin = m->role;
    for (uint32_t n = 1; n <= NAMED_BEFORE && n <= subject; n++) {
        const ws_mention *before = &mention[subject - n];
        if (before->first < begin &&
            (before->same == subject ||
             (before->kind == WS_MENTION_NOMINAL &&
              before->last + 1 == m->first &&
              ws_is_comma(&scene->tokens->token[before->last]))))
            begin = before->first;
    }
    return begin;
}

/* Back over "when it began," to the "that" before it; at where none stands. */
static uint32_t before_adjunct(const ws_scene *scene, uint32_t first,
                               uint32_t at)
{
    const ws_token *token = scene->tokens->token;

    if (at <= first || !ws_is_comma(&token[at - 1]))
        return at;
    for (uint32_t i = at - 1; i > first && at - i < ADJUNCT_TOKENS; i--) {
        if (WS_IS(token[i - 1].lex, THAT))
            return i;
        if (token[i - 1].kind != WS_TOKEN_WORD &&
            token[i - 1].kind != WS_TOKEN_NUMBER)
            break;
    }
    return at;
}

/* "Hill, whom [Ruiz] called “...”", "Hill, whose work [Ruiz] calls “...”":
 * whether the clause that begins at token at tells of somebody before it. */
static bool is_relative(const ws_scene *scene, uint32_t first, uint32_t at)
{
    const ws_token *token = scene->tokens->token;

    if (at <= first + 1)
        return false;
    if (WS_IS(token[at - 1].lex, RELATIVE))
        return ws_is_comma(&token[at - 2]);
    for (uint32_t n = 0, i = at - 1; n < OWNED_TOKENS && i > first; n++, i--)
        if (ws_scene_listed(scene, i - 1, WS_LIST_WHOSE))
            return true;
    return false;
}

/* "Told the [hearing] that": cue c is a noun, to which the verb before tells
 * it. */
static bool is_told(const ws_scene *scene, uint32_t c)
{
    const ws_token *token = scene->tokens->token;
    const ws_cue *cue = &scene->cues->cue[c];
    const ws_cue *verb = cue - 1;

    if (verb->kind != WS_CUE_VERB || verb->last >= cue->first ||
        verb->last + TOLD_NOUN_TOKENS < cue->first ||
        !WS_IS(token[verb->first].lex, CUE_HEARER) ||
        (cue->kind != WS_CUE_NOUN &&
         !ws_verb_is_noun(token, verb->first, cue->first)))
        return false;
    for (uint32_t i = verb->last; i < cue->first; i++)
        if (token[i].kind != WS_TOKEN_WORD || WS_IS(token[i].lex, PREPOSITION))
            return false;
    return true;
}

/* "Said [in a statement] that": back over nouns of speech that say where it was
 * said, to the cue before them; c is that cue and 1. */
static uint32_t before_record(const ws_scene *scene, uint32_t c)
{
    const ws_token *token = scene->tokens->token;

    while (c > 1 && is_told(scene, c - 1))
        c--;
    while (c > 1 && scene->cues->cue[c - 1].kind == WS_CUE_NOUN) {
        uint32_t at = scene->cues->cue[c - 1].first;
        for (uint32_t n = 0; n < RECORD_TOKENS && at > 1 &&
                             !WS_IS(token[at - 1].lex, PREPOSITION);
             n++)
            at--;
        if (at < 1 || !WS_IS(token[at - 1].lex, PREPOSITION) ||
            scene->cues->cue[c - 2].last > at - 1)
            break;
        c--;
    }
    return c;
}

/* Whether the clause that begins at token at is what a verb of speech before it
 * reports. */
static bool is_reported(const ws_scene *scene, uint32_t first, uint32_t at)
{
    const ws_token *token = scene->tokens->token;
    const ws_cues *cues = scene->cues;

    while (at > first && WS_IS(token[at - 1].lex, ADVERB))
        at--;
    at = before_adjunct(scene, first, at);
    if (is_relative(scene, first, at))
        return true;
    if (at > first && WS_IS(token[at - 1].lex, SUBORDINATOR) &&
        ws_scene_listed(scene, at - 1, WS_LIST_MOMENT))
        return true;
    bool that = at > first && (WS_IS(token[at - 1].lex, THAT) ||
                               ws_scene_listed(scene, at - 1, WS_LIST_HOW));
    at -= that ? 1 : 0;
    uint32_t c = before_record(scene, ws_scene_cue_at(scene, at));
    if (c == 0 || cues->cue[c - 1].first < first)
        return false;
    const ws_cue *outer = &cues->cue[c - 1];
    if (outer->kind != WS_CUE_VERB)
        return false;
    if (outer->last == at)
        return !WS_IS(token[outer->first].lex, CUE_THOUGHT);
    if (outer->hearer != WHOSAID_NONE &&
        scene->mentions->mention[outer->hearer].last == at)
        return true;
    if (!that || at - outer->last > HEARER_TOKENS)
        return false;
    for (uint32_t i = outer->last; i < at; i++) {
        if ((token[i].kind != WS_TOKEN_WORD &&
             token[i].kind != WS_TOKEN_NUMBER) ||
            WS_IS(token[i].lex, CONJUNCTION))
            return false;
    }
    return true;
}

/* Whether a mention is somebody: no pronoun, nor "the ad", "the plan". */
static bool is_somebody(const ws_mention *m)
{
    return m->kind == WS_MENTION_NAME ||
           (m->kind == WS_MENTION_NOMINAL && m->type != WHOSAID_SOURCE_NONE &&
            m->type != WHOSAID_SOURCE_DOCUMENT);
}

/* "Ana Ruiz held up [a sign] saying “...”", "that read “...”": what bears the
 * words, and no caption of somebody's or record label. */
static bool is_sign(const ws_scene *scene, const ws_mention *m)
{
    ws_lex lex = scene->tokens->token[m->head].lex;

    return m->kind == WS_MENTION_NOMINAL && WS_IS(lex, SIGN) &&
           (lex & (WS_LEX_BIT(DOCUMENT) | WS_LEX_BIT(GROUP))) == 0 &&
           (m->flags & (WS_M_GENITIVE | WS_M_QUOTED)) == 0;
}

/* "Police say [she] told them it was “...”": he or she, where a body or many
 * tell of it, who are somebody else. But the word is the critics' in "critics
 * say he proposed to “gut” it". */
static bool is_another(const ws_scene *scene, const ws_cue *cue, uint32_t begin)
{
    const ws_mention *m = &scene->mentions->mention[cue->subject];
    uint32_t c = ws_scene_cue_at(scene, m->first);

    if (m->kind != WS_MENTION_PRONOUN ||
        (m->flags & (WS_M_MALE | WS_M_FEMALE)) == 0 || c == 0 ||
        WS_IS(scene->tokens->token[begin - 1].lex, TO))
        return false;
    const ws_cue *outer = &scene->cues->cue[c - 1];
    if (outer->kind != WS_CUE_VERB || outer->subject == WHOSAID_NONE ||
        scene->sentences->of[outer->first] != scene->sentences->of[m->first])
        return false;
    const ws_mention *teller = &scene->mentions->mention[outer->subject];
    return teller->kind != WS_MENTION_PRONOUN &&
           ((teller->flags & WS_M_PLURAL) != 0 ||
            teller->type == WHOSAID_SOURCE_BODY ||
            teller->type == WHOSAID_SOURCE_GROUP ||
            teller->type == WHOSAID_SOURCE_DOCUMENT);
}

/* "Ana Ruiz asked Jo Hill why [she] had told them it was “...”": he or she who
 * said what somebody else asks about. */
static bool is_asked(const ws_scene *scene, const ws_cue *cue)
{
    const ws_mention *m = &scene->mentions->mention[cue->subject];
    const ws_token *token = scene->tokens->token;
    uint32_t c = ws_scene_cue_at(scene, m->first);

    if (m->kind != WS_MENTION_PRONOUN || m->first == 0 || c == 0 ||
        (m->flags & (WS_M_MALE | WS_M_FEMALE)) == 0 ||
        !ws_scene_listed(scene, m->first - 1, WS_LIST_WHY) ||
        WS_IS(token[cue->first - 1].lex, BE))
        return false;
    const ws_cue *outer = &scene->cues->cue[c - 1];
    return outer->kind == WS_CUE_VERB && outer->subject != WHOSAID_NONE &&
           outer->last + HEARER_TOKENS > m->first &&
           scene->sentences->of[outer->first] ==
               scene->sentences->of[m->first] &&
           ws_scene_listed(scene, outer->first, WS_LIST_ASKED);
}

/* "[Ruiz]'s claim that it was “...”": a clause that a noun of speech reports.
 * But "Ruiz's claim that it was hers is “...”" tells of the claim. */
static bool is_claimed(const ws_scene *scene, const ws_cue *cue, uint32_t begin)
{
    const ws_lex half = WS_LEX_BIT(BE) | WS_LEX_BIT(AUXILIARY);
    const ws_token *token = scene->tokens->token;
    uint32_t i = begin;

    while (i > cue->last && WS_IS(token[i - 1].lex, ADVERB))
        i--;
    bool is = i > cue->last && WS_IS(token[i - 1].lex, BE);
    for (i--; is && i > cue->last && (token[i - 1].lex & half) != 0;)
        i--;
    for (; is && i > cue->last; i--)
        if ((token[i - 1].lex & half) != 0)
            return false;
    return WS_IS(token[cue->last].lex, THAT);
}

/* "Blamed Hill for scolding Ruiz as “a bore”", "accused him of asking too many
 * “silly” questions": the words belong to the verb before, or to a noun. */
static bool is_loose(const ws_scene *scene, const ws_cue *cue,
                     const ws_place *p)
{
    const ws_token *token = scene->tokens->token;
    const ws_token *last = &token[p->begin - 1];

    if (WS_IS(last->lex, AS))
        return !ws_scene_listed(scene, cue->first, WS_LIST_BRANDED);
    return (last->lex & (WS_LEX_BIT(DET) | WS_LEX_BIT(QUANTITY))) != 0 &&
           p->end < scene->tokens->count &&
           WS_IS(token[p->end].lex, COMMON_NOUN);
}

/* "[Her deputy] is blunter: “...”": whom the sentence that leads to the words by
 * a colon tells of, where it says how he is and nothing else; or NONE. Not
 * "Staff were given one rule: “...”". */
static uint32_t told_of(const ws_scene *scene, const ws_place *p)
{
    const ws_lex is = WS_LEX_BIT(BE) | WS_LEX_BIT(AUXILIARY);
    const ws_mentions *mentions = scene->mentions;
    const ws_token *token = scene->tokens->token;
    uint32_t first = scene->sentences->sentence[p->first_sentence].first;
    uint32_t c = ws_scene_cue_at(scene, first);
    uint32_t found = WHOSAID_NONE;

    if (p->begin < first + 4 || !ws_is_punct(&token[p->begin - 1], ':') ||
        p->begin - first > TOLD_TOKENS ||
        (c < scene->cues->count && scene->cues->cue[c].first < p->begin - 1))
        return WHOSAID_NONE;
    for (uint32_t m = mentions->at[first];
         m < mentions->count && mentions->mention[m].first < p->begin; m++) {
        const ws_mention *subject = &mentions->mention[m];
        if (subject->first == first && (subject->flags & WS_M_GENITIVE) == 0 &&
            is_somebody(subject) && (token[subject->last].lex & is) != 0)
            found = m;
        else if (subject->kind == WS_MENTION_NAME && subject->first > first)
            return WHOSAID_NONE;
    }
    ws_lex last = token[p->begin - 2].lex;
    if (ws_is_comma(&token[p->end - 2]) || WS_IS(last, SPEECH_NOUN) ||
        (WS_IS(last, COMMON_NOUN) && !WS_IS(last, COMMON_ADJ)))
        return WHOSAID_NONE;
    for (uint32_t i = first; i + 1 < p->begin; i++)
        if (token[i].kind != WS_TOKEN_WORD)
            return WHOSAID_NONE;
    return found;
}

/* "Mr Hill's [last words] to her were: “...”": whose they are; or NONE. */
static uint32_t parting(const ws_scene *scene, const ws_place *p)
{
    const ws_token *token = scene->tokens->token;
    const ws_mentions *mentions = scene->mentions;
    uint32_t first = scene->sentences->sentence[p->first_sentence].first;
    uint32_t i = p->begin;

    i -= i > first && token[i - 1].kind == WS_TOKEN_PUNCT ? 1 : 0;
    if (i < first + 4 || !WS_IS(token[i - 1].lex, BE))
        return WHOSAID_NONE;
    uint32_t least =
        i - 1 > first + PARTING_TOKENS ? i - 1 - PARTING_TOKENS : first + 1;
    for (i--; i > least && token[i - 1].kind == WS_TOKEN_WORD; i--)
        if (ws_scene_listed(scene, i - 1, WS_LIST_WORDS) &&
            ws_scene_listed(scene, i - 2, WS_LIST_PARTING))
            break;
    if (i <= least || token[i - 1].kind != WS_TOKEN_WORD)
        return WHOSAID_NONE;
    for (uint32_t m = mentions->at[first];
         m < mentions->count && mentions->mention[m].first < i; m++) {
        const ws_mention *owner = &mentions->mention[m];
        bool his = owner->kind == WS_MENTION_PRONOUN &&
                   WS_IS(token[owner->head].lex, POSSESSIVE);
        if ((his || (owner->flags & WS_M_GENITIVE) != 0) &&
            owner->last + 2 <= i && owner->last + 3 >= i)
            return m;
    }
    return WHOSAID_NONE;
}

/* What can stand between "who" and its verb: "last week", "at one point". */
static bool is_adjunct(const ws_token *token)
{
    const ws_lex other =
        WS_LEX_BIT(CUE) | WS_LEX_BIT(COMMON_VERB) | WS_LEX_BIT(AUXILIARY) |
        WS_LEX_BIT(MODAL) | WS_LEX_BIT(BE) | WS_LEX_BIT(NEGATION) |
        WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(RELATIVE) | WS_LEX_BIT(SUBJECT);

    return token->kind == WS_TOKEN_NUMBER ||
           (token->kind == WS_TOKEN_WORD &&
            ((token->lex & other) == 0 || WS_IS(token->lex, COMMON_NOUN) ||
             WS_IS(token->lex, PREPOSITION) || ws_is_capital(token)));
}

/* Whether such words begin there: not those of another subject, "who the mayor
 * called". */
static bool opens_adjunct(const ws_token *token)
{
    const ws_lex opens =
        WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(ADVERB) | WS_LEX_BIT(COMMON_ADJ);

    return ws_is_comma(token) ||
           (ws_is_small(token) && (token->lex & opens) != 0 &&
            !WS_IS(token->lex, DET));
}

/* "Jo Hill, [who] last week told him", "[who], with a smile, said": the mention
 * of the "who" behind a comma whose verb leads to the words, apart from it; or
 * NONE. */
static uint32_t relating(const ws_scene *scene, const ws_place *p)
{
    const ws_token *token = scene->tokens->token;
    const ws_mentions *mentions = scene->mentions;
    uint32_t first = scene->sentences->sentence[p->first_sentence].first;
    uint32_t c = ws_scene_cue_at(scene, p->begin);

    while (c > 0 && scene->cues->cue[c - 1].last + LEAD_TOKENS >= p->begin &&
           scene->cues->cue[c - 1].kind != WS_CUE_VERB)
        c--;
    if (c == 0 || scene->cues->cue[c - 1].kind != WS_CUE_VERB)
        return WHOSAID_NONE;
    const ws_cue *cue = &scene->cues->cue[c - 1];
    uint32_t i = cue->first;
    if (i < first + 3 || !reaches(scene, cue, p) || !has_spoken(scene, cue) ||
        !leads(scene, cue, p->begin) ||
        (token[i].lex & (WS_LEX_BIT(CUE_BASE) | WS_LEX_BIT(CUE_ING))) != 0)
        return WHOSAID_NONE;
    while (i > first && (token[i - 1].lex &
                         (WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(ADVERB))) != 0)
        i--;
    bool comma = i > first && ws_is_comma(&token[i - 1]);
    i -= comma ? 1 : 0;
    for (uint32_t n = 0;
         n < WHO_TOKENS && i > first && is_adjunct(&token[i - 1]); n++)
        i--;
    if (comma && (i == first || !ws_is_comma(&token[--i])))
        return WHOSAID_NONE;
    if (i < first + 2 || !WS_IS(token[i - 1].lex, RELATIVE) ||
        !ws_is_comma(&token[i - 2]) || !opens_adjunct(&token[i]))
        return WHOSAID_NONE;
    uint32_t m = mentions->at[i - 1];
    return m < mentions->count && mentions->mention[m].first == i - 1 &&
                   (mentions->mention[m].flags & WS_M_RELATIVE) != 0 &&
                   (mentions->mention[m].flags & WS_M_OBJECT) == 0 &&
                   !WS_IS(token[i - 1].lex, OBJECT)
               ? m
               : WHOSAID_NONE;
}

uint32_t ws_clause_speaker(const ws_scene *scene, const ws_place *place)
{
    if (scene->tokens->foreign)
        return WHOSAID_NONE;
    uint32_t owner = parting(scene, place);
    if (owner == WHOSAID_NONE)
        owner = ws_claimed_by(scene, place);
    if (owner == WHOSAID_NONE && !scene->talk->story)
        owner = relating(scene, place);
    if (owner != WHOSAID_NONE)
        return owner;
    uint32_t c = leading(scene, place);
    if (c == WHOSAID_NONE)
        return scene->talk->story ? WHOSAID_NONE : told_of(scene, place);
    const ws_cue *cue = &scene->cues->cue[c];
    const ws_mention *m = &scene->mentions->mention[cue->subject];
    bool small = (scene->tokens->token[cue->first].lex &
                  (WS_LEX_BIT(CUE_BASE) | WS_LEX_BIT(CUE_ING))) != 0;
    if (cue->kind == WS_CUE_VERB && cue->found == WS_SUBJECT_CLOSE &&
        m->last <= cue->first && m->last + SIGN_CLAUSE_TOKENS >= cue->first &&
        cue->last + SIGN_TOKENS >= place->begin && is_sign(scene, m))
        return cue->subject;
    if (cue->found != WS_SUBJECT_CLOSE || m->last > cue->first ||
        !(is_somebody(m) || small || is_asked(scene, cue) ||
          is_another(scene, cue, place->begin)))
        return WHOSAID_NONE;
    if (cue->kind == WS_CUE_NOUN)
        return is_claimed(scene, cue, place->begin) ? cue->subject
                                                    : WHOSAID_NONE;
    if (!has_spoken(scene, cue) || !leads(scene, cue, place->begin))
        return WHOSAID_NONE;
    uint32_t first = scene->sentences->sentence[place->first_sentence].first;
    bool speaks =
        small
            ? ws_participle_speaker(scene->mentions, scene->tokens->token,
                                    first, cue->first) == cue->subject &&
                  !is_loose(scene, cue, place)
            : is_asked(scene, cue) ||
                  is_reported(scene, first, subject_begin(scene, cue->subject));
    return speaks ? cue->subject : WHOSAID_NONE;
}
