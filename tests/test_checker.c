/*
 * test_checker.c - quotations against their sources, the whole way: verdicts,
 * changes, speakers; that no memory request may fail unnoticed; that twice as
 * much text costs twice as much.
 */
#include "fixture.h"

#include "check/checker.h"
#include "support.h"

#ifdef WS_SLOW
enum { INPUT = 8 << 10 };
#else
enum { INPUT = 128 << 10 };
#endif

static const char source[] =
    "“We will not leave the old harbour to the sea,” said Maria Lopez. “It has "
    "fed this town for 300 years.”\n\n"
    "Daniel Okoro was less sure. “The money isn’t there,” he said, “and "
    "everybody  knows it.”\n\n"
    "“They told us the same in 2009,” said Ingrid Halvorsen. “Nobody came. "
    "Nobody called. I don’t believe a word of it, and I have read the plan. "
    "We are not going away.”\n\n"
    "“No,” said Okoro, “not yet.”\n\n"
    "The plan was drawn up by the port itself. “It can still fly,” said "
    "Maria Lopez.\n";

/* Check one quotation; returns its row without the header, cells by |. */
static const char *check(const char *speaker, const char *quote)
{
    static char row[4096];
    struct fixture_buffer out = {NULL, 0, 0};
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_sink sink = {fixture_write, &out};
    whosaid_checker *checker = NULL;
    char draft[1024];

    snprintf(draft, sizeof draft, "speaker,quote\n%s,\"%s\"\n", speaker, quote);
    assert_int_equal(
        whosaid_checker_new(draft, strlen(draft), NULL, &checker, NULL),
        WHOSAID_OK);
    char *exact = exact_copy(source, sizeof source - 1);
    assert_int_equal(
        whosaid_checker_add(checker, "s", 1, exact, sizeof source - 1),
        WHOSAID_OK);
    free(exact);
    options.format = WHOSAID_FORMAT_TSV;
    options.no_header = true;
    assert_int_equal(whosaid_checker_write(checker, &options, &sink, NULL),
                     WHOSAID_OK);
    whosaid_checker_free(checker);
    snprintf(row, sizeof row, "%s", out.bytes);
    free(out.bytes);
    return row;
}

/* Column i of a row. */
static const char *column(const char *row, int i)
{
    static char cell[2048];
    size_t len;

    while (i-- > 0)
        row = strchr(row, '\t') + 1;
    len = strcspn(row, "\t\n");
    memcpy(cell, row, len);
    cell[len] = '\0';
    return cell;
}

static void expect(const char *quote, const char *verdict, const char *changes)
{
    const char *row = check("", quote);

    if (strcmp(column(row, 1), verdict) != 0)
        fail_msg("%s: %s, not %s", quote, column(row, 1), verdict);
    assert_string_equal(column(row, 6), changes);
}

static void tells_what_is_exact(void **state)
{
    (void)state;
    expect("We will not leave the old harbour to the sea,", "exact", "");
    expect("It has fed this town for 300 years.", "exact", "");
    expect("leave the old harbour", "exact", "");
    expect("The money isn’t there, and everybody knows it.", "exact", "");
    expect("No, not yet.", "exact", "");
}

static void tells_what_is_edited(void **state)
{
    (void)state;
    expect("we will not leave the old harbour to the sea.", "edited", "");
    expect("The money isn't there -- and everybody knows it", "edited", "");
    expect("“Nobody came! Nobody called!”", "edited", "");
    expect("We will not leave the old harbour to the sea. It has fed this town",
           "edited", "");
    expect("THEY told us", "edited", "[-They-] {+THEY+} told us");
    expect("I do n't believe a word", "edited", "");
    expect("The money isn’t there, and every body knows it", "edited", "");
}

