/*
 * bearer.c - whose a name of one word is.
 *
 *   in   people filed under the words of their full names
 *   out  the person that a surname, a given name or initials mean
 *
 * Of those filed under the word who can be meant (the genders agree, no full
 * name is too rare for it), the one named most by more than the given name,
 * the latest before at a tie; of two alike nobody.
 *
 * Cost: a bounded number of people is looked at.
 *
 * Not here: full names, and what is done with the answer (person.c).
 */
#include "speaker/bearer.h"

enum {
    BEHIND_MENTIONS = 4,    /* looked at for a pronoun */
    TITLED_PARAGRAPHS = 40, /* where such names stand */
    PLAIN = 3,              /* times that a surname stands without a title */
    FORMAL = 2,             /* full names with a title that make it usual */
    KIN_NAMED = 4,          /* times that who is told of may be named more */
    CALLED = 4,             /* times that a given name alone makes it usual */
    RARE = 12,              /* a word so much more used than a fuller name */
    RARER = 100,            /* likewise than given name and surname */
    RAREST = 200            /* and a surname so much more */
};

uint64_t ws_title_of(const ws_joiner *j, const ws_mention *m)
{
    if ((m->flags & WS_M_HONORIFIC) == 0 || (m->flags & WS_NAME_GENDERS) == 0 ||
        m->name == m->first || !WS_IS(j->token[m->name - 1].lex, HONORIFIC))
        return 0;
    /* "Baroness Ana Lane" is "Lady Lane" */
    if (j->names.tokens < WS_ARTICLE &&
        ws_token_listed(j->names.text->bytes, &j->token[m->name - 1],
                        WS_LIST_NOBLE))
        return ws_filing_hash("", 0, WS_KEY_TITLED);
    return ws_join_key(j, m->name - 1, m->name, WS_KEY_TITLED);
}

uint64_t ws_bare_key(const ws_joiner *j, uint32_t word)
{
    char key[WS_FILING_BYTES];
    size_t len = 0;
    size_t dash = 0;

    if ((j->token[word].shape & WS_SHAPE_HYPHEN) != 0)
        len = ws_filing_fold(&j->files, word, key);
    while (dash < len && key[dash] != '-')
        dash++;
    if (dash + 2 >= len || !WS_IS(ws_lexicon_find(key, dash + 1), PARTICLE))
        return 0;
    return ws_filing_hash(key + dash + 1, len - dash - 1, WS_KEY_LAST);
}

/* Where the counts of a word stand. */
static uint32_t count_slot(const ws_joiner *j, uint32_t word)
{
    return (uint32_t)ws_join_key(j, word, word + 1, WS_KEY_WHOLE) &
           (j->files.slots - 1);
}

uint32_t ws_word_slot(const ws_joiner *j, const ws_mention *m)
{
    return count_slot(j, ws_last_word(&j->names, m));
}

uint16_t ws_gender_so_far(const ws_joiner *j, uint32_t id)
{
    const ws_person *person = &j->out->person[id];
    uint16_t told = person->flags & WS_NAME_GENDERS;

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
    enum ws_join_part part;
    uint32_t m;    /* its mention */
    bool only;     /* one person of the document bears it */
    bool in_doubt; /* it stood alone before: nobody's it is for good */
};

/* Whether a surname, a man's or with no title, means somebody else than the
 * bearer of a full name whom the document calls by the given name: "Mr.
 * Blaine" is Amory Blaine's father, "Mrs. Blaine" his mother. */
static bool is_elder(const ws_joiner *j, const struct sought *sought,
                     uint32_t id)
{
    const ws_mention *full = &j->mentions->mention[j->out->person[id].mention];
    uint32_t at = sought->at;

    bool elder = ws_is_wife(&j->names, sought->mention) ||
                 ((j->borne[at] & WS_M_MALE) != 0 &&
                  (sought->mention->flags & WS_NAME_GENDERS) != WS_M_FEMALE);
    if (!elder || ws_name_words(&j->names, full) < 2)
        return false;
    uint32_t called = j->bare[count_slot(j, full->name)];
    return called >= CALLED && called >= j->bare[at] / 3;
}

/* How many times more a word may be used than the full name it belongs to. */
static uint32_t often(const ws_joiner *j, enum ws_join_part part,
                      const ws_mention *full)
{
    if (part == WS_KEY_FIRST)
        return ws_is_surname(&j->names, full) ? RARER : RARE;
    /* "Ana Ruiz", and Ruiz in every other sentence: an article */
    bool whole = part == WS_KEY_LAST && j->names.tokens < WS_ARTICLE &&
                 ws_is_given(&j->names, full->name) &&
                 full->type == WHOSAID_SOURCE_PERSON;
    return whole ? RAREST : RARE;
}

