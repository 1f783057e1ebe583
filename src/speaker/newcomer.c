/*
 * newcomer.c - one who has just been brought in, called by his years.
 *
 *   in   mentions with their people, what is stated of them
 *   out  the person of "the 44-year-old", or nobody
 *
 *   Among those who came was [Leanne Firth], who was taught by Mrs Hill.
 *   "She taught my daughter, too," [the 44-year-old] said.
 *
 * A report gives a name first, and the years of the same one behind it, as his
 * other name. Mrs Hill, who is no news, was named long ago.
 *
 * Cost: a bounded number of mentions is looked at. Not here: the only one told
 * of (sole.c), one whose age is told (epithet.c).
 */
#include "speaker/newcomer.h"

#include "speaker/nominal.h"
#include "speaker/private.h"

enum {
    NEAR = 24,     /* mentions looked at for a newcomer */
    SENTENCES = 3, /* back to him */
    OWNER = 3,     /* tokens before a name up to "whose" */
    NAMED = 240    /* mentions looked at for an earlier name */
};

/* Mentions of nobody whom a sentence brings in. */
#define OTHER \
    (WS_M_QUOTED | WS_M_GENITIVE | WS_M_JOINT | WS_M_HEADLINE | WS_M_PLURAL)

/* "Kevin Dale, whose brother [Tom Hill] is ill,": of whom another is told to be
 * the brother. */
static bool is_owned(const ws_scene *scene, const ws_mention *c)
{
    for (uint32_t n = 1; n <= OWNER && n <= c->name; n++)
        if (ws_scene_listed(scene, c->name - n, WS_LIST_WHOSE))
            return true;
    return false;
}

/* "His grandad, [Len], was a diver." */
static bool is_apposed(const ws_scene *scene, const ws_mention *c)
{
    const ws_token *token = scene->tokens->token;

    return c->name > 0 && ws_is_comma(&token[c->name - 1]) &&
           c->last < scene->tokens->count && ws_is_comma(&token[c->last]);
}

/* Whether mention k gives somebody's full name, or in apposition his first. */
static bool is_full(const ws_scene *scene, uint32_t k)
{
    const ws_mention *c = &scene->mentions->mention[k];
    uint32_t id = scene->people->of[k];

    return !is_owned(scene, c) && c->kind == WS_MENTION_NAME &&
           (c->flags & OTHER) == 0 &&
           (c->name_end > c->name + 1 || is_apposed(scene, c)) &&
           id != WHOSAID_NONE &&
           scene->people->person[id].type == WHOSAID_SOURCE_PERSON;
}

/* Whether a name of person id stands before mention k, but in a headline. */
static bool is_old(const ws_scene *scene, uint32_t k, uint32_t id)
{
    for (uint32_t q = k; q-- > 0 && k - q < NAMED;) {
        const ws_mention *c = &scene->mentions->mention[q];
        if (scene->people->of[q] == id && c->kind == WS_MENTION_NAME &&
            (c->flags & WS_M_HEADLINE) == 0)
            return true;
    }
    return false;
}

/* Whether somebody named before mention m is told to be of that age. */
static bool is_told(const ws_scene *scene, uint32_t m)
{
    uint32_t head = scene->mentions->mention[m].head;

    for (uint32_t k = m; k-- > 0 && m - k < NAMED;) {
        uint32_t id = scene->people->of[k];
        if (id != WHOSAID_NONE &&
            ws_nominal_says(scene->people, head, id) == WS_SAYS_SO)
            return true;
    }
    return false;
}

/* "44-year-old" */
static bool is_years(const ws_scene *scene, uint32_t i)
{
    const ws_token *token = &scene->tokens->token[i];
    char first = scene->text->bytes[token->begin];

    return (token->shape & WS_SHAPE_HYPHEN) != 0 && first >= '0' &&
           first <= '9';
}

uint32_t ws_aged(const ws_scene *scene, uint32_t m)
{
    const ws_mention *e = &scene->mentions->mention[m];
    uint32_t found = WHOSAID_NONE;
    uint32_t years = e->first + 1;

    if (scene->tokens->foreign || scene->tokens->count >= WS_ARTICLE ||
        years >= e->last || !is_years(scene, years))
        return WHOSAID_NONE;
    for (uint32_t k = m; k-- > 0 && m - k < NAMED;) {
        const ws_mention *c = &scene->mentions->mention[k];
        uint32_t id = scene->people->of[k];
        if (c->kind != WS_MENTION_NAME || id == WHOSAID_NONE || id == found ||
            scene->people->person[id].type != WHOSAID_SOURCE_PERSON ||
            ws_nominal_says(scene->people, years, id) != WS_SAYS_SO)
            continue;
        if (found != WHOSAID_NONE)
            return WHOSAID_NONE;
        found = id;
    }
    return found == WHOSAID_NONE || found == scene->people->never[m] ||
                   ws_opposed(e->flags, scene->people->person[found].flags)
               ? WHOSAID_NONE
               : found;
}

uint32_t ws_newcomer(const ws_scene *scene, uint32_t m)
{
    const ws_mention *e = &scene->mentions->mention[m];
    const uint32_t *of = scene->sentences->of;
    uint32_t here = scene->tokens->token[e->head].paragraph;
    uint32_t found = WHOSAID_NONE;
    uint32_t alone = 0; /* the sentence that brings one in by a first name */

    if (scene->tokens->foreign || scene->tokens->count >= WS_ARTICLE)
        return WHOSAID_NONE;
    for (uint32_t k = m; k-- > 0 && m - k < NEAR;) {
        const ws_mention *c = &scene->mentions->mention[k];
        uint32_t id = scene->people->of[k];
        if (scene->tokens->token[c->head].paragraph + 1 < here ||
            of[c->head] + SENTENCES < of[e->head] || of[c->head] < alone)
            break;
        if (!is_full(scene, k) || c->last > e->first || id == found ||
            is_old(scene, k, id))
            continue;
        if (found != WHOSAID_NONE)
            return WHOSAID_NONE;
        found = id;
        if (c->name_end == c->name + 1 && of[c->head] + 1 >= of[e->head])
            alone = of[c->head]; /* by that sentence, if alone there */
    }
    if (found == WHOSAID_NONE || found == scene->people->never[m] ||
        ws_opposed(e->flags, scene->people->person[found].flags) ||
        ws_private_fit(scene, m, found) < 0 || is_told(scene, m))
        return WHOSAID_NONE;
    return found;
}

bool ws_is_newcomer(const ws_scene *scene, uint32_t m)
{
    const ws_lex state = WS_LEX_BIT(BE) | WS_LEX_BIT(AUXILIARY);
    const ws_token *token = scene->tokens->token;
    uint32_t first = scene->mentions->mention[m].first;

    return scene->tokens->nouns && first > 1 &&
           ws_scene_listed(scene, first - 2, WS_LIST_THEN) &&
           ws_is_small(&token[first - 1]) &&
           (token[first - 1].lex & state) == 0 &&
           scene->sentences->sentence[scene->sentences->of[first]].first ==
               first - 2;
}
