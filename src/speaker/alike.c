/*
 * alike.c - what the words of a name tell, and which two can be one person's.
 *
 *   in   a mention that is a name, or two
 *   out  its last word, its gender; whether they are alike
 *
 * Cost: linear in the words of the names.
 *
 * Not here: who bears a name in the document, see person.c.
 */
#include "speaker/alike.h"

#include <string.h>

#include "base/nickname.h"
#include "speaker/wired.h"

enum {
    NOUN_WORDS = 6,     /* of what somebody is, looked at */
    SHORT_NAME = 3,     /* letters of "Ken" for Kenneth */
    SYLLABLE_BYTES = 6, /* longest part of "Chuan Jin" */
    LONG_NAME = 3       /* words of most names, at most */
};

#define BOTH WS_NAME_GENDERS

static bool is_listed(const ws_names *names, uint32_t i, ws_list list)
{
    return ws_token_listed(names->text->bytes, &names->token[i], list);
}

uint32_t ws_last_word(const ws_names *names, const ws_mention *m)
{
    uint32_t i = m->name_end - 1;

    while (i > m->name && (WS_IS(names->token[i].lex, NAME_SUFFIX) ||
                           names->token[i].kind != WS_TOKEN_WORD))
        i--;
    return i;
}

uint32_t ws_name_words(const ws_names *names, const ws_mention *m)
{
    uint32_t words = 0;

    for (uint32_t i = m->name; i < m->name_end; i++)
        words += names->token[i].kind == WS_TOKEN_WORD;
    return words;
}

/* "His daughter, Jess Ruiz": the gender of the noun that says what somebody
 * is, or 0. Not "his daughter's teacher", and no office: "chairman Ana Ruiz". */
static uint16_t gender_of_noun(const ws_names *names, const ws_mention *m)
{
    const ws_lex ends = WS_LEX_BIT(OF) | WS_LEX_BIT(PREPOSITION) |
                        WS_LEX_BIT(FOR) | WS_LEX_BIT(AND);

    for (uint32_t i = m->role;
         i < m->role_end && i < m->role + NOUN_WORDS && i + 1 < names->tokens;
         i++) {
        const ws_token *token = &names->token[i];
        if ((token->lex & ends) != 0)
            break;
        bool he = WS_IS(token->lex, MALE);
        bool she = WS_IS(token->lex, FEMALE);
        if (WS_IS(token->lex, PERSON) && !WS_IS(token->lex, ROLE) &&
            (token->shape & (WS_SHAPE_CAPITAL | WS_SHAPE_GENITIVE)) == 0 &&
            he != she && !WS_IS(token[1].lex, POSSESSIVE))
            return he ? WS_M_MALE : WS_M_FEMALE;
    }
    return 0;
}

uint16_t ws_gender_told(const ws_names *names, const ws_mention *m)
{
    ws_lex given = names->token[m->name].lex;
    bool he = WS_IS(given, GIVEN_MALE);
    bool she = WS_IS(given, GIVEN_FEMALE);

    bool alone = ws_last_word(names, m) == m->name;
    if ((m->flags & WS_M_HONORIFIC) != 0 && (m->flags & BOTH) != 0) {
        /* "Mrs. Newland Archer": the name is her husband's, maybe */
        bool lent = !alone && !she && (m->flags & BOTH) == WS_M_FEMALE;
        return lent && !he ? 0 : m->flags & BOTH;
    }
    uint16_t noun = gender_of_noun(names, m);
    if (noun != 0)
        return noun;
    if (he != she && !(alone && WS_IS(given, SURNAME)))
        return he ? WS_M_MALE : WS_M_FEMALE;
    return m->flags & BOTH;
}

uint16_t ws_gender_told_of(const ws_names *names, const ws_mention *m,
                           const ws_mention *full)
{
    uint32_t word = ws_last_word(names, m);
    uint32_t last = ws_last_word(names, full);

    if (names->tokens < WS_ARTICLE && word == m->name && last > full->name &&
        (m->flags & WS_M_HONORIFIC) == 0 &&
        ws_token_same(names->text->bytes, &names->token[word],
                      &names->token[last]))
        return m->flags & BOTH;
    return ws_gender_told(names, m);
}

