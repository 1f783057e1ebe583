/* test_proper.c - the capitalised words that end a phrase: name, role, type. */
#include "speaker.h"

#include "speaker/proper.h"

/* A mention as a test names it. */
struct want {
    const char *text; /* one phrase */
    const char *name; /* "": an office, headed by head */
    const char *head;
    const char *role;
    whosaid_source_type type;
};

/* The mention that the phrase begun at token 0 gives, which ends with the text. */
static ws_mention mention_of(const whosaid_doc *doc)
{
    const ws_phrases *phrases = &doc->mentions.phrases;
    uint32_t last = doc->tokens.count;
    uint32_t group = ws_name_group(phrases, 0, last);

    return ws_name_mention(phrases, 0, group, last);
}

static void expect(const struct want *want)
{
    whosaid_doc *doc = analyse(want->text);
    ws_mention m = mention_of(doc);
    whosaid_span name = tokens_span(doc, m.name, m.name_end);

    assert_int_equal(m.first, 0);
    assert_int_equal(m.last, doc->tokens.count);
    if (m.type != want->type)
        fail_msg("%s: type %d", want->text, m.type);
    assert_int_equal(m.kind, want->name[0] != '\0' ? WS_MENTION_NAME
                                                   : WS_MENTION_NOMINAL);
    assert_words(doc, name, want->name);
    assert_words(doc, tokens_span(doc, m.head, m.head + 1), want->head);
    assert_words(doc, tokens_span(doc, m.role, m.role_end), want->role);
    whosaid_doc_free(doc);
}

static void expect_all(const struct want *want, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect(&want[i]);
}

#define EXPECT_ALL(want) expect_all(want, sizeof(want) / sizeof *(want))

static void reads_office_words_before_a_name_as_its_role(void **state)
{
    static const struct want want[] = {
        {"Harbour Committee Chairman Ted Marl", "Ted Marl",      "Marl",
         "Harbour Committee Chairman",                                         WHOSAID_SOURCE_PERSON},
        {"the party spokeswoman Amelia Sallis", "Amelia Sallis", "Sallis",
         "party spokeswoman",                                                  WHOSAID_SOURCE_PERSON},
        {"Secretary of State Ana Ruiz",         "Ana Ruiz",      "Ruiz",
         "Secretary of State",                                                 WHOSAID_SOURCE_PERSON},
        {"Mr. Lane",                            "Lane",          "Lane",   "", WHOSAID_SOURCE_PERSON},
    };

    (void)state;
    EXPECT_ALL(want);
}

static void reads_words_that_are_all_office_as_no_name(void **state)
{
    static const struct want want[] = {
        {"the President",          "", "President", "", WHOSAID_SOURCE_ANONYMOUS},
        {"the Vice President",     "", "President", "", WHOSAID_SOURCE_ANONYMOUS},
        {"the Secretary of State", "", "Secretary", "",
         WHOSAID_SOURCE_ANONYMOUS                                               },
        {"Ohio Governor",          "", "Governor",  "", WHOSAID_SOURCE_ANONYMOUS},
    };

    (void)state;
    EXPECT_ALL(want);
}

static void knows_an_office_word_that_is_a_given_name(void **state)
{
    static const struct want want[] = {
        {"Dean Baker",    "Dean Baker",    "Baker", "", WHOSAID_SOURCE_PERSON},
        {"Ana M. Ruiz",   "Ana M. Ruiz",   "Ruiz",  "", WHOSAID_SOURCE_PERSON},
        {"Marine Le Pen", "Marine Le Pen", "Pen",   "", WHOSAID_SOURCE_PERSON},
        {"Prince Harry",  "Prince Harry",  "Harry", "", WHOSAID_SOURCE_PERSON},
    };

    (void)state;
    EXPECT_ALL(want);
}

