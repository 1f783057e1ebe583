/*
 * pronoun.c - whom a pronoun may mean.
 *
 *   in   mentions with their people, cues
 *   out  the person of each pronoun, and how surely
 *
 * 1. For each pronoun the people named before it are gathered, nearest first,
 *    at most WINDOW mentions and SENTENCES sentences back; gender and number
 *    must agree.
 * 2. Each is weighed by a linear model: how near, how it stands there
 *    (subject, object, owner), whether it has just spoken, how often the
 *    document names it (the kinds of evidence of Lappin and Leass 1994; the
 *    weights are learned). A pronoun resolved is itself a mention for those
 *    that follow.
 * 3. A person of unknown gender takes the one that its pronouns show, and
 *    the pronouns are weighed once more.
 *
 * Cost: linear; every search is bounded.
 */
#include "speaker/pronoun.h"

enum {
    WINDOW = 48,     /* mentions looked at for a pronoun */
    SENTENCES = 9,   /* sentences looked back */
    GENDER_VOTES = 2 /* pronouns that show a person's gender */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

/* Gender of a person: as told, or as its pronouns show. */
static uint16_t gender_of(const ws_person *person)
{
    uint16_t told = person->flags & BOTH;

    return person->shown != 0 ? person->shown : told;
}

/* How a mention stands in its sentence. */
enum {
    STAND_SUBJECT,
    STAND_OBJECT,
    STAND_PREPOSITION,
    STAND_OWNER,
    STAND_NESTED,
    STAND_QUOTED,
    STAND_SPEAKER,
    STAND_COUNT
};

static const uint16_t block_size[] = {
#define X(name, values) (values),
    WS_PRONOUN_BLOCKS(X)
#undef X
};

uint32_t ws_pronoun_feature_count(void)
{
    return ws_model_count(block_size, WS_PRONOUN_BLOCK_COUNT);
}

const char *ws_pronoun_block_name(uint32_t block)
{
    static const char *const name[] = {
#define X(name, values) #name,
        WS_PRONOUN_BLOCKS(X)
#undef X
    };

    return block < WS_PRONOUN_BLOCK_COUNT ? name[block] : "unknown";
}

static uint32_t stand_of(const ws_stage *s, uint32_t mention)
{
    uint16_t flags = s->mentions->mention[mention].flags;

    if ((flags & WS_M_QUOTED) != 0)
        return STAND_QUOTED;
    if (s->cues->of[mention] != WHOSAID_NONE)
        return STAND_SPEAKER;
    if ((flags & WS_M_NESTED) != 0)
        return STAND_NESTED;
    if ((flags & WS_M_GENITIVE) != 0)
        return STAND_OWNER;
    if ((flags & WS_M_AFTER_PREPOSITION) != 0)
        return STAND_PREPOSITION;
    return (flags & WS_M_OBJECT) != 0 ? STAND_OBJECT : STAND_SUBJECT;
}

/* Whether a person can be what the pronoun means, by gender and number. */
static bool agrees(const ws_stage *s, const ws_mention *pronoun, uint32_t id)
{
    const ws_person *person = &s->people->person[id];

    if (person->narrator)
        return false;
    if ((pronoun->flags & BOTH) == 0)
        return person->type == WHOSAID_SOURCE_BODY ||
               person->type == WHOSAID_SOURCE_GROUP;
    uint16_t known = gender_of(person);
    if (known != 0 && known != BOTH && (known & pronoun->flags) == 0)
        return false;
    if (person->type == WHOSAID_SOURCE_PERSON ||
        person->type == WHOSAID_SOURCE_ANONYMOUS)
        return true;
    if (person->type != WHOSAID_SOURCE_NONE)
        return false;
    const ws_mention *full = &s->mentions->mention[person->mention];
    return (s->tokens->token[full->head].lex &
            (WS_LEX_BIT(PLACE) | WS_LEX_BIT(BODY) | WS_LEX_BIT(NATIONALITY))) ==
           0;
}

static void enter(const ws_stage *s, ws_rival *rival, uint32_t *count,
                  uint32_t mention)
{
    uint32_t person = s->people->of[mention];
    uint32_t i = 0;

    while (i < *count && rival[i].person != person)
        i++;
    if (i == WS_RIVALS)
        return;
    if (i == *count) {
        rival[i] = (ws_rival){
            .person = person, .nearest = mention, .spoke = WHOSAID_NONE};
        ++*count;
    }
    rival[i].count++;
    if (rival[i].spoke == WHOSAID_NONE && s->cues->of[mention] != WHOSAID_NONE)
        rival[i].spoke = mention;
}

/* Has the mention's cue quotation marks beside it? */
static bool spoke_aloud(const ws_stage *s, uint32_t mention)
{
    const ws_cue *cue = &s->cues->cue[s->cues->of[mention]];
    const ws_mention *m = &s->mentions->mention[mention];
    uint32_t first = cue->first < m->first ? cue->first : m->first;
    uint32_t last = cue->last > m->last ? cue->last : m->last;

    for (uint32_t n = 1; n <= 3; n++) {
        bool before = first >= n && s->pieces->inside[first - n] != 0;
        bool behind = last + n <= s->tokens->count &&
                      s->pieces->inside[last + n - 1] != 0;
        if (before || behind)
            return true;
    }
    return false;
}

static uint32_t bucket(uint32_t n, const uint8_t *upto, uint32_t most)
{
    uint32_t i = 0;

    while (i < most && n > upto[i])
        i++;
    return i;
}

static void fill(const ws_stage *s, uint32_t pronoun, ws_rival *r,
                 uint32_t rank, uint32_t rivals, uint32_t matched)
{
    static const uint8_t sentence_upto[] = {0, 1, 2, 3, 5};
    static const uint8_t count_upto[] = {1, 2, 3, 5, 8};
    static const uint8_t salient_upto[] = {1, 2, 5, 11, 20};
    const ws_mention *p = &s->mentions->mention[pronoun];
    const ws_mention *m = &s->mentions->mention[r->nearest];
    const ws_person *person = &s->people->person[r->person];
    const uint32_t *of = s->sentences->of;
    uint32_t apart = of[p->head] - of[m->head];
    uint32_t paragraphs = s->tokens->token[p->head].paragraph -
                          s->tokens->token[m->head].paragraph;
    uint16_t known = gender_of(person);
    uint32_t gender = known == 0 ? 0 : known == BOTH ? 1 : 2;
    uint32_t often = ws_people_often(s->tokens, person->count);
    uint32_t spoke = 0;
    uint32_t since = 0;
    uint32_t value[WS_PRONOUN_BLOCK_COUNT] = {0};

    if (r->spoke != WHOSAID_NONE) {
        spoke = spoke_aloud(s, r->spoke) ? 2 : 1;
        since = bucket(of[p->head] - of[s->mentions->mention[r->spoke].head],
                       sentence_upto, 5);
    }
    const ws_mention *full = &s->mentions->mention[person->mention];
    bool named = full->kind == WS_MENTION_NAME;
    ws_lex name = s->tokens->token[named ? full->name : full->head].lex;
    uint32_t type = person->type == WHOSAID_SOURCE_PERSON      ? 1
                    : person->type == WHOSAID_SOURCE_ANONYMOUS ? 2
                                                               : 0;
    uint32_t given = WS_IS(name, GIVEN_MALE) || WS_IS(name, GIVEN_FEMALE);
    uint32_t own = (p->flags & WS_M_GENITIVE) != 0 ? 1
                   : (p->flags & WS_M_OBJECT) != 0 ? 2
                                                   : 0;
    rank = rank > 4 ? 4 : rank;
    value[WS_PRONOUN_NEAR] =
        bucket(apart, sentence_upto, 5) * STAND_COUNT + stand_of(s, r->nearest);
    value[WS_PRONOUN_PARAGRAPH] =
        (paragraphs > 3 ? 3 : paragraphs) * 3 + m->kind;
    value[WS_PRONOUN_GENDER] = (gender * 3 + type) * 2 + given;
    value[WS_PRONOUN_SPOKE] = spoke * 6 + since;
    value[WS_PRONOUN_WINDOW] = bucket(r->count, count_upto, 5);
    value[WS_PRONOUN_SALIENT] = bucket(often, salient_upto, 5) * 5 + rank;
    value[WS_PRONOUN_RANK] = rank * 3 + own;
    value[WS_PRONOUN_TOPIC] =
        (m->first == s->sentences->sentence[of[m->head]].first) +
        2u * (m->first ==
              s->tokens->first[s->tokens->token[m->head].paragraph]) +
        4u * (apart == 0);
    value[WS_PRONOUN_MATCH] = gender * 2 + (matched > (gender == 2));
    uint32_t says = person->says > 2 ? 3 : person->says;
    uint32_t named_often = person->count < 2 ? 0 : person->count < 5 ? 1 : 2;
    value[WS_PRONOUN_SAYS] = (type * 4 + says) * 3 + named_often;
    value[WS_PRONOUN_RIVALS] = (rivals > 4 ? 4 : rivals - 1) * 5 + rank;
    ws_model_ids(value, block_size, WS_PRONOUN_BLOCK_COUNT, r->feature);
}

uint32_t ws_pronoun_gather(const ws_stage *s, uint32_t pronoun,
                           ws_rival rival[WS_RIVALS])
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    uint32_t count = 0;
    uint32_t matched = 0; /* rivals whose gender is known */

