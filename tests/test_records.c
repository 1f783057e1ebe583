/* test_records.c - rows as JSON lines, web annotations and brat standoff. */
#include "article.h"
#include "records.h"
#include "support.h"

/* Write one document. */
static whosaid_counts write_named(const struct article *a,
                                  const whosaid_row_options *options,
                                  const char *name, struct paper *paper)
{
    const whosaid_sink sink = {paper_write, paper};
    whosaid_writer *writer = NULL;

    assert_int_equal(whosaid_writer_new(options, &sink, NULL, &writer),
                     WHOSAID_OK);
    assert_int_equal(whosaid_writer_add(writer, name, strlen(name), &a->doc),
                     WHOSAID_OK);
    assert_int_equal(whosaid_writer_close(writer), WHOSAID_OK);
    whosaid_counts counts = whosaid_writer_counts(writer);
    whosaid_writer_free(writer);
    return counts;
}

static whosaid_counts expect_named(const struct article *a,
                                   const whosaid_row_options *options,
                                   const char *name, const char *want)
{
    struct paper paper = {"", 0, 0};
    whosaid_counts counts = write_named(a, options, name, &paper);

    assert_string_equal(paper.text, want);
    assert_true(records_are(options->format, paper.text, paper.len));
    return counts;
}

static whosaid_counts expect(const struct article *a,
                             const whosaid_row_options *options,
                             const char *want)
{
    return expect_named(a, options, "a.txt", want);
}

/* A quotation in two parts with all that is told of it, then a bare one. */
static void write_article(struct article *a)
{
    whosaid_quote *quote;

    article_init(a, "“Né,” judge\nAnn Lee of GTA said, “no.” “=So.”");
    quote = article_quote(a, "Ann Lee", "Né,");
    article_part(a, "no.");
    quote->role = words_from(a, 0, "judge");
    quote->affiliation = words_from(a, 0, "GTA");
    quote->mention = words_from(a, 0, "judge\nAnn Lee");
    quote->cue = words_from(a, 0, "said");
    quote->evidence = words_from(a, 0, "Ann Lee of GTA said");
    article_quote(a, "", "=So.");
}

static whosaid_row_options options_of(whosaid_format format,
                                      const char *columns)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;

    options.format = format;
    options.columns = columns;
    return options;
}

/* -- JSON lines ----------------------------------------------------------- */

static void jsonl_holds_all_there_is(void **state)
{
    whosaid_row_options options = options_of(WHOSAID_FORMAT_JSONL, NULL);
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_writer *writer = NULL;
    struct article a;

    (void)state;
    write_article(&a);
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_OK);
    assert_int_equal(paper.len, 0);
    assert_int_equal(whosaid_writer_add(writer, "a", 1, &a.doc), WHOSAID_OK);
    char *id = strstr(paper.text, "\"quote_id\":\"q");
    assert_non_null(id);
    memcpy(id + 13, "0000000000000000", 16);
    id = strstr(id, "\"group\":\"q");
    assert_non_null(id);
    memcpy(id + 10, "0000000000000000", 16);
    char *end = strchr(paper.text, '\n');
    assert_non_null(end);
    *end = '\0';
    assert_string_equal(
        paper.text,
        "{\"document\":\"a\",\"quote_id\":\"q0000000000000000\","
        "\"speaker\":\"Ann Lee\",\"role\":\"judge\",\"affiliation\":\"GTA\","
        "\"quote\":\"Né,\\nno.\",\"kind\":\"direct\",\"source_type\":"
        "\"person\","
        "\"cue\":\"said\",\"mention\":\"judge\\nAnn Lee\",\"method\":\"cue\","
        "\"confidence\":0.90,\"evidence\":\"Ann Lee of GTA said\","
        "\"paragraph\":1,\"line\":1,"
        "\"quote_spans\":[{\"begin\":1,\"end\":4},{\"begin\":34,\"end\":37}],"
        "\"mention_span\":{\"begin\":6,\"end\":19},"
        "\"cue_span\":{\"begin\":27,\"end\":31},"
        "\"duplicate_of\":null,\"parent\":null,"
        "\"group\":\"q0000000000000000\",\"group_change\":null,"
        "\"offsets\":\"codepoint\","
        "\"speaker_text\":\"Ann Lee\","
        "\"speaker_span\":{\"begin\":12,\"end\":19},"
        "\"role_span\":{\"begin\":6,\"end\":11},"
        "\"affiliation_span\":{\"begin\":23,\"end\":26},"
        "\"evidence_span\":{\"begin\":12,\"end\":31},"
        "\"parts\":[{\"text\":\"Né,\",\"begin\":1,\"end\":4,"
        "\"open\":null,\"close\":null},"
        "{\"text\":\"no.\",\"begin\":34,\"end\":37,"
        "\"open\":null,\"close\":null}],"
        "\"before\":\"“\",\"after\":\"” “=So.”\"}");
    assert_non_null(strstr(end + 1, "\"speaker\":null,\"role\":null"));
    assert_non_null(strstr(end + 1, "\"mention_span\":null"));
    assert_non_null(strstr(end + 1, "\"speaker_text\":null"));
    whosaid_writer_free(writer);
    article_free(&a);
}

