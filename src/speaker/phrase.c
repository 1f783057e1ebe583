/*
 * phrase.c - noun phrases: runs of words that can name somebody.
 *
 *   in   tokens with their classes, pieces, sentences
 *   out  for each token what it can be inside a noun phrase
 *
 * 1. A sentence whose words are nearly all capitalised is a headline: there
 *    a capital letter proves nothing.
 * 2. Each word is classed from its word lists and its shape. A capitalised
 *    word is part of a name, unless it is a function word, or opens a
 *    sentence and is a frequent word otherwise.
 * 3. Such an opening word is a name after all when the document has it as one
 *    in the middle of a sentence, and not in small letters: "Trump said".
 *
 * Cost: a constant number of looks a token. Not here: where a phrase ends
 * (extent.c), which phrases are mentions (mention.c).
 */
#include "speaker/phrase.h"

#include <string.h>

#include "speaker/cause.h"
#include "speaker/infix.h"
#include "speaker/league.h"
#include "speaker/measured.h"
#include "speaker/paper.h"
#include "speaker/worded.h"

enum {
    HEADLINE_WORDS = 4,    /* fewest words that can show a headline */
    HEADLINE_PLAIN = 2,    /* fewest of them that are everyday words */
    HEADLINE_PERCENT = 70, /* of them capitalised */
    WORD_BYTES = 96,       /* longest word that can be part of one */
    ADVERB_TOKENS = 4,     /* words between a subject and its verb */
    SUBJECT_TOKENS = 6,    /* longest subject between marks and its verb */
    ARTICLE_BYTES = 3,     /* longest article */
    YEAR_BYTES = 4,        /* of "2021" */
    SEEN_SLOTS = 1 << 20,  /* most slots of the set of names seen */
    SEEN_LOOKED = 8        /* slots looked at for a word */
};

#define FUNCTION_CLASSES                                                      \
    (WS_LEX_BIT(DET) | WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(PREPOSITION) |     \
     WS_LEX_BIT(OF) | WS_LEX_BIT(FOR) | WS_LEX_BIT(TO) | WS_LEX_BIT(AS) |     \
     WS_LEX_BIT(AND) | WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(THAT) |           \
     WS_LEX_BIT(RELATIVE) | WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(NEGATION) | \
     WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(BE) | WS_LEX_BIT(MODAL) |             \
     WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(SUBJECT) | WS_LEX_BIT(OBJECT) |         \
     WS_LEX_BIT(ACCORDING) | WS_LEX_BIT(QUANTITY) | WS_LEX_BIT(TIME))

#define COMMON_CLASSES                                   \
    (WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_VERB) | \
     WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(COMMON_OTHER) | WS_LEX_BIT(ADVERB))

#define SPEAKING_NOUNS                                           \
    (WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) | WS_LEX_BIT(GROUP) | \
     WS_LEX_BIT(ANONYMOUS) | WS_LEX_BIT(DOCUMENT))

#define GIVEN_CLASSES (WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE))

#define NAME_CLASSES                                                           \
    (WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE) | WS_LEX_BIT(SURNAME) | \
     WS_LEX_BIT(PLACE) | WS_LEX_BIT(HONORIFIC))

/* Words that stand in names of offices, bodies and peoples. */
#define NAMING_CLASSES                                         \
    (WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE) | WS_LEX_BIT(BODY) | \
     WS_LEX_BIT(GROUP) | WS_LEX_BIT(NATIONALITY))

static bool is_word(const ws_token *token)
{
    return token->kind == WS_TOKEN_WORD &&
           (token->shape & WS_SHAPE_GENITIVE) == 0;
}

static bool is_capital(const ws_token *token)
{
    return is_word(token) && (token->shape & WS_SHAPE_CAPITAL) != 0;
}

/* A verb in small letters: a headline has none. */
static bool has_verb(const ws_phrases *p, const ws_sentence *s)
{
    const ws_lex verb = WS_LEX_BIT(CUE_STRONG) | WS_LEX_BIT(COMMON_VERB);

    for (uint32_t i = s->first; i < s->last; i++) {
        const ws_token *token = &p->tokens->token[i];
        if (is_word(token) && !is_capital(token) && (token->lex & verb) != 0 &&
            (token->lex & FUNCTION_CLASSES) == 0)
            return true;
    }
    return false;
}

