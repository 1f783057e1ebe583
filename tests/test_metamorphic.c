/*
 * test_metamorphic.c - changes to a document that must not change who said
 * what: lines put before it, other line ends, other marks, another name,
 * another article behind it.
 *
 * Each test runs over the articles of fixtures/ and compares the list of
 * "Speaker | words" before and after.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "fixture.h"

static const char *const article[] = {
    "fixtures/articles/harbour.txt",   "fixtures/articles/library.txt",
    "fixtures/articles/turbine.txt",   "fixtures/articles/canal.txt",
    "fixtures/articles/bakery.txt",    "fixtures/articles/lamp.txt",
    "fixtures/articles/interview.txt", "fixtures/articles/reservoir.txt",
    "fixtures/golden/raid.txt",
};

enum { ARTICLES = sizeof article / sizeof *article };

/* Put one text in the place of another, wherever it stands. */
static struct fixture_buffer replace(struct fixture_buffer text,
                                     const char *old, const char *new)
{
    struct fixture_buffer out = {NULL, 0, 0};
    size_t len = strlen(old);

    fixture_puts(&out, "");
    for (size_t at = 0; at < text.len;) {
        bool here = text.len - at >= len && !memcmp(text.bytes + at, old, len);

        fixture_put(&out, here ? new : text.bytes + at, here ? strlen(new) : 1);
        at += here ? len : 1;
    }
    free(text.bytes);
    return out;
}

/* The rows of a text: "Speaker | words", one line a quotation. */
static struct fixture_buffer rows(const struct fixture_buffer *text)
{
    struct fixture_buffer out = {NULL, 0, 0};
    whosaid_doc *doc = fixture_analyze(text->bytes, text->len);

    fixture_puts(&out, "");
    for (uint32_t i = 0; i < whosaid_quote_count(doc); i++) {
        if (!fixture_is_speech(whosaid_quote_at(doc, i)))
            continue;
        /* who is chosen: a hair's breadth of confidence hides or shows him */
        fixture_put_quote(&out, text->bytes, whosaid_quote_at(doc, i),
                          WHOSAID_MIN_CONFIDENCE / 2);
        fixture_puts(&out, "\n");
    }
    whosaid_doc_free(doc);
    return out;
}

/* Compare rows; frees both. */
static unsigned differ(const char *what, struct fixture_buffer want,
                       struct fixture_buffer got)
{
    unsigned differs = strcmp(want.bytes, got.bytes) != 0;

    if (differs)
        printf("%s\n--- before\n%s--- after\n%s", what, want.bytes, got.bytes);
    free(want.bytes);
    free(got.bytes);
    return differs;
}

/* -- lines before --------------------------------------------------------- */

static bool span_moved(whosaid_span before, whosaid_span after, uint32_t by)
{
    if (before.begin == before.end)
        return after.begin == after.end;
    return after.begin == before.begin + by && after.end == before.end + by;
}

static bool quote_moved(const whosaid_quote *a, const whosaid_quote *b,
                        uint32_t by)
{
    bool same =
        a->parts == b->parts && a->kind == b->kind && a->source == b->source &&
        a->method == b->method && a->confidence == b->confidence &&
        a->paragraph == b->paragraph && a->line + by == b->line &&
        a->parent == b->parent && span_moved(a->speaker, b->speaker, by) &&
        span_moved(a->role, b->role, by) &&
        span_moved(a->affiliation, b->affiliation, by) &&
        span_moved(a->cue, b->cue, by) &&
        span_moved(a->mention, b->mention, by) &&
        span_moved(a->evidence, b->evidence, by);

    for (uint32_t i = 0; same && i < a->parts; i++)
        same = span_moved(a->part[i], b->part[i], by);
    return same;
}

