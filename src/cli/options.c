/*
 * options.c - the command line, read.
 *
 * One table of options: reading, --help and the manual page's list all come
 * from it. Options may stand anywhere before "--"; the last one of a kind
 * counts.
 */
#include "cli/options.h"

#include <string.h>

#include "cli/help.h"
#include "cli/message.h"
#include "cli/wrong.h"

#define LONGEST_NAME 32

/* An option as it stands on the command line. */
struct found {
    const cli_option *option;
    const char *value; /* "" for a switch */
};

void cli_usage(FILE *stream)
{
    (void)fputs("usage: whosaid [OPTIONS] [FILE|DIR|-]...\n"
                "       whosaid diff [OPTIONS] OLD.csv [NEW.csv]\n"
                "   as: whosaid article.txt > quotes.csv\n"
                "whosaid --help says more.\n",
                stream);
}

/* -- values --------------------------------------------------------------- */

/* Read a decimal number from 0 to 1 as 0..10000; digits below that are
 * dropped. */
static bool read_chance(const char *value, uint32_t *chance)
{
    uint32_t unit = 10000; /* what a digit here is worth */
    bool has_point = false;
    bool has_digit = false;

    *chance = 0;
    for (; *value != '\0'; value++) {
        if (*value == '.' && !has_point) {
            has_point = true;
            continue;
        }
        if (*value < '0' || *value > '9')
            return false;
        has_digit = true;
        if (has_point)
            unit /= 10;
        else
            *chance *= 10;
        *chance += (uint32_t)(*value - '0') * unit;
        if (*chance > 10000)
            return false;
    }
    return has_digit;
}

/* The name of format i, as in whosaid_format_name(): what the program makes of
 * cells is a workbook. */
static const char *format_name(uint32_t i)
{
    return i == WHOSAID_FORMAT_CELLS ? "xlsx" : whosaid_format_name(i);
}

/* Read a format's name. Says so when it is none. */
static bool read_format(const cli_option *option, const char *value,
                        whosaid_format *format)
{
    const char *name[CLI_FORMATS_MAX + 1] = {NULL};
    int index = 0;

    for (uint32_t i = 0; i < CLI_FORMATS_MAX; i++)
        name[i] = format_name(i);
    if (!cli_read_word("", option, value, name, &index))
        return false;
    *format = (whosaid_format)index;
    return true;
}

/* Let the output's name choose the format where no option did: what stands
 * behind its last full stop. A table for a spreadsheet begins with a byte order
 * mark, since Excel takes it for another encoding without. */
static void choose_format(cli_options *options)
{
    const char *ending =
        options->output != NULL ? strrchr(options->output, '.') : NULL;
    const char *name = NULL;

    if (ending == NULL)
        return;
    if (!options->has_format && strcmp(ending, ".ann") == 0)
        options->rows.format = WHOSAID_FORMAT_BRAT; /* that names them so */
    for (uint32_t i = 0; (name = format_name(i)) != NULL; i++)
        if (!options->has_format && strcmp(name, ending + 1) == 0)
            options->rows.format = (whosaid_format)i;
    if (!options->has_format &&
        (strcmp(ending, ".html") == 0 || strcmp(ending, ".htm") == 0))
        options->rows.format = WHOSAID_FORMAT_REVIEW;
    options->rows.bom |= options->rows.format == WHOSAID_FORMAT_CSV &&
                         strcmp(ending, ".csv") == 0;
}

/* Whether nothing is asked of the format where lines of text are written in
 * place of rows. Says so when something is. */
static bool check_text(const cli_options *options, const char *name)
{
    const char *option = options->lint      ? "--lint"
                         : options->explain ? "--explain"
                                            : "--dump-candidates";
    bool ends_so = options->rows.format != WHOSAID_FORMAT_CSV &&
                   options->rows.format != WHOSAID_FORMAT_TSV;

    if (!options->has_format && !ends_so)
        return true;
    cli_say(NULL, "%s writes lines of text, not %s%s", option, name,
            options->explain ? "; -f jsonl --candidates has the scores as data"
                             : "");
    return false;
}

