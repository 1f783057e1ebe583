/*
 * document.c - the bytes of a document, its lines and paragraphs.
 *
 *   in   bytes
 *   out  where lines begin; paragraphs, without the white space around them
 *
 * 1. Count lines and bad bytes; note where each line begins.
 * 2. Look at each line: where its words begin and end, how wide it is, how
 *    wide its first word, whether it ends like a sentence, how it begins.
 * 3. Decide once a document whether its lines are wrapped. A line that has
 *    another right under it is an inner line. Lines are wrapped when hardly
 *    any text stands in lines too wide to be, most inner lines do not end a
 *    sentence, and most are full: the next line's first word would not have
 *    fitted. In a small document one may be full by chance; so it must break
 *    its lines in mid-sentence as well, or fill all of three lines or more.
 * 4. Cut paragraphs: at blank lines always, at every line when lines are not
 *    wrapped. A wrapped document may yet begin a paragraph without a blank
 *    line: by indenting it, if most of its paragraphs begin so; else after a
 *    sentence that ends on a short line, with a quotation mark, or with any
 *    sentence when there are hardly any blank lines.
 *
 * O(len). Not here: what a paragraph is (headline, dateline, caption).
 */
#include "text/document.h"

#include "base/unicode.h"

enum {
    WIDE = 110,    /* columns; no wrapped line is wider */
    SOME = 3,      /* inner lines that are not all full by chance */
    ENOUGH = 8,    /* inner lines of which not half are full by chance */
    INDENTS = 32,  /* columns; no paragraph is indented deeper */
    DENSE = 30,    /* inner lines a block that no paragraph has */
    COLUMNS = 1000 /* widths are counted up to here */
};

enum {
    LINE_ENDS = 1, /* it ends as a sentence does */
    LINE_GOES = 2, /* it begins with a letter, but no upper case one */
    LINE_MARK = 4  /* it begins with a quotation mark or a dash */
};

struct line {
    uint32_t begin; /* bytes, white space at both ends left out */
    uint32_t end;   /* == begin: a blank line */
    uint16_t indent;
    uint16_t columns; /* with the indent */
    uint16_t word;    /* columns of its first word */
    uint16_t is;      /* LINE_* */
};

struct layout {
    const struct line *line; /* [count] */
    uint32_t count;
    uint32_t columns; /* widest wrapped line, the few widest left out */
    uint32_t margin;  /* columns of the commonest indent */
    bool wrapped;
    bool indented; /* wrapped, and an indent begins a paragraph */
    bool dense;    /* wrapped, and hardly a blank line anywhere */
};

/* Behind the plain bytes from at on, as far as they were seen. */
static uint32_t plain_end(const ws_text *text, uint32_t at)
{
    return (uint32_t)ws_utf8_plain(text->bytes, text->len, at);
}

/* Count line ends and bad bytes; note where lines begin if there is room. */
static void find_lines(ws_text *text)
{
    const unsigned char *byte = (const unsigned char *)text->bytes;
    uint32_t bad = 0;
    uint32_t lines = 1;

    for (uint32_t at = plain_end(text, 0); at < text->len;) {
        int32_t cp;
        if (byte[at] > '\r' && byte[at] < 0x80) {
            at++;
            continue;
        }
        uint32_t end = ws_utf8_line_end(text->bytes, text->len, at);
        if (end != 0) {
            at += end;
            if (text->line != NULL)
                text->line[lines] = at;
            lines++;
        } else {
            uint32_t step = ws_utf8_next(text->bytes, text->len, at, &cp);
            bad += cp == WS_CP_BAD;
            at += step;
        }
        at = plain_end(text, at);
    }
    text->bad = bad;
    text->lines = lines;
}

/* "said." or "said.”)": a full stop or the like, then closing marks. */
static bool ends_sentence(const char *bytes, uint32_t begin, uint32_t end)
{
    for (uint32_t turn = 0; turn < 5 && end > begin; turn++) {
        int32_t cp;
        end -= ws_utf8_prev(bytes, end, &cp);
        switch (cp) {
        case '.':
        case '!':
        case '?':
        case ':':
        case ';':
        case 0x2026: /* horizontal ellipsis */
        case 0x3002: /* ideographic full stop */
        case 0xFF01:
        case 0xFF1F:
        case 0x061F: /* Arabic question mark */
        case 0x0964: /* danda */
            return true;
        case ')':
        case ']':
        case '*':
        case '_':
            break;
        default:
            if ((ws_cp_class(cp) & WS_CP_QUOTE) == 0)
                return false;
        }
    }
    return false;
}

static uint16_t first_of_line(int32_t cp, uint32_t class)
{
    if ((class & (WS_CP_LETTER | WS_CP_UPPER)) == WS_CP_LETTER)
        return LINE_GOES;
    if ((class & WS_CP_QUOTE) != 0 || cp == 0x2013 || cp == 0x2014)
        return LINE_MARK;
    return 0;
}

