/*
 * draft.c - the quotations that are to be checked.
 *
 *   in   a table or any text
 *   out  quotations, each with its words
 *
 * A table is what has a column `quote`. What the writer of rows did to a cell
 * is undone: the apostrophe before a formula goes; line breaks are spaces to
 * every comparison. A cell may stand in marks of its own; they are not the
 * speaker's.
 */
#include "check/draft.h"

#include <string.h>

#include "base/unicode.h"
#include "rows/table.h"

#define NONE WHOSAID_NONE

/* From this confidence on the draft's speaker is taken for certain. */
enum { SURE = 8000 };

/* -- cells ---------------------------------------------------------------- */

/* Take the apostrophe off that guards a spreadsheet. */
static ws_cell unguard(ws_cell cell)
{
    static const int32_t opener[] = {'=',    '+',    '-',    '@',   '"',
                                     0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
    int32_t cp = 0;

    if (cell.len < 2 || cell.text[0] != '\'')
        return cell;
    (void)ws_utf8_next(cell.text, cell.len, 1, &cp);
    for (size_t i = 0; i < sizeof opener / sizeof opener[0]; i++)
        if (cp == opener[i])
            return (ws_cell){cell.text + 1, cell.len - 1};
    return cell;
}

/* Take marks off that stand around all of a cell. */
static ws_cell unmark(ws_cell cell)
{
    int32_t first = 0;
    int32_t last = 0;

    ws_trim(&cell.text, &cell.len);
    if (cell.len < 2)
        return cell;
    uint32_t begin = ws_utf8_next(cell.text, cell.len, 0, &first);
    uint32_t end = ws_utf8_prev(cell.text, cell.len, &last);
    if ((ws_cp_class(first) & WS_CP_QUOTE) == 0 ||
        (ws_cp_class(last) & WS_CP_QUOTE) == 0 || begin + end >= cell.len)
        return cell;
    cell.text += begin;
    cell.len -= begin + end;
    ws_trim(&cell.text, &cell.len);
    return cell;
}

/* A copy with each run of white space one space. */
static ws_cell single_spaces(ws_arena *arena, ws_cell cell)
{
    char *out = WS_NEW(arena, char, cell.len + 1);
    size_t len = 0;

    if (out == NULL)
        return (ws_cell){"", 0};
    for (size_t at = 0; at < cell.len;) {
        int32_t cp = 0;
        uint32_t step = ws_utf8_next(cell.text, cell.len, at, &cp);

        if ((ws_cp_class(cp) & WS_CP_SPACE) == 0) {
            memcpy(out + len, cell.text + at, step);
            len += step;
        } else if (len > 0 && out[len - 1] != ' ') {
            out[len++] = ' ';
        }
        at += step;
    }
    arena->steps += cell.len;
    return (ws_cell){out, len};
}

/* A copy of bytes. */
static ws_cell keep(ws_arena *arena, const char *text, size_t len)
{
    char *out = WS_NEW(arena, char, len + 1);

    if (out == NULL)
        return (ws_cell){"", 0};
    memcpy(out, text, len);
    return (ws_cell){out, len};
}

static void read_words(ws_arena *arena, ws_quoted *quoted)
{
    ws_wording wording;
    ws_word word;
    uint32_t words = 0;

    ws_wording_init(&wording, quoted->text.text, (uint32_t)quoted->text.len, 0);
    while (ws_wording_next(&wording, &word))
        words++;
    quoted->word = WS_NEW(arena, ws_word, words);
    if (quoted->word == NULL)
        return;
    ws_wording_init(&wording, quoted->text.text, (uint32_t)quoted->text.len, 0);
    while (quoted->words < words &&
           ws_wording_next(&wording, &quoted->word[quoted->words]))
        quoted->words++;
}

static void add(ws_arena *arena, ws_draft *draft, ws_quoted quoted)
{
    quoted.text = single_spaces(arena, unmark(quoted.quote));
    quoted.group = NONE;
    read_words(arena, &quoted);
    draft->words += quoted.words;
    draft->quoted[draft->count++] = quoted;
}

/* -- a table -------------------------------------------------------------- */

/* Whether the first line names a column `quote`. */
static bool is_table(const char *bytes, size_t len)
{
    size_t at = len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

    while (at < len && (bytes[at] == '\n' || bytes[at] == '\r'))
        at++;
    while (at < len && bytes[at] != '\n' && bytes[at] != '\r') {
        size_t from = at;

        while (at < len && bytes[at] != ',' && bytes[at] != ';' &&
               bytes[at] != '\t' && bytes[at] != '\n' && bytes[at] != '\r')
            at++;
        const char *name = bytes + from;
        size_t n = at - from;
        ws_trim(&name, &n);
        if (n > 1 && name[0] == '"' && name[n - 1] == '"') {
            name++;
            n -= 2;
        }
        if (n == 5 && memcmp(name, "quote", 5) == 0)
            return true;
        if (at < len && bytes[at] != '\n' && bytes[at] != '\r')
            at++;
    }
    return false;
}

/* Whether a row's speaker is certain enough: no confidence is. */
static bool is_sure(ws_cell confidence)
{
    uint32_t value = 0;
    uint32_t unit = 10000;
    bool fraction = false;

    for (size_t i = 0; i < confidence.len; i++) {
        char byte = confidence.text[i];

        if (byte == '.' || byte == ',') {
            fraction = true;
        } else if (byte < '0' || byte > '9' || (!fraction && byte > '0')) {
            return true; /* 1.00, or something else */
        } else if (fraction) {
            unit /= 10;
            value += (uint32_t)(byte - '0') * unit;
        }
    }
    return confidence.len == 0 || value >= SURE;
}

static whosaid_status read_table(ws_arena *arena, const char *bytes, size_t len,
                                 ws_draft *draft, whosaid_table_error *error)
{
    ws_table table;

    memset(&table, 0, sizeof table);
    WS_TRY(ws_table_read(arena, bytes, len, &table, error));
    uint32_t quote = ws_table_column(&table, "quote");
    uint32_t speaker = ws_table_column(&table, "speaker");
    uint32_t document = ws_table_column(&table, "document");
    uint32_t confidence = ws_table_column(&table, "confidence");
    if (quote == NONE) {
        *error = (whosaid_table_error){"no column 'quote'", 0, 0, table.line};
        return WHOSAID_ERR_TABLE;
    }
    draft->quoted = WS_NEW(arena, ws_quoted, table.records);
    for (uint32_t i = 0; i < table.records && !arena->failed; i++) {
        ws_quoted quoted;

        memset(&quoted, 0, sizeof quoted);
        quoted.quote = unguard(ws_table_at(&table, i, quote));
        quoted.speaker = unguard(ws_table_at(&table, i, speaker));
        quoted.document = unguard(ws_table_at(&table, i, document));
        quoted.sure = is_sure(ws_table_at(&table, i, confidence));
        if (quoted.quote.len > 0)
            add(arena, draft, quoted);
    }
    return arena->failed ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}

/* -- a text --------------------------------------------------------------- */

/* A quotation's parts, one space between them. */
static ws_cell join_parts(ws_arena *arena, const char *text,
                          const whosaid_quote *quote)
{
    size_t len = quote->parts;

    for (uint32_t i = 0; i < quote->parts; i++)
        len += quote->part[i].end - quote->part[i].begin;
    char *out = WS_NEW(arena, char, len);
    if (out == NULL)
        return (ws_cell){"", 0};
    len = 0;
    for (uint32_t i = 0; i < quote->parts; i++) {
        whosaid_span part = quote->part[i];

        if (i > 0)
            out[len++] = ' ';
        memcpy(out + len, text + part.begin, part.end - part.begin);
        len += part.end - part.begin;
    }
    return (ws_cell){out, len};
}

static whosaid_status take_quotes(ws_arena *arena, const char *bytes,
                                  const whosaid_doc *doc, ws_draft *draft)
{
    uint32_t count = whosaid_quote_count(doc);

    draft->quoted = WS_NEW(arena, ws_quoted, count);
    for (uint32_t i = 0; i < count && !arena->failed; i++) {
        const whosaid_quote *quote = whosaid_quote_at(doc, i);
        ws_quoted quoted;

        if (quote->kind > WHOSAID_KIND_TURN)
            continue;
        memset(&quoted, 0, sizeof quoted);
        quoted.quote = join_parts(arena, bytes, quote);
        if (quote->confidence >= WHOSAID_MIN_CONFIDENCE) {
            quoted.speaker = keep(arena, bytes + quote->speaker.begin,
                                  quote->speaker.end - quote->speaker.begin);
        }
        quoted.sure =
            quote->confidence >= SURE && quote->source == WHOSAID_SOURCE_PERSON;
        add(arena, draft, quoted);
    }
    return arena->failed ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}

static whosaid_status read_text(ws_arena *arena, const char *bytes, size_t len,
                                const whosaid_check_options *checking,
                                ws_draft *draft)
{
    whosaid_options options = WHOSAID_OPTIONS_INIT;
    whosaid_doc *doc = NULL;

    options.allocator = &arena->source;
    options.quotes = checking->quotes;
    WS_TRY(whosaid_analyze(bytes, len, &options, &doc));
    whosaid_status status = take_quotes(arena, bytes, doc, draft);
    whosaid_doc_free(doc);
    return status;
}

whosaid_status ws_draft_read(ws_arena *arena, const char *bytes, size_t len,
                             const whosaid_check_options *options,
                             ws_draft *draft, whosaid_table_error *error)
{
    memset(draft, 0, sizeof *draft);
    if (options->table || is_table(bytes, len))
        return read_table(arena, bytes, len, draft, error);
    return read_text(arena, bytes, len, options, draft);
}
