/*
 * described.c - who "the painter" of a story is.
 *
 *   in   the scene of a story, its tags and those addressed
 *   out  the person of each description that no name was known for
 *
 * 1. "The old man" is old Mr. Pell, if nobody else is called old.
 * 2. In a long story all places of one description are looked at together.
 *    Somebody who is named around most of them is meant, if he is not about
 *    everywhere else, too (log odds); not one named in the same sentence,
 *    whom its words address, or who speaks right before or behind. One whom
 *    the words before or behind address is, rather.
 * 3. Any other one that speaks, as "the young man", means the likeliest of
 *    those whom a pronoun there may mean, by all that was seen under 2.
 *
 * Cost: O(mentions + quotations); a bounded number is looked at around each.
 *
 * Not here: the bearers of offices (nominal.c), kin (kin.c).
 */
#include "speaker/described.h"

#include "speaker/filing.h"

enum {
    BEFORE = 30, /* mentions looked at before a place */
    BEHIND = 12,
    SPAN = BEFORE + BEHIND,
    AROUND = 8,    /* most people of one place */
    WORDS = 6,     /* of a description */
    THE_BYTES = 3, /* of a definite article */
    /* points, in quarters of a logit: of one in the same sentence, */
    APART = -12,
    CALLED = 8, /* addressed beside it, */
    ADDRESSED = -16,
    TURN = -8,   /* who speaks before or behind */
    PLACES = 3,  /* fewest that tell who it is */
    LEAST = 12,  /* tenths of a point a place that the best needs, */
    MARGIN = 20, /* and before the next */
    TALK = 2,    /* paragraphs to the speech beside */
    JUST = 30,   /* mentions since "a young man" came in */
    KNOWN = 10,  /* times that somebody must be named */
    WEIGHT = 16  /* Q8, of a point beside the pronouns' model */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

enum { KEY_WORDS = 1, KEY_PAIR, KEY_MAN, KEY_WOMAN };

/* A description. */
struct noun {
    uint32_t places;
    uint32_t person; /* the best so far */
    int32_t best;
    int32_t second;
    uint16_t flags;
};

/* What speaks for somebody, at one place or at all. */
struct claim {
    uint32_t noun;
    uint32_t person;
    int32_t points;
    uint32_t present; /* places that he is named around */
};

/* The claims of one place. */
struct place {
    struct claim claim[AROUND];
    uint32_t count;
};

struct nouns {
    const ws_scene *scene;
    ws_filing files;
    struct noun *noun; /* [nouns] */
    uint32_t nouns;
    struct claim *claim; /* [claims] */
    uint32_t claims;
    uint32_t *of;     /* [mentions]: noun, or NONE */
    uint32_t *tagged; /* [mentions]: quotation of which it is the tag */
    uint32_t *before; /* [quotations]: the speech before, or NONE */
    uint32_t *spread; /* [people]: stretches that name them */
    uint32_t *seen;   /* [people]: the latest of these */
    uint32_t stretches;
};

/* One sex, not both or none. */
static bool is_one(uint16_t flags)
{
    return (flags & BOTH) == WS_M_MALE || (flags & BOTH) == WS_M_FEMALE;
}

static bool has_name(const ws_scene *scene, uint32_t id)
{
    return id != WHOSAID_NONE &&
           scene->mentions->mention[scene->people->person[id].mention].kind ==
               WS_MENTION_NAME;
}

/* "The painter", of whom no name is known. */
static bool is_description(const ws_scene *scene, uint32_t m)
{
    const uint16_t other =
        WS_M_INDEFINITE | WS_M_QUOTED | WS_M_PLURAL | WS_M_JOINT | WS_M_NESTED;
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_token *the = &scene->tokens->token[e->first];
    uint32_t id = scene->people->of[m];

    return e->kind == WS_MENTION_NOMINAL && (e->flags & other) == 0 &&
           e->type == WHOSAID_SOURCE_ANONYMOUS && e->same == WHOSAID_NONE &&
           e->close == e->last && the->end - the->begin == THE_BYTES &&
           WS_IS(the->lex, DET) && id != WHOSAID_NONE && !has_name(scene, id);
}

/* The noun of a description, made at need. */
static uint32_t noun_of(struct nouns *n, uint32_t m)
{
    const ws_mention *e = &n->scene->mentions->mention[m];
    uint32_t first =
        e->head > e->first + WORDS ? e->head - WORDS : e->first + 1;
    uint64_t key = ws_filing_key(&n->files, first, e->head + 1, KEY_WORDS);
    uint32_t f = ws_filing_find(&n->files, key, 0);

    if (f != 0)
        return n->files.entry[f].id;
    n->noun[n->nouns] =
        (struct noun){.person = WHOSAID_NONE, .flags = e->flags & BOTH};
    ws_filing_put(&n->files, key, n->nouns);
    return n->nouns++;
}

/* Somebody with a name whom a description may mean. */
static bool may_be(const struct nouns *n, const struct noun *noun, uint32_t id)
{
    if (!has_name(n->scene, id))
        return false;
    const ws_person *person = &n->scene->people->person[id];
    return person->type == WHOSAID_SOURCE_PERSON && !person->narrator &&
           !ws_opposed(noun->flags, ws_rival_gender(person));
}

static struct claim *claim_in(struct place *place, uint32_t id)
{
    for (uint32_t i = 0; i < place->count; i++)
        if (place->claim[i].person == id)
            return &place->claim[i];
    return NULL;
}

/* Who is named around mention m. */
static void look_around(const struct nouns *n, uint32_t m, struct place *place)
{
    const ws_scene *scene = n->scene;
    const ws_mention *mention = scene->mentions->mention;
    const uint32_t *of = scene->sentences->of;
    uint32_t first = m < BEFORE ? 0 : m - BEFORE;
    uint32_t last = m + BEHIND < scene->mentions->count
                        ? m + BEHIND
                        : scene->mentions->count;

    for (uint32_t k = first; k < last; k++) {
        uint32_t id = scene->people->of[k];
        if (mention[k].kind != WS_MENTION_NAME ||
            (mention[k].flags & WS_M_QUOTED) != 0 ||
            !may_be(n, &n->noun[n->of[m]], id))
            continue;
        struct claim *c = claim_in(place, id);
        if (c == NULL) {
            if (place->count == AROUND)
                continue;
            c = &place->claim[place->count++];
            *c = (struct claim){n->of[m], id, 0, 1};
        }
        if (of[mention[k].head] == of[mention[m].head])
            c->points = APART;
    }
}

static void add(struct place *place, uint32_t noun, uint32_t id, int32_t points)
{
    struct claim *c = id == WHOSAID_NONE ? NULL : claim_in(place, id);

    if (c != NULL)
        c->points += points;
    else if (id != WHOSAID_NONE && points > 0 && place->count < AROUND)
        place->claim[place->count++] = (struct claim){noun, id, points, 0};
}

/* What quotation q beside that of a description tells. */
static void look_beside(const struct nouns *n, uint32_t m, uint32_t q,
                        struct place *place)
{
    const ws_scene *scene = n->scene;
    uint32_t tag = q == WHOSAID_NONE ? m : scene->talk->by[q];

