/*
 * speakers.h - who spoke, how often, how much: counted over the rows.
 *
 * One name is one speaker, but for those without a name, as "a spokeswoman":
 * those of two documents are two.
 */
#ifndef CLI_SPEAKERS_H
#define CLI_SPEAKERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What speakers are told apart by. All end with NUL. */
typedef struct cli_speaker_key {
    const char *name;
    const char *source_type; /* of the first row */
    const char *document;    /* likewise */
} cli_speaker_key;

/* One speaker. */
typedef struct cli_speaker {
    cli_speaker_key key; /* must come first; its strings are in text */
    char *role;          /* the first that a row gives; "" when none does */
    char *affiliation;   /* likewise */
    char *text[3];
    uint32_t sheet; /* of the first row, as the caller counts them */
    uint32_t row;   /* likewise */
    uint64_t quotations;
    uint64_t words;
    uint64_t documents;
    uint64_t last;  /* the last document with a row, as they are counted */
    uint64_t order; /* of first rows */
} cli_speaker;

/* Memory grows with the speakers, not with the rows. */
typedef struct cli_speakers {
    void *tree;            /* of cli_speaker, as tsearch() keeps it */
    cli_speaker **speaker; /* [count] by their first rows */
    size_t count;
    size_t cap;
    char *document; /* of the last row; NULL: there was none */
    uint64_t documents;
} cli_speakers;

/* What a row says of its speaker. All end with NUL. */
typedef struct cli_said {
    cli_speaker_key key; /* name "": nobody */
    const char *role;
    const char *affiliation;
    const char *quote;
    uint32_t sheet;
    uint32_t row;
} cli_said;

/* Begin with nobody. */
void cli_speakers_init(cli_speakers *speakers);

/* Count a row; those of one document come together. False: no memory. */
bool cli_speakers_add(cli_speakers *speakers, const cli_said *said);

/* Put those with the most quotations first; then by their first rows. */
void cli_speakers_sort(cli_speakers *speakers);

void cli_speakers_free(cli_speakers *speakers);

#endif /* CLI_SPEAKERS_H */
