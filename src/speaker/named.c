/*
 * named.c - "the young man" of a story, whom the talk names.
 *
 *   in   the scene of a story, its tags and those addressed
 *   out  the person of each mention of somebody brought in without a name
 *
 * 1. "My name is Sue," said the girl; "I'm Mr. Vane," he said: she is Sue, and
 *    he is Mr. Vane.
 * 2. "Stephen, come here." - "I had rather not," said the young man: who is
 *    addressed answers. He is Stephen, if nothing but talk has named Stephen
 *    before the young man came in, and if the talk does not gainsay it: the
 *    young man answers to no other name and calls nobody Stephen.
 * 3. "He was a man of sixty", "Mr. Crake, who had been rector there": the
 *    writer says it of him.
 * "Her mother" answers to no name here (kin.c).
 *
 * Cost: O(tokens + mentions + quotations).
 *
 * Not here: those whom a story names before it describes them (described.c).
 */
#include "speaker/named.h"

#include "speaker/presented.h"

enum {
    ANSWERS = 2, /* fewest of a long story that tell who it is */
    TALK = 2,    /* paragraphs to the answer */
    NEAR = 300   /* mentions from the naming to one that is named */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

/* Who somebody without a name is. */
struct named {
    uint32_t person; /* or NONE */
    uint32_t at;     /* mention that tells it */
    uint32_t times;  /* that it is told */
    bool told;       /* by himself */
    bool gainsaid;
};

struct namer {
    const ws_scene *scene;
    struct named *named; /* [people] */
    uint32_t *outside;   /* [people]: first mention by name that is not between
                          * marks, or NONE */
};

/* "Was vicar of Brill": an office without an article. */
static bool is_bare_office(const ws_scene *scene, const ws_mention *e)
{
    return e->first == e->head &&
           WS_IS(scene->tokens->token[e->head].lex, ROLE);
}

/* "The Irishman", which is written as a name is. */
static bool is_national(const ws_scene *scene, const ws_mention *m)
{
    const ws_lex man = WS_LEX_BIT(NATIONALITY) | WS_LEX_BIT(PERSON);

    return m->kind == WS_MENTION_NAME && m->name_end == m->name + 1 &&
           m->name == m->first + 1 &&
           (scene->tokens->token[m->name].lex & man) == man;
}

/* Somebody of whom no name is known: "the young man", not "her brother". */
static bool is_unnamed(const struct namer *n, uint32_t id)
{
    const ws_scene *scene = n->scene;

    if (id == WHOSAID_NONE)
        return false;
    const ws_person *person = &scene->people->person[id];
    const ws_mention *m = &scene->mentions->mention[person->mention];
    bool noun = m->kind == WS_MENTION_NOMINAL &&
                person->type == WHOSAID_SOURCE_ANONYMOUS;
    return (noun || is_national(scene, m)) && !person->narrator &&
           (m->flags & (WS_M_PLURAL | WS_M_JOINT | WS_M_QUOTED)) == 0 &&
           (WS_IS(scene->tokens->token[m->first].lex, DET) ||
            is_bare_office(scene, m));
}

/* The sex that more pronouns than not show of somebody, be it one. */
static uint16_t shown(const ws_person *person)
{
    if (person->he == person->she)
        return 0;
    return person->he > person->she ? WS_M_MALE : WS_M_FEMALE;
}

/* Somebody with a name whom the one of a tag may be. */
static bool may_be(const struct namer *n, uint32_t tag, uint32_t id)
{
    const ws_people *people = n->scene->people;

    if (id == WHOSAID_NONE || people->of[tag] == id)
        return false;
    const ws_person *person = &people->person[id];
    const ws_person *own = &people->person[people->of[tag]];
    uint16_t sex = n->scene->mentions->mention[tag].flags & BOTH;
    return n->scene->mentions->mention[person->mention].kind ==
               WS_MENTION_NAME &&
           person->type != WHOSAID_SOURCE_BODY && !person->narrator &&
           !ws_opposed(sex, ws_rival_gender(person)) &&
           !ws_opposed(ws_rival_gender(own), ws_rival_gender(person)) &&
           !ws_opposed(shown(own), ws_rival_gender(person));
}

static void name(struct namer *n, uint32_t id, struct named told)
{
    struct named *named = &n->named[id];

    if (named->person == WHOSAID_NONE || (told.told && !named->told))
        *named = told;
    else if (named->person == told.person)
        named->times++;
    else if (named->person != told.person && (told.told || !named->told))
        named->gainsaid = true;
}

/* Whether the tag's one came in before anything but talk named id. */
static bool comes_first(const struct namer *n, uint32_t tag, uint32_t id)
{
    uint32_t first =
        n->scene->people->person[n->scene->people->of[tag]].mention;

    return n->outside[id] == WHOSAID_NONE || n->outside[id] > tag ||
           n->outside[id] > first + NEAR;
}

/* Whether the speech behind quotation q answers it. */
static bool answers(const struct namer *n, uint32_t q, uint32_t next)
{
    const ws_talk *talk = n->scene->talk;

    if (next == WHOSAID_NONE || talk->tag[next] == WHOSAID_NONE)
        return false;
    uint32_t here = ws_scene_place(n->scene, q).last_paragraph;
    uint32_t there = ws_scene_place(n->scene, next).first_paragraph;
    uint32_t own = talk->tag[q];
    return there > here && there <= here + TALK &&
           (own == WHOSAID_NONE ||
            n->scene->people->of[own] != n->scene->people->of[talk->tag[next]]);
}

/* Who tells his name; where no tag says who, in two words. */
static void look_told(struct namer *n)
{
    const ws_scene *scene = n->scene;
    const ws_talk *talk = scene->talk;
    uint32_t before[2] = {WHOSAID_NONE, WHOSAID_NONE};

    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        if (q > 0 && talk->next[q - 1] != q)
            continue;
        uint32_t tag = ws_talk_speaker(scene, q, before);
        before[1] = before[0];
        before[0] = q;
        if (tag == WHOSAID_NONE || !is_unnamed(n, scene->people->of[tag]))
            continue;
        ws_place place = ws_scene_place(scene, q);
        uint32_t m = ws_presented(scene->text, scene->tokens, scene->mentions,
                                  place.begin, place.end);
        if (m == WHOSAID_NONE || !may_be(n, tag, scene->people->of[m]))
            continue;
        const ws_mention *e = &scene->mentions->mention[m];
        if (tag == talk->tag[q] || e->last > e->first + 1)
            name(n, scene->people->of[tag],
                 (struct named){scene->people->of[m], m, 1, true, false});
    }
}

