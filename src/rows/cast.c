/*
 * cast.c - names met so far.
 *
 *   in   names, one after another
 *   out  for each its number, from 0 in the order of their first coming
 *
 * A name is known by the 128-bit hash of its bytes. Open addressing; members
 * and slots double together, and what they leave stays in the arena.
 */
#include "rows/cast.h"

#include <string.h>

enum { FIRST_SLOTS = 64 };

void ws_cast_init(ws_cast *cast, ws_arena *arena)
{
    memset(cast, 0, sizeof *cast);
    cast->arena = arena;
}

/* The slot that holds key, or the free one where it would go. */
static uint32_t *find(const ws_cast *cast, ws_hash_value key)
{
    uint32_t i = (uint32_t)key.low & (cast->slots - 1);

    for (; cast->slot[i] != 0; i = (i + 1) & (cast->slots - 1)) {
        const ws_member *member = &cast->member[cast->slot[i] - 1];
        if (member->key.low == key.low && member->key.high == key.high)
            break;
    }
    return &cast->slot[i];
}

static whosaid_status grow(ws_cast *cast)
{
    uint32_t slots = cast->slots != 0 ? cast->slots * 2 : FIRST_SLOTS;

    if (slots < cast->slots)
        return WHOSAID_ERR_NOMEM;
    uint32_t *slot = WS_NEW(cast->arena, uint32_t, slots);
    ws_member *member = WS_NEW(cast->arena, ws_member, slots / 2);
    if (slot == NULL || member == NULL)
        return WHOSAID_ERR_NOMEM;
    if (cast->count > 0)
        memcpy(member, cast->member, cast->count * sizeof *member);
    cast->slot = slot;
    cast->slots = slots;
    cast->member = member;
    for (uint32_t i = 0; i < cast->count; i++)
        *find(cast, member[i].key) = i + 1;
    return WHOSAID_OK;
}

whosaid_status ws_cast_find(ws_cast *cast, ws_cell name, uint32_t *index)
{
    ws_hash hash;

    if (cast->count == cast->slots / 2)
        WS_TRY(grow(cast));
    ws_hash_init(&hash);
    ws_hash_add(&hash, name.text, name.len);
    ws_hash_value key = ws_hash_end(&hash);
    uint32_t *slot = find(cast, key);
    if (*slot == 0) {
        char *copy = WS_NEW(cast->arena, char, name.len);

        if (copy == NULL)
            return WHOSAID_ERR_NOMEM;
        if (name.len > 0)
            memcpy(copy, name.text, name.len);
        cast->member[cast->count].key = key;
        cast->member[cast->count].name = (ws_cell){copy, name.len};
        *slot = ++cast->count;
    }
    *index = *slot - 1;
    return WHOSAID_OK;
}
