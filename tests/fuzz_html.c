/*
 * fuzz_html.c - any bytes as a page; the promises of whosaid.h must hold.
 *
 * The first byte picks options, the rest is the page; from 128 on it is a plain
 * text, which may be laid out as mail, Markdown or subtitles.
 */
#include "fuzz.h"

static bool swallow(void *ctx, const char *bytes, size_t len)
{
    size_t at = 0;
    size_t line = 0;

    (void)ctx;
    require(len == 0 || bytes != NULL);
    require(whosaid_utf8_check(bytes, len, &at, &line));
    return true;
}

/* Text to page: in range, in order. */
static void check_map(const whosaid_page *page, size_t len)
{
    size_t text_len = 0;
    uint32_t before = 0;

    (void)whosaid_page_text(page, &text_len);
    for (uint32_t at = 0; at < text_len; at++) {
        whosaid_span span =
            whosaid_page_source(page, (whosaid_span){at, at + 1});

        require(span.begin <= span.end && span.end <= len);
        require(span.begin >= before);
        before = span.begin;
    }
}

static void check_fields(const whosaid_page *page)
{
    for (int i = 0; i < WHOSAID_PAGE_FIELDS; i++) {
        size_t len = 0;
        const char *words =
            whosaid_page_field_at(page, (whosaid_page_field)i, &len);

        require(words != NULL && words[len] == '\0');
    }
}

static void check_doc(const whosaid_page *page, const whosaid_doc *doc,
                      size_t len, uint8_t flags)
{
    whosaid_sink sink = {swallow, NULL};
    whosaid_row_options rows = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_writer *writer = NULL;
    whosaid_report *report = NULL;
    uint32_t line = 1;

    rows.all = true;
    rows.columns = "quote,speaker,title,url,date,language,quote_spans,line";
    rows.offsets = (whosaid_offsets)(flags % 3);
    for (uint32_t i = 0; i < whosaid_quote_count(doc); i++) {
        const whosaid_quote *quote = whosaid_quote_at(doc, i);
        whosaid_span span = whosaid_page_source(page, quote->part[0]);

        require(span.begin < span.end && span.end <= len);
        require(quote->line >= line && quote->line <= len + 1);
        line = quote->line;
    }
    require(whosaid_writer_new(&rows, &sink, NULL, &writer) == WHOSAID_OK);
    require(whosaid_writer_add(writer, "a", 1, doc) == WHOSAID_OK);
    require(whosaid_writer_close(writer) == WHOSAID_OK);
    whosaid_writer_free(writer);
    require(whosaid_lint(doc, NULL, &report) == WHOSAID_OK);
    for (uint32_t i = 0; i < whosaid_finding_count(report); i++) {
        const whosaid_finding *finding = whosaid_finding_at(report, i);

        require(finding->line >= 1 && finding->line <= len + 1);
        require(finding->column >= 1 && finding->column <= len + 1);
    }
    whosaid_report_free(report);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t flags = size > 0 ? data[0] : 0;
    const char *html = (const char *)data + (size > 0 ? 1 : 0);
    size_t len = size - (size > 0 ? 1 : 0);
    whosaid_options options = WHOSAID_OPTIONS_INIT;
    whosaid_page *page = NULL;
    whosaid_doc *doc = NULL;
    size_t text_len = 0;
    size_t at = 0;
    size_t line = 0;

    (void)whosaid_html_looks(html, len);
    whosaid_span charset = whosaid_html_charset(html, len);
    require(charset.begin <= charset.end && charset.end <= len);
    if ((flags & 128) != 0) {
        require(whosaid_plain_read(html, len, NULL, &page) == WHOSAID_OK);
        if (page == NULL)
            return 0;
    } else {
        require(whosaid_html_read(html, len, NULL, &page) == WHOSAID_OK);
    }
    const char *text = whosaid_page_text(page, &text_len);
    require(text_len <= len + len / 5 + 6 + 3 * len);
    if (whosaid_utf8_check(html, len, &at, &line))
        require(whosaid_utf8_check(text, text_len, &at, &line));
    check_map(page, len);
    check_fields(page);
    options.page = page;
    require(whosaid_analyze(text, text_len, &options, &doc) == WHOSAID_OK);
    check_doc(page, doc, len, flags);
    whosaid_doc_free(doc);
    whosaid_page_free(page);
    return 0;
}
