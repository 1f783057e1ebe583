/* test_called.c - the name of a person or body as it is printed. */
#include "speaker.h"

/* The nth mention of these words is printed so. */
static void expect_nth(const char *text, const char *words, uint32_t nth,
                       const char *want)
{
    whosaid_doc *doc = analyse(text);
    uint32_t m = mention_at(doc, words, nth);

    if (m == WHOSAID_NONE)
        fail_msg("no mention \"%s\" in: %s", words, text);
    whosaid_span name =
        ws_people_name(&doc->people, &doc->tokens, &doc->mentions, m);
    assert_words(doc, name, want);
    if (doc->people.of[m] != WHOSAID_NONE) {
        whosaid_span own = ws_person_name(&doc->people, &doc->tokens,
                                          &doc->mentions, doc->people.of[m]);
        assert_memory_equal(&own, &name, sizeof own);
    }
    whosaid_doc_free(doc);
}

static void expect(const char *text, const char *words, const char *want)
{
    expect_nth(text, words, 0, want);
}

static void leaves_titles_out(void **state)
{
    (void)state;
    expect("Mayor Ana Ruiz came.", "Mayor Ana Ruiz", "Ana Ruiz");
    expect("Mr. Peter Lane came.", "Mr. Peter Lane", "Peter Lane");
    expect("Mayor Ruiz came. Ruiz left. Ruiz slept.", "Mayor Ruiz", "Ruiz");
}

static void keeps_the_title_of_a_single_name_that_mostly_has_one(void **state)
{
    (void)state;
    expect("Mrs. Lane came. Mrs. Lane left.", "Mrs. Lane", "Mrs. Lane");
    expect("Mrs. Lane came. Mrs. Lane left. Then Lane slept.", "Lane",
           "Mrs. Lane");
    expect("Mrs. Lane came. Then Lane left.", "Mrs. Lane", "Lane");
    expect("Mrs. Lane came. Mrs. Lane left. Ann Lane slept.", "Mrs. Lane",
           "Ann Lane");
    expect("The boy's mother Jane came.", "The boy's mother Jane", "Jane");
}

static void keeps_the_title_of_a_name_lent_by_a_husband(void **state)
{
    (void)state;
    expect("Mrs. David Lane came.", "Mrs. David Lane", "Mrs. David Lane");
    expect("Mrs. Ann Lane came.", "Mrs. Ann Lane", "Ann Lane");
    expect("Mrs. Leslie Lane came.", "Mrs. Leslie Lane", "Leslie Lane");
    expect("Mrs. Bolvar Lane came.", "Mrs. Bolvar Lane", "Bolvar Lane");
    expect("The spokeswoman David Lane came.", "The spokeswoman David Lane",
           "David Lane");
    expect("Mr. David Lane came.", "Mr. David Lane", "David Lane");
}

static void takes_a_suffix_behind_a_comma(void **state)
{
    (void)state;
    expect("Robert Lane, Jr., came.", "Robert Lane", "Robert Lane, Jr.");
    expect("Robert Lane Jr. came.", "Robert Lane Jr.", "Robert Lane Jr.");
    expect("Robert Lane, QC, came.", "Robert Lane", "Robert Lane");
    expect("Robert Lane, DBE, came.", "Robert Lane", "Robert Lane");
    expect("Robert Lane, PhD, came.", "Robert Lane", "Robert Lane");
    expect("Robert Lane III came.", "Robert Lane III", "Robert Lane III");
    expect("Then came Robert Lane,\n\nJr. came.", "Robert Lane", "Robert Lane");
    expect("Robert Lane, the mayor, came.", "Robert Lane", "Robert Lane");
}

static void leaves_out_an_office_behind_the_name(void **state)
{
    (void)state;
    expect("Kamo Melvar QC came.", "Kamo Melvar QC", "Kamo Melvar");
    expect("Melvar QC came.", "Melvar QC", "Melvar QC");
}

static void leaves_the_article_of_a_noun_out(void **state)
{
    (void)state;
    expect("A police spokesman came.", "A police spokesman",
           "police spokesman");
    expect("Her brother came.", "Her brother", "brother");
    expect("One witness came.", "One witness", "witness");
    expect("The minority spokesman came.", "The minority spokesman",
           "minority spokesman");
    expect("Two witnesses came.", "Two witnesses", "Two witnesses");
    expect("The two witnesses came.", "The two witnesses", "two witnesses");
}

static void takes_a_short_of_phrase_with_a_noun(void **state)
{
    (void)state;
    expect("The owner of a shop came.", "The owner", "owner of a shop");
    expect("Many of the guests came.", "Many of the guests",
           "Many of the guests");
    expect("The witness (a nurse) came.", "The witness", "witness");
    expect("The author of this came.", "The author", "author");
    expect("The owner of a small old shop near the new harbour wall of the "
           "city came.",
           "The owner", "owner");
}

static void gives_no_name_to_a_pronoun_that_means_nobody(void **state)
{
    (void)state;
    expect("Then she left.", "she", "");
    expect("Ann Lane came. Then she left.", "she", "Ann Lane");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_titles_out),
        cmocka_unit_test(keeps_the_title_of_a_single_name_that_mostly_has_one),
        cmocka_unit_test(keeps_the_title_of_a_name_lent_by_a_husband),
        cmocka_unit_test(takes_a_suffix_behind_a_comma),
        cmocka_unit_test(leaves_out_an_office_behind_the_name),
        cmocka_unit_test(leaves_the_article_of_a_noun_out),
        cmocka_unit_test(takes_a_short_of_phrase_with_a_noun),
        cmocka_unit_test(gives_no_name_to_a_pronoun_that_means_nobody),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
