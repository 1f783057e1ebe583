/*
 * test_page.c - pages of HTML as the text of their article, and the way back.
 *
 * "/" stands for the blank line between paragraphs.
 */
#include "fixture.h"
#include "map.h"
#include "support.h"

static whosaid_page *read_page(const char *html, size_t len)
{
    whosaid_page *page = NULL;

    assert_int_equal(whosaid_html_read(html, len, NULL, &page), WHOSAID_OK);
    assert_non_null(page);
    return page;
}

/* Its text, "\n\n" as "/". */
static struct fixture_buffer text_of(const whosaid_page *page)
{
    struct fixture_buffer out = {NULL, 0, 0};
    size_t len = 0;
    const char *text = whosaid_page_text(page, &len);

    fixture_put(&out, "", 0);
    for (size_t i = 0; i < len; i++) {
        bool parts = text[i] == '\n' && i + 1 < len && text[i + 1] == '\n';

        fixture_put(&out, parts ? "/" : text + i, 1);
        i += parts ? 1 : 0;
    }
    return out;
}

struct example {
    const char *html;
    const char *text;
};

static void expect(const struct example *example, size_t count)
{
    unsigned faults = 0;

    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(example[i].html);
        char *html = exact_copy(example[i].html, len);
        whosaid_page *page = read_page(html, len);
        struct fixture_buffer got = text_of(page);

        if (strcmp(got.bytes, example[i].text) != 0) {
            printf("%s\n  wanted %s\n  got    %s\n", example[i].html,
                   example[i].text, got.bytes);
            faults++;
        }
        check_map(page, len);
        free(got.bytes);
        whosaid_page_free(page);
        free(html);
    }
    assert_int_equal(faults, 0);
}

#define EXPECT(table) expect((table), sizeof(table) / sizeof *(table))

/* Enough words that weigh something, so that a page has an article. */
#define LONG "It had rained for a week, all day, and nobody went out."

static void folds_white_space(void **state)
{
    static const struct example of[] = {
        {"<p> a  b \n c </p>",                              "a b c"           },
        {"<p>a <b> b</b></p>",                              "a b"             },
        {"<p>a<b>b</b>c",                                   "abc"             },
        {"<p>a&nbsp;b&nbsp;&nbsp;c\u00A0d",                 "a b c d"         },
        {"<p>a &nbsp; b",                                   "a b"             },
        {"<p>co&shy;op\u00ADer<wbr>ate\u200B",              "cooperate"       },
        {"<p>a&#8203;b&ZeroWidthSpace;c&NoBreak;d\uFEFF",   "abcd"            },
        {"<p>a\u2028b&#x2029;c",                            "a b c"           },
        {"<p>a&#10;b&Tab;c&NewLine;d",                      "a b c d"         },
        {"<p>\u2019\u201Ca\u201D\u2014b\u00AB\u00E9\uFF0C",
         "\u2019\u201Ca\u201D\u2014b\u00AB\u00E9\uFF0C"                       },
        {"<p>a\r\nb\rc",                                    "a b c"           },
        {"<p>&nbsp;</p><p>a</p><p> </p>",                   "a"               },
        {"<p>&#0;a&#x80;&am",                               "\uFFFDa\u20AC&am"},
    };

    (void)state;
    EXPECT(of);
}

static void parts_paragraphs(void **state)
{
    static const struct example of[] = {
        {"<p>a<p>b",                                "a/b"      },
        {"<p>a</p>b<p>c</p>",                       "a/b/c"    },
        {"<div>a<div>b</div>c</div>",               "a/b/c"    },
        {"a<br>b",                                  "a\nb"     },
        {"a<br>\n<br/>b",                           "a/b"      },
        {"a<br><br><br>b<br>",                      "a/b"      },
        {"<br>a<br></p>b",                          "a/b"      },
        {"a</br>b",                                 "a\nb"     },
        {"a<hr>b",                                  "a/b"      },
        {"<p>a <div>b</div> c</p>d",                "a/b/c/d"  },
        {"<ul><li>a<li>b<ul><li>c</ul>d</ul>e",     "a/b/c/d/e"},
        {"<dl><dt>a<dd>b<dt>c</dl>",                "a/b/c"    },
        {"<table><tr><td>a<td>b<tr><th>c</table>d", "a/b/c/d"  },
        {"<table><tr><td>a</div>b</table>",         "a/b"      },
        {"<pre>a b\nc\n\nd</pre>",                  "a b\nc/d" },
        {"<pre>a\r\nb</pre>",                       "a\nb"     },
        {"<h2>a</h2>b",                             "a/b"      },
        {"<p>a<span>b</p>c</span>d",                "ab/cd"    },
        {"<b><p>a</b>b</p>c",                       "ab/c"     },
        {"<p>a</i></b></x-y>b",                     "ab"       },
        {"<x-a>a<x-b>b</x-a>c",                     "abc"      },
        {"a</body>b</html>c",                       "abc"      },
        {"<p>a<select><option>b</select>c",         "ac"       },
        {"",                                        ""         },
        {"<p>",                                     ""         },
    };

    (void)state;
    EXPECT(of);
}

