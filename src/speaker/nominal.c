/*
 * nominal.c - whom "the mayor" means.
 *
 *   in   mentions, the people that are named
 *   out  the person of each nominal, and how surely; people without a name
 *
 * Mentions are taken in order. A mention with a role files its person under
 * the nouns of the role, "Gov." for the governor, and notes the role's other
 * words as true of the person. A definite nominal is given to the person filed
 * under its noun of whom most of its other words are true, to the latest one
 * at a tie; not to one from another place or party, nor in a long story "the
 * man" to somebody named long ago. Any other nominal is somebody new, who is
 * filed too. An office of an owner, "the doctor's man", is nobody's here.
 *
 * Not here: people with names (person.c), pronouns (pronoun.c).
 */
#include "speaker/nominal.h"

#include <string.h>

#include "speaker/filing.h"
#include "speaker/office.h"

enum {
    ROLE_WORDS = 12,  /* words of a role or a nominal looked at */
    PARTY_BYTES = 4,  /* longest "R-" before a place */
    STEM_BYTES = 4,   /* "Iran" and "Iranian" agree in so many */
    SHORT_BYTES = 3,  /* longest abbreviation of a place: "Fla." */
    MOST_SHORT = 4,   /* and of an office: "Gov.", "Prof." */
    WORD_KEYS = 6,    /* most entries that a word of a role takes */
    OFFICES = 16,     /* roles looked at for one that ends in a noun */
    LEAST_ENDING = 4, /* bytes of that noun */
    JUST_NAMED = 5,   /* mentions to a story's "man" who is named */
    FACT_KEYS = 6,    /* most other entries of a mention */
    AGE_BYTES = 3     /* most digits of an age */
};

/* What a key is filed as. */
enum {
    KEY_ROLE = 1,
    KEY_PLAIN,
    KEY_SHORT,
    KEY_STEM,
    KEY_ENDS,
    KEY_FACT,
    KEY_AGE,
    KEY_OWNED
};

#define OFFICE (WS_LEX_BIT(ROLE) | WS_LEX_BIT(TITLE) | WS_LEX_BIT(PERSON))

/* Words that two of one kind cannot both be true of: "the Vermont senator" is
 * not the one from Florida. */
#define KINDS (WS_LEX_BIT(PLACE) | WS_LEX_BIT(NATIONALITY))

struct joiner {
    const ws_token *token;
    uint32_t tokens;
    const ws_mentions *mentions;
    ws_people *out;
    ws_filing files;
    uint32_t *last;           /* [people]: latest mention of each so far */
    bool foreign;             /* in another language, but one of compounds */
    bool compounds;           /* in a language that writes "Innenminister" */
    uint32_t office[OFFICES]; /* the latest mentions with a role */
    uint32_t offices;         /* how many there were */
};

/* The key of a fact about person id. */
static uint64_t of_person(uint64_t key, uint32_t id)
{
    return key + (uint64_t)id * 0x9e3779b97f4a7c15ULL;
}

/* A word that can tell two bearers of an office apart. */
static bool tells(const ws_token *token)
{
    const ws_lex empty = WS_LEX_BIT(DET) | WS_LEX_BIT(POSSESSIVE) |
                         WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(OF) |
                         WS_LEX_BIT(FOR) | WS_LEX_BIT(TO) | WS_LEX_BIT(AND) |
                         WS_LEX_BIT(HONORIFIC);

    return token->kind == WS_TOKEN_WORD &&
           (token->shape & WS_SHAPE_GENITIVE) == 0 && (token->lex & empty) == 0;
}

/* First and last byte: "Fla" and "Florida", "Vt" and "Vermont". */
static uint64_t ends_key(const char *word, size_t len)
{
    char ends[2] = {word[0], word[len - 1]};

    return ws_filing_hash(ends, sizeof ends, KEY_ENDS);
}

static uint64_t stem_key(const char *word, size_t len)
{
    return ws_filing_hash(word, len < STEM_BYTES ? len : STEM_BYTES, KEY_STEM);
}

/* Note a word that is true of person id. */
static void file_word(struct joiner *j, const char *word, size_t len,
                      uint32_t id)
{
    ws_filing_put(&j->files, of_person(stem_key(word, len), id), id);
    if (len <= SHORT_BYTES) {
        ws_filing_put(&j->files, of_person(ends_key(word, len), id), id);
        ws_filing_put(&j->files,
                      of_person(ws_filing_hash(word, len, KEY_SHORT), id), id);
    }
}