/* "Dr. Lane", "Captain Lane": a title that a man bears or a woman. */
static bool is_ranked(const ws_joiner *j, const ws_mention *m)
{
    return m->name > m->first &&
           (j->token[m->name - 1].lex &
            (WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(TITLE))) != 0;
}

/* "Sir Tom Lane", "Lord Lane". */
static bool is_peer(const ws_joiner *j, const ws_mention *m)
{
    return m->name > m->first &&
           ws_token_listed(j->names.text->bytes, &j->token[m->name - 1],
                           WS_LIST_PEER);
}

/* Whether a person is known as "Miss Lane" and by no whole name. */
static bool is_only_lady(const ws_joiner *j, uint32_t id)
{
    return j->title[id] != 0 && j->out->person[id].whole == 0 &&
           ws_gender_so_far(j, id) == WS_M_FEMALE;
}

/* Whether a name of one word can be person id's, a name or the like of it:
 * the genders agree, two women's titles are the same, and where a man and a
 * woman bear the word with a title, it is known who of them id is. */
static bool can_be(const ws_joiner *j, const struct sought *sought, uint32_t id)
{
    const ws_mention *m = sought->mention;
    uint64_t title = sought->title;
    uint16_t gender = ws_gender_so_far(j, id);
    const ws_person *person = &j->out->person[id];
    uint32_t at = sought->at;

    const ws_mention *full = &j->mentions->mention[person->mention];
    /* Darwin alone, a given name too, can be Ana Darwin */
    bool surname = sought->only && sought->part == WS_KEY_LAST;
    if (ws_opposed(surname ? ws_gender_told_of(&j->names, m, full)
                           : sought->gender,
                   gender))
        return false;
    if (j->bare[at] > often(j, sought->part, full) * person->whole &&
        ws_name_words(&j->names, full) > 1)
        return false;
    /* "Dr. Lane" is "Miss Lane"'s brother */
    if (title == 0 && is_ranked(j, m) && is_only_lady(j, id))
        return false;
    /* a story's "Archer" is not "Mrs. Archer" */
    bool lady = title == 0 ? is_only_lady(j, id)
                           : (m->flags & WS_NAME_GENDERS) == WS_M_FEMALE &&
                                 gender == 0 && person->whole > 0;
    if (lady && j->plain[at] >= PLAIN &&
        !ws_is_given(&j->names, ws_last_word(&j->names, m)))
        return false;
    if (title == 0)
        return true;
    if (j->borne[at] == WS_NAME_GENDERS && gender == 0)
        return false;
    /* "Mr. John Lane" is so called because another is "Mr. Lane" */
    if (sought->part == WS_KEY_LAST &&
        ((m->flags & WS_NAME_GENDERS) == WS_M_MALE ||
         WS_IS(j->token[full->name].lex, GIVEN_MALE)) &&
        j->formal[id] >= FORMAL && 2 * j->formal[id] >= person->whole)
        return false;
    /* "Mr. Lane" is the son of "Sir Tom Lane" */
    if (j->title[id] != 0 && j->title[id] != title &&
        is_peer(j, m) != is_peer(j, full))
        return false;
    /* "Dame Ana Lane" is "Ms Lane" to another desk, where she alone is Lane */
    bool noble = sought->only && person->whole > 0 &&
                 j->title[id] == ws_filing_hash("", 0, WS_KEY_TITLED);
    return j->title[id] == 0 || j->title[id] == title || noble ||
           (m->flags & WS_NAME_GENDERS) != WS_M_FEMALE;
}

/* "Star Baker", at the beginning: a headline's words, no whole name. */
static bool is_titled(const ws_joiner *j, const ws_mention *m)
{
    return m->type != WHOSAID_SOURCE_PERSON &&
           j->token[m->head].paragraph < TITLED_PARAGRAPHS;
}

/* A surname that nobody has for a given name: "Trump" of "Trump Train". */
static bool is_only_surname(const ws_joiner *j, uint32_t word)
{
    return WS_IS(j->token[word].lex, SURNAME) && !ws_is_given(&j->names, word);
}

/* "Wang", "Song", "Park": a surname that stands first in its country, whatever
 * else the word is. */
