/*
 * groups.c - what one saying became from article to article.
 *
 *   in   a table of rows, as one run wrote them
 *   out  a table: each row that says its group's first row with other words or
 *        by another speaker, and how
 *
 * The writer keeps no words, so it tells only how many differ; here the rows
 * themselves are at hand.
 *
 * 1. A group's first row is the one whose quote_id is the group; where that is
 *    not in the table, the first one there.
 * 2. Groups come in the order of their first rows, their rows in the table's.
 *
 * All is one look into a table of hashes a record: linear in their bytes.
 */
#include <string.h>

#include "base/slots.h"
#include "rows/csv.h"
#include "rows/reread.h"
#include "rows/undo.h"
#include "rows/versus.h"
#include "rows/words.h"

/* Record numbers from 1; 0: none. */
struct group {
    uint32_t head;
    uint32_t first;
    uint32_t last;
};

struct groups {
    const whosaid_sheet *sheet;
    ws_arena arena;
    ws_arena pair; /* of two rows compared */
    ws_slots slots;
    struct group *group; /* [groups] in the order of their first rows */
    uint32_t groups;
    uint32_t *next; /* [records] of the same group */
    ws_csv csv;
    ws_out out;
    uint64_t found;
};

static whosaid_status file_records(struct groups *g)
{
    const whosaid_sheet *sheet = g->sheet;
    uint32_t records = sheet->table.records;

    WS_TRY(ws_slots_init(&g->arena, records, &g->slots));
    g->group = WS_NEW(&g->arena, struct group, records);
    g->next = WS_NEW(&g->arena, uint32_t, records);
    if (g->arena.failed)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < records; i++) {
        ws_cell cell = ws_sheet_cell(sheet, i, sheet->group);
        uint64_t key = ws_undo_hash(cell);
        ws_slot *slot = ws_slots_find(&g->slots, key);

        if (cell.len == 0)
            continue;
        if (slot->value == 0)
            *slot = (ws_slot){key, ++g->groups};
        struct group *group = &g->group[slot->value - 1];
        if (group->head == 0 &&
            ws_undo_same(ws_sheet_cell(sheet, i, sheet->quote_id), cell))
            group->head = i + 1;
        if (group->last == 0)
            group->first = i + 1;
        else
            g->next[group->last - 1] = i + 1;
        group->last = i + 1;
    }
    return WHOSAID_OK;
}

/* Whether both have a speaker, and the names are not the same words. */
static bool is_other_speaker(ws_cell one, ws_cell two)
{
    const ws_sketch names[2] = {ws_words_of(one), ws_words_of(two)};

    return names[0].count > 0 && names[1].count > 0 &&
           names[0].same != names[1].same;
}

/* Write what row i has otherwise than its group's first row, if anything. */
static whosaid_status compare(struct groups *g, uint32_t head, uint32_t i)
{
    const whosaid_sheet *sheet = g->sheet;
    const uint32_t column[] = {sheet->document, sheet->quote_id, sheet->speaker,
                               sheet->quote};
    ws_cell first = ws_sheet_cell(sheet, head, sheet->quote);
    ws_cell words = ws_sheet_cell(sheet, i, sheet->quote);
    ws_cell speaker = ws_sheet_cell(sheet, head, sheet->speaker);
    ws_cell document = ws_sheet_cell(sheet, head, sheet->document);
    ws_cell group = ws_sheet_cell(sheet, i, sheet->group);
    ws_cell changes = {"", 0};

    if (ws_words_of(first).same != ws_words_of(words).same)
        WS_TRY(ws_versus(&g->pair, first, words, &changes));
    if (changes.len == 0 &&
        !is_other_speaker(speaker, ws_sheet_cell(sheet, i, sheet->speaker)))
        return WHOSAID_OK;
    g->found++;
    ws_csv_text(&g->csv, group.text, group.len);
    for (size_t k = 0; k < sizeof column / sizeof column[0]; k++) {
        ws_cell cell = ws_sheet_cell(sheet, i, column[k]);
        ws_csv_text(&g->csv, cell.text, cell.len);
    }
    ws_csv_text(&g->csv, changes.text, changes.len);
    ws_csv_text(&g->csv, document.text, document.len);
    ws_csv_text(&g->csv, speaker.text, speaker.len);
    ws_csv_end(&g->csv);
    return WHOSAID_OK;
}

static whosaid_status write_group(struct groups *g, const struct group *group)
{
    uint32_t head = group->head != 0 ? group->head : group->first;

    for (uint32_t i = group->first; i != 0; i = g->next[i - 1]) {
        if (i == head)
            continue;
        whosaid_status status = compare(g, head - 1, i - 1);
        ws_arena_free(&g->pair);
        WS_TRY(status);
    }
    return WHOSAID_OK;
}

static void put_header(struct groups *g)
{
    static const char *const names[] = {
        "group", "document", "quote_id",       "speaker",
        "quote", "changes",  "first_document", "first_speaker"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        ws_csv_bare(&g->csv, names[i], strlen(names[i]));
    ws_csv_end(&g->csv);
}

static whosaid_status run(struct groups *g, const whosaid_row_options *options)
{
    WS_TRY(file_records(g));
    ws_csv_init(&g->csv, &g->out, options);
    if (!options->no_header)
        put_header(g);
    for (uint32_t i = 0; i < g->groups; i++)
        WS_TRY(write_group(g, &g->group[i]));
    return ws_out_flush(&g->out);
}

whosaid_status whosaid_diff_groups(const whosaid_sheet *sheet,
                                   const whosaid_row_options *options,
                                   const whosaid_sink *sink,
                                   const whosaid_allocator *allocator,
                                   uint64_t *found)
{
    static const whosaid_row_options defaults = WHOSAID_ROW_OPTIONS_INIT;
    ws_arena arena;

    if (options == NULL)
        options = &defaults;
    if (found == NULL || sheet == NULL || sink == NULL || sink->write == NULL ||
        options->size < sizeof *options || options->columns != NULL ||
        sheet->group == WHOSAID_NONE || sheet->quote == WHOSAID_NONE ||
        (options->format != WHOSAID_FORMAT_CSV &&
         options->format != WHOSAID_FORMAT_TSV))
        return WHOSAID_ERR_ARGUMENT;
    *found = 0;
    ws_arena_init(&arena, allocator);
    struct groups *g = WS_NEW(&arena, struct groups, 1);
    if (g == NULL)
        return WHOSAID_ERR_NOMEM;
    g->arena = arena;
    ws_arena_init(&g->pair, allocator);
    g->sheet = sheet;
    ws_out_init(&g->out, sink);
    whosaid_status status = run(g, options);
    *found = g->found;
    arena = g->arena;
    ws_arena_free(&arena);
    return status;
}
