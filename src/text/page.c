/*
 * page.c - HTML pages from outside: bytes in, the article's text out.
 *
 *   in   a page's bytes
 *   out  text, map, fields
 *
 * What is only needed on the way lives in an arena of its own, given back at
 * once: the page keeps its text and map.
 */
#include "text/page.h"

#include <string.h>

#include "base/unicode.h"

enum {
    LOOK = 1024, /* bytes that tell whether this is HTML, and its encoding */
};

/* -- reading -------------------------------------------------------------- */

static whosaid_status read_fields(whosaid_page *page, const ws_layout *layout)
{
    const ws_article *article = &page->article;
    whosaid_span title = article->title;

    for (uint32_t i = 0; i < WHOSAID_PAGE_FIELDS; i++) {
        page->field[i].words =
            ws_head_words(&page->arena, page->bytes, &layout->head.field[i],
                          &page->field[i].len);
        if (page->field[i].words == NULL)
            return WHOSAID_ERR_NOMEM;
    }
    if (title.end == title.begin)
        return WHOSAID_OK;
    char *words = WS_NEW(&page->arena, char, title.end - title.begin + 1);
    if (words == NULL)
        return WHOSAID_ERR_NOMEM;
    memcpy(words, article->text + title.begin, title.end - title.begin);
    page->field[WHOSAID_PAGE_TITLE].words = words;
    page->field[WHOSAID_PAGE_TITLE].len = title.end - title.begin;
    return WHOSAID_OK;
}

static whosaid_status read_page(ws_arena *scratch, whosaid_page *page)
{
    ws_layout layout;

    WS_TRY(ws_layout_read(scratch, page->bytes, page->len, &layout));
    WS_TRY(ws_article_make(scratch, &page->arena, page->bytes, &layout,
                           &page->article));
    WS_TRY(read_fields(page, &layout));
    page->arena.steps += scratch->steps;
    return WHOSAID_OK;
}

whosaid_status whosaid_html_read(const char *html, size_t len,
                                 const whosaid_allocator *allocator,
                                 whosaid_page **page)
{
    ws_arena scratch;

    if (page == NULL)
        return WHOSAID_ERR_ARGUMENT;
    *page = NULL;
    if (html == NULL && len > 0)
        return WHOSAID_ERR_ARGUMENT;
    if (len > WHOSAID_MAX_INPUT)
        return WHOSAID_ERR_TOO_LONG;
    whosaid_page *made = WS_OBJECT(allocator, whosaid_page);
    if (made == NULL)
        return WHOSAID_ERR_NOMEM;
    made->bytes = html == NULL ? "" : html;
    made->len = (uint32_t)len;
    ws_arena_init(&scratch, &made->arena.source);
    whosaid_status status = read_page(&scratch, made);
    ws_arena_free(&scratch);
    if (status != WHOSAID_OK) {
        whosaid_page_free(made);
        return status;
    }
    *page = made;
    return WHOSAID_OK;
}

void whosaid_page_free(whosaid_page *page)
{
    if (page != NULL)
        ws_arena_free(&page->arena);
}

const char *whosaid_page_text(const whosaid_page *page, size_t *len)
{
    *len = page == NULL ? 0 : page->article.len;
    return page == NULL ? "" : page->article.text;
}

const char *whosaid_page_field_at(const whosaid_page *page,
                                  whosaid_page_field field, size_t *len)
{
    *len = 0;
    if (page == NULL || (uint32_t)field >= WHOSAID_PAGE_FIELDS)
        return "";
    *len = page->field[field].len;
    return page->field[field].words;
}

whosaid_span whosaid_page_source(const whosaid_page *page, whosaid_span text)
{
    static const whosaid_span none = {0, 0};

    if (page == NULL || text.begin > text.end || text.end > page->article.len)
        return none;
    return ws_map_source(&page->article.map, text);
}

void ws_page_move(const whosaid_page *page, ws_page_place *place, uint32_t at)
{
    while (place->at < at) {
        uint32_t end = ws_utf8_line_end(page->bytes, page->len, place->at);
        place->at += end != 0 ? end : 1;
        if (end != 0) {
            place->line++;
            place->begin = place->at;
        }
    }
}

/* -- what comes first ----------------------------------------------------- */

static const char *const usual[] = {
    "html",  "head",    "body", "title", "meta",  "link", "script",
    "style", "div",     "p",    "h1",    "table", "font", "article",
    "main",  "section", "br",   "a",     "center"};

bool whosaid_html_looks(const char *bytes, size_t len)
{
    ws_markup html;
    ws_markup_token token;
    uint32_t skip = 0;

    if (bytes == NULL)
        return false;
    len = len < LOOK ? len : LOOK;
    if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        skip = 3;
    while (skip < len && strchr(" \t\r\n\f", bytes[skip]) != NULL &&
           bytes[skip] != '\0')
        skip++;
    ws_markup_init(&html, bytes + skip, (uint32_t)len - skip);
    while (ws_markup_next(&html, &token)) {
        whosaid_span words = token.words;
        if (token.kind == WS_MARKUP_DOCTYPE) {
            while (words.begin < words.end && html.bytes[words.begin] == ' ')
                words.begin++;
            words.end =
                words.end < words.begin + 4 ? words.end : words.begin + 4;
            return ws_markup_is(&html, words, "html");
        }
        for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++)
            if (token.kind == WS_MARKUP_START &&
                ws_markup_is(&html, words, usual[i]))
                return true;
        bool is_white = token.kind == WS_MARKUP_TEXT;
        for (uint32_t at = words.begin; is_white && at < words.end; at++)
            is_white = html.bytes[at] == ' ' || html.bytes[at] == '\n' ||
                       html.bytes[at] == '\r' || html.bytes[at] == '\t';
        /* "<?xml ...?>" is a comment here */
        if (token.kind != WS_MARKUP_COMMENT && !is_white)
            return false;
    }
    return false;
}

/* What stands behind "charset=" in a meta's content. */
static whosaid_span charset_in(const ws_markup *html, whosaid_span content)
{
    static const char words[] = "charset=";
    uint32_t len = sizeof words - 1;

    for (uint32_t at = content.begin; at + len <= content.end; at++) {
        if (!ws_markup_is(html, (whosaid_span){at, at + len}, words))
            continue;
        uint32_t end = at + len;
        while (end < content.end && strchr(" ;\t\"'", html->bytes[end]) == NULL)
            end++;
        return (whosaid_span){at + len, end};
    }
    return (whosaid_span){0, 0};
}

whosaid_span whosaid_html_charset(const char *bytes, size_t len)
{
    whosaid_span found = {0, 0};
    ws_markup html;
    ws_markup_token token;

    if (bytes == NULL)
        return found;
    ws_markup_init(&html, bytes, (uint32_t)(len < LOOK ? len : LOOK));
    while (found.end == found.begin && ws_markup_next(&html, &token)) {
        ws_markup_attr attr;
        uint32_t at = token.words.end;
        if (token.kind != WS_MARKUP_START ||
            !ws_markup_is(&html, token.words, "meta"))
            continue;
        while (ws_markup_attr_next(&html, &at, &attr)) {
            if (ws_markup_is(&html, attr.name, "charset"))
                found = attr.value;
            else if (ws_markup_is(&html, attr.name, "content") &&
                     found.end == found.begin)
                found = charset_in(&html, attr.value);
        }
    }
    return found;
}
