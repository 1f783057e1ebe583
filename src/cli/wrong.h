/*
 * wrong.h - what is wrong with an option, and what was meant, perhaps.
 */
#ifndef CLI_WRONG_H
#define CLI_WRONG_H

#include <stdbool.h>

#include "cli/print.h"

/* Say which of words may be meant by word, behind dashes; nothing where none
 * is close. The list ends with NULL. */
void cli_suggest(const char *word, const char *const *words,
                 const char *dashes);

/* Find an option's value among words, which end with NULL, and set index. Says
 * so when it is none.
 *
 *   command   what the message begins with: "check: " or "" */
bool cli_read_word(const char *command, const cli_option *option,
                   const char *value, const char *const *words, int *index);

/* Say that a table, which ends with a NULL name, has no option word. */
void cli_say_unknown(const char *command, const cli_option *table,
                     const char *word);

#endif /* CLI_WRONG_H */
