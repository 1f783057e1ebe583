/*
 * test_tagged.c - which sentences are tagged.
 */
#include "speaker.h"

static bool is_tagged(const whosaid_doc *doc, const char *word)
{
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        const ws_token *token = &doc->tokens.token[i];
        if (token->end - token->begin == strlen(word) &&
            memcmp(doc->text.bytes + token->begin, word, strlen(word)) == 0)
            return doc->tags.tag[i] != 0;
    }
    fail_msg("no %s", word);
    return false;
}

static void tags_what_stands_near_a_quotation(void **state)
{
    whosaid_doc *doc = analyse("It hailed. It rained. Ana Ruiz came. "
                               "“We lost the boats,” she said. "
                               "Fishermen wept. Gulls flew. Dogs barked.");

    (void)state;
    assert_true(is_tagged(doc, "said"));
    assert_true(is_tagged(doc, "lost"));
    assert_true(is_tagged(doc, "Ana"));
    assert_true(is_tagged(doc, "wept"));
    assert_false(is_tagged(doc, "hailed"));
    assert_false(is_tagged(doc, "barked"));
    whosaid_doc_free(doc);
}

static void tags_only_the_edges_of_what_is_quoted(void **state)
{
    whosaid_doc *doc =
        analyse("“We lost the boats and the nets that our fathers made in the "
                "winter of that year,” Ana Ruiz said.");

    (void)state;
    assert_true(is_tagged(doc, "We"));
    assert_false(is_tagged(doc, "nets"));
    assert_true(is_tagged(doc, "said"));
    whosaid_doc_free(doc);
}

static void tags_nothing_where_nobody_is_quoted(void **state)
{
    whosaid_doc *doc = analyse("It hailed. It rained.");

    (void)state;
    assert_false(is_tagged(doc, "hailed"));
    assert_false(is_tagged(doc, "rained"));
    whosaid_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_what_stands_near_a_quotation),
        cmocka_unit_test(tags_only_the_edges_of_what_is_quoted),
        cmocka_unit_test(tags_nothing_where_nobody_is_quoted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