    if (tag == m)
        return;
    uint32_t here =
        scene->tokens->token[scene->mentions->mention[m].head].paragraph;
    uint32_t there = ws_scene_place(scene, q).first_paragraph;
    if (there == here || there + TALK < here || there > here + TALK)
        return;
    uint32_t called = scene->talk->called[q];
    if (may_be(n, &n->noun[n->of[m]], called))
        add(place, n->of[m], called, CALLED);
    if (tag != WHOSAID_NONE)
        add(place, n->of[m], scene->people->of[tag], TURN);
}

/* What one place tells. */
static struct place place_of(const struct nouns *n, uint32_t m)
{
    struct place place = {.count = 0};
    uint32_t q = n->tagged[m];

    look_around(n, m, &place);
    if (q != WHOSAID_NONE) {
        add(&place, n->of[m], n->scene->talk->called[q], ADDRESSED);
        look_beside(n, m, n->before[q], &place);
        look_beside(n, m, n->scene->talk->next[q], &place);
    }
    return place;
}

static uint64_t pair_key(uint32_t noun, uint32_t person)
{
    uint32_t pair[2] = {noun, person};

    return ws_filing_hash((const char *)pair, sizeof pair, KEY_PAIR);
}

/* Count a place's claim to all of its noun. */
static void note(struct nouns *n, const struct claim *c)
{
    uint64_t key = pair_key(c->noun, c->person);
    uint32_t e = ws_filing_find(&n->files, key, 0);
    uint32_t at = e != 0 ? n->files.entry[e].id : n->claims;

    if (e == 0) {
        n->claim[n->claims++] = (struct claim){c->noun, c->person, 0, 0};
        ws_filing_put(&n->files, key, at);
    }
    n->claim[at].points += c->points;
    n->claim[at].present += c->present;
}

static void look(struct nouns *n, uint32_t m)
{
    struct place place = place_of(n, m);

    n->noun[n->of[m]].places++;
    for (uint32_t i = 0; i < place.count; i++)
        note(n, &place.claim[i]);
}

/* In how many stretches of the story everybody is named. */
static void count_stretches(struct nouns *n)
{
    for (uint32_t m = 0; m < n->scene->mentions->count; m++) {
        const ws_mention *e = &n->scene->mentions->mention[m];
        uint32_t id = n->scene->people->of[m];
        n->stretches = m / SPAN + 1;
        if (e->kind != WS_MENTION_NAME || (e->flags & WS_M_QUOTED) != 0 ||
            id == WHOSAID_NONE || n->seen[id] == n->stretches)
            continue;
        n->seen[id] = n->stretches;
        n->spread[id]++;
    }
}

/* The points of one who is named around so many of a noun's places, against
 * how many stretches name him anyhow. */
static int32_t presence(const struct nouns *n, const struct claim *c)
{
    static const int8_t here[] = {10, 8, 6, 4, 3, 2, 1, 1, 0, 0, 0};
    static const int8_t away[] = {-7, -7, -7, -6, -6, -5, -5, -4, -3, -2, -1};
    uint32_t places = n->noun[c->noun].places;
    uint64_t tenths = (uint64_t)n->spread[c->person] * 10 / n->stretches;
    uint32_t absent = places < c->present ? 0 : places - c->present;

    return (int32_t)c->present * here[tenths] + (int32_t)absent * away[tenths];
}

/* Whom most places of each noun speak for. */
static void settle(struct nouns *n)
{
    for (uint32_t i = 0; i < n->claims; i++) {
        struct claim *c = &n->claim[i];
        struct noun *noun = &n->noun[c->noun];
        c->points += presence(n, c);
        if (noun->person == WHOSAID_NONE || c->points > noun->best) {
            noun->second = noun->person == WHOSAID_NONE ? 0 : noun->best;
            noun->best = c->points;
            noun->person = c->person;
        } else if (c->points > noun->second) {
            noun->second = c->points;
        }
    }
    for (uint32_t i = 0; i < n->nouns; i++) {
        struct noun *noun = &n->noun[i];
        int64_t places = (int64_t)noun->places;
        int64_t second = noun->second < 0 ? 0 : noun->second;
        if (places < PLACES || 10 * (int64_t)noun->best < LEAST * places ||
            10 * (noun->best - second) < MARGIN * places)
            noun->person = WHOSAID_NONE;
    }
}

/* "Said the young man", who did not come in as "a young man" just before. */
static bool speaks(const struct nouns *n, uint32_t m)
{
    const ws_scene *scene = n->scene;
    const ws_mention *e = &scene->mentions->mention[m];
    uint32_t full = scene->people->person[scene->people->of[m]].mention;

    return scene->cues->of[m] != WHOSAID_NONE && is_one(e->flags) &&
           (e->flags & WS_M_GENITIVE) == 0 &&
           (scene->tokens->token[e->head].shape & WS_SHAPE_CAPITAL) == 0 &&
           (full == m || full + JUST < m);
}

/* Somebody whom the story names again and again. */
static bool is_known(const struct nouns *n, uint32_t id)
{
    const ws_person *person = &n->scene->people->person[id];

    return has_name(n->scene, id) && person->count >= KNOWN &&
           (person->type == WHOSAID_SOURCE_PERSON ||
            person->type == WHOSAID_SOURCE_NONE);
}

/* Whom a description that speaks means, by what stands around, or NONE. */
static uint32_t likeliest(const struct nouns *n, const ws_stage *stage,
                          const ws_model *model, uint32_t m)
{
    ws_rival rival[WS_RIVALS];
    uint32_t count = ws_pronoun_linear(stage, model, m, rival);
    struct place place = place_of(n, m);
    int32_t places = (int32_t)n->noun[n->of[m]].places;
    uint32_t best = WHOSAID_NONE;
    int32_t top = 0;

    for (uint32_t i = 0; i < count; i++) {
        uint32_t id = rival[i].person;
        if (!is_known(n, id))
            continue;
        const struct claim *c = claim_in(&place, id);
        uint32_t e = ws_filing_find(&n->files, pair_key(n->of[m], id), 0);
        int32_t score = rival[i].score;
        if (c != NULL)
            score += c->points * WEIGHT;
        if (e != 0)
            score += n->claim[n->files.entry[e].id].points * 4 * WEIGHT /
                     (places + 1);
        if (best == WHOSAID_NONE || score > top) {
            best = id;
            top = score;
        }
    }
    return best;
}

/* Of the word at token i, what one of a sex is called by; 0 for none. */
static uint64_t called_key(const struct nouns *n, uint32_t i, uint16_t sex)
{
    const ws_token *token = &n->scene->tokens->token[i];
    const ws_lex empty = WS_LEX_BIT(DET) | WS_LEX_BIT(POSSESSIVE) |
                         WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(AND) |
                         WS_LEX_BIT(HONORIFIC);

    if (token->kind != WS_TOKEN_WORD || (token->lex & empty) != 0 ||
        (token->shape & WS_SHAPE_GENITIVE) != 0)
        return 0;
    return ws_filing_key(&n->files, i, i + 1,
                         (sex & WS_M_MALE) != 0 ? KEY_MAN : KEY_WOMAN);
}

/* "Old Mr. Pell": the key of the word before the name, or 0. */
static uint64_t name_key(const struct nouns *n, uint32_t m)
{
    const ws_scene *scene = n->scene;
    const ws_mention *e = &scene->mentions->mention[m];
    uint32_t id = scene->people->of[m];
    uint32_t at = e->name;

    if (e->kind != WS_MENTION_NAME || (e->flags & WS_M_QUOTED) != 0 ||
        id == WHOSAID_NONE)
        return 0;
    const ws_person *person = &scene->people->person[id];
    uint16_t sex = ws_rival_gender(person);
    at -= at > e->first && WS_IS(scene->tokens->token[at - 1].lex, HONORIFIC);
    return at > 0 && is_one(sex) && person->type == WHOSAID_SOURCE_PERSON
               ? called_key(n, at - 1, sex)
               : 0;
}

/* Who is called by which word; of two called alike nobody. */
static void file_called(struct nouns *n)
{
    for (uint32_t m = 0; m < n->scene->mentions->count; m++) {
        uint64_t key = name_key(n, m);
        uint32_t id = n->scene->people->of[m];
        uint32_t f = key == 0 ? 0 : ws_filing_find(&n->files, key, 0);
        uint32_t known = f == 0 ? id : n->files.entry[f].id;
        if (key == 0 || (f != 0 && (known == id || known == WHOSAID_NONE)))
            continue;
        ws_filing_put(&n->files, key, f == 0 ? id : WHOSAID_NONE);
    }
}

/* "The old man": the only man called old, or NONE. */
static uint32_t called_so(const struct nouns *n, uint32_t m)
{
    const ws_mention *e = &n->scene->mentions->mention[m];

    if (e->head != e->first + 2 || !is_one(e->flags))
        return WHOSAID_NONE;
    uint64_t key = called_key(n, e->first + 1, e->flags);
    uint32_t f = key == 0 ? 0 : ws_filing_find(&n->files, key, 0);
    return f == 0 ? WHOSAID_NONE : n->files.entry[f].id;
}

/* The quotations that mentions are tags of, and the speech before each. */
static void find_turns(struct nouns *n)
{
    const ws_talk *talk = n->scene->talk;
    uint32_t before = WHOSAID_NONE;

    for (uint32_t q = 0; q < n->scene->quotations->count; q++) {
        uint32_t tag = talk->tag[q];
        n->before[q] = before;
        if (tag != WHOSAID_NONE && n->tagged[tag] == WHOSAID_NONE)
            n->tagged[tag] = q;
        if (q == 0 || talk->next[q - 1] == q)
            before = q;
    }
}

static whosaid_status init(ws_arena *arena, struct nouns *n)
{
    const ws_scene *scene = n->scene;
    uint32_t mentions = scene->mentions->count;
    size_t people = (size_t)scene->people->count + 1;
    size_t places = 0;
    size_t named = 0;

    n->of = WS_NEW(arena, uint32_t, mentions);
    n->tagged = WS_NEW(arena, uint32_t, mentions);
    n->before = WS_NEW(arena, uint32_t, scene->quotations->count);
    n->spread = WS_NEW(arena, uint32_t, people);
    n->seen = WS_NEW(arena, uint32_t, people);
    if (n->of == NULL || n->tagged == NULL || n->before == NULL ||
        n->spread == NULL || n->seen == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t m = 0; m < mentions; m++) {
        n->of[m] = n->tagged[m] = WHOSAID_NONE;
        places += is_description(scene, m);
        named += scene->mentions->mention[m].kind == WS_MENTION_NAME;
    }
    WS_TRY(ws_filing_init(arena, scene->text, scene->tokens,
                          places * (AROUND + 1) + named + 1, &n->files));
    n->noun = WS_NEW(arena, struct noun, places + 1);
    n->claim = WS_NEW(arena, struct claim, places * AROUND + 1);
    return n->noun == NULL || n->claim == NULL ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}

whosaid_status ws_described_join(ws_arena *arena, const ws_scene *scene,
                                 const ws_stage *stage, const ws_model *model,
                                 ws_people *people)
{
    struct nouns n = {.scene = scene};
    bool article = scene->tokens->count < WS_ARTICLE;

    WS_TRY(init(arena, &n));
    find_turns(&n);
    file_called(&n);
    count_stretches(&n);
    for (uint32_t m = 0; m < scene->mentions->count; m++)
        if (is_description(scene, m))
            n.of[m] = noun_of(&n, m);
    for (uint32_t m = 0; !article && m < scene->mentions->count; m++)
        if (n.of[m] != WHOSAID_NONE)
            look(&n, m);
    settle(&n);
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        if (n.of[m] == WHOSAID_NONE)
            continue;
        uint32_t id = n.noun[n.of[m]].person;
        if (id == WHOSAID_NONE)
            id = called_so(&n, m);
        bool sure = id != WHOSAID_NONE;
        if (!sure && !article && speaks(&n, m))
            id = likeliest(&n, stage, model, m);
        if (id == WHOSAID_NONE)
            continue;
        people->of[m] = id;
        people->sure[m] = sure ? WS_SURE_NOMINAL : WS_SURE_PRONOUN;
        people->told[m] = 0; /* not by referent.c */
    }
    arena->steps += (uint64_t)scene->mentions->count * 3;
    return WHOSAID_OK;
}
