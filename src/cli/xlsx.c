/*
 * xlsx.c - rows as a workbook, for Excel and its kin.
 *
 *   in   rows, cell by cell; at the end, the counts
 *   out  a file with the sheets Quotes, Speakers and About
 *
 * Quotes has the columns asked for; those that Speakers is made of are asked
 * for too, behind them, and not written. What a sheet has no room for goes on
 * in another, or stays plain text, and is told.
 */
#include "cli/xlsx.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/message.h"

#ifdef WS_XLSX

#include "cli/book.h"
#include "cli/speakers.h"
#include "cli/xlsx_text.h"

/* The columns that Speakers is made of. */
enum part { DOCUMENT, SPEAKER, ROLE, AFFILIATION, SOURCE_TYPE, QUOTE, PARTS };

static const char *const part_name[PARTS] = {
    "document", "speaker", "role", "affiliation", "source_type", "quote"};

struct column {
    const char *name;
    double width;
    cli_style style;
};

struct cli_xlsx {
    const cli_options *options;
    const char *name; /* of the output, for messages */
    whosaid_table table;
    char *columns;  /* those asked for, then those that Speakers needs; NULL:
                     * all */
    uint32_t asked; /* columns of Quotes */
    uint32_t cells; /* of a row; asked come first. 0: no row yet */
    uint32_t part_at[PARTS]; /* where they stand */
    uint32_t confidence;     /* where that stands, or WHOSAID_NONE */
    struct column *column;   /* [cells] */
    char *names;             /* of the columns, each with NUL behind it */
    cli_book *book;
    uint32_t sheets;   /* of Quotes */
    uint32_t row;      /* of the sheet, the next */
    uint32_t links;    /* in the sheet */
    uint64_t unlinked; /* that could have been links */
    cli_speakers speakers;
};

/* -- Quotes --------------------------------------------------------------- */

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

/* What a column's cells look like, by its name. */
static cli_style column_style(const char *name)
{
    if (strcmp(name, "confidence") == 0)
        return CLI_STYLE_DECIMAL;
    if (strcmp(name, "paragraph") == 0 || strcmp(name, "line") == 0)
        return CLI_STYLE_NUMBER;
    return CLI_STYLE_TEXT;
}

static cli_style header_style(cli_style cells)
{
    return cells == CLI_STYLE_TEXT ? CLI_STYLE_HEADER : CLI_STYLE_MIDDLE;
}

/* The name of sheet i of Quotes, from 1. */
static void name_sheet(uint32_t i, char *out, size_t cap)
{
    if (i == 1)
        (void)snprintf(out, cap, "Quotes");
    else
        (void)snprintf(out, cap, "Quotes %u", (unsigned)i);
}

/* Finish a sheet: what depends on its last row. */
static void end_sheet(cli_xlsx *xlsx)
{
    bool has_header = !xlsx->options->rows.no_header;
    uint32_t first = has_header ? 1 : 0;

    if (has_header)
        cli_book_filter(xlsx->book, xlsx->row - 1, xlsx->asked - 1);
    if (xlsx->confidence != WHOSAID_NONE && xlsx->row > first)
        cli_book_scale(xlsx->book, xlsx->confidence, first, xlsx->row - 1);
}

/* Begin the first sheet of Quotes, or the next. */
static void begin_sheet(cli_xlsx *xlsx)
{
    char name[32];

    if (xlsx->sheets > 0)
        end_sheet(xlsx);
    name_sheet(++xlsx->sheets, name, sizeof name);
    cli_book_sheet(xlsx->book, name);
    xlsx->row = 0;
    xlsx->links = 0;
    for (uint32_t i = 0; i < xlsx->asked; i++)
        cli_book_column(xlsx->book, i, xlsx->column[i].width,
                        xlsx->column[i].style);
    if (xlsx->options->rows.no_header)
        return;
    cli_book_header(xlsx->book);
    for (uint32_t i = 0; i < xlsx->asked; i++)
        cli_book_text(xlsx->book, 0, i, xlsx->column[i].name,
                      header_style(xlsx->column[i].style));
    xlsx->row = 1;
}

