/*
 * person.c - mentions of one person or body joined.
 *
 *   in   text, tokens, mentions
 *   out  people; for each mention its person and how surely
 *
 * 1. Names of two words or more, in order: the same words, or the same first
 *    and last word, are one person. Each person is filed under its last word,
 *    its first word and, a body, its initials.
 * 2. Single names, in order: the latest person filed under the word; those
 *    with Mr, Mrs, Miss first, each a person of its own where nobody's full
 *    name fits. A fuller name that a much used word has hardly ever ("Poor
 *    Emma" in a novel about Emma) is not its person's.
 * 3. "Ana Ruiz and Jo Hill": the two, whoever they are.
 * 4. What the mentions tell of the person: type, gender.
 *
 * Not here: which two names are alike (alike.c), how a name is printed
 * (called.c), whose a single word is (bearer.c), "the mayor" (nominal.c), pronouns (pronoun.c), roles (role.c).
 */
#include "speaker/person.h"

#include "speaker/begun.h"
#include "speaker/ranked.h"
#include "speaker/younger.h"

enum {
    PAIR_MENTIONS = 6, /* looked at for the first of a pair */
    FIXED_KEYS = 13,   /* whole, last, first, initials, with its title, its
                        * title, with a slip, the surname first, without its
                        * article, thrice without last words */
    PLACED = 3,        /* one in so many names behind "in": a place */
    STRETCH = 3000,    /* tokens of an article, of a chapter's opening */
    MIDDLE_WORDS = 5   /* other words of a name filed */
};

/* "King Omar bin Said" is King Omar: what a title borne with a given name and
 * that name are filed as; 0 for no such title. */
static uint64_t styled_key(const ws_joiner *j, const ws_mention *m)
{
    if (m->name == m->first || j->names.tokens >= WS_ARTICLE ||
        !ws_is_capital(&j->token[m->name - 1]) ||
        !ws_token_listed(j->names.text->bytes, &j->token[m->name - 1],
                         WS_LIST_STYLED))
        return 0;
    return ws_join_key(j, m->name - 1, m->name + 1, WS_KEY_WHOLE);
}

/* The person that a title and a given name mean, or NONE. */
static uint32_t person_styled(const ws_joiner *j, const ws_mention *m)
{
    uint64_t key = styled_key(j, m);
    uint32_t e = key != 0 ? ws_join_find(j, key, 0) : 0;

    return e != 0 ? j->files.entry[e].id : WHOSAID_NONE;
}

static uint32_t new_person(ws_joiner *j, uint32_t mention)
{
    const ws_mention *m = &j->mentions->mention[mention];
    uint32_t id = j->out->count++;
    uint32_t last = ws_last_word(&j->names, m);

    j->out->person[id] = (ws_person){.mention = mention};
    j->last[id] = mention;
    ws_join_file(j, ws_join_key(j, m->name, m->name_end, WS_KEY_WHOLE), id);
    ws_begun_file(j, m, id);
    if (last > m->name) {
        /* "Coalition to Stop Ruiz" is no Ruiz */
        if (m->type != WHOSAID_SOURCE_BODY || !ws_has_cause(&j->names, m))
            ws_join_file(j, ws_join_key(j, last, last + 1, WS_KEY_LAST), id);
        bool given_last = ws_is_surname_first(&j->names, m);
        ws_join_file(j,
                     ws_join_key(j, m->name, m->name + 1,
                                 given_last ? WS_KEY_LAST : WS_KEY_FIRST),
                     id);
        if (ws_may_be_surname_first(&j->names, m))
            ws_join_file(j, ws_join_key(j, m->name, m->name + 1, WS_KEY_LAST),
                         id);
        if (ws_is_surname_inside(&j->names, m))
            ws_join_file(
                j, ws_join_key(j, m->name + 1, m->name + 2, WS_KEY_LAST), id);
        uint64_t bare = ws_bare_key(j, last);
        if (bare != 0)
            ws_join_file(j, bare, id);
        uint64_t styled = styled_key(j, m);
        if (styled != 0)
            ws_join_file(j, styled, id);
        uint64_t slip = ws_filing_slip(&j->files, last, WS_KEY_SLIP);
        if (m->type == WHOSAID_SOURCE_PERSON && slip != 0)
            ws_join_file(j, slip, id);
        uint64_t initials = ws_filing_initials(&j->files, m->name, m->name_end,
                                               WS_KEY_INITIALS);
        if (m->type != WHOSAID_SOURCE_PERSON && initials != 0)
            ws_join_file(j, initials, id);
    }
    for (uint32_t i = m->name + 1; i < last && i <= m->name + MIDDLE_WORDS;
         i++) {
        /* "Willem van den Berg" is Van den Berg, "Ana Ruiz Vega" is Ruiz */
        bool particle = WS_IS(j->token[i].lex, PARTICLE);
        ws_join_file(j,
                     particle ? ws_join_key(j, i, m->name_end, WS_KEY_WHOLE)
                              : ws_join_key(j, i, i + 1, WS_KEY_MIDDLE),
                     id);
        if (m->type != WHOSAID_SOURCE_BODY)
            ws_join_file(j, ws_join_key(j, i, m->name_end, WS_KEY_TAIL),
                         mention);
    }
    return id;
}

