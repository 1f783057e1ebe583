/* test_unicode.c - decoding, classes and keys. */
#include "base/unicode.h"

#include "support.h"

/* Check that text begins with one ill-formed byte, forward and backward. */
static void expect_bad(const char *bytes, size_t len)
{
    char *text = exact_copy(bytes, len);
    size_t at = 99;
    size_t line = 99;
    int32_t cp;

    assert_int_equal(ws_utf8_next(text, len, 0, &cp), 1);
    assert_int_equal(cp, WS_CP_BAD);
    assert_int_equal(ws_utf8_prev(text, len, &cp), 1);
    assert_int_equal(cp, WS_CP_BAD);
    assert_false(ws_utf8_check(text, len, &at, &line));
    assert_int_equal(at, 0);
    assert_int_equal(line, 1);
    free(text);
}

static void takes_a_bad_byte_as_one_step(void **state)
{
    (void)state;
    expect_bad("\x80", 1);             /* stray continuation */
    expect_bad("\xFF", 1);             /* never a byte of UTF-8 */
    expect_bad("\xC0\xAF", 2);         /* overlong / */
    expect_bad("\xC1\xBF", 2);         /* overlong DEL */
    expect_bad("\xE0\x9F\xBF", 3);     /* overlong U+07FF */
    expect_bad("\xF0\x8F\xBF\xBF", 4); /* overlong U+FFFF */
    expect_bad("\xED\xA0\x80", 3);     /* surrogate U+D800 */
    expect_bad("\xED\xBF\xBF", 3);     /* surrogate U+DFFF */
    expect_bad("\xF4\x90\x80\x80", 4); /* U+110000 */
    expect_bad("\xF5\x80\x80\x80", 4);
    expect_bad("\xC3", 1); /* truncated tails */
    expect_bad("\xE2\x80", 2);
    expect_bad("\xF0\x9F\x98", 3);
}

static void takes_every_code_point_and_no_surrogate(void **state)
{
    (void)state;
    for (int32_t cp = 0; cp <= 0x10FFFF; cp++) {
        char bytes[4];
        int32_t back;
        size_t at;
        size_t line;
        if (cp == 0xD800)
            cp = 0xE000;
        uint32_t len = ws_utf8_put(cp, bytes);
        assert_int_equal(ws_utf8_next(bytes, len, 0, &back), len);
        assert_int_equal(back, cp);
        assert_int_equal(ws_utf8_prev(bytes, len, &back), len);
        assert_int_equal(back, cp);
        assert_true(ws_utf8_check(bytes, len, &at, &line));
        if (len > 1) /* its tail cut off, it is a bad byte */
            assert_int_equal(ws_utf8_next(bytes, len - 1, 0, &back), 1);
    }
}

static void finds_the_first_bad_byte_and_its_line(void **state)
{
    static const char text[] = "a\r\nb\rc\n\xC2\x85\xE2\x80\xA8"
                               "d\xFF\n\xFE";
    size_t at = 0;
    size_t line = 0;

    (void)state;
    assert_false(ws_utf8_check(text, sizeof text - 1, &at, &line));
    assert_int_equal(at, 13);
    assert_int_equal(line, 6);
    assert_true(ws_utf8_check(NULL, 0, &at, &line));
    assert_true(ws_utf8_check("\0", 1, &at, &line));
}

static void expect_class(int32_t cp, uint32_t want)
{
    assert_int_equal(ws_cp_class(cp), want);
}

