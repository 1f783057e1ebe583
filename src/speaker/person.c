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
 * (called.c), "the mayor" (nominal.c), pronouns (pronoun.c), roles (role.c).
 */
#include "speaker/person.h"

#include "speaker/alike.h"

enum {
    PAIR_MENTIONS = 6,      /* looked at for the first of a pair */
    TITLED_PARAGRAPHS = 40, /* where such names stand */
    FIXED_KEYS = 6,         /* whole, last, first, initials, with its title,
                             * with a slip */
    PLAIN = 3,              /* times that a surname stands without a title */
    FORMAL = 2,             /* full names with a title that make it usual */
    CALLED = 4,             /* times that a given name alone makes it usual */
    RARE = 12,              /* a word so much more used than a fuller name */
    RARER = 100,            /* likewise than given name and surname */
    PLACED = 3,             /* one in so many names behind "in": a place */
    RAREST = 200,           /* and a surname so much more */
    STRETCH = 3000,         /* tokens of an article, of a chapter's opening */
    MIDDLE_WORDS = 5        /* other words of a name filed */
};

#define BOTH WS_NAME_GENDERS

struct joiner {
    ws_names names;
    const ws_token *token; /* names' */
    const ws_mentions *mentions;
    ws_people *out;
    ws_filing files;
    uint32_t *last;   /* [mentions]: latest mention of each person so far */
    uint32_t *bare;   /* [slots]: names of one word by that word's hash */
    uint32_t *plain;  /* [slots]: of those, the writer's own without a title */
    uint8_t *borne;   /* [slots]: genders of the honorifics before it */
    uint32_t *formal; /* [mentions]: of each person's full names, those with a
                       * title */
    uint64_t *title;  /* [mentions]: key of each person's title, 0 none */
};

/* What a key is filed as: the same word is another key as another part. */
enum {
    KEY_WHOLE = 1,
    KEY_LAST,
    KEY_FIRST,
    KEY_MIDDLE,
    KEY_TAIL, /* its ids are mentions */
    KEY_TIED,
    KEY_INITIALS,
    KEY_TITLED,
    KEY_PAIR,
    KEY_SLIP
};

static uint64_t key_of(const struct joiner *j, uint32_t first, uint32_t last,
                       unsigned part)
{
    return ws_filing_key(&j->files, first, last, part);
}

static void file(struct joiner *j, uint64_t hash, uint32_t id)
{
    ws_filing_put(&j->files, hash, id);
}

static uint32_t find(const struct joiner *j, uint64_t hash, uint32_t e)
{
    return ws_filing_find(&j->files, hash, e);
}

static uint32_t new_person(struct joiner *j, uint32_t mention)
{
    const ws_mention *m = &j->mentions->mention[mention];
    uint32_t id = j->out->count++;
    uint32_t last = ws_last_word(&j->names, m);

    j->out->person[id] = (ws_person){.mention = mention};
    j->last[id] = mention;
    file(j, key_of(j, m->name, m->name_end, KEY_WHOLE), id);
    if (last > m->name) {
        file(j, key_of(j, last, last + 1, KEY_LAST), id);
        file(j, key_of(j, m->name, m->name + 1, KEY_FIRST), id);
        uint64_t slip = ws_filing_slip(&j->files, last, KEY_SLIP);
        if (m->type == WHOSAID_SOURCE_PERSON && slip != 0)
            file(j, slip, id);
        uint64_t initials =
            ws_filing_initials(&j->files, m->name, m->name_end, KEY_INITIALS);
        if (m->type != WHOSAID_SOURCE_PERSON && initials != 0)
            file(j, initials, id);
    }
    for (uint32_t i = m->name + 1; i < last && i <= m->name + MIDDLE_WORDS;
         i++) {
        /* "Willem van den Berg" is Van den Berg, "Ana Ruiz Vega" is Ruiz */
        bool particle = WS_IS(j->token[i].lex, PARTICLE);
        file(j,
             particle ? key_of(j, i, m->name_end, KEY_WHOLE)
                      : key_of(j, i, i + 1, KEY_MIDDLE),
             id);
        if (m->type != WHOSAID_SOURCE_BODY)
            file(j, key_of(j, i, m->name_end, KEY_TAIL), mention);
    }
    return id;
}

