/*
 * plain.c - texts that are laid out for another purpose: mail, Markdown,
 * subtitles, Gutenberg's books, pages, lines that hyphens end.
 *
 *   in   a text
 *   out  the same without its layout, and a map to it; or nothing to do
 *
 * One pass looks for evidence; what shows none is read as it stands. Then each
 * layout marks the bytes that are not the text's, and they are left out. What
 * stands around a Gutenberg book is blank in front, so that all places stay.
 *
 * O(len). Not here: HTML (page.c).
 */
#include <string.h>

#include "base/unicode.h"
#include "text/caption.h"
#include "text/credit.h"
#include "text/hyphen.h"
#include "text/markdown.h"
#include "text/page.h"
#include "text/paged.h"
#include "text/signs.h"

enum {
    INDENT = 3, /* spaces before a mark at a line's begin */
};

/* What the evidence is for. */
struct look {
    uint32_t quoted; /* lines that begin with > */
    bool close;      /* two of them together */
    bool captions;
    bool markdown;
    bool book;     /* begin or end are not the text's */
    bool paged;    /* form feeds part it */
    bool credits;  /* a line ends as one under a picture */
    bool hyphened; /* a line's last word goes on in the next */
};

/* -- mail ----------------------------------------------------------------- */

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* Behind the marks of quoting at a line's begin, and how many there are; 0:
 * none. ">>Gut<<" is a quotation, ">text" is quoted mail where the lines beside
 * it are. */
static uint32_t quoting(const ws_signs *plain, ws_signs_line line, bool close,
                        uint32_t *depth)
{
    uint32_t at = line.begin;
    bool loose = false;

    *depth = 0;
    while (at < line.end && at < line.begin + INDENT && plain->bytes[at] == ' ')
        at++;
    while (at < line.end && plain->bytes[at] == '>') {
        at++;
        ++*depth;
        loose = at == line.end || is_white(plain->bytes[at]);
        at += at < line.end && plain->bytes[at] == ' ' ? 1 : 0;
    }
    if (*depth > 0 && !loose &&
        (!close || memchr(plain->bytes + at, '<', line.end - at) != NULL))
        *depth = 0;
    return *depth > 0 ? at : line.begin;
}

/* Drop the marks; words quoted and not are no paragraph together. */
static void mark_quoting(ws_signs *plain, const struct look *look)
{
    uint32_t before = 0;
    bool blank = true;
    ws_signs_line line;

    for (uint32_t at = plain->begin; at < plain->end; at = line.next) {
        uint32_t depth = 0;
        line = ws_signs_line_at(plain, at);
        uint32_t words = quoting(plain, line, look->close, &depth);
        ws_signs_mark(plain, line.begin, words, WS_SIGNS_DROP);
        bool now = ws_signs_words(plain, line).begin == line.end;
        if (!blank && !now && depth != before)
            plain->mark[line.begin] |= WS_SIGNS_BREAK;
        blank = now;
        before = depth;
    }
}

/* -- books ---------------------------------------------------------------- */

/* "*** START OF THE PROJECT GUTENBERG EBOOK ...": where a book begins and
 * ends. */
static void look_for_book(ws_signs *plain, ws_signs_line line,
                          struct look *look)
{
    uint32_t at = line.begin;

    if (plain->bytes[at] != '*' || line.end - at < 8)
        return;
    while (at < line.end &&
           (plain->bytes[at] == '*' || plain->bytes[at] == ' '))
        at++;
    bool start = ws_signs_has(plain, at, line.end, "START OF ");
    bool end = ws_signs_has(plain, at, line.end, "END OF ") ||
               ws_signs_has(plain, at, line.end, "END THE SMALL PRINT");
    bool small = ws_signs_has(plain, at, line.end, "END*THE SMALL PRINT");
    bool ours = false;
    for (; (start || end) && at < line.end && !ours; at++)
        ours = ws_signs_has(plain, at, line.end, "PROJECT GUTENBERG");
    if (small || (start && ours)) {
        plain->begin = line.next;
        look->book = true;
    } else if (end && ours && look->book) {
        plain->end = line.begin;
    }
}

