/* test_usual.c - the name by which a long story calls somebody. */
#include "speaker.h"

#include "speaker/usual.h"
#include "support.h"

enum { LONG = 7000, ROOM = 1 << 17 };

/* A text, told line by line. */
struct story {
    char text[ROOM];
    size_t len;
};

static void tell(struct story *story, const char *words, int times)
{
    size_t len = strlen(words);

    for (int i = 0; i < times; i++) {
        assert_true(story->len + len < sizeof story->text);
        memcpy(story->text + story->len, words, len + 1);
        story->len += len;
    }
}

/* Words that name nobody, so that it is no article. */
static void lengthen(struct story *story)
{
    tell(story, "It was late and it was cold.\n", LONG / 7);
}

static void expect(const struct story *story, const char *words,
                   const char *want)
{
    whosaid_doc *doc = analyse(story->text);
    uint32_t m = mention_at(doc, words, 0);

    if (m == WHOSAID_NONE)
        fail_msg("no mention \"%s\"", words);
    assert_words(doc,
                 ws_people_name(&doc->people, &doc->tokens, &doc->mentions, m),
                 want);
    whosaid_doc_free(doc);
}

static void prints_a_fullest_name_that_is_hardly_ever_used(void **state)
{
    static struct story story;

    (void)state;
    story.len = 0;
    tell(&story, "Martha Bolvar slept.\n", 1);
    tell(&story, "Martha slept.\n", 12);
    lengthen(&story);
    expect(&story, "Martha", "Martha Bolvar");
}

/* A story that has a full name, and each of its words, so often. */
struct used {
    const char *full;
    int fulls;
    const char *first;
    int firsts;
    const char *last;
    int lasts;
};

static void expect_of(struct used u, const char *want)
{
    static struct story story;

    story.len = 0;
    lengthen(&story);
    for (int i = 0; i < u.fulls; i++) {
        tell(&story, "Then it was dark and ", 1);
        tell(&story, u.full, 1);
        tell(&story, " slept.\n", 1);
    }
    for (int i = 0; i < u.firsts || i < u.lasts; i++) {
        tell(&story, u.first, i < u.firsts);
        tell(&story, " slept.\n", i < u.firsts);
        tell(&story, u.last, i < u.lasts);
        tell(&story, " slept.\n", i < u.lasts);
    }
    expect(&story, u.first, want);
    expect(&story, u.last, want);
}

/* "Emma", not "Poor Emma". */
static void prints_the_single_name_that_is_used_far_more(void **state)
{
    (void)state;
    expect_of((struct used){"Bolvar Tesk", 1, "Bolvar", 7, "Tesk", 6},
              "Bolvar");
    expect_of((struct used){"Bolvar Tesk", 1, "Bolvar", 6, "Tesk", 6},
              "Bolvar Tesk");
}

static void asks_more_of_one_used_for_a_given_name_and_surname(void **state)
{
    (void)state;
    expect_of((struct used){"Martha Lane", 2, "Martha", 191, "Lane", 10},
              "Martha");
    expect_of((struct used){"Martha Lane", 2, "Martha", 190, "Lane", 10},
              "Martha Lane");
    /* once is hardly ever enough */
    expect_of((struct used){"Martha Lane", 1, "Martha", 10, "Lane", 3},
              "Martha");
    expect_of((struct used){"Martha Lane", 1, "Martha", 10, "Lane", 2},
              "Martha Lane");
}

static void prints_the_whole_name_that_is_used_far_more(void **state)
{
    static struct story story;

    (void)state;
    story.len = 0;
    tell(&story, "Ana Maria Bolvar Ruiz slept.\n", 1);
    tell(&story, "Ana Ruiz slept.\n", 13);
    lengthen(&story);
    expect(&story, "Ana Ruiz", "Ana Ruiz");
    story.len = 0;
    tell(&story, "Ana Maria Bolvar Ruiz slept.\n", 1);
    tell(&story, "Ana Ruiz slept.\n", 12);
    lengthen(&story);
    expect(&story, "Ana Ruiz", "Ana Maria Bolvar Ruiz");
}

static void prints_the_rank_of_who_is_mostly_named_by_it(void **state)
{
    static struct story story;

    (void)state;
    story.len = 0;
    tell(&story, "Lane slept.\n", 2);
    tell(&story, "Colonel Lane slept.\n", 4);
    lengthen(&story);
    expect(&story, "Lane", "Colonel Lane");
    story.len = 0;
    tell(&story, "Colonel Lane slept.\n", 2);
    tell(&story, "Lane slept.\n", 4);
    lengthen(&story);
    expect(&story, "Lane", "Lane");
    story.len = 0;
    tell(&story, "Ana Ruiz slept.\n", 1);
    tell(&story, "Lane slept.\n", 1); /* no rank, but a title */
    tell(&story, "Mrs. Lane slept.\n", 3);
    lengthen(&story);
    expect(&story, "Lane", "Mrs. Lane");
}

static void leaves_an_article_alone(void **state)
{
    static struct story story;

    (void)state;
    story.len = 0;
    tell(&story, "Ana Maria Bolvar Ruiz slept.\n", 1);
    tell(&story, "Ana Ruiz slept.\n", 13);
    expect(&story, "Ana Ruiz", "Ana Maria Bolvar Ruiz");
}

static void survives_every_refusal(void **state)
{
    static struct story story;
    whosaid_status status = WHOSAID_ERR_NOMEM;
    size_t fail_at = 0;

    (void)state;
    story.len = 0;
    tell(&story, "Martha Lane slept.\n", 2);
    lengthen(&story);
    whosaid_doc *doc = analyse(story.text);
    while (status != WHOSAID_OK) {
        struct failing failing = {0, ++fail_at, 0};
        whosaid_allocator source = failing_source(&failing);
        ws_arena arena;

        ws_arena_init(&arena, &source);
        status = ws_people_usual(&arena, &doc->text, &doc->tokens,
                                 &doc->mentions, &doc->people);
        assert_true(status == WHOSAID_OK || status == WHOSAID_ERR_NOMEM);
        ws_arena_free(&arena);
        assert_int_equal(failing.live, 0);
    }
    assert_true(fail_at > 1);
    whosaid_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_a_fullest_name_that_is_hardly_ever_used),
        cmocka_unit_test(prints_the_single_name_that_is_used_far_more),
        cmocka_unit_test(asks_more_of_one_used_for_a_given_name_and_surname),
        cmocka_unit_test(prints_the_whole_name_that_is_used_far_more),
        cmocka_unit_test(prints_the_rank_of_who_is_mostly_named_by_it),
        cmocka_unit_test(leaves_an_article_alone),
        cmocka_unit_test(survives_every_refusal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
