/*
 * person.c - mentions of one person or body joined.
 *
 *   in   text, tokens, mentions
 *   out  people; for each mention its person and how surely
 *
 * 1. Names of two words or more, in order: the same words, or the same first
 *    and last word, are one person. Each person is filed under its last word,
 *    its first word and, a body, its initials.
 * 2. Single names, in order: the latest person filed under the word.
 * 3. What the mentions tell of the person: type, gender, role.
 *
 * Not here: "the mayor" (nominal.c), pronouns (pronoun.c).
 */
#include "speaker/person.h"

#include <string.h>

#include "speaker/filing.h"

enum {
    OF_TOKENS = 8,     /* longest "of ..." printed with a noun */
    TAG_TOKENS = 6,    /* longest "(R-Wis.)" taken */
    PAIR_MENTIONS = 6, /* looked at for the first of a pair */
    NEXT_MENTIONS = 3, /* looked at for a body beside a mention */
    FIXED_KEYS = 4,    /* whole name, last word, first word, initials */
    MIDDLE_WORDS = 5   /* other words of a name filed */
};

struct joiner {
    const ws_text *text;
    const ws_token *token;
    uint32_t tokens;
    const ws_mentions *mentions;
    ws_people *out;
    ws_filing files;
    uint32_t *last; /* [mentions]: latest mention of each person so far */
};

/* What a key is filed as: the same word is another key as another part. */
enum { KEY_WHOLE = 1, KEY_LAST, KEY_FIRST, KEY_MIDDLE, KEY_INITIALS, KEY_PAIR };

static uint64_t key_of(const struct joiner *j, uint32_t first, uint32_t last,
                       unsigned part)
{
    return ws_filing_key(&j->files, first, last, part);
}

static uint32_t find(const struct joiner *j, uint64_t hash, uint32_t e)
{
    return ws_filing_find(&j->files, hash, e);
}

/* The last word of a name, "Jr." and the like left out. */
static uint32_t last_word(const struct joiner *j, const ws_mention *m)
{
    uint32_t i = m->name_end - 1;

    while (i > m->name && (WS_IS(j->token[i].lex, NAME_SUFFIX) ||
                           j->token[i].kind != WS_TOKEN_WORD))
        i--;
    return i;
}

static uint32_t name_words(const struct joiner *j, const ws_mention *m)
{
    uint32_t words = 0;

    for (uint32_t i = m->name; i < m->name_end; i++)
        words += j->token[i].kind == WS_TOKEN_WORD;
    return words;
}

/* "International Federation of ..." -> "IF...": a body's initials. */
static void file_initials(struct joiner *j, const ws_mention *m,
                          uint32_t person)
{
    char key[WS_FILING_BYTES];
    size_t len = 0;

    for (uint32_t i = m->name; i < m->name_end && len < 12; i++) {
        char c = j->text->bytes[j->token[i].begin];
        if ((j->token[i].shape & WS_SHAPE_CAPITAL) != 0 && c >= 'A' && c <= 'Z')
            key[len++] = (char)(c - 'A' + 'a');
    }
    if (len < 2)
        return;
    ws_filing_put(&j->files, ws_filing_hash(key, len, KEY_INITIALS), person);
}

static uint32_t new_person(struct joiner *j, uint32_t mention)
{
    const ws_mention *m = &j->mentions->mention[mention];
    uint32_t id = j->out->count++;
    uint32_t last = last_word(j, m);

    j->out->person[id] = (ws_person){.mention = mention,
                                     .tag = WHOSAID_NONE,
                                     .body = WHOSAID_NONE,
                                     .role = WHOSAID_NONE};
    j->last[id] = mention;
    ws_filing_put(&j->files, key_of(j, m->name, m->name_end, KEY_WHOLE), id);
    if (last > m->name) {
        ws_filing_put(&j->files, key_of(j, last, last + 1, KEY_LAST), id);
        ws_filing_put(&j->files, key_of(j, m->name, m->name + 1, KEY_FIRST),
                      id);
        if (m->type != WHOSAID_SOURCE_PERSON)
            file_initials(j, m, id);
    }
    for (uint32_t i = m->name + 1; i < last && i <= m->name + MIDDLE_WORDS;
         i++) {
        /* "Willem van den Berg" is Van den Berg, "Ana Ruiz Vega" is Ruiz */
        bool particle = WS_IS(j->token[i].lex, PARTICLE);
        ws_filing_put(&j->files,
                      particle ? key_of(j, i, m->name_end, KEY_WHOLE)
                               : key_of(j, i, i + 1, KEY_MIDDLE),
                      id);
    }
    return id;
}

