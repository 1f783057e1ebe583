/*
 * portfolio.c - what an office is for: "Minister for Women and Equalities".
 *
 *   in   tokens, each with what it can be inside a noun phrase
 *   out  whether an "and" or a comma joins two tasks of an office
 *
 * Tasks are nouns with a capital that name nobody and no place, behind the "of"
 * or "for" of an office with a capital. What follows the "and" is a task, too,
 * and no office comes behind it: that would be a second one.
 *
 * Cost: a bounded number of words.
 *
 * Not here: tasks in the name of a body, "Department of Trade and Industry"
 * (linked.c).
 */
#include "speaker/portfolio.h"

enum {
    TASK_TOKENS = 12, /* of all tasks before the one looked at */
    LIST_TOKENS = 8   /* of those behind a comma */
};

#define TASK_CLASSES      (WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_ADJ))
#define GIVEN             (WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE))
#define HONORIFIC_CLASSES (WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(NAME_SUFFIX))
#define OFFICES           (WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE))

static bool is_capital(const ws_token *token)
{
    return token->kind == WS_TOKEN_WORD &&
           (token->shape & (WS_SHAPE_CAPITAL | WS_SHAPE_GENITIVE)) ==
               WS_SHAPE_CAPITAL;
}

/* "Health", "Rural", "Equalities"; a word in no list where unknown will do. */
static bool is_task(const ws_token *token, bool unknown)
{
    const ws_lex no = WS_LEX_BIT(PLACE) | WS_LEX_BIT(NATIONALITY) |
                      WS_LEX_BIT(TIME) | WS_LEX_BIT(HONORIFIC) | GIVEN |
                      OFFICES;

    return is_capital(token) && (token->lex & no) == 0 &&
           ((token->lex & TASK_CLASSES) != 0 ||
            (unknown && /* "Policing" */
             (token->lex & ~WS_LEX_BIT(COMMON_VERB)) == 0));
}

static bool is_and(const ws_token *token)
{
    return WS_IS(token->lex, AND) || token->cp == '&';
}

static bool is_of_or_for(const ws_token *token)
{
    return WS_IS(token->lex, OF) || WS_IS(token->lex, FOR);
}

/* "Minister", "Secretary of State": an office with a capital ends before token
 * k. */
static bool ends_office(const ws_phrases *p, uint32_t first, uint32_t k)
{
    const ws_token *token = p->tokens->token;

    if (k < first + 1)
        return false;
    if (k > first + 2 && (token[k - 1].lex & OFFICES) == 0 &&
        is_capital(&token[k - 1]) && WS_IS(token[k - 2].lex, OF))
        k -= 2;
    return is_capital(&token[k - 1]) && (token[k - 1].lex & OFFICES) != 0 &&
           !WS_IS(token[k - 1].lex, PLURAL);
}

/* Whether nothing but tasks, one of them known, stands before token i, back to
 * the "for" of an office. */
static bool has_office(const ws_phrases *p, uint32_t first, uint32_t i)
{
    const ws_token *token = p->tokens->token;
    uint32_t k = i;
    ws_lex known = 0;

    while (
        k > first + 1 && i - k < TASK_TOKENS &&
        (is_task(&token[k - 1], true) ||
         (k > first + 2 && is_of_or_for(&token[k - 2]) && /* "Justice" */
          is_capital(&token[k - 1]) && WS_IS(token[k - 1].lex, COMMON_NOUN)) ||
         (k < i && (is_and(&token[k - 1]) || ws_is_comma(&token[k - 1])))))
        known |= token[--k].lex;
    bool tasks = k < i;
    /* "for the Arts" */
    if (tasks && k > first + 2 && WS_IS(token[k - 1].lex, DET) &&
        ws_is_small(&token[k - 1]))
        k--;
    return tasks && (known & TASK_CLASSES) != 0 &&
           is_of_or_for(&token[k - 1]) && ends_office(p, first, k - 1);
}

/* "[Equalities] Ana Ruiz said": whether a task stands at k, if a word in no list
 * then one behind which no surname can stand. */
static bool is_next_task(const ws_phrases *p, uint32_t k, uint32_t limit)
{
    const ws_token *token = &p->tokens->token[k];

    return is_task(token, false) ||
           (is_task(token, true) &&
            (k + 1 >= limit || !is_capital(&token[1]) ||
             (token[1].lex & GIVEN) != 0 || is_task(&token[1], false)));
}

/* Whether the list that goes on behind the comma at i ends in "and" and a task.
 */
static bool closes_list(const ws_phrases *p, uint32_t i, uint32_t limit)
{
    const ws_token *token = p->tokens->token;

    for (uint32_t k = i + 1; k + 1 < limit && k < i + LIST_TOKENS; k++) {
        if (is_and(&token[k]))
            return is_next_task(p, k + 1, limit);
        if (!ws_is_comma(&token[k]) && !is_task(&token[k], true))
            return false;
    }
    return false;
}

bool ws_joins_portfolio(const ws_phrases *p, uint32_t first, uint32_t i,
                        uint32_t limit)
{
    const ws_token *token = p->tokens->token;

    if (i + 1 >= limit || p->tokens->foreign ||
        p->headline[p->sentences->of[i]])
        return false;
    if (ws_is_comma(&token[i]))
        return is_task(&token[i + 1], true) && has_office(p, first, i) &&
               closes_list(p, i, limit);
    if (!is_and(&token[i]) || !is_next_task(p, i + 1, limit) ||
        !has_office(p, first, i))
        return false;
    for (uint32_t k = i + 2; k < limit && k < i + LIST_TOKENS; k++) {
        if (!is_capital(&token[k]))
            break;
        if ((token[k].lex & OFFICES) != 0 && /* but "Ana Ruiz MP" */
            (token[k].lex & (HONORIFIC_CLASSES | GIVEN)) == 0)
            return false; /* "Minister of Trade and Deputy Prime Minister" */
    }
    return true;
}

bool ws_joins_office(const ws_phrases *p, uint32_t first, uint32_t i,
                     uint32_t limit)
{
    const ws_lex no =
        WS_LEX_BIT(SURNAME) | WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP);
    const ws_token *token = p->tokens->token;

    if (i <= first || i + 2 >= limit || p->tokens->foreign ||
        p->headline[p->sentences->of[i]] || !is_and(&token[i]) ||
        !is_task(&token[i - 1], false) || (token[i - 1].lex & no) != 0)
        return false;
    for (uint32_t k = i + 1; k + 1 < limit && k < i + LIST_TOKENS; k++) {
        if (k > i + 1 && is_capital(&token[k]) && WS_IS(token[k].lex, ROLE))
            return (token[k].lex & (WS_LEX_BIT(PLURAL) | no)) == 0 &&
                   is_capital(&token[k + 1]);
        if (!is_task(&token[k], true) || (token[k].lex & no) != 0)
            return false;
    }
    return false;
}
