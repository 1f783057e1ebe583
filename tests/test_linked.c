/* test_linked.c - small words inside a name. */
#include "speaker.h"

#include "speaker/extent.h"
#include "speaker/linked.h"

/* A text, and a whole phrase of it. */
struct want {
    const char *text;
    const char *phrase;
};

static uint32_t token_at(const whosaid_doc *doc, uint32_t byte)
{
    uint32_t i = 0;

    while (i < doc->tokens.count && doc->tokens.token[i].begin < byte)
        i++;
    return i;
}

static void expect(const struct want *want)
{
    whosaid_doc *doc = analyse(want->text);
    const char *at = strstr(want->text, want->phrase);

    assert_non_null(at);
    uint32_t first = token_at(doc, (uint32_t)(at - want->text));
    uint32_t last =
        ws_phrase_end(&doc->mentions.phrases, first, doc->tokens.count);
    assert_words(doc, tokens_span(doc, first, last), want->phrase);
    whosaid_doc_free(doc);
}

static void expect_all(const struct want *want, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect(&want[i]);
}

#define EXPECT_ALL(want) expect_all(want, sizeof(want) / sizeof *(want))

static void keeps_a_body_whole(void **state)
{
    static const struct want want[] = {
        {"It was the Department of Justice that said so to all of them.",
         "Department of Justice"                                                                                              },
        {"It was the Council on Water Supply that said so to all of them.",
         "Council on Water Supply"                                                                                            },
        {"It was the Council on Friday that said so to all of them.",
         "Council"                                                                                                            },
        {"It was the Campaign to Save Brill that said so to all of them.",
         "Campaign to Save Brill"                                                                                             },
        {"It was the Society for the Protection of Owls that said so to all of "
         "them.",                                                  "Society for the Protection of Owls"              },
        {"It was the Society for the Prevention of Cruelty to Animals that "
         "said so to all of them.",                                "Society for the Prevention of Cruelty to Animals"},
    };

    (void)state;
    EXPECT_ALL(want);
}

static void joins_the_tasks_of_a_body(void **state)
{
    static const struct want want[] = {
        {"It was the Food and Drug Administration that said so to all of them.",
         "Food and Drug Administration"                                                                                        },
        {"It was the Department of Health and Human Services that said so to "
         "all of them.",                                                "Department of Health and Human Services"     },
        {"It was the Department of Health, Food and Rural Affairs that said so "
         "to all of them.",                                             "Department of Health, Food and Rural Affairs"},
        {"It was the Bank of England and Fenline that said so to all of them.",
         "Bank of England"                                                                                                     },
        {"It was the Ministry of Health, Mr Lane and others who said so to all "
         "of them.",                                                    "Ministry of Health"                          },
    };

    (void)state;
    EXPECT_ALL(want);
}

static void knows_many_by_their_cause(void **state)
{
    static const struct want want[] = {
        {"Friends of the Upper Valley said it would rain all day.",
         "Friends of the Upper Valley"                                       },
        {"Friends of Ana Ruiz said it would rain all day.",         "Friends"},
        {"Citizens for Clean Water said it would rain all day.",
         "Citizens for Clean Water"                                          },
        {"Lawyers for Ana Ruiz said it would rain all day.",        "Lawyers"},
        {"Doctors Without Borders said it would rain all day.",
         "Doctors Without Borders"                                           },
        {"He thanked the Friends of Brill Library for it.",
         "Friends of Brill Library"                                          },
    };

    (void)state;
    EXPECT_ALL(want);
}

static void keeps_a_surname_whole(void **state)
{
    static const struct want want[] = {
        {"We met Anneke van der Berg and Ana Ruiz there.",
         "Anneke van der Berg"},
    };

    (void)state;
    EXPECT_ALL(want);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_a_body_whole),
        cmocka_unit_test(joins_the_tasks_of_a_body),
        cmocka_unit_test(knows_many_by_their_cause),
        cmocka_unit_test(keeps_a_surname_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
