/*
 * test_threads.c - eight threads analyse one input and write the same rows.
 * Under the tsan variant this shows shared state, if there is any.
 */
#include <pthread.h>

#include "fixture.h"

enum { THREADS = 8, ROUNDS = 4 };

static struct fixture_buffer text; /* only read once the threads run */

static struct fixture_buffer rows(void)
{
    struct fixture_buffer out = {NULL, 0, 0};
    whosaid_sink sink = {fixture_write, &out};
    whosaid_writer *writer = NULL;
    whosaid_doc *doc = fixture_analyze(text.bytes, text.len);

    if (whosaid_writer_new(NULL, &sink, NULL, &writer) != WHOSAID_OK ||
        whosaid_writer_add(writer, "a", 1, doc) != WHOSAID_OK ||
        whosaid_explain(doc, "a", 1, &sink) != WHOSAID_OK)
        fixture_die("no rows", "test_threads");
    whosaid_writer_free(writer);
    whosaid_doc_free(doc);
    return out;
}

static void *work(void *result)
{
    struct fixture_buffer *out = result;

    for (int i = 0; i < ROUNDS; i++) {
        free(out->bytes);
        *out = rows();
    }
    return NULL;
}

int main(void)
{
    pthread_t thread[THREADS];
    struct fixture_buffer got[THREADS] = {
        {NULL, 0, 0}
    };
    int failed = 0;

    text = fixture_read("fixtures/articles/harbour.txt");
    struct fixture_buffer want = rows();

    if (want.len == 0)
        fixture_die("no rows to compare", "test_threads");

    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&thread[i], NULL, work, &got[i]) != 0)
            fixture_die("no thread", "test_threads");
    for (int i = 0; i < THREADS; i++)
        if (pthread_join(thread[i], NULL) != 0)
            fixture_die("a thread is lost", "test_threads");
    for (int i = 0; i < THREADS; i++) {
        if (got[i].len != want.len ||
            memcmp(got[i].bytes, want.bytes, want.len) != 0) {
            fprintf(stderr, "thread %d wrote other rows\n", i);
            failed = 1;
        }
        free(got[i].bytes);
    }
    printf("%d threads, %zu bytes each\n", THREADS, want.len);
    free(want.bytes);
    free(text.bytes);
    return failed;
}
