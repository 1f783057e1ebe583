/*
 * linked.c - small words inside a name.
 *
 *   in   tokens, each with what it can be inside a noun phrase
 *   out  whether a small word joins what stands before it to what follows
 *
 * 1. Of people: "Anneke van der Berg".
 * 2. Of bodies, by the noun before: "Department of Justice", "Council on Water
 *    Supply", "Society for the Protection of Owls", "Campaign to Save Brill",
 *    "Ministry of Trade and Industry".
 * 3. Of many who are a body by their cause (league.c): "Friends of the Fens".
 *
 * Cost: a bounded number of words.
 *
 * Not here: where a phrase ends (extent.c), what a name is (proper.c).
 */
#include "speaker/linked.h"

#include "speaker/league.h"
#include "speaker/portfolio.h"

enum {
    PARTS = 5,      /* words between two small words of a name */
    CHAIN = 2,      /* small words before the last one */
    LIST_TOKENS = 8 /* of a list of tasks */
};

#define GIVEN_CLASSES (WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE))

#define NAME_CLASSES                                           \
    (GIVEN_CLASSES | WS_LEX_BIT(SURNAME) | WS_LEX_BIT(PLACE) | \
     WS_LEX_BIT(HONORIFIC))

#define SMALL_CLASSES                                    \
    (WS_LEX_BIT(OF) | WS_LEX_BIT(FOR) | WS_LEX_BIT(TO) | \
     WS_LEX_BIT(PREPOSITION))

#define BODY_CLASSES (WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP))

/* Its genitive is a token of its own. */
static bool is_capital(const ws_token *token)
{
    const uint32_t shape = WS_SHAPE_CAPITAL | WS_SHAPE_GENITIVE;

    return token->kind == WS_TOKEN_WORD &&
           (token->shape & shape) == WS_SHAPE_CAPITAL;
}

static bool is_listed(const ws_phrases *p, uint32_t i, ws_list list)
{
    return ws_token_listed(p->bytes, &p->tokens->token[i], list);
}

/* A capital, or an article and a capital, at i. */
static bool is_named(const ws_phrases *p, uint32_t i, uint32_t limit)
{
    const ws_token *token = p->tokens->token;

    return i < limit &&
           (is_capital(&token[i]) ||
            (WS_IS(token[i].lex, DET) && i + 1 < limit &&
             p->word[i + 1] == WS_WORD_NAME && is_capital(&token[i + 1])));
}

/* "Friends [of] the Fens": at i stands the small word. */
static bool is_cause(const ws_phrases *p, uint32_t i)
{
    return ws_links_cause(p->bytes, p->tokens, i) &&
           (!is_capital(&p->tokens->token[i]) ||
            !p->headline[p->sentences->of[i]]);
}

/* "Transport [for] London", "Action [for] Children": a thing's noun that has a
 * capital of its own, and what it is for. */
static bool is_charity(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = &p->tokens->token[i];
    const ws_lex named = NAME_CLASSES | BODY_CLASSES | WS_LEX_BIT(TITLE) |
                         WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) |
                         WS_LEX_BIT(TIME);
    const ws_lex other = GIVEN_CLASSES | WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE) |
                         WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(TIME);

    return !p->tokens->foreign && WS_IS(token->lex, FOR) &&
           !p->headline[p->sentences->of[i]] &&
           WS_IS(token[-1].lex, COMMON_NOUN) && (token[-1].lex & named) == 0 &&
           is_capital(&token[1]) && (token[1].lex & other) == 0 &&
           (token[1].lex & (WS_LEX_BIT(PLACE) | WS_LEX_BIT(PLURAL) |
                            WS_LEX_BIT(COMMON_NOUN))) != 0;
}

/* A word that names nobody and no place, but as another word: "Ferry". */
static bool is_plain(ws_lex lex)
{
    return (lex & NAME_CLASSES) == 0 || WS_IS(lex, COMMON_NOUN);
}

/* A task of a body: "Health", "Rural", "Affairs", or a word in no list. */
static bool is_task(ws_lex lex)
{
    return lex == 0 ||
           ((lex & (WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_ADJ))) != 0 &&
            (lex & (WS_LEX_BIT(PLACE) | GIVEN_CLASSES | WS_LEX_BIT(TIME) |
                    WS_LEX_BIT(TITLE))) == 0);
}

/* "Animals", "Children": nobody known, no place and no one body. */
static bool is_thing(ws_lex lex)
{
    return WS_IS(lex, COMMON_NOUN) &&
           (lex & (NAME_CLASSES | WS_LEX_BIT(TIME) | WS_LEX_BIT(TITLE))) == 0 &&
           (WS_IS(lex, PLURAL) ||
            (lex & (BODY_CLASSES | WS_LEX_BIT(ROLE))) == 0);
}

