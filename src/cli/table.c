/*
 * table.c - a file that holds a table: people, corrections, an earlier run.
 *
 * It is read as every input is, before any output is touched.
 */
#include "cli/table.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/input.h"
#include "cli/message.h"
#include "cli/workbook.h"

struct table {
    cli_table_reader reader;
    void *ctx;
    bool is_read;
};

/* Say what is wrong with a file, and where. */
static void say_wrong(const char *name, const char *bytes,
                      const whosaid_table_error *error)
{
    char shown[1024];
    char place[1056];
    char words[64];
    char printable[80];

    (void)snprintf(place, sizeof place, "%s:%zu",
                   cli_printable(name, shown, sizeof shown), error->line);
    if (error->len == 0) {
        cli_say(place, "byte %zu: %s", error->at, error->words);
        return;
    }
    size_t len = error->len < sizeof words ? error->len : sizeof words - 1;
    (void)snprintf(words, sizeof words, "%.*s", (int)len, bytes + error->at);
    cli_say(place, "byte %zu: %s: '%s'", error->at, error->words,
            cli_printable(words, printable, sizeof printable));
}

static cli_taken take(void *ctx, const char *name, const char *bytes,
                      size_t len)
{
    struct table *table = ctx;
    whosaid_table_error error = {"", 0, 0, 0};
    const char *words = NULL;
    char *csv = NULL;

    if (cli_workbook_is(bytes, len)) {
        csv = cli_workbook_csv(bytes, len, &len, &words);
        if (csv == NULL) {
            cli_say(name, "%s", words);
            return CLI_REFUSED;
        }
        bytes = csv;
    }
    whosaid_status status = table->reader(table->ctx, bytes, len, &error);
    table->is_read = status == WHOSAID_OK;
    if (status == WHOSAID_ERR_TABLE)
        say_wrong(name, bytes, &error);
    else if (status != WHOSAID_OK)
        cli_say(name, "%s", whosaid_strstatus(status));
    free(csv);
    return status == WHOSAID_OK ? CLI_TAKEN : CLI_REFUSED;
}

static cli_taken admit(void *ctx, const char *name, const struct stat *file)
{
    (void)ctx;
    (void)name;
    (void)file;
    return CLI_TAKEN;
}

bool cli_table_read(const char *name, cli_table_reader reader, void *ctx)
{
    struct table table = {reader, ctx, false};
    const cli_taker taker = {.take = take, .admit = admit, .ctx = &table};
    cli_input input;
    struct stat file;

    if (stat(name, &file) == 0 && S_ISDIR(file.st_mode)) {
        cli_say_error(name, "cannot read", EISDIR);
        return false;
    }
    cli_input_init(&input, &taker);
    (void)cli_input_read(&input, name); /* what was refused is told */
    cli_input_free(&input);
    return table.is_read;
}