/* "Vargas Pardo": the one person whose name ends so, or NONE. */
static uint32_t person_of_tail(const ws_joiner *j, const ws_mention *m)
{
    uint64_t key = ws_join_key(j, m->name, m->name_end, WS_KEY_TAIL);
    uint32_t found = WHOSAID_NONE;
    uint32_t n = 0;

    for (uint32_t e = ws_join_find(j, key, 0); e != 0 && n < WS_FILING_CHAIN;
         e = ws_join_find(j, key, e), n++) {
        uint32_t longer = j->files.entry[e].id;
        uint32_t id = j->out->of[longer];
        if (found != WHOSAID_NONE && found != id)
            return WHOSAID_NONE;
        if (ws_can_shorten(&j->names, &j->mentions->mention[longer], m))
            found = id;
    }
    return found;
}

/* "Ana Vargas Pardo": the person called "Vargas Pardo" so far, or NONE. */
static uint32_t person_of_longer(const ws_joiner *j, const ws_mention *m)
{
    for (uint32_t i = m->name + 1;
         i + 1 < m->name_end && i <= m->name + MIDDLE_WORDS; i++) {
        uint32_t e =
            ws_join_find(j, ws_join_key(j, i, m->name_end, WS_KEY_WHOLE), 0);
        if (e == 0)
            continue;
        uint32_t id = j->files.entry[e].id;
        if (ws_can_shorten(&j->names, m,
                           &j->mentions->mention[j->out->person[id].mention]))
            return id;
    }
    return WHOSAID_NONE;
}

static uint32_t person_of_full(ws_joiner *j, const ws_mention *m)
{
    uint32_t last = ws_last_word(&j->names, m);
    uint32_t e =
        ws_join_find(j, ws_join_key(j, m->name, m->name_end, WS_KEY_WHOLE), 0);

    uint32_t looked = 0;
    /* "Mrs. David Lane" is not David Lane */
    while (e != 0 && looked++ < WS_FILING_CHAIN &&
           ws_opposed(ws_gender_told(&j->names, m),
                      ws_gender_so_far(j, j->files.entry[e].id)))
        e = ws_join_find(j, ws_join_key(j, m->name, m->name_end, WS_KEY_WHOLE),
                         e);
    if (e != 0 && looked <= WS_FILING_CHAIN)
        return j->files.entry[e].id;
    if (m->type == WHOSAID_SOURCE_BODY)
        return WHOSAID_NONE;
    uint32_t styled = person_styled(j, m);
    if (styled != WHOSAID_NONE)
        return styled;
    uint64_t key = ws_join_key(j, last, last + 1, WS_KEY_LAST);
    uint32_t n = 0;
    uint32_t found = WHOSAID_NONE;
    for (e = ws_join_find(j, key, 0); e != 0 && n < WS_FILING_CHAIN;
         e = ws_join_find(j, key, e), n++) {
        uint32_t id = j->files.entry[e].id;
        if (!ws_same_name(&j->names, m,
                          &j->mentions->mention[j->out->person[id].mention]))
            continue;
        if (found != WHOSAID_NONE)
            return WHOSAID_NONE; /* "J. Smith" of Jane and John: neither */
        found = id;
    }
    if (found == WHOSAID_NONE)
        found = person_of_tail(j, m);
    if (found == WHOSAID_NONE)
        found = person_of_longer(j, m);
    return found != WHOSAID_NONE ? found : ws_begun(j, m);
}

