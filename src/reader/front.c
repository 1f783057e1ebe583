/*
 * front.c - weights as the caller holds them.
 */
#include "reader/reader.h"

struct whosaid_reader {
    ws_arena arena; /* owns this and the table of sections */
    const ws_reader *reader;
};

whosaid_status whosaid_reader_open(const void *bytes, size_t size,
                                   const whosaid_allocator *allocator,
                                   whosaid_reader **reader)
{
    ws_arena arena;

    if (reader == NULL)
        return WHOSAID_ERR_ARGUMENT;
    *reader = NULL;
    if (bytes == NULL)
        return WHOSAID_ERR_ARGUMENT;
    ws_arena_init(&arena, allocator);
    whosaid_reader *made = WS_NEW(&arena, whosaid_reader, 1);
    whosaid_status status =
        made == NULL ? WHOSAID_ERR_NOMEM
                     : ws_reader_open(&arena, bytes, size, &made->reader);
    if (status != WHOSAID_OK) {
        ws_arena_free(&arena);
        return status;
    }
    made->arena = arena;
    *reader = made;
    return WHOSAID_OK;
}

void whosaid_reader_close(whosaid_reader *reader)
{
    if (reader == NULL)
        return;
    ws_arena arena = reader->arena;
    ws_arena_free(&arena);
}

const ws_reader *ws_reader_of(const whosaid_reader *reader)
{
    return reader->reader;
}
