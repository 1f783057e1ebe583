/* test_undo.c - cells that we wrote and somebody gives back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "rows/undo.h"
#include "support.h"

static ws_cell cell(const char *text)
{
    return (ws_cell){text, strlen(text)};
}

static void expect_undone(const char *given, const char *want)
{
    ws_cell undone = ws_undo(cell(given));

    assert_int_equal(undone.len, strlen(want));
    assert_memory_equal(undone.text, want, undone.len);
}

static bool same(const char *one, const char *two)
{
    bool is_same = ws_undo_same(cell(one), cell(two));

    assert_int_equal(ws_undo_same(cell(two), cell(one)), is_same);
    assert_int_equal(ws_undo_hash(cell(one)) == ws_undo_hash(cell(two)),
                     is_same);
    return is_same;
}

static void takes_the_apostrophe_off_a_formula_only(void **state)
{
    (void)state;
    expect_undone("'=1+1", "=1+1");
    expect_undone(" '-5 \n", "-5");
    expect_undone("'@you", "@you");
    expect_undone("'\"so\"", "\"so\"");
    expect_undone("'\uFF1D1", "\uFF1D1");
    expect_undone("'tis", "'tis");
    expect_undone("'", "'");
    expect_undone("''=", "''=");
    expect_undone("", "");
    expect_undone("=1", "=1");
}

static void takes_what_writing_changes_for_the_same(void **state)
{
    (void)state;
    assert_true(same("a\r\n b", "a b"));
    assert_true(same(" a\tb ", "a b"));
    assert_true(same("=x", "'=x"));
    assert_true(same("a\xFF"
                     "b",
                     "a\uFFFD"
                     "b"));
    assert_true(same("a\x01", "a\uFFFD"));
    assert_true(same("", " \n"));
}

static void tells_other_cells_apart(void **state)
{
    (void)state;
    assert_false(same("a", ""));
    assert_false(same("a", "ab"));
    assert_false(same("ab", "a b"));
    assert_false(same("Ann", "ann"));
    assert_false(same("'tis", "tis"));
    assert_false(same("é", "e"));
}

static void takes_a_documents_folder_off_only_where_it_is_here(void **state)
{
    ws_cell name = ws_undo_document(cell(" ././a/b.txt"));

    (void)state;
    assert_int_equal(name.len, 7);
    assert_memory_equal(name.text, "a/b.txt", 7);
    assert_int_equal(ws_undo_document(cell("./")).len, 0);
    assert_int_equal(ws_undo_document(cell("../a")).len, 4);
    assert_int_equal(ws_undo_document(cell(".")).len, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_apostrophe_off_a_formula_only),
        cmocka_unit_test(takes_what_writing_changes_for_the_same),
        cmocka_unit_test(tells_other_cells_apart),
        cmocka_unit_test(takes_a_documents_folder_off_only_where_it_is_here),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
