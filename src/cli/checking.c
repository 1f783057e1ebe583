/*
 * checking.c - the command line of whosaid check, read.
 *
 * One table of options, as in help.c: reading, --help and the manual's list
 * come from it.
 */
#include "cli/checking.h"

#include <string.h>

#include "cli/message.h"

#define WIDTH   79
#define INDENT  27
#define LONGEST 32

static const char *const formats[] = {"csv", "tsv", "jsonl", NULL};

enum { FORMATS = sizeof formats / sizeof formats[0] - 1 };

static const whosaid_format format[FORMATS] = {
    WHOSAID_FORMAT_CSV, WHOSAID_FORMAT_TSV, WHOSAID_FORMAT_JSONL};

enum id {
    OUTPUT,
    FORMAT,
    ACCEPT,
    NEWLINES,
    NO_GUARD,
    NO_HEADER,
    OFFSETS,
    LENIENT,
    QUOTE_STYLE,
    HELP,
    GENERATE
};

struct option {
    enum id id;
    char brief;       /* 0: no short form */
    const char *name; /* NULL: the end */
    const char *arg;  /* NULL: a switch */
    const char *help; /* NULL: not for people */
};

static const struct option table[] = {
    {OUTPUT,      'o', "output",      "FILE",
     "write to FILE, whole or not at all, instead of standard output"              },
    {FORMAT,      'f', "format",      "csv|tsv|jsonl",
     "write csv (default), tsv or jsonl, an object a line; without it, the "
     "ending of -o FILE chooses"                                                   },
    {ACCEPT,      0,   "accept",      "VERDICT",
     "end with status 0 when no quotation is worse than this: exact, edited "
     "(default), abridged"                                                         },
    {NEWLINES,    0,   "newlines",    "space|keep",
     "make a line break in a cell one space (default), or keep it"                 },
    {NO_GUARD,    0,   "no-guard",    NULL,
     "put no apostrophe before a cell's leading = + - or @"                        },
    {NO_HEADER,   0,   "no-header",   NULL,
     "leave out the line with the columns' names"                                  },
    {OFFSETS,     0,   "offsets",     "codepoint|byte|utf16",
     "count the spans in Unicode code points (default), bytes or UTF-16 units"     },
    {LENIENT,     0,   "lenient",     NULL,
     "take bytes that are not UTF-8 as separators instead of refusing the "
     "file"                                                                        },
    {QUOTE_STYLE, 0,   "quote-style", "STYLE",
     "take only these marks for outer ones, as whosaid without check does"         },
    {HELP,        'h', "help",        NULL,                   "print this and exit"},
    {GENERATE,    0,   "generate",    "WHAT",                 NULL                 },
    {HELP,        0,   NULL,          NULL,                   NULL                 },
};

/* -- help ----------------------------------------------------------------- */

static void print(const char *text)
{
    (void)fputs(text, stdout);
}

/* Print two columns; the right one is broken between words. */
static void print_pair(const char *left, const char *right, size_t indent)
{
    size_t at = strlen(left) + 2;

    (void)printf("  %s", left);
    if (at + 1 > indent) {
        print("\n");
        at = 0;
    }
    (void)printf("%*s", (int)(indent - at), "");
    at = indent;
    for (size_t len = 0; *right != '\0'; right += len) {
        len = strcspn(right, " ");
        if (at > indent && at + 1 + len > WIDTH) {
            (void)printf("\n%*s", (int)indent, "");
            at = indent;
        } else if (at > indent) {
            print(" ");
            at++;
        }
        (void)printf("%.*s", (int)len, right);
        at += len;
        len += right[len] == ' ' ? 1 : 0;
    }
    print("\n");
}

static void help(void)
{
    const char *name = NULL;

    print("Say whether quotations are in their sources, word for word, and by "
          "the same\nspeaker.\n"
          "\n"
          "  whosaid check quotes.csv articles/   a table with a column "
          "`quote`\n"
          "  whosaid check draft.txt a.txt b.txt  the quotations in a text\n"
          "  whosaid check -o report.csv draft.txt articles/\n"
          "\n"
          "usage: whosaid check [OPTIONS] DRAFT [SOURCE|DIR|-]...\n"
          "\n");
    for (const struct option *o = table; o->name != NULL; o++) {
        char left[64];

        if (o->help == NULL)
            continue;
        (void)snprintf(
            left, sizeof left, "%c%c%c --%s%s%s", o->brief != 0 ? '-' : ' ',
            o->brief != 0 ? o->brief : ' ', o->brief != 0 ? ',' : ' ', o->name,
            o->arg != NULL ? " " : "", o->arg != NULL ? o->arg : "");
        print_pair(left, o->help, INDENT);
    }
    print("\nColumns, one row for each quotation of the draft:\n");
    for (uint32_t i = 0; (name = whosaid_check_column_name(i)) != NULL; i++)
        print_pair(name, whosaid_check_column_help(i), 18);
    print("\nVerdicts, the best of all sources:\n");
    print_pair("exact", "every word and every mark is the source's", 18);
    print_pair("edited",
               "only marks, spacing, capitals or forms of apostrophes differ",
               18);
    print_pair("abridged",
               "words left out behind an ellipsis, or changed in [brackets]",
               18);
    print_pair("changed", "words differ", 18);
    print_pair("spliced", "its parts stand apart in the source", 18);
    print_pair("absent", "in no source", 18);
    print("\nExit: 0 all is exact or edited and no speaker is another; 4 not "
          "so; 1 some input\nfailed and the rest was checked; 2 wrong usage; 3 "
          "output could not be written.\n");
}

