/* test_table.c - tables that somebody gives us. What is wrong with one is
 * tested in test_known.c, with the people that stand in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "rows/table.h"
#include "support.h"

/* Check a table: its cells by lines, | between them and / between lines. */
static void expect(const char *bytes, const char *want)
{
    whosaid_table_error error = {"", 0, 0, 0};
    size_t len = strlen(bytes);
    char *exact = exact_copy(bytes, len);
    char seen[256] = "";
    ws_arena arena;
    ws_table table;

    ws_arena_init(&arena, NULL);
    whosaid_status status = ws_table_read(&arena, exact, len, &table, &error);
    free(exact);
    assert_string_equal(error.words, "");
    assert_int_equal(status, WHOSAID_OK);
    for (uint32_t i = 0; i < table.columns; i++) {
        strcat(seen, i > 0 ? "|" : "");
        strcat(seen, table.cell[i].words.text);
    }
    for (uint32_t r = 0; r < table.records; r++) {
        strcat(seen, "/");
        for (uint32_t i = 0; i < table.columns; i++) {
            ws_cell cell = ws_table_at(&table, r, i);
            strcat(seen, i > 0 ? "|" : "");
            strncat(seen, cell.text, cell.len);
        }
    }
    assert_string_equal(seen, want);
    ws_arena_free(&arena);
}

static void reads_every_kind_of_line_end(void **state)
{
    (void)state;
    expect("a,b\n1,2\n3,4\n", "a|b/1|2/3|4");
    expect("a,b\r\n1,2\r\n3,4", "a|b/1|2/3|4");
    expect("a,b\r1,2\r3,4\r", "a|b/1|2/3|4");
    expect("\xEF\xBB\xBF\n\na,b\n\n1,2\n\n", "a|b/1|2");
}

static void parts_cells_as_the_first_line_does(void **state)
{
    (void)state;
    expect("a;b\n1,5;2\n", "a|b/1,5|2");
    expect("a\tb\n1,5\t2;3\n", "a|b/1,5|2;3");
    expect("\"a;x;y\",b\n1,2\n", "a;x;y|b/1|2");
    expect("a\n1\n", "a/1");
}

static void takes_quotes_off(void **state)
{
    (void)state;
    expect("a,b\n\"1,\n2\",\" x \"\n", "a|b/1,\n2|x");
    expect("a,b\n\"\"\"so\"\"\",\n", "a|b/\"so\"|");
    expect("a,b\n1 \"in\" 2,3\n", "a|b/1 \"in\" 2|3");
}

static void passes_over_lines_without_a_cell_filled(void **state)
{
    (void)state;
    expect("a,b\n,\n1\n", "a|b/1|");
    expect("a,b\n,\n  ,\t\n1,2\n", "a|b/1|2");
}

static void tells_where_a_record_begins(void **state)
{
    static const char bytes[] = "a,b\n\"x\ny\",1\n,\nz,2\n";
    whosaid_table_error error;
    ws_arena arena;
    ws_table table;

    (void)state;
    ws_arena_init(&arena, NULL);
    assert_int_equal(
        ws_table_read(&arena, bytes, sizeof bytes - 1, &table, &error),
        WHOSAID_OK);
    assert_int_equal(table.records, 2);
    assert_int_equal(table.record[0].line, 2);
    assert_int_equal(table.record[1].line, 5);
    assert_int_equal(table.record[1].at, 14);
    assert_int_equal(ws_table_column(&table, "b"), 1);
    assert_int_equal(ws_table_column(&table, "c"), WHOSAID_NONE);
    assert_int_equal(ws_table_at(&table, 1, WHOSAID_NONE).len, 0);
    ws_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_kind_of_line_end),
        cmocka_unit_test(parts_cells_as_the_first_line_does),
        cmocka_unit_test(takes_quotes_off),
        cmocka_unit_test(passes_over_lines_without_a_cell_filled),
        cmocka_unit_test(tells_where_a_record_begins),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