/* Code points from begin to end, counted up to COLUMNS. */
static uint16_t columns_of(const char *bytes, uint32_t begin, uint32_t end)
{
    uint32_t columns = 0;

    if (end - begin > 4 * COLUMNS)
        return COLUMNS;
    for (uint32_t at = begin; at < end; at++)
        columns += ((unsigned char)bytes[at] & 0xC0) != 0x80;
    return (uint16_t)(columns < COLUMNS ? columns : COLUMNS);
}

/* Behind the white space that begins at begin. */
static uint32_t pass_space(const char *bytes, uint32_t begin, uint32_t end)
{
    int32_t cp;

    while (begin < end) {
        uint32_t step = ws_utf8_next(bytes, end, begin, &cp);
        if ((ws_cp_class(cp) & WS_CP_SPACE) == 0)
            break;
        begin += step;
    }
    return begin;
}

/* Before the white space that ends at end. */
static uint32_t pass_back(const char *bytes, uint32_t begin, uint32_t end)
{
    int32_t cp;

    while (end > begin) {
        uint32_t step = ws_utf8_prev(bytes, end, &cp);
        if ((ws_cp_class(cp) & WS_CP_SPACE) == 0)
            break;
        end -= step;
    }
    return end;
}

/* Columns of what a line cannot be broken in, from begin on: a word, or one
 * letter of a script that has no spaces. */
static uint16_t word_columns(const char *bytes, uint32_t begin, uint32_t end)
{
    uint16_t columns = 0;

    while (begin < end && columns < COLUMNS) {
        int32_t cp;
        begin += ws_utf8_next(bytes, end, begin, &cp);
        uint32_t class = ws_cp_class(cp);
        if ((class & WS_CP_SPACE) != 0)
            break;
        columns++;
        if ((class & WS_CP_IDEOGRAPH) != 0)
            break;
    }
    return columns;
}

/* Look at the bytes of one line, its line end included. */
static struct line look_at(const char *bytes, uint32_t begin, uint32_t end)
{
    struct line line = {0};
    int32_t cp;

    line.begin = pass_space(bytes, begin, end);
    line.end = pass_back(bytes, line.begin, end);
    if (line.begin == line.end)
        return line;
    ws_utf8_next(bytes, line.end, line.begin, &cp);
    line.is = first_of_line(cp, ws_cp_class(cp));
    line.indent = columns_of(bytes, begin, line.begin);
    line.columns = columns_of(bytes, begin, line.end);
    line.word = word_columns(bytes, line.begin, line.end);
    if (ends_sentence(bytes, line.begin, line.end))
        line.is |= LINE_ENDS;
    return line;
}

static bool is_blank(const struct line *line)
{
    return line->begin == line->end;
}

/* Whether line i has another right under it. */
static bool is_inner(const struct layout *layout, uint32_t i)
{
    return i + 1 < layout->count && !is_blank(&layout->line[i]) &&
           !is_blank(&layout->line[i + 1]);
}

/* Whether the first word of line i + 1 would have fitted behind line i, if
 * lines were no wider than columns. */
static bool has_room(const struct layout *layout, uint32_t i, uint32_t columns)
{
    const struct line *line = &layout->line[i];

    return line[0].columns + 1U + line[1].word <= columns;
}

/* The least value that 19 in 20 of those counted do not pass. */
static uint32_t usual(const uint32_t *count, uint32_t values, uint32_t all)
{
    uint32_t seen = 0;
    uint32_t value = 0;

    while (value + 1 < values && seen + count[value] < all - all / 20)
        seen += count[value++];
    return value;
}

/* How wide lines are, and how far indented. False if they are too wide to be wrapped. */
static bool measure(struct layout *layout)
{
    uint32_t wide[WIDE + 1] = {0}; /* lines by width */
    uint32_t deep[INDENTS] = {0};  /* and by indent */
    uint64_t bytes = 0;
    uint64_t far = 0; /* of them in lines past WIDE */
    uint32_t lines = 0;

    for (uint32_t i = 0; i < layout->count; i++) {
        const struct line *line = &layout->line[i];
        if (is_blank(line))
            continue;
        lines++;
        bytes += line->end - line->begin;
        far += line->columns > WIDE ? line->end - line->begin : 0;
        wide[line->columns < WIDE ? line->columns : WIDE]++;
        deep[line->indent < INDENTS ? line->indent : 0]++;
    }
    layout->columns = usual(wide, WIDE + 1, lines);
    for (uint32_t i = 1; i < INDENTS; i++)
        if (deep[i] > deep[layout->margin])
            layout->margin = i;
    return far <= bytes / 5;
}

