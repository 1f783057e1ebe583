/* test_review.c - a page of HTML to review rows in. */
#include "article.h"
#include "rows/html.h"
#include "support.h"

/* A page as it is written. */
struct page {
    char *text; /* ends with NUL */
    size_t len;
    size_t cap;
    size_t most; /* bytes taken; 0: all */
};

static bool page_write(void *ctx, const char *bytes, size_t len)
{
    struct page *page = ctx;

    if (page->most != 0 && page->len + len > page->most)
        return false;
    if (page->len + len + 1 > page->cap) {
        page->cap = (page->len + len + 1) * 2;
        page->text = realloc(page->text, page->cap);
        assert_non_null(page->text);
    }
    memcpy(page->text + page->len, bytes, len);
    page->len += len;
    page->text[page->len] = '\0';
    return true;
}

/* A page that is being written. */
struct writing {
    struct page page;
    whosaid_writer *writer;
};

static void begin(struct writing *w, whosaid_row_options options)
{
    const whosaid_sink sink = {page_write, &w->page};

    memset(&w->page, 0, sizeof w->page);
    options.format = WHOSAID_FORMAT_REVIEW;
    assert_int_equal(whosaid_writer_new(&options, &sink, NULL, &w->writer),
                     WHOSAID_OK);
}

static void add(struct writing *w, const char *name, const whosaid_doc *doc)
{
    assert_int_equal(whosaid_writer_add(w->writer, name, strlen(name), doc),
                     WHOSAID_OK);
}

/* Analyse a text and add it. */
static void add_text(struct writing *w, const char *name, const char *text)
{
    whosaid_doc *doc = NULL;

    assert_int_equal(whosaid_analyze(text, strlen(text), NULL, &doc),
                     WHOSAID_OK);
    add(w, name, doc);
    whosaid_doc_free(doc);
}

static whosaid_counts finish(struct writing *w)
{
    assert_int_equal(whosaid_writer_close(w->writer), WHOSAID_OK);
    whosaid_counts counts = whosaid_writer_counts(w->writer);
    whosaid_writer_free(w->writer);
    return counts;
}

static whosaid_row_options plain(void)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;

    return options;
}

/* -- what a page must be -------------------------------------------------- */

static size_t count(const char *text, const char *words)
{
    size_t found = 0;

    while ((text = strstr(text, words)) != NULL) {
        found++;
        text += strlen(words);
    }
    return found;
}

#define NAME_LEN 12

/* End of the tag that begins at tag, which is <name a="v" b>. Fails where it
 * is no such tag. */
static const char *read_tag(const char *tag, char name[NAME_LEN])
{
    const char *at = tag + 1 + (tag[1] == '/');
    size_t len = strspn(at, "abcdefghijklmnopqrstuvwxyz0123456789");

    assert_in_range(len, 1, NAME_LEN - 1);
    memcpy(name, at, len);
    name[len] = '\0';
    at += len;
    while (*at == ' ') {
        at += 1 + strspn(at + 1, "abcdefghijklmnopqrstuvwxyz-");
        if (*at != '=')
            continue;
        assert_int_equal(at[1], '"');
        at = strchr(at + 2, '"');
        assert_non_null(at);
        at++;
    }
    assert_int_equal(*at, '>');
    return at + 1;
}

/* All tags are closed, in order, and nothing else has a < in it. */
static void expect_balanced(const char *page)
{
    static const char *const empty[] = {"meta", "input"};
    char open[64][NAME_LEN];
    char name[NAME_LEN];
    size_t depth = 0;

    assert_memory_equal(page, "<!DOCTYPE html>\n", 16);
    for (const char *at = page + 16; (at = strchr(at, '<')) != NULL;) {
        bool closes = at[1] == '/';

        at = read_tag(at, name);
        if (closes) {
            assert_true(depth > 0);
            assert_string_equal(open[--depth], name);
        } else if (strcmp(name, empty[0]) != 0 && strcmp(name, empty[1]) != 0) {
            assert_true(depth < 64);
            memcpy(open[depth++], name, NAME_LEN);
        }
        if (!closes &&
            (strcmp(name, "style") == 0 || strcmp(name, "script") == 0))
            at = strstr(at, "</s");
    }
    assert_int_equal(depth, 0);
}