/* The key of the honorific that tells a name's bearer from others of the
 * surname, as Mrs and Miss; 0 for none. */
static uint64_t title_of(const struct joiner *j, const ws_mention *m)
{
    if ((m->flags & WS_M_HONORIFIC) == 0 || (m->flags & BOTH) == 0 ||
        m->name == m->first || !WS_IS(j->token[m->name - 1].lex, HONORIFIC))
        return 0;
    return key_of(j, m->name - 1, m->name, KEY_TITLED);
}

/* Where the counts of a word stand. */
static uint32_t count_slot(const struct joiner *j, uint32_t word)
{
    return (uint32_t)key_of(j, word, word + 1, KEY_WHOLE) &
           (j->files.slots - 1);
}

static uint32_t word_slot(const struct joiner *j, const ws_mention *m)
{
    return count_slot(j, ws_last_word(&j->names, m));
}

/* The gender of a person so far: as its mentions tell, or its fullest one. */
static uint16_t gender_so_far(const struct joiner *j, uint32_t id)
{
    const ws_person *person = &j->out->person[id];
    uint16_t told = person->flags & BOTH;

    return told == WS_M_MALE || told == WS_M_FEMALE
               ? told
               : ws_gender_told(&j->names,
                                &j->mentions->mention[person->mention]);
}

/* A name of one word whose person is looked for. */
struct sought {
    const ws_mention *mention;
    uint64_t title;
    uint32_t at; /* where the word's counts stand */
    uint16_t gender;
};

/* Whether a surname, a man's or with no title, means somebody else than the
 * bearer of a full name whom the document calls by the given name: "Mr.
 * Blaine" is Amory Blaine's father, "Mrs. Blaine" his mother. */
static bool is_elder(const struct joiner *j, const struct sought *sought,
                     uint32_t id)
{
    const ws_mention *full = &j->mentions->mention[j->out->person[id].mention];
    uint32_t at = sought->at;

    bool elder = ws_is_wife(&j->names, sought->mention) ||
                 ((j->borne[at] & WS_M_MALE) != 0 &&
                  (sought->mention->flags & BOTH) != WS_M_FEMALE);
    if (!elder || ws_name_words(&j->names, full) < 2)
        return false;
    uint32_t called = j->bare[count_slot(j, full->name)];
    return called >= CALLED && called >= j->bare[at] / 3;
}

/* How many times more a word may be used than the full name it belongs to. */
static uint32_t often(const struct joiner *j, unsigned part,
                      const ws_mention *full)
{
    if (part == KEY_FIRST)
        return ws_is_surname(&j->names, full) ? RARER : RARE;
    /* "Ana Ruiz", and Ruiz in every other sentence: an article */
    bool whole = part == KEY_LAST && j->names.tokens < WS_ARTICLE &&
                 ws_is_given(&j->names, full->name) &&
                 full->type == WHOSAID_SOURCE_PERSON;
    return whole ? RAREST : RARE;
}

/* Whether a name of one word can be person id's, a name or the like of it:
 * the genders agree, two women's titles are the same, and where a man and a
 * woman bear the word with a title, it is known who of them id is. */
