/*
 * people.c - the file of people that are known.
 */
#include "cli/people.h"

#include <stdio.h>

#include "cli/message.h"
#include "cli/table.h"

/* ctx is where the table goes. */
static whosaid_status read_people(void *ctx, const char *bytes, size_t len,
                                  whosaid_table_error *error)
{
    whosaid_people **people = ctx;

    return whosaid_people_read(bytes, len, NULL, people, error);
}

bool cli_people_read(const char *name, whosaid_people **people)
{
    *people = NULL;
    return cli_table_read(name, read_people, people);
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