/* "King Omar", where the title passes for a part of the name. */
static bool is_styled(const ws_joiner *j, const ws_mention *m)
{
    return m->name_end == m->name + 2 && j->names.tokens < WS_ARTICLE &&
           ws_token_listed(j->names.text->bytes, &j->token[m->name],
                           WS_LIST_STYLED);
}

/* Take mention m for person id. */
static void join(ws_joiner *j, uint32_t m, uint32_t id, ws_sure sure)
{
    const ws_mention *mention = &j->mentions->mention[m];
    ws_person *person = &j->out->person[id];
    const ws_mention *full = &j->mentions->mention[person->mention];
    uint32_t words = ws_name_words(&j->names, mention);
    uint32_t most = ws_name_words(&j->names, full);
    bool shouted = (full->flags & WS_M_HEADLINE) != 0 &&
                   (mention->flags & WS_M_HEADLINE) == 0;
    /* "Ken Starr" of a headline, "Kenneth Starr" below it */
    bool formal = words == most && ws_are_given(&j->names, mention, full) &&
                  j->token[full->name].paragraph == 0 &&
                  j->token[mention->name].end - j->token[mention->name].begin >
                      j->token[full->name].end - j->token[full->name].begin;

    j->out->of[m] = id;
    j->out->sure[m] = (uint8_t)sure;
    ws_ranked_file(j, m, id);
    person->count++;
    person->flags |= ws_gender_told_of(&j->names, mention, full);
    if (words > most || (words == most && (shouted || is_styled(j, full))) ||
        formal)
        person->mention = m;
}

/* One name, not two together. */
static bool is_name(const ws_mention *m)
{
    return m->kind == WS_MENTION_NAME && (m->flags & WS_M_JOINT) == 0;
}

static void join_full_names(ws_joiner *j)
{
    for (uint32_t m = 0; m < j->mentions->count; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        if (!is_name(mention) ||
            ws_last_word(&j->names, mention) == mention->name)
            continue;
        uint32_t id = person_of_full(j, mention);
        if (id == WHOSAID_NONE)
            id = new_person(j, m);
        join(j, m, id, WS_SURE_NAME);
        j->out->person[id].whole += !ws_is_caption(&j->names, mention);
        uint64_t title = ws_title_of(j, mention);
        j->formal[id] += title != 0;
        if (j->title[id] == 0)
            j->title[id] = title;
    }
}

/* Count the names of one word, and the honorifics that they bear. */
static void count_single_names(ws_joiner *j)
{
    for (uint32_t m = 0; m < j->mentions->count; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        if (!is_name(mention) ||
            ws_last_word(&j->names, mention) != mention->name)
            continue;
        uint32_t at = ws_word_slot(j, mention);
        j->bare[at]++;
        if (ws_title_of(j, mention) != 0)
            j->borne[at] |= (uint8_t)(mention->flags & WS_NAME_GENDERS);
        else
            j->plain[at] += (mention->flags & WS_M_QUOTED) == 0;
    }
}

/* "IFPIs": capitals and a lost genitive. The person of the rest. */
static uint32_t person_of_lost_genitive(const ws_joiner *j, const ws_mention *m)
{
    char key[WS_FILING_BYTES];
    size_t len = ws_filing_fold(&j->files, m->name_end - 1, key);

    if (len < 3 || key[len - 1] != 's')
        return WHOSAID_NONE;
    uint32_t e = ws_join_find(j, ws_filing_hash(key, len - 1, WS_KEY_WHOLE), 0);
    return e != 0 ? j->files.entry[e].id : WHOSAID_NONE;
}

/* "Ruiz" of Ana Ruiz Vega, "Mr. Hafiz" of Muhammad Hafiz Rosli, "al-Tayeb" of
 * Idris al-Tayeb Hamid: the one person in whose name it is the first surname,
 * or NONE. A given name alone is none: "Jane" of Mary Jane Hill. */
