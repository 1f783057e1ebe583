/*
 * staff.c - "NBC's Ana Ruiz": whose name stands behind a body's genitive.
 *
 *   in   a mention that owns what follows
 *   out  the name that follows
 *
 * Cost: a few looks.
 *
 * Not here: the body as what she works for (role.c).
 */
#include "speaker/staff.h"

enum { NEAR_MENTIONS = 4 }; /* looked at behind the owner */

uint32_t ws_staff_of(const ws_mentions *mentions, uint32_t owner)
{
    const ws_mention *body = &mentions->mention[owner];
    uint32_t first = body->last + 1;

    if ((body->flags & WS_M_GENITIVE) == 0 || body->kind != WS_MENTION_NAME ||
        body->last >= mentions->phrases.tokens->count)
        return WHOSAID_NONE;
    for (uint32_t k = owner + 1;
         k < mentions->count && k <= owner + NEAR_MENTIONS; k++) {
        const ws_mention *m = &mentions->mention[k];
        if (m->first == first && m->kind == WS_MENTION_NAME &&
            m->type != WHOSAID_SOURCE_BODY && m->name_end - m->name > 1 &&
            (m->flags & WS_M_GENITIVE) == 0)
            return k;
    }
    return WHOSAID_NONE;
}
