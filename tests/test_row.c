/* test_row.c - one quotation as a row: cells, ids and offsets. */
#include "article.h"
#include "rows/id.h"
#include "rows/row.h"

static ws_arena scratch;

static ws_rows rows_of(const struct article *a, const char *name,
                       const whosaid_row_options *options)
{
    const whosaid_row_options defaults = WHOSAID_ROW_OPTIONS_INIT;
    const ws_cell cell = {name, strlen(name)};
    ws_rows rows;

    ws_arena_init(&scratch, NULL);
    assert_int_equal(ws_rows_init(&scratch, &a->doc, cell,
                                  options != NULL ? options : &defaults, &rows),
                     WHOSAID_OK);
    return rows;
}

/* Check one cell of quotation i. */
static void expect(const ws_rows *rows, uint32_t i, const char *column,
                   const char *want)
{
    ws_row row = ws_rows_at(rows, i);

    for (uint32_t c = 0; c < WS_COLUMNS; c++) {
        if (strcmp(ws_columns[c].name, column) != 0)
            continue;
        ws_cell cell = ws_row_cell(rows, &row, c);
        assert_int_equal(cell.len, strlen(want));
        assert_memory_equal(cell.text, want, cell.len);
        return;
    }
    fail_msg("no column %s", column);
}

static void has_its_columns_in_the_documented_order(void **state)
{
    static const char want[] =
        "document quote_id speaker role affiliation quote kind source_type "
        "cue mention method confidence evidence paragraph line quote_spans "
        "mention_span cue_span duplicate_of parent group group_change "
        "title url date language ";
    char got[512] = "";

    (void)state;
    for (uint32_t i = 0; i < WS_COLUMNS_ALL; i++) {
        strcat(strcat(got, ws_columns[i].name), " ");
        assert_true(strlen(ws_columns[i].help) > 0);
        assert_int_equal(whosaid_column_name(i) == ws_columns[i].name, 1);
        assert_int_equal(whosaid_column_help(i) == ws_columns[i].help, 1);
    }
    assert_string_equal(got, want);
    assert_null(whosaid_column_name(WS_COLUMNS_ALL));
    assert_null(whosaid_column_help(UINT32_MAX));
}

static void fills_every_cell(void **state)
{
    struct article a;
    whosaid_quote *quote = NULL;

    (void)state;
    article_init(&a, "Rain fell.\n\n“We leave,” says Ann Lee, head of Rail, a "
                     "firm.\n");
    quote = article_quote(&a, "Ann Lee", "We leave,");
    quote->role = words_from(&a, 0, "head of Rail");
    quote->affiliation = words_from(&a, 0, "Rail");
    quote->cue = words_from(&a, 0, "says");
    quote->mention = words_from(&a, 0, "Ann Lee");
    quote->evidence = words_from(&a, 0, "says Ann Lee");
    quote->kind = WHOSAID_KIND_MIXED;

    ws_rows rows = rows_of(&a, "a.txt", NULL);
    expect(&rows, 0, "document", "a.txt");
    expect(&rows, 0, "speaker", "Ann Lee");
    expect(&rows, 0, "role", "head of Rail");
    expect(&rows, 0, "affiliation", "Rail");
    expect(&rows, 0, "quote", "We leave,");
    expect(&rows, 0, "kind", "mixed");
    expect(&rows, 0, "source_type", "person");
    expect(&rows, 0, "cue", "says");
    expect(&rows, 0, "mention", "Ann Lee");
    expect(&rows, 0, "method", "cue");
    expect(&rows, 0, "confidence", "0.90");
    expect(&rows, 0, "evidence", "says Ann Lee");
    expect(&rows, 0, "paragraph", "2");
    expect(&rows, 0, "line", "3");
    expect(&rows, 0, "quote_spans", "13..22");
    expect(&rows, 0, "mention_span", "29..36");
    expect(&rows, 0, "cue_span", "24..28");
    expect(&rows, 0, "duplicate_of", "");
    expect(&rows, 0, "parent", "");
    ws_arena_free(&scratch);
    article_free(&a);
}