static uint32_t person_of_middle(const ws_joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];
    uint32_t word = ws_last_word(&j->names, mention);
    bool formal = (mention->flags & WS_M_HONORIFIC) != 0;
    bool shared;
    bool tied;

    if (mention->type == WHOSAID_SOURCE_BODY ||
        (ws_is_given(&j->names, word) && !formal &&
         ws_bare_key(j, word) == 0) ||
        WS_IS(j->token[mention->name].lex, PLACE))
        return WHOSAID_NONE;
    uint32_t id = ws_bearer(j, m, WS_KEY_MIDDLE, &shared, &tied);
    if (id == WHOSAID_NONE || shared)
        return WHOSAID_NONE;
    const ws_mention *full = &j->mentions->mention[j->out->person[id].mention];
    /* not "the Ana Ruiz Show" */
    return ws_is_given(&j->names, full->name) &&
                   (ws_is_surname(&j->names, full) ||
                    ws_is_given(&j->names, ws_last_word(&j->names, full))) &&
                   full->type == WHOSAID_SOURCE_PERSON
               ? id
               : WHOSAID_NONE;
}

/* "Mrs. Lane": the one called so before, a woman of that surname, or somebody
 * new. */
static void join_titled_name(ws_joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];
    uint32_t word = ws_last_word(&j->names, mention);
    uint64_t title = ws_title_of(j, mention);
    uint64_t key = title ^ ws_join_key(j, word, word + 1, WS_KEY_TITLED);
    uint32_t e = ws_join_find(j, key, 0);
    ws_lex lex = j->token[word].lex;
    /* "Dame Ana", never "Dame Ruiz" */
    bool knight = j->names.tokens < WS_ARTICLE &&
                  mention->name > mention->first &&
                  ws_token_listed(j->names.text->bytes,
                                  &j->token[mention->name - 1], WS_LIST_KNIGHT);
    bool given = (WS_IS(lex, GIVEN_MALE) || WS_IS(lex, GIVEN_FEMALE)) &&
                 (knight || !WS_IS(lex, SURNAME));
    bool shared = false;
    bool tied = false;
    uint32_t id = e != 0 ? j->files.entry[e].id : person_styled(j, mention);

    if (e == 0 && id == WHOSAID_NONE && knight)
        id = ws_bearer(j, m, WS_KEY_FIRST, &shared, &tied);
    if (id == WHOSAID_NONE)
        id = ws_bearer(j, m, WS_KEY_LAST, &shared, &tied);
    if (id == WHOSAID_NONE && given)
        id = ws_bearer(j, m, WS_KEY_FIRST, &shared, &tied);
    if (id == WHOSAID_NONE && j->names.tokens < WS_ARTICLE)
        id = person_of_middle(j, m);
    if (id == WHOSAID_NONE || tied) {
        id = new_person(j, m);
        shared = false;
    }
    if (e == 0) {
        if (j->title[id] == 0)
            j->title[id] = title;
        if (!shared)
            ws_join_file(j, key, id);
    }
    join(j, m, id, shared ? WS_SURE_SHARED : WS_SURE_NAME);
    j->out->person[id].titled++;
}

/* "Bryne" of Gary Byrne: the one person of an article whose surname has the
 * same letters, or NONE. */
static uint32_t person_of_slip(const ws_joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];
    uint32_t word = ws_last_word(&j->names, mention);
    uint64_t key = ws_filing_slip(&j->files, word, WS_KEY_SLIP);
    uint32_t e = key != 0 ? ws_join_find(j, key, 0) : 0;

    if (e == 0 || j->names.tokens >= WS_ARTICLE ||
        ws_is_given(&j->names, word) || mention->type == WHOSAID_SOURCE_BODY ||
        WS_IS(j->token[word].lex, PLACE) || ws_join_find(j, key, e) != 0)
        return WHOSAID_NONE;
    uint32_t id = j->files.entry[e].id;
    return ws_opposed(ws_gender_told(&j->names, mention),
                      ws_gender_so_far(j, id))
               ? WHOSAID_NONE
               : id;
}

/* "Bank" in Bank of Carrow, "Union" in National Union of Bakers: the noun that
 * says what the body is. */
static bool is_headed(const ws_joiner *j, const ws_mention *full, uint64_t word)
{
    for (uint32_t i = full->name; i + 2 < full->name_end; i++)
        if ((j->token[i + 1].lex & (WS_LEX_BIT(OF) | WS_LEX_BIT(FOR))) != 0)
            return WS_IS(j->token[i].lex, BODY) &&
                   ws_join_key(j, i, i + 1, WS_KEY_WHOLE) == word;
    return false;
}

