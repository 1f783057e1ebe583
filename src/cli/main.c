/*
 * main.c - files in, rows out, exit status.
 *
 * Each text is read, analysed and written before the next is read. Standard
 * output carries nothing but the rows. The first row is written when the
 * first text has been read: when none can be, nothing is written.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/check.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/people.h"
#include "cli/source.h"
#include "cli/xlsx.h"
#include "whosaid.h"

/* One run of the program. */
struct run {
    cli_options options;
    cli_output output;
    whosaid_sink sink;
    whosaid_writer *writer; /* NULL until the first text */
    whosaid_people *people; /* NULL: none */
    cli_xlsx *xlsx;         /* NULL: no workbook */
    int stopped;            /* why no more is read, or CLI_DONE */
    size_t texts;           /* written */
    uint64_t findings;      /* of --lint */
    uint64_t bad_bytes;     /* taken as separators */
    size_t bad_texts;       /* with such bytes */
    size_t doubled_texts;   /* '' stands for marks, and was not read */
};

/* -- rows ----------------------------------------------------------------- */

/* The first row, or the first failure that has a row: the file opens. */
static whosaid_status open_rows(struct run *run)
{
    whosaid_row_options rows = run->options.rows;

    if (run->writer != NULL)
        return WHOSAID_OK;
    if (rows.format == WHOSAID_FORMAT_CELLS) {
        run->xlsx = cli_xlsx_open(&run->options, &run->output, &rows);
        if (run->xlsx == NULL)
            return WHOSAID_ERR_WRITE;
    }
    return whosaid_writer_new(&rows, &run->sink, NULL, &run->writer);
}

static cli_taken stop(struct run *run, const char *name, whosaid_status status)
{
    if (status != WHOSAID_ERR_WRITE) /* that is told on closing */
        cli_say(name, "%s", whosaid_strstatus(status));
    run->stopped = CLI_NOT_WRITTEN;
    return CLI_STOP;
}

static bool writes_rows(const struct run *run)
{
    const cli_options *options = &run->options;

    return !options->lint && !options->explain && !options->dump;
}

/* Say in the rows that a text cannot be read, where they have room for it. */
static cli_taken note_refusal(struct run *run, const char *name,
                              const char *words)
{
    whosaid_format format = run->options.rows.format;

    if (!writes_rows(run) ||
        (format != WHOSAID_FORMAT_JSONL && format != WHOSAID_FORMAT_REVIEW))
        return CLI_REFUSED;
    whosaid_status status = open_rows(run);
    if (status == WHOSAID_OK)
        status = whosaid_writer_failed(run->writer, name, strlen(name), words);
    return status == WHOSAID_OK ? CLI_REFUSED : stop(run, name, status);
}

static cli_taken refuse(void *ctx, const char *name, const char *words)
{
    cli_say(name, "%s", words);
    return note_refusal(ctx, name, words);
}

/* -- texts ---------------------------------------------------------------- */

/* FILE:LINE:COLUMN: what is wrong [code] */
static whosaid_status write_findings(struct run *run, const char *name,
                                     const whosaid_doc *doc)
{
    char shown[1024];
    char words[WHOSAID_WORDS_MAX];
    char line[sizeof shown + sizeof words + 64];
    whosaid_report *report = NULL;
    whosaid_status status = whosaid_lint(doc, NULL, &report);

    (void)cli_printable(name, shown, sizeof shown);
    for (uint32_t i = 0;
         status == WHOSAID_OK && i < whosaid_finding_count(report); i++) {
        const whosaid_finding *finding = whosaid_finding_at(report, i);
        int n = snprintf(line, sizeof line, "%s:%u:%u: %s [%s]\n", shown,
                         (unsigned)finding->line, (unsigned)finding->column,
                         whosaid_finding_words(report, i, words),
                         whosaid_strfault(finding->fault));
        if (n < 0 || !run->sink.write(run->sink.ctx, line, (size_t)n))
            status = WHOSAID_ERR_WRITE;
        run->findings++;
    }
    whosaid_report_free(report);
    return status;
}

static whosaid_status write_text(struct run *run, const char *name,
                                 const whosaid_doc *doc)
{
    if (run->options.lint)
        return write_findings(run, name, doc);
    if (run->options.explain)
        return whosaid_explain(doc, name, strlen(name), &run->sink);
    if (run->options.dump)
        return whosaid_dump_candidates(doc, name, strlen(name), &run->sink);
    whosaid_status status = open_rows(run);
    if (status == WHOSAID_OK)
        status = whosaid_writer_add(run->writer, name, strlen(name), doc);
    return status;
}

