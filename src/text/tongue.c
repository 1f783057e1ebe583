/*
 * tongue.c - documents in a language that the lists cannot read.
 *
 *   in   tokens with the classes that the lists give them
 *   out  the same with the classes that their language gives them
 *
 * 1. Count the words that the lists know. In their own language most are known;
 *    in another one they know names, and words that only look the same.
 * 2. Count, for each language of data/tongues.tsv, the words in small letters
 *    that it has. The language with most of them is the document's, if it has
 *    enough, and more than the lists have little words: a line of names is in
 *    no other language. da and no, cs and pl share many, so all count before
 *    one is taken.
 * 3. Give each word its classes there. An ending counts where the word is
 *    longer: "Verkehrssenatorin", the longest one first. An article behind a
 *    noun says whose it is: "Sprecher der Bahn". Nouns of a list count with a
 *    capital, and so do given names.
 * 4. Look at the neighbours of words that are two things: "sie" is she or they
 *    by the verb beside it, "Angaben" tells a source behind "nach" only.
 *
 * Not here: what stands between the marks of such a document (outline.c).
 */
#include "text/tongue.h"

#include <string.h>

#include "base/saying.h"
#include "base/unicode.h"
#include "text/latter.h"
#include "text/legible.h"
#include "text/particle.h"
#include "text/told.h"
#include "text/uncased.h"
#include "text/voiced.h"

enum {
    PLAIN_LEAST = 55, /* percent of words known in a text that is read */
    LOOKED_AT = 4096, /* words that tell the language */
    SHARE = 12,       /* one word of so many must be of the language */
    WORD_BYTES = 96,  /* longest word looked up */
    CLITIC = 4,       /* bytes before an apostrophe: "l'adjointe", "qu'il" */
    NAMES = 8,        /* surnames kept */
    OWNERS = 32,      /* kept that may own something */
    STEM = 4          /* bytes of a noun without its ending, at least */
};

/* In the classes of an ending: no class of a word in a list here. */
#define ENDED WS_LEX_BIT(COMMON_OTHER)

/* Of a word of any language. */
#define ABBREVIATED (WS_LEX_BIT(ABBREVIATION) | WS_LEX_BIT(ABBREV_INNER))

struct row {
    ws_lex lex;
    uint16_t at; /* in the pool */
    uint8_t len;
    uint8_t tongue;
};

#include "gen/tongue.inc"

#define WORDS   (sizeof tongue_words / sizeof tongue_words[0])
#define ENDINGS (sizeof tongue_endings / sizeof tongue_endings[0])

static int compare(const struct row *row, const char *word, size_t len)
{
    size_t n = row->len < len ? row->len : len;
    int order = memcmp(tongue_pool + row->at, word, n);

    return order != 0 ? order : (row->len > len) - (row->len < len);
}

/* The first row of a word, or WORDS. */
static size_t find(const char *word, size_t len)
{
    size_t low = 0;
    size_t high = WORDS;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(&tongue_words[middle], word, len) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < WORDS && compare(&tongue_words[low], word, len) == 0 ? low
                                                                      : WORDS;
}

bool ws_tongue_is_other(ws_tokens *tokens)
{
    const ws_lex names =
        WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE) | WS_LEX_BIT(SURNAME);
    uint64_t words = 0;
    uint64_t known = 0;
    uint64_t plain = 0;

    for (uint32_t i = 0; i < tokens->count; i++) {
        const ws_token *token = &tokens->token[i];
        words += token->kind == WS_TOKEN_WORD;
        known += token->lex != 0;
        plain += (token->lex & ~names) != 0;
    }
    tokens->known = words == 0 ? 100 : (uint32_t)(known * 100 / words);
    tokens->plain = words == 0 ? 100 : (uint32_t)(plain * 100 / words);
    return tokens->plain < PLAIN_LEAST;
}

