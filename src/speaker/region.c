/*
 * region.c - names whose words are a place's: "South Carolina", "Wall Street".
 *
 *   in   the words of a name
 *   out  whether they tell of a place
 *
 * Carolina and Street are surnames too, so the lists of words do not tell: a
 * point of the compass in front does, and what kind of place stands at the end,
 * where no given name is before it ("Anita Hill").
 *
 * Cost: a look at two short lists.
 */
#include "speaker/region.h"

bool ws_is_region(const char *bytes, const ws_token *token, uint32_t first,
                  uint32_t last)
{
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    const ws_lex person = given | WS_LEX_BIT(SURNAME);
    const ws_token *end = &token[last - 1];

    if (last - first < 2)
        return false;
    /* both words of "Hong Kong" are names of people too */
    bool landmark = ws_token_listed(bytes, end, WS_LIST_LANDMARK);
    if (ws_token_listed(bytes, &token[first], WS_LIST_REGION) &&
        (landmark || (token[first].lex & given) == 0))
        return true;
    if ((token[first].lex & given) != 0 && WS_IS(end->lex, SURNAME))
        return false;
    /* "Hampshire Ruiz": but no place's name is a given name */
    if (WS_IS(token[first].lex, PLACE) && (token[first].lex & person) == 0 &&
        (end->lex & given) == 0)
        return true;
    return landmark;
}
