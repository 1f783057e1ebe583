/*
 * voiced.c - nouns of no list that a text lets speak.
 *
 *   in   tokens with the classes of their language
 *   out  nouns that speak somewhere, classed as somebody everywhere
 *
 *   [Ein Frosch] saß am Bach. ... »Quak«, sagte [der Frosch].
 *
 * No list has all that can speak in a story: beasts, things under a spell, "the
 * pale one". But behind the marks and a verb of saying stands who spoke.
 *
 * 1. Nouns behind such a verb and an article are kept, as far as the lists know
 *    nothing of them: behind marks, or on either side of it before a colon.
 * 2. One that stands alone behind a verb of saying, an office or a given name is
 *    a name; it is left out.
 * 3. Behind an article the others are somebody, with the endings of their cases.
 *    Where one beast speaks, all do.
 *
 * Cost: the tokens, times the nouns kept.
 */
#include "text/voiced.h"

#include <string.h>

enum {
    NOUNS = 32,      /* kept */
    ADVERBS = 4,     /* from a verb to the article behind it */
    ADJECTIVES = 3,  /* from an article to its noun */
    INTRODUCED = 10, /* tokens from a verb to the colon that it leads to */
    ENDING = 2       /* bytes of an ending: "des Frosches", "den Neuen" */
};

#define GIVEN (WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE))

struct voiced {
    const char *bytes;
    ws_token *token;
    uint32_t count;
    uint32_t noun[NOUNS]; /* tokens */
    bool named[NOUNS];    /* it is somebody's name as well */
    uint32_t nouns;
    bool beasts; /* one of them speaks */
};

/* "Sagte", "rief": no word that only calls or writes. */
static bool is_verb(const ws_token *token)
{
    const ws_lex other = WS_LEX_BIT(CALLED) | WS_LEX_BIT(CUE_WRITE) |
                         WS_LEX_BIT(ACCORDING) | WS_LEX_BIT(AUXILIARY);

    return ws_is_small(token) && WS_IS(token->lex, CUE) &&
           (token->lex & other) == 0;
}

static bool is_article(const ws_token *token)
{
    return ws_is_small(token) && WS_IS(token->lex, DET) &&
           !WS_IS(token->lex, OBJECT);
}

/* The noun of the phrase with an article at token i, or i. */
static uint32_t noun_of(const struct voiced *v, uint32_t i)
{
    uint32_t k = i + 1;

    while (k < v->count && k <= i + ADJECTIVES && ws_is_small(&v->token[k]) &&
           v->token[k].lex == 0)
        k++;
    return k < v->count && v->token[k].kind == WS_TOKEN_WORD &&
                   ws_is_capital(&v->token[k]) &&
                   v->token[k].paragraph == v->token[i].paragraph
               ? k
               : i;
}

/* Where the phrase whose noun is token i has its article, or i. */
static uint32_t article_of(const struct voiced *v, uint32_t i)
{
    for (uint32_t n = 1; n <= ADJECTIVES + 1 && n <= i; n++) {
        const ws_token *token = &v->token[i - n];
        if (token->kind != WS_TOKEN_WORD)
            break;
        if (WS_IS(token->lex, DET) || WS_IS(token->lex, POSSESSIVE))
            return i - n;
        if (!ws_is_small(token) || token->lex != 0)
            break;
    }
    return i;
}

/* A noun of which the lists know nothing, or that it lives. */
static bool may_speak(const struct voiced *v, uint32_t i)
{
    const ws_token *token = &v->token[i];

    if (ws_token_listed(v->bytes, token, WS_LIST_GENERAL))
        return false; /* "die Magistratin": some office, whosever */
    return (token->lex & ~(WS_LEX_BIT(SURNAME) | GIVEN)) == 0 ||
           ws_token_listed(v->bytes, token, WS_LIST_LIVING) ||
           ws_token_listed(v->bytes, token, WS_LIST_BEASTS);
}

/* "Frosch", "Frosches": token i is noun, or a case of it. */
static bool is_case_of(const struct voiced *v, uint32_t noun, uint32_t i)
{
    const ws_token *a = &v->token[noun];
    const ws_token *b = &v->token[i];
    uint32_t len = a->end - a->begin;
    uint32_t more = b->end - b->begin - len;

    return b->end - b->begin >= len && more <= ENDING &&
           memcmp(v->bytes + a->begin, v->bytes + b->begin, len) == 0 &&
           (more == 0 || strchr("nsmre", v->bytes[b->end - 1]) != NULL);
}

/* The noun kept of which token i is a case, or NOUNS. */
static uint32_t kept(const struct voiced *v, uint32_t i)
{
    for (uint32_t n = 0; n < v->nouns; n++)
        if (is_case_of(v, v->noun[n], i))
            return n;
    return NOUNS;
}

static void keep(struct voiced *v, uint32_t i)
{
    v->beasts =
        v->beasts || ws_token_listed(v->bytes, &v->token[i], WS_LIST_BEASTS);
    if (v->nouns == NOUNS || kept(v, i) != NOUNS)
        return;
    v->named[v->nouns] = false;
    v->noun[v->nouns++] = i;
}

