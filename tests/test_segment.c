/* test_segment.c - tokens. */
#include "text/segment.h"

#include "base/unicode.h"
#include "support.h"

struct cut {
    char *bytes;
    ws_arena arena;
    ws_text text;
    ws_tokens tokens;
};

static void cut_init(struct cut *cut, const char *text, size_t len)
{
    cut->bytes = exact_copy(text, len);
    ws_arena_init(&cut->arena, NULL);
    assert_int_equal(ws_text_init(&cut->arena, cut->bytes, len, &cut->text),
                     WHOSAID_OK);
    assert_int_equal(ws_tokens_cut(&cut->arena, &cut->text, &cut->tokens),
                     WHOSAID_OK);
}

static void cut_free(struct cut *cut)
{
    ws_arena_free(&cut->arena);
    free(cut->bytes);
}

/* Check that text is cut into these tokens, written with | between them. */
static void expect(const char *text, const char *want)
{
    struct cut cut;
    char got[1024];
    size_t used = 0;

    cut_init(&cut, text, strlen(text));
    for (uint32_t i = 0; i < cut.tokens.count; i++) {
        const ws_token *token = &cut.tokens.token[i];
        if (i > 0)
            got[used++] = '|';
        memcpy(got + used, text + token->begin, token->end - token->begin);
        used += token->end - token->begin;
    }
    got[used] = '\0';
    assert_string_equal(got, want);
    cut_free(&cut);
}

static void knows_a_compound_by_its_last_hyphen(void **state)
{
    static const struct {
        const char *word;
        bool compound;
    } cases[] = {
        {"Korean-born",         true },
        {"Winston-Salem-based", true },
        {"Eighteen-year-old",   true },
        {"Stratford-upon-Avon", false},
        {"Lane-Banks",          false},
        {"Boeing-747",          false},
        {"Unsure",              false},
        {"Korean\xE2\x80\x90"
         "born",       false}  /* no hyphen of ASCII */
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct cut cut;
        cut_init(&cut, cases[i].word, strlen(cases[i].word));
        assert_int_equal(cut.tokens.count, 1);
        assert_int_equal(ws_token_is_compound(cut.bytes, cut.tokens.token),
                         cases[i].compound);
        cut_free(&cut);
    }
}

static void knows_a_word_of_a_list(void **state)
{
    struct cut cut;

    (void)state;
    cut_init(&cut, "The the THE them", 16);
    const ws_token *token = cut.tokens.token;
    for (uint32_t i = 0; i < 4; i++)
        assert_true(ws_token_listed(cut.bytes, &token[i], WS_LIST_DEFINITE) ==
                    (i < 2));
    cut_free(&cut);
}

/* Check kind and shape of the first token of text, its space left out. */
static void expect_first(const char *text, ws_token_kind kind, int shape)
{
    struct cut cut;

    cut_init(&cut, text, strlen(text));
    assert_true(cut.tokens.count > 0);
    assert_int_equal(cut.tokens.token[0].kind, kind);
    assert_int_equal(cut.tokens.token[0].shape & ~WS_SHAPE_SPACE, shape);
    cut_free(&cut);
}

static void cuts_words_from_punctuation(void **state)
{
    (void)state;
    expect("He said, “No.” (Why?)", "He|said|,|“|No|.|”|(|Why|?|)");
    expect("wait -- no… yes... ok — go", "wait|--|no|…|yes|...|ok|—|go");
    expect("word—word a/b over- sight", "word|—|word|a|/|b|over|-|sight");
    expect("said.Then", "said|.|Then");
    expect("$5 £3 a+b", "$|5|£|3|a|+|b");
}

static void keeps_contractions_and_names_together(void **state)
{
    (void)state;
    expect("Don't don’t it's It’s", "Don't|don’t|it's|It’s");
    expect("O'Neil D’Angelo rock'n'roll Jean-Luc",
           "O'Neil|D’Angelo|rock'n'roll|Jean-Luc");
    expect("AT&T COVID-19 7-year-old", "AT&T|COVID-19|7-year-old");
}