static bool is_family(const ws_joiner *j, uint32_t word)
{
    return ws_token_listed(j->names.text->bytes, &j->token[word],
                           WS_LIST_FAMILY);
}

/* "Chen Guoliang", "Sato Hiroshi": two words, the surname first; the other is
 * a given name, or in no list. "Dear Fanny" is none. */
static bool is_family_first(const ws_joiner *j, const ws_mention *full)
{
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    const ws_lex common = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_ADJ) |
                          WS_LEX_BIT(COMMON_VERB) | WS_LEX_BIT(COMMON_OTHER) |
                          WS_LEX_BIT(PLACE);
    ws_lex lex = j->token[full->name_end - 1].lex;

    return full->name_end == full->name + 2 && is_only_surname(j, full->name) &&
           ((j->token[full->name].lex & common) == 0 ||
            is_family(j, full->name)) &&
           (lex == 0 || ((lex & given) != 0 && !WS_IS(lex, SURNAME)));
}

static bool is_part(const ws_joiner *j, uint32_t mention)
{
    return (j->mentions->mention[mention].flags & WS_M_NESTED) != 0;
}

/* How often a person is named by what part of a name may stand for: who is
 * mostly "Tom" is not for that whom "Lane" means. */
static uint32_t times_named(const ws_joiner *j, enum ws_join_part part,
                            uint32_t id)
{
    uint32_t count = j->out->person[id].count;

    return part == WS_KEY_LAST ? count - j->familiar[id] : count;
}

/* "Lane said of his wife", "Lane laughed at her husband": of whom else. */
static bool is_spouse(const ws_joiner *j, uint32_t i)
{
    const char *bytes = j->names.text->bytes;

    return ws_token_listed(bytes, &j->token[i], WS_LIST_KIN_WIFE) ||
           ws_token_listed(bytes, &j->token[i], WS_LIST_KIN_HUSBAND);
}

/* "Lane and her husband", "Lane said as he left", "Lane said, his eyes red":
 * the gender that a pronoun behind mention m gives it, or 0. */
static uint16_t gender_behind(const ws_joiner *j, uint32_t m)
{
    const ws_mention *mention = j->mentions->mention;
    const uint32_t *of = j->names.sentences->of;
    const uint8_t *word = j->mentions->phrases.word;
    uint16_t others = 0;

    for (uint32_t k = m + 1;
         k < j->mentions->count && k <= m + BEHIND_MENTIONS &&
         of[mention[k].head] == of[mention[m].head];
         k++) {
        const ws_mention *p = &mention[k];
        uint16_t gender = p->flags & WS_NAME_GENDERS;
        if ((p->flags & WS_M_QUOTED) != 0)
            return 0;
        if (p->kind != WS_MENTION_PRONOUN) {
            uint16_t told =
                p->kind == WS_MENTION_NAME ? ws_gender_told(&j->names, p) : 0;
            if (told == 0 && p->type != WHOSAID_SOURCE_BODY)
                return 0;
            others |= told;
            continue;
        }
        const ws_token *before = &j->token[p->first - 1];
        bool tied = ws_is_comma(before) || WS_IS(before->lex, AND) ||
                    WS_IS(before->lex, SUBORDINATOR);
        bool owns =
            p->last < j->names.tokens &&
            (word[p->last] == WS_WORD_NOUN || word[p->last] == WS_WORD_THING ||
             word[p->last] == WS_WORD_MODIFIER);
        tied = tied || (owns && is_spouse(j, p->last));
        if (!tied || ((p->flags & WS_M_OBJECT) != 0 && !owns) ||
            (others & gender) != 0 || gender == WS_NAME_GENDERS)
            return 0;
        return gender;
    }
    return 0;
}

/* Whether a was told of in words about b, and b not in words about another,
 * since: "Ana Smith, mother of the late Bob Smith, ... Smith said" is she,
 * though he be named more. */
static bool is_told_by(const ws_joiner *j, uint32_t a, uint32_t b)
{
    const uint32_t *of = j->names.sentences->of;
    uint32_t last = j->last[a];
    uint32_t other = j->last[b];

    return is_part(j, last) && !is_part(j, other) &&
           (other > last || of[j->mentions->mention[other].head] ==
                                of[j->mentions->mention[last].head]);
}

/* Whether person id bears the word better than the best so far. Sets whether
 * neither does. */