/* Keep the columns' names. False: no memory. */
static bool keep_names(cli_xlsx *xlsx, const whosaid_cell *cell, uint32_t cells)
{
    size_t len = 0;

    for (uint32_t i = 0; i < cells; i++)
        len += cell[i].len + 1;
    xlsx->names = malloc(len + 1);
    xlsx->column = calloc((size_t)cells + 1, sizeof xlsx->column[0]);
    if (xlsx->names == NULL || xlsx->column == NULL)
        return false;
    len = 0;
    for (uint32_t i = 0; i < cells; i++) {
        memcpy(xlsx->names + len, cell[i].text, cell[i].len + 1);
        xlsx->column[i].name = xlsx->names + len;
        len += cell[i].len + 1;
    }
    xlsx->cells = cells;
    return true;
}

/* The first row has the columns' names: see where those stand that matter. */
static bool take_header(cli_xlsx *xlsx, const whosaid_cell *cell,
                        uint32_t cells)
{
    if (!keep_names(xlsx, cell, cells))
        return false;
    if (xlsx->columns == NULL)
        xlsx->asked = cells;
    for (uint32_t i = 0; i < cells; i++) {
        struct column *column = &xlsx->column[i];

        column->width = column_width(column->name);
        column->style = column_style(column->name);
        for (int p = 0; p < PARTS; p++)
            if (strcmp(column->name, part_name[p]) == 0)
                xlsx->part_at[p] = i;
        if (i < xlsx->asked && column->style == CLI_STYLE_DECIMAL)
            xlsx->confidence = i;
    }
    begin_sheet(xlsx);
    return true;
}

/* Write a document's name: with a link where it is one. */
static void put_document(cli_xlsx *xlsx, uint32_t column, const char *text)
{
    if (cli_xlsx_is_link(text)) {
        if (xlsx->links < CLI_BOOK_LINKS) {
            xlsx->links++;
            cli_book_link(xlsx->book, xlsx->row, column, text, text);
            return;
        }
        xlsx->unlinked++;
    }
    cli_book_text(xlsx->book, xlsx->row, column, text, CLI_STYLE_TEXT);
}

static void put_row(cli_xlsx *xlsx, const whosaid_cell *cell)
{
    size_t lines = 1;

    for (uint32_t i = 0; i < xlsx->asked; i++) {
        size_t n = cli_xlsx_lines(cell[i].text, xlsx->column[i].width);
        lines = n > lines ? n : lines;
    }
    cli_book_height(xlsx->book, xlsx->row, lines);
    for (uint32_t i = 0; i < xlsx->asked; i++) {
        if (i == xlsx->part_at[DOCUMENT])
            put_document(xlsx, i, cell[i].text);
        else if (cell[i].is_number && cell[i].len > 0)
            cli_book_number(xlsx->book, xlsx->row, i,
                            strtod(cell[i].text, NULL), xlsx->column[i].style);
        else
            cli_book_text(xlsx->book, xlsx->row, i, cell[i].text,
                          xlsx->column[i].style);
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
        if (xlsx->row == CLI_BOOK_ROWS)
            begin_sheet(xlsx);
        const cli_said said = {
            {cell[xlsx->part_at[SPEAKER]].text,
             cell[xlsx->part_at[SOURCE_TYPE]].text,
             cell[xlsx->part_at[DOCUMENT]].text},
            cell[xlsx->part_at[ROLE]].text,
            cell[xlsx->part_at[AFFILIATION]].text,
            cell[xlsx->part_at[QUOTE]].text,
            xlsx->sheets,
            xlsx->row
        };
        put_row(xlsx, cell);
        taken = cli_speakers_add(&xlsx->speakers, &said);
        xlsx->row++;
    }
    if (!taken)
        cli_book_no_memory(xlsx->book);
    return cli_book_is_well(xlsx->book);
}

/* -- Speakers ------------------------------------------------------------- */

static const struct {
    const char *name;
    double width;
    cli_style style;
    const char *help;
} speaker_column[] = {
    {"name",        28, CLI_STYLE_TEXT,
     "as speaker in Quotes; one name is one speaker, but those without one, as "
     "a spokeswoman, are one in each document"                     },
    {"role",        32, CLI_STYLE_TEXT,   "the first that is given"},
    {"affiliation", 28, CLI_STYLE_TEXT,   "likewise"               },
    {"source_type", 14, CLI_STYLE_TEXT,   "as in Quotes"           },
    {"quotations",  13, CLI_STYLE_NUMBER, "rows with this speaker" },
    {"words",       10, CLI_STYLE_NUMBER,
     "in these quotations, as white space parts them"              },
    {"documents",   13, CLI_STYLE_NUMBER, "with such a row"        },
    {"first",       36, CLI_STYLE_TEXT,
     "the document of the first such row, with a link to that row" },
};

