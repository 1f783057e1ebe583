/*
 * markdown.c - the signs of Markdown in a text.
 *
 *   in   a text, its marks of quoting dropped
 *   out  marks: headings' signs, bullets, emphasis, addresses of links and
 *        pictures dropped; headings and items of lists are paragraphs
 *
 * Signs of emphasis are dropped in pairs: of a kind and a length, the first at
 * a word's begin, the last at one's end, in one paragraph. A star within a word
 * ("f**k") is none.
 *
 * O(len): a sign waits on a stack of bounded depth.
 */
#include "text/markdown.h"

#include <string.h>

#include "base/unicode.h"

enum {
    ENOUGH = 2,      /* evidence */
    LINK = 2,        /* what one is worth */
    WAITING = 16,    /* signs that wait for their other half */
    FRONT_LINES = 64 /* of what stands between --- before the text */
};

/* A sign of emphasis. */
struct sign {
    uint32_t at;
    uint32_t len;
    char c;
};

struct marker {
    ws_signs *plain;
    struct sign waits[WAITING];
    uint32_t waiting;
};

static bool is_word(int32_t cp)
{
    return (ws_cp_class(cp) & (WS_CP_LETTER | WS_CP_DIGIT)) != 0;
}

static bool is_space(int32_t cp)
{
    return (ws_cp_class(cp) & WS_CP_SPACE) != 0;
}

static int32_t char_before(const ws_signs *plain, uint32_t at)
{
    int32_t cp = '\n';

    if (at > plain->begin)
        (void)ws_utf8_prev(plain->bytes, at, &cp);
    return cp;
}

static int32_t char_at(const ws_signs *plain, uint32_t at)
{
    int32_t cp = '\n';

    if (at < plain->end)
        (void)ws_utf8_next(plain->bytes, plain->end, at, &cp);
    return cp;
}

/* How many signs "*" or "_" stand at byte at. */
static uint32_t run_at(const ws_signs *plain, uint32_t at)
{
    uint32_t end = at;

    while (end < plain->end && plain->bytes[end] == plain->bytes[at])
        end++;
    return end - at;
}

static bool may_open(const ws_signs *plain, const struct sign *sign)
{
    return !is_word(char_before(plain, sign->at)) &&
           !is_space(char_at(plain, sign->at + sign->len));
}

static bool may_close(const ws_signs *plain, const struct sign *sign)
{
    return !is_space(char_before(plain, sign->at)) &&
           !is_word(char_at(plain, sign->at + sign->len));
}

/* -- links ---------------------------------------------------------------- */

/* Behind the address that opens at byte at with a bracket; at: there is none.
 * "(https://a.example/b)", "(/b "Title")", "(b.html)". */
static uint32_t address_end(const ws_signs *plain, uint32_t at, uint32_t end)
{
    uint32_t i = at + 1;
    uint32_t depth = 1;
    bool like = false;

    for (; i < end && depth > 0 && strchr(" \t[", plain->bytes[i]) == NULL;
         i++) {
        char c = plain->bytes[i];
        depth += c == '(' ? 1 : 0;
        depth -= c == ')' ? 1 : 0;
        like = like || c == '/' || c == '.' || c == '#' || c == ':';
    }
    if (depth > 0 && i + 1 < end && plain->bytes[i] == ' ' &&
        (plain->bytes[i + 1] == '"' || plain->bytes[i + 1] == '\'')) {
        const char *stop = memchr(plain->bytes + i, ')', end - i);
        i = stop == NULL ? i : (uint32_t)(stop - plain->bytes) + 1;
        depth = stop == NULL ? 1 : 0;
    }
    return depth == 0 && like ? i : at;
}

/* A link "[words](address)" at byte at: where its words end, and it. */
static bool read_link(const ws_signs *plain, uint32_t at, uint32_t end,
                      whosaid_span *rest)
{
    uint32_t i = at + 1;

    while (i < end && plain->bytes[i] != '[' && plain->bytes[i] != ']')
        i++;
    if (i + 1 >= end || plain->bytes[i] != ']' || plain->bytes[i + 1] != '(')
        return false;
    rest->begin = i;
    rest->end = address_end(plain, i + 1, end);
    return rest->end > i + 1;
}

/* -- evidence ------------------------------------------------------------- */

static bool is_heading(const ws_signs *plain, ws_signs_line line)
{
    uint32_t at = line.begin;

    while (at < line.end && plain->bytes[at] == '#')
        at++;
    return at > line.begin && at - line.begin <= 6 && at + 1 < line.end &&
           plain->bytes[at] == ' ';
}

