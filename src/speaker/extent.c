/*
 * extent.c - where a noun phrase ends.
 *
 *   in   tokens, each with what it can be inside a noun phrase
 *   out  the end of the phrase that begins at a token, and of what hangs on it
 *
 * 1. A phrase goes on over names, nouns and what describes them, and over small
 *    words inside a name (linked.c): "Department of Justice".
 * 2. Behind it may stand "of ..." chains, a body that its words own, or the
 *    verb whose subject it is.
 *
 * Cost: a bounded number of words.
 *
 * Not here: what a word can be (phrase.c), which phrases are mentions
 * (mention.c).
 */
#include "speaker/extent.h"

#include "speaker/infix.h"
#include "speaker/linked.h"

enum {
    PHRASE_TOKENS = 32, /* longest phrase: a name, an office */
    TAIL_TOKENS = 24,   /* longest "of ..." chain followed */
    ADVERB_TOKENS = 4,  /* words between a subject and its verb */
    ARTICLE_BYTES = 3,  /* longest article */
    OWNED_TOKENS = 6    /* of a body's name behind its owners' */
};

#define SPEAKING_NOUNS                                           \
    (WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) | WS_LEX_BIT(GROUP) | \
     WS_LEX_BIT(ANONYMOUS) | WS_LEX_BIT(DOCUMENT))

#define NAME_CLASSES                                                           \
    (WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE) | WS_LEX_BIT(SURNAME) | \
     WS_LEX_BIT(PLACE) | WS_LEX_BIT(HONORIFIC))

/* Its genitive is a token of its own. */
static bool is_capital(const ws_token *token)
{
    const uint32_t shape = WS_SHAPE_CAPITAL | WS_SHAPE_GENITIVE;

    return token->kind == WS_TOKEN_WORD &&
           (token->shape & shape) == WS_SHAPE_CAPITAL;
}

/* "Robert (Bobby) Smith": a given name in brackets at i, between two names. */
static bool is_bracketed_name(const ws_phrases *p, uint32_t i, uint32_t limit)
{
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    const ws_token *token = &p->tokens->token[i];
    uint32_t before = i - 1;

    if (token->cp != '(' || i + 3 >= limit || token[2].cp != ')' ||
        !is_capital(&token[1]) || !is_capital(&token[3]) ||
        p->word[i + 3] != WS_WORD_NAME || (token[1].lex & given) == 0)
        return false;
    before -= (token[-1].shape & WS_SHAPE_INITIAL) != 0 && before > 0 ? 1 : 0;
    return (p->tokens->token[before].lex & given) != 0;
}

/* "Dwayne "The Rock" Johnson": length of a nickname in marks, or 0. */
static uint32_t nickname(const ws_phrases *p, uint32_t i, uint32_t limit)
{
    const ws_token *token = p->tokens->token;

    if (is_bracketed_name(p, i, limit))
        return 3;
    if (token[i].kind != WS_TOKEN_MARK || p->word[i - 1] != WS_WORD_NAME)
        return 0;
    for (uint32_t k = i + 1; k < limit && k <= i + 4; k++) {
        if (token[k].kind == WS_TOKEN_MARK) {
            bool name = k > i + 1 && k + 1 < limit &&
                        p->word[k + 1] == WS_WORD_NAME &&
                        is_capital(&token[k + 1]);
            return name ? k + 1 - i : 0;
        }
        if (token[k].kind != WS_TOKEN_WORD)
            return 0;
    }
    return 0;
}

/* "a senior Labour donkeyman": behind "a" and a name, a word not known is the
 * noun that the name belongs to. */
static bool is_kind(const ws_phrases *p, uint32_t first, uint32_t i)
{
    const ws_token *token = p->tokens->token;
    ws_lex article = token[first].lex;
    bool one = (WS_IS(article, DET) &&
                token[first].end - token[first].begin < ARTICLE_BYTES) ||
               (WS_IS(article, QUANTITY) && !WS_IS(article, PLURAL));

    return one && i > first && p->word[i - 1] == WS_WORD_NAME &&
           token[i].lex == 0 && token[i].kind == WS_TOKEN_WORD &&
           (token[i].shape & (WS_SHAPE_CAPITAL | WS_SHAPE_GENITIVE)) == 0;
}

/* "union fettler Ana Ruiz": a word in no list between a noun and a name of two
 * words is no verb, unless it ends like one. */
