/*
 * markup.c - HTML as tags and text.
 *
 *   in   a page's bytes
 *   out  tokens, one by one: spans of those bytes
 *
 * The standard describes eighty states; here each kind of token is read by a
 * function of its own that ends where those states would. What is an error
 * there is none here: the token is the same. The states' names stand beside
 * the code that is in them.
 *
 * Nothing is copied: lower case, references, line ends and NUL are for whoever
 * uses a span. Nothing is looked at twice but a tag's attributes, when they
 * are asked for.
 */
#include "text/markup.h"

#include <string.h>

enum { NONE = -1 }; /* behind the last byte */

void ws_markup_init(ws_markup *html, const char *bytes, uint32_t len)
{
    memset(html, 0, sizeof *html);
    html->bytes = bytes;
    html->len = len;
}

static int byte_at(const ws_markup *html, uint32_t at)
{
    return at < html->len ? (unsigned char)html->bytes[at] : NONE;
}

bool ws_markup_is(const ws_markup *html, whosaid_span words, const char *lower)
{
    size_t len = strlen(lower);

    if (words.end - words.begin != len)
        return false;
    for (size_t i = 0; i < len; i++) {
        char c = html->bytes[words.begin + i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c | 0x20);
        if (c != lower[i])
            return false;
    }
    return true;
}

/* Behind the bytes from at on that come before a byte; len if it never does. */
static uint32_t find(const ws_markup *html, uint32_t at, char byte)
{
    const char *found = memchr(html->bytes + at, byte, html->len - at);

    return found == NULL ? html->len : (uint32_t)(found - html->bytes);
}

static bool starts(const ws_markup *html, uint32_t at, const char *lower)
{
    uint32_t len = (uint32_t)strlen(lower);

    return html->len - at >= len &&
           ws_markup_is(html, (whosaid_span){at, at + len}, lower);
}

/* -- tags ----------------------------------------------------------------- */

/* How the part of a tag behind its name goes on. */
enum part { PART_ATTR, PART_END, PART_SOLIDUS, PART_CUT };

/* Behind the attribute's value that begins behind "=", at at. */
static uint32_t pass_value(const ws_markup *html, uint32_t at,
                           whosaid_span *value)
{
    int c;

    /* before attribute value */
    while (ws_markup_is_space(byte_at(html, at)))
        at++;
    c = byte_at(html, at);
    if (c == '"' || c == '\'') {
        /* attribute value, quoted */
        value->begin = at + 1;
        value->end = find(html, at + 1, (char)c);
        return value->end < html->len ? value->end + 1 : html->len;
    }
    /* attribute value, unquoted */
    value->begin = at;
    while (c != NONE && c != '>' && !ws_markup_is_space(c))
        c = byte_at(html, ++at);
    value->end = at;
    return at;
}

/* Go over one part of a tag, from behind its name or the part before on. */
static enum part next_part(const ws_markup *html, uint32_t *at,
                           ws_markup_attr *attr)
{
    int c = byte_at(html, *at);

    /* before attribute name; self-closing start tag */
    while (ws_markup_is_space(c) || c == '/') {
        c = byte_at(html, ++*at);
        if (c == '>' && html->bytes[*at - 1] == '/') {
            ++*at;
            return PART_SOLIDUS;
        }
    }
    if (c == NONE)
        return PART_CUT;
    if (c == '>') {
        ++*at;
        return PART_END;
    }
    /* attribute name: its first byte may be = */
    attr->name.begin = *at;
    do {
        c = byte_at(html, ++*at);
    } while (c != NONE && c != '=' && c != '/' && c != '>' &&
             !ws_markup_is_space(c));
    attr->name.end = *at;
    attr->value = (whosaid_span){*at, *at};
    /* after attribute name */
    uint32_t behind = *at;
    while (ws_markup_is_space(byte_at(html, behind)))
        behind++;
    if (byte_at(html, behind) == '=')
        *at = pass_value(html, behind + 1, &attr->value);
    return PART_ATTR;
}

bool ws_markup_attr_next(const ws_markup *html, uint32_t *at,
                         ws_markup_attr *attr)
{
    return next_part(html, at, attr) == PART_ATTR;
}

/* A tag whose name begins at begin. False when the bytes end in it. */
static bool read_tag(ws_markup *html, uint32_t begin, ws_markup_token *token)
{
    ws_markup_attr attr;
    enum part part = PART_ATTR;
    uint32_t at = begin;
    int c = byte_at(html, at);

    /* tag name */
    while (c != NONE && c != '>' && c != '/' && !ws_markup_is_space(c))
        c = byte_at(html, ++at);
    token->words = (whosaid_span){begin, at};
    while (part == PART_ATTR)
        part = next_part(html, &at, &attr);
    token->solidus = part == PART_SOLIDUS;
    html->at = at;
    return part != PART_CUT;
}

