/*
 * map.h - the way back from a text that was read to its file, for the tests of
 * pages and of plain texts.
 */
#ifndef WS_TEST_MAP_H
#define WS_TEST_MAP_H

#include "support.h"
#include "whosaid.h"

/* Each byte of a text has a place in its file, and they ascend. */
static inline void check_map(const whosaid_page *page, size_t file_len)
{
    size_t len = 0;
    uint32_t before = 0;

    (void)whosaid_page_text(page, &len);
    for (uint32_t at = 0; at < len; at++) {
        whosaid_span span =
            whosaid_page_source(page, (whosaid_span){at, at + 1});
        assert_true(span.begin <= span.end && span.end <= file_len);
        assert_true(span.begin >= before);
        before = span.begin;
    }
}

#endif /* WS_TEST_MAP_H */