static void jsonl_keeps_the_columns_asked_for(void **state)
{
    whosaid_row_options options =
        options_of(WHOSAID_FORMAT_JSONL, "quote,speaker,line,confidence");
    struct article a;

    (void)state;
    write_article(&a);
    whosaid_counts counts =
        expect(&a, &options,
               "{\"quote\":\"Né,\\nno.\",\"speaker\":\"Ann Lee\",\"line\":1,"
               "\"confidence\":0.90}\n"
               "{\"quote\":\"=So.\",\"speaker\":null,\"line\":2,\"confidence\":"
               "0.00}\n");
    assert_int_equal(counts.rows, 2);
    assert_int_equal(counts.guarded, 0);
    options.columns = "cue_span";
    options.offsets = WHOSAID_OFFSETS_BYTE;
    expect(&a, &options,
           "{\"cue_span\":{\"begin\":32,\"end\":36},\"offsets\":\"byte\"}\n"
           "{\"cue_span\":null,\"offsets\":\"byte\"}\n");
    options.columns = "quote_spans";
    options.offsets = WHOSAID_OFFSETS_UTF16;
    options.candidates = true;
    expect(&a, &options,
           "{\"quote_spans\":[{\"begin\":1,\"end\":4},{\"begin\":34,"
           "\"end\":37}],\"offsets\":\"utf16\",\"candidates\":[]}\n"
           "{\"quote_spans\":[{\"begin\":40,\"end\":44}],\"offsets\":\"utf16\","
           "\"candidates\":[]}\n");
    article_free(&a);
}

static void jsonl_has_the_people_in_one_object(void **state)
{
    static const char table[] =
        "name,aliases,id,\"e\n\"\nDr Lee,Ann Lee,\"a\"\"b\",\nBo,,2,\n";
    whosaid_row_options options =
        options_of(WHOSAID_FORMAT_JSONL, "id,speaker,e");
    struct article a;

    (void)state;
    write_article(&a);
    whosaid_people *people = NULL;
    assert_int_equal(
        whosaid_people_read(table, sizeof table - 1, NULL, &people, NULL),
        WHOSAID_OK);
    options.people = people;
    expect(
        &a, &options,
        "{\"speaker\":\"Dr Lee\",\"people\":{\"id\":\"a\\\"b\",\"e\":\"\"}}\n"
        "{\"speaker\":null,\"people\":null}\n");
    options.columns = "speaker";
    expect(&a, &options, "{\"speaker\":\"Dr Lee\"}\n{\"speaker\":null}\n");
    whosaid_people_free(people);
    article_free(&a);
}

static void jsonl_tells_of_failures_in_its_lines(void **state)
{
    whosaid_row_options options = options_of(WHOSAID_FORMAT_JSONL, "line");
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_writer *writer = NULL;

    (void)state;
    for (int format = 0; format < 2; format++) {
        options.no_header = true;
        assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                         WHOSAID_OK);
        assert_int_equal(
            whosaid_writer_failed(writer, "a\n\xFF", 3, "no \"such\" file"),
            WHOSAID_OK);
        if (format == 0)
            assert_int_equal(whosaid_writer_counts(writer).replaced, 1);
        assert_int_equal(whosaid_writer_counts(writer).documents, 0);
        whosaid_writer_free(writer);
        options.format = WHOSAID_FORMAT_CSV; /* it has no room */
    }
    assert_string_equal(paper.text, "{\"document\":\"a\\n\xEF\xBF\xBD\","
                                    "\"error\":\"no \\\"such\\\" file\"}\n");
}

/* -- annotations ---------------------------------------------------------- */

#define ANNOTATION                                              \
    "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\","       \
    "\"id\":\"urn:uuid:00000000-0000-8000-8000-000000000000\"," \
    "\"type\":\"Annotation\","
#define TARGET(source) \
    "{\"type\":\"SpecificResource\",\"source\":\"" source "\",\"selector\":["
#define WORDS(exact, prefix, suffix)                     \
    "{\"type\":\"TextQuoteSelector\",\"exact\":\"" exact \
    "\",\"prefix\":\"" prefix "\",\"suffix\":\"" suffix "\"}"
