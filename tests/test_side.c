/* test_side.c - which way marks face that their neighbours leave open. */
#include "quote/side.h"

#include "quoted.h"

/* Check the marks of text, written [ and ]; | where none was chosen. */
static void expect(const char *text, const char *want)
{
    struct quoted q;
    struct paper got = {"", 0};

    quoted_init(&q, text);
    put_marks(&got, &q, false);
    assert_string_equal(got.text, want);
    quoted_free(&q);
}

static void takes_marks_in_turn(void **state)
{
    (void)state;
    expect("said \" Go \" again", "said [ Go ] again");
    expect("He said:\"Go\"and went", "He said:[Go]and went");
    expect("It rained.\"We go,\"said Bo.\"Now.\"",
           "It rained.[We go,]said Bo.[Now.]");
}

static void opens_again_in_glued_speech(void **state)
{
    (void)state;
    expect("Bo said: \"We go.\"We are late.\"So come.\" He left.",
           "Bo said: [We go.[We are late.[So come.] He left.");
    expect("\"We go.\"We are late,\" said Bo.\"So come.\"",
           "[We go.[We are late,] said Bo.[So come.]");
}

static void closes_before_the_writer(void **state)
{
    (void)state;
    expect("\"We go.\"Then Bo said: \"We stay.\"",
           "[We go.]Then Bo said: [We stay.]");
    expect("\"We go,\"she said. \"You stay.\"",
           "[We go,]she said. [You stay.]");
}

static void knows_each_paragraph_for_itself(void **state)
{
    (void)state;
    expect("\"We go.\"You stay.\n\nIt rained.\"We go,\" said Bo.",
           "[We go.]You stay.\n\nIt rained.[We go,] said Bo.");
}

static void leaves_other_marks_alone(void **state)
{
    (void)state;
    expect("“Go.“Go on,” he said.", "[Go.[Go on,] he said.");
    expect("\"Go,\" he said. \"Go on.\"", "[Go,] he said. [Go on.]");
}

static void settles_single_marks_where_they_come_first(void **state)
{
    (void)state;
    expect("'We go.'We are late,' said Bo. 'So come.'",
           "[We go.[We are late,] said Bo. [So come.]");
    expect("‘We go.’Bo left.‘We are late,’ she said. ‘So come.’",
           "[We go.]Bo left.[We are late,] she said. [So come.]");
}

static void survives_every_refusal(void **state)
{
    (void)state;
    expect_every_refusal_survived("\"We go.\"We are late,\" said Bo.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_marks_in_turn),
        cmocka_unit_test(opens_again_in_glued_speech),
        cmocka_unit_test(closes_before_the_writer),
        cmocka_unit_test(knows_each_paragraph_for_itself),
        cmocka_unit_test(leaves_other_marks_alone),
        cmocka_unit_test(settles_single_marks_where_they_come_first),
        cmocka_unit_test(survives_every_refusal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