static void classes_code_points(void **state)
{
    (void)state;
    expect_class('a', WS_CP_LETTER | WS_CP_LOWER);
    expect_class('Z', WS_CP_LETTER | WS_CP_UPPER);
    expect_class('7', WS_CP_DIGIT);
    expect_class(' ', WS_CP_SPACE);
    expect_class('\n', WS_CP_SPACE | WS_CP_NEWLINE);
    expect_class('"', WS_CP_PUNCT | WS_CP_QUOTE);
    expect_class('\'', WS_CP_PUNCT | WS_CP_QUOTE);
    expect_class('`', WS_CP_SYMBOL | WS_CP_QUOTE);
    expect_class('$', WS_CP_SYMBOL);
    expect_class(0, WS_CP_CONTROL);
    expect_class(0x7F, WS_CP_CONTROL);
    expect_class(0xE9, WS_CP_LETTER | WS_CP_LOWER);  /* é */
    expect_class(0x1C5, WS_CP_LETTER | WS_CP_UPPER); /* Dž, title case */
    expect_class(0x410, WS_CP_LETTER | WS_CP_UPPER); /* Cyrillic A */
    expect_class(0x627, WS_CP_LETTER);               /* Arabic alef */
    expect_class(0x661, WS_CP_DIGIT);                /* Arabic-Indic one */
    expect_class(0x6771, WS_CP_LETTER | WS_CP_IDEOGRAPH);
    expect_class(0x306F, WS_CP_LETTER | WS_CP_IDEOGRAPH); /* hiragana ha */
    expect_class(0xAC00, WS_CP_LETTER); /* Hangul has word spaces */
    expect_class(0x301, WS_CP_COMBINE);
    expect_class(0xA0, WS_CP_SPACE);
    expect_class(0x3000, WS_CP_SPACE);
    expect_class(0x85, WS_CP_SPACE | WS_CP_NEWLINE);
    expect_class(0x2028, WS_CP_SPACE | WS_CP_NEWLINE);
    expect_class(0x201C, WS_CP_PUNCT | WS_CP_QUOTE);
    expect_class(0x300C, WS_CP_PUNCT | WS_CP_QUOTE);
    expect_class(0xB4, WS_CP_SYMBOL | WS_CP_QUOTE);
    expect_class(0x2033, WS_CP_PUNCT | WS_CP_QUOTE);
    expect_class(0x2014, WS_CP_PUNCT);
    expect_class(0x20AC, WS_CP_SYMBOL); /* euro */
    expect_class(0xAD, WS_CP_CONTROL);  /* soft hyphen */
    expect_class(0xFEFF, WS_CP_CONTROL);
    expect_class(0xFFFE, WS_CP_CONTROL);
    expect_class(WS_CP_BAD, 0);
    expect_class(0x110000, 0);
}

static void lowers_code_points(void **state)
{
    (void)state;
    assert_int_equal(ws_cp_lower('Q'), 'q');
    assert_int_equal(ws_cp_lower('['), '[');
    assert_int_equal(ws_cp_lower(0xC9), 0xE9);
    assert_int_equal(ws_cp_lower(0x416), 0x436);
    assert_int_equal(ws_cp_lower(WS_CP_BAD), WS_CP_BAD);
}

static void expect_fold(const char *text, bool accents, const char *want)
{
    char key[64];
    char *copy = exact_copy(text, strlen(text));
    size_t len = ws_fold(copy, strlen(text), accents, key, sizeof key);

    assert_int_equal(len, strlen(want));
    assert_memory_equal(key, want, len);
    free(copy);
}

static void folds_what_should_compare_equal(void **state)
{
    (void)state;
    expect_fold("Mc DONALD", true, "mc donald");
    expect_fold("JOSÉ", true, "josé");
    expect_fold("JOSE\u0301", true, "josé"); /* decomposed */
    expect_fold("José", false, "jose");
    expect_fold("Ji\u0159\u00ed", false, "jiri");
    expect_fold("O’Neil", true, "o'neil");
    expect_fold("Jean\u2010Luc", true, "jean-luc");
    expect_fold("co\u00ADoperate", true, "cooperate");
    expect_fold("a \t\n\u00A0 b", true, "a b");
    expect_fold("\xFFx", true, "\uFFFDx");
    /* a mark below and one above, in either order */
    expect_fold("q\u0307\u0323", true, "q\u0323\u0307");
    expect_fold("\uAC00", true, "\uAC00"); /* Hangul comes together again */
    expect_fold("ИВАН", true, "иван");
    expect_fold("", true, "");
}

static void folds_nothing_that_does_not_fit(void **state)
{
    char key[300];
    char text[300];

    (void)state;
    memset(text, 'a', sizeof text);
    assert_int_equal(ws_fold("four", 4, true, key, 4), 4);
    assert_int_equal(ws_fold("fives", 5, true, key, 4), 0);
    assert_int_equal(ws_fold("aé", 3, true, key, 2), 0);
    assert_int_equal(ws_fold(text, WS_FOLD_MAX, true, key, sizeof key),
                     WS_FOLD_MAX);
    assert_int_equal(ws_fold(text, WS_FOLD_MAX + 1, true, key, sizeof key), 0);
    for (size_t i = 0; i + 1 < sizeof text; i += 2)
        memcpy(text + i, "\xCC\x81", 2); /* nothing but accents */
    assert_int_equal(ws_fold(text, 300, false, key, sizeof key), 0);
    assert_int_equal(ws_fold(text, 300, true, key, sizeof key), 300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_a_bad_byte_as_one_step),
        cmocka_unit_test(takes_every_code_point_and_no_surrogate),
        cmocka_unit_test(finds_the_first_bad_byte_and_its_line),
        cmocka_unit_test(classes_code_points),
        cmocka_unit_test(lowers_code_points),
        cmocka_unit_test(folds_what_should_compare_equal),
        cmocka_unit_test(folds_nothing_that_does_not_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
