/*
 * rival.c - the people that a pronoun may mean, and a first look at them.
 *
 *   in   mentions with their people, cues
 *   out  rivals with the features of a linear model
 *
 * The people named before the pronoun are gathered, nearest first, at most
 * WINDOW mentions and SENTENCES sentences back; gender and number must agree.
 * Where none of them stands outside quotation marks, one more is looked for.
 *
 * Cost: every search is bounded.
 */
#include "speaker/rival.h"

#include "speaker/proper.h"
#include "speaker/region.h"

enum {
    WINDOW = 48,   /* mentions looked at for a pronoun */
    FARTHER = 200, /* and where these are only talked of */
    BEHIND = 16,   /* mentions looked at behind one */
    TALKED = 24,   /* and in a quotation beside it */
    BESIDE = 30,   /* tokens from it to the quotation that it introduces */
    OFFICE = 3,    /* mentions looked at for one that holds another */
    SENTENCES = 9  /* sentences looked back */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

uint16_t ws_rival_gender(const ws_person *person)
{
    uint16_t told = person->flags & BOTH;

    return person->shown != 0 ? person->shown : told;
}

/* The first id of each block. */
enum {
#define X(name, values) BASE_##name, LAST_##name = BASE_##name + (values)-1,
    WS_PRONOUN_BLOCKS(X)
#undef X
        BASE_END
};

static const uint16_t block_base[] = {
#define X(name, values) BASE_##name,
    WS_PRONOUN_BLOCKS(X)
#undef X
        BASE_END};

uint32_t ws_pronoun_feature_count(void)
{
    return BASE_END;
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

/* The subject of a cue: not "Lane's claim", which only owns one. */
static bool speaks(const ws_stage *s, uint32_t mention)
{
    return s->cues->of[mention] != WHOSAID_NONE &&
           (s->mentions->mention[mention].flags & WS_M_GENITIVE) == 0;
}

ws_stand ws_rival_stand(const ws_stage *s, uint32_t mention)
{
    uint16_t flags = s->mentions->mention[mention].flags;

    if ((flags & WS_M_QUOTED) != 0)
        return WS_STAND_QUOTED;
    if (speaks(s, mention))
        return WS_STAND_SPEAKER;
    if ((flags & WS_M_NESTED) != 0)
        return WS_STAND_NESTED;
    if ((flags & WS_M_GENITIVE) != 0)
        return WS_STAND_OWNER;
    if ((flags & WS_M_AFTER_PREPOSITION) != 0)
        return WS_STAND_PREPOSITION;
    return (flags & WS_M_OBJECT) != 0 ? WS_STAND_OBJECT : WS_STAND_SUBJECT;
}

/* What pronouns show of whom they mean. */
#define TOLD                                                       \
    (BOTH | WS_M_PLURAL | WS_M_NEUTER | WS_M_FIRST | WS_M_SECOND | \
     WS_M_RELATIVE)

/* "Er trägt Gummistiefel": where nouns have capitals, one word of which nothing
 * is known, which stands there once and never speaks, is a thing rather than
 * somebody. */
static bool is_noun_alone(const ws_stage *s, const ws_person *person)
{
    const ws_mention *full = &s->mentions->mention[person->mention];
    const ws_lex known =
        WS_GIVEN_CLASSES | WS_LEX_BIT(SURNAME) | WS_LEX_BIT(HONORIFIC);

    return s->tokens->nouns && full->kind == WS_MENTION_NAME &&
           full->name_end == full->name + 1 && person->says == 0 &&
           person->count < 2 && (full->flags & BOTH) == 0 &&
           (s->tokens->token[full->name].lex & known) == 0;
}

/* "[Brill] boss Ana Ruiz": a name among the words of somebody's office, whom
 * nothing tells to be a person. */
static bool is_of_office(const ws_stage *s, const ws_person *person)
{
    const ws_mention *m = &s->mentions->mention[person->mention];

    if (m->kind != WS_MENTION_NAME || s->tokens->foreign)
        return false;
    for (uint32_t n = 1; n <= OFFICE; n++) {
        uint32_t k = person->mention + n;
        const ws_mention *whole = &s->mentions->mention[k];
        if (k >= s->mentions->count || whole->first > m->first)
            break;
        if (whole->kind == WS_MENTION_NAME && whole->role <= m->first &&
            m->last <= whole->role_end && whole->name >= m->last)
            return true;
    }
    return false;
}

/* "Das Gespenst": where nouns have a gender of their own, one of no sex, whom
 * "es" means, and neither he nor she. */
static bool is_neuter(const ws_stage *s, const ws_person *person)
{
    const ws_mention *full = &s->mentions->mention[person->mention];
    ws_lex article = s->tokens->token[full->first].lex;

    return s->tokens->nouns && full->kind == WS_MENTION_NOMINAL &&
           full->type == WHOSAID_SOURCE_ANONYMOUS &&
           ws_rival_gender(person) == 0 && WS_IS(article, DET) &&
           WS_IS(article, NEUTER);
}

/* Whether a person can be what the pronoun means, by gender and number. */
static bool agrees(const ws_stage *s, const ws_mention *pronoun, uint32_t id)
{
    const ws_person *person = &s->people->person[id];

    if (person->narrator ||
        (s->tokens->nouns && (pronoun->flags & TOLD) == 0)) /* "jemand" */
        return false;
    bool many =
        person->type == WHOSAID_SOURCE_GROUP &&
        s->mentions->mention[person->mention].kind == WS_MENTION_NOMINAL;
    if ((pronoun->flags & BOTH) == 0 && (pronoun->flags & WS_M_NEUTER) != 0 &&
        many)
        return false; /* "it" is no residents */
    if (is_neuter(s, person))
        return (pronoun->flags & (BOTH | WS_M_PLURAL)) == 0;
    if ((pronoun->flags & BOTH) == 0)
        return person->type == WHOSAID_SOURCE_BODY ||
               person->type == WHOSAID_SOURCE_GROUP ||
               (person->they && (pronoun->flags & WS_M_PLURAL) != 0);
    if (person->they || (person->flags & WS_M_PLURAL) != 0 ||
        ws_person_is_place(person))
        return false; /* "the Ebelings", "in Hong Kong" */
    uint16_t known = ws_rival_gender(person);
    if (known != 0 && known != BOTH && (known & pronoun->flags) == 0)
        return false;
    if (person->type == WHOSAID_SOURCE_PERSON ||
        person->type == WHOSAID_SOURCE_ANONYMOUS)
        return true;
    if (person->type != WHOSAID_SOURCE_NONE || is_noun_alone(s, person) ||
        is_of_office(s, person))
        return false;
    const ws_mention *full = &s->mentions->mention[person->mention];
    if (full->kind == WS_MENTION_NAME && !s->tokens->foreign &&
        ws_is_region(s->text->bytes, s->tokens->token, full->name,
                     full->name_end))
        return false;
    return (s->tokens->token[full->head].lex &
            (WS_LEX_BIT(PLACE) | WS_LEX_BIT(BODY) | WS_LEX_BIT(NATIONALITY))) ==
           0;
}

/* Count mention q of a rival, the nearest first. */
static void note(const ws_stage *s, const ws_mention *pronoun, ws_rival *rival,
                 uint32_t q)
{
    const ws_mention *m = &s->mentions->mention[q];
    const ws_token *token = s->tokens->token;
    ws_stand stand = ws_rival_stand(s, q);
    bool says = speaks(s, q);
    bool subject = stand == WS_STAND_SUBJECT || stand == WS_STAND_SPEAKER;

    rival->farthest = q;
    rival->count++;
    rival->pronouns += m->kind == WS_MENTION_PRONOUN;
    if (m->kind == WS_MENTION_PRONOUN && (m->flags & BOTH) != 0)
        rival->shown += (m->flags & pronoun->flags & BOTH) != 0 ? 1 : -1;
    rival->subjects += subject;
    rival->cues += says;
    rival->quoted += stand == WS_STAND_QUOTED;
    rival->here += s->sentences->of[m->head] == s->sentences->of[pronoun->head];
    rival->near += token[m->head].paragraph == token[pronoun->head].paragraph;
    if (says && rival->spoke == WHOSAID_NONE)
        rival->spoke = q;
    if (subject && rival->subject == WHOSAID_NONE)
        rival->subject = q;
    if (m->kind == WS_MENTION_NAME && rival->named == WHOSAID_NONE)
        rival->named = q;
}

/* Take in a mention, and its person if it agrees. One that is in does. */
static void enter(const ws_stage *s, const ws_mention *pronoun, ws_rival *rival,
                  uint32_t *count, uint32_t mention)
{
    uint32_t person = s->people->of[mention];
    uint32_t i = 0;

    while (i < *count && rival[i].person != person)
        i++;
    if (i == *count) {
        if (i == WS_RIVALS || !agrees(s, pronoun, person))
            return;
        rival[i] = (ws_rival){.person = person,
                              .nearest = mention,
                              .spoke = WHOSAID_NONE,
                              .subject = WHOSAID_NONE,
                              .named = WHOSAID_NONE,
                              .order = i};
        ++*count;
    }
    note(s, pronoun, &rival[i], mention);
}

bool ws_rival_aloud(const ws_stage *s, uint32_t mention)
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
    uint16_t known = ws_rival_gender(person);
    uint32_t gender = known == 0 ? 0 : known == BOTH ? 1 : 2;
    uint32_t often = ws_people_often(s->tokens, person->count);
    uint32_t spoke = 0;
    uint32_t since = 0;
    uint32_t value[WS_PRONOUN_BLOCK_COUNT] = {0};

    if (r->spoke != WHOSAID_NONE) {
        spoke = ws_rival_aloud(s, r->spoke) ? 2 : 1;
        since = bucket(of[p->head] - of[s->mentions->mention[r->spoke].head],
                       sentence_upto, 5);
    }
    const ws_mention *full = &s->mentions->mention[person->mention];
    bool named = full->kind == WS_MENTION_NAME;
    ws_lex name = s->tokens->token[named ? full->name : full->head].lex;
    bool noun = full->kind == WS_MENTION_NOMINAL;
    uint32_t type = person->type == WHOSAID_SOURCE_PERSON      ? 1
                    : person->type == WHOSAID_SOURCE_ANONYMOUS ? 2
                    : noun                                     ? 3
                                                               : 0;
    uint32_t given = WS_IS(name, GIVEN_MALE) || WS_IS(name, GIVEN_FEMALE);
    uint32_t own = (p->flags & WS_M_GENITIVE) != 0 ? 1
                   : (p->flags & WS_M_OBJECT) != 0 ? 2
                                                   : 0;
    ws_stand stand = ws_rival_stand(s, r->nearest);
    rank = rank > 4 ? 4 : rank;
    value[WS_PRONOUN_NEAR] =
        bucket(apart, sentence_upto, 5) * WS_STANDS + (uint32_t)stand;
    value[WS_PRONOUN_PARAGRAPH] =
        (paragraphs > 3 ? 3 : paragraphs) * 3 + m->kind;
    value[WS_PRONOUN_GENDER] = (gender * 4 + type) * 2 + given;
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
    value[WS_PRONOUN_OTHER] =
        (r->apart * 3 + own) * 2 + (s->cues->of[pronoun] != WHOSAID_NONE);
    value[WS_PRONOUN_RIVALS] = (rivals > 4 ? 4 : rivals - 1) * 5 + rank;
    ws_model_ids(value, block_base, WS_PRONOUN_BLOCK_COUNT, r->feature);
}

static void tell_apart(const ws_stage *s, uint32_t q, uint32_t how,
                       ws_rival *rival, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (s->people->of[q] == rival[i].person)
            rival[i].apart |= how;
}

/* The names between the marks that hold token i. */
static void tell_talked(const ws_stage *s, uint32_t i, ws_rival *rival,
                        uint32_t count)
{
    const ws_piece *piece = &s->pieces->piece[s->pieces->inside[i] - 1];
    uint32_t q = s->mentions->at[piece->first];

    for (uint32_t n = 0; n < TALKED && q < s->mentions->count; n++, q++) {
        if (s->mentions->mention[q].head >= piece->last)
            break;
        tell_apart(s, q, WS_APART_TALKED, rival, count);
    }
}

/* Who else the sentence of a pronoun names, and the quotations beside it. */
static void look_around(const ws_stage *s, uint32_t pronoun, ws_rival *rival,
                        uint32_t count)
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    uint32_t cue = s->cues->of[pronoun];
    uint32_t end = s->sentences->sentence[s->sentences->of[p->head]].last;
    uint32_t first = p->first;