/* "Society for the Prevention [of] Cruelty [to] Animals": the noun of a body
 * stood before an earlier small word. */
static bool goes_on(const ws_phrases *p, uint32_t first, uint32_t i)
{
    const ws_token *token = p->tokens->token;
    uint32_t k = i - 1;

    if (WS_IS(token[i].lex, OF)
            ? (token[k].lex &
               (WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_ADJ))) == 0
            : !is_plain(token[k].lex) || !is_thing(token[i + 1].lex))
        return false;
    for (uint32_t n = 0; n < CHAIN; n++) {
        while (k > first && i - k <= PARTS && p->word[k - 1] == WS_WORD_NAME)
            k--;
        if (k > first && WS_IS(token[k - 1].lex, DET))
            k--;
        if (k <= first + 1 || (token[k - 1].lex & SMALL_CLASSES) == 0)
            return false;
        if ((token[k - 2].lex & BODY_CLASSES) != 0 ||
            ws_are_many(token[k - 2].lex))
            return true;
        k -= 2;
    }
    return false;
}

/* "Department of Food[,] Farms and Rural Affairs": a list of what a body is
 * for, from the comma at i on. */
static bool links_list(const ws_phrases *p, uint32_t first, uint32_t i,
                       uint32_t limit)
{
    const ws_token *token = p->tokens->token;
    uint32_t k = i;

    while (k > first && i - k < LIST_TOKENS &&
           (is_task(token[k - 1].lex) || ws_is_comma(&token[k - 1])))
        k--;
    if (k == i || k < first + 2 || (token[k - 1].lex & SMALL_CLASSES) == 0 ||
        (token[k - 2].lex & BODY_CLASSES) == 0)
        return false;
    ws_lex known = 0;
    for (k = i + 1; k + 1 < limit && k < i + LIST_TOKENS; k++) {
        if (WS_IS(token[k].lex, AND))
            return is_capital(&token[k + 1]) && is_task(token[k + 1].lex) &&
                   (known | token[k + 1].lex) != 0;
        if (ws_is_comma(&token[k]))
            continue;
        if (!is_capital(&token[k]) || !is_task(token[k].lex))
            return false;
        known |= token[k].lex;
    }
    return false;
}

bool ws_joins_tasks(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = p->tokens->token;
    const ws_lex named = NAME_CLASSES | WS_LEX_BIT(GROUP) |
                         WS_LEX_BIT(NATIONALITY) | WS_LEX_BIT(TITLE);
    ws_lex task = token[i - 1].lex;

    /* "the Fish and Wildlife Service": by its article no Mr Fish */
    if (i > 1 && WS_IS(token[i - 2].lex, DET))
        task &= ~WS_LEX_BIT(SURNAME);
    if (!WS_IS(task, COMMON_NOUN) || (task & named) != 0 ||
        p->headline[p->sentences->of[i]])
        return false;
    for (uint32_t k = i + 1; k < p->tokens->count && k < i + PARTS; k++) {
        if (p->word[k] != WS_WORD_NAME)
            return false;
        if (k > i + 1 && WS_IS(token[k].lex, BODY))
            return !WS_IS(task, BODY) || is_listed(p, k, WS_LIST_PANEL);
        if ((token[k].lex & named) != 0)
            return false;
    }
    return false;
}

/* "Department of Health [and] Human Services", "Association of Ferry Workers
 * [and] Pilots"; but "the Bank of England and Fenline". */
static bool links_two(const ws_phrases *p, uint32_t first, uint32_t i)
{
    const ws_token *token = p->tokens->token;
    uint32_t k = i - 1;

    if (p->word[i + 1] != WS_WORD_NAME)
        return false;
    if (ws_joins_tasks(p, i))
        return true;
    if (i <= first + 2 || (token[i + 1].lex & NAME_CLASSES) != 0)
        return false;
    if (p->word[i - 2] == WS_WORD_OUT && token[i - 2].kind == WS_TOKEN_WORD &&
        !WS_IS(token[i - 2].lex, PARTICLE))
        return !WS_IS(token[k].lex, PLACE);
    if (WS_IS(token[i + 1].lex, BODY))
        return false;
    while (k > first + 1 && i - k <= PARTS &&
           (p->word[k - 1] == WS_WORD_NAME || ws_is_comma(&token[k - 1])) &&
           (is_plain(token[k].lex) || ws_is_comma(&token[k])))
        k--;
    return (token[k - 1].lex & SMALL_CLASSES) != 0 &&
           p->word[k - 1] == WS_WORD_OUT && is_plain(token[k].lex) &&
           (token[i - 1].lex & (WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(ROLE))) !=
               0;
}

/* "van der Berg": up to three particles at i, then a name. */
static bool links_surname(const ws_phrases *p, uint32_t i, uint32_t limit)
{
    const ws_token *token = p->tokens->token;
    uint32_t k = i + 1;

    while (k + 1 < limit && k < i + 3 && WS_IS(token[k].lex, PARTICLE) &&
           p->word[k] != WS_WORD_NAME)
        k++;
    return p->word[k] == WS_WORD_NAME;
}

