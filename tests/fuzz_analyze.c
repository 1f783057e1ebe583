/*
 * fuzz_analyze.c - any bytes in; the promises of whosaid.h must hold.
 *
 * The first byte picks the options, the rest is the document.
 */
#include "fuzz.h"
#include "records.h"

struct text {
    const char *bytes;
    size_t len;
    bool good; /* well-formed UTF-8 */
};

static void check_span(const struct text *text, whosaid_span span)
{
    require(span.begin <= span.end && span.end <= text->len);
    if (!text->good)
        return;
    require(span.begin == text->len ||
            ((unsigned char)text->bytes[span.begin] & 0xC0) != 0x80);
    require(span.end == text->len ||
            ((unsigned char)text->bytes[span.end] & 0xC0) != 0x80);
}

static void check_quote(const struct text *text, const whosaid_doc *doc,
                        uint32_t i)
{
    const whosaid_quote *quote = whosaid_quote_at(doc, i);

    require(quote != NULL && quote->parts >= 1);
    for (uint32_t j = 0; j < quote->parts; j++) {
        check_span(text, quote->part[j]);
        require(quote->part[j].begin < quote->part[j].end);
        require(j == 0 || quote->part[j - 1].end <= quote->part[j].begin);
    }
    check_span(text, quote->speaker);
    check_span(text, quote->role);
    check_span(text, quote->affiliation);
    check_span(text, quote->cue);
    check_span(text, quote->mention);
    check_span(text, quote->evidence);
    require(quote->kind <= WHOSAID_KIND_OTHER);
    require(quote->source <= WHOSAID_SOURCE_DOCUMENT);
    require(quote->method <= WHOSAID_METHOD_NEAREST);
    require(quote->confidence <= 10000);
    require(quote->paragraph >= 1 && quote->line >= 1);
    require(quote->line <= text->len + 1);
    if (i > 0) {
        const whosaid_quote *before = whosaid_quote_at(doc, i - 1);

        require(before->part[0].begin <= quote->part[0].begin);
        require(before->line <= quote->line);
        require(before->paragraph <= quote->paragraph);
    }
    if (quote->parent != WHOSAID_NONE) {
        require(quote->parent < i); /* around it, so it begins before it */
        require(whosaid_quote_at(doc, quote->parent)->part[0].begin <=
                quote->part[0].begin);
    }
}

static void check_findings(const struct text *text, const whosaid_doc *doc)
{
    whosaid_report *report = NULL;
    uint32_t before = 0;
    char words[WHOSAID_WORDS_MAX];
    size_t at;
    size_t line;

    require(whosaid_lint(doc, NULL, &report) == WHOSAID_OK);
    for (uint32_t i = 0; i < whosaid_finding_count(report); i++) {
        const whosaid_finding *finding = whosaid_finding_at(report, i);

        require(finding != NULL && finding->fault <= WHOSAID_FAULT_ENTITY);
        check_span(text, finding->span);
        check_span(text, finding->other);
        require(finding->span.begin < finding->span.end);
        require(finding->span.begin >= before);
        require(finding->line >= 1 && finding->line <= text->len + 1);
        require(finding->column >= 1 && finding->column <= text->len + 1);
        require(finding->count >= 1);
        before = finding->span.begin;
        require(whosaid_finding_words(report, i, words) == words);
        require(words[0] != '\0' && strlen(words) < sizeof words);
        require(whosaid_utf8_check(words, strlen(words), &at, &line));
    }
    require(whosaid_finding_at(report, whosaid_finding_count(report)) == NULL);
    whosaid_report_free(report);
}

/* The document as a file of each format that has a grammar to be checked; its
 * first bytes are its name. */
static void check_formats(const struct text *text, const whosaid_doc *doc,
                          whosaid_row_options options)
{
    static const whosaid_format format[] = {
        WHOSAID_FORMAT_JSONL, WHOSAID_FORMAT_ANNOTATIONS, WHOSAID_FORMAT_BRAT};
    size_t name_len = text->len < 20 ? text->len : 20;

    options.candidates = options.no_guard;
    for (size_t i = 0; i < sizeof format / sizeof format[0]; i++) {
        struct output out = {NULL, 0, 0};
        whosaid_sink sink = {keep, &out};
        whosaid_writer *writer = NULL;

        options.format = format[i];
        require(whosaid_writer_new(&options, &sink, NULL, &writer) ==
                WHOSAID_OK);
        require(whosaid_writer_failed(writer, text->bytes, name_len,
                                      "cannot\nread \xFF") == WHOSAID_OK);
        require(whosaid_writer_add(writer, text->bytes, name_len, doc) ==
                WHOSAID_OK);
        require(whosaid_writer_close(writer) == WHOSAID_OK);
        require(records_are(format[i], out.bytes, out.len));
        /* what it says of itself: a line a row, and the failure's */
        if (format[i] != WHOSAID_FORMAT_BRAT) {
            uint64_t lines = 0;
            for (size_t at = 0; at < out.len; at++)
                lines += out.bytes[at] == '\n' ? 1 : 0;
            require(lines == whosaid_writer_counts(writer).rows +
                                 (format[i] == WHOSAID_FORMAT_JSONL ? 1 : 0));
        }
        whosaid_writer_free(writer);
        free(out.bytes);
    }
}

