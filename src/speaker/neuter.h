/*
 * neuter.h - a name that may be a firm's, and the "it" that means it.
 */
#ifndef WS_NEUTER_H
#define WS_NEUTER_H

#include "speaker/rival.h"

/*
 * "Norsea Ferries will close the route. “...,” it said": the person whom an
 * "it" that speaks means though nobody knows what bears that name.
 *
 *   rivals  how many bodies it may mean
 *
 * Returns the person, or NONE. O(1): a bounded number of mentions is looked at.
 */
uint32_t ws_neuter_named(const ws_stage *stage, uint32_t pronoun,
                         const ws_rival *rival, uint32_t rivals);

#endif /* WS_NEUTER_H */