#define PLACE(start, end)                                                      \
    "{\"type\":\"TextPositionSelector\",\"start\":" start ",\"end\":" end "}]" \
    "}"

/* The annotations with the ids blotted out. */
static void expect_annotations(const struct article *a,
                               const whosaid_row_options *options,
                               const char *name, const char *want)
{
    struct paper paper = {"", 0, 0};

    (void)write_named(a, options, name, &paper);
    for (char *id = paper.text; (id = strstr(id, "urn:uuid:")) != NULL;) {
        id += strlen("urn:uuid:");
        assert_int_equal(id[14], '8');
        assert_int_equal(id[19], '8');
        memcpy(id, "00000000-0000-8000-8000-000000000000", 36);
    }
    assert_string_equal(paper.text, want);
    assert_true(records_are(options->format, paper.text, paper.len));
}

static void annotations_have_a_target_a_part(void **state)
{
    whosaid_row_options options = options_of(WHOSAID_FORMAT_ANNOTATIONS, NULL);
    struct article a;

    (void)state;
    write_article(&a);
    options.offsets = WHOSAID_OFFSETS_BYTE; /* does not count here */
    expect_annotations(
        &a, &options, "a.txt",
        ANNOTATION
        "\"motivation\":\"identifying\",\"body\":{\"type\":\"TextualBody\","
        "\"value\":\"Ann Lee\",\"format\":\"text/plain\","
        "\"purpose\":\"identifying\"},\"target\":[" TARGET("a.txt")
            WORDS("Né,", "“", "” judge\\nAnn Lee of GTA said, “no.” “=So.”") "," PLACE(
                "1", "4") "," TARGET("a.txt")
                WORDS(
                    "no.", "“Né,” judge\\nAnn Lee of GTA said, “",
                    "” “=So.”") "," PLACE("34",
                                          "37") "]}\n" ANNOTATION
                                                "\"motivation\":"
                                                "\"highlighting\","
                                                "\"target\":" TARGET("a.txt")
                                                    WORDS(
                                                        "=So.",
                                                        "“Né,” judge\\nAnn Lee "
                                                        "of GTA said, “no.” “",
                                                        "”") "," PLACE("40",
                                                                       "44") "}"
                                                                             "\n");
    article_free(&a);
}

static void annotations_tell_what_is_no_speech(void **state)
{
    whosaid_row_options options = options_of(WHOSAID_FORMAT_ANNOTATIONS, NULL);
    struct article a;

    (void)state;
    article_init(&a, "“Jaws”");
    article_quote(&a, "", "Jaws")->kind = WHOSAID_KIND_TITLE;
    options.all = true;
    expect_annotations(
        &a, &options, "http://x.org/a%20b?c#d",
        ANNOTATION
        "\"motivation\":\"classifying\",\"body\":{\"type\":\"TextualBody\","
        "\"value\":\"title\",\"format\":\"text/plain\","
        "\"purpose\":\"classifying\"},\"target\":" TARGET(
            "http://x.org/a%20b?c#d")
            WORDS("Jaws", "“", "”") "," PLACE("1", "5") "}\n");
    article_free(&a);
}

static void annotations_name_a_source_that_is_a_url(void **state)
{
    static const char *const names[][2] = {
        {"a/b-c_d.txt",  "a/b-c_d.txt"         },
        {"100% a?#.txt", "100%25%20a%3F%23.txt"},
        {"\"é\xFF\\",   "%22%C3%A9%FF%5C"     },
        {"re: a.txt",    "./re:%20a.txt"       },
        {"a/b:c",        "a/b:c"               },
        {"//a",          "/.//a"               },
        {"-",            "-"                   },
    };
    whosaid_row_options options = options_of(WHOSAID_FORMAT_ANNOTATIONS, NULL);
    struct article a;

    (void)state;
    article_init(&a, "“No.”");
    article_quote(&a, "", "No.");
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char want[512];
        (void)snprintf(
            want, sizeof want,
            ANNOTATION
            "\"motivation\":\"highlighting\",\"target\":" TARGET("%s")
                WORDS("No.", "“", "”") "," PLACE("1", "4") "}\n",
            names[i][1]);
        expect_annotations(&a, &options, names[i][0], want);
    }
    article_free(&a);
}

/* -- brat ----------------------------------------------------------------- */

