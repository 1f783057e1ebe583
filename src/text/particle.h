/*
 * particle.h - "von", "van den": the little words in front of a last name.
 */
#ifndef WS_PARTICLE_H
#define WS_PARTICLE_H

#include "text/segment.h"

/* The word of a name behind the particles at token i, or count. O(1). */
uint32_t ws_particles_behind(const char *bytes, const ws_token *token,
                             uint32_t i, uint32_t count);

/* "Petra von der Aue", "sagte von der Aue": make particles of the prepositions
 * and articles within names. O(count). */
void ws_particles_read(const char *bytes, ws_token *token, uint32_t count);

#endif /* WS_PARTICLE_H */