/* No id comes twice. */
static void expect_ids_once(const char *page)
{
    char id[64];

    for (const char *at = page; (at = strstr(at, " id=\"")) != NULL; at++) {
        size_t len = strcspn(at + 5, "\"") + 6;

        assert_true(len < sizeof id);
        memcpy(id, at, len);
        id[len] = '\0';
        assert_int_equal(count(page, id), 1);
    }
}

/* The only elements, and the only attributes, that a document's text brings
 * into a page. */
static void expect_tame(const char *page)
{
    assert_int_equal(count(page, "<script"), 1);
    assert_int_equal(count(page, "<style"), 1);
    assert_int_equal(count(page, "<img"), 0);
    assert_int_equal(count(page, "<svg"), 0);
    assert_int_equal(count(page, "<iframe"), 0);
    assert_int_equal(count(page, " onerror=\""), 0);
    assert_int_equal(count(page, "javascript:"), 0);
}

/* What the i-th document's text is without its tags. The caller frees it. */
static char *text_of(const char *page, size_t i)
{
    static const char opening[] = "<div class=\"text\" lang=\"und\">";
    static const struct {
        const char *name;
        char byte;
    } reference[] = {
        {"&amp;",  '&' },
        {"&lt;",   '<' },
        {"&gt;",   '>' },
        {"&quot;", '"' },
        {"&#39;",  '\''}
    };
    const char *at = page;

    for (size_t n = 0; n <= i; n++) {
        at = strstr(at, opening);
        assert_non_null(at);
        at += sizeof opening - 1;
    }
    const char *end = strstr(at, "</div>");
    char *text = malloc((size_t)(end - at) + 1);
    size_t len = 0;

    assert_non_null(text);
    while (at < end) {
        if (*at == '<') {
            at = strchr(at, '>') + 1;
            continue;
        }
        size_t known = 0;
        for (size_t r = 0; *at == '&' && r < 5; r++) {
            if (strncmp(at, reference[r].name, strlen(reference[r].name)) ==
                0) {
                known = strlen(reference[r].name);
                text[len++] = reference[r].byte;
            }
        }
        assert_true(*at != '&' || known != 0);
        if (known == 0)
            text[len++] = *at;
        at += known != 0 ? known : 1;
    }
    text[len] = '\0';
    return text;
}

static void expect_text(const char *page, size_t i, const char *want)
{
    char *text = text_of(page, i);

    assert_string_equal(text, want);
    free(text);
}

static void expect_sound(const struct writing *w)
{
    expect_balanced(w->page.text);
    expect_ids_once(w->page.text);
    expect_tame(w->page.text);
}

/* -- structure ------------------------------------------------------------ */

static void shows_the_whole_text_with_each_quotation_once(void **state)
{
    static const char text[] =
        "A headline without a stop\n\n“No, no,” said Ann Lee.\n\n“Well,” she "
        "said, “perhaps.”\n\n\nAnd that was it.\n";
    struct writing w;

    (void)state;
    begin(&w, plain());
    add_text(&w, "a.txt", text);
    whosaid_counts counts = finish(&w);
    assert_int_equal(counts.rows, 2);
    expect_sound(&w);
    expect_text(w.page.text, 0, text);
    assert_int_equal(count(w.page.text, " id=\"q"), 2);
    assert_int_equal(count(w.page.text, "<mark "), 3);
    assert_int_equal(count(w.page.text, "<tr id=\"row-q"), 2);
    assert_int_equal(count(w.page.text, "<p class=\"headline\">A head"), 1);
    assert_int_equal(count(w.page.text, "<p>"), 3);
    free(w.page.text);
}

static void nests_what_stands_inside(void **state)
{
    struct writing w;
    struct article a;

    (void)state;
    article_init(&a, "“He said ‘no’ and ‘yes’ to me,” Ann said.");
    article_quote(&a, "Ann", "He said ‘no’ and ‘yes’ to me,");
    article_quote(&a, "", "no")->parent = 0;
    article_quote(&a, "", "yes")->parent = 0;
    begin(&w, plain());
    add(&w, "a", &a.doc);
    article_free(&a);
    (void)finish(&w);
    expect_sound(&w);
    expect_text(w.page.text, 0, "“He said ‘no’ and ‘yes’ to me,” Ann said.");
    assert_int_equal(count(w.page.text, "</a>no</mark>’ and ‘<mark"), 1);
    assert_int_equal(count(w.page.text, "</a>yes</mark>’ to me,</mark>”"), 1);
    assert_int_equal(count(w.page.text, ">stands inside another</a>"), 2);
    free(w.page.text);
}