static bool is_unknown_noun(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];
    char last = p->bytes[token->end - 1];

    return i + 2 < p->tokens->count && p->word[i + 1] == WS_WORD_NAME &&
           p->word[i + 2] == WS_WORD_NAME && last != 's' && last != 'd' &&
           last != 'g' && is_capital(token + 1);
}

/* A word in no list that a noun follows. */
static bool is_before_noun(const ws_phrases *p, uint32_t i, uint32_t limit)
{
    if (i + 1 >= limit)
        return false;
    return (p->tokens->token[i].shape & WS_SHAPE_HYPHEN) != 0
               ? p->word[i + 1] == WS_WORD_NOUN
               : is_unknown_noun(p, i);
}

/* "the health [and] safety watchdog", "the Dutch [and] Belgian ministers": two
 * things that one body or office is for, or two lands of several. */
static bool joins_trades(const ws_phrases *p, uint32_t first, uint32_t i,
                         uint32_t limit)
{
    const ws_lex head = WS_LEX_BIT(GROUP) | WS_LEX_BIT(BODY) | WS_LEX_BIT(ROLE);
    const ws_token *token = p->tokens->token;

    if (i != first + 2 || i + 2 >= limit || p->tokens->foreign ||
        !WS_IS(token[i].lex, AND) || !WS_IS(token[first].lex, DET) ||
        p->word[i + 2] != WS_WORD_NOUN || (token[i + 2].lex & head) == 0)
        return false;
    if (WS_IS(token[i - 1].lex, NATIONALITY))
        return WS_IS(token[i + 1].lex, NATIONALITY) &&
               WS_IS(token[i + 2].lex, PLURAL);
    return p->word[i - 1] == WS_WORD_THING && p->word[i + 1] == WS_WORD_THING &&
           WS_IS(token[i - 1].lex, COMMON_NOUN);
}

/* "[wohnte] eine Unke": where nouns have capitals, a small word of no list before
 * an article is a verb. */
static bool is_before_article(const ws_phrases *p, uint32_t first)
{
    const ws_token *token = &p->tokens->token[first];

    return p->tokens->nouns && token->lex == 0 && ws_is_small(token);
}

/* "Der [alte] Fuchs": by its ending the word at token i goes with the article
 * before it; but "das [brachte] Ärger", "das [kostet] Geld". */
static bool is_adjective(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];
    ws_lex article = token[-1].lex;
    const char *end = p->bytes + token->end;

    if (p->word[i - 1] != WS_WORD_DETERMINER || WS_IS(article, QUANTITY) ||
        token->end - token->begin < 3)
        return false;
    if (end[-1] == 'e')
        return !WS_IS(article, NEUTER) || end[-2] != 't';
    return end[-2] == 'e' && end[-1] == 'n' && !WS_IS(article, NEUTER);
}

uint32_t ws_phrase_end(const ws_phrases *p, uint32_t first, uint32_t limit)
{
    const ws_token *token = p->tokens->token;
    uint32_t i = first;
    if (limit > first + PHRASE_TOKENS)
        limit = first + PHRASE_TOKENS;
    bool noun = false; /* a noun of a person or a name stands at the end */

    while (i < limit) {
        ws_word word = (ws_word)p->word[i];
        if (word == WS_WORD_OUT || word == WS_WORD_GENITIVE) {
            if (i == first)
                break;
            if (ws_links_name(p, first, i, limit)) {
                i += WS_IS(token[i + 1].lex, DET) ? 2 : 1;
                continue;
            }
            uint32_t more = nickname(p, i, limit);
            if (more == 0)
                more = ws_infix(p->bytes, p->tokens, i, limit);
            if (more == 0 && joins_trades(p, first, i, limit))
                more = 2;
            if (more == 0)
                break;
            i += more;
            continue;
        }
        if (word == WS_WORD_DETERMINER && i > first &&
            (!(WS_IS(token[i].lex, QUANTITY) && i == first + 1) ||
             is_before_article(p, first)))
            break;
        /* "the spokesman claims", "Kitty fretfully": a noun stands already, and
         * this is a verb or a word not known; not "Ohio wine-bar owner" */
        if (noun && word != WS_WORD_NAME && !is_kind(p, first, i) &&
            (WS_IS(token[i].lex, CUE) || WS_IS(token[i].lex, COMMON_VERB) ||
             (token[i].lex == 0 && !is_before_noun(p, i, limit))) &&
            (token[i].lex & SPEAKING_NOUNS) == 0)
            break;
        /* "the protesters Trump met": many people, then somebody else */
        if (word == WS_WORD_NAME && i > first &&
            p->word[i - 1] == WS_WORD_NOUN && WS_IS(token[i - 1].lex, PLURAL) &&
            !(p->tokens->nouns && (token[i - 1].lex & (WS_LEX_BIT(PERSON) |
                                                       WS_LEX_BIT(ROLE))) != 0))
            break;
        /* "des Tieres verließ": where nouns have capitals, none but a verb */
        if (p->tokens->nouns && i > first && token[i].lex == 0 &&
            ws_is_small(&token[i]) && word == WS_WORD_THING &&
            is_capital(&token[i - 1]) && !is_adjective(p, i))
            break;
        noun = word == WS_WORD_NOUN || word == WS_WORD_NAME;
        i++;
    }
    /* a name does not end in a small word that joins nothing */
    while (i > first && p->word[i - 1] == WS_WORD_OUT)
        i--;
    /* "a source familiar with", "one Democrat close to" */
    if (i > first + 1 && i < p->tokens->count &&
        p->word[i - 1] == WS_WORD_MODIFIER && !is_capital(&token[i - 1]) &&
        token[i - 1].kind == WS_TOKEN_WORD &&
        (p->word[i - 2] == WS_WORD_NOUN || p->word[i - 2] == WS_WORD_NAME) &&
        (WS_IS(token[i].lex, PREPOSITION) || WS_IS(token[i].lex, TO)))
        i--;
    return i;
}

