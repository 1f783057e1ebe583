/*
 * test_plain.c - plain texts that are laid out as mail, Markdown, subtitles or
 * books, and what is no such text.
 *
 * "/" stands for a line end.
 */
#include "fixture.h"
#include "map.h"
#include "support.h"

struct example {
    const char *text;
    const char *words; /* NULL: it is read as it stands */
};

static struct fixture_buffer with(const char *text, char from, char to)
{
    struct fixture_buffer out = {NULL, 0, 0};

    fixture_puts(&out, text);
    for (size_t i = 0; i < out.len; i++)
        if (out.bytes[i] == from)
            out.bytes[i] = to;
    return out;
}

static void expect(const struct example *example, size_t count)
{
    unsigned faults = 0;

    for (size_t i = 0; i < count; i++) {
        struct fixture_buffer file = with(example[i].text, '/', '\n');
        whosaid_page *page = NULL;
        size_t len = 0;

        assert_int_equal(whosaid_plain_read(file.bytes, file.len, NULL, &page),
                         WHOSAID_OK);
        if (page != NULL) {
            struct fixture_buffer got =
                with(whosaid_page_text(page, &len), '\n', '/');
            assert_int_equal(got.len, len);
            check_map(page, file.len);
            if (example[i].words == NULL ||
                strcmp(got.bytes, example[i].words) != 0) {
                printf("%s\n  gives %s\n", example[i].text, got.bytes);
                faults++;
            }
            free(got.bytes);
        } else if (example[i].words != NULL) {
            printf("%s\n  is read as it stands\n", example[i].text);
            faults++;
        }
        whosaid_page_free(page);
        free(file.bytes);
    }
    assert_int_equal(faults, 0);
}

#define EXPECT(example) \
    expect((example), sizeof(example) / sizeof((example)[0]))

static void reads_mail(void **state)
{
    static const struct example examples[] = {
        {"> We go,/> she said.",                "We go,/she said."       },
        {"Ann wrote:/> We go,/> she said./No.",
         "Ann wrote://We go,/she said.//No."                             },
        {"> > We go,/> > she said./> When?",    "We go,/she said.//When?"},
        {">> We go,/>> she said./>/> When?",    "We go,/she said.//When?"},
        {">We go,/>she said.",                  "We go,/she said."       },
        {"> We go,\r/> she said.\r/",           "We go,\r/she said.\r/"  },
        {"  > We go,/  > she said.",            "We go,/she said."       },
        {"It is 5 > 4,/> one line of it.",      NULL                     },
        {">We go<, she said./>Now<, he said.",  NULL                     },
        {">> We go << she said.",               NULL                     },
        {"",                                    NULL                     },
        {">",                                   NULL                     },
    };

    (void)state;
    EXPECT(examples);
}

#define LINKED " [x](http:a.b)"

static void reads_markdown(void **state)
{
    static const struct example examples[] = {
        {"# One/# Two ##/And three.",                        "One//Two //And three."     },
        {"So **we** go **now**.",                            NULL                        },
        {"So **we** go./**Now**.",                           "So we go./Now."            },
        {"*We* _go_ ***now***." LINKED,                      "We go now. x"              },
        {"*We, **all**, go*." LINKED,                        "We, all, go. x"            },
        {"*We/go*." LINKED,                                  "We/go. x"                  },
        {"*We//go*." LINKED,                                 "*We//go*. x"               },
        {"a_b_c f**k s**t 2 * 3 * 4 a*" LINKED,
         "a_b_c f**k s**t 2 * 3 * 4 a* x"                                                },
        {"[Ann [Lee]](b.c) [so] (b.c) [no](he said)" LINKED,
         "[Ann [Lee]](b.c) [so] (b.c) [no](he said) x"                                   },
        {"[Ann](a_(b).c \"Title\") ![a](b.png)Lee" LINKED,   "Ann Lee x"                 },
        {"\\*We\\* `*go*`" LINKED,                           "*We* *go* x"               },
        {"So/- one/- two" LINKED "/* * *",                   "So//one//two x/* * *"      },
        {"One/===/Two/---/So" LINKED,                        "One//Two//So x"            },
        {"So/```/\"x\"/```/go" LINKED,                       "So//go x"                  },
        {"So/```/\"x\"" LINKED,                              "So/```/\"x\" [x](http:a.b)"},
        {"> So/go/> on" LINKED,                              "So//go//on x"              },
        {"# of a list",                                      NULL                        },
        {"We [Ann](sic) go",                                 NULL                        },
        {"***/*** **/*****",                                 NULL                        },
    };

    (void)state;
    EXPECT(examples);
}

