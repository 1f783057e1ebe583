/*
 * seam.c - where lines of a document's head were glued without a space.
 *
 *   in   the parts of a word in no list, at a capital inside it
 *   out  whether they are words of two lines
 *
 * Headline, writer, desk and date are lines without a full stop; where a page
 * lost their breaks a word of one runs into the next one's. The second part
 * tells, if it begins lines: a given name, "By", "Police", "Published"; or the
 * first one, if it ends them: a common word, a surname, a town, a job.
 * "FitzGerald", "easyHotel", "LinkedIn" and "BlackBerry" are one word.
 *
 * Cost: a bounded number of look-ups. Not here: the rest of the text, where
 * full stops stand between (segment.c).
 */
#include "text/seam.h"

#include "base/list.h"

enum {
    SHORT = 3,      /* letters of a word that tells nothing */
    LONG = 6,       /* and of a common one that ends a headline */
    DAY_DIGITS = 3, /* a number of fewer is no year and no hour */
    NEXT = 3        /* letters of a word behind a number */
};

bool ws_seam_is_near(const ws_cutter *cut)
{
    return cut->count <= WS_SEAM_HEAD;
}

static ws_lex lex_of(const ws_cutter *cut, whosaid_span word)
{
    return ws_lexicon_find(cut->bytes + word.begin, word.end - word.begin);
}

static bool is_listed(const ws_cutter *cut, whosaid_span word, ws_list list)
{
    return ws_is_listed(list, cut->bytes + word.begin, word.end - word.begin);
}

/* A word with which lines begin. */
static bool opens(const ws_cutter *cut, whosaid_span word, ws_lex lex)
{
    const ws_lex little = WS_LEX_BIT(DET) | WS_LEX_BIT(SUBJECT) |
                          WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(HONORIFIC);
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    const ws_lex common = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_VERB) |
                          WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(PLACE);

    return (lex & little) != 0 || ((lex & given) != 0 && (lex & common) == 0) ||
           is_listed(cut, word, WS_LIST_AGENT) ||
           is_listed(cut, word, WS_LIST_FORCE) ||
           is_listed(cut, word, WS_LIST_ISSUED) ||
           is_listed(cut, word, WS_LIST_FURNISHED);
}

bool ws_seam_at(const ws_cutter *cut, whosaid_span first, whosaid_span second)
{
    const ws_lex ends =
        WS_LEX_BIT(SURNAME) | WS_LEX_BIT(PLACE) | WS_LEX_BIT(ROLE);
    const ws_lex common = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_VERB) |
                          WS_LEX_BIT(COMMON_ADJ);

    if (!ws_seam_is_near(cut) || is_listed(cut, first, WS_LIST_SONS))
        return false;
    ws_lex before = lex_of(cut, first);
    ws_lex lex = lex_of(cut, second);
    bool small = (ws_look(cut, first.begin).class & WS_CP_UPPER) == 0;
    if (opens(cut, second, lex))
        return true;
    if (second.end - second.begin <= SHORT)
        return false;
    if (small)
        return (before & common) != 0 && first.end - first.begin >= LONG;
    /* "DobbsFarmer" */
    if (WS_IS(before, SURNAME) && WS_IS(lex, ROLE))
        return true;
    return (before & ends) != 0 && lex != 0 && !WS_IS(lex, SURNAME);
}

uint32_t ws_seam_hyphen(const ws_cutter *cut, uint32_t at, uint32_t end)
{
    uint32_t hyphen = at;

    while (hyphen < end && cut->byte[hyphen] != '-')
        hyphen++;
    uint32_t next = hyphen + 1;
    while (next < end && cut->byte[next] != '-')
        next++;
    if (next >= end || !ws_seam_is_near(cut))
        return 0;
    return WS_IS(lex_of(cut, (whosaid_span){hyphen + 1, next}), OF) ? hyphen
                                                                    : 0;
}

uint32_t ws_seam_number(const ws_cutter *cut, const ws_grown *word,
                        uint32_t end)
{
    uint32_t at = word->begin;

    if (!ws_seam_is_near(cut) || word->digits == 0 || word->web ||
        word->hyphen || word->uppers == 0)
        return 0;
    while (at < end && ((cut->byte[at] >= '0' && cut->byte[at] <= '9') ||
                        cut->byte[at] == ':'))
        at++;
    whosaid_span next = {at, end};
    if (at >= end || at == word->begin ||
        (ws_look(cut, at).class & WS_CP_UPPER) == 0)
        return 0;
    ws_lex lex = lex_of(cut, next);
    if (at <= word->begin + DAY_DIGITS) /* "Town 6Manager Gary Stoker" */
        return end - at > NEXT && (WS_IS(lex, ROLE) || opens(cut, next, lex))
                   ? at
                   : 0;
    return end - at >= NEXT || opens(cut, next, lex) ? at : 0;
}
