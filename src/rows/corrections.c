/*
 * corrections.c - rows that a person went through and gives back.
 *
 *   in   a table of rows as we wrote them, changed here and there; then the
 *        documents, twice: to see what there is, and to be written
 *   out  for each row, the cells that differ from what we would write
 *
 * 1. Read the table. A record belongs to the quotation with its quote_id.
 * 2. Look at all documents. A quotation whose id stands in no record, and a
 *    record whose id no quotation has, may still belong together: the article
 *    was renamed, or a comma was put right. They meet in a class: one for the
 *    same words in the same document, one for the same words anywhere. Only
 *    numbers are kept.
 * 3. Settle. In a class of a document with one such record and one such
 *    quotation these are one; likewise then, of those left, in a class of
 *    words. More of either: it cannot be told, and nothing is changed.
 * 4. Give each row the cells of its record that differ.
 *
 * All is one look into a table of hashes a row: linear in both.
 *
 * Not here: which cells are the same, see undo.c; which words are, see words.c.
 */
#include "rows/corrections.h"

#include <string.h>

#include "base/slots.h"
#include "rows/id.h"
#include "rows/table.h"
#include "rows/undo.h"

/* The columns whose cells a person may correct. What tells where a quotation
 * stands, and its words, are the document's. */
static const char *const corrected[] = {"speaker", "role",        "affiliation",
                                        "kind",    "source_type", "cue",
                                        "mention", "evidence"};

#define CORRECTED (sizeof corrected / sizeof corrected[0])

/* Records and quotations without each other, of the same words. */
struct kin {
    uint32_t left;  /* records */
    uint32_t free;  /* quotations */
    uint32_t taken; /* of these, by a class of one document */
    uint32_t match; /* the one record, from 1; 0: none */
};

struct record {
    uint64_t id;
    uint32_t here; /* its class: same words, same document; from 1 */
    uint32_t any;  /* its class: same words; from 1 */
    bool has_id;   /* and is the first with it */
    bool has_rows; /* with its id */
    bool is_reviewed;
    bool is_read;   /* of the first of a document: it was read */
    uint32_t first; /* record of its document */
    whosaid_fit fit;
};

struct whosaid_corrections {
    ws_arena arena; /* owns all, this struct too */
    ws_table table;
    struct record *record; /* [table.records] */
    struct kin *kin;       /* [kins] */
    uint32_t kins;
    ws_slots ids;       /* records */
    ws_slots documents; /* the first record that names one */
    ws_slots kindred;   /* classes, by words and by words and document */
    uint32_t id_column; /* or NONE, like those below */
    uint32_t document_column;
    uint32_t quote_column;
    uint32_t reviewed_column;
    uint32_t verdict_column;
    uint32_t column[CORRECTED]; /* of the table */
    uint32_t of[CORRECTED];     /* of the rows */
};

/* -- hashes --------------------------------------------------------------- */

static uint64_t document_key(ws_cell name)
{
    return ws_undo_hash(ws_undo_document(name));
}

static uint64_t key_here(uint64_t document, const ws_sketch *words)
{
    return (document ^ words->same) * UINT64_C(0x9E3779B97F4A7C15) + 1;
}

/* -- the table ------------------------------------------------------------ */

static ws_cell cell_at(const whosaid_corrections *c, uint32_t record,
                       uint32_t column)
{
    return ws_undo(ws_table_at(&c->table, record, column));
}

/* Say what is wrong with the first line. Returns false. */
static bool fault(const ws_table *table, const ws_table_cell *cell,
                  const char *words, whosaid_table_error *error)
{
    *error = (whosaid_table_error){
        words, cell->at, cell == table->cell ? 0 : cell->len, table->line};
    return false;
}

/* Find a column. False when there are two of the name. */
static bool find_column(const ws_table *table, const char *name,
                        uint32_t *found, whosaid_table_error *error)
{
    *found = ws_table_column(table, name);
    for (uint32_t i = *found; i < table->columns; i++) {
        ws_cell words = table->cell[i].words;

        if (i > *found && words.len == strlen(name) &&
            memcmp(words.text, name, words.len) == 0)
            return fault(table, &table->cell[i], "a second column of this name",
                         error);
    }
    return true;
}

static bool find_columns(whosaid_corrections *c, whosaid_table_error *error)
{
    const ws_table *table = &c->table;

    if (!find_column(table, "quote_id", &c->id_column, error) ||
        !find_column(table, "document", &c->document_column, error) ||
        !find_column(table, "quote", &c->quote_column, error) ||
        !find_column(table, "reviewed", &c->reviewed_column, error) ||
        !find_column(table, "verdict", &c->verdict_column, error))
        return false;
    for (size_t i = 0; i < CORRECTED; i++) {
        if (!find_column(table, corrected[i], &c->column[i], error))
            return false;
        while (strcmp(ws_columns[c->of[i]].name, corrected[i]) != 0)
            c->of[i]++;
    }
    if (c->id_column == WHOSAID_NONE && c->quote_column == WHOSAID_NONE)
        return fault(table, table->cell,
                     "no column 'quote_id' or 'quote' in the first line",
                     error);
    return true;
}