static bool opposed(uint16_t a, uint16_t b)
{
    const uint16_t both = WS_M_MALE | WS_M_FEMALE;

    return (a & both) != 0 && (b & both) != 0 && (a & b & both) == 0;
}

/* The gender that a mention tells: its honorific, else its given name, else
 * its office ("spokesman Hope Lane" is a woman). */
static uint16_t gender_told(const struct joiner *j, const ws_mention *m)
{
    const uint16_t both = WS_M_MALE | WS_M_FEMALE;
    ws_lex given = j->token[m->name].lex;
    bool he = WS_IS(given, GIVEN_MALE);
    bool she = WS_IS(given, GIVEN_FEMALE);

    if ((m->flags & WS_M_HONORIFIC) != 0 && (m->flags & both) != 0)
        return m->flags & both;
    bool alone = last_word(j, m) == m->name;
    if (he != she && !(alone && WS_IS(given, SURNAME)))
        return he ? WS_M_MALE : WS_M_FEMALE;
    return m->flags & both;
}

/* The same first word or initial, and the same last word. */
static bool same_full_name(const struct joiner *j, const ws_mention *a,
                           const ws_mention *b)
{
    char x[WS_FILING_BYTES];
    char y[WS_FILING_BYTES];
    size_t xlen = ws_filing_fold(&j->files, a->name, x);
    size_t ylen = ws_filing_fold(&j->files, b->name, y);

    if (xlen == 0 || ylen == 0 || opposed(gender_told(j, a), gender_told(j, b)))
        return false;
    if (xlen == 1 || ylen == 1)
        return x[0] == y[0] && a->name_end - a->name > 1 &&
               b->name_end - b->name > 1;
    return xlen == ylen && memcmp(x, y, xlen) == 0;
}

static uint32_t person_of_full(struct joiner *j, const ws_mention *m)
{
    uint32_t last = last_word(j, m);
    uint32_t e = find(j, key_of(j, m->name, m->name_end, KEY_WHOLE), 0);

    if (e != 0)
        return j->files.entry[e].id;
    if (m->type == WHOSAID_SOURCE_BODY)
        return WHOSAID_NONE;
    uint64_t key = key_of(j, last, last + 1, KEY_LAST);
    uint32_t n = 0;
    uint32_t found = WHOSAID_NONE;
    for (e = find(j, key, 0); e != 0 && n < WS_FILING_CHAIN;
         e = find(j, key, e), n++) {
        uint32_t id = j->files.entry[e].id;
        if (!same_full_name(j, m,
                            &j->mentions->mention[j->out->person[id].mention]))
            continue;
        if (found != WHOSAID_NONE)
            return WHOSAID_NONE; /* "J. Smith" of Jane and John: neither */
        found = id;
    }
    return found;
}

/* Take mention m for person id. */
static void join(struct joiner *j, uint32_t m, uint32_t id, ws_sure sure)
{
    const ws_mention *mention = &j->mentions->mention[m];
    ws_person *person = &j->out->person[id];
    const ws_mention *full = &j->mentions->mention[person->mention];
    uint32_t words = name_words(j, mention);
    uint32_t most = name_words(j, full);
    bool shouted = (full->flags & WS_M_HEADLINE) != 0 &&
                   (mention->flags & WS_M_HEADLINE) == 0;

    j->out->of[m] = id;
    j->out->sure[m] = (uint8_t)sure;
    person->count++;
    if (words > most || (words == most && shouted))
        person->mention = m;
}