/* Step 3 of the room's comment. */
static void decide(struct layout *layout)
{
    uint32_t inner = 0;
    uint32_t ends = 0;    /* inner lines that end a sentence */
    uint32_t full = 0;    /* that the next word did not fit on */
    uint32_t goes = 0;    /* both full and gone on with in mid-sentence */
    uint32_t indents = 0; /* ends with an indented line under them */
    uint32_t blocks = 0;  /* runs of lines between blank lines */

    if (!measure(layout))
        return;
    for (uint32_t i = 0; i < layout->count; i++) {
        const struct line *line = &layout->line[i];
        if (!is_inner(layout, i)) {
            blocks += !is_blank(line);
            continue;
        }
        bool is_full = !has_room(layout, i, layout->columns);
        bool is_end = (line->is & LINE_ENDS) != 0;
        if (is_end && line[1].indent > layout->margin) {
            indents++;
            continue;
        }
        inner++;
        ends += is_end;
        full += is_full;
        goes += is_full && !is_end && (line[1].is & LINE_GOES) != 0;
    }
    if (inner == 0 || ends > inner / 2 || full < inner - inner / 2)
        return;
    layout->wrapped = inner >= ENOUGH || goes >= inner - inner / 2 ||
                      (inner >= SOME && full >= inner - inner / 10);
    layout->indented = layout->wrapped && indents > blocks;
    layout->dense = layout->wrapped && blocks < inner / DENSE;
}

/* Whether line i, not blank, begins a paragraph. */
static bool begins(const struct layout *layout, uint32_t i)
{
    if (i == 0 || !layout->wrapped || is_blank(&layout->line[i - 1]))
        return true;

    const struct line *line = &layout->line[i];
    bool brief = has_room(layout, i - 1, layout->columns * 3 / 4);
    if (layout->indented)
        return line->indent > layout->margin &&
               (brief || (line[-1].is & LINE_ENDS) != 0);
    /* verse is indented and its lines are short: "  'Cos I know so;" */
    if (line->indent > layout->margin || (line[-1].is & LINE_ENDS) == 0)
        return false;
    if (layout->dense)
        return (line->is & LINE_GOES) == 0 &&
               has_room(layout, i - 1, layout->columns * 15 / 16);
    return brief && (line->is & LINE_MARK) != 0;
}

static whosaid_status cut_paragraphs(ws_arena *arena, ws_text *text,
                                     const struct layout *layout)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < layout->count; i++)
        count += !is_blank(&layout->line[i]) && begins(layout, i);
    text->paragraph = WS_NEW(arena, ws_paragraph, count);
    if (text->paragraph == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < layout->count; i++) {
        const struct line *line = &layout->line[i];
        if (is_blank(line))
            continue;
        if (begins(layout, i)) {
            ws_paragraph *paragraph = &text->paragraph[text->paragraphs++];
            paragraph->begin = line->begin;
            paragraph->number = text->paragraphs;
        }
        text->paragraph[text->paragraphs - 1].end = line->end;
    }
    return WHOSAID_OK;
}

/* Bytes of the byte order mark that a document may begin with. */
static uint32_t mark_len(const ws_text *text)
{
    int32_t cp = 0;
    uint32_t step =
        text->len > 0 ? ws_utf8_next(text->bytes, text->len, 0, &cp) : 0;

    return cp == 0xFEFF ? step : 0;
}

static whosaid_status find_layout(ws_arena *arena, ws_text *text)
{
    struct layout layout = {0};
    struct line *line;

    find_lines(text);
    text->line = WS_NEW(arena, uint32_t, text->lines);
    line = WS_NEW(arena, struct line, text->lines);
    if (text->line == NULL || line == NULL)
        return WHOSAID_ERR_NOMEM;
    find_lines(text);
    for (uint32_t i = 0; i < text->lines; i++) {
        uint32_t begin = i == 0 ? mark_len(text) : text->line[i];
        uint32_t end = i + 1 < text->lines ? text->line[i + 1] : text->len;
        line[i] = look_at(text->bytes, begin, end);
    }
    layout.line = line;
    layout.count = text->lines;
    decide(&layout);
    arena->steps += 3 * (uint64_t)text->len + 4 * (uint64_t)text->lines;
    return cut_paragraphs(arena, text, &layout);
}

whosaid_status ws_text_init(ws_arena *arena, const char *bytes, size_t len,
                            ws_text *text)
{
    static const ws_text empty;
    whosaid_status status;

    *text = empty;
    if (len > WHOSAID_MAX_INPUT)
        return WHOSAID_ERR_TOO_LONG;
    text->bytes = bytes;
    text->len = (uint32_t)len;
    status = find_layout(arena, text);
    if (status != WHOSAID_OK)
        *text = empty;
    return status;
}

uint32_t ws_text_line(const ws_text *text, uint32_t at)
{
    uint32_t low = 0; /* begins at or before at */
    uint32_t high = text->lines;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (text->line[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return low + 1;
}

uint32_t ws_text_paragraph(const ws_text *text, uint32_t at)
{
    uint32_t low = 0;
    uint32_t high = text->paragraphs;

    while (high > low + 1) {
        uint32_t middle = low + (high - low) / 2;
        if (text->paragraph[middle].begin <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}
