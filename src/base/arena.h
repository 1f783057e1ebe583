/*
 * arena.h - one pool of memory per document.
 *
 * Every room takes what it needs from the document's arena and frees nothing;
 * ws_arena_free() returns the lot. So an error is just a return: there is no
 * cleanup path to get wrong.
 *
 * Failure is sticky. After the first refusal every later request returns NULL
 * too, so a room may fill a table first and look once at the end.
 */
#ifndef WS_ARENA_H
#define WS_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include "whosaid.h"

/* Smallest block asked of the allocator, in bytes. The test build sets this
 * to 0: then each request is its own malloc, so ASan and valgrind see exact
 * bounds and the out-of-memory test reaches every single request. */
#ifndef WS_CHUNK_MIN
#define WS_CHUNK_MIN ((size_t)64 * 1024)
#endif

typedef struct ws_arena {
    struct ws_chunk *head;    /* newest chunk, or NULL */
    whosaid_allocator source; /* copied from the caller */
    size_t taken;             /* bytes asked of source so far */
    bool failed;              /* sticky */
    uint64_t steps;           /* work done, as the rooms count it: each adds
                               * its loop turns; tests compare n with 2n */
} ws_arena;

/* Start an empty arena. A NULL source means malloc and free. */
void ws_arena_init(ws_arena *arena, const whosaid_allocator *source);

/* Room for count items of size bytes: zeroed, aligned for any type, never
 * NULL unless the arena has failed. O(count * size). */
void *ws_arena_alloc(ws_arena *arena, size_t count, size_t size);

/* Give everything back, even what the arena stands in. Else it is empty again
 * and may be reused. */
void ws_arena_free(ws_arena *arena);

#define WS_NEW(arena, type, count) \
    ((type *)ws_arena_alloc((arena), (count), sizeof(type)))

/* An object that owns all it holds: size bytes, zeroed, in an arena of its own,
 * which is moved into it, to byte at. NULL: the source said no. It goes with
 * ws_arena_free() of that arena. */
void *ws_arena_object(const whosaid_allocator *source, size_t size, size_t at);

#define WS_OBJECT(source, type) \
    ((type *)ws_arena_object((source), sizeof(type), offsetof(type, arena)))

/* The one macro that returns: everything allocated is the arena's. */
#define WS_TRY(call)                        \
    do {                                    \
        whosaid_status ws_status_ = (call); \
        if (ws_status_ != WHOSAID_OK)       \
            return ws_status_;              \
    } while (0)

#endif /* WS_ARENA_H */
