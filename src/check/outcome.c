/*
 * outcome.c - what became of the quotations, as rows.
 *
 *   in   the quotations of a draft, the result of each
 *   out  CSV, TSV or an object a line
 *
 * The columns stand in one table; a cell is text, or a number without quotes.
 */
#include "check/outcome.h"

#include <string.h>

#include "rows/csv.h"
#include "rows/json.h"
#include "rows/out.h"

/* One row. */
struct row {
    const ws_quoted *quoted;
    const ws_outcome *result;
    char digits[WS_NUMBER_LEN];
};

struct column {
    const char *name;
    const char *help;
    bool number;
    ws_cell (*cell)(struct row *row);
};

static ws_cell words(const char *constant)
{
    return (ws_cell){constant, strlen(constant)};
}

static ws_cell filled(const struct row *row, int i)
{
    return row->result->bytes != NULL ? row->result->cell[i] : words("");
}

static ws_cell cell_quote(struct row *row)
{
    return row->quoted->quote;
}

static ws_cell cell_verdict(struct row *row)
{
    return words(whosaid_strverdict(row->result->verdict));
}

static ws_cell cell_document(struct row *row)
{
    return filled(row, WS_OUTCOME_DOCUMENT);
}

static ws_cell cell_line(struct row *row)
{
    uint32_t line = row->result->line;

    return (ws_cell){row->digits,
                     line != 0 ? ws_put_number(row->digits, line) : 0};
}

static ws_cell cell_spans(struct row *row)
{
    return filled(row, WS_OUTCOME_SPANS);
}

static ws_cell cell_words(struct row *row)
{
    return filled(row, WS_OUTCOME_WORDS);
}

static ws_cell cell_changes(struct row *row)
{
    return filled(row, WS_OUTCOME_CHANGES);
}

static ws_cell cell_speaker(struct row *row)
{
    return row->quoted->speaker.text != NULL ? row->quoted->speaker : words("");
}

static ws_cell cell_who(struct row *row)
{
    return filled(row, WS_OUTCOME_WHO);
}

static ws_cell cell_same(struct row *row)
{
    return words(whosaid_strspeaker_verdict(row->result->speaker));
}

static const struct column columns[] = {
    {"quote",           "the quotation, as the draft has it",                         false, cell_quote  },
    {"verdict",         "exact, edited, abridged, changed, spliced or absent",        false,
     cell_verdict                                                                                        },
    {"document",        "the source where it was found, as given",                    false,
     cell_document                                                                                       },
    {"line",            "where it begins there, from 1",                              true,  cell_line   },
    {"quote_spans",
     "where its words stand there: 12..40, end exclusive, ; between parts",           false, cell_spans  },
    {"source_words",    "the source's words there",                                   false, cell_words  },
    {"changes",         "[-words of the source-] {+words of the draft+} that differ",
     false,                                                                                  cell_changes},
    {"speaker",         "who said it, as the draft has it",                           false, cell_speaker},
    {"source_speaker",
     "who said it, as the source has it; empty when the words stand outside "
     "any quotation, or nobody can be told",                                          false, cell_who    },
    {"speaker_verdict", "same, other or unknown",                                     false, cell_same   },
};

enum { COLUMNS = sizeof columns / sizeof columns[0] };

const char *whosaid_check_column_name(uint32_t i)
{
    return i < COLUMNS ? columns[i].name : NULL;
}

const char *whosaid_check_column_help(uint32_t i)
{
    return i < COLUMNS ? columns[i].help : NULL;
}

/* -- formats -------------------------------------------------------------- */

static void write_sheet(const ws_draft *draft, const ws_outcome *result,
                        const whosaid_row_options *options, ws_out *out,
                        whosaid_counts *counts)
{
    ws_csv csv;

    ws_csv_init(&csv, out, options);
    for (size_t c = 0; !options->no_header && c < COLUMNS; c++)
        ws_csv_bare(&csv, columns[c].name, strlen(columns[c].name));
    if (!options->no_header)
        ws_csv_end(&csv);
    for (uint32_t i = 0; i < draft->count; i++) {
        struct row row = {&draft->quoted[i], &result[i], ""};

        for (size_t c = 0; c < COLUMNS; c++) {
            ws_cell cell = columns[c].cell(&row);

            if (columns[c].number)
                ws_csv_bare(&csv, cell.text, cell.len);
            else
                ws_csv_text(&csv, cell.text, cell.len);
        }
        ws_csv_end(&csv);
    }
    counts->guarded = csv.guarded;
    counts->replaced = csv.replaced;
}

/* An empty cell is null. */
static void write_lines(const ws_draft *draft, const ws_outcome *result,
                        ws_out *out, whosaid_counts *counts)
{
    ws_json json;

    ws_json_init(&json, out, false);
    for (uint32_t i = 0; i < draft->count; i++) {
        struct row row = {&draft->quoted[i], &result[i], ""};

        ws_json_open(&json, '{');
        for (size_t c = 0; c < COLUMNS; c++) {
            ws_cell cell = columns[c].cell(&row);

            ws_json_key(&json, columns[c].name);
            if (cell.len == 0)
                ws_json_null(&json);
            else if (columns[c].number)
                ws_json_bare(&json, cell.text, cell.len);
            else
                ws_json_text(&json, cell.text, cell.len);
        }
        ws_json_close(&json, '}');
        ws_json_end(&json);
    }
    counts->replaced = json.replaced;
}

whosaid_status ws_outcomes_write(const ws_draft *draft,
                                 const ws_outcome *result,
                                 const whosaid_row_options *options,
                                 const whosaid_sink *sink,
                                 whosaid_counts *counts)
{
    ws_out out;

    memset(counts, 0, sizeof *counts);
    counts->rows = draft->count;
    ws_out_init(&out, sink);
    if (options->format == WHOSAID_FORMAT_JSONL)
        write_lines(draft, result, &out, counts);
    else if (options->format == WHOSAID_FORMAT_CSV ||
             options->format == WHOSAID_FORMAT_TSV)
        write_sheet(draft, result, options, &out, counts);
    else
        return WHOSAID_ERR_ARGUMENT;
    return ws_out_flush(&out);
}