static void leaves_empty_what_is_not_known(void **state)
{
    struct article a;

    (void)state;
    article_init(&a, "“Gone.”\n");
    article_quote(&a, "", "Gone.");
    a.quote[0].paragraph = 0;
    ws_rows rows = rows_of(&a, "", NULL);
    expect(&rows, 0, "document", "");
    expect(&rows, 0, "speaker", "");
    expect(&rows, 0, "cue", "");
    expect(&rows, 0, "source_type", "none");
    expect(&rows, 0, "method", "none");
    expect(&rows, 0, "confidence", "0.00");
    expect(&rows, 0, "paragraph", "");
    expect(&rows, 0, "mention_span", "");
    ws_arena_free(&scratch);
    article_free(&a);
}

static void joins_parts_by_space_and_paragraphs_by_newline(void **state)
{
    struct article a;

    (void)state;
    article_init(&a, "“We leave,” says Ann, “and soon.\n\n“Very soon.”\n");
    article_quote(&a, "Ann", "We leave,");
    article_part(&a, "and soon.");
    article_part(&a, "Very soon.");
    ws_rows rows = rows_of(&a, "a", NULL);
    expect(&rows, 0, "quote", "We leave, and soon.\nVery soon.");
    expect(&rows, 0, "quote_spans", "1..10;23..32;35..45");
    ws_arena_free(&scratch);
    article_free(&a);
}

static void hides_a_speaker_it_is_not_sure_of(void **state)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct article a;

    (void)state;
    article_init(&a, "“Gone,” the mayor, Ann, said.\n");
    whosaid_quote *quote = article_quote(&a, "Ann", "Gone,");
    quote->role = words_from(&a, 0, "mayor");
    quote->affiliation = quote->role;
    quote->mention = words_from(&a, 0, "the mayor");
    quote->evidence = words_from(&a, 0, "the mayor, Ann, said");
    quote->confidence = 4949; /* 0.49 as printed */
    options.min_confidence = 5000;
    ws_rows rows = rows_of(&a, "a", &options);
    expect(&rows, 0, "speaker", "");
    expect(&rows, 0, "role", "");
    expect(&rows, 0, "affiliation", "");
    expect(&rows, 0, "source_type", "none");
    expect(&rows, 0, "mention", "the mayor");
    expect(&rows, 0, "evidence", "the mayor, Ann, said");
    expect(&rows, 0, "method", "cue");
    expect(&rows, 0, "confidence", "0.49");
    ws_arena_free(&scratch);

    quote->confidence = 5000;
    rows = rows_of(&a, "a", &options);
    expect(&rows, 0, "speaker", "Ann");
    expect(&rows, 0, "source_type", "person");
    ws_arena_free(&scratch);
    article_free(&a);
}

static void rounds_confidence_to_hundredths(void **state)
{
    static const struct {
        uint32_t confidence;
        const char *want;
    } sample[] = {
        {0,     "0.00"},
        {49,    "0.00"},
        {50,    "0.01"},
        {4449,  "0.44"},
        {9949,  "0.99"},
        {9950,  "1.00"},
        {10000, "1.00"}
    };
    struct article a;

    (void)state;
    article_init(&a, "“Gone,” Ann said.\n");
    article_quote(&a, "Ann", "Gone,");
    ws_rows rows = rows_of(&a, "a", NULL);
    for (size_t i = 0; i < sizeof sample / sizeof sample[0]; i++) {
        a.quote[0].confidence = sample[i].confidence;
        expect(&rows, 0, "confidence", sample[i].want);
    }
    ws_arena_free(&scratch);
    article_free(&a);
}

/* -- ids ------------------------------------------------------------------ */

