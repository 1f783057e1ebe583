/*
 * check.c - whosaid check DRAFT SOURCE...: quotations against their sources.
 *
 * The draft is read first, then each source in turn; the rows are written at
 * the end, when the best of all sources is known. A source that cannot be read
 * is told and counted, and the rest goes on.
 */
#include "cli/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/checking.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/record.h"
#include "cli/source.h"
#include "cli/workbook.h"

struct run {
    cli_checking options;
    cli_output output;
    whosaid_checker *checker; /* NULL until the draft is read */
    cli_records records;      /* what is known of those of the source */
    bool is_table;            /* the draft */
    size_t sources;           /* read */
    int stopped;              /* why no more is read, or CLI_DONE */
};

/* Say that a text cannot be read, and where. */
static cli_taken refuse(void *ctx, const char *name, const char *place,
                        const char *words)
{
    (void)ctx;
    (void)name;
    cli_say(place, "%s", words);
    return CLI_REFUSED;
}

/* Read the texts of an input. */
static cli_taken read_texts(struct run *run, const cli_text *input,
                            cli_source_format format,
                            cli_taken (*read)(void *ctx, const cli_text *text))
{
    const cli_source source = {.name = input->name,
                               .bytes = input->bytes,
                               .len = input->len,
                               .lenient = run->options.lenient,
                               .verbatim = format == CLI_SOURCE_TEXT};
    const cli_reader reader = {read, refuse, run};

    return cli_source_read(&source, format, &reader);
}

/* Say what is wrong with a table, and where. */
static void say_table(const char *name, const whosaid_table_error *error)
{
    char shown[1024];
    char place[1056];

    (void)snprintf(place, sizeof place, "%s:%zu",
                   cli_printable(name, shown, sizeof shown), error->line);
    cli_say(place, "byte %zu: %s", error->at, error->words);
}

static bool is_table_name(const char *name)
{
    const char *ending = strrchr(name, '.');

    return ending != NULL &&
           (strcmp(ending, ".csv") == 0 || strcmp(ending, ".tsv") == 0);
}

/* Whether the first line can be a table's that has a column `quote`. */
static bool begins_table(const char *bytes, size_t len)
{
    static const char name[] = "quote";

    for (size_t at = 0; at + sizeof name <= len && bytes[at] != '\n'; at++)
        if (memcmp(bytes + at, name, sizeof name - 1) == 0)
            return true;
    return false;
}

static cli_taken read_draft(void *ctx, const cli_text *text)
{
    struct run *run = ctx;
    whosaid_check_options options = WHOSAID_CHECK_OPTIONS_INIT;
    whosaid_table_error error = {"", 0, 0, 0};

    options.offsets = run->options.rows.offsets;
    options.quotes = run->options.quotes;
    options.table = run->is_table;
    whosaid_status status = whosaid_checker_new(
        text->bytes, text->len, &options, &run->checker, &error);
    if (status == WHOSAID_OK)
        return CLI_TAKEN;
    if (status != WHOSAID_ERR_TABLE) {
        cli_say(text->name, "%s", whosaid_strstatus(status));
        return CLI_REFUSED;
    }
    say_table(text->name, &error);
    run->stopped = CLI_USAGE;
    return CLI_STOP;
}

/* Read a draft that is a workbook. */
static cli_taken take_workbook(struct run *run, cli_text input)
{
    const char *words = NULL;
    char *csv = cli_workbook_csv(input.bytes, input.len, &input.len, &words);

    if (csv == NULL) {
        cli_say(input.name, "%s", words);
        return CLI_REFUSED;
    }
    input.bytes = csv;
    run->is_table = true;
    cli_taken taken = read_texts(run, &input, CLI_SOURCE_TEXT, read_draft);
    free(csv);
    return taken;
}

static cli_taken take_draft(void *ctx, const char *name, const char *bytes,
                            size_t len)
{
    struct run *run = ctx;
    const cli_text input = {name, bytes, len, NULL};

    if (run->checker != NULL) {
        cli_say(name, "a draft is one file");
        run->stopped = CLI_USAGE;
        return CLI_STOP;
    }
    if (cli_workbook_is(bytes, len))
        return take_workbook(run, input);
    run->is_table = is_table_name(name);
    return read_texts(run, &input,
                      run->is_table || begins_table(bytes, len)
                          ? CLI_SOURCE_TEXT
                          : CLI_SOURCE_AUTO,
                      read_draft);
}

static cli_taken read_source(void *ctx, const cli_text *text)
{
    struct run *run = ctx;
    size_t name_len = strlen(text->name);
    whosaid_status status =
        text->page != NULL
            ? whosaid_checker_add_page(run->checker, text->name, name_len,
                                       text->page)
            : whosaid_checker_add(run->checker, text->name, name_len,
                                  text->bytes, text->len);

    if (status != WHOSAID_OK) {
        cli_say(text->name, "%s", whosaid_strstatus(status));
        return CLI_REFUSED;
    }
    run->sources++;
    return CLI_TAKEN;
}

