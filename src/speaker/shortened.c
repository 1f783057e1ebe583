/*
 * shortened.c - "the DP" of Deputy President Ana Ruiz.
 *
 *   in   mentions joined into people, with their roles
 *   out  the person of "the" and two to four capitals, whom nothing else names
 *
 * The capitals are those of words of an office that stands before or behind a
 * name: "of" and the like are passed by (DPP). Where two people hold such an
 * office, nobody is meant.
 *
 * Cost: a bounded number of mentions is looked at. Not here: the capitals of a
 * body (person.c), an office that everybody shortens ("the PM", nominal.c).
 */
#include "speaker/shortened.h"

enum {
    MENTIONS = 240, /* looked at before one */
    WORDS = 10,     /* of a role */
    LEAST = 2,      /* capitals */
    MOST = 4
};

/* "The DP": its only word is in capitals, and nobody else bears it. */
static bool is_short(const ws_scene *scene, uint32_t m)
{
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_token *token = scene->tokens->token;
    uint32_t id = scene->people->of[m];
    uint32_t len = token[e->head].end - token[e->head].begin;

    if (scene->tokens->foreign || len < LEAST || len > MOST ||
        e->last != e->first + 2 || e->head != e->first + 1 ||
        (token[e->head].shape & WS_SHAPE_ALLCAPS) == 0 ||
        (token[e->head].shape & (WS_SHAPE_DOT | WS_SHAPE_DIGIT)) != 0 ||
        (e->flags & (WS_M_QUOTED | WS_M_PLURAL)) != 0 ||
        !ws_scene_listed(scene, e->first, WS_LIST_DEFINITE))
        return false;
    if (id == WHOSAID_NONE)
        return true;
    const ws_mention *full =
        &scene->mentions->mention[scene->people->person[id].mention];
    return full->kind == WS_MENTION_NOMINAL || full->last - full->head == 1;
}

/* Whether the words of the role [at, end) that begin at token at have the
 * capitals, and name an office. */
static bool spells(const ws_scene *scene, uint32_t at, uint32_t end,
                   const ws_token *capitals)
{
    const ws_lex small = WS_LEX_BIT(OF) | WS_LEX_BIT(FOR) | WS_LEX_BIT(AND) |
                         WS_LEX_BIT(DET) | WS_LEX_BIT(PREPOSITION);
    const ws_lex any = WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE);
    const char *bytes = scene->text->bytes;
    uint32_t letter = capitals->begin;
    bool office = false;

    for (uint32_t i = at; i < end && letter < capitals->end; i++) {
        const ws_token *token = &scene->tokens->token[i];
        if ((token->lex & small) != 0 && ws_is_small(token))
            continue;
        char first = bytes[token->begin];
        if (first >= 'a' && first <= 'z')
            first = (char)(first - 'a' + 'A');
        if (token->kind != WS_TOKEN_WORD || first != bytes[letter])
            return false;
        office = office || (token->lex & any) != 0;
        letter++;
    }
    return office && letter == capitals->end;
}

/* "Chief Justice of India ([CJI]) Ana Ruiz": the same capitals stand in
 * brackets just before the name of mention k. */
static bool is_bracketed(const ws_scene *scene, const ws_mention *k,
                         const ws_token *capitals)
{
    const ws_token *token = scene->tokens->token;

    return k->first > 3 && token[k->first - 1].cp == ')' &&
           token[k->first - 3].cp == '(' &&
           ws_token_same(scene->text->bytes, &token[k->first - 2], capitals);
}

/* Whether the office before or behind the name of mention k is shortened so. */
static bool holds(const ws_scene *scene, const ws_mention *k,
                  const ws_token *capitals)
{
    uint32_t end =
        k->role_end < k->role + WORDS ? k->role_end : k->role + WORDS;

    /* "the PM", "Defence [CS] Ana Ruiz" */
    if (is_bracketed(scene, k, capitals) ||
        (k->name > k->first &&
         ws_token_same(scene->text->bytes, &scene->tokens->token[k->name - 1],
                       capitals)))
        return true;

    for (uint32_t i = k->role; i < end; i++)
        if (spells(scene, i, end, capitals))
            return true;
    return false;
}

bool ws_shortened_join(const ws_scene *scene, uint32_t m, ws_people *people)
{
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_token *capitals = &scene->tokens->token[e->head];
    uint32_t found = WHOSAID_NONE;

    if (!is_short(scene, m))
        return false;
    for (uint32_t k = m; k-- > 0 && m - k < MENTIONS;) {
        const ws_mention *c = &scene->mentions->mention[k];
        uint32_t id = people->of[k];
        if (c->kind != WS_MENTION_NAME || id == WHOSAID_NONE || id == found ||
            people->person[id].type != WHOSAID_SOURCE_PERSON ||
            !holds(scene, c, capitals))
            continue;
        if (found != WHOSAID_NONE)
            return false;
        found = id;
    }
    if (found == WHOSAID_NONE)
        return false;
    people->of[m] = found;
    people->sure[m] = WS_SURE_NOMINAL;
    return true;
}