static void tells_what_is_abridged(void **state)
{
    (void)state;
    expect("We are ... going away.", "abridged",
           "We are [-not-] {+...+} going away");
    expect("We will … leave the old harbour to the sea", "abridged",
           "We will [-not-] {+...+} leave the old …");
    expect("It has fed [Sandholm] for 300 years", "abridged",
           "It has fed [-this town-] {+[Sandholm]+} for 300 years");
    expect("[She will] not leave the old harbour to the sea", "abridged",
           "[-We-] {+[She+} will] not leave …");
    expect("They told us the same ... and I have read the plan.", "abridged",
           "… us the same [-in 2009 Nobody came. Nobody called. I don’t "
           "believe a word of it-] {+...+} and I have …");
}

static void tells_what_is_changed(void **state)
{
    (void)state;
    expect("We are going away.", "changed", "We are [-not-] going away");
    expect("It can still float", "changed", "It can still [-fly-] {+float+}");
    expect("It has fed this city for 300 years", "changed",
           "It has fed this [-town-] {+city+} for 300 years");
    expect("The money is there, and everybody knows it.", "changed",
           "The money [-isn’t-] {+is+} there, and everybody …");
}

static void tells_what_is_spliced(void **state)
{
    (void)state;
    expect("They told us the same in 2009, and I have read the plan.",
           "spliced",
           "… same in 2009 [-Nobody came. Nobody called. I don’t believe a "
           "word of it-] || and I have …");
    expect("It has fed this town for 300 years. We are not going away.",
           "spliced", "… for 300 years || We are not …");
    expect("old harbour to the sea, we will not leave", "spliced",
           "… to the sea || we will not leave");
}

static void tells_what_is_absent(void **state)
{
    (void)state;
    expect("The ferries will sail on Sunday, whatever happens.", "absent", "");
    expect("the plan of the sea", "absent", "");
    expect("Tomorrow", "absent", "");
    expect("?!", "absent", "");
}

static void compares_speakers(void **state)
{
    const char *const quote = "We will not leave the old harbour to the sea,";

    (void)state;
    assert_string_equal(column(check("Mayor Lopez", quote), 9), "same");
    assert_string_equal(column(check("M. Lopez", quote), 9), "same");
    assert_string_equal(column(check("Daniel Okoro", quote), 9), "other");
    assert_string_equal(column(check("Daniel Okoro", quote), 8), "Maria Lopez");
    assert_string_equal(column(check("Okoro", quote), 9), "unknown");
    assert_string_equal(column(check("", quote), 9), "unknown");
    /* the writer's own words are nobody's */
    assert_string_equal(
        column(check("Daniel Okoro", "drawn up by the port itself"), 9),
        "unknown");
    /* a word or two may be anybody's */
    assert_string_equal(column(check("Jeremy Banks", "Nobody came."), 9),
                        "unknown");
}

static void says_where(void **state)
{
    const char *row =
        check("", "The money isn’t there, and everybody knows it.");

    (void)state;
    assert_string_equal(column(row, 2), "s");
    assert_string_equal(column(row, 3), "3");
    assert_string_equal(column(row, 4), "134..156;168..192");
    assert_string_equal(column(row, 5),
                        "The money isn’t there, and everybody  knows it.");
}

/* -- several sources ------------------------------------------------------ */

static whosaid_checker *start(const char *draft)
{
    whosaid_checker *checker = NULL;

    assert_int_equal(
        whosaid_checker_new(draft, strlen(draft), NULL, &checker, NULL),
        WHOSAID_OK);
    return checker;
}

static void add(whosaid_checker *checker, const char *name, const char *text)
{
    assert_int_equal(
        whosaid_checker_add(checker, name, strlen(name), text, strlen(text)),
        WHOSAID_OK);
}

/* Write the rows and check that a piece of them is there. */
static void writes(whosaid_checker *checker, const char *piece)
{
    struct fixture_buffer out = {NULL, 0, 0};
    whosaid_sink sink = {fixture_write, &out};

    assert_int_equal(whosaid_checker_write(checker, NULL, &sink, NULL),
                     WHOSAID_OK);
    if (strstr(out.bytes, piece) == NULL)
        fail_msg("no %s in %s", piece, out.bytes);
    free(out.bytes);
}

