/*
 * kept.h - texts kept until all have been seen.
 */
#ifndef CLI_KEPT_H
#define CLI_KEPT_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/cut.h"

/* What was kept. */
typedef enum cli_kept_kind {
    CLI_KEPT_TEXT,
    CLI_KEPT_RECORD,
    CLI_KEPT_WORDS /* why there is no text, ending with NUL */
} cli_kept_kind;

typedef struct cli_kept_text {
    struct cli_kept_text *next; /* or NULL */
    cli_record record; /* a text has name, bytes and len only; both lie behind
                        * this struct, in one piece */
    cli_kept_kind kind;
} cli_kept_text;

/* Begin with all zero. */
typedef struct cli_kept {
    cli_kept_text *first;
    cli_kept_text *last;
} cli_kept;

/* Keep a copy of a text, or of why there is none. False without memory. */
bool cli_kept_add(cli_kept *kept, const cli_record *record, cli_kept_kind kind);

void cli_kept_free(cli_kept *kept);

#endif /* CLI_KEPT_H */
