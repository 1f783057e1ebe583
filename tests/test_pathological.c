/*
 * test_pathological.c - long hostile inputs cost twice as much when they are
 * twice as long. Counts the rooms' steps, not seconds, so no machine is too
 * slow for it.
 *
 * In the variant `count` the compiler counts too: each basic block of the
 * library that runs, rows included. What a room forgot to count shows there.
 *
 * WS_SLOW (builds under a sanitizer or valgrind) makes the inputs smaller.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "rows/doc.h"
#include "rows/report.h"

#ifdef WS_SLOW
enum { INPUT = 20 << 10 }; /* "he " makes a story of it, and of the double */
#else
enum { INPUT = 512 << 10 }; /* and the double: 1 MiB */
#endif

/* Called at each basic block, where the compiler was asked to. */
static uint64_t blocks;

void __sanitizer_cov_trace_pc(void);

#ifdef WS_COUNT
__attribute__((no_sanitize_coverage))
#endif
void __sanitizer_cov_trace_pc(void)
{
    blocks++;
}

/* Enough to be taken for German. */
#define GERMAN                                                            \
    "Der Rat hat am Montag getagt, und das ist nicht alles, was er auch " \
    "gesagt hat. Die Stadt wird es noch sehen, wenn sie nicht mehr da ist. "

struct hostile {
    const char *name;
    const char *once;   /* before all */
    const char *repeat; /* then this, until the input is long enough */
};