/* Whether something is filed as true of person id under key. */
static bool is_true(const ws_filing *files, uint64_t key, uint32_t id)
{
    return ws_filing_find(files, of_person(key, id), 0) != 0;
}

/* Whether something known of person id has the word of token i. */
static bool has_word(const ws_filing *files, uint32_t i, uint32_t id)
{
    char word[WS_FILING_BYTES];
    size_t len = ws_filing_fold(files, i, word);
    uint64_t part =
        ws_filing_hash(word, len < SHORT_BYTES ? len : SHORT_BYTES, KEY_SHORT);

    return len > 0 && (is_true(files, stem_key(word, len), id) ||
                       is_true(files, part, id) ||
                       is_true(files, ends_key(word, len), id));
}

static uint64_t kind_key(ws_lex kind)
{
    char place = (char)WS_IS(kind, PLACE);

    return ws_filing_hash(&place, 1, KEY_FACT);
}

/* "44" and "44-year-old": the key of the age, 0 where the word of token i has
 * none. */
static uint64_t age_key(const ws_filing *files, uint32_t i)
{
    const ws_token *token = &files->token[i];
    const char *word = files->bytes + token->begin;
    size_t len = token->end - token->begin;
    size_t n = 0;

    while (n < len && word[n] >= '0' && word[n] <= '9')
        n++;
    if (n == 0 || n > AGE_BYTES || (n < len && word[n] != '-'))
        return 0;
    return ws_filing_hash(word, n, KEY_AGE);
}

/* That an age is stated. */
static uint64_t aged_key(void)
{
    return ws_filing_hash("", 0, KEY_AGE);
}

/* "Ana Ruiz, 44,": what stands at token i. */
static void file_age(struct joiner *j, uint32_t i, uint32_t id)
{
    if (i + 2 >= j->tokens ||
        (j->token[i].cp != ',' && j->token[i].cp != '(') ||
        j->token[i + 1].kind != WS_TOKEN_NUMBER ||
        (j->token[i + 2].cp != ',' && j->token[i + 2].cp != '.' &&
         j->token[i + 2].cp != ')'))
        return;
    uint64_t key = age_key(&j->files, i + 1);
    if (key == 0)
        return;
    ws_filing_put(&j->files, of_person(key, id), id);
    ws_filing_put(&j->files, of_person(aged_key(), id), id);
}

/* "His mother", "Ana's mother": the sex of whoever has what token last is
 * called by words from first on; 0 where it is not told. */
static uint16_t owner_of(const struct joiner *j, uint32_t first, uint32_t last)
{
    const ws_token *token = j->token;
    bool pronoun = first > 0 && !WS_IS(token[first].lex, POSSESSIVE) &&
                   WS_IS(token[first - 1].lex, POSSESSIVE);
    ws_lex owner = token[pronoun ? first - 1 : first].lex;

    if (WS_IS(owner, POSSESSIVE))
        return (uint16_t)((WS_IS(owner, MALE) ? WS_M_MALE : 0) |
                          (WS_IS(owner, FEMALE) ? WS_M_FEMALE : 0));
    if (last <= first + 1 ||
        (token[first + 1].shape & WS_SHAPE_GENITIVE) == 0 ||
        WS_IS(owner, GIVEN_MALE) == WS_IS(owner, GIVEN_FEMALE))
        return 0;
    return WS_IS(owner, GIVEN_MALE) ? WS_M_MALE : WS_M_FEMALE;
}

static uint64_t owned_key(uint16_t sex)
{
    char one = sex == WS_M_MALE ? 'm' : 'f';

    return ws_filing_hash(&one, 1, KEY_OWNED);
}

/* That what person id is called by words [first, last) is so of somebody. */
static void file_owner(struct joiner *j, uint32_t first, uint32_t last,
                       uint32_t id)
{
    uint16_t sex = owner_of(j, first, last);

    if (sex == WS_M_MALE || sex == WS_M_FEMALE)
        ws_filing_put(&j->files, of_person(owned_key(sex), id), id);
}

/* "His mother", and person id was hers alone. */
static bool is_of_another(const struct joiner *j, const ws_mention *m,
                          uint32_t id)
{
    uint16_t sex = owner_of(j, m->first, m->head);
    uint16_t other = sex == WS_M_MALE ? WS_M_FEMALE : WS_M_MALE;

    return (sex == WS_M_MALE || sex == WS_M_FEMALE) &&
           is_true(&j->files, owned_key(other), id) &&
           !is_true(&j->files, owned_key(sex), id);
}

