/* test_person.c - mentions of one person joined; whom a pronoun means. */
#include <stdio.h>

#include "speaker.h"

/* The nth mention of these words means the one whose full name is this. */
static void expect(const char *text, const char *words, uint32_t nth,
                   const char *name)
{
    whosaid_doc *doc = analyse(text);
    uint32_t m = mention_at(doc, words, nth);

    if (m == WHOSAID_NONE)
        fail_msg("no mention \"%s\" in: %s", words, text);
    assert_words(doc,
                 ws_people_name(&doc->people, &doc->tokens, &doc->mentions, m),
                 name);
    whosaid_doc_free(doc);
}

static void finds_the_full_name_of_a_surname(void **state)
{
    (void)state;
    expect("Maria Lopez came. Later Lopez left.", "Lopez", 0, "Maria Lopez");
}

static void finds_a_full_name_that_comes_later(void **state)
{
    (void)state;
    expect("Nobody saw Okafor. The nurse Ngozi Okafor left.", "Okafor", 0,
           "Ngozi Okafor");
}

static void keeps_two_people_of_one_surname_apart(void **state)
{
    (void)state;
    expect("Anna Lane met Peter Lane.", "Peter Lane", 0, "Peter Lane");
    expect("Anna Lane met Peter Lane.", "Anna Lane", 0, "Anna Lane");
    expect("Anna Lane met Peter Lane. Mr. Lane left.", "Mr. Lane", 0,
           "Peter Lane");
}

static void tells_mr_from_ms_by_the_given_names(void **state)
{
    (void)state;
    expect("Ann Lane met Bob Lane. Ms Lane left. Mr Lane stayed.", "Ms Lane", 0,
           "Ann Lane");
    expect("Ann Lane met Bob Lane. Ms Lane left. Mr Lane stayed.", "Mr Lane", 0,
           "Bob Lane");
}

static void leaves_a_surname_that_two_bear_alike_a_surname(void **state)
{
    (void)state;
    expect("Ann Lane met Bob Lane in Leeds. Then Lane left.", "Lane", 0,
           "Lane");
    expect("Jane Lane met John Lane in Leeds. Then J. Lane left.", "J. Lane", 0,
           "J. Lane");
    expect("Ann Lane met Bob Lane. Ann Lane sat. Then Lane left.", "Lane", 0,
           "Ann Lane");
}

static void reads_the_gender_of_a_single_given_name(void **state)
{
    (void)state;
    expect("Edwin looked at Martha. Martha sat. Then he left.", "he", 0,
           "Edwin");
}

static void lets_an_unnamed_woman_be_she(void **state)
{
    (void)state;
    expect("A spokeswoman for the ministry declined. Then she left.", "she", 0,
           "spokeswoman");
}

static void finds_a_body_by_its_initials(void **state)
{
    (void)state;
    expect("The Open Harbour Trust paid. Then OHT left.", "OHT", 0,
           "Open Harbour Trust");
}

static void reads_a_nickname_as_part_of_the_name(void **state)
{
    (void)state;
    expect("Dwayne “The Anvil” Parker left. Later Parker left.", "Parker", 0,
           "Dwayne “The Anvil” Parker");
}

static void joins_names_but_for_a_middle_name(void **state)
{
    (void)state;
    expect("Anna B. Lane came. Then Anna Lane left.", "Anna Lane", 0,
           "Anna B. Lane");
}

static void resolves_a_pronoun_by_gender(void **state)
{
    (void)state;
    expect("Maria Lopez met Peter Stone. Then she left.", "she", 0,
           "Maria Lopez");
    expect("Maria Lopez met Peter Stone. Then he left.", "he", 0,
           "Peter Stone");
}

static void gives_the_mayor_to_the_mayor(void **state)
{
    (void)state;
    expect("Maria Lopez, mayor of Brill, came. The mayor left.", "The mayor", 0,
           "Maria Lopez");
}

static void names_the_unnamed_by_their_noun(void **state)
{
    (void)state;
    expect("A police spokesman said no.", "A police spokesman", 0,
           "police spokesman");
}

static void names_by_the_tail_of_a_long_name(void **state)
{
    (void)state;
    expect("Marta Velasco Prado came. Velasco Prado left.", "Velasco Prado", 0,
           "Marta Velasco Prado");
    expect("Velasco Prado left. Marta Velasco Prado came.", "Velasco Prado", 0,
           "Marta Velasco Prado");
    expect("Mary Jane Prado came. Jane Prado left.", "Jane Prado", 0,
           "Jane Prado");
}

static void reads_an_initial_that_could_be_a_title(void **state)
{
    (void)state;
    expect("Said Judge Peter M. Stone.", "Judge Peter M. Stone", 0,
           "Peter M. Stone");
}