/* -- comments and doctypes ------------------------------------------------ */

/* Where a comment's words end that begin at begin: before "-->" or "--!>". */
static uint32_t comment_end(const ws_markup *html, uint32_t begin,
                            uint32_t *behind)
{
    uint32_t at = begin;

    while ((at = find(html, at, '>')) < html->len) {
        uint32_t bang = at > begin && html->bytes[at - 1] == '!' ? 1 : 0;
        uint32_t dashes = at - bang;
        *behind = ++at;
        if (dashes >= begin + 2 && html->bytes[dashes - 1] == '-' &&
            html->bytes[dashes - 2] == '-')
            return dashes - 2;
    }
    /* the bytes end: dashes that may have been its end are not its words */
    *behind = at = html->len;
    if (at >= begin + 3 && memcmp(html->bytes + at - 3, "--!", 3) == 0)
        return at - 3;
    for (int i = 0; i < 2 && at > begin && html->bytes[at - 1] == '-'; i++)
        at--;
    return at;
}

/* Behind "<!--". */
static void read_comment(ws_markup *html, uint32_t begin,
                         ws_markup_token *token)
{
    uint32_t behind = 0;

    token->kind = WS_MARKUP_COMMENT;
    token->words = (whosaid_span){begin, begin};
    if (starts(html, begin, ">")) { /* comment start */
        html->at = begin + 1;
    } else if (starts(html, begin, "->")) { /* comment start dash */
        html->at = begin + 2;
    } else {
        token->words.end = comment_end(html, begin, &behind);
        html->at = behind;
    }
}

/* From begin up to ">", whatever there is. */
static void read_bogus(ws_markup *html, uint32_t begin, ws_markup_kind kind,
                       ws_markup_token *token)
{
    uint32_t end = find(html, begin, '>');

    token->kind = kind;
    token->words = (whosaid_span){begin, end};
    html->at = end < html->len ? end + 1 : end;
}

static void read_cdata(ws_markup *html, uint32_t begin, ws_markup_token *token)
{
    uint32_t at = begin;

    token->kind = WS_MARKUP_TEXT;
    token->words = (whosaid_span){begin, html->len};
    html->at = html->len;
    while ((at = find(html, at, '>')) < html->len) {
        if (at >= begin + 2 && html->bytes[at - 1] == ']' &&
            html->bytes[at - 2] == ']') {
            token->words.end = at - 2;
            html->at = at + 1;
            return;
        }
        at++;
    }
}

/* Markup declaration open: behind "<!". */
static void read_declaration(ws_markup *html, uint32_t at,
                             ws_markup_token *token)
{
    if (starts(html, at, "--"))
        read_comment(html, at + 2, token);
    else if (starts(html, at, "doctype"))
        /* even in the quotes of its identifiers > ends it */
        read_bogus(html, at + 7, WS_MARKUP_DOCTYPE, token);
    else if (html->foreign && html->len - at >= 7 &&
             memcmp(html->bytes + at, "[CDATA[", 7) == 0)
        read_cdata(html, at + 7, token);
    else
        read_bogus(html, at, WS_MARKUP_COMMENT, token);
}

/* -- text without tags ---------------------------------------------------- */

static bool is_name_end(int c)
{
    return ws_markup_is_space(c) || c == '/' || c == '>';
}

/* Whether the bytes at at, behind "</", are the end of html->last. */
static bool is_own_end(const ws_markup *html, uint32_t at)
{
    uint32_t len = html->last.end - html->last.begin;

    if (html->len - at <= len || !is_name_end(byte_at(html, at + len)))
        return false;
    for (uint32_t i = 0; i < len; i++) {
        char a = html->bytes[at + i];
        char b = html->bytes[html->last.begin + i];
        if (a != b &&
            (!ws_markup_is_letter((unsigned char)a) || (a ^ b) != 0x20))
            return false;
    }
    return true;
}

/* Where a title's or style's text ends. */
static uint32_t raw_end(const ws_markup *html)
{
    uint32_t at = html->at;

    while ((at = find(html, at, '<')) < html->len) {
        if (byte_at(html, at + 1) == '/' && is_own_end(html, at + 2))
            return at;
        at++;
    }
    return at;
}

/* Whether "script" and the end of a name stand at at. */
static bool is_script(const ws_markup *html, uint32_t at)
{
    return at < html->len && starts(html, at, "script") &&
           is_name_end(byte_at(html, at + 6));
}