/* No stage gives such spans; a page is sound all the same. */
static void closes_every_tag_whatever_the_spans(void **state)
{
    struct writing w;
    struct article a;

    (void)state;
    article_init(&a, "one two three four\n\nfive six\n\n");
    article_quote(&a, "", "one two three");
    article_quote(&a, "", "two three four");
    article_quote(&a, "", "four\n\nfive");
    article_part(&a, "six");
    article_part(&a, "\n\n");
    begin(&w, plain());
    add(&w, "a", &a.doc);
    article_free(&a);
    (void)finish(&w);
    expect_sound(&w);
    expect_text(w.page.text, 0, "one two three four\n\nfive six\n\n");
    assert_int_equal(count(w.page.text, "<mark "), 4);
    free(w.page.text);
}

static void is_a_page_without_any_text(void **state)
{
    struct writing w;

    (void)state;
    begin(&w, plain());
    (void)finish(&w);
    expect_sound(&w);
    assert_int_equal(count(w.page.text, "0 quotations in 0 documents."), 1);
    free(w.page.text);
    begin(&w, plain());
    add_text(&w, "empty", "");
    add_text(&w, "white", " \n\t\n");
    (void)finish(&w);
    expect_sound(&w);
    expect_text(w.page.text, 1, " \n\t\n");
    assert_int_equal(count(w.page.text, "No quotation was found."), 2);
    free(w.page.text);
}

static void tells_of_a_document_that_could_not_be_read(void **state)
{
    struct writing w;

    (void)state;
    begin(&w, plain());
    assert_int_equal(
        whosaid_writer_failed(w.writer, "<b>", 3, "cannot open: <i>"),
        WHOSAID_OK);
    (void)finish(&w);
    expect_sound(&w);
    assert_int_equal(count(w.page.text, "<h2>&lt;b&gt;</h2>\n<p>This document "
                                        "could not be read: cannot open: "
                                        "&lt;i&gt;</p>"),
                     1);
    assert_int_equal(count(w.page.text, "Not read: 1 document."), 1);
    free(w.page.text);
}

static void gives_no_id_twice(void **state)
{
    struct writing w;

    (void)state;
    begin(&w, plain());
    add_text(&w, "a.txt", "“No, no,” said Ann Lee.");
    add_text(&w, "./a.txt", "“No, no,” said Ann Lee.");
    add_text(&w, "b.txt", "“No, no,” said Ann Lee.");
    add_text(&w, "a.txt", "“No, no,” said Ann Lee.");
    (void)finish(&w);
    expect_sound(&w);
    assert_int_equal(count(w.page.text, " id=\"q"), 4);
    assert_int_equal(count(w.page.text, ">the same words before</a>"), 3);
    assert_int_equal(count(w.page.text, "4 rows in 4 documents"), 1);
    free(w.page.text);
}

static void tells_speakers_apart(void **state)
{
    char text[8192] = "";
    char look[40];
    struct writing w;

    (void)state;
    for (int i = 0; i < 26; i++) {
        size_t len = strlen(text);
        (void)snprintf(text + len, sizeof text - len,
                       "“We have waited for %d years,” said Ann %cobson.\n\n",
                       i + 10, 'A' + i);
    }
    begin(&w, plain());
    add_text(&w, "a", "“We have waited,” said Maria Lopez.");
    add_text(&w, "b", text);
    (void)finish(&w);
    expect_sound(&w);
    for (int i = 0; i < 24; i++) {
        (void)snprintf(look, sizeof look, "<mark class=\"s%d\"", i);
        assert_in_range(count(w.page.text, look), 1, 2 + (i == 0));
    }
    assert_int_equal(count(w.page.text, "<li data-who"), 27);
    free(w.page.text);
}

/* -- options -------------------------------------------------------------- */

