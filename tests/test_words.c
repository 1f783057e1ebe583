/* test_words.c - which words a text says, and nearly which. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "rows/words.h"
#include "support.h"

static ws_sketch sketch(const char *text)
{
    size_t len = strlen(text);
    char *exact = exact_copy(text, len);
    ws_sketch made = ws_words_of((ws_cell){exact, len});

    free(exact);
    return made;
}

static bool same(const char *one, const char *two)
{
    return sketch(one).same == sketch(two).same;
}

static bool near(const char *one, const char *two)
{
    ws_sketch a = sketch(one);
    ws_sketch b = sketch(two);
    bool is_near = ws_words_near(&a, &b);

    assert_int_equal(ws_words_near(&b, &a), is_near);
    return is_near;
}

static void expect_count(const char *text, uint32_t want)
{
    assert_int_equal(sketch(text).count, want);
}

static void does_not_see_case_space_and_punctuation(void **state)
{
    (void)state;
    assert_true(same("We’re leaving, now.", "we're  leaving\nnow"));
    assert_true(same("“No” — never!", "no never"));
    assert_true(same("ÉTÉ", "été"));
    assert_true(same("e\u0301te\u0301", "\u00E9t\u00E9"));
    assert_true(same("soft\u00ADhyphen", "softhyphen"));
    assert_true(same("a\xFF b", "a\uFFFD b"));
    assert_false(same("We leave", "We left"));
    assert_false(same("résumé", "resume"));
}

static void keeps_the_point_in_a_number(void **state)
{
    (void)state;
    assert_false(same("up 1.5 percent", "up 15 percent"));
    assert_false(same("in 2010-11", "in 201011"));
    assert_false(same("1–2", "12"));
    assert_true(same("in 2010.", "in 2010"));
    assert_true(same("5, she said, 6", "5 she said 6"));
    assert_true(same("5..6", "5 6"));
}

static void reads_words_of_any_length(void **state)
{
    char upper[901];
    char lower[901];

    (void)state;
    for (size_t i = 0; i < 900; i += 2) {
        memcpy(upper + i, "\u00C9", 2);
        memcpy(lower + i, "\u00E9", 2);
    }
    upper[900] = lower[900] = '\0';
    assert_true(same(upper, lower));
    lower[899] = (char)0xA8; /* è */
    assert_false(same(upper, lower));
    memset(upper, 'A', 900);
    memset(lower, 'a', 900);
    assert_true(same(upper, lower));
    lower[899] = 'b';
    assert_false(same(upper, lower));
}

static void counts_words(void **state)
{
    (void)state;
    expect_count("", 0);
    expect_count("... — !", 0);
    expect_count("One", 1);
    expect_count(" We don’t, we won't. ", 4);
    expect_count("rock 'n' roll", 3);
    expect_count("up 1.5 percent on 2,000", 5);
    expect_count("soft-spoken", 2);
}

static void takes_pieces_apart(void **state)
{
    ws_words words;

    (void)state;
    ws_words_init(&words);
    ws_words_add(&words, "We leave,", 9);
    ws_words_add(&words, "and", 3);
    ws_words_add(&words, "soon.", 5);
    ws_sketch made = ws_words_end(&words);
    ws_sketch whole = sketch("We leave, and soon.");
    assert_true(made.same == whole.same && made.near == whole.near);
    assert_memory_equal(made.key, whole.key, sizeof made.key);
    assert_int_equal(made.count, whole.count);
}

#define LONG "The council will keep the old library open through the winter"

static void finds_small_changes_near(void **state)
{
    (void)state;
    assert_true(near(LONG, LONG));
    assert_true(near(LONG, "the council will keep the library open through "
                           "the winter"));
    assert_true(near(LONG, LONG ", as we said in the spring"));
    assert_true(near(LONG " and the spring, whatever it takes.",
                     "The board will keep the old library open through the "
                     "winter and the spring, whatever it takes."));
}

static void finds_other_texts_far(void **state)
{
    (void)state;
    assert_false(near(LONG, "Nobody has seen the boats since they left the "
                            "harbour on Monday morning"));
    assert_false(near("We will not close it, I promise you that",
                      "I promise that the boats will be here on time"));
}

/* "I will" and "I won't" are not the same to say. */
static void finds_few_words_near_only_when_they_are_the_same(void **state)
{
    (void)state;
    assert_false(near("We will not go there", "We will not go here"));
    assert_false(near("We will not go there", "We will not go there"));
    assert_false(near("", ""));
    assert_false(near("one two three four five six",
                      "one two three four five six one two three four five "
                      "six"));
}

/* A counter must not overflow into the next one's. */
static void takes_texts_of_any_length(void **state)
{
    size_t len = 5 * 140000;
    char *text = malloc(len);

    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < len; i += 5)
        memcpy(text + i, i % 2 == 0 ? "rain " : "snow ", 5);
    ws_sketch all = ws_words_of((ws_cell){text, len});
    ws_sketch most = ws_words_of((ws_cell){text, len - 50});
    assert_int_equal(all.count, 140000);
    assert_true(ws_words_near(&all, &most));
    assert_false(all.same == most.same);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(does_not_see_case_space_and_punctuation),
        cmocka_unit_test(keeps_the_point_in_a_number),
        cmocka_unit_test(reads_words_of_any_length),
        cmocka_unit_test(counts_words),
        cmocka_unit_test(takes_pieces_apart),
        cmocka_unit_test(finds_small_changes_near),
        cmocka_unit_test(finds_other_texts_far),
        cmocka_unit_test(finds_few_words_near_only_when_they_are_the_same),
        cmocka_unit_test(takes_texts_of_any_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
