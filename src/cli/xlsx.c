/*
 * xlsx.c - rows as a workbook, for Excel and its kin.
 *
 *   in   rows, cell by cell; at the end, the counts
 *   out  a file with the sheets Quotes, Speakers and About
 *
 * libxlsxwriter writes the file, row by row: what is kept in memory are the
 * speakers and the links. What it does not look after is done here:
 *
 *   - every text is written as text, in cells that are text, so that nothing is
 *     taken for a formula, a date or a number, not even when it is edited;
 *   - "_x0041_" would be read as "A": such an underscore is written _x005F_;
 *   - a cell holds 32,767 units of UTF-16, a sheet so many rows and links: what
 *     is over is cut, goes on in another sheet, or stays plain text, and is
 *     told;
 *   - the date is a constant, so that the same rows give the same bytes.
 *
 * A build without libxlsxwriter has the last part of this file only.
 */
#include "cli/xlsx.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/message.h"

#ifdef WS_XLSX

#include <xlsxwriter.h>

#include "cli/speakers.h"
#include "cli/xlsx_text.h"

#define LINKS_MAX 65530 /* of a sheet */
#define ROWS_MAX  1048576
#define MADE      946684800 /* 2000-01-01, for a date that never changes */

#define LINE      15 /* points of a row's line */
#define LINES_MAX 27 /* no program shows higher rows */

#define GREY  0xF2F2F2
#define BLUE  0x0563C1
#define RED   0xF8CBAD
#define AMBER 0xFFF2CC
#define GREEN 0xC6E0B4

/* What a workbook's cells look like. */
struct look {
    lxw_format *header;
    lxw_format *middle; /* a header above numbers */
    lxw_format *text;
    lxw_format *number;  /* 12 */
    lxw_format *decimal; /* 0.98 */
    lxw_format *count;   /* 12, in About */
    lxw_format *link;
};

/* The columns that Speakers is made of. */
enum part { DOCUMENT, SPEAKER, ROLE, AFFILIATION, SOURCE_TYPE, QUOTE, PARTS };

static const char *const part_name[PARTS] = {
    "document", "speaker", "role", "affiliation", "source_type", "quote"};

struct cli_xlsx {
    const cli_options *options;
    const char *name; /* of the output, for messages */
    whosaid_table table;
    char *columns; /* those asked for, then those that Speakers needs; NULL:
                    * all */
    uint32_t asked;
    uint32_t cells;          /* of a row; asked come first. 0: no row yet */
    uint32_t part_at[PARTS]; /* where they stand */
    uint32_t confidence;     /* where that stands, or WHOSAID_NONE */
    char **header;           /* [cells] the columns' names */
    lxw_workbook *book;      /* NULL: finished */
    struct look look;
    lxw_worksheet *sheet; /* of Quotes that is being written */
    uint32_t sheets;      /* of Quotes */
    lxw_row_t row;        /* of sheet, the next */
    uint32_t links;       /* in sheet */
    uint64_t rows;        /* in all sheets, the header not counted */
    uint64_t unlinked;    /* that could have been links */
    uint64_t cut;         /* cells */
    cli_speakers speakers;
    lxw_error error;                /* the first, or LXW_NO_ERROR */
    char escaped[CLI_XLSX_ESCAPED]; /* the last text */
};

/* -- cells ---------------------------------------------------------------- */

/* Remember the first error, and say so. */
static void note(cli_xlsx *xlsx, lxw_error error)
{
    if (xlsx->error != LXW_NO_ERROR || error == LXW_NO_ERROR)
        return;
    xlsx->error = error;
    cli_say(xlsx->name, "cannot write: %s", lxw_strerror(error));
}

/* Put a text, as a workbook holds it, into xlsx->escaped. */
static void escape(cli_xlsx *xlsx, const char *text)
{
    xlsx->cut += cli_xlsx_escape(text, xlsx->escaped) ? 0 : 1;
}

static void put_text(cli_xlsx *xlsx, lxw_worksheet *sheet, lxw_row_t row,
                     uint32_t column, const char *text, lxw_format *format)
{
    escape(xlsx, text);
    note(xlsx, worksheet_write_string(sheet, row, (lxw_col_t)column,
                                      xlsx->escaped, format));
}