static void brat_marks_each_stretch_once(void **state)
{
    whosaid_row_options options = options_of(WHOSAID_FORMAT_BRAT, NULL);
    struct article a;

    (void)state;
    article_init(&a, "“No,” Ann said. “Never.” “Jaws”");
    for (int i = 0; i < 2; i++) {
        whosaid_quote *quote =
            article_quote(&a, "Ann", i == 0 ? "No," : "Never.");
        quote->mention = words_from(&a, 0, "Ann");
        quote->cue = words_from(&a, 0, "said");
    }
    article_quote(&a, "", "Jaws")->kind = WHOSAID_KIND_TITLE;
    options.all = true;
    options.offsets = WHOSAID_OFFSETS_UTF16; /* does not count here */
    expect(&a, &options,
           "T1\tQuotation 1 4\tNo,\n"
           "T2\tSpeaker 6 9\tAnn\n"
           "T3\tCue 10 14\tsaid\n"
           "R1\tSaidBy Arg1:T1 Arg2:T2\n"
           "R2\tCuedBy Arg1:T1 Arg2:T3\n"
           "#1\tAnnotatorNotes T1\tAnn\n"
           "T4\tQuotation 17 23\tNever.\n"
           "R3\tSaidBy Arg1:T4 Arg2:T2\n"
           "R4\tCuedBy Arg1:T4 Arg2:T3\n"
           "#2\tAnnotatorNotes T4\tAnn\n"
           "T5\tTitle 26 30\tJaws\n");
    article_free(&a);
}

static void brat_breaks_spans_at_line_ends(void **state)
{
    whosaid_row_options options = options_of(WHOSAID_FORMAT_BRAT, NULL);
    struct article a;

    (void)state;
    write_article(&a);
    expect(&a, &options,
           "T1\tQuotation 1 4;34 37\tNé, no.\n"
           "T2\tSpeaker 6 11;12 19\tjudge Ann Lee\n"
           "T3\tCue 27 31\tsaid\n"
           "R1\tSaidBy Arg1:T1 Arg2:T2\n"
           "R2\tCuedBy Arg1:T1 Arg2:T3\n"
           "#1\tAnnotatorNotes T1\tAnn Lee\n"
           "T4\tQuotation 40 44\t=So.\n");
    article_free(&a);
    article_init(&a, "\r\n“a \r\n  b\tc\u2028d\x01\xFF"
                     "e” Ann\r\nLee \r\n");
    article_quote(&a, "Ann\r\nLee",
                  "a \r\n  b\tc\u2028d\x01\xFF"
                  "e");
    expect(&a, &options,
           "T1\tQuotation 2 3;7 8;9 10;11 12;14 15\ta b c d e\n"
           "#1\tAnnotatorNotes T1\tAnn Lee\n");
    article_free(&a);
}

static void brat_passes_over_what_has_no_words(void **state)
{
    whosaid_row_options options = options_of(WHOSAID_FORMAT_BRAT, NULL);
    struct article a;

    (void)state;
    article_init(&a, "“\xFF\x01\xFF” “a”");
    article_quote(&a, "", "\xFF\x01\xFF");
    article_quote(&a, "", "a")->mention = words_from(&a, 0, "\x01");
    expect(&a, &options, "T1\tQuotation 7 8\ta\n");
    article_free(&a);
}

static void brat_holds_one_document(void **state)
{
    whosaid_row_options options = options_of(WHOSAID_FORMAT_BRAT, NULL);
    struct paper paper = {"", 0, 0};
    const whosaid_sink sink = {paper_write, &paper};
    whosaid_writer *writer = NULL;
    struct article a;

    (void)state;
    article_init(&a, "Nobody spoke.");
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_OK);
    assert_int_equal(whosaid_writer_failed(writer, "a", 1, "no"), WHOSAID_OK);
    assert_int_equal(whosaid_writer_add(writer, "a", 1, &a.doc), WHOSAID_OK);
    assert_int_equal(whosaid_writer_add(writer, "b", 1, &a.doc),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_writer_close(writer), WHOSAID_ERR_ARGUMENT);
    whosaid_writer_free(writer);
    article_free(&a);
    assert_int_equal(paper.len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(jsonl_holds_all_there_is),
        cmocka_unit_test(jsonl_keeps_the_columns_asked_for),
        cmocka_unit_test(jsonl_has_the_people_in_one_object),
        cmocka_unit_test(jsonl_tells_of_failures_in_its_lines),
        cmocka_unit_test(annotations_have_a_target_a_part),
        cmocka_unit_test(annotations_tell_what_is_no_speech),
        cmocka_unit_test(annotations_name_a_source_that_is_a_url),
        cmocka_unit_test(brat_marks_each_stretch_once),
        cmocka_unit_test(brat_breaks_spans_at_line_ends),
        cmocka_unit_test(brat_passes_over_what_has_no_words),
        cmocka_unit_test(brat_holds_one_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
