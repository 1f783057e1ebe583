/* test_merge.c - pieces of double and of single marks put together. */
#include "quote/merge.h"

#include "quoted.h"

enum { MOST = 8 };

/* Pieces as pair.c hands them over, named by their words. */
struct pairs {
    struct quoted q;
    ws_piece piece[MOST];
    uint32_t moved[MOST];
    ws_piece merged[MOST];
    ws_paired paired;
    ws_pieces out;
};

static void pairs_init(struct pairs *p, const char *text)
{
    memset(p, 0, sizeof *p);
    quoted_init(&p->q, text);
    p->paired = (ws_paired){.token = p->q.tokens.token,
                            .tokens = p->q.tokens.count,
                            .piece = p->piece,
                            .style = WHOSAID_QUOTES_AUTO,
                            .moved = p->moved};
}

/* Add the piece between the marks beside these words, which stand alone in the
 * text. Those of double marks come first. */
static ws_piece *add(struct pairs *p, const char *words, ws_mark_family family)
{
    const ws_token *token = p->q.tokens.token;
    const char *found = strstr(p->q.text.bytes, words);
    uint32_t i = 0;

    assert_non_null(found);
    assert_true(p->paired.count < MOST);
    uint32_t begin = (uint32_t)(found - p->q.text.bytes);
    uint32_t end = begin + (uint32_t)strlen(words);
    ws_piece *piece = &p->piece[p->paired.count++];
    while (token[i].begin < begin)
        i++;
    piece->first = i;
    while (i < p->q.tokens.count && token[i].end <= end)
        i++;
    piece->last = i;
    piece->open = token[piece->first - 1].begin;
    piece->close = token[piece->last].end;
    piece->parent = piece->goes_on = WHOSAID_NONE;
    piece->family = (uint8_t)family;
    p->paired.doubles += family != WS_MARK_SINGLE;
    return piece;
}

static void merge(struct pairs *p)
{
    p->out = (ws_pieces){
        .piece = p->merged,
        .inside = WS_NEW(&p->q.arena, uint32_t, p->q.tokens.count),
        .opened = WS_NEW(&p->q.arena, uint32_t, p->q.tokens.count + 1)};
    assert_true(ws_pieces_merge(&p->paired, &p->out) > 0);
}

/* Merge, and check the pieces, written with | between them; before the words a >
 * for each level and, in brackets, the number of the one that they go on from. */
static void expect(struct pairs *p, const char *want)
{
    struct paper got = {"", 0};

    merge(p);
    for (uint32_t i = 0; i < p->out.count; i++) {
        const ws_piece *piece = &p->out.piece[i];
        puts_on(&got, i > 0 ? "|" : "");
        for (uint32_t depth = 0; depth < piece->depth; depth++)
            puts_on(&got, ">");
        if (piece->goes_on != WHOSAID_NONE)
            puts_on(&got, (const char[]){'[', (char)('0' + piece->goes_on), ']',
                                         '\0'});
        put(&got, p->q.text.bytes + piece->begin, piece->end - piece->begin);
        assert_true((piece->depth == 0) == (piece->parent == WHOSAID_NONE));
        if (piece->depth > 0)
            assert_int_equal(p->out.piece[piece->parent].depth + 1,
                             piece->depth);
    }
    assert_string_equal(got.text, want);
    quoted_free(&p->q);
}

static void nests_each_in_the_innermost_that_is_open(void **state)
{
    static struct pairs p;

    (void)state;
    pairs_init(&p, "“Go ‘now’ or ‘then’ home,” she said. “Stay.” ‘No.’");
    add(&p, "Go ‘now’ or ‘then’ home,", WS_MARK_DOUBLE);
    add(&p, "Stay.", WS_MARK_DOUBLE);
    add(&p, "now", WS_MARK_SINGLE);
    add(&p, "then", WS_MARK_SINGLE);
    add(&p, "No.", WS_MARK_SINGLE);
    expect(&p, "Go ‘now’ or ‘then’ home,|>now|>then|Stay.|No.");
}

static void parts_pieces_that_touch(void **state)
{
    static struct pairs p;

    (void)state;
    pairs_init(&p, "“Go.”“Stay.”");
    add(&p, "Go.", WS_MARK_DOUBLE);
    add(&p, "Stay.", WS_MARK_DOUBLE);
    expect(&p, "Go.|Stay.");
}

static void leaves_out_what_has_no_word(void **state)
{
    static struct pairs p;

    (void)state;
    pairs_init(&p, "“...” and “Go.” and “7”");
    add(&p, "...", WS_MARK_DOUBLE);
    add(&p, "Go.", WS_MARK_DOUBLE);
    add(&p, "7", WS_MARK_DOUBLE);
    expect(&p, "Go.|7");
}