static const struct hostile hostile[] = {
    {"curly openers",               "",                            "“"                                   },
    {"curly closers",               "",                            "”"                                   },
    {"straight marks",              "",                            "\""                                    },
    {"apostrophes",                 "",                            "'"                                     },
    {"free apostrophes",            "",                            " 'a"                                   },
    {"backquotes",                  "",                            "`` "                                   },
    {"guillemets",                  "",                            "«"                                    },
    {"nested marks",                "",                            "“‘"                                },
    {"nested marks with words",     "",                            "“a ‘b "                            },
    {"openers and closers",         "",                            "“ a ” "                            },
    {"an opener a paragraph",       "",                            "“a\n\n"                              },
    {"an opener a line",            "",                            "\"a b c.\n"                            },
    {"continuations",               "X said: ",                    "“A b c.\n\n"                         },
    {"glued speech",                "",                            "\"A b c.\"D e,\" said F."              },
    {"inverted cues",               "",                            "\"a\" said "                           },
    {"quotes and names",            "",                            "\"A b,\" Maria Lopez said. "           },
    {"quotes and pronouns",         "",                            "\"A b c,\" he said.\n\n"               },
    {"quotes without a tag",        "Ann Lee. ",                   "\"A b c d e f.\"\n\n"                  },
    {"one long quotation",          "\"",                          "word "                                 },
    {"initials",                    "",                            "A. "                                   },
    {"voices",                      "",                            "A: "                                   },
    {"questions and answers",       "",                            "Q: We go?\nA: I do.\n"                 },
    {"labels",                      "",                            "RUIZ: I go.\nLANE: You?\n"             },
    {"labels alone",                "",                            "RUIZ:\nLANE:\n"                        },
    {"turns with directions",       "R: I? L: ",                   "\nRUIZ: I. (Hm.) You? (Hm.)"           },
    {"a turn without end",          "Q: I?\nA: ",                  "I go.\n"                               },
    {"names",                       "",                            "Maria Lopez "                          },
    {"one surname, many names",     "",                            "Ann Lopez. Bob Lopez. Lopez "          },
    {"quoted names, one sentence",  "",                            "said that “we saw Ann Lee go” and "},
    {"a long office",               "",                            "Minister "                             },
    {"new names",                   "",                            NULL                                    },
    {"pairs told to be firms",      "“A.” ",                   "Hill and Lowe, a firm, sat. "          },
    {"mottos",                      "“We go,” said Ann Lee. ", "motto “Go” "                       },
    {"lines of names with a colon", "",                            "- Ana Ruiz, head of it: “We”\n\n"  },
    {"asked by nobody",             "Asked by then, ",             "he said Tom Hill met Bob, “no,” "  },
    {"one name, capitals",          "",                            "Lopez "                                },
    {"particles",                   "",                            "de la "                                },
    {"titles",                      "",                            "President "                            },
    {"commas",                      "",                            "a, "                                   },
    {"appositions",                 "Ann Lee",                     ", head of the "                        },
    {"of of of",                    "The head",                    " of the head"                          },
    {"pronouns",                    "",                            "he "                                   },
    {"nominals",                    "",                            "the minister "                         },
    {"cues",                        "",                            "said "                                 },
    {"according to",                "",                            "according to "                         },
    {"colons",                      "",                            "A: "                                   },
    {"labels",                      "",                            "ANN: b\n"                              },
    {"dashes",                      "",                            "-- "                                   },
    {"full stops",                  "",                            "."                                     },
    {"one sentence",                "",                            "word "                                 },
    {"one token",                   "",                            "a"                                     },
    {"one hyphened token",          "",                            "a-"                                    },
    {"one number",                  "",                            "1,"                                    },
    {"newlines",                    "",                            "\n"                                    },
    {"spaces",                      "",                            " "                                     },
    {"short lines",                 "",                            "a\n"                                   },
    {"paragraphs",                  "",                            "A b.\n\n"                              },
    {"bad bytes",                   "",                            "\xFF"                                  },
    {"cut sequences",               "",                            "\xE2\x80"                              },
    {"combining marks",             "a",                           "\xCC\x81"                              },
    {"NULs",                        NULL,                          NULL                                    },
    {"speech inside speech",        "",                            "“A said, ‘b c,’ and d.\n\n"      },
    {"continuations, tagged",       "",                            "“A,” said Ann. “B.\n\n"          },
    {"wrong-way marks",             "",                            "”a“ "                              },
    {"entities in pairs",           "",                            "&quot;b&quot; &amp;c"                  },
    {"mojibake",                    "",                            "â€œ"                               },
    {"dialogue",                    "",                            "— A, — said b. — C.\n\n"         },
    {"dialogue in one paragraph",   "— A",                       ", — said b, — c"                   },
    {"incises",                     "« A",                        ", dit-il. B"                           },
    {"incises without an end",      "« A",                        ", dit-il"                              },
    {"openers and incises",         "",                            "« a, dit-il "                         },
    {"repeated guillemets",         "« a",                        "\n« b"                                },
    {"deeper and deeper",           "",                            "“a ‘b «c "                        },
    {"alternating kinds",           "",                            "“a« b” c» "                      },
    {"entities",                    "",                            "&quot;a "                              },
    {"broken entities",             "",                            "&amp;#"                                },
    {"mojibake",                    "",                            "â€œ a â€ "                      },
    {"German nouns",                GERMAN,                        "Der Haus "                             },
    {"German verbs and adverbs",    GERMAN,                        "sagte heute im Ort "                   },
    {"German objects",              GERMAN "sagte",                " dem Mann"                             },
    {"bodies that own bodies",      "",                            "King’s College Council’s "         },
    {"passives",                    "",                            "was then told "                        },
    {"Hebrew marks",                "",                            "צ\"ל "                               },
};

