/*
 * byname.c - names by which people of a story are only addressed.
 *
 *   in   the scene, tags and those addressed
 *   out  "Dolly", said between marks alone, is Dorothea of the story
 *
 * Who is addressed mostly answers, or has just spoken. A name that stands
 * hardly ever outside the marks is the name of whoever is tagged most often
 * beside the quotations that address it.
 *
 * Cost: O(mentions + quotations + people).
 */
#include "speaker/byname.h"

#include "speaker/filing.h"
#include "speaker/rival.h"

enum {
    ANSWERS = 3,      /* fewest that tell who it is */
    BYNAME_SHARE = 60 /* percent of the answers, at least */
};

struct bearer {
    uint32_t inside; /* names between marks */
    uint32_t outside;
    uint32_t answers; /* tags beside quotations that address it */
    uint32_t best;    /* of them the most of one person */
    uint32_t person;  /* who that is */
};

struct answer {
    uint32_t name;
    uint32_t person;
    uint32_t count;
};

struct names {
    const ws_scene *scene;
    ws_filing files;
    struct bearer *bearer; /* [people] */
    struct answer *answer; /* [answers] */
    uint32_t answers;
};

/* Addressed only. */
static bool is_unseen(const struct bearer *b)
{
    return b->inside > 0 && b->outside * 10 <= b->inside;
}

static bool may_be(const struct names *n, uint32_t name, uint32_t id)
{
    const uint16_t both = WS_M_MALE | WS_M_FEMALE;
    const ws_person *person = n->scene->people->person;
    uint16_t a = ws_rival_gender(&person[name]) & both;
    uint16_t b = ws_rival_gender(&person[id]) & both;

    return id != name && n->bearer[id].outside > n->bearer[name].inside / 4 &&
           !person[id].narrator && (a == 0 || b == 0 || (a & b) != 0);
}

/* Quotation q addresses a name; the tag of a quotation beside it. */
static void note(struct names *n, uint32_t name, uint32_t tag, uint32_t own)
{
    uint32_t id =
        tag == WHOSAID_NONE ? WHOSAID_NONE : n->scene->people->of[tag];

    if (id == WHOSAID_NONE || tag == own ||
        (own != WHOSAID_NONE && n->scene->people->of[own] == id) ||
        !may_be(n, name, id))
        return;
    uint32_t pair[2] = {name, id};
    uint64_t key = ws_filing_hash((const char *)pair, sizeof pair, 0);
    uint32_t e = ws_filing_find(&n->files, key, 0);
    uint32_t at = e != 0 ? n->files.entry[e].id : n->answers;
    if (e == 0) {
        n->answer[n->answers++] = (struct answer){name, id, 0};
        ws_filing_put(&n->files, key, at);
    }
    struct bearer *b = &n->bearer[name];
    b->answers++;
    if (++n->answer[at].count > b->best) {
        b->best = n->answer[at].count;
        b->person = id;
    }
}

static void look(struct names *n, const ws_talk *talk)
{
    const ws_scene *scene = n->scene;
    uint32_t before = WHOSAID_NONE;

    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        const ws_mention *mention = &scene->mentions->mention[m];
        uint32_t id = scene->people->of[m];
        if (mention->kind != WS_MENTION_NAME || id == WHOSAID_NONE)
            continue;
        n->bearer[id].inside += (mention->flags & WS_M_QUOTED) != 0;
        n->bearer[id].outside += (mention->flags & WS_M_QUOTED) == 0;
    }
    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        uint32_t name = talk->called[q];
        if (name != WHOSAID_NONE && !scene->people->person[name].narrator &&
            is_unseen(&n->bearer[name])) {
            if (talk->next[q] != WHOSAID_NONE)
                note(n, name, talk->by[talk->next[q]], talk->by[q]);
            if (before != WHOSAID_NONE)
                note(n, name, talk->by[before], talk->by[q]);
        }
        if (talk->next[q] != WHOSAID_NONE)
            before = q;
    }
}

whosaid_status ws_bynames_join(ws_arena *arena, const ws_scene *scene,
                               ws_people *people, ws_talk *talk)
{
    struct names n = {.scene = scene};
    size_t quotations = scene->quotations->count;

    n.bearer = WS_NEW(arena, struct bearer, (size_t)people->count + 1);
    n.answer = WS_NEW(arena, struct answer, 2 * quotations + 1);
    if (n.bearer == NULL || n.answer == NULL)
        return WHOSAID_ERR_NOMEM;
    WS_TRY(ws_filing_init(arena, scene->text, scene->tokens, 2 * quotations + 1,
                          &n.files));
    look(&n, talk);
    bool joined = false;
    for (uint32_t id = 0; id < people->count; id++) {
        struct bearer *b = &n.bearer[id];
        if (b->best < ANSWERS || b->best * 100 < b->answers * BYNAME_SHARE)
            b->best = 0;
        joined = joined || b->best != 0;
    }
    for (uint32_t m = 0; joined && m < scene->mentions->count; m++) {
        uint32_t id = people->of[m];
        if (id != WHOSAID_NONE && n.bearer[id].best != 0)
            people->of[m] = n.bearer[id].person;
    }
    for (uint32_t q = 0; joined && q < scene->quotations->count; q++) {
        uint32_t id = talk->called[q];
        if (id != WHOSAID_NONE && n.bearer[id].best != 0)
            talk->called[q] = n.bearer[id].person;
    }
    arena->steps += (uint64_t)scene->mentions->count + quotations;
    return WHOSAID_OK;
}