/* "of Austria, Italy and Spain": behind the places that a comma at i goes on
 * to; i where it does not. */
static uint32_t list_end(const ws_phrases *p, uint32_t i, uint32_t limit)
{
    const ws_token *token = p->tokens->token;
    uint32_t k = i;

    while (k + 1 < limit && WS_IS(token[k - 1].lex, PLACE)) {
        bool last = WS_IS(token[k].lex, AND);
        if (!last && !ws_is_comma(&token[k]))
            break;
        uint32_t end = ws_phrase_end(p, k + 1, limit);
        if (end == k + 1 || !WS_IS(token[end - 1].lex, PLACE))
            break;
        if (last)
            return end;
        k = end;
    }
    return i;
}

uint32_t ws_phrase_tail(const ws_phrases *p, uint32_t at, uint32_t limit)
{
    const ws_token *token = p->tokens->token;
    uint32_t i = at;

    if (limit > at + TAIL_TOKENS)
        limit = at + TAIL_TOKENS;
    if (i < limit && ws_phrase_is_complemented(p, i))
        i++;
    while (i < limit) {
        uint32_t from = i;
        if (token[i].kind != WS_TOKEN_WORD ||
            !(WS_IS(token[i].lex, PREPOSITION) || WS_IS(token[i].lex, OF) ||
              WS_IS(token[i].lex, FOR) || WS_IS(token[i].lex, TO)))
            break;
        i = ws_phrase_end(p, i + 1, limit);
        /* "a person close to him" */
        if (i == from + 1 && from == at + 1 && i < limit &&
            WS_IS(token[at].lex, COMMON_ADJ) && WS_IS(token[i].lex, OBJECT))
            return i + 1;
        if (i == from + 1)
            return from == at + 1 && WS_IS(token[at].lex, COMMON_ADJ) ? at
                                                                      : from;
        /* "of the city's schools", "for the House and the Senate" */
        while (i + 1 < limit &&
               (p->word[i] == WS_WORD_GENITIVE || WS_IS(token[i].lex, AND)) &&
               ws_phrase_end(p, i + 1, limit) > i + 1)
            i = ws_phrase_end(p, i + 1, limit);
        if (i < limit && ws_is_comma(&token[i]))
            i = list_end(p, i, limit);
        if (i < limit && p->word[i] == WS_WORD_GENITIVE)
            i++; /* "of St. Anne's in Rome" */
    }
    return i;
}

/* "St Mary", "women", "king", "Shopworkers" of several: what a body's name can
 * begin with, and no person's or place's does. */
static bool can_own(const ws_phrases *p, uint32_t first, uint32_t last,
                    bool several)
{
    const ws_lex people = WS_LEX_BIT(PERSON) | WS_LEX_BIT(ROLE) |
                          WS_LEX_BIT(TITLE) | WS_LEX_BIT(ANONYMOUS);
    const ws_lex named = NAME_CLASSES | WS_LEX_BIT(NATIONALITY);
    const ws_token *token = &p->tokens->token[first];
    ws_lex owner = p->tokens->token[last - 1].lex;

    if ((owner & people) != 0 && !WS_IS(owner, HONORIFIC))
        return true;
    return (several && (owner & named) == 0) ||
           (last - first == 2 &&
            ws_token_listed(p->bytes, token, WS_LIST_SAINT));
}