    for (uint32_t n = 1; n <= BEHIND && pronoun + n < s->mentions->count; n++) {
        const ws_mention *m = &s->mentions->mention[pronoun + n];
        if (m->head >= end)
            break;
        if (m->kind == WS_MENTION_NAME && (m->flags & WS_M_QUOTED) == 0)
            tell_apart(s, pronoun + n, WS_APART_BEHIND, rival, count);
    }
    if (cue == WHOSAID_NONE)
        return;
    const ws_cue *verb = &s->cues->cue[cue];
    if (verb->hearer != WHOSAID_NONE)
        tell_apart(s, verb->hearer, WS_APART_HEARER, rival, count);
    first = verb->first < first ? verb->first : first;
    if (first > 0 && s->pieces->inside[first - 1] != 0)
        tell_talked(s, first - 1, rival, count);
    else if (first > 1 && s->pieces->inside[first - 2] != 0)
        tell_talked(s, first - 2, rival, count);
    for (uint32_t i = p->last; i < end + 1 && i < p->last + BESIDE; i++) {
        if (i >= s->tokens->count)
            return;
        if (s->pieces->inside[i] != 0) {
            tell_talked(s, i, rival, count);
            return;
        }
    }
}

uint32_t ws_rival_apart(const ws_stage *s, uint32_t m, uint32_t id)
{
    ws_rival rival = {.person = id};

    look_around(s, m, &rival, 1);
    return rival.apart;
}