/* Words between two stars on each side, in one line. */
static bool has_bold(const ws_signs *plain, ws_signs_line line)
{
    bool open = false;
    uint32_t n = 0;

    for (uint32_t at = line.begin; at < line.end; at += n) {
        const char *star =
            memchr(plain->bytes + at, '*', (size_t)line.end - at);
        if (star == NULL)
            return false;
        struct sign sign = {(uint32_t)(star - plain->bytes), 0, '*'};
        n = sign.len = run_at(plain, sign.at);
        at = sign.at;
        if (n != 2)
            continue;
        if (open && may_close(plain, &sign))
            return true;
        open = open || may_open(plain, &sign);
    }
    return false;
}

static uint32_t links_in(const ws_signs *plain, ws_signs_line line)
{
    whosaid_span rest = {0, 0};
    uint32_t at = line.begin;

    while (at < line.end) {
        const char *open =
            memchr(plain->bytes + at, '[', (size_t)line.end - at);
        if (open == NULL)
            return 0;
        at = (uint32_t)(open - plain->bytes);
        if (read_link(plain, at, line.end, &rest))
            return 1;
        at++;
    }
    return 0;
}

bool ws_markdown_is(const ws_signs *plain)
{
    uint32_t found = 0;
    ws_signs_line line;
    uint32_t first = 0;

    for (uint32_t at = plain->begin; at < plain->end && found < ENOUGH;
         at = line.next) {
        line = ws_signs_line_at(plain, at);
        first = line.begin;
        while (first < line.end &&
               (plain->bytes[first] == '>' || plain->bytes[first] == ' '))
            first++;
        found += is_heading(plain, (ws_signs_line){first, line.end, 0});
        found += LINK * links_in(plain, line);
        found += has_bold(plain, line);
    }
    return found >= ENOUGH;
}

/* -- words ---------------------------------------------------------------- */

/* A sign of emphasis closes the last that is like it, or waits. */
static void mark_sign(struct marker *m, struct sign sign)
{
    ws_signs *plain = m->plain;

    for (uint32_t i = m->waiting; may_close(plain, &sign) && i > 0; i--) {
        const struct sign *open = &m->waits[i - 1];
        if (open->c != sign.c || open->len != sign.len)
            continue;
        ws_signs_mark(plain, open->at, open->at + open->len, WS_SIGNS_DROP);
        ws_signs_mark(plain, sign.at, sign.at + sign.len, WS_SIGNS_DROP);
        m->waiting = i - 1;
        return;
    }
    if (may_open(plain, &sign) && sign.len <= 3 && m->waiting < WAITING)
        m->waits[m->waiting++] = sign;
}

/* A link or a picture at byte at: how far it is marked; 0: none. What it says
 * is read on. */
static uint32_t mark_link(ws_signs *plain, uint32_t at, uint32_t end)
{
    whosaid_span rest = {0, 0};
    bool picture = plain->bytes[at] == '!';

    if (!read_link(plain, at + (picture ? 1 : 0), end, &rest))
        return 0;
    if (picture) {
        ws_signs_mark(plain, at, rest.end, WS_SIGNS_DROP);
        return rest.end - at;
    }
    plain->mark[at] |= WS_SIGNS_DROP;
    ws_signs_mark(plain, rest.begin, rest.end, WS_SIGNS_DROP);
    return 1;
}

/* Words between backticks are as they are. */
static uint32_t mark_code(ws_signs *plain, uint32_t at, uint32_t end)
{
    const char *stop = memchr(plain->bytes + at + 1, '`', end - at - 1);

    if (stop == NULL)
        return 1;
    plain->mark[at] |= WS_SIGNS_DROP;
    plain->mark[stop - plain->bytes] |= WS_SIGNS_DROP;
    return (uint32_t)(stop - plain->bytes) + 1 - at;
}

static void mark_inline(struct marker *m, ws_signs_line line)
{
    ws_signs *plain = m->plain;
    uint32_t step = 1;

    for (uint32_t at = line.begin; at < line.end; at += step) {
        char c = plain->bytes[at];
        bool picture =
            c == '!' && at + 1 < line.end && plain->bytes[at + 1] == '[';
        step = 1;
        if ((plain->mark[at] & WS_SIGNS_DROP) != 0)
            continue;
        if (c == '\\' && at + 1 < line.end && plain->bytes[at + 1] != '\0' &&
            strchr("*_#[]()`>~.!-\\\"'", plain->bytes[at + 1]) != NULL) {
            plain->mark[at] |= WS_SIGNS_DROP;
            step = 2;
        } else if (c == '`') {
            step = mark_code(plain, at, line.end);
        } else if (c == '[' || picture) {
            uint32_t n = mark_link(plain, at, line.end);
            step = n > 0 ? n : 1;
        } else if (c == '*' || c == '_') {
            struct sign sign = {at, run_at(plain, at), c};
            step = sign.len;
            mark_sign(m, sign);
        }
    }
}

