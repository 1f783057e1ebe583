/* test_seen.c - same words, same speaker. */
#include "article.h"
#include "rows/seen.h"
#include "support.h"

/* Whether two texts, spoken by two speakers, are the same to the table. */
static bool same(const char *words, const char *speaker,
                 const char *other_words, const char *other_speaker)
{
    const char *text[2][2] = {
        {words,       speaker      },
        {other_words, other_speaker}
    };
    ws_hash_value key[2];

    for (int i = 0; i < 2; i++) {
        char bytes[1024];
        ws_text document;
        whosaid_quote quote;
        whosaid_span part = {0, (uint32_t)strlen(text[i][0])};
        whosaid_span by = {part.end, part.end + (uint32_t)strlen(text[i][1])};

        memset(&document, 0, sizeof document);
        memset(&quote, 0, sizeof quote);
        assert_true(by.end < sizeof bytes);
        memcpy(bytes, text[i][0], part.end);
        memcpy(bytes + part.end, text[i][1], by.end - part.end);
        document.bytes = bytes;
        document.len = by.end;
        quote.part = &part;
        quote.parts = 1;
        key[i] = ws_seen_key(&document, &quote, by);
    }
    return key[0].low == key[1].low && key[0].high == key[1].high;
}

static void does_not_see_case_space_and_punctuation(void **state)
{
    (void)state;
    assert_true(
        same("We’re leaving, now.", "Ann", "we're  leaving\nnow", "ANN"));
    assert_true(same("“No” — never!", "", "no never", ""));
    assert_true(same("ÉTÉ", "", "été", ""));
    assert_true(same("e\u0301te\u0301", "", "\u00E9t\u00E9", ""));
    assert_true(same("soft\u00ADhyphen", "", "softhyphen", ""));
}

static void sees_other_words_and_other_speakers(void **state)
{
    (void)state;
    assert_false(same("We leave", "Ann", "We left", "Ann"));
    assert_false(same("We leave", "Ann", "We leave", "Bob"));
    assert_false(same("We leave", "Ann", "We leave", ""));
    assert_false(same("We leaveAnn", "", "We leave", "Ann"));
    assert_false(same("résumé", "", "resume", ""));
}

static void takes_the_unknown_for_one_speaker(void **state)
{
    (void)state;
    assert_true(same("We leave", "", "We leave.", ""));
}

static void keeps_the_point_in_a_number(void **state)
{
    (void)state;
    assert_false(same("up 1.5 percent", "", "up 15 percent", ""));
    assert_false(same("in 2010-11", "", "in 201011", ""));
    assert_true(same("in 2010.", "", "in 2010", ""));
    assert_true(same("5, she said, 6", "", "5 she said 6", ""));
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
    assert_true(same(upper, "", lower, ""));
    lower[899] = (char)0xA8; /* è */
    assert_false(same(upper, "", lower, ""));
    memset(upper, 'A', 900);
    memset(lower, 'a', 900);
    assert_true(same(upper, "", lower, ""));
    lower[899] = 'b';
    assert_false(same(upper, "", lower, ""));
}

static ws_hash_value key_of(uint64_t number)
{
    ws_hash hash;

    ws_hash_init(&hash);
    ws_hash_add_number(&hash, number);
    return ws_hash_end(&hash);
}

static void gives_back_the_first_of_thousands(void **state)
{
    struct failing f = {0, 0, 0};
    whosaid_allocator source = {failing_alloc, failing_free, &f};
    ws_seen seen;
    uint64_t first = 0;
    bool again = true;

    (void)state;
    ws_seen_init(&seen, &source);
    for (uint64_t round = 0; round < 2; round++) {
        for (uint64_t i = 0; i < 5000; i++) {
            assert_int_equal(ws_seen_note(&seen, key_of(i), i + round * 9000,
                                          &first, &again),
                             WHOSAID_OK);
            assert_int_equal(first, i);
            assert_int_equal(again, round == 1);
        }
    }
    assert_int_equal(seen.count, 5000);
    ws_seen_free(&seen);
    assert_int_equal(f.live, 0);
}

static void never_calls_a_quotation_without_words_a_duplicate(void **state)
{
    struct failing f = {0, 0, 0};
    whosaid_allocator source = {failing_alloc, failing_free, &f};
    const ws_hash_value none = {0, 0};
    ws_seen seen;
    uint64_t first = 0;
    bool again = true;

    (void)state;
    assert_true(same("...", "Ann", "!", "Bob"));
    ws_seen_init(&seen, &source);
    for (uint64_t i = 0; i < 2; i++) {
        assert_int_equal(ws_seen_note(&seen, none, i, &first, &again),
                         WHOSAID_OK);
        assert_false(again);
    }
    ws_seen_free(&seen);
}

static void stays_whole_when_memory_is_refused(void **state)
{
    struct failing f = {0, 2, 0}; /* the first growth */
    whosaid_allocator source = {failing_alloc, failing_free, &f};
    ws_seen seen;
    uint64_t first = 0;
    bool again = false;
    uint64_t i = 0;

    (void)state;
    ws_seen_init(&seen, &source);
    while (ws_seen_note(&seen, key_of(i), i, &first, &again) == WHOSAID_OK)
        i++;
    assert_true(i > 0);
    assert_int_equal(seen.count, i);
    assert_int_equal(ws_seen_note(&seen, key_of(i), i, &first, &again),
                     WHOSAID_OK);
    assert_int_equal(ws_seen_note(&seen, key_of(0), 99, &first, &again),
                     WHOSAID_OK);
    assert_true(again);
    assert_int_equal(first, 0);
    ws_seen_free(&seen);
    assert_int_equal(f.live, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(does_not_see_case_space_and_punctuation),
        cmocka_unit_test(sees_other_words_and_other_speakers),
        cmocka_unit_test(takes_the_unknown_for_one_speaker),
        cmocka_unit_test(keeps_the_point_in_a_number),
        cmocka_unit_test(reads_words_of_any_length),
        cmocka_unit_test(gives_back_the_first_of_thousands),
        cmocka_unit_test(never_calls_a_quotation_without_words_a_duplicate),
        cmocka_unit_test(stays_whole_when_memory_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