static cli_taken take_source(void *ctx, const char *name, const char *bytes,
                             size_t len)
{
    const cli_text input = {name, bytes, len, NULL};

    return read_texts(ctx, &input, CLI_SOURCE_AUTO, read_source);
}

static bool cuts(void *ctx, const char *name, cli_cut *cut)
{
    (void)ctx;
    return cli_source_cuts(CLI_SOURCE_AUTO, name, cut);
}

static cli_taken take_record(void *ctx, const cli_record *record)
{
    struct run *run = ctx;
    const cli_reader reader = {read_source, refuse, run};

    return cli_record_read(&run->records, record, &reader);
}

static cli_taken admit(void *ctx, const char *name, const struct stat *file)
{
    struct run *run = ctx;

    if (!cli_output_is(&run->output, file))
        return CLI_TAKEN;
    cli_say(name, "is the output, so it is not read");
    if (run->output.name == NULL)
        return CLI_REFUSED;
    run->stopped = CLI_USAGE;
    return CLI_STOP;
}

/* Read the draft, then the sources. Returns how many inputs failed. */
static size_t read_all(struct run *run)
{
    const cli_taker draft = {.take = take_draft, .admit = admit, .ctx = run};
    const cli_taker source = {.take = take_source,
                              .admit = admit,
                              .ctx = run,
                              .wants = cli_source_is_name,
                              .cuts = cuts,
                              .record = take_record};
    const cli_checking *options = &run->options;
    cli_input input;

    run->records.lenient = options->lenient;
    cli_input_init(&input, &draft);
    bool more = cli_input_read(&input, options->input[0]);
    input.taker = source;
    more = more && run->checker != NULL;
    if (more && options->inputs == 1)
        more = cli_input_read(&input, "-");
    for (int i = 1; more && i < options->inputs; i++)
        more = cli_input_read(&input, options->input[i]);
    cli_input_free(&input);
    return input.refused;
}

/* -- the end -------------------------------------------------------------- */

/* Whether all is as it should be. */
static bool is_fine(const struct run *run)
{
    uint32_t count = whosaid_checker_count(run->checker);

    for (uint32_t i = 0; i < count; i++) {
        whosaid_checked checked = whosaid_checker_at(run->checker, i);
        if (checked.verdict > run->options.accept ||
            checked.speaker == WHOSAID_SPEAKER_OTHER)
            return false;
    }
    return true;
}

static void say_changes(const whosaid_counts *counts)
{
    if (counts->guarded > 0) {
        cli_say(NULL,
                "%llu cell%s guarded with an apostrophe (--no-guard leaves "
                "it out)",
                (unsigned long long)counts->guarded,
                counts->guarded == 1 ? "" : "s");
    }
    if (counts->replaced > 0) {
        cli_say(NULL, "%llu byte%s replaced by U+FFFD in the output",
                (unsigned long long)counts->replaced,
                counts->replaced == 1 ? "" : "s");
    }
}

static int finish(struct run *run, size_t refused)
{
    const whosaid_sink sink = {cli_output_write, &run->output};
    whosaid_counts counts = {0, 0, 0, 0, 0, 0};

    if (run->stopped != CLI_DONE || run->sources == 0) {
        if (run->output.name != NULL)
            cli_say(run->output.name, "nothing written");
        cli_output_drop(&run->output);
        return run->stopped != CLI_DONE ? run->stopped : CLI_SOME_FAILED;
    }
    whosaid_status status =
        whosaid_checker_write(run->checker, &run->options.rows, &sink, &counts);
    if (status != WHOSAID_OK && status != WHOSAID_ERR_WRITE) {
        cli_say(run->output.name, "%s", whosaid_strstatus(status));
        cli_output_drop(&run->output);
        return CLI_NOT_WRITTEN;
    }
    if (!cli_output_close(&run->output)) /* tells of WRITE too */
        return CLI_NOT_WRITTEN;
    say_changes(&counts);
    if (refused > 0)
        return CLI_SOME_FAILED;
    return is_fine(run) ? CLI_DONE : CLI_FOUND;
}

static int answer(void)
{
    cli_output output;

    if (!cli_output_open(&output, NULL) || !cli_output_close(&output))
        return CLI_NOT_WRITTEN;
    return CLI_DONE;
}

int cli_check(int argc, char **argv)
{
    struct run run;

    memset(&run, 0, sizeof run);
    cli_request request = cli_checking_read(argc, argv, &run.options);
    if (request == CLI_ANSWERED)
        return answer();
    if (request == CLI_RUN && run.options.inputs == 1 &&
        (strcmp(run.options.input[0], "-") == 0 || isatty(STDIN_FILENO) == 1)) {
        cli_say(NULL, "check needs a draft and its sources");
        request = CLI_WRONG;
    }
    if (request == CLI_WRONG) {
        (void)fputs("whosaid: whosaid check --help lists what there is\n",
                    stderr);
        return CLI_USAGE;
    }
    if (!cli_output_open(&run.output, run.options.output))
        return CLI_NOT_WRITTEN;
    size_t refused = read_all(&run);
    int end = finish(&run, refused);
    whosaid_checker_free(run.checker);
    cli_records_free(&run.records);
    return end;
}
