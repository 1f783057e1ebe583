/*
 * second.c - the choice weighed again with what the reader says.
 *
 *   in   the finalists with their scores, the reader's opinion
 *   out  their scores, the odds that a choice is right
 *
 * A product of experts (Hinton 2002), three weights: of the first score, and of
 * what the reader says of the mention and of the person. They were learned from
 * documents that neither scorer had seen. Trees over what both say gained
 * nothing over them; those of the confidence do.
 *
 * Cost: a look over the window's mentions a finalist, and the trees.
 */
#include "speaker/second.h"

#include <string.h>

ws_second ws_second_learned(ws_reading *reading, bool always)
{
    return (ws_second){reading, &ws_model_second, &ws_forest_second_trust,
                       always ? 10001 : WS_SECOND_UNDER};
}

bool ws_second_reads(const ws_second *second, const ws_scene *scene)
{
    return !scene->talk->story || second->model->weight[WS_SECOND_STORY_ASKED];
}

void ws_second_weigh(const ws_second *second, const ws_scene *scene,
                     const ws_opinion *opinion, ws_candidate *candidate,
                     uint32_t count)
{
    const int16_t *weight = second->model->weight;

    weight += scene->talk->story ? WS_SECOND_STORY_FIRST : WS_SECOND_FIRST;
    for (uint32_t i = 0; i < count; i++) {
        ws_told told = ws_opinion_of(opinion, &candidate[i]);
        candidate[i].score = (weight[WS_SECOND_FIRST] * candidate[i].score +
                              weight[WS_SECOND_MENTION] * told.mention +
                              weight[WS_SECOND_PERSON] * told.person) /
                             256;
    }
}

int32_t ws_second_odds(const ws_second *second,
                       const int16_t trust[WS_TRUST_COUNT],
                       const int16_t heard[WS_HEARING_COUNT])
{
    int16_t value[WS_SECOND_TRUSTS];

    memcpy(value, trust, WS_TRUST_COUNT * sizeof *value);
    memcpy(value + WS_TRUST_COUNT, heard, WS_HEARING_COUNT * sizeof *value);
    return ws_forest_score(second->trust, value);
}

const char *ws_second_name(uint32_t value)
{
    static const char *const name[] = {
#define X(name) #name,
        WS_SECONDS(X)
#undef X
    };

    return value < WS_SECOND_COUNT ? name[value] : "unknown";
}

const char *ws_second_trust_name(uint32_t value)
{
    return value < WS_TRUST_COUNT ? ws_trust_name(value)
                                  : ws_hearing_name(value - WS_TRUST_COUNT);
}
