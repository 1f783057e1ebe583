/*
 * checking.c - the command line of whosaid check, read.
 *
 * One table of options, as in help.c: reading, --help and the manual's list
 * come from it.
 */
#include "cli/checking.h"

#include <string.h>

#include "cli/message.h"
#include "cli/print.h"
#include "cli/wrong.h"

static const char *const formats[] = {"csv", "tsv", "jsonl", NULL};

enum { FORMATS = sizeof formats / sizeof formats[0] - 1 };

static const whosaid_format format[FORMATS] = {
    WHOSAID_FORMAT_CSV, WHOSAID_FORMAT_TSV, WHOSAID_FORMAT_JSONL};

static const cli_option table[] = {
    {CLI_OPTION_OUTPUT,      'o', "output",      "FILE",
     "write to FILE, whole or not at all, instead of standard output"                         },
    {CLI_OPTION_FORMAT,      'f', "format",      "csv|tsv|jsonl",
     "write csv (default), tsv or jsonl, an object a line; without it, the "
     "ending of -o FILE chooses"                                                              },
    {CLI_OPTION_ACCEPT,      0,   "accept",      "VERDICT",
     "end with status 0 when no quotation is worse than this: exact, edited "
     "(default), abridged"                                                                    },
    {CLI_OPTION_NEWLINES,    0,   "newlines",    "space|keep",
     "make a line break in a cell one space (default), or keep it"                            },
    {CLI_OPTION_NO_GUARD,    0,   "no-guard",    NULL,
     "put no apostrophe before a cell's leading = + - or @"                                   },
    {CLI_OPTION_NO_HEADER,   0,   "no-header",   NULL,
     "leave out the line with the columns' names"                                             },
    {CLI_OPTION_OFFSETS,     0,   "offsets",     "codepoint|byte|utf16",
     "count the spans in Unicode code points (default), bytes or UTF-16 units"                },
    {CLI_OPTION_LENIENT,     0,   "lenient",     NULL,
     "take bytes that are not UTF-8 as separators instead of refusing the "
     "file"                                                                                   },
    {CLI_OPTION_QUOTE_STYLE, 0,   "quote-style", "STYLE",
     "take only these marks for outer ones, as whosaid without check does"                    },
    {CLI_OPTION_HELP,        'h', "help",        NULL,                   "print this and exit"},
    {CLI_OPTION_GENERATE,    0,   "generate",    "WHAT",                 NULL                 },
    {CLI_OPTION_HELP,        0,   NULL,          NULL,                   NULL                 },
};

/* -- help ----------------------------------------------------------------- */

static void help(void)
{
    const char *name = NULL;

    cli_print(
        "Say whether quotations are in their sources, word for word, and by "
        "the same\nspeaker.\n"
        "\n"
        "  whosaid check quotes.csv articles/   a table with a column "
        "`quote`\n"
        "  whosaid check draft.txt a.txt b.txt  the quotations in a text\n"
        "  whosaid check -o report.csv draft.txt articles/\n"
        "\n"
        "usage: whosaid check [OPTIONS] DRAFT [SOURCE|DIR|-]...\n"
        "\n");
    cli_print_options(table);
    cli_print("\nColumns, one row for each quotation of the draft:\n");
    for (uint32_t i = 0; (name = whosaid_check_column_name(i)) != NULL; i++)
        cli_print_pair(name, whosaid_check_column_help(i), 18);
    cli_print("\nVerdicts, the best of all sources:\n");
    cli_print_pair("exact", "every word and every mark is the source's", 18);
    cli_print_pair(
        "edited",
        "only marks, spacing, capitals or forms of apostrophes differ", 18);
    cli_print_pair(
        "abridged",
        "words left out behind an ellipsis, or changed in [brackets]", 18);
    cli_print_pair("changed", "words differ", 18);
    cli_print_pair("spliced", "its parts stand apart in the source", 18);
    cli_print_pair("absent", "in no source", 18);
    cli_print(
        "\nExit: 0 all is exact or edited and no speaker is another; 4 not "
        "so; 1 some input\nfailed and the rest was checked; 2 wrong usage; 3 "
        "output could not be written.\n");
}

static bool generate(const char *what)
{
    const char *name = NULL;

    if (strcmp(what, "man-options") == 0) {
        cli_print_man_options(table);
        return true;
    }
    if (strcmp(what, "man-columns") != 0)
        return false;
    for (uint32_t i = 0; (name = whosaid_check_column_name(i)) != NULL; i++)
        cli_print_man_column(name, whosaid_check_column_help(i));
    return true;
}

/* -- reading -------------------------------------------------------------- */

