/*
 * table.c - a table that somebody gives us, as CSV.
 *
 *   in   bytes
 *   out  cells, by lines
 *
 * 1. Find what parts the cells: programs write what their country's list
 *    separator is, and say so nowhere.
 * 2. Count what can be at most, and take the memory for it at once.
 * 3. Read the cells, one by one, into one copy of the bytes, quotes taken off.
 *    Each ends with NUL.
 *
 * Not here: CSV on its way out, see csv.c; what the columns mean.
 */
#include "rows/table.h"

#include <string.h>

#include "base/unicode.h"

/* A table being read. */
struct reader {
    const char *bytes;
    size_t len;
    size_t at;
    size_t line;  /* from 1 */
    char parting; /* what parts two cells */
    char *out;    /* the cells' bytes so far */
    uint32_t cells;
    ws_table *table;
    whosaid_table_error *error;
};

/* Say what is wrong at a place. Returns false. */
static bool fault(struct reader *r, size_t at, size_t line, const char *words)
{
    *r->error = (whosaid_table_error){words, at, 0, line};
    return false;
}

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* -- what parts cells ----------------------------------------------------- */

/* The one of , ; TAB that the first line has most of, outside quotes. */
static char find_parting(const char *bytes, size_t len)
{
    static const char parting[] = {',', ';', '\t'};
    size_t count[sizeof parting] = {0};
    size_t best = 0;
    bool quoted = false;

    for (size_t i = 0; i < len && (quoted || !is_line_end(bytes[i])); i++) {
        if (bytes[i] == '"')
            quoted = !quoted;
        for (size_t p = 0; p < sizeof parting; p++)
            count[p] += !quoted && bytes[i] == parting[p] ? 1 : 0;
    }
    for (size_t p = 1; p < sizeof parting; p++)
        if (count[p] > count[best])
            best = p;
    return parting[best];
}

/* -- cells ---------------------------------------------------------------- */

/* Go behind one byte and count its line; CRLF is one line end. */
static char step(struct reader *r)
{
    char byte = r->bytes[r->at++];

    if (byte == '\r' ||
        (byte == '\n' && (r->at < 2 || r->bytes[r->at - 2] != '\r')))
        r->line++;
    return byte;
}

/* Whether a cell ends here. */
static bool at_end(const struct reader *r)
{
    return r->at == r->len || r->bytes[r->at] == r->parting ||
           is_line_end(r->bytes[r->at]);
}

static bool read_quoted(struct reader *r)
{
    size_t at = r->at;
    size_t line = r->line;

    (void)step(r);
    for (;;) {
        if (r->at == r->len)
            return fault(r, at, line, "a quote opens here, and none closes it");
        char byte = step(r);
        if (byte == '"') {
            if (r->at == r->len || r->bytes[r->at] != '"')
                break;
            (void)step(r);
        }
        *r->out++ = byte;
    }
    if (!at_end(r))
        return fault(r, r->at, r->line, "text behind a closing quote");
    return true;
}

/* Read one cell, without white space at its ends, up to what ends it. */
static bool read_cell(struct reader *r)
{
    ws_table_cell *cell = &r->table->cell[r->cells++];
    char *from = r->out;

    cell->at = (uint32_t)r->at;
    if (r->at < r->len && r->bytes[r->at] == '"') {
        if (!read_quoted(r))
            return false;
    } else {
        while (!at_end(r))
            *r->out++ = step(r);
    }
    cell->len = (uint32_t)(r->at - cell->at);
    cell->words.text = from;
    cell->words.len = (size_t)(r->out - from);
    ws_trim(&cell->words.text, &cell->words.len);
    r->out = from + (cell->words.text - from) + cell->words.len;
    *r->out++ = '\0';
    return true;
}

/* Go behind what parts two cells; at the end of the line, behind that, and
 * false. */
static bool next_cell(struct reader *r)
{
    if (r->at == r->len)
        return false;
    char byte = step(r);
    if (byte == '\r' && r->at < r->len && r->bytes[r->at] == '\n')
        (void)step(r);
    return byte == r->parting;
}

/* -- lines ---------------------------------------------------------------- */

static bool read_header(struct reader *r)
{
    r->table->line = (uint32_t)r->line;
    do {
        if (!read_cell(r))
            return false;
    } while (next_cell(r));
    r->table->columns = r->cells;
    return true;
}

/* Read a line: one record, if any of its cells is filled. */
static bool read_record(struct reader *r)
{
    ws_table *table = r->table;
    ws_table_record record = {r->cells, 0, (uint32_t)r->at, (uint32_t)r->line};
    size_t filled = 0;

    do {
        if (record.cells == table->columns)
            return fault(r, r->at, r->line,
                         "a cell more than there are columns");
        if (!read_cell(r))
            return false;
        filled += table->cell[r->cells - 1].words.len;
        record.cells++;
    } while (next_cell(r));
    if (filled > 0)
        table->record[table->records++] = record;
    else
        r->cells = record.cell;
    return true;
}

static bool read_lines(struct reader *r)
{
    size_t at = 0;
    size_t line = 0;

    if (!ws_utf8_check(r->bytes, r->len, &at, &line))
        return fault(r, at, line, "not UTF-8; iconv converts it");
    if (r->len >= 3 && memcmp(r->bytes, "\xEF\xBB\xBF", 3) == 0)
        r->at = 3;
    while (r->at < r->len && is_line_end(r->bytes[r->at]))
        (void)step(r);
    r->parting = find_parting(r->bytes + r->at, r->len - r->at);
    while (r->at < r->len) {
        if (is_line_end(r->bytes[r->at]))
            (void)step(r);
        else if (!(r->table->columns == 0 ? read_header(r) : read_record(r)))
            return false;
    }
    if (r->table->columns == 0)
        return fault(r, r->at, r->line,
                     "no first line with the columns' names");
    return true;
}

/* Take the memory for all that a table of such bytes can hold. */
static whosaid_status reserve(struct reader *r, ws_arena *arena)
{
    size_t lines = 1;
    size_t cells = 0;

    for (size_t i = 0; i < r->len; i++) {
        char byte = r->bytes[i];

        lines += is_line_end(byte);
        cells += byte == ',' || byte == ';' || byte == '\t';
    }
    r->table->cell = WS_NEW(arena, ws_table_cell, cells + lines);
    r->table->record = WS_NEW(arena, ws_table_record, lines);
    r->out = WS_NEW(arena, char, r->len + 1); /* NULs: one for what parts */
    return arena->failed ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}

whosaid_status ws_table_read(ws_arena *arena, const char *bytes, size_t len,
                             ws_table *table, whosaid_table_error *error)
{
    struct reader r = {bytes, len, 0, 1, ',', NULL, 0, table, error};

    memset(table, 0, sizeof *table);
    WS_TRY(reserve(&r, arena));
    return read_lines(&r) ? WHOSAID_OK : WHOSAID_ERR_TABLE;
}

uint32_t ws_table_column(const ws_table *table, const char *name)
{
    size_t len = strlen(name);

    for (uint32_t i = 0; i < table->columns; i++) {
        ws_cell words = table->cell[i].words;
        if (words.len == len && memcmp(words.text, name, len) == 0)
            return i;
    }
    return WHOSAID_NONE;
}

ws_cell ws_table_at(const ws_table *table, uint32_t record, uint32_t column)
{
    const ws_table_record *r = &table->record[record];

    if (column >= r->cells)
        return (ws_cell){"", 0};
    return table->cell[r->cell + column].words;
}
