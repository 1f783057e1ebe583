/*
 * map.h - where the bytes of a text stood in the file that it was taken from.
 */
#ifndef WS_MAP_H
#define WS_MAP_H

#include "base/arena.h"

/* From byte text on, up to the next run. */
typedef struct ws_stretch {
    uint32_t text;
    uint32_t source; /* the first byte's place in the file */
    uint32_t until;  /* all of the run stands for [source, until); or SAME:
                      * the file has the same bytes */
} ws_stretch;

#define WS_RUN_SAME UINT32_MAX

/* Runs by text; source ascends too. Begin with all zero. */
typedef struct ws_map {
    ws_stretch *run; /* [runs] in an arena */
    uint32_t runs;
    uint32_t cap;
} ws_map;

/* Add: from byte text on, the file's bytes from source on. Goes on with the
 * last run where that says the same. A failed arena shows later. */
void ws_map_same(ws_arena *arena, ws_map *map, uint32_t text, uint32_t source);

/* Add: from byte text on, something that stands for [source, until). */
void ws_map_other(ws_arena *arena, ws_map *map, uint32_t text, uint32_t source,
                  uint32_t until);

/* Index of the run that holds byte at; 0 when there is none. O(log runs). */
uint32_t ws_map_run(const ws_map *map, uint32_t at);

/* The file's bytes that a stretch of the text stands for; where it is empty,
 * the place before its begin. O(log runs). */
whosaid_span ws_map_source(const ws_map *map, whosaid_span text);

/* A vector in an arena that must hold one item more: the vector, perhaps moved;
 * NULL when memory is out. *cap is its room. Amortised O(size). */
void *ws_map_room(ws_arena *arena, void *old, size_t size, uint32_t count,
                  uint32_t *cap);

#endif /* WS_MAP_H */