/* "The Bank" of Bank of Carrow: the latest body so headed before it, or NONE.
 */
static uint32_t person_of_head(const ws_joiner *j, uint32_t m, bool *shared)
{
    static const enum ws_join_part parts[] = {WS_KEY_FIRST, WS_KEY_MIDDLE};
    const ws_mention *mention = &j->mentions->mention[m];
    uint32_t word = mention->name;
    uint64_t whole = ws_join_key(j, word, word + 1, WS_KEY_WHOLE);
    uint32_t best = WHOSAID_NONE;

    if (mention->name_end != word + 1 || !WS_IS(j->token[word].lex, BODY) ||
        word == 0 ||
        !ws_token_listed(j->names.text->bytes, &j->token[word - 1],
                         WS_LIST_DEFINITE))
        return WHOSAID_NONE;
    for (size_t part = 0; part < sizeof parts / sizeof parts[0]; part++) {
        uint64_t key = ws_join_key(j, word, word + 1, parts[part]);
        uint32_t n = 0;
        for (uint32_t e = ws_join_find(j, key, 0);
             e != 0 && n < WS_FILING_CHAIN; e = ws_join_find(j, key, e), n++) {
            uint32_t id = j->files.entry[e].id;
            if (j->last[id] >= m ||
                !is_headed(j, &j->mentions->mention[j->out->person[id].mention],
                           whole))
                continue;
            *shared = *shared || (best != WHOSAID_NONE && best != id);
            if (best == WHOSAID_NONE || j->last[id] > j->last[best])
                best = id;
        }
    }
    return best;
}

/* "Fenline" was told of before "Fenline Pulse" was: that is something of its
 * own, and not what it is called in full. A headline tells nothing. */
static bool is_of_another(const ws_joiner *j, uint32_t m, uint32_t id)
{
    const ws_mention *full = &j->mentions->mention[j->out->person[id].mention];
    const ws_mention *mention = &j->mentions->mention[m];
    bool shared;
    bool tied;

    if (full->type != WHOSAID_SOURCE_NONE || full->name_end < full->name + 2 ||
        j->names.tokens >= WS_ARTICLE)
        return false;
    if (j->out->person[id].mention > m &&
        (mention->flags & (WS_M_HEADLINE | WS_M_QUOTED)) == 0 &&
        j->token[mention->head].paragraph > 0)
        return true;
    uint32_t before = ws_bearer(j, m, WS_KEY_WHOLE, &shared, &tied);
    return before != WHOSAID_NONE &&
           j->out->person[before].mention < j->out->person[id].mention &&
           j->token[j->mentions->mention[j->out->person[before].mention].head]
                   .paragraph > 0;
}

static void join_single_name(ws_joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];
    bool shared;
    bool tied = shared = false;
    uint32_t id = person_styled(j, mention);

    if (id == WHOSAID_NONE)
        id = ws_ranked(j, m, &shared);
    if (id == WHOSAID_NONE)
        id = ws_bearer(j, m, WS_KEY_LAST, &shared, &tied);
    if (id != WHOSAID_NONE && j->out->person[id].mention > m) {
        /* "Robles" of Ana Robles Vega, where Eva Robles comes first later */
        uint32_t met = person_of_middle(j, m);
        if (met != WHOSAID_NONE && j->out->person[met].mention < m) {
            id = met;
            tied = shared = false;
        }
    }
    if (id == WHOSAID_NONE)
        id = ws_bearer(j, m, WS_KEY_INITIALS, &shared, &tied);
    if (id == WHOSAID_NONE) {
        tied = shared = false;
        id = person_of_head(j, m, &shared);
    }
    if (id == WHOSAID_NONE && mention->type != WHOSAID_SOURCE_BODY &&
        (mention->flags & WS_M_HONORIFIC) == 0) {
        id = ws_bearer(j, m, WS_KEY_FIRST, &shared, &tied);
        if (id != WHOSAID_NONE && is_of_another(j, m, id)) {
            id = WHOSAID_NONE;
            tied = shared = false;
        }
        if (id != WHOSAID_NONE && !tied)
            j->familiar[id]++;
    }
    if (id == WHOSAID_NONE)
        id = person_of_middle(j, m);
    if (id == WHOSAID_NONE)
        id = person_of_slip(j, m);
    if (id == WHOSAID_NONE) {
        id = ws_bearer(j, m, WS_KEY_WHOLE, &shared, &tied);
        tied = false;
    }
    if (id == WHOSAID_NONE) {
        shared = false;
        id = person_of_lost_genitive(j, mention);
    }
    if (id == WHOSAID_NONE)
        id = new_person(j, m);
    if (tied) { /* two bear the name alike: it stays a name and no more */
        uint32_t word = ws_last_word(&j->names, mention);
        ws_join_file(j, ws_join_key(j, word, word + 1, WS_KEY_TIED), id);
        return;
    }
    join(j, m, id, shared ? WS_SURE_SHARED : WS_SURE_NAME);
}

