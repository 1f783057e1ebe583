/*
 * beside.c - what stands on either side of the marks.
 *
 *   in   the scene, a quotation's place
 *   out  small numbers that rules and models read
 *
 * Cost: a constant number of looks.
 */
#include "speaker/beside.h"

#include "base/unicode.h"

enum { CAPITALS_LOOKED = 64 /* tokens of a piece */ };

uint32_t ws_beside(const ws_scene *scene, uint32_t i, uint32_t paragraph)
{
    if (i >= scene->tokens->count ||
        scene->tokens->token[i].paragraph != paragraph)
        return WS_SIDE_EDGE;
    const ws_token *token = &scene->tokens->token[i];
    ws_lex lex = token->lex;

    if (token->kind != WS_TOKEN_WORD) {
        if (token->kind == WS_TOKEN_NUMBER)
            return WS_SIDE_WORD;
        if (token->cp == ':' || token->cp == 0xFF1A)
            return WS_SIDE_COLON;
        if (token->cp == ',' || token->cp == 0xFF0C || token->cp == 0x060C)
            return WS_SIDE_COMMA;
        if (token->cp == '.' || token->cp == '?' || token->cp == '!' ||
            token->cp == ';' || token->cp == 0x3002 || token->cp == 0xFF1F ||
            token->cp == 0xFF01)
            return WS_SIDE_STOP;
        return WS_SIDE_OTHER_PUNCT;
    }
    if (WS_IS(lex, CALLED) && !WS_IS(lex, CUE))
        return WS_SIDE_CALLED;
    if (WS_IS(lex, CUE_STRONG) || (WS_IS(lex, CUE) && !WS_IS(lex, CUE_WEAK)) ||
        WS_IS(lex, ACCORDING))
        return WS_SIDE_CUE;
    if (WS_IS(lex, WORK))
        return WS_SIDE_WORK;
    if (WS_IS(lex, THAT))
        return WS_SIDE_THAT;
    if (WS_IS(lex, AS))
        return WS_SIDE_AS;
    if (WS_IS(lex, DET) || WS_IS(lex, POSSESSIVE) ||
        (token->shape & WS_SHAPE_GENITIVE) != 0)
        return WS_SIDE_DETERMINER;
    if (WS_IS(lex, PREPOSITION) || WS_IS(lex, OF) || WS_IS(lex, FOR) ||
        WS_IS(lex, TO))
        return WS_SIDE_PREPOSITION;
    if ((token->shape & WS_SHAPE_CAPITAL) != 0)
        return WS_SIDE_NAME;
    if (WS_IS(lex, COMMON_NOUN) || WS_IS(lex, ROLE) || WS_IS(lex, PERSON))
        return WS_SIDE_NOUN;
    return WS_IS(lex, COMMON_VERB) ? WS_SIDE_VERB : WS_SIDE_WORD;
}

uint32_t ws_before(const ws_scene *scene, const ws_place *p)
{
    uint32_t what = ws_beside(scene, p->begin - 1, p->first_paragraph);

    if (what == WS_SIDE_AS && p->begin > 1 &&
        WS_IS(scene->tokens->token[p->begin - 2].lex, CALLED))
        return WS_SIDE_CALLED;
    return what;
}

uint32_t ws_ending(int32_t cp)
{
    switch (cp) {
    case ',':
    case 0xFF0C:
        return 1;
    case '.':
    case 0x2026:
    case 0x3002:
        return 2;
    case '?':
    case '!':
    case 0xFF1F:
    case 0xFF01:
        return 3;
    case 0x2014:
    case 0x2013:
    case '-':
        return 5;
    default:
        return (ws_cp_class(cp) & (WS_CP_LETTER | WS_CP_DIGIT)) != 0 ? 0 : 4;
    }
}

uint32_t ws_capitals(const ws_scene *scene, const ws_piece *piece)
{
    uint32_t words = 0;
    uint32_t capital = 0;
    uint32_t small = 0;

    for (uint32_t i = piece->first;
         i < piece->last && i - piece->first < CAPITALS_LOOKED; i++) {
        const ws_token *token = &scene->tokens->token[i];
        if (token->kind != WS_TOKEN_WORD ||
            (token->shape & WS_SHAPE_GENITIVE) != 0)
            continue;
        bool up = (token->shape & WS_SHAPE_CAPITAL) != 0;
        words++;
        capital += up;
        small += !up && token->end - token->begin > 3 &&
                 !WS_IS(token->lex, PREPOSITION) &&
                 !WS_IS(token->lex, SUBORDINATOR);
    }
    if (capital == 0)
        return 0;
    if (small == 0 && capital == words)
        return 3;
    return small == 0 && capital > 1 ? 2 : 1;
}