static void moves_with_the_lines_before_it(void **state)
{
    unsigned faults = 0;

    (void)state;
    for (int i = 0; i < ARTICLES; i++) {
        struct fixture_buffer text = fixture_read(article[i]);
        struct fixture_buffer moved = {NULL, 0, 0};
        whosaid_doc *before = fixture_analyze(text.bytes, text.len);

        fixture_puts(&moved, "\n\n\n");
        fixture_put(&moved, text.bytes, text.len);
        whosaid_doc *after = fixture_analyze(moved.bytes, moved.len);

        assert_true(whosaid_quote_count(before) > 0);
        assert_int_equal(whosaid_quote_count(before),
                         whosaid_quote_count(after));
        for (uint32_t q = 0; q < whosaid_quote_count(before); q++) {
            if (quote_moved(whosaid_quote_at(before, q),
                            whosaid_quote_at(after, q), 3))
                continue;
            printf("%s: quotation %u did not move\n", article[i], q);
            faults++;
        }
        whosaid_doc_free(before);
        whosaid_doc_free(after);
        free(text.bytes);
        free(moved.bytes);
    }
    assert_true(faults == 0);
}

/* -- other line ends, other marks ----------------------------------------- */

static void does_not_mind_line_ends(void **state)
{
    static const char *const end[] = {"\r\n", "\r", "\xE2\x80\xA8"};
    unsigned faults = 0;

    (void)state;
    for (int i = 0; i < ARTICLES; i++) {
        for (int e = 0; e < 3; e++) {
            struct fixture_buffer text = fixture_read(article[i]);
            struct fixture_buffer want = rows(&text);

            text = replace(text, "\n", end[e]);
            struct fixture_buffer got = rows(&text);

            /* inside a row's words U+2028 is kept; CR is white space */
            got = replace(got, end[2], " ");
            faults += differ(article[i], want, got);
            free(text.bytes);
        }
    }
    assert_true(faults == 0);
}

static struct fixture_buffer straighten(struct fixture_buffer text)
{
    text = replace(text, "“", "\"");
    text = replace(text, "”", "\"");
    text = replace(text, "‘", "'");
    return replace(text, "’", "'");
}

static void does_not_mind_straight_marks(void **state)
{
    unsigned faults = 0;

    (void)state;
    for (int i = 0; i < ARTICLES; i++) {
        struct fixture_buffer text = fixture_read(article[i]);
        struct fixture_buffer want = straighten(rows(&text));

        text = straighten(text);
        faults += differ(article[i], want, rows(&text));
        free(text.bytes);
    }
    assert_true(faults == 0);
}

/* Double marks curl by what stands before them; apostrophes curl one way. */
static struct fixture_buffer curl(struct fixture_buffer text)
{
    struct fixture_buffer out = {NULL, 0, 0};

    fixture_puts(&out, "");
    for (size_t at = 0; at < text.len; at++) {
        char before = at > 0 ? text.bytes[at - 1] : ' ';
        bool opens = before == ' ' || before == '\n' || before == '|';

        if (text.bytes[at] == '"')
            fixture_puts(&out, opens ? "“" : "”");
        else if (text.bytes[at] == '\'')
            fixture_puts(&out, opens ? "‘" : "’");
        else
            fixture_put(&out, text.bytes + at, 1);
    }
    free(text.bytes);
    return out;
}

static void does_not_mind_curly_marks(void **state)
{
    unsigned faults = 0;

    (void)state;
    for (int i = 0; i < ARTICLES; i++) {
        struct fixture_buffer text = fixture_read(article[i]);
        struct fixture_buffer want = straighten(rows(&text));

        text = curl(text);
        faults += differ(article[i], want, straighten(rows(&text)));
        free(text.bytes);
    }
    assert_true(faults == 0);
}

/* -- other names ---------------------------------------------------------- */

struct renaming {
    const char *article;
    const char *old;
    const char *new; /* in no list of names */
};

