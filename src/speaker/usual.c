/*
 * usual.c - the name by which a long story calls somebody.
 *
 *   in   mentions joined into people
 *   out  for each person the mention whose words are printed
 *
 * The fullest name is printed, but not one that the story has hardly ever:
 * "Emma", not "Poor Emma"; "Ana Ruiz", not the "A. M. Ruiz Vega" of a letter's
 * end. Who is mostly named by rank is printed so: "Colonel Lane".
 *
 * Not here: which names are one person's (person.c).
 */
#include "speaker/usual.h"

#include "speaker/filing.h"

enum {
    SELDOM = 12,   /* a name so much less used than another */
    ONCE = 1,      /* a full name no oftener may be another's by mistake */
    SELDOMER = 100 /* given name and surname, likewise */
};

struct caller {
    const ws_token *token;
    const ws_mentions *mentions;
    ws_people *people;
    ws_filing files;
    uint32_t *uses;  /* [mentions]: how often its name stands in the story */
    uint32_t *ranks; /* [people]: mentions by rank and one name */
};

/* A person's name, not two together. */
static bool is_name(const struct caller *c, uint32_t m)
{
    const ws_mention *mention = &c->mentions->mention[m];

    return mention->kind == WS_MENTION_NAME &&
           (mention->flags & WS_M_JOINT) == 0 &&
           c->people->of[m] != WHOSAID_NONE;
}

/* Of one word, a "Jr." left out. */
static bool is_single(const struct caller *c, const ws_mention *m)
{
    uint32_t words = 0;

    for (uint32_t i = m->name; i < m->name_end && words < 2; i++)
        words += c->token[i].kind == WS_TOKEN_WORD &&
                 !WS_IS(c->token[i].lex, NAME_SUFFIX);
    return words < 2;
}

/* "Colonel Lane", "Count Lane". */
static bool has_rank(const struct caller *c, const ws_mention *m)
{
    const ws_token *rank = &c->token[m->name > 0 ? m->name - 1 : 0];

    return m->name > m->first && WS_IS(rank->lex, TITLE) &&
           !WS_IS(rank->lex, HONORIFIC) &&
           (rank->shape & WS_SHAPE_CAPITAL) != 0;
}

/* Given name and surname: hardly ever somebody else's. */
static bool is_full(const struct caller *c, const ws_mention *m)
{
    ws_lex given = c->token[m->name].lex;
    ws_lex last = c->token[m->name_end - 1].lex;

    return (WS_IS(given, GIVEN_MALE) || WS_IS(given, GIVEN_FEMALE)) &&
           (last == 0 || WS_IS(last, SURNAME));
}

/* The entry of the first mention with a mention's name, 0 for none. */
static uint32_t entry_of(const struct caller *c, uint32_t m, uint64_t *key)
{
    const ws_mention *mention = &c->mentions->mention[m];

    *key = ws_filing_key(&c->files, mention->name, mention->name_end, 0);
    return ws_filing_find(&c->files, *key, 0);
}

/* Count how often each name is used, and people named by rank. */
static void count(struct caller *c)
{
    uint64_t key;

    for (uint32_t m = 0; m < c->mentions->count; m++) {
        const ws_mention *mention = &c->mentions->mention[m];
        if (!is_name(c, m))
            continue;
        uint32_t e = entry_of(c, m, &key);
        if (e == 0)
            ws_filing_put(&c->files, key, m);
        uint32_t first = e == 0 ? m : c->files.entry[e].id;
        c->uses[first]++;
        c->ranks[c->people->of[m]] +=
            is_single(c, mention) && has_rank(c, mention);
    }
    for (uint32_t m = 0; m < c->mentions->count; m++) {
        uint32_t e = is_name(c, m) ? entry_of(c, m, &key) : 0;
        if (e != 0)
            c->uses[m] = c->uses[c->files.entry[e].id];
    }
}

/* Take mention m for what its person is called, where it is more usual. */
static void weigh(struct caller *c, uint32_t m)
{
    const ws_mention *mention = &c->mentions->mention[m];
    uint32_t id = c->people->of[m];
    ws_person *person = &c->people->person[id];

    if (!is_single(c, mention)) {
        if (c->uses[m] > SELDOM * c->uses[person->mention])
            person->mention = m;
        return;
    }
    uint32_t most = person->used == 0 ? 0 : c->uses[person->used];
    bool ranked = 2 * c->ranks[id] > person->count && has_rank(c, mention);
    bool was =
        person->used != 0 && has_rank(c, &c->mentions->mention[person->used]);
    if (c->uses[m] > most || (c->uses[m] == most && ranked && !was))
        person->used = m;
}

/* Whether the single name is printed, not the fullest one. */
static bool is_usual(const struct caller *c, const ws_person *person,
                     bool ranked)
{
    const ws_mention *full = &c->mentions->mention[person->mention];
    uint32_t seldom =
        is_full(c, full) && person->whole > ONCE ? SELDOMER : SELDOM;

    if (is_single(c, full))
        return ranked;
    return person->count - person->whole > seldom * person->whole;
}

whosaid_status ws_people_usual(ws_arena *arena, const ws_text *text,
                               const ws_tokens *tokens,
                               const ws_mentions *mentions, ws_people *people)
{
    struct caller c = {
        .token = tokens->token, .mentions = mentions, .people = people};

    if (tokens->count < WS_ARTICLE)
        return WHOSAID_OK;
    WS_TRY(ws_filing_init(arena, text, tokens, (size_t)mentions->count + 1,
                          &c.files));
    c.uses = WS_NEW(arena, uint32_t, (size_t)mentions->count + 1);
    c.ranks = WS_NEW(arena, uint32_t, (size_t)people->count + 1);
    if (c.uses == NULL || c.ranks == NULL)
        return WHOSAID_ERR_NOMEM;
    count(&c);
    for (uint32_t m = 0; m < mentions->count; m++)
        if (is_name(&c, m))
            weigh(&c, m);
    for (uint32_t i = 0; i < people->count; i++) {
        ws_person *person = &people->person[i];
        bool ranked = 2 * c.ranks[i] > person->count;
        if (person->used != 0 && !is_usual(&c, person, ranked))
            person->used = 0;
        if (ranked)
            person->titled = person->count;
    }
    arena->steps += (uint64_t)mentions->count * 3;
    return WHOSAID_OK;
}
