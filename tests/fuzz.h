/*
 * fuzz.h - what the fuzzers share: promises, and what was written kept.
 */
#ifndef WS_TEST_FUZZ_H
#define WS_TEST_FUZZ_H

#include <stdlib.h>
#include <string.h>

#include "whosaid.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct output {
    char *bytes;
    size_t len;
    size_t cap;
};

static inline void require(bool ok)
{
    if (!ok)
        abort();
}

static inline bool keep(void *ctx, const char *bytes, size_t len)
{
    struct output *out = ctx;

    require(len <= SIZE_MAX / 4 - out->len);
    if (out->len + len > out->cap) {
        out->cap = 2 * (out->len + len);
        out->bytes = realloc(out->bytes, out->cap);
        require(out->bytes != NULL);
    }
    if (len != 0)
        memcpy(out->bytes + out->len, bytes, len);
    out->len += len;
    return true;
}

#endif /* WS_TEST_FUZZ_H */
