/*
 * diff.c - the command diff: what changed between two runs; of one run, what
 * a saying became from article to article.
 */
#include "cli/diff.h"

#include <stdio.h>
#include <string.h>

#include "cli/message.h"
#include "cli/output.h"
#include "cli/table.h"

enum { OLD, NEW };

/* ctx is where the sheet goes. */
static whosaid_status read_sheet(void *ctx, const char *bytes, size_t len,
                                 whosaid_table_error *error)
{
    whosaid_sheet **sheet = ctx;

    return whosaid_sheet_read(bytes, len, NULL, sheet, error);
}

static bool has_column(const whosaid_sheet *sheet, const char *name, size_t len)
{
    const char *other = NULL;

    for (uint32_t i = 0; (other = whosaid_sheet_column(sheet, i)) != NULL; i++)
        if (strlen(other) == len && memcmp(other, name, len) == 0)
            return true;
    return false;
}

/* Whether both files have the columns "a,b,c". Says so when not. */
static bool check_columns(const cli_options *options,
                          whosaid_sheet *const sheet[2])
{
    const char *names = options->rows.columns;
    char name[64];
    char shown[128];

    while (names != NULL) {
        size_t len = strcspn(names, ",");

        for (int side = OLD; side <= NEW; side++) {
            if (has_column(sheet[side], names, len))
                continue;
            (void)snprintf(name, sizeof name, "%.*s",
                           (int)(len < sizeof name ? len : sizeof name - 1),
                           names);
            cli_say(options->input[side], "no column '%s'",
                    cli_printable(name, shown, sizeof shown));
            return false;
        }
        names = names[len] == ',' ? names + len + 1 : NULL;
    }
    return true;
}

/* Say what was passed over. */
static void say(const cli_options *options,
                const whosaid_differences *differences)
{
    for (int side = OLD; side <= NEW; side++) {
        unsigned columns = (unsigned)differences->columns[side];

        if (columns > 0)
            cli_say(options->input[side],
                    "%u column%s that the other file has not, not compared",
                    columns, columns == 1 ? "" : "s");
    }
    if (options->summary) {
        cli_say(NULL,
                "%llu row%s changed, %llu moved, %llu added, %llu gone, "
                "%llu the same",
                (unsigned long long)differences->changed,
                differences->changed == 1 ? "" : "s",
                (unsigned long long)differences->moved,
                (unsigned long long)differences->added,
                (unsigned long long)differences->gone,
                (unsigned long long)differences->same);
    }
}

/* Whether the output is none of the files. Says so when it is. */
static bool is_apart(const cli_options *options, const cli_output *output)
{
    struct stat file;

    for (int side = OLD; side < options->inputs; side++) {
        if (stat(options->input[side], &file) == 0 &&
            cli_output_is(output, &file)) {
            cli_say(options->input[side], "is the output, so it is not read");
            return false;
        }
    }
    return true;
}

/* Open the output, where it is none of the inputs. */
static int open_apart(const cli_options *options, cli_output *output)
{
    if (!cli_output_open(output, options->output))
        return CLI_NOT_WRITTEN;
    if (is_apart(options, output))
        return CLI_DONE;
    cli_output_drop(output);
    return CLI_USAGE;
}

/* Close the output, or drop it and say what failed. */
static int close_as(whosaid_status status, cli_output *output)
{
    if (status != WHOSAID_OK && status != WHOSAID_ERR_WRITE) {
        cli_say(NULL, "%s", whosaid_strstatus(status));
        cli_output_drop(output);
        return status == WHOSAID_ERR_ARGUMENT ? CLI_USAGE : CLI_NOT_WRITTEN;
    }
    return cli_output_close(output) ? CLI_DONE : CLI_NOT_WRITTEN;
}

static int compare(const cli_options *options, whosaid_sheet *const sheet[2])
{
    whosaid_differences differences;
    cli_output output;

    if (!check_columns(options, sheet))
        return CLI_USAGE;
    int end = open_apart(options, &output);
    if (end != CLI_DONE)
        return end;
    const whosaid_sink sink = {cli_output_write, &output};
    whosaid_status status = whosaid_diff(sheet[OLD], sheet[NEW], &options->rows,
                                         &sink, NULL, &differences);
    end = close_as(status, &output);
    if (end != CLI_DONE)
        return end;
    say(options, &differences);
    return differences.changed + differences.moved + differences.added +
                       differences.gone >
                   0
               ? CLI_FOUND
               : CLI_DONE;
}

/* Whether the rows of one run can be compared among themselves. Says so when
 * not. */
static bool check_groups(const cli_options *options, const whosaid_sheet *sheet)
{
    static const char *const needed[] = {"group", "quote"};

    if (options->rows.columns != NULL) {
        cli_say(NULL, "--columns does not go with diff of one file");
        return false;
    }
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        if (!has_column(sheet, needed[i], strlen(needed[i]))) {
            cli_say(options->input[0], "no column '%s'", needed[i]);
            return false;
        }
    }
    return true;
}

/* Compare the rows of each group with its first. */
static int compare_groups(const cli_options *options,
                          const whosaid_sheet *sheet)
{
    uint64_t found = 0;
    cli_output output;

    if (!check_groups(options, sheet))
        return CLI_USAGE;
    int end = open_apart(options, &output);
    if (end != CLI_DONE)
        return end;
    const whosaid_sink sink = {cli_output_write, &output};
    whosaid_status status =
        whosaid_diff_groups(sheet, &options->rows, &sink, NULL, &found);
    end = close_as(status, &output);
    if (end != CLI_DONE)
        return end;
    if (options->summary)
        cli_say(NULL, "%llu row%s unlike the first of the group",
                (unsigned long long)found, found == 1 ? "" : "s");
    return found > 0 ? CLI_FOUND : CLI_DONE;
}

int cli_diff(const cli_options *options)
{
    whosaid_sheet *sheet[2] = {NULL, NULL};
    int end = CLI_SOME_FAILED;

    if (options->inputs != 1 && options->inputs != 2) {
        cli_say(NULL, "diff takes two files: whosaid diff OLD.csv NEW.csv; or "
                      "one, whose groups it compares");
        return CLI_USAGE;
    }
    if (options->inputs == 1) {
        if (cli_table_read(options->input[OLD], read_sheet, &sheet[OLD]))
            end = compare_groups(options, sheet[OLD]);
        whosaid_sheet_free(sheet[OLD]);
        return end;
    }
    if (cli_table_read(options->input[OLD], read_sheet, &sheet[OLD]) &&
        cli_table_read(options->input[NEW], read_sheet, &sheet[NEW]))
        end = compare(options, sheet);
    for (int side = OLD; side <= NEW; side++)
        whosaid_sheet_free(sheet[side]);
    return end;
}
