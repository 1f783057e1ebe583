/*
 * message.h - what the command says to a person, on standard error.
 */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include <stddef.h>

/* How the command ends. */
enum cli_exit {
    CLI_DONE = 0,
    CLI_SOME_FAILED = 1, /* some input; the rest was written */
    CLI_USAGE = 2,
    CLI_NOT_WRITTEN = 3,
    CLI_FOUND = 4 /* by --lint or check: something is wrong with a text */
};

/*
 * Print "whosaid: NAME: " and a message as of printf, as one line.
 *
 *   name   of a file, or NULL; what could disturb a terminal is escaped
 */
__attribute__((format(printf, 2, 3))) void cli_say(const char *name,
                                                   const char *format, ...);

/* The same for a system call that failed: "NAME: WHAT: reason". */
void cli_say_error(const char *name, const char *what, int error);

/* Show "whosaid: " and a line on the terminal that standard error is, in the
 * place of the last such line. The next message wipes it away. */
__attribute__((format(printf, 1, 2))) void cli_show(const char *format, ...);

/* Wipe away what cli_show() shows. */
void cli_show_nothing(void);

/* "WHAT: reason" of a system call that failed. Returns out. */
const char *cli_error_words(const char *what, int error, char *out, size_t cap);

/* A text as it may be shown: control characters, and all bytes of a text that
 * is not UTF-8, as \xNN. Cut with "..." when longer than cap - 1 bytes.
 * Returns out. */
const char *cli_printable(const char *text, char *out, size_t cap);

/* Of words, the one most like word, or NULL when none is close. The list ends
 * with NULL. */
const char *cli_nearest(const char *word, const char *const *words);

#endif /* CLI_MESSAGE_H */