static void join_full_names(struct joiner *j)
{
    for (uint32_t m = 0; m < j->mentions->count; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        if (mention->kind != WS_MENTION_NAME ||
            (mention->flags & WS_M_JOINT) != 0 ||
            last_word(j, mention) == mention->name)
            continue;
        uint32_t id = person_of_full(j, mention);
        if (id == WHOSAID_NONE)
            id = new_person(j, m);
        join(j, m, id, WS_SURE_NAME);
    }
}

/* A surname that nobody has for a given name: "Trump" of "Trump Train". */
static bool is_surname(const struct joiner *j, const ws_mention *m)
{
    ws_lex lex = j->token[last_word(j, m)].lex;

    return WS_IS(lex, SURNAME) && !WS_IS(lex, GIVEN_MALE) &&
           !WS_IS(lex, GIVEN_FEMALE);
}

/* The person that a single word means: of those filed under it, the one
 * mentioned latest before m, else the first one that comes. */
static uint32_t person_of_word(const struct joiner *j, uint32_t m,
                               unsigned part, bool *shared, bool *tied)
{
    const ws_mention *mention = &j->mentions->mention[m];
    uint32_t word = last_word(j, mention);
    uint64_t key = key_of(j, word, word + 1, part);
    uint32_t best = WHOSAID_NONE;
    uint32_t n = 0;

    *shared = false;
    *tied = false;
    for (uint32_t e = find(j, key, 0); e != 0 && n < WS_FILING_CHAIN;
         e = find(j, key, e), n++) {
        uint32_t id = j->files.entry[e].id;
        const ws_person *person = &j->out->person[id];
        const ws_mention *full = &j->mentions->mention[person->mention];
        if (opposed(gender_told(j, mention), gender_told(j, full)))
            continue;
        if ((part == KEY_FIRST || part == KEY_MIDDLE) &&
            (full->type == WHOSAID_SOURCE_BODY ||
             (full->type != WHOSAID_SOURCE_PERSON && is_surname(j, mention))))
            continue;
        if (best == WHOSAID_NONE) {
            best = id;
            continue;
        }
        *shared = true;
        /* the one named most, then the one named latest before */
        const ws_person *other = &j->out->person[best];
        uint32_t latest = j->last[best];
        bool later = (j->last[id] < m) != (latest < m)
                         ? j->last[id] < m
                         : (latest < m) == (j->last[id] > latest);
        *tied = person->count == other->count;
        if (person->count > other->count ||
            (person->count == other->count && later))
            best = id;
    }
    return best;
}

/* "IFPIs": capitals and a lost genitive. The person of the rest. */
static uint32_t person_of_lost_genitive(const struct joiner *j,
                                        const ws_mention *m)
{
    char key[WS_FILING_BYTES];
    size_t len = ws_filing_fold(&j->files, m->name_end - 1, key);

    if (len < 3 || key[len - 1] != 's')
        return WHOSAID_NONE;
    uint32_t e = find(j, ws_filing_hash(key, len - 1, KEY_WHOLE), 0);
    return e != 0 ? j->files.entry[e].id : WHOSAID_NONE;
}

static void join_single_name(struct joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];
    bool shared;
    bool tied;
    uint32_t id = person_of_word(j, m, KEY_LAST, &shared, &tied);

    if (id == WHOSAID_NONE)
        id = person_of_word(j, m, KEY_INITIALS, &shared, &tied);
    if (id == WHOSAID_NONE && mention->type != WHOSAID_SOURCE_BODY &&
        (mention->flags & WS_M_HONORIFIC) == 0)
        id = person_of_word(j, m, KEY_FIRST, &shared, &tied);
    if (id == WHOSAID_NONE) {
        uint64_t key = key_of(j, mention->name, mention->name_end, KEY_WHOLE);
        uint32_t e = find(j, key, 0);
        shared = false;
        id =
            e != 0 ? j->files.entry[e].id : person_of_lost_genitive(j, mention);
    }
    if (id == WHOSAID_NONE)
        id = new_person(j, m);
    if (tied) /* two bear the name alike: it stays a name and no more */
        return;
    join(j, m, id, shared ? WS_SURE_SHARED : WS_SURE_NAME);
}