/* The language of a document, or TONGUES. */
static uint32_t find_tongue(const ws_text *text, const ws_tokens *tokens)
{
    uint32_t count[TONGUES + 1] = {0};
    const ws_lex little =
        WS_LEX_BIT(DET) | WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(PREPOSITION) |
        WS_LEX_BIT(AND) | WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(THAT) |
        WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(NEGATION) |
        WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL) | WS_LEX_BIT(PRONOUN);
    uint32_t words = 0;
    uint32_t best = TONGUES; /* counts what the lists know */

    for (uint32_t i = 0; i < tokens->count && words < LOOKED_AT; i++) {
        const ws_token *token = &tokens->token[i];
        if (!ws_is_small(token))
            continue;
        words++;
        count[TONGUES] += (token->lex & little) != 0;
        const char *word = text->bytes + token->begin;
        size_t len = token->end - token->begin;
        for (size_t k = find(word, len);
             k < WORDS && compare(&tongue_words[k], word, len) == 0; k++)
            count[tongue_words[k].tongue]++;
    }
    for (uint32_t t = 0; t < TONGUES; t++)
        if (count[t] * SHARE >= words && count[t] > count[best])
            best = t;
    return best;
}

/* The endings of a language: longer ones first. */
struct endings {
    uint32_t tongue;
    size_t from;
    size_t to;
    bool nouns; /* they tell nouns: those have a capital */
};

static struct endings endings_of(uint32_t tongue)
{
    struct endings e = {tongue, 0, 0, false};

    while (e.from < ENDINGS && tongue_endings[e.from].tongue < tongue)
        e.from++;
    e.to = e.from;
    while (e.to < ENDINGS && tongue_endings[e.to].tongue == tongue)
        e.to++;
    for (size_t k = e.from; k < e.to; k++)
        e.nouns = e.nouns || WS_IS(tongue_endings[k].lex, COMMON_NOUN);
    return e;
}

/* The classes of a folded word in a language, 0 for none. */
static ws_lex classes_of(const char *word, size_t len, const struct endings *e)
{
    for (size_t k = find(word, len);
         k < WORDS && compare(&tongue_words[k], word, len) == 0; k++)
        if (tongue_words[k].tongue == e->tongue)
            return tongue_words[k].lex;
    for (size_t k = e->from; k < e->to; k++) {
        const struct row *row = &tongue_endings[k];
        if (row->len <= len &&
            memcmp(tongue_pool + row->at, word + len - row->len, row->len) == 0)
            return row->lex | ENDED;
    }
    return 0;
}

/* "Des Gipfels", "dem Gesandten": a noun of the language with the ending of a
 * case; its classes, or 0. */
static ws_lex noun_declined(const char *word, size_t len,
                            const struct endings *tongue)
{
    static const char *const end[] = {"es", "s", "en", "n"};

    for (size_t i = 0; i < sizeof end / sizeof end[0]; i++) {
        size_t tail = strlen(end[i]);
        if (len < tail + STEM || memcmp(word + len - tail, end[i], tail) != 0)
            continue;
        ws_lex lex = classes_of(word, len - tail, tongue);
        if (WS_IS(lex, COMMON_NOUN))
            return lex;
    }
    return 0;
}

/* What a word's classes in its language come to here. The lists of English
 * know surnames that end like nouns: "Jung". */
static ws_lex settle(ws_lex lex, const ws_token *token, bool behind_noun)
{
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    const ws_lex named = given | WS_LEX_BIT(SURNAME);
    const ws_lex whose = WS_LEX_BIT(DET) | WS_LEX_BIT(OF);

    if ((lex & whose) == whose) /* "Sprecher der Bahn" */
        return behind_noun ? WS_LEX_BIT(OF) | WS_LEX_BIT(PREPOSITION)
                           : lex & ~WS_LEX_BIT(OF);
    if (ws_is_small(token) && (token->shape & WS_SHAPE_DIGIT) == 0)
        return (lex & (given | WS_LEX_BIT(COMMON_NOUN))) != 0 ? 0
                                                              : lex & ~ENDED;
    if ((lex & ENDED) != 0 && WS_IS(lex, COMMON_NOUN) && !WS_IS(lex, ROLE) &&
        (token->lex & named) != 0)
        return 0;
    return (lex & given) != 0 ? lex | (token->lex & given) : lex & ~ENDED;
}

/* "a-t-il", "dit-elle": the pronoun, and the verb, if it is one of saying. */
static ws_lex pronoun_joined(const char *word, size_t len,
                             const struct endings *tongue)
{
    size_t at = len;

    while (at > 0 && word[at - 1] != '-')
        at--;
    if (at < 2 || at == len)
        return 0;
    ws_lex lex = classes_of(word + at, len - at, tongue);
    if (!WS_IS(lex, PRONOUN))
        return 0;
    const ws_saying *saying = ws_saying_find(word, (uint32_t)len);
    return saying != NULL && saying->use >= WS_SAYING_NEAR
               ? lex | WS_LEX_BIT(CUE) | WS_LEX_BIT(CUE_STRONG)
               : lex;
}

