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
    if (kept->count == kept->cap) {
        size_t cap = kept->cap != 0 ? 2 * kept->cap : 16;
        cli_kept_text *text = realloc(kept->text, cap * sizeof *text);
        if (text == NULL)
            return false;
        kept->text = text;
        kept->cap = cap;
    }
    cli_kept_text *text = &kept->text[kept->count];
    size_t name_len = strlen(name) + 1;
    text->name = len < SIZE_MAX - name_len ? malloc(name_len + len) : NULL;
    if (text->name == NULL)
        return false;
    memcpy(text->name, name, name_len);
    if (len > 0)
        memcpy(text->name + name_len, bytes, len);
    text->bytes = text->name + name_len;
    text->len = len;
    text->is_words = is_words;
    kept->count++;
    return true;
}

void cli_kept_free(cli_kept *kept)
{
    for (size_t i = 0; i < kept->count; i++)
        free(kept->text[i].name);
    free(kept->text);
    memset(kept, 0, sizeof *kept);
}
