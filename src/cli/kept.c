/*
 * kept.c - texts kept until all have been seen.
 */
#include "cli/kept.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool cli_kept_add(cli_kept *kept, const cli_record *record, cli_kept_kind kind)
{
    size_t name_len = strlen(record->name) + 1;
    size_t len = record->len;
    cli_kept_text *text = NULL;

    if (len < SIZE_MAX - sizeof *text - name_len)
        text = malloc(sizeof *text + name_len + len);
    if (text == NULL)
        return false;
    char *room = (char *)(text + 1);
    memcpy(room, record->name, name_len);
    if (len > 0)
        memcpy(room + name_len, record->bytes, len);
    text->next = NULL;
    text->record = *record;
    text->record.name = room;
    text->record.bytes = room + name_len;
    text->record.over = NULL;
    text->kind = kind;
    if (kept->last != NULL)
        kept->last->next = text;
    else
        kept->first = text;
    kept->last = text;
    return true;
}

void cli_kept_free(cli_kept *kept)
{
    cli_kept_text *next = NULL;

    for (cli_kept_text *text = kept->first; text != NULL; text = next) {
        next = text->next;
        free(text);
    }
    memset(kept, 0, sizeof *kept);
}
