/*
 * motley.c - rows of a paragraph whose marks are of two shapes.
 *
 *   in   the scene, the choices
 *   out  their confidence
 *
 * A desk that pastes a wire's straight marks among its own curly ones, or types
 * one of a pair anew, leaves a paragraph that two readers pair in two ways.
 * The trees of trust.c do not look at the shapes of marks. Of 151 rows of
 * news-train that they put at .7 or more in such paragraphs 81 are as the gold
 * has them, of 4,900 elsewhere 97 in a hundred; most of the others it pairs
 * otherwise, and a checker has to look.
 *
 * Not here: marks that do not balance. Stories leave them open as a matter of
 * course, and what they open goes on in the next paragraph.
 */
#include "speaker/motley.h"

enum { WORSE = 10 }; /* times the odds of a wrong row */

/* A mark of inches or seconds: 5'11". */
static bool is_inches(const ws_scene *scene, uint32_t i)
{
    const ws_token *token = scene->tokens->token;

    return i > 0 && token[i - 1].kind == WS_TOKEN_NUMBER &&
           token[i - 1].end == token[i].begin;
}

static bool is_motley(const ws_scene *scene, uint32_t paragraph)
{
    const ws_tokens *tokens = scene->tokens;
    bool straight = false;
    bool curly = false;

    for (uint32_t i = tokens->first[paragraph];
         i < tokens->first[paragraph + 1]; i++) {
        int32_t cp = tokens->token[i].cp;
        straight |= cp == '"' && !is_inches(scene, i);
        curly |= cp == 0x201C || cp == 0x201D;
    }
    return straight && curly;
}

/* A speaker that is shown is still shown. */
static uint32_t doubted(uint32_t sure)
{
    uint32_t odds = sure * 10000 / (sure + (10000 - sure) * WORSE);
    uint32_t least = sure < WHOSAID_MIN_CONFIDENCE ? 0 : WHOSAID_MIN_CONFIDENCE;

    return odds > least ? odds : least;
}

void ws_motley_doubt(const ws_scene *scene, ws_attribution *attribution)
{
    const ws_quotations *quotations = scene->quotations;
    uint32_t last = WHOSAID_NONE; /* the paragraph read last, */
    bool motley = false;          /* and what it is */

    for (uint32_t q = 0; q < quotations->count; q++) {
        const ws_quotation *quotation = &quotations->quotation[q];
        uint32_t *sure = &attribution->choice[q].confidence;
        bool any = false;
        for (uint32_t p = 0; p < quotation->pieces; p++) {
            uint32_t here = scene->pieces->piece[quotation->piece[p]].paragraph;
            if (here != last)
                motley = is_motley(scene, here);
            last = here;
            any |= motley;
        }
        if (any)
            *sure = doubted(*sure);
    }
}