static void leaves_out_what_is_no_text(void **state)
{
    static const struct example of[] = {
        {"<title>a</title><p>b",                                      "b"  },
        {"<p>a<script>b</script>c",                                   "ac" },
        {"<p>a<script><!-- </p> --></script>c",                       "ac" },
        {"<style>a</style><p>b<!-- c --><?d?>",                       "b"  },
        {"<p>a<noscript><p>b</noscript>c",                            "ac" },
        {"<p>a<template><p>b</p></template>c",                        "ac" },
        {"<p>a<svg><title>b</title><p>c",                             "a/c"},
        {"<p>a<svg><desc>b</desc></svg>c",                            "ac" },
        {"<p>a<svg/>b",                                               "ab" },
        {"<p>a<svg><![CDATA[b]]></svg>c",                             "ac" },
        {"<p>a<math><mi>x</mi></math>b",                              "ab" },
        {"<p>a<![CDATA[b]]>c",                                        "ac" },
        {"<p>a<textarea>b</p></textarea>c",                           "ac" },
        {"<p>a<button><div>b</div></button>c",                        "ac" },
        {"<p>a<span hidden>b</span>c",                                "ac" },
        {"<p>a<span style='Display : none'>b</span>c",                "ac" },
        {"<p>a<span style='x:y;visibility:hidden'>b<b>c</b></span>d", "ad" },
        {"<p>a<span class='x sr-only'>b</span>c",                     "ac" },
        {"<p>a<span class='hidden-xs'>b</span>c",                     "abc"},
        {"<div hidden>a<div>b</div>c</div>d",                         "d"  },
        {"<body style='visibility:hidden'><p>a",                      "a"  },
        {"<p>a<iframe><p>b</iframe>c",                                "ac" },
        {"<p>a<ruby>b<rp>(<rt>c<rp>)</ruby>d",                        "abd"},
        {"<p>a<xmp><p>b</xmp>c",                                      "ac" },
    };

    (void)state;
    EXPECT(of);
}

static void gives_q_its_marks(void **state)
{
    static const struct example of[] = {
        {"<p><q>a</q> b",                 "\u201Ca\u201D b"              },
        {"<p>a <q> b </q> c",             "a \u201Cb\u201D c"            },
        {"<p><q>a <q>b</q> c</q>",        "\u201Ca \u2018b\u2019 c\u201D"},
        {"<p><q>a <q>b <q>c</q></q></q>",
         "\u201Ca \u2018b \u201Cc\u201D\u2019\u201D"                     },
        {"<p><q>\u201Ca\u201D</q>",       "\u201Ca\u201D"                },
        {"<p><q>\"a\"</q> <q>b</q>",      "\"a\" \u201Cb\u201D"          },
        {"<p><q></q>a<q> </q>b",          "a b"                          },
        {"<p>a</q>b",                     "ab"                           },
        {"<p><q>a</p><p>b</q>",           "\u201Ca/b"                    },
        {"<p><q><b>a</b></q>b",           "\u201Ca\u201Db"               },
    };

    (void)state;
    EXPECT(of);
}