static void cuts_a_genitive_off(void **state)
{
    (void)state;
    expect("Obama's Obama’s OBAMA'S", "Obama|'s|Obama|’s|OBAMA|'S");
    expect("Jean-Luc's U.S.'s Yahoo!'s", "Jean-Luc|'s|U.S.|'s|Yahoo|!|'s");
    expect("the workers' choice", "the|workers|'|choice");
    expect_first("OBAMA's", WS_TOKEN_WORD, WS_SHAPE_CAPITAL | WS_SHAPE_ALLCAPS);
}

static void reads_signs_that_are_spelled_out(void **state)
{
    (void)state;
    expect("&quot;It&#39;s Ann&rsquo;s,&quot; he",
           "&quot;|It&#39;s|Ann|&rsquo;s|,|&quot;|he");
    expect("â€œItâ€™s gone,â€ he", "â€œ|Itâ€™s|gone|,|â€|he");
    expect("Bell &amp; Sons&nbsp;AT&amp;T", "Bell|&amp;|Sons|AT&amp;T");
    expect("&eacute; &so", "&|eacute|;|&|so");
}

static void keeps_hebrew_abbreviations_together(void **state)
{
    (void)state;
    expect("צה\"ל ד״ר מנכ\"לית", "צה\"ל|ד״ר|מנכ\"לית");
    expect("ה\"שלום\" בא", "ה|\"|שלום|\"|בא");
}

static void cuts_a_leading_apostrophe_off(void **state)
{
    (void)state;
    expect("'tis the ’90s", "'|tis|the|’|90s");
    expect("\"'s true,\"", "\"|'|s|true|,|\"");
}

static void takes_the_stop_of_an_abbreviation(void **state)
{
    (void)state;
    expect("U.S. a.m. Ph.D. U.S.-led i.e. so.",
           "U.S.|a.m.|Ph.D.|U.S.-led|i.e.|so|.");
    expect("Mr. Smith of Acme Inc.", "Mr.|Smith|of|Acme|Inc.");
    expect("J. K. Rowling, George W. Bush", "J.|K.|Rowling|,|George|W.|Bush");
    expect("J.K.Rowling J.R.R. Tolkien", "J.K.|Rowling|J.R.R.|Tolkien");
    expect("plan B. The end", "plan|B|.|The|end");
    expect("older than I. John said", "older|than|I|.|John|said");
    expect("William I. Smith", "William|I.|Smith");
    expect("no. 5 but no. Then", "no.|5|but|no|.|Then");
    expect("No. Lee left. “No.”", "No|.|Lee|left|.|“|No|.|”");
    expect("etc...", "etc|...");
    expect("т.е. это", "т.е.|это");
    expect("yes.I do", "yes|.|I|do");
}

static void keeps_numbers_together(void **state)
{
    (void)state;
    expect("3.5 10,000 10:30 50% 1990s 5th 9/11 2015-16",
           "3.5|10,000|10:30|50%|1990s|5th|9/11|2015-16");
    expect("10–20, 3. 4:", "10|–|20|,|3|.|4|:");
    expect_first("1990s", WS_TOKEN_NUMBER, WS_SHAPE_DIGIT);
    expect_first("50%", WS_TOKEN_NUMBER, WS_SHAPE_DIGIT);
    expect_first("7-year-old", WS_TOKEN_WORD, WS_SHAPE_DIGIT | WS_SHAPE_HYPHEN);
}

static void keeps_addresses_and_tags_together(void **state)
{
    (void)state;
    expect("See http://a.org/b?c=d. Or", "See|http://a.org/b?c=d|.|Or");
    expect("(www.x.com/y), “https://z.de”",
           "(|www.x.com/y|)|,|“|https://z.de|”");
    expect("john.smith@x.co.uk, a@b", "john.smith@x.co.uk|,|a|@b");
    expect("Amazon.com's cnn.com/a", "Amazon.com|'s|cnn.com/a");
    expect("@handle #tag #1 @ #", "@handle|#tag|#1|@|#");
}

static void tells_marks_from_apostrophes(void **state)
{
    (void)state;
    expect("``so'' ,,nein'' «a» 5′ 6″", "``|so|''|,,|nein|''|«|a|»|5|′|6|″");
    expect_first("`a", WS_TOKEN_MARK, 0);
    expect_first("„a", WS_TOKEN_MARK, 0);
    expect_first(",a", WS_TOKEN_PUNCT, 0);
    expect_first("$a", WS_TOKEN_SYMBOL, 0);
}

