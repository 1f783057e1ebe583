/*
 * told.h - words behind which the source of others stands.
 */
#ifndef WS_TOLD_H
#define WS_TOLD_H

#include "text/segment.h"

/* "Hieß es aus dem Amt", token i being the verb: marks the preposition before
 * the source. O(1). */
void ws_told_read(const char *bytes, ws_token *token, uint32_t i,
                  uint32_t count);

/* "Rief die tiefe [Stimme] des Ministers": token i, and behind it whose it is.
 * O(1). */
bool ws_is_voice_of(const char *bytes, const ws_token *token, uint32_t i,
                    uint32_t count);

/* "„Nein!“, [entfuhr] es dem Wirt", token i: whom they escape is the source. O(1). */
void ws_escaped_read(const char *bytes, ws_token *token, uint32_t i,
                     uint32_t count);

#endif /* WS_TOLD_H */