static void leaves_out_what_crosses_another(void **state)
{
    static struct pairs p;

    (void)state;
    pairs_init(&p, "“Go ‘now” or’ then. “Stay.”");
    add(&p, "Go ‘now", WS_MARK_DOUBLE);
    add(&p, "Stay.", WS_MARK_DOUBLE);
    add(&p, "now” or", WS_MARK_SINGLE);
    expect(&p, "Go ‘now|Stay.");
}

static void leaves_out_what_nests_too_deep(void **state)
{
    static struct pairs p;

    (void)state;
    pairs_init(&p, "“one “two “three “four” three” two” one”");
    add(&p, "one “two “three “four” three” two” one", WS_MARK_DOUBLE);
    add(&p, "two “three “four” three” two", WS_MARK_DOUBLE);
    add(&p, "three “four” three", WS_MARK_DOUBLE);
    add(&p, "four", WS_MARK_DOUBLE);
    expect(&p, "one “two “three “four” three” two” one|>two “three “four” "
               "three” two|>>three “four” three");
}

static void leaves_out_marks_that_are_not_asked_for(void **state)
{
    static const struct {
        whosaid_quote_style style;
        const char *want;
    } cases[] = {
        {WHOSAID_QUOTES_AUTO,   "Go ‘now’|>now|Run|No"},
        {WHOSAID_QUOTES_DOUBLE, "Go ‘now’|>now"       },
        {WHOSAID_QUOTES_SINGLE, "now|No"                  },
        {WHOSAID_QUOTES_ANGLE,  "Run"                     },
        {WHOSAID_QUOTES_CORNER, ""                        },
        {WHOSAID_QUOTES_DASH,   ""                        },
    };
    static struct pairs p;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pairs_init(&p, "“Go ‘now’” «Run» ‘No’");
        p.paired.style = (uint8_t)cases[i].style;
        add(&p, "Go ‘now’", WS_MARK_DOUBLE);
        add(&p, "Run", WS_MARK_ANGLE);
        add(&p, "now", WS_MARK_SINGLE);
        add(&p, "No", WS_MARK_SINGLE);
        expect(&p, cases[i].want);
    }
}

static void goes_on_from_the_one_before_what_is_left_out(void **state)
{
    static struct pairs p;

    (void)state;
    pairs_init(&p, "“One” “...” “Two” ‘in’ “Three”");
    add(&p, "One", WS_MARK_DOUBLE);
    add(&p, "...", WS_MARK_DOUBLE)->goes_on = 0;
    add(&p, "Two", WS_MARK_DOUBLE)->goes_on = 1;
    add(&p, "Three", WS_MARK_DOUBLE)->goes_on = 2;
    add(&p, "in", WS_MARK_SINGLE);
    /* by where each went: the single one counts */
    expect(&p, "One|[0]Two|in|[1]Three");
}

/* Marks included; of an unclosed one, not the token behind. */
static void notes_the_tokens_of_outermost_pieces(void **state)
{
    /* so “ Go ‘ now ’ ” then “ Stay here */
    static const uint32_t inside[] = {0, 1, 1, 1, 1, 1, 1, 0, 3, 3, 0};
    static const uint32_t opened[] = {0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2};
    static struct pairs p;

    (void)state;
    pairs_init(&p, "so “Go ‘now’” then “Stay here");
    add(&p, "Go ‘now’", WS_MARK_DOUBLE);
    ws_piece *open = add(&p, "Stay", WS_MARK_DOUBLE);
    open->close = p.q.tokens.token[open->last - 1].end;
    open->unclosed = true;
    add(&p, "now", WS_MARK_SINGLE);
    merge(&p);
    assert_int_equal(p.q.tokens.count, sizeof inside / sizeof *inside);
    assert_memory_equal(p.out.inside, inside, sizeof inside);
    assert_memory_equal(p.out.opened, opened, sizeof opened);
    quoted_free(&p.q);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nests_each_in_the_innermost_that_is_open),
        cmocka_unit_test(parts_pieces_that_touch),
        cmocka_unit_test(leaves_out_what_has_no_word),
        cmocka_unit_test(leaves_out_what_crosses_another),
        cmocka_unit_test(leaves_out_what_nests_too_deep),
        cmocka_unit_test(leaves_out_marks_that_are_not_asked_for),
        cmocka_unit_test(goes_on_from_the_one_before_what_is_left_out),
        cmocka_unit_test(notes_the_tokens_of_outermost_pieces),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
