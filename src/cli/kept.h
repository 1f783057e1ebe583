/*
 * kept.h - texts kept until all have been seen.
 */
#ifndef CLI_KEPT_H
#define CLI_KEPT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cli_kept_text {
    struct cli_kept_text *next; /* or NULL */
    const char *name;           /* both lie behind this struct, in one piece */
    const char *bytes;          /* [len] */
    size_t len;
    bool is_words; /* why there is no text, ending with NUL */
} cli_kept_text;

/* Begin with all zero. */
typedef struct cli_kept {
    cli_kept_text *first;
    cli_kept_text *last;
} cli_kept;

/* Keep a copy of a text, or of why there is none. False without memory. */
bool cli_kept_add(cli_kept *kept, const char *name, const char *bytes,
                  size_t len, bool is_words);

void cli_kept_free(cli_kept *kept);

#endif /* CLI_KEPT_H */