/* "»...«, [sagte]": right behind marks, over a comma. */
static bool is_behind_marks(const ws_token *token, uint32_t i)
{
    if (i > 1 && ws_is_comma(&token[i - 1]))
        i--;
    return i > 0 && token[i - 1].kind == WS_TOKEN_MARK &&
           token[i - 1].paragraph == token[i].paragraph;
}

/* "[Sagte] der Frosch zum Esel: »...«": a colon and marks follow. */
static bool leads_to_marks(const struct voiced *v, uint32_t i)
{
    for (uint32_t k = i + 1; k + 1 < v->count && k <= i + INTRODUCED; k++) {
        if (v->token[k].cp == ':')
            return v->token[k + 1].kind == WS_TOKEN_MARK;
        if (v->token[k].kind != WS_TOKEN_WORD)
            break;
    }
    return false;
}

/* "Lampe, [rief] der Menge zu: »...«": whoever speaks stands before the verb. */
static bool has_subject(const ws_token *token, uint32_t i)
{
    return i > 0 &&
           (ws_is_comma(&token[i - 1]) ||
            (token[i - 1].kind == WS_TOKEN_WORD &&
             (WS_IS(token[i - 1].lex, PRONOUN) ||
              (ws_is_capital(&token[i - 1]) &&
               (token[i - 1].lex & ~(WS_LEX_BIT(SURNAME) | GIVEN)) == 0))));
}

/* Keep the noun that the verb at token i lets speak. Behind marks any word that
 * nobody knows is a verb: "»Quak«, [quakte] der Frosch". */
static void look_about(struct voiced *v, uint32_t i)
{
    bool known = is_verb(&v->token[i]);
    bool behind =
        is_behind_marks(v->token, i) &&
        (known || (v->token[i].lex == 0 && ws_is_small(&v->token[i])));

    if (!behind && !(known && leads_to_marks(v, i)))
        return;
    uint32_t before = i > 0 ? article_of(v, i - 1) : i;
    if (!behind && i > 1 && before < i - 1 &&
        WS_IS(v->token[before].lex, DET)) {
        /* but "der Menge rief sie zu" */
        bool subject = !WS_IS(v->token[before].lex, OBJECT) &&
                       !ws_is_capital(&v->token[i + 1]) &&
                       !WS_IS(v->token[i + 1].lex, PRONOUN);
        if (subject && may_speak(v, i - 1))
            keep(v, i - 1);
        return;
    }
    if (!behind && has_subject(v->token, i))
        return;
    uint32_t k = i + 1;
    while (k < v->count && k <= i + ADVERBS && ws_is_small(&v->token[k]) &&
           (v->token[k].lex &
            (WS_LEX_BIT(ADVERB) | WS_LEX_BIT(SUBORDINATOR))) != 0)
        k++;
    uint32_t noun =
        k < v->count && is_article(&v->token[k]) ? noun_of(v, k) : k;
    if (noun > k && may_speak(v, noun))
        keep(v, noun);
}

/* "Sagte Hirsch", "Herr Hirsch", "Emil Hirsch": token i is a name. */
static bool is_name(const ws_token *token, uint32_t i)
{
    const ws_lex before = WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(ROLE) | GIVEN;

    return i > 0 && token[i - 1].kind == WS_TOKEN_WORD &&
           (is_verb(&token[i - 1]) ||
            (ws_is_capital(&token[i - 1]) && (token[i - 1].lex & before) != 0));
}

/* "Sagte [die] Geografin": an article and an ending that only a woman's noun
 * has; "der Pinguin" has the ending, too. */
static bool is_woman(const struct voiced *v, uint32_t noun)
{
    const ws_token *token = &v->token[noun];

    return WS_IS(v->token[article_of(v, noun)].lex, FEMALE) &&
           token->end - token->begin > ENDING &&
           memcmp(v->bytes + token->end - ENDING, "in", ENDING) == 0;
}

void ws_voiced_read(const char *bytes, ws_tokens *tokens)
{
    struct voiced v = {
        .bytes = bytes, .token = tokens->token, .count = tokens->count};

    for (uint32_t i = 0; i < v.count; i++)
        look_about(&v, i);
    for (uint32_t i = 0; i < v.count && v.nouns > 0; i++) {
        uint32_t n = ws_is_capital(&v.token[i]) && is_name(v.token, i)
                         ? kept(&v, i)
                         : NOUNS;
        if (n != NOUNS)
            v.named[n] = true;
    }
    for (uint32_t i = 0; i < v.count && v.nouns > 0; i++) {
        ws_token *token = &v.token[i];
        if (!ws_is_capital(token) || token->kind != WS_TOKEN_WORD ||
            !may_speak(&v, i) || article_of(&v, i) == i)
            continue;
        uint32_t n = kept(&v, i);
        bool beast = n == NOUNS && v.beasts &&
                     ws_token_listed(bytes, token, WS_LIST_BEASTS);
        if (!beast && (n == NOUNS || v.named[n]))
            continue;
        token->lex = WS_LEX_BIT(PERSON) | WS_LEX_BIT(COMMON_NOUN);
        if (n != NOUNS && is_woman(&v, v.noun[n]))
            token->lex |= WS_LEX_BIT(FEMALE);
    }
}
