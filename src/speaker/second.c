/*
 * second.c - the choice weighed again with what the reader says.
 *
 *   in   the finalists with their scores, the reader's opinion
 *   out  their scores
 *
 * The trees start from the first score, so where the reader says nothing new
 * the choice stays. Learned from documents that neither scorer has seen.
 *
 * Cost: a constant number of looks a finalist.
 */
#include "speaker/second.h"

ws_second ws_second_learned(ws_reading *reading, bool always)
{
    return (ws_second){reading, &ws_forest_second, &ws_forest_second_trust,
                       always ? 10001 : WS_SECOND_UNDER};
}

void ws_second_values(const ws_scene *scene, uint32_t quotation,
                      const ws_past *past, const ws_opinion *opinion,
                      const ws_candidate *candidate, uint32_t count, uint32_t i,
                      int16_t value[WS_SECOND_CHOICE])
{
    ws_finalist f = {candidate, count, i};

    ws_witness(scene, quotation, past, &f, value);
    ws_opinion_of(opinion, candidate, count, i, value + WS_WITNESS_COUNT);
}

void ws_second_weigh(const ws_scene *scene, const ws_second *second,
                     uint32_t quotation, const ws_past *past,
                     const ws_opinion *opinion, ws_candidate *candidate,
                     uint32_t count)
{
    int16_t value[WS_SECOND_CHOICE];
    int32_t score[WS_CANDIDATES];

    for (uint32_t i = 0; i < count; i++) {
        ws_second_values(scene, quotation, past, opinion, candidate, count, i,
                         value);
        score[i] = candidate[i].score + ws_forest_score(second->choice, value);
    }
    for (uint32_t i = 0; i < count; i++)
        candidate[i].score = score[i];
}

const char *ws_second_choice_name(uint32_t value)
{
    return value < WS_WITNESS_COUNT ? ws_witness_name(value)
                                    : ws_opinion_name(value - WS_WITNESS_COUNT);
}

const char *ws_second_trust_name(uint32_t value)
{
    return value < WS_TRUST_COUNT ? ws_trust_name(value)
                                  : ws_opinion_name(value - WS_TRUST_COUNT);
}
