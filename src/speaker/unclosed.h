/*
 * unclosed.h - "Ana Ruiz, Director at Hill Trust said": an office behind a name
 * that no comma closes.
 */
#ifndef WS_UNCLOSED_H
#define WS_UNCLOSED_H

#include "speaker/naming.h"

/* Where the verb of saying stands behind the office that follows name m and the
 * comma at token comma, where both are one person's; comma where they are not.
 * O(words). */
uint32_t ws_unclosed_end(const ws_phrases *phrases, const ws_mention *m,
                         uint32_t comma, uint32_t limit);

/* "Ana, her mother and Tom": three, where a role [role, end) would end. O(1). */
bool ws_is_kin_list(const ws_phrases *phrases, uint32_t role, uint32_t end,
                    uint32_t limit);

#endif /* WS_UNCLOSED_H */