/* "Lale'ye": the name alone, without the ending of its case. */
static void cut_suffix(const char *bytes, ws_token *token)
{
    for (uint32_t at = token->end; at > token->begin + 1; at--) {
        bool curly =
            at + 2 < token->end && memcmp(bytes + at, "\xE2\x80\x99", 3) == 0;
        if (bytes[at] != '\'' && !curly)
            continue;
        token->end = at;
        return;
    }
}

static ws_lex read_word(const char *bytes, const ws_token *token,
                        const ws_token *prior, const struct endings *tongue)
{
    const ws_lex nouns = WS_LEX_BIT(ROLE) | WS_LEX_BIT(COMMON_NOUN) |
                         WS_LEX_BIT(PERSON) | WS_LEX_BIT(GROUP);
    const ws_lex names = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE) |
                         WS_LEX_BIT(SURNAME) | WS_LEX_BIT(PLACE) |
                         WS_LEX_BIT(BODY) | WS_LEX_BIT(PARTICLE) |
                         WS_LEX_BIT(ABBREVIATION) | WS_LEX_BIT(ABBREV_INNER);
    char word[WORD_BYTES];
    size_t len = ws_fold(bytes + token->begin, token->end - token->begin, true,
                         word, sizeof word);
    if (len > 1 && word[len - 1] == '.')
        len--; /* "Dr." */
    ws_lex lex = classes_of(word, len, tongue);

    for (size_t at = 1; lex == 0 && at < CLITIC && at + 1 < len; at++)
        if (word[at] == '\'')
            lex = classes_of(word + at + 1, len - at - 1, tongue);
    if (lex == 0)
        lex = pronoun_joined(word, len, tongue);
    if (lex == 0 && tongue->nouns && !ws_is_small(token) && prior != NULL &&
        ws_is_small(prior))
        lex = noun_declined(word, len, tongue);
    if (lex != 0)
        lex = settle(lex, token, prior != NULL && (prior->lex & nouns) != 0);
    if (lex != 0)
        return lex | (token->lex & ABBREVIATED);
    if (!ws_is_small(token))
        return token->lex & names;
    const ws_saying *saying = ws_saying_find(word, (uint32_t)len);
    if (saying != NULL && saying->use >= WS_SAYING_NEAR)
        return WS_LEX_BIT(CUE) | WS_LEX_BIT(CUE_STRONG);
    if (saying != NULL && saying->use == WS_SAYING_GIVEN)
        return WS_LEX_BIT(ACCORDING);
    return token->lex & (WS_LEX_BIT(PARTICLE) | WS_LEX_BIT(ABBREVIATION) |
                         WS_LEX_BIT(ABBREV_INNER));
}

/* A verb of many: the languages in which one word is she and they are German
 * and its kin. */
static bool is_of_many(const char *bytes, const ws_token *token)
{
    const ws_lex verb = WS_LEX_BIT(CUE) | WS_LEX_BIT(AUXILIARY) |
                        WS_LEX_BIT(BE) | WS_LEX_BIT(MODAL);

    return token->kind == WS_TOKEN_WORD && (token->lex & verb) != 0 &&
           bytes[token->end - 1] == 'n' && token->end - token->begin > 3;
}

/* "Laut Polizeiangaben", "nach Medienberichten", "Medienberichten zufolge": what
 * tells a source is that source itself. */
static void read_reports(ws_token *token, uint32_t i)
{
    token[i].lex &= ~WS_LEX_BIT(ACCORDING);
    if (i > 0 && WS_IS(token[i - 1].lex, PREPOSITION))
        token[i - 1].lex |= WS_LEX_BIT(ACCORDING);
}

/* "Fragte Frau [von] Hagenow", but "die Frau von Bern": the word at token i
 * stands before a noble's name. */
