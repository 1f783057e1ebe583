/*
 * speaker.h - what the tests of the speaker rooms share: a document analysed,
 * and its mentions looked up by their words.
 */
#ifndef WS_TEST_SPEAKER_H
#define WS_TEST_SPEAKER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "rows/result.h"
#include "speaker/called.h"

static inline whosaid_doc *analyse(const char *text)
{
    whosaid_doc *doc = NULL;

    assert_int_equal(whosaid_analyze(text, strlen(text), NULL, &doc),
                     WHOSAID_OK);
    if (doc->quotations.count == 0)
        assert_int_equal(ws_doc_people(doc), WHOSAID_OK);
    return doc;
}

static inline whosaid_span tokens_span(const whosaid_doc *doc, uint32_t first,
                                       uint32_t last)
{
    if (first >= last)
        return (whosaid_span){0, 0};
    return (whosaid_span){doc->tokens.token[first].begin,
                          doc->tokens.token[last - 1].end};
}

static inline void assert_words(const whosaid_doc *doc, whosaid_span span,
                                const char *want)
{
    char got[256];
    size_t len = span.end - span.begin;

    assert_true(len < sizeof got);
    memcpy(got, doc->text.bytes + span.begin, len);
    got[len] = '\0';
    assert_string_equal(got, want);
}

/* The nth mention (from 0) whose words, titles included, are these. */
static inline uint32_t mention_at(const whosaid_doc *doc, const char *words,
                                  uint32_t nth)
{
    for (uint32_t m = 0; m < doc->mentions.count; m++) {
        const ws_mention *mention = &doc->mentions.mention[m];
        whosaid_span span = tokens_span(doc, mention->first, mention->last);
        if (span.end - span.begin == strlen(words) &&
            memcmp(doc->text.bytes + span.begin, words, strlen(words)) == 0 &&
            nth-- == 0)
            return m;
    }
    return WHOSAID_NONE;
}

#endif /* WS_TEST_SPEAKER_H */