static void understands_block_quotes(void **state)
{
    static const struct example of[] = {
        {LONG "<p>She wrote:<blockquote>a b</blockquote>",
         LONG "/She wrote:/\u201Ca b\u201D"                                                                                },
        {LONG "<blockquote>a b</blockquote>",                           LONG "/a b"                                        },
        {LONG "<blockquote>\u201Ca b\u201D</blockquote>",
         LONG "/\u201Ca b\u201D"                                                                                           },
        {LONG "<blockquote><p>a<p>b<cite>Ann Lee</cite></blockquote>c",
         LONG "/\u201Ca/\u201Cb\u201D/\u2014 Ann Lee/c"                                                                    },
        {LONG "<blockquote>a<footer>\u2014 Ann <cite>Lee</cite></footer>"
              "</blockquote>",                                 LONG "/\u201Ca\u201D/\u2014 Ann Lee"               },
        {LONG "<blockquote><p>a</p>&mdash; Ann (@ann)</blockquote>b",
         LONG "/\u201Ca\u201D/\u2014 Ann (@ann)/b"                                                                         },
        {LONG "<figure><blockquote>a</blockquote><figcaption>Ann Lee"
              "</figcaption></figure>b",                       LONG "/\u201Ca\u201D/\u2014 Ann Lee/b"             },
        {LONG "<figure><img><figcaption>c</figcaption></figure>b",      LONG "/b"                                          },
 /* a pull quote: the text has its words */
        {LONG "<blockquote>\u201CIt had rained\u201D</blockquote>b",    LONG "/b"                                          },
        {LONG "<blockquote>Had rained, all day, and nobody went out!"
              "</blockquote>b",                                LONG "/Had rained, all day, and nobody went out!/b"},
        {LONG "<blockquote>It had rained for a ... all day, and nobody went out"
              "<cite>Ann</cite></blockquote>b",                LONG "/b"                                          },
        {LONG "<div class='pull-quote'>nobody went OUT</div>b",         LONG "/b"                                          },
        {LONG "<div class=pull-left>nobody went OUT</div>b",
         LONG "/nobody went OUT/b"                                                                                         },
        {LONG "<blockquote><blockquote>a</blockquote>b</blockquote>c",
         LONG "/a/b/c"                                                                                                     },
    };

    (void)state;
    EXPECT(of);
}

static void finds_the_article(void **state)
{
    static const struct example of[] = {
        {"<nav>a</nav><p>" LONG "<aside>b</aside><footer>c</footer>",    LONG                             },
        {"<div class=related-links>a</div><p>" LONG,                     LONG                             },
        {"<div id=relatedLinks>a</div><p>" LONG,                         LONG                             },
        {"<div class='jp-relatedposts'>a</div><p>" LONG,                 LONG                             },
        {"<div class='commentary'><p>a</div><p>" LONG,                   "a/" LONG                        },
        {"<body class='nav menu'><p>" LONG,                              LONG                             },
        {"<form><p>" LONG "<p>" LONG "</form><p>a",                      LONG "/" LONG                    },
        {"<div class=comments><p>" LONG "<p>" LONG "</div>",             LONG "/" LONG                    },
        {"<ul><li><a href=x>a</a></ul><p>" LONG,                         LONG                             },
        {"<p>" LONG "<p><a href=x>All of it is a link.</a>",
         LONG "/All of it is a link."                                                                     },
        {"<p>x</p><article>" LONG LONG LONG "</article><p>y",            LONG LONG LONG                   },
        {"<p>x</p><div role=main>" LONG "</div><p>y",                    LONG                             },
        {"<p>x</p><div itemprop=articleBody>" LONG "</div><p>y",         LONG                             },
        {"<main><p>x</main>" LONG,                                       "x/" LONG                        },
        {"<h1>H</h1><article><p>" LONG LONG LONG "</article>",
         "H/" LONG LONG LONG                                                                              },
        {"<header><h1>H</h1><p>x</header><article><p>" LONG LONG LONG
         "</article>",                                          "H/" LONG LONG LONG              },
        {"<h1><a href=/>S</a></h1><article><h1>H</h1>" LONG LONG LONG
         "</article>",                                          "H/" LONG LONG LONG              },
        {"<article><h1>H</h1><p>" LONG LONG LONG "<h1>H</h1></article>",
         "H/" LONG LONG LONG                                                                              },
        {"<article>" LONG LONG LONG "</article><article>x</article>",
         LONG LONG LONG                                                                                   },
        {"<article>" LONG LONG LONG "</article><article>" LONG LONG LONG
         "</article>",                                          LONG LONG LONG "/" LONG LONG LONG},
    };

    (void)state;
    EXPECT(of);
}

static void falls_back_on_json(void **state)
{
    static const struct example of[] = {
        {"<script type='application/ld+json'>{\"articleBody\": "
         "\"\\u201cWe \\\"go\\\",\\u201d said Ann.\\n\\nSo \\ud83d\\ude00 it "
         "\\ud83d went \\/ on.\"}</script><p>Wait.",    "\u201CWe \"go\",\u201D said Ann./So \U0001F600 it  went / on."},
        {"<script type='application/ld+json'>{\"articleBody\": \"a\"}"
         "</script><p>" LONG,
         LONG                                                                                                                   },
        {"<script>{\"articleBody\": \"" LONG "\"}</script><p>a", "a"                                                            },
    };

    (void)state;
    EXPECT(of);
}