/* What the words [first, last) say of person id. */
static void file_words(struct joiner *j, uint32_t first, uint32_t last,
                       uint32_t id)
{
    ws_lex kinds = 0;

    for (uint32_t i = first, n = 0; i < last && n < ROLE_WORDS; i++, n++) {
        char word[WS_FILING_BYTES];
        size_t len = ws_filing_fold(&j->files, i, word);
        if (len == 0 || !tells(&j->token[i]))
            continue;
        file_word(j, word, len, id);
        if (ws_is_capital(&j->token[i]) &&
            (j->token[i].shape & WS_SHAPE_ALLCAPS) == 0)
            kinds |= j->token[i].lex & KINDS;
    }
    if (WS_IS(kinds, PLACE))
        ws_filing_put(&j->files, of_person(kind_key(WS_LEX_BIT(PLACE)), id),
                      id);
    if (WS_IS(kinds, NATIONALITY))
        ws_filing_put(&j->files, of_person(kind_key(0), id), id);
}

/* Whether a nominal has a word that tells more than its noun. */
static bool is_told(const struct joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];

    for (uint32_t i = mention->first, n = 0;
         i < mention->head && n < ROLE_WORDS; i++, n++)
        if (tells(&j->token[i]))
            return true;
    return false;
}

/* "Prime minister", whose last word is token i. */
static bool is_premier(const struct joiner *j, uint32_t i)
{
    return i > 0 &&
           ws_token_listed(j->files.bytes, &j->token[i], WS_LIST_MINISTER) &&
           ws_token_listed(j->files.bytes, &j->token[i - 1], WS_LIST_PRIME);
}

/* "The minister" is not the prime minister. */
static bool is_under_premier(const struct joiner *j, const ws_mention *m,
                             uint32_t id)
{
    const ws_mention *full = &j->mentions->mention[j->out->person[id].mention];
    bool name = full->kind == WS_MENTION_NAME && full->name > full->first;

    return ws_token_listed(j->files.bytes, &j->token[m->head],
                           WS_LIST_MINISTER) &&
           !is_premier(j, m->head) &&
           is_premier(j, name ? full->name - 1 : full->head);
}

/* "The former prime minister" is not the one who is. */
static bool is_still(const struct joiner *j, const ws_mention *m, uint32_t id)
{
    for (uint32_t i = m->first; i < m->head && i < m->first + ROLE_WORDS; i++)
        if (ws_token_listed(j->files.bytes, &j->token[i], WS_LIST_CEASED))
            return !has_word(&j->files, i, id);
    return false;
}

/* How well a nominal fits person id; negative when it cannot mean it. */
static int fit(const struct joiner *j, const ws_mention *m, uint32_t id)
{
    const ws_person *person = &j->out->person[id];
    bool named = j->mentions->mention[person->mention].kind == WS_MENTION_NAME;
    int score = 100;
    uint32_t n = 0;
    uint32_t told = 0;
    uint32_t agreed = 0;

    if (ws_opposed(m->flags, person->flags) || is_of_another(j, m, id) ||
        is_under_premier(j, m, id) || (named && is_still(j, m, id)))
        return -1;
    for (uint32_t i = m->first; i < m->close && n < ROLE_WORDS; i++, n++) {
        if (i == m->head || !tells(&j->token[i]))
            continue;
        bool capital = ws_is_capital(&j->token[i]);
        told++;
        if (has_word(&j->files, i, id)) {
            score += capital ? 4 : 1;
            agreed++;
            continue;
        }
        ws_lex kind = j->token[i].lex & KINDS;
        if (capital && kind != 0 && is_true(&j->files, kind_key(kind), id))
            return -1;
        if (capital || !named)
            score -= 1;
    }
    /* "his childhood friend" is not any friend's friend, "the Florida senator"
     * not the "U.S. senator" */
    if (told > 0 && agreed == 0 &&
        (WS_IS(j->token[m->first].lex, POSSESSIVE) ||
         (!named && is_told(j, person->mention))))
        return -1;
    if (told == 0 &&
        is_true(&j->files,
                ws_filing_key(&j->files, m->head, m->head + 1, KEY_PLAIN), id))
        score++;
    return score;
}

