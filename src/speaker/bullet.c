/*
 * bullet.c - a dash that opens an item of a list, and no signature's.
 *
 *   in   tokens, pieces, a dash
 *   out  whether its line is an item with words of its own
 *
 *   - Ana Ruiz, Head of Rivers, Hill Trust: "We waited years for this."
 *   - Bo Lin, Brill Ferries: "So did we."
 *
 * Behind the words of the first item the second dash stands as a signature's
 * does, and so does the name. But a signature's line has no words of its own;
 * "Bo Lin, author of “Tides”" names a work.
 *
 * Cost: a bounded number of looks. Not here: whose words they are (signer.c).
 */
#include "speaker/bullet.h"

enum {
    ITEM_TOKENS = 32 /* from the dash to the marks */
};

bool ws_is_bullet(const ws_token *token, uint32_t tokens,
                  const ws_pieces *pieces, uint32_t i)
{
    uint32_t paragraph = token[i].paragraph;

    if (i > 0 && token[i - 1].paragraph == paragraph)
        return false;
    for (uint32_t k = i + 1;
         k < tokens && k <= i + ITEM_TOKENS && token[k].paragraph == paragraph;
         k++)
        if (pieces->inside[k] != 0)
            return k == i + 1 || token[k - 1].cp == ':' ||
                   WS_IS(token[k - 1].lex, CUE);
    return false;
}
