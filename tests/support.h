/*
 * support.h - what the unit tests share: an allocator that refuses.
 *
 * Include it last. A test walks fail_at = 1, 2, 3, ... until its room says
 * OK: every request is then refused once.
 */
#ifndef WS_TEST_SUPPORT_H
#define WS_TEST_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

struct failing {
    size_t calls;   /* requests seen */
    size_t fail_at; /* refuse this one, counting from 1; 0: never */
    size_t live;    /* blocks not yet given back */
};

static inline void *failing_alloc(void *ctx, size_t size)
{
    struct failing *failing = ctx;
    void *block = ++failing->calls == failing->fail_at ? NULL : malloc(size);

    if (block != NULL)
        failing->live++;
    return block;
}

static inline void failing_free(void *ctx, void *block)
{
    struct failing *failing = ctx;

    if (block != NULL)
        failing->live--;
    free(block);
}

/* The allocator over a counter that the caller keeps. */
static inline whosaid_allocator failing_source(struct failing *failing)
{
    whosaid_allocator source = {failing_alloc, failing_free, failing};

    return source;
}

/* A copy without a byte behind it, so that ASan sees a read past the end.
 * The caller frees it. */
static inline char *exact_copy(const char *text, size_t len)
{
    char *copy = malloc(len > 0 ? len : 1);

    assert_non_null(copy);
    if (len > 0)
        memcpy(copy, text, len);
    return copy;
}

#endif /* WS_TEST_SUPPORT_H */
