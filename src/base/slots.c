/*
 * slots.c - a table of hashes: which number a key leads to.
 *
 * Open addressing, one step on where a slot is taken.
 */
#include "base/slots.h"

#include <string.h>

whosaid_status ws_slots_init(ws_arena *arena, size_t most, ws_slots *slots)
{
    slots->slots = 4;
    while (slots->slots < 2 * most)
        slots->slots *= 2;
    slots->slot = WS_NEW(arena, ws_slot, slots->slots);
    return slots->slot != NULL ? WHOSAID_OK : WHOSAID_ERR_NOMEM;
}

void ws_slots_clear(ws_slots *slots)
{
    memset(slots->slot, 0, slots->slots * sizeof *slots->slot);
}

ws_slot *ws_slots_find(const ws_slots *slots, uint64_t key)
{
    uint64_t mixed = (key ^ key >> 32) * UINT64_C(0x9E3779B97F4A7C15);
    size_t i = (size_t)(mixed >> 32) & (slots->slots - 1);

    while (slots->slot[i].value != 0 && slots->slot[i].key != key)
        i = (i + 1) & (slots->slots - 1);
    return &slots->slot[i];
}
