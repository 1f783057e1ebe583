/*
 * diff.c - what changed between two runs: the public face of sheets read back.
 *
 *   in   two tables of rows as we write them, OLD and NEW
 *   out  a table: rows added, gone and moved, and each cell that changed
 *
 * 1. Pair the records: those with the same quote_id, in their order; of the
 *    rest, those with the same words in the same document, in their order; of
 *    the rest, the same words anywhere, where each side has them once.
 * 2. Compare the cells of each pair in the columns that both tables have. Where
 *    a quotation stands is not compared unless asked for: one new paragraph
 *    would change it in every row below. A cell that names another row is the
 *    same when it names that row's partner.
 * 3. Write: OLD's records in their order, then those that NEW has more.
 *
 * All is one look into a table of hashes a record: linear in both.
 */
#include <string.h>

#include "base/slots.h"
#include "rows/csv.h"
#include "rows/reread.h"
#include "rows/undo.h"

enum { OLD, NEW };

/* A column to compare. */
struct column {
    uint32_t at[2]; /* in OLD and NEW */
    bool names_row;
};

/* The records that one key has on both sides and are not yet paired. */
struct kin {
    uint32_t count[2];
    uint32_t first; /* of NEW's, from 1; 0: none left */
    uint32_t last;
};

struct diff {
    const whosaid_sheet *sheet[2];
    ws_arena arena;
    ws_slots slots;  /* kin, or OLD's records by their ids */
    struct kin *kin; /* [kins] */
    uint32_t kins;
    uint32_t *next;        /* [NEW's records] of the same key, from 1 */
    uint32_t *partner[2];  /* [records] in the other sheet, from 1; 0: none */
    struct column *column; /* [columns] */
    uint32_t columns;
    ws_csv csv;
    ws_out out;
    whosaid_differences found;
};

/* -- pairs ---------------------------------------------------------------- */

/* The records that one key has. */
static struct kin *kin_of(struct diff *d, uint64_t key)
{
    ws_slot *slot = ws_slots_find(&d->slots, key);

    if (slot->value == 0) {
        slot->key = key;
        slot->value = ++d->kins;
        d->kin[slot->value - 1] = (struct kin){
            {0, 0},
            0, 0
        };
    }
    return &d->kin[slot->value - 1];
}

/* File the records of both sides that are not paired under their keys. */
static void file_records(struct diff *d, int way)
{
    ws_slots_clear(&d->slots);
    d->kins = 0;
    for (int side = OLD; side <= NEW; side++) {
        for (uint32_t i = 0; i < d->sheet[side]->table.records; i++) {
            uint64_t key = d->sheet[side]->record[i].key[way];

            if (key == 0 || d->partner[side][i] != 0)
                continue;
            struct kin *kin = kin_of(d, key);
            kin->count[side]++;
            if (side == OLD)
                continue;
            d->next[i] = 0;
            if (kin->first == 0)
                kin->first = i + 1;
            else
                d->next[kin->last - 1] = i + 1;
            kin->last = i + 1;
        }
    }
}

static void pair_records(struct diff *d, int way)
{
    file_records(d, way);
    for (uint32_t i = 0; i < d->sheet[OLD]->table.records; i++) {
        uint64_t key = d->sheet[OLD]->record[i].key[way];

        if (key == 0 || d->partner[OLD][i] != 0)
            continue;
        struct kin *kin = kin_of(d, key);
        bool once = kin->count[OLD] == 1 && kin->count[NEW] == 1;
        if (kin->first == 0 || (way == WS_SHEET_BY_WORDS && !once))
            continue;
        d->partner[OLD][i] = kin->first;
        d->partner[NEW][kin->first - 1] = i + 1;
        kin->first = d->next[kin->first - 1];
    }
}

static whosaid_status pair_all(struct diff *d)
{
    size_t old = d->sheet[OLD]->table.records;
    size_t new = d->sheet[NEW]->table.records;

    WS_TRY(ws_slots_init(&d->arena, old + new, &d->slots));
    d->kin = WS_NEW(&d->arena, struct kin, old + new);
    d->next = WS_NEW(&d->arena, uint32_t, new);
    d->partner[OLD] = WS_NEW(&d->arena, uint32_t, old);
    d->partner[NEW] = WS_NEW(&d->arena, uint32_t, new);
    if (d->arena.failed)
        return WHOSAID_ERR_NOMEM;
    for (int way = 0; way < WS_SHEET_WAYS; way++)
        pair_records(d, way);
    return WHOSAID_OK;
}

/* -- columns -------------------------------------------------------------- */

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names != NULL; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return false;
}