static bool is_headline(const ws_phrases *p, uint32_t sentence)
{
    const ws_sentence *s = &p->sentences->sentence[sentence];
    uint32_t words = 0;
    uint32_t capital = 0;
    uint32_t plain = 0;

    for (uint32_t i = s->first; i < s->last; i++) {
        const ws_token *token = &p->tokens->token[i];
        /* sums and no branches: which words come, nobody can foresee */
        bool counts = is_word(token) & ((token->lex & FUNCTION_CLASSES) == 0);
        bool up = counts & ((token->shape & WS_SHAPE_CAPITAL) != 0);
        words += counts;
        capital += up;
        /* an everyday word with a capital is no name's; a verb counts twice */
        ws_lex common = token->lex & COMMON_CLASSES;
        bool everyday = up & (i > s->first) & (common != 0) &
                        ((token->lex & (NAME_CLASSES | NAMING_CLASSES)) == 0);
        plain += (uint32_t)everyday << (common == WS_LEX_BIT(COMMON_VERB));
    }
    return !p->tokens->foreign && words >= HEADLINE_WORDS &&
           plain >= HEADLINE_PLAIN &&
           capital * 100 >= words * HEADLINE_PERCENT && !has_verb(p, s);
}

/* What a word not taken for a name can be. Later lines overrule earlier ones,
 * and none is a branch: which words come, nobody can foresee. */
static ws_word class_lower(const ws_token *token)
{
    const ws_lex determiners =
        WS_LEX_BIT(DET) | WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(QUANTITY);
    const ws_lex modifiers = WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(NATIONALITY);
    const ws_lex nominal = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_ADJ);
    ws_lex lex = token->lex;
    ws_word word = WS_WORD_THING;

    word = (lex & COMMON_CLASSES) != 0 ? WS_WORD_OUT : word;
    word = (lex & modifiers) != 0 ? WS_WORD_MODIFIER : word;
    word = WS_IS(lex, COMMON_NOUN) ? WS_WORD_THING : word;
    word = (lex & (nominal | WS_LEX_BIT(CUE))) == WS_LEX_BIT(CUE) ? WS_WORD_OUT
                                                                  : word;
    word = (lex & SPEAKING_NOUNS) != 0 ? WS_WORD_NOUN : word;
    /* "will": no testament here */
    word = (lex & FUNCTION_CLASSES) != 0 ? WS_WORD_OUT : word;
    word = (lex & determiners) != 0 ? WS_WORD_DETERMINER : word;
    word = WS_IS(lex, THAT) ? WS_WORD_OUT : word;
    return token->kind == WS_TOKEN_NUMBER ? WS_WORD_MODIFIER : word;
}

/* Behind a quotation that ends in a comma: the sentence goes on. */
static bool goes_on(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = p->tokens->token;
    const uint32_t *inside = p->pieces->inside;

    return i > 1 && token[i - 1].kind == WS_TOKEN_MARK &&
           token[i - 2].cp == ',' && inside[i - 1] != 0 &&
           inside[i - 1] != inside[i];
}

/* Whether token i stands where any word has a capital. */
static bool opens_sentence(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = p->tokens->token;
    uint32_t sentence = p->sentences->of[i];

    if (i == p->sentences->sentence[sentence].first)
        return true;
    /* after an opening mark, a colon, a bullet, a stop, "(Newsfeed) -" */
    return (i > 1 && ws_is_dash(&token[i - 1]) && token[i - 2].cp == ')') ||
           (token[i - 1].kind == WS_TOKEN_MARK && !goes_on(p, i)) ||
           (token[i - 1].kind == WS_TOKEN_PUNCT && token[i - 1].cp != ',' &&
            token[i - 1].cp != '(' && token[i - 1].cp != '-' &&
            token[i - 1].cp != '/');
}

/* "Will Ruiz, a nurse, ...", "Will Ruiz said": not "Will Ruiz come?" */
static bool closes_name(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = p->tokens->token;

    return i < p->tokens->count &&
           (WS_IS(token[i].lex, CUE_STRONG) ||
            (token[i].kind == WS_TOKEN_PUNCT && token[i].cp == ','));
}

/* "Su May, 60, a nurse", "Su May, who": a month's name that ends a person's. */
static bool ends_name(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];

    if (i == 0 || i + 3 >= p->tokens->count || !WS_IS(token->lex, TIME) ||
        (token->lex & NAME_CLASSES) == 0 || p->word[i - 1] != WS_WORD_NAME ||
        !ws_is_comma(token + 1))
        return false;
    return (token[2].kind == WS_TOKEN_NUMBER && ws_is_comma(token + 3)) ||
           (WS_IS(token[2].lex, RELATIVE) && WS_IS(token[2].lex, PRONOUN)) ||
           (WS_IS(token[2].lex, DET) && (token[-1].lex & GIVEN_CLASSES) != 0);
}

/* "From said", "said Will.", "which Will claims": a small word that is a name,
 * for it has a capital where the sentence goes on, and a verb of speech beside
 * it; at the beginning of a sentence, where it was seen as a name. */