static void leaves_out_what_stands_before_a_given_name(void **state)
{
    static const struct want want[] = {
        {"Democrat Bob Lane",            "Bob Lane",   "Lane", "", WHOSAID_SOURCE_PERSON},
        {"United Nations Nikki Lane",    "Nikki Lane", "Lane", "",
         WHOSAID_SOURCE_PERSON                                                          },
        {"Korean-born Ana Ruiz",         "Ana Ruiz",   "Ruiz", "", WHOSAID_SOURCE_PERSON},
        {"Winston-Salem-based Ana Ruiz", "Ana Ruiz",   "Ruiz", "",
         WHOSAID_SOURCE_PERSON                                                          },
    };

    (void)state;
    EXPECT_ALL(want);
}

static void keeps_a_title_that_makes_a_name_of_one_word(void **state)
{
    static const struct want want[] = {
        {"Queen Elizabeth", "Queen Elizabeth", "Elizabeth", "",
         WHOSAID_SOURCE_PERSON                                                          },
        {"Rabbi Elizabeth", "Elizabeth",       "Elizabeth", "Rabbi",
         WHOSAID_SOURCE_PERSON                                                          },
        {"Kamo Melvar QC",  "Kamo Melvar QC",  "QC",        "",      WHOSAID_SOURCE_NONE},
    };

    (void)state;
    EXPECT_ALL(want);
}

/* An office with its "of ..." that ends in a body's word is none. */
static void tells_an_office_in_a_body_from_the_body(void **state)
{
    whosaid_doc *doc = analyse("the new Head of the Bolvar Corps");
    uint32_t last = doc->tokens.count;
    ws_mention m = ws_name_mention(&doc->mentions.phrases, 0, 2, last);

    (void)state;
    assert_int_equal(m.kind, WS_MENTION_NOMINAL);
    assert_words(doc, tokens_span(doc, m.head, m.head + 1), "Head");
    whosaid_doc_free(doc);
}

static void tells_a_person_from_a_body_a_group_and_a_place(void **state)
{
    static const struct want want[] = {
        {"the Harbour Guard Corps",      "Harbour Guard Corps", "Corps",     "",
         WHOSAID_SOURCE_BODY                                                                          },
        {"Harbour City Mayor Don Marl",  "Don Marl",            "Marl",
         "Harbour City Mayor",                                                   WHOSAID_SOURCE_PERSON},
        {"Harbour City Mayor Don Guild", "Don Guild",           "Guild",
         "Harbour City Mayor",                                                   WHOSAID_SOURCE_PERSON},
        {"MARL",                         "MARL",                "MARL",      "", WHOSAID_SOURCE_BODY  },
        {"the Americans",                "Americans",           "Americans", "", WHOSAID_SOURCE_GROUP },
        {"France",                       "France",              "France",    "", WHOSAID_SOURCE_NONE  },
        {"Ana Ruiz",                     "Ana Ruiz",            "Ruiz",      "", WHOSAID_SOURCE_PERSON},
        {"Bolvar",                       "Bolvar",              "Bolvar",    "", WHOSAID_SOURCE_NONE  },
    };

    (void)state;
    EXPECT_ALL(want);
}

static void takes_the_gender_of_the_words_before_the_name(void **state)
{
    static const struct {
        const char *text;
        int flags;
    } cases[] = {
        {"Mr. Lane",                WS_M_MALE | WS_M_HONORIFIC  },
        {"Mrs. Lane",               WS_M_FEMALE | WS_M_HONORIFIC},
        {"the spokeswoman A. Lane", WS_M_FEMALE                 },
        {"Mayor Lane",              0                           },
        {"a Vice President",        WS_M_INDEFINITE             },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        whosaid_doc *doc = analyse(cases[i].text);
        ws_mention m = mention_of(doc);
        if (m.flags != cases[i].flags)
            fail_msg("%s: flags %x", cases[i].text, (unsigned)m.flags);
        whosaid_doc_free(doc);
    }
}

