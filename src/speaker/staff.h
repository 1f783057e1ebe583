/*
 * staff.h - "NBC's Ana Ruiz": whose name stands behind a body's genitive.
 */
#ifndef WS_STAFF_H
#define WS_STAFF_H

#include "speaker/naming.h"

/* The name of a person that begins right behind the genitive of mention owner,
 * which is a name; or NONE. O(1). */
uint32_t ws_staff_of(const ws_mentions *mentions, uint32_t owner);

#endif /* WS_STAFF_H */