static void put_number(cli_xlsx *xlsx, lxw_worksheet *sheet, lxw_row_t row,
                       uint32_t column, double number, lxw_format *format)
{
    note(xlsx,
         worksheet_write_number(sheet, row, (lxw_col_t)column, number, format));
}

/* Give a row the height of its longest cell, since not every program looks how
 * high wrapped text is. */
static void set_height(cli_xlsx *xlsx, lxw_worksheet *sheet, lxw_row_t row,
                       size_t lines)
{
    size_t most = lines < LINES_MAX ? lines : LINES_MAX;

    if (most > 1)
        note(xlsx, worksheet_set_row(sheet, row, LINE * (double)most, NULL));
}

/* -- looks ---------------------------------------------------------------- */

/* What a column looks like, by its name. */
static lxw_format *column_format(const cli_xlsx *xlsx, const char *name)
{
    if (strcmp(name, "confidence") == 0)
        return xlsx->look.decimal;
    if (strcmp(name, "paragraph") == 0 || strcmp(name, "line") == 0)
        return xlsx->look.number;
    return xlsx->look.text;
}

/* What stands above cells of a format. */
static lxw_format *header_format(const cli_xlsx *xlsx, const lxw_format *cells)
{
    return cells == xlsx->look.text ? xlsx->look.header : xlsx->look.middle;
}

/* A column's width in characters, by its name. */
static double column_width(const char *name)
{
    static const struct {
        const char *name;
        double width;
    } wide[] = {
        {"document",     26},
        {"quote_id",     20},
        {"speaker",      24},
        {"role",         26},
        {"affiliation",  24},
        {"quote",        70},
        {"kind",         9 },
        {"source_type",  13},
        {"cue",          13},
        {"mention",      22},
        {"method",       14},
        {"confidence",   13},
        {"evidence",     40},
        {"paragraph",    12},
        {"line",         8 },
        {"quote_spans",  20},
        {"mention_span", 16},
        {"cue_span",     16},
        {"duplicate_of", 20},
        {"parent",       20},
    };

    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++)
        if (strcmp(wide[i].name, name) == 0)
            return wide[i].width;
    return 18;
}

static lxw_format *make_format(lxw_workbook *book, const char *number)
{
    lxw_format *format = workbook_add_format(book);

    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(format, number);
    return format;
}

static void make_look(lxw_workbook *book, struct look *look)
{
    lxw_format *header[2] = {make_format(book, "@"), make_format(book, "@")};

    for (int i = 0; i < 2; i++) {
        format_set_bold(header[i]);
        format_set_bg_color(header[i], GREY);
        format_set_bottom(header[i], LXW_BORDER_THIN);
    }
    look->header = header[0];
    look->middle = header[1];
    format_set_align(look->middle, LXW_ALIGN_CENTER);
    look->text = make_format(book, "@");
    format_set_text_wrap(look->text);
    look->number = make_format(book, "0");
    format_set_align(look->number, LXW_ALIGN_CENTER);
    look->decimal = make_format(book, "0.00");
    format_set_align(look->decimal, LXW_ALIGN_CENTER);
    look->count = make_format(book, "0");
    format_set_align(look->count, LXW_ALIGN_LEFT);
    look->link = make_format(book, "@");
    format_set_text_wrap(look->link);
    format_set_font_color(look->link, BLUE);
    format_set_underline(look->link, LXW_UNDERLINE_SINGLE);
}

/* How a sheet is printed, and that text may look like numbers in it. */
static void set_up_sheet(cli_xlsx *xlsx, lxw_worksheet *sheet)
{
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9); /* A4 */
    worksheet_fit_to_pages(sheet, 1, 0);
    note(xlsx, worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                       "A1:XFD1048576"));
}

/* A header stands still while the rows below it are scrolled. */
static void set_up_header(cli_xlsx *xlsx, lxw_worksheet *sheet)
{
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_gridlines(sheet, LXW_SHOW_ALL_GRIDLINES);
    note(xlsx, worksheet_repeat_rows(sheet, 0, 0));
}

/* -- Quotes --------------------------------------------------------------- */

