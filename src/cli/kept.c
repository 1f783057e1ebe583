/*
 * kept.c - texts kept until all have been seen.
 */
#include "cli/kept.h"

#include <stdlib.h>
#include <string.h>

/* A copy of bytes. NULL without memory. */
static char *copy(const char *bytes, size_t len)
{
    char *made = malloc(len > 0 ? len : 1);

    if (made != NULL && len > 0)
        memcpy(made, bytes, len);
    return made;
}

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
    cli_kept_text text = {copy(name, strlen(name) + 1), copy(bytes, len), len,
                          is_words};
    if (text.name == NULL || text.bytes == NULL) {
        free(text.name);
        free(text.bytes);
        return false;
    }
    kept->text[kept->count++] = text;
    return true;
}

void cli_kept_free(cli_kept *kept)
{
    for (size_t i = 0; i < kept->count; i++) {
        free(kept->text[i].name);
        free(kept->text[i].bytes);
    }
    free(kept->text);
    memset(kept, 0, sizeof *kept);
}