    for (uint32_t n = 0, q = pronoun; n < WINDOW && q > 0; n++) {
        const ws_mention *m = &s->mentions->mention[--q];
        uint32_t id = s->people->of[q];
        if (id == WHOSAID_NONE)
            continue;
        if (s->sentences->of[p->head] - s->sentences->of[m->head] > SENTENCES)
            break;
        if (agrees(s, p, id))
            enter(s, rival, &count, q);
    }
    for (uint32_t i = 0; i < count; i++) {
        uint16_t known = gender_of(&s->people->person[rival[i].person]);
        matched += known == WS_M_MALE || known == WS_M_FEMALE;
    }
    for (uint32_t i = 0; i < count; i++)
        fill(s, pronoun, &rival[i], i, count, matched);
    return count;
}

/* Keep the likeliest rivals; at a tie the nearer one stays before. */
static void keep(ws_meant *meant, const ws_rival *rival, uint32_t count)
{
    bool taken[WS_RIVALS] = {false};
    int32_t top = 0;

    meant->count = 0;
    while (meant->count < WS_MEANT && meant->count < count) {
        uint32_t best = count;
        for (uint32_t i = 0; i < count; i++)
            if (!taken[i] &&
                (best == count || rival[i].score > rival[best].score))
                best = i;
        taken[best] = true;
        if (meant->count == 0)
            top = rival[best].score;
        int32_t drop = top - rival[best].score;
        meant->person[meant->count] = rival[best].person;
        meant->drop[meant->count++] =
            (uint16_t)(drop > UINT16_MAX ? UINT16_MAX : drop);
    }
}