static void tells_what_the_page_tells(void **state)
{
    static const struct {
        const char *html;
        whosaid_page_field field;
        const char *words;
    } of[] = {
        {"<title> A &amp; B\n C </title>",                       WHOSAID_PAGE_TITLE,    "A & B C"             },
        {"<title>A</title><meta property=og:title content='B'>",
         WHOSAID_PAGE_TITLE,                                                            "B"                   },
        {"<title>A</title><h1>C <b>D</b></h1>",                  WHOSAID_PAGE_TITLE,    "C D"                 },
        {"<svg><title>A</title></svg>",                          WHOSAID_PAGE_TITLE,    ""                    },
        {"<meta property=og:url content=a><link rel='x canonical' "
         "href='http://b/?c&amp;d&copy=e'>",            WHOSAID_PAGE_URL,      "http://b/?c&d&copy=e"},
        {"<link href=a>",                                        WHOSAID_PAGE_URL,      ""                    },
        {"<time datetime=1>x</time><meta name=date content=2><meta "
         "property=article:published_time content=3>",  WHOSAID_PAGE_DATE,     "3"                   },
        {"<script type=application/ld+json>{\"datePublished\" : "
         "\"2024\\u002d01\"}</script>",                 WHOSAID_PAGE_DATE,     "2024-01"             },
        {"<HTML LANG=en-GB lang=de>",                            WHOSAID_PAGE_LANGUAGE, "en-GB"               },
        {"<meta http-equiv=Content-Language content=fr>",        WHOSAID_PAGE_LANGUAGE,
         "fr"                                                                                                 },
        {"<p>a",                                                 WHOSAID_PAGE_LANGUAGE, ""                    },
    };

    (void)state;
    for (size_t i = 0; i < sizeof of / sizeof of[0]; i++) {
        size_t len = 0;
        whosaid_page *page = read_page(of[i].html, strlen(of[i].html));
        const char *words = whosaid_page_field_at(page, of[i].field, &len);

        assert_string_equal(words, of[i].words);
        assert_int_equal(len, strlen(of[i].words));
        whosaid_page_free(page);
    }
}

/* The words of a text, and what of the page they stand for. */
static void expect_source(const char *html, const char *words,
                          const char *source)
{
    size_t len = 0;
    whosaid_page *page = read_page(html, strlen(html));
    const char *text = whosaid_page_text(page, &len);
    const char *found = strstr(text, words);

    assert_non_null(found);
    whosaid_span span = {(uint32_t)(found - text),
                         (uint32_t)(found - text + (ptrdiff_t)strlen(words))};
    whosaid_span got = whosaid_page_source(page, span);
    assert_int_equal(got.end - got.begin, strlen(source));
    assert_memory_equal(html + got.begin, source, strlen(source));
    whosaid_page_free(page);
}

static void leads_back_to_the_page(void **state)
{
    (void)state;
    expect_source("<p>a <b>bc</b> d", "bc", "bc");
    expect_source("<p>a <b>bc</b> d", "c d", "c</b> d");
    expect_source("<p>a &lt;bc&gt; d", "<bc>", "&lt;bc&gt;");
    expect_source("<p>a &lt;bc&gt; d", "bc", "bc");
    expect_source("<p>a\n   b", "a b", "a\n   b");
    expect_source("<p>a\n   b", " ", "\n   ");
    expect_source("<p>a&nbsp;b", "a b", "a&nbsp;b");
    expect_source("<p>co&shy;op", "coop", "co&shy;op");
    expect_source("<p>a<p>b", "\n\n", "<p>");
    expect_source("<p>a<br >b", "\n", "<br >");
    expect_source("<p>a <q x=y>b</q>", "\u201Cb\u201D", "<q x=y>b</q>");
    expect_source("<p>a <q>b</q>", "b", "b");
    expect_source("<p>&#8220;a&#8221;", "\u201Ca", "&#8220;a");
    expect_source(LONG "<p>x:<blockquote><p>a</blockquote>", "a\u201D", "a");
    expect_source("<script type='application/ld+json'>{\"articleBody\":"
                  "\"so \\u201cit\\u201d is\"}</script>",
                  "\u201Cit", "\\u201cit");
}