/* Whether what is asked of the rows goes with their format. Says so when
 * not. */
static bool check_format(const cli_options *options)
{
    const whosaid_row_options *rows = &options->rows;
    const char *name = format_name((uint32_t)rows->format);
    const char *word = NULL;

    if (options->lint || options->explain || options->dump)
        return check_text(options, name);
    if (options->diff && rows->format != WHOSAID_FORMAT_CSV &&
        rows->format != WHOSAID_FORMAT_TSV) {
        cli_say(NULL, "diff writes csv or tsv, not %s", name);
        return false;
    }
    if (rows->candidates && rows->format != WHOSAID_FORMAT_JSONL)
        word = "--candidates";
    if (rows->format == WHOSAID_FORMAT_ANNOTATIONS ||
        rows->format == WHOSAID_FORMAT_BRAT) {
        if (rows->columns != NULL)
            word = "--columns";
        else if (rows->offsets != WHOSAID_OFFSETS_CODEPOINT)
            word = "--offsets";
    }
    if (word != NULL)
        cli_say(NULL, "%s does not go with -f %s", word, name);
    return word == NULL;
}

/* Column i of the rows: their own, the people's, the corrections'. NULL past
 * the last. */
static const char *column_at(const whosaid_row_options *rows, uint32_t i)
{
    uint32_t own = 0;
    uint32_t joined = 0;

    while (whosaid_column_name(own) != NULL)
        own++;
    if (i < own)
        return whosaid_column_name(i);
    i -= own;
    if (whosaid_people_column(rows->people, i) != NULL)
        return whosaid_people_column(rows->people, i);
    while (whosaid_people_column(rows->people, joined) != NULL)
        joined++;
    return whosaid_corrections_column(rows->corrections, i - joined);
}

static bool is_column(const char *name, size_t len,
                      const whosaid_row_options *rows)
{
    const char *column = NULL;

    for (uint32_t i = 0; (column = column_at(rows, i)) != NULL; i++)
        if (strlen(column) == len && memcmp(column, name, len) == 0)
            return true;
    return false;
}

static void say_columns(const char *name, const whosaid_row_options *rows)
{
    const char *column[CLI_COLUMNS_MAX + 1] = {NULL};
    char shown[64];

    cli_say(NULL, "no column '%s'", cli_printable(name, shown, sizeof shown));
    for (uint32_t i = 0; i < CLI_COLUMNS_MAX; i++)
        column[i] = column_at(rows, i);
    cli_suggest(name, column, "");
    (void)fputs("whosaid: the columns are", stderr);
    for (uint32_t i = 0; column[i] != NULL; i++)
        (void)fprintf(stderr, "%s %s", i > 0 ? "," : "",
                      cli_printable(column[i], shown, sizeof shown));
    (void)fputc('\n', stderr);
}

bool cli_columns_check(const char *names, const whosaid_row_options *rows)
{
    char name[LONGEST_NAME + 1];
    char shown[4 * LONGEST_NAME + 8];

    if (names == NULL)
        return true;
    for (const char *at = names;; at++) {
        size_t len = strcspn(at, ",");
        size_t n = len < LONGEST_NAME ? len : LONGEST_NAME;

        memcpy(name, at, n);
        name[n] = '\0';
        if (!is_column(at, len, rows)) {
            say_columns(name, rows);
            return false;
        }
        for (const char *other = names; other < at; other++) {
            size_t their_len = strcspn(other, ",");
            if (their_len == len && memcmp(other, at, len) == 0) {
                cli_say(NULL, "--columns names '%s' twice",
                        cli_printable(name, shown, sizeof shown));
                return false;
            }
            other += their_len;
        }
        at += len;
        if (*at == '\0')
            return true;
    }
}