bool ws_is_wife(const ws_names *names, const ws_mention *m)
{
    if ((m->flags & WS_M_HONORIFIC) == 0 || m->name == m->first)
        return false;
    return is_listed(names, m->name - 1, WS_LIST_WIFE);
}

bool ws_is_given(const ws_names *names, uint32_t word)
{
    ws_lex lex = names->token[word].lex;

    return WS_IS(lex, GIVEN_MALE) || WS_IS(lex, GIVEN_FEMALE);
}

/* "Jae-in", but not "Ruiz-Vega": its second part begins small. */
static bool is_syllables(const ws_names *names, const ws_token *last)
{
    uint32_t at = last->begin;

    if ((last->shape & WS_SHAPE_HYPHEN) == 0)
        return false;
    while (at + 1 < last->end && names->text->bytes[at] != '-')
        at++;
    return names->text->bytes[at + 1] >= 'a' &&
           names->text->bytes[at + 1] <= 'z';
}

bool ws_is_surname_first(const ws_names *names, const ws_mention *m)
{
    return m->name_end == m->name + 2 &&
           (names->token[m->name].shape & WS_SHAPE_HYPHEN) == 0 &&
           is_syllables(names, &names->token[m->name_end - 1]);
}

bool ws_is_surname_inside(const ws_names *names, const ws_mention *m)
{
    return m->name_end == m->name + 3 && ws_is_given(names, m->name) &&
           m->type != WHOSAID_SOURCE_BODY &&
           is_listed(names, m->name + 1, WS_LIST_FAMILY) &&
           is_syllables(names, &names->token[m->name_end - 1]);
}

bool ws_may_be_surname_first(const ws_names *names, const ws_mention *m)
{
    if (m->name_end != m->name + 3 || m->type == WHOSAID_SOURCE_BODY ||
        !is_listed(names, m->name, WS_LIST_FAMILY))
        return false;
    for (uint32_t i = m->name + 1; i < m->name_end; i++) {
        /* "Wei-Ling" has two */
        uint32_t most = (names->token[i].shape & WS_SHAPE_HYPHEN) != 0
                            ? 2 * SYLLABLE_BYTES
                            : SYLLABLE_BYTES;
        if (names->token[i].end - names->token[i].begin > most ||
            (names->token[i].shape & WS_SHAPE_INITIAL) != 0 ||
            WS_IS(names->token[i].lex, NAME_SUFFIX))
            return false;
    }
    return true;
}

bool ws_is_surname(const ws_names *names, const ws_mention *full)
{
    ws_lex lex = names->token[ws_last_word(names, full)].lex;

    return lex == 0 || WS_IS(lex, SURNAME);
}

/* "Robert J. Lane" has two. */
static uint32_t words_but_initials(const ws_names *names, const ws_mention *m)
{
    uint32_t words = 2;

    for (uint32_t i = m->name + 1; i + 1 < m->name_end; i++)
        words += names->token[i].kind == WS_TOKEN_WORD &&
                 (names->token[i].shape & WS_SHAPE_INITIAL) == 0;
    return m->name_end - m->name < 2 ? 1 : words;
}

bool ws_are_given(const ws_names *names, const ws_mention *a,
                  const ws_mention *b)
{
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);

    return (names->token[a->name].lex & given) != 0 &&
           (names->token[b->name].lex & given) != 0 &&
           words_but_initials(names, a) == 2 &&
           words_but_initials(names, b) == 2;
}

/* Not two of one sentence, "Bob Lane and his father, Robert Lane", and none
 * called so to tell him from another: "Robert Lane Jr.". */
static bool are_apart(const ws_names *names, const ws_mention *a,
                      const ws_mention *b)
{
    const uint32_t *of = names->sentences->of;

    return of[a->head] != of[b->head] &&
           ws_last_word(names, a) + 1 == a->name_end &&
           ws_last_word(names, b) + 1 == b->name_end;
}

/* "Robert Lane Sr.", so called to tell him from his son. */
static bool is_senior(const ws_names *names, const ws_mention *m)
{
    return WS_IS(names->token[m->name_end - 1].lex, NAME_SUFFIX) &&
           is_listed(names, m->name_end - 1, WS_LIST_ELDER);
}

