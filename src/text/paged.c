/*
 * paged.c - texts in pages, which form feeds part: what pdftotext writes.
 *
 *   in   a text with a form feed before each page but the first, or behind it
 *   out  marks: heads, feet and page numbers dropped, each paragraph one line
 *
 * 1. Look at each line: where its words are, how wide it is, how it begins and
 *    ends.
 * 2. Of the first and last lines of each page, those go that stand so, digits
 *    aside, on a page near it, and those that are numbers only.
 * 3. Each line goes on with the one before it or begins a paragraph: by blank
 *    lines, indents and short lines, and over the end of a page by whether a
 *    sentence or a quotation goes on.
 *
 * Lines are as wide as the letters in them: where a font is proportional and
 * words were mended that hyphens parted, their widths differ by half. So only
 * a line far shorter than the middle one is short.
 */
#include "text/paged.h"

#include <string.h>

#include "base/unicode.h"
#include "text/hyphen.h"

enum {
    EDGE = 4,        /* lines at a page's ends that may be the page's */
    NEAR = 2,        /* pages that its heads stand on again */
    COLUMNS = 200,   /* widths are counted up to here */
    LABEL = 40,      /* bytes of a speaker's label */
    INDENT = 2,      /* columns that begin a paragraph */
    SENTENCE_END = 5 /* marks behind a full stop, at most */
};

/* How a line is. A set of bits. */
enum {
    LINE_ENDS = 1,    /* as a sentence does */
    LINE_GOES = 2,    /* begins with a letter, but no upper case one */
    LINE_OPENS = 4,   /* begins with a quotation mark */
    LINE_HEAD = 8,    /* is the page's, at its top */
    LINE_NUMBER = 16, /* is a page's number */
    LINE_CLOSES = 32, /* ends with a quotation mark */
    LINE_FOOT = 64,   /* is the page's, at its end */
    LINE_DROPS = LINE_HEAD | LINE_FOOT
};

struct line {
    ws_signs_line words;
    uint32_t page;
    uint32_t key;    /* of its words, digits aside */
    uint16_t indent; /* columns */
    uint16_t columns;
    uint16_t first; /* columns of its first word */
    uint8_t is;
    bool blank; /* lines stand before it that are */
};

struct pages {
    ws_signs *plain;
    struct line *line; /* [count], none blank */
    uint32_t count;
    uint32_t columns; /* of the middle line */
    bool wrapped;
    const struct line *top; /* the first one kept */
    int32_t open;           /* quotations that are, in the paragraph at hand */
    bool straight;
};

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f';
}

/* -- lines ---------------------------------------------------------------- */

static bool ends_sentence(const ws_signs *plain, ws_signs_line words)
{
    uint32_t end = words.end;

    for (uint32_t turn = 0; turn < SENTENCE_END && end > words.begin; turn++) {
        int32_t cp = 0;
        end -= ws_utf8_prev(plain->bytes, end, &cp);
        if (cp == '.' || cp == '!' || cp == '?' || cp == ':' || cp == 0x2026)
            return true;
        if (cp != ')' && cp != ']' && (ws_cp_class(cp) & WS_CP_QUOTE) == 0)
            return false;
    }
    return false;
}

static uint16_t columns_of(const ws_signs *plain, uint32_t begin, uint32_t end)
{
    uint32_t columns = 0;

    for (; begin < end && columns < COLUMNS; begin++)
        columns += ((unsigned char)plain->bytes[begin] & 0xC0) != 0x80;
    return (uint16_t)columns;
}