/* Whether the record says that somebody went through it. A file without a
 * column for that is reviewed as a whole. */
static bool is_reviewed(const whosaid_corrections *c, uint32_t i)
{
    ws_cell reviewed = cell_at(c, i, c->reviewed_column);
    bool no = reviewed.len == 2 && (reviewed.text[0] | 32) == 'n' &&
              (reviewed.text[1] | 32) == 'o';

    if (c->reviewed_column == WHOSAID_NONE && c->verdict_column == WHOSAID_NONE)
        return true;
    return (reviewed.len > 0 && !no) ||
           cell_at(c, i, c->verdict_column).len > 0;
}

/* Whether two records say the same in every cell. */
static bool is_repeated(const whosaid_corrections *c, uint32_t i, uint32_t j)
{
    for (uint32_t column = 0; column < c->table.columns; column++)
        if (!ws_undo_same(ws_table_at(&c->table, i, column),
                          ws_table_at(&c->table, j, column)))
            return false;
    return true;
}

static uint32_t kin_of(whosaid_corrections *c, uint64_t key)
{
    ws_slot *slot = ws_slots_find(&c->kindred, key);

    if (slot->value == 0) {
        slot->key = key;
        slot->value = ++c->kins;
    }
    return slot->value;
}

static void add_record(whosaid_corrections *c, uint32_t i)
{
    struct record *record = &c->record[i];
    ws_cell id = cell_at(c, i, c->id_column);
    ws_cell document = cell_at(c, i, c->document_column);
    const ws_sketch words = ws_words_of(cell_at(c, i, c->quote_column));

    ws_slot *named = ws_slots_find(&c->documents, document_key(document));

    if (named->value == 0)
        *named = (ws_slot){document_key(document), i + 1};
    record->first = named->value - 1;
    record->fit = WHOSAID_FIT_NONE;
    record->is_reviewed = is_reviewed(c, i);
    record->has_id = ws_id_get(id.text, id.len, &record->id);
    if (record->has_id) {
        ws_slot *slot = ws_slots_find(&c->ids, record->id);

        if (slot->value != 0) {
            record->has_id = false;
            record->fit = is_repeated(c, i, slot->value - 1)
                              ? WHOSAID_FIT_SAME
                              : WHOSAID_FIT_REPEATED;
            return;
        }
        slot->key = record->id;
        slot->value = i + 1;
    }
    if (words.count == 0)
        return;
    if (c->document_column != WHOSAID_NONE)
        record->here = kin_of(c, key_here(document_key(document), &words));
    record->any = kin_of(c, words.same);
}

/* Whether a cell is one of the words of its column: no reader of kinds and of
 * types of source looks for others. Empty is not corrected. */
static bool is_word_of(const char *column, ws_cell cell)
{
    const char *word = NULL;
    bool kind = strcmp(column, "kind") == 0;

    if (!kind && strcmp(column, "source_type") != 0)
        return true;
    for (int i = 0; i <= WHOSAID_KIND_OTHER; i++) {
        word = kind ? whosaid_strkind((whosaid_kind)i)
                    : whosaid_strsource((whosaid_source_type)i);
        if (strlen(word) == cell.len &&
            memcmp(word, cell.text, cell.len) == 0 &&
            (kind || i <= WHOSAID_SOURCE_DOCUMENT))
            return true;
    }
    return cell.len == 0;
}

/* Look for cells of a record that no row can have. */
static bool check_record(const whosaid_corrections *c, uint32_t i,
                         whosaid_table_error *error)
{
    const ws_table_record *record = &c->table.record[i];

    for (size_t k = 0; k < CORRECTED; k++) {
        if (c->column[k] >= record->cells ||
            is_word_of(corrected[k], cell_at(c, i, c->column[k])))
            continue;
        const ws_table_cell *cell = &c->table.cell[record->cell + c->column[k]];
        *error = (whosaid_table_error){"no kind or source type of this name",
                                       cell->at, cell->len, record->line};
        return false;
    }
    return true;
}