/* -- options -------------------------------------------------------------- */

/* Write a table as Excel likes it; that of continental Europe takes the comma
 * for a decimal one. */
static void take_excel(cli_options *options, bool european)
{
    options->rows.bom = true;
    options->rows.crlf = true;
    options->rows.semicolon = european;
    options->rows.decimal_comma = european;
}

/* Put an option without a value into options. */
static void take_switch(cli_option_id id, cli_options *options)
{
    options->rows.all |= id == CLI_OPTION_ALL;
    options->rows.unique |= id == CLI_OPTION_UNIQUE;
    options->rows.no_duplicates |= id == CLI_OPTION_NO_DUPLICATES;
    options->rows.no_guard |= id == CLI_OPTION_NO_GUARD;
    options->rows.no_header |= id == CLI_OPTION_NO_HEADER;
    options->rows.candidates |= id == CLI_OPTION_CANDIDATES;
    if (id == CLI_OPTION_EXCEL)
        take_excel(options, false);
    options->explain |= id == CLI_OPTION_EXPLAIN;
    options->dump |= id == CLI_OPTION_DUMP_CANDIDATES;
    options->lint |= id == CLI_OPTION_LINT;
    options->lenient |= id == CLI_OPTION_LENIENT;
    options->summary |= id == CLI_OPTION_SUMMARY;
    options->null |= id == CLI_OPTION_NULL;
    options->line_buffered |= id == CLI_OPTION_LINE_BUFFERED;
    options->rows.count_speakers |= id == CLI_OPTION_SUMMARY;
}

/* Where the value of an option goes as it stands, or NULL. */
static const char **place_of(cli_option_id id, cli_options *options)
{
    const struct {
        cli_option_id id;
        const char **place;
    } places[] = {
        {CLI_OPTION_OUTPUT,      &options->output      },
        {CLI_OPTION_COLUMNS,     &options->rows.columns},
        {CLI_OPTION_PEOPLE,      &options->people      },
        {CLI_OPTION_MODEL,       &options->model       },
        {CLI_OPTION_CORRECTIONS, &options->corrections },
        {CLI_OPTION_FILES_FROM,  &options->files_from  },
        {CLI_OPTION_TEXT_FIELD,  &options->fields.text },
        {CLI_OPTION_TEXT_COLUMN, &options->fields.text },
        {CLI_OPTION_HTML_FIELD,  &options->fields.html },
        {CLI_OPTION_ID_FIELD,    &options->fields.id   },
        {CLI_OPTION_ID_COLUMN,   &options->fields.id   },
    };

    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        if (places[i].id == id)
            return places[i].place;
    return NULL;
}

/* The words that an option takes, ending with NULL; NULL: it takes others. */
static const char *const *words_of(cli_option_id id)
{
    static const char *const newlines[] = {"space", "keep", NULL};
    static const char *const locales[] = {"us", "eu", NULL};
    static const char *const units[] = {"codepoint", "byte", "utf16", NULL};
    static const char *const styles[] = {"auto",  "double",  "single",
                                         "angle", "low",     "corner",
                                         "dash",  "doubled", NULL};
    static const char *const readings[] = {"never", "auto", "always", NULL};

    if (id == CLI_OPTION_READER)
        return readings;
    if (id == CLI_OPTION_NEWLINES)
        return newlines;
    if (id == CLI_OPTION_EXCEL_LOCALE)
        return locales;
    if (id == CLI_OPTION_OFFSETS)
        return units;
    if (id == CLI_OPTION_QUOTE_STYLE)
        return styles;
    return id == CLI_OPTION_INPUT_FORMAT ? cli_source_names : NULL;
}