static void reads_a_given_name_that_could_be_a_title(void **state)
{
    (void)state;
    expect("Said Dean Lopez, a nurse.", "Dean Lopez", 0, "Dean Lopez");
}

static void takes_a_surname_for_whom_it_can_mean_so_far(void **state)
{
    (void)state;
    expect("Maria Lopez came. Lopez left. Contact: Peter Lopez.", "Lopez", 0,
           "Maria Lopez");
}

static void leaves_a_surname_in_doubt_in_doubt(void **state)
{
    (void)state;
    expect("Lopez came. Maria Lopez left. Lopez slept. Peter Lopez woke.",
           "Lopez", 1, "Lopez");
}

static void prefers_a_name_to_words_of_a_headline(void **state)
{
    (void)state;
    expect("Clubland Sarandek left.\n\nActress Maria Sarandek is tired.\n\n"
           "Sarandek slept.",
           "Sarandek", 0, "Maria Sarandek");
}

static void takes_a_surname_for_no_job(void **state)
{
    (void)state;
    expect("Maria Baker came. Baker left.", "Baker", 0, "Maria Baker");
}

static void keeps_senators_of_two_states_apart(void **state)
{
    (void)state;
    expect("Vermont senator Maria Lopez came. The Maine senator left.",
           "The Maine senator", 0, "Maine senator");
    expect("Vermont senator Maria Lopez came. The Vermont senator left.",
           "The Vermont senator", 0, "Maria Lopez");
}

static void knows_a_body_by_the_noun_that_heads_its_name(void **state)
{
    (void)state;
    expect("The Bank of Carrow met. Later the Bank closed.", "the Bank", 0,
           "Bank of Carrow");
    expect("The National Union of Bakers met. Later the Union left.",
           "the Union", 0, "National Union of Bakers");
    expect("The Bank of Carrow met. Later Bank closed.", "Bank", 0, "Bank");
    expect("The airline, Sahara Cargo, was sorry.", "The airline", 0,
           "Sahara Cargo");
    expect("An airline, Sahara Cargo, was sorry.", "An airline", 0, "airline");
    expect("Hill Motors was sorry. In a message posted online it said so.",
           "it", 0, "Hill Motors");
}

static void gives_a_body_its_own_name(void **state)
{
    (void)state;
    expect("A spokesman for the operator, Fenline, left.", "A spokesman", 0,
           "spokesman");
    expect("A spokesman for the operator, Fenline, left.", "Fenline", 0,
           "Fenline");
}

static void prints_a_junior_and_no_counsel(void **state)
{
    (void)state;
    expect("Peter Stone, Jr., left.", "Peter Stone", 0, "Peter Stone, Jr.");
    expect("Judge Peter Stone QC left.", "Judge Peter Stone QC", 0,
           "Peter Stone");
}

/* One word under several kinds of key: no first letter brings two together. */
static void keeps_words_apart_that_differ_in_a_letter(void **state)
{
    char text[4096];
    size_t len = 0;

    (void)state;
    for (char c = 'A'; c <= 'Z'; c++)
        len += (size_t)snprintf(
            text + len, sizeof text - len,
            "Ann %crokle met Bob %crokle. %crokle left.\n\n", c, c, c);
    for (char c = 'A'; c <= 'Z'; c++)
        len += (size_t)snprintf(text + len, sizeof text - len,
                                "“We sail,” %crokle said.\n\n", c);
    whosaid_doc *doc = analyse(text);
    assert_int_equal(whosaid_quote_count(doc), 26);
    for (uint32_t q = 0; q < 26; q++) {
        char name[8];
        snprintf(name, sizeof name, "%crokle", (char)('A' + (int)q));
        assert_words(doc, whosaid_quote_at(doc, q)->speaker, name);
    }
    whosaid_doc_free(doc);
}

/* What a mention of these words prints in a long story that goes on with
 * often repeated words. */
static void expect_in_story(const char *text, const char *often,
                            const char *words, const char *name)
{
    enum { SENTENCES = 1200, BYTES = 96 * 1024 };
    static char story[BYTES];
    size_t at = (size_t)snprintf(story, BYTES, "%s\n\n", text);

    for (int i = 0; i < SENTENCES; i++)
        at += (size_t)snprintf(
            story + at, BYTES - at, "%s ",
            i % 8 == 0 ? often : "The rain fell upon the road and the hill.");
    expect(story, words, 0, name);
}

static void prints_the_name_that_a_story_uses(void **state)
{
    (void)state;
    expect_in_story("Maria Lopez came.", "Lopez slept.", "Lopez", "Lopez");
    expect("Maria Lopez came. Lopez slept.", "Lopez", 0, "Maria Lopez");
    expect_in_story("Colonel Vane came.", "Colonel Vane slept.", "Colonel Vane",
                    "Colonel Vane");
}