static void holds_to_the_options_of_rows(void **state)
{
    static const char people[] = "name,aliases,id\nAnn \"<B>\" Lee,Ann,=<7>\n";
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    struct writing w;
    struct article a;
    whosaid_people *known = NULL;

    (void)state;
    assert_int_equal(
        whosaid_people_read(people, strlen(people), NULL, &known, NULL),
        WHOSAID_OK);
    article_init(&a, "“No, no,” Ann said. “No no!” Ann said of “Jaws”. “Yes,” "
                     "Bob said.");
    article_quote(&a, "Ann", "No, no,");
    article_quote(&a, "Ann", "No no!");
    article_quote(&a, "", "Jaws")->kind = WHOSAID_KIND_TITLE;
    article_quote(&a, "Bob", "Yes,")->confidence = 6000;
    options.people = known;
    options.min_confidence = 8000;
    begin(&w, options);
    add(&w, "a", &a.doc);
    whosaid_counts counts = finish(&w);
    expect_sound(&w);
    assert_int_equal(counts.rows, 3);
    assert_int_equal(counts.attributed, 2);
    assert_int_equal(
        count(w.page.text, "data-label=\"Ann &quot;&lt;B&gt;&quot; Lee\""), 2);
    assert_int_equal(count(w.page.text, "<i>id</i> =&lt;7&gt;</div>"), 2);
    assert_int_equal(count(w.page.text, "data-label=\"nobody named\""), 1);
    assert_int_equal(count(w.page.text, "3 quotations in 1 document, 1 without "
                                        "a speaker."),
                     1);
    assert_int_equal(count(w.page.text, "data-who=\"0\" data-sure=\"90\""), 2);
    assert_int_equal(count(w.page.text, "<td>low 0.60 <span class=\"bar b12\">"
                                        "</span></td>"),
                     1);
    free(w.page.text);

    options = plain();
    options.all = true;
    options.unique = true;
    begin(&w, options);
    add(&w, "a", &a.doc);
    counts = finish(&w);
    expect_sound(&w);
    assert_int_equal(counts.rows, 3);
    assert_int_equal(count(w.page.text, "<mark class=\"other\""), 1);
    assert_int_equal(count(w.page.text, "data-label=\"title\""), 1);
    assert_int_equal(count(w.page.text, "Beside them 1 row of"), 1);
    free(w.page.text);
    article_free(&a);
    whosaid_people_free(known);
}

/* -- hostile text --------------------------------------------------------- */

static void takes_nothing_for_markup(void **state)
{
    static const char text[] =
        "</script><script>alert(1)</script><img src=x onerror=\"alert(1)\">\n\n"
        "“</mark><b id='x' onclick=y>&amp;,” said Ann \"<svg>\" Lee.\n\n"
        "<!-- ]]> &lt; \xE2\x80\x9C' --> “<iframe>,” said ann.";
    struct writing w;

    (void)state;
    begin(&w, plain());
    add_text(&w, "\"><script>'&</h2>", text);
    (void)finish(&w);
    expect_sound(&w);
    expect_text(w.page.text, 0, text);
    assert_int_equal(
        count(w.page.text, "<h2>&quot;&gt;&lt;script&gt;&#39;&amp;"), 1);
    free(w.page.text);
}

static void replaces_what_no_reader_takes(void **state)
{
    static const char text[] = "\xEF\xBB\xBFHe\x01llo\xC2\x80 \xFF\xC0w \x7F "
                               "“\xEF\xBF\xBFno,\xE2\x80” said Ann.\xC2\xA0\n"
                               "\n\xC2\xA0\nOne\r\ntwo\rthree\xC2\x85"
                               "four\f.\r\n";
    struct writing w;
    whosaid_doc *doc = NULL;

    (void)state;
    assert_int_equal(whosaid_analyze(text, sizeof text, NULL, &doc),
                     WHOSAID_OK); /* and the NUL */
    begin(&w, plain());
    add(&w, "a\xFF", doc);
    whosaid_doc_free(doc);
    whosaid_counts counts = finish(&w);
    expect_sound(&w);
    assert_true(whosaid_utf8_check(w.page.text, w.page.len, &(size_t){0},
                                   &(size_t){0}));
    assert_int_equal(counts.replaced, 1 + 2 + 2 + 1 + 3 + 2 + 1);
    assert_int_equal(strlen(w.page.text), w.page.len);
    expect_text(w.page.text, 0,
                "\xEF\xBB\xBFHe\uFFFDllo\uFFFD \uFFFD\uFFFDw \uFFFD "
                "“\uFFFDno,\uFFFD\uFFFD” said Ann.\xC2\xA0\n\n\xC2\xA0\nOne\n"
                "two\nthree\nfour\f.\n\uFFFD");
    free(w.page.text);
}