static bool is_before_noble(const char *bytes, const ws_token *token,
                            uint32_t i, uint32_t count)
{
    const ws_lex bare = WS_LEX_BIT(CUE) | WS_LEX_BIT(AND) |
                        WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(CONJUNCTION) |
                        WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(AUXILIARY) |
                        WS_LEX_BIT(BE) | WS_LEX_BIT(MODAL);
    uint32_t last = ws_particles_behind(bytes, token, i + 1, count);

    return last < count && WS_IS(token[i + 1].lex, OF) &&
           (token[last].lex & ~WS_LEX_BIT(SURNAME)) == 0 &&
           (i == 0 || token[i - 1].kind != WS_TOKEN_WORD ||
            ((token[i - 1].lex & bare) != 0 && !WS_IS(token[i - 1].lex, DET)));
}

/* "Seine Frau Petra", "ein älterer Herr": no word before a name at token i. */
static bool is_plain_noun(const char *bytes, const ws_token *token, uint32_t i,
                          uint32_t count)
{
    if ((i > 0 && WS_IS(token[i - 1].lex, POSSESSIVE)) || i + 1 == count ||
        token[i + 1].kind != WS_TOKEN_WORD)
        return true;
    return ws_is_small(&token[i + 1]) &&
           !is_before_noble(bytes, token, i, count);
}

/* "Ihm zufolge", "laut ihm", "von ihm", "zitierte ihn": somebody's words may be
 * told of there; "sagte ihm" tells of somebody else. */
static bool is_source(const ws_token *token, uint32_t i, uint32_t count)
{
    const ws_lex before = WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(OF) |
                          WS_LEX_BIT(FOR) | WS_LEX_BIT(ACCORDING) |
                          WS_LEX_BIT(CALLED);

    return (i > 0 && token[i - 1].kind == WS_TOKEN_WORD &&
            (token[i - 1].lex & before) != 0) ||
           (i + 1 < count && WS_IS(token[i + 1].lex, NAME_SUFFIX));
}

/* "Einer rief", "sagt einer,": somebody, for no noun follows. */
static bool is_someone(const ws_token *token, uint32_t i, uint32_t count)
{
    const ws_lex one =
        WS_LEX_BIT(DET) | WS_LEX_BIT(QUANTITY) | WS_LEX_BIT(OBJECT);

    if (token[i].lex != one || i + 1 >= count || ws_is_capital(&token[i + 1]) ||
        (i > 0 && WS_IS(token[i - 1].lex, PREPOSITION)))
        return false;
    bool verb = WS_IS(token[i + 1].lex, CUE) && ws_is_small(&token[i + 1]);
    bool behind =
        i > 0 && WS_IS(token[i - 1].lex, CUE) &&
        (token[i + 1].kind == WS_TOKEN_PUNCT ||
         WS_IS(token[i + 1].lex, PREPOSITION) || WS_IS(token[i + 1].lex, OF));
    return verb || behind;
}

/* "Nach [den Worten] des Ministers": several, and whose they are. */
static bool is_in_words_of(const char *bytes, const ws_token *token, uint32_t i,
                           uint32_t count)
{
    const ws_lex one =
        WS_LEX_BIT(DET) | WS_LEX_BIT(QUANTITY) | WS_LEX_BIT(OBJECT);

    return i + 1 < count && WS_IS(token[i - 1].lex, DET) &&
           bytes[token[i - 1].end - 1] == 'n' &&
           bytes[token[i].end - 1] == 'n' &&
           (WS_IS(token[i + 1].lex, OF) || token[i + 1].lex == one);
}

/* "Herr [Hauptmann]!": an office, and nobody's name. */
static void read_addressed(ws_token *token, uint32_t i, uint32_t count)
{
    bool alone = i + 1 < count && WS_IS(token[i + 1].lex, HONORIFIC) &&
                 ws_is_capital(&token[i + 1]) &&
                 (i + 2 == count || !ws_is_capital(&token[i + 2]));

    if (alone)
        token[i + 1].lex = WS_LEX_BIT(ROLE) | WS_LEX_BIT(COMMON_NOUN);
}

/* "Vogt nannte [das] „Panikmache“": no article before the title of a work. */
static bool is_dubbed(const char *bytes, const ws_token *token, uint32_t i,
                      uint32_t count)
{
    return i > 0 && i + 1 < count && WS_IS(token[i].lex, DET) &&
           WS_IS(token[i].lex, NEUTER) && token[i + 1].kind == WS_TOKEN_MARK &&
           ws_token_listed(bytes, &token[i - 1], WS_LIST_DUBS);
}

