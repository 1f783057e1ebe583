/*
 * html_dump.h - a page's tokens as one line, for people and for tests.
 *
 *   <a b="c"/>   a start tag, its attributes (the first of a name only)
 *   </a>         an end tag
 *   'text'       text, references read; two in a row are one
 *   {words}      a comment
 *   !words       a doctype, as it stands
 */
#ifndef TESTS_HTML_DUMP_H
#define TESTS_HTML_DUMP_H

#include "fixture.h"
#include "text/entity.h"
#include "text/markup.h"

/* Append words as a browser has them: line ends, NUL and references read. */
static inline void dump_words(struct fixture_buffer *out, const ws_markup *html,
                              whosaid_span words, bool nul, bool decoded,
                              bool value)
{
    const char *bytes = html->bytes;

    for (uint32_t at = words.begin; at < words.end;) {
        ws_entity entity;
        uint32_t len = 0;

        if (bytes[at] == '&' && decoded)
            len = ws_entity_read(bytes, at, words.end, value, &entity);
        if (len > 0) {
            if (5 * (uint32_t)entity.len > 6 * len)
                fixture_die("a reference is too short", "entity");
            fixture_put(out, entity.bytes, entity.len);
            at += len;
            continue;
        }
        if (bytes[at] == '\0' && nul) {
            fixture_puts(out, "\xEF\xBF\xBD");
        } else if (bytes[at] == '\r') {
            fixture_puts(out, "\n");
            at += at + 1 < html->len && bytes[at + 1] == '\n' ? 1 : 0;
        } else {
            fixture_put(out, bytes + at, 1);
        }
        at++;
    }
}

static inline void dump_name(struct fixture_buffer *out, const ws_markup *html,
                             whosaid_span words)
{
    size_t from = out->len;

    dump_words(out, html, words, true, false, false);
    for (size_t i = from; i < out->len; i++)
        if (out->bytes[i] >= 'A' && out->bytes[i] <= 'Z')
            out->bytes[i] = (char)(out->bytes[i] | 0x20);
}

/* Whether an attribute is the first of its name in the tag. */
static inline bool dump_is_first(const ws_markup *html,
                                 const ws_markup_token *token,
                                 whosaid_span name)
{
    uint32_t at = token->words.end;
    ws_markup_attr attr;
    struct fixture_buffer lower = {NULL, 0, 0};
    bool first = true;

    dump_name(&lower, html, name);
    while (first && ws_markup_attr_next(html, &at, &attr) &&
           attr.name.begin < name.begin) {
        struct fixture_buffer other = {NULL, 0, 0};

        dump_name(&other, html, attr.name);
        first = other.len != lower.len ||
                memcmp(other.bytes, lower.bytes, other.len) != 0;
        free(other.bytes);
    }
    free(lower.bytes);
    return first;
}

static inline void dump_tag(struct fixture_buffer *out, const ws_markup *html,
                            const ws_markup_token *token)
{
    uint32_t at = token->words.end;
    ws_markup_attr attr;

    fixture_puts(out, token->kind == WS_MARKUP_CLOSE ? "</" : "<");
    dump_name(out, html, token->words);
    while (token->kind == WS_MARKUP_START &&
           ws_markup_attr_next(html, &at, &attr)) {
        if (!dump_is_first(html, token, attr.name))
            continue;
        fixture_puts(out, " ");
        dump_name(out, html, attr.name);
        fixture_puts(out, "=\"");
        dump_words(out, html, attr.value, true, true, true);
        fixture_puts(out, "\"");
    }
    if (token->kind == WS_MARKUP_START && token->solidus)
        fixture_puts(out, "/");
    fixture_puts(out, ">");
}

/* All tokens of a page that begins in a mode, after a start tag of a name. */
static inline struct fixture_buffer dump_tokens(const char *bytes, size_t len,
                                                ws_markup_mode mode,
                                                const char *name, bool foreign)
{
    struct fixture_buffer page = {NULL, 0, 0};
    struct fixture_buffer out = {NULL, 0, 0};
    size_t before = strlen(name);
    ws_markup html;
    ws_markup_token token;
    bool in_text = false;

    fixture_puts(&page, name);
    fixture_put(&page, bytes, len);
    /* exactly as long as it is, so that ASan sees a byte too far */
    page.bytes = realloc(page.bytes, page.len + (page.len == 0));
    fixture_put(&out, "", 0);
    ws_markup_init(&html, page.bytes, (uint32_t)page.len);
    html.at = (uint32_t)before;
    html.mode = mode;
    html.last = (whosaid_span){0, (uint32_t)before};
    html.foreign = foreign;
    while (ws_markup_next(&html, &token)) {
        if (in_text && token.kind != WS_MARKUP_TEXT)
            fixture_puts(&out, "'");
        if (out.len > 0 && !(in_text && token.kind == WS_MARKUP_TEXT))
            fixture_puts(&out, " ");
        if (token.kind == WS_MARKUP_TEXT) {
            fixture_puts(&out, in_text ? "" : "'");
            dump_words(&out, &html, token.words, token.nul, token.decoded,
                       false);
        } else if (token.kind == WS_MARKUP_COMMENT) {
            fixture_puts(&out, "{");
            dump_words(&out, &html, token.words, true, false, false);
            fixture_puts(&out, "}");
        } else if (token.kind == WS_MARKUP_DOCTYPE) {
            fixture_puts(&out, "!");
            dump_words(&out, &html, token.words, false, false, false);
        } else {
            dump_tag(&out, &html, &token);
        }
        in_text = token.kind == WS_MARKUP_TEXT;
    }
    fixture_puts(&out, in_text ? "'" : "");
    free(page.bytes);
    return out;
}

#endif /* TESTS_HTML_DUMP_H */
