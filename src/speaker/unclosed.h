/*
 * unclosed.h - "Ana Ruiz, Director at Hill Trust said": an office behind a name
 * that no comma closes.
 */
#ifndef WS_UNCLOSED_H
#define WS_UNCLOSED_H

#include "speaker/naming.h"

/* Whether the office in tokens [office, verb), behind the comma behind name m
 * and right before a verb of saying, is that of who bears the name, and no
 * other's. O(words). */
bool ws_is_unclosed(const ws_phrases *phrases, const ws_mention *m,
                    uint32_t office, uint32_t verb);

/* "Ana, her mother and Tom": three, where a role [role, end) would end. O(1). */
bool ws_is_kin_list(const ws_phrases *phrases, uint32_t role, uint32_t end,
                    uint32_t limit);

#endif /* WS_UNCLOSED_H */