#define FIRST           7 /* the column first */
#define SPEAKER_COLUMNS (sizeof speaker_column / sizeof speaker_column[0])

/* Link to a speaker's first row. */
static void put_first(cli_xlsx *xlsx, uint32_t row, const cli_speaker *speaker)
{
    char name[32];
    char link[64];

    if (row > CLI_BOOK_LINKS) {
        xlsx->unlinked++;
        cli_book_text(xlsx->book, row, FIRST, speaker->key.document,
                      CLI_STYLE_TEXT);
        return;
    }
    name_sheet(speaker->sheet, name, sizeof name);
    (void)snprintf(link, sizeof link, "internal:'%s'!A%u", name,
                   (unsigned)speaker->row + 1);
    cli_book_link(xlsx->book, row, FIRST, link, speaker->key.document);
}

static void put_speaker(cli_xlsx *xlsx, uint32_t row,
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
    cli_book_height(xlsx->book, row, lines);
    for (uint32_t i = 0; i < 4; i++)
        cli_book_text(xlsx->book, row, i, text[i], CLI_STYLE_TEXT);
    for (uint32_t i = 0; i < 3; i++)
        cli_book_number(xlsx->book, row, 4 + i, (double)count[i],
                        CLI_STYLE_NUMBER);
    put_first(xlsx, row, speaker);
}

/* Returns the speakers that have no room. */
static uint64_t write_speakers(cli_xlsx *xlsx)
{
    cli_speakers *speakers = &xlsx->speakers;
    uint32_t row = 0;

    cli_book_sheet(xlsx->book, "Speakers");
    cli_book_header(xlsx->book);
    for (uint32_t i = 0; i < SPEAKER_COLUMNS; i++) {
        cli_book_column(xlsx->book, i, speaker_column[i].width,
                        speaker_column[i].style);
        cli_book_text(xlsx->book, 0, i, speaker_column[i].name,
                      header_style(speaker_column[i].style));
    }
    cli_speakers_sort(speakers);
    while (row < speakers->count && row + 1 < CLI_BOOK_ROWS) {
        const cli_speaker *speaker = speakers->speaker[row++];

        put_speaker(xlsx, row, speaker);
    }
    cli_book_filter(xlsx->book, row, SPEAKER_COLUMNS - 1);
    return speakers->count - row;
}

/* -- About ---------------------------------------------------------------- */

#define ABOUT_WIDTH 90 /* of what is told, in characters */

/* About, line by line. */
struct about {
    cli_book *book;
    uint32_t row;
};

static void put_heading(struct about *about, const char *words,
                        const char *meaning)
{
    about->row += about->row > 0 ? 1 : 0;
    cli_book_text(about->book, about->row, 0, words, CLI_STYLE_HEADER);
    cli_book_text(about->book, about->row++, 1, meaning, CLI_STYLE_HEADER);
}

static void put_pair(struct about *about, const char *name, const char *text)
{
    cli_book_height(about->book, about->row, cli_xlsx_lines(text, ABOUT_WIDTH));
    cli_book_text(about->book, about->row, 0, name, CLI_STYLE_TEXT);
    cli_book_text(about->book, about->row++, 1, text, CLI_STYLE_TEXT);
}

static void put_count(struct about *about, const char *name, uint64_t count)
{
    cli_book_text(about->book, about->row, 0, name, CLI_STYLE_TEXT);
    cli_book_number(about->book, about->row++, 1, (double)count,
                    CLI_STYLE_COUNT);
}

/* What each column of Quotes and Speakers means. */
static void put_columns(struct about *about, const cli_xlsx *xlsx)
{
    put_heading(about, "Column of Quotes", "Meaning");
    for (uint32_t i = 0; i < xlsx->asked; i++) {
        const char *help = "joined from the table of people";
        const char *name = NULL;

        for (uint32_t c = 0; (name = whosaid_column_name(c)) != NULL; c++)
            if (strcmp(name, xlsx->column[i].name) == 0)
                help = whosaid_column_help(c);
        put_pair(about, xlsx->column[i].name, help);
    }
    put_heading(about, "Column of Speakers", "Meaning");
    for (uint32_t i = 0; i < SPEAKER_COLUMNS; i++)
        put_pair(about, speaker_column[i].name, speaker_column[i].help);
}

