/*
 * phrasal.c - "put in", "went on", "called out": verbs of saying in two words.
 *
 *   in   tokens
 *   out  where such a verb ends
 *
 * "In" goes with a few verbs, "on" with others: "said in a low voice" is no
 * verb. "Out", "up" and "back" hardly open a phrase behind a verb of saying.
 */
#include "speaker/phrasal.h"

#include "base/list.h"

uint32_t ws_phrasal_end(const char *bytes, const ws_token *token,
                        uint32_t tokens, uint32_t i)
{
    static const struct {
        ws_list verb;
        ws_list with;
    } pairs[] = {
        {WS_LIST_CHIMED, WS_LIST_IN},
        {WS_LIST_WENT,   WS_LIST_ON}
    };

    if (i + 2 >= tokens)
        return i + 1;
    if (WS_IS(token[i].lex, CUE) &&
        ws_token_listed(bytes, &token[i + 1], WS_LIST_OUT))
        return i + 2;
    for (size_t n = 0; n < sizeof pairs / sizeof pairs[0]; n++)
        if (ws_token_listed(bytes, &token[i], pairs[n].verb) &&
            ws_token_listed(bytes, &token[i + 1], pairs[n].with))
            return i + 2;
    return i + 1;
}
