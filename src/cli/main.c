/*
 * main.c - files in, rows out, exit status.
 *
 * Each text is read, analysed and written before the next is read. Standard
 * output carries nothing but the rows. The first row is written when the
 * first text has been read: when none can be, nothing is written.
 *
 * With corrections all texts are read and looked at first, and kept: which
 * quotation a row is for whose quote_id is gone hangs on all of them.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/check.h"
#include "cli/corrections.h"
#include "cli/diff.h"
#include "cli/input.h"
#include "cli/kept.h"
#include "cli/message.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/people.h"
#include "cli/progress.h"
#include "cli/record.h"
#include "cli/source.h"
#include "cli/weights.h"
#include "cli/xlsx.h"
#include "whosaid.h"

/* One run of the program. */
struct run {
    cli_options options;
    cli_output output;
    whosaid_sink sink;
    whosaid_writer *writer;           /* NULL until the first text */
    whosaid_people *people;           /* NULL: none */
    cli_xlsx *xlsx;                   /* NULL: no workbook */
    whosaid_corrections *corrections; /* NULL: none */
    cli_weights weights;              /* of the second reader */
    cli_kept kept;                    /* texts, with corrections */
    bool is_kept;                     /* all are; now they are written */
    int stopped;                      /* why no more is read, or CLI_DONE */
    size_t texts;                     /* written */
    cli_progress progress;
    cli_records records;  /* what is known of those of the input */
    uint64_t findings;    /* of --lint */
    uint64_t bad_bytes;   /* taken as separators */
    size_t bad_texts;     /* with such bytes */
    cli_met met;          /* encodings */
    size_t doubled_texts; /* '' stands for marks, and was not read */
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

/* Keep a text for when all have been seen. False: no more is read. */
static bool keep(struct run *run, const cli_record *record, cli_kept_kind kind)
{
    if (cli_kept_add(&run->kept, record, kind))
        return true;
    (void)stop(run, record->name, WHOSAID_ERR_NOMEM);
    return false;
}

/* Say in the rows that a text cannot be read, where they have room for it. */
static cli_taken note_refusal(struct run *run, const char *name,
                              const char *words)
{
    whosaid_format format = run->options.rows.format;
    whosaid_status status = WHOSAID_OK;

    const cli_record told = {
        .name = name, .bytes = words, .len = strlen(words) + 1};

    if (!writes_rows(run) ||
        (format != WHOSAID_FORMAT_JSONL && format != WHOSAID_FORMAT_REVIEW))
        return CLI_REFUSED;
    if (run->corrections != NULL && !run->is_kept)
        return keep(run, &told, CLI_KEPT_WORDS) ? CLI_REFUSED : CLI_STOP;
    status = open_rows(run);
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

/* Say that a text cannot be read, and where, and note it in the rows. With
 * corrections texts are read twice, and it is said the first time. */
static cli_taken refuse_text(void *ctx, const char *name, const char *place,
                             const char *words)
{
    struct run *run = ctx;

    if (run->is_kept)
        return note_refusal(run, name, words);
    cli_say(place, "%s", words);
    return run->corrections != NULL ? CLI_REFUSED
                                    : note_refusal(run, name, words);
}

/* Analyse a text. NULL when it cannot be: said so, and what became of it. */
static whosaid_doc *analyze(struct run *run, const cli_text *text,
                            cli_taken *taken)
{
    whosaid_options options = WHOSAID_OPTIONS_INIT;
    whosaid_doc *doc = NULL;

    options.quotes = run->options.quotes;
    options.page = text->page;
    options.reader = run->weights.reader;
    options.read_all = run->options.reading == CLI_READING_ALWAYS;
    whosaid_status status =
        whosaid_analyze(text->bytes, text->len, &options, &doc);
    if (status != WHOSAID_OK)
        *taken =
            refuse_text(run, text->name, text->name, whosaid_strstatus(status));
    return doc;
}

/* Let the corrections see a text. */
static cli_taken note_text(void *ctx, const cli_text *text)
{
    struct run *run = ctx;
    cli_taken taken = CLI_TAKEN;
    whosaid_doc *doc = analyze(run, text, &taken);

    if (doc == NULL)
        return taken;
    whosaid_status status = whosaid_corrections_note(
        run->corrections, text->name, strlen(text->name), doc,
        run->options.rows.all);
    whosaid_doc_free(doc);
    return status == WHOSAID_OK ? CLI_TAKEN : stop(run, text->name, status);
}

/* Analyse a text and write its rows. */
static cli_taken take_text(void *ctx, const cli_text *text)
{
    struct run *run = ctx;
    cli_taken taken = CLI_TAKEN;
    whosaid_doc *doc = analyze(run, text, &taken);

    if (doc == NULL)
        return taken;
    uint32_t bad = whosaid_bad_bytes(doc);
    run->bad_bytes += bad;
    run->bad_texts += bad != 0 ? 1 : 0;
    run->doubled_texts +=
        (whosaid_notes(doc) & WHOSAID_NOTE_DOUBLED) != 0 ? 1 : 0;
    whosaid_status status = write_text(run, text->name, doc);
    whosaid_doc_free(doc);
    run->texts++;
    return status == WHOSAID_OK ? CLI_TAKEN : stop(run, text->name, status);
}

/* An input, or a record of one, was read. With corrections it is kept, and read
 * again when all have been seen. */
static cli_taken after(struct run *run, const cli_record *record,
                       cli_kept_kind kind, cli_taken taken)
{
    if (run->corrections != NULL && !run->is_kept && taken != CLI_STOP &&
        !keep(run, record, kind))
        return CLI_STOP;
    if (!run->is_kept)
        cli_progress_step(&run->progress, record->len);
    if (run->options.line_buffered && taken != CLI_STOP &&
        !cli_output_flush(&run->output))
        return stop(run, record->name, WHOSAID_ERR_WRITE);
    return taken;
}

static cli_reader reader_of(struct run *run)
{
    bool first = run->corrections != NULL && !run->is_kept;

    return (cli_reader){first ? note_text : take_text, refuse_text, run};
}

static cli_taken take(void *ctx, const char *name, const char *bytes,
                      size_t len)
{
    struct run *run = ctx;
    cli_met again; /* what was told the first time */
    const cli_source source = {name,
                               bytes,
                               len,
                               run->options.lenient,
                               run->options.source == CLI_SOURCE_TEXT,
                               run->options.encoding,
                               run->is_kept ? &again : &run->met};
    const cli_record record = {.name = name, .bytes = bytes, .len = len};
    const cli_reader reader = reader_of(run);

    memset(&again, 0, sizeof again);

    return after(run, &record, CLI_KEPT_TEXT,
                 cli_source_read(&source, run->options.source, &reader));
}

static bool cuts(void *ctx, const char *name, cli_cut *cut)
{
    const struct run *run = ctx;

    return cli_source_cuts(run->options.source, name, cut);
}

static cli_taken take_record(void *ctx, const cli_record *record)
{
    struct run *run = ctx;
    const cli_reader reader = reader_of(run);

    return after(run, record, CLI_KEPT_RECORD,
                 cli_record_read(&run->records, record, &reader));
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

/* Write the rows of a text that was kept. */
static void write_one(struct run *run, const cli_kept_text *text)
{
    cli_record record = text->record;
    bool over = false; /* then no record of that input was kept behind it */

    record.over = &over;
    if (text->kind == CLI_KEPT_WORDS)
        (void)note_refusal(run, record.name, record.bytes);
    else if (text->kind == CLI_KEPT_RECORD)
        (void)take_record(run, &record);
    else
        (void)take(run, record.name, record.bytes, record.len);
}

/* Write the rows of the texts that were kept. */
static void write_kept(struct run *run)
{
    if (run->corrections == NULL || run->stopped != CLI_DONE)
        return;
    whosaid_corrections_settle(run->corrections);
    run->is_kept = true;
    for (const cli_kept_text *text = run->kept.first;
         text != NULL && run->stopped == CLI_DONE; text = text->next)
        write_one(run, text);
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
    whosaid_counts counts = {0, 0, 0, 0, 0, 0};

    if (run->bad_bytes > 0) {
        cli_say(NULL,
                "%llu byte%s not UTF-8 in %zu text%s, taken as separators",
                (unsigned long long)run->bad_bytes, plural(run->bad_bytes),
                run->bad_texts, plural(run->bad_texts));
    }
    cli_met_say(&run->met);
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

/* What there was, in one line. */
static void say_summary(const struct run *run)
{
    whosaid_counts counts = {0, 0, 0, 0, 0, 0};
    char speakers[64];

    if (!run->options.summary || run->writer == NULL)
        return;
    counts = whosaid_writer_counts(run->writer);
    (void)snprintf(speakers, sizeof speakers, "%llu speaker%s",
                   (unsigned long long)counts.speakers,
                   plural(counts.speakers));
    cli_say(NULL,
            "%llu document%s, %llu quotation%s, %s, %llu without a speaker, "
            "%llu cell%s guarded",
            (unsigned long long)counts.documents, plural(counts.documents),
            (unsigned long long)counts.rows, plural(counts.rows), speakers,
            (unsigned long long)(counts.rows - counts.attributed),
            (unsigned long long)counts.guarded, plural(counts.guarded));
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
    cli_corrections_say(run->options.corrections, run->corrections);
    say_summary(run);
    if (refused > 0)
        return CLI_SOME_FAILED;
    return run->findings > 0 ? CLI_FOUND : CLI_DONE;
}

/* Whether a file of people or corrections, or NULL, is not the output. Says so
 * when it is. */
static bool is_apart(struct run *run, const char *name)
{
    struct stat file;

    return name == NULL || stat(name, &file) != 0 ||
           !check_output(run, name, &file);
}

static int read_all(struct run *run)
{
    const cli_taker taker = {.take = take,
                             .admit = admit,
                             .ctx = run,
                             .refuse = refuse,
                             .wants = cli_source_is_name,
                             .patterns = &run->options.patterns,
                             .cuts = cuts,
                             .record = take_record};
    cli_input input;

    if (!cli_output_open(&run->output, run->options.output))
        return CLI_NOT_WRITTEN;
    run->sink.write = cli_output_write;
    run->sink.ctx = &run->output;
    run->records.asked = run->options.fields;
    run->records.lenient = run->options.lenient;
    cli_input_init(&input, &taker);
    cli_progress_begin(&run->progress, fileno(run->output.stream));
    bool more = is_apart(run, run->options.people) &&
                is_apart(run, run->options.files_from) &&
                is_apart(run, run->options.corrections);
    if (more && run->options.inputs == 0 && run->options.files_from == NULL)
        more = cli_input_read(&input, "-");
    for (int i = 0; more && i < run->options.inputs; i++)
        more = cli_input_read(&input, run->options.input[i]);
    if (more && run->options.files_from != NULL) {
        (void)cli_input_read_list(&input, run->options.files_from,
                                  run->options.null ? '\0' : '\n');
    }
    write_kept(run);
    cli_show_nothing();
    int end = finish(run, input.refused);
    whosaid_writer_free(run->writer);
    cli_kept_free(&run->kept);
    cli_records_free(&run->records);
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

/* Whether the people have no column that corrections add. Says so when. */
static bool columns_differ(const struct run *run)
{
    const char *theirs = NULL;
    const char *name = NULL;

    for (uint32_t i = 0;
         (theirs = whosaid_people_column(run->people, i)) != NULL; i++) {
        for (uint32_t k = 0;
             (name = whosaid_corrections_column(run->corrections, k)) != NULL;
             k++) {
            if (strcmp(theirs, name) == 0) {
                cli_say(run->options.people,
                        "has a column '%s', which --corrections adds", name);
                return false;
            }
        }
    }
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
    if (options->source == CLI_SOURCE_JSONL ||
        options->source == CLI_SOURCE_CSV) {
        cli_say(NULL, "-f brat writes one article's file, and records are "
                      "many");
        return false;
    }
    if (options->files_from != NULL) {
        cli_say(NULL, "-f brat writes one article's file, and does not go "
                      "with --files-from");
        return false;
    }
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

/* Read the people and corrections and look whether there are the columns asked
 * for, then all the inputs. */
static int go(struct run *run)
{
    const cli_options *options = &run->options;

    if (options->people != NULL &&
        !cli_people_read(options->people, &run->people))
        return CLI_USAGE;
    if (options->corrections != NULL &&
        !cli_corrections_read(options->corrections, &run->corrections))
        return CLI_USAGE;
    run->options.rows.people = run->people;
    run->options.rows.corrections = run->corrections;
    if (!columns_differ(run))
        return CLI_USAGE;
    if (!cli_columns_check(options->rows.columns, &options->rows))
        return say_help();
    if (!check_single(run))
        return CLI_USAGE;
    if (writes_rows(run) && options->rows.format == WHOSAID_FORMAT_CELLS &&
        !cli_xlsx_may(options))
        return CLI_USAGE;
    if (options->inputs == 0 && options->files_from == NULL &&
        isatty(STDIN_FILENO) == 1) {
        cli_usage(stderr);
        return CLI_USAGE;
    }
    if (!cli_weights_open(options, &run->weights))
        return CLI_USAGE;
    int end = read_all(run);
    cli_weights_close(&run->weights);
    return end;
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
    int end = run.options.diff ? cli_diff(&run.options) : go(&run);
    whosaid_people_free(run.people);
    whosaid_corrections_free(run.corrections);
    return end;
}
