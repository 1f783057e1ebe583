/*
 * kept.c - texts kept until all have been seen.
 */
#include "cli/kept.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool cli_kept_add(cli_kept *kept, const char *name, const char *bytes,
                  size_t len, bool is_words)
{
    size_t name_len = strlen(name) + 1;
    cli_kept_text *text = NULL;

    if (len < SIZE_MAX - sizeof *text - name_len)
        text = malloc(sizeof *text + name_len + len);
    if (text == NULL)
        return false;
    char *room = (char *)(text + 1);
    memcpy(room, name, name_len);
    if (len > 0)
        memcpy(room + name_len, bytes, len);
    text->next = NULL;
    text->name = room;
    text->bytes = room + name_len;
    text->len = len;
    text->is_words = is_words;
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
