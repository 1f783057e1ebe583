/*
 * owned.c - whose body "her campaign" is.
 *
 *   in   mentions, people, pronouns with theirs
 *   out  a body for "the Ruiz campaign", and for "her campaign" of Ana Ruiz
 *
 * 1. Each noun of a body with a person's name before it is filed under the
 *    noun and the person, the first of each.
 * 2. A body owned by a pronoun is the one filed under its noun and the person
 *    that the pronoun means.
 *
 * Not here: whom the pronoun means (pronoun.c).
 */
#include "speaker/owned.h"

#include "speaker/filing.h"

enum { NEAR_MENTIONS = 4 /* looked at for an owner */ };

struct owners {
    const ws_token *token;
    const ws_mentions *mentions;
    ws_people *people;
    ws_filing files; /* ids are mentions */
};

static bool is_body(const ws_mention *m)
{
    return m->kind == WS_MENTION_NOMINAL && m->type == WHOSAID_SOURCE_BODY &&
           (m->flags & (WS_M_QUOTED | WS_M_JOINT)) == 0;
}

static uint64_t key_of(const struct owners *o, const ws_mention *m,
                       uint32_t person)
{
    return ws_filing_key(&o->files, m->head, m->head + 1, 1) +
           (uint64_t)person * 0x9e3779b97f4a7c15ULL;
}

/* "the Ruiz campaign", "Ruiz's campaign": the person named just before the
 * noun of mention m, or NONE. */
static uint32_t owner_named(const struct owners *o, uint32_t m)
{
    uint32_t head = o->mentions->mention[m].head;

    for (uint32_t n = 1; n <= NEAR_MENTIONS && n <= m; n++) {
        const ws_mention *k = &o->mentions->mention[m - n];
        bool genitive = k->last < head &&
                        (o->token[k->last].shape & WS_SHAPE_GENITIVE) != 0;
        uint32_t id = o->people->of[m - n];
        if (k->kind == WS_MENTION_NAME && k->last + genitive == head &&
            id != WHOSAID_NONE &&
            o->people->person[id].type == WHOSAID_SOURCE_PERSON)
            return id;
    }
    return WHOSAID_NONE;
}

/* "her campaign": the person that the pronoun of mention m means, or NONE. */
static uint32_t owner_meant(const struct owners *o, uint32_t m)
{
    const ws_mention *body = &o->mentions->mention[m];

    if (!WS_IS(o->token[body->first].lex, POSSESSIVE))
        return WHOSAID_NONE;
    for (uint32_t n = 1; n <= NEAR_MENTIONS && n <= m; n++) {
        const ws_mention *k = &o->mentions->mention[m - n];
        if (k->kind == WS_MENTION_PRONOUN && k->head == body->first)
            return o->people->of[m - n];
    }
    return WHOSAID_NONE;
}

/* The body that mention m names, made at need. */
static uint32_t body_of(struct owners *o, uint32_t m)
{
    ws_people *people = o->people;

    if (people->of[m] == WHOSAID_NONE) {
        people->person[people->count] =
            (ws_person){.mention = m, .type = WHOSAID_SOURCE_BODY};
        people->of[m] = people->count++;
        people->sure[m] = WS_SURE_NONE;
    }
    return people->of[m];
}

whosaid_status ws_owned_join(ws_arena *arena, const ws_text *text,
                             const ws_tokens *tokens,
                             const ws_mentions *mentions, ws_people *people)
{
    struct owners o = {
        .token = tokens->token, .mentions = mentions, .people = people};
    size_t bodies = 0;

    for (uint32_t m = 0; m < mentions->count; m++)
        bodies += is_body(&mentions->mention[m]);
    WS_TRY(ws_filing_init(arena, text, tokens, bodies + 1, &o.files));
    for (uint32_t m = 0; m < mentions->count; m++) {
        uint32_t owner =
            is_body(&mentions->mention[m]) ? owner_named(&o, m) : WHOSAID_NONE;
        if (owner == WHOSAID_NONE)
            continue;
        uint64_t key = key_of(&o, &mentions->mention[m], owner);
        if (ws_filing_find(&o.files, key, 0) == 0)
            ws_filing_put(&o.files, key, m);
    }
    for (uint32_t m = 0; m < mentions->count; m++) {
        if (!is_body(&mentions->mention[m]) || people->of[m] != WHOSAID_NONE)
            continue;
        uint32_t owner = owner_meant(&o, m);
        if (owner == WHOSAID_NONE)
            continue;
        uint32_t e = ws_filing_find(
            &o.files, key_of(&o, &mentions->mention[m], owner), 0);
        if (e == 0)
            continue;
        people->of[m] = body_of(&o, o.files.entry[e].id);
        people->sure[m] = WS_SURE_NOMINAL;
    }
    arena->steps += (uint64_t)mentions->count * 3;
    return WHOSAID_OK;
}