/* Put what an option says into options. */
static bool take(const cli_option *option, const char *value,
                 cli_checking *options)
{
    static const char *const accepts[] = {"exact", "edited", "abridged", NULL};
    static const char *const newlines[] = {"space", "keep", NULL};
    static const char *const units[] = {"codepoint", "byte", "utf16", NULL};
    static const char *const styles[] = {"auto",  "double",  "single",
                                         "angle", "low",     "corner",
                                         "dash",  "doubled", NULL};
    const char *const *words = NULL;
    int index = 0;

    words = option->id == CLI_OPTION_FORMAT ? formats : words;
    words = option->id == CLI_OPTION_ACCEPT ? accepts : words;
    words = option->id == CLI_OPTION_NEWLINES ? newlines : words;
    words = option->id == CLI_OPTION_OFFSETS ? units : words;
    words = option->id == CLI_OPTION_QUOTE_STYLE ? styles : words;
    if (words != NULL &&
        !cli_read_word("check: ", option, value, words, &index))
        return false;
    options->has_format |= option->id == CLI_OPTION_FORMAT;
    options->rows.no_guard |= option->id == CLI_OPTION_NO_GUARD;
    options->rows.no_header |= option->id == CLI_OPTION_NO_HEADER;
    options->lenient |= option->id == CLI_OPTION_LENIENT;
    if (option->id == CLI_OPTION_OUTPUT)
        options->output = value;
    if (option->id == CLI_OPTION_FORMAT && index < FORMATS)
        options->rows.format = format[index];
    if (option->id == CLI_OPTION_ACCEPT)
        options->accept = (whosaid_verdict)index;
    if (option->id == CLI_OPTION_NEWLINES)
        options->rows.keep_newlines = index == 1;
    if (option->id == CLI_OPTION_OFFSETS)
        options->rows.offsets = (whosaid_offsets)index;
    if (option->id == CLI_OPTION_QUOTE_STYLE)
        options->quotes = (whosaid_quote_style)index;
    return true;
}

static const cli_option *find_option(const char *word, size_t len)
{
    for (const cli_option *o = table; o->name != NULL; o++) {
        if (word[1] == '-'
                ? strlen(o->name) == len && memcmp(o->name, word + 2, len) == 0
                : o->brief != 0 && o->brief == word[1])
            return o;
    }
    return NULL;
}

/* Read the option at argv[*at], and its value, which may be the next word. */
static cli_request read_option(int argc, char **argv, int *at,
                               cli_checking *options)
{
    const char *word = argv[*at];
    bool is_long = word[1] == '-';
    size_t len = is_long ? strcspn(word + 2, "=") : 1;
    const char *value = is_long ? word + 2 + len : word + 2;
    const cli_option *option = find_option(word, len);

    if (is_long)
        value = *value == '=' ? value + 1 : NULL;
    else if (*value == '\0')
        value = NULL;
    if (option == NULL || (option->arg == NULL && value != NULL)) {
        cli_say_unknown("check: ", table, word);
        return CLI_WRONG;
    }
    if (option->arg != NULL && value == NULL && *at + 1 < argc)
        value = argv[++*at];
    if (option->arg != NULL && value == NULL) {
        cli_say(NULL, "check: --%s needs a value: --%s %s", option->name,
                option->name, option->arg);
        return CLI_WRONG;
    }
    if (option->id == CLI_OPTION_HELP) {
        help();
        return CLI_ANSWERED;
    }
    if (option->id == CLI_OPTION_GENERATE) {
        if (generate(value))
            return CLI_ANSWERED;
        cli_say(NULL, "--generate takes man-options or man-columns");
        return CLI_WRONG;
    }
    return take(option, value, options) ? CLI_RUN : CLI_WRONG;
}

/* What the output's name says, where no option did. */
static void choose_format(cli_checking *options)
{
    const char *ending =
        options->output != NULL ? strrchr(options->output, '.') : NULL;

    if (ending == NULL)
        return;
    for (int i = 0; !options->has_format && formats[i] != NULL; i++)
        if (strcmp(ending + 1, formats[i]) == 0)
            options->rows.format = format[i];
    options->rows.bom = options->rows.format == WHOSAID_FORMAT_CSV &&
                        strcmp(ending, ".csv") == 0;
}

cli_request cli_checking_read(int argc, char **argv, cli_checking *options)
{
    static const whosaid_row_options defaults = WHOSAID_ROW_OPTIONS_INIT;
    bool ended = false; /* "--" was met */

    memset(options, 0, sizeof *options);
    options->rows = defaults;
    options->accept = WHOSAID_VERDICT_EDITED;
    options->input = argv;
    for (int at = 1; at < argc; at++) {
        if (ended || argv[at][0] != '-' || argv[at][1] == '\0') {
            options->input[options->inputs++] = argv[at];
        } else if (strcmp(argv[at], "--") == 0) {
            ended = true;
        } else {
            cli_request request = read_option(argc, argv, &at, options);
            if (request != CLI_RUN)
                return request;
        }
    }
    if (options->inputs == 0) {
        cli_say(NULL, "check needs a draft and its sources");
        return CLI_WRONG;
    }
    choose_format(options);
    return CLI_RUN;
}