/* Whether a column is compared when none is asked for. */
static bool is_compared(const char *name)
{
    static const char *const not [] = {
        "",         "quote_id",    "paragraph",
        "line",     "quote_spans", "mention_span",
        "cue_span", NULL};

    return !is_one_of(name, not );
}

/* Compare OLD's column i with NEW's of the name. False when NEW has none. */
static bool add_column(struct diff *d, uint32_t i)
{
    static const char *const rows[] = {"duplicate_of", "group", "parent", NULL};
    const char *name = d->sheet[OLD]->table.cell[i].words.text;
    struct column *column = &d->column[d->columns];

    column->at[OLD] = i;
    column->at[NEW] = ws_table_column(&d->sheet[NEW]->table, name);
    column->names_row = is_one_of(name, rows);
    if (column->at[NEW] == WHOSAID_NONE)
        return false;
    d->columns++;
    return true;
}

/* Compare the columns "a,b,c". False when a sheet has none of a name. */
static bool choose_columns(struct diff *d, const char *names)
{
    const whosaid_sheet *old = d->sheet[OLD];

    for (;;) {
        size_t len = strcspn(names, ",");
        uint32_t i = 0;

        while (i < old->table.columns &&
               (old->table.cell[i].words.len != len ||
                memcmp(old->table.cell[i].words.text, names, len) != 0))
            i++;
        for (uint32_t k = 0; k < d->columns; k++)
            if (d->column[k].at[OLD] == i)
                return false; /* twice */
        if (i == old->table.columns || !add_column(d, i))
            return false;
        if (names[len] == '\0')
            return true;
        names += len + 1;
    }
}

/* Compare what both have. */
static void choose_common(struct diff *d)
{
    for (int side = OLD; side <= NEW; side++) {
        const whosaid_sheet *other = d->sheet[NEW - side];
        const char *name = NULL;

        for (uint32_t i = 0;
             (name = whosaid_sheet_column(d->sheet[side], i)) != NULL; i++) {
            if (ws_table_column(&other->table, name) == WHOSAID_NONE)
                d->found.columns[side]++;
            else if (side == OLD && is_compared(name) &&
                     ws_table_column(&d->sheet[OLD]->table, name) == i)
                (void)add_column(d, i);
        }
    }
}

/* -- the table ------------------------------------------------------------ */

static void put_cell(struct diff *d, ws_cell cell)
{
    ws_csv_text(&d->csv, cell.text, cell.len);
}

static void put_words(struct diff *d, const char *words)
{
    ws_csv_text(&d->csv, words, strlen(words));
}

/* One line: a change of a record, in a column of these cells. */
static void put_line(struct diff *d, const char *change, int side, uint32_t i,
                     const char *column, const ws_cell cell[2])
{
    const whosaid_sheet *sheet = d->sheet[side];

    put_words(d, change);
    put_cell(d, ws_sheet_cell(sheet, i, sheet->document));
    put_cell(d, ws_sheet_cell(sheet, i, sheet->quote_id));
    put_words(d, column);
    put_cell(d, cell[OLD]);
    put_cell(d, cell[NEW]);
    put_cell(d, ws_sheet_cell(sheet, i, sheet->speaker));
    put_cell(d, ws_sheet_cell(sheet, i, sheet->quote));
    ws_csv_end(&d->csv);
}

