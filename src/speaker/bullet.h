/*
 * bullet.h - a dash that opens an item of a list, and no signature's.
 */
#ifndef WS_BULLET_H
#define WS_BULLET_H

#include "quote/piece.h"

/* Whether the dash at token i opens an item in which somebody speaks: a line
 * with marks of its own. A bounded number of looks. */
bool ws_is_bullet(const ws_token *token, uint32_t tokens,
                  const ws_pieces *pieces, uint32_t i);

#endif /* WS_BULLET_H */