/* "The man" in a long story, and a man who was named chapters ago. */
static bool is_long_past(const struct joiner *j, uint32_t m, uint32_t id)
{
    const ws_mention *full = &j->mentions->mention[j->out->person[id].mention];

    return j->tokens >= WS_ARTICLE && full->kind == WS_MENTION_NAME &&
           !WS_IS(j->token[j->mentions->mention[m].head].lex, ROLE) &&
           (m - j->last[id] > JUST_NAMED ||
            full->type != WHOSAID_SOURCE_PERSON);
}

/* Of the people filed under key the one that nominal m fits best, the latest
 * one at a tie. */
static void fit_bearers(struct joiner *j, uint32_t m, uint64_t key,
                        uint32_t *best, int *most)
{
    uint32_t n = 0;

    for (uint32_t e = ws_filing_find(&j->files, key, 0);
         e != 0 && n < WS_FILING_CHAIN;
         e = ws_filing_find(&j->files, key, e), n++) {
        uint32_t id = j->files.entry[e].id;
        if (is_long_past(j, m, id))
            continue;
        int score = fit(j, &j->mentions->mention[m], id);
        if (score < 0)
            j->out->never[m] = id;
        if (score > *most || (score == *most && *best != WHOSAID_NONE &&
                              j->last[id] > j->last[*best])) {
            *most = score;
            *best = id;
        }
    }
}

/* The person that a nominal means, or NONE. */
static uint32_t bearer_of(struct joiner *j, uint32_t m, uint64_t key)
{
    char noun[WS_FILING_BYTES];
    size_t len = ws_filing_fold(&j->files, j->mentions->mention[m].head, noun);
    uint32_t best = WHOSAID_NONE;
    int most = -1;

    fit_bearers(j, m, key, &best, &most);
    /* "Gov. Ruiz": the governor; but "Rep. Ruiz" is no Republican */
    bool office =
        !WS_IS(j->token[j->mentions->mention[m].head].lex, NATIONALITY);
    for (size_t n = SHORT_BYTES; office && n <= MOST_SHORT && n < len; n++)
        fit_bearers(j, m, ws_filing_hash(noun, n, KEY_SHORT), &best, &most);
    return best;
}

/* "Innenminister" of the words [first, last) ends in the noun. */
static bool ends_so(const struct joiner *j, const ws_mention *m,
                    const char *noun, size_t len)
{
    for (uint32_t i = m->role, n = 0; i < m->role_end && n < ROLE_WORDS;
         i++, n++) {
        char word[WS_FILING_BYTES];
        size_t all = ws_filing_fold(&j->files, i, word);
        if (all > len && memcmp(word + all - len, noun, len) == 0)
            return true;
    }
    return false;
}

/* "der Minister" behind "Innenminister Lampe": the latest one whose office is
 * a compound of the noun, or NONE. */
static uint32_t compound_bearer(const struct joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];
    char noun[WS_FILING_BYTES];
    size_t len = ws_filing_fold(&j->files, mention->head, noun);

    if (!j->compounds || len < LEAST_ENDING ||
        mention->head != mention->first + 1)
        return WHOSAID_NONE;
    for (uint32_t n = 1; n <= OFFICES && n <= j->offices; n++) {
        uint32_t k = j->office[(j->offices - n) % OFFICES];
        uint32_t id = j->out->of[k];
        if (ends_so(j, &j->mentions->mention[k], noun, len) &&
            !ws_opposed(mention->flags, j->out->person[id].flags))
            return id;
    }
    return WHOSAID_NONE;
}

static bool is_named(const struct joiner *j, uint32_t id)
{
    return id != WHOSAID_NONE &&
           j->mentions->mention[j->out->person[id].mention].kind ==
               WS_MENTION_NAME;
}

/* "the mayor": the latest person whose role has the noun; "the spokeswoman":
 * the latest unnamed one called so; any other noun is somebody new. */
