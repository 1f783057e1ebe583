/* test_encoded.c - signs that arrive spelled out. */
#include "text/encoded.h"

#include "support.h"

/* Check what text begins with: a code point of len bytes; len 0: nothing. */
static void expect(const char *text, uint32_t len, int32_t want)
{
    size_t n = strlen(text);
    char *copy = exact_copy(text, n);
    int32_t cp = -1;

    assert_int_equal(ws_encoded_read(copy, 0, (uint32_t)n, &cp), len);
    assert_int_equal(cp, len > 0 ? want : -1);
    free(copy);
}

static void reads_named_entities(void **state)
{
    (void)state;
    expect("&ldquo;a", 7, 0x201C);
    expect("&lsaquo;", 8, 0x2039);
    expect("&quot;", 6, '"');
    expect("&nbsp;", 6, 0xA0);
    expect("&amp;", 5, '&');
    expect("&eacute;", 0, 0);
    expect("&quot", 0, 0);
    expect("& so;", 0, 0);
    expect("&", 0, 0);
}

static void reads_numeric_entities(void **state)
{
    (void)state;
    expect("&#8220;", 7, 0x201C);
    expect("&#x201d;", 8, 0x201D);
    expect("&#X201D;", 8, 0x201D);
    expect("&#39;", 5, '\'');
    expect("&#147;", 6, 0x201C); /* windows-1252 */
    expect("&#65;", 0, 0);       /* a letter */
    expect("&#;", 0, 0);
    expect("&#x;", 0, 0);
    expect("&#000000000034;", 0, 0);
    expect("&#8220", 0, 0);
}

static void reads_entities_written_out_twice(void **state)
{
    (void)state;
    expect("&amp;quot;", 10, '"');
    expect("&amp;#8217;", 11, 0x2019);
    expect("&amp;c;", 5, '&');
}

static void reads_mojibake(void **state)
{
    (void)state;
    expect("â€œ", 7, 0x201C);
    expect("â€™s", 8, 0x2019);
    expect("â€\xC2\x9D", 7, 0x201D);
    expect("â€", 5, 0x201D);
    expect("â€ he", 5, 0x201D);
    expect("â€”", 8, 0x2014);
    expect("â\xC2\x80\xC2\x9C", 6, 0x201C);
    expect("Â«", 4, 0xAB);
    expect("Â so", 0, 0);
    expect("âge", 0, 0);
    expect("é", 0, 0);
    expect("\xC3", 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_named_entities),
        cmocka_unit_test(reads_numeric_entities),
        cmocka_unit_test(reads_entities_written_out_twice),
        cmocka_unit_test(reads_mojibake),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
