/*
 * gapped.h - "Lampe sprach von einem „Sieg“, Vogt von einem „Anfang“": a clause
 * that leaves out the verb of the one before.
 */
#ifndef WS_GAPPED_H
#define WS_GAPPED_H

#include "speaker/gather.h"

/* Where nouns have capitals: the mention that opens such a clause, of somebody
 * else than whoever spoke the words in the clause before; or NONE. A bounded
 * number of looks. */
uint32_t ws_gapped(const ws_scene *scene, const ws_place *place,
                   const ws_past *past);

#endif /* WS_GAPPED_H */
