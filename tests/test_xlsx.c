/* test_xlsx.c - what a workbook makes of texts, and who spoke how often. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cli/speakers.h"
#include "cli/xlsx_text.h"

static void expect(const char *text, const char *want)
{
    static char out[CLI_XLSX_ESCAPED];

    assert_true(cli_xlsx_escape(text, out));
    assert_string_equal(out, want);
}

static void keeps_an_underscore_from_beginning_a_code(void **state)
{
    (void)state;
    expect("_x0041_", "_x005F_x0041_");
    expect("a_x000d_b", "a_x005F_x000d_b");
    expect("_x0041_x0042_", "_x005F_x0041_x005F_x0042_");
    expect("_X00aF_", "_x005F_X00aF_");
    expect("__x0041_", "__x005F_x0041_");
    expect("_x005F_", "_x005F_x005F_");
}

static void leaves_every_other_text(void **state)
{
    (void)state;
    expect("", "");
    expect("_", "_");
    expect("_x", "_x");
    expect("_x0041", "_x0041");
    expect("_x004_", "_x004_");
    expect("_x00G1_", "_x00G1_");
    expect("=1+1 \U0001F44B", "=1+1 \U0001F44B");
}

/* Units of UTF-16 in a text. */
static size_t units_of(const char *text)
{
    size_t units = 0;

    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;
        units += byte >= 0xF0 ? 2 : byte < 0x80 || byte >= 0xC0 ? 1 : 0;
    }
    return units;
}

/* Check a text of count times piece, and a tail. */
static void expect_length(const char *piece, size_t count, const char *tail,
                          bool whole, size_t units)
{
    static char out[CLI_XLSX_ESCAPED];
    char *text = calloc(count * strlen(piece) + strlen(tail) + 1, 1);

    assert_non_null(text);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * strlen(piece), piece, strlen(piece));
    memcpy(text + count * strlen(piece), tail, strlen(tail));
    assert_int_equal(cli_xlsx_escape(text, out), whole);
    assert_int_equal(units_of(out), units);
    if (!whole)
        assert_string_equal(out + strlen(out) - 3, "\u2026");
    free(text);
}

static void cuts_what_is_longer_than_a_cell(void **state)
{
    (void)state;
    expect_length("a", CLI_XLSX_CELL, "", true, CLI_XLSX_CELL);
    expect_length("a", CLI_XLSX_CELL, "b", false, CLI_XLSX_CELL);
    expect_length("a", 70000, "", false, CLI_XLSX_CELL);
    expect_length("\U0001F44B", CLI_XLSX_CELL / 2, "", true, CLI_XLSX_CELL - 1);
    expect_length("\U0001F44B", CLI_XLSX_CELL / 2, "a", true, CLI_XLSX_CELL);
    expect_length("\U0001F44B", CLI_XLSX_CELL / 2 + 1, "", false,
                  CLI_XLSX_CELL);
    expect_length("\u4E2D", 40000, "", false, CLI_XLSX_CELL);
    expect_length("_x0041_", 10000, "", false, CLI_XLSX_CELL - 6);
}

static void knows_links(void **state)
{
    static const char *const link[] = {"http://a.example",
                                       "https://a.example/b?c=d&e=%20#f",
                                       "https://a.example:8080/"};
    static const char *const none[] = {"",
                                       "a.txt",
                                       "http://",
                                       "http:///a",
                                       "ftp://a.example",
                                       "https://a.example/a b",
                                       "https://a.example/\u00E9",
                                       "https://a.example/%2",
                                       "https://a.example/%zz",
                                       "https://a.example/#a#b",
                                       "https://a.example/\"",
                                       " http://a.example",
                                       "javascript:alert(1)",
                                       "http://a.example/<b>"};
    char text[CLI_XLSX_LINK + 2] = "http://a.example/";

    (void)state;
    for (size_t i = 0; i < sizeof link / sizeof link[0]; i++)
        assert_true(cli_xlsx_is_link(link[i]));
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        assert_false(cli_xlsx_is_link(none[i]));
    memset(text + strlen(text), 'a', CLI_XLSX_LINK - strlen(text));
    assert_int_equal(strlen(text), CLI_XLSX_LINK);
    assert_true(cli_xlsx_is_link(text));
    text[CLI_XLSX_LINK] = 'a';
    assert_false(cli_xlsx_is_link(text));
}

