/*
 * bound.c - "Ana Ruiz slammed the Maine senator": she is not the senator.
 *
 *   in   mentions with their people
 *   out  whether an epithet cannot mean the subject of its clause
 *
 * Who says something of himself says "me" or "him", and no noun: the object of
 * a verb of saying is somebody else, and so is the subject of what is said. A
 * verb that only tells what somebody is ("became the senator") is no verb of
 * saying, and no word that parts clauses may stand between.
 *
 * Cost: a bounded number of mentions and words is looked at.
 */
#include "speaker/bound.h"

enum {
    NEAR_MENTIONS = 8, /* between the subject and its object */
    NEAR_TOKENS = 8
};

/* Whether the words [first, last) are a verb of saying and nothing that begins
 * another clause or tells what the subject is: "called", "has also told". */
static bool is_said(const ws_scene *scene, uint32_t first, uint32_t last)
{
    const ws_lex parting = WS_LEX_BIT(BE) | WS_LEX_BIT(AS) | WS_LEX_BIT(AND) |
                           WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(RELATIVE) |
                           WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(PREPOSITION);
    bool said = false;

    if (last <= first || last - first > NEAR_TOKENS)
        return false;
    for (uint32_t i = first; i < last; i++) {
        const ws_token *token = &scene->tokens->token[i];
        /* "that" leads in what is said, and stands with the relatives */
        if (token->kind != WS_TOKEN_WORD ||
            ((token->lex & parting) != 0 && !WS_IS(token->lex, THAT)))
            return false;
        said = said || WS_IS(token->lex, CUE);
    }
    return said;
}

bool ws_bound_apart(const ws_scene *scene, uint32_t m, uint32_t id)
{
    const uint16_t no_subject = WS_M_OBJECT | WS_M_GENITIVE | WS_M_NESTED |
                                WS_M_AFTER_PREPOSITION | WS_M_QUOTED;
    const ws_mention *e = &scene->mentions->mention[m];
    const uint32_t *of = scene->sentences->of;

    for (uint32_t n = 1; n <= NEAR_MENTIONS && n <= m; n++) {
        const ws_mention *c = &scene->mentions->mention[m - n];
        if (of[c->head] != of[e->head])
            return false;
        if (scene->people->of[m - n] == id && (c->flags & no_subject) == 0 &&
            c->last <= e->first && is_said(scene, c->last, e->first))
            return true;
    }
    return false;
}