/* "The younger Malone": one of two, or where the text does not tell which, one
 * who is called so. */
static void join_younger(ws_joiner *j, uint32_t m)
{
    uint32_t at = ws_younger(j, m);
    bool other = false;
    uint32_t id =
        at != WHOSAID_NONE ? ws_younger_of(j, m, &other) : WHOSAID_NONE;

    if (other) {
        uint64_t key =
            ws_join_key(j, at, j->mentions->mention[m].name_end, WS_KEY_TITLED);
        uint32_t e = ws_join_find(j, key, 0);
        id = e != 0 ? j->files.entry[e].id : new_person(j, m);
        if (e == 0)
            ws_join_file(j, key, id);
    }
    if (id != WHOSAID_NONE)
        join(j, m, id, WS_SURE_NAME);
}

/* Second pass, in order: each person's latest mention is kept up to date. */
static void join_single_names(ws_joiner *j)
{
    count_single_names(j);
    for (uint32_t m = 0; m < j->mentions->count; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        if (!is_name(mention))
            continue;
        if (j->out->of[m] == WHOSAID_NONE)
            join_younger(j, m);
        if (j->out->of[m] == WHOSAID_NONE && ws_title_of(j, mention) != 0)
            join_titled_name(j, m);
    }
    for (uint32_t m = 0; m < j->mentions->count; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        if (!is_name(mention))
            continue;
        if (j->out->of[m] == WHOSAID_NONE)
            join_single_name(j, m);
        if (j->out->of[m] != WHOSAID_NONE)
            j->last[j->out->of[m]] = m;
    }
}

/* The first of the two that mention m joins, or NONE; the second is m - 1. */
static uint32_t first_of_pair(const ws_joiner *j, uint32_t m)
{
    uint32_t name = j->mentions->mention[m].name;

    for (uint32_t n = 2; n <= PAIR_MENTIONS && n <= m; n++)
        if (j->mentions->mention[m - n].name == name)
            return m - n;
    return WHOSAID_NONE;
}

/* Whether mention a names a pair better than b: more words of names, then
 * fewer others. */
static bool names_better(const ws_joiner *j, uint32_t a, uint32_t b)
{
    const ws_mention *mention = j->mentions->mention;
    uint32_t x = ws_name_words(&j->names, &mention[first_of_pair(j, a)]) +
                 ws_name_words(&j->names, &mention[a - 1]);
    uint32_t y = ws_name_words(&j->names, &mention[first_of_pair(j, b)]) +
                 ws_name_words(&j->names, &mention[b - 1]);

    return x > y || (x == y && ws_name_words(&j->names, &mention[a]) <
                                   ws_name_words(&j->names, &mention[b]));
}

/* "Ana Ruiz and Jo Hill": the two, whom later mentions may call by their
 * surnames. */
