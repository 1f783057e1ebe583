/*
 * test_oom.c - refuses memory request 1, 2, 3, ... of the whole pipeline,
 * analysis, rows and lint, until none is refused. Each try ends in NOMEM or OK and
 * gives everything back.
 *
 * Where WS_CHUNK_MIN is 0 every request of every room is reached. From
 * request STEP_FROM on, only one in some is tried, so that the time stays
 * near linear in their number.
 */
#include <stdio.h>

#include "fixture.h"
#include "support.h"

enum { STEP_FROM = 1024 };

/* Refuses from request fail_at on. */
static void *failing_for_good(void *ctx, size_t size)
{
    struct failing *failing = ctx;

    if (failing->calls + 1 < failing->fail_at)
        return failing_alloc(ctx, size);
    failing->calls++;
    return NULL;
}

static bool swallow(void *ctx, const char *bytes, size_t len)
{
    (void)ctx;
    (void)bytes;
    (void)len;
    return true;
}

static bool swallow_row(void *ctx, const whosaid_cell *cell, uint32_t cells)
{
    (void)ctx;
    (void)cell;
    (void)cells;
    return true;
}

/* A document in each format but the one that was. */
static whosaid_status write_others(const whosaid_allocator *allocator,
                                   const whosaid_doc *doc,
                                   whosaid_row_options rows)
{
    const whosaid_table table = {swallow_row, NULL};
    whosaid_sink sink = {swallow, NULL};
    whosaid_status status = WHOSAID_OK;

    rows.candidates = true;
    rows.table = &table;
    for (uint32_t i = 1; status == WHOSAID_OK && whosaid_format_name(i) != NULL;
         i++) {
        whosaid_writer *writer = NULL;

        rows.format = (whosaid_format)i;
        status = whosaid_writer_new(&rows, &sink, allocator, &writer);
        assert_true((status == WHOSAID_OK) == (writer != NULL));
        if (status == WHOSAID_OK)
            status = whosaid_writer_add(writer, "a", 1, doc);
        if (status == WHOSAID_OK)
            status = whosaid_writer_close(writer);
        whosaid_writer_free(writer);
    }
    return status;
}

/* The whole pipeline: two documents, so that the writer's memory grows. */
static whosaid_status whole(const whosaid_allocator *allocator,
                            const struct fixture_buffer *text)
{
    static const char known[] = "name,aliases,id\nAnn Lee,Lee,1\nBo,Lee,2\n";
    whosaid_options options = WHOSAID_OPTIONS_INIT;
    whosaid_row_options rows = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_sink sink = {swallow, NULL};
    whosaid_writer *writer = NULL;
    whosaid_people *people = NULL;
    whosaid_status status;

    options.allocator = allocator;
    rows.all = true;
    status =
        whosaid_people_read(known, sizeof known - 1, allocator, &people, NULL);
    assert_true((status == WHOSAID_OK) == (people != NULL));
    rows.people = people;
    if (status == WHOSAID_OK)
        status = whosaid_writer_new(&rows, &sink, allocator, &writer);
    assert_true((status == WHOSAID_OK) == (writer != NULL));
    for (int i = 0; status == WHOSAID_OK && i < 2; i++) {
        whosaid_doc *doc = NULL;

        status = whosaid_analyze(text->bytes, text->len, &options, &doc);
        assert_true((status == WHOSAID_OK) == (doc != NULL));
        if (status == WHOSAID_OK) {
            assert_true(whosaid_quote_count(doc) > 0);
            status = whosaid_writer_add(writer, i == 0 ? "a" : "b", 1, doc);
        }
        if (status == WHOSAID_OK && i == 0)
            status = write_others(allocator, doc, rows);
        if (status == WHOSAID_OK)
            status = whosaid_explain(doc, "a", 1, &sink);
        if (status == WHOSAID_OK) {
            whosaid_report *report = NULL;

            status = whosaid_lint(doc, allocator, &report);
            assert_true((status == WHOSAID_OK) == (report != NULL));
            whosaid_report_free(report);
        }
        whosaid_doc_free(doc);
    }
    whosaid_writer_free(writer);
    whosaid_people_free(people);
    return status;
}

static void refuse_each(const char *path, bool for_good)
{
    struct fixture_buffer text = fixture_read(path);
    size_t fail_at = 0;
    whosaid_status status;

    do {
        fail_at += 1 + (fail_at >= STEP_FROM ? fail_at / 64 : 0);
        struct failing failing = {0, fail_at, 0};
        whosaid_allocator source = failing_source(&failing);

        if (for_good)
            source.alloc = failing_for_good;

        status = whole(&source, &text);
        if (status != WHOSAID_OK)
            assert_int_equal(status, WHOSAID_ERR_NOMEM);
        else /* a refusal that nobody noticed would end the loop early */
            assert_true(failing.calls < fail_at);
        assert_true(failing.live == 0);
    } while (status != WHOSAID_OK);
    printf("%s: %zu requests\n", path, fail_at - 1);
    /* refusals were tried, and each request was one */
    assert_true(fail_at > (WS_CHUNK_MIN == 0 ? 20 : 3));
    free(text.bytes);
}

static void survives_one_refusal(void **state)
{
    (void)state;
    refuse_each("fixtures/golden/raid.txt", false);
    refuse_each("fixtures/articles/library.txt", false);
    refuse_each("fixtures/articles/interview.txt", false); /* a transcript */
    refuse_each("fixtures/articles/ferry.txt", false);     /* a story */
}

static void survives_the_end_of_memory(void **state)
{
    (void)state;
    refuse_each("fixtures/articles/library.txt", true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(survives_one_refusal),
        cmocka_unit_test(survives_the_end_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