bool ws_same_name(const ws_names *names, const ws_mention *a,
                  const ws_mention *b)
{
    char x[WS_FILING_BYTES];
    char y[WS_FILING_BYTES];
    size_t xlen = ws_filing_fold(names->files, a->name, x);
    size_t ylen = ws_filing_fold(names->files, b->name, y);

    if (xlen == 0 || ylen == 0 || is_senior(names, a) != is_senior(names, b) ||
        ws_opposed(ws_gender_told(names, a), ws_gender_told(names, b)))
        return false;
    if (xlen == 1 || ylen == 1)
        return x[0] == y[0] && a->name_end - a->name > 1 &&
               b->name_end - b->name > 1;
    /* "Ken" is Kenneth */
    size_t shared = xlen < ylen ? xlen : ylen;
    if (memcmp(x, y, shared) == 0)
        return xlen == ylen ||
               (shared >= SHORT_NAME && ws_are_given(names, a, b));
    /* in a long story Dick Lane may be Richard Lane's son */
    return names->tokens < WS_ARTICLE && ws_are_given(names, a, b) &&
           are_apart(names, a, b) && ws_is_nickname(x, xlen, y, ylen);
}

/* "Aung San Suu Kyi": a name of words that are in no list but of names; a
 * person's may be common words elsewhere. */
static bool is_strange(const ws_names *names, const ws_mention *m)
{
    const ws_lex common = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_VERB) |
                          WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(COMMON_OTHER);
    ws_lex known = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE) |
                   WS_LEX_BIT(SURNAME) | WS_LEX_BIT(PARTICLE) |
                   WS_LEX_BIT(NAME_SUFFIX);

    known |= m->type == WHOSAID_SOURCE_PERSON ? common : 0;
    if (names->tokens >= WS_ARTICLE || (m->flags & WS_M_HEADLINE) != 0)
        return false;
    for (uint32_t i = m->name; i < m->name_end; i++) {
        if (names->token[i].kind != WS_TOKEN_WORD ||
            (names->token[i].lex & ~known) != 0 ||
            (names->token[i].shape & WS_SHAPE_ALLCAPS) != 0)
            return false;
    }
    return true;
}

/* "William “Bo” Ryan" is Bo Ryan: a name in marks begins the shorter one. */
static bool is_nickname_of(const ws_names *names, const ws_mention *full,
                           const ws_mention *tail)
{
    for (uint32_t i = full->name + 1; i < full->name_end; i++) {
        if (names->token[i - 1].kind != WS_TOKEN_WORD &&
            ws_token_same(names->text->bytes, &names->token[i],
                          &names->token[tail->name]))
            return true;
    }
    return false;
}

bool ws_can_shorten(const ws_names *names, const ws_mention *full,
                    const ws_mention *tail)
{
    if (full->type == WHOSAID_SOURCE_BODY || tail->type == WHOSAID_SOURCE_BODY)
        return false;
    const ws_token *first = &names->token[full->name];
    /* "D.K. Prasanna Kumar" is Prasanna Kumar */
    bool initials = (first->shape & WS_SHAPE_INITIAL) != 0 ||
                    ((first->shape & WS_SHAPE_DOT) != 0 &&
                     (first->shape & WS_SHAPE_ALLCAPS) != 0);
    if (is_nickname_of(names, full, tail) ||
        (initials && names->tokens < WS_ARTICLE &&
         full->name_end - full->name == tail->name_end - tail->name + 1))
        return true;
    bool strange = is_strange(names, full);
    /* of four words the last two are hardly another's */
    if (strange && ws_name_words(names, full) > LONG_NAME)
        return !ws_opposed(ws_gender_told(names, full),
                           ws_gender_told(names, tail));
    return (strange || ws_is_given(names, full->name)) &&
           !ws_is_given(names, tail->name);
}

bool ws_is_caption(const ws_names *names, const ws_mention *m)
{
    const ws_lex small = WS_LEX_BIT(OF) | WS_LEX_BIT(FOR) | WS_LEX_BIT(AND);

    for (uint32_t i = m->name; i < m->name_end; i++)
        if ((m->flags & WS_M_HEADLINE) != 0 &&
            (names->token[i].lex & small) != 0)
            return true;
    return false;
}