static bool can_be(const struct joiner *j, const struct sought *sought,
                   unsigned part, uint32_t id)
{
    const ws_mention *m = sought->mention;
    uint64_t title = sought->title;
    uint16_t gender = gender_so_far(j, id);
    const ws_person *person = &j->out->person[id];
    uint32_t at = sought->at;

    if (ws_opposed(sought->gender, gender))
        return false;
    const ws_mention *full = &j->mentions->mention[person->mention];
    if (j->bare[at] > often(j, part, full) * person->whole &&
        ws_name_words(&j->names, full) > 1)
        return false;
    /* a story's "Archer" is not "Mrs. Archer" */
    bool lady = title == 0 ? j->title[id] != 0 && gender == WS_M_FEMALE &&
                                 person->whole == 0
                           : (m->flags & BOTH) == WS_M_FEMALE && gender == 0 &&
                                 person->whole > 0;
    if (lady && j->plain[at] >= PLAIN &&
        !ws_is_given(&j->names, ws_last_word(&j->names, m)))
        return false;
    if (title == 0)
        return true;
    if (j->borne[at] == BOTH && gender == 0)
        return false;
    /* "Mr. John Lane" is so called because another is "Mr. Lane" */
    if (part == KEY_LAST &&
        ((m->flags & BOTH) == WS_M_MALE ||
         WS_IS(j->token[full->name].lex, GIVEN_MALE)) &&
        j->formal[id] >= FORMAL && 2 * j->formal[id] >= person->whole)
        return false;
    return j->title[id] == 0 || j->title[id] == title ||
           (m->flags & BOTH) != WS_M_FEMALE;
}

/* "Vargas Pardo": the one person whose name ends so, or NONE. */
static uint32_t person_of_tail(const struct joiner *j, const ws_mention *m)
{
    uint64_t key = key_of(j, m->name, m->name_end, KEY_TAIL);
    uint32_t found = WHOSAID_NONE;
    uint32_t n = 0;

    for (uint32_t e = find(j, key, 0); e != 0 && n < WS_FILING_CHAIN;
         e = find(j, key, e), n++) {
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
static uint32_t person_of_longer(const struct joiner *j, const ws_mention *m)
{
    for (uint32_t i = m->name + 1;
         i + 1 < m->name_end && i <= m->name + MIDDLE_WORDS; i++) {
        uint32_t e = find(j, key_of(j, i, m->name_end, KEY_WHOLE), 0);
        if (e == 0)
            continue;
        uint32_t id = j->files.entry[e].id;
        if (ws_can_shorten(&j->names, m,
                           &j->mentions->mention[j->out->person[id].mention]))
            return id;
    }
    return WHOSAID_NONE;
}

static uint32_t person_of_full(struct joiner *j, const ws_mention *m)
{
    uint32_t last = ws_last_word(&j->names, m);
    uint32_t e = find(j, key_of(j, m->name, m->name_end, KEY_WHOLE), 0);

    uint32_t looked = 0;
    /* "Mrs. David Lane" is not David Lane */
    while (e != 0 && looked++ < WS_FILING_CHAIN &&
           ws_opposed(ws_gender_told(&j->names, m),
                      gender_so_far(j, j->files.entry[e].id)))
        e = find(j, key_of(j, m->name, m->name_end, KEY_WHOLE), e);
    if (e != 0 && looked <= WS_FILING_CHAIN)
        return j->files.entry[e].id;
    if (m->type == WHOSAID_SOURCE_BODY)
        return WHOSAID_NONE;
    uint64_t key = key_of(j, last, last + 1, KEY_LAST);
    uint32_t n = 0;
    uint32_t found = WHOSAID_NONE;
    for (e = find(j, key, 0); e != 0 && n < WS_FILING_CHAIN;
         e = find(j, key, e), n++) {
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
    return found != WHOSAID_NONE ? found : person_of_longer(j, m);
}

/* Take mention m for person id. */
static void join(struct joiner *j, uint32_t m, uint32_t id, ws_sure sure)
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
    person->count++;
    person->flags |= ws_gender_told(&j->names, mention);
    if (words > most || (words == most && shouted) || formal)
        person->mention = m;
}

/* One name, not two together. */
static bool is_name(const ws_mention *m)
{
    return m->kind == WS_MENTION_NAME && (m->flags & WS_M_JOINT) == 0;
}

static void join_full_names(struct joiner *j)
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
        uint64_t title = title_of(j, mention);
        j->formal[id] += title != 0;
        if (j->title[id] == 0)
            j->title[id] = title;
    }
}