static void write_about(cli_xlsx *xlsx, const whosaid_counts *counts)
{
    struct about about = {xlsx->book, 0};
    char given[4 * CLI_GIVEN_MAX + 8];
    char version[64];

    cli_book_sheet(about.book, "About");
    cli_book_column(about.book, 0, 28, CLI_STYLE_TEXT);
    cli_book_column(about.book, 1, ABOUT_WIDTH, CLI_STYLE_TEXT);
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
    put_count(&about, "cells cut for their length", cli_book_cut(xlsx->book));
    put_columns(&about, xlsx);
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
    for (;;) {
        size_t len = strcspn(names, ",");

        if (strlen(name) == len && memcmp(names, name, len) == 0)
            return true;
        if (names[len] == '\0')
            return false;
        names += len + 1;
    }
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
    size_t len = strlen(asked);
    xlsx->columns = malloc(len + room);
    if (xlsx->columns == NULL)
        return false;
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

cli_xlsx *cli_xlsx_open(const cli_options *options, cli_output *output,
                        whosaid_row_options *rows)
{
    const char *path = cli_output_path(output);

    if (path == NULL)
        return NULL;
    cli_xlsx *xlsx = calloc(1, sizeof *xlsx);
    if (xlsx != NULL) {
        xlsx->options = options;
        xlsx->name = output->name != NULL ? output->name : "standard output";
        xlsx->confidence = WHOSAID_NONE;
        xlsx->table.row = take_row;
        xlsx->table.ctx = xlsx;
        cli_speakers_init(&xlsx->speakers);
        xlsx->book = cli_book_new(path, xlsx->name);
    }
    if (xlsx == NULL || xlsx->book == NULL ||
        !choose_columns(xlsx, rows->columns)) {
        cli_say(output->name, "%s", whosaid_strstatus(WHOSAID_ERR_NOMEM));
        cli_xlsx_free(xlsx);
        return NULL;
    }
    rows->columns = xlsx->columns;
    rows->no_header = false; /* whether it is written is decided here */
    rows->table = &xlsx->table;
    return xlsx;
}

static const char *plural(uint64_t count)
{
    return count == 1 ? "" : "s";
}

/* What a workbook has no room for: nothing is lost silently. */
static void say_limits(const cli_xlsx *xlsx, uint64_t speakers)
{
    uint64_t cut = cli_book_cut(xlsx->book);

    if (cut > 0) {
        cli_say(xlsx->name,
                "%llu cell%s cut to the %d characters that one can hold (CSV "
                "has the whole)",
                (unsigned long long)cut, plural(cut), CLI_XLSX_CELL);
    }
    if (xlsx->sheets > 1) {
        cli_say(xlsx->name,
                "a sheet holds %d rows: the quotations go on in 'Quotes 2'%s",
                CLI_BOOK_ROWS, xlsx->sheets > 2 ? " and so on" : "");
    }
    if (xlsx->unlinked > 0) {
        cli_say(xlsx->name, "a sheet holds %d links: %llu cell%s left without",
                CLI_BOOK_LINKS, (unsigned long long)xlsx->unlinked,
                plural(xlsx->unlinked));
    }
    if (speakers > 0) {
        cli_say(xlsx->name, "a sheet holds %d rows: %llu speaker%s left out",
                CLI_BOOK_ROWS, (unsigned long long)speakers, plural(speakers));
    }
}

bool cli_xlsx_close(cli_xlsx *xlsx, const whosaid_counts *counts)
{
    end_sheet(xlsx);
    uint64_t speakers = write_speakers(xlsx);
    write_about(xlsx, counts);
    if (!cli_book_close(xlsx->book))
        return false;
    say_limits(xlsx, speakers);
    return true;
}

void cli_xlsx_free(cli_xlsx *xlsx)
{
    if (xlsx == NULL)
        return;
    cli_book_free(xlsx->book);
    free(xlsx->names);
    free(xlsx->column);
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

#endif /* WS_XLSX */
