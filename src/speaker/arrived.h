/*
 * arrived.h - "Skipper Tom Lee watched. “I suffered,” he said": he who has just
 * been brought in.
 */
#ifndef WS_ARRIVED_H
#define WS_ARRIVED_H

#include "speaker/rival.h"

/* The person whom the sentence before that of a pronoun that speaks, or of a
 * byname ("said the Dane"), brings in by his full name, as its subject, in the
 * same paragraph of an article, or with whom the paragraph before begins; or
 * NONE. A bounded number of looks. */
uint32_t ws_arrived(const ws_stage *stage, uint32_t pronoun);

#endif /* WS_ARRIVED_H */