/* Where those gathered are only talked of between marks: in a long talk the one
 * who is meant was named before it. The latest with a name from mention q on
 * back. */
static void look_farther(const ws_stage *s, const ws_mention *pronoun,
                         uint32_t q, ws_rival *rival, uint32_t *count)
{
    for (uint32_t i = 0; i < *count; i++)
        if (rival[i].count > rival[i].quoted)
            return;
    for (uint32_t n = 0; n < FARTHER && q > 0; n++) {
        uint32_t id = s->people->of[--q];
        if (id == WHOSAID_NONE ||
            (s->mentions->mention[q].flags & WS_M_QUOTED) != 0)
            continue;
        uint32_t full = s->people->person[id].mention;
        if (s->mentions->mention[full].kind != WS_MENTION_NAME ||
            !agrees(s, pronoun, id))
            continue;
        enter(s, pronoun, rival, count, q);
        return;
    }
}

uint32_t ws_rivals_gather(const ws_stage *s, uint32_t pronoun,
                          ws_rival rival[WS_RIVALS])
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    uint32_t count = 0;
    uint32_t matched = 0; /* rivals whose gender is known */
    uint32_t here = s->sentences->of[p->head];

    uint32_t q = pronoun;
    for (uint32_t n = 0; n < WINDOW && q > 0; n++) {
        const ws_mention *m = &s->mentions->mention[q - 1];
        uint32_t id = s->people->of[q - 1];
        if (id != WHOSAID_NONE) {
            if (here - s->sentences->of[m->head] > SENTENCES)
                break;
            enter(s, p, rival, &count, q - 1);
        }
        q--;
    }
    look_farther(s, p, q, rival, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint16_t known = ws_rival_gender(&s->people->person[rival[i].person]);
        matched += known == WS_M_MALE || known == WS_M_FEMALE;
    }
    if (count > 1)
        look_around(s, pronoun, rival, count);
    for (uint32_t i = 0; i < count; i++)
        fill(s, pronoun, &rival[i], i, count, matched);
    return count;
}
