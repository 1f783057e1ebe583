/*
 * source.h - an input's bytes become texts, whatever format they are in.
 */
#ifndef CLI_SOURCE_H
#define CLI_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/encoding.h"
#include "cli/input.h"
#include "whosaid.h"

/* Formats of input; their names are in cli_source_names, in this order. */
typedef enum cli_source_format {
    CLI_SOURCE_AUTO = 0, /* as its bytes and its name show */
    CLI_SOURCE_TEXT,
    CLI_SOURCE_HTML,
    CLI_SOURCE_JSONL, /* records, see record.h */
    CLI_SOURCE_CSV    /* likewise */
} cli_source_format;

/* Ends with NULL. */
extern const char *const cli_source_names[];

/* One input. */
typedef struct cli_source {
    const char *name;
    const char *bytes; /* [len] */
    size_t len;
    bool lenient;         /* bytes that are not UTF-8 are taken as separators */
    bool verbatim;        /* a plain text's layout is a part of it */
    const char *encoding; /* asked for, see cli_encoding_is(); or NULL */
    cli_met *met;         /* where to note a guess, or NULL: it is said */
} cli_source;

/* One text of an input; lives until the call with it returns. */
typedef struct cli_text {
    const char *name;  /* of the document */
    const char *bytes; /* [len] */
    size_t len;
    const whosaid_page *page; /* that it is of, or NULL */
} cli_text;

/* Takes the texts of an input, one by one. */
typedef struct cli_reader {
    cli_taken (*read)(void *ctx, const cli_text *text);
    /* A document that cannot be read: its name, the place to tell, why. */
    cli_taken (*refuse)(void *ctx, const char *name, const char *place,
                        const char *words);
    void *ctx;
} cli_reader;

/* Whether an input is of records, see record.h; how they are cut. */
bool cli_source_cuts(cli_source_format format, const char *name, cli_cut *cut);

/* Whether a file in a folder is read, by its name. */
bool cli_source_is_name(const char *name);

/* Read an input's texts. What is refused is told by the reader. */
cli_taken cli_source_read(const cli_source *source, cli_source_format format,
                          const cli_reader *reader);

#endif /* CLI_SOURCE_H */