static void join_pair(ws_joiner *j, uint32_t m)
{
    uint32_t first = first_of_pair(j, m);
    uint64_t one = first != WHOSAID_NONE ? j->out->of[first] : WHOSAID_NONE;
    uint64_t two = j->out->of[m - 1];

    if (one == WHOSAID_NONE || two == WHOSAID_NONE)
        return;
    uint64_t key = ws_filing_hash("", 0, WS_KEY_PAIR) +
                   (one < two ? one << 32 | two : two << 32 | one);
    uint32_t e = ws_join_find(j, key, 0);
    uint32_t id = e != 0 ? j->files.entry[e].id : j->out->count;
    if (e == 0) {
        j->out->count++;
        j->out->person[id] = (ws_person){
            .mention = m, .flags = WS_M_PLURAL, .type = WHOSAID_SOURCE_GROUP};
        ws_join_file(j, key, id);
    } else if (names_better(j, m, j->out->person[id].mention)) {
        j->out->person[id].mention = m;
    }
    j->out->person[id].count++;
    j->out->of[m] = id;
    j->out->sure[m] = WS_SURE_NAME;
}

static void join_pairs(ws_joiner *j)
{
    for (uint32_t m = 1; m < j->mentions->count; m++)
        if (j->mentions->mention[m].kind == WS_MENTION_NAME &&
            (j->mentions->mention[m].flags & WS_M_JOINT) != 0)
            join_pair(j, m);
}

static void describe(ws_joiner *j)
{
    for (uint32_t m = 0; m < j->mentions->count; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        uint32_t id = j->out->of[m];
        if (id == WHOSAID_NONE || (mention->flags & WS_M_JOINT) != 0)
            continue;
        ws_person *person = &j->out->person[id];
        person->flags |= ws_gender_told_of(
            &j->names, mention, &j->mentions->mention[person->mention]);
        person->many += ws_is_household(&j->names, mention);
        person->placed += ws_is_placed(&j->names, mention);
        if (mention->type == WHOSAID_SOURCE_PERSON ||
            person->type == WHOSAID_SOURCE_NONE)
            person->type = mention->type;
    }
    for (uint32_t i = 0; i < j->out->count; i++) {
        ws_person *person = &j->out->person[i];
        if (person->type == WHOSAID_SOURCE_PERSON && ws_person_is_place(person))
            person->type = WHOSAID_SOURCE_NONE;
        if (person->many == 0 || person->many < person->count ||
            (person->type != WHOSAID_SOURCE_PERSON &&
             person->type != WHOSAID_SOURCE_NONE))
            continue;
        person->type = WHOSAID_SOURCE_GROUP;
        person->flags |= WS_M_PLURAL;
    }
}

/* "Baker", "Insp Baker": a word that would be a surname, alone or behind a
 * shortened title. */
static bool is_bare(const ws_joiner *j, const ws_mention *m)
{
    const ws_lex title = WS_LEX_BIT(TITLE) | WS_LEX_BIT(HONORIFIC);
    const ws_token *first = &j->token[m->first];

    if (m->head + 1 != m->last ||
        (j->token[m->head].shape & WS_SHAPE_CAPITAL) == 0)
        return false;
    return m->first == m->head ||
           (m->first + 1 == m->head && (first->lex & title) != 0 &&
            (WS_IS(first->lex, ABBREVIATION) ||
             (first->shape & WS_SHAPE_ALLCAPS) != 0));
}

/* "Baker said", where Ana Baker was named: no baker. The person, of several the
 * one named most, or NONE. */
static uint32_t person_of_noun(const ws_joiner *j, const ws_mention *m)
{
    bool bare = is_bare(j, m);
    uint64_t key = bare ? ws_join_key(j, m->head, m->last, WS_KEY_LAST) : 0;
    uint32_t e = bare ? ws_join_find(j, key, 0) : 0;

    if (e == 0)
        return WHOSAID_NONE;
    uint32_t id = j->files.entry[e].id;
    bool tied = false;
    for (uint32_t n = 0; e != 0 && n < WS_FILING_CHAIN; n++) {
        uint32_t other = j->files.entry[e].id;
        uint32_t count = j->out->person[other].count;
        if (other != id)
            tied = count == j->out->person[id].count;
        if (count > j->out->person[id].count)
            id = other;
        e = ws_join_find(j, key, e);
    }
    return tied ? WHOSAID_NONE : id;
}

/* "The Lady" of Lady Lane: the only one whose name begins so, or NONE. A word
 * that is also an office is left to nominal.c. */