/* Running text in roff. */
static void print_roff(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '-')
            print("\\-");
        else
            (void)putchar(*text);
    }
}

static bool generate(const char *what)
{
    const char *name = NULL;

    if (strcmp(what, "man-options") == 0) {
        for (const struct option *o = table; o->name != NULL; o++) {
            if (o->help == NULL)
                continue;
            print(".It ");
            if (o->brief != 0)
                (void)printf("Fl %c , ", o->brief);
            print("Fl Fl ");
            print_roff(o->name);
            if (o->arg != NULL)
                (void)printf(" Ar %s", o->arg);
            print("\n");
            print_roff(o->help);
            print(".\n");
        }
        return true;
    }
    if (strcmp(what, "man-columns") != 0)
        return false;
    for (uint32_t i = 0; (name = whosaid_check_column_name(i)) != NULL; i++) {
        (void)printf(".It Li %s\n", name);
        print_roff(whosaid_check_column_help(i));
        print(".\n");
    }
    return true;
}

/* -- reading -------------------------------------------------------------- */

static void suggest(const char *nearest, const char *dashes)
{
    if (nearest != NULL)
        (void)fprintf(stderr, "whosaid: did you mean '%s%s'?\n", dashes,
                      nearest);
}

/* Which of words value is. Says so when it is none. */
static bool read_word(const struct option *option, const char *value,
                      const char *const *words, int *index)
{
    char shown[64];

    for (*index = 0; words[*index] != NULL; ++*index)
        if (strcmp(words[*index], value) == 0)
            return true;
    cli_say(NULL, "check: --%s takes %s, not '%s'", option->name, option->arg,
            cli_printable(value, shown, sizeof shown));
    suggest(cli_nearest(value, words), "");
    return false;
}

/* Put what an option says into options. */
static bool take(const struct option *option, const char *value,
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

    words = option->id == FORMAT ? formats : words;
    words = option->id == ACCEPT ? accepts : words;
    words = option->id == NEWLINES ? newlines : words;
    words = option->id == OFFSETS ? units : words;
    words = option->id == QUOTE_STYLE ? styles : words;
    if (words != NULL && !read_word(option, value, words, &index))
        return false;
    options->has_format |= option->id == FORMAT;
    options->rows.no_guard |= option->id == NO_GUARD;
    options->rows.no_header |= option->id == NO_HEADER;
    options->lenient |= option->id == LENIENT;
    if (option->id == OUTPUT)
        options->output = value;
    if (option->id == FORMAT && index < FORMATS)
        options->rows.format = format[index];
    if (option->id == ACCEPT)
        options->accept = (whosaid_verdict)index;
    if (option->id == NEWLINES)
        options->rows.keep_newlines = index == 1;
    if (option->id == OFFSETS)
        options->rows.offsets = (whosaid_offsets)index;
    if (option->id == QUOTE_STYLE)
        options->quotes = (whosaid_quote_style)index;
    return true;
}

static const struct option *find_option(const char *word, size_t len)
{
    for (const struct option *o = table; o->name != NULL; o++) {
        if (word[1] == '-'
                ? strlen(o->name) == len && memcmp(o->name, word + 2, len) == 0
                : o->brief != 0 && o->brief == word[1])
            return o;
    }
    return NULL;
}

static void say_unknown(const char *word)
{
    const char *name[sizeof table / sizeof table[0] + 1] = {NULL};
    char asked[LONGEST + 1] = "";
    char shown[64];
    size_t count = 0;

    cli_say(NULL, "check: no option '%s'",
            cli_printable(word, shown, sizeof shown));
    for (const struct option *o = table; o->name != NULL; o++)
        if (o->help != NULL)
            name[count++] = o->name;
    while (*word == '-')
        word++;
    size_t len = strcspn(word, "=");
    if (len <= LONGEST)
        memcpy(asked, word, len);
    suggest(cli_nearest(asked, name), "--");
}

/* Read the option at argv[*at], and its value, which may be the next word. */
static cli_request read_option(int argc, char **argv, int *at,
                               cli_checking *options)
{
    const char *word = argv[*at];
    bool is_long = word[1] == '-';
    size_t len = is_long ? strcspn(word + 2, "=") : 1;
    const char *value = is_long ? word + 2 + len : word + 2;
    const struct option *option = find_option(word, len);

    if (is_long)
        value = *value == '=' ? value + 1 : NULL;
    else if (*value == '\0')
        value = NULL;
    if (option == NULL || (option->arg == NULL && value != NULL)) {
        say_unknown(word);
        return CLI_WRONG;
    }
    if (option->arg != NULL && value == NULL && *at + 1 < argc)
        value = argv[++*at];
    if (option->arg != NULL && value == NULL) {
        cli_say(NULL, "check: --%s needs a value: --%s %s", option->name,
                option->name, option->arg);
        return CLI_WRONG;
    }
    if (option->id == HELP) {
        help();
        return CLI_ANSWERED;
    }
    if (option->id == GENERATE) {
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