/* -- lines ---------------------------------------------------------------- */

/* All of a line is this sign, three at least. */
static bool is_rule(const ws_signs *plain, ws_signs_line words, char c)
{
    uint32_t count = 0;

    for (uint32_t at = words.begin; at < words.end; at++) {
        if (plain->bytes[at] != c && plain->bytes[at] != ' ')
            return false;
        count += plain->bytes[at] == c;
    }
    return count >= 3;
}

/* "- ", "* ", "+ ": its length; 0: none. */
static uint32_t bullet(const ws_signs *plain, ws_signs_line words)
{
    uint32_t at = words.begin;

    if (words.end < at + 2 || strchr("-*+", plain->bytes[at]) == NULL ||
        plain->bytes[at] == '\0' || plain->bytes[at + 1] != ' ')
        return 0;
    while (at + 1 < words.end && plain->bytes[at + 1] == ' ')
        at++;
    return at + 1 - words.begin;
}

/* Drop "## " and what closes it. */
static void mark_heading(ws_signs *plain, ws_signs_line words)
{
    uint32_t at = words.begin;
    uint32_t end = words.end;

    while (plain->bytes[at] == '#' || plain->bytes[at] == ' ')
        plain->mark[at++] |= WS_SIGNS_DROP;
    while (end > at && plain->bytes[end - 1] == '#')
        end--;
    if (end > at && plain->bytes[end - 1] == ' ')
        ws_signs_mark(plain, end, words.end, WS_SIGNS_DROP);
}

/* Where the settings between two lines of --- before a text end; else its
 * begin. */
static uint32_t front_end(const ws_signs *plain)
{
    ws_signs_line line = {0, 0, plain->begin};

    for (uint32_t n = 0; n < FRONT_LINES && line.next < plain->end; n++) {
        line = ws_signs_line_at(plain, line.next);
        bool rule = line.end - line.begin == 3 &&
                    ws_signs_has(plain, line.begin, line.end, "---");
        if (n == 0 && !rule)
            break;
        if (n > 0 && rule)
            return line.next;
    }
    return plain->begin;
}

/* What a line does to the paragraphs. */
static void mark_line(struct marker *m, ws_signs_line line, bool *open)
{
    ws_signs *plain = m->plain;
    ws_signs_line words = ws_signs_words(plain, line);
    bool blank = words.begin == words.end;
    bool heading = !blank && is_heading(plain, words);
    bool under = !blank && *open &&
                 (is_rule(plain, words, '=') || is_rule(plain, words, '-'));
    uint32_t item = blank || under || is_rule(plain, words, '*') ||
                            is_rule(plain, words, '-')
                        ? 0
                        : bullet(plain, words);

    if (blank || heading || under || item > 0)
        m->waiting = 0;
    if ((heading || item > 0) && *open)
        plain->mark[line.begin] |= WS_SIGNS_BREAK;
    if (heading)
        mark_heading(plain, words);
    if (under)
        ws_signs_mark(plain, words.begin, words.end, WS_SIGNS_DROP);
    ws_signs_mark(plain, words.begin, words.begin + item, WS_SIGNS_DROP);
    words.begin += item;
    if (!blank && !under && !is_rule(plain, words, '*'))
        mark_inline(m, words);
    *open = !blank && !under;
    if (heading && line.next < plain->end) {
        m->waiting = 0;
        plain->mark[line.next] |= WS_SIGNS_BREAK;
        *open = false;
    }
}

void ws_markdown_mark(ws_signs *plain)
{
    struct marker m = {plain, {{0, 0, 0}}, 0};
    uint32_t fence = 0; /* where code begins, behind its "```" */
    bool coded = false;
    bool open = false; /* the line before goes on */
    uint32_t from = front_end(plain);
    ws_signs_line line;

    ws_signs_mark(plain, plain->begin, from, WS_SIGNS_DROP);
    for (uint32_t at = from; at < plain->end; at = line.next) {
        line = ws_signs_line_at(plain, at);
        ws_signs_line words = ws_signs_words(plain, line);
        if (ws_signs_has(plain, words.begin, words.end, "```")) {
            if (coded)
                ws_signs_mark(plain, fence, line.end, WS_SIGNS_DROP);
            else
                fence = words.begin;
            coded = !coded;
            open = false;
        } else if (!coded) {
            mark_line(&m, line, &open);
        }
    }
}