static void get_ids(const char *text, const char *name, const char *words,
                    uint64_t id[2])
{
    struct article a;

    article_init(&a, text);
    article_quote(&a, "", words);
    article_quote(&a, "", words);
    ws_rows rows = rows_of(&a, name, NULL);
    id[0] = rows.id[0];
    id[1] = rows.id[1];
    ws_arena_free(&scratch);
    article_free(&a);
}

static void names_a_quotation_for_good(void **state)
{
    char text[WS_ID_LEN + 1] = "";
    uint64_t id[2];

    (void)state;
    get_ids("“No.” “No.”", "a.txt", "No.", id);
    ws_id_put(id[0], text);
    assert_string_equal(text, "q5db37c515627c5a9"); /* never to change */
    ws_id_put(0x0123456789abcdefU, text);
    assert_string_equal(text, "q0123456789abcdef");
}

static void tells_equal_words_apart_by_their_occurrence(void **state)
{
    uint64_t id[2];
    uint64_t later[2];

    (void)state;
    get_ids("“No.” “No.”", "a.txt", "No.", id);
    get_ids("Much more before it. “No.” Then: “No.”", "a.txt", "No.", later);
    assert_true(id[0] != id[1]);
    assert_true(id[0] == later[0]);
    assert_true(id[1] == later[1]);
}

static void takes_name_and_words_into_an_id(void **state)
{
    uint64_t id[2];
    uint64_t other[2];

    (void)state;
    get_ids("“No.” “No.”", "a.txt", "No.", id);
    get_ids("“No.” “No.”", "./a.txt", "No.", other);
    assert_true(id[0] == other[0]);
    get_ids("“No.” “No.”", "b.txt", "No.", other);
    assert_true(id[0] != other[0]);
    get_ids("“No!” “No!”", "a.txt", "No!", other);
    assert_true(id[0] != other[0]);
}

static void does_not_take_line_ends_into_an_id(void **state)
{
    uint64_t id[2];
    uint64_t other[2];

    (void)state;
    get_ids("“Oh\nno.” “Oh\nno.”", "a", "Oh\nno.", id);
    get_ids("“Oh\r\nno.” “Oh\r\nno.”", "a", "Oh\r\nno.", other);
    assert_true(id[0] == other[0]);
    assert_true(id[1] == other[1]);
    get_ids("“Oh no.” “Oh no.”", "a", "Oh no.", other);
    assert_true(id[0] == other[0]);
    get_ids("“Ohno.” “Ohno.”", "a", "Ohno.", other);
    assert_true(id[0] != other[0]);
}

static void names_the_parent_that_can_be_a_row(void **state)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    char want[WS_ID_LEN + 1] = "";
    struct article a;

    (void)state;
    article_init(&a, "“Ann ‘sings “la la” well’ now,” Bob said.\n");
    article_quote(&a, "Bob", "Ann ‘sings “la la” well’ now,");
    article_quote(&a, "", "sings “la la” well")->parent = 0;
    article_quote(&a, "", "la la")->parent = 1;
    a.quote[1].kind = WHOSAID_KIND_SCARE;
    ws_rows rows = rows_of(&a, "a", NULL);
    assert_false(ws_rows_holds(&rows, 1));
    ws_id_put(rows.id[0], want);
    expect(&rows, 2, "parent", want);
    expect(&rows, 0, "parent", "");
    ws_arena_free(&scratch);

    options.all = true;
    rows = rows_of(&a, "a", &options);
    assert_true(ws_rows_holds(&rows, 1));
    ws_id_put(rows.id[1], want);
    expect(&rows, 2, "parent", want);
    ws_arena_free(&scratch);
    article_free(&a);
}

/* -- offsets -------------------------------------------------------------- */

