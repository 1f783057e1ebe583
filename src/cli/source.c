/*
 * source.c - an input's bytes become texts, whatever format they are in.
 *
 *   in   a name and bytes
 *   out  texts, each with the page that it is of
 *
 * Each format is one function, and one line in the table. The first format that
 * knows an input reads it; what none knows is text.
 */
#include "cli/source.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/message.h"

const char *const cli_source_names[] = {"auto",  "text", "html",
                                        "jsonl", "csv",  NULL};

/* Whether a name has this ending, .gz behind it aside. */
static bool ends_with(const char *name, const char *ending)
{
    size_t len = strlen(name);
    size_t n = strlen(ending);

    if (len > 3 && strcmp(name + len - 3, ".gz") == 0)
        len -= 3;
    return len > n && memcmp(name + len - n, ending, n) == 0;
}

static bool is_records_name(const char *name)
{
    return ends_with(name, ".jsonl") || ends_with(name, ".ndjson");
}

/* -- encodings ------------------------------------------------------------ */

/* What to do about the byte at. */
static const char *advice(const cli_source *source, size_t at)
{
    const unsigned char *text = (const unsigned char *)source->bytes;

    if (text[at] >= 0x80 && text[at] <= 0x9F)
        return "try --encoding windows-1252 or another, or --lenient";
    return "try --encoding NAME, or --lenient";
}

/* TAKEN when an input is UTF-8, or need not be. Else it is refused, with the
 * encoding that a page names. */
static cli_taken check_utf8(const cli_source *source, whosaid_span charset,
                            const cli_reader *reader)
{
    char shown[1024];
    char place[1056];
    char named[64];
    char name[48] = "";
    char words[320];
    size_t len = charset.end - charset.begin;
    size_t at = 0;
    size_t line = 0;

    if (source->lenient ||
        whosaid_utf8_check(source->bytes, source->len, &at, &line))
        return CLI_TAKEN;
    unsigned byte = (unsigned char)source->bytes[at];
    (void)snprintf(place, sizeof place, "%s:%zu",
                   cli_printable(source->name, shown, sizeof shown), line);
    (void)snprintf(words, sizeof words, "byte %zu: not UTF-8 (0x%02x); %s", at,
                   byte, advice(source, at));
    if (len > 0 && len < sizeof name) {
        memcpy(name, source->bytes + charset.begin, len);
        (void)cli_printable(name, named, sizeof named);
        (void)snprintf(words, sizeof words,
                       "byte %zu: not UTF-8 (0x%02x); the page says that it is "
                       "%s; try --encoding NAME, or --lenient",
                       at, byte, named);
    }
    return reader->refuse(reader->ctx, source->name, place, words);
}

/* -- formats -------------------------------------------------------------- */

static cli_taken read_text(const cli_source *source, const cli_reader *reader)
{
    static const whosaid_span none = {0, 0};
    cli_text text = {source->name, source->bytes, source->len, NULL};

    whosaid_page *page = NULL;
    cli_taken taken = check_utf8(source, none, reader);
    if (taken != CLI_TAKEN)
        return taken;
    whosaid_status status =
        source->verbatim
            ? WHOSAID_OK
            : whosaid_plain_read(source->bytes, source->len, NULL, &page);
    if (status != WHOSAID_OK)
        return reader->refuse(reader->ctx, source->name, source->name,
                              whosaid_strstatus(status));
    text.page = page;
    if (page != NULL)
        text.bytes = whosaid_page_text(page, &text.len);
    taken = reader->read(reader->ctx, &text);
    whosaid_page_free(page);
    return taken;
}

static bool is_html(const cli_source *source)
{
    return whosaid_html_looks(source->bytes, source->len) ||
           ends_with(source->name, ".html") || ends_with(source->name, ".htm");
}

