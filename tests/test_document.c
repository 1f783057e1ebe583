/* test_document.c - lines and paragraphs. */
#include "text/document.h"

#include "support.h"

/* Check that text holds exactly these paragraphs; NULL ends the list. */
static void expect_bytes(const char *text, size_t len, const char *const *want)
{
    char *copy = exact_copy(text, len);
    ws_arena arena;
    ws_text got;
    uint32_t i = 0;

    ws_arena_init(&arena, NULL);
    assert_int_equal(ws_text_init(&arena, copy, len, &got), WHOSAID_OK);
    for (; want[i] != NULL; i++) {
        assert_true(i < got.paragraphs);
        uint32_t n = got.paragraph[i].end - got.paragraph[i].begin;
        assert_int_equal(n, strlen(want[i]));
        assert_memory_equal(copy + got.paragraph[i].begin, want[i], n);
        assert_int_equal(ws_text_paragraph(&got, got.paragraph[i].begin), i);
        assert_int_equal(ws_text_paragraph(&got, got.paragraph[i].end - 1), i);
    }
    assert_int_equal(got.paragraphs, i);
    ws_arena_free(&arena);
    free(copy);
}

#define EXPECT(text, ...)                  \
    expect_bytes((text), sizeof(text) - 1, \
                 (const char *const[]){__VA_ARGS__, NULL})

static void ends_paragraphs_at_blank_lines(void **state)
{
    (void)state;
    EXPECT("One.\n\nTwo.\n \t\n\n  Three. \n", "One.", "Two.", "Three.");
    EXPECT("One.\r\n\r\nTwo.", "One.", "Two.");
    EXPECT("One.\r\rTwo.", "One.", "Two.");
    EXPECT("One.\xC2\x85\xC2\x85Two.", "One.", "Two.");
    EXPECT("One.\xE2\x80\xA9Two.\xE2\x80\xA8Three.", "One.", "Two.", "Three.");
    EXPECT("One.\n\xC2\xA0\nTwo.", "One.", "Two."); /* a no-break space */
}

static void ends_paragraphs_at_every_line_that_is_not_wrapped(void **state)
{
    (void)state;
    EXPECT("Police Raids MP3 TopSite Servers\n"
           "Hungarian police took action yesterday against two topsites that "
           "specialise in the illegal distribution of music.\n"
           "Jeremy Banks says: \"These raids are an excellent example.\"\n"
           "\"This is not a victimless crime.\"",
           "Police Raids MP3 TopSite Servers",
           "Hungarian police took action yesterday against two topsites that "
           "specialise in the illegal distribution of music.",
           "Jeremy Banks says: \"These raids are an excellent example.\"",
           "\"This is not a victimless crime.\"");
    EXPECT("Headline here\nBy Ann Lee\n\nText.", "Headline here", "By Ann Lee",
           "Text.");
    EXPECT("eggs\nmilk and some bread\ntea\nbutter\nflour\nsalt\nsugar, brown\n"
           "oil\nrice\nham",
           "eggs", "milk and some bread", "tea", "butter", "flour", "salt",
           "sugar, brown", "oil", "rice", "ham");
    EXPECT("“Yes,” he said.\n“No,” she said.\n“Oh,” they said.",
           "“Yes,” he said.", "“No,” she said.", "“Oh,” they said.");
}

static void joins_the_lines_of_a_wrapped_book(void **state)
{
    static const char alice[] = "Alice was beginning to get very tired of "
                                "sitting by her sister on the\n"
                                "bank, and of having nothing to do: once or "
                                "twice she had peeped into the\n"
                                "book her sister was reading, but it had no "
                                "pictures or conversations in\n"
                                "it, ‘and what is the use of a book,’ thought "
                                "Alice ‘without pictures or\n"
                                "conversations?’";

    (void)state;
    EXPECT("“We’re leaving in the\nmorning,” said Maria.",
           "“We’re leaving in the\nmorning,” said Maria.");
    expect_bytes(alice, sizeof alice - 1, (const char *const[]){alice, NULL});
}

static void joins_few_lines_when_all_are_full(void **state)
{
    (void)state;
    EXPECT("Bei den Weltmeisterschaften in Helsinki hat\n"
           "Menéndez mit 71,70 Metern einen neuen Rekord\n"
           "Speere werfend aufgestellt. Die alte Marke von\n"
           "Menéndez wurde übertroffen.",
           "Bei den Weltmeisterschaften in Helsinki hat\n"
           "Menéndez mit 71,70 Metern einen neuen Rekord\n"
           "Speere werfend aufgestellt. Die alte Marke von\n"
           "Menéndez wurde übertroffen.");
    EXPECT("分析表明，已經使用了大量的歷史\n數據，造成中斷。",
           "分析表明，已經使用了大量的歷史\n數據，造成中斷。");
    EXPECT("分析表明\n已經使用了大量的歷史數據，造成中斷。", "分析表明",
           "已經使用了大量的歷史數據，造成中斷。");
}

static void begins_a_paragraph_at_an_indent_where_a_book_does(void **state)
{
    (void)state;
    EXPECT("   It was the best of times and it was the\n"
           "worst of times, it was the age of wisdom,\n"
           "and so it went on for a while.\n"
           "   Then it was the epoch of belief, and it\n"
           "was the epoch of incredulity, so they say.\n"
           "   Nothing more was heard of it in the old\n"
           "town, nor in the country about.",
           "It was the best of times and it was the\n"
           "worst of times, it was the age of wisdom,\n"
           "and so it went on for a while.",
           "Then it was the epoch of belief, and it\n"
           "was the epoch of incredulity, so they say.",
           "Nothing more was heard of it in the old\n"
           "town, nor in the country about.");
}

