/*
 * input.h - files, folders and standard input, each text read whole, or record
 * by record.
 */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

#include "cli/cut.h"
#include "cli/pattern.h"

/* What became of a text, or of an input. */
typedef enum cli_taken {
    CLI_TAKEN,
    CLI_REFUSED, /* said so; go on with the next */
    CLI_STOP     /* said so; read no more */
} cli_taken;

/* Who takes the texts. */
typedef struct cli_taker {
    /* One text; bytes live until the call returns. */
    cli_taken (*take)(void *ctx, const char *name, const char *bytes,
                      size_t len);
    /* Whether a file may be read; says so when not. */
    cli_taken (*admit)(void *ctx, const char *name, const struct stat *file);
    void *ctx;
    /* A text or folder that cannot be read, and why; says so. REFUSED, or
     * STOP. NULL: it is said, and no more. */
    cli_taken (*refuse)(void *ctx, const char *name, const char *words);
    /* Whether a file in a folder is read, by its name; NULL: none is. */
    bool (*wants)(const char *name);
    /* What patterns let in instead, and leave out; NULL: no patterns. */
    const cli_patterns *patterns;
    /* Whether an input is of records, which are taken one by one; how they are
     * cut is put into cut. NULL: none is. */
    bool (*cuts)(void *ctx, const char *name, cli_cut *cut);
    cli_taken (*record)(void *ctx, const cli_record *record);
} cli_taker;

typedef struct cli_input {
    cli_taker taker;
    char *buffer; /* [cap], used again for each text */
    size_t cap;
    size_t refused; /* inputs, and files in folders, that failed */
} cli_input;

void cli_input_init(cli_input *input, const cli_taker *taker);

/*
 * Read one input: a file, "-" for standard input, or a folder, of which every
 * file that is wanted is read, deeper folders too, names in the order of their
 * bytes. Hidden names, which begin with a dot, are passed over, and links to
 * folders are not followed. Of an input of records no more is in memory than
 * the longest of them.
 *
 * False when the taker wants no more.
 */
bool cli_input_read(cli_input *input, const char *name);

/*
 * Read the inputs that a file names; "-" is standard input, unless the list
 * comes from there. Empty names are passed over.
 *
 *   behind   what stands behind each name: '\n', before which a carriage return
 *            is none of it, or NUL
 *
 * False when the taker wants no more.
 */
bool cli_input_read_list(cli_input *input, const char *list, char behind);

void cli_input_free(cli_input *input);

#endif /* CLI_INPUT_H */