/* "Women's [Aid] said": one word that is no name or office, and it speaks; the
 * owner at last is many, by a word that stands for no one man. */
static bool is_aid(const ws_phrases *p, uint32_t first, uint32_t last,
                   uint32_t end)
{
    const ws_lex other = NAME_CLASSES | WS_LEX_BIT(PERSON) | WS_LEX_BIT(ROLE) |
                         WS_LEX_BIT(TITLE) | WS_LEX_BIT(NATIONALITY);
    const ws_token *token = &p->tokens->token[last];

    return end == last + 2 && end < p->tokens->count &&
           WS_IS(token[-1].lex, PERSON) && WS_IS(token[-1].lex, PLURAL) &&
           WS_IS(token[1].lex, COMMON_NOUN) && (token[1].lex & other) == 0 &&
           ((first > 0 && WS_IS(p->tokens->token[first - 1].lex, CUE)) ||
            ws_phrase_is_subject(p, end, p->tokens->count));
}

uint32_t ws_phrase_owned_body(const ws_phrases *p, uint32_t i, uint32_t last,
                              uint32_t limit)
{
    const ws_token *token = p->tokens->token;
    uint32_t first = last;
    uint32_t end = last + 1;
    bool body = false;

    if (end >= limit || p->pieces->inside[i] != p->pieces->inside[last])
        return last;
    bool several = ws_is_apostrophe(p, last);
    if (!several && p->word[last] != WS_WORD_GENITIVE)
        return last;
    while (first > i && p->word[first - 1] == WS_WORD_NAME)
        first--;
    if (first == last || !can_own(p, first, last, several))
        return last;
    for (; end < limit; end++) {
        bool joined = end == last + 1 || !is_capital(&token[end - 1]);
        /* behind the apostrophe a word may be taken for a sentence's first */
        if (p->word[end] == WS_WORD_NAME ||
            (joined && is_capital(&token[end]) &&
             p->word[end] == WS_WORD_NOUN)) {
            body = body || WS_IS(token[end].lex, BODY);
            continue;
        }
        /* "the Bakers' and Allied Workers' Union" */
        if (!several || body || end + 1 >= limit || end > last + OWNED_TOKENS ||
            !(WS_IS(token[end].lex, AND) || ws_is_apostrophe(p, end)) ||
            !(is_capital(&token[end + 1]) || WS_IS(token[end + 1].lex, AND)))
            break;
    }
    body = body || is_aid(p, first, last, end);
    bool part = end < limit && (p->word[end] == WS_WORD_NOUN ||
                                p->word[end] == WS_WORD_THING ||
                                p->word[end] == WS_WORD_GENITIVE);
    return body && !part ? end : last;
}

bool ws_phrase_is_subject(const ws_phrases *p, uint32_t i, uint32_t limit)
{
    const ws_token *token = p->tokens->token;

    for (uint32_t n = 0; n < ADVERB_TOKENS && i < limit; n++, i++) {
        ws_lex lex = token[i].lex;
        if (WS_IS(lex, CUE) && !WS_IS(lex, DET))
            return true;
        if (!WS_IS(lex, ADVERB) && !WS_IS(lex, AUXILIARY) &&
            !WS_IS(lex, MODAL) && !WS_IS(lex, NEGATION))
            return false;
    }
    return false;
}

bool ws_phrase_is_fronted(const ws_tokens *tokens, uint32_t first,
                          uint32_t behind)
{
    const ws_lex verb =
        WS_LEX_BIT(BE) | WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL);
    const ws_lex leads =
        WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(FOR) | WS_LEX_BIT(TO);
    const ws_token *token = tokens->token;

    if (first == 0 || behind >= tokens->count || tokens->foreign)
        return false;
    bool opens = ws_is_capital(&token[first - 1]) ||
                 (first > 1 && ws_is_capital(&token[first - 2]) &&
                  WS_IS(token[first - 2].lex, ACCORDING));
    return opens && (token[first - 1].lex & leads) != 0 &&
           ws_is_small(&token[behind]) && (token[behind].lex & verb) != 0;
}