static void lets_no_mark_of_direction_reach_out(void **state)
{
    struct writing w;

    (void)state;
    begin(&w, plain());
    add_text(&w, "a\u202Eb",
             "“No\u202E, \u2066no,” said Ann \u202ELee\u2069.\n");
    (void)finish(&w);
    expect_sound(&w);
    expect_text(w.page.text, 0,
                "“No\u202E, \u2066no,” said Ann \u202ELee\u2069.\n");
    assert_int_equal(
        count(w.page.text,
              "<h2>a<bdi class=\"turn\" data-name=\"U+202E\">\u202E</bdi>b"),
        1);
    assert_true(count(w.page.text, "\u202E") >= 3);
    assert_int_equal(count(w.page.text, "\u202E"),
                     count(w.page.text, "\">\u202E</bdi>"));
    assert_int_equal(count(w.page.text, "\u2069"),
                     count(w.page.text, "\"U+2069\">\u2069</bdi>"));
    free(w.page.text);
}

/* Words in the page's text, from its UTF-16 units. */
static void expect_place(const char *page, const char *name, const char *want)
{
    char *text = text_of(page, 0);
    const char *at = strstr(strstr(page, "data-at=\""), name);
    unsigned place[2];
    size_t byte[2] = {0, 0};

    assert_non_null(at);
    assert_int_equal(sscanf(at + strlen(name), " %u %u", &place[0], &place[1]),
                     2);
    for (size_t i = 0; i < 2; i++) {
        for (unsigned units = 0; units < place[i]; byte[i]++) {
            unsigned char b = (unsigned char)text[byte[i]];
            units += b >= 0xF0 ? 2 : (b & 0xC0) != 0x80 ? 1 : 0;
        }
        while (((unsigned char)text[byte[i]] & 0xC0) == 0x80)
            byte[i]++;
    }
    text[byte[1]] = '\0';
    assert_string_equal(text + byte[0], want);
    free(text);
}

static void tells_the_script_where_things_stand(void **state)
{
    struct writing w;

    (void)state;
    begin(&w, plain());
    add_text(&w, "a",
             "\xEF\xBB\xBF\r\nSo \U0001F600 \xFF & <it>\r\nwas\r\n\r\n"
             "“Nö, \U0001F600 no,” said Änn Lee.\r\n");
    (void)finish(&w);
    expect_place(w.page.text, "mention", "Änn Lee");
    expect_place(w.page.text, "cue", "said");
    expect_place(w.page.text, "evidence", "said Änn Lee");
    free(w.page.text);
}

/* -- links ---------------------------------------------------------------- */