static void put_header(struct diff *d)
{
    static const char *const names[] = {"change",  "document", "quote_id",
                                        "column",  "old",      "new",
                                        "speaker", "quote"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        ws_csv_bare(&d->csv, names[i], strlen(names[i]));
    ws_csv_end(&d->csv);
}

/* Whether a cell of OLD names the row that is now the one NEW's names. */
static bool is_partner(const struct diff *d, const ws_cell cell[2])
{
    uint64_t key = ws_undo_hash(cell[OLD]) | 1;
    uint32_t old = ws_slots_find(&d->slots, key)->value;

    if (cell[OLD].len == 0 || old == 0 || d->partner[OLD][old - 1] == 0)
        return false;
    uint32_t new = d->partner[OLD][old - 1] - 1;
    return ws_undo_same(
        ws_sheet_cell(d->sheet[NEW], new, d->sheet[NEW]->quote_id), cell[NEW]);
}

static bool is_same(const struct diff *d, const struct column *column,
                    const ws_cell cell[2])
{
    if (ws_undo_same(cell[OLD], cell[NEW]))
        return true;
    if (column->at[OLD] == d->sheet[OLD]->document)
        return ws_undo_same(ws_undo_document(cell[OLD]),
                            ws_undo_document(cell[NEW]));
    return column->names_row && is_partner(d, cell);
}

/* Compare record i of OLD and its partner. */
static void compare(struct diff *d, uint32_t i)
{
    uint32_t pair[2] = {i, d->partner[OLD][i] - 1};
    ws_cell cell[2];
    uint32_t changes = 0;

    for (int side = OLD; side <= NEW; side++)
        cell[side] =
            ws_sheet_cell(d->sheet[side], pair[side], d->sheet[side]->quote_id);
    bool moved = d->sheet[OLD]->quote_id != WHOSAID_NONE &&
                 d->sheet[NEW]->quote_id != WHOSAID_NONE &&
                 !ws_undo_same(cell[OLD], cell[NEW]);
    const char *change = moved ? "moved" : "changed";
    if (moved)
        put_line(d, change, NEW, pair[NEW], "quote_id", cell);
    for (uint32_t k = 0; k < d->columns; k++) {
        const struct column *column = &d->column[k];

        for (int side = OLD; side <= NEW; side++)
            cell[side] =
                ws_sheet_cell(d->sheet[side], pair[side], column->at[side]);
        if (is_same(d, column, cell))
            continue;
        put_line(d, change, NEW, pair[NEW],
                 whosaid_sheet_column(d->sheet[OLD], column->at[OLD]), cell);
        changes++;
    }
    d->found.moved += moved ? 1 : 0;
    d->found.changed += !moved && changes > 0 ? 1 : 0;
    d->found.same += !moved && changes == 0 ? 1 : 0;
}

/* File OLD's records by their ids: the first of each. */
static void file_ids(struct diff *d)
{
    ws_slots_clear(&d->slots);
    for (uint32_t i = 0; i < d->sheet[OLD]->table.records; i++) {
        uint64_t key = d->sheet[OLD]->record[i].key[WS_SHEET_BY_ID];

        if (key == 0)
            continue;
        ws_slot *slot = ws_slots_find(&d->slots, key);
        if (slot->value == 0)
            *slot = (ws_slot){key, i + 1};
    }
}

static void write_all(struct diff *d)
{
    const ws_cell none[2] = {
        {"", 0},
        {"", 0}
    };

    file_ids(d);
    for (uint32_t i = 0; i < d->sheet[OLD]->table.records; i++) {
        if (d->partner[OLD][i] != 0) {
            compare(d, i);
            continue;
        }
        put_line(d, "gone", OLD, i, "", none);
        d->found.gone++;
    }
    for (uint32_t i = 0; i < d->sheet[NEW]->table.records; i++) {
        if (d->partner[NEW][i] != 0)
            continue;
        put_line(d, "added", NEW, i, "", none);
        d->found.added++;
    }
}

static whosaid_status run(struct diff *d, const whosaid_row_options *options)
{
    d->column =
        WS_NEW(&d->arena, struct column, d->sheet[OLD]->table.columns + 1);
    if (d->column == NULL)
        return WHOSAID_ERR_NOMEM;
    if (options->columns == NULL)
        choose_common(d);
    else if (!choose_columns(d, options->columns))
        return WHOSAID_ERR_ARGUMENT;
    WS_TRY(pair_all(d));
    ws_csv_init(&d->csv, &d->out, options);
    if (!options->no_header)
        put_header(d);
    write_all(d);
    return ws_out_flush(&d->out);
}

whosaid_status
whosaid_diff(const whosaid_sheet *old_run, const whosaid_sheet *new_run,
             const whosaid_row_options *options, const whosaid_sink *sink,
             const whosaid_allocator *allocator, whosaid_differences *found)
{
    static const whosaid_row_options defaults = WHOSAID_ROW_OPTIONS_INIT;
    ws_arena arena;

    if (options == NULL)
        options = &defaults;
    if (found == NULL || old_run == NULL || new_run == NULL || sink == NULL ||
        sink->write == NULL || options->size < sizeof *options ||
        (options->format != WHOSAID_FORMAT_CSV &&
         options->format != WHOSAID_FORMAT_TSV))
        return WHOSAID_ERR_ARGUMENT;
    memset(found, 0, sizeof *found);
    ws_arena_init(&arena, allocator);
    struct diff *d = WS_NEW(&arena, struct diff, 1);
    if (d == NULL)
        return WHOSAID_ERR_NOMEM;
    d->arena = arena;
    d->sheet[OLD] = old_run;
    d->sheet[NEW] = new_run;
    ws_out_init(&d->out, sink);
    whosaid_status status = run(d, options);
    *found = d->found;
    arena = d->arena;
    ws_arena_free(&arena);
    return status;
}