/* The name of sheet i of Quotes, from 1. */
static void name_sheet(uint32_t i, char *out, size_t cap)
{
    if (i == 1)
        (void)snprintf(out, cap, "Quotes");
    else
        (void)snprintf(out, cap, "Quotes %u", (unsigned)i);
}

/* Finish the sheet that is being written: what depends on its last row. */
static void end_sheet(cli_xlsx *xlsx)
{
    bool has_header = !xlsx->options->rows.no_header;
    lxw_row_t first = has_header ? 1 : 0;
    lxw_row_t last = xlsx->row > 0 ? xlsx->row - 1 : 0;
    lxw_conditional_format scale;

    if (has_header)
        note(xlsx, worksheet_autofilter(xlsx->sheet, 0, 0, last,
                                        (lxw_col_t)(xlsx->asked - 1)));
    if (xlsx->confidence == WHOSAID_NONE || xlsx->row == first)
        return;
    memset(&scale, 0, sizeof scale);
    scale.type = LXW_CONDITIONAL_3_COLOR_SCALE;
    scale.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    scale.mid_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    scale.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    scale.mid_value = 0.75;
    scale.max_value = 1;
    scale.min_color = RED;
    scale.mid_color = AMBER;
    scale.max_color = GREEN;
    lxw_col_t column = (lxw_col_t)xlsx->confidence;
    note(xlsx, worksheet_conditional_format_range(xlsx->sheet, first, column,
                                                  last, column, &scale));
}

