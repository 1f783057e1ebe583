/*
 * article.h - a document built by hand, and a sink that remembers.
 *
 * Quotations and their speakers are given as the words themselves, so that a
 * test names no offset.
 */
#ifndef TESTS_ARTICLE_H
#define TESTS_ARTICLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "rows/doc.h"

struct article {
    whosaid_doc doc;
    whosaid_quote quote[16];
    whosaid_span part[32];
    uint32_t parts;
};

/* Begin a document; text is borrowed. */
static inline void article_init(struct article *a, const char *text)
{
    memset(a, 0, sizeof *a);
    ws_arena_init(&a->doc.arena, NULL);
    assert_int_equal(
        ws_text_init(&a->doc.arena, text, strlen(text), &a->doc.text),
        WHOSAID_OK);
    a->doc.quote = a->quote;
}

static inline void article_free(struct article *a)
{
    ws_arena_free(&a->doc.arena);
}

/* Where words stand first, from byte at on. */
static inline whosaid_span words_from(const struct article *a, uint32_t at,
                                      const char *words)
{
    const char *found = strstr(a->doc.text.bytes + at, words);
    whosaid_span span = {0, 0};

    assert_non_null(found);
    span.begin = (uint32_t)(found - a->doc.text.bytes);
    span.end = span.begin + (uint32_t)strlen(words);
    return span;
}

/* Add a quotation of speaker ("" for none), with its next part the first
 * words that stand after the last quotation's first part began. */
static inline whosaid_quote *
article_quote(struct article *a, const char *speaker, const char *words)
{
    uint32_t from = 0;
    whosaid_quote *quote = &a->quote[a->doc.quotes];

    if (a->doc.quotes > 0)
        from = quote[-1].part[0].begin + 1;
    a->part[a->parts] = words_from(a, from, words);
    quote->part = &a->part[a->parts++];
    quote->parts = 1;
    if (speaker[0] != '\0') {
        quote->speaker = words_from(a, 0, speaker);
        quote->source = WHOSAID_SOURCE_PERSON;
        quote->method = WHOSAID_METHOD_CUE;
        quote->confidence = 9000;
    }
    quote->line = ws_text_line(&a->doc.text, quote->part[0].begin);
    quote->paragraph =
        ws_text_paragraph(&a->doc.text, quote->part[0].begin) + 1;
    quote->parent = WHOSAID_NONE;
    a->doc.quotes++;
    return quote;
}

/* Add a part to the last quotation: the first such words after its last. */
static inline void article_part(struct article *a, const char *words)
{
    whosaid_quote *quote = &a->quote[a->doc.quotes - 1];

    a->part[a->parts] = words_from(a, a->part[a->parts - 1].end, words);
    a->parts++;
    quote->parts++;
}

/* What a sink took; it refuses what would make it longer than most. */
struct paper {
    char text[8192];
    size_t len;
    size_t most;
};

static inline bool paper_write(void *ctx, const char *bytes, size_t len)
{
    struct paper *paper = ctx;
    size_t most = paper->most != 0 ? paper->most : sizeof paper->text - 1;

    if (len > most - paper->len)
        return false;
    memcpy(paper->text + paper->len, bytes, len);
    paper->len += len;
    paper->text[paper->len] = '\0';
    return true;
}

#endif /* TESTS_ARTICLE_H */
