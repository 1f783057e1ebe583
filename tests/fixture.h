/*
 * fixture.h - what the tests of the whole pipeline share: a file's bytes, a
 * buffer that grows, an analysis that must succeed. Each ends the test run
 * where it cannot do its work.
 */
#ifndef WS_FIXTURE_H
#define WS_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "whosaid.h"

static inline void fixture_die(const char *what, const char *which)
{
    fprintf(stderr, "%s: %s\n", which, what);
    exit(1);
}

/* Bytes that grow. bytes[len] is always NUL. Begin with {NULL, 0, 0}. */
struct fixture_buffer {
    char *bytes;
    size_t len;
    size_t cap;
};

static inline void fixture_put(struct fixture_buffer *buffer, const char *bytes,
                               size_t len)
{
    if (buffer->cap - buffer->len <= len) {
        size_t cap = 2 * (buffer->cap + len) + 64;
        char *bigger = realloc(buffer->bytes, cap);

        if (bigger == NULL)
            fixture_die("no memory", "test");
        buffer->bytes = bigger;
        buffer->cap = cap;
    }
    if (len != 0)
        memcpy(buffer->bytes + buffer->len, bytes, len);
    buffer->len += len;
    buffer->bytes[buffer->len] = '\0';
}

static inline void fixture_puts(struct fixture_buffer *buffer, const char *text)
{
    fixture_put(buffer, text, strlen(text));
}

/* A sink that fills a buffer. */
static inline bool fixture_write(void *ctx, const char *bytes, size_t len)
{
    fixture_put(ctx, bytes, len);
    return true;
}

/* A whole file; free its bytes. */
static inline struct fixture_buffer fixture_read(const char *path)
{
    struct fixture_buffer buffer = {NULL, 0, 0};
    char block[4096];
    size_t got;
    FILE *file = fopen(path, "rb");

    if (file == NULL)
        fixture_die("cannot be opened", path);
    fixture_put(&buffer, "", 0);
    while ((got = fread(block, 1, sizeof block, file)) > 0)
        fixture_put(&buffer, block, got);
    if (ferror(file))
        fixture_die("cannot be read", path);
    fclose(file);
    return buffer;
}

static inline whosaid_doc *fixture_analyze(const char *text, size_t len)
{
    whosaid_doc *doc = NULL;

    if (whosaid_analyze(text, len, NULL, &doc) != WHOSAID_OK || doc == NULL)
        fixture_die("whosaid_analyze failed", "test");
    return doc;
}

/* Whether a quotation is somebody's speech, and so a row by default. */
static inline bool fixture_is_speech(const whosaid_quote *quote)
{
    return quote->kind == WHOSAID_KIND_DIRECT ||
           quote->kind == WHOSAID_KIND_MIXED ||
           quote->kind == WHOSAID_KIND_TURN;
}

/* Append a span of text, each run of white space as one space; "-" for an
 * empty one. */
static inline void fixture_put_span(struct fixture_buffer *out,
                                    const char *text, whosaid_span span)
{
    bool pending = false;

    if (span.begin == span.end)
        fixture_puts(out, "-");
    for (uint32_t at = span.begin; at < span.end; at++) {
        char c = text[at];

        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            pending = true;
            continue;
        }
        if (pending && at > span.begin)
            fixture_puts(out, " ");
        pending = false;
        fixture_put(out, &c, 1);
    }
}

/* Append "Speaker | the words", as a reader of the rows sees them. */
static inline void fixture_put_quote(struct fixture_buffer *out,
                                     const char *text,
                                     const whosaid_quote *quote, uint32_t least)
{
    whosaid_span nobody = {0, 0};
    bool named = quote->confidence >= least;

    fixture_put_span(out, text, named ? quote->speaker : nobody);
    fixture_puts(out, " |");
    for (uint32_t i = 0; i < quote->parts; i++) {
        fixture_puts(out, " ");
        fixture_put_span(out, text, quote->part[i]);
    }
}

#endif /* WS_FIXTURE_H */