static bool is_small_name(const ws_phrases *p, uint32_t i, bool seen)
{
    static const ws_token none = {0};
    const ws_lex never =
        WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(SUBJECT) | WS_LEX_BIT(OBJECT) |
        WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(DET) | WS_LEX_BIT(QUANTITY) |
        WS_LEX_BIT(THAT) | WS_LEX_BIT(RELATIVE) | WS_LEX_BIT(AND) |
        WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(ACCORDING) | WS_LEX_BIT(AS);
    const ws_token *token = &p->tokens->token[i];
    const ws_token *next = i + 1 < p->tokens->count ? token + 1 : &none;
    ws_lex lex = token->lex;
    bool on = goes_on(p, i);

    if ((lex & never) != 0)
        return false;
    if (!seen && ends_name(p, i))
        return true;
    if (seen && !opens_sentence(p, i) && !p->headline[p->sentences->of[i]] &&
        (!WS_IS(lex, TIME) || p->word[i - 1] == WS_WORD_NAME))
        return true;
    if (!seen && i > 0 && WS_IS(token[-1].lex, CUE_STRONG) &&
        next->kind == WS_TOKEN_PUNCT)
        return !WS_IS(lex, TIME) || (lex & NAME_CLASSES) != 0;
    if (seen || (lex & NAME_CLASSES) == 0)
        return (on || seen) && WS_IS(next->lex, CUE_STRONG);
    /* "in March said": a month, but not in "Ai Jun said" */
    return WS_IS(next->lex, CUE) &&
           (!WS_IS(lex, TIME) || on || p->word[i - 1] == WS_WORD_NAME);
}

/* "Den Vorwürfen", "der junge Angreifer", "im Rathaus": one word behind an
 * article is no name, where nouns have capitals; nor a surname that is a noun
 * as well, "vom Fleck". */
static bool is_under_article(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];
    const ws_lex fused = WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(OBJECT);
    uint32_t k = i;

    if ((token->lex != 0 && (token->lex != WS_LEX_BIT(SURNAME) || i == 0 ||
                             (token[-1].lex & fused) != fused)) ||
        (token->shape & WS_SHAPE_ALLCAPS) != 0 ||
        (i + 1 < p->tokens->count && is_capital(token + 1)))
        return false;
    while (k > 0 && i - k < ADVERB_TOKENS &&
           is_word(&p->tokens->token[k - 1]) &&
           !is_capital(&p->tokens->token[k - 1]) &&
           p->word[k - 1] == WS_WORD_THING)
        k--;
    if (k == 0)
        return false;
    const ws_token *article = &p->tokens->token[k - 1];
    /* "14 Länder", "14 weitere Länder"; but "2012 Lampe" */
    return (article->kind == WS_TOKEN_NUMBER &&
            article->end - article->begin != YEAR_BYTES) ||
           p->word[k - 1] == WS_WORD_DETERMINER ||
           (k == i && WS_IS(article->lex, PREPOSITION) &&
            WS_IS(article->lex, OBJECT));
}

/* "Der Besitzer der Halle": where nouns have capitals, one of a list is a noun,
 * and no name, but in "Deutsche Bank" and "Karin Richter". */
static bool is_noun(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];
    const ws_lex other = WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON);

    if (!p->tokens->nouns ||
        (i + 1 < p->tokens->count && is_capital(token + 1) &&
         WS_IS(token[1].lex, BODY))) /* "Nordkraft AG" */
        return false;
    if (!WS_IS(token->lex, COMMON_NOUN))
        return is_under_article(p, i);
    return i == 0 || !is_capital(token - 1) || p->word[i - 1] != WS_WORD_NAME ||
           ((token->lex & other) != 0 && (token[-1].lex & GIVEN_CLASSES) == 0);
}

/* ", Oh Archer", "rain There was": no name and no part of one; but "Sandra
 * Oh". */
static bool is_exclaimed(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];
    const char *word = p->bytes + token->begin;
    size_t len = token->end - token->begin;

    return (token->lex & COMMON_CLASSES) != 0 &&
           (ws_is_listed(WS_LIST_NAMELESS, word, len) ||
            (token[-1].kind != WS_TOKEN_WORD &&
             ws_is_listed(WS_LIST_EXCLAIMED, word, len)));
}

/* "Interestingly Ruiz was a lawyer": an adverb by its ending; "Reilly" is none.
 */
static bool is_adverb(const char *bytes, const ws_token *token)
{
    static const char *const end[] = {"ingly", "edly",  "ally",  "ously",
                                      "ently", "antly", "fully", "lessly",
                                      "ively", "ately"};
    size_t len = token->end - token->begin;

    for (size_t i = 0; i < sizeof end / sizeof end[0]; i++) {
        size_t tail = strlen(end[i]);
        if (len > tail + 2 &&
            memcmp(bytes + token->end - tail, end[i], tail) == 0)
            return true;
    }
    return false;
}