static size_t count(const struct output *out, const char *words)
{
    size_t len = strlen(words);
    size_t found = 0;

    for (size_t at = 0; at + len <= out->len; at++)
        found += out->bytes[at] == words[0] &&
                         memcmp(out->bytes + at, words, len) == 0
                     ? 1
                     : 0;
    return found;
}

/* The page to review the rows in: every quotation has its place, and every
 * element ends. */
static void check_page(const struct text *text, const whosaid_doc *doc,
                       uint8_t flags)
{
    static const char *const element[][2] = {
        {"<mark ", "</mark>"},
        {"<p",     "</p>"   },
        {"<bdi",   "</bdi>" },
        {"<span",  "</span>"},
    };
    struct output out = {NULL, 0, 0};
    const whosaid_sink sink = {keep, &out};
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_writer *writer = NULL;
    size_t at;
    size_t line;

    options.format = WHOSAID_FORMAT_REVIEW;
    options.all = (flags & 1) != 0;
    options.unique = (flags & 2) != 0;
    require(whosaid_writer_new(&options, &sink, NULL, &writer) == WHOSAID_OK);
    size_t head = out.len;
    require(whosaid_writer_add(writer, text->bytes,
                               text->len < 20 ? text->len : 20,
                               doc) == WHOSAID_OK);
    struct output body = {out.bytes + head, out.len - head, 0};
    require(whosaid_utf8_check(body.bytes, body.len, &at, &line));
    require(memchr(body.bytes, '\0', body.len) == NULL);
    require(count(&body, " id=\"q") == whosaid_writer_counts(writer).rows);
    for (size_t i = 0; i < sizeof element / sizeof element[0]; i++)
        require(count(&body, element[i][0]) == count(&body, element[i][1]));
    require(count(&body, "<script") == 0);
    require(whosaid_writer_close(writer) == WHOSAID_OK);
    whosaid_writer_free(writer);
    free(out.bytes);
}

/* The rows and the explanation of a document that was checked. */
static struct output rows(const struct text *text, uint8_t flags)
{
    struct output out = {NULL, 0, 0};
    struct output told = {NULL, 0, 0};
    whosaid_sink sink = {keep, &out};
    whosaid_sink tell = {keep, &told};
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_writer *writer = NULL;
    whosaid_doc *doc = NULL;
    size_t at;
    size_t line;

    options.all = (flags & 1) != 0;
    options.unique = (flags & 2) != 0;
    options.keep_newlines = (flags & 4) != 0;
    options.no_guard = (flags & 8) != 0;
    options.no_header = (flags & 16) != 0;
    options.offsets = (whosaid_offsets)((flags >> 5) % 3);
    options.columns =
        (flags & 128) != 0 ? "quote,speaker,quote_spans,evidence" : NULL;
    require(whosaid_analyze(text->bytes, text->len, NULL, &doc) == WHOSAID_OK);
    require((whosaid_bad_bytes(doc) == 0) == text->good);
    for (uint32_t i = 0; i < whosaid_quote_count(doc); i++)
        check_quote(text, doc, i);
    require(whosaid_quote_at(doc, whosaid_quote_count(doc)) == NULL);
    check_findings(text, doc);
    check_formats(text, doc, options);
    check_page(text, doc, flags);
    require(whosaid_writer_new(&options, &sink, NULL, &writer) == WHOSAID_OK);
    /* twice: the second time everything is a duplicate */
    for (int i = 0; i < 2; i++)
        require(whosaid_writer_add(writer, text->bytes,
                                   text->len < 20 ? text->len : 20,
                                   doc) == WHOSAID_OK);
    require(whosaid_writer_counts(writer).documents == 2);
    require(whosaid_explain(doc, "a", 1, &tell) == WHOSAID_OK);
    require(whosaid_utf8_check(out.bytes, out.len, &at, &line));
    require(whosaid_utf8_check(told.bytes, told.len, &at, &line));
    whosaid_writer_free(writer);
    whosaid_doc_free(doc);
    free(told.bytes);
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text text = {(const char *)data, size, false};
    uint8_t flags = 0;
    size_t at = 0;
    size_t line = 0;

    if (size > 0) {
        flags = data[0];
        text.bytes++;
        text.len--;
    }
    text.good = whosaid_utf8_check(text.bytes, text.len, &at, &line);
    require(text.good || (at < text.len && line >= 1));

    struct output once = rows(&text, flags);
    struct output again = rows(&text, flags);

    require(once.len == again.len);
    require(once.len == 0 || memcmp(once.bytes, again.bytes, once.len) == 0);
    free(once.bytes);
    free(again.bytes);
    return 0;
}