static void takes_the_best_source(void **state)
{
    whosaid_checker *checker = start("quote\nThe roof will not last the winter"
                                     ".\n");

    (void)state;
    add(checker, "a", "“The roof will last the winter.”");
    writes(checker, "\"changed\",\"a\"");
    add(checker, "b", "“The roof will not last the winter!”");
    writes(checker, "\"edited\",\"b\"");
    add(checker, "c", "“The roof will not last the winter.”");
    add(checker, "d", "“The roof will not last the winter.”");
    writes(checker, "\"exact\",\"c\"");
    whosaid_checker_free(checker);
}

static void prefers_the_document_named_and_the_speaker(void **state)
{
    static const char ann[] = "“The roof will go,” said Ann Quill.\n";
    static const char bea[] = "“The roof will go,” said Maria Lopez.\n";
    whosaid_checker *checker =
        start("speaker,quote,document\n"
              ",The roof will go,./b\nMaria Lopez,The roof will go,\n"
              "Maria Lopez,The roof will go,a\n");

    (void)state;
    add(checker, "a", ann);
    add(checker, "b", bea);
    writes(checker,
           "go\",\"exact\",\"b\",1,\"1..17\",\"The roof will go\",\"\","
           "\"\",\"Maria Lopez\",\"unknown\"\n");
    writes(checker,
           "go\",\"exact\",\"b\",1,\"1..17\",\"The roof will go\",\"\","
           "\"Maria Lopez\",\"Maria Lopez\",\"same\"\n");
    whosaid_checker_free(checker);
}

static void reads_what_the_writer_wrote(void **state)
{
    whosaid_checker *checker = start("\xEF\xBB\xBFspeaker;quote\n"
                                     "\"'=Ann\";\"'+1 for the crews; they won"
                                     "\"\r\n");

    (void)state;
    add(checker, "a", "“+1 for the crews; they won,” she said.");
    writes(checker, "\"'+1 for the crews; they won\",\"exact\"");
    writes(checker, "\"'=Ann\"");
    whosaid_checker_free(checker);
}

static void takes_quotations_from_a_text(void **state)
{
    whosaid_checker *checker =
        start("“The roof will go,” said Maria Lopez. “We have no money left "
              "for it,” said Daniel Okoro.\n");

    (void)state;
    assert_int_equal(whosaid_checker_count(checker), 2);
    add(checker, "a",
        "“The roof will go,” said Maria Lopez, the mayor. “We have no money "
        "for it,” said Daniel Okoro.\n");
    assert_int_equal(whosaid_checker_at(checker, 0).verdict,
                     WHOSAID_VERDICT_EXACT);
    assert_int_equal(whosaid_checker_at(checker, 0).speaker,
                     WHOSAID_SPEAKER_SAME);
    assert_int_equal(whosaid_checker_at(checker, 1).verdict,
                     WHOSAID_VERDICT_CHANGED);
    whosaid_checker_free(checker);
}

/* A source of several blocks, and the words near its end. */
static void finds_the_speaker_in_a_long_source(void **state)
{
    struct fixture_buffer text = {NULL, 0, 0};
    whosaid_checker *checker =
        start("speaker,quote\nDaniel Okoro,We have no money left for the roof\n"
              "Maria Lopez,The sea will have the harbour in the end\n");

    (void)state;
    fixture_puts(&text, "“The sea will have the harbour in the end,” said "
                        "Maria Lopez.\n\n");
    while (text.len < (3u << 20))
        fixture_puts(&text, "The council met in the old hall again.\n\n");
    fixture_puts(&text, "“We have no money left for the roof,” said Daniel "
                        "Okoro.\n");
    add(checker, "a", text.bytes);
    free(text.bytes);
    for (uint32_t i = 0; i < 2; i++) {
        assert_int_equal(whosaid_checker_at(checker, i).verdict,
                         WHOSAID_VERDICT_EXACT);
        assert_int_equal(whosaid_checker_at(checker, i).speaker,
                         WHOSAID_SPEAKER_SAME);
    }
    whosaid_checker_free(checker);
}