#define TIMES "0:00:01,000 --> 0:00:02,000/"
#define LATER "0:00:09,000 --> 0:00:10,000/"

static void reads_captions(void **state)
{
    static const struct example examples[] = {
        {"1/" TIMES "We go//2/" TIMES "now.",                      "We go now."        },
        {"1/" TIMES "We go.//2/" LATER "Now.",                     "We go. //Now."     },
        {"1/" TIMES "ANN: We go.//2/" TIMES "BO: Now.",
         "ANN: We go. //BO: Now."                                                      },
        {"1/" TIMES "- We go.//2/" TIMES ">> Now.",                "- We go. //>> Now."},
        {"1/" TIMES "- ANN: We go.//2/" TIMES ">> <v Bo>Now.",
         "ANN: We go. //Bo: Now."                                                      },
        {"1/" TIMES "<b>We<b> {\\an8}go.",                         "We go."            },
        {"WEBVTT//NOTE so//00:01.000 --> 00:02.000/<v Ann>We go.",
         "Ann: We go."                                                                 },
        {"1/" TIMES "<i We go",                                    "<i We go"          },
        {"At 10:15 --> we go",                                     NULL                },
        {"10:15 --> 10:17",                                        NULL                },
    };

    (void)state;
    EXPECT(examples);
}

static void reads_books(void **state)
{
    static const struct example examples[] = {
        {"A b/*** START OF THE PROJECT GUTENBERG EBOOK A ***/We go."
         "/*** END OF THE PROJECT GUTENBERG EBOOK A ***/No.", "   /                                              /We go./"},
        {"é/*** START OF THIS PROJECT GUTENBERG EBOOK A ***/We go.",
         " /                                               /We go."                                                                },
        {"*** START OF A FIGHT ***/We go.",                            NULL                                                        },
        {"We go./*** END OF THE PROJECT GUTENBERG EBOOK A ***",        NULL                                                        },
    };

    (void)state;
    EXPECT(examples);
}

#define HEAD    "The Post/"
#define PAGE(n) "/- " #n " -/\f" HEAD

static void reads_pages(void **state)
{
    static const struct example examples[] = {
        {HEAD "/We go on the boat to the other side of the bay and so/"
              "does he. We go as we do, and so do all the others on it" PAGE(
                  1) "of the bay that we know./Yes.",
         "We go on the boat to the other side of the bay and so does he. We go "
         "as we do, and so do all the others on it of the bay that we "
         "know.//Yes."                                                                                                         },
        {"We saw the minis-/ter and the well-/known Anglo-/Saxon at 2024-/25."
         "/\f",                                       "We saw the minister and the well-known Anglo-Saxon at 2024-25."},
        {"One line of it.//And one more./\f",                  "One line of it.//And one more."                                },
        {"\f/\f",                                              ""                                                              },
        {"\f/12/\f/13/",                                       ""                                                              },
    };

    (void)state;
    EXPECT(examples);
}

static void mends_parted_words(void **state)
{
    static const struct example examples[] = {
        {"This morning we saw the minis-/ter and his dog./So.",
         "This morning we saw the minister/and his dog./So."        },
        {"This morning we saw the well-/known man./So.",
         "This morning we saw the well-known/man./So."              },
        {"This morning we saw the minis\xC2\xAD/ter./So.",
         "This morning we saw the minister./So."                    },
        {"This morning we saw the minister -/he came./So.",     NULL},
        {"- a/- b",                                             NULL},
    };

    (void)state;
    EXPECT(examples);
}

