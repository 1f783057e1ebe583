/*
 * neuter.h - the "it" that means a firm by a name that may be one's, or a letter.
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

/* The document that nominal m is, brought in as such if need be. */
uint32_t ws_document_of(ws_people *people, uint32_t m);

/*
 * "A letter came from the bank. “...,” it said": the document that an "it" that
 * speaks means: the one that spoke last and nobody else since, one that was just
 * brought in, or what reads. It becomes one of the people if need be.
 *
 * Returns the person, or NONE. O(1).
 */
uint32_t ws_neuter_document(const ws_stage *stage, uint32_t pronoun,
                            ws_people *people);

#endif /* WS_NEUTER_H */
