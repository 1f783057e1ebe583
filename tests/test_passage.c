/* test_passage.c - a document as windows: every outermost quotation in one,
 * places within them, and analysis with a reader.
 *
 * With the weights of reader_model.h, which know little and say anything.
 */
#include <stdio.h>

#include "reader_model.h"
#include "speaker.h"
#include "support.h"

#include "speaker/passage.h"

enum { TEXT_ROOM = 1 << 16 };

/* A text that is put together. */
struct text {
    char bytes[TEXT_ROOM];
    size_t len;
};

static void put(struct text *text, const char *words, unsigned times)
{
    size_t len = strlen(words);

    while (times-- > 0) {
        assert_true(text->len + len < sizeof text->bytes);
        memcpy(text->bytes + text->len, words, len + 1);
        text->len += len;
    }
}

/* A document, its strip and the windows that answer its quotations. */
struct cut {
    struct tiny tiny;
    ws_arena arena;
    const ws_reader *reader;
    whosaid_doc *doc;
    ws_scene scene;
    ws_strip strip;
};

static void cut_open(struct cut *c, const char *text)
{
    c->tiny = tiny_reader();
    ws_arena_init(&c->arena, NULL);
    assert_int_equal(
        ws_reader_open(&c->arena, c->tiny.bytes, c->tiny.size, &c->reader),
        WHOSAID_OK);
    c->doc = analyse(text);
    c->scene = ws_doc_scene(c->doc);
    assert_int_equal(ws_strip_cut(&c->arena, &c->scene, c->reader, &c->strip),
                     WHOSAID_OK);
}

static void cut_close(struct cut *c)
{
    whosaid_doc_free(c->doc);
    ws_arena_free(&c->arena);
    free(c->tiny.bytes);
}

static void lies_within(const ws_window *window, uint32_t at)
{
    assert_in_range(at, 1, window->count - 2);
}

/* A window is one that can be read, and its mentions and marks lie in it. */
static void holds(const struct cut *c, const ws_passage *p)
{
    static const uint8_t values[WS_READER_INPUTS] = {4, 4, 3, 8, 6};
    ws_window window;
    uint32_t a;
    uint32_t b;

    ws_passage_window(&c->scene, &c->strip, p, &window);
    assert_in_range(window.count, 3, WS_READER_WINDOW);
    assert_int_equal(window.piece[0], WS_PIECE_CLS);
    assert_int_equal(window.piece[window.count - 1], WS_PIECE_SEP);
    for (uint32_t i = 0; i < window.count; i++) {
        assert_true(window.piece[i] < TINY_PIECES);
        for (uint32_t k = 0; k < WS_READER_INPUTS; k++)
            assert_true(window.input[k][i] < values[k]);
    }
    assert_in_range(p->mentions, 0, WS_PASSAGE_MENTIONS);
    for (uint32_t i = 0; i < p->mentions; i++) {
        assert_true(i == 0 || p->mention[i] > p->mention[i - 1]);
        ws_passage_mention(&c->scene, &c->strip, p, p->mention[i], &a, &b);
        lies_within(&window, a);
        lies_within(&window, b);
        assert_true(window.wanted[a] && window.wanted[b]);
    }
    for (uint32_t i = p->answers; i < p->answered; i++) {
        ws_passage_marks(&c->scene, &c->strip, p, c->strip.quotation[i], &a,
                         &b);
        lies_within(&window, a);
        lies_within(&window, b);
        assert_true(window.wanted[a] && window.wanted[b]);
        assert_true(a <= b);
    }
}

/* Walk the windows as the reader does: each outermost quotation is answered by
 * one. Returns how many windows there are. */
static uint32_t walk_by(const struct cut *c, const ws_span *span)
{
    uint32_t windows = 0;
    uint32_t outer = 0;
    ws_passage p;

    for (uint32_t q = 0; q < c->scene.quotations->count; q++)
        if (ws_quotations_outer(c->scene.quotations, q))
            assert_int_equal(c->strip.quotation[outer++], q);
    assert_int_equal(outer, c->strip.quotations);
    for (uint32_t i = 0; i < outer; i = p.answered) {
        ws_passage_at(&c->scene, &c->strip, span, i, &p);
        assert_int_equal(p.answers, i);
        assert_in_range(p.answered, i + 1, outer);
        holds(c, &p);
        windows++;
    }
    return windows;
}