/* "Der [dicke] Wirt": between an article and its noun, what looks like another
 * language's verb of saying is an adjective. */
static bool is_adjective(const char *bytes, const ws_token *token, uint32_t i,
                         uint32_t count)
{
    uint32_t stem = token[i].end - token[i].begin;

    if (i == 0 || i + 1 >= count || !ws_is_small(&token[i]) ||
        !ws_is_capital(&token[i + 1]) ||
        (!WS_IS(token[i - 1].lex, DET) && !WS_IS(token[i - 1].lex, POSSESSIVE)))
        return false;
    stem -= bytes[token[i].end - 1] == 'e' ? 1 : 2; /* -e, -er, -en */
    return stem > STEM - 1 && bytes[token[i].begin + stem] == 'e' &&
           bytes[token[i].begin + stem - 1] != 't'; /* "der sagte Reportern" */
}

/* "[Stadtrat] Karl Brem", "[Metzger] Karl Brem": a council, or a surname, is
 * before a full name an office. */
static bool is_seat(const char *bytes, const ws_token *token, uint32_t i,
                    uint32_t count)
{
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);

    return i + 2 < count && ws_is_capital(&token[i]) &&
           ws_is_capital(&token[i + 1]) && (token[i + 1].lex & given) != 0 &&
           ws_is_capital(&token[i + 2]) &&
           token[i + 2].paragraph == token[i].paragraph &&
           ws_token_listed(bytes, &token[i], WS_LIST_SEATS) &&
           (i == 0 || (token[i - 1].lex & given) == 0);
}

/* "[Auf] dem Plakat war zu lesen": the preposition tells a source, and "zu" no
 * place. */
static void read_legible(const char *bytes, ws_token *token, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = ws_legible_at(bytes, token, i, count);
        if (at == count)
            continue;
        token[at].lex |= WS_LEX_BIT(ACCORDING);
        token[i - 1].lex = WS_LEX_BIT(ADVERB);
    }
}

/* Words that are two things, by the words beside them. */
static void read_beside(const char *bytes, ws_token *token, uint32_t count)
{
    const ws_lex both = WS_LEX_BIT(FEMALE) | WS_LEX_BIT(PLURAL);
    const ws_lex given = WS_LEX_BIT(ACCORDING) | WS_LEX_BIT(SPEECH_NOUN);

    for (uint32_t i = 0; i < count; i++) {
        if (token[i].kind != WS_TOKEN_WORD)
            continue;
        ws_escaped_read(bytes, token, i, count);
        ws_lex lex = token[i].lex;
        if (is_seat(bytes, token, i, count)) {
            token[i].lex = WS_LEX_BIT(ROLE) | WS_LEX_BIT(COMMON_NOUN);
        } else if (WS_IS(lex, PRONOUN) && WS_IS(lex, OBJECT) &&
                   WS_IS(lex, ADVERB)) {
            token[i].lex = is_source(token, i, count)
                               ? lex & ~WS_LEX_BIT(ADVERB)
                               : WS_LEX_BIT(ADVERB);
        } else if (WS_IS(lex, PREPOSITION) && ws_is_capital(&token[i]) &&
                   i > 0 && WS_IS(token[i - 1].lex, POSSESSIVE)) {
            /* "sein Gegenüber" */
            token[i].lex = WS_LEX_BIT(PERSON) | WS_LEX_BIT(COMMON_NOUN);
        } else if (WS_IS(lex, CUE) && is_adjective(bytes, token, i, count)) {
            token[i].lex = 0;
        } else if (WS_IS(lex, POSSESSIVE) && i > 0 && ws_is_small(&token[i]) &&
                   WS_IS(token[i - 1].lex, CUE) && i + 1 < count &&
                   token[i + 1].kind != WS_TOKEN_WORD) { /* "sagte ihr:" */
            token[i].lex = WS_LEX_BIT(ADVERB);
        } else if (is_dubbed(bytes, token, i, count)) {
            token[i].lex = WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(OBJECT);
        } else if (WS_IS(lex, GROUP) && WS_IS(lex, ACCORDING)) {
            read_reports(token, i);
        } else if (is_someone(token, i, count)) {
            token[i].lex =
                WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(SUBJECT) | WS_LEX_BIT(OBJECT);
        } else if (WS_IS(lex, CUE_WRITE)) {
            ws_told_read(bytes, token, i, count);
        } else if (ws_is_voice_of(bytes, token, i, count)) {
            token[i].lex = WS_LEX_BIT(ACCORDING);
        } else if (WS_IS(lex, HONORIFIC) && WS_IS(lex, PERSON) &&
                   is_plain_noun(bytes, token, i, count)) {
            token[i].lex ^= WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(COMMON_NOUN);
        } else if (WS_IS(lex, HONORIFIC) && WS_IS(lex, PERSON)) {
            read_addressed(token, i, count);
        } else if (WS_IS(lex, PRONOUN) && (lex & both) == both) {
            bool many = (i > 0 && is_of_many(bytes, &token[i - 1])) ||
                        (i + 1 < count && is_of_many(bytes, &token[i + 1]));
            token[i].lex &= ~(many ? WS_LEX_BIT(FEMALE) : WS_LEX_BIT(PLURAL));
        } else if ((lex & given) == given) { /* "nach ersten Angaben" */
            bool source = (i > 0 && WS_IS(token[i - 1].lex, PREPOSITION)) ||
                          (i > 1 && WS_IS(token[i - 2].lex, PREPOSITION) &&
                           (token[i - 1].lex == 0 ||
                            is_in_words_of(bytes, token, i, count)));
            token[i].lex =
                source ? WS_LEX_BIT(ACCORDING) : lex & ~WS_LEX_BIT(ACCORDING);
        }
    }
}