/* Second pass, in order: each person's latest mention is kept up to date. */
static void join_single_names(struct joiner *j)
{
    for (uint32_t m = 0; m < j->mentions->count; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        if (mention->kind != WS_MENTION_NAME ||
            (mention->flags & WS_M_JOINT) != 0)
            continue;
        if (j->out->of[m] == WHOSAID_NONE)
            join_single_name(j, m);
        if (j->out->of[m] != WHOSAID_NONE)
            j->last[j->out->of[m]] = m;
    }
}

/* The first of the two that mention m joins, or NONE; the second is m - 1. */
static uint32_t first_of_pair(const struct joiner *j, uint32_t m)
{
    uint32_t name = j->mentions->mention[m].name;

    for (uint32_t n = 2; n <= PAIR_MENTIONS && n <= m; n++)
        if (j->mentions->mention[m - n].name == name)
            return m - n;
    return WHOSAID_NONE;
}

/* Whether mention a names a pair better than b: more words of names, then
 * fewer others. */
static bool names_better(const struct joiner *j, uint32_t a, uint32_t b)
{
    const ws_mention *mention = j->mentions->mention;
    uint32_t x = name_words(j, &mention[first_of_pair(j, a)]) +
                 name_words(j, &mention[a - 1]);
    uint32_t y = name_words(j, &mention[first_of_pair(j, b)]) +
                 name_words(j, &mention[b - 1]);

    return x > y ||
           (x == y && name_words(j, &mention[a]) < name_words(j, &mention[b]));
}

/* "Ana Ruiz and Jo Hill": the two, whom later mentions may call by their
 * surnames. */
static void join_pair(struct joiner *j, uint32_t m)
{
    uint32_t first = first_of_pair(j, m);
    uint64_t one = first != WHOSAID_NONE ? j->out->of[first] : WHOSAID_NONE;
    uint64_t two = j->out->of[m - 1];

    if (one == WHOSAID_NONE || two == WHOSAID_NONE)
        return;
    uint64_t key = ws_filing_hash("", 0, KEY_PAIR) +
                   (one < two ? one << 32 | two : two << 32 | one);
    uint32_t e = find(j, key, 0);
    uint32_t id = e != 0 ? j->files.entry[e].id : j->out->count;
    if (e == 0) {
        j->out->count++;
        j->out->person[id] = (ws_person){.mention = m,
                                         .tag = WHOSAID_NONE,
                                         .body = WHOSAID_NONE,
                                         .role = WHOSAID_NONE,
                                         .flags = WS_M_PLURAL,
                                         .type = WHOSAID_SOURCE_GROUP};
        ws_filing_put(&j->files, key, id);
    } else if (names_better(j, m, j->out->person[id].mention)) {
        j->out->person[id].mention = m;
    }
    j->out->person[id].count++;
    j->out->of[m] = id;
    j->out->sure[m] = WS_SURE_NAME;
}

static void join_pairs(struct joiner *j)
{
    for (uint32_t m = 1; m < j->mentions->count; m++)
        if (j->mentions->mention[m].kind == WS_MENTION_NAME &&
            (j->mentions->mention[m].flags & WS_M_JOINT) != 0)
            join_pair(j, m);
}

/* A name that is no person's, its head in tokens [first, last), among the
 * mentions next to m. */
static uint32_t body_between(const ws_mentions *mentions, uint32_t m,
                             uint32_t first, uint32_t last)
{
    uint32_t k = m > NEXT_MENTIONS ? m - NEXT_MENTIONS : 0;

    for (; k < mentions->count && k <= m + NEXT_MENTIONS; k++) {
        const ws_mention *body = &mentions->mention[k];
        if (k != m && body->kind == WS_MENTION_NAME && body->head >= first &&
            body->head < last && body->type != WHOSAID_SOURCE_PERSON &&
            body->type != WHOSAID_SOURCE_GROUP)
            return k;
    }
    return WHOSAID_NONE;
}