static whosaid_status read_corrections(whosaid_corrections *c,
                                       const char *bytes, size_t len,
                                       whosaid_table_error *error)
{
    ws_arena *arena = &c->arena;

    WS_TRY(ws_table_read(arena, bytes, len, &c->table, error));
    if (!find_columns(c, error))
        return WHOSAID_ERR_TABLE;
    c->record = WS_NEW(arena, struct record, c->table.records);
    c->kin = WS_NEW(arena, struct kin, 2 * (size_t)c->table.records);
    WS_TRY(ws_slots_init(arena, c->table.records, &c->ids));
    WS_TRY(ws_slots_init(arena, c->table.records, &c->documents));
    WS_TRY(ws_slots_init(arena, 2 * (size_t)c->table.records, &c->kindred));
    for (uint32_t i = 0; i < c->table.records; i++) {
        if (!check_record(c, i, error))
            return WHOSAID_ERR_TABLE;
        add_record(c, i);
    }
    return WHOSAID_OK;
}

whosaid_status whosaid_corrections_read(const char *bytes, size_t len,
                                        const whosaid_allocator *allocator,
                                        whosaid_corrections **corrections,
                                        whosaid_table_error *error)
{
    whosaid_table_error ignored;

    if (corrections == NULL)
        return WHOSAID_ERR_ARGUMENT;
    *corrections = NULL;
    if (bytes == NULL && len > 0)
        return WHOSAID_ERR_ARGUMENT;
    if (len > WHOSAID_MAX_INPUT)
        return WHOSAID_ERR_TOO_LONG;
    whosaid_corrections *made = WS_OBJECT(allocator, whosaid_corrections);
    if (made == NULL)
        return WHOSAID_ERR_NOMEM;
    whosaid_status status =
        read_corrections(made, bytes != NULL ? bytes : "", len,
                         error != NULL ? error : &ignored);
    if (status != WHOSAID_OK) {
        whosaid_corrections_free(made);
        return status;
    }
    *corrections = made;
    return WHOSAID_OK;
}

void whosaid_corrections_free(whosaid_corrections *corrections)
{
    if (corrections != NULL)
        ws_arena_free(&corrections->arena);
}

/* -- what there is -------------------------------------------------------- */

/* The classes of a quotation, either may be NULL. */
static void find_kin(const whosaid_corrections *c, uint64_t document,
                     const ws_sketch *words, struct kin *found[2])
{
    uint32_t here = 0;
    uint32_t any = 0;

    if (words->count > 0) {
        here = ws_slots_find(&c->kindred, key_here(document, words))->value;
        any = ws_slots_find(&c->kindred, words->same)->value;
    }
    found[0] = here != 0 ? &c->kin[here - 1] : NULL;
    found[1] = any != 0 ? &c->kin[any - 1] : NULL;
}

static whosaid_status note(whosaid_corrections *c, ws_arena *arena,
                           ws_cell name, const whosaid_doc *doc, bool all)
{
    uint64_t document = document_key(name);
    const ws_slot *named = ws_slots_find(&c->documents, document);
    uint64_t *id = NULL;

    if (named->value != 0)
        c->record[named->value - 1].is_read = true;
    WS_TRY(ws_ids_make(arena, doc, name.text, name.len, &id));
    for (uint32_t i = 0; i < doc->quotes; i++) {
        ws_slot *slot = ws_slots_find(&c->ids, id[i]);
        struct kin *found[2];

        if (!all && doc->quote[i].kind > WHOSAID_KIND_TURN)
            continue;
        if (slot->value != 0) {
            c->record[slot->value - 1].has_rows = true;
            continue;
        }
        const ws_sketch words = ws_row_words(doc, i);
        find_kin(c, document, &words, found);
        for (int k = 0; k < 2; k++)
            if (found[k] != NULL)
                found[k]->free++;
    }
    return WHOSAID_OK;
}

whosaid_status whosaid_corrections_note(whosaid_corrections *corrections,
                                        const char *name, size_t name_len,
                                        const whosaid_doc *doc, bool all)
{
    ws_cell cell = {name != NULL ? name : "", name_len};
    ws_arena arena;

    if (corrections == NULL || doc == NULL || (name == NULL && name_len != 0))
        return WHOSAID_ERR_ARGUMENT;
    ws_arena_init(&arena, &corrections->arena.source);
    whosaid_status status = note(corrections, &arena, cell, doc, all);
    ws_arena_free(&arena);
    return status;
}

/* Settle one of the records of a class, of which so many quotations are free.
 * Returns how it fits. */
static whosaid_fit settle_kin(struct kin *kin, uint32_t free, uint32_t record,
                              whosaid_fit fit)
{
    if (kin->left == 1 && free == 1) {
        kin->match = record + 1;
        return fit;
    }
    return free > 0 ? WHOSAID_FIT_AMBIGUOUS : WHOSAID_FIT_NONE;
}