/* A key of a line's words: white space aside, numbers alike. */
static uint32_t key_of(const ws_signs *plain, ws_signs_line words, bool *number)
{
    uint32_t key = 2166136261u;
    uint32_t digits = 0;
    bool other = false;

    for (uint32_t at = words.begin; at < words.end; at++) {
        char c = plain->bytes[at];
        bool digit = c >= '0' && c <= '9';
        digits += digit;
        other |= (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') ||
                 (c >= 'A' && c <= 'Z');
        if (is_white(c) ||
            (digit && at > words.begin && plain->bytes[at - 1] >= '0' &&
             plain->bytes[at - 1] <= '9'))
            continue;
        key = (key ^ (unsigned char)(digit ? '0' : c)) * 16777619u;
    }
    *number = digits > 0 && digits <= 6 && !other;
    return key;
}

/* Look at a line that is not blank. */
static void look_at(const ws_signs *plain, uint32_t begin, struct line *line)
{
    ws_signs_line words = line->words;
    bool number = false;
    int32_t cp = 0;
    uint32_t first = words.begin;

    while (begin < words.begin && plain->bytes[begin] == '\f')
        begin++;
    (void)ws_utf8_next(plain->bytes, words.end, words.begin, &cp);
    uint32_t class = ws_cp_class(cp);
    line->key = key_of(plain, words, &number);
    line->is = ends_sentence(plain, words) ? LINE_ENDS : 0;
    if (number && line->is == 0)
        line->is |= LINE_NUMBER;
    if ((class & (WS_CP_LETTER | WS_CP_UPPER)) == WS_CP_LETTER)
        line->is |= LINE_GOES;
    if ((class & WS_CP_QUOTE) != 0)
        line->is |= LINE_OPENS;
    (void)ws_utf8_prev(plain->bytes, words.end, &cp);
    if ((ws_cp_class(cp) & WS_CP_QUOTE) != 0)
        line->is |= LINE_CLOSES;
    while (first < words.end && !is_white(plain->bytes[first]))
        first++;
    line->indent = columns_of(plain, begin, words.begin);
    line->columns = columns_of(plain, words.begin, words.end);
    line->first = columns_of(plain, words.begin, first);
}

static ws_signs_line words_of(const ws_signs *plain, ws_signs_line line)
{
    while (line.begin < line.end && is_white(plain->bytes[line.begin]))
        line.begin++;
    while (line.end > line.begin && is_white(plain->bytes[line.end - 1]))
        line.end--;
    return line;
}

/* Find the lines that are not blank; count them where there is no room. */
static void find_lines(struct pages *pages)
{
    const ws_signs *plain = pages->plain;
    uint32_t page = 0;
    bool blank = false;
    ws_signs_line line;

    pages->count = 0;
    for (uint32_t at = plain->begin; at < plain->end; at = line.next) {
        line = ws_signs_line_at(plain, at);
        ws_signs_line words = words_of(plain, line);
        for (uint32_t i = at; i < words.begin; i++)
            page += plain->bytes[i] == '\f';
        if (words.begin < words.end) {
            struct line *here =
                pages->line != NULL ? &pages->line[pages->count] : NULL;
            if (here != NULL) {
                here->words = words;
                here->page = page;
                here->blank = blank;
                look_at(plain, at, here);
            }
            pages->count++;
        }
        blank = words.begin == words.end;
        /* behind the words, "12^L" */
        for (uint32_t i = words.end; i < line.next && words.begin < words.end;
             i++)
            page += plain->bytes[i] == '\f';
    }
}

/* -- what is the pages' --------------------------------------------------- */

/* The line behind the last one of the page that begins at line first. */
static uint32_t page_end(const struct pages *pages, uint32_t first)
{
    uint32_t end = first;

    while (end < pages->count &&
           pages->line[end].page == pages->line[first].page)
        end++;
    return end;
}

/* The lines of a page, in order from its top or from its bottom. */
struct sheet {
    uint32_t begin;
    uint32_t end;
};

static struct line *line_of(const struct pages *pages, struct sheet sheet,
                            uint32_t i, bool top)
{
    return &pages->line[top ? sheet.begin + i : sheet.end - 1 - i];
}

/* How many lines at a page's end may be the page's. */
static uint32_t edge_of(struct sheet sheet)
{
    uint32_t lines = sheet.end - sheet.begin;

    return lines < EDGE ? lines : EDGE;
}

/* Whether a line of one page stands at the same end of another. */
static bool stands_again(const struct pages *pages, const struct line *line,
                         struct sheet other, bool top)
{
    for (uint32_t i = 0; i < edge_of(other); i++)
        if (line_of(pages, other, i, top)->key == line->key)
            return true;
    return false;
}

/* Drop the lines at one end of two pages that both have. */
static void drop_alike(const struct pages *pages, struct sheet a,
                       struct sheet b, bool top)
{
    for (uint32_t i = 0; i < edge_of(a); i++) {
        struct line *line = line_of(pages, a, i, top);
        if (stands_again(pages, line, b, top))
            line->is |= top ? LINE_HEAD : LINE_FOOT;
    }
}

/* Keep what stands behind a line that is kept; drop numbers before it. */
static void settle(const struct pages *pages, struct sheet sheet, bool top)
{
    const uint8_t drops = top ? LINE_HEAD : LINE_FOOT;
    bool kept = false;

    for (uint32_t i = 0; i < edge_of(sheet); i++) {
        struct line *line = line_of(pages, sheet, i, top);
        if ((line->is & LINE_NUMBER) != 0)
            line->is |= drops;
        kept |= (line->is & drops) == 0;
        if (kept)
            line->is &= (uint8_t)~drops;
    }
}

static void drop_edges(const struct pages *pages)
{
    struct sheet before[NEAR] = {
        {0, 0},
        {0, 0}
    };
    struct sheet sheet = {0, 0};

    for (; sheet.begin < pages->count; sheet.begin = sheet.end) {
        sheet.end = page_end(pages, sheet.begin);
        for (uint32_t i = 0; i < NEAR; i++) {
            drop_alike(pages, sheet, before[i], true);
            drop_alike(pages, before[i], sheet, true);
            drop_alike(pages, sheet, before[i], false);
            drop_alike(pages, before[i], sheet, false);
        }
        before[1] = before[0];
        before[0] = sheet;
    }
    sheet.begin = 0;
    for (; sheet.begin < pages->count; sheet.begin = sheet.end) {
        sheet.end = page_end(pages, sheet.begin);
        settle(pages, sheet, false);
        settle(pages, sheet, true);
    }
}

/* -- paragraphs ----------------------------------------------------------- */

/* The width of the middle line, and whether lines are wrapped. */
static void measure(struct pages *pages)
{
    uint32_t wide[COLUMNS + 1] = {0};
    uint32_t lines = 0;
    uint32_t inner = 0; /* lines right under another */
    uint32_t ends = 0;  /* where that ends a sentence */
    uint32_t seen = 0;

    for (uint32_t i = 0; i < pages->count; i++) {
        const struct line *line = &pages->line[i];
        if (i > 0 && !line->blank && line->page == line[-1].page &&
            ((line->is | line[-1].is) & LINE_DROPS) == 0) {
            inner++;
            ends += (line[-1].is & LINE_ENDS) != 0;
            wide[line[-1].columns]++; /* no paragraph's last */
            lines++;
        }
    }
    while (pages->columns < COLUMNS && seen + wide[pages->columns] <= lines / 2)
        seen += wide[pages->columns++];
    pages->wrapped = inner > 0 && ends <= inner / 2;
}

/* "RUIZ: ": a line begins with a transcript's label. */
static bool is_labelled(const ws_signs *plain, ws_signs_line words)
{
    uint32_t letters = 0;

    for (uint32_t at = words.begin; at < words.end && at < words.begin + LABEL;
         at++) {
        char c = plain->bytes[at];
        if (c == ':')
            return letters > 0;
        letters += c >= 'A' && c <= 'Z';
        if (!(c >= 'A' && c <= 'Z') && strchr(" .'-", c) == NULL)
            return false;
    }
    return false;
}

/* Whether a line leaves much room for the next one's first word; where a
 * quotation closes, less will do. */
static bool is_brief(const struct pages *pages, const struct line *line,
                     const struct line *next)
{
    uint32_t least = (line->is & LINE_CLOSES) != 0 ? 18 : 16; /* of 20 */

    return (line->columns + 1U + next->first) * 20 < pages->columns * least;
}

/* Whether a quotation goes on in a line that does not open it anew. */
static bool goes_on_quoted(const struct pages *pages, const struct line *next)
{
    return (pages->open > 0 || pages->straight) && (next->is & LINE_OPENS) == 0;
}

/* Whether next begins a paragraph, where line stands before it. */
static bool begins(const struct pages *pages, const struct line *line,
                   const struct line *next)
{
    bool ends = (line->is & LINE_ENDS) != 0;
    bool goes = (next->is & LINE_GOES) != 0;
    bool brief = is_brief(pages, line, next);
    bool turned = next->page != line->page;

    if (!ends && goes)
        return false;
    if (!pages->wrapped)
        return true;
    if (turned)
        return ends ? !goes_on_quoted(pages, next) : brief;
    if (next->blank)
        return ends || brief || !goes_on_quoted(pages, next);
    if (!ends && line == pages->top)
        return true; /* a headline */
    if (!ends)
        return brief && (line->columns + next->first) * 3 < pages->columns * 2;
    /* what two people say, or one goes on with */
    bool open = pages->open > 0 || pages->straight;
    if ((next->is & LINE_OPENS) != 0 && (open || (line->is & LINE_CLOSES) != 0))
        return true;
    return is_labelled(pages->plain, next->words) ||
           next->indent >= line->indent + INDENT ||
           (brief && !goes_on_quoted(pages, next));
}

/* Follow the marks of a line. */
static void count_marks(struct pages *pages, const struct line *line)
{
    const ws_signs *plain = pages->plain;

    for (uint32_t at = line->words.begin; at < line->words.end; at++) {
        if (plain->bytes[at] == '"')
            pages->straight = !pages->straight;
        else if (ws_signs_has(plain, at, line->words.end, "\xE2\x80\x9C"))
            pages->open++;
        else if (ws_signs_has(plain, at, line->words.end, "\xE2\x80\x9D"))
            pages->open--;
    }
}

/* Mark what stands between two lines that are kept. */
static void mark_between(struct pages *pages, const struct line *line,
                         const struct line *next)
{
    ws_signs *plain = pages->plain;
    uint32_t hyphen = 0;

    ws_signs_mark(plain, line->words.end, next->words.begin, WS_SIGNS_DROP);
    if (begins(pages, line, next)) {
        plain->mark[line->words.end] |= WS_SIGNS_BREAK;
        plain->mark[next->words.begin] |= WS_SIGNS_BREAK;
        pages->open = 0;
        pages->straight = false;
        return;
    }
    ws_hyphen is = ws_hyphen_at(plain, line->words, next->words, &hyphen);
    if (is == WS_HYPHEN_NONE)
        plain->mark[line->words.end] |= WS_SIGNS_SPACE;
    else if (is == WS_HYPHEN_PARTS)
        ws_signs_mark(plain, line->words.end - hyphen, line->words.end,
                      WS_SIGNS_DROP);
}

static void mark_lines(struct pages *pages)
{
    const struct line *line = NULL; /* the last one kept */
    ws_signs *plain = pages->plain;

    for (uint32_t i = 0; i < pages->count; i++) {
        const struct line *next = &pages->line[i];
        if ((next->is & LINE_DROPS) != 0)
            continue;
        if (line != NULL)
            mark_between(pages, line, next);
        else
            ws_signs_mark(plain, plain->begin, next->words.begin,
                          WS_SIGNS_DROP);
        if (line == NULL)
            pages->top = next;
        count_marks(pages, next);
        line = next;
    }
    ws_signs_mark(plain, line != NULL ? line->words.end : plain->begin,
                  plain->end, WS_SIGNS_DROP);
}

whosaid_status ws_paged_mark(ws_arena *scratch, ws_signs *plain)
{
    struct pages pages = {.plain = plain};

    find_lines(&pages);
    pages.line = WS_NEW(scratch, struct line, pages.count);
    if (pages.line == NULL)
        return WHOSAID_ERR_NOMEM;
    find_lines(&pages);
    drop_edges(&pages);
    measure(&pages);
    mark_lines(&pages);
    return WHOSAID_OK;
}
