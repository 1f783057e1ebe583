/*
 * address.c - "yes, sir": of which sex those are whom words address.
 *
 *   in   the words of a quotation
 *   out  whether they address a man or a woman
 *
 * A word of a list, set off on both sides, or behind "my", "dear" and the like:
 * "No, ma'am.", "My dear fellow, sit down". Names that are called are found
 * elsewhere (talk.c).
 *
 * Cost: O(tokens).
 */
#include "speaker/address.h"

enum { FONDLY = 3 }; /* words as "my dear" before the one that calls */

/* A stop, a comma, a dash or a mark, or the end. */
static bool sets_off(const ws_scene *scene, uint32_t i)
{
    if (i >= scene->tokens->count)
        return true;
    const ws_token *token = &scene->tokens->token[i];
    if (token->cp == '\'' || token->cp == 0x2019)
        return scene->pieces->opened[i] != scene->pieces->opened[i - 1] ||
               scene->pieces->inside[i - 1] != scene->pieces->inside[i];
    return token->kind == WS_TOKEN_MARK || token->kind == WS_TOKEN_PUNCT;
}

/* Whether the word at token i calls somebody. */
static bool is_call(const ws_scene *scene, const ws_place *place, uint32_t i)
{
    bool kin = ws_scene_listed(scene, i, WS_LIST_KIN_FATHER) ||
               ws_scene_listed(scene, i, WS_LIST_KIN_MOTHER);
    uint32_t first = i;

    if (!sets_off(scene, i + 1) ||
        (scene->tokens->token[i].shape & WS_SHAPE_GENITIVE) != 0)
        return false;
    while (first > place->begin && i - first < FONDLY &&
           ws_scene_listed(scene, first - 1, WS_LIST_FONDLY))
        first--;
    if (kin && first < i && ws_scene_listed(scene, first, WS_LIST_MY))
        return false; /* "my father, ...": told of */
    return first == place->begin || sets_off(scene, first - 1) ||
           WS_IS(scene->tokens->token[first - 1].lex, AND) ||
           ws_scene_listed(scene, first - 1, WS_LIST_EXCLAIMED);
}

uint16_t ws_address_sex(const ws_scene *scene, const ws_place *place)
{
    uint16_t sex = 0;

    for (uint32_t i = place->begin; i < place->end; i++) {
        bool he = ws_scene_listed(scene, i, WS_LIST_SIR);
        bool she = !he && ws_scene_listed(scene, i, WS_LIST_MADAM);
        if ((he || she) && is_call(scene, place, i))
            sex = (uint16_t)(sex | (he ? WS_M_MALE : WS_M_FEMALE));
    }
    return sex == (WS_M_MALE | WS_M_FEMALE) ? 0 : sex;
}
