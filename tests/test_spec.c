/*
 * test_spec.c - runs the examples of every file of fixtures/spec: the
 * behaviour, as documentation that cannot go stale.
 *
 *     ```example
 *     "We are leaving," said Maria Lopez.
 *     .
 *     Maria Lopez | We are leaving, | said
 *     ```
 *
 * Above the line with a single full stop stands the input, below it one line
 * a quotation: speaker, words, cue; "-" for an empty one. Words after
 * `example` change that:
 *
 *     all     every quotation, also what is nobody's speech: kind | words
 *     marks   the words of each of them, > before those within another's
 *     lint    what is wrong with the marks: line:column code
 *     xfail   a fault we know: the example must fail, and complains when it
 *             passes, so that the word goes when the fault does
 *
 * Each input is read as the program does: what is laid out as mail, Markdown and
 * so on gives its words.
 *
 * With file names as arguments, runs those.
 */
#include <glob.h>

#include "fixture.h"

struct example {
    const char *file;
    unsigned line; /* of its fence */
    bool all;
    bool marks;
    bool lint;
    bool xfail;
    struct fixture_buffer title;
    struct fixture_buffer input;
    struct fixture_buffer want;
};

struct tally {
    unsigned run;
    unsigned failed;
    unsigned xfail;
};

static void put_marks(struct fixture_buffer *out, const char *text,
                      const whosaid_doc *doc, const whosaid_quote *quote)
{
    uint32_t parent = quote->parent;

    while (parent != WHOSAID_NONE) {
        fixture_puts(out, "> ");
        parent = whosaid_quote_at(doc, parent)->parent;
    }
    for (uint32_t i = 0; i < quote->parts; i++) {
        fixture_puts(out, i > 0 ? " + " : "");
        fixture_put_span(out, text, quote->part[i]);
    }
    fixture_puts(out, "\n");
}

static void put_row(struct fixture_buffer *out, const char *text,
                    const whosaid_quote *quote, bool all)
{
    if (!all) {
        fixture_put_quote(out, text, quote, WHOSAID_MIN_CONFIDENCE);
        fixture_puts(out, " | ");
        fixture_put_span(out, text, quote->cue);
    } else {
        fixture_puts(out, whosaid_strkind(quote->kind));
        fixture_puts(out, " |");
        for (uint32_t i = 0; i < quote->parts; i++) {
            fixture_puts(out, " ");
            fixture_put_span(out, text, quote->part[i]);
        }
    }
    fixture_puts(out, "\n");
}

static void put_rows(struct fixture_buffer *out, const char *text,
                     const whosaid_doc *doc, const struct example *example)
{
    for (uint32_t i = 0; i < whosaid_quote_count(doc); i++) {
        const whosaid_quote *quote = whosaid_quote_at(doc, i);

        if (example->marks)
            put_marks(out, text, doc, quote);
        else if (example->all || fixture_is_speech(quote))
            put_row(out, text, quote, example->all);
    }
}

static void put_findings(struct fixture_buffer *out, const whosaid_doc *doc)
{
    whosaid_report *report = NULL;

    if (whosaid_lint(doc, NULL, &report) != WHOSAID_OK)
        fixture_die("whosaid_lint failed", "test");
    for (uint32_t i = 0; i < whosaid_finding_count(report); i++) {
        const whosaid_finding *finding = whosaid_finding_at(report, i);
        char line[64];

        snprintf(line, sizeof line, "%u:%u %s\n", (unsigned)finding->line,
                 (unsigned)finding->column, whosaid_strfault(finding->fault));
        fixture_puts(out, line);
    }
    whosaid_report_free(report);
}

