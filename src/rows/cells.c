/*
 * cells.c - rows handed over cell by cell, to a caller who makes a file of
 * them: a workbook, a database.
 *
 *   in   rows
 *   out  calls of the table's row(), with the cells made clean
 *
 * White space at both ends goes; a line break, with the white space around it,
 * becomes one space, or stays as LF when asked for; what no reader takes (NUL
 * and the other controls but TAB, U+FFFE, U+FFFF, ill-formed bytes) becomes
 * U+FFFD. Nothing is guarded: a cell's kind is told beside it.
 *
 * A row's cells lie one behind another in a buffer that is used again for each
 * row, and whose room is asked for before a cell is copied. O(bytes).
 */
#include <string.h>

#include "base/unicode.h"
#include "rows/format.h"

#define WORST 3 /* bytes that one byte becomes: U+FFFD */

/* The row on its way out. */
struct cells {
    whosaid_cell cell[WS_FIELDS];
    size_t from[WS_FIELDS]; /* where each begins in buffer */
    char *buffer;           /* [cap], used to used */
    size_t cap;
    size_t used;
};

/* Make room for more bytes in the buffer. */
static whosaid_status make_room(ws_file *file, size_t more)
{
    struct cells *cells = file->state;
    size_t cap = 2 * (cells->used + more);

    if (cells->cap - cells->used >= more)
        return WHOSAID_OK;
    char *buffer = WS_NEW(&file->arena, char, cap);
    if (buffer == NULL)
        return WHOSAID_ERR_NOMEM;
    if (cells->used > 0)
        memcpy(buffer, cells->buffer, cells->used);
    cells->buffer = buffer;
    cells->cap = cap;
    return WHOSAID_OK;
}

/* Copy the run of white space from text[at]; returns its end. */
static size_t put_space(char *out, size_t *used, ws_cell cell, size_t at,
                        bool keep)
{
    size_t n = *used;
    bool breaks = false;

    while (at < cell.len) {
        int32_t cp = 0;
        uint32_t step = ws_utf8_next(cell.text, cell.len, at, &cp);
        uint32_t class = ws_cp_class(cp);

        if ((class & WS_CP_SPACE) == 0)
            break;
        if ((class & WS_CP_NEWLINE) == 0) {
            memcpy(out + n, cell.text + at, step);
            n += step;
        } else {
            bool crlf = cp == '\n' && at > 0 && cell.text[at - 1] == '\r';
            breaks = true;
            if (!crlf)
                out[n++] = '\n';
        }
        at += step;
    }
    if (breaks && !keep) {
        n = *used;
        out[n++] = ' ';
    }
    *used = n;
    return at;
}

/* Copy a cell's text to out, made clean; returns its bytes. */
static size_t put_clean(char *out, ws_cell cell, bool keep, uint64_t *replaced)
{
    size_t used = 0;

    for (size_t at = 0; at < cell.len;) {
        int32_t cp = 0;
        uint32_t step = ws_utf8_next(cell.text, cell.len, at, &cp);

        if ((ws_cp_class(cp) & WS_CP_SPACE) != 0) {
            at = put_space(out, &used, cell, at, keep);
            continue;
        }
        if (ws_is_writable(cp)) {
            memcpy(out + used, cell.text + at, step);
            used += step;
        } else {
            used += ws_utf8_put(0xFFFD, out + used);
            *replaced += step;
        }
        at += step;
    }
    return used;
}

/* Put the row's cell i into the buffer. */
static whosaid_status put_cell(ws_file *file, uint32_t i, ws_cell cell,
                               bool is_number)
{
    struct cells *cells = file->state;

    ws_trim(&cell.text, &cell.len);
    WS_TRY(make_room(file, WORST * cell.len + 1));
    char *out = cells->buffer + cells->used;
    size_t len = put_clean(out, cell, file->options.keep_newlines,
                           &file->counts.replaced);
    out[len] = '\0';
    cells->from[i] = cells->used;
    cells->cell[i].len = len;
    cells->cell[i].is_number = is_number;
    cells->used += len + 1;
    return WHOSAID_OK;
}

/* Hand the row over. */
static whosaid_status give(ws_file *file)
{
    struct cells *cells = file->state;

    for (uint32_t i = 0; i < file->fields; i++)
        cells->cell[i].text = cells->buffer + cells->from[i];
    cells->used = 0;
    return file->table.row(file->table.ctx, cells->cell, file->fields)
               ? WHOSAID_OK
               : WHOSAID_ERR_WRITE;
}

static whosaid_status open_cells(ws_file *file)
{
    file->state = WS_NEW(&file->arena, struct cells, 1);
    if (file->state == NULL)
        return WHOSAID_ERR_NOMEM;
    if (file->options.no_header)
        return WHOSAID_OK;
    for (uint32_t i = 0; i < file->fields; i++) {
        const char *name = ws_field_name(file, &file->field[i]);

        WS_TRY(put_cell(file, i, (ws_cell){name, strlen(name)}, false));
    }
    return give(file);
}

static whosaid_status write_row(ws_file *file, const ws_rows *rows,
                                const ws_row *row)
{
    for (uint32_t i = 0; i < file->fields; i++) {
        const ws_field *field = &file->field[i];

        WS_TRY(put_cell(file, i, ws_field_cell(field, rows, row),
                        field->own != NULL && field->own->number));
    }
    return give(file);
}

const ws_format ws_format_cells = {"cells", open_cells, NULL, write_row,
                                   NULL,    NULL,       NULL};
