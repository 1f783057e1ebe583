/* test_seen.c - same words, nearly the same, and who said them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "rows/seen.h"
#include "support.h"

enum { MANY = 10000 };

static struct failing heap;
static size_t heap_bytes; /* asked for and not given back */

/* An allocator that knows how much is in use. */
static void *counting_alloc(void *ctx, size_t size)
{
    size_t *block = failing_alloc(ctx, size + 16);

    if (block == NULL)
        return NULL;
    block[0] = size;
    heap_bytes += size;
    return block + 2;
}

static void counting_free(void *ctx, void *block)
{
    if (block == NULL)
        return;
    size_t *start = (size_t *)block - 2;
    heap_bytes -= start[0];
    failing_free(ctx, start);
}

static void start(ws_seen *seen, size_t fail_at)
{
    const whosaid_allocator source = {counting_alloc, counting_free, &heap};

    memset(&heap, 0, sizeof heap);
    heap.fail_at = fail_at;
    heap_bytes = 0;
    ws_seen_init(seen, &source);
}

static void end(ws_seen *seen)
{
    ws_seen_free(seen);
    assert_int_equal(heap.live, 0);
    assert_int_equal(heap_bytes, 0);
}

static whosaid_status try_note(ws_seen *seen, uint64_t id, const char *words,
                               const char *speaker, ws_seen_as *as)
{
    ws_sketch sketch = ws_words_of((ws_cell){words, strlen(words)});

    return ws_seen_note(seen, id, &sketch, (ws_cell){speaker, strlen(speaker)},
                        as);
}

static ws_seen_as note(ws_seen *seen, uint64_t id, const char *words,
                       const char *speaker)
{
    ws_seen_as as;

    assert_int_equal(try_note(seen, id, words, speaker, &as), WHOSAID_OK);
    return as;
}

#define WORDS "The council will keep the old library open through the winter."

static void tells_the_same_words_of_the_same_speaker(void **state)
{
    ws_seen seen;

    (void)state;
    start(&seen, 0);
    ws_seen_as as = note(&seen, 1, WORDS, "Ann Lee");
    assert_false(as.again);
    assert_int_equal(as.first, 1);
    assert_int_equal(as.group, 1);
    as = note(&seen, 2,
              "the council WILL keep the old library open through "
              "the winter",
              "ANN LEE");
    assert_true(as.again);
    assert_int_equal(as.first, 1);
    assert_int_equal(as.group, 1);
    assert_false(as.other_words);
    assert_false(as.other_speaker);
    as = note(&seen, 3, WORDS, "");
    assert_false(as.again);
    assert_int_equal(as.first, 3);
    as = note(&seen, 4, WORDS, "");
    assert_true(as.again);
    assert_int_equal(as.first, 3);
    assert_int_equal(as.group, 1);
    assert_false(as.other_speaker); /* nobody is not somebody else */
    assert_int_equal(seen.entries, 2);
    end(&seen);
}

static void groups_the_same_words_of_any_speaker(void **state)
{
    ws_seen seen;

    (void)state;
    start(&seen, 0);
    note(&seen, 1, "No.", "Ann");
    ws_seen_as as = note(&seen, 2, "No!", "Bo");
    assert_false(as.again);
    assert_int_equal(as.group, 1);
    assert_false(as.other_words);
    assert_true(as.other_speaker);
    as = note(&seen, 3, "No, no.", "Bo");
    assert_int_equal(as.group, 3);
    end(&seen);
}

static void groups_nearly_the_same_words(void **state)
{
    ws_seen seen;

    (void)state;
    start(&seen, 0);
    note(&seen, 1, WORDS, "Ann");
    ws_seen_as as = note(&seen, 2,
                         "The council will keep the library open through the "
                         "winter",
                         "Bo");
    assert_false(as.again);
    assert_int_equal(as.group, 1);
    assert_true(as.other_words);
    assert_int_equal(as.more, -1);
    assert_true(as.other_speaker);
    as = note(&seen, 3,
              "The council will keep our old library open through the winter.",
              "Ann");
    assert_int_equal(as.group, 1);
    assert_true(as.other_words);
    assert_int_equal(as.more, 0);
    assert_false(as.other_speaker);
    /* said again, it is in the same group as the first time */
    as = note(&seen, 4,
              "the council will keep our old library open through the winter",
              "Ann");
    assert_true(as.again);
    assert_int_equal(as.first, 3);
    assert_int_equal(as.group, 1);
    as = note(&seen, 5, "Nobody has seen the boats since Monday morning", "Bo");
    assert_int_equal(as.group, 5);
    end(&seen);
}

static void knows_no_quotation_without_words(void **state)
{
    ws_seen seen;

    (void)state;
    start(&seen, 0);
    for (uint64_t i = 1; i < 3; i++) {
        ws_seen_as as = note(&seen, i, "... — !", "Ann");
        assert_false(as.again);
        assert_int_equal(as.first, i);
        assert_int_equal(as.group, i);
    }
    assert_int_equal(seen.entries, 0);
    end(&seen);
}

