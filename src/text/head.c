/*
 * head.c - what a page tells of itself: title, address, date, language.
 *
 * Pages say it in several places; the one that is best kept wins, and of those
 * that are as good the first.
 */
#include "text/head.h"

#include "base/unicode.h"
#include "text/entity.h"
#include "text/ldjson.h"

static void take(ws_head *head, whosaid_page_field field, uint8_t rank,
                 whosaid_span words, ws_head_form form)
{
    ws_head_field *at = &head->field[field];

    if (rank <= at->rank || words.end == words.begin)
        return;
    at->rank = rank;
    at->words = words;
    at->form = form;
}

struct source {
    const char *name; /* of a meta */
    whosaid_page_field field;
    uint8_t rank;
};

static const struct source metas[] = {
    {"og:title",               WHOSAID_PAGE_TITLE,    3},
    {"twitter:title",          WHOSAID_PAGE_TITLE,    2},
    {"og:url",                 WHOSAID_PAGE_URL,      3},
    {"article:published_time", WHOSAID_PAGE_DATE,     5},
    {"datepublished",          WHOSAID_PAGE_DATE,     4},
    {"parsely-pub-date",       WHOSAID_PAGE_DATE,     3},
    {"pubdate",                WHOSAID_PAGE_DATE,     3},
    {"dc.date",                WHOSAID_PAGE_DATE,     2},
    {"date",                   WHOSAID_PAGE_DATE,     2},
    {"content-language",       WHOSAID_PAGE_LANGUAGE, 2},
    {"og:locale",              WHOSAID_PAGE_LANGUAGE, 1},
};

void ws_head_meta(ws_head *head, const ws_markup *html, const ws_attrs *attrs)
{
    static const ws_attr by[] = {WS_ATTR_PROPERTY, WS_ATTR_NAME,
                                 WS_ATTR_ITEMPROP, WS_ATTR_HTTP_EQUIV};

    if ((attrs->has & 1U << WS_ATTR_CONTENT) == 0)
        return;
    for (size_t i = 0; i < sizeof metas / sizeof metas[0]; i++) {
        for (size_t b = 0; b < sizeof by / sizeof by[0]; b++) {
            if (ws_attrs_is(html, attrs, by[b], metas[i].name))
                take(head, metas[i].field, metas[i].rank,
                     attrs->value[WS_ATTR_CONTENT], WS_HEAD_VALUE);
        }
    }
}

void ws_head_link(ws_head *head, const ws_markup *html, const ws_attrs *attrs)
{
    if (ws_attrs_has(html, attrs, WS_ATTR_REL, "canonical") &&
        (attrs->has & 1U << WS_ATTR_HREF) != 0)
        take(head, WHOSAID_PAGE_URL, 4, attrs->value[WS_ATTR_HREF],
             WS_HEAD_VALUE);
}

void ws_head_lang(ws_head *head, const ws_attrs *attrs)
{
    if ((attrs->has & 1U << WS_ATTR_LANG) != 0)
        take(head, WHOSAID_PAGE_LANGUAGE, 4, attrs->value[WS_ATTR_LANG],
             WS_HEAD_VALUE);
}

void ws_head_time(ws_head *head, const ws_markup *html, const ws_attrs *attrs)
{
    bool published =
        ws_attrs_is(html, attrs, WS_ATTR_ITEMPROP, "datepublished");

    if ((attrs->has & 1U << WS_ATTR_DATETIME) != 0)
        take(head, WHOSAID_PAGE_DATE, published ? 4 : 1,
             attrs->value[WS_ATTR_DATETIME], WS_HEAD_VALUE);
}

void ws_head_title(ws_head *head, whosaid_span words)
{
    take(head, WHOSAID_PAGE_TITLE, 1, words, WS_HEAD_VALUE);
}

void ws_head_json(ws_head *head, const ws_markup *html, whosaid_span json)
{
    whosaid_span found[WS_LDJSON_KEYS] = {
        {0, 0}
    };

    ws_ldjson_find(html->bytes, json, found);
    take(head, WHOSAID_PAGE_TITLE, 4, found[WS_LDJSON_TITLE], WS_HEAD_JSON);
    take(head, WHOSAID_PAGE_DATE, 3, found[WS_LDJSON_DATE], WS_HEAD_JSON);
    take(head, WHOSAID_PAGE_LANGUAGE, 3, found[WS_LDJSON_LANGUAGE],
         WS_HEAD_JSON);
    /* any other thing in it may have one, too */
    take(head, WHOSAID_PAGE_URL, 1, found[WS_LDJSON_URL], WS_HEAD_JSON);
    if (head->body.end == head->body.begin)
        head->body = found[WS_LDJSON_BODY];
}

/* One character of a field as UTF-8. Returns the bytes of the page read. */
static uint32_t read_char(const char *bytes, const ws_head_field *field,
                          uint32_t at, ws_entity *out)
{
    uint32_t end = field->words.end;
    uint32_t len = 1;

    if (field->form == WS_HEAD_JSON) {
        uint32_t read = ws_ldjson_char(bytes, at, end, out->bytes, &len);
        out->len = (uint8_t)len;
        return read;
    }
    if (bytes[at] == '&') {
        len = ws_entity_read(bytes, at, end, true, out);
        if (len > 0)
            return len;
    }
    out->bytes[0] = bytes[at];
    out->len = 1;
    return 1;
}

const char *ws_head_words(ws_arena *arena, const char *bytes,
                          const ws_head_field *field, uint32_t *len)
{
    uint32_t size = field->words.end - field->words.begin;
    char *words = WS_NEW(arena, char, (size_t)size + size / 5 + WS_ENTITY_MAX);
    bool space = false;

    *len = 0;
    if (words == NULL)
        return NULL;
    for (uint32_t at = field->words.begin; at < field->words.end;) {
        ws_entity c;
        at += read_char(bytes, field, at, &c);
        if (c.len == 1 && (unsigned char)c.bytes[0] <= ' ') {
            space = *len > 0;
            continue;
        }
        if (space)
            words[(*len)++] = ' ';
        space = false;
        for (uint32_t i = 0; i < c.len; i++)
            words[(*len)++] = c.bytes[i];
    }
    return words;
}
