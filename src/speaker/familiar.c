/*
 * familiar.c - "the older man" of a talk between two.
 *
 *   in   the scene of a short story, its tags
 *   out  the person of each description of somebody who never came in
 *
 * "“I was followed.” - “By whom?” said Hale. The older man shut the door": a
 * story that describes a man by his looks, and has brought in none, means one
 * who is there. Where two named people of that sex have talked, it is the one
 * who did not speak last; where nobody else has, nobody knows.
 *
 * Cost: O(mentions + quotations); the quotations looked back at are bounded.
 *
 * Not here: long stories, and the only one who is called old (described.c); whom
 * the talk itself names (named.c).
 */
#include "speaker/familiar.h"

#include "speaker/rival.h"

enum {
    TURNS = 8,      /* quotations looked back at */
    PARAGRAPHS = 16 /* and how far */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

/* Who has talked before a description. */
struct company {
    uint32_t person[TURNS];
    uint32_t count;
    uint32_t latest; /* who spoke last, or NONE where that cannot be told */
};

/* "The older man", in words of his looks, with nothing behind that tells which;
 * somebody without a name. */
static bool is_looks(const ws_scene *scene, uint32_t m)
{
    const uint16_t other =
        WS_M_INDEFINITE | WS_M_QUOTED | WS_M_PLURAL | WS_M_JOINT | WS_M_NESTED;
    const ws_mention *e = &scene->mentions->mention[m];
    uint32_t id = scene->people->of[m];
    uint16_t sex = e->flags & BOTH;

    if (e->kind != WS_MENTION_NOMINAL || (e->flags & other) != 0 ||
        e->type != WHOSAID_SOURCE_ANONYMOUS || id == WHOSAID_NONE ||
        (sex != WS_M_MALE && sex != WS_M_FEMALE) || e->same != WHOSAID_NONE ||
        e->close != e->last || e->last >= scene->tokens->count ||
        e->head != e->first + 2 ||
        !ws_scene_listed(scene, e->first, WS_LIST_DEFINITE) ||
        !ws_scene_listed(scene, e->first + 1, WS_LIST_LOOKS))
        return false;
    const ws_token *behind = &scene->tokens->token[e->last];
    return !WS_IS(behind->lex, PREPOSITION) && !WS_IS(behind->lex, RELATIVE);
}

/* Somebody with a name who can be of the sex of mention m. */
static bool may_be(const ws_scene *scene, uint32_t m, uint32_t id)
{
    const ws_person *person = &scene->people->person[id];

    return scene->mentions->mention[person->mention].kind == WS_MENTION_NAME &&
           !person->narrator && person->type != WHOSAID_SOURCE_BODY &&
           !ws_opposed(scene->mentions->mention[m].flags,
                       ws_rival_gender(person));
}

static bool has(const struct company *c, uint32_t id)
{
    for (uint32_t i = 0; i < c->count; i++)
        if (c->person[i] == id)
            return true;
    return false;
}

/* Those who talked in the quotations before quotation end. speaker: of each,
 * by tag or turn. */
static struct company company_of(const ws_scene *scene, const uint32_t *speaker,
                                 uint32_t end, uint32_t m)
{
    struct company c = {.count = 0, .latest = WHOSAID_NONE};
    uint32_t here =
        scene->tokens->token[scene->mentions->mention[m].head].paragraph;

    for (uint32_t n = 1; n <= TURNS && n <= end; n++) {
        uint32_t q = end - n;
        if (scene->talk->tag[q] == m ||
            ws_scene_place(scene, q).last_paragraph + PARAGRAPHS < here)
            continue;
        uint32_t id = speaker[q];
        if (n == 1 || (n == 2 && scene->talk->tag[end - 1] == m))
            c.latest = id;
        if (id != WHOSAID_NONE && may_be(scene, m, id) && !has(&c, id))
            c.person[c.count++] = id;
    }
    return c;
}

/* Who speaks each quotation, by its tag, or by turns. */
static void find_speakers(const ws_scene *scene, uint32_t *speaker)
{
    const ws_talk *talk = scene->talk;
    uint32_t before[2] = {WHOSAID_NONE, WHOSAID_NONE};

    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        speaker[q] = WHOSAID_NONE;
        if (q > 0 && talk->next[q - 1] != q)
            continue;
        uint32_t m = ws_talk_speaker(scene, q, before);
        before[1] = before[0];
        before[0] = q;
        if (m != WHOSAID_NONE)
            speaker[q] = scene->people->of[m];
    }
}

/* The other one of the two who have talked, or NONE. */
static uint32_t other_of(const struct company *c)
{
    if (c->count != 2 || c->latest == WHOSAID_NONE || !has(c, c->latest))
        return WHOSAID_NONE;
    return c->person[c->person[0] == c->latest ? 1 : 0];
}

whosaid_status ws_familiar_join(ws_arena *arena, const ws_scene *scene,
                                ws_people *people)
{
    uint32_t quotations = scene->quotations->count;
    uint32_t q = 0;

    if (scene->tokens->count >= WS_ARTICLE || scene->tokens->foreign)
        return WHOSAID_OK;
    uint32_t *speaker = WS_NEW(arena, uint32_t, (size_t)quotations + 1);
    uint32_t *is = WS_NEW(arena, uint32_t, (size_t)people->count + 1);
    bool *met = WS_NEW(arena, bool, (size_t)people->count + 1);
    if (speaker == NULL || is == NULL || met == NULL)
        return WHOSAID_ERR_NOMEM;
    find_speakers(scene, speaker);
    for (uint32_t i = 0; i < people->count; i++)
        is[i] = WHOSAID_NONE;
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        const ws_mention *e = &scene->mentions->mention[m];
        uint32_t id = people->of[m];
        while (q < quotations && ws_scene_place(scene, q).end <= e->first)
            q++;
        if (id == WHOSAID_NONE || e->kind != WS_MENTION_NOMINAL)
            continue;
        const ws_person *person = &people->person[id];
        bool named =
            scene->mentions->mention[person->mention].kind == WS_MENTION_NAME;
        if (!met[id] && !named && is_looks(scene, m)) {
            struct company c = company_of(scene, speaker, q, m);
            is[id] = other_of(&c);
        }
        met[id] = true;
        if (is[id] == WHOSAID_NONE)
            continue;
        people->of[m] = is[id];
        people->person[is[id]].flags |= e->flags & BOTH;
        people->sure[m] = WS_SURE_NOMINAL;
        people->told[m] = 0;
    }
    arena->steps += (uint64_t)scene->mentions->count + quotations;
    return WHOSAID_OK;
}
