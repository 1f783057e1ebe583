/* test_pair.c - marks paired into pieces. */
#include "quote/pair.h"

#include "quoted.h"

/* What must hold of the pieces of any text. */
static void check_invariants(const struct quoted *q)
{
    uint32_t open = 0;

    for (uint32_t i = 0; i < q->pieces.count; i++) {
        const ws_piece *piece = &q->pieces.piece[i];
        assert_true(piece->open >= open);
        open = piece->open;
        assert_true(piece->open <= piece->begin);
        assert_true(piece->begin < piece->end);
        assert_true(piece->end <= piece->close);
        assert_true(piece->first < piece->last);
        assert_true(piece->close <= q->text.paragraph[piece->paragraph].end);
        if (piece->goes_on != WHOSAID_NONE)
            assert_true(piece->goes_on < i);
        if (piece->parent == WHOSAID_NONE) {
            assert_int_equal(q->pieces.inside[piece->first], i + 1);
            continue;
        }
        const ws_piece *parent = &q->pieces.piece[piece->parent];
        assert_true(parent->open <= piece->open);
        assert_true(piece->close <= parent->close);
        assert_int_equal(piece->depth, parent->depth + 1);
    }
}

/* Check the pieces of text, written with | between them. Before the words: a
 * > for each level, + when they go on; behind them: ~ when unclosed. */
static void expect(const char *text, const char *want)
{
    struct quoted q;
    struct paper got = {"", 0};

    quoted_init(&q, text);
    for (uint32_t i = 0; i < q.pieces.count; i++) {
        const ws_piece *piece = &q.pieces.piece[i];
        if (i > 0)
            puts_on(&got, "|");
        for (uint32_t depth = 0; depth < piece->depth; depth++)
            puts_on(&got, ">");
        if (piece->goes_on != WHOSAID_NONE)
            puts_on(&got, "+");
        put(&got, text + piece->begin, piece->end - piece->begin);
        if (piece->unclosed)
            puts_on(&got, "~");
    }
    check_invariants(&q);
    assert_string_equal(got.text, want);
    quoted_free(&q);
}

static void pairs_marks_of_every_family(void **state)
{
    (void)state;
    expect("\"Go,\" he said.", "Go,");
    expect("“Go,” he said.", "Go,");
    expect("‘Go,’ he said.", "Go,");
    expect("``Go,'' he said.", "Go,");
    expect("«Go», he said.", "Go");
    expect("‹Go›, he said.", "Go");
    expect("「はい」と言った。", "はい");
    expect("„Go“, he said.", "Go");
    expect("„Go”, he said.", "Go");
    expect("”Go”, he said.", "Go");
    expect("»Go«, he said.", "Go");
    expect("»Go», he said.", "Go");
    expect("‚Go‘, he said. ‚No‘, she said.", "Go|No");
}

static void trims_white_space(void **state)
{
    (void)state;
    expect("« Go now », he said.", "Go now");
    expect("He said \" Go \" again.", "Go");
}

static void drops_pieces_without_words(void **state)
{
    (void)state;
    expect("He said “” and “...” and “?!” but “no”.", "no");
    expect("\"\" \"-\" \"", "");
}

static void nests_marks(void **state)
{
    (void)state;
    expect("“He said ‘go’ and I did,” she said.",
           "He said ‘go’ and I did,|>go");
    expect("‘He said “go” and I did,’ she said.",
           "He said “go” and I did,|>go");
    expect("“I said ‘read “War” now’ twice,” she said.",
           "I said ‘read “War” now’ twice,|>read “War” now|>>War");
    expect("“He said “go” and I did,” she said.",
           "He said “go” and I did,|>go");
    expect("\"He said 'go,'\" she said.", "He said 'go,'|>go,");
}

static void pairs_marks_of_mixed_shapes(void **state)
{
    (void)state;
    expect("“It was over\" he said. \"It was over” he said.",
           "It was over|It was over");
    expect("”It was over“ he said.", "It was over");
    expect("“It was over“ he said.", "It was over");
}

static void keeps_single_marks_apart_from_apostrophes(void **state)
{
    (void)state;
    expect("‘It’s the workers’ choice,’ said Mr Khan.",
           "It’s the workers’ choice,");
    expect("'It's the workers' choice,' said Mr Khan.",
           "It's the workers' choice,");
    expect("‘The nurses’ and doctors’ pay,’ he said, ‘is low’.",
           "The nurses’ and doctors’ pay,|is low");
    expect("Lane: 'I quit'. The workers' day.", "I quit");
    expect("They were 'close' to the writers' deal.", "close");
    expect("The workers’ day and the nurses’ night.", "");
    expect("Rock ’n’ roll in the ’90s, ’tis so.", "");
}

