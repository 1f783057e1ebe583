/*
 * besides.c - "auch der Wirt": one more than the one just told of.
 *
 *   in   mentions, cues
 *   out  whether a noun that speaks cannot be another word for whoever was
 *        told of
 *
 * 1. "Auch", "selbst" or "sogar" stands before the noun, or its sentence opens
 *    with "und": he speaks, too.
 * 2. A German sentence has one phrase before its verb. What stands between the
 *    noun and the verb tells which one he is: "der Wirt am Markt warnte",
 *    "die Vertreterin im Aufsichtsrat betont". Nobody tells that of one whom
 *    the reader has just met.
 * 3. Some posts have one bearer each, and nobody has two of them: the mayor is
 *    not the treasurer, nor the referee the coach.
 *
 * Not here: a genitive behind the noun (renamed.c).
 */
#include "speaker/besides.h"

#include <string.h>

enum {
    ROLE_WORDS = 12, /* of an office, looked at */
    POST_BYTES = 64  /* of the end of a word, likewise: no post is as long */
};

/* "Der Wirt [am Markt] warnte": a sentence opens with mention e, and a
 * preposition, no adverb of time, stands between it and its verb. */
static bool is_told_apart(const ws_scene *scene, uint32_t m)
{
    const ws_mention *e = &scene->mentions->mention[m];
    uint32_t cue = scene->cues->of[m];
    uint32_t behind = e->head + 1;
    const ws_sentence *s =
        &scene->sentences->sentence[scene->sentences->of[e->head]];

    if (cue == WHOSAID_NONE || s->first != e->first || behind >= s->last)
        return false;
    uint32_t verb = scene->cues->cue[cue].first;
    const ws_token *token = scene->tokens->token;
    return verb > behind + 1 && verb < s->last && ws_is_small(&token[verb]) &&
           WS_IS(token[behind].lex, PREPOSITION) &&
           !WS_IS(token[behind].lex, ACCORDING);
}

bool ws_is_besides(const ws_scene *scene, uint32_t m)
{
    const ws_mention *e = &scene->mentions->mention[m];
    uint32_t first =
        scene->sentences->sentence[scene->sentences->of[e->head]].first;

    if (!scene->tokens->nouns)
        return false;
    if (e->first > 0 && e->first - 1 >= first &&
        ws_scene_listed(scene, e->first - 1, WS_LIST_BESIDES))
        return e->first - 1 == first ||
               !WS_IS(scene->tokens->token[e->first - 1].lex, AND);
    return is_told_apart(scene, m);
}

/* The end of the word at token i that is a post, as a place in the text; its
 * end where it has none: "Schul[leiter]". */
static uint32_t post_in(const ws_scene *scene, uint32_t i)
{
    const ws_token *token = &scene->tokens->token[i];
    const char *bytes = scene->text->bytes;
    uint32_t at = token->begin;

    if (token->end - at > POST_BYTES)
        at = token->end - POST_BYTES;
    while (at < token->end &&
           !ws_is_listed(WS_LIST_POSTS, bytes + at, token->end - at))
        at++;
    return at;
}

bool ws_is_other_post(const ws_scene *scene, uint32_t m, uint32_t id)
{
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_mention *c =
        &scene->mentions->mention[scene->people->person[id].mention];
    const ws_token *noun = &scene->tokens->token[e->head];
    const char *bytes = scene->text->bytes;

    /* "Leutnant von Ahlsen": a rank before a name is a title, and no role */
    uint32_t from = c->role < c->role_end ? c->role : c->first;
    uint32_t to = c->role < c->role_end ? c->role_end : c->name;

    if (!scene->tokens->nouns || c->kind != WS_MENTION_NAME || from >= to)
        return false;
    uint32_t post = post_in(scene, e->head);
    bool other = false;
    for (uint32_t i = from; post < noun->end && i < to && i < from + ROLE_WORDS;
         i++) {
        const ws_token *word = &scene->tokens->token[i];
        uint32_t at = post_in(scene, i);
        if (at == word->end)
            continue;
        if (word->end - at == noun->end - post &&
            memcmp(bytes + at, bytes + post, noun->end - post) == 0)
            return false;
        other = true;
    }
    return other;
}