static void reckons_with_lines(void **state)
{
    (void)state;
    assert_int_equal(cli_xlsx_lines("", 10), 1);
    assert_int_equal(cli_xlsx_lines("word word", 10), 1);
    assert_int_equal(cli_xlsx_lines("word word word", 10), 2);
    assert_int_equal(cli_xlsx_lines("a\nb\n\nc", 10), 4);
    assert_int_equal(cli_xlsx_lines("abcdefghijabcdefghijabcdefghij", 10), 3);
    assert_int_equal(cli_xlsx_lines("\u4E2D\u4E2D\u4E2D\u4E2D\u4E2D\u4E2D", 10),
                     2);
}

/* -- speakers ------------------------------------------------------------- */

static void add(cli_speakers *speakers, const char *name, const char *type,
                const char *document, const char *role)
{
    static uint32_t row;
    cli_said said = {
        {name, type, document},
        role, "", "two words", 1, row++
    };

    assert_true(cli_speakers_add(speakers, &said));
}

static void counts_speakers_over_documents(void **state)
{
    cli_speakers speakers;

    (void)state;
    cli_speakers_init(&speakers);
    add(&speakers, "Ann", "person", "a", "");
    add(&speakers, "", "none", "a", "");
    add(&speakers, "Bo", "person", "a", "chair");
    add(&speakers, "Bo", "person", "b", "member");
    add(&speakers, "Bo", "person", "b", "");
    add(&speakers, "Cy", "body", "b", "");
    cli_speakers_sort(&speakers);
    assert_int_equal(speakers.count, 3);
    assert_int_equal(speakers.documents, 2);
    assert_string_equal(speakers.speaker[0]->key.name, "Bo");
    assert_string_equal(speakers.speaker[0]->role, "chair");
    assert_int_equal(speakers.speaker[0]->quotations, 3);
    assert_int_equal(speakers.speaker[0]->words, 6);
    assert_int_equal(speakers.speaker[0]->documents, 2);
    assert_string_equal(speakers.speaker[1]->key.name, "Ann");
    assert_string_equal(speakers.speaker[2]->key.name, "Cy");
    cli_speakers_free(&speakers);
}

static void keeps_the_nameless_of_two_documents_apart(void **state)
{
    cli_speakers speakers;

    (void)state;
    cli_speakers_init(&speakers);
    add(&speakers, "spokeswoman", "anonymous", "a", "");
    add(&speakers, "spokeswoman", "anonymous", "a", "");
    add(&speakers, "spokeswoman", "anonymous", "b", "");
    add(&speakers, "spokeswoman", "person", "b", "");
    assert_int_equal(speakers.count, 3);
    cli_speakers_free(&speakers);
}

static void counts_many_speakers(void **state)
{
    cli_speakers speakers;
    char name[32];

    (void)state;
    cli_speakers_init(&speakers);
    for (int i = 0; i < 6000; i++) {
        (void)snprintf(name, sizeof name, "%d", i % 2000);
        add(&speakers, name, "person", "a", "");
    }
    assert_int_equal(speakers.count, 2000);
    cli_speakers_sort(&speakers);
    for (int i = 0; i < 2000; i++) {
        (void)snprintf(name, sizeof name, "%d", i);
        assert_string_equal(speakers.speaker[i]->key.name, name);
        assert_int_equal(speakers.speaker[i]->quotations, 3);
    }
    cli_speakers_free(&speakers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_an_underscore_from_beginning_a_code),
        cmocka_unit_test(leaves_every_other_text),
        cmocka_unit_test(cuts_what_is_longer_than_a_cell),
        cmocka_unit_test(knows_links),
        cmocka_unit_test(reckons_with_lines),
        cmocka_unit_test(counts_speakers_over_documents),
        cmocka_unit_test(keeps_the_nameless_of_two_documents_apart),
        cmocka_unit_test(counts_many_speakers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