static void nests_single_marks_in_single_ones(void **state)
{
    (void)state;
    expect("‘We never said ‘leave’ to him. We stayed,’ she said.",
           "We never said ‘leave’ to him. We stayed,|>leave");
    expect("‘Say ‘please,’ then ‘thank you.’ Now go,’ she said.",
           "Say ‘please,’ then ‘thank you.’ Now go,|>please,|>thank you.");
    /* a pair of titles, and a closer that was forgotten */
    expect("‘The Gulls’ and ‘The Winds’ sold out, ‘both of them,’ she said.",
           "The Gulls|The Winds|both of them,");
    expect("‘The roof is gone. The mayor called it ‘grave.’ We wept.",
           "The roof is gone. The mayor called it~|grave.");
}

static void leaves_lengths_alone(void **state)
{
    (void)state;
    expect("A 6\" pipe and a 5'10\" man said \"Go\" to a 12\" pipe.", "Go");
    expect("\"I bought a 12\" pipe,\" he said. \"Fine.\"",
           "I bought a 12\" pipe,|Fine.");
}

static void keeps_a_speech_open_across_paragraphs(void **state)
{
    (void)state;
    expect("“One.\n\n“Two.\n\n“Three.”", "One.~|+Two.~|+Three.");
    expect("\"One.\n\n\"Two.\"", "One.~|+Two.");
    expect("‘One,’ he said. ‘Two.\n\n‘Three.’", "One,|Two.~|+Three.");
    expect("« One.\n\n« Two. »", "One.~|+Two.");
}

static void begins_anew_behind_a_closed_one(void **state)
{
    (void)state;
    expect("“One.”\n\n“Two.”", "One.|Two.");
}

static void goes_on_into_the_next_paragraph_only(void **state)
{
    (void)state;
    expect("“One.\n\nHe left.\n\n“Two.”", "One.~|Two.");
    expect("“One.\n\nHe said “two” and left.", "One.~|two");
}

static void passes_repeated_guillemets_over(void **state)
{
    (void)state;
    expect("« Un\n\n« deux\n\n« trois »", "Un~|+deux~|+trois");
    expect("« Un\n\n» deux\n\n» trois »", "Un~|+deux~|+trois");
    expect("»Un.«\n\n»Deux.«", "Un.|Deux.");
}

static void pairs_marks_between_letters(void **state)
{
    (void)state;
    expect("他说“走”，她说”不“。", "走|不");
    expect("他说:\"走。\"她说:\"不。\"", "走。|不。");
}

static void keeps_three_levels(void **state)
{
    (void)state;
    expect("“a ‘b “c ‘d’ e” f’ g”",
           "a ‘b “c ‘d’ e” f’ g|>b “c ‘d’ e” f|>>c ‘d’ e");
}

static void reopens_where_paragraphs_were_glued(void **state)
{
    (void)state;
    expect("He said: \"One. \"Two. \"Three.\" He left. \"Four,\" he said.",
           "One.~|+Two.~|+Three.|Four,");
    expect("He said: “One. “Two.” He left.", "One.~|+Two.");
    expect("He said: \"One (or so.) \"Two.\" He left.", "One (or so.)~|+Two.");
    expect("He said: \"One. \"Two. Ann Lee added: \"Three.\" He left.",
           "One.~|+Two.~|Three.");
    expect("He said: 'One. 'Two. Ann Lee added: 'Three.' He left.",
           "One.~|+Two.~|Three.");
    expect("He was 'ready. 'We go now.' He left.", "ready.~|+We go now.");
}

static void ends_before_the_tag_when_the_mark_is_forgotten(void **state)
{
    (void)state;
    expect("\"The roof is gone, said Tom Hale.\n\nThe mayor came. \"We will "
           "rebuild,\" he said.",
           "The roof is gone,~|We will rebuild,");
    expect("\"The roof is gone, said Tom Hale. The mayor came. \"We will "
           "rebuild,\" he said.",
           "The roof is gone,~|We will rebuild,");
    expect("“The roof is gone, he said.\n\n“We will rebuild,” she said.",
           "The roof is gone,~|We will rebuild,");
}

static void ends_before_good_pairs_when_unclosed(void **state)
{
    (void)state;
    expect("So “the roof fell in and “rain” came, and “hail” too.",
           "the roof fell in and~|rain|hail");
}