static void runs_words_of_other_scripts(void **state)
{
    (void)state;
    expect("東京は大きいです。「はい」", "東|京|は|大|きいです|。|「|はい|」");
    expect("他說：“好”", "他|說|：|“|好|”");
    expect("قالت الشركة، نعم", "قالت|الشركة|،|نعم");
    expect("cafe\u0301 naïve co\u00ADop a\u200Bb ❤️!",
           "cafe\u0301|naïve|co\u00ADop|a|b|❤️|!");
}

static void shapes_words(void **state)
{
    (void)state;
    expect_first("word", WS_TOKEN_WORD, 0);
    expect_first("Élan", WS_TOKEN_WORD, WS_SHAPE_CAPITAL);
    expect_first("UN", WS_TOKEN_WORD, WS_SHAPE_CAPITAL | WS_SHAPE_ALLCAPS);
    expect_first("A", WS_TOKEN_WORD, WS_SHAPE_CAPITAL);
    expect_first("J. Smith", WS_TOKEN_WORD,
                 WS_SHAPE_CAPITAL | WS_SHAPE_INITIAL | WS_SHAPE_DOT);
    expect_first("Inc.", WS_TOKEN_WORD, WS_SHAPE_CAPITAL | WS_SHAPE_DOT);
    expect_first("G-20", WS_TOKEN_WORD,
                 WS_SHAPE_CAPITAL | WS_SHAPE_HYPHEN | WS_SHAPE_DIGIT);
    expect_first("@Handle", WS_TOKEN_WORD, 0);
    expect_first("http://A.org", WS_TOKEN_WORD, 0);
}

static void notes_the_white_space_before_a_token(void **state)
{
    struct cut cut;

    (void)state;
    cut_init(&cut, "one, two\n\nthree", 15);
    assert_int_equal(cut.tokens.count, 4);
    assert_true(cut.tokens.token[0].shape & WS_SHAPE_SPACE);
    assert_false(cut.tokens.token[1].shape & WS_SHAPE_SPACE);
    assert_true(cut.tokens.token[2].shape & WS_SHAPE_SPACE);
    assert_true(cut.tokens.token[3].shape & WS_SHAPE_SPACE);
    assert_int_equal(cut.tokens.token[3].paragraph, 1);
    assert_int_equal(cut.tokens.first[1], 3);
    assert_int_equal(cut.tokens.first[2], 4);
    assert_int_equal(ws_tokens_at(&cut.tokens, 0), 0);
    assert_int_equal(ws_tokens_at(&cut.tokens, 1), 1);
    assert_int_equal(ws_tokens_at(&cut.tokens, 99), 4);
    cut_free(&cut);
}

/* The promises of the header: tokens lie apart and in order inside their
 * paragraphs; between them are white space and format characters alone. */
static void check_promises(const char *text, size_t len)
{
    struct cut cut;
    uint32_t token = 0;

    cut_init(&cut, text, len);
    for (uint32_t i = 0; i < cut.text.paragraphs; i++) {
        uint32_t at = cut.text.paragraph[i].begin;
        assert_int_equal(cut.tokens.first[i], token);
        while (at < cut.text.paragraph[i].end) {
            int32_t cp;
            uint32_t step = ws_utf8_next(text, len, at, &cp);
            if (token < cut.tokens.count &&
                cut.tokens.token[token].begin == at) {
                assert_true(cut.tokens.token[token].end > at);
                assert_int_equal(cut.tokens.token[token].paragraph, i);
                at = cut.tokens.token[token++].end;
                continue;
            }
            assert_true(ws_cp_class(cp) & (WS_CP_SPACE | WS_CP_CONTROL));
            at += step;
        }
        assert_int_equal(at, cut.text.paragraph[i].end);
    }
    assert_int_equal(cut.tokens.first[cut.text.paragraphs], token);
    assert_int_equal(cut.tokens.count, token);
    cut_free(&cut);
}

