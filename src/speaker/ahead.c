/*
 * ahead.c - whom a pronoun means that comes before the name.
 *
 *   in   mentions with their people
 *   out  the person that an owner in a sentence's first words means
 *
 *   From [her] hospital bed, Kathleen Dorr told ...
 *   After [his] release, Ruiz ...
 *
 * Cost: a bounded number of words. Not here: any other pronoun (pronoun.c).
 */
#include "speaker/ahead.h"

enum {
    LEADING = 4, /* words of a sentence up to the owner */
    OPENING = 14 /* and up to the comma */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

uint32_t ws_named_ahead(const ws_stage *s, uint32_t pronoun)
{
    const ws_lex leads =
        WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(FOR);
    const ws_mention *p = &s->mentions->mention[pronoun];
    const ws_token *token = s->tokens->token;
    const ws_sentence *sentence =
        &s->sentences->sentence[s->sentences->of[p->head]];
    uint32_t first = sentence->first;

    if (s->tokens->foreign || (p->flags & BOTH) == 0 ||
        !WS_IS(token[p->first].lex, POSSESSIVE) || p->first == first ||
        p->first > first + LEADING || (token[first].lex & leads) == 0 ||
        (p->flags & WS_M_QUOTED) != 0)
        return WHOSAID_NONE;
    uint32_t comma = p->last;
    while (comma < sentence->last && comma < first + OPENING &&
           token[comma].kind == WS_TOKEN_WORD && s->pieces->inside[comma] == 0)
        comma++;
    if (comma + 1 >= sentence->last || !ws_is_comma(&token[comma]))
        return WHOSAID_NONE;
    for (uint32_t m = pronoun + 1;
         m < s->mentions->count &&
         s->mentions->mention[m].head < comma + LEADING * 2;
         m++) {
        const ws_mention *name = &s->mentions->mention[m];
        uint32_t id = s->people->of[m];
        if (name->first != comma + 1 || name->kind != WS_MENTION_NAME ||
            id == WHOSAID_NONE || (name->flags & WS_M_GENITIVE) != 0)
            continue;
        uint16_t gender = ws_rival_gender(&s->people->person[id]);
        return gender != 0 && gender == (p->flags & BOTH) ? id : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}
