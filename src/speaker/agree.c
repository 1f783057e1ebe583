/*
 * agree.c - what the little words about a noun tell of it in other languages.
 *
 *   in   a mention, tokens with the classes of their language
 *   out  its case, number and sex; whether it owns what follows
 *
 * Cost: constant.
 */
#include "speaker/agree.h"

#include "base/list.h"
#include "speaker/proper.h"

/* "Professor Lampe", "Landrat Lampe", where no given name tells of a woman: the
 * noun of an office that a woman would bear by another one, where nouns have
 * capitals. */
static bool is_mans_office(const ws_phrases *phrases, const ws_mention *m)
{
    const ws_token *token = &phrases->tokens->token[m->name - 1];

    if (!phrases->tokens->nouns || m->kind != WS_MENTION_NAME ||
        m->name <= m->first || !ws_is_capital(token) ||
        WS_IS(token->lex, HONORIFIC))
        return false;
    if (ws_token_listed(phrases->bytes, token, WS_LIST_MANLY))
        return true;
    return WS_IS(token->lex, ROLE) && WS_IS(token->lex, COMMON_NOUN) &&
           (token->lex & (WS_LEX_BIT(FEMALE) | WS_LEX_BIT(PLURAL) |
                          WS_LEX_BIT(PERSON))) == 0 &&
           phrases->bytes[token->end - 1] != 'e' &&
           !ws_token_listed(phrases->bytes, token, WS_LIST_EITHER);
}

/* In German "der" is a man's, or whose, or to whom; "die" is a woman's or
 * many's: "die Vorsitzende", "die Sprecher". "Dies nannte ...": no subject. */
void ws_agree(const ws_phrases *phrases, ws_mention *m)
{
    const ws_token *token = phrases->tokens->token;
    ws_lex article = token[m->first].lex;
    bool woman = (m->flags & WS_M_FEMALE) != 0;
    bool person =
        m->type == WHOSAID_SOURCE_ANONYMOUS || m->type == WHOSAID_SOURCE_GROUP;
    char end = phrases->bytes[token[m->head].end - 1];

    /* "als Zeugin war die Wirtin geladen": what somebody else is */
    if (phrases->tokens->nouns && m->kind == WS_MENTION_NOMINAL &&
        m->head == m->first && m->type == WHOSAID_SOURCE_ANONYMOUS &&
        (m->flags & WS_M_PLURAL) == 0 && m->first > 0 &&
        WS_IS(token[m->first - 1].lex, SUBORDINATOR))
        m->flags |= WS_M_OBJECT;
    if (!woman && is_mans_office(phrases, m))
        m->flags |= WS_M_MALE;
    if (!WS_IS(article, DET) || m->kind == WS_MENTION_PRONOUN)
        return;
    if (WS_IS(article, OBJECT) || (WS_IS(article, MALE) && woman) ||
        (WS_IS(article, MALE) && WS_IS(token[m->head].lex, PLURAL) &&
         end == 'n' && m->kind == WS_MENTION_NOMINAL) || /* "der Zeugen" */
        (WS_IS(article, NEUTER) && m->head == m->first))
        m->flags |= WS_M_OBJECT;
    /* "der Leipziger Messe": no person has an article */
    if (phrases->tokens->nouns && m->kind == WS_MENTION_NAME &&
        m->type == WHOSAID_SOURCE_PERSON && m->name == m->first + 1 &&
        (token[m->name].lex & WS_GIVEN_CLASSES) == 0)
        m->type = WHOSAID_SOURCE_NONE;
    person = person || (m->type == WHOSAID_SOURCE_PERSON && m->name > m->first);
    if (!person)
        return;
    if (WS_IS(article, MALE) && !woman)
        m->flags |= WS_M_MALE;
    if (WS_IS(article, PLURAL) && !WS_IS(article, FEMALE))
        m->flags |= WS_M_PLURAL;
    if (WS_IS(article, FEMALE) && !WS_IS(article, PLURAL))
        m->flags |= WS_M_FEMALE;
    else if (WS_IS(article, FEMALE) && !woman && m->kind != WS_MENTION_NAME)
        m->flags |= end == 'e' ? WS_M_FEMALE : WS_M_PLURAL;
    if ((m->flags & WS_M_PLURAL) != 0 && m->kind == WS_MENTION_NOMINAL)
        m->type = WHOSAID_SOURCE_GROUP;
}

/* "Klaas' Sprecher": an apostrophe behind a name, and a noun behind it. */
bool ws_owns(const ws_phrases *phrases, uint32_t i, uint32_t limit)
{
    const ws_token *token = &phrases->tokens->token[i];

    return phrases->tokens->nouns && i + 1 < limit && i > 0 &&
           token->kind == WS_TOKEN_MARK &&
           (token->cp == '\'' || token->cp == 0x2019) &&
           (token->shape & WS_SHAPE_SPACE) == 0 &&
           phrases->bytes[token->begin - 1] != '.' &&
           ws_is_capital(token + 1) && phrases->pieces->inside[i] == 0;
}
