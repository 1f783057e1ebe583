/*
 * begun.h - "Claudia Sheinbaum" of Claudia Sheinbaum Pardo.
 */
#ifndef WS_BEGUN_H
#define WS_BEGUN_H

#include "speaker/bearer.h"

/* File person id, new with name m, under the words before its last one. O(1).
 */
void ws_begun_file(ws_joiner *j, const ws_mention *m, uint32_t id);

/* The one person whose fuller name begins with the words of name m, or whom
 * those before its last one name; or NONE. O(1). */
uint32_t ws_begun(const ws_joiner *j, const ws_mention *m);

#endif /* WS_BEGUN_H */
