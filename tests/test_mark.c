/* test_mark.c - quotation marks, and what they can be. */
#include "quote/mark.h"

#include "quoted.h"

/* Check what the marks of text can be: [ opens, ] closes, | either; a mark
 * that is left out stays as it is. A ? before it: perhaps an apostrophe. */
static void expect(const char *text, const char *want)
{
    struct quoted q;
    struct paper got = {"", 0};

    quoted_init(&q, text);
    put_marks(&got, &q, true);
    assert_string_equal(got.text, want);
    quoted_free(&q);
}

static void takes_straight_marks_by_their_sides(void **state)
{
    (void)state;
    expect("\"Go,\" he said.", "[Go,] he said.");
    expect("(\"Go\") he said--\"Stay\"--then", "([Go]) he said--[Stay]--then");
    expect("said \" Go \" again", "said [ Go ] again");
    expect("said:\"Go\"then", "said:[Go]then");
    expect("so \"...and then.\"", "so [...and then.]");
    expect("of Ann Inc.\" and", "of Ann Inc.] and");
}

static void takes_curly_marks_by_their_shape(void **state)
{
    (void)state;
    expect("“Go,” he said.", "[Go,] he said.");
    expect("“ Go, ” he said.", "[ Go, ] he said.");
    expect("said“Go”then", "said[Go]then");
}

static void lets_the_sides_of_a_curly_mark_object(void **state)
{
    (void)state;
    expect("”It was over“, he", "|It was over], he");
    expect("“It was over“ he", "[It was over| he");
}

static void looks_through_marks_that_touch(void **state)
{
    (void)state;
    expect("\"'Go,'\" he said.", "[[Go,]] he said.");
    expect("“‘Go,’” he said.", "[[Go,]] he said.");
    expect("('Go,')", "([Go,])");
}

static void leaves_contractions_out(void **state)
{
    (void)state;
    expect("It’s Ann's and they don't.", "It’s Ann's and they don't.");
    expect("shouldn‘t we", "shouldn‘t we");
}

static void doubts_a_genitive_without_s(void **state)
{
    (void)state;
    expect("the workers’ choice", "the workers?] choice");
    expect("the workers' choice", "the workers?] choice");
    expect("the workers,’ he", "the workers,] he");
}

static void leaves_leading_elisions_out(void **state)
{
    (void)state;
    expect("the ’90s and the '68 crop", "the ’90s and the '68 crop");
    expect("give ’em hell, ’tis so", "give ’em hell, ’tis so");
    expect("the ‘90s", "the ‘90s");
    expect("rock ’n’ roll", "rock ’n?] roll");
}

static void leaves_feet_and_inches_out(void **state)
{
    (void)state;
    expect("6'5\" tall", "6'5\" tall");
    expect("a 3\"x4\" board", "a 3\"x4] board");
    expect("at 51°30'25\"N", "at 51°30'25\"N");
    expect("6′ and 5″ long", "6′ and 5″ long");
}

static void reads_doubled_signs_as_one_mark(void **state)
{
    (void)state;
    expect("``Go,'' he said", "[Go,] he said");
    expect(",,Go'' he said", "[Go] he said");
}

static void learns_which_way_guillemets_point(void **state)
{
    (void)state;
    expect("«Go», he said.", "[Go], he said.");
    expect("« Go », he said.", "[ Go ], he said.");
    expect("»Go«, he said.", "[Go], he said.");
    expect("»Go», he said.", "|Go], he said.");
}

static void closes_low_marks_with_high_ones(void **state)
{
    (void)state;
    expect("„Go“, he said. „Go “ so", "[Go], he said. [Go ] so");
    expect("„Go”, he said.", "[Go], he said.");
}

static void reads_the_marks_of_the_world(void **state)
{
    (void)state;
    expect("＂Go＂ 〝Go〟 ❝Go❞ ‹Go›", "[Go] [Go] [Go] [Go]");
    expect("他说：“走吧。”她问：「谁？」《家》〈序〉",
           "他说：[走吧。]她问：[谁？][家][序]");
    expect("他说：\"走吧。\"然后走了", "他说：[走吧。]然后走了");
    expect("”Mennään”, hän sanoi.", "|Mennään], hän sanoi.");
    expect("»Mennään», hän sanoi.", "|Mennään], hän sanoi.");
    expect("„Idziemy”, rzekł.", "[Idziemy], rzekł.");
}

static void reads_marks_that_are_spelled_out(void **state)
{
    (void)state;
    expect("&ldquo;Go,&rdquo; it&#39;s &quot;so&quot;", "[Go,] it&#39;s [so]");
    expect("â€œGo,â€ he said", "[Go,] he said");
}

static void knows_what_starts_and_ends_a_paragraph(void **state)
{
    struct quoted q;

    (void)state;
    quoted_init(&q, "“‘Go,’ he said.”\n\nSo “it” was.");
    assert_int_equal(q.marks.count, 6);
    assert_true(q.marks.mark[0].starts_paragraph);
    assert_true(q.marks.mark[1].starts_paragraph);
    assert_false(q.marks.mark[2].starts_paragraph);
    assert_false(q.marks.mark[2].ends_paragraph);
    assert_true(q.marks.mark[3].ends_paragraph);
    assert_false(q.marks.mark[4].starts_paragraph);
    assert_false(q.marks.mark[5].ends_paragraph);
    quoted_free(&q);
}

static void knows_documents_of_single_marks(void **state)
{
    struct quoted q;

    (void)state;
    quoted_init(&q, "‘Go,’ he said.");
    assert_true(q.marks.singles);
    quoted_free(&q);
    quoted_init(&q, "“He said, ‘Go,’ and I did,” he said. “No.”");
    assert_false(q.marks.singles);
    quoted_free(&q);
}

static void survives_every_refusal(void **state)
{
    (void)state;
    expect_every_refusal_survived("“‘Go,’ he said.”");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_straight_marks_by_their_sides),
        cmocka_unit_test(takes_curly_marks_by_their_shape),
        cmocka_unit_test(lets_the_sides_of_a_curly_mark_object),
        cmocka_unit_test(looks_through_marks_that_touch),
        cmocka_unit_test(leaves_contractions_out),
        cmocka_unit_test(doubts_a_genitive_without_s),
        cmocka_unit_test(leaves_leading_elisions_out),
        cmocka_unit_test(leaves_feet_and_inches_out),
        cmocka_unit_test(reads_doubled_signs_as_one_mark),
        cmocka_unit_test(learns_which_way_guillemets_point),
        cmocka_unit_test(closes_low_marks_with_high_ones),
        cmocka_unit_test(reads_the_marks_of_the_world),
        cmocka_unit_test(reads_marks_that_are_spelled_out),
        cmocka_unit_test(knows_what_starts_and_ends_a_paragraph),
        cmocka_unit_test(knows_documents_of_single_marks),
        cmocka_unit_test(survives_every_refusal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
