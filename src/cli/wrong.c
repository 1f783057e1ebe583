/*
 * wrong.c - what is wrong with an option, and what was meant, perhaps.
 */
#include "cli/wrong.h"

#include <stdio.h>
#include <string.h>

#include "cli/help.h"
#include "cli/message.h"

#define LONGEST 32 /* bytes of an option looked at */

void cli_suggest(const char *word, const char *const *words, const char *dashes)
{
    const char *nearest = cli_nearest(word, words);

    if (nearest != NULL)
        (void)fprintf(stderr, "whosaid: did you mean '%s%s'?\n", dashes,
                      nearest);
}

bool cli_read_word(const char *command, const cli_option *option,
                   const char *value, const char *const *words, int *index)
{
    char shown[64];

    for (*index = 0; words[*index] != NULL; ++*index)
        if (strcmp(words[*index], value) == 0)
            return true;
    cli_say(NULL, "%s--%s takes %s, not '%s'", command, option->name,
            option->arg, cli_printable(value, shown, sizeof shown));
    cli_suggest(value, words, "");
    return false;
}

void cli_say_unknown(const char *command, const cli_option *table,
                     const char *word)
{
    const char *name[CLI_OPTIONS_MAX + 1] = {NULL};
    char shown[64];
    char asked[LONGEST + 1] = "";
    size_t count = 0;

    cli_say(NULL, "%sno option '%s'", command,
            cli_printable(word, shown, sizeof shown));
    for (const cli_option *o = table; o->name != NULL; o++)
        if (o->help != NULL && count < CLI_OPTIONS_MAX)
            name[count++] = o->name;
    while (*word == '-')
        word++;
    size_t len = strcspn(word, "=");
    if (len <= LONGEST)
        memcpy(asked, word, len);
    cli_suggest(asked, name, "--");
}