static cli_taken read_html(const cli_source *source, const cli_reader *reader)
{
    cli_text text = {source->name, NULL, 0, NULL};
    whosaid_page *page = NULL;

    cli_taken taken = check_utf8(
        source, whosaid_html_charset(source->bytes, source->len), reader);
    if (taken != CLI_TAKEN)
        return taken;
    whosaid_status status =
        whosaid_html_read(source->bytes, source->len, NULL, &page);
    if (status != WHOSAID_OK)
        return reader->refuse(reader->ctx, source->name, source->name,
                              whosaid_strstatus(status));
    text.page = page;
    text.bytes = whosaid_page_text(page, &text.len);
    taken = reader->read(reader->ctx, &text);
    whosaid_page_free(page);
    return taken;
}

struct format {
    cli_source_format format;
    const char *ending;                   /* of files in folders */
    const char *other_ending;             /* or NULL */
    bool (*is)(const cli_source *source); /* NULL: any may be */
    cli_taken (*read)(const cli_source *source, const cli_reader *reader);
};

static const struct format formats[] = {
    {CLI_SOURCE_HTML, ".html", ".htm", is_html, read_html},
    {CLI_SOURCE_TEXT, ".txt",  NULL,   NULL,    read_text},
};

#define FORMATS (sizeof formats / sizeof formats[0])

bool cli_source_cuts(cli_source_format format, const char *name, cli_cut *cut)
{
    cut->is_csv = format == CLI_SOURCE_CSV;
    if (format != CLI_SOURCE_AUTO)
        return format == CLI_SOURCE_JSONL || format == CLI_SOURCE_CSV;
    return is_records_name(name);
}

bool cli_source_is_name(const char *name)
{
    for (size_t i = 0; i < FORMATS; i++) {
        if (ends_with(name, formats[i].ending) ||
            (formats[i].other_ending != NULL &&
             ends_with(name, formats[i].other_ending)))
            return true;
    }
    return is_records_name(name);
}

/* Refuse a text that is not in the encoding that was named. */
static cli_taken refuse_bad(const cli_source *source,
                            const cli_decoded *decoded,
                            const cli_reader *reader)
{
    char shown[1024];
    char place[1056];
    char named[64];
    char words[160];

    (void)snprintf(place, sizeof place, "%s:%zu",
                   cli_printable(source->name, shown, sizeof shown),
                   decoded->line);
    (void)snprintf(words, sizeof words,
                   "byte %zu: not %s (0x%02x); try --encoding NAME, or "
                   "--lenient",
                   decoded->at,
                   cli_printable(decoded->name, named, sizeof named),
                   (unsigned)(unsigned char)source->bytes[decoded->at]);
    return reader->refuse(reader->ctx, source->name, place, words);
}

static cli_taken read_decoded(const cli_source *source,
                              cli_source_format format,
                              const cli_reader *reader)
{
    size_t i = 0;

    while (i + 1 < FORMATS &&
           (format == CLI_SOURCE_AUTO
                ? formats[i].is != NULL && !formats[i].is(source)
                : formats[i].format != format))
        i++;
    return formats[i].read(source, reader);
}

cli_taken cli_source_read(const cli_source *source, cli_source_format format,
                          const cli_reader *reader)
{
    cli_source read = *source;
    cli_decoded decoded;
    whosaid_span charset = {0, 0};

    if (format == CLI_SOURCE_HTML ||
        (format == CLI_SOURCE_AUTO && is_html(source)))
        charset = whosaid_html_charset(source->bytes, source->len);
    cli_decoding done = cli_decode(source->bytes, source->len, source->encoding,
                                   charset, source->lenient, &decoded);
    if (done == CLI_DECODING_NOMEM)
        return reader->refuse(reader->ctx, source->name, source->name,
                              whosaid_strstatus(WHOSAID_ERR_NOMEM));
    if (done == CLI_DECODING_BAD)
        return refuse_bad(source, &decoded, reader);
    if (done == CLI_DECODING_GUESSED)
        cli_met_guessed(source->met, source->name);
    if (done == CLI_DECODING_WIDE)
        cli_met_wide(source->met, source->name);
    if (done != CLI_DECODING_NONE) {
        read.bytes = decoded.bytes;
        read.len = decoded.len;
    }
    if (cli_is_mojibake(read.bytes, read.len))
        cli_met_mojibake(source->met, source->name);
    cli_taken taken = read_decoded(&read, format, reader);
    free(decoded.bytes);
    return taken;
}