static void join_nominal(struct joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];
    /* "le ministre de la Mer" is not "le ministre" of another house */
    bool whose = j->foreign && mention->close > mention->last;
    bool definite =
        (mention->flags & (WS_M_INDEFINITE | WS_M_NESTED)) == 0 && !whose;
    uint32_t head = mention->head;
    uint64_t key = ws_filing_key(&j->files, head, head + 1, KEY_ROLE);
    uint32_t id = definite ? bearer_of(j, m, key) : WHOSAID_NONE;
    if (definite && !is_named(j, id)) {
        uint32_t named = compound_bearer(j, m);
        id = named != WHOSAID_NONE ? named : id;
    }

    if (id != WHOSAID_NONE) {
        const ws_mention *full =
            &j->mentions->mention[j->out->person[id].mention];
        j->out->of[m] = id;
        j->out->sure[m] =
            full->kind == WS_MENTION_NAME ? WS_SURE_NOMINAL : WS_SURE_NONE;
        /* "an elderly sailor" is "the sailor" from then on */
        if (j->tokens >= WS_ARTICLE && full->kind == WS_MENTION_NOMINAL &&
            head == mention->first + 1)
            j->out->person[id].used = m;
        return;
    }
    id = j->out->count++;
    j->out->person[id] =
        (ws_person){.mention = m,
                    .flags = mention->flags & (WS_M_MALE | WS_M_FEMALE),
                    .type = WHOSAID_SOURCE_ANONYMOUS};
    j->out->of[m] = id;
    j->out->sure[m] = WS_SURE_NONE;
    ws_filing_put(&j->files, key, id);
    file_owner(j, mention->first, head, id);
    file_words(j, mention->first, mention->head, id);
}

/* File person id under what else one of the office at token i is called. */
static void file_called(struct joiner *j, uint32_t i, uint32_t id)
{
    char word[WS_FILING_BYTES];
    size_t len = ws_filing_fold(&j->files, i, word);

    const char *const *noun = ws_office_nouns(word, len);
    for (size_t n = 0; n < WS_OFFICE_NOUNS && noun[n] != NULL; n++)
        ws_filing_put(&j->files,
                      ws_filing_hash(noun[n], strlen(noun[n]), KEY_ROLE), id);
}

/* "Dr", "Lord", "the Rev" before a name: no role, but what it can be called
 * by. */
static void file_honorific(struct joiner *j, const ws_mention *m, uint32_t id)
{
    uint32_t k = m->name;

    if (m->kind != WS_MENTION_NAME || m->name <= m->first)
        return;
    while (j->compounds && k > m->first + 1 &&
           WS_IS(j->token[k - 1].lex, PARTICLE)) /* "Hauptmann von Salis" */
        k--;
    if (!WS_IS(j->token[k - 1].lex, HONORIFIC))
        return;
    file_called(j, k - 1, id);
    /* "Oberst Kern" is "der Oberst"; but nobody is "der Herr" */
    if (j->compounds && !WS_IS(j->token[k - 1].lex, PERSON))
        ws_filing_put(&j->files, ws_filing_key(&j->files, k - 1, k, KEY_ROLE),
                      id);
}

/* "Pope Leo": the title is part of the name, and what he can be called by. */
static void file_sovereign(struct joiner *j, const ws_mention *m, uint32_t id)
{
    if (m->kind != WS_MENTION_NAME || m->name_end - m->name < 2 ||
        !ws_token_listed(j->files.bytes, &j->token[m->name], WS_LIST_SOVEREIGN))
        return;
    ws_filing_put(&j->files,
                  ws_filing_key(&j->files, m->name, m->name + 1, KEY_ROLE), id);
    file_called(j, m->name, id);
}

/* "Her son Peter", "Ana's brother Tom": a son and a brother; where nouns have
 * capitals, "Tante Adele" is "die Tante". */
static void file_owned(struct joiner *j, const ws_mention *m, uint32_t id)
{
    uint32_t noun = m->name - 1;

    if (m->kind != WS_MENTION_NAME || m->name <= m->first || m->name < 2 ||
        !WS_IS(j->token[noun].lex, PERSON) ||
        (!WS_IS(j->token[noun - 1].lex, POSSESSIVE) &&
         (j->token[noun - 1].shape & WS_SHAPE_GENITIVE) == 0 &&
         (!j->compounds || WS_IS(j->token[noun].lex, HONORIFIC))))
        return;
    ws_filing_put(&j->files, ws_filing_key(&j->files, noun, noun + 1, KEY_ROLE),
                  id);
    file_owner(j, m->first, noun, id);
}