/* Put word i of those that an option takes into options. */
static void take_word(cli_option_id id, int i, cli_options *options)
{
    static const whosaid_offsets unit[] = {
        WHOSAID_OFFSETS_CODEPOINT, WHOSAID_OFFSETS_BYTE, WHOSAID_OFFSETS_UTF16};

    if (id == CLI_OPTION_NEWLINES)
        options->rows.keep_newlines = i == 1;
    else if (id == CLI_OPTION_EXCEL_LOCALE)
        take_excel(options, i == 1);
    else if (id == CLI_OPTION_OFFSETS)
        options->rows.offsets = unit[i];
    else if (id == CLI_OPTION_READER)
        options->reading = (cli_reading)i;
    else if (id == CLI_OPTION_QUOTE_STYLE)
        options->quotes = (whosaid_quote_style)i;
    else
        options->source = (cli_source_format)i;
}

static bool take_chance(const char *value, cli_options *options)
{
    char shown[64];

    if (read_chance(value, &options->rows.min_confidence))
        return true;
    cli_say(NULL,
            "--min-confidence takes a number from 0 to 1, as in 0.5, not '%s'",
            cli_printable(value, shown, sizeof shown));
    return false;
}

/* Read an encoding's name. Says so when it is none. */
static bool take_encoding(const char *name, const char **encoding)
{
    char shown[64];

    *encoding = name;
    if (cli_encoding_is(name))
        return true;
    cli_say(NULL, "no encoding '%s' (iconv -l lists them)",
            cli_printable(name, shown, sizeof shown));
    return false;
}

/* Put what an option says into options. */
static bool take(const struct found *found, cli_options *options)
{
    cli_option_id id = found->option->id;
    const char **place = place_of(id, options);
    const char *const *words = words_of(id);
    int index = 0;

    if (place != NULL)
        *place = found->value;
    else if (words != NULL) {
        if (!cli_read_word("", found->option, found->value, words, &index))
            return false;
        take_word(id, index, options);
    } else if (id == CLI_OPTION_FORMAT) {
        options->has_format = true;
        return read_format(found->option, found->value, &options->rows.format);
    } else if (id == CLI_OPTION_ENCODING) {
        return take_encoding(found->value, &options->encoding);
    } else if (id == CLI_OPTION_INCLUDE || id == CLI_OPTION_EXCLUDE) {
        return cli_patterns_add(&options->patterns, found->value,
                                id == CLI_OPTION_EXCLUDE);
    } else if (id == CLI_OPTION_MIN_CONFIDENCE) {
        return take_chance(found->value, options);
    } else {
        take_switch(id, options);
    }
    return true;
}

/* Remember an option as it was given, but where the output goes: what is
 * written does not depend on that. */
static void remember(const struct found *found, cli_options *options)
{
    size_t len = strlen(options->given);
    char shown[256];

    if (found->option->id == CLI_OPTION_OUTPUT)
        return;
    (void)snprintf(options->given + len, sizeof options->given - len,
                   "%s--%s%s%s", len > 0 ? " " : "", found->option->name,
                   found->option->arg != NULL ? " " : "",
                   cli_printable(found->value, shown, sizeof shown));
}

/* Answer --help and its like; false when the option is none of them. */
static bool answer(const struct found *found, cli_request *request)
{
    cli_option_id id = found->option->id;

    *request = CLI_ANSWERED;
    if (id == CLI_OPTION_HELP)
        cli_help();
    else if (id == CLI_OPTION_VERSION)
        cli_version();
    else if (id != CLI_OPTION_GENERATE)
        return false;
    else if (!cli_generate(found->value)) {
        cli_say(NULL, "--generate takes man-options or man-columns");
        *request = CLI_WRONG;
    }
    return true;
}

static const cli_option *by_name(const char *name, size_t len)
{
    for (const cli_option *o = cli_option_table; o->name != NULL; o++)
        if (strlen(o->name) == len && memcmp(o->name, name, len) == 0)
            return o;
    return NULL;
}

static const cli_option *by_letter(char letter)
{
    for (const cli_option *o = cli_option_table; o->name != NULL; o++)
        if (o->brief == letter)
            return o;
    return NULL;
}

