/*
 * annotations.c - rows as W3C Web Annotations, one a line of JSON-LD.
 *
 *   in   rows
 *   out  for each an annotation by https://www.w3.org/TR/annotation-model/
 *
 * body     who spoke, to identify the target; none where nobody can be told.
 *          With --all, what is nobody's speech has its kind, to classify it
 * target   each part is one, with the words and what stands beside them, and
 *          with its place, in code points as the standard has it
 *
 * The standard has no target made of several parts; that a range from the
 * first to the last would hold the writer's words too speaks for several
 * targets.
 *
 * id       must be an IRI: a UUID of version 8 that begins with the digits of
 *          the quote_id
 * source   the document's name as a reference: what a URL does not allow is
 *          percent-encoded, and a colon that would part a scheme is led by ./
 */
#include <string.h>

#include "base/unicode.h"
#include "rows/context.h"
#include "rows/format.h"
#include "rows/id.h"
#include "rows/json.h"

static whosaid_status open_annotations(ws_file *file)
{
    ws_json *json = WS_NEW(&file->arena, ws_json, 1);

    if (json == NULL)
        return WHOSAID_ERR_NOMEM;
    file->state = json;
    file->options.offsets = WHOSAID_OFFSETS_CODEPOINT;
    ws_json_init(json, &file->out, false);
    return WHOSAID_OK;
}

static void put_span(ws_json *json, const char *key, const ws_text *text,
                     whosaid_span span)
{
    ws_json_key(json, key);
    ws_json_text(json, text->bytes + span.begin, span.end - span.begin);
}

/* -- names ---------------------------------------------------------------- */

static void put_id(ws_json *json, uint64_t id)
{
    static const char zeros[] = "00-000000000000";
    char digits[WS_ID_LEN];

    ws_id_put(id, digits);
    ws_json_key(json, "id");
    ws_json_text_open(json);
    ws_json_text_add(json, "urn:uuid:", 9);
    ws_json_text_add(json, digits + 1, 8);
    ws_json_text_add(json, "-", 1);
    ws_json_text_add(json, digits + 9, 4);
    ws_json_text_add(json, "-8", 2); /* the version */
    ws_json_text_add(json, digits + 13, 3);
    ws_json_text_add(json, "-8", 2); /* the variant */
    ws_json_text_add(json, digits + 16, 1);
    ws_json_text_add(json, zeros, sizeof zeros - 1);
    ws_json_text_shut(json);
}

/* Whether a byte may stand in a path; in a URL, whatever has a meaning too. */
static bool is_for_path(unsigned char byte, bool is_url)
{
    if (byte >= 0x80 || byte == '\0')
        return false;
    return (ws_ascii_class[byte] & (WS_CP_LETTER | WS_CP_DIGIT)) != 0 ||
           strchr("-._~!$&'()*+,;=:@/", byte) != NULL ||
           (is_url && strchr("%?#[]", byte) != NULL);
}

/* Where the scheme of a URL ends, at "://"; 0: it is none. */
static size_t scheme_len(const char *name, size_t len)
{
    size_t at = 0;

    while (at < len && (unsigned char)name[at] < 0x80 &&
           (ws_ascii_class[(unsigned char)name[at]] & WS_CP_LETTER) != 0)
        at++;
    return at + 3 <= len && memcmp(name + at, "://", 3) == 0 ? at : 0;
}

/* Whether a path would be read as more than that: it needs a ./ before it. */
static bool seems_scheme(const char *name, size_t len)
{
    const char *colon = memchr(name, ':', len);
    const char *slash = memchr(name, '/', len);

    return colon != NULL && (slash == NULL || colon < slash);
}

static void put_source(ws_json *json, const char *name, size_t len)
{
    static const char digit[] = "0123456789ABCDEF";
    bool is_url = scheme_len(name, len) > 0;

    ws_json_key(json, "source");
    ws_json_text_open(json);
    if (!is_url && len >= 2 && memcmp(name, "//", 2) == 0)
        ws_json_text_add(json, "/.", 2); /* no host follows */
    else if (!is_url && seems_scheme(name, len))
        ws_json_text_add(json, "./", 2);
    for (size_t at = 0; at < len;) {
        size_t from = at;

        while (at < len && is_for_path((unsigned char)name[at], is_url))
            at++;
        ws_json_text_add(json, name + from, at - from);
        if (at < len) {
            unsigned char byte = (unsigned char)name[at++];
            char code[3] = {'%', digit[byte >> 4], digit[byte & 15]};
            ws_json_text_add(json, code, sizeof code);
        }
    }
    ws_json_text_shut(json);
}

/* -- the annotation ------------------------------------------------------- */

static void put_body(ws_json *json, const char *purpose, ws_cell value)
{
    ws_json_key(json, "body");
    ws_json_open(json, '{');
    ws_json_string(json, "type", "TextualBody");
    ws_json_key(json, "value");
    ws_json_text(json, value.text, value.len);
    ws_json_string(json, "format", "text/plain");
    ws_json_string(json, "purpose", purpose);
    ws_json_close(json, '}');
}

static void put_target(ws_json *json, const ws_rows *rows, whosaid_span part)
{
    const ws_text *text = &rows->doc->text;

    ws_json_open(json, '{');
    ws_json_string(json, "type", "SpecificResource");
    put_source(json, rows->name, rows->name_len);
    ws_json_key(json, "selector");
    ws_json_open(json, '[');
    ws_json_open(json, '{');
    ws_json_string(json, "type", "TextQuoteSelector");
    put_span(json, "exact", text, part);
    put_span(json, "prefix", text, ws_context_before(text, part.begin));
    put_span(json, "suffix", text, ws_context_after(text, part.end));
    ws_json_close(json, '}');
    ws_json_open(json, '{');
    ws_json_string(json, "type", "TextPositionSelector");
    whosaid_span units = ws_offset_span(&rows->offsets, part);
    ws_json_key(json, "start");
    ws_json_number(json, units.begin);
    ws_json_key(json, "end");
    ws_json_number(json, units.end);
    ws_json_close(json, '}');
    ws_json_close(json, ']');
    ws_json_close(json, '}');
}

static whosaid_status write_row(ws_file *file, const ws_rows *rows,
                                const ws_row *row)
{
    const whosaid_quote *quote = row->quote;
    const char *kind = whosaid_strkind(quote->kind);
    ws_cell speaker = ws_row_speaker(rows, row);
    ws_json *json = file->state;

    ws_json_open(json, '{');
    ws_json_string(json, "@context", "http://www.w3.org/ns/anno.jsonld");
    put_id(json, rows->id[row->index]);
    ws_json_string(json, "type", "Annotation");
    if (quote->kind > WHOSAID_KIND_TURN) {
        ws_json_string(json, "motivation", "classifying");
        put_body(json, "classifying", (ws_cell){kind, strlen(kind)});
    } else if (speaker.len > 0) {
        ws_json_string(json, "motivation", "identifying");
        put_body(json, "identifying", speaker);
    } else {
        ws_json_string(json, "motivation", "highlighting");
    }
    ws_json_key(json, "target");
    if (quote->parts > 1)
        ws_json_open(json, '[');
    for (uint32_t i = 0; i < quote->parts; i++)
        put_target(json, rows, quote->part[i]);
    if (quote->parts > 1)
        ws_json_close(json, ']');
    ws_json_close(json, '}');
    ws_json_end(json);
    file->counts.replaced = json->replaced;
    return WHOSAID_OK;
}

const ws_format ws_format_annotations = {
    "annotations", open_annotations, NULL, write_row, NULL, NULL, NULL};
