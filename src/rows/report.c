/*
 * report.c - what is wrong with the marks of a document, for people.
 *
 *   in   a document whose stages have run
 *   out  findings with line and column, and words for each
 */
#include "rows/report.h"

#include <stdio.h>

#include "base/unicode.h"
#include "rows/doc.h"

/* Lines and columns. Findings come in order, so each code point of a line is
 * counted once. */
static void place_in_page(whosaid_report *report)
{
    const whosaid_page *page = report->page;
    ws_page_place place = {0, 1, 0};
    uint32_t at = 0;     /* counted up to here */
    uint32_t column = 1; /* of at */
    uint32_t line = 0;

    for (uint32_t i = 0; i < report->findings.count; i++) {
        whosaid_finding *finding = &report->findings.finding[i];
        uint32_t to = whosaid_page_source(page, finding->span).begin;
        ws_page_move(page, &place, to);
        if (place.line != line) {
            line = place.line;
            at = place.begin;
            column = 1;
        }
        for (int32_t cp = 0; at < to; column++) {
            bool first = at == 0;
            at += ws_utf8_next(page->bytes, page->len, at, &cp);
            column -= first && cp == 0xFEFF;
            report->arena.steps++;
        }
        finding->line = line;
        finding->column = column;
    }
}

static void place(whosaid_report *report)
{
    const ws_text *text = report->text;
    uint32_t line = 0;
    uint32_t at = 0;
    uint32_t column = 1;

    for (uint32_t i = 0; i < report->findings.count; i++) {
        whosaid_finding *finding = &report->findings.finding[i];
        finding->line = ws_text_line(text, finding->span.begin);
        if (finding->line != line) {
            line = finding->line;
            at = text->line[line - 1];
            column = 1;
        }
        while (at < finding->span.begin) {
            int32_t cp;
            bool first = at == 0;
            at += ws_utf8_next(text->bytes, text->len, at, &cp);
            column += !(first && cp == 0xFEFF);
            report->arena.steps++;
        }
        finding->column = column;
    }
}

whosaid_status whosaid_lint(const whosaid_doc *doc,
                            const whosaid_allocator *allocator,
                            whosaid_report **report)
{
    if (report == NULL)
        return WHOSAID_ERR_ARGUMENT;
    *report = NULL;
    if (doc == NULL)
        return WHOSAID_ERR_ARGUMENT;
    whosaid_report *made = WS_OBJECT(allocator, whosaid_report);
    if (made == NULL)
        return WHOSAID_ERR_NOMEM;
    made->text = &doc->text;
    made->page = doc->page;
    whosaid_status status = ws_lint(&made->arena, &doc->text, &doc->tokens,
                                    &doc->marks, &doc->pieces, &made->findings);
    if (status != WHOSAID_OK) {
        whosaid_report_free(made);
        return status;
    }
    if (made->page != NULL)
        place_in_page(made);
    else
        place(made);
    *report = made;
    return WHOSAID_OK;
}

void whosaid_report_free(whosaid_report *report)
{
    if (report != NULL)
        ws_arena_free(&report->arena);
}

uint32_t whosaid_finding_count(const whosaid_report *report)
{
    return report == NULL ? 0 : report->findings.count;
}

const whosaid_finding *whosaid_finding_at(const whosaid_report *report,
                                          uint32_t i)
{
    return report == NULL || i >= report->findings.count
               ? NULL
               : &report->findings.finding[i];
}

/* -- words ---------------------------------------------------------------- */

/* How a finding reads: 1 is the mark, 2 the other one, # the count, & the
 * marks it is among. */
static const char *template_of(whosaid_fault fault)
{
    switch (fault) {
    case WHOSAID_FAULT_UNCLOSED:
        return "1 opens, and nothing closes it";
    case WHOSAID_FAULT_UNOPENED:
        return "1 closes, and nothing opened it";
    case WHOSAID_FAULT_STRAY:
        return "1 stands alone";
    case WHOSAID_FAULT_CONTINUATION:
        return "1 goes on with the words before, or their closing mark is "
               "missing: another speaker is named";
    case WHOSAID_FAULT_MISMATCHED:
        return "opened with 1, closed with 2";
    case WHOSAID_FAULT_WRONG_WAY:
        return "1 faces the wrong way";
    case WHOSAID_FAULT_INCHES:
        return "1 behind a length: inches and seconds have a straight mark";
    case WHOSAID_FAULT_REPEATED:
        return "1 twice in a row";
    case WHOSAID_FAULT_SPACE:
        return "1 has white space inside";
    case WHOSAID_FAULT_MIXED:
        return "straight and curly marks in one text: # like 1 among & others";
    case WHOSAID_FAULT_DOUBLED:
        return "two apostrophes for one mark, # in this text";
    case WHOSAID_FAULT_MOJIBAKE:
        return "a character in the wrong encoding, # in this text";
    case WHOSAID_FAULT_ENTITY:
        return "1 is a mark in HTML, # in this text";
    }
    return "";
}

struct words {
    char *out;
    size_t len;
};

static void put(struct words *words, const char *bytes, size_t len)
{
    for (size_t i = 0; i < len && words->len + 1 < WHOSAID_WORDS_MAX; i++)
        words->out[words->len++] = bytes[i];
    words->out[words->len] = '\0';
}

static void put_count(struct words *words, uint32_t count)
{
    char out[16];
    int n = snprintf(out, sizeof out, "%u", (unsigned)count);

    if (n > 0)
        put(words, out, (size_t)n);
}

const char *whosaid_finding_words(const whosaid_report *report, uint32_t i,
                                  char out[WHOSAID_WORDS_MAX])
{
    const whosaid_finding *finding = whosaid_finding_at(report, i);
    struct words words = {out, 0};

    out[0] = '\0';
    if (finding == NULL)
        return out;
    const char *bytes = report->text->bytes;
    for (const char *at = template_of(finding->fault); *at != '\0'; at++) {
        if (*at == '1')
            put(&words, bytes + finding->span.begin,
                finding->span.end - finding->span.begin);
        else if (*at == '2')
            put(&words, bytes + finding->other.begin,
                finding->other.end - finding->other.begin);
        else if (*at == '#')
            put_count(&words, finding->count);
        else if (*at == '&')
            put_count(&words, finding->among);
        else
            put(&words, at, 1);
    }
    return out;
}