/* "Mum-of-two Jo Hill": the first part of the token, and the next one is "of". */
static bool is_parent(const char *bytes, const ws_token *token)
{
    uint32_t at = token->begin;

    while (at < token->end && bytes[at] != '-')
        at++;
    uint32_t of = at + 1;
    uint32_t end = of;
    while (end < token->end && bytes[end] != '-')
        end++;
    return end < token->end &&
           WS_IS(ws_lexicon_find(bytes + of, end - of), OF) &&
           WS_IS(ws_lexicon_find(bytes + token->begin, at - token->begin),
                 PERSON);
}

/* "Plot-holder Jo Hill": someone by the small word behind its hyphen. */
static bool is_compound(const char *bytes, const ws_token *token)
{
    const ws_lex who = WS_LEX_BIT(PERSON) | WS_LEX_BIT(ROLE);
    uint32_t at = token->end;

    if ((token->shape & WS_SHAPE_HYPHEN) == 0)
        return false;
    if (is_parent(bytes, token))
        return true;
    while (at > token->begin && bytes[at - 1] != '-')
        at--;
    ws_lex lex = ws_lexicon_find(bytes + at, token->end - at);
    return bytes[at] >= 'a' && bytes[at] <= 'z' && (lex & who) != 0;
}

/* "Canals [UK]": a noun, then a country in capitals that ends the name. */
static bool is_before_country(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];
    const ws_lex other = WS_LEX_BIT(COMMON_VERB) | WS_LEX_BIT(COMMON_ADJ) |
                         WS_LEX_BIT(COMMON_OTHER) | WS_LEX_BIT(ADVERB);

    return WS_IS(token->lex, COMMON_NOUN) && (token->lex & other) == 0 &&
           (token->lex & SPEAKING_NOUNS) == 0 &&
           (token->lex & NAMING_CLASSES) == 0 &&
           (token[1].shape & WS_SHAPE_ALLCAPS) != 0 &&
           i + 2 < p->tokens->count && !is_capital(token + 2);
}

/* "Citizens Advice", "Farmers Union", "Women's Aid": many, and what they have,
 * by its capital a body's name; but "Brothers Lee and Max", "Officers Court and Hill". */
static bool is_members(const ws_token *token, const ws_token *next)
{
    const ws_lex many = WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON);
    const ws_lex other = NAME_CLASSES | WS_LEX_BIT(TITLE) | many;

    return WS_IS(token->lex, PLURAL) && (token->lex & many) != 0 &&
           is_capital(next) && WS_IS(next->lex, COMMON_NOUN) &&
           (next->lex & other) == 0;
}

/* The word at i begins a body's name; next is the one behind it. */
static bool begins_body(const ws_phrases *p, uint32_t i, const ws_token *next,
                        bool opens)
{
    const ws_token *token = &p->tokens->token[i];
    bool owns = (next->shape & WS_SHAPE_GENITIVE) != 0 &&
                i + 2 < p->tokens->count && WS_IS(token->lex, PERSON);

    return is_members(token, owns ? token + 2 : next) ||
           (opens && (ws_opens_cause(p->bytes, p->tokens, i) ||
                      ws_opens_league(p->bytes, p->tokens, i)));
}

/* A function word with a capital that is a name, "US", "Will Smith". */
static bool is_small_word_name(const ws_phrases *p, uint32_t i, bool opens,
                               bool headline)
{
    static const ws_token none = {0};
    const ws_token *token = &p->tokens->token[i];
    const ws_token *next = i + 1 < p->tokens->count ? token + 1 : &none;
    ws_lex lex = token->lex;

    /* "US", "IT": capitals all through, in a line of small letters */
    if ((token->shape & WS_SHAPE_ALLCAPS) != 0 && !headline)
        return true;
    if (!opens && !headline && is_small_name(p, i, false))
        return true;
    if (!headline && ws_is_worded_given(p->bytes, p->tokens, i, opens))
        return true;
    /* "Al From": behind a given name, and no line of capitals */
    if (!opens && !headline && is_capital(token - 1) &&
        (token[-1].lex & GIVEN_CLASSES) != 0 && !is_capital(next) &&
        (lex &
         (WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(SUBJECT) | WS_LEX_BIT(TIME))) == 0 &&
        (token[-1].lex & COMMON_CLASSES) == 0)
        return true;
    if ((lex & GIVEN_CLASSES) != 0 && WS_IS(next->lex, PARTICLE) &&
        i + 2 < p->tokens->count && is_capital(next + 1) &&
        (opens || !WS_IS(token[-1].lex, PREPOSITION)))
        return true; /* "Jan van Hoek" */
    /* "Will Smith", "May Chen" */
    if ((lex & NAME_CLASSES) != 0 && is_capital(next) &&
        (!opens || closes_name(p, i + 2) || ws_is_month_name(p->tokens, i)))
        return true;
    return false;
}