static const struct renaming renaming[] = {
    {"fixtures/articles/harbour.txt",   "Daniel",     "Zorvin"   },
    {"fixtures/articles/harbour.txt",   "Okoro",      "Quandrel" },
    {"fixtures/articles/harbour.txt",   "Maria",      "Vreldja"  },
    {"fixtures/articles/harbour.txt",   "Lopez",      "Vrelinsko"},
    {"fixtures/articles/library.txt",   "Ruth",       "Imbrelka" },
    {"fixtures/articles/library.txt",   "Adeyemi",    "Zaplouk"  },
    {"fixtures/articles/library.txt",   "Finch",      "Grundzow" },
    {"fixtures/articles/turbine.txt",   "Raman",      "Ouzdrelle"},
    {"fixtures/articles/turbine.txt",   "Benning",    "Skryvart" },
    {"fixtures/articles/canal.txt",     "Tranter",    "Wrozdale" },
    {"fixtures/articles/bakery.txt",    "Vandermeer", "Xolotzin" },
    {"fixtures/articles/reservoir.txt", "Deshpande",  "Ngwalutz" },
    {"fixtures/articles/reservoir.txt", "Pritchard",  "Plozwick" },
    {"fixtures/golden/raid.txt",        "Finlay",     "Drovzak"  },
    {"fixtures/golden/raid.txt",        "ISGA",       "QZWX"     },
};

static void does_not_know_people_by_name(void **state)
{
    unsigned faults = 0;

    (void)state;
    for (size_t i = 0; i < sizeof renaming / sizeof *renaming; i++) {
        const struct renaming *r = &renaming[i];
        struct fixture_buffer text = fixture_read(r->article);
        struct fixture_buffer want = replace(rows(&text), r->old, r->new);

        assert_non_null(strstr(text.bytes, r->old));
        text = replace(text, r->old, r->new);
        faults += differ(r->new, want, rows(&text));
        free(text.bytes);
    }
    assert_true(faults == 0);
}

static void does_not_mind_how_accents_are_written(void **state)
{
    static const char composed[] =
        "“Llegamos tarde,” said José Núñez, the mayor of Santa Fé.\n\n"
        "Núñez added: “We will not be late again.”\n";
    struct fixture_buffer text = {NULL, 0, 0};
    struct fixture_buffer apart = {NULL, 0, 0};

    (void)state;
    fixture_puts(&text, composed);
    fixture_puts(&apart, composed);
    apart = replace(apart, "é", "e\xCC\x81");
    apart = replace(apart, "ú", "u\xCC\x81");
    apart = replace(apart, "ñ", "n\xCC\x83");
    struct fixture_buffer got = rows(&apart);

    got = replace(got, "e\xCC\x81", "é");
    got = replace(got, "u\xCC\x81", "ú");
    got = replace(got, "n\xCC\x83", "ñ");
    assert_non_null(strstr(got.bytes, "José Núñez | We will not"));
    assert_true(differ("accents", rows(&text), got) == 0);
    free(text.bytes);
    free(apart.bytes);
}

/* -- one article after another -------------------------------------------- */

static void keeps_articles_apart(void **state)
{
    /* pairs whose paragraphs end alike, at blank lines */
    static const int pair[][2] = {
        {0, 1},
        {1, 2},
        {2, 0},
        {1, 7}
    };
    unsigned faults = 0;

    (void)state;
    for (size_t i = 0; i < sizeof pair / sizeof *pair; i++) {
        struct fixture_buffer one = fixture_read(article[pair[i][0]]);
        struct fixture_buffer two = fixture_read(article[pair[i][1]]);
        struct fixture_buffer want = rows(&one);
        struct fixture_buffer last = rows(&two);

        fixture_put(&want, last.bytes, last.len);
        fixture_puts(&one, "\n\n\n");
        fixture_put(&one, two.bytes, two.len);
        faults += differ("two articles", want, rows(&one));
        free(last.bytes);
        free(one.bytes);
        free(two.bytes);
    }
    assert_true(faults == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moves_with_the_lines_before_it),
        cmocka_unit_test(does_not_mind_line_ends),
        cmocka_unit_test(does_not_mind_straight_marks),
        cmocka_unit_test(does_not_mind_curly_marks),
        cmocka_unit_test(does_not_know_people_by_name),
        cmocka_unit_test(does_not_mind_how_accents_are_written),
        cmocka_unit_test(keeps_articles_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