static void links_to_words_in_a_web_page(void **state)
{
    static const struct {
        const char *page;
        const char *first;
        const char *last; /* or NULL */
        const char *want;
    } some[] = {
        {"http://a.b/c",             "Yes.",                    NULL,                     "http://a.b/c#:~:text=Yes."},
        {"HTTPS://a.b/?c=d&e='\"<>", " one-\r\n two,\tß & ",   NULL,
         "HTTPS://a.b/?c=d&amp;e=%27%22%3C%3E#:~:text="
         "one%2D%20two%2C%20%C3%9F%20%26"                                                                            },
        {"http://a.b/#c",            "Yes",                     NULL,                     "http://a.b/#c:~:text=Yes" },
        {"http://a.b/#:~:text=x",    "Yes",                     NULL,                     "http://a.b/#:~:text=Yes"  },
        {"http://a b/\xC3\xA4\x01",  "\xFF",                    NULL,
         "http://a%20b/%C3%A4%01#:~:text=%FF"                                                                        },
        {"http://a.b/",              "Our door stays open,",    "and so does our offer.",
         "http://a.b/#:~:text=Our%20door%20stays%20open%2C,"
         "and%20so%20does%20our%20offer."                                                                            },
        {"http://a.b/",
         "There will be three more hearings, and every question will be "
         "answered in writing within a month, or else in two.", NULL,
         "http://a.b/#:~:text=There%20will%20be%20three%20more,"
         "month%2C%20or%20else%20in%20two."                                                                          },
        {"http://a.b/",
         "港で待っている人々は、長いあいだ何も知らされていないと話し、"
         "昨日の朝から一隻も出ていない船を指さしながら、説明を求めた。"
         "そして明日も出ない。",                      NULL,
         "http://a.b/#:~:text="
         "%E6%B8%AF%E3%81%A7%E5%BE%85%E3%81%A3%E3%81%A6%E3%81%84%E3%82%8B%E4"
         "%BA%BA%E3%80%85%E3%81%AF%E3%80%81%E9%95%B7%E3%81%84%E3%81%82%E3%81"
         "%84%E3%81%A0%E4%BD%95%E3%82%82%E7%9F%A5%E3%82%89%E3%81%95%E3%82%8C"
         "%E3%81%A6%E3%81%84%E3%81%AA%E3%81%84%E3%81%A8%E8%A9%B1%E3%81%97%E3"
         "%80%81"
         ","
         "%E8%AA%AC%E6%98%8E%E3%82%92%E6%B1%82%E3%82%81%E3%81%9F%E3%80%82"
         "%E3%81%9D%E3%81%97%E3%81%A6%E6%98%8E%E6%97%A5%E3%82%82%E5%87%BA"
         "%E3%81%AA%E3%81%84%E3%80%82"                                                                               },
    };

    (void)state;
    for (size_t i = 0; i < sizeof some / sizeof some[0]; i++) {
        struct page page = {NULL, 0, 0, 0};
        const whosaid_sink sink = {page_write, &page};
        ws_out *out = malloc(sizeof *out);
        ws_cell where = {some[i].page, strlen(some[i].page)};
        ws_cell words[2] = {
            {some[i].first, strlen(some[i].first)},
            {"",            0                    }
        };

        assert_non_null(out);
        ws_out_init(out, &sink);
        if (some[i].last != NULL)
            words[1] = (ws_cell){some[i].last, strlen(some[i].last)};
        assert_true(ws_html_is_address(where.text, where.len));
        ws_html_fragment(out, where, words, some[i].last != NULL ? 2 : 1, NULL);
        assert_int_equal(ws_out_flush(out), WHOSAID_OK);
        assert_string_equal(page.text, some[i].want);
        free(page.text);
        free(out);
    }
}

static void links_to_nothing_else(void **state)
{
    static const char *const some[] = {
        "",        "http",    "http://", "https://", "ftp://a",
        "http:/a", "httpss:", "-",       "a.txt",    "javascript:alert(1)",
        "httq://a"};
    struct writing w;

    (void)state;
    begin(&w, plain());
    for (size_t i = 0; i < sizeof some / sizeof some[0]; i++) {
        assert_false(ws_html_is_address(some[i], strlen(some[i])));
        add_text(&w, some[i], "“No,” said Ann.");
    }
    add_text(&w, "hTTps://a.b/\"><script>", "“No,” said Ann.");
    (void)finish(&w);
    expect_balanced(w.page.text);
    assert_int_equal(count(w.page.text, "target=\"_blank\""), 2);
    assert_int_equal(
        count(w.page.text,
              "href=\"hTTps://a.b/%22%3E%3Cscript%3E#:~:text=No%2C\""),
        1);
    free(w.page.text);
}

/* Words that stand before too are told by what is around them. */
static void links_with_what_is_around_words_met_before(void **state)
{
    struct writing w;

    (void)state;
    begin(&w, plain());
    add_text(&w, "http://a.b",
             "Nobody told us, they wrote.\n\n"
             "“Nobody told us,” said Ann Lee, a teacher here.\n\n"
             "She said again: “Nobody told us,” and left.\n\n"
             "“It rained,” said Bo Hill.\n");
    (void)finish(&w);
    assert_int_equal(count(w.page.text,
                           "#:~:text=Nobody%20told%20us%2C,-%E2%80%9D%20said%20"
                           "Ann%20Lee%2C%20a\""),
                     1);
    assert_int_equal(count(w.page.text,
                           "#:~:text=She%20said%20again%3A%20%E2%80%9C-,Nobody%"
                           "20told%20us%2C,-%E2%80%9D%20and%20left.\""),
                     1);
    assert_int_equal(count(w.page.text, "#:~:text=It%20rained%2C\""), 1);
    free(w.page.text);
}