static ws_word class_capital(const ws_phrases *p, uint32_t i)
{
    static const ws_token none = {0};
    const ws_token *token = &p->tokens->token[i];
    const ws_token *next = i + 1 < p->tokens->count ? token + 1 : &none;
    ws_lex lex = token->lex;
    bool headline = p->headline[p->sentences->of[i]];
    bool opens = opens_sentence(p, i);

    if (is_noun(p, i))
        return class_lower(token);
    /* "Neuer Minister wird Lampe": no name stands before a noun */
    if (opens && p->tokens->nouns && lex == 0 && is_capital(next) &&
        WS_IS(next->lex, COMMON_NOUN) && (token->shape & WS_SHAPE_ALLCAPS) == 0)
        return WS_WORD_MODIFIER;
    /* "Ana I. Ruiz"; but "as old as I. Ana Ruiz left" */
    if ((token->shape & WS_SHAPE_INITIAL) != 0 &&
        ((lex & WS_LEX_BIT(FIRST)) == 0 ||
         (i > 0 && is_capital(token - 1) && is_capital(next))))
        return WS_WORD_NAME;
    if ((lex & FUNCTION_CLASSES) != 0)
        return is_small_word_name(p, i, opens, headline) ? WS_WORD_NAME
                                                         : class_lower(token);
    if (!opens && !headline)
        return is_exclaimed(p, i) ? WS_WORD_OUT : WS_WORD_NAME;
    if (opens && lex == 0 && is_capital(next) && is_adverb(p->bytes, token))
        return WS_WORD_OUT;
    if (opens && lex == 0 && is_capital(next) && is_compound(p->bytes, token))
        return WS_WORD_NOUN;
    if ((lex & (COMMON_CLASSES | SPEAKING_NOUNS | WS_LEX_BIT(CUE))) == 0)
        return WS_WORD_NAME;
    if (is_capital(next) && !headline && (next->lex & FUNCTION_CLASSES) == 0 &&
        (lex & (NAME_CLASSES | WS_LEX_BIT(TITLE) | WS_LEX_BIT(BODY))) != 0)
        return WS_WORD_NAME;
    /* "Northern Ireland", "Canals UK" */
    if (!headline && is_capital(next) && WS_IS(next->lex, PLACE) &&
        (WS_IS(lex, COMMON_ADJ) || is_before_country(p, i)))
        return WS_WORD_NAME;
    /* "House of Commons", "Bank of England", "Minister for Energy" */
    bool links =
        WS_IS(next->lex, OF) || (WS_IS(next->lex, FOR) && WS_IS(lex, TITLE) &&
                                 !WS_IS(lex, PLURAL) && !p->tokens->foreign);
    if ((lex & (WS_LEX_BIT(BODY) | WS_LEX_BIT(TITLE))) != 0 && !headline &&
        i + 3 < p->tokens->count && links &&
        is_capital(token + 2 + ws_infix_for_the(next)))
        return WS_WORD_NAME;
    if (!headline && (begins_body(p, i, next, opens) ||
                      (WS_IS(lex, TITLE) && is_capital(next))))
        return WS_WORD_NAME;
    /* "Rose said", "Grant's", "Unite said": a name that is also a common word */
    bool named = (lex & NAME_CLASSES) != 0 ||
                 (WS_IS(lex, BODY) && !WS_IS(lex, COMMON_NOUN));
    if (named && (WS_IS(next->lex, CUE_STRONG) ||
                  (next->shape & WS_SHAPE_GENITIVE) != 0))
        return WS_WORD_NAME;
    return class_lower(token);
}

/* Words of the document as they stand, each kept as the first token that has
 * it. */
struct seen {
    const char *bytes;
    const ws_token *token;
    uint32_t *slot; /* [slots], a token + 1; 0 empty */
    uint32_t slots; /* a power of two */
};

static bool same_word(const struct seen *seen, uint32_t a, uint32_t b)
{
    const ws_token *x = &seen->token[a];
    const ws_token *y = &seen->token[b];

    return x->end - x->begin == y->end - y->begin &&
           memcmp(seen->bytes + x->begin, seen->bytes + y->begin,
                  x->end - x->begin) == 0;
}

/* The slot that holds the word of token i, or the empty one where it belongs;
 * NULL when those looked at hold other words. */