/* A word of time, or a noun of somebody, can be a surname. */
static bool can_be_surname(const ws_token *token)
{
    const ws_lex somebody =
        WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) | WS_LEX_BIT(GROUP);
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);

    return token->kind == WS_TOKEN_WORD && !ws_is_small(token) &&
           (token->lex == WS_LEX_BIT(TIME) ||
            ((token->lex & somebody) != 0 && (token->lex & given) == 0 &&
             !WS_IS(token->lex, PLURAL) && !WS_IS(token->lex, HONORIFIC)));
}

/* Beside token i, with no article, a verb of saying; or behind an office a word
 * that is none. */
static bool stands_alone(const ws_token *token, uint32_t i, uint32_t count)
{
    const ws_lex office = WS_LEX_BIT(ROLE) | WS_LEX_BIT(HONORIFIC);

    return WS_IS(token[i - 1].lex, CUE) ||
           ((token[i - 1].lex & office) != 0 && WS_IS(token[i].lex, TIME)) ||
           (token[i - 1].kind != WS_TOKEN_WORD && i + 1 < count &&
            WS_IS(token[i + 1].lex, CUE));
}

/* "Rolf Sommer", "Emil Richter": behind a given name such a word is a surname,
 * and so it is alone, once known. */
static void read_surnames(const char *bytes, ws_token *token, uint32_t count)
{
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    uint32_t name[NAMES];
    uint32_t names = 0;

    for (uint32_t i = 1; i < count; i++) {
        if (!can_be_surname(&token[i]))
            continue;
        bool first = token[i - 1].kind == WS_TOKEN_WORD &&
                     (token[i - 1].lex & given) != 0 &&
                     !ws_is_small(&token[i - 1]);
        bool known = first;
        for (uint32_t n = 0;
             n < names && !known && stands_alone(token, i, count); n++)
            known = ws_token_same(bytes, &token[name[n]], &token[i]);
        if (!known)
            continue;
        if (first && names < NAMES)
            name[names++] = i;
        if (!first || WS_IS(token[i].lex, TIME))
            token[i].lex = WS_LEX_BIT(SURNAME);
    }
}

/* "Lampes", where Lampe is the name at token k. */
static bool is_name_of(const char *bytes, const ws_token *token, uint32_t k,
                       uint32_t i)
{
    const ws_token *name = &token[k];
    const ws_token *whose = &token[i];
    uint32_t len = name->end - name->begin;

    return whose->end - whose->begin == len + 1 &&
           bytes[whose->end - 1] == 's' &&
           memcmp(bytes + name->begin, bytes + whose->begin, len) == 0;
}

/* "Lampes Karriere": behind the name of somebody named in full, with the ending
 * of whose it is, an unknown word is a noun. */