static void begins_a_paragraph_at_a_mark_after_a_short_line(void **state)
{
    (void)state;
    EXPECT("He came in from the garden and looked at all\n"
           "of them in turn before he sat down by the fire\n"
           "and spoke.\n"
           "“There is somebody in the garden, and I think\n"
           "that he has been there since the morning.”",
           "He came in from the garden and looked at all\n"
           "of them in turn before he sat down by the fire\n"
           "and spoke.",
           "“There is somebody in the garden, and I think\n"
           "that he has been there since the morning.”");
}

static void keeps_verse_in_a_book_together(void **state)
{
    (void)state;
    EXPECT("It seemed to come to him all at once, before he\n"
           "could so much as ask himself where it had been,\n"
           "and he hummed it to the others as they went on.\n"
           "\n"
           "    Ask me a riddle and I reply:\n"
           "    \"Cottleston Pie.\"\n"
           "\n"
           "They said nothing about it, but they looked at\n"
           "one another, and then they looked at their feet.",
           "It seemed to come to him all at once, before he\n"
           "could so much as ask himself where it had been,\n"
           "and he hummed it to the others as they went on.",
           "Ask me a riddle and I reply:\n"
           "    \"Cottleston Pie.\"",
           "They said nothing about it, but they looked at\n"
           "one another, and then they looked at their feet.");
}

static void takes_any_bytes(void **state)
{
    (void)state;
    expect_bytes("", 0, (const char *const[]){NULL});
    expect_bytes(NULL, 0, (const char *const[]){NULL});
    EXPECT("\xEF\xBB\xBF", NULL);
    EXPECT("\xEF\xBB\xBF\n", NULL);
    EXPECT("\xEF\xBB\xBFOne.", "One.");
    EXPECT(" \n\t\r\n\xE3\x80\x80", NULL);
    EXPECT("\xFF\n\xC3", "\xFF", "\xC3");
    EXPECT("a\xE2\x80", "a\xE2\x80");
}

static void takes_nul_for_no_white_space(void **state)
{
    ws_arena arena;
    ws_text got;

    (void)state;
    ws_arena_init(&arena, NULL);
    assert_int_equal(ws_text_init(&arena, "\0a\0\n", 4, &got), WHOSAID_OK);
    assert_int_equal(got.paragraphs, 1);
    assert_int_equal(got.paragraph[0].begin, 0);
    assert_int_equal(got.paragraph[0].end, 3);
    assert_int_equal(got.bad, 0);
    ws_arena_free(&arena);
}

static void counts_lines_and_bad_bytes(void **state)
{
    static const char text[] = "a\r\nb\rc\n\n\xC2\x85\xE2\x80\xA8"
                               "d\xFF\xC0\xAF e";
    ws_arena arena;
    ws_text got;

    (void)state;
    ws_arena_init(&arena, NULL);
    assert_int_equal(ws_text_init(&arena, text, sizeof text - 1, &got),
                     WHOSAID_OK);
    assert_int_equal(got.lines, 7);
    assert_int_equal(got.bad, 3);
    assert_int_equal(ws_text_line(&got, 0), 1);
    assert_int_equal(ws_text_line(&got, 2), 1); /* LF of CRLF */
    assert_int_equal(ws_text_line(&got, 3), 2);
    assert_int_equal(ws_text_line(&got, 5), 3);
    assert_int_equal(ws_text_line(&got, 13), 7);
    assert_int_equal(ws_text_line(&got, sizeof text - 1), 7);
    ws_arena_free(&arena);
}

static void refuses_what_is_too_long(void **state)
{
    ws_arena arena;
    ws_text got;

    (void)state;
    ws_arena_init(&arena, NULL);
    assert_int_equal(ws_text_init(&arena, "", WHOSAID_MAX_INPUT + 1, &got),
                     WHOSAID_ERR_TOO_LONG);
    assert_int_equal(got.paragraphs, 0);
    ws_arena_free(&arena);
}

static void survives_every_refusal(void **state)
{
    static const char text[] = "One.\n\nTwo.\nThree.";
    size_t fail_at = 0;
    whosaid_status status;

    (void)state;
    do {
        struct failing failing = {0, ++fail_at, 0};
        whosaid_allocator source = failing_source(&failing);
        ws_arena arena;
        ws_text got;

        ws_arena_init(&arena, &source);
        status = ws_text_init(&arena, text, sizeof text - 1, &got);
        if (status != WHOSAID_OK) {
            assert_int_equal(status, WHOSAID_ERR_NOMEM);
            assert_int_equal(got.paragraphs, 0);
            assert_int_equal(got.lines, 0);
        }
        ws_arena_free(&arena);
        assert_int_equal(failing.live, 0);
    } while (status != WHOSAID_OK);
    assert_true(fail_at > 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_paragraphs_at_blank_lines),
        cmocka_unit_test(ends_paragraphs_at_every_line_that_is_not_wrapped),
        cmocka_unit_test(joins_the_lines_of_a_wrapped_book),
        cmocka_unit_test(joins_few_lines_when_all_are_full),
        cmocka_unit_test(begins_a_paragraph_at_an_indent_where_a_book_does),
        cmocka_unit_test(begins_a_paragraph_at_a_mark_after_a_short_line),
        cmocka_unit_test(keeps_verse_in_a_book_together),
        cmocka_unit_test(takes_any_bytes),
        cmocka_unit_test(takes_nul_for_no_white_space),
        cmocka_unit_test(counts_lines_and_bad_bytes),
        cmocka_unit_test(refuses_what_is_too_long),
        cmocka_unit_test(survives_every_refusal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