static void takes_a_given_name_for_who_has_it_in_full_most_often(void **state)
{
    (void)state;
    expect_in_story("Clara Vane came. Clara Hale sat. Clara Hale rose. "
                    "Then Clara slept.",
                    "It rained.", "Clara", "Clara Hale");
}

/* A sentence with which a long text is a story. */
#define TALK "“Is it late?” she asked."

static void knows_whose_mother_she_is(void **state)
{
    (void)state;
    expect_in_story("Clara Hale sat down. Her mother, Mrs. Vane, sat too.\n\n"
                    "The rain fell.\n\nClara rose, and her mother slept.",
                    TALK, "her mother", "Mrs. Vane");
    /* nobody told, but Mrs. Vane is by every time */
    expect_in_story("Clara Hale sat with Mrs. Vane, and her mother slept.\n\n"
                    "Clara saw Mrs. Vane, and her mother rose.\n\n"
                    "Clara heard Mrs. Vane, and her mother sang.",
                    TALK, "her mother", "Mrs. Vane");
    /* by the name */
    expect_in_story("Clara Hale came. Clara sat. Clara sang. Clara rose. "
                    "Clara ate.\n\nMrs. Hale rose. Then Clara sang.\n\n"
                    "Clara danced, and her mother slept.",
                    TALK, "her mother", "Mrs. Hale");
    expect_in_story("Mrs. Hale rose. Mrs. Vane sat down.\n\n"
                    "Mr. Vane sang, and his wife slept.",
                    TALK, "his wife", "Mrs. Vane");
}

static void knows_who_is_described(void **state)
{
    (void)state;
    expect_in_story("Basil Hale came in.\n\nThe painter saw Henry Vane.\n\n"
                    "The painter took Henry Vane by the arm.\n\n"
                    "Basil Hale sat down.\n\nThe painter heard Henry Vane.",
                    TALK, "The painter", "Basil Hale");
    expect_in_story("Old Mr. Pell sat with Henry Vane.\n\nThe old man slept.",
                    TALK, "The old man", "Mr. Pell");
    /* nor is she any lady */
    expect_in_story("Lady Hale rose. The rain fell. The lady slept.", TALK,
                    "The lady", "lady");
}

static void gives_an_owner_s_office_to_nobody(void **state)
{
    (void)state;
    expect("Larry, the doctor's man, lit the lamp. The doctor slept.",
           "The doctor", 0, "doctor");
    expect("Ana Ruiz, a niece of the general, sat. The general slept.",
           "The general", 0, "general");
}

static void believes_pronouns_more_than_a_list_of_names(void **state)
{
    (void)state;
    expect("Mary shook his head. Mary took his hat. Mary lost his way. "
           "Mary sold his cow.\n\nMary came in. He slept.",
           "He", 0, "Mary");
}

static void joins_a_name_that_is_only_called(void **state)
{
    (void)state;
    expect("“Where is the key, Dolly?” asked Marek.\n\n"
           "“On the hook!” said Dorothea.\n\n"
           "“And the lamp, Dolly?” asked Marek.\n\n"
           "“On the shelf!” said Dorothea. She did not look up.\n\n"
           "“Then come, Dolly!” said Marek.\n\n"
           "“Why should I?” said Dorothea.",
           "Dolly", 0, "Dorothea");
}

/* Talk with which a short text is a story. */
#define CHAT                                        \
    "“Is it late?” she asked.\n\n"              \
    "“Is it?” he asked.\n\n"                    \
    "“Who knows?” she asked.\n\n"               \
    "“Do you?” he asked. He looked at her.\n\n" \
    "“What was that?” she asked.\n\n"           \
    "“What was what?” he asked.\n\n"

static void names_who_answers_to_a_name(void **state)
{
    (void)state;
    expect(CHAT "A young man came in.\n\n“Stephen, sit down!” said Mrs. "
                "Vane.\n\n“I had rather not!” said the young man.",
           "the young man", 0, "Stephen");
    /* not who calls another so, */
    expect(CHAT "A young man came in.\n\n“Stephen, sit down!” said Mrs. "
                "Vane.\n\n“I had rather not!” said the young man.\n\n"
                "“Sit down, Stephen!” said the young man.",
           "the young man", 0, "young man");
    /* whom the story has named before, */
    expect("Stephen rose. He sat down. " CHAT
           "A young man came in.\n\n“Stephen, sit down!” said Mrs. "
           "Vane.\n\n“I had rather not!” said the young man.",
           "the young man", 0, "young man");
    /* nor is of the other sex */
    expect(CHAT "A young man came in.\n\n“Clara, sit down!” said Mrs. "
                "Vane.\n\n“I had rather not!” said the young man.",
           "the young man", 0, "young man");
}

