/*
 * encoding.h - an input's bytes become UTF-8.
 */
#ifndef CLI_ENCODING_H
#define CLI_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "whosaid.h"

/* What became of an input's bytes. */
typedef enum cli_decoding {
    CLI_DECODING_NONE,    /* they are UTF-8, or nobody knows what */
    CLI_DECODING_DONE,    /* as told: by a mark, a page, an option */
    CLI_DECODING_GUESSED, /* as windows-1252, with which all agrees */
    CLI_DECODING_WIDE,    /* as UTF-16, which has no mark, but shows */
    CLI_DECODING_BAD,     /* not in the encoding that was named */
    CLI_DECODING_NOMEM
} cli_decoding;

/* A text in UTF-8. */
typedef struct cli_decoded {
    char *bytes; /* [len]; NULL unless DONE, GUESSED or WIDE; to free() */
    size_t len;
    size_t at;     /* BAD: the byte */
    size_t line;   /* likewise, from 1 */
    char name[48]; /* of the encoding */
} cli_decoded;

/* Which texts were not as they should be, for one message at the end. Begin
 * with all zero. */
typedef struct cli_met {
    size_t guessed;          /* read as windows-1252 */
    size_t wide;             /* read as UTF-16 */
    size_t mojibake;         /* UTF-8 read as windows-1252, written again */
    char first_guessed[256]; /* the first one's name */
    char first_mojibake[256];
    char first_wide[256];
} cli_met;

/* Whether --encoding can be so: iconv knows it, or we do. */
bool cli_encoding_is(const char *name);

/*
 * Decode a text: as its byte order mark says, else the name asked for, else
 * what a page says; else as UTF-16 where half of its bytes are NUL; else, where
 * it is no UTF-8, as windows-1252 if all of it agrees with that.
 *
 *   asked     of cli_encoding_is(), or NULL
 *   charset   in bytes, what a page says that it is; may be empty
 *   lenient   a byte that the encoding named does not have becomes U+FFFD
 *
 * O(len).
 */
cli_decoding cli_decode(const char *bytes, size_t len, const char *asked,
                        whosaid_span charset, bool lenient,
                        cli_decoded *decoded);

/* Whether a text in UTF-8 has signs that were UTF-8, read as windows-1252. */
bool cli_is_mojibake(const char *bytes, size_t len);

/* Note or, without met, say what was met in a text. */
void cli_met_guessed(cli_met *met, const char *name);
void cli_met_wide(cli_met *met, const char *name);
void cli_met_mojibake(cli_met *met, const char *name);

/* Say what was met. */
void cli_met_say(const cli_met *met);

#endif /* CLI_ENCODING_H */