/* Words that no other number has nearly. */
static const char *words_of(uint64_t number, char out[256])
{
    size_t len = 0;
    uint64_t x = number;

    for (int i = 0; i < 9; i++) {
        x = (x + 1) * UINT64_C(0x9E3779B97F4A7C15);
        x ^= x >> 29;
        len += (size_t)snprintf(out + len, 256 - len, "w%llx ",
                                (unsigned long long)(x >> 40));
    }
    return out;
}

static void gives_back_the_first_of_thousands(void **state)
{
    char words[256];
    ws_seen seen;

    (void)state;
    start(&seen, 0);
    for (uint64_t round = 0; round < 2; round++) {
        for (uint64_t i = 0; i < MANY; i++) {
            ws_seen_as as =
                note(&seen, i + round * MANY, words_of(i, words), "Ann");
            assert_int_equal(as.first, i);
            assert_int_equal(as.group, i);
            assert_int_equal(as.again, round == 1);
        }
    }
    assert_int_equal(seen.entries, MANY);
    end(&seen);
}

static void keeps_64_bytes_a_row_at_most(void **state)
{
    char words[256];
    ws_seen seen;
    double most = 0;

    (void)state;
    start(&seen, 0);
    for (uint64_t i = 0; i < MANY; i++) {
        note(&seen, i, words_of(i, words), "Ann");
        double each = (double)heap_bytes / (double)(i + 1);
        if (i >= MANY / 2 && each > most)
            most = each;
    }
    printf("%.1f bytes a row at most\n", most);
    assert_true(most > 40 && most <= 64);
    end(&seen);
}

/* What rows of some kind cost: slots looked at, for n and 2n of them. */
static void expect_linear(const char *what,
                          const char *(*make)(uint64_t, char[256]))
{
    uint64_t steps[2];
    char words[256];
    char speaker[32];

    for (uint64_t n = 0; n < 2; n++) {
        ws_seen seen;

        start(&seen, 0);
        for (uint64_t i = 0; i < (n + 1) * MANY; i++) {
            (void)snprintf(speaker, sizeof speaker, "Ann%llu",
                           (unsigned long long)i);
            note(&seen, i, make(i, words), speaker);
        }
        steps[n] = seen.steps;
        end(&seen);
    }
    printf("%s: %.1f slots a row, x%.2f\n", what, (double)steps[0] / MANY,
           (double)steps[1] / (double)steps[0]);
    assert_true(steps[0] >= MANY);
    assert_true((double)steps[1] <= 2.5 * (double)steps[0]);
    assert_true(steps[1] < 2 * (uint64_t)MANY * 200);
}

static const char *identical(uint64_t number, char out[256])
{
    (void)number;
    (void)out;
    return WORDS;
}

static const char *with_a_number(uint64_t number, char out[256])
{
    (void)snprintf(out, 256,
                   "The council will keep library number %llu open "
                   "through the winter and the spring",
                   (unsigned long long)number);
    return out;
}

/* Each begins with the same phrase, and goes on in its own way. */
static const char *with_a_phrase(uint64_t number, char out[256])
{
    char words[256];

    (void)snprintf(out, 256, "I have to tell you %.200s",
                   words_of(number, words));
    return out;
}

/* Only runs that all have: the same three words in other orders. */
static const char *of_two_words(uint64_t number, char out[256])
{
    size_t len = 0;

    for (int bit = 0; bit < 30; bit++)
        len += (size_t)snprintf(out + len, 256 - len, "%s ",
                                (number * 2654435761U >> bit & 1) != 0 ? "yes"
                                                                       : "no");
    return out;
}

static void costs_twice_for_twice_as_many(void **state)
{
    (void)state;
    expect_linear("apart", words_of);
    expect_linear("identical", identical);
    expect_linear("with a number", with_a_number);
    expect_linear("with a phrase", with_a_phrase);
    expect_linear("of two words", of_two_words);
}

static void stays_whole_when_memory_is_refused(void **state)
{
    char words[256];
    size_t refusals = 0;

    (void)state;
    for (size_t fail_at = 1; fail_at < 12; fail_at++) {
        ws_seen seen;
        ws_seen_as as;
        uint64_t i = 0;

        start(&seen, fail_at);
        while (i < 1500 &&
               try_note(&seen, i, words_of(i, words), "Ann", &as) == WHOSAID_OK)
            i++;
        refusals += i < 1500;
        assert_int_equal(seen.entries, i);
        as = note(&seen, i, words_of(i, words), "Ann");
        assert_false(as.again);
        as = note(&seen, 9999, words_of(0, words), "Ann");
        assert_true(as.again);
        assert_int_equal(as.first, 0);
        end(&seen);
    }
    assert_true(refusals > 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_the_same_words_of_the_same_speaker),
        cmocka_unit_test(groups_the_same_words_of_any_speaker),
        cmocka_unit_test(groups_nearly_the_same_words),
        cmocka_unit_test(knows_no_quotation_without_words),
        cmocka_unit_test(gives_back_the_first_of_thousands),
        cmocka_unit_test(keeps_64_bytes_a_row_at_most),
        cmocka_unit_test(costs_twice_for_twice_as_many),
        cmocka_unit_test(stays_whole_when_memory_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
