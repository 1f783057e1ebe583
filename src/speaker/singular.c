/*
 * singular.c - who is called they.
 *
 *   in   mentions joined into people
 *   out  for each person whether they are they, and neither he nor she
 *
 * The text says so: "who uses they/them pronouns", "who is non-binary",
 * "identifies as nonbinary". It says so of the one on whom the clause hangs,
 * or else of the one named last before.
 *
 * Cost: linear; a text without a "they" that speaks is not looked through.
 *
 * Not here: "A neighbour said ... they added" (pronoun.c).
 */
#include "speaker/singular.h"

enum {
    OPENING = 120,     /* tokens in which an obituary says who died */
    NEAR_MENTIONS = 16 /* looked at before such words */
};

static bool is_they(const ws_mention *m)
{
    return m->kind == WS_MENTION_PRONOUN &&
           (m->flags & (WS_M_PLURAL | WS_M_FIRST | WS_M_SECOND)) == WS_M_PLURAL;
}

/* "They/them" from token i on. */
static bool is_pair(const ws_tokens *tokens, uint32_t i)
{
    const ws_lex them = WS_LEX_BIT(OBJECT) | WS_LEX_BIT(PLURAL);

    return i + 2 < tokens->count && tokens->token[i + 1].cp == '/' &&
           (tokens->token[i + 2].lex & them) == them;
}

/* "Is non-binary", "as nonbinary". */
static bool is_predicate(const ws_scene *scene, uint32_t i)
{
    const ws_lex before = WS_LEX_BIT(BE) | WS_LEX_BIT(AS);

    return i > 0 && (scene->tokens->token[i - 1].lex & before) != 0 &&
           ws_scene_listed(scene, i, WS_LIST_NONBINARY);
}

/* Whoever the words at token i are told of. */
static void mark(const ws_scene *scene, uint32_t i, ws_people *people)
{
    const ws_token *token = scene->tokens->token;
    uint32_t first = scene->sentences->sentence[scene->sentences->of[i]].first;
    uint32_t at = i;

    if (scene->pieces->inside[i] != 0)
        return;
    /* "Ana Ruiz, whose agent is Jo Hill and who is": Ana Ruiz */
    for (uint32_t k = first; k < at; k++)
        if (WS_IS(token[k].lex, RELATIVE) && scene->pieces->inside[k] == 0)
            at = k;
    uint32_t m = scene->mentions->at[at];
    for (uint32_t n = 0; n < NEAR_MENTIONS && m > 0; n++) {
        const ws_mention *mention = &scene->mentions->mention[--m];
        uint32_t id = people->of[m];
        if (mention->head < first)
            return;
        if (id == WHOSAID_NONE || (mention->flags & WS_M_QUOTED) != 0 ||
            mention->kind == WS_MENTION_PRONOUN ||
            (people->person[id].type != WHOSAID_SOURCE_PERSON &&
             people->person[id].type != WHOSAID_SOURCE_NONE))
            continue;
        people->person[id].they = true;
        people->person[id].type = WHOSAID_SOURCE_PERSON;
        return;
    }
}

/* The first word of a list outside the marks in [from, to), or NONE. */
static uint32_t word_in(const ws_scene *scene, uint32_t from, uint32_t to,
                        ws_list list)
{
    for (uint32_t i = from; i < to; i++)
        if (ws_scene_listed(scene, i, list) && scene->pieces->inside[i] == 0)
            return i;
    return WHOSAID_NONE;
}

/* "Ana Ruiz, who has died aged 80, ... was born in ...": she. */
static void find_late(const ws_scene *scene, ws_people *people)
{
    uint32_t count = scene->tokens->count;
    uint32_t end = count < OPENING ? count : OPENING;
    uint32_t i = word_in(scene, 0, end, WS_LIST_DIED);

    if (i == WHOSAID_NONE || count >= WS_ARTICLE ||
        word_in(scene, i, count, WS_LIST_LIVED) == WHOSAID_NONE)
        return;
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        const ws_mention *mention = &scene->mentions->mention[m];
        uint32_t id = people->of[m];
        if (mention->head >= i)
            return;
        if (id == WHOSAID_NONE || mention->kind != WS_MENTION_NAME ||
            people->person[id].type != WHOSAID_SOURCE_PERSON)
            continue;
        people->person[id].late = true;
        return;
    }
}

void ws_singular_find(const ws_scene *scene, ws_people *people)
{
    const ws_mentions *mentions = scene->mentions;
    bool speaks = false;

    if (scene->tokens->foreign)
        return;
    find_late(scene, people);
    for (uint32_t m = 0; m < mentions->count; m++) {
        if (!is_they(&mentions->mention[m]))
            continue;
        speaks = speaks || scene->cues->of[m] != WHOSAID_NONE;
        if (is_pair(scene->tokens, mentions->mention[m].head))
            mark(scene, mentions->mention[m].head, people);
    }
    for (uint32_t i = 0; speaks && i < scene->tokens->count; i++)
        if (is_predicate(scene, i))
            mark(scene, i, people);
}