static void resolve(const ws_stage *s, uint32_t pronoun, const ws_model *model,
                    ws_people *people)
{
    ws_rival rival[WS_RIVALS];
    uint32_t count = ws_pronoun_gather(s, pronoun, rival);
    uint32_t best = 0;

    people->of[pronoun] = WHOSAID_NONE;
    people->sure[pronoun] = WS_SURE_NONE;
    for (uint32_t i = 0; i < count; i++) {
        rival[i].score =
            ws_model_score(model, rival[i].feature, WS_PRONOUN_BLOCK_COUNT);
        if (rival[i].score > rival[best].score)
            best = i; /* at a tie the nearer one stays */
    }
    keep(&people->meant[pronoun], rival, count);
    if (count == 0)
        return;
    people->of[pronoun] = rival[best].person;
    people->sure[pronoun] =
        (uint8_t)(count == 1 ? WS_SURE_ONLY : WS_SURE_PRONOUN);
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

/* "who": the mention just before it. */
static void resolve_relative(const ws_stage *s, uint32_t pronoun,
                             ws_people *people)
{
    uint32_t q = pronoun;

    for (uint32_t n = 0; n < 5 && q > 0; n++) {
        const ws_mention *m = &s->mentions->mention[--q];
        const ws_mention *who = &s->mentions->mention[pronoun];
        /* "Ana Ruiz, professor at Brill, who": not Brill */
        bool beside = m->last + 1 >= who->first && !in_role(s, q);
        if ((m->flags & WS_M_QUOTED) != 0 ||
            ((m->flags & WS_M_NESTED) != 0 && !beside))
            continue;
        people->of[pronoun] = people->of[q];
        people->sure[pronoun] = people->sure[q];
        return;
    }
}

static void resolve_all(const ws_stage *s, const ws_model *model,
                        ws_people *people)
{
    for (uint32_t m = 0; m < s->mentions->count; m++) {
        const ws_mention *mention = &s->mentions->mention[m];
        if (mention->kind != WS_MENTION_PRONOUN ||
            (mention->flags & (WS_M_FIRST | WS_M_SECOND)) != 0)
            continue;
        if ((mention->flags & WS_M_RELATIVE) != 0)
            resolve_relative(s, m, people);
        else
            resolve(s, m, model, people);
    }
}

/* People of unknown gender: count the pronouns that mean them. */
static bool learn_genders(const ws_stage *s, ws_people *people)
{
    bool changed = false;

    for (uint32_t i = 0; i < people->count; i++)
        people->person[i].he = people->person[i].she = 0;
    for (uint32_t m = 0; m < s->mentions->count; m++) {
        const ws_mention *mention = &s->mentions->mention[m];
        uint32_t id = people->of[m];
        if (mention->kind != WS_MENTION_PRONOUN || id == WHOSAID_NONE)
            continue;
        if ((mention->flags & BOTH) == WS_M_MALE)
            people->person[id].he++;
        else if ((mention->flags & BOTH) == WS_M_FEMALE)
            people->person[id].she++;
    }
    for (uint32_t i = 0; i < people->count; i++) {
        ws_person *person = &people->person[i];
        uint16_t known = person->flags & BOTH;
        if (known == WS_M_MALE || known == WS_M_FEMALE)
            continue;
        uint16_t flag = 0;
        if (person->he >= GENDER_VOTES && person->he > 2 * person->she)
            flag = WS_M_MALE;
        if (person->she >= GENDER_VOTES && person->she > 2 * person->he)
            flag = WS_M_FEMALE;
        if (flag == 0)
            continue;
        person->shown = flag;
        changed = true;
    }
    return changed;
}

void ws_pronouns_resolve(const ws_stage *stage, const ws_model *model,
                         ws_people *people)
{
    for (uint32_t i = 0; i < people->count; i++) {
        people->person[i].shown = 0;
        people->person[i].says = 0;
    }
    for (uint32_t m = 0; m < stage->mentions->count; m++) {
        if (people->of[m] != WHOSAID_NONE &&
            stage->mentions->mention[m].kind != WS_MENTION_PRONOUN)
            people->person[people->of[m]].says +=
                stage->cues->of[m] != WHOSAID_NONE;
    }
    resolve_all(stage, model, people);
    if (learn_genders(stage, people))
        resolve_all(stage, model, people);
}
