/*
 * calling.h - "“Anna,” she said": a pronoun is nobody whom its words call.
 */
#ifndef WS_CALLING_H
#define WS_CALLING_H

#include "speaker/rival.h"

/* Whether the words beside a pronoun's verb of saying call person id by name.
 * O(1). */
bool ws_calling_names(const ws_stage *stage, uint32_t pronoun, uint32_t id);

/* Whether they tell of person id with an honorific: "Mr Ruiz". O(1). */
bool ws_calling_titles(const ws_stage *stage, uint32_t pronoun, uint32_t id);

#endif /* WS_CALLING_H */