/* -- looking -------------------------------------------------------------- */

/* Whether a line's last word seems to go on in the next one: "Minis-". */
static bool is_hyphened(const ws_signs *plain, ws_signs_line line)
{
    uint32_t at = line.end;

    while (at > line.begin && is_white(plain->bytes[at - 1]))
        at--;
    if (at < line.begin + 3 || line.next == plain->end)
        return false;
    unsigned char last = (unsigned char)plain->bytes[at - 1];
    unsigned char before = (unsigned char)plain->bytes[at - 2];
    if (last != '-') /* U+2010, U+00AD */
        return last == 0x90 || (last == 0xAD && before == 0xC2);
    return before != '-' && before != ' ' && before != '*' && before != '_';
}

/* Look at the lines; those of a book, once that has begun. */
static void look_at_lines(ws_signs *plain, struct look *look)
{
    bool before = false;
    ws_signs_line line;

    for (uint32_t at = 0; at < plain->end; at = line.next) {
        uint32_t depth = 0;
        line = ws_signs_line_at(plain, at);
        bool quoted = false;
        if (line.end > line.begin &&
            (plain->bytes[at] == '>' || plain->bytes[at] == ' ')) {
            (void)quoting(plain, line, true, &depth);
            quoted = depth > 0;
        }
        look->quoted += quoted;
        look->close = look->close || (quoted && before);
        before = quoted;
        if (line.end > line.begin && !look->captions &&
            plain->bytes[at] >= '0' && plain->bytes[at] <= '9')
            look->captions = ws_caption_is_time(plain, line);
        look->credits = look->credits || ws_credit_is(plain, line);
        look->hyphened = look->hyphened || is_hyphened(plain, line);
        look_for_book(plain, line, look);
    }
}

/* Whether a form feed stands at a line's begin; others are stray. */
static bool is_paged(const ws_signs *plain)
{
    const char *at = plain->bytes;
    const char *end = at + plain->end;

    while ((at = memchr(at, '\f', (size_t)(end - at))) != NULL) {
        if (at > plain->bytes && at[-1] == '\n')
            return true;
        at++;
    }
    return false;
}

static void look_at(ws_signs *plain, struct look *look)
{
    static const struct look nothing;

    *look = nothing;
    look_at_lines(plain, look);
    look->paged = !look->captions && is_paged(plain);
    look->markdown = !look->captions && !look->paged && ws_markdown_is(plain);
}

static bool has_layout(const struct look *look)
{
    return look->captions || look->markdown || look->book || look->close ||
           look->paged || look->hyphened || look->credits;
}

/* -- writing -------------------------------------------------------------- */

static void put(ws_arena *arena, ws_article *article, char c, uint32_t from,
                uint32_t until)
{
    ws_map_other(arena, &article->map, article->len, from, until);
    article->text[article->len++] = c;
}

/* What stands before a book, as so much white space. */
static void write_blank(ws_arena *arena, const ws_signs *plain,
                        ws_article *article)
{
    uint32_t step = 0;

    for (uint32_t at = 0; at < plain->begin; at += step) {
        int32_t cp = 0;
        step = ws_utf8_next(plain->bytes, plain->begin, at, &cp);
        char c = plain->bytes[at];
        bool plain_byte = c == '\n' || c == '\r' || c == ' ';
        if (plain_byte)
            ws_map_same(arena, &article->map, article->len, at);
        if (plain_byte)
            article->text[article->len++] = c;
        else
            put(arena, article, ' ', at, at + step);
    }
}

