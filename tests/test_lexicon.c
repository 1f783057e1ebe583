/*
 * test_lexicon.c - the compiled word lists: every row found, every form too.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/bytes.h"
#include "base/lexicon.h"

static ws_lex find(const char *word)
{
    return ws_lexicon_find(word, strlen(word));
}

/* The word has all of the classes in want and none of those in none. */
static void expect(const char *word, ws_lex want, ws_lex none)
{
    ws_lex lex = find(word);

    if ((lex & want) != want || (lex & none) != 0)
        fail_msg("%s: %jx, want %jx and not %jx", word, (uintmax_t)lex,
                 (uintmax_t)want, (uintmax_t)none);
}

#define B(name) WS_LEX_BIT(name)

static void finds_every_row_by_its_own_key(void **state)
{
    const char *key;
    size_t rows = 0;
    size_t at = 0;
    size_t len;
    ws_lex classes;

    (void)state;
    while ((key = ws_lexicon_row(&at, &len, &classes)) != NULL) {
        rows++;
        assert_true(classes != 0);
        assert_true((classes & ~((WS_LEX_BIT(COMMON_OTHER) << 1) - 1)) == 0);
        assert_true(len >= 1 && len <= 63);
        assert_true(ws_lexicon_find(key, len) == classes);
    }
    assert_true(rows > 1000);
}

/* As segment.c asks, in either case: len letters, zeros behind them. */
static ws_lex plain_classes(const char *word, size_t len)
{
    ws_plain_word plain = {word, 0, (uint32_t)len};
    ws_lex lex;

    for (size_t i = 0; i < len; i += 8)
        plain.hash = ws_plain_add(plain.hash, ws_eight_at(word + i));
    ws_lexicon_find_plain(&plain, 1, &lex);
    return lex;
}

static void finds_plain_words_by_eights(void **state)
{
    const char *key;
    size_t at = 0;
    size_t len;
    ws_lex classes;

    (void)state;
    while ((key = ws_lexicon_row(&at, &len, &classes)) != NULL) {
        char word[72] = {0};
        size_t n = 0;

        while (n < len && key[n] >= 'a' && key[n] <= 'z') {
            word[n] = key[n];
            n++;
        }
        if (n < len)
            continue;
        assert_true(plain_classes(word, len) == classes);
        word[0] = (char)(word[0] - 'a' + 'A');
        assert_true(plain_classes(word, len) == classes);
    }
    assert_true(plain_classes("qzxqzxqz\0\0\0\0\0\0\0", 8) == 0);
}

static void finds_many_plain_words(void **state)
{
    static const char *const name[] = {"Said\0\0\0", "qzxqzxq", "the\0\0\0\0"};
    ws_plain_word plain[WS_PLAIN_WORDS];
    ws_lex lex[WS_PLAIN_WORDS];

    (void)state;
    for (uint32_t i = 0; i < WS_PLAIN_WORDS; i++) {
        const char *word = name[i % 3];
        plain[i] = (ws_plain_word){word, ws_plain_add(0, ws_eight_at(word)),
                                   (uint32_t)strlen(word)};
    }
    ws_lexicon_find_plain(plain, WS_PLAIN_WORDS, lex);
    for (uint32_t i = 0; i < WS_PLAIN_WORDS; i++)
        assert_true(lex[i] ==
                    ws_lexicon_find(name[i % 3], strlen(name[i % 3])));
}

static void every_class_has_a_word(void **state)
{
    ws_lex all = 0;
    size_t at = 0;
    size_t len;
    ws_lex classes;

    (void)state;
    while (ws_lexicon_row(&at, &len, &classes) != NULL)
        all |= classes;
    assert_true(all == (WS_LEX_BIT(COMMON_OTHER) << 1) - 1);
}