static uint32_t *find_word(const struct seen *seen, uint32_t i)
{
    uint64_t h = 0xcbf29ce484222325ULL;

    for (uint32_t k = seen->token[i].begin; k < seen->token[i].end; k++)
        h = (h ^ (unsigned char)seen->bytes[k]) * 0x100000001b3ULL;
    h ^= h >> 32;
    for (uint32_t n = 0; n < SEEN_LOOKED; n++) {
        uint32_t *slot = &seen->slot[(h + n) & (seen->slots - 1)];
        if (*slot == 0 || same_word(seen, *slot - 1, i))
            return slot;
    }
    return NULL;
}

/* Words in no list that stood behind an article are nouns elsewhere, too. */
static void class_nouns(const ws_phrases *p, const struct seen *seen)
{
    const ws_token *token = p->tokens->token;
    const ws_lex first = GIVEN_CLASSES | WS_LEX_BIT(PARTICLE);

    for (uint32_t n = 0; n < 2; n++) {
        for (uint32_t i = 0; i < p->tokens->count; i++) {
            if (token[i].lex != 0 || !is_capital(&token[i]) ||
                p->word[i] != (n == 0 ? WS_WORD_THING : WS_WORD_NAME))
                continue;
            uint32_t *slot = find_word(seen, i);
            if (slot == NULL)
                continue;
            if (n == 0)
                *slot = i + 1;
            else if (*slot != 0 &&
                     (i == 0 || (token[i - 1].lex & first) == 0) &&
                     !is_capital(
                         &token[i + 1 < p->tokens->count ? i + 1 : i - 1]))
                p->word[i] = WS_WORD_THING;
        }
    }
    for (uint32_t k = 0; k < seen->slots; k++)
        seen->slot[k] = 0;
}

/* Opening words that the middle of a sentence shows to be names. */
static void class_openers(const ws_phrases *p, const struct seen *seen)
{
    const ws_token *token = p->tokens->token;

    for (uint32_t i = 0; i < p->tokens->count; i++) {
        if (p->word[i] != WS_WORD_NAME)
            continue;
        bool plain = (token[i].shape & WS_SHAPE_ALLCAPS) == 0 &&
                     !p->headline[p->sentences->of[i]];
        if (!plain || opens_sentence(p, i))
            continue;
        uint32_t *slot = find_word(seen, i);
        if (slot != NULL)
            *slot = i + 1;
    }
    for (uint32_t i = 0; i < p->tokens->count; i++) {
        if (p->word[i] == WS_WORD_NAME || !is_capital(&token[i]) ||
            ((token[i].lex & (FUNCTION_CLASSES | SPEAKING_NOUNS)) != 0 &&
             !is_small_name(p, i, true)))
            continue;
        const uint32_t *slot = find_word(seen, i);
        if (slot != NULL && *slot != 0)
            p->word[i] = WS_WORD_NAME;
    }
}

/* "Omar al-Hadi": a particle joined to a name, behind another name; "al-Hadi"
 * stands alone, too. */
static bool is_joined_particle(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];
    const char *word = p->bytes + token->begin;
    uint32_t len = token->end - token->begin;
    uint32_t dash = 0;

    if ((token->shape & WS_SHAPE_HYPHEN) == 0)
        return false;
    while (dash < len && word[dash] != '-')
        dash++;
    bool behind = i > 0 && is_capital(token - 1);
    return dash + 1 < len && word[dash + 1] >= 'A' && word[dash + 1] <= 'Z' &&
           WS_IS(ws_lexicon_find(word, behind ? dash : dash + 1), PARTICLE);
}

/* "Ein [nicht] genannter Mann", "der namentlich [nicht] genannte Mann": where
 * nouns have capitals, part of what describes one. */
static bool is_denied(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];
    uint32_t before = i;

    if (!p->tokens->nouns || !WS_IS(token->lex, NEGATION) || i < 2 ||
        i + 2 >= p->tokens->count || token[1].lex != 0 || !is_word(token + 1) ||
        is_capital(token + 1) || !is_capital(token + 2))
        return false;
    before -= token[-1].lex == 0 && is_word(token - 1) ? 2 : 1;
    return WS_IS(p->tokens->token[before].lex, DET);
}

/* "the printed card", "the newly elected mayor": a verb or adverb between an
 * article and a noun says what the noun is like. */
