/*
 * reread.c - rows of an earlier run, read back.
 *
 *   in   a table of rows as we write them
 *   out  its records, each with what it can be found by
 */
#include "rows/reread.h"

#include <string.h>

#include "rows/undo.h"
#include "rows/words.h"

/* -- a sheet -------------------------------------------------------------- */

ws_cell ws_sheet_cell(const whosaid_sheet *sheet, uint32_t record,
                      uint32_t column)
{
    return ws_undo(ws_table_at(&sheet->table, record, column));
}

static void make_keys(whosaid_sheet *sheet, uint32_t i)
{
    ws_sheet_record *record = &sheet->record[i];
    ws_cell id = ws_sheet_cell(sheet, i, sheet->quote_id);
    const ws_sketch words = ws_words_of(ws_sheet_cell(sheet, i, sheet->quote));

    if (id.len > 0)
        record->key[WS_SHEET_BY_ID] = ws_undo_hash(id) | 1;
    if (words.count == 0)
        return;
    uint64_t document = ws_undo_hash(
        ws_undo_document(ws_sheet_cell(sheet, i, sheet->document)));
    record->key[WS_SHEET_BY_WORDS] = words.same | 1;
    record->key[WS_SHEET_BY_DOCUMENT] =
        ((document ^ words.same) * UINT64_C(0x9E3779B97F4A7C15)) | 1;
}

static whosaid_status read_sheet(whosaid_sheet *sheet, const char *bytes,
                                 size_t len, whosaid_table_error *error)
{
    ws_table *table = &sheet->table;

    WS_TRY(ws_table_read(&sheet->arena, bytes, len, table, error));
    sheet->document = ws_table_column(table, "document");
    sheet->quote_id = ws_table_column(table, "quote_id");
    sheet->quote = ws_table_column(table, "quote");
    sheet->speaker = ws_table_column(table, "speaker");
    sheet->group = ws_table_column(table, "group");
    if (sheet->quote_id == WHOSAID_NONE && sheet->quote == WHOSAID_NONE) {
        *error = (whosaid_table_error){
            "no column 'quote_id' or 'quote' in the first line",
            table->cell[0].at, 0, table->line};
        return WHOSAID_ERR_TABLE;
    }
    sheet->record = WS_NEW(&sheet->arena, ws_sheet_record, table->records);
    if (sheet->record == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < table->records; i++)
        make_keys(sheet, i);
    return WHOSAID_OK;
}

whosaid_status whosaid_sheet_read(const char *bytes, size_t len,
                                  const whosaid_allocator *allocator,
                                  whosaid_sheet **sheet,
                                  whosaid_table_error *error)
{
    whosaid_table_error ignored;

    if (sheet == NULL)
        return WHOSAID_ERR_ARGUMENT;
    *sheet = NULL;
    if (bytes == NULL && len > 0)
        return WHOSAID_ERR_ARGUMENT;
    if (len > WHOSAID_MAX_INPUT)
        return WHOSAID_ERR_TOO_LONG;
    whosaid_sheet *made = WS_OBJECT(allocator, whosaid_sheet);
    if (made == NULL)
        return WHOSAID_ERR_NOMEM;
    whosaid_status status = read_sheet(made, bytes != NULL ? bytes : "", len,
                                       error != NULL ? error : &ignored);
    if (status != WHOSAID_OK) {
        whosaid_sheet_free(made);
        return status;
    }
    *sheet = made;
    return WHOSAID_OK;
}

const char *whosaid_sheet_column(const whosaid_sheet *sheet, uint32_t i)
{
    return sheet != NULL && i < sheet->table.columns
               ? sheet->table.cell[i].words.text
               : NULL;
}

void whosaid_sheet_free(whosaid_sheet *sheet)
{
    if (sheet != NULL)
        ws_arena_free(&sheet->arena);
}