static void drops_lines_under_pictures(void **state)
{
    static const struct example examples[] = {
        {"He came.//Ann Lee at the quay. (Bo Ray|Coast Press)//He went.",
         "He came.//                                         //He went."      },
        {"He came.//Ann Lee on Monday. Photo: Bo Ray|Coast Press/",
         "He came.//                                            /"            },
        {"He came.//Ann Lee on Monday (Image: Bo Ray).//He went.",
         "He came.//                                  //He went."             },
        {"He came.//Ann Lee said so. Answer: yes.//He went.",             NULL},
        {"He came.//Lee: Bo Ray//He went.",                               NULL},
        {"He came./Ann Lee at the quay. (Bo Ray|Coast Press)/So it is.",
         "He came./Ann Lee at the quay. (Bo Ray|Coast Press)/So it is."       },
        {"He came.//“We go.” (Bo Ray|Coast Press)//He went.",         NULL},
        {"He came.//It rose by half (and|or fell).//He went.",            NULL},
    };

    (void)state;
    EXPECT(examples);
}

static void leads_back(void **state)
{
    static const char text[] = "> A\n> b *c*\n\n[d](http:e.f)";
    whosaid_page *page = NULL;
    size_t len = 0;

    (void)state;
    assert_int_equal(whosaid_plain_read(text, sizeof text - 1, NULL, &page),
                     WHOSAID_OK);
    assert_string_equal(whosaid_page_text(page, &len), "A\nb c\n\nd");
    whosaid_span all = whosaid_page_source(page, (whosaid_span){0, 5});
    assert_int_equal(all.begin, 2);
    assert_int_equal(all.end, 10); /* with the c, without its star */
    whosaid_span link = whosaid_page_source(page, (whosaid_span){7, 8});
    assert_int_equal(link.begin, 14);
    assert_int_equal(link.end, 15);
    assert_string_equal(whosaid_page_field_at(page, WHOSAID_PAGE_TITLE, &len),
                        "");
    whosaid_page_free(page);
}

static void refuses_wrong_arguments(void **state)
{
    whosaid_page *page = NULL;

    (void)state;
    assert_int_equal(whosaid_plain_read("a", 1, NULL, NULL),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_plain_read(NULL, 1, NULL, &page),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(
        whosaid_plain_read("a", WHOSAID_MAX_INPUT + 1, NULL, &page),
        WHOSAID_ERR_TOO_LONG);
    assert_int_equal(whosaid_plain_read(NULL, 0, NULL, &page), WHOSAID_OK);
    assert_null(page);
}

static void survives_refusals(void **state)
{
    static const char text[] = "> A\n> b *c*\n\n[d](http:e.f)\n# e\n\f";
    whosaid_status status = WHOSAID_ERR_NOMEM;

    (void)state;
    for (size_t at = 1; status != WHOSAID_OK; at++) {
        struct failing failing = {0, at, 0};
        whosaid_allocator source = failing_source(&failing);
        whosaid_page *page = NULL;

        status = whosaid_plain_read(text, sizeof text - 1, &source, &page);
        assert_true(status == WHOSAID_OK || status == WHOSAID_ERR_NOMEM);
        assert_true((status == WHOSAID_OK) == (page != NULL));
        whosaid_page_free(page);
        assert_int_equal(failing.live, 0);
    }
}

/* Signs that never pair: work stays linear. */
static void reads_many_signs(void **state)
{
    static const char *const signs[] = {"*a ", "[", "[a](", "`",     "_a* ",
                                        "> ",  "<", "{\\",  "\f1\n", "a-\n"};

    (void)state;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        struct fixture_buffer text = {NULL, 0, 0};
        whosaid_page *page = NULL;

        fixture_puts(&text, i < 6 || i > 7
                                ? "[x](http:a.b)\n\fA minister of the crow-\n"
                                : "1\n0:00:01,000 --> 0:00:02,000\n");
        for (int n = 0; n < 200000; n++)
            fixture_puts(&text, signs[i]);
        assert_int_equal(whosaid_plain_read(text.bytes, text.len, NULL, &page),
                         WHOSAID_OK);
        assert_non_null(page);
        whosaid_page_free(page);
        free(text.bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_mail),
        cmocka_unit_test(reads_markdown),
        cmocka_unit_test(reads_captions),
        cmocka_unit_test(reads_books),
        cmocka_unit_test(reads_pages),
        cmocka_unit_test(mends_parted_words),
        cmocka_unit_test(drops_lines_under_pictures),
        cmocka_unit_test(leads_back),
        cmocka_unit_test(refuses_wrong_arguments),
        cmocka_unit_test(survives_refusals),
        cmocka_unit_test(reads_many_signs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
