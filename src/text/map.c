/*
 * map.c - where the bytes of a text stood in its file.
 *
 * A run is a stretch with the file's own bytes, or one thing in place of
 * another: a character for its reference, a line end for a tag. So a page of n
 * tags and references takes some 2n runs of twelve bytes.
 */
#include "text/map.h"

#include <string.h>

enum { FIRST_CAP = 64 };

void *ws_map_room(ws_arena *arena, void *old, size_t size, uint32_t count,
                  uint32_t *cap)
{
    if (count < *cap)
        return old;
    uint32_t more = *cap < FIRST_CAP ? FIRST_CAP : 2 * *cap;
    void *bigger = ws_arena_alloc(arena, more, size);
    if (bigger == NULL)
        return NULL;
    if (count > 0)
        memcpy(bigger, old, count * size);
    arena->steps += count;
    *cap = more;
    return bigger;
}

static void add(ws_arena *arena, ws_map *map, ws_stretch run)
{
    ws_stretch *room =
        ws_map_room(arena, map->run, sizeof run, map->runs, &map->cap);

    if (room == NULL)
        return;
    map->run = room;
    map->run[map->runs++] = run;
}

void ws_map_same(ws_arena *arena, ws_map *map, uint32_t text, uint32_t source)
{
    if (map->runs > 0) {
        const ws_stretch *last = &map->run[map->runs - 1];
        if (last->until == WS_RUN_SAME &&
            last->source + (text - last->text) == source)
            return;
    }
    add(arena, map, (ws_stretch){text, source, WS_RUN_SAME});
}

void ws_map_other(ws_arena *arena, ws_map *map, uint32_t text, uint32_t source,
                  uint32_t until)
{
    add(arena, map, (ws_stretch){text, source, until});
}

uint32_t ws_map_run(const ws_map *map, uint32_t at)
{
    uint32_t low = 0;
    uint32_t high = map->runs;

    /* the last run that begins at at or before */
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (map->run[middle].text <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

whosaid_span ws_map_source(const ws_map *map, whosaid_span text)
{
    if (map->runs == 0)
        return (whosaid_span){0, 0};

    const ws_stretch *first = &map->run[ws_map_run(map, text.begin)];
    bool same = first->until == WS_RUN_SAME;
    uint32_t begin = first->source + (same ? text.begin - first->text : 0);
    if (text.end <= text.begin)
        return (whosaid_span){begin, begin};
    const ws_stretch *last = &map->run[ws_map_run(map, text.end - 1)];
    uint32_t end = last->until == WS_RUN_SAME
                       ? last->source + (text.end - last->text)
                       : last->until;
    return (whosaid_span){begin, end};
}
