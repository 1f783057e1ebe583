/* test_motley.c - the same words between marks of one shape and of two. */
#include "support.h"

static whosaid_doc *read_text(const char *text)
{
    whosaid_doc *doc = NULL;

    assert_int_equal(whosaid_analyze(text, strlen(text), NULL, &doc),
                     WHOSAID_OK);
    return doc;
}

/* Confidence in the first row, whose speaker is Ida Crowe. */
static uint32_t sure(const char *text)
{
    whosaid_doc *doc = read_text(text);
    const whosaid_quote *quote = whosaid_quote_at(doc, 0);

    assert_non_null(quote);
    assert_int_equal(quote->speaker.end - quote->speaker.begin, 9);
    assert_memory_equal(text + quote->speaker.begin, "Ida Crowe", 9);
    uint32_t confidence = quote->confidence;
    whosaid_doc_free(doc);
    return confidence;
}

static void two_shapes_of_marks_are_doubted(void **state)
{
    uint32_t same = sure("“The pump failed twice,” said engineer Ida Crowe. "
                         "“It will be replaced in June.”\n");
    uint32_t two = sure("“The pump failed twice,” said engineer Ida Crowe. "
                        "\"It will be replaced in June.\"\n");

    (void)state;
    assert_true(same > 8000);
    assert_true(two < same * 9 / 10);
    assert_true(two > 0);
}

static void inches_are_no_second_shape(void **state)
{
    uint32_t plain = sure("“The mast broke,” said rigger Ida Crowe. "
                          "It is 12 wide.\n");
    uint32_t inches = sure("“The mast broke,” said rigger Ida Crowe. "
                           "It is 12\" wide.\n");

    (void)state;
    assert_true(inches * 10 > plain * 9);
}

static void another_paragraph_is_not_concerned(void **state)
{
    uint32_t alone =
        sure("“The pump failed twice,” said engineer Ida Crowe.\n");
    uint32_t both = sure("“The pump failed twice,” said engineer Ida Crowe.\n\n"
                         "The town has had \"enough\" of it.\n");

    (void)state;
    assert_true(both * 10 > alone * 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_shapes_of_marks_are_doubted),
        cmocka_unit_test(inches_are_no_second_shape),
        cmocka_unit_test(another_paragraph_is_not_concerned),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