static void write_text(ws_arena *arena, const ws_signs *plain,
                       ws_article *article)
{
    write_blank(arena, plain, article);
    for (uint32_t at = plain->begin; at < plain->end; at++) {
        uint8_t mark = plain->mark[at];
        if ((mark & WS_SIGNS_BREAK) != 0)
            put(arena, article, '\n', at, at);
        if ((mark & WS_SIGNS_COLON) != 0)
            put(arena, article, ':', at, at);
        bool inner = ((unsigned char)plain->bytes[at] & 0xC0) == 0x80;
        if ((mark & WS_SIGNS_BLANK) != 0 && inner)
            continue; /* of a character whose place a space has */
        if ((mark & (WS_SIGNS_SPACE | WS_SIGNS_COLON | WS_SIGNS_BLANK)) != 0) {
            put(arena, article, ' ', at, at + 1);
        } else if ((mark & WS_SIGNS_DROP) == 0) {
            ws_map_same(arena, &article->map, article->len, at);
            article->text[article->len++] = plain->bytes[at];
        }
    }
    article->text[article->len] = '\0';
    arena->steps += plain->end;
}

/* Bytes that the text may take. */
static uint32_t room(const ws_signs *plain)
{
    uint32_t size = plain->end + 1;

    for (uint32_t i = plain->begin; i < plain->end; i++)
        size += (uint32_t)((plain->mark[i] & WS_SIGNS_BREAK) != 0) +
                (uint32_t)((plain->mark[i] & WS_SIGNS_COLON) != 0);
    return size;
}

static whosaid_status make(ws_arena *scratch, ws_signs *plain,
                           const struct look *look, whosaid_page *page)
{
    ws_article *article = &page->article;

    plain->mark = WS_NEW(scratch, uint8_t, plain->len);
    if (plain->mark == NULL)
        return WHOSAID_ERR_NOMEM;
    memset(plain->mark, 0, plain->len);
    whosaid_status status = WHOSAID_OK;
    if (look->paged)
        status = ws_paged_mark(scratch, plain);
    else if (look->captions)
        ws_caption_mark(plain);
    else if (look->close || (look->quoted > 0 && look->markdown))
        mark_quoting(plain, look);
    if (look->markdown)
        ws_markdown_mark(plain);
    if (look->credits && !look->paged && !look->captions)
        ws_credit_mark(plain);
    if (look->hyphened && !look->paged && !look->captions)
        ws_hyphen_mark(plain);
    uint32_t size = room(plain);
    article->spoken = look->captions;
    article->text = WS_NEW(&page->arena, char, size);
    if (article->text == NULL || status != WHOSAID_OK)
        return WHOSAID_ERR_NOMEM;
    write_text(&page->arena, plain, article);
    for (uint32_t i = 0; i < WHOSAID_PAGE_FIELDS; i++)
        page->field[i].words = "";
    return page->arena.failed ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}

whosaid_status whosaid_plain_read(const char *text, size_t len,
                                  const whosaid_allocator *allocator,
                                  whosaid_page **page)
{
    ws_signs plain = {text, 0, 0, 0, NULL};
    struct look look;
    ws_arena scratch;

    if (page == NULL)
        return WHOSAID_ERR_ARGUMENT;
    *page = NULL;
    if (text == NULL && len > 0)
        return WHOSAID_ERR_ARGUMENT;
    if (len > WHOSAID_MAX_INPUT)
        return WHOSAID_ERR_TOO_LONG;
    plain.len = plain.end = (uint32_t)len;
    if (len == 0)
        return WHOSAID_OK;
    look_at(&plain, &look);
    if (!has_layout(&look))
        return WHOSAID_OK;
    whosaid_page *made = WS_OBJECT(allocator, whosaid_page);
    if (made == NULL)
        return WHOSAID_ERR_NOMEM;
    made->bytes = text;
    made->len = plain.len;
    ws_arena_init(&scratch, &made->arena.source);
    whosaid_status status = make(&scratch, &plain, &look, made);
    ws_arena_free(&scratch);
    if (status != WHOSAID_OK) {
        whosaid_page_free(made);
        return status;
    }
    *page = made;
    return WHOSAID_OK;
}
