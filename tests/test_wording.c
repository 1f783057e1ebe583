/* test_wording.c - the words of a text, as they are compared. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "check/wording.h"
#include "support.h"

/* Check the words of a text: between | as they stand; behind a word * when it
 * is in brackets, ~ when an ellipsis stands before it, " when in marks. */
static void expect(const char *text, const char *want)
{
    size_t len = strlen(text);
    char *exact = exact_copy(text, len);
    char seen[512] = "";
    ws_wording wording;
    ws_word word;

    ws_wording_init(&wording, exact, (uint32_t)len, 0);
    while (ws_wording_next(&wording, &word)) {
        assert_true(word.begin < word.end && word.end <= len);
        assert_true(word.key != 0);
        strcat(seen, seen[0] != '\0' ? "|" : "");
        strncat(seen, exact + word.begin, word.end - word.begin);
        strcat(seen, (word.flags & WS_WORD_BRACKETED) != 0 ? "*" : "");
        strcat(seen, (word.flags & WS_WORD_ELLIPSIS) != 0 ? "~" : "");
        strcat(seen, (word.flags & WS_WORD_MARKED) != 0 ? "\"" : "");
    }
    free(exact);
    assert_string_equal(seen, want);
}

/* Whether two texts have the same words. */
static bool same(const char *a, const char *b)
{
    ws_wording mine;
    ws_wording theirs;
    ws_word word = {0, 0, 0, 0};
    ws_word other = {0, 0, 0, 0};
    bool more = true;
    bool also = true;

    ws_wording_init(&mine, a, (uint32_t)strlen(a), 0);
    ws_wording_init(&theirs, b, (uint32_t)strlen(b), 0);
    while (more && also) {
        more = ws_wording_next(&mine, &word);
        also = ws_wording_next(&theirs, &other);
        if (more && also && word.key != other.key)
            return false;
    }
    return more == also;
}

static void cuts_words(void **state)
{
    (void)state;
    expect("", "");
    expect("He said: no - never!", "He|said|no|never");
    expect("don’t follow-up the dogs’ bowl", "don’t|follow|up|the|dogs|bowl");
}

static void keeps_numbers_whole(void **state)
{
    (void)state;
    expect("3.5 % of $1,000,000.", "3.5|%|of|$|1,000,000");
    expect("in 2009, 10", "in|2009|10");
    expect("AT&T", "AT|&|T");
}

static void sees_brackets(void **state)
{
    (void)state;
    expect("[W]e need[ed] [the mayor] so", "W]e*|need[ed*|the*|mayor*|so");
}

static void passes_over_notes(void **state)
{
    (void)state;
    expect("their [sic] plan[3] of [2009]", "their|plan|of|2009*");
    expect("[a [b] c", "a|b*|c");
}

static void sees_ellipses(void **state)
{
    (void)state;
    expect("a ... b", "a|b~");
    expect("a . . . b c", "a|b~|c");
    expect("a … b", "a|b~");
    expect("a [...] b", "a|b~");
    expect("a. b.. c", "a|b|c");
    expect("a.. , . b", "a|b");
}

static void sees_marks(void **state)
{
    (void)state;
    expect("“a b,” c d, “e”", "a\"|b\"|c|d|e\"");
    expect("\"a,\" b \"c", "a\"|b|c\"");
    expect("\"a\n\"b\" c", "a\"|b\"|c");
    expect("‘a’s b,’ c", "a’s\"|b\"|c");
    expect("“a\n\nb", "a\"|b");
    expect("„a“ b «c» d", "a\"|b|c\"|d");
}

static void tells_what_is_the_same(void **state)
{
    (void)state;
    assert_true(same("Don't", "DON’T"));
    assert_true(same("don`t", "don't"));
    assert_true(same("1,000", "1000"));
    assert_true(same("caf\xC3\xA9", "cafe\xCC\x81"));
    assert_true(same("\xEF\xAC\x81rst", "first"));
    assert_true(same("co\xC2\xADop", "coop"));
    assert_true(same("[W]e", "we"));
    assert_true(same("follow-up", "follow – up"));
    assert_true(same("\xC3\x96L", "\xC3\xB6l"));
}

static void tells_what_is_not(void **state)
{
    (void)state;
    assert_false(same("we're", "were"));
    assert_false(same("3.5", "35"));
    assert_false(same("3,5", "35"));
    assert_false(same("1,0000", "10000"));
    assert_false(same("$5", "£5"));
    assert_false(same("caf\xC3\xA9", "cafe"));
    assert_false(same("need[ed]", "need"));
}

static void takes_any_bytes(void **state)
{
    char bytes[3000];
    uint32_t mixer = 7;
    ws_wording wording;
    ws_word word;
    uint32_t last = 0;

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++) {
        mixer = mixer * 1664525u + 1013904223u;
        bytes[i] = (char)(mixer >> 24);
    }
    char *exact = exact_copy(bytes, sizeof bytes);
    ws_wording_init(&wording, exact, sizeof bytes, 0);
    while (ws_wording_next(&wording, &word)) {
        char folded[WS_WORD_FOLDED];

        assert_true(word.begin >= last && word.end > word.begin);
        (void)ws_word_fold(exact, word.begin, word.end, folded);
        last = word.end;
    }
    free(exact);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_words),
        cmocka_unit_test(keeps_numbers_whole),
        cmocka_unit_test(sees_brackets),
        cmocka_unit_test(passes_over_notes),
        cmocka_unit_test(sees_ellipses),
        cmocka_unit_test(sees_marks),
        cmocka_unit_test(tells_what_is_the_same),
        cmocka_unit_test(tells_what_is_not),
        cmocka_unit_test(takes_any_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