static void mends_a_speech_torn_by_a_paragraph(void **state)
{
    (void)state;
    expect("“We will leave\n\nbefore the winter,” she said.",
           "We will leave~|+before the winter,");
    expect("“We will leave.\n\nbefore the winter,” she said.",
           "We will leave.~");
}

static void forgives_a_space_on_the_wrong_side(void **state)
{
    (void)state;
    expect("\"Hello, \"he said. \"Go.\"", "Hello,|Go.");
    expect("He said\" It was over.\" Then \"Go.\"", "It was over.|Go.");
}

static void ignores_stray_closers(void **state)
{
    (void)state;
    expect("It was over.” He left. “Go,” she said.", "Go,");
    expect("It was over.\" He left. \"Go,\" she said.", "Go,");
}

static void ignores_stray_openers(void **state)
{
    (void)state;
    expect("So it \" was.\n\nThen “it” was.", "it");
    expect("“He «said ‘go’ and left,” she said.",
           "He «said ‘go’ and left,|>go");
}

static void marks_every_token_inside(void **state)
{
    struct quoted q;

    (void)state;
    quoted_init(&q, "So “he ‘is’ in” now.");
    static const uint32_t want[] = {0, 1, 1, 1, 1, 1, 1, 1, 0, 0};
    assert_int_equal(q.tokens.count, sizeof want / sizeof want[0]);
    for (uint32_t i = 0; i < q.tokens.count; i++)
        assert_int_equal(q.pieces.inside[i], want[i]);
    quoted_free(&q);
}

static uint64_t steps(const char *once, size_t times)
{
    size_t len = strlen(once);
    struct quoted q;

    memset(&q, 0, sizeof q);
    q.bytes = malloc(len * times);
    assert_non_null(q.bytes);
    for (size_t i = 0; i < times; i++)
        memcpy(q.bytes + i * len, once, len);
    ws_arena_init(&q.arena, NULL);
    assert_int_equal(quoted_run(&q, len * times), WHOSAID_OK);
    check_invariants(&q);
    uint64_t count = q.arena.steps;
    quoted_free(&q);
    return count;
}

static void costs_no_more_than_its_length(void **state)
{
    static const char *const hostile[] = {"“",
                                          "”",
                                          "\"",
                                          "'",
                                          "‘a ",
                                          "a’ ",
                                          "“‘",
                                          "“a. ",
                                          "\"A, said B. ",
                                          "“a\n\n",
                                          "‘A. ",
                                          "“a “b” ",
                                          "workers’ ‘A ",
                                          "12\" a ",
                                          "A.\"B c.\"",
                                          "A,' B.'C d.'",
                                          "‘A b ‘c d’ e ",
                                          "«a »b "};

    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++)
        assert_true(10 * steps(hostile[i], 4000) <=
                    22 * steps(hostile[i], 2000));
}

static void survives_every_refusal(void **state)
{
    (void)state;
    expect_every_refusal_survived("“He said ‘go’\n\n“and I did,” she said.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_marks_of_every_family),
        cmocka_unit_test(trims_white_space),
        cmocka_unit_test(drops_pieces_without_words),
        cmocka_unit_test(nests_marks),
        cmocka_unit_test(pairs_marks_of_mixed_shapes),
        cmocka_unit_test(keeps_single_marks_apart_from_apostrophes),
        cmocka_unit_test(nests_single_marks_in_single_ones),
        cmocka_unit_test(leaves_lengths_alone),
        cmocka_unit_test(keeps_a_speech_open_across_paragraphs),
        cmocka_unit_test(begins_anew_behind_a_closed_one),
        cmocka_unit_test(goes_on_into_the_next_paragraph_only),
        cmocka_unit_test(passes_repeated_guillemets_over),
        cmocka_unit_test(pairs_marks_between_letters),
        cmocka_unit_test(keeps_three_levels),
        cmocka_unit_test(reopens_where_paragraphs_were_glued),
        cmocka_unit_test(ends_before_the_tag_when_the_mark_is_forgotten),
        cmocka_unit_test(ends_before_good_pairs_when_unclosed),
        cmocka_unit_test(mends_a_speech_torn_by_a_paragraph),
        cmocka_unit_test(forgives_a_space_on_the_wrong_side),
        cmocka_unit_test(ignores_stray_closers),
        cmocka_unit_test(ignores_stray_openers),
        cmocka_unit_test(marks_every_token_inside),
        cmocka_unit_test(costs_no_more_than_its_length),
        cmocka_unit_test(survives_every_refusal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