/* Count the names of one word, and the honorifics that they bear. */
static void count_single_names(struct joiner *j)
{
    for (uint32_t m = 0; m < j->mentions->count; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        if (!is_name(mention) ||
            ws_last_word(&j->names, mention) != mention->name)
            continue;
        uint32_t at = word_slot(j, mention);
        j->bare[at]++;
        if (title_of(j, mention) != 0)
            j->borne[at] |= (uint8_t)(mention->flags & BOTH);
        else
            j->plain[at] += (mention->flags & WS_M_QUOTED) == 0;
    }
}

/* "Star Baker", at the beginning: a headline's words, no whole name. */
static bool is_titled(const struct joiner *j, const ws_mention *m)
{
    return m->type != WHOSAID_SOURCE_PERSON &&
           j->token[m->head].paragraph < TITLED_PARAGRAPHS;
}

/* A surname that nobody has for a given name: "Trump" of "Trump Train". */
static bool is_only_surname(const struct joiner *j, uint32_t word)
{
    return WS_IS(j->token[word].lex, SURNAME) && !ws_is_given(&j->names, word);
}

static bool is_part(const struct joiner *j, uint32_t mention)
{
    return (j->mentions->mention[mention].flags & WS_M_NESTED) != 0;
}

/* The person that a single word means: of those filed under it, the one
 * mentioned latest before m, else the first one that comes. */
static uint32_t person_of_word(const struct joiner *j, uint32_t m,
                               unsigned part, bool *shared, bool *tied)
{
    const ws_mention *mention = &j->mentions->mention[m];
    uint32_t word = ws_last_word(&j->names, mention);
    uint64_t key = key_of(j, word, word + 1, part);
    uint32_t best = WHOSAID_NONE;
    uint32_t n = 0;
    struct sought sought = {.mention = mention};

    /* the word stood alone before: nobody's it is for good */
    bool in_doubt = find(j, key_of(j, word, word + 1, KEY_TIED), 0) != 0;

    if (find(j, key, 0) != 0)
        sought = (struct sought){mention, title_of(j, mention),
                                 word_slot(j, mention),
                                 ws_gender_told(&j->names, mention)};
    *shared = false;
    *tied = false;
    for (uint32_t e = find(j, key, 0); e != 0 && n < WS_FILING_CHAIN;
         e = find(j, key, e), n++) {
        uint32_t id = j->files.entry[e].id;
        const ws_person *person = &j->out->person[id];
        const ws_mention *full = &j->mentions->mention[person->mention];
        if (!can_be(j, &sought, part, id) ||
            (part == KEY_LAST && is_elder(j, &sought, id)))
            continue;
        if ((part == KEY_FIRST || part == KEY_MIDDLE) &&
            ((full->type == WHOSAID_SOURCE_BODY &&
              !ws_is_short_body(&j->names, word, full)) ||
             (full->type != WHOSAID_SOURCE_PERSON && is_only_surname(j, word))))
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
        /* who comes first only later is no rival yet */
        bool same = person->count == other->count;
        *tied = same && (in_doubt || (j->last[id] < m) == (latest < m));
        /* "Ana Smith, mother of Bob Smith": she */
        if (same && is_part(j, j->last[id]) != is_part(j, latest)) {
            *tied = false;
            later = is_part(j, latest);
        }
        /* a title's "Star Baker" is less of a name than "Ana Baker" */
        const ws_mention *rival = &j->mentions->mention[other->mention];
        if (same && is_titled(j, full) != is_titled(j, rival)) {
            *tied = false;
            later = is_titled(j, rival);
        }
        /* nor is who is named only later one of somebody named before */
        bool met = j->last[id] < m;
        bool better = met != (latest < m)
                          ? met
                          : person->count > other->count || (same && later);
        if (better)
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

/* "Mrs. Lane": the one called so before, a woman of that surname, or somebody
 * new. */
static void join_titled_name(struct joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];
    uint32_t word = ws_last_word(&j->names, mention);
    uint64_t title = title_of(j, mention);
    uint64_t key = title ^ key_of(j, word, word + 1, KEY_TITLED);
    uint32_t e = find(j, key, 0);
    ws_lex lex = j->token[word].lex;
    bool given = (WS_IS(lex, GIVEN_MALE) || WS_IS(lex, GIVEN_FEMALE)) &&
                 !WS_IS(lex, SURNAME);
    bool shared = false;
    bool tied = false;
    uint32_t id = e != 0 ? j->files.entry[e].id
                         : person_of_word(j, m, KEY_LAST, &shared, &tied);

    if (id == WHOSAID_NONE && given)
        id = person_of_word(j, m, KEY_FIRST, &shared, &tied);
    if (id == WHOSAID_NONE || tied) {
        id = new_person(j, m);
        shared = false;
    }
    if (e == 0) {
        if (j->title[id] == 0)
            j->title[id] = title;
        if (!shared)
            file(j, key, id);
    }
    join(j, m, id, shared ? WS_SURE_SHARED : WS_SURE_NAME);
    j->out->person[id].titled++;
}

/* "Ruiz" of Ana Ruiz Vega: the one person whose first surname it is, or NONE.
 */
static uint32_t person_of_middle(const struct joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];
    bool shared;
    bool tied;

    if (mention->type == WHOSAID_SOURCE_BODY ||
        ws_is_given(&j->names, ws_last_word(&j->names, mention)) ||
        WS_IS(j->token[mention->name].lex, PLACE))
        return WHOSAID_NONE;
    uint32_t id = person_of_word(j, m, KEY_MIDDLE, &shared, &tied);
    if (id == WHOSAID_NONE || shared)
        return WHOSAID_NONE;
    const ws_mention *full = &j->mentions->mention[j->out->person[id].mention];
    /* not "the Ana Ruiz Show" */
    return ws_is_given(&j->names, full->name) &&
                   ws_is_surname(&j->names, full) &&
                   full->type == WHOSAID_SOURCE_PERSON
               ? id
               : WHOSAID_NONE;
}

