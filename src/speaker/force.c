/*
 * force.c - the police of whom an article tells, as the body of its officers.
 *
 *   in   mentions joined into people, a role
 *   out  the role's body
 *
 * "Kelham Police arrested two men. / “They ran,” Inspector Ana Ruiz said": an
 * article names the force once, and its officers by rank alone. Where it names
 * two forces, or schools, which have superintendents, nothing is told.
 *
 * Cost: one pass over words and mentions.
 */
#include "speaker/force.h"

#include "speaker/firm.h"

uint32_t ws_force_find(const ws_scene *scene)
{
    const ws_people *people = scene->people;
    uint32_t force = WHOSAID_NONE;

    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        if (people->of[m] == WHOSAID_NONE ||
            !ws_is_force(scene, &scene->mentions->mention[m]))
            continue;
        if (force == WHOSAID_NONE)
            force = people->person[people->of[m]].mention;
        else if (people->of[m] != people->of[force])
            return WHOSAID_NONE;
    }
    if (force == WHOSAID_NONE)
        return force;
    for (uint32_t i = 0; i < scene->tokens->count; i++)
        if (ws_scene_listed(scene, i, WS_LIST_SCHOOL))
            return WHOSAID_NONE;
    return force;
}

void ws_force_take(const ws_scene *scene, uint32_t force, ws_role *role)
{
    bool ranked = false;

    if (force == WHOSAID_NONE || role->body < role->body_end)
        return;
    for (uint32_t i = role->first; i < role->last; i++) {
        bool rank = ws_scene_listed(scene, i, WS_LIST_CONSTABLE);
        if (!rank && !ws_scene_listed(scene, i, WS_LIST_GRADE))
            return;
        ranked = ranked || rank;
    }
    if (!ranked)
        return;
    role->body = scene->mentions->mention[force].name;
    role->body_end = scene->mentions->mention[force].name_end;
}