static uint32_t person_of_rank(const ws_joiner *j, uint32_t m)
{
    const ws_lex office = WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE);
    const ws_mention *mention = &j->mentions->mention[m];
    bool shared = false;

    if (mention->first + 1 != mention->head ||
        mention->head + 1 != mention->last ||
        (j->token[mention->head].lex & office) != 0)
        return WHOSAID_NONE;
    uint32_t id = ws_ranked(j, m, &shared);
    return shared ? WHOSAID_NONE : id;
}

static void join_nouns(ws_joiner *j)
{
    for (uint32_t m = 0; m < j->mentions->count; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        /* "Sen" of Senator is a surname, too */
        bool title = mention->type == WHOSAID_SOURCE_NONE &&
                     WS_IS(j->token[mention->head].lex, TITLE);
        if (mention->kind != WS_MENTION_NOMINAL ||
            (mention->type != WHOSAID_SOURCE_ANONYMOUS && !title) ||
            mention->same != WHOSAID_NONE ||
            (mention->flags & (WS_M_QUOTED | WS_M_JOINT)) != 0)
            continue;
        uint32_t id = person_of_noun(j, mention);
        if (id == WHOSAID_NONE)
            id = person_of_rank(j, m);
        if (id == WHOSAID_NONE)
            continue;
        j->out->of[m] = id;
        j->out->sure[m] = WS_SURE_NAME;
    }
}

static whosaid_status init(ws_arena *arena, const ws_tokens *tokens,
                           ws_joiner *j)
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
        keys += FIXED_KEYS + 2 * (words < MIDDLE_WORDS ? words : MIDDLE_WORDS);
    }
    WS_TRY(ws_filing_init(arena, j->names.text, tokens, keys + 1, &j->files));
    j->last = WS_NEW(arena, uint32_t, names);
    j->title = WS_NEW(arena, uint64_t, names);
    j->formal = WS_NEW(arena, uint32_t, names);
    j->familiar = WS_NEW(arena, uint32_t, names);
    j->bare = WS_NEW(arena, uint32_t, j->files.slots);
    j->plain = WS_NEW(arena, uint32_t, j->files.slots);
    j->borne = WS_NEW(arena, uint8_t, j->files.slots);
    j->out->person = WS_NEW(arena, ws_person, names + nominals + 1);
    j->out->of = WS_NEW(arena, uint32_t, mentions);
    j->out->sure = WS_NEW(arena, uint8_t, mentions);
    j->out->meant = WS_NEW(arena, ws_meant, mentions);
    j->out->never = WS_NEW(arena, uint32_t, mentions);
    j->out->told = WS_NEW(arena, uint16_t, mentions);
    if (j->last == NULL || j->formal == NULL || j->familiar == NULL ||
        j->title == NULL || j->bare == NULL || j->plain == NULL ||
        j->borne == NULL || j->out->person == NULL || j->out->of == NULL ||
        j->out->sure == NULL || j->out->meant == NULL ||
        j->out->never == NULL || j->out->told == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t m = 0; m < mentions; m++)
        j->out->of[m] = j->out->never[m] = WHOSAID_NONE;
    return WHOSAID_OK;
}

whosaid_status ws_people_join(ws_arena *arena, const ws_text *text,
                              const ws_tokens *tokens,
                              const ws_mentions *mentions, ws_people *people)
{
    ws_joiner j = {
        .names = {.text = text,
                  .token = tokens->token,
                  .tokens = tokens->count,
                  .sentences = mentions->phrases.sentences,
                  .files = &j.files},
        .token = tokens->token,
        .mentions = mentions,
        .out = people
    };

    *people = (ws_people){0};
    WS_TRY(init(arena, tokens, &j));
    join_full_names(&j);
    join_single_names(&j);
    join_pairs(&j);
    describe(&j);
    join_nouns(&j);
    arena->steps += (uint64_t)mentions->count * 5;
    return WHOSAID_OK;
}

bool ws_person_is_place(const ws_person *person)
{
    return person->placed * PLACED > person->count && person->titled == 0 &&
           (person->flags & WS_NAME_GENDERS) == 0;
}

uint32_t ws_people_often(const ws_tokens *tokens, uint32_t count)
{
    if (tokens->count <= STRETCH)
        return count;
    if ((uint64_t)count * STRETCH <= tokens->count)
        return count != 0; /* so with most people of a book */
    return (uint32_t)(((uint64_t)count * STRETCH + tokens->count - 1) /
                      tokens->count);
}