/* "He was a man of sixty", "who had been butler there": the mention of whom a
 * description is said outside the marks, or NONE. */
static uint32_t subject_of(const ws_scene *scene, uint32_t m)
{
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_token *token = scene->tokens->token;
    uint32_t be = e->first;

    if (m == 0 || be < 2 || (e->flags & (WS_M_QUOTED | WS_M_JOINT)) != 0 ||
        ((e->flags & WS_M_INDEFINITE) == 0 && !is_bare_office(scene, e)))
        return WHOSAID_NONE;
    be -= WS_IS(token[be - 1].lex, ADVERB) ? 2 : 1;
    const ws_mention *k = &scene->mentions->mention[m - 1];
    bool had = be > 0 && WS_IS(token[be - 1].lex, AUXILIARY) &&
               !WS_IS(token[be - 1].lex, BE);
    uint32_t verb = had ? be - 1 : be;
    bool who = (k->flags & WS_M_RELATIVE) != 0;
    bool stands = WS_IS(token[be].lex, BE) && k->last == verb &&
                  (k->flags & (WS_M_QUOTED | WS_M_PLURAL)) == 0 &&
                  ((k->flags & WS_M_NESTED) == 0 || who);
    return stands && k->kind != WS_MENTION_NOMINAL ? m - 1 : WHOSAID_NONE;
}

/* Somebody with a name whom the writer can say a noun of: pronouns that show
 * another sex were guessed. */
static bool may_be_said(const struct namer *n, uint32_t m, uint32_t id)
{
    if (id == WHOSAID_NONE || n->scene->people->of[m] == id)
        return false;
    const ws_person *person = &n->scene->people->person[id];
    return n->scene->mentions->mention[person->mention].kind ==
               WS_MENTION_NAME &&
           person->type != WHOSAID_SOURCE_BODY && !person->narrator &&
           !ws_opposed(n->scene->mentions->mention[m].flags, person->flags);
}

/* Who is described behind "was". */
static void look_described(struct namer *n)
{
    const ws_scene *scene = n->scene;

    for (uint32_t m = 1; m < scene->mentions->count; m++) {
        if (scene->mentions->mention[m].kind != WS_MENTION_NOMINAL ||
            !is_unnamed(n, scene->people->of[m]))
            continue;
        uint32_t subject = subject_of(scene, m);
        if (subject != WHOSAID_NONE &&
            may_be_said(n, m, scene->people->of[subject]))
            name(n, scene->people->of[m],
                 (struct named){scene->people->of[subject], m, 1, true, false});
    }
}

