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

static bool is_one_of(const char *bytes, const ws_token *token,
                      const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ws_token_reads(bytes, token, list[i]))
            return true;
    return false;
}

bool ws_is_region(const char *bytes, const ws_token *token, uint32_t first,
                  uint32_t last)
{
    static const char *const before[] = {
        "north",   "south",   "east",  "west", "northern", "southern",
        "eastern", "western", "new",   "old",  "central",  "middle",
        "upper",   "lower",   "fort",  "san",  "santa",    "los",
        "las",     "puerto",  "mount", "port", "cape"};
    static const char *const behind[] = {
        "street", "avenue",  "road",    "boulevard", "square", "park",
        "plaza",  "tower",   "towers",  "bay",       "beach",  "coast",
        "valley", "hill",    "hills",   "heights",   "island", "islands",
        "river",  "lake",    "lakes",   "mountains", "canyon", "creek",
        "falls",  "springs", "belt",    "wall",      "hall",   "bridge",
        "harbor", "harbour", "airport", "station",   "palace", "kong",
        "rock",   "border",  "grande"};
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    const ws_lex person = given | WS_LEX_BIT(SURNAME);
    const ws_token *end = &token[last - 1];

    if (last - first < 2)
        return false;
    /* both words are names of people too */
    if (ws_token_reads(bytes, &token[first], "hong"))
        return ws_token_reads(bytes, &token[first + 1], "kong");
    if (is_one_of(bytes, &token[first], before,
                  sizeof before / sizeof before[0]))
        return true;
    if ((token[first].lex & given) != 0 && WS_IS(end->lex, SURNAME))
        return false;
    /* "Hampshire Ruiz": but no place's name is a given name */
    if (WS_IS(token[first].lex, PLACE) && (token[first].lex & person) == 0 &&
        (end->lex & given) == 0)
        return true;
    return is_one_of(bytes, end, behind, sizeof behind / sizeof behind[0]);
}
