/*
 * wired.h - the place with which a wire's report begins.
 */
#ifndef WS_WIRED_H
#define WS_WIRED_H

#include "speaker/naming.h"

/* "EL PASO, Texas (AP) -": whether mention m is the place in capitals. O(1). */
bool ws_is_dateline(const ws_token *token, uint32_t tokens,
                    const ws_mention *m);

#endif /* WS_WIRED_H */
