/*
 * corrections.c - the file of rows that a person went through.
 */
#include "cli/corrections.h"

#include <stdio.h>

#include "cli/message.h"
#include "cli/table.h"

#define MOST_TOLD 20 /* rows, each by its line */

/* ctx is where the table goes. */
static whosaid_status read_corrections(void *ctx, const char *bytes, size_t len,
                                       whosaid_table_error *error)
{
    whosaid_corrections **corrections = ctx;

    return whosaid_corrections_read(bytes, len, NULL, corrections, error);
}

bool cli_corrections_read(const char *name, whosaid_corrections **corrections)
{
    *corrections = NULL;
    return cli_table_read(name, read_corrections, corrections);
}

/* What is wrong with how a row fits; NULL: nothing. */
static const char *trouble(whosaid_fit fit)
{
    switch (fit) {
    case WHOSAID_FIT_ID:
    case WHOSAID_FIT_DOCUMENT:
    case WHOSAID_FIT_WORDS:
    case WHOSAID_FIT_SAME:
        break;
    case WHOSAID_FIT_NONE:
        return "fits no quotation any more";
    case WHOSAID_FIT_AMBIGUOUS:
        return "its quote_id is gone, and its words do not tell which "
               "quotation it is for";
    case WHOSAID_FIT_REPEATED:
        return "a second row for this quote_id, not used";
    }
    return NULL;
}

void cli_corrections_say(const char *name,
                         const whosaid_corrections *corrections)
{
    uint32_t count = whosaid_correction_count(corrections);
    uint32_t lost = 0;
    uint32_t by_words = 0;
    char shown[1024];
    char place[1056];

    for (uint32_t i = 0; i < count; i++) {
        whosaid_correction row = whosaid_correction_at(corrections, i);
        const char *words = trouble(row.fit);

        by_words +=
            row.fit == WHOSAID_FIT_DOCUMENT || row.fit == WHOSAID_FIT_WORDS;
        lost += words != NULL;
        if (words == NULL || lost > MOST_TOLD)
            continue;
        (void)snprintf(place, sizeof place, "%s:%zu",
                       cli_printable(name, shown, sizeof shown), row.line);
        cli_say(place, "%s", words);
    }
    if (by_words > 0) {
        cli_say(name, "%u row%s found again by the words only",
                (unsigned)by_words, by_words == 1 ? "" : "s");
    }
    if (lost > 0) {
        cli_say(name, "%u of %u row%s not used%s", (unsigned)lost,
                (unsigned)count, count == 1 ? "" : "s",
                lost > MOST_TOLD ? "; the first of them are told" : "");
    }
}
