/*
 * league.h - bodies that are named by many and their cause.
 */
#ifndef WS_LEAGUE_H
#define WS_LEAGUE_H

#include "text/segment.h"

/* Many of a kind: "Friends", "Americans". */
static inline bool ws_are_many(ws_lex lex)
{
    return WS_IS(lex, PLURAL) && (lex & (WS_LEX_BIT(PERSON) | WS_LEX_BIT(ROLE) |
                                         WS_LEX_BIT(NATIONALITY))) != 0;
}

/* "Save" of "Campaign to Save Brill". */
bool ws_is_deed(const ws_token *token);

/* "Without" of "Doctors Without Borders": a small word at i with a capital of
 * its own. O(1). */
bool ws_is_raised(const ws_tokens *tokens, uint32_t i);

/* "Friends [of] the Fens", "Citizens [for] Clean Air": whether the small word
 * at i, behind many who have a capital, joins them to their cause; in a line
 * that is no headline. O(1). */
bool ws_links_cause(const char *bytes, const ws_tokens *tokens, uint32_t i);

/* Whether the word at i, which opens a sentence that is no headline, opens the
 * name of a body that goes on over a small word: "Citizens for Clean Air said".
 * O(1). */
bool ws_opens_league(const char *bytes, const ws_tokens *tokens, uint32_t i);

/* "[Save] the Children", "[Feed] the Minds": a deed at token i, an article in
 * small letters, a thing or people in general: a body. */
bool ws_is_appeal(const ws_tokens *tokens, uint32_t i);

#endif /* WS_LEAGUE_H */
