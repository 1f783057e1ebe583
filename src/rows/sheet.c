/*
 * sheet.c - rows as CSV and TSV: a line of names, then a line a row.
 */
#include <string.h>

#include "base/unicode.h"
#include "rows/csv.h"
#include "rows/format.h"

/* Whether a column's name needs no quotes: letters, digits and _; but a file
 * that begins with ID is taken for another kind of file by Excel. */
static bool is_bare(const char *name, bool first)
{
    if (first && name[0] == 'I' && name[1] == 'D')
        return false;
    for (; *name != '\0'; name++) {
        unsigned char byte = (unsigned char)*name;

        if (byte >= 0x80 ||
            (*name != '_' &&
             (ws_ascii_class[byte] & (WS_CP_LETTER | WS_CP_DIGIT)) == 0))
            return false;
    }
    return true;
}

static whosaid_status open_sheet(ws_file *file)
{
    ws_csv *csv = WS_NEW(&file->arena, ws_csv, 1);

    if (csv == NULL)
        return WHOSAID_ERR_NOMEM;
    file->state = csv;
    ws_csv_init(csv, &file->out, &file->options);
    if (file->options.no_header)
        return WHOSAID_OK;
    for (uint32_t i = 0; i < file->fields; i++) {
        const char *name = ws_field_name(file, &file->field[i]);

        if (is_bare(name, i == 0))
            ws_csv_bare(csv, name, strlen(name));
        else
            ws_csv_text(csv, name, strlen(name));
    }
    ws_csv_end(csv);
    return WHOSAID_OK;
}

static whosaid_status write_row(ws_file *file, const ws_rows *rows,
                                const ws_row *row)
{
    ws_csv *csv = file->state;

    for (uint32_t i = 0; i < file->fields; i++) {
        const ws_field *field = &file->field[i];
        ws_cell cell = ws_field_cell(field, rows, row);

        if (field->own != NULL && field->own->number)
            ws_csv_number(csv, cell.text, cell.len);
        else
            ws_csv_text(csv, cell.text, cell.len);
    }
    ws_csv_end(csv);
    file->counts.guarded = csv->guarded;
    file->counts.replaced = csv->replaced;
    return WHOSAID_OK;
}

const ws_format ws_format_csv = {"csv", open_sheet, NULL, write_row,
                                 NULL,  NULL,       NULL};
const ws_format ws_format_tsv = {"tsv", open_sheet, NULL, write_row,
                                 NULL,  NULL,       NULL};
