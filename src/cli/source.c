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
#include <string.h>

#include "cli/message.h"

const char *const cli_source_names[] = {"auto", "text", "html", NULL};

static bool ends_with(const char *name, const char *ending)
{
    size_t len = strlen(name);
    size_t n = strlen(ending);

    return len > n && strcmp(name + len - n, ending) == 0;
}

/* -- encodings ------------------------------------------------------------ */

/* What to do about the byte at: where the text was probably written. */
static const char *advice(const cli_source *source, size_t at)
{
    const unsigned char *text = (const unsigned char *)source->bytes;

    if (source->len >= 2 && ((text[0] == 0xFF && text[1] == 0xFE) ||
                             (text[0] == 0xFE && text[1] == 0xFF)))
        return "this looks like UTF-16: convert it with iconv -f utf-16 "
               "-t utf-8, or try --lenient";
    if (text[at] >= 0x80 && text[at] <= 0x9F)
        return "this looks like windows-1252: convert it with iconv -f "
               "windows-1252 -t utf-8, or try --lenient";
    return "try --lenient, or convert it with iconv";
}

/* Whether an input is UTF-8, or need not be. Says so when not, with the
 * encoding that a page names. */
static bool check_utf8(const cli_source *source, whosaid_span charset)
{
    char shown[1024];
    char place[1056];
    char named[64];
    char words[48];
    size_t at = 0;
    size_t line = 0;

    if (source->lenient ||
        whosaid_utf8_check(source->bytes, source->len, &at, &line))
        return true;
    unsigned byte = (unsigned char)source->bytes[at];
    (void)snprintf(place, sizeof place, "%s:%zu",
                   cli_printable(source->name, shown, sizeof shown), line);
    if (charset.end == charset.begin ||
        charset.end - charset.begin >= sizeof words) {
        cli_say(place, "byte %zu: not UTF-8 (0x%02x); %s", at, byte,
                advice(source, at));
        return false;
    }
    memcpy(words, source->bytes + charset.begin, charset.end - charset.begin);
    words[charset.end - charset.begin] = '\0';
    (void)cli_printable(words, named, sizeof named);
    cli_say(place,
            "byte %zu: not UTF-8 (0x%02x); the page says that it is %s: "
            "convert it with iconv -f %s -t utf-8, or try --lenient",
            at, byte, named, named);
    return false;
}

/* -- formats -------------------------------------------------------------- */

static cli_taken read_text(const cli_source *source, const cli_reader *reader)
{
    static const whosaid_span none = {0, 0};
    cli_text text = {source->name, source->bytes, source->len, NULL};

    if (!check_utf8(source, none))
        return CLI_REFUSED;
    return reader->read(reader->ctx, &text);
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

    if (!check_utf8(source, whosaid_html_charset(source->bytes, source->len)))
        return CLI_REFUSED;
    whosaid_status status =
        whosaid_html_read(source->bytes, source->len, NULL, &page);
    if (status != WHOSAID_OK) {
        cli_say(source->name, "%s", whosaid_strstatus(status));
        return CLI_REFUSED;
    }
    text.page = page;
    text.bytes = whosaid_page_text(page, &text.len);
    cli_taken taken = reader->read(reader->ctx, &text);
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

bool cli_source_is_name(const char *name)
{
    for (size_t i = 0; i < FORMATS; i++) {
        if (ends_with(name, formats[i].ending) ||
            (formats[i].other_ending != NULL &&
             ends_with(name, formats[i].other_ending)))
            return true;
    }
    return false;
}

cli_taken cli_source_read(const cli_source *source, cli_source_format format,
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