static void counts_in_the_page(void **state)
{
    static const char html[] =
        "<html>\n<p>It rained all day.\n\n<p>\"We\n<b>sail</b>,\" said Ann "
        "Lee.\r\n<p>\"Now,\"\rsaid <i>Bo</i> Ray. \"I \u201Cdo.\"";
    whosaid_options options = WHOSAID_OPTIONS_INIT;
    whosaid_doc *doc = NULL;
    whosaid_page *page = read_page(html, strlen(html));
    size_t len = 0;
    const char *text = whosaid_page_text(page, &len);

    (void)state;
    options.page = page;
    /* the text must be the page's */
    assert_int_equal(whosaid_analyze("a", 1, &options, &doc),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_analyze(text, len - 1, &options, &doc),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_analyze(text, len, &options, &doc), WHOSAID_OK);
    assert_true(whosaid_quote_count(doc) >= 2);
    assert_int_equal(whosaid_quote_at(doc, 0)->line, 4);
    assert_int_equal(whosaid_quote_at(doc, 0)->paragraph, 2);
    assert_int_equal(whosaid_quote_at(doc, 1)->line, 6);
    whosaid_report *report = NULL;
    assert_int_equal(whosaid_lint(doc, NULL, &report), WHOSAID_OK);
    assert_true(whosaid_finding_count(report) > 0);
    for (uint32_t i = 0; i < whosaid_finding_count(report); i++) {
        const whosaid_finding *finding = whosaid_finding_at(report, i);
        whosaid_span span = whosaid_page_source(page, finding->span);
        const char *line = html + span.begin;

        while (line > html && line[-1] != '\n' && line[-1] != '\r')
            line--;
        uint32_t column = 1;
        for (; line < html + span.begin; line++)
            column += ((unsigned char)*line & 0xC0) != 0x80;
        assert_int_equal(finding->column, column);
        assert_true(finding->line >= 4 && finding->line <= 7);
    }
    whosaid_report_free(report);
    whosaid_doc_free(doc);
    whosaid_page_free(page);
}

static void knows_a_page(void **state)
{
    static const char *const pages[] = {"<!doctype html>",
                                        "  \n<!DOCTYPE HTML PUBLIC \"x\">",
                                        "<html>",
                                        "\xEF\xBB\xBF<!-- a --><HTML lang=en>",
                                        "<?xml version=\"1.0\"?>\n<html>",
                                        "<p>a",
                                        "<div class=a>",
                                        "<h1>",
                                        "<head>",
                                        "<meta charset=x>"};
    static const char *const others[] = {"",
                                         " ",
                                         "a<p>b",
                                         "<",
                                         "<a",
                                         "< p>",
                                         "<<p>",
                                         "<?xml?><rss>",
                                         "<!doctype book>",
                                         "\"<p>\"",
                                         "<ANN LEE>: I go.",
                                         "<\0p>",
                                         "<q>"};

    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++)
        assert_true(whosaid_html_looks(pages[i], strlen(pages[i])));
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_false(whosaid_html_looks(others[i], strlen(others[i])));
    assert_false(whosaid_html_looks(NULL, 0));
}

static void finds_the_charset(void **state)
{
    static const struct example of[] = {
        {"<meta charset=utf-8>",                                       "utf-8"       },
        {"<META CHARSET=\"Windows-1252\">",                            "Windows-1252"},
        {"<meta http-equiv=a content='text/html; charset=koi8-r; x'>",
         "koi8-r"                                                                    },
        {"<meta name=a content=b><meta charset=x>",                    "x"           },
        {"<!-- <meta charset=x> --><p>",                               ""            },
        {"<meta content='charset='>",                                  ""            },
        {"<meta charset>",                                             ""            },
    };

    (void)state;
    for (size_t i = 0; i < sizeof of / sizeof of[0]; i++) {
        whosaid_span span =
            whosaid_html_charset(of[i].html, strlen(of[i].html));

        assert_int_equal(span.end - span.begin, strlen(of[i].text));
        assert_memory_equal(of[i].html + span.begin, of[i].text,
                            strlen(of[i].text));
    }
    assert_int_equal(whosaid_html_charset(NULL, 0).end, 0);
}

