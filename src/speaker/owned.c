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
 * 3. "The board" is the latest body whose name ends so, or that a name tells
 *    apart: the Harbour Board, the Board of Elections, the Brill school board;
 *    "das Ministerium" one whose noun is a compound of it.
 *
 * Not here: whom the pronoun means (pronoun.c).
 */
#include "speaker/owned.h"

#include <string.h>

#include "speaker/filing.h"

enum {
    NEAR_MENTIONS = 4,  /* looked at for an owner */
    NAME_TOKENS = 8,    /* of a name, looked through */
    LEAST_ENDING = 4,   /* bytes of a noun that ends a compound */
    BACK_MENTIONS = 40, /* to that compound */
    THE_BYTES = 3       /* of a definite article */
};

enum { KEY_OWNED = 1, KEY_BARE }; /* what a noun is filed as */

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
    return ws_filing_key(&o->files, m->head, m->head + 1, KEY_OWNED) +
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

/* "the board": nothing tells which. */
static bool is_bare(const struct owners *o, const ws_mention *m)
{
    const ws_token *the = &o->token[m->first];

    return m->head == m->first + 1 && m->close == m->head + 1 &&
           WS_IS(the->lex, DET) && the->end - the->begin == THE_BYTES;
}

/* "The New Hampshire ballot commission": a name in it tells which. */
static bool is_told(const struct owners *o, const ws_mention *k)
{
    for (uint32_t i = k->first; i < k->head && i < k->first + NAME_TOKENS; i++)
        if (o->mentions->phrases.word[i] == WS_WORD_NAME)
            return true;
    return false;
}

/* The word of a body's fuller name or description by which it is called: "the
 * [board]" of the Harbour Board, of the Board of Elections; NONE. */
static uint32_t noun_of(const struct owners *o, uint32_t m)
{
    const ws_mention *k = &o->mentions->mention[m];
    const ws_lex body = WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP);

    if (k->kind == WS_MENTION_NOMINAL)
        return is_body(k) && is_told(o, k) ? k->head : WHOSAID_NONE;
    if (k->kind != WS_MENTION_NAME || k->name_end - k->name < 2 ||
        k->type == WHOSAID_SOURCE_PERSON || o->people->of[m] == WHOSAID_NONE)
        return WHOSAID_NONE;
    for (uint32_t i = k->name + 1;
         i + 1 < k->name_end && i < k->name + NAME_TOKENS; i++)
        if ((o->token[i].lex & (WS_LEX_BIT(OF) | WS_LEX_BIT(FOR) |
                                WS_LEX_BIT(TO) | WS_LEX_BIT(PREPOSITION))) != 0)
            return (o->token[i - 1].lex & body) != 0 ? i - 1 : WHOSAID_NONE;
    return (o->token[k->name_end - 1].lex & body) != 0 ? k->name_end - 1
                                                       : WHOSAID_NONE;
}

/* The word of token i ends in a noun. */
static bool ends_in(const struct owners *o, uint32_t i, const char *noun,
                    size_t len)
{
    char word[WS_FILING_BYTES];
    size_t all = ws_filing_fold(&o->files, i, word);

    return all >= len && memcmp(word + all - len, noun, len) == 0;
}

/* "Das [Energieministerium]", "der [Fahrgastverband] Pro Bahn": a compound of
 * the noun, or before a name the noun itself. */
static bool is_called(const struct owners *o, const ws_mention *k,
                      const char *noun, size_t len)
{
    if (k->kind == WS_MENTION_NOMINAL)
        return k->type == WHOSAID_SOURCE_BODY && k->close == k->last &&
               ends_in(o, k->head, noun, len) &&
               o->token[k->head].end - o->token[k->head].begin > len;
    if (k->kind != WS_MENTION_NAME || k->type == WHOSAID_SOURCE_PERSON)
        return false;
    for (uint32_t i = k->first; i < k->name_end && i < k->first + NAME_TOKENS;
         i++)
        if (ends_in(o, i, noun, len))
            return true;
    return false;
}

/* "Das Ministerium" behind "das Energieministerium": where nouns have capitals,
 * the latest body of which a compound of the noun tells, or NONE. */
static uint32_t compound_body(const struct owners *o, uint32_t m)
{
    char noun[WS_FILING_BYTES];
    size_t len = ws_filing_fold(&o->files, o->mentions->mention[m].head, noun);

    if (!o->mentions->phrases.tokens->nouns || len < LEAST_ENDING)
        return WHOSAID_NONE;
    for (uint32_t n = 1; n <= BACK_MENTIONS && n <= m; n++) {
        const ws_mention *k = &o->mentions->mention[m - n];
        if ((k->flags & (WS_M_QUOTED | WS_M_JOINT)) == 0 &&
            is_called(o, k, noun, len))
            return m - n;
    }
    return WHOSAID_NONE;
}

/* "The board" means the latest body whose name or description ends so. */
static void join_bare(struct owners *o)
{
    for (uint32_t m = 0; m < o->mentions->count; m++) {
        const ws_mention *k = &o->mentions->mention[m];
        uint32_t noun = noun_of(o, m);
        if (noun != WHOSAID_NONE) {
            ws_filing_put(&o->files,
                          ws_filing_key(&o->files, noun, noun + 1, KEY_BARE),
                          m);
            continue;
        }
        if (!is_body(k) || o->people->of[m] != WHOSAID_NONE || !is_bare(o, k))
            continue;
        uint32_t e = ws_filing_find(
            &o->files, ws_filing_key(&o->files, k->head, k->head + 1, KEY_BARE),
            0);
        uint32_t body = e == 0 ? compound_body(o, m) : o->files.entry[e].id;
        if (body == WHOSAID_NONE)
            continue;
        o->people->of[m] = body_of(o, body);
        o->people->sure[m] = WS_SURE_NOMINAL;
    }
}

whosaid_status ws_owned_join(ws_arena *arena, const ws_text *text,
                             const ws_tokens *tokens,
                             const ws_mentions *mentions, ws_people *people)
{
    struct owners o = {
        .token = tokens->token, .mentions = mentions, .people = people};
    size_t bodies = 0;

    for (uint32_t m = 0; m < mentions->count; m++)
        bodies += is_body(&mentions->mention[m]) ||
                  mentions->mention[m].kind == WS_MENTION_NAME;
    WS_TRY(ws_filing_init(arena, text, tokens, 2 * bodies + 1, &o.files));
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
    join_bare(&o);
    arena->steps += (uint64_t)mentions->count * 3;
    return WHOSAID_OK;
}