static bool is_participle(const ws_phrases *p, uint32_t i)
{
    const ws_lex other = FUNCTION_CLASSES & ~WS_LEX_BIT(DET);
    const ws_token *token = &p->tokens->token[i];

    if (is_denied(p, i))
        return true;
    if (i == 0 || i + 1 >= p->tokens->count ||
        (token->lex & COMMON_CLASSES) == 0 ||
        (token->lex & FUNCTION_CLASSES) != 0 || !WS_IS(token[-1].lex, DET) ||
        (token[-1].lex & other) != 0 ||
        (!p->tokens->nouns && /* "eine bislang unbekannte Gruppe" */
         token[-1].end - token[-1].begin > ARTICLE_BYTES) ||
        !is_word(token + 1))
        return false;
    ws_word next = class_lower(token + 1);
    return is_capital(token + 1) || next == WS_WORD_NOUN ||
           next == WS_WORD_THING;
}

/* "In 2021 Ana Ruiz said": no part of the name. */
static bool is_year(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];

    return token->end - token->begin == YEAR_BYTES && i > 0 &&
           i + 1 < p->tokens->count && WS_IS(token[-1].lex, PREPOSITION) &&
           is_capital(token + 1) &&
           (token[1].lex & (WS_LEX_BIT(NATIONALITY) | WS_LEX_BIT(BODY))) == 0;
}

bool ws_is_apostrophe(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];

    return token->kind == WS_TOKEN_MARK &&
           (token->cp == '\'' || token->cp == 0x2019) &&
           (token->shape & WS_SHAPE_SPACE) == 0 &&
           p->bytes[token->begin - 1] == 's';
}

/* "Teachers'": such an apostrophe behind a known word that closes nothing. */
static bool is_plural_genitive(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];

    return i > 0 && i + 1 < p->tokens->count && ws_is_apostrophe(p, i) &&
           (token[-1].lex != 0 ||
            (is_capital(token - 1) && is_capital(token + 1))) &&
           token[1].kind == WS_TOKEN_WORD && p->pieces->inside[i] == 0 &&
           p->pieces->inside[i - 1] == 0 && p->pieces->inside[i + 1] == 0;
}

bool ws_phrase_is_complemented(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];

    if (i == 0 || i + 1 >= p->tokens->count || !WS_IS(token->lex, COMMON_ADJ) ||
        WS_IS(token->lex, NATIONALITY) ||
        !(WS_IS(token[1].lex, TO) || WS_IS(token[1].lex, PREPOSITION)))
        return false;
    return token[-1].kind == WS_TOKEN_WORD &&
           (!WS_IS(token[-1].lex, DET) || WS_IS(token[-1].lex, PLURAL));
}

static ws_word class_token(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];

    if ((token->shape & WS_SHAPE_GENITIVE) != 0 || is_plural_genitive(p, i))
        return WS_WORD_GENITIVE;
    if (p->tokens->nouns && ws_is_paper(token))
        return WS_WORD_NAME;
    if (token->kind == WS_TOKEN_NUMBER)
        return is_year(p, i) ? WS_WORD_OUT : WS_WORD_MODIFIER;
    if (token->kind != WS_TOKEN_WORD || token->end - token->begin > WORD_BYTES)
        return WS_WORD_OUT;
    if (is_capital(token) || is_joined_particle(p, i))
        return class_capital(p, i);
    if (p->bytes[token->begin] == '@' ||   /* whoever signs so */
        (i > 0 && is_capital(token - 1) && /* "Tidewell plc" */
         ws_token_listed(p->bytes, token, WS_LIST_LEGAL)))
        return WS_WORD_NAME;
    if (ws_infix_joins(p->bytes, p->tokens, i))
        return WS_WORD_OUT;
    ws_word word = class_lower(token);
    /* "Mac an tSaoi" */
    if (word == WS_WORD_DETERMINER && i > 0 && i + 1 < p->tokens->count &&
        is_capital(token - 1) && is_capital(token + 1) &&
        (token[1].shape & WS_SHAPE_SPACE) != 0 &&
        ws_token_listed(p->bytes, token - 1, WS_LIST_MUTATING))
        return WS_WORD_NAME;
    /* "the Senate minority leader": a party's, not so many of them */
    if (word == WS_WORD_DETERMINER && WS_IS(token->lex, GROUP) &&
        i + 1 < p->tokens->count && WS_IS(token[1].lex, ROLE))
        return WS_WORD_NOUN;
    if (word == WS_WORD_DETERMINER && i > 0 && is_capital(token - 1) &&
        !p->headline[p->sentences->of[i]] && ws_is_appeal(p->tokens, i - 1))
        return WS_WORD_NAME;
    if (word == WS_WORD_MODIFIER && ws_phrase_is_complemented(p, i))
        return WS_WORD_OUT;
    return word == WS_WORD_OUT && is_participle(p, i) ? WS_WORD_MODIFIER : word;
}

/* "“...,” the report states.": the words before token i reach back to marks,
 * and nothing but punctuation follows. */