/* "Bryne" of Gary Byrne: the one person of an article whose surname has the
 * same letters, or NONE. */
static uint32_t person_of_slip(const struct joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];
    uint32_t word = ws_last_word(&j->names, mention);
    uint64_t key = ws_filing_slip(&j->files, word, KEY_SLIP);
    uint32_t e = key != 0 ? find(j, key, 0) : 0;

    if (e == 0 || j->names.tokens >= WS_ARTICLE ||
        ws_is_given(&j->names, word) || mention->type == WHOSAID_SOURCE_BODY ||
        WS_IS(j->token[word].lex, PLACE) || find(j, key, e) != 0)
        return WHOSAID_NONE;
    uint32_t id = j->files.entry[e].id;
    return ws_opposed(ws_gender_told(&j->names, mention), gender_so_far(j, id))
               ? WHOSAID_NONE
               : id;
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
    if (id == WHOSAID_NONE)
        id = person_of_middle(j, m);
    if (id == WHOSAID_NONE)
        id = person_of_slip(j, m);
    if (id == WHOSAID_NONE) {
        id = person_of_word(j, m, KEY_WHOLE, &shared, &tied);
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
        file(j, key_of(j, word, word + 1, KEY_TIED), id);
        return;
    }
    join(j, m, id, shared ? WS_SURE_SHARED : WS_SURE_NAME);
}

