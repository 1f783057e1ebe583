/*
 * cut.c - where the records of an input end.
 *
 * In CSV a quote opens only where a cell begins. What parts cells is the one
 * of , ; TAB that the first line has most of outside quotes.
 */
#include "cli/cut.h"

#include <string.h>

enum { BEGIN = 0, PLAIN, QUOTED, BEHIND_QUOTE };

static const char partings[3] = {',', ';', '\t'};

static bool parts(cli_cut *cut, char byte)
{
    if (cut->parting != 0)
        return byte == cut->parting;
    for (size_t i = 0; i < sizeof partings; i++) {
        if (byte == partings[i]) {
            cut->count[i]++;
            return true;
        }
    }
    return false;
}

/* The first line is over. */
static void choose_parting(cli_cut *cut)
{
    size_t best = 0;

    for (size_t i = 1; i < sizeof partings; i++)
        if (cut->count[i] > cut->count[best])
            best = i;
    cut->parting = partings[best];
}

static size_t csv_end(cli_cut *cut, const char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        char byte = bytes[i];

        if (cut->cell == QUOTED) {
            cut->cell = byte == '"' ? BEHIND_QUOTE : QUOTED;
        } else if (byte == '"' && cut->cell != PLAIN) {
            cut->cell = QUOTED;
        } else if (byte == '\n') {
            cut->cell = BEGIN;
            if (cut->parting == 0)
                choose_parting(cut);
            return i + 1;
        } else if (cut->parting == 0 && cut->cell == BEGIN &&
                   (byte == '\xEF' || byte == '\xBB' || byte == '\xBF')) {
            continue; /* a byte order mark */
        } else {
            cut->cell = parts(cut, byte) ? BEGIN : PLAIN;
        }
    }
    return 0;
}

size_t cli_cut_end(cli_cut *cut, const char *bytes, size_t len)
{
    if (cut->is_csv)
        return csv_end(cut, bytes, len);
    const char *end = len > 0 ? memchr(bytes, '\n', len) : NULL;
    return end != NULL ? (size_t)(end - bytes) + 1 : 0;
}