/* Read as pages of HTML. */
static const struct hostile pages[] = {
    {"ampersands",           "",                                                       "&"                                               },
    {"cut references",       "",                                                       "&CounterClockwiseContour"                        },
    {"references",           "",                                                       "&nGt;"                                           },
    {"less-than signs",      "",                                                       "<"                                               },
    {"tags never closed",    "",                                                       "<a "                                             },
    {"a tag of attributes",  "<p",                                                     " a=b"                                            },
    {"hidden attributes",    "<p",                                                     " hidden"                                         },
    {"classes",              "",                                                       "<p class='related-Links x' style='display:nonn'>"},
    {"nested blocks",        "",                                                       "<div>"                                           },
    {"nested blocks, text",  "",                                                       "<div>a b, c"                                     },
    {"blocks, ends first",   "<p><b><i>",                                              "</div></b>"                                      },
    {"inline, then ends",    "<p>",                                                    "<b></i>"                                         },
    {"a link in a block",    "",                                                       "<a><div></a>"                                    },
    {"font and nobr",        "",                                                       "<font><nobr>"                                    },
    {"tables in tables",     "",                                                       "<table><tr><td>"                                 },
    {"cells",                "<table>",                                                "<td>a"                                           },
    {"items",                "<ul>",                                                   "<li>a"                                           },
    {"lists in lists",       "",                                                       "<ul><li>"                                        },
    {"ends of nothing",      "",                                                       "</x></p></li>"                                   },
    {"unknown elements",     "",                                                       "<x-a><x-b></x-c>"                                },
    {"line ends",            "a",                                                      "<br>"                                            },
    {"line ends and words",  "",                                                       "a<br>b<br><br>"                                  },
    {"q",                    "",                                                       "<q>a"                                            },
    {"q closed",             "",                                                       "<q>a</q>"                                        },
    {"block quotes",         "x:",                                                     "<blockquote>a b c d"                             },
    {"pull quotes",          "a a a a a a",                                            "<blockquote>a a a a a a</blockquote>"            },
    {"block quotes, a lead", "",
     "<p>x:<blockquote>a<cite>B</cite></blockquote>"                                                                                     },
    {"captions",             "",                                                       "<figure><figcaption>a"                           },
    {"articles",             "",                                                       "<article>a, b c d e f g h"                       },
    {"headlines",            "",                                                       "<h1>a</h1>"                                      },
    {"comments",             "",                                                       "<!-- a -->"                                      },
    {"a comment",            "<!--",                                                   "<!-- -!>"                                        },
    {"a comment of >",       "<!--",                                                   ">"                                               },
    {"a script",             "<script>",                                               "<!-- <script> </script "                         },
    {"a title",              "<title>",                                                "</titl"                                          },
    {"CDATA",                "<svg><![CDATA[",                                         "]>"                                              },
    {"SVG",                  "",                                                       "<svg><p>"                                        },
    {"SVG in SVG",           "",                                                       "<svg><foreignObject>"                            },
    {"white space",          "<p>a",                                                   " \n\t"                                           },
    {"spaces and tags",      "<p>a",                                                   " <b> "                                           },
    {"a pre",                "<pre>a",                                                 "\n\na"                                           },
    {"JSON",                 "<script type='application/ld+json'>",                    "\"a\":\"b\\\""                                   },
    {"JSON's text",          "<script type='application/ld+json'>{\"articleBody\":\"",
     "\\u201cA b,\\u201d said C. "                                                                                                       },
    {"quotations",           "",                                                       "<p>&ldquo;A b,&rdquo; said <b>Bo Lee</b>."       },
    {"hidden blocks",        "",                                                       "<div hidden>"                                    },
    {"metas",                "",                                                       "<meta name=date content=a>"                      },
};

/* "Aaab Aaac Aaad ...": names that were never there before. */
static void put_new_names(struct fixture_buffer *text, size_t len)
{
    for (unsigned i = 0; text->len < len; i++) {
        char name[] = "Aaaa Zaaaa. ";
        unsigned rest = i;

        for (int at = 3; at > 0; at--, rest /= 26)
            name[at] = name[at + 5] = (char)('a' + rest % 26);
        name[9] = (char)('a' + rest % 26);
        fixture_puts(text, name);
    }
}

static struct fixture_buffer make(const struct hostile *kind, size_t len)
{
    struct fixture_buffer text = {NULL, 0, 0};

    fixture_puts(&text, kind->once != NULL ? kind->once : "");
    if (kind->once != NULL && kind->repeat == NULL)
        put_new_names(&text, len);
    while (text.len < len) {
        if (kind->repeat != NULL)
            fixture_puts(&text, kind->repeat);
        else
            fixture_put(&text, "", 1);
    }
    return text;
}

static bool swallow(void *ctx, const char *bytes, size_t len)
{
    (void)bytes;
    *(size_t *)ctx += len;
    return true;
}

