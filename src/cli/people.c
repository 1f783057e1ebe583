/*
 * people.c - the file of people that are known.
 *
 * It is read as every input is, before any output is touched.
 */
#include "cli/people.h"

#include <errno.h>
#include <stdio.h>

#include "cli/input.h"
#include "cli/message.h"

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

/* ctx is where the table goes. */
static cli_taken take(void *ctx, const char *name, const char *bytes,
                      size_t len)
{
    whosaid_people **people = ctx;
    whosaid_table_error error = {"", 0, 0, 0};
    whosaid_status status =
        whosaid_people_read(bytes, len, NULL, people, &error);

    if (status == WHOSAID_OK)
        return CLI_TAKEN;
    if (status == WHOSAID_ERR_TABLE)
        say_wrong(name, bytes, &error);
    else
        cli_say(name, "%s", whosaid_strstatus(status));
    return CLI_REFUSED;
}

static cli_taken admit(void *ctx, const char *name, const struct stat *file)
{
    (void)ctx;
    (void)name;
    (void)file;
    return CLI_TAKEN;
}

bool cli_people_read(const char *name, whosaid_people **people)
{
    const cli_taker taker = {take, admit, people, NULL};
    cli_input input;
    struct stat file;

    *people = NULL;
    if (stat(name, &file) == 0 && S_ISDIR(file.st_mode)) {
        cli_say_error(name, "cannot read", EISDIR);
        return false;
    }
    cli_input_init(&input, &taker);
    (void)cli_input_read(&input, name); /* what was refused is told */
    cli_input_free(&input);
    return *people != NULL;
}

void cli_people_say(const char *name, const whosaid_writer *writer)
{
    whosaid_ambiguous found;

    for (uint32_t i = 0; whosaid_writer_ambiguous(writer, i, &found); i++) {
        char words[256];
        char shown[512];
        int len = found.name_len < sizeof words ? (int)found.name_len
                                                : (int)sizeof words - 1;

        if (found.rows == 0)
            continue;
        (void)snprintf(words, sizeof words, "%.*s", len, found.name);
        cli_say(name,
                "'%s' is ambiguous: %u people, the first in lines %u and %u; "
                "%llu row%s left as in the text",
                cli_printable(words, shown, sizeof shown),
                (unsigned)found.people, (unsigned)found.line[0],
                (unsigned)found.line[1], (unsigned long long)found.rows,
                found.rows == 1 ? "" : "s");
    }
}