/* Read the option at argv[*at], and its value, which may be the next word. */
static bool find(int argc, char **argv, int *at, struct found *found)
{
    const char *word = argv[*at];
    const char *name = word + 2;
    size_t len = strcspn(name, "=");

    found->value = NULL;
    if (word[1] == '-') {
        found->option = by_name(name, len);
        found->value = name[len] == '=' ? name + len + 1 : NULL;
    } else {
        found->option = by_letter(word[1]);
        found->value = word[2] != '\0' ? word + 2 : NULL;
    }
    if (found->option == NULL) {
        cli_say_unknown("", cli_option_table, word);
        return false;
    }
    if (found->option->arg == NULL && found->value != NULL) {
        if (word[1] == '-')
            cli_say(NULL, "--%s takes no value", found->option->name);
        else
            cli_say_unknown("", cli_option_table, word);
        return false;
    }
    if (found->option->arg != NULL && found->value == NULL && *at + 1 < argc)
        found->value = argv[++*at];
    if (found->option->arg != NULL && found->value == NULL) {
        cli_say(NULL, "--%s needs a value: --%s %s", found->option->name,
                found->option->name, found->option->arg);
        return false;
    }
    if (found->value == NULL)
        found->value = "";
    return true;
}

/* Whether an option means something to the command. Says so when not. */
static bool is_for(const cli_options *options, const cli_option *option)
{
    static const cli_option_id diff[] = {
        CLI_OPTION_OUTPUT,   CLI_OPTION_FORMAT,   CLI_OPTION_COLUMNS,
        CLI_OPTION_NEWLINES, CLI_OPTION_NO_GUARD, CLI_OPTION_NO_HEADER,
        CLI_OPTION_SUMMARY,  CLI_OPTION_HELP,     CLI_OPTION_VERSION,
        CLI_OPTION_GENERATE};

    if (!options->diff)
        return true;
    for (size_t i = 0; i < sizeof diff / sizeof diff[0]; i++)
        if (option->id == diff[i])
            return true;
    cli_say(NULL, "--%s does not go with diff", option->name);
    return false;
}

/* Whether no option contradicts another. Says so when one does. */
static bool go_together(const cli_options *options)
{
    int instead = options->lint + options->explain + options->dump;
    const char *words = NULL;

    if (instead > 1)
        words = "--lint, --explain and --dump-candidates do not go together";
    else if (instead > 0 && options->corrections != NULL)
        words = "--corrections goes with rows only";
    else if (options->null && options->files_from == NULL)
        words = "--null goes with --files-from only";
    else if (options->rows.unique && options->rows.no_duplicates)
        words = "--unique and --no-duplicates do not go together";
    if (words != NULL)
        cli_say(NULL, "%s", words);
    return words == NULL;
}

cli_request cli_options_read(int argc, char **argv, cli_options *options)
{
    static const whosaid_row_options defaults = WHOSAID_ROW_OPTIONS_INIT;
    bool ended = false; /* "--" was met */
    cli_request request = CLI_RUN;

    memset(options, 0, sizeof *options);
    options->rows = defaults;
    options->input = argv;
    options->diff = argc > 1 && strcmp(argv[1], "diff") == 0;
    for (int at = options->diff ? 2 : 1; at < argc; at++) {
        struct found found = {NULL, ""};

        if (ended || argv[at][0] != '-' || argv[at][1] == '\0') {
            options->input[options->inputs++] = argv[at];
        } else if (strcmp(argv[at], "--") == 0) {
            ended = true;
        } else {
            if (!find(argc, argv, &at, &found))
                return CLI_WRONG;
            if (answer(&found, &request))
                return request;
            if (!is_for(options, found.option) || !take(&found, options))
                return CLI_WRONG;
            remember(&found, options);
        }
    }
    if (!go_together(options))
        return CLI_WRONG;
    choose_format(options);
    return check_format(options) ? CLI_RUN : CLI_WRONG;
}