static void look(struct namer *n)
{
    const ws_scene *scene = n->scene;
    const ws_talk *talk = scene->talk;

    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        uint32_t next = talk->next[q];
        uint32_t id = talk->called[q];
        if (id == WHOSAID_NONE || !answers(n, q, next))
            continue;
        uint32_t answer = talk->tag[next];
        if (is_unnamed(n, scene->people->of[answer]) && may_be(n, answer, id) &&
            comes_first(n, answer, id))
            name(n, scene->people->of[answer],
                 (struct named){id, answer, 1, false, false});
    }
    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        uint32_t tag = talk->tag[q];
        uint32_t own = tag == WHOSAID_NONE ? tag : scene->people->of[tag];
        if (own != WHOSAID_NONE && talk->called[q] != WHOSAID_NONE &&
            talk->called[q] == n->named[own].person)
            n->named[own].gainsaid = true;
    }
}

whosaid_status ws_named_join(ws_arena *arena, const ws_scene *scene,
                             ws_people *people)
{
    struct namer n = {.scene = scene};

    n.named = WS_NEW(arena, struct named, (size_t)people->count + 1);
    n.outside = WS_NEW(arena, uint32_t, (size_t)people->count + 1);
    if (n.named == NULL || n.outside == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < people->count; i++) {
        n.named[i] = (struct named){.person = WHOSAID_NONE};
        n.outside[i] = WHOSAID_NONE;
    }
    for (uint32_t m = scene->mentions->count; m-- > 0;) {
        const ws_mention *e = &scene->mentions->mention[m];
        if (e->kind == WS_MENTION_NAME && (e->flags & WS_M_QUOTED) == 0 &&
            people->of[m] != WHOSAID_NONE)
            n.outside[people->of[m]] = m;
    }
    uint32_t least = scene->tokens->count < WS_ARTICLE ? 1 : ANSWERS;
    look_described(&n);
    look_told(&n);
    look(&n);
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        const ws_mention *e = &scene->mentions->mention[m];
        if (people->of[m] == WHOSAID_NONE ||
            (e->kind != WS_MENTION_NOMINAL && !is_national(scene, e)))
            continue;
        const struct named *named = &n.named[people->of[m]];
        if (named->person == WHOSAID_NONE || named->gainsaid ||
            (!named->told && named->times < least) || m > named->at + NEAR ||
            m + NEAR < named->at)
            continue;
        ws_person *person = &people->person[named->person];
        if (named->told && (person->flags & BOTH) == 0)
            person->flags |= e->flags & BOTH;
        people->of[m] = named->person;
        people->sure[m] = WS_SURE_NOMINAL;
        people->told[m] = 0;
    }
    arena->steps += (uint64_t)scene->mentions->count * 2 +
                    scene->quotations->count + scene->tokens->count;
    return WHOSAID_OK;
}

/* The sex that a mention by name tells in a story alone, 0 for none. */
static uint16_t sex_of(const ws_scene *scene, const ws_mention *m,
                       const ws_person *person)
{
    const ws_token *name = &scene->tokens->token[m->name];
    bool he = WS_IS(name->lex, GIVEN_MALE);
    bool she = WS_IS(name->lex, GIVEN_FEMALE);

    if (m->name > m->first &&
        ws_scene_listed(scene, m->name - 1, WS_LIST_MANLY))
        return she && !he ? 0 : WS_M_MALE;
    if (m->name > m->first &&
        ws_scene_listed(scene, m->name - 1, WS_LIST_WOMANLY))
        return he && !she ? 0 : WS_M_FEMALE;
    if (m->first + 1 == m->last &&
        ws_scene_listed(scene, m->name, WS_LIST_MADAM))
        return WS_M_FEMALE;
    if (m->first + 1 == m->last && ws_scene_listed(scene, m->name, WS_LIST_SIR))
        return WS_M_MALE;
    if (he == she || m->name_end != m->name + 1 || person->titled != 0 ||
        &scene->mentions->mention[person->mention] != m)
        return 0;
    return he ? WS_M_MALE : WS_M_FEMALE;
}

bool ws_named_genders(const ws_scene *scene, ws_people *people)
{
    bool told = false;

    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        const ws_mention *e = &scene->mentions->mention[m];
        uint32_t id = people->of[m];
        if (e->kind != WS_MENTION_NAME || id == WHOSAID_NONE)
            continue;
        ws_person *person = &people->person[id];
        if (person->type == WHOSAID_SOURCE_BODY ||
            (person->flags & (BOTH | WS_M_PLURAL)) != 0)
            continue;
        uint16_t sex = sex_of(scene, e, person);
        person->flags = (uint16_t)(person->flags | sex);
        told = told || sex != 0;
    }
    return told;
}
