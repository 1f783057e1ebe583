/* test_mention.c - who could be speaking. */
#include "speaker.h"

/* The text holds a mention of these words; its name and role are these. */
static void expect(const char *text, const char *words, const char *name,
                   const char *role)
{
    whosaid_doc *doc = analyse(text);
    uint32_t m = mention_at(doc, words, 0);

    if (m == WHOSAID_NONE)
        fail_msg("no mention \"%s\" in: %s", words, text);
    const ws_mention *mention = &doc->mentions.mention[m];
    assert_words(doc, tokens_span(doc, mention->name, mention->name_end), name);
    assert_words(doc, tokens_span(doc, mention->role, mention->role_end), role);
    whosaid_doc_free(doc);
}

static void expect_none(const char *text, const char *words)
{
    whosaid_doc *doc = analyse(text);

    assert_true(mention_at(doc, words, 0) == WHOSAID_NONE);
    whosaid_doc_free(doc);
}

static uint8_t type_of(const char *text, const char *words)
{
    whosaid_doc *doc = analyse(text);
    uint32_t m = mention_at(doc, words, 0);

    assert_true(m != WHOSAID_NONE);
    uint8_t type = doc->mentions.mention[m].type;
    whosaid_doc_free(doc);
    return type;
}

static void takes_a_name_whole(void **state)
{
    (void)state;
    expect("Yesterday Maria Lopez left.", "Maria Lopez", "Maria Lopez", "");
    expect("We met J. K. Osei there.", "J. K. Osei", "J. K. Osei", "");
    expect("We saw Ludwig van Damme there.", "Ludwig van Damme",
           "Ludwig van Damme", "");
}

static void parts_titles_from_the_name(void **state)
{
    (void)state;
    expect("They met Mr. Lane today.", "Mr. Lane", "Lane", "");
    expect("They met Sen. Anna Lane today.", "Sen. Anna Lane", "Anna Lane",
           "Sen.");
    expect("They met Secretary of State John Harker today.",
           "Secretary of State John Harker", "John Harker",
           "Secretary of State");
}

static void reads_a_role_before_the_name(void **state)
{
    (void)state;
    expect("It was company spokeswoman Amelia Chase again.",
           "company spokeswoman Amelia Chase", "Amelia Chase",
           "company spokeswoman");
}

static void reads_an_apposition(void **state)
{
    (void)state;
    expect("Petra Novak, head of the harbour office, said no.", "Petra Novak",
           "Petra Novak", "head of the harbour office");
    expect("Petra Novak, 41, a nurse, said no.", "Petra Novak", "Petra Novak",
           "nurse");
}

static void does_not_take_a_list_for_an_apposition(void **state)
{
    (void)state;
    expect("Petra Novak, Mr. Lane and others left.", "Petra Novak",
           "Petra Novak", "");
}

static void knows_what_a_noun_stands_for(void **state)
{
    (void)state;
    assert_int_equal(type_of("The minister said no.", "The minister"),
                     WHOSAID_SOURCE_ANONYMOUS);
    assert_int_equal(type_of("Two officials said no.", "Two officials"),
                     WHOSAID_SOURCE_GROUP);
    assert_int_equal(type_of("The police said no.", "The police"),
                     WHOSAID_SOURCE_BODY);
    assert_int_equal(type_of("The report said no.", "The report"),
                     WHOSAID_SOURCE_DOCUMENT);
}

static void takes_no_verb_for_somebody(void **state)
{
    (void)state;
    expect_none("The motto, “Hear the room,” will be carried over.", "will");
}

static void
takes_an_opening_word_for_a_name_where_the_text_shows_it(void **state)
{
    (void)state;
    expect("We saw Rose there. Rose went home.", "Rose", "Rose", "");
    expect("People of Stone met. Stone fell.", "Stone", "Stone", "");
}

static void lets_brackets_hang_on_a_name(void **state)
{
    whosaid_doc *doc = analyse("Sen. Ana Ruiz (R-Ohio) said no.");
    uint32_t m = mention_at(doc, "Sen. Ana Ruiz", 0);

    (void)state;
    assert_true(m != WHOSAID_NONE);
    const ws_token *tail = &doc->tokens.token[doc->mentions.mention[m].tail];
    assert_words(doc, (whosaid_span){tail->begin, tail->end}, "said");
    whosaid_doc_free(doc);
}

static void passes_over_things(void **state)
{
    (void)state;
    expect_none("The table fell on the floor.", "The table");
}

static void passes_over_pronouns_inside_marks(void **state)
{
    whosaid_doc *doc = analyse("“He left,” she said.");

    (void)state;
    assert_true(mention_at(doc, "He", 0) == WHOSAID_NONE);
    assert_true(mention_at(doc, "she", 0) != WHOSAID_NONE);
    whosaid_doc_free(doc);
}

static void lets_a_clause_hang_on_its_mention(void **state)
{
    whosaid_doc *doc =
        analyse("Ana Ruiz, who replaced Bo Lane in May, said no.");
    uint32_t m = mention_at(doc, "Ana Ruiz", 0);

    (void)state;
    assert_true(m != WHOSAID_NONE);
    const ws_token *tail = &doc->tokens.token[doc->mentions.mention[m].tail];
    assert_words(doc, (whosaid_span){tail->begin, tail->end}, "said");
    whosaid_doc_free(doc);
}

static void takes_no_head_for_somebody(void **state)
{
    (void)state;
    expect_none("She came in, and her head ached.", "her head");
    expect_none("He turned his white head again.", "his white head");
    assert_int_equal(type_of("She rang her head of staff today.", "her head"),
                     WHOSAID_SOURCE_ANONYMOUS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_no_head_for_somebody),
        cmocka_unit_test(takes_a_name_whole),
        cmocka_unit_test(parts_titles_from_the_name),
        cmocka_unit_test(reads_a_role_before_the_name),
        cmocka_unit_test(reads_an_apposition),
        cmocka_unit_test(does_not_take_a_list_for_an_apposition),
        cmocka_unit_test(knows_what_a_noun_stands_for),
        cmocka_unit_test(takes_no_verb_for_somebody),
        cmocka_unit_test(
            takes_an_opening_word_for_a_name_where_the_text_shows_it),
        cmocka_unit_test(lets_brackets_hang_on_a_name),
        cmocka_unit_test(passes_over_things),
        cmocka_unit_test(passes_over_pronouns_inside_marks),
        cmocka_unit_test(lets_a_clause_hang_on_its_mention),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
