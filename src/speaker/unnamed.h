/*
 * unnamed.h - "A father said it was too short. “Five years,” he said": he who
 * has just spoken and has no name.
 */
#ifndef WS_UNNAMED_H
#define WS_UNNAMED_H

#include "speaker/rival.h"

/* The person without a name who spoke last before a he or she that speaks,
 * where the genders are known to agree and nobody with a name was told of
 * since; or NONE. A bounded number of looks. */
uint32_t ws_unnamed_before(const ws_stage *stage, uint32_t pronoun);

#endif /* WS_UNNAMED_H */