struct cost {
    uint64_t steps;  /* as the rooms count them */
    uint64_t blocks; /* as the compiler does; rows too */
};

static struct cost cost(const struct hostile *kind, size_t len)
{
    struct fixture_buffer text = make(kind, len);
    uint64_t before = blocks;
    whosaid_doc *doc = fixture_analyze(text.bytes, text.len);
    size_t written = 0;
    whosaid_sink sink = {swallow, &written};
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_writer *writer = NULL;

    options.all = true;
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_OK);
    assert_int_equal(whosaid_writer_add(writer, "a", 1, doc), WHOSAID_OK);
    whosaid_report *report = NULL;
    assert_int_equal(whosaid_lint(doc, NULL, &report), WHOSAID_OK);
    struct cost cost = {doc->arena.steps + report->arena.steps,
                        blocks - before};

    whosaid_report_free(report);
    whosaid_writer_free(writer);
    whosaid_doc_free(doc);
    free(text.bytes);
    return cost;
}

/* The same of a page, whose spans count in its bytes. */
static struct cost page_cost(const struct hostile *kind, size_t len)
{
    struct fixture_buffer html = make(kind, len);
    uint64_t before = blocks;
    size_t text_len = 0;
    size_t written = 0;
    whosaid_sink sink = {swallow, &written};
    whosaid_options options = WHOSAID_OPTIONS_INIT;
    whosaid_row_options rows = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_writer *writer = NULL;
    whosaid_page *page = NULL;
    whosaid_doc *doc = NULL;

    rows.all = true;
    rows.offsets = WHOSAID_OFFSETS_BYTE;
    assert_int_equal(whosaid_html_read(html.bytes, html.len, NULL, &page),
                     WHOSAID_OK);
    const char *text = whosaid_page_text(page, &text_len);
    options.page = page;
    assert_int_equal(whosaid_analyze(text, text_len, &options, &doc),
                     WHOSAID_OK);
    assert_int_equal(whosaid_writer_new(&rows, &sink, NULL, &writer),
                     WHOSAID_OK);
    assert_int_equal(whosaid_writer_add(writer, "a", 1, doc), WHOSAID_OK);
    struct cost cost = {page->arena.steps + doc->arena.steps, blocks - before};

    whosaid_writer_free(writer);
    whosaid_doc_free(doc);
    whosaid_page_free(page);
    free(html.bytes);
    return cost;
}

/* Every byte is looked at, so fewer steps than bytes mean that nothing was
 * counted. */
static bool is_linear(uint64_t one, uint64_t two)
{
    return one >= INPUT && (double)two <= 2.2 * (double)one;
}

static void expect_twice(const struct hostile *kinds, size_t count,
                         struct cost (*measure)(const struct hostile *kind,
                                                size_t len))
{
    unsigned faults = 0;

    for (size_t i = 0; i < count; i++) {
        struct cost one = measure(&kinds[i], INPUT);
        struct cost two = measure(&kinds[i], 2 * (size_t)INPUT);
        bool fine = is_linear(one.steps, two.steps);

        printf("%-26s %6.1f steps a byte, x%.2f", kinds[i].name,
               (double)one.steps / INPUT,
               (double)two.steps / (double)(one.steps + 1));
#ifdef WS_COUNT
        fine = fine && is_linear(one.blocks, two.blocks);
        printf("  %8.1f blocks a byte, x%.2f", (double)one.blocks / INPUT,
               (double)two.blocks / (double)(one.blocks + 1));
#endif
        puts(fine ? "" : "  NOT LINEAR");
        faults += !fine;
    }
    assert_true(faults == 0);
}

static void costs_twice_for_twice_the_length(void **state)
{
    (void)state;
    expect_twice(hostile, sizeof hostile / sizeof *hostile, cost);
}

static void pages_cost_twice_for_twice_the_length(void **state)
{
    (void)state;
    expect_twice(pages, sizeof pages / sizeof *pages, page_cost);
}

/* -- tables given back ---------------------------------------------------- */