/* A mark, an accent, an emoji, bad bytes; then over many milestones. */
static void counts_in_every_unit(void **state)
{
    static const char piece[] = "a\u00E9\u20AC\U0001F600\xE2\x80";
    /* bytes 0 1 3 6 10 11 12: what begins there, and so many before it */
    static const uint32_t at[] = {0, 1, 3, 6, 10, 11, 12};
    static const uint32_t points[] = {0, 1, 2, 3, 4, 5, 6};
    static const uint32_t units[] = {0, 1, 2, 3, 5, 6, 7};
    enum { PIECES = 400, LEN = 12 };
    char text[PIECES * LEN];
    ws_text document;
    ws_offsets byte;
    ws_offsets point;
    ws_offsets unit;
    ws_arena arena;

    (void)state;
    for (size_t i = 0; i < PIECES; i++)
        memcpy(text + i * LEN, piece, LEN);
    memset(&document, 0, sizeof document);
    document.bytes = text;
    document.len = sizeof text;
    ws_arena_init(&arena, NULL);
    assert_int_equal(
        ws_offsets_init(&arena, &document, WHOSAID_OFFSETS_CODEPOINT, &point),
        WHOSAID_OK);
    assert_int_equal(
        ws_offsets_init(&arena, &document, WHOSAID_OFFSETS_UTF16, &unit),
        WHOSAID_OK);
    assert_int_equal(
        ws_offsets_init(&arena, &document, WHOSAID_OFFSETS_BYTE, &byte),
        WHOSAID_OK);
    for (uint32_t i = PIECES; i-- > 0;) {
        for (size_t k = 0; k < sizeof at / sizeof at[0]; k++) {
            uint32_t here = i * LEN + at[k];
            assert_int_equal(ws_offset(&byte, here), here);
            assert_int_equal(ws_offset(&point, here), i * 6 + points[k]);
            assert_int_equal(ws_offset(&unit, here), i * 7 + units[k]);
        }
    }
    ws_arena_free(&arena);
}

static void counts_a_byte_order_mark_as_one(void **state)
{
    struct article a;

    (void)state;
    article_init(&a, "\uFEFF“Gone.”\n");
    article_quote(&a, "", "Gone.");
    ws_rows rows = rows_of(&a, "a", NULL);
    expect(&rows, 0, "quote_spans", "2..7");
    ws_arena_free(&scratch);
    article_free(&a);
}

/* -- words ---------------------------------------------------------------- */

static void has_a_word_for_every_value(void **state)
{
    (void)state;
    assert_string_equal(whosaid_strkind(WHOSAID_KIND_DIRECT), "direct");
    assert_string_equal(whosaid_strkind(WHOSAID_KIND_OTHER), "other");
    assert_string_equal(whosaid_strkind((whosaid_kind)99), "unknown");
    assert_string_equal(whosaid_strsource(WHOSAID_SOURCE_NONE), "none");
    assert_string_equal(whosaid_strsource(WHOSAID_SOURCE_DOCUMENT), "document");
    assert_string_equal(whosaid_strsource((whosaid_source_type)99), "unknown");
    assert_string_equal(whosaid_strmethod(WHOSAID_METHOD_ACCORDING_TO),
                        "according-to");
    assert_string_equal(whosaid_strmethod(WHOSAID_METHOD_NEAREST), "nearest");
    assert_string_equal(whosaid_strmethod((whosaid_method)99), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_its_columns_in_the_documented_order),
        cmocka_unit_test(fills_every_cell),
        cmocka_unit_test(leaves_empty_what_is_not_known),
        cmocka_unit_test(joins_parts_by_space_and_paragraphs_by_newline),
        cmocka_unit_test(hides_a_speaker_it_is_not_sure_of),
        cmocka_unit_test(rounds_confidence_to_hundredths),
        cmocka_unit_test(names_a_quotation_for_good),
        cmocka_unit_test(tells_equal_words_apart_by_their_occurrence),
        cmocka_unit_test(takes_name_and_words_into_an_id),
        cmocka_unit_test(does_not_take_line_ends_into_an_id),
        cmocka_unit_test(names_the_parent_that_can_be_a_row),
        cmocka_unit_test(counts_in_every_unit),
        cmocka_unit_test(counts_a_byte_order_mark_as_one),
        cmocka_unit_test(has_a_word_for_every_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