static bool is_better(const ws_joiner *j, const struct sought *sought,
                      uint32_t id, uint32_t best, bool *tied)
{
    const ws_people *people = j->out;
    const ws_mention *full = &j->mentions->mention[people->person[id].mention];
    const ws_mention *rival =
        &j->mentions->mention[people->person[best].mention];
    uint32_t times = times_named(j, sought->part, id);
    uint32_t others = times_named(j, sought->part, best);
    uint32_t latest = j->last[best];
    /* who comes first only later is no rival yet */
    bool met = j->last[id] < sought->m;
    bool was_met = latest < sought->m;
    bool later = met != was_met ? met : was_met == (j->last[id] > latest);
    bool same = times == others;

    *tied = same && (sought->in_doubt || met == was_met);
    if (same && people->person[id].count != people->person[best].count) {
        *tied = false;
        later = people->person[id].count > people->person[best].count;
    }
    /* "Ana Smith, mother of Bob Smith": she */
    if (same && is_part(j, j->last[id]) != is_part(j, latest)) {
        *tied = false;
        later = is_part(j, latest);
    }
    if (met && was_met && sought->part == WS_KEY_LAST &&
        j->names.tokens < WS_ARTICLE) {
        if (is_told_by(j, best, id) && others <= KIN_NAMED * times) {
            *tied = false;
            return true;
        }
        if (is_told_by(j, id, best) && times <= KIN_NAMED * others) {
            *tied = false;
            return false;
        }
    }
    /* a title's "Star Baker" is less of a name than "Ana Baker" */
    if (same && is_titled(j, full) != is_titled(j, rival)) {
        *tied = false;
        later = is_titled(j, rival);
    }
    /* so is "Oscar-winner Baker" */
    bool given = ws_is_given(&j->names, full->name);
    if (same && given != ws_is_given(&j->names, rival->name)) {
        *tied = false;
        later = given;
    }
    /* a story's "Ana" is the one whose full name it has most often */
    if (sought->part == WS_KEY_FIRST && j->names.tokens >= WS_ARTICLE &&
        people->person[id].whole != people->person[best].whole)
        return people->person[id].whole > people->person[best].whole;
    /* nor is who is named only later one of somebody named before */
    return met != was_met ? met : times > others || (same && later);
}

/* "Fenline" of Fenline Motors; in another language it may be a town's. */
static bool is_short(const ws_joiner *j, uint32_t word, const ws_mention *full)
{
    return !j->mentions->phrases.tokens->foreign &&
           ws_is_short_body(&j->names, word, full);
}

uint32_t ws_bearer(const ws_joiner *j, uint32_t m, enum ws_join_part part,
                   bool *shared, bool *tied)
{
    const ws_mention *mention = &j->mentions->mention[m];
    uint32_t word = ws_last_word(&j->names, mention);
    uint64_t key = ws_join_key(j, word, word + 1, part);
    uint32_t best = WHOSAID_NONE;
    uint32_t n = 0;
    uint32_t newest = ws_join_find(j, key, 0);
    struct sought sought = {.mention = mention, .part = part, .m = m};

    if (newest != 0) {
        uint64_t alone = ws_join_key(j, word, word + 1, WS_KEY_TIED);
        sought.title = ws_title_of(j, mention);
        sought.at = ws_word_slot(j, mention);
        sought.gender = ws_gender_told(&j->names, mention);
        sought.in_doubt = ws_join_find(j, alone, 0) != 0;
        sought.only = ws_join_find(j, key, newest) == 0;
    }
    if (part == WS_KEY_LAST && newest != 0 && sought.gender == 0 &&
        ws_join_find(j, key, newest) != 0)
        sought.gender = gender_behind(j, m);
    *shared = false;
    *tied = false;
    for (uint32_t e = newest; e != 0 && n < WS_FILING_CHAIN;
         e = ws_join_find(j, key, e), n++) {
        uint32_t id = j->files.entry[e].id;
        const ws_person *person = &j->out->person[id];
        const ws_mention *full = &j->mentions->mention[person->mention];
        if (!can_be(j, &sought, id) ||
            (part == WS_KEY_LAST && is_elder(j, &sought, id)))
            continue;
        if ((part == WS_KEY_FIRST || part == WS_KEY_MIDDLE) &&
            ((full->type == WHOSAID_SOURCE_BODY && !is_short(j, word, full)) ||
             (full->type != WHOSAID_SOURCE_PERSON && is_only_surname(j, word) &&
              !is_family_first(j, full))))
            continue;
        *shared = best != WHOSAID_NONE;
        if (best == WHOSAID_NONE || is_better(j, &sought, id, best, tied))
            best = id;
    }
    return best;
}