/* Analyse one text and write its rows. */
static cli_taken take_text(void *ctx, const cli_text *text)
{
    struct run *run = ctx;
    whosaid_options options = WHOSAID_OPTIONS_INIT;
    whosaid_doc *doc = NULL;

    options.quotes = run->options.quotes;
    options.page = text->page;
    whosaid_status status =
        whosaid_analyze(text->bytes, text->len, &options, &doc);
    if (status != WHOSAID_OK)
        return refuse(run, text->name, whosaid_strstatus(status));
    uint32_t bad = whosaid_bad_bytes(doc);
    run->bad_bytes += bad;
    run->bad_texts += bad != 0 ? 1 : 0;
    run->doubled_texts +=
        (whosaid_notes(doc) & WHOSAID_NOTE_DOUBLED) != 0 ? 1 : 0;
    status = write_text(run, text->name, doc);
    whosaid_doc_free(doc);
    run->texts++;
    return status == WHOSAID_OK ? CLI_TAKEN : stop(run, text->name, status);
}

/* Say that a text cannot be read, and where, and note it in the rows. */
static cli_taken refuse_text(void *ctx, const char *name, const char *place,
                             const char *words)
{
    cli_say(place, "%s", words);
    return note_refusal(ctx, name, words);
}

static cli_taken take(void *ctx, const char *name, const char *bytes,
                      size_t len)
{
    struct run *run = ctx;
    const cli_source source = {name, bytes, len, run->options.lenient};
    const cli_reader reader = {take_text, refuse_text, run};

    return cli_source_read(&source, run->options.source, &reader);
}

static const char is_output[] = "is the output, so it is not read";

/* Whether a file is the output. Says so when it is; when that was asked for by
 * name, nothing is read at all. */
static bool check_output(struct run *run, const char *name,
                         const struct stat *file)
{
    if (!cli_output_is(&run->output, file))
        return false;
    cli_say(name, "%s", is_output);
    if (run->output.name != NULL)
        run->stopped = CLI_USAGE;
    return true;
}

static cli_taken admit(void *ctx, const char *name, const struct stat *file)
{
    struct run *run = ctx;

    if (!check_output(run, name, file))
        return CLI_TAKEN;
    return run->stopped != 0 ? CLI_STOP : note_refusal(run, name, is_output);
}

/* -- the run -------------------------------------------------------------- */

static const char *plural(uint64_t count)
{
    return count == 1 ? "" : "s";
}

/* What was changed or passed over on the way: nothing is, silently. */
static void say_changes(const struct run *run)
{
    whosaid_counts counts = {0, 0, 0, 0, 0};

    if (run->bad_bytes > 0) {
        cli_say(NULL,
                "%llu byte%s not UTF-8 in %zu text%s, taken as separators",
                (unsigned long long)run->bad_bytes, plural(run->bad_bytes),
                run->bad_texts, plural(run->bad_texts));
    }
    if (run->doubled_texts > 0) {
        cli_say(NULL,
                "%zu text%s with two apostrophes for quotation marks, which "
                "are not read (--quote-style doubled reads them)",
                run->doubled_texts, plural(run->doubled_texts));
    }
    if (run->writer != NULL)
        counts = whosaid_writer_counts(run->writer);
    if (counts.guarded > 0) {
        cli_say(NULL,
                "%llu cell%s guarded with an apostrophe (--no-guard leaves "
                "it out)",
                (unsigned long long)counts.guarded, plural(counts.guarded));
    }
    if (counts.replaced > 0) {
        cli_say(NULL, "%llu byte%s replaced by U+FFFD in the output",
                (unsigned long long)counts.replaced, plural(counts.replaced));
    }
}

/* Give up what was written: the output is as it was before. */
static void drop(struct run *run)
{
    cli_xlsx_free(run->xlsx);
    run->xlsx = NULL;
    cli_output_drop(&run->output);
}

/* Write what the rows close with. False when that fails: said so. */
static bool end_rows(struct run *run)
{
    if (run->writer == NULL)
        return true;
    if (whosaid_writer_close(run->writer) == WHOSAID_ERR_NOMEM) {
        cli_say(run->output.name, "%s", whosaid_strstatus(WHOSAID_ERR_NOMEM));
        return false;
    }
    whosaid_counts counts = whosaid_writer_counts(run->writer);
    return run->xlsx == NULL || cli_xlsx_close(run->xlsx, &counts);
}