void whosaid_corrections_settle(whosaid_corrections *corrections)
{
    whosaid_corrections *c = corrections;

    for (uint32_t i = 0; i < c->table.records; i++) {
        struct record *record = &c->record[i];

        if (record->has_rows)
            record->fit = WHOSAID_FIT_ID;
        else if (record->fit == WHOSAID_FIT_NONE && record->here != 0)
            c->kin[record->here - 1].left++;
    }
    for (uint32_t i = 0; i < c->table.records; i++) {
        struct record *record = &c->record[i];

        if (record->fit != WHOSAID_FIT_NONE || record->any == 0)
            continue;
        struct kin *any = &c->kin[record->any - 1];
        if (record->here != 0) {
            struct kin *here = &c->kin[record->here - 1];
            record->fit = settle_kin(here, here->free, i, WHOSAID_FIT_DOCUMENT);
            if (record->fit != WHOSAID_FIT_NONE) {
                any->taken += here->free - here->taken; /* once a class */
                here->taken = here->free;
            }
        }
        any->left += record->fit == WHOSAID_FIT_NONE ? 1 : 0;
    }
    for (uint32_t i = 0; i < c->table.records; i++) {
        struct record *record = &c->record[i];

        if (record->fit != WHOSAID_FIT_NONE || record->any == 0)
            continue;
        struct kin *any = &c->kin[record->any - 1];
        record->fit =
            settle_kin(any, any->free - any->taken, i, WHOSAID_FIT_WORDS);
    }
    for (uint32_t i = 0; i < c->table.records; i++) {
        struct record *record = &c->record[i];

        if (record->fit == WHOSAID_FIT_NONE &&
            c->document_column != WHOSAID_NONE &&
            !c->record[record->first].is_read)
            record->fit = WHOSAID_FIT_UNREAD;
    }
}

whosaid_correction whosaid_correction_at(const whosaid_corrections *corrections,
                                         uint32_t i)
{
    ws_cell document =
        ws_undo_document(cell_at(corrections, i, corrections->document_column));
    whosaid_correction found = {
        corrections->table.record[i].line, corrections->record[i].fit,
        corrections->record[i].first, document.text, document.len};

    return found;
}

uint32_t whosaid_correction_count(const whosaid_corrections *corrections)
{
    return corrections != NULL ? corrections->table.records : 0;
}

const char *whosaid_corrections_column(const whosaid_corrections *corrections,
                                       uint32_t i)
{
    static const char *const name[] = {"reviewed", "verdict"};

    return corrections != NULL && i < 2 ? name[i] : NULL;
}

/* -- rows ----------------------------------------------------------------- */

/* The record of a row, from 1; 0: none. */
static uint32_t record_of(const whosaid_corrections *c, const ws_rows *rows,
                          const ws_sketch *words, const ws_row *row)
{
    const ws_cell name = {rows->name, rows->name_len};
    uint32_t record = ws_slots_find(&c->ids, rows->id[row->index])->value;
    struct kin *found[2];

    if (record != 0)
        return record;
    find_kin(c, document_key(name), words, found);
    if (found[0] != NULL && found[0]->match != 0)
        return found[0]->match;
    return found[1] != NULL ? found[1]->match : 0;
}

/* Whether a given cell is a change of a row's. */
static bool is_change(const ws_rows *rows, const ws_row *row, uint32_t column,
                      ws_cell given)
{
    if (ws_undo_same(ws_row_cell(rows, row, column), given))
        return false;
    if (column == WS_COLUMN_KIND || column == WS_COLUMN_SOURCE_TYPE)
        return given.len > 0; /* no row is without */

    /* the article's name for one of the people is none */
    return column != WS_COLUMN_SPEAKER ||
           !ws_undo_same(ws_row_told(rows, row), given);
}

whosaid_status ws_corrections_apply(const whosaid_corrections *corrections,
                                    ws_arena *arena, const ws_rows *rows,
                                    const ws_sketch *words, ws_row *row)
{
    const whosaid_corrections *c = corrections;
    uint32_t i = record_of(c, rows, words, row);
    ws_cell *fix = NULL;

    if (i-- == 0)
        return WHOSAID_OK;
    for (size_t k = 0; k < CORRECTED; k++) {
        ws_cell given = cell_at(c, i, c->column[k]);

        if (c->column[k] >= c->table.record[i].cells ||
            !is_change(rows, row, c->of[k], given))
            continue;
        if (fix == NULL)
            fix = WS_NEW(arena, ws_cell, WS_COLUMNS);
        if (fix == NULL)
            return WHOSAID_ERR_NOMEM;
        fix[c->of[k]] = given;
    }
    row->fix = fix;
    row->verdict = cell_at(c, i, c->verdict_column);
    row->reviewed = c->record[i].is_reviewed || fix != NULL;
    if (fix == NULL || fix[WS_COLUMN_SPEAKER].text == NULL)
        return WHOSAID_OK;
    ws_cell speaker = fix[WS_COLUMN_SPEAKER];
    row->known = ws_known_nobody;
    if (rows->people != NULL && speaker.len > 0)
        row->known = ws_known_find(rows->people, speaker.text, speaker.len);
    return WHOSAID_OK;
}