static void run(const struct example *example, struct tally *tally)
{
    const char *text = example->input.bytes;
    size_t len = example->input.len;
    whosaid_options options = WHOSAID_OPTIONS_INIT;
    whosaid_page *page = NULL;
    whosaid_doc *doc = NULL;

    if (whosaid_plain_read(text, len, NULL, &page) != WHOSAID_OK)
        fixture_die("whosaid_plain_read failed", "test");
    options.page = page;
    if (page != NULL)
        text = whosaid_page_text(page, &len);
    if (whosaid_analyze(text, len, &options, &doc) != WHOSAID_OK)
        fixture_die("whosaid_analyze failed", "test");
    struct fixture_buffer got = {NULL, 0, 0};

    fixture_puts(&got, "");
    if (example->lint)
        put_findings(&got, doc);
    else
        put_rows(&got, text, doc, example);
    bool passes = strcmp(got.bytes, example->want.bytes) == 0;

    tally->run++;
    tally->xfail += example->xfail;
    if (passes == example->xfail) {
        tally->failed++;
        printf("%s:%u: %s\n", example->file, example->line,
               example->title.bytes);
        if (passes)
            printf("  passes now: take the word xfail away\n\n");
        else
            printf("--- input\n%s--- want\n%s--- got\n%s\n",
                   example->input.bytes, example->want.bytes, got.bytes);
    }
    free(got.bytes);
    whosaid_doc_free(doc);
    whosaid_page_free(page);
}

static void empty(struct fixture_buffer *buffer)
{
    buffer->len = 0;
    fixture_puts(buffer, "");
}

/* Whether a word stands among those after the fence. */
static bool has_word(const char *line, const char *word)
{
    const char *at = strstr(line, word);
    size_t len = strlen(word);

    return at != NULL && at[-1] == ' ' && (at[len] == ' ' || at[len] == '\n');
}

static void run_file(const char *path, struct tally *tally)
{
    enum { PROSE, INPUT, WANT } state = PROSE;
    struct example example = {.file = path};
    struct fixture_buffer file = fixture_read(path);
    struct fixture_buffer line = {NULL, 0, 0};
    unsigned number = 0;
    unsigned before = tally->run;

    empty(&example.title);
    for (char *at = file.bytes; *at != '\0'; at += line.len) {
        empty(&line);
        fixture_put(&line, at, strcspn(at, "\n") + 1);
        number++;
        if (state == PROSE && strncmp(line.bytes, "## ", 3) == 0) {
            empty(&example.title);
            fixture_put(&example.title, line.bytes + 3, line.len - 4);
        } else if (state == PROSE &&
                   strncmp(line.bytes, "```example", 10) == 0) {
            state = INPUT;
            example.line = number;
            example.all = has_word(line.bytes, "all");
            example.marks = has_word(line.bytes, "marks");
            example.lint = has_word(line.bytes, "lint");
            example.xfail = has_word(line.bytes, "xfail");
            empty(&example.input);
            empty(&example.want);
        } else if (state == INPUT && strcmp(line.bytes, ".\n") == 0) {
            state = WANT;
        } else if (state == WANT && strcmp(line.bytes, "```\n") == 0) {
            state = PROSE;
            run(&example, tally);
        } else if (state != PROSE) {
            fixture_put(state == INPUT ? &example.input : &example.want,
                        line.bytes, line.len);
        }
    }
    if (state != PROSE)
        fixture_die("an example does not end", path);
    if (tally->run == before)
        fixture_die("holds no example", path);
    free(example.title.bytes);
    free(example.input.bytes);
    free(example.want.bytes);
    free(line.bytes);
    free(file.bytes);
}

int main(int argc, char **argv)
{
    struct tally tally = {0, 0, 0};
    glob_t found;

    if (argc > 1) {
        for (int i = 1; i < argc; i++)
            run_file(argv[i], &tally);
    } else {
        if (glob("fixtures/spec/*.md", 0, NULL, &found) != 0)
            fixture_die("no spec files here", "fixtures/spec");
        for (size_t i = 0; i < found.gl_pathc; i++)
            run_file(found.gl_pathv[i], &tally);
        globfree(&found);
    }
    printf("%u examples, %u failed, %u known faults\n", tally.run, tally.failed,
           tally.xfail);
    return tally.failed != 0;
}