static void describe(struct joiner *j)
{
    for (uint32_t m = 0; m < j->mentions->count; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        uint32_t id = j->out->of[m];
        if (id == WHOSAID_NONE || (mention->flags & WS_M_JOINT) != 0)
            continue;
        ws_person *person = &j->out->person[id];
        person->flags |= gender_told(j, mention);
        if (mention->type == WHOSAID_SOURCE_PERSON ||
            person->type == WHOSAID_SOURCE_NONE)
            person->type = mention->type;
        uint32_t body =
            body_between(j->mentions, m, mention->last, mention->close);
        if (person->body == WHOSAID_NONE &&
            mention->type == WHOSAID_SOURCE_PERSON)
            person->body = body;
        if (person->tag == WHOSAID_NONE && mention->last < j->tokens &&
            j->token[mention->last].cp == '(')
            person->tag = m;
        if (mention->role != mention->role_end &&
            (person->role == WHOSAID_NONE ||
             mention->role_end - mention->role >
                 j->mentions->mention[person->role].role_end -
                     j->mentions->mention[person->role].role + 2))
            person->role = m;
    }
}

static whosaid_status init(ws_arena *arena, const ws_tokens *tokens,
                           struct joiner *j)
{
    uint32_t mentions = j->mentions->count;
    size_t names = 0;
    size_t keys = 0;
    size_t nominals = 0;

    for (uint32_t m = 0; m < mentions; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        nominals += mention->kind == WS_MENTION_NOMINAL;
        if (mention->kind != WS_MENTION_NAME)
            continue;
        uint32_t words = mention->name_end - mention->name;
        names++;
        keys += FIXED_KEYS + (words < MIDDLE_WORDS ? words : MIDDLE_WORDS);
    }
    WS_TRY(ws_filing_init(arena, j->text, tokens, keys + 1, &j->files));
    j->last = WS_NEW(arena, uint32_t, names);
    j->out->person = WS_NEW(arena, ws_person, names + nominals);
    j->out->of = WS_NEW(arena, uint32_t, mentions);
    j->out->sure = WS_NEW(arena, uint8_t, mentions);
    if (j->out->sure == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t m = 0; m < mentions; m++)
        j->out->of[m] = WHOSAID_NONE;
    return WHOSAID_OK;
}

whosaid_status ws_people_join(ws_arena *arena, const ws_text *text,
                              const ws_tokens *tokens,
                              const ws_mentions *mentions, ws_people *people)
{
    struct joiner j = {.text = text,
                       .token = tokens->token,
                       .tokens = tokens->count,
                       .mentions = mentions,
                       .out = people};

    *people = (ws_people){0};
    WS_TRY(init(arena, tokens, &j));
    join_full_names(&j);
    join_single_names(&j);
    join_pairs(&j);
    describe(&j);
    arena->steps += (uint64_t)mentions->count * 4;
    return WHOSAID_OK;
}

static whosaid_span bytes_of(const ws_tokens *tokens, uint32_t first,
                             uint32_t last)
{
    if (first >= last)
        return (whosaid_span){0, 0};
    return (whosaid_span){tokens->token[first].begin,
                          tokens->token[last - 1].end};
}