static void keeps_its_promises_on_any_pieces(void **state)
{
    static const char *const pieces[] = {
        "a",     "B",      "s",        "'",   "’",  ".",      "-",   "@",
        "1",     " ",      "\n",       "/",   ":",  "&",      "www", "com",
        "http:", "//",     "\u0301",   "漢",  "か", "\u00AD", "é",   "%",
        "\xFF",  "\xE2",   "\xF0\x9F", ",",   "``", "!",      "_",   "É",
        "❤",     "\u200B", "\u0E01",   "U.S", "mr", "ß",      "#",   "…"};
    const uint32_t count = sizeof pieces / sizeof pieces[0];
    uint32_t seed = 1;

    (void)state;
    for (int turn = 0; turn < 20000; turn++) {
        char text[128];
        size_t len = 0;
        for (int i = 0; i < 14; i++) {
            seed = seed * 1664525U + 1013904223U;
            const char *piece = pieces[(seed >> 16) % count];
            memcpy(text + len, piece, strlen(piece));
            len += strlen(piece);
        }
        check_promises(text, len);
    }
    check_promises("a\0b", 3);
    check_promises("", 0);
}

static void survives_every_refusal(void **state)
{
    static const char text[] = "“No,” he said.\n\nTwo.";
    size_t fail_at = 0;
    whosaid_status status;

    (void)state;
    do {
        struct failing failing = {0, ++fail_at, 0};
        whosaid_allocator source = failing_source(&failing);
        ws_arena arena;
        ws_text doc;
        ws_tokens tokens = {0};

        ws_arena_init(&arena, &source);
        status = ws_text_init(&arena, text, sizeof text - 1, &doc);
        if (status == WHOSAID_OK)
            status = ws_tokens_cut(&arena, &doc, &tokens);
        if (status != WHOSAID_OK) {
            assert_int_equal(status, WHOSAID_ERR_NOMEM);
            assert_int_equal(tokens.count, 0);
        }
        ws_arena_free(&arena);
        assert_int_equal(failing.live, 0);
    } while (status != WHOSAID_OK);
    assert_true(fail_at > 1);
}

/* Steps that len bytes of unit after unit take. */
static uint64_t steps_of(const char *unit, size_t len)
{
    struct cut cut;
    char *text = malloc(len);
    uint64_t steps;

    assert_non_null(text);
    for (size_t i = 0; i < len; i++)
        text[i] = unit[i % strlen(unit)];
    cut_init(&cut, text, len);
    steps = cut.arena.steps;
    cut_free(&cut);
    free(text);
    return steps;
}

static void takes_twice_the_steps_for_twice_the_bytes(void **state)
{
    static const char *const units[] = {
        "a",    "a.",      "A. ", "a@",   "@",       "aaa.a@", "a'",   "'",
        "-",    ".",       "a-",  "1,",   "http://", "#a",     "\xFF", "\u0301",
        "漢か", "a\u00AD", "(",   "www.", "a:",      "a&",     "a.b-", "'s"};

    (void)state;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        uint64_t once = steps_of(units[i], 50000);
        assert_true(steps_of(units[i], 100000) <= once * 22 / 10);
        assert_true(once < 50000 * 100);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_words_from_punctuation),
        cmocka_unit_test(keeps_contractions_and_names_together),
        cmocka_unit_test(cuts_a_genitive_off),
        cmocka_unit_test(reads_signs_that_are_spelled_out),
        cmocka_unit_test(keeps_hebrew_abbreviations_together),
        cmocka_unit_test(cuts_a_leading_apostrophe_off),
        cmocka_unit_test(takes_the_stop_of_an_abbreviation),
        cmocka_unit_test(keeps_numbers_together),
        cmocka_unit_test(keeps_addresses_and_tags_together),
        cmocka_unit_test(tells_marks_from_apostrophes),
        cmocka_unit_test(runs_words_of_other_scripts),
        cmocka_unit_test(shapes_words),
        cmocka_unit_test(knows_a_word_of_a_list),
        cmocka_unit_test(knows_a_compound_by_its_last_hyphen),
        cmocka_unit_test(notes_the_white_space_before_a_token),
        cmocka_unit_test(keeps_its_promises_on_any_pieces),
        cmocka_unit_test(survives_every_refusal),
        cmocka_unit_test(takes_twice_the_steps_for_twice_the_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