static void read_owned(const char *bytes, ws_token *token, uint32_t count)
{
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    uint32_t name[OWNERS];
    uint32_t names = 0;

    for (uint32_t i = 1; i + 1 < count; i++) {
        if (!ws_is_capital(&token[i]) || (token[i].lex & given) != 0)
            continue;
        if ((token[i - 1].lex & given) != 0 && ws_is_capital(&token[i - 1])) {
            name[names++ % OWNERS] = i;
            continue;
        }
        bool ends = i + 2 == count || !ws_is_capital(&token[i + 2]);
        if (!ends || !ws_is_capital(&token[i + 1]) || token[i + 1].lex != 0)
            continue;
        for (uint32_t n = 0; n < names && n < OWNERS; n++) {
            if (is_name_of(bytes, token, name[n], i)) {
                token[i + 1].lex = WS_LEX_BIT(COMMON_NOUN);
                break;
            }
        }
    }
}

/* "Paul Krull", "Trainer Krull" and no capital behind: a name ends in token i.
 * "Präsident Hu" may be called by more. */
static bool closes_name(const ws_token *token, uint32_t i, uint32_t count,
                        bool *whole)
{
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    const ws_lex office = WS_LEX_BIT(ROLE) | WS_LEX_BIT(HONORIFIC);
    ws_lex lex = token[i - 1].lex;

    *whole = (lex & given) != 0;
    return ws_is_capital(&token[i - 1]) &&
           (lex == 0 || *whole || (lex & office) != 0) &&
           (i + 1 == count || !ws_is_capital(&token[i + 1]));
}

/* Before the name that ends in token i, or its given name, stands a verb, or an
 * unknown word that opens a tag: "„...“, [nahm] Krull". */
static bool is_behind_verb(const ws_token *token, uint32_t i)
{
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    const ws_lex verb = WS_LEX_BIT(CUE) | WS_LEX_BIT(AUXILIARY) |
                        WS_LEX_BIT(MODAL) | WS_LEX_BIT(BE);
    uint32_t k = i - 1;

    if (k > 0 && ws_is_capital(&token[k]) && (token[k].lex & given) != 0)
        k--;
    if (!ws_is_small(&token[k]))
        return false;
    return (token[k].lex & verb) != 0 ||
           (token[k].lex == 0 && k > 0 &&
            (ws_is_comma(&token[k - 1]) || token[k - 1].kind == WS_TOKEN_MARK));
}

/* "Sagte Krull [Reportern]", "gab Krull [Auskunft]": behind a verb and the last
 * name of somebody named in full, a noun is no part of the name; it is passed
 * over as words of time are. */
static void read_behind_names(const char *bytes, ws_token *token,
                              uint32_t count)
{
    const ws_lex named = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE) |
                         WS_LEX_BIT(SURNAME) | WS_LEX_BIT(PLACE) |
                         WS_LEX_BIT(BODY);
    uint32_t name[OWNERS];
    uint32_t names = 0;

    for (uint32_t i = 1; i + 1 < count; i++) {
        if (!ws_is_capital(&token[i]) ||
            (token[i].lex & ~WS_LEX_BIT(SURNAME)) != 0)
            continue;
        bool whole;
        if (closes_name(token, i, count, &whole)) {
            name[names++ % OWNERS] = i;
            continue;
        }
        const ws_token *noun = &token[i + 1];
        if (!is_behind_verb(token, i) || !ws_is_capital(noun) ||
            ((noun->lex & named) != 0 &&
             (noun->shape & WS_SHAPE_ALLCAPS) == 0)) /* "sagte Krull AFP" */
            continue;
        /* "kritisierte Krull Merkels Plan": whose it is */
        if (noun->lex == 0 && bytes[noun->end - 1] == 's')
            continue;
        bool family = false; /* "hielt Krull Merz vor": somebody else */
        bool known = false;
        for (uint32_t n = 0; n < names && n < OWNERS; n++) {
            closes_name(token, name[n], count, &whole);
            known = known || ((whole || noun->lex != 0) &&
                              ws_token_same(bytes, &token[name[n]], &token[i]));
            family = family || ws_token_same(bytes, &token[name[n]], noun);
        }
        if (known && !family) {
            token[i + 1].lex = WS_LEX_BIT(TIME);
            token[i + 1].shape &= (uint8_t)~WS_SHAPE_ALLCAPS;
        }
    }
}