static void refuses_wrong_arguments(void **state)
{
    whosaid_page *page = NULL;
    size_t len = 1;

    (void)state;
    assert_int_equal(whosaid_html_read("a", 1, NULL, NULL),
                     WHOSAID_ERR_ARGUMENT);
    assert_int_equal(whosaid_html_read(NULL, 1, NULL, &page),
                     WHOSAID_ERR_ARGUMENT);
    assert_null(page);
    assert_int_equal(whosaid_html_read("a", WHOSAID_MAX_INPUT + 1, NULL, &page),
                     WHOSAID_ERR_TOO_LONG);
    assert_int_equal(whosaid_html_read(NULL, 0, NULL, &page), WHOSAID_OK);
    (void)whosaid_page_text(page, &len);
    assert_int_equal(len, 0);
    assert_int_equal(whosaid_page_source(page, (whosaid_span){0, 0}).end, 0);
    assert_int_equal(whosaid_page_source(page, (whosaid_span){0, 9}).end, 0);
    (void)whosaid_page_field_at(page, (whosaid_page_field)9, &len);
    assert_int_equal(len, 0);
    whosaid_page_free(page);
    whosaid_page_free(NULL);
    assert_string_equal(whosaid_page_text(NULL, &len), "");
    assert_string_equal(whosaid_page_field_at(NULL, WHOSAID_PAGE_URL, &len),
                        "");
}

/* Deeper than the stack of open elements: the text is all there. */
static void reads_deep_pages(void **state)
{
    struct fixture_buffer html = {NULL, 0, 0};

    (void)state;
    for (int i = 0; i < 3000; i++)
        fixture_puts(&html, i % 2 == 0 ? "<div>" : "<ul><li><b>");
    fixture_puts(&html, "<p>" LONG "</p>");
    for (int i = 0; i < 3000; i++)
        fixture_puts(&html, i % 2 == 0 ? "</div>" : "</b></ul>");
    fixture_puts(&html, "<p>" LONG "</p>");
    whosaid_page *page = read_page(html.bytes, html.len);
    struct fixture_buffer got = text_of(page);
    assert_string_equal(got.bytes, LONG "/" LONG);
    free(got.bytes);
    whosaid_page_free(page);
    free(html.bytes);
}

/* 20,000 attributes in one tag, the first of a name counts. */
static void reads_long_tags(void **state)
{
    struct fixture_buffer html = {NULL, 0, 0};

    (void)state;
    fixture_puts(&html, "<p>" LONG "<p class='sr-only'");
    for (int i = 0; i < 20000; i++)
        fixture_puts(&html, i % 2 == 0 ? " a='b'" : " class=x");
    fixture_puts(&html, ">c<p>d");
    whosaid_page *page = read_page(html.bytes, html.len);
    struct fixture_buffer got = text_of(page);
    assert_string_equal(got.bytes, LONG "/d");
    free(got.bytes);
    whosaid_page_free(page);
    free(html.bytes);
}

static void survives_refusals(void **state)
{
    static const char *const files[] = {"fixtures/html/wordpress.html",
                                        "fixtures/html/agency.html",
                                        "fixtures/html/tweets.html"};

    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        struct fixture_buffer html = fixture_read(files[i]);
        whosaid_status status = WHOSAID_ERR_NOMEM;

        for (size_t at = 1; status != WHOSAID_OK; at++) {
            struct failing failing = {0, at, 0};
            whosaid_allocator source = failing_source(&failing);
            whosaid_page *page = NULL;

            status = whosaid_html_read(html.bytes, html.len, &source, &page);
            assert_true(status == WHOSAID_OK || status == WHOSAID_ERR_NOMEM);
            assert_true((status == WHOSAID_OK) == (page != NULL));
            whosaid_page_free(page);
            assert_int_equal(failing.live, 0);
        }
        free(html.bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds_white_space),
        cmocka_unit_test(parts_paragraphs),
        cmocka_unit_test(leaves_out_what_is_no_text),
        cmocka_unit_test(gives_q_its_marks),
        cmocka_unit_test(understands_block_quotes),
        cmocka_unit_test(finds_the_article),
        cmocka_unit_test(falls_back_on_json),
        cmocka_unit_test(tells_what_the_page_tells),
        cmocka_unit_test(leads_back_to_the_page),
        cmocka_unit_test(counts_in_the_page),
        cmocka_unit_test(knows_a_page),
        cmocka_unit_test(finds_the_charset),
        cmocka_unit_test(refuses_wrong_arguments),
        cmocka_unit_test(reads_deep_pages),
        cmocka_unit_test(reads_long_tags),
        cmocka_unit_test(survives_refusals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
