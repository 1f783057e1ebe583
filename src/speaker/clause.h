/*
 * clause.h - whose words a quotation holds where one clause reports another.
 */
#ifndef WS_CLAUSE_H
#define WS_CLAUSE_H

#include "speaker/scene.h"

/* "Ana Ruiz told the court that Jo Hill had shouted: “...”": the subject of the
 * last clause before the words, where the clause before reports it; or
 * WHOSAID_NONE. A bounded number of looks. */
uint32_t ws_clause_speaker(const ws_scene *scene, const ws_place *place);

#endif /* WS_CLAUSE_H */
