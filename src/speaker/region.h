/*
 * region.h - names whose words are a place's: "South Carolina", "Wall Street".
 */
#ifndef WS_REGION_H
#define WS_REGION_H

#include "text/segment.h"

/* Whether the words [first, last) of a name tell of a region, a street or a
 * landmark, whatever surnames stand among them. O(1). */
bool ws_is_region(const char *bytes, const ws_token *token, uint32_t first,
                  uint32_t last);

#endif /* WS_REGION_H */