static int finish(struct run *run, size_t refused)
{
    if (run->stopped == CLI_USAGE ||
        (run->stopped == 0 && run->texts == 0 && run->writer == NULL)) {
        if (run->output.name != NULL)
            cli_say(run->output.name, "nothing written");
        drop(run);
        return run->stopped == CLI_USAGE ? CLI_USAGE : CLI_SOME_FAILED;
    }
    if (run->stopped == CLI_NOT_WRITTEN && run->output.error == 0) {
        drop(run);
        return CLI_NOT_WRITTEN;
    }
    if (!end_rows(run)) {
        drop(run);
        return CLI_NOT_WRITTEN;
    }
    cli_xlsx_free(run->xlsx);
    run->xlsx = NULL;
    if (!cli_output_close(&run->output))
        return CLI_NOT_WRITTEN;
    say_changes(run);
    cli_people_say(run->options.people, run->writer);
    if (refused > 0)
        return CLI_SOME_FAILED;
    return run->findings > 0 ? CLI_FOUND : CLI_DONE;
}

/* Whether the file of people is not the output. Says so when it is. */
static bool admit_people(struct run *run)
{
    struct stat file;

    return run->options.people == NULL ||
           stat(run->options.people, &file) != 0 ||
           !check_output(run, run->options.people, &file);
}

static int read_all(struct run *run)
{
    const cli_taker taker = {take, admit, run, refuse, cli_source_is_name};
    cli_input input;

    if (!cli_output_open(&run->output, run->options.output))
        return CLI_NOT_WRITTEN;
    run->sink.write = cli_output_write;
    run->sink.ctx = &run->output;
    cli_input_init(&input, &taker);
    bool more = admit_people(run);
    if (more && run->options.inputs == 0)
        more = cli_input_read(&input, "-");
    for (int i = 0; more && i < run->options.inputs; i++)
        more = cli_input_read(&input, run->options.input[i]);
    int end = finish(run, input.refused);
    whosaid_writer_free(run->writer);
    cli_input_free(&input);
    return end;
}

static int say_help(void)
{
    (void)fputs("whosaid: whosaid --help lists what there is\n", stderr);
    return CLI_USAGE;
}

/* Take the three standard descriptors when they were closed, lest a file that
 * we open gets one and messages or rows end up in it. They are opened the
 * wrong way round, so that using them is an error. */
static bool fill_standard(void)
{
    static const int mode[] = {O_WRONLY, O_RDONLY, O_RDONLY};

    for (int i = 0; i < 3; i++)
        if (fcntl(i, F_GETFD) == -1 && open("/dev/null", mode[i]) != i)
            return false;
    return true;
}

/* Whether there is one article, where the format's file holds no more. Says
 * so when not. */
static bool check_single(const struct run *run)
{
    const cli_options *options = &run->options;
    struct stat file;

    if (!writes_rows(run) || options->rows.format != WHOSAID_FORMAT_BRAT)
        return true;
    if (options->inputs > 1) {
        cli_say(NULL,
                "-f brat writes one article's file: give one FILE, not "
                "%d",
                options->inputs);
        return false;
    }
    if (options->inputs == 1 && stat(options->input[0], &file) == 0 &&
        S_ISDIR(file.st_mode)) {
        cli_say(options->input[0],
                "is a folder, and -f brat writes one article's file");
        return false;
    }
    return true;
}

/* Read the people and look whether there are the columns asked for, then all
 * the inputs. */
static int go(struct run *run)
{
    const cli_options *options = &run->options;

    if (options->people != NULL &&
        !cli_people_read(options->people, &run->people))
        return CLI_USAGE;
    run->options.rows.people = run->people;
    if (!cli_columns_check(options->rows.columns, run->people))
        return say_help();
    if (!check_single(run))
        return CLI_USAGE;
    if (writes_rows(run) && options->rows.format == WHOSAID_FORMAT_CELLS &&
        !cli_xlsx_may(options))
        return CLI_USAGE;
    if (options->inputs == 0 && isatty(STDIN_FILENO) == 1) {
        cli_usage(stderr);
        return CLI_USAGE;
    }
    return read_all(run);
}

int main(int argc, char **argv)
{
    struct run run;
    cli_output answer;

    if (!fill_standard())
        return CLI_NOT_WRITTEN;
    (void)signal(SIGXFSZ, SIG_IGN); /* so that too long a file is an error */
    if (argc > 1 && strcmp(argv[1], "check") == 0)
        return cli_check(argc - 1, argv + 1);
    memset(&run, 0, sizeof run);
    cli_request request = cli_options_read(argc, argv, &run.options);
    if (request == CLI_ANSWERED) {
        if (!cli_output_open(&answer, NULL) || !cli_output_close(&answer))
            return CLI_NOT_WRITTEN;
        return CLI_DONE;
    }
    if (request == CLI_WRONG)
        return say_help();
    int end = go(&run);
    whosaid_people_free(run.people);
    return end;
}
