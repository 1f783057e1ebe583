/*
 * check.c - whosaid check DRAFT SOURCE...: quotations against their sources.
 *
 * The draft is read first, then each source in turn; the rows are written at
 * the end, when the best of all sources is known. A source that cannot be read
 * is told and counted, and the rest goes on.
 */
#include "cli/check.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/checking.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/output.h"

struct run {
    cli_checking options;
    cli_output output;
    whosaid_checker *checker; /* NULL until the draft is read */
    size_t sources;           /* read */
    int stopped;              /* why no more is read, or CLI_DONE */
};

/* Whether a text is UTF-8, or need not be. Says so when not. */
static bool check_utf8(const struct run *run, const char *name,
                       const char *bytes, size_t len)
{
    char shown[1024];
    char place[1056];
    size_t at = 0;
    size_t line = 0;

    if (run->options.lenient || whosaid_utf8_check(bytes, len, &at, &line))
        return true;
    (void)snprintf(place, sizeof place, "%s:%zu",
                   cli_printable(name, shown, sizeof shown), line);
    cli_say(place,
            "byte %zu: not UTF-8 (0x%02x); try --lenient, or convert it with "
            "iconv",
            at, (unsigned)(unsigned char)bytes[at]);
    return false;
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

static cli_taken take_draft(void *ctx, const char *name, const char *bytes,
                            size_t len)
{
    struct run *run = ctx;
    whosaid_check_options options = WHOSAID_CHECK_OPTIONS_INIT;
    whosaid_table_error error = {"", 0, 0, 0};

    if (run->checker != NULL) {
        cli_say(name, "a draft is one file");
        run->stopped = CLI_USAGE;
        return CLI_STOP;
    }
    if (!check_utf8(run, name, bytes, len))
        return CLI_REFUSED;
    options.offsets = run->options.rows.offsets;
    options.quotes = run->options.quotes;
    options.table = is_table_name(name);
    whosaid_status status =
        whosaid_checker_new(bytes, len, &options, &run->checker, &error);
    if (status == WHOSAID_OK)
        return CLI_TAKEN;
    if (status != WHOSAID_ERR_TABLE) {
        cli_say(name, "%s", whosaid_strstatus(status));
        return CLI_REFUSED;
    }
    say_table(name, &error);
    run->stopped = CLI_USAGE;
    return CLI_STOP;
}

static cli_taken take_source(void *ctx, const char *name, const char *bytes,
                             size_t len)
{
    struct run *run = ctx;

    if (!check_utf8(run, name, bytes, len))
        return CLI_REFUSED;
    whosaid_status status =
        whosaid_checker_add(run->checker, name, strlen(name), bytes, len);
    if (status != WHOSAID_OK) {
        cli_say(name, "%s", whosaid_strstatus(status));
        return CLI_REFUSED;
    }
    run->sources++;
    return CLI_TAKEN;
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
    const cli_taker source = {.take = take_source, .admit = admit, .ctx = run};
    const cli_checking *options = &run->options;
    cli_input input;

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
    return end;
}
