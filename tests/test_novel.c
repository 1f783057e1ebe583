/* test_novel.c - how far a speaker of a long story can be trusted. */
#include "support.h"

#include "speaker/naming.h"

enum { LONG = WS_ARTICLE + 1000, ROOM = 1 << 17 };

static const char scene[] =
    "“Is that you, Marta?” asked Pavel. He had been asleep.\n\n"
    "“It is!” said Marta, and she laughed at him.\n\n"
    "“There is no soup,” said the waiter.\n\n"
    "“None?” asked Pavel. “Is there any bread?”\n\n"
    "“There is!” said the waiter, and he went to fetch it.\n\n";

/* The scene, and so many words behind it that nobody says. */
static whosaid_doc *told(size_t words)
{
    static const char filler[] = "It was late and it was cold.\n";
    static char text[ROOM];
    size_t len = sizeof scene - 1;
    whosaid_doc *doc = NULL;

    memcpy(text, scene, sizeof scene);
    for (size_t i = 0; i < words; i += 7) {
        assert_true(len + sizeof filler <= sizeof text);
        memcpy(text + len, filler, sizeof filler);
        len += sizeof filler - 1;
    }
    assert_int_equal(whosaid_analyze(text, len, NULL, &doc), WHOSAID_OK);
    assert_int_equal(whosaid_quote_count(doc), 6);
    return doc;
}

static uint32_t sure(const whosaid_doc *doc, uint32_t quote)
{
    return whosaid_quote_at(doc, quote)->confidence;
}

static void who_has_no_name_in_a_novel_is_mostly_another(void **state)
{
    whosaid_doc *few = told(0);
    whosaid_doc *many = told(LONG);

    (void)state;
    assert_true(sure(many, 2) * 10 < sure(few, 2) * 8);
    /* a name beside its verb is whoever it names */
    assert_true(sure(many, 1) * 10 > sure(few, 1) * 9);
    whosaid_doc_free(few);
    whosaid_doc_free(many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_has_no_name_in_a_novel_is_mostly_another),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