/* "Ein [Reporter]", "ein empörter [Passant]": by "ein" and its ending the noun
 * is a man's; "eine" is a woman's article, and "ein Kind" may be hers. */
static void read_men(const char *bytes, ws_token *token, uint32_t count)
{
    const ws_lex one = WS_LEX_BIT(DET) | WS_LEX_BIT(QUANTITY);
    const ws_lex known = WS_LEX_BIT(FEMALE) | WS_LEX_BIT(MALE) |
                         WS_LEX_BIT(PLURAL) | WS_LEX_BIT(GROUP);

    for (uint32_t i = 1; i < count; i++) {
        ws_lex lex = token[i].lex;
        char last = bytes[token[i].end - 1];
        if (!ws_is_capital(&token[i]) || !WS_IS(lex, COMMON_NOUN) ||
            (!WS_IS(lex, PERSON) && !WS_IS(lex, ROLE)) || (lex & known) != 0 ||
            (last != 'r' && last != 't'))
            continue;
        uint32_t k = i - 1;
        k -= k > 0 && ws_is_small(&token[k]) && token[k].lex == 0 ? 1 : 0;
        if (token[k].lex == one && bytes[token[k].end - 1] == 'n')
            token[i].lex |= WS_LEX_BIT(MALE);
    }
}

/* The classes of a word of a script without capitals, 0 for none. */
static ws_lex find_uncased(const void *list, const char *word, size_t len)
{
    const struct endings *tongue = list;

    for (size_t k = find(word, len);
         k < WORDS && compare(&tongue_words[k], word, len) == 0; k++)
        if (tongue_words[k].tongue == tongue->tongue)
            return tongue_words[k].lex;
    const ws_saying *saying = ws_saying_find(word, (uint32_t)len);
    return saying != NULL && saying->use >= WS_SAYING_NEAR
               ? WS_LEX_BIT(CUE) | WS_LEX_BIT(CUE_STRONG)
               : 0;
}

void ws_tongue_read(const ws_text *text, ws_tokens *tokens)
{
    const ws_lex owned = WS_LEX_BIT(QUANTITY) | WS_LEX_BIT(POSSESSIVE);

    if (!ws_tongue_is_other(tokens))
        return;
    uint32_t tongue = find_tongue(text, tokens);
    if (tongue == TONGUES)
        return;
    tokens->foreign = true;
    struct endings endings = endings_of(tongue);
    tokens->nouns = endings.nouns;
    for (uint32_t i = 0; i < tokens->count; i++) {
        ws_token *token = &tokens->token[i];
        bool word = token->kind == WS_TOKEN_WORD;
        const ws_token *prior =
            i > 0 && token[-1].kind == WS_TOKEN_WORD ? token - 1 : NULL;
        if (word)
            token->lex = read_word(text->bytes, token, prior, &endings);
        if (word && token->lex == WS_LEX_BIT(NAME_SUFFIX) &&
            !ws_is_small(token)) {
            cut_suffix(text->bytes, token);
            token->lex = read_word(text->bytes, token, prior, &endings);
        }
        /* "un anuncio", "sa réponse": no verb; nor is a noun small where they
         * have capitals */
        if (word && WS_IS(token->lex, CUE) && prior != NULL && !endings.nouns &&
            (prior->lex & owned) != 0)
            token->lex &= ~(WS_LEX_BIT(CUE) | WS_LEX_BIT(CUE_STRONG));
    }
    const ws_uncased_words uncased = {find_uncased, &endings};
    ws_uncased_read(text, tokens, &uncased);
    read_legible(text->bytes, tokens->token, tokens->count);
    read_beside(text->bytes, tokens->token, tokens->count);
    ws_particles_read(text->bytes, tokens->token, tokens->count);
    if (!tokens->nouns)
        return;
    read_surnames(text->bytes, tokens->token, tokens->count);
    read_owned(text->bytes, tokens->token, tokens->count);
    read_behind_names(text->bytes, tokens->token, tokens->count);
    read_men(text->bytes, tokens->token, tokens->count);
    ws_voiced_read(text->bytes, tokens);
    ws_latter_read(text->bytes, tokens);
}
