/* test_list.c - the short lists of data/lists.tsv: every word found, no other. */
#include "base/list.h"

#include <string.h>

#include "support.h"

enum { MOST = 256 }; /* bytes of a word, and one more */

static bool is_listed(ws_list list, const char *word)
{
    return ws_is_listed(list, word, strlen(word));
}

static bool holds(ws_list list, const char *word, size_t len)
{
    size_t n = 0;
    const char *at = NULL;

    for (size_t i = 0; (at = ws_list_word(list, i, &n)) != NULL; i++)
        if (n == len && memcmp(at, word, len) == 0)
            return true;
    return false;
}

static void every_list_has_a_word(void **state)
{
    size_t len = 0;

    (void)state;
    for (int list = 0; list < WS_LIST_COUNT; list++) {
        assert_non_null(ws_list_word((ws_list)list, 0, &len));
        assert_true(len > 0);
    }
}

static void finds_each_word_in_the_lists_that_hold_it(void **state)
{
    (void)state;
    for (int list = 0; list < WS_LIST_COUNT; list++) {
        size_t len = 0;
        const char *word = NULL;
        for (size_t i = 0;
             (word = ws_list_word((ws_list)list, i, &len)) != NULL; i++)
            for (int other = 0; other < WS_LIST_COUNT; other++)
                assert_int_equal(ws_is_listed((ws_list)other, word, len),
                                 holds((ws_list)other, word, len));
    }
}

/* With its last letter gone, or one more behind it: a word of its list only
 * where that stands there too. */
static void finds_no_other(void **state)
{
    (void)state;
    for (int i = 0; i < WS_LIST_COUNT; i++) {
        ws_list list = (ws_list)i;
        size_t len = 0;
        const char *word = NULL;
        for (size_t k = 0; (word = ws_list_word(list, k, &len)) != NULL; k++) {
            char longer[MOST];
            memcpy(longer, word, len);
            longer[len] = 'z';
            assert_int_equal(ws_is_listed(list, word, len - 1),
                             holds(list, word, len - 1));
            assert_int_equal(ws_is_listed(list, longer, len + 1),
                             holds(list, longer, len + 1));
        }
    }
    assert_false(is_listed(WS_LIST_OFFICIAL, ""));
    assert_false(is_listed(WS_LIST_OFFICIAL, "."));
    assert_false(is_listed(WS_LIST_OFFICIAL, "a"));
    assert_false(is_listed(WS_LIST_OFFICIAL, "zither"));
}

static void takes_a_first_capital_and_a_full_stop(void **state)
{
    (void)state;
    assert_true(is_listed(WS_LIST_WIFE, "Mrs"));
    assert_true(is_listed(WS_LIST_WIFE, "Mrs."));
    assert_true(is_listed(WS_LIST_ELDER, "Sr."));
    assert_true(is_listed(WS_LIST_DEFINITE, "The"));
    assert_false(is_listed(WS_LIST_DEFINITE, "THE"));
    assert_false(is_listed(WS_LIST_WIFE, "Mrs.."));
    assert_false(is_listed(WS_LIST_WIFE, "mR"));
}

static void takes_an_acronym(void **state)
{
    (void)state;
    assert_false(is_listed(WS_LIST_COUNTED, "PhD"));
    assert_true(ws_is_listed_small(WS_LIST_COUNTED, "PhD", 3));
    assert_true(ws_is_listed_small(WS_LIST_COUNTED, "VP", 2));
    assert_false(ws_is_listed_small(WS_LIST_COUNTED, "ISPA", 4));
    assert_false(ws_is_listed_small(WS_LIST_COUNTED, "", 0));
    assert_false(ws_is_listed_small(WS_LIST_COUNTED, "CONSTITUTIONS", 13));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_list_has_a_word),
        cmocka_unit_test(finds_each_word_in_the_lists_that_hold_it),
        cmocka_unit_test(finds_no_other),
        cmocka_unit_test(takes_a_first_capital_and_a_full_stop),
        cmocka_unit_test(takes_an_acronym),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
