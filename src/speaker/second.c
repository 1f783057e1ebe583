/*
 * second.c - the choice weighed again with what the reader says.
 *
 *   in   the finalists with their scores, the reader's opinion
 *   out  their scores
 *
 * Two numbers are weighed in beside the first score, a product of experts
 * (Hinton 2002); the weights were learned from documents that neither scorer
 * had seen. Trees over all clues and the reader's gained nothing over these.
 *
 * Cost: a constant number of looks a finalist.
 */
#include "speaker/second.h"

ws_second ws_second_learned(ws_reading *reading, bool always)
{
    return (ws_second){reading, &ws_model_second,
                       always ? 10001 : WS_SECOND_UNDER};
}

void ws_second_weigh(const ws_second *second, const ws_opinion *opinion,
                     ws_candidate *candidate, uint32_t count)
{
    const int16_t *weight = second->model->weight;

    for (uint32_t i = 0; i < count; i++) {
        ws_told told = ws_opinion_of(opinion, &candidate[i]);
        candidate[i].score += (weight[WS_SECOND_MENTION] * told.mention +
                               weight[WS_SECOND_PERSON] * told.person) /
                              256;
    }
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