static void names_who_tells_a_name(void **state)
{
    (void)state;
    expect(CHAT "A girl came in.\n\n“My name is Susan!” said the girl.",
           "the girl", 0, "Susan");
    expect(CHAT "A man came in.\n\n“I am Mr. Pell!” said the man.", "the man",
           0, "Mr. Pell");
    expect(CHAT "A man came in.\n\n“I’m Henry!” said the man.", "the man", 0,
           "Henry");
    expect(CHAT "A man came in.\n\n“I am Mr. Pell’s man!” said the man.",
           "the man", 0, "man");
}

/* The sex told of the first person of this name. */
static uint16_t sex_of(const char *text, const char *words)
{
    whosaid_doc *doc = analyse(text);
    uint32_t m = mention_at(doc, words, 0);

    if (m == WHOSAID_NONE)
        fail_msg("no mention \"%s\" in: %s", words, text);
    uint16_t flags = doc->people.person[doc->people.of[m]].flags;
    whosaid_doc_free(doc);
    return flags & (WS_M_MALE | WS_M_FEMALE);
}

static void tells_the_sex_of_those_in_a_story(void **state)
{
    (void)state;
    assert_int_equal(sex_of(CHAT "Tom came in.", "Tom"), WS_M_MALE);
    assert_int_equal(sex_of(CHAT "Hannah came in.", "Hannah"), WS_M_FEMALE);
    assert_int_equal(sex_of(CHAT "Colonel Strang came in.", "Colonel Strang"),
                     WS_M_MALE);
    /* an article may mean Ann Hannah and Colonel Ann Strang */
    assert_int_equal(sex_of("Hannah came in.", "Hannah"), 0);
    assert_int_equal(sex_of("Colonel Strang came in.", "Colonel Strang"), 0);
}

static void weighs_no_description_where_all_is_talk(void **state)
{
    (void)state;
    expect("“It is hot!” said Nina Verey.\n\n“Is it?” said Mr. Strang.\n\n"
           "“Will you sit?” said Nina.\n\n“Will you?” said Strang.\n\n"
           "“Come here!” said Nina.\n\n“Why?” said Strang.\n\n"
           "The poet stood by the piano.\n\n“Ludlow!” said Nina.\n\n"
           "“What?” said the poet.",
           "the poet", 0, "poet");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_full_name_of_a_surname),
        cmocka_unit_test(finds_a_full_name_that_comes_later),
        cmocka_unit_test(keeps_two_people_of_one_surname_apart),
        cmocka_unit_test(tells_mr_from_ms_by_the_given_names),
        cmocka_unit_test(leaves_a_surname_that_two_bear_alike_a_surname),
        cmocka_unit_test(reads_the_gender_of_a_single_given_name),
        cmocka_unit_test(lets_an_unnamed_woman_be_she),
        cmocka_unit_test(finds_a_body_by_its_initials),
        cmocka_unit_test(reads_a_nickname_as_part_of_the_name),
        cmocka_unit_test(joins_names_but_for_a_middle_name),
        cmocka_unit_test(resolves_a_pronoun_by_gender),
        cmocka_unit_test(gives_the_mayor_to_the_mayor),
        cmocka_unit_test(names_the_unnamed_by_their_noun),
        cmocka_unit_test(names_by_the_tail_of_a_long_name),
        cmocka_unit_test(reads_an_initial_that_could_be_a_title),
        cmocka_unit_test(reads_a_given_name_that_could_be_a_title),
        cmocka_unit_test(takes_a_surname_for_whom_it_can_mean_so_far),
        cmocka_unit_test(leaves_a_surname_in_doubt_in_doubt),
        cmocka_unit_test(prefers_a_name_to_words_of_a_headline),
        cmocka_unit_test(takes_a_surname_for_no_job),
        cmocka_unit_test(keeps_senators_of_two_states_apart),
        cmocka_unit_test(knows_a_body_by_the_noun_that_heads_its_name),
        cmocka_unit_test(gives_a_body_its_own_name),
        cmocka_unit_test(prints_a_junior_and_no_counsel),
        cmocka_unit_test(keeps_words_apart_that_differ_in_a_letter),
        cmocka_unit_test(prints_the_name_that_a_story_uses),
        cmocka_unit_test(takes_a_given_name_for_who_has_it_in_full_most_often),
        cmocka_unit_test(knows_whose_mother_she_is),
        cmocka_unit_test(knows_who_is_described),
        cmocka_unit_test(gives_an_owner_s_office_to_nobody),
        cmocka_unit_test(believes_pronouns_more_than_a_list_of_names),
        cmocka_unit_test(joins_a_name_that_is_only_called),
        cmocka_unit_test(names_who_answers_to_a_name),
        cmocka_unit_test(names_who_tells_a_name),
        cmocka_unit_test(tells_the_sex_of_those_in_a_story),
        cmocka_unit_test(weighs_no_description_where_all_is_talk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