static bool ends_tag(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = p->tokens->token;
    uint32_t k = i;

    if (i + 1 < p->tokens->count && token[i + 1].kind != WS_TOKEN_PUNCT &&
        token[i + 1].paragraph == token[i].paragraph)
        return false;
    /* "“...,” a voice in the ad states" */
    while (k > 0 && i - k < SUBJECT_TOKENS &&
           (p->word[k - 1] != WS_WORD_OUT ||
            WS_IS(token[k - 1].lex, PREPOSITION) ||
            WS_IS(token[k - 1].lex, OF)) &&
           p->word[k - 1] != WS_WORD_GENITIVE && p->pieces->inside[k - 1] == 0)
        k--;
    return k < i && k > 0 && p->pieces->inside[k - 1] != 0;
}

/* "Our editor Ana Ruiz reports from Rome"; but "the Ana Ruiz reports from". */
static bool is_deed_of_name(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];

    return i > 3 && i + 1 < p->tokens->count &&
           WS_IS(token[1].lex, PREPOSITION) && is_capital(token - 1) &&
           is_capital(token - 2) && (token[-2].lex & GIVEN_CLASSES) != 0 &&
           !WS_IS(token[-3].lex, DET) && p->word[i - 1] == WS_WORD_NAME &&
           p->word[i - 2] == WS_WORD_NAME;
}

/* "the study reports: ...", "the lawyers claim that", "which notes: ...": a
 * noun elsewhere, but here, beside a quotation, a verb. */
static bool is_verb(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = p->tokens->token;
    uint32_t k = i + 1;

    if (i == 0 || !WS_IS(token[i].lex, CUE) ||
        (p->word[i - 1] != WS_WORD_NOUN && p->word[i - 1] != WS_WORD_NAME &&
         !WS_IS(token[i - 1].lex, RELATIVE)))
        return false;
    if (is_deed_of_name(p, i))
        return true;
    if (k + 1 < p->tokens->count && token[k].kind == WS_TOKEN_PUNCT &&
        (token[k].cp == ',' || token[k].cp == ':'))
        k++;
    if (k < p->tokens->count &&
        (WS_IS(token[k].lex, THAT) ||
         (p->pieces->inside[k] != 0 && p->pieces->inside[k - 1] == 0)))
        return true;
    return WS_IS(token[i].lex, CUE_STRONG) && ends_tag(p, i);
}

/* "Said Anna suspiciously": a word in no list that ends in -ly. */
static bool is_unknown_adverb(const char *bytes, const ws_token *token)
{
    return token->lex == 0 && token->kind == WS_TOKEN_WORD &&
           (token->shape & (WS_SHAPE_CAPITAL | WS_SHAPE_GENITIVE)) == 0 &&
           token->end - token->begin > 4 && bytes[token->end - 2] == 'l' &&
           bytes[token->end - 1] == 'y';
}

whosaid_status ws_phrases_class(ws_arena *arena, const ws_text *text,
                                const ws_tokens *tokens,
                                const ws_pieces *pieces,
                                const ws_sentences *sentences,
                                ws_phrases *phrases)
{
    *phrases = (ws_phrases){text->bytes, tokens, pieces, sentences, NULL, NULL};
    uint8_t *word = WS_NEW(arena, uint8_t, tokens->count);
    bool *headline = WS_NEW(arena, bool, sentences->count);
    uint32_t slots = 64;
    while (slots < tokens->count && slots < SEEN_SLOTS)
        slots *= 2;
    struct seen seen = {text->bytes, tokens->token,
                        WS_NEW(arena, uint32_t, slots), slots};
    if (word == NULL || headline == NULL || seen.slot == NULL)
        return WHOSAID_ERR_NOMEM;
    phrases->word = word;
    phrases->headline = headline;
    for (uint32_t i = 0; i < sentences->count; i++)
        headline[i] = is_headline(phrases, i);
    for (uint32_t i = 0; i < tokens->count; i++) {
        ws_word class = is_unknown_adverb(text->bytes, &tokens->token[i])
                            ? WS_WORD_OUT
                            : class_token(phrases, i);
        if (class == WS_WORD_NOUN && is_verb(phrases, i))
            class = WS_WORD_OUT;
        word[i] = (uint8_t) class;
    }
    if (tokens->nouns)
        class_nouns(phrases, &seen);
    for (uint32_t i = 0; tokens->nouns && i < tokens->count; i++)
        if (ws_is_measured(tokens, i))
            memset(word + i, WS_WORD_MODIFIER, WS_MEASURED);
    class_openers(phrases, &seen);
    arena->steps += (uint64_t)tokens->count + sentences->count;
    return WHOSAID_OK;
}