static uint32_t walk(const struct cut *c)
{
    uint32_t shorter = walk_by(c, &ws_span_some);
    uint32_t windows = walk_by(c, &ws_span_all);

    (void)walk_by(c, &ws_span_each);
    assert_true(shorter >= windows);
    return windows;
}

static void one_window_answers_a_short_text(void **state)
{
    struct cut c;

    (void)state;
    cut_open(&c, "\"We said 'no' to that,\" said Ann Lee. \"So be it.\"\n\n"
                 "\"Yes,\" Bo Hill said.");
    assert_int_equal(c.strip.quotations, 3);
    assert_int_equal(walk(&c), 1);
    cut_close(&c);
}

static void nothing_has_no_windows(void **state)
{
    static const char *const texts[] = {"", " ", "No one spoke.", "\"", "\"\""};
    struct cut c;

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cut_open(&c, texts[i]);
        (void)walk(&c);
        cut_close(&c);
    }
}

static void many_quotations_have_many_windows(void **state)
{
    static struct text text;
    struct cut c;

    (void)state;
    text.len = 0;
    put(&text, "\"No,\" said Ann Lee. He saw it and went. ", 400);
    cut_open(&c, text.bytes);
    assert_int_equal(c.strip.quotations, 400);
    assert_in_range(walk(&c), 10, 100);
    cut_close(&c);
}

/* A window ends behind the last quotation that is asked about and has room. */
static void a_window_ends_with_what_is_asked(void **state)
{
    static struct text text;
    static bool asked[400];
    struct cut c;
    ws_passage alone;
    ws_passage p;

    (void)state;
    text.len = 0;
    put(&text, "\"No,\" said Ann Lee. He saw it and went. ", 400);
    cut_open(&c, text.bytes);
    c.strip.asked = asked;
    asked[300] = true;
    ws_passage_at(&c.scene, &c.strip, &ws_span_some, 200, &alone);
    assert_int_equal(alone.answered, 201);
    holds(&c, &alone);
    asked[202] = true;
    asked[205] = true;
    ws_passage_at(&c.scene, &c.strip, &ws_span_some, 200, &p);
    assert_int_equal(p.answered, 206);
    assert_int_equal(p.begin, alone.begin);
    assert_true(p.end > alone.end);
    holds(&c, &p);
    cut_close(&c);
}

/* What stands in the middle of long speech is one piece, and its people are
 * not listed. */
static void long_speech_is_cut_short(void **state)
{
    static struct text text;
    struct cut c;
    ws_passage p;
    ws_window window;
    uint32_t masks = 0;

    (void)state;
    text.len = 0;
    put(&text, "\"We saw Ann Lee", 1);
    put(&text, " and then Bo Hill left", 2000);
    put(&text, ",\" said Maria Lopez. \"Yes,\" he said.", 1);
    cut_open(&c, text.bytes);
    assert_int_equal(walk(&c), 1);
    ws_passage_at(&c.scene, &c.strip, &ws_span_all, 0, &p);
    assert_int_equal(p.answered, 2);
    assert_in_range(p.mentions, 2, 60);
    ws_passage_window(&c.scene, &c.strip, &p, &window);
    for (uint32_t i = 0; i < window.count; i++)
        masks += window.piece[i] == WS_PIECE_MASK;
    assert_int_equal(masks, 1);
    uint32_t lopez = mention_at(c.doc, "Maria Lopez", 0);
    bool shown = false;
    for (uint32_t i = 0; i < p.mentions; i++)
        shown = shown || p.mention[i] == lopez;
    assert_true(shown);
    cut_close(&c);
}