/* -- what is wrong -------------------------------------------------------- */

static void refuses_wrong_arguments(void **state)
{
    whosaid_check_options options = WHOSAID_CHECK_OPTIONS_INIT;
    whosaid_row_options rows = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_checker *checker = NULL;
    whosaid_table_error error = {"", 0, 0, 0};
    whosaid_sink sink = {fixture_write, NULL};

    (void)state;
    assert_int_equal(whosaid_checker_new("", 0, NULL, NULL, NULL),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_checker_new(NULL, 1, NULL, &checker, NULL),
                     WHOSAID_ERR_ARGUMENT);
    options.table = true;
    assert_int_equal(
        whosaid_checker_new("a,b\n1,2\n", 8, &options, &checker, &error),
        WHOSAID_ERR_TABLE);
    assert_string_equal(error.words, "no column 'quote'");
    assert_null(checker);
    assert_int_equal(whosaid_checker_new("quote\n\"a", 8, NULL, &checker, NULL),
                     WHOSAID_ERR_TABLE);
    options.size = 1;
    assert_int_equal(whosaid_checker_new("", 0, &options, &checker, NULL),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_checker_add(NULL, "", 0, "", 0),
                     WHOSAID_ERR_ARGUMENT);
    checker = start("");
    assert_int_equal(whosaid_checker_add(checker, NULL, 0, NULL, 1),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_checker_add(checker, NULL, 0, NULL, 0),
                     WHOSAID_OK);
    rows.format = WHOSAID_FORMAT_BRAT;
    assert_int_equal(whosaid_checker_write(checker, &rows, &sink, NULL),
                     WHOSAID_ERR_ARGUMENT);
    whosaid_checker_free(checker);
    whosaid_checker_free(NULL);
}

static whosaid_status whole(const whosaid_allocator *allocator)
{
    static const char draft[] =
        "speaker,quote\nMaria Lopez,We will leave the old harbour to the sea\n"
        "Daniel Okoro,It can still float\n,The money isn’t there\n"
        ",We are ... going away\n";
    whosaid_check_options options = WHOSAID_CHECK_OPTIONS_INIT;
    whosaid_checker *checker = NULL;

    options.allocator = allocator;
    whosaid_status status =
        whosaid_checker_new(draft, sizeof draft - 1, &options, &checker, NULL);
    assert_true((status == WHOSAID_OK) == (checker != NULL));
    for (int i = 0; status == WHOSAID_OK && i < 2; i++)
        status =
            whosaid_checker_add(checker, "a", 1, source, sizeof source - 1);
    whosaid_checker_free(checker);
    if (status != WHOSAID_OK)
        return status;
    status = whosaid_checker_new(source, sizeof source - 1, &options, &checker,
                                 NULL);
    whosaid_checker_free(checker);
    return status;
}

static void survives_every_refusal(void **state)
{
    size_t fail_at = 0;
    whosaid_status status;

    (void)state;
    do {
        struct failing failing = {0, ++fail_at, 0};
        whosaid_allocator allocator = failing_source(&failing);

        status = whole(&allocator);
        assert_true(status == WHOSAID_OK || status == WHOSAID_ERR_NOMEM);
        if (status == WHOSAID_OK) /* a refusal that nobody noticed */
            assert_true(failing.calls < fail_at);
        assert_true(failing.live == 0);
    } while (status != WHOSAID_OK);
    assert_true(fail_at > (WS_CHUNK_MIN == 0 ? 100 : 5));
}

/* -- hostile texts -------------------------------------------------------- */

struct hostile {
    const char *name;
    const char *quote;  /* repeated up to so many bytes */
    size_t bytes;       /* of one quotation; 0: as many as there are */
    const char *ending; /* of each quotation; %: its number */
    const char *text;   /* repeated in the source */
};