/* -- refusals ------------------------------------------------------------- */

static const char longer[] = "“No, no,” said Ann Lee.\n\n“Yes,” said Bob Hall. "
                             "“He said ‘maybe’ to me.”\r\n";

static whosaid_status write_all(const whosaid_sink *sink,
                                const whosaid_allocator *source,
                                const whosaid_doc *doc)
{
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_writer *writer = NULL;

    options.format = WHOSAID_FORMAT_REVIEW;
    whosaid_status status = whosaid_writer_new(&options, sink, source, &writer);
    for (char name = 'a'; status == WHOSAID_OK && name < 'd'; name++)
        status = whosaid_writer_add(writer, &name, 1, doc);
    if (status == WHOSAID_OK)
        status = whosaid_writer_failed(writer, "e", 1, "gone");
    if (status == WHOSAID_OK)
        status = whosaid_writer_close(writer);
    whosaid_writer_free(writer);
    return status;
}

static void tells_of_every_refusal_of_the_sink(void **state)
{
    struct page whole = {NULL, 0, 0, 0};
    whosaid_sink sink = {page_write, &whole};
    whosaid_doc *doc = NULL;

    (void)state;
    assert_int_equal(whosaid_analyze(longer, strlen(longer), NULL, &doc),
                     WHOSAID_OK);
    assert_int_equal(write_all(&sink, NULL, doc), WHOSAID_OK);
    for (size_t most = 1; most < whole.len; most += 499) {
        struct page page = {NULL, 0, 0, most};

        sink.ctx = &page;
        assert_int_equal(write_all(&sink, NULL, doc), WHOSAID_ERR_WRITE);
        free(page.text);
    }
    free(whole.text);
    whosaid_doc_free(doc);
}

static void survives_every_refusal_of_memory(void **state)
{
    whosaid_doc *doc = NULL;
    size_t fail_at = 0;
    whosaid_status status = WHOSAID_OK;

    (void)state;
    assert_int_equal(whosaid_analyze(longer, strlen(longer), NULL, &doc),
                     WHOSAID_OK);
    do {
        struct page page = {NULL, 0, 0, 0};
        const whosaid_sink sink = {page_write, &page};
        struct failing f = {0, ++fail_at, 0};
        const whosaid_allocator source = {failing_alloc, failing_free, &f};

        status = write_all(&sink, &source, doc);
        if (status != WHOSAID_OK)
            assert_int_equal(status, WHOSAID_ERR_NOMEM);
        assert_int_equal(f.live, 0);
        free(page.text);
    } while (status != WHOSAID_OK);
    assert_true(fail_at > 3);
    whosaid_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_the_whole_text_with_each_quotation_once),
        cmocka_unit_test(nests_what_stands_inside),
        cmocka_unit_test(closes_every_tag_whatever_the_spans),
        cmocka_unit_test(is_a_page_without_any_text),
        cmocka_unit_test(tells_of_a_document_that_could_not_be_read),
        cmocka_unit_test(gives_no_id_twice),
        cmocka_unit_test(tells_speakers_apart),
        cmocka_unit_test(holds_to_the_options_of_rows),
        cmocka_unit_test(takes_nothing_for_markup),
        cmocka_unit_test(replaces_what_no_reader_takes),
        cmocka_unit_test(lets_no_mark_of_direction_reach_out),
        cmocka_unit_test(tells_the_script_where_things_stand),
        cmocka_unit_test(links_to_words_in_a_web_page),
        cmocka_unit_test(links_to_nothing_else),
        cmocka_unit_test(links_with_what_is_around_words_met_before),
        cmocka_unit_test(tells_of_every_refusal_of_the_sink),
        cmocka_unit_test(survives_every_refusal_of_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