/* A mention with a role: its person can be called by the nouns in it. */
static void file_role(struct joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];
    uint32_t id = j->out->of[m];

    /* "the vicar of St. Peter's": no vicar */
    if (mention->role_end == mention->name &&
        mention->name >= mention->first + 2 &&
        WS_IS(j->token[mention->name - 1].lex, HONORIFIC) &&
        WS_IS(j->token[mention->name - 2].lex, OF))
        return;
    for (uint32_t i = mention->role, n = 0;
         i < mention->role_end && n < ROLE_WORDS; i++, n++) {
        char word[WS_FILING_BYTES];
        /* "Ana, stepdaughter of the general": no general */
        if (i > mention->role + 1 && WS_IS(j->token[i - 1].lex, DET) &&
            WS_IS(j->token[i - 2].lex, PREPOSITION))
            continue;
        /* "Larry, the doctor's man": no doctor */
        if ((j->token[i].lex & OFFICE) == 0 ||
            (i + 1 < j->tokens &&
             (j->token[i + 1].shape & WS_SHAPE_GENITIVE) != 0))
            continue;
        /* "Lady Hale" is not any lady */
        if (i + 1 == mention->name && WS_IS(j->token[i].lex, HONORIFIC) &&
            WS_IS(j->token[i].lex, PERSON) && !WS_IS(j->token[i].lex, ROLE))
            continue;
        ws_filing_put(&j->files, ws_filing_key(&j->files, i, i + 1, KEY_ROLE),
                      id);
        file_called(j, i, id);
        if (i == mention->role ||
            (j->token[i - 1].lex & (KINDS | WS_LEX_BIT(BODY))) != 0) {
            uint64_t plain = ws_filing_key(&j->files, i, i + 1, KEY_PLAIN);
            ws_filing_put(&j->files, of_person(plain, id), id);
        }
        if (WS_IS(j->token[i].lex, ABBREVIATION)) {
            size_t len = ws_filing_fold(&j->files, i, word);
            ws_filing_put(&j->files, ws_filing_hash(word, len, KEY_SHORT), id);
        }
    }
    if (j->compounds && mention->role < mention->role_end &&
        mention->kind == WS_MENTION_NAME)
        j->office[j->offices++ % OFFICES] = m;
    file_words(j, mention->role, mention->role_end, id);
    if (mention->role < mention->role_end)
        file_owner(j, mention->role, mention->role_end, id);
    file_owned(j, mention, id);
    file_honorific(j, mention, id);
    file_sovereign(j, mention, id);
}

/* "(R-Wis.)", ", D-Iowa": the place in what stands at token i. */
static void file_tag(struct joiner *j, uint32_t i, uint32_t id)
{
    char word[WS_FILING_BYTES];
    size_t dash = 0;

    if (i + 1 >= j->tokens ||
        (j->token[i].cp != '(' && j->token[i].cp != ',') ||
        (j->token[i + 1].shape & WS_SHAPE_HYPHEN) == 0 ||
        !ws_is_capital(&j->token[i + 1]))
        return;
    size_t len = ws_filing_fold(&j->files, i + 1, word);
    while (dash < len && word[dash] != '-')
        dash++;
    dash++;
    if (dash > PARTY_BYTES || dash >= len ||
        !WS_IS(ws_lexicon_find(word + dash, len - dash), PLACE))
        return;
    file_word(j, word + dash, len - dash, id);
    ws_filing_put(&j->files, of_person(kind_key(WS_LEX_BIT(PLACE)), id), id);
}

/* "Her son, Toby": a man, whatever his name. In a novel many say it of him. */
static void tell_gender(struct joiner *j, uint32_t m)
{
    const uint16_t both = WS_M_MALE | WS_M_FEMALE;
    uint16_t told = j->mentions->mention[m].flags & both;
    uint32_t id = j->out->of[m];

    if (id == WHOSAID_NONE || told == 0 || told == both ||
        j->tokens >= WS_ARTICLE)
        return;
    ws_person *person = &j->out->person[id];
    if ((person->flags & both) == 0 || (person->flags & both) == both)
        person->flags = (uint16_t)((person->flags & ~both) | told);
}

/* "The woman, identified as Ana Ruiz": the woman from then on. */
static void file_noun(struct joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];
    uint32_t id = j->out->of[m];

    if (id == WHOSAID_NONE || mention->kind != WS_MENTION_NOMINAL ||
        mention->type != WHOSAID_SOURCE_ANONYMOUS ||
        (mention->flags & (WS_M_QUOTED | WS_M_JOINT)) != 0)
        return;
    ws_filing_put(
        &j->files,
        ws_filing_key(&j->files, mention->head, mention->head + 1, KEY_ROLE),
        id);
    file_owner(j, mention->first, mention->head, id);
    file_words(j, mention->first, mention->head, id);
}