/* Second pass, in order: each person's latest mention is kept up to date. */
static void join_single_names(struct joiner *j)
{
    count_single_names(j);
    for (uint32_t m = 0; m < j->mentions->count; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        if (is_name(mention) && j->out->of[m] == WHOSAID_NONE &&
            title_of(j, mention) != 0)
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
    uint32_t x = ws_name_words(&j->names, &mention[first_of_pair(j, a)]) +
                 ws_name_words(&j->names, &mention[a - 1]);
    uint32_t y = ws_name_words(&j->names, &mention[first_of_pair(j, b)]) +
                 ws_name_words(&j->names, &mention[b - 1]);

    return x > y || (x == y && ws_name_words(&j->names, &mention[a]) <
                                   ws_name_words(&j->names, &mention[b]));
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
        j->out->person[id] = (ws_person){
            .mention = m, .flags = WS_M_PLURAL, .type = WHOSAID_SOURCE_GROUP};
        file(j, key, id);
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

static void describe(struct joiner *j)
{
    for (uint32_t m = 0; m < j->mentions->count; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        uint32_t id = j->out->of[m];
        if (id == WHOSAID_NONE || (mention->flags & WS_M_JOINT) != 0)
            continue;
        ws_person *person = &j->out->person[id];
        person->flags |= ws_gender_told(&j->names, mention);
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

/* "Baker said", where Ana Baker was named: no baker. The person, or NONE. */
static uint32_t person_of_noun(const struct joiner *j, const ws_mention *m)
{
    bool bare = m->last - m->first == 1 &&
                (j->token[m->head].shape & WS_SHAPE_CAPITAL) != 0;
    uint64_t key = bare ? key_of(j, m->head, m->last, KEY_LAST) : 0;
    uint32_t e = bare ? find(j, key, 0) : 0;

    if (e == 0)
        return WHOSAID_NONE;
    uint32_t id = j->files.entry[e].id;
    for (e = find(j, key, e); e != 0; e = find(j, key, e))
        if (j->files.entry[e].id != id)
            return WHOSAID_NONE;
    return id;
}

static void join_nouns(struct joiner *j)
{
    for (uint32_t m = 0; m < j->mentions->count; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        if (mention->kind != WS_MENTION_NOMINAL ||
            mention->type != WHOSAID_SOURCE_ANONYMOUS ||
            mention->same != WHOSAID_NONE ||
            (mention->flags & (WS_M_QUOTED | WS_M_JOINT)) != 0)
            continue;
        uint32_t id = person_of_noun(j, mention);
        if (id == WHOSAID_NONE)
            continue;
        j->out->of[m] = id;
        j->out->sure[m] = WS_SURE_NAME;
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
        keys += FIXED_KEYS + 2 * (words < MIDDLE_WORDS ? words : MIDDLE_WORDS);
    }
    WS_TRY(ws_filing_init(arena, j->names.text, tokens, keys + 1, &j->files));
    j->last = WS_NEW(arena, uint32_t, names);
    j->title = WS_NEW(arena, uint64_t, names);
    j->formal = WS_NEW(arena, uint32_t, names);
    j->bare = WS_NEW(arena, uint32_t, j->files.slots);
    j->plain = WS_NEW(arena, uint32_t, j->files.slots);
    j->borne = WS_NEW(arena, uint8_t, j->files.slots);
    j->out->person = WS_NEW(arena, ws_person, names + nominals + 1);
    j->out->of = WS_NEW(arena, uint32_t, mentions);
    j->out->sure = WS_NEW(arena, uint8_t, mentions);
    j->out->meant = WS_NEW(arena, ws_meant, mentions);
    j->out->never = WS_NEW(arena, uint32_t, mentions);
    if (j->last == NULL || j->formal == NULL || j->title == NULL ||
        j->bare == NULL || j->plain == NULL || j->borne == NULL ||
        j->out->person == NULL || j->out->of == NULL || j->out->sure == NULL ||
        j->out->meant == NULL || j->out->never == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t m = 0; m < mentions; m++)
        j->out->of[m] = j->out->never[m] = WHOSAID_NONE;
    return WHOSAID_OK;
}

whosaid_status ws_people_join(ws_arena *arena, const ws_text *text,
                              const ws_tokens *tokens,
                              const ws_mentions *mentions, ws_people *people)
{
    struct joiner j = {
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
           (person->flags & BOTH) == 0;
}

uint32_t ws_people_often(const ws_tokens *tokens, uint32_t count)
{
    if (tokens->count <= STRETCH)
        return count;
    return (uint32_t)(((uint64_t)count * STRETCH + tokens->count - 1) /
                      tokens->count);
}