bool ws_has_cause(const ws_names *names, const ws_mention *m)
{
    const ws_lex small =
        WS_LEX_BIT(FOR) | WS_LEX_BIT(TO) | WS_LEX_BIT(PREPOSITION);

    for (uint32_t i = m->name + 1; i + 1 < m->name_end; i++)
        if ((names->token[i].lex & small) != 0)
            return true;
    return false;
}

bool ws_is_household(const ws_names *names, const ws_mention *m)
{
    const ws_token *name = &names->token[m->name];

    if (m->kind != WS_MENTION_NAME || m->name_end != m->name + 1 ||
        m->name == 0 || !is_listed(names, m->name - 1, WS_LIST_DEFINITE))
        return false;
    if (m->name_end < names->tokens &&
        is_listed(names, m->name_end, WS_LIST_HOUSEHOLD))
        return true;
    const ws_lex known =
        WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE) | WS_LEX_BIT(SURNAME);
    return (name->lex & known) == 0 && name->end > name->begin + 3 &&
           names->text->bytes[name->end - 1] == 's';
}

/* "Looked at", "glanced back at": whether a word at token i names whom
 * somebody looks at, and no place. */
static bool is_aimed(const ws_names *names, uint32_t i)
{
    const ws_lex between = WS_LEX_BIT(ADVERB) | WS_LEX_BIT(PREPOSITION);

    if (i > 0 && is_listed(names, i - 1, WS_LIST_AIMED))
        return true;
    return i > 1 && (names->token[i - 1].lex & between) != 0 &&
           is_listed(names, i - 2, WS_LIST_AIMED);
}

/* "At [a sodden] Meadow Lane": nothing but an article and adjectives, which
 * may be in no list, leads to the name. */
static bool is_barely_led(const ws_names *names, const ws_mention *m)
{
    const ws_lex plain = WS_LEX_BIT(DET) | WS_LEX_BIT(COMMON_ADJ);
    const ws_lex person = WS_LEX_BIT(ROLE) | WS_LEX_BIT(TITLE) |
                          WS_LEX_BIT(PERSON) | WS_LEX_BIT(NATIONALITY);

    for (uint32_t i = m->first; i < m->name; i++) {
        const ws_token *token = &names->token[i];
        if (!ws_is_small(token) || (token->lex & person) != 0 ||
            (token->lex != 0 && (token->lex & plain) == 0))
            return false;
    }
    return true;
}

bool ws_is_placed(const ws_names *names, const ws_mention *m)
{
    if (ws_is_dateline(names->token, names->tokens, m))
        return true;
    return m->kind == WS_MENTION_NAME && m->first > 0 &&
           is_barely_led(names, m) &&
           WS_IS(names->token[m->first - 1].lex, PREPOSITION) &&
           ((is_listed(names, m->first - 1, WS_LIST_WHERE) &&
             !is_aimed(names, m->first - 1)) ||
            (m->name_end > m->name + 1 &&
             is_listed(names, m->first - 1, WS_LIST_ON) &&
             is_listed(names, m->name_end - 1, WS_LIST_STREET)));
}

bool ws_is_short_body(const ws_names *names, uint32_t word,
                      const ws_mention *full)
{
    const ws_lex other = WS_LEX_BIT(SURNAME) | WS_LEX_BIT(GIVEN_MALE) |
                         WS_LEX_BIT(GIVEN_FEMALE) | WS_LEX_BIT(PLACE) |
                         WS_LEX_BIT(NATIONALITY) | WS_LEX_BIT(TITLE) |
                         WS_LEX_BIT(ROLE) | WS_LEX_BIT(TIME) |
                         WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP);

    /* "the Friends" of Friends of the Fens */
    if (ws_has_cause(names, full) ||
        WS_IS(names->token[full->name + 1].lex, OF))
        return WS_IS(names->token[full->name].lex, PLURAL) && word > 0 &&
               is_listed(names, word - 1, WS_LIST_DEFINITE);
    return full->name_end - full->name < 4 && names->tokens < WS_ARTICLE &&
           (names->token[word].lex & other) == 0 &&
           WS_IS(names->token[full->name_end - 1].lex, BODY);
}