static void a_quotation_may_be_longer_than_a_window(void **state)
{
    static struct text text;
    struct cut c;

    (void)state;
    for (unsigned words = 1; words < 60; words += 7) {
        text.len = 0;
        put(&text, "Ann Lee spoke for long. ", 90);
        put(&text, "\"", 1);
        for (unsigned i = 0; i < words; i++) {
            put(&text, i % 3 == 0 ? "." : "b", 40); /* 32 pieces */
            put(&text, " ", 1);
        }
        put(&text, ",\" said Ann Lee. \"No.\" ", 1);
        put(&text, "Bo Hill spoke for long. ", 90);
        cut_open(&c, text.bytes);
        assert_in_range(walk(&c), 1, 10);
        cut_close(&c);
    }
}

static void a_token_may_be_longer_than_a_window(void **state)
{
    static struct text text;
    struct cut c;

    (void)state;
    text.len = 0;
    put(&text, "\"b", 1);
    put(&text, "ab", 5000);
    put(&text, ",\" said Ann ", 1);
    put(&text, "Mc", 5000);
    put(&text, ". \"No.\"", 1);
    cut_open(&c, text.bytes);
    (void)walk(&c);
    cut_close(&c);
}

/* -- analysis with a reader ------------------------------------------------- */

static const char talk[] =
    "\"We will stay,\" said Ann Lee, the mayor.\n\n"
    "\"Nobody asked us about it,\" Maria Lopez told reporters. \"It came too "
    "late.\"\n\nThe \"old\" library shut. \"No,\" he said.\n";

static whosaid_status read_all(const struct tiny *tiny,
                               const whosaid_allocator *allocator,
                               uint32_t *quotations)
{
    whosaid_options options = WHOSAID_OPTIONS_INIT;
    whosaid_reader *reader = NULL;
    whosaid_doc *doc = NULL;
    whosaid_status status =
        whosaid_reader_open(tiny->bytes, tiny->size, allocator, &reader);

    assert_true((status == WHOSAID_OK) == (reader != NULL));
    options.allocator = allocator;
    options.reader = reader;
    options.read_all = true;
    if (status == WHOSAID_OK) {
        status = whosaid_analyze(talk, sizeof talk - 1, &options, &doc);
        assert_true((status == WHOSAID_OK) == (doc != NULL));
    }
    whosaid_reader_close(reader);
    if (doc != NULL)
        *quotations = whosaid_quote_count(doc);
    whosaid_doc_free(doc);
    return status;
}

static void a_reader_changes_no_quotation(void **state)
{
    struct tiny tiny = tiny_reader();
    whosaid_doc *doc = analyse(talk);
    uint32_t quotations = 0;

    (void)state;
    assert_int_equal(read_all(&tiny, NULL, &quotations), WHOSAID_OK);
    assert_int_equal(quotations, whosaid_quote_count(doc));
    assert_true(quotations >= 4);
    whosaid_doc_free(doc);
    free(tiny.bytes);
}

static void each_request_may_be_refused(void **state)
{
    struct tiny tiny = tiny_reader();
    whosaid_status status = WHOSAID_ERR_NOMEM;
    uint32_t quotations = 0;

    (void)state;
    for (size_t at = 1; status == WHOSAID_ERR_NOMEM; at++) {
        struct failing failing = {0, at, 0};
        whosaid_allocator source = failing_source(&failing);

        status = read_all(&tiny, &source, &quotations);
        assert_true(status == WHOSAID_OK || status == WHOSAID_ERR_NOMEM);
        if (status == WHOSAID_OK) /* none went unnoticed */
            assert_true(failing.calls < at);
        assert_int_equal(failing.live, 0);
        assert_in_range(at, 1, 5000);
    }
    assert_true(quotations >= 4);
    free(tiny.bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_window_answers_a_short_text),
        cmocka_unit_test(nothing_has_no_windows),
        cmocka_unit_test(many_quotations_have_many_windows),
        cmocka_unit_test(a_window_ends_with_what_is_asked),
        cmocka_unit_test(long_speech_is_cut_short),
        cmocka_unit_test(a_quotation_may_be_longer_than_a_window),
        cmocka_unit_test(a_token_may_be_longer_than_a_window),
        cmocka_unit_test(a_reader_changes_no_quotation),
        cmocka_unit_test(each_request_may_be_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