static void join_all(struct joiner *j)
{
    uint32_t bearer = WHOSAID_NONE; /* latest mention with a role behind it */

    for (uint32_t m = 0; m < j->mentions->count; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        uint32_t id = j->out->of[m];
        if (id != WHOSAID_NONE) {
            file_role(j, m);
            if (mention->kind == WS_MENTION_NAME) {
                file_tag(j, mention->last, id);
                file_age(j, mention->name_end, id);
            }
        }
        if (id != WHOSAID_NONE && mention->role > mention->head)
            bearer = m;
        /* "Ana Ruiz, mayor of Brill": the mayor is she */
        uint32_t same = mention->same;
        if (same == WHOSAID_NONE && bearer != WHOSAID_NONE &&
            mention->kind == WS_MENTION_NOMINAL &&
            (mention->flags & (WS_M_GENITIVE | WS_M_AFTER_PREPOSITION)) == 0 &&
            j->mentions->mention[bearer].role <= mention->head &&
            mention->head < j->mentions->mention[bearer].role_end)
            same = bearer;
        if (same != WHOSAID_NONE) {
            j->out->of[m] = j->out->of[same];
            j->out->sure[m] = WS_SURE_NAME;
            tell_gender(j, m);
            file_noun(j, m);
        } else if (id == WHOSAID_NONE && mention->kind == WS_MENTION_NOMINAL &&
                   mention->type == WHOSAID_SOURCE_ANONYMOUS &&
                   (mention->flags & (WS_M_QUOTED | WS_M_JOINT)) == 0)
            join_nominal(j, m);
        if (j->out->of[m] != WHOSAID_NONE)
            j->last[j->out->of[m]] = m;
    }
}

whosaid_status ws_nominals_join(ws_arena *arena, const ws_text *text,
                                const ws_tokens *tokens,
                                const ws_mentions *mentions, ws_people *people)
{
    struct joiner j = {.token = tokens->token,
                       .tokens = tokens->count,
                       .mentions = mentions,
                       .out = people,
                       .foreign = tokens->foreign && !tokens->nouns,
                       .compounds = tokens->nouns};
    size_t keys = 0;
    size_t nominals = 0;

    for (uint32_t m = 0; m < mentions->count; m++) {
        const ws_mention *mention = &mentions->mention[m];
        bool nominal = mention->kind == WS_MENTION_NOMINAL;
        uint32_t words = nominal ? mention->head - mention->first
                                 : mention->role_end - mention->role;
        uint32_t each = nominal ? WORD_KEYS : WORD_KEYS + WS_OFFICE_NOUNS;
        keys += (size_t)(words < ROLE_WORDS ? words : ROLE_WORDS) * each;
        nominals += nominal;
        keys += FACT_KEYS;
        if (mention->kind == WS_MENTION_NAME &&
            (mention->name > mention->first ||
             ws_token_listed(text->bytes, &tokens->token[mention->name],
                             WS_LIST_SOVEREIGN)))
            keys += WS_OFFICE_NOUNS + 2;
    }
    WS_TRY(ws_filing_init(arena, text, tokens, keys + 1, &j.files));
    j.last = WS_NEW(arena, uint32_t, people->count + nominals);
    if (j.last == NULL)
        return WHOSAID_ERR_NOMEM;
    join_all(&j);
    people->stated = j.files;
    arena->steps += (uint64_t)mentions->count * 2;
    return WHOSAID_OK;
}

ws_says ws_nominal_says(const ws_people *people, uint32_t i, uint32_t id)
{
    const ws_filing *files = &people->stated;
    const ws_token *token = &files->token[i];
    ws_lex kind = token->lex & KINDS;
    uint64_t age = age_key(files, i);

    if (age != 0 && is_true(files, aged_key(), id))
        return is_true(files, age, id) ? WS_SAYS_SO : WS_SAYS_OTHERWISE;
    if (!tells(token))
        return WS_SAYS_NOTHING;
    if (has_word(files, i, id))
        return WS_SAYS_SO;
    return kind != 0 && ws_is_capital(token) &&
                   is_true(files, kind_key(kind), id)
               ? WS_SAYS_OTHERWISE
               : WS_SAYS_NOTHING;
}