/* Where the capitalised words begin that end a text. */
static void expect_group(const char *text, const char *want)
{
    whosaid_doc *doc = analyse(text);
    uint32_t last = doc->tokens.count;
    uint32_t group = ws_name_group(&doc->mentions.phrases, 0, last);

    assert_words(doc, tokens_span(doc, group, last), want);
    whosaid_doc_free(doc);
}

static void finds_the_capitalised_words_that_end_a_phrase(void **state)
{
    (void)state;
    expect_group("the new mayor Ana Ruiz", "Ana Ruiz");
    expect_group("the new mayor", "");
    expect_group("the old Guild of the Harbour", "Guild of the Harbour");
    expect_group("the new Secretary of State", "Secretary of State");
    expect_group("the boxer Dwayne “The Anvil” Parker",
                 "Dwayne “The Anvil” Parker");
}

static ws_lex find(const char *word)
{
    return ws_lexicon_find(word, strlen(word));
}

static void tells_what_a_noun_is(void **state)
{
    (void)state;
    assert_int_equal(ws_noun_type(find("report")), WHOSAID_SOURCE_DOCUMENT);
    assert_int_equal(ws_noun_type(find("government")), WHOSAID_SOURCE_BODY);
    assert_int_equal(ws_noun_type(find("minister")), WHOSAID_SOURCE_ANONYMOUS);
    assert_int_equal(ws_noun_type(find("ministers")), WHOSAID_SOURCE_GROUP);
    assert_int_equal(ws_noun_type(0), WHOSAID_SOURCE_NONE);
    assert_int_equal(ws_number_and_gender(find("spokeswoman")), WS_M_FEMALE);
    assert_int_equal(ws_number_and_gender(find("spokesman")), WS_M_MALE);
    assert_int_equal(ws_number_and_gender(find("officials")), WS_M_PLURAL);
}

static void expect_role(const char *text, uint32_t first, bool want)
{
    whosaid_doc *doc = analyse(text);

    if (ws_has_role(&doc->mentions.phrases, first, doc->tokens.count) != want)
        fail_msg("%s: %d", text, !want);
    whosaid_doc_free(doc);
}

static void knows_a_role_by_its_noun(void **state)
{
    (void)state;
    expect_role("the former minister", 1, true);
    expect_role("the French inventor", 1, true);
    expect_role("her friend", 1, false);
    expect_role("said her friend", 1, false);
    expect_role("Mr.", 0, false);
    expect_role("the ministers", 1, false);
    expect_role("the table", 1, false);
}

static void knows_an_indefinite_phrase_by_its_first_word(void **state)
{
    static const struct {
        const char *word;
        int flag;
    } cases[] = {
        {"a",       WS_M_INDEFINITE},
        {"one",     WS_M_INDEFINITE},
        {"several", WS_M_INDEFINITE},
        {"the",     0              },
        {"another", WS_M_INDEFINITE},
        {"mayor",   0              },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        whosaid_doc *doc = analyse(cases[i].word);
        if (ws_indefinite(doc->tokens.token) != cases[i].flag)
            fail_msg("%s", cases[i].word);
        whosaid_doc_free(doc);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_office_words_before_a_name_as_its_role),
        cmocka_unit_test(reads_words_that_are_all_office_as_no_name),
        cmocka_unit_test(knows_an_office_word_that_is_a_given_name),
        cmocka_unit_test(leaves_out_what_stands_before_a_given_name),
        cmocka_unit_test(keeps_a_title_that_makes_a_name_of_one_word),
        cmocka_unit_test(tells_an_office_in_a_body_from_the_body),
        cmocka_unit_test(tells_a_person_from_a_body_a_group_and_a_place),
        cmocka_unit_test(takes_the_gender_of_the_words_before_the_name),
        cmocka_unit_test(finds_the_capitalised_words_that_end_a_phrase),
        cmocka_unit_test(tells_what_a_noun_is),
        cmocka_unit_test(knows_a_role_by_its_noun),
        cmocka_unit_test(knows_an_indefinite_phrase_by_its_first_word),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
