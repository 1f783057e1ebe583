/*
 * quoted.h - a text taken through the rooms of src/quote, for their tests.
 *
 * Include it in place of support.h, last.
 */
#ifndef WS_TEST_QUOTED_H
#define WS_TEST_QUOTED_H

#include "quote/dialogue.h"
#include "quote/quotation.h"
#include "quote/side.h"
#include "support.h"

struct quoted {
    char *bytes;
    whosaid_quote_style style;
    ws_arena arena;
    ws_text text;
    ws_tokens tokens;
    ws_marks marks;
    ws_pieces pieces;
    ws_sentences sentences;
    ws_quotations quotations;
};

static inline whosaid_status quoted_run(struct quoted *q, size_t len)
{
    ws_arena *a = &q->arena;

    WS_TRY(ws_text_init(a, q->bytes, len, &q->text));
    WS_TRY(ws_tokens_cut(a, &q->text, &q->tokens));
    WS_TRY(ws_marks_find(a, &q->text, &q->tokens, q->style, &q->marks));
    WS_TRY(ws_sides_settle(a, &q->tokens, &q->marks));
    WS_TRY(ws_dialogue_mark(a, &q->text, &q->tokens, &q->marks));
    WS_TRY(ws_pieces_find(a, &q->text, &q->tokens, &q->marks, &q->pieces));
    WS_TRY(
        ws_sentences_cut(a, &q->text, &q->tokens, &q->pieces, &q->sentences));
    return ws_quotations_join(a, &q->text, &q->tokens, &q->pieces,
                              &q->sentences, &q->quotations);
}

static inline void quoted_as(struct quoted *q, const char *text,
                             whosaid_quote_style style)
{
    size_t len = strlen(text);

    memset(q, 0, sizeof *q);
    q->style = style;
    q->bytes = exact_copy(text, len);
    ws_arena_init(&q->arena, NULL);
    assert_int_equal(quoted_run(q, len), WHOSAID_OK);
}

static inline void quoted_init(struct quoted *q, const char *text)
{
    quoted_as(q, text, WHOSAID_QUOTES_AUTO);
}

static inline void quoted_free(struct quoted *q)
{
    ws_arena_free(&q->arena);
    free(q->bytes);
}

/* What a test's rendering grows into; too much is a fault of the test. */
struct paper {
    char text[2048];
    size_t len;
};

static inline void put(struct paper *paper, const char *bytes, size_t len)
{
    assert_true(paper->len + len < sizeof paper->text);
    memcpy(paper->text + paper->len, bytes, len);
    paper->len += len;
    paper->text[paper->len] = '\0';
}

static inline void puts_on(struct paper *paper, const char *text)
{
    put(paper, text, strlen(text));
}

/* The text with its marks by what they can be: [ opens, ] closes, | either. */
static inline void put_marks(struct paper *paper, const struct quoted *q,
                             bool with_doubts)
{
    uint32_t at = 0;

    for (uint32_t i = 0; i < q->marks.count; i++) {
        const ws_mark *mark = &q->marks.mark[i];
        put(paper, q->bytes + at, mark->begin - at);
        if (mark->doubtful && with_doubts)
            puts_on(paper, "?");
        puts_on(paper, mark->can_open && mark->can_close ? "|"
                       : mark->can_open                  ? "["
                                                         : "]");
        at = mark->end;
    }
    put(paper, q->bytes + at, q->text.len - at);
}

/* Refuse the first request of all rooms, then the second, ... until none is
 * refused. */
static inline void expect_every_refusal_survived(const char *text)
{
    size_t fail_at = 0;
    whosaid_status status;

    do {
        struct failing failing = {0, ++fail_at, 0};
        whosaid_allocator source = failing_source(&failing);
        struct quoted q;

        memset(&q, 0, sizeof q);
        q.bytes = exact_copy(text, strlen(text));
        ws_arena_init(&q.arena, &source);
        status = quoted_run(&q, strlen(text));
        if (status != WHOSAID_OK) {
            assert_int_equal(status, WHOSAID_ERR_NOMEM);
            assert_int_equal(q.quotations.count, 0);
        }
        quoted_free(&q);
        assert_int_equal(failing.live, 0);
    } while (status != WHOSAID_OK);
    assert_true(fail_at > 1);
}

#endif /* WS_TEST_QUOTED_H */