static const struct hostile hostile[] = {
    {"one quotation, many times",    "we go on and on ", 32,  "",
     "we go on and on "                                                                                       },
    {"one word in both",             "a ",               200, "",                    "a "                     },
    {"one word, one long quotation", "a ",               0,   "",                    "a "                     },
    {"one word, and another",        "a ",               200, "b",                   "a "                     },
    {"one word, a number",           "a ",               60,  "%",                   "a "                     },
    {"a number",                     "a b c d ",         24,  "%",                   "a b c d "               },
    {"a number before",              "",                 1,   "% a b c d e f g h i", "a b c d e f g h i "     },
    {"short and shared",             "",                 1,   "% b c d",             "a b c d "               },
    {"ellipses",                     "a ... b ",         64,  "",                    "a c b "                 },
    {"brackets",                     "a [b] ",           64,  "%",                   "a c b "                 },
    {"an open bracket",              "a [ ",             64,  "%",                   "a [ "                   },
    {"broken off",                   "a ",               40,  "%",                   "“a,” he said, “a "},
    {"marks alone",                  "",                 1,   "yes",                 "“a ‘b \"yes "       },
};

static void put_draft(struct fixture_buffer *draft, const struct hostile *kind,
                      size_t len)
{
    size_t bytes = kind->bytes != 0 ? kind->bytes : len;

    fixture_puts(draft, "quote\n");
    for (unsigned i = 0; draft->len < len; i++) {
        size_t from = draft->len;

        while (kind->quote[0] != '\0' && draft->len - from < bytes)
            fixture_puts(draft, kind->quote);
        for (const char *at = kind->ending; *at != '\0'; at++) {
            char number[16];
            snprintf(number, sizeof number, "n%u", i);
            if (*at == '%')
                fixture_puts(draft, number);
            else
                fixture_put(draft, at, 1);
        }
        fixture_puts(draft, "\n");
    }
}

static uint64_t cost(const struct hostile *kind, size_t len)
{
    struct fixture_buffer draft = {NULL, 0, 0};
    struct fixture_buffer text = {NULL, 0, 0};

    put_draft(&draft, kind, len / 4);
    while (text.len < len)
        fixture_puts(&text, kind->text);
    whosaid_checker *checker = start(draft.bytes);
    add(checker, "a", text.bytes);
    uint64_t steps = ws_checker_steps(checker);
    whosaid_checker_free(checker);
    free(draft.bytes);
    free(text.bytes);
    return steps;
}

static void costs_twice_for_twice_the_length(void **state)
{
    unsigned faults = 0;

    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
        uint64_t one = cost(&hostile[i], INPUT);
        uint64_t two = cost(&hostile[i], 2 * (size_t)INPUT);
        bool fine = one >= INPUT && (double)two <= 2.3 * (double)one;

        printf("%-30s %8.1f steps a byte, x%.2f%s\n", hostile[i].name,
               (double)one / INPUT, (double)two / (double)(one + 1),
               fine ? "" : "  NOT LINEAR");
        faults += !fine;
    }
    assert_true(faults == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_what_is_exact),
        cmocka_unit_test(tells_what_is_edited),
        cmocka_unit_test(tells_what_is_abridged),
        cmocka_unit_test(tells_what_is_changed),
        cmocka_unit_test(tells_what_is_spliced),
        cmocka_unit_test(tells_what_is_absent),
        cmocka_unit_test(compares_speakers),
        cmocka_unit_test(says_where),
        cmocka_unit_test(takes_the_best_source),
        cmocka_unit_test(prefers_the_document_named_and_the_speaker),
        cmocka_unit_test(reads_what_the_writer_wrote),
        cmocka_unit_test(takes_quotations_from_a_text),
        cmocka_unit_test(finds_the_speaker_in_a_long_source),
        cmocka_unit_test(refuses_wrong_arguments),
        cmocka_unit_test(survives_every_refusal),
        cmocka_unit_test(costs_twice_for_twice_the_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
