/*
 * print.c - options and columns, printed for --help and for the manual page.
 *
 * Whether standard output took it all is asked once, at the end of main().
 */
#include "cli/print.h"

#include <stdio.h>
#include <string.h>

#include "whosaid.h"

#define WIDTH  79 /* of a line of --help */
#define INDENT 27 /* of what an option does */

void cli_print(const char *text)
{
    (void)fputs(text, stdout);
}

/* An option's help, with the default confidence for %D. */
static const char *option_help(const cli_option *option, char *out, size_t cap)
{
    const char *hole = strstr(option->help, "%D");

    if (hole == NULL)
        return option->help;
    (void)snprintf(out, cap, "%.*s%d.%02d%s", (int)(hole - option->help),
                   option->help, WHOSAID_MIN_CONFIDENCE / 10000,
                   WHOSAID_MIN_CONFIDENCE / 100 % 100, hole + 2);
    return out;
}

void cli_print_pair(const char *left, const char *right, size_t indent)
{
    size_t at = strlen(left) + 2; /* where the line has come to */

    (void)printf("  %s", left);
    if (at + 1 > indent) {
        cli_print("\n");
        at = 0;
    }
    (void)printf("%*s", (int)(indent - at), "");
    at = indent;
    while (*right != '\0') {
        size_t len = strcspn(right, " ");
        if (at > indent && at + 1 + len > WIDTH) {
            (void)printf("\n%*s", (int)indent, "");
            at = indent;
        } else if (at > indent) {
            cli_print(" ");
            at++;
        }
        (void)printf("%.*s", (int)len, right);
        at += len;
        right += len;
        right += *right == ' ' ? 1 : 0;
    }
    cli_print("\n");
}

static void print_option(const cli_option *option)
{
    char left[64];
    char help[256];

    (void)snprintf(
        left, sizeof left, "%c%c%c --%s%s%s", option->brief != 0 ? '-' : ' ',
        option->brief != 0 ? option->brief : ' ',
        option->brief != 0 ? ',' : ' ', option->name,
        option->arg != NULL ? " " : "", option->arg != NULL ? option->arg : "");
    cli_print_pair(left, option_help(option, help, sizeof help), INDENT);
}

void cli_print_options(const cli_option *option)
{
    for (; option->name != NULL; option++)
        if (option->help != NULL)
            print_option(option);
}

/* -- the manual page ------------------------------------------------------ */

/* Running text in roff. */
static void print_roff(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '-')
            cli_print("\\-");
        else if (*text == '\\')
            cli_print("\\e");
        else
            (void)putchar(*text);
    }
}

static void print_man_option(const cli_option *option)
{
    char help[256];

    cli_print(".It ");
    if (option->brief != 0)
        (void)printf("Fl %c , ", option->brief);
    cli_print("Fl Fl ");
    print_roff(option->name);
    if (option->arg != NULL)
        (void)printf(" Ar %s", option->arg);
    cli_print("\n");
    print_roff(option_help(option, help, sizeof help));
    cli_print(".\n");
}

void cli_print_man_options(const cli_option *option)
{
    for (; option->name != NULL; option++)
        if (option->help != NULL)
            print_man_option(option);
}

void cli_print_man_column(const char *name, const char *help)
{
    (void)printf(".It Li %s\n", name);
    print_roff(help);
    cli_print(".\n");
}