/* Begin the first sheet of Quotes, or the next. */
static void begin_sheet(cli_xlsx *xlsx)
{
    char name[32];

    if (xlsx->sheet != NULL)
        end_sheet(xlsx);
    name_sheet(++xlsx->sheets, name, sizeof name);
    xlsx->sheet = workbook_add_worksheet(xlsx->book, name);
    if (xlsx->sheet == NULL) {
        note(xlsx, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    xlsx->row = 0;
    xlsx->links = 0;
    set_up_sheet(xlsx, xlsx->sheet);
    for (uint32_t i = 0; i < xlsx->asked; i++) {
        const char *column = xlsx->header[i];

        note(xlsx, worksheet_set_column(xlsx->sheet, (lxw_col_t)i, (lxw_col_t)i,
                                        column_width(column),
                                        column_format(xlsx, column)));
    }
    if (xlsx->options->rows.no_header)
        return;
    set_up_header(xlsx, xlsx->sheet);
    for (uint32_t i = 0; i < xlsx->asked; i++)
        put_text(xlsx, xlsx->sheet, 0, i, xlsx->header[i],
                 header_format(xlsx, column_format(xlsx, xlsx->header[i])));
    xlsx->row = 1;
}

/* The first row has the columns' names: see where those stand that matter. */
static bool take_header(cli_xlsx *xlsx, const whosaid_cell *cell,
                        uint32_t cells)
{
    xlsx->header = calloc(cells, sizeof xlsx->header[0]);
    if (xlsx->header == NULL)
        return false;
    xlsx->cells = cells;
    if (xlsx->asked == 0)
        xlsx->asked = cells;
    for (uint32_t i = 0; i < cells; i++) {
        xlsx->header[i] = strdup(cell[i].text);
        if (xlsx->header[i] == NULL)
            return false;
        for (int p = 0; p < PARTS; p++)
            if (strcmp(cell[i].text, part_name[p]) == 0)
                xlsx->part_at[p] = i;
        if (i < xlsx->asked && strcmp(cell[i].text, "confidence") == 0)
            xlsx->confidence = i;
    }
    begin_sheet(xlsx);
    return true;
}

/* Write a document's name: as a link when it is one. */
static void put_document(cli_xlsx *xlsx, uint32_t column, const char *text)
{
    if (cli_xlsx_is_link(text)) {
        if (xlsx->links < LINKS_MAX) {
            xlsx->links++;
            escape(xlsx, text);
            note(xlsx, worksheet_write_url_opt(
                           xlsx->sheet, xlsx->row, (lxw_col_t)column, text,
                           xlsx->look.link, xlsx->escaped, NULL));
            return;
        }
        xlsx->unlinked++;
    }
    put_text(xlsx, xlsx->sheet, xlsx->row, column, text, xlsx->look.text);
}

static void put_row(cli_xlsx *xlsx, const whosaid_cell *cell)
{
    size_t lines = 1;

    for (uint32_t i = 0; i < xlsx->asked; i++) {
        size_t n = cli_xlsx_lines(cell[i].text, column_width(xlsx->header[i]));
        lines = n > lines ? n : lines;
    }
    set_height(xlsx, xlsx->sheet, xlsx->row, lines);
    for (uint32_t i = 0; i < xlsx->asked; i++) {
        lxw_format *format = column_format(xlsx, xlsx->header[i]);

        if (i == xlsx->part_at[DOCUMENT])
            put_document(xlsx, i, cell[i].text);
        else if (cell[i].is_number && cell[i].len > 0)
            note(xlsx,
                 worksheet_write_number(xlsx->sheet, xlsx->row, (lxw_col_t)i,
                                        strtod(cell[i].text, NULL), format));
        else
            put_text(xlsx, xlsx->sheet, xlsx->row, i, cell[i].text, format);
    }
}

/* A whosaid_table. */
static bool take_row(void *ctx, const whosaid_cell *cell, uint32_t cells)
{
    cli_xlsx *xlsx = ctx;
    bool taken = true;

    if (xlsx->cells == 0) {
        taken = take_header(xlsx, cell, cells);
    } else {
        cli_said said = {
            {cell[xlsx->part_at[SPEAKER]].text,
             cell[xlsx->part_at[SOURCE_TYPE]].text,
             cell[xlsx->part_at[DOCUMENT]].text},
            cell[xlsx->part_at[ROLE]].text,
            cell[xlsx->part_at[AFFILIATION]].text,
            cell[xlsx->part_at[QUOTE]].text,
            0,
            0
        };
        if (xlsx->row == ROWS_MAX)
            begin_sheet(xlsx);
        said.sheet = xlsx->sheets;
        said.row = xlsx->row;
        if (xlsx->error == LXW_NO_ERROR)
            put_row(xlsx, cell);
        taken = cli_speakers_add(&xlsx->speakers, &said);
        xlsx->row++;
        xlsx->rows++;
    }
    if (!taken)
        note(xlsx, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return xlsx->error == LXW_NO_ERROR;
}

/* -- Speakers ------------------------------------------------------------- */

static const struct {
    const char *name;
    double width;
    const char *help;
} speaker_column[] = {
    {"name",        28,
     "as speaker in Quotes; one name is one speaker, but those without one, as "
     "a spokeswoman, are one in each document"                          },
    {"role",        32, "the first that is given"                       },
    {"affiliation", 28, "likewise"                                      },
    {"source_type", 14, "as in Quotes"                                  },
    {"quotations",  13, "rows with this speaker"                        },
    {"words",       10, "in these quotations, as white space parts them"},
    {"documents",   13, "with such a row"                               },
    {"first",       36,
     "the document of the first such row, with a link to that row"      },
};

#define FIRST           7 /* the column first */
#define SPEAKER_COLUMNS (sizeof speaker_column / sizeof speaker_column[0])

/* Link to a speaker's first row. */
static void put_first(cli_xlsx *xlsx, lxw_worksheet *sheet, lxw_row_t row,
                      const cli_speaker *speaker)
{
    char name[32];
    char link[64];

    name_sheet(speaker->sheet, name, sizeof name);
    (void)snprintf(link, sizeof link, "internal:'%s'!A%u", name,
                   (unsigned)speaker->row + 1);
    if (row > LINKS_MAX) {
        xlsx->unlinked++;
        put_text(xlsx, sheet, row, FIRST, speaker->key.document,
                 xlsx->look.text);
        return;
    }
    escape(xlsx, speaker->key.document);
    note(xlsx, worksheet_write_url_opt(sheet, row, FIRST, link, xlsx->look.link,
                                       xlsx->escaped, NULL));
}

static void put_speaker(cli_xlsx *xlsx, lxw_worksheet *sheet, lxw_row_t row,
                        const cli_speaker *speaker)
{
    const char *const text[] = {speaker->key.name, speaker->role,
                                speaker->affiliation, speaker->key.source_type};
    const uint64_t count[] = {speaker->quotations, speaker->words,
                              speaker->documents};
    size_t lines =
        cli_xlsx_lines(speaker->key.document, speaker_column[FIRST].width);

    for (uint32_t i = 0; i < 4; i++) {
        size_t n = cli_xlsx_lines(text[i], speaker_column[i].width);
        lines = n > lines ? n : lines;
    }
    set_height(xlsx, sheet, row, lines);
    for (uint32_t i = 0; i < 4; i++)
        put_text(xlsx, sheet, row, i, text[i], xlsx->look.text);
    for (uint32_t i = 0; i < 3; i++)
        put_number(xlsx, sheet, row, 4 + i, (double)count[i],
                   xlsx->look.number);
    put_first(xlsx, sheet, row, speaker);
}

/* Returns the speakers that have no room. */
static uint64_t write_speakers(cli_xlsx *xlsx)
{
    cli_speakers *speakers = &xlsx->speakers;
    lxw_worksheet *sheet = workbook_add_worksheet(xlsx->book, "Speakers");
    lxw_row_t row = 0;

    if (sheet == NULL) {
        note(xlsx, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return 0;
    }
    set_up_sheet(xlsx, sheet);
    set_up_header(xlsx, sheet);
    for (uint32_t i = 0; i < SPEAKER_COLUMNS; i++) {
        bool counts = i >= 4 && i <= 6;

        note(xlsx, worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i,
                                        speaker_column[i].width,
                                        counts ? xlsx->look.number
                                               : xlsx->look.text));
        put_text(xlsx, sheet, 0, i, speaker_column[i].name,
                 counts ? xlsx->look.middle : xlsx->look.header);
    }
    cli_speakers_sort(speakers);
    while (row < speakers->count && row + 1 < ROWS_MAX) {
        const cli_speaker *speaker = speakers->speaker[row++];

        put_speaker(xlsx, sheet, row, speaker);
    }
    note(xlsx, worksheet_autofilter(sheet, 0, 0, row,
                                    (lxw_col_t)(SPEAKER_COLUMNS - 1)));
    return speakers->count - row;
}

/* -- About ---------------------------------------------------------------- */

#define ABOUT_WIDTH 90 /* of what is told, in characters */

/* About, line by line. */
struct about {
    cli_xlsx *xlsx;
    lxw_worksheet *sheet;
    lxw_row_t row;
};

static void put_heading(struct about *about, const char *words,
                        const char *meaning)
{
    lxw_format *format = about->xlsx->look.header;

    about->row += about->row > 0 ? 1 : 0;
    put_text(about->xlsx, about->sheet, about->row, 0, words, format);
    put_text(about->xlsx, about->sheet, about->row++, 1, meaning, format);
}

static void put_pair(struct about *about, const char *name, const char *text)
{
    set_height(about->xlsx, about->sheet, about->row,
               cli_xlsx_lines(text, ABOUT_WIDTH));
    put_text(about->xlsx, about->sheet, about->row, 0, name,
             about->xlsx->look.text);
    put_text(about->xlsx, about->sheet, about->row++, 1, text,
             about->xlsx->look.text);
}

static void put_count(struct about *about, const char *name, uint64_t count)
{
    put_text(about->xlsx, about->sheet, about->row, 0, name,
             about->xlsx->look.text);
    put_number(about->xlsx, about->sheet, about->row++, 1, (double)count,
               about->xlsx->look.count);
}

/* What each column of Quotes and Speakers means. */
static void put_columns(struct about *about)
{
    const cli_xlsx *xlsx = about->xlsx;

    put_heading(about, "Column of Quotes", "Meaning");
    for (uint32_t i = 0; i < xlsx->asked; i++) {
        const char *help = "joined from the table of people";
        const char *name = NULL;

        for (uint32_t c = 0; (name = whosaid_column_name(c)) != NULL; c++)
            if (strcmp(name, xlsx->header[i]) == 0)
                help = whosaid_column_help(c);
        put_pair(about, xlsx->header[i], help);
    }
    put_heading(about, "Column of Speakers", "Meaning");
    for (uint32_t i = 0; i < SPEAKER_COLUMNS; i++)
        put_pair(about, speaker_column[i].name, speaker_column[i].help);
}

static void write_about(cli_xlsx *xlsx, const whosaid_counts *counts)
{
    struct about about = {xlsx, workbook_add_worksheet(xlsx->book, "About"), 0};
    static char given[4 * CLI_GIVEN_MAX + 8];
    char version[64];

    if (about.sheet == NULL) {
        note(xlsx, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    set_up_sheet(xlsx, about.sheet);
    note(xlsx, worksheet_set_column(about.sheet, 0, 0, 28, xlsx->look.text));
    note(xlsx,
         worksheet_set_column(about.sheet, 1, 1, ABOUT_WIDTH, xlsx->look.text));
    put_heading(&about, "Quotations", "Who said what, found in articles");
    (void)snprintf(version, sizeof version, "whosaid %s (Unicode %s)",
                   whosaid_version(), whosaid_unicode_version());
    put_pair(&about, "made by", version);
    put_pair(&about, "options",
             xlsx->options->given[0] != '\0'
                 ? cli_printable(xlsx->options->given, given, sizeof given)
                 : "none");
    put_count(&about, "documents", counts->documents);
    put_count(&about, "quotations", counts->rows);
    put_count(&about, "with a speaker", counts->attributed);
    put_count(&about, "without a speaker", counts->rows - counts->attributed);
    put_count(&about, "speakers", xlsx->speakers.count);
    put_count(&about, "bytes replaced by U+FFFD", counts->replaced);
    put_count(&about, "cells cut for their length", xlsx->cut);
    put_columns(&about);
}

/* -- the workbook --------------------------------------------------------- */

bool cli_xlsx_may(const cli_options *options)
{
    if (options->output != NULL || isatty(STDOUT_FILENO) != 1)
        return true;
    cli_say(NULL, "a workbook is nothing for a terminal: write it to a file "
                  "with -o quotes.xlsx");
    return false;
}

/* Whether names, "a,b,c", has this one. */
static bool has_column(const char *names, const char *name)
{
    size_t len = strlen(name);

    while (names != NULL) {
        if (strncmp(names, name, len) == 0 &&
            (names[len] == ',' || names[len] == '\0'))
            return true;
        names = strchr(names, ',');
        names += names != NULL ? 1 : 0;
    }
    return false;
}

/* The columns asked for, and behind them those that Speakers needs. */
static bool choose_columns(cli_xlsx *xlsx, const char *asked)
{
    size_t room = 1;

    if (asked == NULL)
        return true;
    xlsx->asked = 1;
    for (const char *at = asked; *at != '\0'; at++)
        xlsx->asked += *at == ',' ? 1 : 0;
    for (int p = 0; p < PARTS; p++)
        room += strlen(part_name[p]) + 1;
    xlsx->columns = malloc(strlen(asked) + room);
    if (xlsx->columns == NULL)
        return false;
    size_t len = strlen(asked);
    memcpy(xlsx->columns, asked, len + 1);
    for (int p = 0; p < PARTS; p++) {
        size_t more = strlen(part_name[p]);

        if (has_column(asked, part_name[p]))
            continue;
        xlsx->columns[len++] = ',';
        memcpy(xlsx->columns + len, part_name[p], more + 1);
        len += more;
    }
    return true;
}

/* Begin the file; its temporary files lie beside it. */
static bool begin_book(cli_xlsx *xlsx, const char *path)
{
    lxw_workbook_options options = {LXW_TRUE, NULL, LXW_FALSE};
    lxw_doc_properties properties;
    const char *slash = strrchr(path, '/');
    char title[] = "Quotations";
    char author[] = "whosaid";

    options.tmpdir =
        slash != NULL ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
    if (options.tmpdir != NULL)
        xlsx->book = workbook_new_opt(path, &options);
    free(options.tmpdir);
    if (xlsx->book == NULL)
        return false;
    memset(&properties, 0, sizeof properties);
    properties.title = title;
    properties.author = author;
    properties.created = MADE;
    note(xlsx, workbook_set_properties(xlsx->book, &properties));
    make_look(xlsx->book, &xlsx->look);
    return true;
}

cli_xlsx *cli_xlsx_open(const cli_options *options, cli_output *output,
                        whosaid_row_options *rows)
{
    const char *path = cli_output_path(output);
    cli_xlsx *xlsx = path != NULL ? calloc(1, sizeof *xlsx) : NULL;

    if (path == NULL)
        return NULL;
    if (xlsx != NULL) {
        xlsx->options = options;
        xlsx->name = output->name != NULL ? output->name : "standard output";
        xlsx->confidence = WHOSAID_NONE;
        cli_speakers_init(&xlsx->speakers);
        xlsx->table.row = take_row;
        xlsx->table.ctx = xlsx;
    }
    if (xlsx == NULL || !choose_columns(xlsx, rows->columns) ||
        !begin_book(xlsx, path)) {
        cli_say(output->name, "%s", whosaid_strstatus(WHOSAID_ERR_NOMEM));
        cli_xlsx_free(xlsx);
        return NULL;
    }
    rows->columns = xlsx->columns;
    rows->no_header = false; /* whether it is written is decided here */
    rows->table = &xlsx->table;
    return xlsx;
}

/* What a workbook had no room for: nothing is lost silently. */
static void say_limits(const cli_xlsx *xlsx, uint64_t speakers)
{
    if (xlsx->cut > 0)
        cli_say(xlsx->name,
                "%llu cell%s cut to the %d characters that one can hold (CSV "
                "has the whole)",
                (unsigned long long)xlsx->cut, xlsx->cut == 1 ? "" : "s",
                CLI_XLSX_CELL);
    if (xlsx->sheets > 1)
        cli_say(xlsx->name,
                "a sheet holds %d rows: the quotations go on in 'Quotes 2'%s",
                ROWS_MAX, xlsx->sheets > 2 ? " and so on" : "");
    if (xlsx->unlinked > 0)
        cli_say(xlsx->name, "a sheet holds %d links: %llu cell%s left without",
                LINKS_MAX, (unsigned long long)xlsx->unlinked,
                xlsx->unlinked == 1 ? "" : "s");
    if (speakers > 0)
        cli_say(xlsx->name, "a sheet holds %d rows: %llu speaker%s left out",
                ROWS_MAX, (unsigned long long)speakers,
                speakers == 1 ? "" : "s");
}

bool cli_xlsx_close(cli_xlsx *xlsx, const whosaid_counts *counts)
{
    uint64_t speakers = 0;

    if (xlsx->error == LXW_NO_ERROR) {
        end_sheet(xlsx);
        speakers = write_speakers(xlsx);
    }
    if (xlsx->error == LXW_NO_ERROR)
        write_about(xlsx, counts);
    if (xlsx->error == LXW_NO_ERROR) {
        note(xlsx, workbook_close(xlsx->book));
        xlsx->book = NULL;
    }
    if (xlsx->error != LXW_NO_ERROR)
        return false;
    say_limits(xlsx, speakers);
    return true;
}

void cli_xlsx_free(cli_xlsx *xlsx)
{
    if (xlsx == NULL)
        return;
    if (xlsx->book != NULL)
        lxw_workbook_free(xlsx->book);
    for (uint32_t i = 0; i < xlsx->cells; i++)
        free(xlsx->header[i]);
    free(xlsx->header);
    free(xlsx->columns);
    cli_speakers_free(&xlsx->speakers);
    free(xlsx);
}

#else

bool cli_xlsx_may(const cli_options *options)
{
    (void)options;
    cli_say(NULL, "this build writes no workbooks (.xlsx): it was made without "
                  "libxlsxwriter; -o quotes.csv opens in Excel too");
    return false;
}

cli_xlsx *cli_xlsx_open(const cli_options *options, cli_output *output,
                        whosaid_row_options *rows)
{
    (void)options;
    (void)output;
    (void)rows;
    return NULL;
}

bool cli_xlsx_close(cli_xlsx *xlsx, const whosaid_counts *counts)
{
    (void)xlsx;
    (void)counts;
    return false;
}

void cli_xlsx_free(cli_xlsx *xlsx)
{
    (void)xlsx;
}

#endif