whosaid_span ws_people_name(const ws_people *people, const ws_tokens *tokens,
                            const ws_mentions *mentions, uint32_t mention)
{
    const ws_mention *m = &mentions->mention[mention];
    uint32_t id = people->of[mention];

    if (id != WHOSAID_NONE)
        m = &mentions->mention[people->person[id].mention];
    if (m->kind == WS_MENTION_NAME)
        return bytes_of(tokens, m->name, m->name_end);
    if (m->kind == WS_MENTION_PRONOUN)
        return (whosaid_span){0, 0};
    uint32_t first = m->first;
    while (first < m->head && (WS_IS(tokens->token[first].lex, DET) ||
                               WS_IS(tokens->token[first].lex, POSSESSIVE)))
        first++;
    /* "owner of a shop", "members of Congress" */
    bool of = m->last < m->close && m->last == m->head + 1 &&
              WS_IS(tokens->token[m->last].lex, OF) &&
              !WS_IS(tokens->token[m->close - 1].lex, DET) &&
              m->close - m->last <= OF_TOKENS;
    return bytes_of(tokens, first, of ? m->close : m->last);
}

/* The mention that states the role of mention's source, or NONE. */
static uint32_t role_mention(const ws_people *people,
                             const ws_mentions *mentions, uint32_t mention)
{
    const ws_mention *m = &mentions->mention[mention];
    uint32_t id = people->of[mention];

    if (m->role != m->role_end)
        return mention;
    return id != WHOSAID_NONE ? people->person[id].role : WHOSAID_NONE;
}

whosaid_span ws_people_role(const ws_people *people, const ws_tokens *tokens,
                            const ws_mentions *mentions, uint32_t mention)
{
    uint32_t at = role_mention(people, mentions, mention);

    if (at == WHOSAID_NONE)
        return (whosaid_span){0, 0};
    const ws_mention *m = &mentions->mention[at];
    return bytes_of(tokens, m->role, m->role_end);
}

/* The full name of the body that mention k names; empty for a place or NONE. */
static whosaid_span body_name(const ws_people *people, const ws_tokens *tokens,
                              const ws_mentions *mentions, uint32_t k)
{
    if (k == WHOSAID_NONE || people->of[k] == WHOSAID_NONE)
        return (whosaid_span){0, 0};
    const ws_person *person = &people->person[people->of[k]];
    const ws_mention *full = &mentions->mention[person->mention];
    ws_lex last = tokens->token[full->name_end - 1].lex;
    bool place = WS_IS(last, PLACE) || WS_IS(last, NATIONALITY);
    if (person->type == WHOSAID_SOURCE_PERSON ||
        (place && person->type != WHOSAID_SOURCE_BODY))
        return (whosaid_span){0, 0};
    return bytes_of(tokens, full->name, full->name_end);
}

/* "(R-Wis.)" behind a name: the words between the brackets. */
static whosaid_span words_in_brackets(const ws_tokens *tokens, uint32_t at)
{
    uint32_t end = at + 1;

    while (end < tokens->count && end < at + TAG_TOKENS &&
           tokens->token[end].cp != ')')
        end++;
    if (end == tokens->count || tokens->token[end].cp != ')')
        return (whosaid_span){0, 0};
    return bytes_of(tokens, at + 1, end);
}

whosaid_span ws_people_affiliation(const ws_people *people,
                                   const ws_tokens *tokens,
                                   const ws_mentions *mentions,
                                   uint32_t mention)
{
    const ws_mention *m = &mentions->mention[mention];
    uint32_t at = role_mention(people, mentions, mention);
    uint32_t id = people->of[mention];
    uint32_t body = WHOSAID_NONE;
    whosaid_span name = {0, 0};

    if (at != WHOSAID_NONE) {
        const ws_mention *role = &mentions->mention[at];
        body = body_between(mentions, mentions->at[role->role], role->role,
                            role->role_end);
        name = body_name(people, tokens, mentions, body);
    }
    if (name.end == name.begin && id != WHOSAID_NONE)
        name = body_name(people, tokens, mentions, people->person[id].body);
    if (name.end == name.begin && m->kind == WS_MENTION_NOMINAL) {
        body = body_between(mentions, mention, m->first, m->close);
        name = body_name(people, tokens, mentions, body);
    }
    if (name.end == name.begin && id != WHOSAID_NONE &&
        people->person[id].tag != WHOSAID_NONE)
        name = words_in_brackets(
            tokens, mentions->mention[people->person[id].tag].last);
    return name;
}