static void knows_what_the_rooms_ask_for(void **state)
{
    (void)state;
    expect("said", B(CUE) | B(CUE_STRONG), B(CUE_BASE) | B(CUE_ING));
    expect("say", B(CUE) | B(CUE_BASE), B(CUE_ING) | B(CUE_WEAK));
    expect("saying", B(CUE) | B(CUE_ING), B(CUE_BASE));
    expect("told", B(CUE) | B(CUE_HEARER), B(CUE_WEAK));
    expect("showed", B(CUE) | B(CUE_WEAK), B(CUE_STRONG));
    expect("wrote", B(CUE) | B(CUE_WRITE), B(CUE_BASE));
    expect("thought", B(CUE) | B(CUE_THOUGHT), B(CUE_STRONG));
    expect("denied", B(CUE) | B(CUE_DENY), B(CUE_WEAK));
    expect("bring", B(CUE), B(CUE_ING));
    expect("he", B(PRONOUN) | B(SUBJECT) | B(MALE), B(FEMALE) | B(OBJECT));
    expect("her", B(PRONOUN) | B(OBJECT) | B(POSSESSIVE) | B(FEMALE), B(MALE));
    expect("Mrs", B(HONORIFIC) | B(FEMALE) | B(ABBREV_INNER), B(TITLE));
    expect("President", B(TITLE) | B(ROLE), B(HONORIFIC));
    expect("spokeswomen", B(ROLE) | B(PLURAL) | B(FEMALE), B(MALE));
    expect("policemen", B(ROLE) | B(PLURAL) | B(MALE), B(FEMALE));
    expect("police", B(GROUP), B(PLACE));
    expect("officials", B(ANONYMOUS) | B(PLURAL), 0);
    expect("Google", B(BODY), B(SURNAME));
    expect("Germany", B(PLACE), B(TIME) | B(BODY));
    expect("German", B(NATIONALITY), 0);
    expect("Democrats", B(NATIONALITY), 0);
    expect("John", B(GIVEN_MALE), B(GIVEN_FEMALE));
    expect("Mary", B(GIVEN_FEMALE), B(GIVEN_MALE));
    expect("Smith", B(SURNAME), 0);
    expect("Tuesday", B(TIME), B(SURNAME));
    expect("according", B(ACCORDING), 0);
    expect("the", B(DET), B(SURNAME) | B(COMMON_NOUN));
    expect("not", B(NEGATION), 0);
    expect("table", B(COMMON_NOUN), B(SURNAME));
}

static void folds_case(void **state)
{
    (void)state;
    assert_true(find("SAID") == find("said"));
    assert_true(find("Said") == find("said"));
    assert_true(find("McDonald's") == find("mcdonald's"));
}

static void folds_apostrophes(void **state)
{
    (void)state;
    expect("don't", B(AUXILIARY) | B(NEGATION), 0);
    expect("he's", B(PRONOUN) | B(SUBJECT) | B(MALE) | B(BE), 0);
    assert_true(find("don\xe2\x80\x99t") == find("don't"));
    assert_true(find("He\xe2\x80\x98s") == find("he's"));
}

static void folds_letters_beyond_ascii(void **state)
{
    (void)state;
    expect("Jos\xc3\xa9", B(GIVEN_MALE), 0);
    assert_true(find("JOS\xc3\x89") == find("Jos\xc3\xa9"));
    assert_true(find("Jose\xcc\x81") == find("Jos\xc3\xa9"));
    assert_true(find("\xc3\x89tienne\xe2\x80\x99") == 0);
    assert_true(find("\xc3\xa9tienne.") == find("\xc3\x89tienne"));
}

static void drops_one_final_full_stop(void **state)
{
    (void)state;
    expect("Sen.", B(TITLE) | B(ABBREVIATION) | B(ABBREV_INNER), 0);
    assert_true(find("Sen.") == find("sen"));
    expect("U.S.", B(PLACE) | B(ABBREVIATION), B(ABBREV_INNER));
    assert_true(find("U.S") == find("U.S."));
    assert_true(find("said.") == find("said"));
    assert_true(find("said..") == 0);
    assert_true(find(".") == 0);
}

static void knows_nothing_of_other_words(void **state)
{
    char longest[64];

    (void)state;
    memset(longest, 'a', sizeof longest);
    assert_true(ws_lexicon_find(longest, 63) == 0);
    assert_true(ws_lexicon_find(longest, 64) == 0);
    assert_true(ws_lexicon_find(longest, SIZE_MAX) == 0);
    assert_true(ws_lexicon_find("", 0) == 0);
    assert_true(find("xyzzyx") == 0);
    assert_true(find("sai") == 0);
    assert_true(find("two words") == 0);
    assert_true(ws_lexicon_find("sa\0id", 5) == 0);
    assert_true(find("\xff\xfe") == 0);
    assert_true(find("\xe2\x80") == 0);
    assert_true(find("said\xe2") == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_every_row_by_its_own_key),
        cmocka_unit_test(finds_plain_words_by_eights),
        cmocka_unit_test(finds_many_plain_words),
        cmocka_unit_test(every_class_has_a_word),
        cmocka_unit_test(knows_what_the_rooms_ask_for),
        cmocka_unit_test(folds_case),
        cmocka_unit_test(folds_apostrophes),
        cmocka_unit_test(folds_letters_beyond_ascii),
        cmocka_unit_test(drops_one_final_full_stop),
        cmocka_unit_test(knows_nothing_of_other_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
