/*
 * corrections.c - the file of rows that a person went through.
 */
#include "cli/corrections.h"

#include <stdio.h>
#include <stdlib.h>

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
    case WHOSAID_FIT_UNREAD: /* told for the document */
        break;
    }
    return NULL;
}

/* Tell of the documents that were not read: each once, with its rows. Returns
 * how many rows that are. */
static uint32_t say_unread(const char *name,
                           const whosaid_corrections *corrections)
{
    uint32_t count = whosaid_correction_count(corrections);
    uint32_t *rows = calloc((size_t)count + 1, sizeof *rows); /* of document */
    uint32_t documents = 0;
    uint32_t all = 0;
    char document[512];
    char shown[1024];

    for (uint32_t i = 0; i < count; i++) {
        whosaid_correction row = whosaid_correction_at(corrections, i);

        if (row.fit != WHOSAID_FIT_UNREAD)
            continue;
        all++;
        if (rows != NULL)
            documents += rows[row.first]++ == 0;
    }
    uint32_t left = documents;
    for (uint32_t i = 0; left > 0 && i < count; i++) {
        whosaid_correction row = whosaid_correction_at(corrections, i);

        if (rows[i] == 0)
            continue;
        if (documents - left == MOST_TOLD) {
            cli_say(name, "and rows of %u more documents that were not read",
                    (unsigned)left);
            break;
        }
        left--;
        (void)snprintf(document, sizeof document, "%.*s",
                       (int)(row.document_len < sizeof document
                                 ? row.document_len
                                 : sizeof document - 1),
                       row.document);
        cli_say(name, "%u row%s of %s, which was not read this time",
                (unsigned)rows[i], rows[i] == 1 ? "" : "s",
                cli_printable(document, shown, sizeof shown));
    }
    free(rows);
    return all;
}

void cli_corrections_say(const char *name,
                         const whosaid_corrections *corrections)
{
    uint32_t count = whosaid_correction_count(corrections);
    uint32_t told = 0;
    uint32_t by_words = 0;
    char shown[1024];
    char place[1056];

    for (uint32_t i = 0; i < count; i++) {
        whosaid_correction row = whosaid_correction_at(corrections, i);
        const char *words = trouble(row.fit);

        by_words +=
            row.fit == WHOSAID_FIT_DOCUMENT || row.fit == WHOSAID_FIT_WORDS;
        told += words != NULL ? 1 : 0;
        if (words == NULL || told > MOST_TOLD)
            continue;
        (void)snprintf(place, sizeof place, "%s:%zu",
                       cli_printable(name, shown, sizeof shown), row.line);
        cli_say(place, "%s", words);
    }
    uint32_t lost = told + say_unread(name, corrections);
    if (by_words > 0) {
        cli_say(name, "%u row%s found again by the words only",
                (unsigned)by_words, by_words == 1 ? "" : "s");
    }
    if (lost > 0) {
        cli_say(name, "%u of %u row%s not used%s", (unsigned)lost,
                (unsigned)count, count == 1 ? "" : "s",
                told > MOST_TOLD ? "; the first of them are told" : "");
    }
}