/* "Anselmo Corrêa [do] Vale", "Maria [do] Carmo": behind two names, or one that
 * is given; but "how did Ana Ruiz do Monday". */
static bool links_verb(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = p->tokens->token;
    const ws_lex known = GIVEN_CLASSES | WS_LEX_BIT(SURNAME);
    const ws_lex other = WS_LEX_BIT(TIME) | WS_LEX_BIT(NATIONALITY) |
                         WS_LEX_BIT(PLURAL) | BODY_CLASSES;

    return !p->headline[p->sentences->of[i]] && ws_is_small(&token[i]) &&
           is_listed(p, i, WS_LIST_INFIX_VERB) && is_capital(&token[i + 1]) &&
           (token[i + 1].lex & other) == 0 &&
           ((token[i - 1].lex & GIVEN_CLASSES) != 0 ||
            (i > 1 && is_capital(&token[i - 2]) &&
             (token[i - 1].lex == 0 || (token[i - 1].lex & known) != 0)));
}

/* The small word at i goes on the name of a body whose noun stands before it.
 */
static bool links_body(const ws_phrases *p, uint32_t first, uint32_t i,
                       uint32_t limit)
{
    const ws_token *token = p->tokens->token;
    ws_lex lex = token[i].lex;
    ws_lex head = token[i - 1].lex;

    if (!is_named(p, i + 1, limit))
        return false;
    if (is_cause(p, i) || is_charity(p, i))
        return true;
    if (WS_IS(lex, OF) || WS_IS(lex, FOR))
        return (head & (BODY_CLASSES | WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE))) !=
                   0 ||
               is_listed(p, i - 1, WS_LIST_PANEL) || goes_on(p, first, i);
    if (p->headline[p->sentences->of[i]] || !is_capital(&token[i + 1]))
        return false;
    if (goes_on(p, first, i))
        return true;
    if (!is_listed(p, i - 1, WS_LIST_PANEL))
        return false;
    if (ws_is_raised(p->tokens, i)) /* "Campaign Against Fuel Poverty" */
        return true;
    /* "Campaign to Save Brill" */
    if (WS_IS(lex, TO))
        return ws_is_deed(&token[i + 1]);
    /* "Council on Water Supply"; but "the Council on Friday" */
    return is_listed(p, i, WS_LIST_ON) &&
           (token[i + 1].lex & (WS_LEX_BIT(TIME) | WS_LEX_BIT(BODY))) == 0;
}

bool ws_is_noble(const ws_phrases *p, uint32_t i)
{
    const ws_token *token = p->tokens->token;

    return p->tokens->nouns && token[i].lex == WS_LEX_BIT(PARTICLE) && i > 0 &&
           is_capital(&token[i - 1]);
}

bool ws_links_name(const ws_phrases *p, uint32_t first, uint32_t i,
                   uint32_t limit)
{
    const ws_token *token = p->tokens->token;
    ws_lex lex = token[i].lex;

    if (i + 1 >= limit ||
        (p->word[i - 1] != WS_WORD_NAME && !ws_is_noble(p, i) &&
         !(WS_IS(lex, PARTICLE) && WS_IS(token[i - 1].lex, PARTICLE))))
        return false;
    if (token[i].kind == WS_TOKEN_SYMBOL && token[i].end - token[i].begin == 1)
        return p->word[i + 1] == WS_WORD_NAME; /* & */
    if (p->tokens->foreign && (token[i].cp == 0xB7 || token[i].cp == 0x30FB))
        return p->word[i + 1] == WS_WORD_NAME; /* "贝拉克·奥巴马" */
    if (ws_is_comma(&token[i]))
        return links_list(p, first, i, limit) ||
               ws_joins_portfolio(p, first, i, limit);
    if (token[i].kind != WS_TOKEN_WORD)
        return false;
    if (WS_IS(lex, AND))
        return (!ws_joins_office(p, first, i, limit) &&
                links_two(p, first, i)) ||
               ws_joins_portfolio(p, first, i, limit);
    return (WS_IS(lex, PARTICLE) && links_surname(p, i, limit)) ||
           links_verb(p, i) ||
           ((lex & SMALL_CLASSES) != 0 && links_body(p, first, i, limit));
}

bool ws_is_league(const ws_phrases *p, uint32_t first, uint32_t last)
{
    const ws_token *token = p->tokens->token;

    for (uint32_t i = first + 1; i + 1 < last; i++)
        if (p->word[i] == WS_WORD_OUT && token[i].kind == WS_TOKEN_WORD)
            return p->word[i - 1] == WS_WORD_NAME && is_cause(p, i);
    return false;
}
