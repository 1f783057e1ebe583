/*
 * measured.h - "der 41 Jahre alte Elektriker": how old, how long, before a noun.
 */
#ifndef WS_MEASURED_H
#define WS_MEASURED_H

#include "text/segment.h"

enum {
    WS_MEASURED = 3 /* words of a measure: a number, its noun, an adjective */
};

/* Whether a measure begins at token i and tells of the noun or name behind it,
 * where nouns have capitals. O(1). */
bool ws_is_measured(const ws_tokens *tokens, uint32_t i);

#endif /* WS_MEASURED_H */