/* What a script's text is in. */
enum within { WITHIN_SCRIPT, WITHIN_ESCAPED, WITHIN_TWICE };

/* At the "<" at at of a script: where it leads. */
static enum within pass_less_than(const ws_markup *html, uint32_t at,
                                  enum within within)
{
    int c = byte_at(html, at + 1);

    /* script data less-than sign, escape start, escape start dash */
    if (within == WITHIN_SCRIPT && starts(html, at, "<!--"))
        return WITHIN_ESCAPED;
    /* script data double escape start */
    if (within == WITHIN_ESCAPED && is_script(html, at + 1))
        return WITHIN_TWICE;
    /* script data double escape end */
    if (within == WITHIN_TWICE && c == '/' && is_script(html, at + 2))
        return WITHIN_ESCAPED;
    return within;
}

/* Where a script's text ends. */
static uint32_t script_end(const ws_markup *html)
{
    enum within within = WITHIN_SCRIPT;
    uint32_t dashes = 0; /* right before */

    for (uint32_t at = html->at; at < html->len; at++) {
        char c = html->bytes[at];
        if (c == '-') {
            dashes++;
            continue;
        }
        if (c == '>' && dashes >= 2)
            within = WITHIN_SCRIPT;
        dashes = 0;
        if (c != '<')
            continue;
        if (within != WITHIN_TWICE && byte_at(html, at + 1) == '/' &&
            is_own_end(html, at + 2))
            return at;
        enum within next = pass_less_than(html, at, within);
        if (within == WITHIN_SCRIPT && next == WITHIN_ESCAPED) {
            at += 3; /* "<!--": its dashes may end it, too */
            dashes = 2;
        }
        within = next;
    }
    return html->len;
}

/* Text up to the end that html->mode knows. False when there is none. */
static bool read_raw(ws_markup *html, ws_markup_token *token)
{
    uint32_t end = html->len;

    if (html->mode == WS_MARKUP_SCRIPT)
        end = script_end(html);
    else if (html->mode != WS_MARKUP_PLAINTEXT)
        end = raw_end(html);
    token->kind = WS_MARKUP_TEXT;
    token->words = (whosaid_span){html->at, end};
    token->decoded = html->mode == WS_MARKUP_RCDATA;
    token->nul = true;
    html->mode = WS_MARKUP_DATA;
    bool any = end > html->at;
    html->at = end;
    return any;
}

/* -- tokens --------------------------------------------------------------- */

/* Behind the text that begins at at: at a "<" that begins something. */
static uint32_t text_end(const ws_markup *html, uint32_t at)
{
    while ((at = find(html, at, '<')) < html->len) {
        int c = byte_at(html, at + 1);
        if (ws_markup_is_letter(c) || c == '!' || c == '?' ||
            (c == '/' && at + 2 < html->len))
            return at;
        at++;
    }
    return at;
}

/* The markup at html->at, a "<" as text_end() finds it. False when it is
 * nothing. */
static bool read_markup(ws_markup *html, ws_markup_token *token)
{
    uint32_t at = html->at + 1; /* tag open */
    int c = byte_at(html, at);

    if (ws_markup_is_letter(c)) {
        token->kind = WS_MARKUP_START;
        return read_tag(html, at, token);
    }
    if (c == '!') {
        read_declaration(html, at + 1, token);
        return token->kind != WS_MARKUP_TEXT ||
               token->words.end > token->words.begin;
    }
    if (c == '?') {
        read_bogus(html, at, WS_MARKUP_COMMENT, token);
        return true;
    }
    c = byte_at(html, ++at); /* end tag open */
    if (ws_markup_is_letter(c)) {
        token->kind = WS_MARKUP_CLOSE;
        return read_tag(html, at, token);
    }
    read_bogus(html, at, WS_MARKUP_COMMENT, token);
    return c != '>';
}

bool ws_markup_next(ws_markup *html, ws_markup_token *token)
{
    bool any = false;
    uint32_t end = 0;

    while (!any && html->at < html->len) {
        memset(token, 0, sizeof *token);
        token->all.begin = html->at;
        if (html->mode != WS_MARKUP_DATA) {
            any = read_raw(html, token);
        } else if ((end = text_end(html, html->at)) > html->at) {
            token->kind = WS_MARKUP_TEXT;
            token->decoded = true;
            token->words.begin = html->at;
            html->at = token->words.end = end;
            any = true;
        } else {
            any = read_markup(html, token);
        }
        token->all.end = html->at;
    }
    if (!any)
        memset(token, 0, sizeof *token);
    return any;
}

void ws_markup_enter(ws_markup *html, ws_markup_mode mode,
                     const ws_markup_token *start)
{
    html->mode = mode;
    html->last = start->words;
}