#ifdef WS_SLOW
enum { ROWS = 500 };
#else
enum { ROWS = 10000 };      /* and the double */
#endif

/* A table of so many rows, which differ as much as which says. */
static struct fixture_buffer make_table(const char *which, unsigned rows)
{
    struct fixture_buffer table = {NULL, 0, 0};
    char line[256];

    fixture_puts(&table, "document,quote_id,speaker,quote\n");
    for (unsigned i = 0; i < rows; i++) {
        unsigned id = strcmp(which, "one id") == 0 ? 7 : i;
        unsigned word = strcmp(which, "other words") == 0 ? i : 7;
        unsigned document = strcmp(which, "other documents") == 0 ? i : 7;

        (void)snprintf(line, sizeof line,
                       "a%u,q%016x,Ann,\"We go %u, all of us, and now\"\n",
                       document, id, word);
        fixture_puts(&table, line);
    }
    return table;
}

/* Give a table back for a text, and compare it with another of other ids. */
static uint64_t table_cost(const char *which, unsigned rows)
{
    struct fixture_buffer table = make_table(which, rows);
    struct fixture_buffer other = make_table("other words", rows);
    struct fixture_buffer text = {NULL, 0, 0};
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_corrections *corrections = NULL;
    whosaid_sheet *sheet[2] = {NULL, NULL};
    whosaid_writer *writer = NULL;
    whosaid_differences found;
    size_t written = 0;
    const whosaid_sink sink = {swallow, &written};

    for (unsigned i = 0; i < rows; i++)
        fixture_puts(&text, "\"We go 7, all of us, and now,\" said Bo.\n\n");
    whosaid_doc *doc = fixture_analyze(text.bytes, text.len);
    uint64_t before = blocks;
    assert_int_equal(whosaid_corrections_read(table.bytes, table.len, NULL,
                                              &corrections, NULL),
                     WHOSAID_OK);
    assert_int_equal(whosaid_corrections_note(corrections, "a7", 2, doc, false),
                     WHOSAID_OK);
    whosaid_corrections_settle(corrections);
    options.corrections = corrections;
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &writer),
                     WHOSAID_OK);
    assert_int_equal(whosaid_writer_add(writer, "a7", 2, doc), WHOSAID_OK);
    assert_int_equal(
        whosaid_sheet_read(table.bytes, table.len, NULL, &sheet[0], NULL),
        WHOSAID_OK);
    assert_int_equal(
        whosaid_sheet_read(other.bytes, other.len, NULL, &sheet[1], NULL),
        WHOSAID_OK);
    assert_int_equal(
        whosaid_diff(sheet[0], sheet[1], NULL, &sink, NULL, &found),
        WHOSAID_OK);
    uint64_t cost = blocks - before;
    whosaid_sheet_free(sheet[0]);
    whosaid_sheet_free(sheet[1]);
    whosaid_writer_free(writer);
    whosaid_corrections_free(corrections);
    whosaid_doc_free(doc);
    free(table.bytes);
    free(other.bytes);
    free(text.bytes);
    return cost;
}

static void costs_twice_for_twice_the_rows(void **state)
{
    static const char *const which[] = {"the same words", "one id",
                                        "other words", "other documents"};
    unsigned faults = 0;

    (void)state;
    for (size_t i = 0; i < sizeof which / sizeof which[0]; i++) {
        uint64_t one = table_cost(which[i], ROWS);
        uint64_t two = table_cost(which[i], 2 * ROWS);
        bool fine = true;

#ifdef WS_COUNT
        fine = one >= ROWS && (double)two <= 2.2 * (double)one;
#endif
        printf("a table, %-18s %8.1f blocks a row, x%.2f%s\n", which[i],
               (double)one / ROWS, (double)two / (double)(one + 1),
               fine ? "" : "  NOT LINEAR");
        faults += !fine;
    }
    assert_true(faults == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(costs_twice_for_twice_the_rows),
        cmocka_unit_test(costs_twice_for_twice_the_length),
        cmocka_unit_test(pages_cost_twice_for_twice_the_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
